#include "CAdbc.h"

/* The places are the interface: a function left out or put in would call another one. */
_Static_assert(offsetof(struct AdbcDriver, ErrorGetDetailCount) == 29 * sizeof(void *), "ADBC 1.0.0 has 26 functions");
_Static_assert(sizeof(struct AdbcDriver) == 58 * sizeof(void *), "ADBC 1.1.0 has 55 functions");
_Static_assert(offsetof(struct AdbcError, release) == 24, "the error's release");
_Static_assert(sizeof(struct ArrowSchema) == 72, "Arrow's schema");
_Static_assert(sizeof(struct ArrowArray) == 80, "Arrow's array");
