#!/usr/bin/env python3
"""Trains the recommender chapter's towers in PaddlePaddle and exports them to ONNX.

What comes in: the options of `fusion_paddle`, and a folder to write to.
What goes out: two ONNX files, a mapping with its vocabularies, the vectors of all users and movies
as PaddlePaddle computes them, and its answers to the chapter's two queries.
What it must not know: anything of Tandem but the mapping file.
"""

import training_run

if __name__ == "__main__":
    PARSER = training_run.parser(
        __doc__.splitlines()[0], {"batch_size": 1024, "learning_rate": 1e-3}
    )
    PARSER.add_argument("--out", required=True, help="a folder for what is exported")
    OPTIONS = PARSER.parse_args()
    training_run.prepare(OPTIONS)

import contextlib
import os
import sys
import tempfile
from pathlib import Path

import numpy as np
import paddle
import paddle2onnx
from paddle.static import InputSpec

import exported
import fusion_paddle
import mapping
import movielens
from encoding import tutorial

OPSET = 17
STAND_IN = 1  # the user id of everyone who asks, as in the chapter
QUERIES = [{"a": 0, "g": 1, "j": 10}, {"a": 6, "g": 0, "j": 16}]


@contextlib.contextmanager
def output_to_errors():
    """Sends what native code prints to standard error."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def export(tower, inputs, file):
    """Writes a tower as ONNX; its inputs are int64 and keep their names."""
    shapes = [[None, one.width] if one.width else [None] for one in inputs]
    specs = [InputSpec(shape, "int64", one.name) for shape, one in zip(shapes, inputs)]
    tower.eval()
    with tempfile.TemporaryDirectory() as folder:
        paddle.jit.save(tower, f"{folder}/tower", input_spec=specs)
        paddle2onnx.export(
            f"{folder}/tower.json",
            f"{folder}/tower.pdiparams",
            str(file),
            opset_version=OPSET,
            optimize_tool="None",
        )


def answer(query, material, user_tower, item_vectors):
    """The chapter's own answer: everyone is user 1 with other attributes."""
    codes = [STAND_IN, query["g"], query["a"], query["j"]]
    with paddle.no_grad():
        vector = user_tower(*(paddle.to_tensor([code], dtype="int64") for code in codes)).numpy()[0]
    person = {
        "gender": movielens.GENDERS[query["g"]],
        "age": movielens.AGES[query["a"]],
        "occupation": movielens.OCCUPATIONS[query["j"]],
    }
    unit = vector / np.linalg.norm(vector)
    return {"query": query, "person": person, "items": exported.top(material, unit, item_vectors)}


def main(options):
    """Trains, exports, checks and answers."""
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    material = training_run.material(options, tutorial)
    reports = training_run.Reports("paddlepaddle", paddle.__version__, options, material)
    user_tower, movie_tower = fusion_paddle.train(options, material, reports)
    with output_to_errors():
        export(user_tower, material.users.inputs, folder / exported.USER_TOWER)
        export(movie_tower, material.movies.inputs, folder / exported.ITEM_TOWER)
    users = fusion_paddle.vectors(user_tower, material.users)
    items = fusion_paddle.vectors(movie_tower, material.movies)
    user_output, item_output, difference = exported.check(folder, material, users, items)
    output = mapping.Output(user_output, item_output, True, 5, 0.5, 2.5)
    mapping.write(folder, "paddlepaddle-fusion", material.users, material.movies, output)
    units = fusion_paddle.unit_vectors(movie_tower, material.movies)
    queries = [answer(query, material, user_tower, units) for query in QUERIES]
    exported.finish(folder, difference, queries)


if __name__ == "__main__":
    main(OPTIONS)
