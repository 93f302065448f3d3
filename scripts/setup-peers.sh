#!/usr/bin/env bash
# Puts the servers that the tests talk to into .engines/peers/ of this checkout, pinned by scripts/peers.txt. Does nothing
# where they are there already. Where they cannot be had (another Python, no network) it says so, and the tests that need
# them say that they were left out.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
pins=$root/scripts/peers.txt
peers=$root/.engines/peers

if [[ -x $peers/bin/python && -f $peers/PIN ]] && cmp --silent "$pins" "$peers/PIN"; then exit 0; fi

printf 'Fetching the servers for tests\n' >&2
rm -rf "$peers"
mkdir -p "$root/.engines"
if python3 -m venv "$peers" &&
    "$peers/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --require-hashes --requirement "$pins" >&2; then
    cp "$pins" "$peers/PIN"
else
    rm -rf "$peers"
    printf 'setup: the servers for tests could not be installed; the tests that need them are left out\n' >&2
fi
