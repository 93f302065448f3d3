#!/usr/bin/env bash
# Kills the server with SIGKILL while people work, and looks each time whether all that was acknowledged is on the
# record: `./do bench crash [KILLS [SEED]]` builds for release and calls this with the program's path.
#
# Ends with 1 where an acknowledged act is lost, the journal does not hold or anything is half-written.
set -euo pipefail

program=$1
kills=${2:-200}
seed=${3:-$RANDOM}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v python3 >/dev/null || {
    echo "python3 is missing: ./do setup engines" >&2
    exit 1
}
printf 'Cores: %s. Load before: %s. Seed: %s\n' "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)" "$seed"
python3 "$root/scripts/bench-crash.py" "$program" "$work" "$kills" "$seed"
