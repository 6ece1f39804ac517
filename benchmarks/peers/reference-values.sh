#!/usr/bin/env bash
# Computes the values that the layers' tests compare with: reference-values.sh [FOLDER]
set -euo pipefail

here=$(cd -P -- "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=${1:-$here/../../training/src/test/resources/org/tandemrec/layers}
python=$("$here/environment.sh" torch)
"$python" "$here/reference_values.py" "$target"
echo "wrote $target" >&2
