"""What every export of towers shares: the folder, the check against the framework, the top lists.

What comes in: two ONNX files in a folder and the vectors that the framework itself computed.
What goes out: the largest difference between the two, the framework's vectors as `vectors.npz`, and
the best movies of a vector.
What it must not know: a framework.
"""

import json

import numpy as np
import onnxruntime

USER_TOWER = "user-tower.onnx"
ITEM_TOWER = "item-tower.onnx"
VECTORS = "vectors.npz"
ERRORS_ONLY = 3


def onnx_vectors(file, side):
    """The output's name and the vectors of a whole side, as ONNX Runtime computes them."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = ERRORS_ONLY
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    inputs = {one.name: one.codes for one in side.inputs}
    output = session.get_outputs()[0].name
    return output, session.run([output], inputs)[0]


def check(folder, material, user_vectors, item_vectors):
    """Compares the exported towers with the framework and keeps the framework's vectors.

    Returns the outputs' names and the largest difference.
    """
    user_output, users = onnx_vectors(folder / USER_TOWER, material.users)
    item_output, items = onnx_vectors(folder / ITEM_TOWER, material.movies)
    np.savez(
        folder / VECTORS,
        userIds=material.users.ids,
        users=user_vectors,
        itemIds=material.movies.ids,
        items=item_vectors,
    )
    difference = max(abs(users - user_vectors).max(), abs(items - item_vectors).max())
    return user_output, item_output, float(difference)


def top(material, user_vector, item_vectors, count=5):
    """The best movies for one unit vector; of equal scores the lower id is first."""
    scores = 5 * (item_vectors @ user_vector)
    order = np.lexsort((material.movies.ids, -scores))[:count]
    return [
        {
            "rank": rank + 1,
            "id": str(material.movies.ids[row]),
            "title": material.data.movies[row].title,
            "score": round(float(scores[row]), 6),
            "rating": round(float(2.5 + scores[row] / 2), 6),
        }
        for rank, row in enumerate(order)
    ]


def finish(folder, difference, queries):
    """Writes `queries.json`, what the exported towers must answer, and prints it as one line."""
    document = {"folder": str(folder), "largestDifference": difference, "queries": queries}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    (folder / "queries.json").write_text(text + "\n", encoding="utf-8")
    print(json.dumps(document, ensure_ascii=False))
