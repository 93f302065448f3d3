#!/usr/bin/env bash
# Contract activity at size, on invented files: taking in beside the query engine's own reading of the same file, and all
# rules of challenges beside the same SQL given to that engine by hand; a tenth of the rows before, to see how both grow; and
# Spark beside it where `./do setup spark spark-cluster` has been (REMIT_BENCH_SPARK=no leaves it out). Ends with 1 where a bar
# is missed.
#
#   scripts/bench-activity.sh PROGRAM [ROWS] [DIR]    ROWS: 1000000 where none is given; DIR: kept, with the files made
#
# The engine by hand is its package for Python, pinned below as in scripts/engines.txt.
set -euo pipefail

program=$1
rows=${2:-1000000}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=${3:-}
missed=0
if [[ -z $work ]]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
mkdir -p "$work"

python=$work/venv/bin/python
if [[ ! -x $python ]]; then
    python3 -m venv "$work/venv"
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
        --requirement <(grep '^duckdb==' "$root/scripts/engines.txt")
fi

# measure COMMAND…: seconds in $seconds, the most memory of the process in MB in $peak.
measure() {
    /usr/bin/env python3 - "$work/measured" "$@" <<'PY'
import os, resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.call(sys.argv[2:], stdout=open(sys.argv[1] + ".out", "w"), stderr=open(sys.argv[1] + ".err", "w"))
seconds = time.monotonic() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
open(sys.argv[1], "w").write(f"{seconds:.2f} {peak}\n")
sys.exit(code)
PY
    read -r seconds peak <"$work/measured"
}

