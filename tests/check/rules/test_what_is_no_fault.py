"""What layers of Keras and of strangers do for good reasons, and is therefore told by no rule."""

from __future__ import annotations

import pytest

from layergen.check.evidence import (
    Built,
    Calls,
    Construction,
    Drive,
    EagerCall,
    Imported,
    Masking,
    Precision,
    Raised,
    Source,
    Training,
    Weight,
)
from layergen.check.evidence.construction import BaseArgument
from layergen.check.evidence.precision import Policy
from layergen.check.evidence.randomness import Mode
from layergen.check.registry import Blocked, NotApplicable, registered_rules
from layergen.check.result import Finding

INHERITS = """import keras


class Flipped(keras.layers.RandomFlip):
    pass
"""
MONTE_CARLO = """import keras


class Uncertain(keras.layers.Dropout):
    def call(self, inputs, training=False):
        return super().call(inputs, training=True)
"""
PLAIN = """import keras


class Plain(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__()

    def call(self, inputs, training=True):
        return inputs
"""


def said(code: str, text: str, *records: object) -> list[object]:
    """What one judge says of these records and this source."""
    entry = next(one for one in registered_rules() if one.rule.code == code)
    name = text.partition("class ")[2].partition("(")[0]
    source = Source("layer.py", text, name, 4, len(text.splitlines()))
    given = {type(record): record for record in (*records, source)}
    values = {}
    for argument, wanted in entry.needs.items():
        kinds = getattr(wanted, "__args__", (wanted,))
        values[argument] = next((given[kind] for kind in kinds if kind in given), None)
    return list(entry.judge(**values))


def found(code: str, text: str, *records: object) -> list[object]:
    return [item for item in said(code, text, *records) if isinstance(item, Finding)]


def training(**seen: object) -> Training:
    """A layer that takes `training` and is quiet in every mode but those given."""
    modes = {"train": Mode(True), "infer": Mode(False), "plain": Mode(None)}
    return Training(takes_training=True, **{**modes, **seen})


@pytest.mark.parametrize(("text", "told"), [(PLAIN, True), (INHERITS, False)])
def test_a_call_that_is_inherited_is_the_base_classs(text: str, told: bool) -> None:
    drive = Drive("inferred", {}, {"data": {"shape": [2, 3], "dtype": "float32"}})
    calls = Calls(by_name=Raised("TypeError", "missing 1 required positional argument: 'inputs'"))
    assert bool(found("LG512", text, calls, drive)) == told
    noisy = training(plain=Mode(None, noise=True))
    assert bool(found("LG531", text, noisy)) == told


def test_a_mode_that_is_fixed_in_words_is_a_warning() -> None:
    noisy = training(infer=Mode(False, noise=True))
    assert found("LG518", PLAIN, noisy)
    assert isinstance(said("LG518", MONTE_CARLO, noisy)[0], NotApplicable)
    (finding,) = found("LG519", MONTE_CARLO, noisy)
    assert "`super().call` is told training=True" in finding.message


def test_a_mask_that_the_layer_itself_refuses() -> None:
    words = "The `mask` must be broadcastable to `inputs`."
    refused = Masking(asked=True, raised=Raised("ValueError", words, 9, own=True))
    drive = Drive("inferred", {}, {"inputs": {"shape": [2, 5, 8], "dtype": "float32"}})
    assert isinstance(said("LG805", PLAIN, refused, drive)[0], NotApplicable)
    broken = Masking(asked=True, raised=Raised("ValueError", "shapes do not fit the mask", 9))
    assert found("LG805", PLAIN, broken, drive)
    scores = Drive("inferred", {}, {"scores": {"shape": [2, 5, 8], "dtype": "float32"}})
    assert isinstance(said("LG805", PLAIN, broken, scores)[0], NotApplicable)


def test_the_weight_of_a_wrapped_layer_may_be_assigned() -> None:
    assert found("LG605", PLAIN, training(trainable_moved=("average",)))
    assert not found("LG605", PLAIN, training(trainable_moved=("dense/kernel",)))


@pytest.mark.parametrize(
    "message",
    [
        "Could not find device for node: {{node AvgPool3D}} = AvgPool3D[T=DT_DOUBLE]",
        "Value for attr 'T' of double is not in the list of allowed values: half, float.",
    ],
)
def test_a_kernel_that_the_framework_lacks(message: str) -> None:
    leaf = {"shape": [2], "dtype": "float32"}
    policy = Policy("float64", "float64", raised=Raised("NotFoundError", message))
    assert isinstance(
        said("LG703", PLAIN, Precision(plain=leaf, policies=(policy,)))[0], NotApplicable
    )


def test_base_arguments_without_effect() -> None:
    refusal = Raised("TypeError", "unexpected keyword argument 'trainable'")
    refused = Construction(
        takes_keywords=False, base_arguments=(BaseArgument("trainable", "False", refused=refusal),)
    )
    dropped = Construction(base_arguments=(BaseArgument("dtype", "bfloat16", got="float32"),))
    none = Built()
    some = Built(weights=(Weight("kernel", (3,), "float32", True),))
    assert found("LG111", PLAIN, refused, some)
    assert not found("LG111", PLAIN, refused, none)
    whole = EagerCall(outputs={"shape": [2], "dtype": "int64"})
    half = EagerCall(outputs={"shape": [2], "dtype": "float32"})
    assert found("LG102", PLAIN, dropped, none, half)
    assert not found("LG102", PLAIN, dropped, none, whole)


def test_what_is_not_installed_or_not_here_is_not_the_layers_fault() -> None:
    absent = Imported(Raised("ModuleNotFoundError", "No module named 'matplotlib'", 3))
    assert isinstance(said("LG100", PLAIN, absent)[0], Blocked)
    gone = Imported(Raised("ModuleNotFoundError", "No module named 'keras.engine'", 3))
    assert found("LG100", PLAIN, gone)
    data = Imported(Raised("FileNotFoundError", "No such file or directory: 'words.txt'", 3))
    assert isinstance(said("LG100", PLAIN, data)[0], Blocked)
