"""Judges of building, on evidence made by hand."""

from __future__ import annotations

from layergen.check.evidence import (
    Building,
    Built,
    Drive,
    FixedSize,
    Growth,
    Late,
    Raised,
    Sizes,
    Source,
    UnknownSize,
    Untracked,
    Variant,
)
from layergen.check.evidence.sizes import Resized
from layergen.check.registry import NotApplicable
from layergen.check.result import Finding
from layergen.check.rules.build import (
    build_fails,
    build_never_called,
    build_twice_grows,
    built_for_one_size,
    depends_on_batch,
    hidden_sublayer,
    needs_known_sizes,
    random_array,
    sublayer_not_built,
    untracked_variable,
    weight_dtype_fixed,
    weights_made_in_call,
)

TEXT = """class Head(Layer):
    def __init__(self):
        self.built = True

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(4,), name="kernel")

    def call(self, inputs):
        return inputs
"""
SOURCE = Source("layer.py", TEXT, "Head", 1, 9)
DRIVE = Drive("inferred", {}, {"inputs": {"shape": [2, 8], "dtype": "float32"}})
LOCKED = Raised("ValueError", "You cannot add new elements of state (variables ...) to a layer", 8)


def found(said) -> list[Finding]:
    return [item for item in said if isinstance(item, Finding)]


def test_build_fails_only_where_nothing_ran():
    raised = Built(raised=Raised("AttributeError", "no units", 6))
    assert isinstance(next(build_fails.judge(raised, DRIVE)), NotApplicable)
    stopped = Drive("inferred", {}, {}, furthest="constructed", own_fault=True)
    assert found(build_fails.judge(raised, stopped))[0].line == 6


def test_late_weights_belong_to_a_sublayer_or_to_the_layer():
    late = (Late("dense", "Dense", ("dense/kernel",)), Late("", "Head", ("scale",), 8))
    building = Building(own_build=True, late=late)
    assert "dense (Dense)" in found(sublayer_not_built.judge(building, SOURCE))[0].message
    assert found(weights_made_in_call.judge(building, DRIVE, SOURCE))[0].line == 8


def test_a_layer_that_keras_builds_by_tracing_is_not_asked():
    building = Building(own_build=False, late=(Late("dense", "Dense", ("k",)),))
    assert isinstance(next(sublayer_not_built.judge(building, SOURCE)), NotApplicable)


def test_a_locked_layer_tells_of_weights_made_in_call():
    assert found(weights_made_in_call.judge(Building(raised=LOCKED), DRIVE, SOURCE))
    stopped = Drive("inferred", {}, {}, raised=LOCKED)
    assert found(weights_made_in_call.judge(Building(), stopped, SOURCE))


def test_variables_of_a_hidden_layer_are_the_layers():
    building = Building(
        untracked=(
            Untracked("layer", "Dense", "holder.dense", "construct"),
            Untracked("variable", "kernel", "", "build", owner="dense"),
        )
    )
    assert found(hidden_sublayer.judge(building, SOURCE))
    assert not found(untracked_variable.judge(building, SOURCE))


def test_arrays_are_only_told_where_they_are_random():
    fixed = Untracked("array", "ndarray", "table", "")
    drawn = Untracked("array", "ndarray", "kernel", "", random=True)
    assert not found(random_array.judge(Building(untracked=(fixed,)), SOURCE))
    assert found(random_array.judge(Building(untracked=(drawn,)), SOURCE))[0].line == 6


def variants(**raised) -> tuple[Variant, ...]:
    kinds = ("same", "batch", "unknown batch", "list")
    return tuple(Variant(kind, "", raised.get(kind.split()[0]), ((8, 4),)) for kind in kinds)


def test_weights_of_another_batch():
    same, _, unknown, listed = variants()
    other = Variant("batch", "", None, ((5, 4),))
    building = Building(variants=(same, other, unknown, listed))
    (finding,) = found(depends_on_batch.judge(building, SOURCE))
    assert "(8, 4)" in finding.message and "(5, 4)" in finding.message
    assert not found(depends_on_batch.judge(Building(variants=variants()), SOURCE))


def test_unknown_sizes():
    raised = Raised("TypeError", "'<' not supported", 6)
    size = Building(variants=variants(), unknown=(UnknownSize(5, raised),))
    assert "size 5" in found(needs_known_sizes.judge(size, SOURCE, None))[0].message
    batch = Building(variants=variants(unknown=raised))
    assert "the batch size" in found(needs_known_sizes.judge(batch, SOURCE, None))[0].message
    alone = Building(variants=variants(same=raised, unknown=raised))
    assert isinstance(next(needs_known_sizes.judge(alone, SOURCE, None)), NotApplicable)


def test_a_size_that_call_is_bound_to_is_needed():
    raised = Raised("TypeError", "'<' not supported", 6)
    size = Building(variants=variants(), unknown=(UnknownSize(5, raised),))
    bound = Resized(5, 6, ("inputs[1]",), False, True, False, later_raised=raised)
    assert not found(needs_known_sizes.judge(size, SOURCE, Sizes(False, resized=(bound,))))
    assert found(needs_known_sizes.judge(size, SOURCE, Sizes(False)))
    said = UnknownSize(5, Raised("ValueError", "The length must be known", 6))
    told = Building(variants=variants(), unknown=(said,))
    assert not found(needs_known_sizes.judge(told, SOURCE, None))


def test_growth_asks_for_a_build_of_its_own():
    grown = (Growth("sizes", "1 items", "2 items"),)
    assert found(build_twice_grows.judge(Building(own_build=True, grown=grown), SOURCE))
    assert not found(build_twice_grows.judge(Building(grown=grown), SOURCE))


def test_sizes_that_only_the_constructor_knows():
    item = FixedSize(8, "kernel", Raised("ValueError", "no"))
    building = Building(constructed_weights=("kernel (8, 4)",), fixed=(item,))
    assert found(built_for_one_size.judge(building, SOURCE))
    assert isinstance(next(built_for_one_size.judge(Building(), SOURCE)), NotApplicable)


def test_build_that_is_never_called():
    building = Building(own_build=True, built_before=True, build_called=False)
    assert found(build_never_called.judge(building, SOURCE))[0].line == 3
    text = TEXT.replace('self.kernel = self.add_weight(shape=(4,), name="kernel")', "pass")
    idle = Source("layer.py", text, "Head", 1, 9)
    assert not found(build_never_called.judge(building, idle))


def test_dtype_of_weights():
    building = Building(policy="float64", other_dtype=(("kernel", "float32"),))
    assert found(weight_dtype_fixed.judge(building, SOURCE))[0].line == 6
    assert isinstance(next(weight_dtype_fixed.judge(Building(), SOURCE)), NotApplicable)
