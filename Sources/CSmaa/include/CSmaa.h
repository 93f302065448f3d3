// The inner loops of stochastic multicriteria acceptability analysis (SMAA-2).
//
// Every number drawn is a function of the seed, its purpose, the draw and its place only. The arithmetic is
// + − × ÷ and square roots in one fixed order, so the plain and the wide kernel give the same bits.

#ifndef CSMAA_H
#define CSMAA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SMAA_SPREAD_NONE = 0, SMAA_SPREAD_NORMAL = 1, SMAA_SPREAD_TRIANGULAR = 2 };

// What the draws are for: the highest word of the counter, so that no two purposes share a number.
enum { SMAA_FOR_WEIGHTS = 1, SMAA_FOR_VALUES = 2, SMAA_FOR_CONFIDENCE = 3 };

// All tables are options × criteria, row major.
typedef struct {
    size_t options;
    size_t criteria;
    uint64_t seed;
    int spread;
    const double *values;     // means; modes where the spread is triangular
    const double *variances;  // where the spread is normal
    const double *low;        // where the spread is triangular
    const double *high;       // where the spread is triangular
} smaa_model;

// What is added to; the caller sets it to nothing first.
typedef struct {
    int64_t *ranks;          // options × ranks
    int64_t *wins;           // options × options: how often the row's value is above the column's
    double *first_weights;   // options × criteria: sums of the weights of the draws in which it ranks first
    uint64_t *rankings;      // one for each draw: four bits an option, its rank less one; or null
} smaa_counts;

// True where this processor can run the wide kernel (AVX2).
bool smaa_has_wide(void);

// The memory that a call below needs, aligned to 64 bytes.
size_t smaa_scratch_bytes(size_t options, size_t criteria);

// Ranks the options in `draws` draws from number `first` on.
//
// `weights` is null for weights uniform over the simplex, else the row of draw i is at weights + i × stride.
void smaa_tally(
    const smaa_model *model, const double *weights, size_t stride, uint64_t first, size_t draws, bool wide,
    void *scratch, smaa_counts *counts);

// Counts in how many of the draws each subject is beaten by no option, at the weights of its row in `weights`
// (subjects × criteria).
void smaa_confidence(
    const smaa_model *model, const size_t *subjects, size_t count, const double *weights, size_t draws, bool wide,
    void *scratch, int64_t *firsts);

// Draws × criteria, row major: the weights that smaa_tally draws.
void smaa_weights(
    uint64_t seed, size_t criteria, uint64_t first, size_t draws, bool wide, void *scratch, double *weights);

// The standard normal quantiles of probabilities above 0 and below 1.
void smaa_normal_quantiles(const double *probabilities, size_t count, bool wide, double *quantiles);

// The natural logarithm of a positive, normal number.
double smaa_logarithm(double number);

#endif
