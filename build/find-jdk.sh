# Finds Java. Sourced by ./tandem, ./verify and build/assemble.sh; bash 3.2 or newer.
#
# find_java run     sets java_home to the first Java 25 or newer
# find_java build   the same, but it must be a JDK (have a compiler)
#
# The order: JAVA_HOME, the `java` on the path, the usual folders. The version is read from the
# `release` file that lies in every Java home, because starting a JVM to ask it costs 40 ms or more.
# TANDEM_JAVA_FOLDERS (homes separated by colons) replaces the usual folders.

readonly least_java=25

usual_java_folders() {
    if [[ -n ${TANDEM_JAVA_FOLDERS+set} ]]; then
        local IFS=:
        # shellcheck disable=SC2206
        java_folders=($TANDEM_JAVA_FOLDERS)
        return
    fi
    local home=${HOME:-/nonexistent}
    java_folders=(
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/*jdk* /opt/*java* /opt/java/*
        "$home"/.sdkman/candidates/java/* "$home"/.jdks/* "$home"/.asdf/installs/java/*
        "$home"/.local/share/mise/installs/java/*
        /Library/Java/JavaVirtualMachines/*/Contents/Home
        "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
    )
}

# Sets java_version to what the Java home $1 says of itself, or to nothing when it is no Java home.
read_java_version() {
    java_version=
    [[ -x $1/bin/java && ! -d $1/bin/java ]] || return 0
    if [[ -r $1/release ]]; then
        local line
        while IFS= read -r line || [[ -n $line ]]; do
            [[ $line == JAVA_VERSION=* ]] || continue
            line=${line#JAVA_VERSION=}
            java_version=${line//[$'"\r']/}
            return 0
        done <"$1/release"
    fi
    java_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p') || java_version=
}

# Succeeds when the Java home $1 can do $2 (run or build).
is_fitting_java() {
    read_java_version "$1"
    local feature=${java_version%%[!0-9]*}
    [[ -n $feature && $feature -ge $least_java ]] || return 1
    [[ $2 == run || -x $1/bin/javac ]]
}

# Sets java_on_path to the home of the `java` on the path, symbolic links followed, or to nothing.
home_of_java_on_path() {
    java_on_path=$(type -P java) || return 0
    local link
    while [[ -L $java_on_path ]]; do
        link=$(readlink "$java_on_path")
        case $link in
            /*) java_on_path=$link ;;
            *) java_on_path=${java_on_path%/*}/$link ;;
        esac
    done
    java_on_path=${java_on_path%/bin/*}
}

find_java() {
    local candidate
    java_home=
    if [[ -n ${JAVA_HOME:-} ]] && is_fitting_java "$JAVA_HOME" "$1"; then
        java_home=$JAVA_HOME
        return 0
    fi
    home_of_java_on_path
    if [[ -n $java_on_path ]] && is_fitting_java "$java_on_path" "$1"; then
        java_home=$java_on_path
        return 0
    fi
    usual_java_folders
    for candidate in "${java_folders[@]+"${java_folders[@]}"}"; do
        if is_fitting_java "$candidate" "$1"; then
            java_home=$candidate
            return 0
        fi
    done
    return 1
}

# Says on standard error what was looked for ($1: run or build), what was found and what to install.
explain_missing_java() {
    local kind="Java" seen=""
    [[ $1 == run ]] || kind="JDK"
    if [[ -n ${JAVA_HOME:-} ]]; then
        read_java_version "$JAVA_HOME"
        seen="JAVA_HOME is '$JAVA_HOME' (${java_version:-no Java there}), "
    fi
    home_of_java_on_path
    if [[ -n $java_on_path ]]; then
        read_java_version "$java_on_path"
        seen="${seen}the java on the path is ${java_version:-unreadable}"
    else
        seen="${seen}there is no java on the path"
    fi
    cat >&2 <<EOF
tandem: no $kind $least_java or newer found; $seen, and the usual folders hold none.
Install one, for example Eclipse Temurin $least_java:
  Debian, Ubuntu   apt install temurin-$least_java-jdk     (repository: https://adoptium.net/installation/linux)
  macOS            brew install --cask temurin@$least_java
  anywhere         sdk install java $least_java-tem        (https://sdkman.io)
or set JAVA_HOME to one that is already there.
EOF
}
