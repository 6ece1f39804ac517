# Builds the benchmarks and runs their main classes. Sourced by the scripts beside it, which set `root` and `java_memory`.

source "$root/build/find-jdk.sh"

# Compiles the benchmarks, without checks and tests; sets class_path.
build_benchmarks() {
    if ! find_java build; then
        explain_missing_java build
        exit 1
    fi
    echo "Building ..." >&2
    JAVA_HOME=$java_home "$root/mvnw" -f "$root/pom.xml" -q -B -Dquick -Dtarget.folder=target/quick -Dmaven.test.skip \
        -pl benchmarks -am package >&2
    local built=$root/benchmarks/target/quick
    class_path=$(printf '%s:' "$built"/tandem-benchmarks-*.jar)$(<"$built/class-path")
}

# Runs the main class $1 with the other arguments.
run_benchmark() {
    local main_class=org.tandemrec.benchmarks.$1
    shift
    "$java_home/bin/java" "-Xmx$java_memory" --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow "-Djava.util.logging.config.file=$root/build/logging.properties" \
        -cp "$class_path" "$main_class" "$@"
}

# Sets uri to the Milvus of --uri or TANDEM_MILVUS_URI ($1), or to one of its own in a folder below $2.
find_milvus() {
    uri=$1
    [[ -z $uri ]] || return 0
    milvus_data=$2/milvus
    uri=$("$root/dev/milvus" start --port 0 --data "$milvus_data") || exit $?
}

# Stops the server that find_milvus started.
stop_milvus() {
    [[ -z ${milvus_data:-} ]] || "$root/dev/milvus" stop --data "$milvus_data" >/dev/null 2>&1 || true
}
