"""The likelihood by adding up every sequence of tags there could be."""

import itertools

import numpy as np

from tests.gallery.reference import Case, Result, floats, ints


def score(run, x, tags):
    total = run["start"][tags[0]] + x[0, tags[0]]
    for t in range(1, len(tags)):
        total += run["transitions"][tags[t - 1], tags[t]] + x[t, tags[t]]
    return total


def expected(run):
    x, labels = run.inputs
    masks = run.masks[0] if run.masks is not None else np.ones(labels.shape, bool)
    rows = []
    for b in range(len(x)):
        length = int(masks[b].sum())
        paths = itertools.product(range(x.shape[-1]), repeat=length)
        whole = sum(np.exp(score(run, x[b], path)) for path in paths)
        rows.append(score(run, x[b], labels[b, :length]) - np.log(whole))
    return Result(np.array(rows), (None,))


LENGTHS = np.arange(4) < np.array([[4], [1], [3]])
CASES = [
    Case((floats(2, 4, 3), ints(2, 4, high=3))),
    Case((floats(3, 4, 3), ints(3, 4, high=3)), masks=(LENGTHS, None)),
    Case((floats(1, 2, 5), ints(1, 2, high=5))),
]
