"""Frosst and Hinton, 2017: the average of the leaves, each by the probability of its path."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    rows = []
    for x in run.inputs:
        right = 1 / (1 + np.exp(-(x @ run["kernel"] + run["bias"])))
        total = 0
        for leaf in range(2**run.args.depth):
            node, share = 0, 1.0
            for level in reversed(range(run.args.depth)):
                turn = leaf >> level & 1
                share *= right[node] if turn else 1 - right[node]
                node = 2 * node + 1 + turn
            total = total + share * run["values"][leaf]
        rows.append(total)
    return np.array(rows)


CASES = [
    Case(floats(4, 3), {"units": 2}),
    Case(floats(2, 3), {"units": 3, "depth": 1}),
    Case(floats(1, 5), {"units": 1, "depth": 4}),
]
