#!/usr/bin/env python3
"""Compares the vectors that Tandem exported with those that a framework computed.

usage: import_compare.py FOLDER USERS ITEMS

What comes in: a folder with `vectors.npz` and `mapping.yaml`, and the Parquet files of
`tandem export vectors`.
What goes out: one JSON document, the largest difference of a component for users and for items.
What it must not know: frameworks, and anything of Tandem but that format and the mapping's scores.
"""

import json
import re
import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet

SCORE = re.compile(r"^score: \{normalise: (true|false), scale: ([\d.]+)\}$", re.MULTILINE)


def exported(file):
    """The ids and the vectors of a Parquet file, [rows, width] float32."""
    table = pyarrow.parquet.read_table(file)
    vectors = np.stack([np.array(row, dtype=np.float32) for row in table["vector"].to_pylist()])
    return table["id"].to_pylist(), vectors


def largest_difference(file, ids, vectors):
    """The largest difference of the vectors in a file to these."""
    found_ids, found = exported(file)
    row_of = {name: row for row, name in enumerate(found_ids)}
    if sorted(found_ids) != sorted(str(name) for name in ids):
        sys.exit(f"import_compare.py: {file}: other ids than the framework's")
    return float(abs(found[[row_of[str(name)] for name in ids]] - vectors).max())


def main():
    folder, users, items = (Path(word) for word in sys.argv[1:])
    mapping = (folder / "mapping.yaml").read_text(encoding="utf-8")
    normalise, scale = SCORE.search(mapping).groups()
    own = np.load(folder / "vectors.npz")
    unit = (lambda v: v / np.linalg.norm(v, axis=1, keepdims=True)) if normalise == "true" else lambda v: v
    print(
        json.dumps(
            {
                "users": largest_difference(users, own["userIds"], float(scale) * unit(own["users"])),
                "items": largest_difference(items, own["itemIds"], unit(own["items"])),
            }
        )
    )


if __name__ == "__main__":
    main()
