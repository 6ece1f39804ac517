# Builds Tandem into app/target/tandem. Sourced by ./tandem and ./verify, which set `root`;
# bash 3.2 or newer. What lies there when it is done:
#
#   tandem-app.jar, lib/    the program; the jar's manifest holds the class path
#   native/<platform>/      ONNX Runtime's libraries, unpacked once instead of at every start
#   classes.aot             classes loaded and linked ahead of time (build/class-cache.sh)
#   built                   an empty file as old as the start of the build
#
# A build happens in app/target/tandem.next and is moved into place whole.

readonly assembly=$root/app/target/tandem
readonly next_assembly=$root/app/target/tandem.next
readonly build_log=$root/app/target/tandem-build.log
readonly build_lock=$root/app/target/tandem-build.lock

source "$root/build/java-options.sh"
source "$root/build/class-cache.sh"

# Succeeds when something is built and no source, resource, pom or build script is newer.
is_assembled() {
    [[ -e $assembly/built ]] || return 1
    local newer
    newer=$(find "$root/pom.xml" "$root/build" "$root"/*/pom.xml "$root"/*/src/main \
        -newer "$assembly/built" -print -quit 2>/dev/null) || true
    [[ -z $newer ]]
}

# Runs Maven with the given arguments and, when it succeeds, puts what it built into place.
# Needs java_home to be a JDK.
assemble() {
    rm -rf "$next_assembly"
    mkdir -p "$next_assembly"
    touch "$next_assembly/built"
    JAVA_HOME=$java_home "$root/mvnw" -f "$root/pom.xml" -B -ntp "-Dtandem.assembly=$next_assembly" "$@" &&
        unpack_native_libraries &&
        move_into_place &&
        make_class_cache
}

unpack_native_libraries() {
    set_platform
    local inside=ai/onnxruntime/native/$platform
    (
        cd "$next_assembly" &&
            "$java_home/bin/jar" -xf lib/onnxruntime-*.jar "$inside/" &&
            mkdir native &&
            if [[ -d $inside ]]; then mv "$inside" native/; fi &&
            rm -rf ai "native/$platform"/*.dSYM
    )
}

move_into_place() {
    local old=$assembly.old
    rm -rf "$old"
    if [[ -e $assembly ]]; then mv "$assembly" "$old"; fi
    mv "$next_assembly" "$assembly"
    rm -rf "$old"
}

# Builds without tests and checks, for a user who wants to run the program: one line of progress on
# standard error, Maven's words in a file.
assemble_quietly() {
    if ! mkdir -p "$root/app/target" 2>/dev/null || [[ ! -w $root/app/target ]]; then
        echo "tandem: cannot build: $root/app/target is not writable" >&2
        return 1
    fi
    take_build_lock
    trap 'rm -f "$build_lock"' EXIT
    if ! is_assembled; then
        build_with_progress || return 1
    fi
    rm -f "$build_lock"
    trap - EXIT
}

# One build at a time: the lock file holds the process id of the one that builds. A lock whose
# process is gone was left by a build that was killed.
take_build_lock() {
    local owner told=no
    until (set -o noclobber && echo "$$" >"$build_lock") 2>/dev/null; do
        owner=$(cat "$build_lock" 2>/dev/null) || owner=
        if [[ -n $owner && ! -d /proc/$owner ]] && ! kill -0 "$owner" 2>/dev/null; then
            rm -f "$build_lock"
            continue
        fi
        if [[ $told == no ]]; then
            echo "tandem: waiting for the build of process ${owner:-?} (it holds $build_lock)" >&2
            told=yes
        fi
        sleep 0.2
    done
}

# Makes the archive of classes anew for another Java than the one that built. A folder that cannot be
# written is left as it is.
refresh_class_cache_quietly() {
    [[ -w $assembly ]] || return 0
    take_build_lock
    trap 'rm -f "$build_lock"' EXIT
    is_class_cache_current || make_class_cache >/dev/null
    rm -f "$build_lock"
    trap - EXIT
}

assemble_unchecked() {
    assemble -Dquick -Dtarget.folder=target/quick -Dmaven.test.skip -pl app -am package
}

build_with_progress() {
    local builder status=0
    # Job control gives the builder a process group of its own, so that it can be stopped whole.
    set -m
    assemble_unchecked >"$build_log" 2>&1 </dev/null &
    builder=$!
    set +m
    # shellcheck disable=SC2064
    trap "stop_builder $builder" INT TERM HUP
    show_progress "$builder"
    wait "$builder" || status=$?
    trap - INT TERM HUP
    [[ $status -ne 0 ]] || return 0
    echo "tandem: the build failed; from $build_log:" >&2
    print_build_errors >&2
    return 1
}

# The lines of the log that tell why: a compiler's or a test's errors, or else what Maven makes of them,
# without its advice, or else the last lines.
print_build_errors() {
    errors_in < <(sed '/^\[INFO\] BUILD FAILURE/,$d' "$build_log") || errors_in <"$build_log" || tail -n 15 "$build_log"
}

errors_in() {
    grep '^\[ERROR\] .' | grep -v -E 'Help 1\]|e-run Maven|For more information|After correcting|mvn <args>' |
        head -n 15 | grep .
}

stop_builder() {
    trap '' INT TERM HUP
    kill -TERM -- "-$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
    rm -rf "$next_assembly"
    echo "tandem: the build was stopped" >&2
    exit 130
}

# A status line while process $1 lives: rewritten on a terminal, printed once elsewhere.
show_progress() {
    if [[ ! -t 2 ]]; then
        echo "tandem: building (log: $build_log)" >&2
        return
    fi
    local step
    while kill -0 "$1" 2>/dev/null; do
        step=$(sed -n -e 's/^\[INFO\] Building Tandem \([a-z]*\) .*/\1/p' -e 's/^Preparing .*/start-up archive/p' \
            "$build_log" 2>/dev/null | tail -n 1) || step=
        printf '\r\033[Ktandem: building: %s, %d s' "${step:-preparing}" "$SECONDS" >&2
        sleep 0.2
    done
    printf '\r\033[K' >&2
}
