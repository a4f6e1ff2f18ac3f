"""Qi et al., 2017, section 4.2 and equation 2, point by point."""

import numpy as np

from tests.gallery.reference import Case, Result, floats


def expected(run):
    turned, losses = [], []
    for cloud in run.inputs:
        hidden = cloud
        for index in range(len(run.args.hidden)):
            kernel, bias = run[f"encoders_{index}/kernel"], run[f"encoders_{index}/bias"]
            hidden = np.maximum(hidden @ kernel + bias, 0)
        matrix = (hidden.max(0) @ run["kernel"] + run["bias"]).reshape(2 * cloud.shape[-1:])
        losses.append(np.sum((matrix @ matrix.T - np.eye(len(matrix))) ** 2))
        turned.append(cloud @ matrix)
    return Result(np.array(turned), losses=run.args.regularization * np.mean(losses))


CASES = [
    Case(floats(2, 7, 3), {"hidden": (5, 6)}),
    Case(floats(2, 7, 2), {"hidden": (4,), "regularization": 0.1}),
    Case(floats(1, 5, 3), {"hidden": (4, 3, 5), "regularization": 0.01}),
]
