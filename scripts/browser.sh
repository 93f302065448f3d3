#!/usr/bin/env bash
# Runs the tests in a browser: `browser.sh PROGRAM [MODULE…]`, a module being a file of Tests/Browser without its ending.
#
# Ends with status 3, and says why, where there is no Chromium or nothing to drive it with.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
python=$root/.engines/browser/bin/python
program=$1
shift

if [[ -z $(command -v chromium || command -v chromium-browser) || ! -x $python ]]; then
    printf 'The tests in a browser are skipped: ./do setup tests installs Chromium and what drives it.\n'
    exit 3
fi
if [[ -z ${REMIT_HIGHS:-} && -f $root/.engines/highs/libhighs.so ]]; then
    export REMIT_HIGHS=$root/.engines/highs/libhighs.so
fi
export REMIT_PROGRAM=$program PYTHONDONTWRITEBYTECODE=1
exec "$python" "$root/Tests/Browser/run.py" "$@"
