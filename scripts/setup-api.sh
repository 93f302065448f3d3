#!/usr/bin/env bash
# Puts the program that tries the interface for programs into .engines/api/ of this checkout, pinned by scripts/api.txt.
# Does nothing where it is there already. Where it cannot be had (another Python, no network) it says so, and ./do api
# says that it was left out.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
pins=$root/scripts/api.txt
place=$root/.engines/api

if [[ -x $place/bin/st && -f $place/PIN ]] && cmp --silent "$pins" "$place/PIN"; then exit 0; fi

printf 'Fetching what tries the interface for programs\n' >&2
rm -rf "$place"
mkdir -p "$root/.engines"
if python3 -m venv "$place" &&
    "$place/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --require-hashes --requirement "$pins" >&2; then
    cp "$pins" "$place/PIN"
else
    rm -rf "$place"
    printf 'setup: schemathesis could not be installed; ./do api is left out\n' >&2
fi
