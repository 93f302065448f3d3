#!/usr/bin/env bash
# Takes the pictures of the documents: `pictures.sh PROGRAM FOLDER [NAME=PATH…]`; Tests/Browser/pictures.py says which.
#
# Fills the invented system into a temporary folder, serves it on this machine only, and ends the server it started.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
python=$root/.engines/browser/bin/python
program=$1
shift

if [[ ! -x $python ]]; then
    printf 'pictures: ./do setup tests installs what takes them\n' >&2
    exit 1
fi
export REMIT_PROGRAM=$program PYTHONDONTWRITEBYTECODE=1
exec "$python" "$root/Tests/Browser/pictures.py" "$@"
