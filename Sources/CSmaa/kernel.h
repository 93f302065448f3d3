// The kernel, compiled once for each instruction set: smaa.c defines NAMED and TILE and includes this file.
//
// A batch is BATCH draws: ROWS vectors of four draws each. Tables in scratch are (option or criterion) × ROWS.

// Philox 4×32-10 at the counter (draw, pair, purpose): two words of 64 bits a draw.
// J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011), section 3.3.
INLINE void NAMED(philox)(uint64_t seed, words draw, uint32_t pair, uint32_t purpose, words *first, words *second) {
    const words low = splat(0xFFFFFFFFu);
    words a = draw & low, b = draw >> 32, c = splat(pair), d = splat(purpose);
    uint32_t key = (uint32_t)seed, other = (uint32_t)(seed >> 32);
    for (int round = 0; round < 10; round++) {
        const words left = splat(0xD2511F53u) * (a & low), right = splat(0xCD9E8D57u) * (c & low);
        a = (right >> 32) ^ b ^ splat(key);
        b = right & low;
        c = (left >> 32) ^ d ^ splat(other);
        d = left & low;
        key += 0x9E3779B9u;
        other += 0xBB67AE85u;
    }
    *first = (a & low) | b << 32;
    *second = (c & low) | d << 32;
}

// The middle of one of 2⁵² equal parts of (0, 1): never 0, never 1.
INLINE reals NAMED(uniform)(words word) {
    return (reals)((word >> 12) | splat(0x3FF0000000000000u)) - 1.0 + 0x1p-53;
}

// Twice the series of the inverse hyperbolic tangent, of a mantissa between √½ and √2.
INLINE reals NAMED(logarithm)(reals x) {
    const words bits = (words)x;
    reals mantissa = (reals)((bits & splat(0x000FFFFFFFFFFFFFu)) | splat(0x3FF0000000000000u));
    reals exponent = (reals)((bits >> 52) | splat(0x4330000000000000u)) - (0x1p52 + 1023);
    const words above = (words)(mantissa > real(1.4142135623730951));
    mantissa = choose(above, mantissa * 0.5, mantissa);
    exponent = choose(above, exponent + 1.0, exponent);
    const reals s = (mantissa - 1.0) / (mantissa + 1.0), z = s * s;
    reals sum = real(1.0 / 23);
    for (int odd = 21; odd >= 3; odd -= 2) sum = sum * z + 1.0 / odd;
    return exponent * 0.69314718055994530942 + (s + s) * (sum * z + 1.0);
}

INLINE reals NAMED(ratio)(reals x, const double *above, const double *below) {
    reals top = real(above[0]), bottom = real(below[0]);
    for (int power = 1; power < 8; power++) {
        top = top * x + above[power];
        bottom = bottom * x + below[power];
    }
    return top / bottom;
}

// M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37(3),
// 1988, routine PPND16.
INLINE reals NAMED(quantile)(reals p) {
    const reals centred = p - 0.5;
    const reals central = centred * NAMED(ratio)(0.180625 - centred * centred, central_above, central_below);
    const words negative = (words)(centred < real(0));
    const reals tail = root(-NAMED(logarithm)(choose(negative, p, 1.0 - p)));
    reals size = NAMED(ratio)(tail - 1.6, middle_above, middle_below);
    const words far = (words)(tail > real(5));
    if (any(far)) size = choose(far, NAMED(ratio)(tail - 5.0, far_above, far_below), size);
    const reals outer = choose(negative, -size, size);
    const words within = (words)(centred <= real(0.425)) & (words)(centred >= real(-0.425));
    return choose(within, central, outer);
}

INLINE reals NAMED(triangular)(reals u, double low, double mode, double high) {
    const double width = high - low;
    const double turn = width > 0 ? (mode - low) / width : 0;
    const reals left = low + root(u * (width * (mode - low)));
    const reals right = high - root((1.0 - u) * (width * (high - mode)));
    return choose((words)(u < real(turn)), left, right);
}

