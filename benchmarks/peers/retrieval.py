"""The peers' part of benchmarks/retrieval.

measure FOLDER DIMENSION   a line for each peer and effort: engine, candidates kept, recall@10, median microseconds,
                           seconds of building, bytes; parted by tabs
table FILE                 such lines as a table, and the time that each engine needs for a recall of 0.99
"""

import os
import sys
import tempfile
import time

K = 10
ROUNDS = 9
NEIGHBOURS = 16
BUILD_BREADTH = 200
BUILD_THREADS = 2
BREADTHS = [10, 16, 20, 24, 28, 32, 40, 48, 64, 96]
RECALL = 0.99


def median(values):
    return sorted(values)[len(values) // 2]


def asked(queries, truth, search):
    """The recall, and the least of the rounds' medians in microseconds."""
    medians = []
    for _ in range(ROUNDS):
        times = []
        found = 0
        for row in range(len(queries)):
            query = queries[row : row + 1]
            start = time.perf_counter_ns()
            ids = search(query)
            times.append(time.perf_counter_ns() - start)
            found += len(truth[row].intersection(ids))
        medians.append(median(times) / 1e3)
    return found / (K * len(queries)), min(medians)


def show(engine, candidates, measured, seconds, size):
    recall, micros = measured
    print(f"{engine}\t{candidates}\t{recall:.4f}\t{micros:.1f}\t{seconds:.1f}\t{size}", flush=True)


def size_of(save):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "index")
        save(path)
        return os.path.getsize(path)


def measure(folder, dimension):
    import faiss
    import hnswlib
    import numpy

    def vectors(name):
        return numpy.fromfile(os.path.join(folder, name), "<f4").reshape(-1, dimension)

    items, queries = vectors("items.f32"), vectors("queries.f32")

    faiss.omp_set_num_threads(1)
    flat = faiss.IndexFlatIP(dimension)
    flat.add(items)
    truth = [set(ids) for ids in flat.search(queries, K)[1]]
    measured = asked(queries, truth, lambda query: flat.search(query, K)[1][0])
    show("faiss flat", len(items), measured, 0, items.nbytes)

    start = time.time()
    hnsw = hnswlib.Index("ip", dimension)
    hnsw.init_index(len(items), M=NEIGHBOURS, ef_construction=BUILD_BREADTH, random_seed=7)
    hnsw.add_items(items, num_threads=BUILD_THREADS)
    seconds = time.time() - start
    size = size_of(hnsw.save_index)
    for breadth in BREADTHS:
        hnsw.set_ef(breadth)
        measured = asked(queries, truth, lambda query: hnsw.knn_query(query, k=K, num_threads=1)[0][0])
        show("hnswlib", breadth, measured, seconds, size)

    faiss.omp_set_num_threads(BUILD_THREADS)
    start = time.time()
    graph = faiss.IndexHNSWFlat(dimension, NEIGHBOURS, faiss.METRIC_INNER_PRODUCT)
    graph.hnsw.efConstruction = BUILD_BREADTH
    graph.add(items)
    seconds = time.time() - start
    faiss.omp_set_num_threads(1)
    size = size_of(lambda path: faiss.write_index(graph, path))
    for breadth in BREADTHS:
        graph.hnsw.efSearch = breadth
        show("faiss hnsw", breadth, asked(queries, truth, lambda query: graph.search(query, K)[1][0]), seconds, size)


def time_at_recall(points):
    """Linear between the two efforts whose recalls enclose the one asked for; None where there are none."""
    points = sorted(points)
    for (low, before), (high, after) in zip(points, points[1:]):
        if low <= RECALL <= high:
            return before + (after - before) * (RECALL - low) / (high - low) if high > low else before
    return None


def table(path):
    with open(path) as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    print("| engine | candidates | recall@10 | median us | build s | MB |\n|---|---|---|---|---|---|")
    for engine, candidates, recall, micros, seconds, size in rows:
        print(f"| {engine} | {candidates} | {recall} | {micros} | {seconds} | {int(size) / 1e6:.1f} |")
    print(f"\n| engine | median us at recall {RECALL} | times the fastest |\n|---|---|---|")
    graphs = sorted({row[0] for row in rows if row[0] not in ("faiss flat", "tandem exact")})
    times = {name: time_at_recall([(float(row[2]), float(row[3])) for row in rows if row[0] == name]) for name in graphs}
    fastest = min(value for value in times.values() if value is not None)
    for name, value in times.items():
        print(f"| {name} | - | - |" if value is None else f"| {name} | {value:.1f} | {value / fastest:.2f} |")


if __name__ == "__main__":
    if sys.argv[1] == "measure":
        measure(sys.argv[2], int(sys.argv[3]))
    else:
        table(sys.argv[2])
