# Chooses the JVM's options by command. Sourced by ./tandem, which sets `assembly` and `java_home`.

# Commands that train or scan: they need SIMD and the optimising compiler. All others only answer.
is_computing_command() {
    local word
    for word in "$@"; do
        case $word in
            quickstart | train | evaluate | index) return 0 ;;
            recommend | similar | search | models | check | fetch | sample) return 1 ;;
        esac
    done
    return 1
}

choose_java_options() {
    set_platform
    java_options=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC)
    if [[ -d $assembly/native/$platform ]]; then
        java_options+=("-Donnxruntime.native.path=$assembly/native/$platform")
    fi
    if is_computing_command "$@"; then
        java_options+=(--add-modules jdk.incubator.vector -Dtandem.standard-error=3)
    fi
    # shellcheck disable=SC2206
    java_options+=(${TANDEM_JAVA_OPTIONS:-})
}

# Copies its input, but for the one line that says that the Vector API is an incubating module.
without_incubator_warning() {
    local line
    while IFS= read -r line || [[ -n $line ]]; do
        [[ $line == "WARNING: Using incubator modules: jdk.incubator.vector" ]] || printf '%s\n' "$line"
    done
}
