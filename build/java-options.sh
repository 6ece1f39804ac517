# Chooses the JVM's options by command. Sourced by build/assemble.sh, which sets `root` and `assembly`.

# Sets command_kind for the command in the arguments:
#   answering   over in a moment: starts without the Vector API, whose module would keep the JVM from
#               using its archive of loaded classes, and without the optimising compiler
#   moving      copies or counts, for seconds or hours: no Vector API, but the optimising compiler
#   computing   trains or scans: the Vector API and the optimising compiler; also what is not known here
set_command_kind() {
    local word
    command_kind=answering
    for word in "$@"; do
        case $word in
            similar | search | models | help) return ;;
            recommend) break ;;
            check | fetch | sample) command_kind=moving && return ;;
            -*) ;;
            *) command_kind=computing && return ;;
        esac
    done
    # `recommend -i` builds the index anew first.
    for word in "$@"; do
        [[ $word != -i ]] || command_kind=computing
    done
}

# Sets java_options for the command in the arguments.
choose_java_options() {
    set_command_kind "$@"
    java_options=(
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
        -XX:+UseSerialGC -XX:MaxRAMPercentage=60
        "-Djava.util.logging.config.file=$root/build/logging.properties"
        # The JVM's own remarks belong on standard error; that an archive does not fit, nowhere.
        -Xlog:disable -Xlog:all=warning:stderr '-Xlog:aot*=off:stderr' '-Xlog:cds*=off:stderr'
    )
    case $command_kind in
        answering) java_options+=(-XX:TieredStopAtLevel=1 -Xms32m -Xmn16m) ;;
        moving) ;;
        computing) java_options+=(--add-modules jdk.incubator.vector) ;;
    esac
    set_platform
    if [[ -d $assembly/native/$platform ]]; then
        java_options+=("-Donnxruntime.native.path=$assembly/native/$platform")
    fi
}

# ONNX Runtime's own name for this machine, as in ai/onnxruntime/native/<platform> of its jar.
set_platform() {
    local system=linux machine=x64
    [[ $OSTYPE != darwin* ]] || system=osx
    [[ $HOSTTYPE != aarch64 && $HOSTTYPE != arm64 ]] || machine=aarch64
    platform=$system-$machine
}