// Weights uniform over the simplex: the gaps between sorted uniform numbers.
INLINE void NAMED(draw_weights)(uint64_t seed, size_t criteria, words draw, reals *weights) {
    const size_t cuts = criteria - 1;
    for (size_t pair = 0; pair * 2 < cuts; pair++) {
        words first, second;
        NAMED(philox)(seed, draw, (uint32_t)pair, SMAA_FOR_WEIGHTS, &first, &second);
        weights[pair * 2 * ROWS] = NAMED(uniform)(first);
        if (pair * 2 + 1 < cuts) weights[(pair * 2 + 1) * ROWS] = NAMED(uniform)(second);
    }
    // Batcher's merge exchange: Knuth, The Art of Computer Programming 3, 5.2.2, algorithm M.
    size_t top = 1;
    while (top < cuts) top *= 2;
    for (size_t p = top / 2; p > 0; p /= 2) {
        size_t q = top / 2, r = 0, distance = p;
        for (;;) {
            for (size_t place = 0; place + distance < cuts; place++) {
                if ((place & p) != r) continue;
                const reals one = weights[place * ROWS], two = weights[(place + distance) * ROWS];
                const words less = (words)(one < two);
                weights[place * ROWS] = choose(less, one, two);
                weights[(place + distance) * ROWS] = choose(less, two, one);
            }
            if (q == p) break;
            distance = q - p;
            q /= 2;
            r = p;
        }
    }
    weights[cuts * ROWS] = 1.0 - (cuts > 0 ? weights[(cuts - 1) * ROWS] : real(0));
    for (size_t place = cuts; place-- > 1;) weights[place * ROWS] -= weights[(place - 1) * ROWS];
}

INLINE void NAMED(given_weights)(const double *given, size_t stride, size_t criteria, size_t here, reals *weights) {
    for (size_t criterion = 0; criterion < criteria; criterion++)
        for (size_t lane = 0; lane < LANES; lane++)
            weights[criterion * ROWS][lane] = lane < here ? given[lane * stride + criterion] : 0;
}

// Standard normal numbers, one for each option: option × ROWS.
INLINE void NAMED(draw_normals)(const smaa_model *model, words draw, uint32_t purpose, reals *normals) {
    for (size_t pair = 0; pair * 2 < model->options; pair++) {
        words first, second;
        NAMED(philox)(model->seed, draw, (uint32_t)pair, purpose, &first, &second);
        normals[pair * 2 * ROWS] = NAMED(quantile)(NAMED(uniform)(first));
        if (pair * 2 + 1 < model->options)
            normals[(pair * 2 + 1) * ROWS] = NAMED(quantile)(NAMED(uniform)(second));
    }
}

// Triangular numbers, one for each cell: cell × ROWS.
INLINE void NAMED(draw_cells)(const smaa_model *model, words draw, uint32_t purpose, reals *cells) {
    const size_t count = model->options * model->criteria;
    for (size_t cell = 0; cell < count; cell += 2) {
        words word[2];
        NAMED(philox)(model->seed, draw, (uint32_t)(cell / 2), purpose, &word[0], &word[1]);
        for (size_t next = cell; next < count && next < cell + 2; next++)
            cells[next * ROWS] = NAMED(triangular)(
                NAMED(uniform)(word[next - cell]), model->low[next], model->values[next], model->high[next]);
    }
}

