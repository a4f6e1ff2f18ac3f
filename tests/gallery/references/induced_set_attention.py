"""Lee et al., 2019, section 3.1: the points attend to the set, the set to what they found."""

import numpy as np

from tests.gallery.reference import Case, bools, floats


def attend(run, name, queries, values, mask=None):
    """Keras's multi-head attention, head by head."""
    q, k, v = (
        np.einsum("tf,fhd->htd", x, run[f"{name}/{part}/kernel"])
        + run[f"{name}/{part}/bias"][:, None]
        for x, part in ((queries, "query"), (values, "key"), (values, "value"))
    )
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[-1])
    powers = np.exp(scores) * (1 if mask is None else mask)
    mixed = powers / powers.sum(-1, keepdims=True) @ v
    project = f"{name}/attention_output"
    return np.einsum("htd,hdf->tf", mixed, run[f"{project}/kernel"]) + run[f"{project}/bias"]


def expected(run):
    rows = []
    for b, items in enumerate(run.inputs):
        mask = None if run.masks is None else run.masks[b]
        induced = attend(run, "gather", run["inducing"], items, mask)
        rows.append(items + attend(run, "spread", items, induced))
    return np.array(rows)


CASES = [
    Case(floats(2, 5, 4), {"points": 3}),
    Case(floats(2, 5, 6), {"points": 1, "heads": 3}, masks=bools(2, 5)),
]
