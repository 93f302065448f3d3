#!/usr/bin/env bash
# Puts the solver's library, with its licence, into .engines/ of this checkout: fetched by version and digest as
# scripts/engines.txt says, unpacked, nothing run. Does nothing where that version is there already.
#
# REMIT_WHEELS=DIR takes the files from a folder instead of the network.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
pins=$root/scripts/engines.txt
engine=$root/.engines/highs

pin=$(grep --invert-match '^#' "$pins")
if [[ -f $engine/libhighs.so && -f $engine/PIN && $(<"$engine/PIN") == "$pin" ]]; then exit 0; fi

case $(uname -s)-$(uname -m) in
Linux-x86_64) ;;
*)
    printf 'setup: the pinned solver is for Linux on x86_64; elsewhere set REMIT_HIGHS to a libhighs.so\n' >&2
    exit 1
    ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

source=()
if [[ -n ${REMIT_WHEELS:-} ]]; then source=(--no-index --find-links "$REMIT_WHEELS"); fi
printf 'Fetching the solver: %s\n' "${pin%% *}" >&2
python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
    "${source[@]}" --dest "$work" --requirement "$pins" >&2

# The library and its licence, and nothing else of the package.
unzip -q -o -j "$work"/highsbox-*.whl '*/lib/libhighs.so' '*/HIGHS/LICENSE.txt' -d "$work/highs"
printf '%s\n' "$pin" >"$work/highs/PIN"
mkdir -p "$root/.engines"
rm -rf "$engine"
mv "$work/highs" "$engine"
