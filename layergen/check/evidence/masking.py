"""Evidence of masks: claimed, passed on, used."""

from __future__ import annotations

from dataclasses import dataclass

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class Masking:
    """The layer called with masks on its inputs, shape (batch, steps)."""

    asked: bool = False  # there is an input with steps to mask
    reason: str = ""  # why not
    supports: bool = False  # supports_masking after construction
    overrides: bool = False  # compute_mask is written
    takes: tuple[str, ...] = ()  # mask arguments of call
    raised: Raised | None = None  # the call with a mask raised
    compute_raised: Raised | None = None  # compute_mask(inputs, None) raised
    keeps_steps: bool = False  # the first output has the steps still
    step_by_step: bool | None = (
        None  # without masks, a step of the output does not depend on later steps of the input
    )
    output_shape: tuple[int, ...] = ()
    mask_shape: tuple[int, ...] | None = None  # of the mask on the output; None: there is none
    mask_dtype: str = ""
    mask_same: bool | None = None  # it is the mask that went in
    hidden_matter: bool | None = None  # other numbers in masked steps change what is not masked
    mask_matters: bool | None = None  # a mask that hides steps changes anything at all
    all_true_same: bool | None = None  # a mask that hides nothing gives the numbers of no mask
    as_if_shorter: bool | None = None  # masked steps give the numbers of a shorter input
    half_raised: Raised | None = (
        None  # under mixed_float16 the masked call raised, and the one without a mask did not
    )
    half_wide: bool = False  # under mixed_float16 a mask makes the output float32
    half_not_finite: str = ""  # nan or inf under mixed_float16 with a mask, where float32 has none
    nothing_left: str = ""  # nan or inf where all steps of a row are masked
