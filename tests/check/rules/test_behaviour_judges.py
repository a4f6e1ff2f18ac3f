"""Judges of shape, call, gradient, dtype, mask and backend rules, on evidence made by hand."""

from __future__ import annotations

from dataclasses import replace

from layergen.check.evidence import (
    Calls,
    Compiled,
    Drive,
    EagerCall,
    Gradients,
    Masking,
    OtherRuns,
    Precision,
    Raised,
    Reference,
    Sizes,
    Source,
    SymbolicCall,
    Training,
)
from layergen.check.evidence.calls import Change, Rows
from layergen.check.evidence.compiled import Compilation
from layergen.check.evidence.gradients import InputGradient, Learning
from layergen.check.evidence.masking import Hidden
from layergen.check.evidence.precision import Policy
from layergen.check.evidence.randomness import Handed, Mode, Noise
from layergen.check.evidence.sizes import Compared, Resized
from layergen.check.judge import Evidence, judge
from layergen.check.registry import NotApplicable, registered_rules
from layergen.check.result import Finding

TEXT = """import keras


class Layer(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4,))

    def call(self, inputs, training=False):
        self.count += 1
        return self.dense(inputs) * self.kernel

    def compute_output_shape(self, input_shape):
        return input_shape
"""
SOURCE = Source("layer.py", TEXT, "Layer", 4, 17)
OOPS = Raised("ValueError", "no", 12)


def said(code, *records):
    """What one judge says of these records."""
    entry = next(one for one in registered_rules() if one.rule.code == code)
    given = {type(record): record for record in (DRIVE, *records, SOURCE)}
    values = {}
    for name, wanted in entry.needs.items():
        kinds = getattr(wanted, "__args__", (wanted,))
        values[name] = next((given[kind] for kind in kinds if kind in given), None)
    return list(entry.judge(**values))


def findings(code, *records):
    return [item for item in said(code, *records) if isinstance(item, Finding)]


def leaf(*shape, dtype="float32"):
    return {"shape": list(shape), "dtype": dtype}


def compared(promised, got):
    return Sizes(True, (Compared(((None, 5),), ((2, 5),), promised, got),))


def test_promised_shape():
    assert not findings("LG203", compared(leaf(None, 5), leaf(2, 5)))
    found = findings("LG203", compared(leaf(None, 6), leaf(2, 5)))
    assert "(None, 6)" in found[0].message and "(2, 5)" in found[0].message
    assert found[0].line == 16
    assert findings("LG203", compared(leaf(None, 5, 1), leaf(2, 5)))
    assert not findings("LG203", compared({"shape": None, "dtype": "float32"}, leaf(2, 5)))


def test_a_promise_names_the_setting_it_was_seen_with():
    def seen(promised, got):
        return Sizes(True, (Compared(((None, 5),), ((2, 5),), promised, got, setting="how='all'"),))

    found = findings("LG212", seen(leaf(None, 5), leaf(2, 1, 5)))
    assert "For inputs (2, 5) with how='all' the shape (None, 5) is promised" in found[0].message
    assert findings("LG212", seen(leaf(None, 5), [leaf(2, 5), leaf(2)]))
    assert findings("LG212", seen(leaf(None, 5), leaf(2, 5, dtype="int32")))
    assert not findings("LG212", seen(leaf(None, 5), leaf(2, 5)))
    assert not findings("LG203", seen(leaf(None, 5), leaf(2, 1, 5)))


def test_a_promise_is_made_before_build():
    assert findings("LG211", Sizes(True, direct_raised=OOPS))
    assert not findings("LG211", Sizes(True))


def test_promised_structure():
    pair = [leaf(2, 5), leaf(2)]
    assert findings("LG204", compared(leaf(None, 5), pair))
    assert findings("LG204", compared({"a": leaf(2)}, {"b": leaf(2)}))
    assert not findings("LG204", compared(pair, pair))
    assert not findings("LG203", compared(leaf(None, 7), pair))
    assert not findings("LG204", compared([leaf(2, 5), None], [leaf(2, 5), leaf(3)]))


def test_promised_dtype_leaves_the_width_of_integers_to_the_backend():
    assert findings("LG205", compared(leaf(2), leaf(2, dtype="bool")))
    assert not findings("LG205", compared(leaf(2, dtype="int32"), leaf(2, dtype="int64")))


def test_symbolic_failure_is_not_told_twice():
    assert findings("LG201", SymbolicCall(raised=OOPS), EagerCall())
    assert isinstance(
        said("LG201", SymbolicCall(raised=OOPS), EagerCall(raised=OOPS))[0], NotApplicable
    )


