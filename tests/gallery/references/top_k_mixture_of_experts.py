"""Fedus et al., 2022, equations 1 to 6, token by token, for k experts."""

import numpy as np

from tests.gallery.reference import Case, Result, floats


def expected(run):
    args, size = run.args, run.inputs.shape[-1]
    tokens = run.inputs.reshape(-1, size)
    outputs, load, importance = [], np.zeros(args.experts), np.zeros(args.experts)
    for token in tokens:
        gates = np.exp(token @ run["router"])
        gates = gates / gates.sum()
        best = np.argsort(-gates)[: args.k]
        importance += gates / len(tokens)
        load[best] += 1 / (len(tokens) * args.k)
        total = sum(
            gates[e] * np.maximum(token @ run["kernel"][e] + run["bias"][e], 0) for e in best
        )
        outputs.append(total / gates[best].sum())
    y = np.array(outputs).reshape(*run.inputs.shape[:-1], args.units)
    return Result(y, losses=args.balance * args.experts * (load @ importance))


CASES = [
    Case(floats(6, 4), {"experts": 3, "units": 5}),
    Case(floats(2, 3, 4), {"experts": 4, "k": 1, "units": 2, "balance": 1.0}),
    Case(floats(2, 3, 4), {"experts": 2, "k": 2, "units": 3, "balance": 0.0}),
]
