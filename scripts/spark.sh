#!/usr/bin/env bash
# A Spark cluster of one's own on this machine, for tests and for trying things: a standalone master, two workers (each a
# process with one core, and its executor) and a Connect server, all on loopback, bounded in time and memory.
#
#   scripts/spark.sh COMMAND…    starts it, runs the command with REMIT_SPARK=sc://127.0.0.1:PORT, stops it
#   scripts/spark.sh             starts it, prints the address, and stops it at Control-C or after the time limit
#
# REMIT_SPARK_SECONDS (1800): the time after which every process of it is ended whatever happens, this one's end included.
# REMIT_SPARK_MEMORY (1g): of each executor. REMIT_SPARK_LOGS: where its logs and shuffled rows go, kept; without it a
# temporary folder, removed. REMIT_SPARK_WORKERS in the command's environment: the process ids of the two workers, each the
# leader of a group that holds its executor too.
#
# Ends with 3 where Java or the pinned Spark is not here (./do setup spark-cluster).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
home=$root/.engines/spark-cluster
limit=${REMIT_SPARK_SECONDS:-1800}
memory=${REMIT_SPARK_MEMORY:-1g}

if ! command -v java >/dev/null || [[ ! -d $home/jars ]]; then
    printf 'spark: there is no cluster to start: run ./do setup spark-cluster\n' >&2
    exit 3
fi

groups=()
if [[ -n ${REMIT_SPARK_LOGS:-} ]]; then
    mkdir -p "$REMIT_SPARK_LOGS"
    folder=$(cd "$REMIT_SPARK_LOGS" && pwd)
else
    folder=$(mktemp -d)
fi

# Each process leads a group, which is ended as a whole: a worker's executor is of its group.
stop() {
    local group
    for group in "${groups[@]}"; do kill -TERM -- "-$group" 2>/dev/null || true; done
    for _ in {1..50}; do
        for group in "${groups[@]}"; do
            if kill -0 -- "-$group" 2>/dev/null; then
                sleep 0.1
                continue 2
            fi
        done
        break
    done
    for group in "${groups[@]}"; do kill -KILL -- "-$group" 2>/dev/null || true; done
    wait 2>/dev/null || true
    if [[ -z ${REMIT_SPARK_LOGS:-} ]]; then rm -rf "$folder"; fi
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# What Spark opens of Java's own modules.
opened=()
for module in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
    java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
    opened+=("--add-opens=java.base/$module=ALL-UNNAMED")
done

export SPARK_HOME=$home SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_DIRS=$folder/scratch SPARK_WORKER_DIR=$folder/work
mkdir -p "$folder/scratch" "$folder/work"

# `begin NAME MEGABYTES ARGUMENT…`: a process of Spark in the background, with its log; `timeout` makes a group of it.
begin() {
    local name=$1 megabytes=$2
    shift 2
    timeout --kill-after=5 "$limit" java "-Xmx${megabytes}m" -XX:+UseSerialGC "${opened[@]}" \
        -Djdk.reflect.useDirectMethodHandle=false -Dio.netty.tryReflectionSetAccessible=true \
        -cp "$home/jars/*" "$@" >"$folder/$name.log" 2>&1 </dev/null &
    groups+=($!)
}

# `await NAME WORDS`: until the log of a process has them, two minutes at most.
await() {
    for _ in {1..600}; do
        if grep --quiet --extended-regexp "$2" "$folder/$1.log"; then return; fi
        kill -0 "${groups[-1]}" 2>/dev/null || break
        sleep 0.2
    done
    printf 'spark: the %s did not start:\n' "$1" >&2
    tail -20 "$folder/$1.log" >&2
    exit 1
}

read -r master_port connect_port < <(python3 -c '
import socket
held = [socket.socket() for _ in range(2)]
for one in held: one.bind(("127.0.0.1", 0))
print(*[one.getsockname()[1] for one in held])')

begin master 256 org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$master_port" --webui-port 0
await master 'New state: ALIVE'
for number in 1 2; do
    begin "worker-$number" 256 org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory "$memory" \
        --webui-port 0 --work-dir "$folder/work/$number" "spark://127.0.0.1:$master_port"
    await "worker-$number" 'Successfully registered with master'
done
workers="${groups[1]} ${groups[2]}"
begin connect 1536 -Dspark.master="spark://127.0.0.1:$master_port" -Dspark.app.name=remit \
    -Dspark.connect.grpc.binding.address=127.0.0.1 -Dspark.connect.grpc.binding.port="$connect_port" \
    -Dspark.driver.host=127.0.0.1 -Dspark.driver.bindAddress=127.0.0.1 -Dspark.ui.enabled=false \
    -Dspark.executor.memory="$memory" -Dspark.executor.cores=1 -Dspark.executor.extraJavaOptions=-XX:+UseSerialGC \
    -Dspark.sql.shuffle.partitions=4 -Dspark.sql.warehouse.dir="$folder/warehouse" \
    -Dspark.sql.session.timeZone=UTC \
    org.apache.spark.sql.connect.service.SparkConnectServer
await connect 'Spark Connect server started'

export REMIT_SPARK=sc://127.0.0.1:$connect_port REMIT_SPARK_WORKERS=$workers
if (($#)); then
    status=0
    "$@" || status=$?
    exit "$status"
fi
printf '%s\n' "$REMIT_SPARK"
sleep "$limit" &
wait $!
