#!/usr/bin/env bash
# Puts what the tests need of somebody else's into .engines/NAME/ of this checkout, pinned by scripts/NAME.txt: the servers
# that they talk to (peers), what drives a browser (browser), what tries the calls of programs (api), and Sail, which speaks
# Spark's protocol (sail). Does nothing where they are there already. Where they cannot be had (another Python, no network)
# it says so, and the tests that need them say that they were left out.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# `fetch NAME WHAT`: one of them, with its packages.
fetch() {
    local pins=$root/scripts/$1.txt place=$root/.engines/$1
    if [[ -x $place/bin/python && -f $place/PIN ]] && cmp --silent "$pins" "$place/PIN"; then return; fi
    printf 'Fetching %s for tests\n' "$2" >&2
    rm -rf "$place"
    mkdir -p "$root/.engines"
    if python3 -m venv "$place" &&
        "$place/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
            --require-hashes --requirement "$pins" >&2; then
        cp "$pins" "$place/PIN"
    else
        rm -rf "$place"
        printf 'setup: %s for tests could not be installed; the tests that need it are left out\n' "$2" >&2
    fi
}

fetch peers "the servers"
fetch browser "the driver of a browser"
fetch api "what tries the calls of programs"
fetch sail "a server that speaks Spark's protocol"
