#!/usr/bin/env bash
# Sail on this machine's loopback, for quick tests: it speaks the protocol of Spark Connect in one process and starts within
# a second, but is not Spark; what must hold on Spark is tried on a cluster of it (scripts/spark.sh).
#
#   scripts/sail.sh COMMAND…    starts it, runs the command with REMIT_SPARK=sc://127.0.0.1:PORT, stops it
#
# REMIT_SAIL_SECONDS (900): the time after which it is ended whatever happens. Ends with 3 where it is not installed
# (./do setup tests).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
sail=$root/.engines/sail/bin/sail

if [[ ! -x $sail || ! -e $root/.engines/spark/libadbc_driver_spark.so ]]; then
    printf 'sail: it is not installed, or the driver for Spark is not: run ./do setup tests\n' >&2
    exit 3
fi

log=$(mktemp)
port=$(python3 -c 'import socket; held = socket.socket(); held.bind(("127.0.0.1", 0)); print(held.getsockname()[1])')
timeout --kill-after=5 "${REMIT_SAIL_SECONDS:-900}" "$sail" spark server --ip 127.0.0.1 --port "$port" >"$log" 2>&1 </dev/null &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -f "$log"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

listens() { python3 -c 'import socket, sys; socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1)' "$port" 2>/dev/null; }
for _ in {1..150}; do
    if listens; then break; fi
    if ! kill -0 "$server" 2>/dev/null; then break; fi
    sleep 0.2
done
if ! listens; then
    printf 'sail: it did not start:\n' >&2
    tail -20 "$log" >&2
    exit 1
fi

status=0
REMIT_SPARK=sc://127.0.0.1:$port "$@" || status=$?
exit "$status"
