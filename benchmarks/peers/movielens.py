"""Reads MovieLens 1M, from its folder or its zip, into plain values.

What comes in: `users.dat`, `movies.dat`, `ratings.dat`, and a file of test pairs.
What goes out: users, movies and ratings with MovieLens' own ids.
What it must not know: networks, frameworks, and anything of Tandem.
"""

import csv
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

AGES = ["1", "18", "25", "35", "45", "50", "56"]
GENDERS = ["M", "F"]
OCCUPATIONS = [str(code) for code in range(21)]
YEAR = re.compile(r"^(.*)\((\d{4})\)\s*$")


@dataclass(frozen=True)
class User:
    """A person: `gender` M or F, `age` the lowest year of a bucket, `occupation` a code from 0 to 20."""

    id: int
    gender: str
    age: str
    occupation: str


@dataclass(frozen=True)
class Movie:
    """A film: `title` with its year in brackets, as the file has it."""

    id: int
    title: str
    genres: list[str]

    @property
    def name(self):
        """The title without the year."""
        match = YEAR.match(self.title)
        return match.group(1).strip() if match else self.title


@dataclass(frozen=True)
class Ratings:
    """Three columns of one length: user ids, movie ids, and stars from 1 to 5."""

    users: np.ndarray
    movies: np.ndarray
    stars: np.ndarray

    def __len__(self):
        return len(self.stars)

    def where(self, chosen):
        """The ratings that a mask or a list of positions chooses."""
        return Ratings(self.users[chosen], self.movies[chosen], self.stars[chosen])


@dataclass(frozen=True)
class MovieLens:
    """The whole of a data set; users and movies in the order of their ids."""

    users: list[User]
    movies: list[Movie]
    ratings: Ratings


def read(path):
    """Reads the data set in a folder or a zip; exits with one line where a file is missing."""
    content = _contents(Path(path))
    users = [_user(line) for line in _lines(content, "users.dat")]
    movies = [_movie(line) for line in _lines(content, "movies.dat")]
    by_id = lambda entity: entity.id
    return MovieLens(sorted(users, key=by_id), sorted(movies, key=by_id), _ratings(content))


def read_pairs(path):
    """The pairs of a CSV file with the header `user,item`, as a set of (user id, movie id)."""
    with open(path, newline="", encoding="utf-8") as file:
        return {(int(row["user"]), int(row["item"])) for row in csv.DictReader(file)}


def split(ratings, pairs):
    """The ratings outside the pairs, and those of the pairs."""
    key = ratings.users.astype(np.int64) << 32 | ratings.movies
    held = np.array([user << 32 | movie for user, movie in pairs], dtype=np.int64)
    tested = np.isin(key, held)
    return ratings.where(~tested), ratings.where(tested)


def _contents(path):
    if path.is_dir():
        return lambda name: _first(path.rglob(name), path, name).read_bytes()
    if not zipfile.is_zipfile(path):
        raise SystemExit(f"{path}: found neither a folder nor a zip, expected MovieLens 1M")
    archive = zipfile.ZipFile(path)
    names = lambda name: (entry for entry in archive.namelist() if entry.split("/")[-1] == name)
    return lambda name: archive.read(_first(names(name), path, name))


def _first(found, path, name):
    for entry in found:
        return entry
    raise SystemExit(f"{path}: found no {name}, expected the files of MovieLens 1M")


def _lines(content, name):
    text = content(name).decode("latin-1")
    return [line.split("::") for line in text.splitlines() if line]


def _user(cells):
    return User(int(cells[0]), cells[1], cells[2], cells[3])


def _movie(cells):
    genres = [genre for genre in cells[2].split("|") if genre and not genre.startswith("(")]
    return Movie(int(cells[0]), cells[1], genres)


def _ratings(content):
    numbers = content("ratings.dat").replace(b"::", b" ").decode("latin-1")
    table = np.fromstring(numbers, dtype=np.float64, sep=" ").reshape(-1, 4)
    return Ratings(
        table[:, 0].astype(np.int32), table[:, 1].astype(np.int32), table[:, 2].astype(np.float32)
    )
