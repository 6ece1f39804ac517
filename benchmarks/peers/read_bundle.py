#!/usr/bin/env python3
"""Reads a bundle in Python and asks its towers in ONNX Runtime.

usage: read_bundle.py BUNDLE [--user ID | --person FIELD=CODE ...] [-k N] [--compare FILE] [--vectors FILE]

What comes in: a bundle's folder, in the format of docs/bundle.md.
What goes out: one JSON document: what the bundle holds, a person's best items, the largest
difference to other vectors.
What it must not know: anything of Tandem but that format.
"""

import argparse
import hashlib
import json
import sys
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime

FORMAT = 1
ROWS_AT_ONCE = 4096


class Bundle:
    """An opened bundle. Every file's hash is checked first; a bundle that was changed is refused."""

    def __init__(self, folder):
        self.folder = folder
        self.manifest = json.loads(self._bytes("manifest.json"))
        if self.manifest["format"] > FORMAT:
            refuse(f"{folder}: format is {self.manifest['format']}, expected {FORMAT} or older")
        self._check_hashes()
        self.vocabularies = json.loads(self._bytes("vocabularies.json"))
        lines = self._bytes("items.jsonl").decode("utf-8").splitlines()
        self.items = [json.loads(line) for line in lines]

    def _bytes(self, name):
        file = self.folder / name
        if not file.is_file():
            refuse(f"{self.folder}: {name} is missing")
        return file.read_bytes()

    def _check_hashes(self):
        sealed = self._bytes("manifest.sha256").decode().split()[0]
        if hashlib.sha256(self._bytes("manifest.json")).hexdigest() != sealed:
            refuse(f"{self.folder}: manifest.json was changed: its SHA-256 is not that of manifest.sha256")
        digest = hashlib.sha256()
        for name, expected in sorted(self.manifest["files"].items()):
            found = hashlib.sha256(self._bytes(name)).hexdigest()
            if found != expected:
                refuse(f"{self.folder}: {name} was changed: its SHA-256 is {found}, expected {expected}")
            digest.update(f"{name} {found}\n".encode())
        if digest.hexdigest()[:12] != self.manifest["id"]:
            refuse(f"{self.folder}: the id is {self.manifest['id']}, expected {digest.hexdigest()[:12]}")

    def codes(self, side):
        """The inputs of all users, or of all items, by name; row 0 is the unknown one."""
        inputs = self.manifest[f"{side}Inputs"]
        numbers = np.frombuffer(self._bytes(f"{side}s.codes"), dtype="<i4").astype(np.int64)
        rows = len(numbers) // sum(one["width"] for one in inputs)
        codes, start = {}, 0
        for one in inputs:
            stop = start + rows * one["width"]
            single = one["kind"] in ("id", "category")
            shape = rows if single else (rows, one["width"])
            codes[one["field"]] = numbers[start:stop].reshape(shape)
            start = stop
        return codes

    def _vectors(self, side, codes):
        session = onnxruntime.InferenceSession(
            self._bytes(f"{side}-tower.onnx"), providers=["CPUExecutionProvider"]
        )
        rows = len(next(iter(codes.values())))
        parts = []
        for start in range(0, rows, ROWS_AT_ONCE):
            part = {name: values[start : start + ROWS_AT_ONCE] for name, values in codes.items()}
            parts.append(session.run(None, part)[0])
        return np.concatenate(parts)

    @cached_property
    def user_vectors(self):
        """Of all users, row by row."""
        return self._vectors("user", self.codes("user"))

    @cached_property
    def item_vectors(self):
        """Of all items, row by row."""
        return self._vectors("item", self.codes("item"))

    def row_of(self, side, name):
        """The row of an id."""
        ids = self.vocabularies[f"{side}s"]["id"]
        if name not in ids:
            refuse(f"{self.folder}: {side} '{name}' is unknown")
        return ids.index(name) + 1

    def history(self, user_row):
        """The rows of the items that a user met."""
        data = self._bytes("histories.bin")
        users = len(self.vocabularies["users"]["id"]) + 1
        starts = np.frombuffer(data, dtype="<i8", count=users + 1)
        items_from = 8 * len(starts) + 8 * int(starts[-1])
        items = np.frombuffer(data, dtype="<i4", count=int(starts[-1]), offset=items_from)
        return items[starts[user_row] : starts[user_row + 1]]

    def known(self, user):
        """A known user's vector and the rows of what they met."""
        row = self.row_of("user", user)
        return self.user_vectors[row], self.history(row)

    def stranger(self, attributes):
        """The vector of someone new who says these attributes; they have met nothing."""
        codes = {one["field"]: np.zeros(1, dtype=np.int64) for one in self.manifest["userInputs"]}
        for name, value in attributes.items():
            values = self.vocabularies["users"].get(name, [])
            if value not in values:
                refuse(f"{name} is '{value}', expected one of {', '.join(values)}")
            codes[name][0] = values.index(value) + 1
        return self._vectors("user", codes)[0], []

    def best(self, vector, hidden, count):
        """The best items for a vector; of equal scores the earlier row is first."""
        scores = self.item_vectors @ vector
        scores[0] = -np.inf
        scores[np.asarray(hidden, dtype=np.int64)] = -np.inf
        order = np.argsort(-scores, kind="stable")[:count]
        return [self._ranked(rank + 1, item, float(scores[item])) for rank, item in enumerate(order)]

    def _ranked(self, rank, row, score):
        item = self.items[row - 1]
        ranked = {"rank": rank, "id": item["id"], "title": item["title"], "score": score}
        if "ratings" in self.manifest:
            scale = self.manifest["ratings"]
            rating = scale["offset"] + scale["slope"] * score
            ranked["rating"] = min(max(rating, scale["low"]), scale["high"])
        return ranked

    def difference(self, file):
        """The largest difference to a framework's own vectors, all of them brought to length 1."""
        others = np.load(file)
        return {side: self._difference(side, others) for side in ("user", "item")}

    def _difference(self, side, others):
        row_of = {name: row + 1 for row, name in enumerate(self.vocabularies[f"{side}s"]["id"])}
        rows = [row_of[str(name)] for name in others[f"{side}Ids"]]
        mine = getattr(self, f"{side}_vectors")[rows]
        return float(abs(unit(mine) - unit(others[f"{side}s"])).max())


