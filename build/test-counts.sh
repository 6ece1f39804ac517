# Counts tests from the XML reports that Surefire writes. Sourced by ./verify; bash 3.2 or newer.

# count_tests FILE...   sets passed, failed, skipped; files that do not exist are no tests
count_tests() {
    local suites
    test_reports=()
    local file
    for file in "$@"; do
        if [[ -f $file ]]; then test_reports+=("$file"); fi
    done
    passed=0 failed=0 skipped=0
    [[ ${#test_reports[@]} -gt 0 ]] || return 0
    suites=$(awk '
        function attribute(name) {
            return match($0, " " name "=\"[0-9]+\"") \
                ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
        }
        /<testsuite / { inside = 1 }
        inside {
            tests += attribute("tests"); skipped += attribute("skipped")
            failed += attribute("failures") + attribute("errors")
            if (/>/) inside = 0
        }
        END { print tests - failed - skipped, failed, skipped + 0 }
    ' "${test_reports[@]}")
    read -r passed failed skipped <<<"$suites"
}

# Lists the test classes in which something failed.
print_failures() {
    grep -q -s -E '<(failure|error)' "${test_reports[@]+"${test_reports[@]}"}" /dev/null || return 0
    echo "Failed     see above; the test classes with failures:"
    grep -l -E '<(failure|error)' "${test_reports[@]+"${test_reports[@]}"}" /dev/null |
        sed -e 's|.*/TEST-||' -e 's|\.xml$||' -e 's|^|           |'
}

# Lists the reasons for which tests were skipped, and how often.
print_skip_reasons() {
    [[ $skipped -gt 0 ]] || return 0
    echo "Skipped    for these reasons:"
    grep -h '<skipped' "${test_reports[@]}" |
        sed -e 's/.*message="\([^"]*\)".*/\1/' -e t \
            -e 's/.*TestAbortedException: \(Assumption failed: \)*//' -e t -e 's/.*/no reason given/' |
        sort | uniq -c | sed 's/^/        /'
}
