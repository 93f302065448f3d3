#!/usr/bin/env bash
# SMAA-2 beside vectorised numpy in one run: 1,000,000 draws of 30 options on 8 criteria, three times each, in turn.
# Give it the path of the program `bench`; without one it is built. Ends with 1 where a bar is missed.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
peers=${REMIT_SHARED:-$root/../shared}/bench
draws=1000000
threads=2
times=3
missed=0

if [[ ! -f $peers/smaa_numpy.py ]]; then
    echo "SMAA: the peer and its data are not beside the checkout: not measured."
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bench=${1:-}
if [[ -z $bench ]]; then
    cd "$root"
    REMIT_PURE=1 swift build -c release --product bench --scratch-path .build-pure >"$work/build" 2>&1 ||
        { cat "$work/build" >&2; exit 1; }
    bench=$(REMIT_PURE=1 swift build -c release --scratch-path .build-pure --show-bin-path)/bench
fi

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check numpy==2.4.6 pandas==3.1.1
cp -r "$peers" "$work/peers"

# together NAME COMMAND…: appends the output to $work/NAME, and the most threads that were seen to $work/NAME.threads.
together() {
    local name=$1 pid seen most=0
    shift
    "$@" >>"$work/$name" &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        seen=$(awk '/^Threads:/ { print $2 }' "/proc/$pid/status" 2>/dev/null || true)
        if [[ -n $seen && $seen -gt $most ]]; then most=$seen; fi
        sleep 0.05
    done
    wait "$pid"
    echo "$most" >>"$work/$name.threads"
}

ours() { together "$1" "$bench" smaa "$peers/data/smaa_mean.csv" "$peers/data/smaa_sd.csv" "$2" "$threads" "$3"; }

# middle NAME WHICH: the median of the seconds of each WHICHth line of two.
middle() {
    grep -o '"seconds": *[0-9.e-]*' "$work/$1" | sed 's/.*: *//' | awk -v which="$2" 'NR % 2 == which % 2' |
        sort -g | sed -n "$(((times + 1) / 2))p"
}

most() { sort -n "$work/$1.threads" | tail -1; }

# bar WHAT NAME WHICH LIMIT
bar() {
    local mine theirs
    mine=$(middle "$2" "$3")
    theirs=$(middle peer "$3")
    awk -v what="$1" -v mine="$mine" -v theirs="$theirs" -v limit="$4" -v ours="$threads of $(most "$2")" \
        -v peer="$(most peer)" '
        BEGIN {
            ratio = mine / theirs
            printf "%-48s ours %6.3f s (1 process, %s threads at work)  peer %6.3f s (1 process, %s threads)  ", \
                what, mine, ours, theirs, peer
            printf "ratio %.3f  bar %.2f  %s\n", ratio, limit, ratio <= limit ? "holds" : "MISSED"
            exit ratio > limit
        }' || missed=1
}

printf 'SMAA, %d draws, 30 × 8, medians of %d. Cores: %s. Load before: %s\n' "$draws" "$times" "$(nproc)" \
    "$(cut -d' ' -f1 /proc/loadavg)"
for _ in $(seq "$times"); do
    ours best "$draws" best
    (cd "$work/peers" && together peer "$work/venv/bin/python" smaa_numpy.py "$draws")
    ours plain "$draws" plain
done

limit=0.33
kernel=$(grep -o '"kernel":"[a-z]*"' "$work/best" | head -1 | cut -d'"' -f4)
if [[ $kernel == plain ]]; then limit=1.5; fi
bar "Weights only, $kernel kernel" best 1 "$limit"
bar "Weights and measurements, $kernel kernel" best 2 "$limit"
bar "Weights only, plain kernel" plain 1 1.5
bar "Weights and measurements, plain kernel" plain 2 1.5

ours longer "$((4 * draws))" best
peak() { grep -o '"peakMegabytes":[0-9.]*' "$work/$1" | cut -d: -f2 | sort -g | tail -1; }
awk -v one="$(peak best)" -v four="$(peak longer)" 'BEGIN {
    printf "Peak memory: %.1f MB, with four times the draws %.1f MB  bar: no more than 5 MB above  %s\n", one, four, \
        four <= one + 5 ? "holds" : "MISSED"
    exit four > one + 5
}' || missed=1
printf 'First-rank acceptabilities: ours %s; peer %s\n' \
    "$(grep -o '"firstRankAcceptabilities":\[[0-9.,]*\]' "$work/best" | sed -n 2p | cut -d: -f2)" \
    "$(grep '^top' "$work/peer" | head -1 | grep -o '\[.*\]')"
exit "$missed"
