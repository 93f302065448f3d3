#!/usr/bin/env bash
# Floating catchments beside scipy.sparse, and directly standardised rates of a million rows beside numpy with pandas
# reading the CSV: five times each, in turn, medians. Ends with 1 where a bar is missed.
#
#   scripts/bench-needs.sh [BENCH]    BENCH: the release build of the product `bench`; built where it is not given
#
# The peers run in a throw-away environment with the packages pinned below (REMIT_PEER_PYTHON: one that has them).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
peers=${REMIT_SHARED:-$root/../shared}/bench
times=5
missed=0

if [[ ! -f $peers/fca_access.py ]]; then
    echo "Catchments and rates: the peers and their data are not beside the checkout: not measured."
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

program=${1:-}
if [[ -z $program ]]; then
    (cd "$root" && REMIT_PURE=1 swift build --configuration release --product bench --scratch-path .build-bench >&2)
    program=$root/.build-bench/release/bench
fi

python=${REMIT_PEER_PYTHON:-}
if [[ -z $python ]]; then
    python3 -m venv "$work/venv"
    python=$work/venv/bin/python
    "$python" -m pip install --quiet --disable-pip-version-check numpy==2.4.6 pandas==3.1.1 scipy==1.17.1
fi

# The peers write their answers beside their data: a copy of both.
cp -r "$peers" "$work/peers"
chmod -R u+w "$work/peers"
data=$work/peers/data

# The sum of the seconds of all parts that a run of the peer printed.
parts() { grep -o '"seconds": *[0-9.e-]*' "$1" | sed 's/.*: *//' | awk '{ sum += $1 } END { print sum }'; }
figure() { grep -o "\"$1\":[0-9.e-]*" "$2" | tail -1 | cut -d: -f2; }
middle() { sort -g "$1" | sed -n "$(((times + 1) / 2))p"; }

# bar WHAT OURS PEER LIMIT
bar() {
    awk -v what="$1" -v mine="$2" -v theirs="$3" -v limit="$4" 'BEGIN {
        ratio = mine / theirs
        printf "%-44s ours %7.4f s (1 process, 1 thread)  peer %7.4f s (1 process)  ratio %.3f  bar %.2f  %s\n", \
            what, mine, theirs, ratio, limit, ratio <= limit ? "holds" : "MISSED"
        exit ratio > limit
    }' || missed=1
}

# agree OURS THEIRS COLUMNS: the largest relative distance of the first rows, and whether it is small.
agree() {
    "$python" - "$1" "$2" "$3" <<'PYTHON' || missed=1
import csv, sys
ours, theirs, keys = list(csv.DictReader(open(sys.argv[1]))), list(csv.DictReader(open(sys.argv[2]))), sys.argv[3].split(",")
ours = ours[:len(theirs)]
far = max(abs(float(a[k]) - float(b[k])) / max(abs(float(b[k])), 1e-9)
          for a, b in zip(ours, theirs) for k in keys if b[k] != "nan")
blank = sum((a[k] == "nan") != (b[k] == "nan") for a, b in zip(ours, theirs) for k in keys)
print(f"  {len(theirs)} rows compared: largest relative distance {far:.1e}; shown by one alone: {blank}")
sys.exit(len(ours) != len(theirs) or far > 1e-6 or blank > 0)
PYTHON
}

printf 'Catchments and rates, medians of %d. Cores: %s. Load before: %s\n' "$times" "$(nproc)" \
    "$(cut -d' ' -f1 /proc/loadavg)"
for reach in 10 15; do
    for _ in $(seq "$times"); do
        "$program" needs catchment "$data/fca_areas.csv" "$data/fca_sites.csv" "$reach" "$work/answers.csv" >"$work/one"
        figure seconds "$work/one" >>"$work/ours$reach"
        (cd "$work/peers" && "$python" fca_access.py "$reach" scipy >"$work/other")
        parts "$work/other" >>"$work/peer$reach"
    done
    bar "Three catchment methods within $reach km" "$(middle "$work/ours$reach")" "$(middle "$work/peer$reach")" 0.5
    printf '  %s pairs (peer: %s), the search %s s of it; peak memory %.0f MB\n' "$(figure pairs "$work/one")" \
        "$(grep -o '^pairs [0-9]*' "$work/other" | cut -d' ' -f2)" "$(figure search "$work/one")" \
        "$(figure peakMegabytes "$work/one")"
    awk -v peak="$(figure peakMegabytes "$work/one")" 'BEGIN { exit peak >= 300 }' || { missed=1; echo "  MISSED: 300 MB"; }
    agree "$work/answers.csv" "$data/fca_expected_scipy_R$reach.csv" "2sfca,e2sfca_gauss,3sfca_gauss"
done

(cd "$work/peers" && "$python" gen_data.py >/dev/null)
for _ in $(seq "$times"); do
    "$program" needs rates "$data/dsr_1e6.csv" "$work/rates.csv" >"$work/one"
    figure seconds "$work/one" >>"$work/oursrates"
    (cd "$work/peers" && "$python" dsr_phstats.py 52632 numpy >"$work/other")
    parts "$work/other" >>"$work/peerrates"
done
bar "Directly standardised, 1,000,008 rows and CSV" "$(middle "$work/oursrates")" "$(middle "$work/peerrates")" 1.0
printf '  reading %s s, rates %s s; peak memory %.0f MB\n' "$(figure reading "$work/one")" "$(figure rates "$work/one")" \
    "$(figure peakMegabytes "$work/one")"
agree "$work/rates.csv" "$data/dsr_expected_head.csv" "dsr,lower,upper"

exit "$missed"
