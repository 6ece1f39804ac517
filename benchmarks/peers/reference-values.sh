#!/usr/bin/env bash
# Computes the values that the layers' tests compare with, in a virtual environment of its own.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
environment="$here/.venv"
target="${1:-$here/../../training/src/test/resources/org/tandemrec/layers}"

if [ ! -x "$environment/bin/python" ]; then
  python3 -m venv "$environment"
fi
"$environment/bin/python" -m pip install --quiet torch==2.7.1 numpy==2.3.5
"$environment/bin/python" "$here/reference_values.py" "$target"
echo "wrote $target" >&2
