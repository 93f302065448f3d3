#!/usr/bin/env bash
# What a large round costs to take in and to verify: 200 options, 20 members, 5 criteria, 20,000 scores, once in one act
# for each member and once in 4,000 acts, one for each member and option. There is no peer. Ends with 1 where four times
# the acts cost much more than four times as long: every act is decided from what the acts before made of the round.
#
#   scripts/bench-rounds.sh PROGRAM    PROGRAM: the release build of remit
set -euo pipefail

program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
missed=0
options=200
members=20
criteria=5

since() { awk -v a="$1" -v b="$(date +%s.%N)" 'BEGIN { printf "%.2f", b - a }'; }

# The files of a round up to the scores; the scores of the first options only, an act for each member and option.
# folder PLACE SCORED: SCORED is how many options are scored that way; 0 puts all of a member's scores in one act.
folder() {
    mkdir -p "$1/scores"
    cat >"$1/round.yaml" <<'YAML'
round: large
title: A large round
programme: {title: Everything, spend: [{title: All, amount: "£100,000,000", source: Budget}]}
benefit: whole
appeals: {address: Appeals, days: 28}
YAML
    cat >"$1/envelope.yaml" <<'YAML'
years:
  - {year: 2026/27, sources: [{title: Growth, kind: recurrent, amount: "£10,000,000"}]}
YAML
    awk -v n="$criteria" 'BEGIN {
        print "criteria:"
        for (c = 1; c <= n; c++)
            printf "  - {id: c%d, title: Criterion %d, meaning: As seen by patients, scale: {unit: points, " \
                "anchors: [{at: 0, value: 0, meaning: none}, {at: 100, value: 100, meaning: best}]}}\n", c, c
    }' >"$1/criteria.yaml"
    awk -v n="$options" 'BEGIN {
        print "options:"
        for (o = 1; o <= n; o++)
            printf "  - {id: o%d, title: Option %d, costs: {2026/27: {recurrent: \"£%d\"}}}\n", o, o, 50000 + 997 * o
    }' >"$1/options.yaml"
    awk -v n="$members" 'BEGIN {
        print "members:"
        for (m = 1; m <= n; m++) printf "  - {id: m%d, role: Member %d, kind: lay%s}\n", m, m, (m == 1 ? ", isChair: true" : "")
    }' >"$1/members.yaml"
    awk -v n="$members" -v k="$criteria" 'BEGIN {
        print "weights:"
        for (m = 1; m <= n; m++) {
            printf "  - {member: m%d, given: [{method: swing, swings: [", m
            for (c = 1; c <= k; c++) printf "%s{criterion: c%d, points: %d}", (c > 1 ? ", " : ""), c, (c == 1 ? 100 : 20 + (m * c) % 70)
            print "]}]}"
        }
    }' >"$1/weights.yaml"
    awk -v place="$1/scores" -v scored="$2" -v n="$options" -v p="$members" -v k="$criteria" '
        function scores(file, m, first, last,    o, c) {
            printf "  - {member: m%d, scores: [", m >file
            for (o = first; o <= last; o++) for (c = 1; c <= k; c++)
                printf "%s{option: o%d, criterion: c%d, value: %d}", (o == first && c == 1 ? "" : ", "), o, c, (o * 7 + m * 13 + c * 31) % 101 >file
            print "]}" >file
        }
        BEGIN {
            files = scored ? scored : 1
            for (f = 1; f <= files; f++) {
                file = sprintf("%s/%03d.yaml", place, f)
                print "scores:" >file
                for (m = 1; m <= p; m++) scores(file, m, scored ? f : 1, scored ? f : n)
                close(file)
            }
        }'
}

# taken NAME SCORED WHAT: prints what it costs, and leaves the sum in $seconds.
taken() {
    local start taking verifying
    folder "$work/$1" "$2"
    "$program" init --db "$work/$1.sqlite" >/dev/null
    start=$(date +%s.%N)
    "$program" round new "$work/$1" --db "$work/$1.sqlite" --as Bench >/dev/null
    taking=$(since "$start")
    start=$(date +%s.%N)
    "$program" verify --db "$work/$1.sqlite" >/dev/null
    verifying=$(since "$start")
    printf '%-62s %8s s   verified in %s s\n' "$3" "$taking" "$verifying"
    seconds=$(awk -v a="$taking" -v b="$verifying" 'BEGIN { print a + b }')
}

printf 'A round of %s options and %s members\n' "$options" "$members"
taken whole 0 "  scores in 20 acts (265 in all)"
taken quarter 50 "  scores in 1,000 acts"
quarter=$seconds
taken parts 200 "  scores in 4,000 acts"
ratio=$(awk -v a="$seconds" -v b="$quarter" 'BEGIN { printf "%.2f", a / b }')
verdict=$(awk -v v="$ratio" 'BEGIN { print (v <= 5) ? "holds" : "MISSED" }')
printf '%-62s %8s     bar     5  %s\n' "  4,000 acts cost against 1,000" "$ratio" "$verdict"
if [[ $verdict == MISSED ]]; then missed=1; fi

exit "$missed"
