#!/usr/bin/env python3
"""Trains the fusion network's towers in PyTorch and exports them to ONNX.

What comes in: the options of `fusion_torch`, and a folder to write to.
What goes out: two ONNX files, a mapping with its vocabularies, the vectors of all users and movies
as PyTorch computes them, and the best movies of some users.
What it must not know: anything of Tandem but the mapping file.

The vectors have length 1 already, and no input has a code for what is unknown.
"""

import training_run

if __name__ == "__main__":
    PARSER = training_run.parser(__doc__.splitlines()[0], {})
    PARSER.add_argument("--out", required=True, help="a folder for what is exported")
    OPTIONS = PARSER.parse_args()
    training_run.prepare(OPTIONS)

from pathlib import Path

import torch

import exported
import fusion_torch
import mapping
from encoding import one_based

OPSET = 17
OUTPUT = "vector"
USERS = [1, 42, 6040]


def export(tower, side, file):
    """Writes a tower as ONNX; its inputs are int64, their first dimension is free."""
    names = [one.name for one in side.inputs]
    torch.onnx.export(
        tower.eval(),
        tuple(torch.from_numpy(codes[:2]) for codes in side.codes()),
        str(file),
        input_names=names,
        output_names=[OUTPUT],
        dynamic_axes={name: {0: "N"} for name in [*names, OUTPUT]},
        opset_version=OPSET,
        dynamo=False,
    )


def answer(user, material, user_vectors, item_vectors):
    """The best movies of a known user, those already rated among them."""
    row = material.users.rows_of([user])[0]
    return {"user": str(user), "items": exported.top(material, user_vectors[row], item_vectors)}


def main(options):
    """Trains, exports, checks and answers."""
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    material = training_run.material(options, one_based)
    reports = training_run.Reports("pytorch", torch.__version__, options, material)
    user_tower, movie_tower = fusion_torch.train(options, material, reports)
    export(user_tower, material.users, folder / exported.USER_TOWER)
    export(movie_tower, material.movies, folder / exported.ITEM_TOWER)
    users = fusion_torch.vectors(user_tower, material.users)
    items = fusion_torch.vectors(movie_tower, material.movies)
    user_output, item_output, difference = exported.check(folder, material, users, items)
    output = mapping.Output(user_output, item_output, False, 5, 0.5, 2.5)
    mapping.write(folder, "pytorch-fusion", material.users, material.movies, output)
    exported.finish(folder, difference, [answer(user, material, users, items) for user in USERS])


if __name__ == "__main__":
    main(OPTIONS)
