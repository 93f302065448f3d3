#include "CSmaa.h"

// A fused multiply and add rounds once where the plain kernel rounds twice: the bits would differ.
#pragma STDC FP_CONTRACT OFF

// Vectors of 32 bytes pass only between functions of this file, and those are inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))

enum { LANES = 4, ROWS = 16, BATCH = LANES * ROWS };

typedef double reals __attribute__((vector_size(32)));
typedef uint64_t words __attribute__((vector_size(32)));

// Wichura's coefficients, the highest power first.
static const double central_above[8] = {
    2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
    1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080,
};
static const double central_below[8] = {
    5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
    5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1,
};
static const double middle_above[8] = {
    7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
    3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734,
};
static const double middle_below[8] = {
    1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
    6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1,
};
static const double far_above[8] = {
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
    2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720,
};
static const double far_below[8] = {
    2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
    1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1,
};

#define splat(number) ((words){(number), (number), (number), (number)})
#define real(number) ((reals){(number), (number), (number), (number)})
#define choose(mask, yes, no) ((reals)(((mask) & (words)(yes)) | (~(mask) & (words)(no))))
#define any(mask) (((mask)[0] | (mask)[1] | (mask)[2] | (mask)[3]) != 0)
#define root(numbers) __builtin_elementwise_sqrt(numbers)

#define NAMED(name) plain_##name
#define TILE 4
#include "kernel.h"
#undef NAMED
#undef TILE

#if defined(__x86_64__)
#define HAS_WIDE 1
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define NAMED(name) wide_##name
#define TILE 8
#include "kernel.h"
#undef NAMED
#undef TILE
#pragma clang attribute pop
#else
#define HAS_WIDE 0
#define wide_tally plain_tally
#define wide_confidence plain_confidence
#define wide_weights plain_weights
#define wide_quantiles plain_quantiles
#endif

bool smaa_has_wide(void) {
#if HAS_WIDE
    return __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

size_t smaa_scratch_bytes(size_t options, size_t criteria) {
    const size_t tables = criteria + 2 * options + options * criteria;
    return tables * BATCH * sizeof(double) + 2 * options * options * sizeof(double);
}

void smaa_tally(
    const smaa_model *model, const double *weights, size_t stride, uint64_t first, size_t draws, bool wide,
    void *scratch, smaa_counts *counts) {
    (wide ? wide_tally : plain_tally)(model, weights, stride, first, draws, scratch, *counts);
}

void smaa_confidence(
    const smaa_model *model, const size_t *subjects, size_t count, const double *weights, size_t draws, bool wide,
    void *scratch, int64_t *firsts) {
    (wide ? wide_confidence : plain_confidence)(model, subjects, count, weights, draws, scratch, firsts);
}

void smaa_weights(
    uint64_t seed, size_t criteria, uint64_t first, size_t draws, bool wide, void *scratch, double *weights) {
    (wide ? wide_weights : plain_weights)(seed, criteria, first, draws, scratch, weights);
}

void smaa_normal_quantiles(const double *probabilities, size_t count, bool wide, double *quantiles) {
    (wide ? wide_quantiles : plain_quantiles)(probabilities, count, quantiles);
}

double smaa_logarithm(double number) {
    return plain_logarithm(real(number))[0];
}
