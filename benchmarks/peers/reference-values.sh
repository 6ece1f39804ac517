#!/usr/bin/env bash
# Computes the values that the layers' tests compare with and writes them where the tests read them.
#
# usage: reference-values.sh [DIRECTORY]
set -euo pipefail

here=$(cd -P -- "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=${1:-$here/../../training/src/test/resources/org/tandemrec/layers}
python=$("$here/environment.sh" torch)
"$python" "$here/reference_values.py" "$target"
echo "Wrote $target" >&2
