# Makes the archive of loaded and linked classes (JDK 25's AOT cache) that lets short commands start
# in half the time. Sourced by build/assemble.sh, which sets `assembly` and `next_assembly`. Nothing
# here may fail a build or a run: without the archive everything works, only slower to start.

readonly class_cache=$assembly/classes.aot
# The Java that made the archive, or tried to: no other can use it.
readonly class_cache_java=$assembly/classes.java

# Succeeds when the archive was made (or could not be made) by the Java that is about to run.
is_class_cache_current() {
    local made_by=
    { read -r made_by <"$class_cache_java"; } 2>/dev/null || true
    [[ $made_by == "$java_home $java_version" ]]
}

# Needs java_home and java_version.
make_class_cache() {
    [[ -w $assembly ]] || return 0
    local work
    work=$(mktemp -d) || return 0
    echo "Preparing the start-up archive"
    rehearse "$work" >"$assembly/classes.log" 2>&1 || rm -f "$class_cache"
    rm -rf "$work"
    echo "$java_home $java_version" >"$class_cache_java"
}

# Records the classes of one short command, run for real on a little invented data.
rehearse() {
    if prepare_rehearsal "$1"; then
        record_classes "$1" recommend --store "$1/store" -a 28 -g F -j programmer --json
    else
        record_classes "$1" --help
    fi
}

prepare_rehearsal() {
    run_program sample "$1/data" --users 60 --items 80 --interactions 2000 &&
        run_program train --data "$1/data" --store "$1/store" --epochs 1 &&
        run_program index --store "$1/store"
}

run_program() {
    choose_java_options "$@"
    "$java_home/bin/java" "${java_options[@]}" -jar "$assembly/tandem-app.jar" "$@" </dev/null
}

# record_classes FOLDER COMMAND...   the archive is written into the folder and moved into place whole.
# The second compiler is off while recording: its profiles would be recorded, too, and make it work at
# every start for nothing (half as much processor time again).
record_classes() {
    local archive=$1/classes.aot
    shift
    choose_java_options "$@"
    "$java_home/bin/java" "${java_options[@]}" -XX:TieredStopAtLevel=1 "-XX:AOTCacheOutput=$archive" \
        -jar "$assembly/tandem-app.jar" "$@" </dev/null &&
        [[ -s $archive ]] &&
        mv "$archive" "$class_cache"
}
