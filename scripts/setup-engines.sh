#!/usr/bin/env bash
# Puts the libraries of the engines, with their licences, into .engines/ of this checkout, fetched by version and digest as
# scripts/engines.txt says, unpacked, nothing run. Does nothing for an engine of which that version is there already.
#
#   setup-engines.sh                  the solver HiGHS and the query engine DuckDB
#   setup-engines.sh spark            the driver through which a Spark cluster is spoken to
#   setup-engines.sh spark-cluster    that, and Spark itself for a cluster on this machine (it needs Java 17 or later)
#
# REMIT_WHEELS=DIR takes the files from a folder instead of the network.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What of a wheel goes into which folder: `unpack_NAME WHEEL FOLDER`.

unpack_highsbox() { unzip -q -o -j "$1" '*/lib/libhighs.so' '*/HIGHS/LICENSE.txt' -d "$2"; }

# The library is a module of CPython too, and looks for its names when it is opened; a stub of them stands beside it.
unpack_duckdb() {
    unzip -q -o -j "$1" '_duckdb.*.so' '*.dist-info/licenses/LICENSE' -d "$2"
    mv "$2"/_duckdb.*.so "$2/libduckdb.so"
    mv "$2/LICENSE" "$2/LICENSE.txt"
    local compiler
    compiler=$(command -v clang || command -v cc) || {
        printf 'setup: clang comes with Swift and is not on the path\n' >&2
        return 1
    }
    "$compiler" -shared -fPIC -fno-common -o "$2/libduckdb-names.so" "$root/scripts/duckdb-names.c"
}

unpack_adbc_driver_spark() {
    unzip -q -o -j "$1" '*/libadbc_driver_spark.so' '*.dist-info/METADATA' -d "$2"
}

# Of the archive only what Java runs; its Python is left out.
unpack_pyspark() { tar -xzf "$1" -C "$2" --strip-components=2 --wildcards '*/deps/jars/*' '*/deps/licenses/*'; }

# `setup_engine PACKAGE FOLDER LIBRARY SETTING`
setup_engine() {
    local package=$1 engine=$root/.engines/$2 library=$3 setting=$4 pin source=()
    pin=$(grep "^$package==" "$root/scripts/engines.txt")
    if [[ -e $engine/$library && -f $engine/PIN && $(<"$engine/PIN") == "$pin" ]]; then return; fi
    case $(uname -s)-$(uname -m) in
    Linux-x86_64) ;;
    *)
        printf 'setup: the pinned %s is for Linux on x86_64; elsewhere set %s to a %s\n' \
            "$package" "$setting" "$library" >&2
        return 1
        ;;
    esac
    if [[ -n ${REMIT_WHEELS:-} ]]; then source=(--no-index --find-links "$REMIT_WHEELS"); fi
    printf 'Fetching an engine: %s\n' "${pin%% *}" >&2
    printf '%s\n' "$pin" >"$work/$package.txt"
    # The file is that of the digest, whichever Python is here.
    local form=(--only-binary :all: --python-version 3.11 --implementation cp --abi cp311 --abi none --abi abi3
        --platform any --platform manylinux_2_34_x86_64 --platform manylinux_2_28_x86_64
        --platform manylinux_2_27_x86_64 --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64)
    # Spark comes as an archive of its own Java programs.
    if [[ $package == pyspark ]]; then form=(--no-binary :all:); fi
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes "${form[@]}" \
        "${source[@]}" --dest "$work" --requirement "$work/$package.txt" >&2
    mkdir -p "$work/$package"
    local file=("$work/${package//-/_}"-*.*)
    "unpack_${package//-/_}" "${file[0]}" "$work/$package"
    printf '%s\n' "$pin" >"$work/$package/PIN"
    mkdir -p "$root/.engines"
    rm -rf "$engine"
    mv "$work/$package" "$engine"
}

case ${1:-} in
"")
    setup_engine highsbox highs libhighs.so REMIT_HIGHS
    setup_engine duckdb duckdb libduckdb.so REMIT_DUCKDB
    ;;
spark | spark-cluster)
    setup_engine adbc-driver-spark spark libadbc_driver_spark.so REMIT_SPARK_DRIVER
    if [[ $1 == spark-cluster ]]; then setup_engine pyspark spark-cluster jars SPARK_HOME; fi
    ;;
*)
    printf 'setup: takes nothing, or: spark, or: spark-cluster\n' >&2
    exit 2
    ;;
esac
