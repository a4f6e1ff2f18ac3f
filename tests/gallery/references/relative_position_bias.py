"""Raffel et al., 2020: the buckets of T5's bidirectional attention, pair by pair."""

import math

import numpy as np

from tests.gallery.reference import Case, floats


def bucket_of(offset, buckets, farthest):
    half, exact = buckets // 2, buckets // 4
    distance = abs(offset)
    if distance >= exact:
        share = math.log(distance / exact) / math.log(farthest / exact)
        distance = min(half - 1, exact + int(share * (half - exact)))
    return distance + (half if offset > 0 else 0)


def expected(run):
    scores = run.inputs.copy()
    for i, j in np.ndindex(*scores.shape[2:]):
        scores[:, :, i, j] += run["table"][bucket_of(j - i, run.args.buckets, run.args.farthest)]
    return scores


# Lengths at which no distance stands exactly between two buckets, where rounding would decide.
CASES = [
    Case(floats(2, 3, 4, 5)),
    Case(floats(1, 2, 30, 20), {"buckets": 8, "farthest": 21}),
    Case(floats(2, 1, 6, 6), {"buckets": 4, "farthest": 7}),
]
