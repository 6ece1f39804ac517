# Chooses the JVM's options by command. Sourced by build/assemble.sh, which sets `root` and `assembly`.

# Succeeds for the commands that train or scan, and for any that is not known here: they get the Vector
# API. The others start faster without it: its module keeps the JVM from using its archive of classes.
is_computing_command() {
    local word
    for word in "$@"; do
        case $word in
            recommend) is_reindexing "$@" && return 0 || return 1 ;;
            similar | search | models | import-towers | export | check | fetch | sample | help) return 1 ;;
            -*) ;;
            *) return 0 ;;
        esac
    done
    return 1
}

# `recommend -i` builds the index anew first.
is_reindexing() {
    local word
    for word in "$@"; do
        [[ $word != -i ]] || return 0
    done
    return 1
}

# Sets java_options for the command in the arguments.
choose_java_options() {
    java_options=(
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
        -XX:+UseSerialGC -XX:MaxRAMPercentage=60
        "-Djava.util.logging.config.file=$root/build/logging.properties"
        # The JVM's own remarks belong on standard error; that an archive does not fit, nowhere.
        -Xlog:disable -Xlog:all=warning:stderr '-Xlog:aot*=off:stderr' '-Xlog:cds*=off:stderr'
    )
    set_platform
    if [[ -d $assembly/native/$platform ]]; then
        java_options+=("-Donnxruntime.native.path=$assembly/native/$platform")
    fi
    if is_computing_command "$@"; then
        # The heap starts at one size on every machine and grows as it must.
        java_options+=(--add-modules jdk.incubator.vector -Xms256m)
    fi
}

# ONNX Runtime's own name for this machine, as in ai/onnxruntime/native/<platform> of its jar.
set_platform() {
    local system=linux machine=x64
    [[ $OSTYPE != darwin* ]] || system=osx
    [[ $HOSTTYPE != aarch64 && $HOSTTYPE != arm64 ]] || machine=aarch64
    platform=$system-$machine
}
