#!/usr/bin/env bash
# Runs the tests and ends with the line `N passed, N failed`.
#
# Without arguments: the tests of the pure modules from a build without outside packages, then those of the
# adapters from the whole build, then those in a browser, then schemathesis on the calls of programs, then every definition
# on DuckDB and on Sail. With module names: only those modules and what they rest on. With --list: runs nothing, and prints
# the modules that it would run, `pure NAME` or `adapter NAME` (a package rule holds this against Package.swift and the
# folders of tests). As the only name, `browser`: the tests in a browser; `engines`: those that hold a Spark cluster against
# DuckDB, on one that scripts/spark.sh starts for them (or that of REMIT_SPARK); `sail`: the same that can be held against
# Sail.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

log=$(mktemp)
trap 'rm -f "$log"' EXIT

passed=0
failed=0
skipped=0

# The module names in one list of Package.swift: `modules_in pureTests tests`.
modules_in() {
    awk -v list="let $1:" 'index($0, list) == 1 { inside = 1 } inside { print } inside && /^\]/ { exit }' \
        Package.swift | tr '\n' ' ' | grep --only-matching --extended-regexp "\b$2\( *(of:)? *\"[A-Za-z]+\"" |
        sed 's/.*"\(.*\)"/\1/'
}

# Runs `swift test` with these arguments and adds its figures to the sums.
run() {
    local status=0 total lost left_out
    printf '\n== swift test %s\n' "$*"
    swift test --disable-xctest "$@" 2>&1 | tee "$log" || status=$?
    total=$(sed -n 's/.*Test run with \([0-9]*\) tests\{0,1\} .*\(passed\|failed\) after.*/\1/p' "$log" | tail -1)
    if [[ -z $total ]]; then
        printf 'The run ended with status %s before its tests did: counted as one failure.\n' "$status"
        failed=$((failed + 1))
        return
    fi
    lost=$(grep -v 'Test run with' "$log" | grep -cE '^. Test .* failed after [0-9.]+ seconds' || true)
    left_out=$(grep -cE '^. Test .* skipped(: |\.$)' "$log" || true)
    if ((status != 0 && lost == 0)); then lost=1; fi
    if ((total == 0)); then
        printf 'No test ran: counted as one failure.\n'
        failed=$((failed + 1))
        return
    fi
    failed=$((failed + lost))
    skipped=$((skipped + left_out))
    passed=$((passed + total - lost - left_out))
}

# Adds the figures of a run that ended with this status, and whose last line of the pattern is in the log; where something
# was missing for it (3) it said so, and that is no failure: `take_sums "in a browser" STATUS PATTERN`.
take_sums() {
    local name=$1 status=$2 sums
    if ((status == 3)); then
        skipped=$((skipped + 1))
        return
    fi
    sums=$(sed -n "s/^$3\([0-9]*\) passed, \([0-9]*\) failed\$/\1 \2/p" "$log" | tail -1)
    if [[ -z $sums ]]; then
        printf 'The run %s ended with status %s before its tests did: counted as one failure.\n' "$name" "$status"
        failed=$((failed + 1))
        return
    fi
    passed=$((passed + ${sums% *}))
    failed=$((failed + ${sums#* }))
}

# Runs the tests in a browser.
run_browser() {
    local status=0
    printf '\n== tests in a browser\n'
    if [[ ! -x .build/debug/remit ]]; then swift build --product remit; fi
    scripts/browser.sh .build/debug/remit 2>&1 | tee "$log" || status=$?
    take_sums "in a browser" "$status" "Run in a browser: "
}

# Lets schemathesis try the interface for programs, for a short while; where it is missing that is said, and no failure.
run_api() {
    local status=0
    printf '\n== the interface for programs\n'
    REMIT_API_SECONDS=${REMIT_API_SECONDS:-25} scripts/api.sh .build/debug/remit || status=$?
    case $status in
    0) passed=$((passed + 1)) ;;
    3) skipped=$((skipped + 1)) ;;
    *) failed=$((failed + 1)) ;;
    esac
}