# bar WHAT VALUE LIMIT UNIT
bar() {
    local verdict
    verdict=$(awk -v v="$2" -v l="$3" 'BEGIN { print (v <= l) ? "holds" : "MISSED" }')
    printf '%-66s %8s %-3s bar %6s  %s\n' "$1" "$2" "$4" "$3" "$verdict"
    if [[ $verdict == MISSED ]]; then missed=1; fi
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

printf 'Cores: %s. Load before: %s. Rows: %s, and a tenth of them before\n' "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)" "$rows"

# take_in ROWS: makes the files where they are not there, a store in $work/ROWS, and takes them in; seconds of the largest
# file in $taken, and its memory in $memory.
take_in() {
    local folder=$work/$1 file
    if [[ ! -f $folder/files/planted.csv ]]; then
        measure "$program" exemplar activity --rows "$1" --seed 7 --dir "$folder/files"
        printf '%-66s %8s s   %s MB\n' "Files of $1 rows invented" "$seconds" "$peak"
    fi
    export REMIT_DB=$folder/bench.sqlite
    rm -rf "$folder"/bench.*
    "$program" init --holder "NHS Wexbourne ICB" >/dev/null
    # Both are to find the file in memory, or neither.
    cat "$folder/files/plcm.csv" >/dev/null
    measure "$program" activity import "$folder/files/plcm.csv"
    taken=$seconds memory=$peak
    for file in acm drplcm deplcm plcm-restated-1 plcm-restated-2; do
        "$program" activity import "$folder/files/$file.csv" >/dev/null
    done
    "$program" activity reference "$folder"/files/{practices,providers,prices,services,hubs,specialised,prisons,contracts}.csv \
        "$folder"/files/{low-priority,approvals,excluded,deaths,sus,invoices,ratios,caps,freezes,recoverable,pathways}.csv \
        "$folder"/files/{emergency,dental-contracts,dental-claims}.csv >/dev/null
}

# ask_all ROWS: asks every rule of the store and measures what was found; seconds and peak.
ask_all() {
    measure "$program" activity challenge --planted "$work/$1/files/planted.csv" --json
    cp "$work/measured.out" "$work/answer.json"
}

tenth=$((rows / 10))
take_in "$tenth"
takenOfTenth=$taken
ask_all "$tenth"
askedOfTenth=$seconds

take_in "$rows"
printf '%-66s %8s s   %s MB\n' "Taken in: typed, with problems, registered" "$taken" "$memory"
bar "Memory of taking in" "$memory" 2048 MB
bar "Taking in, as times of a tenth of the rows" "$(ratio "$taken" "$takenOfTenth")" 15 x
# The engine refuses byte 0x92: the same file in UTF-8.
if [[ ! -f $work/$rows/utf8.csv ]]; then
    "$python" - "$work/$rows/files/plcm.csv" "$work/$rows/utf8.csv" <<'PY'
import sys
with open(sys.argv[1], "rb") as source, open(sys.argv[2], "w", encoding="utf-8", newline="") as out:
    for line in source:
        try:
            out.write(line.decode("utf-8"))
        except UnicodeDecodeError:
            out.write(line.decode("cp1252", errors="replace"))
PY
fi
cat >"$work/text.py" <<'PY'
import duckdb, sys
c = duckdb.connect(":memory:", config={"threads": 2, "memory_limit": "1GB", "temp_directory": sys.argv[2] + ".spill"})
c.execute(f"""COPY (SELECT * FROM read_csv('{sys.argv[1]}', all_varchar = true, header = true, delim = ',', quote = '"',
    escape = '"', strict_mode = false, null_padding = true, new_line = '\\r\\n')) TO '{sys.argv[2]}' (FORMAT parquet)""")
PY
cat "$work/$rows/utf8.csv" >/dev/null
measure "$python" "$work/text.py" "$work/$rows/utf8.csv" "$work/text.parquet"
printf '%-66s %8s s   %s MB\n' "The engine's own reading of it in UTF-8, every column as text" "$seconds" "$peak"
bar "Taking in, as times of the engine's own reading" "$(ratio "$taken" "$seconds")" 1.5 x

ask_all "$rows"
ours=$seconds
printf '%-66s %8s s   %s MB\n' "All rules of challenges asked, settled and measured" "$seconds" "$peak"
if ((rows <= 10000000)); then bar "Seconds for all rules" "$seconds" 30 s; fi
bar "Memory of all rules" "$peak" 4096 MB
bar "All rules, as times of a tenth of the rows" "$(ratio "$ours" "$askedOfTenth")" 15 x
"$program" activity challenge --sql "$work/rules.sql" >/dev/null
# With as many threads and as much memory as Remit gives the engine on two cores.
cat >"$work/hand.py" <<'PY'
import duckdb, sys
c = duckdb.connect(":memory:", config={"threads": 2, "memory_limit": "3GiB", "temp_directory": sys.argv[1] + ".spill"})
for statement in open(sys.argv[1]).read().split(";\n"):
    if statement.strip():
        c.execute(statement).fetchall()
PY
measure "$python" "$work/hand.py" "$work/rules.sql"
printf '%-66s %8s s   %s MB\n' "The same SQL given to the engine by hand" "$seconds" "$peak"
bar "All rules, as times of the same by hand" "$(ratio "$ours" "$seconds")" 1.2 x
python3 - "$work/answer.json" <<'PY' || missed=1
import json, sys
rules = json.load(open(sys.argv[1]))["rules"]
wrong = [r["rule"] for r in rules if r["planted"] and (r["recall"] != 1 or r["precision"] != 1)]
print(f"{len(rules)} rules, {sum(r['planted'] for r in rules)} faults put in, {sum(r['raised'] for r in rules)} raised; "
      + (f"not found exactly: {', '.join(wrong)}" if wrong else "recall and precision 1 for each"))
sys.exit(1 if wrong else 0)
PY
if [[ ${REMIT_BENCH_SPARK:-yes} != no ]]; then
    "$root/scripts/bench-spark.sh" "$program" \
        "$tenth" "$work/$tenth/bench.sqlite" "$rows" "$work/$rows/bench.sqlite" || [[ $? == 3 ]] || missed=1
fi
exit "$missed"
