#!/usr/bin/env bash
# All rules of challenges on a Spark cluster of this machine (scripts/spark.sh) beside DuckDB, on two stores of different
# size: whether the answers are equal, the times, and where Spark would pay, worked out of the four. Ends with 1 where an
# answer differs, with 3 where there is no cluster to start.
#
#   scripts/bench-spark.sh PROGRAM ROWS STORE ROWS STORE    two stores with activity, the smaller first
set -euo pipefail

program=$1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [[ ! -d $root/.engines/spark-cluster/jars ]]; then
    printf 'Spark beside it is left out: ./do setup spark spark-cluster\n'
    exit 3
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# asked NAME STORE ARGUMENT…: seconds in $seconds, the answer in $work/NAME.
asked() {
    local name=$1 store=$2 start end
    shift 2
    start=$(date +%s.%N)
    "$program" activity challenge --csv --db "$store" "$@" >"$work/$name" 2>"$work/$name.err" \
        || { cat "$work/$name.err" >&2; exit 1; }
    end=$(date +%s.%N)
    seconds=$(awk -v a="$start" -v b="$end" 'BEGIN { printf "%.1f", b - a }')
}

if [[ ${6:-} == on-spark ]]; then
    # Within scripts/spark.sh: the first question of a session also starts its executors.
    for place in 2 4; do
        rows=${*:$place:1}
        next=$((place + 1))
        asked "spark-$rows" "${*:$next:1}" --engine spark --url "$REMIT_SPARK" --engine-seconds 7200
        printf '%s %s\n' "$rows" "$seconds" >>"$7/times"
        cp "$work/spark-$rows" "$7/"
    done
    exit
fi

small=$2 large=$4
asked "duckdb-$small" "$3" && duckSmall=$seconds
asked "duckdb-$large" "$5" && duckLarge=$seconds
REMIT_SPARK_SECONDS=${REMIT_SPARK_SECONDS:-7200} "$root/scripts/spark.sh" "$0" "$@" on-spark "$work"
different=0
for rows in "$small" "$large"; do
    cmp -s "$work/duckdb-$rows" "$work/spark-$rows" || { printf 'The answers differ at %s rows.\n' "$rows"; different=1; }
done
[[ $different == 0 ]] && printf 'Spark and DuckDB answered equally, at %s rows and at %s.\n' "$small" "$large"
awk -v m="$small" -v n="$large" -v a="$duckSmall" -v b="$duckLarge" '
    NR == 1 { s = $2 } NR == 2 { t = $2 }
    END {
        printf "All rules, %d rows: DuckDB %.1f s, Spark %.1f s\n", m, a, s
        printf "All rules, %d rows: DuckDB %.1f s, Spark %.1f s\n", n, b, t
        m /= 1e6; n /= 1e6
        d = (b - a) / (n - m); d0 = a - d * m
        k = (t - s) / (n - m); k0 = s - k * m
        printf "With M million rows: DuckDB %.1f + %.2f M s; Spark on these two cores %.1f + %.2f M s\n", d0, d, k0, k
        if (k <= d) printf "Spark catches up on the same two cores at %.0f million rows\n", (k0 - d0) / (d - k)
        else printf "On the same two cores Spark never catches up; it takes more than %.0f of them to\n", 2 * k / d
        for (c = 8; c <= 64; c *= 2)
            if (2 * k / c < d) printf "On %d cores, if they share the work evenly, from %.0f million rows\n", c, (k0 - d0) / (d - 2 * k / c)
    }' "$work/times"
exit "$different"
