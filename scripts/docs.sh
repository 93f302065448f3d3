#!/usr/bin/env bash
# Writes what is generated: `docs.sh PROGRAM FOLDER`.
#
# commands.md, rules.md, routes.md, state-diagrams.md and schema.sql come from the program; migrations.txt is the list of the
# migrations' digests. A migration that was released with a version keeps its digest for ever: this refuses.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)

mkdir -p "$folder"
"$program" docs "$folder"

held="$root/docs/reference/migrations.txt"
list=$(mktemp)
trap 'rm -f "$list"' EXIT

cd "$root/Sources/Store/Migrations"
for file in m*.sql; do
    [[ -e $file ]] || continue
    digest=$(sha256sum "$file" | cut -d' ' -f1)
    released=unreleased
    if [[ -f $held ]]; then
        read -r old version < <(awk -v file="$file" '$2 == file { print $1, $3 }' "$held") || true
        if [[ -n ${version:-} && $version != unreleased ]]; then
            if [[ $old != "$digest" ]]; then
                printf 'docs: %s was released in %s and has been changed since; write a new migration\n' \
                    "$file" "$version" >&2
                exit 1
            fi
            released=$version
        fi
        version=
    fi
    printf '%s %s %s\n' "$digest" "$file" "$released" >>"$list"
done
cp "$list" "$folder/migrations.txt"
