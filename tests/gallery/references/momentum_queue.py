"""He et al., 2020, equation 1 and algorithm 1."""

import numpy as np

from tests.gallery.reference import Case, Result, floats


def unit(x):
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def expected(run):
    (query, key), size = run.inputs, run.args.queue_size
    query, key, queue = unit(query), unit(key), run["queue"]
    positive = np.sum(query * key, axis=-1, keepdims=True)
    logits = np.concatenate([positive, query @ unit(queue).T], axis=-1)
    states = {}
    if run.training:
        place, queue = int(run["pointer"]), queue.copy()
        for step, row in enumerate(key):
            queue[(place + step) % size] = row
        states = {"queue": queue, "pointer": np.array((place + len(key)) % size)}
    return Result(logits / run.args.temperature, states=states)


STILL = "no gradient reaches the keys"
CASES = [
    Case((floats(3, 4), floats(3, 4)), {"queue_size": 7}, no_gradient=STILL),
    Case((floats(3, 4), floats(3, 4)), {"queue_size": 7}, training=True, no_gradient=STILL),
]
