"""Tests of what the peers share, on a made-up data set: `python3 -m unittest` in this folder, with NumPy."""

import argparse
import contextlib
import io
import json
import tempfile
import unittest
import zipfile
from pathlib import Path

import numpy as np

import encoding
import mapping
import movielens
import training_run

FILES = {
    "users.dat": "1::F::1::10::00000\n2::M::56::16::00000\n",
    "movies.dat": "7::Blue Moon (1999)::Comedy|Drama\n3::Moon, The Caf\xe9 (1950)::Drama\n",
    "ratings.dat": "1::7::5::10\n1::3::1::11\n2::7::2::12\n",
}


class PeersTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        for name, text in FILES.items():
            (self.folder / name).write_text(text, encoding="latin-1")
        (self.folder / "test.csv").write_text("user,item\n1,3\n", encoding="utf-8")
        self.data = movielens.read(self.folder)

    def options(self, **more):
        settings = {"data": self.folder, "test": self.folder / "test.csv", "validation_fraction": 0.0}
        settings |= {"seed": 1, "limit": None, "epochs": 2, "batch_size": 2}
        return argparse.Namespace(**settings | more)

    def test_a_zip_reads_like_the_folder(self):
        with zipfile.ZipFile(self.folder / "data.zip", "w") as archive:
            for name in FILES:
                archive.write(self.folder / name, f"made-up/{name}")
        self.assertEqual(movielens.read(self.folder / "data.zip").movies, self.data.movies)

    def test_a_missing_file_is_named(self):
        (self.folder / "ratings.dat").unlink()
        with self.assertRaisesRegex(SystemExit, "found no ratings.dat"):
            movielens.read(self.folder)

    def test_movies_stand_in_the_order_of_their_ids(self):
        self.assertEqual([movie.id for movie in self.data.movies], [3, 7])
        self.assertEqual([movie.name for movie in self.data.movies], ["Moon, The Caf\xe9", "Blue Moon"])

    def test_test_pairs_are_not_trained_on(self):
        material = training_run.material(self.options(), encoding.one_based)
        self.assertEqual(material.training.stars.tolist(), [5, 2])
        self.assertEqual(material.training.movies.tolist(), [1, 1])
        self.assertEqual(material.test.stars.tolist(), [1])

    def test_validation_rows_are_not_trained_on(self):
        material = training_run.material(self.options(validation_fraction=0.5), encoding.one_based)
        self.assertEqual(len(material.training) + len(material.validation), 2)
        self.assertEqual(len(material.validation), 1)

    def test_one_based_codes_leave_zero_to_padding(self):
        _, movies = encoding.one_based(self.data)
        movie_id, genres, title = movies.inputs
        self.assertEqual(movie_id.codes.tolist(), [1, 2])
        self.assertEqual(genres.codes.tolist(), [[2, 0], [1, 2]])
        self.assertEqual(title.words, ["1950", "1999", "blue", "caf\xe9", "moon", "the"])
        self.assertEqual(title.codes.tolist(), [[5, 6, 4, 1], [3, 5, 2, 0]])

    def test_the_tutorial_counts_attributes_from_zero_and_drops_the_year(self):
        users, movies = encoding.tutorial(self.data)
        self.assertEqual([one.codes.tolist() for one in users.inputs], [[1, 2], [1, 0], [0, 6], [10, 16]])
        self.assertEqual(movies.inputs[0].codes.tolist(), [3, 7])
        self.assertEqual(movies.inputs[2].words, ["blue", "caf\xe9", "moon", "moon,", "the"])

    def test_the_mapping_names_every_input_and_its_vocabulary(self):
        users, movies = encoding.tutorial(self.data)
        output = mapping.Output("u", "i", True, 5, 0.5, 2.5)
        mapping.write(self.folder, "made-up", users, movies, output)
        lines = (self.folder / "mapping.yaml").read_text(encoding="utf-8").splitlines()
        self.assertIn("score: {normalise: true, scale: 5}", lines)
        self.assertIn("    gender_id: {field: gender, codes: {M: 0, F: 1}, asked-by: code}", lines)
        self.assertIn("    user_id: {field: id, number: {from: 1, to: 2}, missing: 1}", lines)
        self.assertIn(
            "    category_id: {field: genres, vocabulary: item-category_id.txt, first: 1, width: 2, padding: 0}",
            lines,
        )
        words = (self.folder / "item-category_id.txt").read_text(encoding="utf-8")
        self.assertEqual(words, "Comedy\nDrama\n")

    def test_the_error_is_in_stars_and_predictions_are_cut(self):
        same = np.array([[1.0, 0.0]])
        rows = training_run.Rows(np.array([0, 0]), np.array([0, 1]), np.array([4.0, 3.0]))
        movies = np.array([[1.0, 0.0], [-1.0, 0.0]])
        # 2.5 + 2.5 is 5, one too many; 2.5 - 2.5 is cut to 1, two too few.
        self.assertAlmostEqual(training_run.rmse(same, movies, rows), np.sqrt((1 + 4) / 2))

    def test_the_rate_rises_to_its_highest_and_falls_to_nothing(self):
        rates = [training_run.one_cycle(step, 100, 1.0) for step in range(101)]
        self.assertEqual(rates.index(max(rates)), 30)
        self.assertAlmostEqual(max(rates), 1)
        self.assertAlmostEqual(rates[100], 0)

    def test_every_epoch_has_a_line_and_the_last_line_the_whole(self):
        options = self.options()
        material = training_run.material(options, encoding.one_based)
        vectors = np.eye(2)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            reports = training_run.Reports("made-up", "1", options, material)
            for _ in training_run.orders(options, material.training):
                reports.start()
                reports.stop()
                reports.epoch(vectors, vectors)
            reports.finish()
        lines = [json.loads(line) for line in printed.getvalue().splitlines()]
        self.assertEqual(lines[0]["rows"], 2)
        self.assertEqual([line["epoch"] for line in lines[1:3]], [1, 2])
        # User 1 and movie 3 point the same way: 5 predicted, 1 given.
        self.assertEqual(lines[3]["testRmse"], 4)


if __name__ == "__main__":
    unittest.main()
