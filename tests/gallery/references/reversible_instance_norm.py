"""Kim et al., 2022, equations 1 to 3."""

import numpy as np

from tests.gallery.reference import Case, floats


def draw(name, shape, random):
    # The way back divides by it.
    return random.uniform(0.5, 1.5, shape) if name == "scale" else None


def expected(run):
    x, history = run.inputs
    mean = history.mean(1, keepdims=True)
    deviation = np.sqrt(history.var(1, keepdims=True) + run.args.epsilon)
    if run.options.get("inverse"):
        return deviation * (x - run["shift"]) / run["scale"] + mean
    return run["scale"] * (x - mean) / deviation + run["shift"]


CASES = [
    Case((floats(2, 3, 4), floats(2, 6, 4))),
    Case((floats(2, 3, 4), floats(2, 6, 4)), {"epsilon": 0.1}, options={"inverse": True}),
]
