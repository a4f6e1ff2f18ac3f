"""Comparing what layers give."""

import numpy as np

from layergen.check.probes.structure import close, largest_difference


def test_a_dictionary_is_compared_by_its_keys() -> None:
    one = {"query": np.ones((2, 3)), "key": [np.zeros(4), np.ones(2)]}
    other = {"key": [np.zeros(4), np.ones(2)], "query": np.ones((2, 3))}
    assert largest_difference(one, other) == 0.0
    assert not close(one, {**other, "query": np.zeros((2, 3))})
