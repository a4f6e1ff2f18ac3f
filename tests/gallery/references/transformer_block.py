"""Xiong et al., 2020, figure 1 (b), with attention head by head in NumPy."""

import numpy as np

from tests.gallery.reference import Case, Result, floats


def normalise(x, gamma, beta):
    return (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-6) * gamma + beta


def expected(run):
    x, mask = run.inputs, run.masks
    normed = normalise(x, run["attention_norm/gamma"], run["attention_norm/beta"])
    query, key, value = (
        np.einsum("btf,fhd->bthd", normed, run[f"attention/{name}/kernel"])
        + run[f"attention/{name}/bias"]
        for name in ("query", "key", "value")
    )
    attended = np.zeros(x.shape) + run["attention/attention_output/bias"]
    for head in range(run.args.num_heads):
        scores = query[:, :, head] @ key[:, :, head].transpose(0, 2, 1) / np.sqrt(query.shape[-1])
        weights = np.exp(scores)
        if mask is not None:
            weights = weights * mask[:, None, :]
        weights = weights / weights.sum(-1, keepdims=True)
        attended += weights @ value[:, :, head] @ run["attention/attention_output/kernel"][head]
    x = x + attended
    normed = normalise(x, run["network_norm/gamma"], run["network_norm/beta"])
    hidden = np.maximum(normed @ run["expand/kernel"] + run["expand/bias"], 0)
    y = x + hidden @ run["contract/kernel"] + run["contract/bias"]
    return Result(y, masks=(mask,))


SMALL = {"num_heads": 2, "hidden": 7, "activation": "relu"}
CASES = [
    Case(floats(2, 5, 4), SMALL),
    Case(floats(2, 3, 6), {**SMALL, "num_heads": 3, "rate": 0.0}, training=True),
]
