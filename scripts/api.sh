#!/usr/bin/env bash
# Lets schemathesis try the interface for programs: every call that the OpenAPI document of a running server names, with
# a fixed number of examples and a fixed seed, against a demonstration on this machine: as somebody who may everything
# that a token can be for, with names made up and with names that are there, and as a member of a panel.
#
# Usage: api.sh PROGRAM. Ends with 0 where no answer was a server's error and each was as the document says, with 3 where
# schemathesis is not installed, and else with 1.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$(realpath "$1")
trier=$root/.engines/api/bin/st
examples=${REMIT_API_EXAMPLES:-8}
# For each of the three.
seconds=${REMIT_API_SECONDS:-40}

if [[ ! -x $trier ]]; then
    printf 'schemathesis is not installed (./do setup tests installs it): the interface for programs was not tried.\n'
    exit 3
fi

work=$(mktemp -d)
server=
trap 'if [[ -n $server ]]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi; rm -rf "$work"' EXIT

"$program" demo --once --dir "$work/demo" >/dev/null
db=$work/demo/remit.sqlite

for role in administrator analyst governance-lead contract-manager panel-member; do
    # One that is held already is refused.
    "$program" user grant a001 "$role" --commissioner QZW --db "$db" >/dev/null 2>&1 || true
done

# Prints a token of an account for these scopes.
token() {
    local account=$1 scope scopes=()
    shift
    for scope in "$@"; do scopes+=(--scope "$scope"); done
    "$program" user token make "$account" trial "${scopes[@]}" --db "$db" 2>/dev/null |
        grep --only-matching 'remit_[A-Za-z0-9_-]*'
}

mapfile -t all < <(sed -n 's/^\([a-zA-Z]*\),.*/\1/p' "$root/Sources/Access/Definitions/permissions.csv" |
    grep -vxE 'permission|manageOwnAccount|useAPI' | sed 's/[A-Z]/-\L&/g')
whole=$(token a001 "${all[@]}")
member=$(token a004 read-rounds weigh score-options cast-ballots declare-own-interests read-meetings \
    take-part-in-meetings read-scores-of-others)

"$program" serve --db "$db" --port 0 --published "$work" >"$work/server.out" 2>"$work/server.err" &
server=$!
address=
for _ in $(seq 1 200); do
    address=$(grep --only-matching --max-count 1 'http://127\.0\.0\.1:[0-9]*' "$work/server.out" "$work/server.err" 2>/dev/null |
        head -1 | sed 's/.*http:/http:/' || true)
    [[ -z $address ]] || break
    sleep 0.1
done
if [[ -z $address ]]; then
    cat "$work/server.err" >&2
    exit 1
fi

# The first value at a key of the first row of a table.
first() {
    curl --silent --header "Authorization: Bearer $whole" "$address/api/v1/$1" |
        sed -n "s/^ *\"$2\": \"\([^\"]*\)\".*/\1/p" | head -1
}

cat >"$work/known.toml" <<TOML
[parameters]
"path.round" = "toothache-2027"
"path.meeting" = "$(first meetings meetingPath | sed 's|.*/||')"
"path.committee" = "$(first committees committee)"
"path.person" = "p12"
"path.code" = "QZW"
"path.account" = "a006"
"path.place" = 0
"path.number" = "$(first commissioners/QZW/contracts contract)"
"path.digest" = "$(first imports digest)"
"path.bundle" = "$(first activity/bundles bundle)"
"path.matter" = "$(first activity/notices matter)"
TOML
: >"$work/made-up.toml"

checks=not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance
checks+=,response_schema_conformance,negative_data_rejection,unsupported_method,allow_header_conformance,ignored_auth

cd "$work"
worst=0

# As whom, with whose token, with which names. In one thread: CPython 3.11 may fail to parse in several at once.
try() {
    local status=0
    printf '\n-- %s\n' "$1"
    "$trier" --config-file "$3" run "$address/api/v1/openapi.json" --url "$address" \
        --header "Authorization: Bearer $2" --phases examples,coverage,fuzzing --checks "$checks" \
        --max-examples "$examples" --max-time "$seconds" --seed 20261122 --workers 1 --continue-on-failure \
        --output-truncate true --no-color >"$work/trial.txt" 2>&1 || status=$?
    if ((status == 0)); then
        grep -E '^ *(Tested|[0-9]+ generated)' "$work/trial.txt" || true
    else
        cut -c1-2000 "$work/trial.txt"
        worst=1
    fi
}

try 'who may everything, names that are there' "$whole" "$work/known.toml"
try 'a member of a panel, names that are there' "$member" "$work/known.toml"
try 'who may everything, names made up' "$whole" "$work/made-up.toml"

if grep --extended-regexp 'remit: fault|"event":"fault"' "$work/server.err"; then worst=1; fi
"$program" verify --db "$db" >/dev/null || worst=1
if ((worst == 0)); then printf '\nNo error of the server, every answer as the document says, and the journal holds.\n'; fi
exit "$worst"
