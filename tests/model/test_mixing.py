"""Which layers let their steps see one another, and therefore pass no mask on by themselves."""

from __future__ import annotations

import pytest

from layergen import generate

SPEC = """
layer: Probe
inputs:
  x: {shape}
  other: batch, steps, features
weights:
  kernel: features, features
call: y = {call}
outputs:
  y: {shape}
"""
SEQUENCE = "batch, time, features"


@pytest.mark.parametrize(
    ("call", "shape", "passes"),
    [
        ("x @ kernel + mean(other, axis=1, keepdims=True)", SEQUENCE, True),
        ("softmax(x, axis=-1) @ kernel + mean(other, axis=1, keepdims=True)", SEQUENCE, True),
        ("x @ kernel - mean(x, axis=1, keepdims=True) + max(other, axis=1, keepdims=True)", SEQUENCE, False),
        ("x @ kernel - mean(x, axis=-2, keepdims=True) + max(other, axis=1, keepdims=True)", SEQUENCE, False),
        ("softmax(x @ transpose(x @ kernel, (0, 2, 1))) @ x + max(other, axis=1, keepdims=True)", SEQUENCE, False),
        ("einsum('bts,bsd->btd', einsum('btd,bsd->bts', x, other), other) @ kernel", SEQUENCE, False),
        ("einsum('btd,de->bte', x, kernel) + max(other, axis=1, keepdims=True)", SEQUENCE, True),
    ],
)  # fmt: skip
def test_a_mask_passes_where_steps_stay_by_themselves(call: str, shape: str, passes: bool) -> None:
    text = generate(SPEC.format(call=call, shape=shape))
    assert ("self.supports_masking = True" in text) is passes
