#ifndef REMIT_CADBC_H
#define REMIT_CADBC_H

#include <stddef.h>
#include <stdint.h>

/*
 * The binary interfaces through which a query engine is spoken to, written down from their published layouts: the
 * Arrow C data and stream interfaces, and the function table of ADBC (Arrow Database Connectivity) 1.1.0.
 *
 * Nothing is linked: a driver is a shared library that is opened at run time and fills the table. Functions that are
 * never called here stand in the table as `adbc_unused`, for their place only.
 *
 * Below them the few functions of DuckDB's own C interface by which rows of ours go straight into a file.
 */

/* Arrow C data interface: a column's type, and its values. */

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

enum { ARROW_NULLABLE = 2 };

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

/* Arrow C stream interface: batches one after another; an array without a release ends it. */
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

/* ADBC 1.1.0 */

typedef uint8_t AdbcStatusCode;

enum {
    ADBC_OK = 0,
    ADBC_IO = 10,
    ADBC_CANCELLED = 11,
    ADBC_UNAUTHENTICATED = 13,
    ADBC_UNAUTHORIZED = 14,
    ADBC_VERSION_1_1 = 1001000
};

struct AdbcError {
    char *message;
    int32_t vendor_code;
    char sqlstate[5];
    void (*release)(struct AdbcError *);
    void *private_data;
    struct AdbcDriver *private_driver;
};

struct AdbcDatabase {
    void *private_data;
    struct AdbcDriver *private_driver;
};

struct AdbcConnection {
    void *private_data;
    struct AdbcDriver *private_driver;
};

struct AdbcStatement {
    void *private_data;
    struct AdbcDriver *private_driver;
};

typedef void (*adbc_unused)(void);
typedef AdbcStatusCode (*adbc_on_database)(struct AdbcDatabase *, struct AdbcError *);
typedef AdbcStatusCode (*adbc_on_connection)(struct AdbcConnection *, struct AdbcError *);
typedef AdbcStatusCode (*adbc_on_statement)(struct AdbcStatement *, struct AdbcError *);

struct AdbcDriver {
    void *private_data;
    void *private_manager;
    AdbcStatusCode (*release)(struct AdbcDriver *, struct AdbcError *);

    adbc_on_database DatabaseInit;
    adbc_on_database DatabaseNew;
    AdbcStatusCode (*DatabaseSetOption)(struct AdbcDatabase *, const char *key, const char *value, struct AdbcError *);
    adbc_on_database DatabaseRelease;

    adbc_unused ConnectionCommit, ConnectionGetInfo, ConnectionGetObjects, ConnectionGetTableSchema;
    adbc_unused ConnectionGetTableTypes;
    AdbcStatusCode (*ConnectionInit)(struct AdbcConnection *, struct AdbcDatabase *, struct AdbcError *);
    adbc_on_connection ConnectionNew;
    adbc_unused ConnectionSetOption, ConnectionReadPartition;
    adbc_on_connection ConnectionRelease;
    adbc_unused ConnectionRollback;

    adbc_unused StatementBind;
    AdbcStatusCode (*StatementBindStream)(struct AdbcStatement *, struct ArrowArrayStream *, struct AdbcError *);
    AdbcStatusCode (*StatementExecuteQuery)(
        struct AdbcStatement *, struct ArrowArrayStream *out, int64_t *rows_affected, struct AdbcError *);
    adbc_unused StatementExecutePartitions, StatementGetParameterSchema;
    AdbcStatusCode (*StatementNew)(struct AdbcConnection *, struct AdbcStatement *, struct AdbcError *);
    adbc_unused StatementPrepare;
    adbc_on_statement StatementRelease;
    AdbcStatusCode (*StatementSetOption)(struct AdbcStatement *, const char *key, const char *value, struct AdbcError *);
    AdbcStatusCode (*StatementSetSqlQuery)(struct AdbcStatement *, const char *query, struct AdbcError *);
    adbc_unused StatementSetSubstraitPlan;

    /* From here on: since 1.1.0. */
    adbc_unused ErrorGetDetailCount, ErrorGetDetail;
    /* What went wrong with a stream; null where the stream is not the driver's or does not tell. */
    const struct AdbcError *(*ErrorFromArrayStream)(struct ArrowArrayStream *, AdbcStatusCode *status);
    adbc_unused DatabaseGetOption, DatabaseGetOptionBytes, DatabaseGetOptionDouble, DatabaseGetOptionInt;
    adbc_unused DatabaseSetOptionBytes, DatabaseSetOptionDouble, DatabaseSetOptionInt;
    /* May be called from another thread than the one that waits for an answer. */
    adbc_on_connection ConnectionCancel;
    adbc_unused ConnectionGetOption, ConnectionGetOptionBytes, ConnectionGetOptionDouble, ConnectionGetOptionInt;
    adbc_unused ConnectionGetStatistics, ConnectionGetStatisticNames;
    adbc_unused ConnectionSetOptionBytes, ConnectionSetOptionDouble, ConnectionSetOptionInt;
    adbc_on_statement StatementCancel;
    adbc_unused StatementExecuteSchema, StatementGetOption, StatementGetOptionBytes, StatementGetOptionDouble;
    adbc_unused StatementGetOptionInt, StatementSetOptionBytes, StatementSetOptionDouble, StatementSetOptionInt;
};

/* What a driver's library exports: fills the table, or answers why not. */
typedef AdbcStatusCode (*AdbcDriverInitFunc)(int version, void *driver, struct AdbcError *);

/* DuckDB's C interface, 1.0 and on: what a call answers is 0 where it went well. */

typedef struct duckdb_place *duckdb_handle;

/* Six words, of which the first five are no longer used. */
struct duckdb_result {
    void *words[6];
};

typedef int (*duckdb_open_function)(const char *path, duckdb_handle *out_database);
typedef int (*duckdb_connect_function)(duckdb_handle database, duckdb_handle *out_connection);
typedef int (*duckdb_query_function)(duckdb_handle connection, const char *sql, struct duckdb_result *out);
typedef const char *(*duckdb_error_function)(struct duckdb_result *);
typedef void (*duckdb_destroy_function)(struct duckdb_result *);
/* Makes a view of a stream, which is read once; the stream stays the caller's to release. */
typedef int (*duckdb_scan_function)(duckdb_handle connection, const char *view, struct ArrowArrayStream *);
/* Of a database and of a connection; the handle is then null. */
typedef void (*duckdb_close_function)(duckdb_handle *);

#endif
