"""Evidence of masks: claimed, passed on, used."""

from __future__ import annotations

from dataclasses import dataclass

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class Hidden:
    """A mask beside the first tensor's: carried by another tensor, or given as an argument of `call`."""

    name: str  # of the tensor, or of the argument
    given: bool  # as an argument
    raised: Raised | None = None  # the call with this mask raised
    output_shape: tuple[int, ...] = ()
    mask_shape: tuple[int, ...] | None = None  # of the mask on the output
    mask_matters: bool | None = None
    hidden_matter: bool | None = None  # other numbers where it is False change what is seen
    kept_matter: bool | None = None  # other numbers where it is True do, and nothing else
    as_if_shorter: bool | None = None  # masked steps give the numbers of a shorter input
    under: str = ""  # the setting under which it was tried: "mode='max'"


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
        None  # without masks, a step of the output depends on its own step of the input alone
    )
    looks_back: bool = False  # it depends on earlier ones, and not on later ones
    sees_later: bool = False  # without masks, steps of the output depend on later ones of the input
    output_shape: tuple[int, ...] = ()
    mask_shape: tuple[int, ...] | None = None  # of the mask on the output; None: there is none
    mask_dtype: str = ""
    mask_same: bool | None = None  # it is the mask that went in
    hidden_matter: bool | None = None  # other numbers in masked steps change what is not masked
    kept_matter: bool | None = None  # with the mask turned round, other numbers where it is True do
    mask_matters: bool | None = None  # a mask that hides steps changes anything at all
    all_true_same: bool | None = None  # a mask that hides nothing gives the numbers of no mask
    as_if_shorter: bool | None = None  # masked steps give the numbers of a shorter input
    half_raised: Raised | None = (
        None  # under mixed_float16 the masked call raised, and the one without a mask did not
    )
    half_wide: bool = False  # under mixed_float16 a mask makes the output float32
    half_not_finite: str = ""  # nan or inf under mixed_float16 with a mask, where float32 has none
    keeps_zeros: bool = False  # a mask that the layer makes of ids is True where they are 0 alone
    makes_inside: bool = (
        False  # a sublayer makes a mask of the layer's ids; no mask was on the input
    )
    bare_mask: bool = False  # the output carries one then
    further: tuple[Hidden, ...] = ()
    nothing_left: str = ""  # nan or inf where all steps of a row are masked
    elsewhere: tuple[
        Hidden, ...
    ] = ()  # the masks that call takes, under other words in the arguments