// The values of the options in four draws. Given its weights an option's value under independent normal spread is
// normal too, with mean Σ w m and variance Σ w² s²: one number drawn stands for a number a criterion.
INLINE void NAMED(draw_values)(
    const smaa_model *model, words draw, const reals *weights, reals *cells, reals *values) {
    const size_t criteria = model->criteria;
    if (model->spread == SMAA_SPREAD_NORMAL) NAMED(draw_normals)(model, draw, SMAA_FOR_VALUES, values);
    if (model->spread == SMAA_SPREAD_TRIANGULAR) NAMED(draw_cells)(model, draw, SMAA_FOR_VALUES, cells);
    for (size_t option = 0; option < model->options; option++) {
        const size_t row = option * criteria;
        reals mean = real(0), variance = real(0);
        if (model->spread == SMAA_SPREAD_TRIANGULAR) {
            for (size_t k = 0; k < criteria; k++) mean += weights[k * ROWS] * cells[(row + k) * ROWS];
        } else {
            for (size_t k = 0; k < criteria; k++) mean += weights[k * ROWS] * model->values[row + k];
        }
        if (model->spread == SMAA_SPREAD_NORMAL) {
            for (size_t k = 0; k < criteria; k++)
                variance += weights[k * ROWS] * weights[k * ROWS] * model->variances[row + k];
            mean += root(variance) * values[option * ROWS];
        }
        values[option * ROWS] = mean;
    }
}

// For each option how many are above it, and for each pair how often: TILE vectors of values stay in registers.
INLINE void NAMED(compare)(size_t options, const reals *values, words *losses, int64_t *wins) {
    for (size_t tile = 0; tile < ROWS; tile += TILE) {
        for (size_t option = 0; option < options; option++) {
            const reals *own = values + option * ROWS + tile;
            words lost[TILE];
            for (size_t row = 0; row < TILE; row++) lost[row] = splat(0);
            for (size_t rival = 0; rival < options; rival++) {
                const reals *theirs = values + rival * ROWS + tile;
                words won = splat(0);
                for (size_t row = 0; row < TILE; row++) {
                    const words above = (words)(theirs[row] > own[row]);
                    lost[row] -= above;
                    won -= above;
                }
                wins[rival * options + option] += (int64_t)(won[0] + won[1] + won[2] + won[3]);
            }
            for (size_t row = 0; row < TILE; row++) losses[option * ROWS + tile + row] = lost[row];
        }
    }
}

// The ranks of a batch; option by option and draw by draw, so that the sums of weights have one order.
INLINE void NAMED(count_ranks)(
    const smaa_model *model, const uint64_t *losses, const double *weights, size_t draws, smaa_counts *counts) {
    for (size_t option = 0; option < model->options; option++) {
        int64_t *ranks = counts->ranks + option * model->options;
        double *sums = counts->first_weights + option * model->criteria;
        for (size_t draw = 0; draw < draws; draw++) {
            const uint64_t above = losses[option * BATCH + draw];
            ranks[above]++;
            if (above == 0)
                for (size_t k = 0; k < model->criteria; k++) sums[k] += weights[k * BATCH + draw];
        }
    }
    if (!counts->rankings) return;
    for (size_t draw = 0; draw < draws; draw++) {
        uint64_t ranking = 0;
        for (size_t option = 0; option < model->options; option++)
            ranking |= losses[option * BATCH + draw] << (4 * option);
        counts->rankings[draw] = ranking;
    }
}

static void NAMED(tally)(
    const smaa_model *model, const double *given, size_t stride, uint64_t first, size_t draws, void *scratch,
    smaa_counts counts) {
    reals *weights = scratch;
    reals *values = weights + model->criteria * ROWS;
    words *losses = (words *)(values + model->options * ROWS);
    reals *cells = (reals *)(losses + model->options * ROWS);
    for (size_t start = 0; start < draws; start += BATCH) {
        const size_t batch = draws - start < BATCH ? draws - start : BATCH;
        for (size_t row = 0; row < ROWS; row++) {
            const size_t done = row * LANES, here = done >= batch ? 0 : batch - done < LANES ? batch - done : LANES;
            if (here > 0) {
                const words draw = splat(first + start + done) + (words){0, 1, 2, 3};
                if (given) {
                    NAMED(given_weights)(
                        given + (start + done) * stride, stride, model->criteria, here, weights + row);
                } else {
                    NAMED(draw_weights)(model->seed, model->criteria, draw, weights + row);
                }
                NAMED(draw_values)(model, draw, weights + row, cells + row, values + row);
            }
            // What is no draw is above nothing.
            for (size_t option = 0; option < model->options; option++)
                for (size_t lane = here; lane < LANES; lane++) values[option * ROWS + row][lane] = __builtin_nan("");
        }
        NAMED(compare)(model->options, values, losses, counts.wins);
        NAMED(count_ranks)(model, (const uint64_t *)losses, (const double *)weights, batch, &counts);
        if (counts.rankings) counts.rankings += batch;
    }
}

