#!/usr/bin/env bash
# Makes the Python environment NAME from requirements/NAME.txt and prints the path of its Python.
#
# usage: environment.sh NAME
#
# It makes the environment once, in .venv/NAME beside this file, and again when the requirements change.
# What pip says goes to standard error.
#
# PYTHON   the Python that the environment is made with (3.11 is the tested one)
set -euo pipefail

here=$(cd -P -- "$(dirname "${BASH_SOURCE[0]}")" && pwd)
name=${1:-}
requirements=$here/requirements/$name.txt
if [[ -z $name || ! -f $requirements ]]; then
    known=$(cd "$here/requirements" && ls -- *.txt | sed 's/\.txt$//' | paste -sd ' ')
    echo "environment.sh: found '$name', expected one of: $known" >&2
    exit 2
fi

environment=$here/.venv/$name
stamp=$environment/requirements.txt

# Whether the environment is there and was made from the requirements as they are now.
is_current() {
    cmp -s "$requirements" "$stamp" && [[ -x $environment/bin/python ]]
}

make_environment() {
    echo "Making the Python environment '$name' in $environment" >&2
    rm -rf -- "$environment"
    "${PYTHON:-python3}" -m venv "$environment"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements" >&2
    cp "$requirements" "$stamp"
}

if ! is_current; then
    mkdir -p "$here/.venv"
    exec 9>"$here/.venv/$name.lock"
    flock 9
    is_current || make_environment
fi
echo "$environment/bin/python"
