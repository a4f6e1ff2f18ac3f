"""Judges of construction and of arguments, on evidence made by hand."""

from __future__ import annotations

from layergen.check.evidence import (
    Arguments,
    BaseArgument,
    Changed,
    Construction,
    EarlyAttribute,
    MutableDefault,
    Overwritten,
    Raised,
    Seeded,
    Shared,
    Source,
    Watched,
)
from layergen.check.registry import NotApplicable
from layergen.check.result import Finding
from layergen.check.rules.construct import (
    argument_does_nothing,
    argument_mutated,
    attribute_before_super,
    base_arguments_dropped,
    base_arguments_refused,
    fixed_name,
    initializer_ignored,
    keras_attribute_overwritten,
    mutable_default,
    regularizer_ignored,
    seed_ignored,
    set_before_super,
    shared_between_instances,
    use_bias_ignored,
)
from layergen.check.rules.reads import unread_arguments


def source(text: str, name: str = "Scale") -> Source:
    lines = text.splitlines()
    line = next(number for number, item in enumerate(lines, 1) if item.startswith(f"class {name}"))
    return Source("layer.py", text, name, line, len(lines))


LAYER = source("""import keras
class Scale(keras.layers.Layer):
    def __init__(self, units, kernel_regularizer=None, alpha=1.0, **kwargs):
        super().__init__(**kwargs)
        if alpha < 0:
            raise ValueError(alpha)
        self.units = units
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.alpha = alpha

    def call(self, inputs):
        return inputs * self.units

    def get_config(self):
        return {"alpha": self.alpha, "kernel_regularizer": self.kernel_regularizer}
""")


def found(said) -> list[Finding]:
    return [item for item in said if isinstance(item, Finding)]


def test_early_sublayer_and_reset_value_are_errors_and_plain_ones_a_warning():
    construction = Construction(
        early=(
            EarlyAttribute("dense", "layer", 4),
            EarlyAttribute("supports_masking", "base", 5, reset=True),
            EarlyAttribute("units", "plain", 6),
        )
    )
    assert [item.line for item in found(set_before_super.judge(construction))] == [4, 5]
    assert [item.line for item in found(attribute_before_super.judge(construction))] == [6]


def test_a_base_constructor_that_never_ran_is_another_finding():
    construction = Construction(base_ran=False, early=(EarlyAttribute("dense", "layer", 4),))
    assert not found(set_before_super.judge(construction))


def test_what_keras_keeps_for_itself_is_told_with_its_line():
    construction = Construction(overwritten=(Overwritten("_layers", 7),))
    (finding,) = found(keras_attribute_overwritten.judge(construction))
    assert finding.line == 7 and "_layers" in finding.message


def test_an_initializer_as_default_starts_all_layers_alike():
    default = MutableDefault("initializer", "RandomNormal", same_start=True)
    (finding,) = found(mutable_default.judge(Construction(defaults=(default,)), LAYER))
    assert "start alike" in finding.message


def test_dropped_base_argument():
    given = BaseArgument("dtype", "bfloat16", got="float32")
    (finding,) = found(base_arguments_dropped.judge(Construction(base_arguments=(given,)), LAYER))
    assert "dtype=bfloat16" in finding.message and finding.line == 3


def test_a_name_that_is_always_the_same_is_not_told_twice():
    construction = Construction(
        base_arguments=(BaseArgument("name", "given_name", got="scale"),), names=("scale", "scale")
    )
    assert not found(base_arguments_dropped.judge(construction, LAYER))
    assert found(fixed_name.judge(construction, LAYER))


def test_refusal_must_name_the_argument():
    wrong = Raised("TypeError", "__init__() got an unexpected keyword argument 'dtype'")
    other = Raised("ValueError", "name must be lower case")
    arguments = (
        BaseArgument("dtype", "bfloat16", refused=wrong),
        BaseArgument("name", "given_name", refused=other),
    )
    construction = Construction(takes_keywords=False, base_arguments=arguments)
    (finding,) = found(base_arguments_refused.judge(construction, LAYER))
    assert "refuses dtype," in finding.message


def test_argument_changed_in_place_is_seen_in_the_text():
    layer = source("""class Scale(Layer):
    def __init__(self, sizes, options=None, more=None):
        options = {} if options is None else options
        more = dict(more)
        more["a"] = 1
        options["a"] = 1
        sizes.append(1)
""")
    assert argument_mutated.changed_in_place(layer) == {"options": 6, "sizes": 7}


def test_shared_layer_names_its_place():
    construction = Construction(shared=(Shared("layer", "dense", "class attribute dense"),))
    (finding,) = found(shared_between_instances.judge(construction, LAYER))
    assert "class attribute dense" in finding.message


def test_arguments_that_nothing_reads():
    assert set(unread_arguments(LAYER)) == {"kernel_regularizer", "alpha"}


def test_nothing_is_said_of_arguments_that_a_base_elsewhere_may_read():
    text = LAYER.text.replace("keras.layers.Layer", "SomebodysLayer")
    assert unread_arguments(source(text)) == {}


def test_a_regularizer_that_waits_for_a_setting_is_no_finding():
    unused = Watched("kernel_regularizer", "regularizer", used=False, settings=3, weights=2)
    read = source(LAYER.text.replace("self.units\n", "self.units + self.kernel_regularizer(1)\n"))
    assert not found(regularizer_ignored.judge(Arguments(watched=(unused,)), read))
    assert found(regularizer_ignored.judge(Arguments(watched=(unused,)), LAYER))


def test_an_ignored_initializer_needs_a_weight_of_its_name():
    with_weight = Watched("bias_initializer", "initializer", False, 2, weights=2, counterpart=True)
    assert found(initializer_ignored.judge(Arguments(watched=(with_weight,)), LAYER))


def test_use_bias_without_effect():
    changed = Changed("use_bias", "bool", "true", "false", effects=())
    assert found(use_bias_ignored.judge(Arguments(changed=(changed,)), LAYER))
    changed = Changed("use_bias", "bool", "true", "false", effects=("weights",))
    assert not found(use_bias_ignored.judge(Arguments(changed=(changed,)), LAYER))


def test_seed_that_has_some_influence_is_left_to_another_rule():
    partly = Arguments(seeded=(Seeded("seed", random=True, repeats=False, differs=True),))
    without = Arguments(seeded=(Seeded("seed", random=True, repeats=False, differs=False),))
    assert not found(seed_ignored.judge(partly, LAYER))
    assert found(seed_ignored.judge(without, LAYER))
    assert isinstance(next(seed_ignored.judge(Arguments(), LAYER)), NotApplicable)


def test_an_unread_argument_with_an_effect_is_believed():
    changed = Changed("alpha", "number", "1.0", "0.3", effects=("output",))
    told = found(argument_does_nothing.judge(Arguments(changed=(changed,)), LAYER))
    assert not [item for item in told if item.message.startswith("alpha")]
    told = found(argument_does_nothing.judge(Arguments(), LAYER))
    assert [item for item in told if item.message.startswith("alpha")]
