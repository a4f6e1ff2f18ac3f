"""Evidence of calls on arrays: what comes back, what they leave behind, how rows and values matter."""

from __future__ import annotations

from dataclasses import dataclass, field

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class Change:
    """An attribute of the layer (or of a sublayer, dotted) that a call changed."""

    attribute: str
    was: str
    now: str
    kind: str  # value, tensor: a tensor is kept now, grows: a list or dict got longer
    call: int  # 1: the first call changed it; 2: a later one did too

    @property
    def goes_on(self) -> bool:
        """Whether it is another thing after each call, not just the same tensor computed anew."""
        return self.kind != "tensor" or self.was != self.now


@dataclass(frozen=True)
class Failing:
    """A constructor argument with a value that its own code knows, and how the call fails with it."""

    setting: str  # "use_bias=False"
    raised: Raised


@dataclass(frozen=True)
class Rows:
    """How the rows of a batch depend on one another, at inference. None: could not be asked."""

    batch: int
    order_kept: bool | None = None  # permuted rows give permuted outputs
    apart: bool | None = None  # another row in the batch leaves the others as they are
    batchless: tuple[int, ...] | None = (
        None  # shape of an output without the batch's axis, not a scalar, that a row changes
    )
    single: Raised | None = None  # a batch of one raised
    single_shapes: tuple[
        tuple[int, ...], ...
    ] = ()  # output shapes for a batch of one, where they are not as expected
    single_same: bool | None = None  # a row alone gives the numbers that it gives in a batch
    single_finite: bool = True  # false: nan or inf for a row alone, and none in a batch
    other: Raised | None = None  # a batch of another size than the first call's raised
    other_shapes: tuple[
        tuple[int, ...], ...
    ] = ()  # output shapes for that batch, where they are not as expected
    shapes: tuple[tuple[int, ...], ...] = ()  # output shapes for that batch
    other_training: Raised | None = None  # that batch raised in training alone


@dataclass(frozen=True)
class Calls:
    """One layer called several times on arrays at inference."""

    raised: Raised | None = None
    returned: tuple[str, ...] = ()  # types of outputs that are no tensors of the backend
    only_none: bool = False  # None comes out and nothing else
    noisy: bool = False  # numbers change from call to call though no state was seen to change
    repeats: bool = True  # the same numbers for the same input, called three times
    settles: bool = False  # the first call gives other numbers than the second, the third gives those of the second
    changes: tuple[Change, ...] = ()
    moved: tuple[str, ...] = ()  # paths of weights that inference changed
    inputs_changed: str | None = None  # which input is not as it was, and how
    by_name: Raised | None = None  # the first input given by its name
    sequence: str = ""  # list or tuple: the kind of sequence that was given instead of the drive's
    other_sequence: Raised | None = None
    in_rnn: Raised | None = None  # keras.layers.RNN cannot run it, though it is a cell
    kept_states: tuple[int, ...] = ()  # of a cell: the states that it gives back as they were
    rows: Rows | None = None
    not_finite: dict[str, str] = field(default_factory=dict)  # values of the input → nan or inf
    early_losses: int = 0  # losses on the layer before any call
    loss_counts: tuple[int, ...] = ()  # number of losses after each call on the same input
    loss_values: tuple[tuple[float, ...], ...] = ()
    doubled_losses: tuple[float, ...] = ()  # losses that are there twice, values not zero
    retraces: int = 0  # graphs that the backend traced in the third call on the same input
    failing: tuple[Failing, ...] = ()  # switches and words with which the layer constructs and cannot be called
    reads_only: int | None = None  # so many tensors of a longer list, though weights grow with it