def resized(**facts):
    plain = {"size": 5, "other": 6, "axes": ("inputs[1]",), "last": False, "steps": True}
    return Sizes(False, (), (Resized(**{**plain, "weights_change": False, **facts}),))


def test_lengths():
    assert findings("LG202", resized(unknown_raised=OOPS))
    assert not findings("LG202", resized(unknown_raised=OOPS, steps=False))
    assert findings("LG207", resized(later_raised=OOPS))[0].line == 12
    assert "(4, 5)" in findings("LG207", resized(later_shapes=((4, 5),)))[0].message
    told = Raised("ValueError", "Input 0 is incompatible with the layer: expected axis 1 ...")
    assert not findings("LG207", resized(later_raised=told))


def test_rows():
    assert findings("LG206", Calls(rows=Rows(4, other=OOPS)))
    assert findings("LG507", Calls(rows=Rows(4, order_kept=True, apart=False)))
    assert findings("LG507", Calls(rows=Rows(4, batchless=(5, 8))))
    assert findings("LG508", Calls(rows=Rows(4, order_kept=False, apart=True)))
    assert findings("LG510", Calls(rows=Rows(4, single_shapes=((),))))
    assert findings("LG510", Calls(rows=Rows(4, apart=True, single_same=False)))
    # What depends on the batch gives other numbers alone: that is the other rule's finding.
    assert not findings("LG510", Calls(rows=Rows(4, apart=False, single_same=False)))
    assert isinstance(said("LG507", Calls())[0], NotApplicable)


def mode(training, **facts):
    return Mode(training, **facts)


def training(infer=None, train=None, takes=True, **facts):
    plain = infer or mode(False)
    return Training(takes, train or mode(True), plain, plain, **facts)


def test_call_count():
    change = Change("count", "1", "3", "value", 2)
    assert findings("LG509", Calls(repeats=False, changes=(change,)))[0].line == 13
    assert not findings("LG509", Calls(repeats=True, changes=(change,)))
    noisy = training(mode(False, noise=True, varies=True, draws=("tracked",)))
    assert not findings("LG509", Calls(repeats=False, changes=(change,)), noisy)
    assert findings("LG504", Calls(changes=(change,)))
    assert not findings("LG504", Calls(changes=(replace(change, call=1),)))


def test_training():
    handed = Handed("dense", "Dense", (False,), (False,), random=True, matters=True)
    assert findings("LG516", training(handed=(handed,)))[0].line == 14
    assert not findings("LG516", training(handed=(replace(handed, matters=False),)))
    assert findings("LG517", training(handed=(replace(handed, told_inference=(True,)),)))
    noise = mode(False, noise=True, varies=True)
    assert findings("LG517", training(noise))
    both = training(noise, mode(True, noise=True, varies=True))
    assert not findings("LG517", both) and findings("LG518", both)
    without = replace(both, takes_training=False)
    assert not findings("LG518", without) and findings("LG519", without)


def test_own_noise():
    drawn = mode(True, draws=("tracked",))
    for code, noise in (
        ("LG541", Noise(same_in_all=True)),
        ("LG542", Noise(repeats_itself=True)),
        ("LG543", Noise(shrinks=0.6)),
        ("LG544", Noise(idle="seed_generator")),
        ("LG547", Noise(shared=True)),
    ):
        assert findings(code, training(train=drawn, own_noise=noise))
        assert not findings(code, training(train=drawn))
    assert (
        "60%" in findings("LG543", training(train=drawn, own_noise=Noise(shrinks=0.6)))[0].message
    )


def test_what_training_never_sees():
    assert (
        "1 loss at inference, and no losses"
        in findings("LG615", training(losses=(0, 1)))[0].message
    )
    assert not findings("LG615", training(losses=(1, 0)))
    moved = mode(True, moved=("mean",))
    assert findings("LG616", training(train=moved, inverted_momentum="momentum"))
    assert not findings("LG616", training(train=moved))


def test_seeds():
    repeated = mode(True, draws=("integer 42",), repeated=("integer 42",))
    assert "integer seed 42" in findings("LG520", training(train=repeated))[0].message
    still = training(replace(repeated, training=False), repeated)
    assert not findings("LG520", still) and findings("LG527", still)
    assert findings("LG521", training(train=mode(True, draws=("untracked",))))
    assert findings("LG521", training(train=mode(True, draws=("global",))))
    assert not findings("LG521", training(train=mode(True, draws=("tracked",))))
    assert findings("LG522", training(train=mode(True, outside=("NumPy",))))
    frozen = Compiled(ways=(Compilation("jax.jit", frozen_noise=True),))
    assert findings("LG522", training(), frozen)
    assert findings("LG523", training(seeded=False)) and findings(
        "LG523", training(seeded=True, seeds_differ=False)
    )


