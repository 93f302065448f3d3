#!/usr/bin/env bash
# Takes the pictures of the documents: `pictures.sh PROGRAM FOLDER`.
#
# Fills the invented system into a temporary folder, serves it on this machine only, photographs each page below,
# and ends the server it started. What stands in FOLDER and is not taken here is left alone.
set -euo pipefail

program=$1
folder=$2
round=/rounds/dental-2025

# NAME[:HEIGHT]=PATH, 1280 pixels wide, or 375 where the name ends in -375. A path under /published is of the record
# that the demo publishes. Others: PICTURES="name=/path name=/path".
pages=(
    overview=/
    "round:1560=$round"
    "round-375=$round"
    "option:1130=$round/options/urgent-centre-coast"
    "sure:1880=$round/robustness"
    "record:1130=/published/dental-2025/index.html"
    "interests:1500=/interests"
    "meeting:2100=/meetings/pccc-5"
    "meeting-375=/meetings/pccc-5"
    "who-decides:1400=/who-decides?q=dental+contract"
    "accountability:1880=/accountability"
)
if [[ -n ${PICTURES:-} ]]; then read -r -a pages <<<"$PICTURES"; fi

work=$(mktemp -d)
server=
finish() {
    if [[ -n $server ]]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap finish EXIT

port=${PORT:-8931}
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done

"$program" demo --dir "$work/demo" --port "$port" >"$work/server.log" 2>&1 &
server=$!
for _ in $(seq 480); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
    if ! kill -0 "$server" 2>/dev/null; then
        cat "$work/server.log" >&2
        printf 'pictures: the demo ended before it served a page\n' >&2
        exit 1
    fi
    sleep 0.5
done

# The first line of the answer says whether there is such a page.
is_there() {
    local status
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$1" "$port" >&3
    read -r status <&3
    exec 3>&-
    [[ $status == *" 200 "* ]]
}

browser=$(command -v chromium || command -v chromium-browser)
options=(--headless=new --disable-gpu --hide-scrollbars --no-first-run --user-data-dir="$work/browser"
    --virtual-time-budget=2000)
# Chromium refuses its sandbox to the administrator; the page is ours and on this machine.
if [[ $(id -u) == 0 ]]; then options+=(--no-sandbox); fi

mkdir -p "$folder"
for page in "${pages[@]}"; do
    name=${page%%=*}
    path=${page#*=}
    width=1280
    height=960
    if [[ $name == *:* ]]; then
        height=${name#*:}
        name=${name%%:*}
    fi
    if [[ $name == *-375 ]]; then
        width=375
        if [[ ${page%%=*} != *:* ]]; then height=1400; fi
    fi
    if [[ $path == /published/* ]]; then
        address="file://$work/demo$path"
    elif is_there "$path"; then
        address="http://127.0.0.1:$port$path"
    else
        printf 'pictures: there is no page %s\n' "$path" >&2
        exit 1
    fi
    timeout 60 "$browser" "${options[@]}" --window-size="$width,$height" --screenshot="$folder/$name.png" \
        "$address" >"$work/browser.log" 2>&1 || {
        cat "$work/browser.log" >&2
        exit 1
    }
    printf '%s\n' "$folder/$name.png"
done
