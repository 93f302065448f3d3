#!/usr/bin/env bash
# The server under load: `./do bench web [MINUTES]` builds for release and calls this with the program's path and that of
# a bare handler of the same web framework. MINUTES is how long a hundred people score; five if it is not said.
#
# Ends with 1 where a bar is missed.
set -euo pipefail

program=$1
bare=$2
minutes=${3:-5}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
shared=${REMIT_SHARED:-$root/../shared}
data=$shared/data/nhsbsa_dental
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in python3 wrk; do
    command -v "$tool" >/dev/null || {
        echo "$tool is missing: install it, or use ./do bench web" >&2
        exit 1
    }
done
[[ -d $data ]] || data=
printf 'Cores: %s. Load before: %s\n' "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
python3 "$root/scripts/bench-web.py" "$program" "$bare" "$work" "$data" "$minutes"
printf 'Load after: %s\n' "$(cut -d' ' -f1 /proc/loadavg)"
