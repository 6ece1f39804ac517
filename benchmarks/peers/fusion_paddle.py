#!/usr/bin/env python3
"""Trains the recommender chapter's network in PaddlePaddle, one tower pass per rating.

What comes in: MovieLens 1M and the options of `training_run`.
What goes out: one line of JSON for each epoch, on standard output.
What it must not know: anything of Tandem.

The network as the chapter has it: each user attribute through a dense layer of its own, the sum of
the genres' embeddings, the sum over the words of a convolution's tanh, 200-wide vectors with tanh, a
cosine against the rating. The start is Xavier's and N(0, 0.02) for the ids, the optimiser AdamW.
"""

import training_run

if __name__ == "__main__":
    OPTIONS = training_run.parser(
        __doc__.splitlines()[0], {"batch_size": 1024, "learning_rate": 1e-3}
    ).parse_args()
    training_run.prepare(OPTIONS)

import paddle
from paddle import nn
from paddle.nn import functional
from paddle.nn.initializer import Assign, Normal, XavierUniform

from encoding import tutorial

ATTRIBUTE_WIDTH = 16
WORD_WIDTH = 32
FILTERS = 32
VECTOR_WIDTH = 200
ID_SPREAD = 0.02
WORD_SPREAD = 0.1


def embedding(size, width, spread, padding=None):
    """A table that starts at N(0, spread)."""
    start = paddle.ParamAttr(initializer=Normal(0.0, spread))
    return nn.Embedding(size, width, padding_idx=padding, weight_attr=start)


def dense(inputs, outputs):
    """A dense layer that starts uniform (Glorot and Bengio 2010), without bias at first."""
    return nn.Linear(inputs, outputs, weight_attr=paddle.ParamAttr(initializer=XavierUniform()))


class UserTower(nn.Layer):
    """Four codes of one user each to a vector; [N] each -> [N, 200]."""

    def __init__(self, inputs, id_width):
        super().__init__()
        widths = [id_width] + [ATTRIBUTE_WIDTH] * (len(inputs) - 1)
        spreads = [ID_SPREAD] + [WORD_SPREAD] * (len(inputs) - 1)
        self.tables = nn.LayerList(
            [embedding(one.size, *shape) for one, *shape in zip(inputs, widths, spreads)]
        )
        self.layers = nn.LayerList([dense(width, width) for width in widths])
        self.out = dense(sum(widths), VECTOR_WIDTH)

    def forward(self, user_id, gender_id, age_id, job_id):
        codes = (user_id, gender_id, age_id, job_id)
        parts = [
            layer(table(code)) for layer, table, code in zip(self.layers, self.tables, codes)
        ]
        return paddle.tanh(self.out(paddle.concat(parts, axis=1)))


class MovieTower(nn.Layer):
    """A movie's id [N], genres [N, 6] and title words [N, 15] to a vector [N, 200]."""

    def __init__(self, inputs, id_width):
        super().__init__()
        movie, genres, title = inputs
        self.movie_table = embedding(movie.size, id_width, ID_SPREAD)
        self.movie_layer = dense(id_width, id_width)
        self.genre_table = embedding(genres.size, ATTRIBUTE_WIDTH, WORD_SPREAD, padding=0)
        self.word_table = embedding(title.size, WORD_WIDTH, WORD_SPREAD, padding=0)
        self.filters = dense(3 * WORD_WIDTH, FILTERS)
        self.out = dense(id_width + ATTRIBUTE_WIDTH + FILTERS, VECTOR_WIDTH)

    def forward(self, movie_id, category_id, movie_title):
        parts = [
            self.movie_layer(self.movie_table(movie_id)),
            paddle.sum(self.genre_table(category_id), axis=1),
            self.read(movie_title),
        ]
        return paddle.tanh(self.out(paddle.concat(parts, axis=1)))

    def read(self, title):
        """The sum over the words of what the filters say to each and its two neighbours.

        This is the chapter's sequence_conv: three rows side by side, times one matrix. Windows are
        cut out of the codes, because the gradient of cutting rows is slower than all the rest.
        """
        edge = paddle.zeros_like(title[:, :1])
        before = paddle.concat([edge, title[:, :-1]], axis=1)
        after = paddle.concat([title[:, 1:], edge], axis=1)
        windows = paddle.flatten(
            self.word_table(paddle.stack([before, title, after], axis=2)), start_axis=2
        )
        is_word = paddle.unsqueeze(paddle.cast(title != 0, "float32"), 2)
        return paddle.sum(paddle.tanh(self.filters(windows)) * is_word, axis=1)


def towers(material, id_width):
    """The two towers, untrained."""
    return (
        UserTower(material.users.inputs, id_width),
        MovieTower(material.movies.inputs, id_width),
    )


def vectors(tower, side):
    """The vectors of a whole side as an array, row by row, as the tower gives them."""
    with paddle.no_grad():
        return tower(*(paddle.to_tensor(codes) for codes in side.codes())).numpy()


def unit_vectors(tower, side):
    """The vectors of a whole side at length 1."""
    with paddle.no_grad():
        return functional.normalize(paddle.to_tensor(vectors(tower, side)), axis=1).numpy()


def train(options, material, reports):
    """Trains two towers for all epochs and returns them."""
    paddle.seed(options.seed)
    user_tower, movie_tower = towers(material, options.id_width)
    optimizer = paddle.optimizer.AdamW(
        learning_rate=options.learning_rate,
        parameters=[*user_tower.parameters(), *movie_tower.parameters()],
        weight_decay=options.decay,
    )
    users = [paddle.to_tensor(codes) for codes in material.users.codes()]
    movies = [paddle.to_tensor(codes) for codes in material.movies.codes()]
    rows = material.training
    steps = training_run.steps_of(options, rows)
    step = 0
    for order in training_run.orders(options, rows):
        reports.start()
        for start in range(0, len(rows), options.batch_size):
            batch = rows.where(order[start : start + options.batch_size])
            optimizer.set_lr(
                training_run.one_cycle(step, steps * options.epochs, options.learning_rate)
            )
            user = paddle.to_tensor(batch.users)
            movie = paddle.to_tensor(batch.movies)
            user_vectors = user_tower(*(paddle.gather(codes, user) for codes in users))
            movie_vectors = movie_tower(*(paddle.gather(codes, movie) for codes in movies))
            cosine = functional.cosine_similarity(user_vectors, movie_vectors, axis=1)
            rating = training_run.RATING_MIDDLE + training_run.RATING_HALF * cosine
            loss = functional.mse_loss(rating, paddle.to_tensor(batch.stars))
            loss.backward()
            optimizer.step()
            optimizer.clear_grad()
            step += 1
        reports.stop()
        reports.epoch(
            unit_vectors(user_tower, material.users), unit_vectors(movie_tower, material.movies)
        )
    reports.finish()
    return user_tower, movie_tower


def main(options):
    """Trains as the options say."""
    material = training_run.material(options, tutorial)
    reports = training_run.Reports("paddlepaddle", paddle.__version__, options, material)
    train(options, material, reports)


if __name__ == "__main__":
    main(OPTIONS)