# Every rule of contract challenges on 20,000 invented rows, asked of both engines: the rows found and their pence must be
# equal. The figures of the commissioner assignment likewise.
#
# `run_definitions spark` or `sail`
run_definitions() {
    local folder status=0 remit=.build/debug/remit other=$1 engine
    printf '\n== every definition on DuckDB and on %s\n' "$other"
    swift build --product remit
    folder=$(mktemp -d)
    {
        "$remit" exemplar activity --rows 20000 --seed 11 --dir "$folder/files" &&
            "$remit" init --db "$folder/remit.sqlite" &&
            find "$folder/files" -name '*plcm*.csv' -o -name 'acm.csv' | sort |
            xargs "$remit" activity import --db "$folder/remit.sqlite" --dates day-first
    } >"$log" 2>&1 || true
    for engine in duckdb "$other"; do
        "$remit" activity challenge --engine "$engine" --db "$folder/remit.sqlite" --tables "$folder/files" \
            --found "$folder/$engine.csv" --json >"$folder/$engine.json" 2>"$log" &&
            "$remit" activity pays --engine "$engine" --db "$folder/remit.sqlite" --tables "$folder/files" \
                --json >"$folder/$engine-pays.json" 2>"$log" || status=1
    done
    if ((status != 0)) || [[ ! -s $folder/duckdb.csv || $(wc -l <"$folder/duckdb.csv") -lt 100 ]]; then
        printf 'The rules could not be asked of both engines, or found next to nothing:\n'
        tail -5 "$log"
        failed=$((failed + 1))
    elif cmp "$folder/duckdb.csv" "$folder/$other.csv" && cmp "$folder/duckdb.json" "$folder/$other.json" &&
        cmp "$folder/duckdb-pays.json" "$folder/$other-pays.json"; then
        printf '%s rows found, equal on both\n' "$(($(wc -l <"$folder/duckdb.csv") - 1))"
        passed=$((passed + 1))
    else
        diff "$folder/duckdb.csv" "$folder/$other.csv" | head -10 || true
        failed=$((failed + 1))
    fi
    rm -rf "$folder"
}

# Holds Sail against DuckDB.
run_sail() {
    export REMIT_PURE=1 REMIT_ONLY=Engines REMIT_ENGINE=sail
    run --scratch-path .build-pure --filter '^EnginesTests\.SparkDifferenceTests'
    unset REMIT_PURE REMIT_ONLY REMIT_ENGINE
    run_definitions sail
}

# The same in a run of its own, since Sail must be started for it.
run_on_sail() {
    local status=0
    scripts/sail.sh scripts/test.sh sail 2>&1 | tee "$log" || status=$?
    take_sums "on Sail" "$status" ""
}

# Holds a Spark cluster against DuckDB: first what leaves it whole, then what kills one of its workers.
run_engines() {
    export REMIT_PURE=1 REMIT_ONLY=Engines
    run --scratch-path .build-pure --filter '^EnginesTests\.Spark'
    unset REMIT_PURE REMIT_ONLY
    run_definitions spark
    if [[ -n ${REMIT_SPARK_WORKERS:-} ]]; then
        export REMIT_PURE=1 REMIT_ONLY=Engines
        REMIT_SPARK_DOOMED=${REMIT_SPARK_WORKERS%% *} run --scratch-path .build-pure --filter '^EnginesTests\.SparkKillTests'
    fi
}

pure=$(modules_in pureTests tests; echo PackageRules)
adapters=$(modules_in adapterTests tests)

if [[ ${1:-} == --list ]]; then
    for module in $pure; do printf 'pure %s\n' "$module"; done
    for module in $adapters; do printf 'adapter %s\n' "$module"; done
    exit 0
fi

if [[ ! -d .build-pure || ($# == 0 && ! -d .build) ]]; then
    printf 'Compiling for the tests. The first time takes some minutes; later, seconds.\n'
fi

if (($# == 0)); then
    export REMIT_PURE=1
    run --scratch-path .build-pure
    unset REMIT_PURE
    # The pure tests have just run: the whole build runs the rest.
    filters=()
    for module in $adapters; do filters+=(--filter "^${module}Tests\\."); done
    run "${filters[@]}"
    run_browser
    run_api
    run_on_sail
elif [[ $* == browser ]]; then
    swift build --product remit
    run_browser
elif [[ $* == engines ]]; then
    if [[ -z ${REMIT_SPARK:-} ]]; then exec scripts/spark.sh scripts/test.sh engines; fi
    run_engines
elif [[ $* == sail ]]; then
    if [[ -z ${REMIT_SPARK:-} ]]; then exec scripts/sail.sh scripts/test.sh sail; fi
    run_sail
else
    needs_adapters=0
    for module in "$@"; do
        if grep --quiet --line-regexp "$module" <<<"$adapters"; then
            needs_adapters=1
        elif ! grep --quiet --line-regexp "$module" <<<"$pure"; then
            printf 'test: no module %s has tests; these have: %s\n' "$module" "$(tr '\n' ' ' <<<"$pure $adapters")" >&2
            exit 2
        fi
    done
    REMIT_ONLY=$(
        IFS=,
        echo "$*"
    )
    export REMIT_ONLY
    if ((needs_adapters)); then
        run
    else
        export REMIT_PURE=1
        run --scratch-path .build-pure
    fi
fi

printf '\n'
if ((skipped > 0)); then
    printf '%s skipped (each says why above)\n' "$skipped"
fi
printf '%s passed, %s failed\n' "$passed" "$failed"
((failed == 0 && passed > 0))
