#!/usr/bin/env bash
# The exact frontier of fifty budgets on two hundred options beside HiGHS cold and one by one, and the core index of
# twenty-four options with a thousand draws. Ends with 1 where a bar is missed.
#
#   scripts/bench-solver.sh [BENCH]    BENCH: the release build of the product `bench`; built where it is not given
#
# The peer runs in a throw-away environment with the packages pinned below (REMIT_PEER_PYTHON: one that has them).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
shared=${REMIT_SHARED:-$root/../shared}
data=$shared/bench/data
workers=2

if [[ ! -f $data/knap200.csv ]]; then
    printf 'The benchmark of the solver is skipped: there is no %s\n' "bench/data beside the checkout"
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
missed=0

program=${1:-}
if [[ -z $program ]]; then
    (cd "$root" && REMIT_PURE=1 swift build --configuration release --product bench --scratch-path .build-bench >&2)
    program=$root/.build-bench/release/bench
fi
"$root/scripts/setup-engines.sh"
export REMIT_HIGHS=${REMIT_HIGHS:-$root/.engines/highs/libhighs.so}

python=${REMIT_PEER_PYTHON:-}
if [[ -z $python ]]; then
    python3 -m venv "$work/peer"
    python=$work/peer/bin/python
    "$python" -m pip install --quiet --disable-pip-version-check numpy==2.4.6 pandas==3.1.1 highspy==1.15.1
fi

# A fresh solver for each budget, one after another in one process. Only building the model in the library and
# running it are timed, not reading the files and not what Python does to prepare the rows.
cat >"$work/cold.py" <<'PYTHON'
import json, sys, time
import highspy, numpy as np, pandas as pd

data = sys.argv[1]
options = pd.read_csv(data + "/knap200.csv")
rules = json.load(open(data + "/knap200_constraints.json"))
n = len(options)
place = {name: i for i, name in enumerate(options.id)}
invests = [kind == "invest" for kind in options.kind]
inf = highspy.kHighsInf

rows = []
def row(low, high, amounts):
    amounts = {i: a for i, a in amounts.items() if a != 0}
    rows.append((low, high, len(amounts), np.array(list(amounts), dtype=np.int32),
                 np.array(list(amounts.values()), dtype=float)))

row(-inf, 0, dict(enumerate(options.cost)))
for programme, limit in rules["ringfence_programme"].items():
    row(-inf, limit, {i: options.cost[i] for i in range(n) if options.programme[i] == int(programme) and invests[i]})
for area in range(12):
    row(rules["min_invest_per_area"], inf, {i: 1 for i in range(n) if options.area[i] == area and invests[i]})
row(-inf, rules["wte_max"], dict(enumerate(options.wte)))
row(-inf, rules["capital_max"], dict(enumerate(options.capital)))
for group in rules["exclusive_groups"]:
    row(-inf, 1, {place[p]: 1 for p in group})
for a, b in rules["requires"]:
    row(-inf, 0, {place[a]: 1, place[b]: -1})
row(-inf, rules["disinvest_max"], {i: 1 for i in range(n) if not invests[i]})
low, high = np.zeros(n), np.ones(n)
for p in rules["locked_in"]: low[place[p]] = 1
for p in rules["locked_out"]: high[place[p]] = 0
benefit = options.benefit.to_numpy(dtype=float)
every = np.arange(n, dtype=np.int32)
whole = np.array([highspy.HighsVarType.kInteger] * n)

seconds, proved, values = 0.0, 0, []
for budget in rules["budgets"]:
    began = time.perf_counter()
    h = highspy.Highs()
    h.setOptionValue("output_flag", False)
    h.setOptionValue("threads", 1)
    h.setOptionValue("mip_rel_gap", 0.001)
    h.addVars(n, low, high)
    h.changeColsCost(n, every, benefit)
    h.changeColsIntegrality(n, every, whole)
    h.changeObjectiveSense(highspy.ObjSense.kMaximize)
    for k, (least, most, count, items, amounts) in enumerate(rows):
        h.addRow(least, budget if k == 0 else most, count, items, amounts)
    h.run()
    seconds += time.perf_counter() - began
    proved += h.getModelStatus() == highspy.HighsModelStatus.kOptimal
    values.append(h.getInfo().objective_function_value)
print(json.dumps(dict(seconds=seconds, proved=proved, values=values)))
PYTHON

# The figure of a key on the line that has a part.
figure() { sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p" <<<"$2"; }

# bar WHAT VALUE LIMIT UNIT
bar() {
    local verdict
    verdict=$(awk -v v="$2" -v l="$3" 'BEGIN { print (v <= l) ? "holds" : "MISSED" }')
    printf '%-62s %8.3f %-5s bar %5s  %s\n' "$1" "$2" "$4" "$3" "$verdict"
    if [[ $verdict == MISSED ]]; then missed=1; fi
}

printf 'Cores: %s. Load before: %s\n' "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"

"$python" "$work/cold.py" "$data" >"$work/peer.json"
"$program" solver frontier "$data/knap200.csv" "$data/knap200_constraints.json" "$workers" >"$work/ours.txt"
ours=$(tail -1 "$work/ours.txt")
ours_seconds=$(figure seconds "$ours")
ours_proved=$(figure proved "$ours")
read -r peer_seconds peer_proved < <("$python" -c \
    'import json, sys; d = json.load(open(sys.argv[1])); print(d["seconds"], d["proved"])' "$work/peer.json")
printf 'Frontier, 50 budgets, 200 options, gap 0.1 %%:\n'
printf '  ours  %8.3f s  %s of 50 proved  (%s worker processes of one thread each, and the one that asks)\n' \
    "$ours_seconds" "$ours_proved" "$workers"
printf '  peer  %8.3f s  %s of 50 proved  (HiGHS cold, one by one: one process, one thread)\n' \
    "$peer_seconds" "$peer_proved"
bar "  ours / peer" "$(awk -v a="$ours_seconds" -v b="$peer_seconds" 'BEGIN { print a / b }')" 0.5 ""
if [[ $ours_proved != 50 || $peer_proved != 50 ]]; then
    printf '  MISSED: not every point is proved\n'
    missed=1
fi

# Ours against the frontier kept beside the inputs: each within the gap of the other.
if ! "$python" - "$work/ours.txt" "$data/knap200_frontier_highs.csv" <<'PYTHON'; then missed=1; fi
import csv, json, sys
ours = [json.loads(line) for line in open(sys.argv[1])][:-1]
kept = [float(r["benefit"]) for r in csv.DictReader(open(sys.argv[2]))]
apart = [abs(o["value"] - k) / k for o, k in zip(ours, kept)]
above = [o["budgetPence"] for o, k in zip(ours, kept) if k > o["bound"] + 1e-6]
print(f"  largest distance from the kept frontier: {100 * max(apart):.4f} %; "
      f"kept values above our bound: {len(above)}; rows broken: {sum(o['broken'] for o in ours)}")
sys.exit(len(ours) != len(kept) or max(apart) > 0.001 or bool(above) or any(o["broken"] for o in ours))
PYTHON

core=$("$program" solver core "$data/knap200.csv" "$data/knap200_constraints.json" "$workers" | tail -1)
if [[ $(figure proved "$core") != 1000 ]]; then
    printf '  MISSED: not every draw of the core index is proved\n'
    missed=1
fi
bar "Core index, 1,000 draws, 24 options ($workers worker processes)" "$(figure seconds "$core")" 10 s

exit "$missed"
