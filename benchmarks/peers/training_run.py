"""What every peer's training shares: options, data, the order of batches, the rate, the reports.

What comes in: the command line.
What goes out: `Material` (codes and ratings as arrays) and one line of JSON for each epoch.
What it must not know: a framework.

The network's rating is 2.5 + 2.5 cos, so a `target` of the loss is stars on MovieLens' scale.
"""

import argparse
import json
import math
import os
import time
from dataclasses import dataclass

import numpy as np

import movielens
from encoding import Side

RATING_MIDDLE = 2.5
RATING_HALF = 2.5


def parser(description, defaults):
    """The options of a peer; `defaults` are those that differ between frameworks."""
    options = argparse.ArgumentParser(
        description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    add = options.add_argument
    add("--data", required=True, help="MovieLens 1M, folder or zip")
    add("--test", help="CSV of the pairs (user,item) that are held out for the test")
    add("--validation-fraction", type=float, default=0.0, help="part of the rows to validate on")
    add("--batch-size", type=int, default=4096)
    add("--epochs", type=int, default=5)
    add("--threads", type=int, default=1)
    add("--seed", type=int, default=1)
    add("--learning-rate", type=float, default=4e-3, help="the highest rate of the cycle")
    add("--decay", type=float, default=3.0, help="decoupled: rate x decay is lost at every step")
    add("--id-width", type=int, default=256)
    add("--limit", type=int, help="train on this many rows only, to try things out")
    options.set_defaults(**defaults)
    return options


def prepare(options):
    """Settings that a framework reads when it is imported."""
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
    os.environ["OMP_NUM_THREADS"] = str(options.threads)


@dataclass(frozen=True)
class Rows:
    """Ratings as rows of the two sides."""

    users: np.ndarray
    movies: np.ndarray
    stars: np.ndarray

    def __len__(self):
        return len(self.stars)

    def where(self, chosen):
        """The rows that a mask or a list of positions chooses."""
        return Rows(self.users[chosen], self.movies[chosen], self.stars[chosen])


@dataclass(frozen=True)
class Material:
    """All that a training reads: both sides' codes and the three parts of the ratings."""

    data: movielens.MovieLens
    users: Side
    movies: Side
    training: Rows
    validation: Rows
    test: Rows


def material(options, encode):
    """Reads and encodes the data; `encode` is one of `encoding`'s two ways."""
    data = movielens.read(options.data)
    users, movies = encode(data)
    pairs = movielens.read_pairs(options.test) if options.test else set()
    training, test = movielens.split(data.ratings, pairs)
    rows = _rows(training, users, movies)
    order = np.random.default_rng(options.seed).permutation(len(rows))
    held = int(len(rows) * options.validation_fraction)
    chosen = order[held:][: options.limit]
    return Material(
        data,
        users,
        movies,
        rows.where(np.sort(chosen)),
        rows.where(np.sort(order[:held])),
        _rows(test, users, movies),
    )


def _rows(ratings, users, movies):
    return Rows(users.rows_of(ratings.users), movies.rows_of(ratings.movies), ratings.stars)


def steps_of(options, rows):
    """How many steps an epoch has."""
    return math.ceil(len(rows) / options.batch_size)


def one_cycle(step, steps, highest):
    """The rate at a step: a cosine up over the first 30 %, a cosine down to zero after it."""
    peak = 0.3 * steps
    if step < peak:
        return highest * (0.04 + 0.96 * (1 - math.cos(math.pi * step / peak)) / 2)
    return highest * (1 + math.cos(math.pi * (step - peak) / (steps - peak))) / 2


def orders(options, rows):
    """One order of the rows for every epoch."""
    random = np.random.default_rng(options.seed)
    for _ in range(options.epochs):
        yield random.permutation(len(rows))


def rmse(user_vectors, movie_vectors, rows):
    """Error in stars of vectors of length 1, predictions cut to 1..5; None without rows."""
    if len(rows) == 0:
        return None
    squared = 0.0
    for start in range(0, len(rows), 65536):
        part = rows.where(slice(start, start + 65536))
        cosine = np.einsum("ij,ij->i", user_vectors[part.users], movie_vectors[part.movies])
        stars = np.clip(RATING_MIDDLE + RATING_HALF * cosine, 1, 5)
        squared += float(((stars - part.stars) ** 2).sum())
    return math.sqrt(squared / len(rows))


class Reports:
    """Prints a line of JSON for each epoch; the clock runs only between `start` and `stop`."""

    def __init__(self, engine, version, options, material):
        self._material = material
        self._epoch = 0
        self._wall = 0.0
        self._cpu = 0.0
        unsaid = ("data", "test", "out")
        settings = {key: value for key, value in vars(options).items() if key not in unsaid}
        rows = len(material.training)
        self._print({"engine": engine, "version": version, "rows": rows, "settings": settings})

    def start(self):
        """Starts the clock of an epoch."""
        self._started = (time.perf_counter(), time.process_time())

    def stop(self):
        """Stops the clock of an epoch."""
        self._epoch_wall = time.perf_counter() - self._started[0]
        self._epoch_cpu = time.process_time() - self._started[1]
        self._wall += self._epoch_wall
        self._cpu += self._epoch_cpu

    def epoch(self, user_vectors, movie_vectors):
        """Judges the vectors of all users and movies and prints the epoch's line."""
        self._epoch += 1
        rows = len(self._material.training)
        self._test_rmse = _rounded(rmse(user_vectors, movie_vectors, self._material.test))
        validation_rmse = _rounded(rmse(user_vectors, movie_vectors, self._material.validation))
        self._print(
            {
                "epoch": self._epoch,
                "wallSeconds": round(self._epoch_wall, 3),
                "cpuSeconds": round(self._epoch_cpu, 3),
                **self._totals(),
                "ratingsPerSecond": round(rows / self._epoch_wall),
                "ratingsPerCpuSecond": round(rows / self._epoch_cpu),
                "validationRmse": validation_rmse,
                "testRmse": self._test_rmse,
            }
        )

    def finish(self):
        """Prints the line of the whole training."""
        self._print({"result": "trained", **self._totals(), "testRmse": self._test_rmse})

    def _totals(self):
        return {
            "totalWallSeconds": round(self._wall, 3),
            "totalCpuSeconds": round(self._cpu, 3),
        }

    @staticmethod
    def _print(line):
        print(json.dumps(line), flush=True)


def _rounded(value):
    return None if value is None else round(value, 5)