def unit(vectors):
    """The vectors at length 1."""
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def attribute(text):
    """A name and a value, from `name=value`."""
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"found '{text}', expected FIELD=CODE")
    return name, value


def refuse(line):
    """Ends with one line and the exit code of bad input."""
    print(f"read_bundle.py: {line}", file=sys.stderr)
    sys.exit(2)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--user", help="print this user's best items")
    parser.add_argument(
        "--person", action="append", type=attribute, help="FIELD=CODE of someone new, any number of them"
    )
    parser.add_argument("-k", type=int, default=5, help="how many of them (default 5)")
    parser.add_argument("--compare", type=Path, help="vectors.npz of towers_torch.py or towers_paddle.py")
    parser.add_argument("--vectors", type=Path, help="write the vectors of all users and items here (npz)")
    options = parser.parse_args()
    bundle = Bundle(options.bundle)
    document = {
        "bundle": bundle.manifest["id"],
        "users": len(bundle.user_vectors) - 1,
        "items": len(bundle.item_vectors) - 1,
        "dimension": bundle.item_vectors.shape[1],
    }
    if options.user is not None:
        document["items"] = bundle.best(*bundle.known(options.user), options.k)
    elif options.person:
        document["items"] = bundle.best(*bundle.stranger(dict(options.person)), options.k)
    if options.compare:
        document["largestDifference"] = bundle.difference(options.compare)
    if options.vectors:
        np.savez(
            options.vectors,
            userIds=bundle.vocabularies["users"]["id"],
            users=bundle.user_vectors[1:],
            itemIds=bundle.vocabularies["items"]["id"],
            items=bundle.item_vectors[1:],
        )
    print(json.dumps(document, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
