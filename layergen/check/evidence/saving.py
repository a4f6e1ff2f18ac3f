"""Evidence of configs, round trips, copies and files."""

from __future__ import annotations

from dataclasses import dataclass

from layergen.check.evidence.ending import Lost, Raised


@dataclass(frozen=True)
class LiveObject:
    """Something in the config that is not plain data."""

    key: str
    type: str
    serialisable: bool  # Keras can turn it into plain data


@dataclass(frozen=True)
class Drift:
    """A key of the config that is different after a round trip."""

    key: str
    before: str
    after: str
    is_default: bool = (
        False  # the value after is the constructor's default: lost rather than drifted
    )


@dataclass(frozen=True)
class Unrestored:
    """A nested layer that did not come back as a layer."""

    attribute: str
    type: str  # what came back instead


@dataclass(frozen=True)
class Config:
    """The config of the layer, and what `from_config` makes of it."""

    raised: Raised | None = None  # get_config
    own: bool = False  # get_config is written in the class or in a base that is no Keras class
    returned: str = "dict"
    registered: bool = True
    live: tuple[LiveObject, ...] = ()
    not_json: str | None = None  # why the serialised config is no JSON
    restored: Raised | None = None  # from_config(get_config())
    restored_json: Raised | None = None  # the same after a trip through JSON
    base_lost: tuple[
        str, ...
    ] = ()  # name, dtype, trainable: honoured by the constructor, not restored
    drifted: tuple[Drift, ...] = ()
    unrestored: tuple[Unrestored, ...] = ()
    changed_by_build: tuple[Drift, ...] = ()
    build_matters: bool = False  # the config after build makes another layer than the config before


@dataclass(frozen=True)
class Reload:
    """One way to get the layer again, and whether it gives the same numbers."""

    raised: Raised | None = None
    lost: Lost | None = None  # the fresh process did not come back
    stage: str = ""  # save, load, call: where it raised
    difference: float | None = 0.0  # None: other shapes
    same: bool = True
    done: bool = False  # it was tried
    weights_lost: tuple[str, ...] = ()  # weights that came back with other values


@dataclass(frozen=True)
class Saving:
    """Files, clones and copies of a model that holds the layer."""

    model: Raised | None = None  # no functional model could be made
    random: bool = False  # the model gives other numbers at each call: nothing to compare
    file: Reload = Reload()  # .keras, in a fresh process
    weights_file: Reload = Reload()  # .weights.h5, in a fresh process
    clone: Reload = Reload()
    copy: Reload = Reload()
    copy_shares: tuple[str, ...] = ()  # weights that a deep copy shares with the original
    state: Reload = Reload()  # rebuilt with the same weights after training calls
    state_attributes: tuple[str, ...] = ()  # attributes that training calls changed
