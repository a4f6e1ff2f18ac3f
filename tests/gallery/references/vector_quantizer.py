"""van den Oord et al., 2017, equations 1 to 3."""

from tests.gallery.reference import Case, Result, floats


def nearest(run):
    gaps = run.inputs[..., None, :] - run["codebook"]
    return (gaps**2).sum(-1).argmin(-1)


def expected(run):
    indices = nearest(run)
    codes = run["codebook"][indices]
    loss = (1 + run.args.commitment) * ((codes - run.inputs) ** 2).mean()
    return Result((codes, indices), losses=loss)


def surrogate(run, at):
    """Straight through: the output moves with the input; each loss moves one of its two sides."""
    indices = nearest(at)
    still_codes, still_x = at["codebook"][indices], at.inputs
    loss = ((run["codebook"][indices] - still_x) ** 2).mean()
    loss += run.args.commitment * ((still_codes - run.inputs) ** 2).mean()
    return Result((run.inputs + (still_codes - still_x), indices), losses=loss)


CASES = [
    Case(floats(6, 3), {"codes": 4}),
    Case(floats(2, 5, 3), {"codes": 8, "commitment": 1.0}),
    Case(floats(2, 2, 2, 3), {"codes": 1, "commitment": 0.0}),
]
