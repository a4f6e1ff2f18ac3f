"""Park et al., 2019, equations 1 to 3, with the statistics of each sample."""

import numpy as np

from tests.gallery.reference import Case, floats


def convolved(x, kernel, bias):
    height, width = x.shape[1:3]
    padded = np.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))
    return bias + sum(
        padded[:, row : row + height, column : column + width] @ kernel[row, column]
        for row, column in np.ndindex(3, 3)
    )


def expected(run):
    x, segmentation = run.inputs
    maps = {
        name: (run[f"{name}/kernel"], run[f"{name}/bias"]) for name in ("shared", "gamma", "beta")
    }
    hidden = np.maximum(convolved(segmentation, *maps["shared"]), 0)
    centred = x - x.mean((1, 2), keepdims=True)
    normal = centred / np.sqrt((centred**2).mean((1, 2), keepdims=True) + run.args.epsilon)
    return normal * (1 + convolved(hidden, *maps["gamma"])) + convolved(hidden, *maps["beta"])


CASES = [
    Case((floats(2, 4, 5, 3), floats(2, 4, 5, 2)), {"hidden": 4}),
    Case((floats(1, 3, 3, 2), floats(1, 3, 3, 1)), {"hidden": 2, "epsilon": 0.1}),
]
