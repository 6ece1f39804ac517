"""Turns users and movies into the codes that a network reads, and keeps how that was done.

What comes in: users and movies.
What goes out: for each side its inputs as arrays of codes, in two ways: `one_based`, where every
vocabulary starts at code 1, and `tutorial`, the codes of PaddlePaddle's recommender chapter.
What it must not know: networks and frameworks.
"""

import re
from dataclasses import dataclass, field

import numpy as np

import movielens

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Input:
    """One input of a tower.

    name    of the tower's input
    codes   int64, [rows] or [rows, width]
    size    codes are below it
    mapping what a mapping file says of it, but for the vocabulary
    words   the vocabulary, where there is one: the value of line n has the code n + first
    """

    name: str
    codes: np.ndarray
    size: int
    mapping: dict
    words: list = field(default_factory=list)

    @property
    def width(self):
        """How many codes a row has; 0 where the input has no second dimension."""
        return 0 if self.codes.ndim == 1 else self.codes.shape[1]


@dataclass(frozen=True)
class Side:
    """The users, or the movies: their ids and the inputs of their tower, row by row."""

    ids: np.ndarray
    inputs: list[Input]

    def rows_of(self, ids):
        """The row of each id; the ids stand in ascending order."""
        return np.searchsorted(self.ids, ids)

    def codes(self):
        """The codes of every row, one array for each input."""
        return [one.codes for one in self.inputs]


def one_based(data):
    """Users and movies with vocabularies that start at code 1; code 0 is padding and nothing else."""
    users = Side(
        _ids(data.users),
        [
            _vocabulary("user_id", "id", [str(user.id) for user in data.users]),
            _vocabulary("gender", "gender", [user.gender for user in data.users]),
            _vocabulary("age", "age", [user.age for user in data.users]),
            _vocabulary("occupation", "occupation", [user.occupation for user in data.users]),
        ],
    )
    movies = Side(
        _ids(data.movies),
        [
            _vocabulary("item_id", "id", [str(movie.id) for movie in data.movies]),
            _lists("genres", "genres", [movie.genres for movie in data.movies], {}),
            _lists(
                "title",
                "title",
                [WORD.findall(movie.title.lower()) for movie in data.movies],
                {"words": "letters-and-digits"},
            ),
        ],
    )
    return users, movies


def tutorial(data):
    """Users and movies as PaddlePaddle's recommender chapter has them.

    Ids are their own codes, attributes count from 0, genres and title words from 1; nobody is unknown.
    People ask by the codes of the attributes.
    """
    users = Side(
        _ids(data.users),
        [
            _number("user_id", [user.id for user in data.users], {"missing": 1}),
            _codes("gender_id", "gender", movielens.GENDERS, [user.gender for user in data.users]),
            _codes("age_id", "age", movielens.AGES, [user.age for user in data.users]),
            _codes(
                "job_id",
                "occupation",
                movielens.OCCUPATIONS,
                [user.occupation for user in data.users],
            ),
        ],
    )
    movies = Side(
        _ids(data.movies),
        [
            _number("movie_id", [movie.id for movie in data.movies], {}),
            _lists("category_id", "genres", [movie.genres for movie in data.movies], {}),
            _lists(
                "movie_title",
                "title",
                [movie.name.lower().split() for movie in data.movies],
                {"pattern": r"^(.*)\(\d{4}\)\s*$", "words": "spaces"},
            ),
        ],
    )
    return users, movies


def _ids(entities):
    return np.array([entity.id for entity in entities], dtype=np.int64)


def _natural(values):
    return sorted(set(values), key=_natural_order)


def _natural_order(value):
    return (0, len(value), value) if value.isdecimal() else (1, 0, value)


def _vocabulary(name, source, values):
    words = _natural(values)
    code = {word: position + 1 for position, word in enumerate(words)}
    codes = np.array([code[value] for value in values], dtype=np.int64)
    mapping = {"field": source, "first": 1}
    return Input(name, codes, len(words) + 1, mapping, words)


def _number(name, values, more):
    size = max(values) + 1
    mapping = {"field": "id", "number": {"from": 1, "to": size - 1}} | more
    return Input(name, np.array(values, dtype=np.int64), size, mapping)


def _codes(name, source, known, values):
    code = {value: position for position, value in enumerate(known)}
    codes = np.array([code[value] for value in values], dtype=np.int64)
    mapping = {"field": source, "codes": code, "asked-by": "code"}
    return Input(name, codes, len(known), mapping)


def _lists(name, source, rows, more):
    words = _natural(word for row in rows for word in row)
    code = {word: position + 1 for position, word in enumerate(words)}
    width = max(len(row) for row in rows)
    codes = np.zeros((len(rows), width), dtype=np.int64)
    for position, row in enumerate(rows):
        codes[position, : len(row)] = [code[word] for word in row]
    mapping = {"field": source, "first": 1, "width": width, "padding": 0} | more
    return Input(name, codes, len(words) + 1, mapping, words)
