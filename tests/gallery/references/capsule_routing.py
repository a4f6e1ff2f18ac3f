"""Sabour et al., 2017, procedure 1."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    rows = []
    for x in run.inputs:
        votes = np.einsum("ps,pcsu->pcu", x, run["kernel"])
        logits = np.zeros(votes.shape[:2])
        for _ in range(run.args.iterations):
            coupling = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
            pooled = (coupling[..., None] * votes).sum(0)
            length = np.linalg.norm(pooled, axis=-1, keepdims=True)
            v = length**2 / (1 + length**2) * pooled / length
            logits = logits + (votes * v).sum(-1)
        rows.append(v)
    return np.array(rows)


CASES = [
    Case(floats(2, 5, 3), {"capsules": 4, "units": 2}),
    Case(floats(1, 2, 3), {"capsules": 2, "units": 5, "iterations": 1}),
    Case(floats(2, 3, 2), {"capsules": 3, "units": 3, "iterations": 5}),
]
