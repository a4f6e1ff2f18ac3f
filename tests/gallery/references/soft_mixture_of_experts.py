"""Puigcerver et al., 2024, algorithm 1, written slot by slot."""

import math

import numpy as np

from tests.gallery.reference import Case, bools, floats


def expected(run):
    x, args = run.inputs, run.args
    result = np.zeros_like(x)
    for b in range(len(x)):
        logits = np.einsum("tf,fes->tes", x[b], run["router"])
        combine = np.exp(logits)
        combine = combine / combine.sum((1, 2), keepdims=True)
        seen = np.exp(logits)
        if run.masks is not None:
            seen = seen * run.masks[b][:, None, None]
        dispatch = seen / seen.sum(0)
        for e in range(args.experts):
            for s in range(args.slots):
                hidden = dispatch[:, e, s] @ x[b] @ run["expand"][e]
                if args.activation == "relu":
                    hidden = np.maximum(hidden, 0)
                else:
                    hidden = hidden * (1 + np.vectorize(math.erf)(hidden / 2**0.5)) / 2
                result[b] += combine[:, e, s][:, None] * (hidden @ run["contract"][e])
    return result


# Keras's default gelu is the exact one.
CASES = [
    Case(floats(2, 5, 4), {"experts": 3, "units": 6}),
    Case(floats(2, 5, 4), {"experts": 2, "slots": 3, "units": 3}, masks=bools(2, 5)),
    Case(floats(1, 1, 3), {"experts": 1, "slots": 2, "units": 2, "activation": "relu"}),
]
