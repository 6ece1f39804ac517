#!/usr/bin/env python3
"""Trains the fusion network in plain PyTorch, one tower pass per rating.

What comes in: MovieLens 1M and the options of `training_run`.
What goes out: one line of JSON for each epoch, on standard output.
What it must not know: anything of Tandem.

The network is that of PaddlePaddle's recommender chapter with ids 256 wide: the id through a dense
layer of its own, the other attributes 16 wide, genres summed, the title through a convolution of 32
filters over word embeddings, 200-wide vectors, a cosine, squared error on 2.5 + 2.5 cos.
"""

import training_run

if __name__ == "__main__":
    OPTIONS = training_run.parser(__doc__.splitlines()[0], {}).parse_args()
    training_run.prepare(OPTIONS)

import torch
from torch import nn
from torch.nn import functional

from encoding import one_based

ATTRIBUTE_WIDTH = 16
WORD_WIDTH = 32
FILTERS = 32
VECTOR_WIDTH = 200
ID_SPREAD = 0.02


def dense(inputs, outputs):
    """A dense layer that starts uniform (Glorot and Bengio 2010), without bias at first."""
    layer = nn.Linear(inputs, outputs)
    nn.init.xavier_uniform_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


class Category(nn.Module):
    """An attribute with one code, or with several that are summed; [N] or [N, width] -> [N, out]."""

    def __init__(self, size, width, spread, padding=None):
        super().__init__()
        self.table = nn.Embedding(size, width, padding_idx=padding)
        nn.init.normal_(self.table.weight, std=spread)
        self.dense = dense(width, width)

    def forward(self, codes):
        rows = self.table(codes)
        return self.dense(rows.sum(1) if codes.dim() == 2 else rows)


class Title(nn.Module):
    """A convolution over three words, its highest answer in the title (Kim 2014); [N, width] -> [N, out]."""

    def __init__(self, size):
        super().__init__()
        self.table = nn.Embedding(size, WORD_WIDTH, padding_idx=0)
        self.convolution = nn.Conv1d(WORD_WIDTH, FILTERS, 3, padding=1)
        nn.init.normal_(self.table.weight, std=0.1)
        nn.init.xavier_uniform_(self.convolution.weight)
        nn.init.zeros_(self.convolution.bias)
        with torch.no_grad():
            self.table.weight[0] = 0

    def forward(self, words):
        answers = self.convolution(self.table(words).transpose(1, 2))
        return torch.tanh(answers.masked_fill((words == 0).unsqueeze(1), -9).amax(2))


class Tower(nn.Module):
    """Joins its branches into one dense layer and tanh; gives vectors of length 1."""

    def __init__(self, branches, width):
        super().__init__()
        self.branches = nn.ModuleList(branches)
        self.out = dense(width, VECTOR_WIDTH)

    def forward(self, *codes):
        parts = [branch(code) for branch, code in zip(self.branches, codes)]
        return functional.normalize(torch.tanh(self.out(torch.cat(parts, 1))), dim=1)


def towers(material, id_width):
    """The two towers, untrained."""
    user_id, *attributes = material.users.inputs
    movie_id, genres, title = material.movies.inputs
    user = [Category(user_id.size, id_width, ID_SPREAD)]
    user += [Category(one.size, ATTRIBUTE_WIDTH, 0.1) for one in attributes]
    movie = [
        Category(movie_id.size, id_width, ID_SPREAD),
        Category(genres.size, ATTRIBUTE_WIDTH, 0.1, padding=0),
        Title(title.size),
    ]
    return (
        Tower(user, id_width + ATTRIBUTE_WIDTH * len(attributes)),
        Tower(movie, id_width + ATTRIBUTE_WIDTH + FILTERS),
    )


def vectors(tower, side):
    """The vectors of a whole side as an array, row by row."""
    with torch.no_grad():
        return tower(*(torch.from_numpy(codes) for codes in side.codes())).numpy()


def train(options, material, reports):
    """Trains two towers for all epochs and returns them."""
    torch.manual_seed(options.seed)
    user_tower, movie_tower = towers(material, options.id_width)
    parameters = [*user_tower.parameters(), *movie_tower.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=1, weight_decay=options.decay, fused=True)
    users = [torch.from_numpy(codes) for codes in material.users.codes()]
    movies = [torch.from_numpy(codes) for codes in material.movies.codes()]
    user_rows = torch.from_numpy(material.training.users)
    movie_rows = torch.from_numpy(material.training.movies)
    stars = torch.from_numpy(material.training.stars)
    steps = training_run.steps_of(options, material.training)
    step = 0
    for order in training_run.orders(options, material.training):
        reports.start()
        for batch in torch.from_numpy(order).split(options.batch_size):
            rate = training_run.one_cycle(step, steps * options.epochs, options.learning_rate)
            optimizer.param_groups[0]["lr"] = rate
            user = user_rows[batch]
            movie = movie_rows[batch]
            user_vectors = user_tower(*(codes[user] for codes in users))
            movie_vectors = movie_tower(*(codes[movie] for codes in movies))
            cosine = (user_vectors * movie_vectors).sum(1)
            rating = training_run.RATING_MIDDLE + training_run.RATING_HALF * cosine
            loss = functional.mse_loss(rating, stars[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
        reports.stop()
        reports.epoch(vectors(user_tower, material.users), vectors(movie_tower, material.movies))
    reports.finish()
    return user_tower, movie_tower


def main(options):
    torch.set_num_threads(options.threads)
    material = training_run.material(options, one_based)
    reports = training_run.Reports("pytorch", torch.__version__, options, material)
    train(options, material, reports)


if __name__ == "__main__":
    main(OPTIONS)
