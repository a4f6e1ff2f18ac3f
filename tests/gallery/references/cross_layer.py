"""Wang et al., 2021, equations 1 and 2: x0 * (W x + b) + x, W whole or of low rank."""

from tests.gallery.reference import Case, floats


def expected(run):
    first, x = run.inputs
    kernel = run["kernel"] if run.args.rank is None else run["down"] @ run["up"]
    return first * (x @ kernel + run["bias"]) + x


CASES = [
    Case((floats(3, 4), floats(3, 4))),
    Case((floats(3, 4), floats(3, 4)), {"rank": 2}),
    Case((floats(1, 1), floats(1, 1)), {"rank": 1}),
]
