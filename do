#!/usr/bin/env bash
# One door to everything that is done with this checkout. `./do help` lists it.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# Everything that is needed beyond Swift, by its Debian name; nothing is named anywhere else.
packages=(ca-certificates git libarchive-dev libcurl4-openssl-dev libsqlite3-dev libxlsxwriter-dev pkg-config)
packages_for_engines=(python3 python3-pip unzip)
packages_for_cluster=(default-jre-headless)
packages_for_benches=(python3 python3-venv wrk)
packages_for_tests=(chromium curl fonts-dejavu-core poppler-utils python3-venv shellcheck xz-utils)

usage() {
    cat <<'TEXT'
usage: ./do COMMAND

  demo [--port N]            build, fill an invented system, serve its pages and print the address
  demo --once --dir DIR      the same without serving: leaves DIR/remit.sqlite and ends
  test [MODULE…]             run the tests: all, or those of the modules named
  test browser               run those in a browser alone
  test sail                  hold Sail, which speaks Spark's protocol in one process, against DuckDB
  test engines               hold a Spark cluster, started on this machine, against DuckDB (after: setup spark-cluster)
  serve [ARGUMENT…]          build and run `remit serve` with these arguments

  setup [engines|tests]      install the libraries that are missing (engines: the solver too, into .engines/;
                             tests: these, a browser and more besides)
  setup spark                the driver for a Spark cluster; setup spark-cluster: Spark itself too, with Java
  build [release]            compile everything
  api                        let schemathesis try the interface for programs, on a demonstration; ends with 3 where it
                             is not installed
  bench [ARGUMENT…]          measure, in a release build; bench web: the server under load; bench crash: killed while
                             people work; bench activity [ROWS]: contract activity at size
  format                     lay the Swift files out as .swift-format says
  lint                       say where they are not so laid out
  new act MODULE NAME        start an act and its test: ./do new act Contracts AcceptFlaggedRow
  docs                       write again what docs/reference has been generated from
  pictures                   take the pictures in docs/pictures from a demo, at two widths
  help                       this page

Run from any folder. REMIT_BUILD=debug makes demo, serve, docs and pictures use the debug build: quicker to
compile, slower to run.
TEXT
}

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "do: $1"
    exit "${2:-1}"
}

misuse() {
    say "do: $1"
    usage >&2
    exit 2
}

in_root() { (cd "$root" && "$@"); }

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "administrator rights are needed for: $*"
    fi
}

# --- setting up

is_installed() {
    [[ $(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

need_swift() {
    command -v swift >/dev/null || fail "Swift 6.3 is needed and there is none on the path: https://www.swift.org/install"
}

# Installs what is missing; asks the network for nothing when nothing is.
setup() {
    need_swift
    local wanted=("${packages[@]}") missing=() package
    case ${1:-} in
    engines | spark) wanted+=("${packages_for_engines[@]}") ;;
    spark-cluster)
        wanted+=("${packages_for_engines[@]}")
        # Any Java will do.
        if ! command -v java >/dev/null; then wanted+=("${packages_for_cluster[@]}"); fi
        ;;
    benches) wanted+=("${packages_for_benches[@]}") ;;
    tests) wanted+=("${packages_for_engines[@]}" "${packages_for_tests[@]}") ;;
    esac
    if ! command -v apt-get >/dev/null; then
        if [[ -z ${REMIT_LIBRARIES_PRESENT:-} ]]; then
            say "do: this system has no apt-get. Remit needs libarchive, libcurl, SQLite 3 and libxlsxwriter with their"
            say "    headers, pkg-config and git. Install them, then set REMIT_LIBRARIES_PRESENT=1."
            exit 1
        fi
        return
    fi
    for package in "${wanted[@]}"; do
        is_installed "$package" || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then return; fi
    say "Installing: ${missing[*]}"
    as_root apt-get update --quiet=2 >&2
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --quiet=2 --yes --no-install-recommends "${missing[@]}" >&2
}

# --- building and running

# Builds the program in the configuration wanted and leaves its path in `program`.
build_program() {
    setup
    configuration=${REMIT_BUILD:-release}
    [[ $configuration == release || $configuration == debug ]] || fail "REMIT_BUILD is release or debug" 2
    program="$root/.build/$configuration/remit"
    if [[ ! -x $program ]]; then
        say "Compiling remit ($configuration). The first time takes some minutes; later, seconds."
    fi
    in_root swift build --configuration "$configuration" --product remit >&2
}

run_program() {
    build_program
    exec "$program" "$@"
}

build() {
    case ${1:-debug} in
    debug | release) ;;
    *) misuse "build takes nothing, or: release" ;;
    esac
    setup
    in_root swift build --configuration "${1:-debug}"
}

# --- making

new() {
    [[ ${1:-} == act && $# == 3 ]] || misuse "new takes: act MODULE NAME"
    "$root/scripts/new-act.sh" "$2" "$3"
}

docs() {
    build_program
    "$root/scripts/docs.sh" "$program" "$root/docs/reference"
}

bench() {
    [[ -x $root/scripts/bench.sh ]] || fail "there is no scripts/bench.sh to run"
    setup benches
    build_program
    case ${1:-} in
    web)
        in_root swift build --configuration "$configuration" --product bare-server >&2
        exec "$root/scripts/bench-web.sh" "$program" "$(dirname "$program")/bare-server" "${@:2}"
        ;;
    crash) exec "$root/scripts/bench-crash.sh" "$program" "${@:2}" ;;
    activity) exec "$root/scripts/bench-activity.sh" "$program" "${@:2}" ;;
    *) exec "$root/scripts/bench.sh" "$program" "$@" ;;
    esac
}

main() {
    local command=${1:-help}
    shift || true
    case $command in
    setup)
        case $* in
        "" | tests | engines | spark | spark-cluster) ;;
        *) misuse "setup takes nothing, or one of: engines, tests, spark, spark-cluster" ;;
        esac
        setup "$@"
        case ${1:-} in
        engines) "$root/scripts/setup-engines.sh" ;;
        tests)
            "$root/scripts/setup-engines.sh"
            # Sail is spoken to through it.
            "$root/scripts/setup-engines.sh" spark
            ;;
        spark | spark-cluster) "$root/scripts/setup-engines.sh" "$1" ;;
        esac
        if [[ ${1:-} == tests ]]; then "$root/scripts/setup-peers.sh"; fi
        ;;
    build) build "$@" ;;
    demo | serve) run_program "$command" "$@" ;;
    test)
        setup
        exec "$root/scripts/test.sh" "$@"
        ;;
    bench) bench "$@" ;;
    format)
        need_swift
        in_root swift format --in-place --parallel --recursive Package.swift Sources Tests
        ;;
    lint)
        need_swift
        in_root swift format lint --strict --parallel --recursive Package.swift Sources Tests
        ;;
    api)
        build_program
        exec "$root/scripts/api.sh" "$program"
        ;;
    new) new "$@" ;;
    docs) docs ;;
    pictures)
        setup tests
        "$root/scripts/setup-peers.sh"
        build_program
        exec "$root/scripts/pictures.sh" "$program" "$root/docs/pictures"
        ;;
    help | --help | -h) usage ;;
    *) misuse "there is no command '$command'" ;;
    esac
}

main "$@"