// Normal spread: each option's mean and deviation at each subject's weights are worked out once, before the draws.
static void NAMED(confidence)(
    const smaa_model *model, const size_t *subjects, size_t count, const double *weights, size_t draws,
    void *scratch, int64_t *firsts) {
    const size_t options = model->options, criteria = model->criteria;
    const bool triangular = model->spread == SMAA_SPREAD_TRIANGULAR;
    reals *drawn = scratch;
    reals *values = drawn + (triangular ? options * criteria : options) * ROWS;
    double *means = (double *)(values + options), *deviations = means + options * options;
    for (size_t subject = 0; subject < count; subject++)
        for (size_t option = 0; option < options; option++) {
            double mean = 0, variance = 0;
            for (size_t k = 0; k < criteria; k++) {
                const double weight = weights[subject * criteria + k];
                mean += weight * model->values[option * criteria + k];
                if (model->spread == SMAA_SPREAD_NORMAL)
                    variance += weight * weight * model->variances[option * criteria + k];
            }
            means[subject * options + option] = mean;
            deviations[subject * options + option] = root(real(variance))[0];
        }
    for (size_t start = 0; start < draws; start += LANES) {
        const words draw = splat(start) + (words){0, 1, 2, 3};
        const size_t here = draws - start < LANES ? draws - start : LANES;
        if (model->spread == SMAA_SPREAD_NORMAL) NAMED(draw_normals)(model, draw, SMAA_FOR_CONFIDENCE, drawn);
        if (triangular) NAMED(draw_cells)(model, draw, SMAA_FOR_CONFIDENCE, drawn);
        for (size_t subject = 0; subject < count; subject++) {
            const double *own = weights + subject * criteria;
            for (size_t option = 0; option < options; option++) {
                reals value = real(triangular ? 0 : means[subject * options + option]);
                if (model->spread == SMAA_SPREAD_NORMAL)
                    value += deviations[subject * options + option] * drawn[option * ROWS];
                if (triangular)
                    for (size_t k = 0; k < criteria; k++) value += own[k] * drawn[(option * criteria + k) * ROWS];
                values[option] = value;
            }
            words beaten = splat(0);
            for (size_t option = 0; option < options; option++)
                beaten |= (words)(values[option] > values[subjects[subject]]);
            for (size_t lane = 0; lane < here; lane++) firsts[subject] += beaten[lane] == 0;
        }
    }
}

static void NAMED(weights)(
    uint64_t seed, size_t criteria, uint64_t first, size_t draws, void *scratch, double *weights) {
    reals *drawn = scratch;
    for (size_t start = 0; start < draws; start += LANES) {
        NAMED(draw_weights)(seed, criteria, splat(first + start) + (words){0, 1, 2, 3}, drawn);
        for (size_t lane = 0; lane < LANES && start + lane < draws; lane++)
            for (size_t k = 0; k < criteria; k++) weights[(start + lane) * criteria + k] = drawn[k * ROWS][lane];
    }
}

static void NAMED(quantiles)(const double *probabilities, size_t count, double *quantiles) {
    for (size_t start = 0; start < count; start += LANES) {
        reals p = real(0.5);
        for (size_t lane = 0; lane < LANES && start + lane < count; lane++) p[lane] = probabilities[start + lane];
        const reals quantile = NAMED(quantile)(p);
        for (size_t lane = 0; lane < LANES && start + lane < count; lane++) quantiles[start + lane] = quantile[lane];
    }
}
