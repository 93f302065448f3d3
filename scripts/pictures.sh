#!/usr/bin/env bash
# Takes the pictures of the documents: `pictures.sh PROGRAM FOLDER`.
#
# Fills the invented system into a temporary folder, serves it on this machine only, photographs each page at
# 1280 and 375 pixels wide, and ends the server it started.
set -euo pipefail

program=$1
folder=$2

# name and path of each page; further pages: PICTURES="name=/path name=/path".
pages=(overview=/)
if [[ -n ${PICTURES:-} ]]; then read -r -a pages <<<"$PICTURES"; fi

# The first link in the page read that begins with the path given.
first_link() { grep --only-matching --extended-regexp "href=\"$1[^\"#?]*\"" | head -1 | cut -d'"' -f2 || true; }

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

fetch() {
    local path=$1 reply
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$path" "$port" >&3
    reply=$(cat <&3)
    exec 3>&-
    printf '%s\n' "$reply"
}

port=${PORT:-8931}
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done

"$program" demo --dir "$work/demo" --port "$port" >"$work/server.log" 2>&1 &
server=$!
for _ in $(seq 240); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
    if ! kill -0 "$server" 2>/dev/null; then
        cat "$work/server.log" >&2
        printf 'pictures: the demo ended before it served a page\n' >&2
        exit 1
    fi
    sleep 0.5
done

if [[ -z ${PICTURES:-} ]]; then
    home=$(fetch /)
    for stem in positions forecast movable spend-by inertia concentration rules imports commissioners contracts; do
        path=$(first_link "/$stem" <<<"$home")
        if [[ -n $path ]]; then pages+=("$stem=$path"); fi
    done
fi

browser=$(command -v chromium || command -v chromium-browser)
options=(--headless=new --disable-gpu --hide-scrollbars --no-first-run --user-data-dir="$work/browser"
    --virtual-time-budget=2000)
# Chromium refuses its sandbox to the administrator; the page is ours and on this machine.
if [[ $(id -u) == 0 ]]; then options+=(--no-sandbox); fi

mkdir -p "$folder"
for page in "${pages[@]}"; do
    for width in 1280 375; do
        name=${page%%=*}
        if ((width != 1280)); then name+=-$width; fi
        height=$((width == 1280 ? 960 : 1400))
        timeout 60 "$browser" "${options[@]}" --window-size="$width,$height" --screenshot="$folder/$name.png" \
            "http://127.0.0.1:$port${page#*=}" >"$work/browser.log" 2>&1 || {
            cat "$work/browser.log" >&2
            exit 1
        }
        printf '%s\n' "$folder/$name.png"
    done
done