DRIVE = Drive("inferred", {}, {"inputs": {"shape": [2, 3], "dtype": "float32"}})


def weights(**facts):
    return Gradients(weights=(Learning("kernel", **facts),))


def test_gradients():
    assert (
        findings("LG601", weights(trainable=True, gradient="none", used=False), DRIVE)[0].line == 10
    )
    assert not findings("LG601", weights(trainable=True, gradient="zero", used=True), DRIVE)
    assert findings("LG602", weights(trainable=True, gradient="zero", used=True))
    assert not findings("LG602", weights(trainable=True, gradient="moves"))
    integers = replace(weights(trainable=True, gradient="none", used=True), float_output=False)
    assert isinstance(said("LG602", integers)[0], NotApplicable)
    assert findings("LG603", Gradients(inputs=(InputGradient("x", "zero", True),)))
    assert findings("LG611", weights(trainable=False, gradient="", used=False))
    assert not findings("LG611", weights(trainable=False, gradient="", used=False, moved=True))


def test_an_optional_input_may_be_ignored():
    source = replace(SOURCE, text=TEXT.replace("inputs, training", "inputs, start=None, training"))
    entry = next(one for one in registered_rules() if one.rule.code == "LG617")
    seen = Gradients(idle_inputs=("inputs", "start"))
    given = replace(DRIVE, arguments={**DRIVE.arguments, "start": leaf(2, 3)})
    (finding,) = entry.judge(seen, given, source)
    assert "`start`" in finding.message
    assert isinstance(next(iter(entry.judge(seen, DRIVE, source))), NotApplicable)


def test_one_of_several_inputs_may_be_ignored():
    two = replace(DRIVE, arguments={"inputs": leaf(2, 3), "scale": leaf(2, 3), "mask": leaf(2)})
    idle = Gradients(idle_inputs=("scale", "mask"))
    (finding,) = findings("LG618", idle, two)
    assert "`scale`" in finding.message
    assert isinstance(said("LG618", Gradients(), DRIVE)[0], NotApplicable)


def test_a_mask_ends_in_a_layer_that_takes_it():
    used = Masking(asked=True, takes=("mask",), keeps_steps=True, mask_matters=True)
    steps = replace(DRIVE, arguments={"inputs": leaf(2, 5, 8)})
    assert "takes the mask" in findings("LG804", used, steps)[0].message
    assert not findings("LG804", replace(used, supports=True), steps)
    several = replace(DRIVE, arguments={"inputs": leaf(2, 5, 8), "other": leaf(2, 7, 8)})
    assert not findings("LG804", used, several)  # Keras leaves `mask` to the caller


def test_a_further_mask_may_fail():
    seen = Masking(asked=True, takes=("value_mask",), further=(Hidden("value", False, OOPS),))
    assert "A mask on `value` raises" in findings("LG805", seen)[0].message
    assert not findings("LG805", replace(seen, takes=("query_mask",)))


def test_a_weight_may_be_there_for_an_argument_that_was_not_given():
    text = TEXT.replace("inputs, training=False", "inputs, context=None, training=False")
    source = replace(SOURCE, text=text)
    unused = weights(trainable=True, gradient="none", used=False)
    entry = next(one for one in registered_rules() if one.rule.code == "LG601")
    assert isinstance(next(iter(entry.judge(unused, DRIVE, source))), NotApplicable)
    given = replace(
        DRIVE, arguments={**DRIVE.arguments, "context": {"shape": [2], "dtype": "float32"}}
    )
    assert isinstance(next(iter(entry.judge(unused, given, source))), Finding)


def test_losses():
    assert findings("LG609", Calls(loss_counts=(1, 2, 3), loss_values=((1.0,), (1.0, 1.0))))
    assert findings("LG609", Calls(loss_counts=(1, 1, 1), loss_values=((1.0,), (2.0,))))
    assert not findings("LG609", Calls(loss_counts=(1, 1, 1), loss_values=((1.0,), (1.0,))))
    moved = Calls(loss_counts=(1, 1, 1), loss_values=((1.0,), (2.0,)), moved=("mean",))
    assert not findings("LG609", moved)
    assert findings("LG607", Calls(early_losses=1))


def halves(*policies):
    return Precision(plain=leaf(2), policies=policies)


