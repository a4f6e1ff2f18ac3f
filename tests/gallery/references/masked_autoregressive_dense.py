"""Germain et al., 2015, equations 8 to 10, connection by connection."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    args = run.args
    events, first, last = args.event_size, args.position == "first", args.position == "last"

    def degree(unit, every_event):
        return unit % (events if every_event else events - 1) + 1

    kernel = run["kernel"].copy()
    for source, unit in np.ndindex(kernel.shape):
        before, after = degree(source, first), degree(unit, last)
        if not (after > before if last else after >= before):
            kernel[source, unit] = 0
    return run.inputs @ kernel + run["bias"]


CASES = [
    Case(floats(2, 4), {"units": 6, "event_size": 4, "position": "first"}),
    Case(floats(3, 6), {"units": 5, "event_size": 4}),
    Case(floats(2, 6), {"units": 8, "event_size": 4, "position": "last"}),
]
