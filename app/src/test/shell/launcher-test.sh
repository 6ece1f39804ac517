#!/usr/bin/env bash
# Tests ./tandem from outside: where it may be called from, what it says when it cannot run, when it
# builds. Every function test_... is a test and its name the sentence it proves. Needs what ./verify has
# built; writes a report that ./verify counts with the others.
set -euo pipefail

root=$(cd -P -- "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version="tandem "

# --- where it may be called from

test_it_runs_from_any_folder() {
    cd "$work"
    [[ $("$root/tandem" --version) == "$version"* ]]
}

test_it_runs_through_a_symbolic_link() {
    ln -s "$root/tandem" "$work/link to tandem"
    ln -s "link to tandem" "$work/second"
    cd /
    [[ $("$work/second" --version) == "$version"* ]]
}

test_it_runs_from_the_path() {
    ln -s "$root/tandem" "$work/tandem"
    cd /
    [[ $(PATH="$work:$PATH" tandem --version) == "$version"* ]]
}

test_it_runs_in_a_folder_with_spaces_and_without_sources() {
    copy_of_what_is_built "$work/a folder with spaces"
    [[ $("$work/a folder with spaces/tandem" --version 2>&1) == "$version"* ]]
}

# --- what it hands on

test_an_unknown_command_is_the_callers_mistake() {
    expect_exit 2 "$root/tandem" recomend
    [[ $(wc -l <"$work/err") -eq 1 && ! -s $work/out ]]
    grep -q "recomend" "$work/err"
}

test_arguments_arrive_untouched() {
    expect_exit 2 "$root/tandem" 'two  words and a *'
    grep -q -F "two  words and a *" "$work/err"
}

test_nothing_is_said_about_incubating_modules() {
    expect_exit 2 "$root/tandem" train --no-such-option
    ! grep -q -i "incubat" "$work/err" "$work/out"
}

test_options_for_the_jvm_are_passed_on() {
    expect_exit 0 env TANDEM_JAVA_OPTIONS="-Xmx100m -showversion" "$root/tandem" --version
    grep -q -i "runtime environment" "$work/err"
}

# --- finding Java

test_without_java_it_says_what_to_install() {
    old_java "$work/old"
    expect_exit 1 env -u JAVA_HOME TANDEM_JAVA_FOLDERS= PATH="$work/old/bin:$PATH" "$root/tandem" --version
    grep -q "no Java 25 or newer found; the java on the path is 17.0.1" "$work/err"
    grep -q "adoptium" "$work/err"
}

test_an_older_java_is_passed_over() {
    old_java "$work/old"
    expect_exit 0 env JAVA_HOME="$work/old" TANDEM_JAVA_FOLDERS="$work/old:$JAVA_HOME" \
        PATH="$work/old/bin:$PATH" "$root/tandem" --version
}

# --- building

test_a_newer_source_is_built_first() {
    sandbox_with_a_pretended_build
    "$work/box/tandem" --version >/dev/null 2>&1
    "$work/box/tandem" --version >/dev/null 2>&1
    [[ $(builds) -eq 1 ]]
    touch "$work/box/core/src/main/java/A.java"
    "$work/box/tandem" --version >/dev/null 2>&1
    [[ $(builds) -eq 2 ]]
}

test_a_removed_source_is_noticed() {
    sandbox_with_a_pretended_build
    "$work/box/tandem" --version >/dev/null 2>&1
    rm "$work/box/core/src/main/java/A.java"
    "$work/box/tandem" --version >/dev/null 2>&1
    [[ $(builds) -eq 2 ]]
}

test_two_starts_at_once_build_once() {
    sandbox_with_a_pretended_build
    "$work/box/tandem" --version >"$work/first" 2>&1 &
    "$work/box/tandem" --version >"$work/second" 2>&1
    wait $!
    [[ $(builds) -eq 1 ]]
    grep -q "^$version" "$work/first"
    grep -q "^$version" "$work/second"
}

test_the_lock_of_a_killed_build_does_not_hold_anybody_up() {
    sandbox_with_a_pretended_build
    mkdir -p "$work/box/app/target"
    bash -c 'echo $$' >"$work/box/app/target/tandem-build.lock"
    "$work/box/tandem" --version >/dev/null 2>&1
    [[ $(builds) -eq 1 ]]
}

test_a_failed_build_shows_its_last_words_and_where_the_rest_is() {
    sandbox_with_a_pretended_build
    printf '#!/bin/sh\necho "[ERROR] Foo.java:3: a semicolon is missing"\nexit 1\n' >"$work/box/mvnw"
    expect_exit 1 "$work/box/tandem" --version
    grep -q "a semicolon is missing" "$work/err"
    grep -q "box/app/target/tandem-build.log" "$work/err"
    [[ ! -s $work/out && ! -e $work/box/app/target/tandem-build.lock ]]
}

test_a_failed_build_leaves_the_old_program_alone() {
    sandbox_with_a_pretended_build
    "$work/box/tandem" --version >/dev/null 2>&1
    touch "$work/box/core/src/main/java/A.java"
    printf '#!/bin/sh\nexit 1\n' >"$work/box/mvnw"
    expect_exit 1 "$work/box/tandem" --version
    [[ -e $work/box/app/target/tandem/tandem-app.jar ]]
}

test_a_stopped_build_leaves_nothing_behind() {
    sandbox_with_a_pretended_build
    printf '#!/usr/bin/env bash\necho $$ >"%s"\nsleep 60\n' "$work/maven" >"$work/box/mvnw"
    "$work/box/tandem" --version >"$work/out" 2>"$work/err" &
    local launcher=$! status=0
    until [[ -s $work/maven ]]; do sleep 0.1; done
    kill -TERM "$launcher"
    wait "$launcher" || status=$?
    [[ $status -eq 130 ]]
    grep -q "the build was stopped" "$work/err"
    ! kill -0 "$(cat "$work/maven")" 2>/dev/null
    [[ -z $(find "$work/box/app/target" -name 'tandem*' ! -name '*.log') ]]
}

# --- what ./verify counts

test_counts_and_reasons_come_from_the_reports() {
    cat >"$work/TEST-a.xml" <<'EOF'
<testsuite name="a" time="1" tests="7"
    errors="1" skipped="3" failures="1">
  <testcase name="b"><skipped message="no browser"/></testcase>
  <testcase name="c"><skipped type="x"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: no data
  <testcase name="d"><skipped type="x"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: no data
  <testcase name="e"><failure>tests="100"</failure></testcase>
</testsuite>
EOF
    echo '<testsuite tests="2" errors="0" skipped="0" failures="0"></testsuite>' >"$work/TEST-b.xml"
    source "$root/build/test-counts.sh"
    count_tests "$work"/TEST-*.xml "$work/missing.xml"
    [[ "$passed $failed $skipped" == "4 2 3" ]]
    print_skip_reasons >"$work/reasons"
    grep -q "2 no data$" "$work/reasons"
    grep -q "1 no browser$" "$work/reasons"
    print_failures | grep -q " a$"
}

# --- the README

test_every_command_in_the_readme_exists() {
    local command
    "$root/tandem" --help >"$work/help" 2>&1 </dev/null
    grep -o '^ *\./tandem [a-z]*' "$root/README.md" | sed 's/.*tandem //' | sort -u >"$work/commands"
    [[ -s $work/commands ]]
    while read -r command; do
        grep -q -E "^ +$command( |$)" "$work/help" || { echo "not a command: $command"; return 1; }
    done <"$work/commands"
}

# --- what the tests use

# Runs a command, keeps its output in $work/out and $work/err, and fails unless it ends with code $1.
expect_exit() {
    local expected=$1 status=0
    shift
    "$@" >"$work/out" 2>"$work/err" || status=$?
    [[ $status -eq $expected ]] || { echo "exit code $status, expected $expected"; cat "$work/err"; return 1; }
}

copy_of_what_is_built() {
    mkdir -p "$1/app/target"
    cp -Rp "$root/tandem" "$root/build" "$1"
    cp -Rp "$root/app/target/tandem" "$1/app/target"
}

old_java() {
    mkdir -p "$1/bin"
    printf '#!/bin/sh\nexit 99\n' >"$1/bin/java"
    chmod +x "$1/bin/java"
    echo 'JAVA_VERSION="17.0.1"' >"$1/release"
}

# A folder with the real launcher, one source file, and a Maven that copies what is already built.
sandbox_with_a_pretended_build() {
    mkdir -p "$work/box/core/src/main/java" "$work/box/app/target"
    cp -Rp "$root/tandem" "$root/build" "$work/box"
    touch "$work/box/pom.xml" "$work/box/core/src/main/java/A.java"
    cat >"$work/box/mvnw" <<EOF
#!/usr/bin/env bash
for argument in "\$@"; do case \$argument in -Dtandem.assembly=*) to=\${argument#*=} ;; esac; done
echo build >>"$work/box/builds"
cp -R "$root/app/target/tandem/lib" "\$to/"
cp "$root/app/target/tandem/tandem-app.jar" "\$to/"
sleep 0.3
EOF
    chmod +x "$work/box/mvnw"
}

builds() {
    wc -l <"$work/box/builds"
}

# --- running them

report=$root/app/target/surefire-reports/TEST-launcher.xml
mkdir -p "${report%/*}"
tests=0 failures=0
for name in $(sed -n 's/^test_\([a-z_]*\)() {$/\1/p' "${BASH_SOURCE[0]}"); do
    tests=$((tests + 1))
    mkdir "$work/$name"
    if words=$(work=$work/$name bash -c "set -euo pipefail; $(declare -f); root=\$1 version='$version'; test_$name" _ "$root" 2>&1); then
        echo "ok      ${name//_/ }"
    else
        failures=$((failures + 1))
        echo "not ok  ${name//_/ }"
        printf '%s\n' "$words" | sed 's/^/        /'
    fi
done
{
    echo "<testsuite name=\"launcher\" tests=\"$tests\" errors=\"0\" skipped=\"0\" failures=\"$failures\">"
    [[ $failures -eq 0 ]] || echo "<failure/>"
    echo "</testsuite>"
} >"$report"
[[ $failures -eq 0 ]]