def test_precision():
    half = Policy("mixed_float16", "float16", outputs=leaf(2, dtype="float16"))
    brain = Policy("mixed_bfloat16", "bfloat16", outputs=leaf(2, dtype="bfloat16"))
    assert not findings("LG701", halves(half, brain))
    wide = [replace(one, outputs=leaf(2)) for one in (half, brain)]
    assert findings("LG701", halves(*wide))
    # One half type is enough: kernels are missing on some processors.
    assert not findings("LG701", halves(wide[0], brain))
    integers = Precision(
        plain=leaf(2, dtype="int32"), policies=(replace(half, outputs=leaf(2, dtype="int32")),)
    )
    assert not findings("LG701", integers)
    failed = [replace(one, raised=OOPS) for one in (half, brain)]
    assert findings("LG702", halves(*failed)) and not findings("LG702", halves(failed[0], brain))
    late = [replace(one, trained_raised=OOPS) for one in (half, brain)]
    assert "raises in training" in findings("LG702", halves(*late))[0].message
    trained = [replace(one, trained=leaf(2)) for one in (half, brain)]
    assert "in training" in findings("LG701", halves(*trained))[0].message
    sizes = compared(leaf(2), leaf(2))
    assert findings("LG205", sizes, halves(replace(half, promised=leaf(2))))
    missing = replace(half, raised=Raised("NotFoundError", "No OpKernel was registered"))
    assert isinstance(said("LG702", halves(missing, failed[1]))[0], NotApplicable)


def test_masks():
    asked = Masking(
        asked=True, supports=True, takes=("mask",), keeps_steps=True, output_shape=(3, 5, 8)
    )
    assert findings("LG801", asked)
    assert findings("LG802", replace(asked, hidden_matter=True, mask_matters=False))
    reduced = replace(asked, output_shape=(3, 8), mask_shape=(3, 5), keeps_steps=False)
    assert findings("LG803", reduced) and not findings(
        "LG803", replace(reduced, output_shape=(3, 5))
    )
    counted = replace(asked, as_if_shorter=False, hidden_matter=False, mask_matters=True)
    assert findings("LG806", counted) and not findings(
        "LG806", replace(counted, hidden_matter=True)
    )
    assert isinstance(said("LG802", Masking(reason="no input has steps"))[0], NotApplicable)
    assert findings("LG812", replace(asked, overrides=True, keeps_zeros=True))


def test_masks_of_further_tensors_and_arguments():
    def seen(name, given, **facts):
        return Masking(asked=True, takes=("query_mask",), further=(Hidden(name, given, **facts),))

    ignored = {"hidden_matter": True, "mask_matters": False}
    assert findings("LG802", seen("query", False, **ignored))
    assert not findings("LG802", seen("value", False, **ignored))  # call takes no mask of it
    assert findings("LG802", seen("attention_mask", True, **ignored))
    turned = seen("attention_mask", True, hidden_matter=True, mask_matters=True, kept_matter=False)
    assert not findings("LG802", turned)
    assert "hides the steps where it is True" in findings("LG811", turned)[0].message
    shapes = seen("value", False, output_shape=(4, 5, 8), mask_shape=(4, 7))
    assert "only `value` carries one" in findings("LG803", shapes)[0].message


def test_backends_differ():
    drive = Drive("inferred", {}, {"inputs": leaf(2, 3)})
    mine = Reference(outputs=[{"shape": [2], "dtype": "float32", "numbers": [1.0, 2.0]}])
    theirs = replace(mine, outputs=[{"shape": [2], "dtype": "float32", "numbers": [1.0, 2.5]}])

    def runs(backend, other, record, there=drive):
        return OtherRuns(backend, {other: {Reference: record, Drive: there}})

    assert findings("LG907", mine, drive, runs("jax", "tensorflow", theirs))
    assert not findings("LG907", mine, drive, runs("jax", "tensorflow", mine))
    # Told once, on the later of the two.
    assert not findings("LG907", mine, drive, runs("tensorflow", "jax", theirs))
    elsewhere = replace(drive, init={"units": 3})
    assert not findings("LG907", mine, drive, runs("jax", "tensorflow", theirs, elsewhere))


def test_one_fault_gives_one_finding():
    """A branch on values fails on symbolic input and in compiled calls: told once."""
    value = Raised(
        "OperatorNotAllowedInGraphError", "Using a symbolic `tf.Tensor` as a Python `bool`", 13
    )
    records = {
        type(record): record
        for record in (
            SymbolicCall(raised=value),
            EagerCall(),
            Compiled(ways=(Compilation("tf.function", raised=value),)),
        )
    }
    rules = [one for one in registered_rules() if one.rule.code in ("LG201", "LG502", "LG901")]
    outcomes, found = judge(rules, Evidence(records, {}))
    assert [one.rule for one in found] == ["LG502"]
    assert [one.outcome for one in outcomes] == ["blocked", "found", "blocked"]
