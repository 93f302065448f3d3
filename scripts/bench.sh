#!/usr/bin/env bash
# What it costs, beside plain tools doing part of the work in the same run. `./do bench` builds for release and calls
# this with the program's path; `./do bench builds` times a clean build and the pure loop as well (some minutes).
#
# Ends with 1 where a bar is missed. Without ../shared it measures the exemplar alone and says so.
set -euo pipefail

program=$1
shift
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
shared=${REMIT_SHARED:-$root/../shared}
data=$shared/data/nhsbsa_dental
archive=$data/UDA_CONTRACTOR_201604-202503_108months.tar.xz
work=$(mktemp -d)
server=
missed=0

# Called by the trap.
# shellcheck disable=SC2317
cleanup() {
    if [[ -n $server ]]; then kill "$server" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap cleanup EXIT

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.2f", b - a }'; }

# measure NAME COMMAND…: seconds in $seconds, peak memory in MB in $peak (0 where it ended too soon to be seen).
measure() {
    local start pid high
    peak=0
    start=$(now)
    "$@" >"$work/out" 2>"$work/err" &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        high=$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$pid/status" 2>/dev/null || true)
        if [[ -n $high && $high -gt $peak ]]; then peak=$high; fi
        sleep 0.02
    done
    wait "$pid" || { cat "$work/err" >&2; exit 1; }
    seconds=$(since "$start")
}

# bar WHAT VALUE LIMIT UNIT
bar() {
    local verdict
    verdict=$(awk -v v="$2" -v l="$3" 'BEGIN { print (v <= l) ? "holds" : "MISSED" }')
    printf '%-58s %8s %-3s bar %6s  %s\n' "$1" "$2" "$4" "$3" "$verdict"
    if [[ $verdict == MISSED ]]; then missed=1; fi
}

printf 'Cores: %s. Load before: %s\n' "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"

measure "$program" demo --once --dir "$work/demo"
printf '%-58s %8s s\n' "Demo: made up, taken in, rules asked" "$seconds"
measure "$program" verify --db "$work/demo/remit.sqlite"
printf '%-58s %8s s\n' "Demo: verified by doing everything again" "$seconds"
db=$work/demo/remit.sqlite

if [[ -f $archive ]]; then
    db=$work/real.sqlite
    "$program" init --db "$db" >/dev/null
    measure "$program" import nhsbsa-dental --db "$db" "$archive"
    import=$seconds memory=$peak
    measure "$program" position --db "$db" --by commissioner --json
    positions=$seconds
    if [[ $peak -gt $memory ]]; then memory=$peak; fi
    whole=$(awk -v a="$import" -v b="$positions" 'BEGIN { printf "%.2f", a + b }')
    printf '%-58s %8s s\n' "108 months: import (unpack, read, flag, store, journal)" "$import"
    printf '%-58s %8s s\n' "108 months: positions of 2024/25 from the store" "$positions"
    bar "108 months, from the archive to positions" "$whole" 10 s
    bar "108 months: peak memory (one process, two threads)" "$memory" 500 MB
    start=$(now)
    xz -dc "$archive" | tar -xf - -C "$work" --to-stdout | wc -l >/dev/null
    peer=$(since "$start")
    printf '%-58s %8s s   ours / peer %s\n' "Peer: xz -dc | tar | wc -l (unpacks and counts lines only)" "$peer" \
        "$(awk -v a="$whole" -v b="$peer" 'BEGIN { printf "%.1f", a / b }')"
    "$program" init --db "$work/one.sqlite" >/dev/null
    measure "$program" import nhsbsa-dental --db "$work/one.sqlite" "$data/uda_contractor_202312.csv"
    bar "One month (6,767 rows)" "$seconds" 0.3 s
    "$program" import nhsbsa-contracts --db "$db" "$data/contract_annual_202506.csv" >/dev/null
    measure "$program" forecast --db "$db" --month 2024-12 --json
    printf '%-58s %8s s\n' "Forecast of every contract at December 2024" "$seconds"
    measure "$program" forecast backtest --db "$db" --json
    printf '%-58s %8s s\n' "Back-test, nine years at months 3, 6, 9 and 11" "$seconds"
    measure "$program" verify --db "$db"
    printf '%-58s %8s s\n' "108 months: verified by doing everything again" "$seconds"
else
    echo "The real data are not beside the checkout: the bars on them were not measured."
fi

# The pages of figures are for those who sign in: an observer does.
(umask 077 && printf 'plover kettle lantern\n' >"$work/password")
"$program" user add bench --db "$db" --name Bench --email bench@remit.example --role observer \
    --password-file "$work/password" >/dev/null
"$program" serve --db "$db" --port 0 >"$work/address" 2>"$work/serve.err" &
server=$!
for _ in $(seq 100); do
    if grep -q http "$work/address"; then break; fi
    sleep 0.1
done
address=$(grep -o 'http://[^ ]*' "$work/address" | head -1)
token=$(curl -s -c "$work/cookies" "${address}sign-in" | grep -o 'name="csrf" value="[^"]*"' | head -1 | cut -d'"' -f4)
curl -s -o /dev/null -b "$work/cookies" -c "$work/cookies" "${address}sign-in" --data-urlencode "csrf=$token" \
    --data-urlencode email=bench@remit.example --data-urlencode "password=$(cat "$work/password")"
for page in "?month=2024-12" "contracts?month=2024-12"; do
    curl -s -o /dev/null -b "$work/cookies" "$address$page"
    for _ in $(seq 21); do curl -s -b "$work/cookies" -o "$work/page" -w '%{time_starttransfer}\n' "$address$page"; done | sort -n >"$work/times"
    middle=$(sed -n 11p "$work/times" | awk '{ printf "%.1f", $1 * 1000 }')
    size=$(wc -c <"$work/page")
    bar "Page /$page ($((size / 1024)) kB), middle of 21" "$middle" 50 ms
done
kill "$server"
wait "$server" 2>/dev/null || true
server=

if [[ ${1:-} == builds ]]; then
    cd "$root"
    start=$(now)
    REMIT_PURE=1 swift test --scratch-path "$work/build-pure" >"$work/out" 2>&1
    printf '%-58s %8s s\n' "Pure loop from nothing: build and tests" "$(since "$start")"
    start=$(now)
    swift build --scratch-path "$work/build" >"$work/out" 2>&1
    printf '%-58s %8s s\n' "Clean debug build with every dependency" "$(since "$start")"
    start=$(now)
    swift build -c release --product remit --scratch-path "$work/build" >"$work/out" 2>&1
    printf '%-58s %8s s\n' "Clean release build of the program" "$(since "$start")"
fi

"$root/scripts/bench-rounds.sh" "$program" || missed=1

# The ranking, the solver, catchments and rates beside their peers, by a program of their own that needs no outside package.
printf '\nThe ranking, the solver, catchments and rates beside their peers\n'
(cd "$root" && REMIT_PURE=1 swift build --configuration release --product bench --scratch-path .build-bench >&2)
"$root/scripts/bench-smaa.sh" "$root/.build-bench/release/bench" || missed=1
"$root/scripts/bench-solver.sh" "$root/.build-bench/release/bench" || missed=1
"$root/scripts/bench-needs.sh" "$root/.build-bench/release/bench" || missed=1

printf 'Load after: %s\n' "$(cut -d' ' -f1 /proc/loadavg)"
exit "$missed"
