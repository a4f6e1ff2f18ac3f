"""Qiao et al., 2019, and Brock et al., 2021: kernels of mean 0 and variance 1 / inputs."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    kernel = run["kernel"]
    scale = run["gain"] / np.sqrt(len(kernel) * kernel.var(0) + run.args.epsilon)
    return run.inputs @ ((kernel - kernel.mean(0)) * scale) + run["bias"]


CASES = [
    Case(floats(3, 5), {"units": 4}),
    Case(floats(2, 3, 5), {"units": 1, "epsilon": 0.1}),
]
