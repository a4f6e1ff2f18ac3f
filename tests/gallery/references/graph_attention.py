"""Veličković et al., 2018, equations 1 to 6, node by node; slope 0.2 below zero."""

import numpy as np

from tests.gallery.reference import Case, bools, floats


def edges(batch, nodes):
    def draw(random):
        return random.random((batch, nodes, nodes)) < 0.4

    return draw


def linked(batch, nodes):
    return lambda random: np.ones((batch, nodes, nodes), bool)


def expected(run):
    x, adjacency = run.inputs
    args = run.args
    batch, nodes, _ = x.shape
    y = np.zeros((batch, nodes, args.heads, args.units))
    attention = np.zeros((batch, args.heads, nodes, nodes))
    for b, i, k in np.ndindex(batch, nodes, args.heads):
        h = x[b] @ run["kernel"][:, k * args.units : (k + 1) * args.units]
        scores = h[i] @ run["target"][k] + h @ run["source"][k]
        scores = np.where(scores > 0, scores, 0.2 * scores)
        linked = adjacency[b, i]
        if run.masks is not None:
            linked = linked & run.masks[0][b]
        linked = linked | (np.arange(nodes) == i)
        powers = np.exp(scores) * linked
        attention[b, k, i] = powers / powers.sum()
        y[b, i, k] = attention[b, k, i] @ h
    y = y.reshape(batch, nodes, -1) if args.concat else y.mean(2)
    return (y, attention) if args.return_attention else y


CASES = [
    Case((floats(2, 5, 3), edges(2, 5)), {"units": 4}),
    Case((floats(2, 4, 3), edges(2, 4)), {"units": 2, "heads": 3, "return_attention": True}),
    Case((floats(1, 4, 3), edges(1, 4)), {"units": 2, "heads": 2, "concat": False}),
    Case((floats(2, 4, 3), linked(2, 4)), {"units": 2}, masks=(bools(2, 4), None)),
]
