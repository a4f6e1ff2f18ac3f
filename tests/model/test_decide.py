"""What is accepted, and how it is written: one small spec for each thing that the language can say."""

from __future__ import annotations

import re

import pytest

import layergen
from layergen.spec.problems import SpecError


def written(**keys: object) -> str:
    """The layer of a spec, its white space on one line."""
    spec = {
        "layer": "Target",
        "inputs": {"x": "batch, time, features"},
        "outputs": {"y": "batch, time, features"},
        **keys,
    }
    return re.sub(r"\s+", " ", layergen.generate(spec))


def test_a_constant_uses_those_above_it() -> None:
    """What only other constants read is a local of `build`; integers stay integers."""
    source = written(
        constants={"steps": "np.arange(features)", "swapped": "steps[::-1] % features"},
        call="y = take(x, swapped, axis=-1)",
    )
    assert "steps = np.arange(features)" in source
    assert "self.swapped = steps[::-1] % features" in source
    assert 'ops.take(inputs, ops.cast(self.swapped, "int32"), axis=-1)' in source


def test_initial_values_use_constants() -> None:
    source = written(
        constants={"n": "arange(features)"},
        weights={"scale": {"shape": "features", "initializer": "1 / (n + 1)"}},
        call="y = x * scale",
    )
    assert "n = np.arange(features)" in source
    assert "keras.initializers.Constant(1 / (n + 1))" in source


def test_a_function_and_a_value_share_a_name() -> None:
    source = written(
        args={"dropout": 0.1},
        weights={"normalize": "features"},
        call="if training:\n    x = dropout(x, dropout)\ny = normalize(x) * normalize",
    )
    assert "keras.random.dropout( inputs, self.dropout, seed=self.seed_generator )" in source
    assert "ops.normalize(inputs) * self.normalize" in source


def test_a_name_of_keras_gets_a_noun() -> None:
    source = written(
        weights={"output": "features, features"},
        layers={"input": {"class": "Dense(features)"}},
        call="y = input(x) @ output",
    )
    assert 'self.output_weight = self.add_weight( name="output",' in source
    assert "self.input_layer.build(input_shape)" in source
    assert "ops.matmul(self.input_layer(inputs), self.output_weight)" in source


def test_an_output_may_be_called_mask() -> None:
    """It is a local of `call`; the layer's own mask is not taken for it."""
    source = written(call="mask = x > 0\ny = where(mask, x, 0)",
                     outputs={"y": "batch, time, features", "mask": "batch, time, features"})  # fmt: skip
    assert "def call(self, inputs):" in source
    assert "return y, mask" in source


@pytest.mark.parametrize(
    "call",
    [
        "keep = mask\nif keep is not None:\n    x = where(keep[..., None], x, 0)\ny = x * 2",
        "keep = None if mask is None else mask[..., None]\nif keep is not None:\n    x = where(keep, x, 0)\ny = x * 2",
    ],
)
def test_what_may_be_none_can_be_given_a_name(call: str) -> None:
    assert "if keep is not None:" in written(call=call)


def test_one_of_two_masks() -> None:
    source = written(
        inputs={
            "x": "batch, time, features",
            "z": {"shape": "batch, steps, features", "optional": True},
        },
        call="source = x if z is None else z\nkeep = x_mask if z is None else z_mask\n"
        "if keep is not None:\n    source = where(keep[..., None], source, 0)\n"
        "y = x + sum(source, axis=1, keepdims=True)",
    )
    assert "keep = x_mask if z is None else z_mask" in source


def test_a_mask_is_handed_to_a_sublayer() -> None:
    source = written(
        layers={"recur": {"class": "GRU(features, return_sequences=True)"}},
        call="y = recur(x, mask=mask)",
    )
    assert "self.recur(inputs, mask=mask)" in source


def test_what_may_be_none_is_no_operand() -> None:
    with pytest.raises(SpecError, match="'keep' may be missing here"):
        written(call="keep = None if mask is None else mask[..., None]\ny = where(keep, x, 0)")


def test_an_optional_input_sizes_a_weight() -> None:
    source = written(
        inputs={"x": "batch, time, features", "z": {"shape": "batch, size", "optional": True}},
        weights={"kernel": {"shape": "size, features", "when": "z is not None"}},
        call="y = x\nif z is not None:\n    y = y + (z @ kernel)[:, None]",
    )
    assert "if z_shape is not None: self.kernel = self.add_weight(" in source
    assert "shape=(z_shape[1], features)" in source


def test_tuples_of_numbers_and_words() -> None:
    source = written(
        args={
            "levels": [0.1, 0.5],
            "kinds": {"type": "strs", "choices": ["mean", "max"], "default": ["mean"]},
        },
        call='y = x * sum(array(levels))\nif "max" in kinds:\n    y = y + max(x, axis=1, keepdims=True)',
    )
    assert "levels=(0.1, 0.5), kinds=('mean',)" in source.replace('"', "'")
    assert "any(not isinstance(item, (int, float)) for item in levels)" in source
    assert "any(item not in ('mean', 'max') for item in kinds)" in source.replace('"', "'")
    assert "ops.array(self.levels, dtype=self.compute_dtype)" in source


def test_a_tuple_beside_a_tensor_is_one() -> None:
    source = written(args={"levels": [0.1, 0.5]}, outputs={"y": "batch, time, features, 2"},
                     call="y = x[..., None] * levels")  # fmt: skip
    assert "ops.convert_to_tensor( self.levels, self.compute_dtype )" in source


def test_a_number_of_outputs() -> None:
    source = written(
        args={"tasks": {"type": "int", "min": 1}},
        weights={"kernels": {"shape": "features, index + 1", "count": "tasks"}},
        call="y = [x @ kernel for kernel in kernels]",
        outputs={"y": {"shape": "batch, time, index + 1", "count": "tasks"}},
    )
    assert "(input_shape[0], input_shape[1], index + 1) for index in range(self.tasks) ]" in source
    same = written(
        args={"tasks": {"type": "int", "min": 1}},
        weights={"kernel": "features, tasks"},
        call="y = unstack(x @ kernel, tasks, axis=-1)",
        outputs={"y": {"shape": "batch, time", "count": "tasks"}},
        mask="stop",
    )
    assert "[(input_shape[0], input_shape[1])] * self.tasks" in same
    assert "return list(" in same


def test_objects_of_keras_in_a_sublayer() -> None:
    source = written(
        layers={
            "each": {"class": "TimeDistributed(Dense(features, bias_initializer=Constant(-2.0)))"},
        },
        call="y = each(x)",
    )
    assert "keras.layers.TimeDistributed( keras.layers.Dense( " in source
    assert "bias_initializer=keras.initializers.Constant(-2.0)" in source
    assert source.count("dtype=self.dtype_policy") == 2


def test_a_shape_may_ask_for_a_word() -> None:
    source = written(
        args={"mode": {"choices": ["one", "two"], "default": "one"}},
        weights={"kernel": {"shape": "features, 1 if mode == 'one' else 2"},
                 "gate": {"shape": "features", "when": "mode == 'two'"}},
        call="y = x * sum(kernel, axis=-1)\nif mode == 'one':\n    y = y * 2\nelse:\n    y = y * gate",
    )  # fmt: skip
    assert "shape=(features, 1 if self.mode == 'one' else 2)" in source.replace('"', "'")


def test_a_condition_fixes_an_axis_of_the_example() -> None:
    source = written(
        args={"widths": [2, 3, 4, 5, 6]},
        require="features == len(widths)",
        call="y = x * sum(array(widths))",
    )
    assert "(2, 8, 5)" in source or "5))" in source


def test_compute_mask_sees_the_first_input_alone() -> None:
    inputs = {"x": "batch, time, features", "z": "batch, time, features"}
    source = written(inputs=inputs, call="y = x + z", mask="x_mask")
    assert "def compute_mask(self, x, mask=None): return mask" in source
    with pytest.raises(SpecError, match="'z_mask' is not known to compute_mask"):
        written(inputs=inputs, call="y = x + z", mask="z_mask")
    source = written(inputs=inputs, call="y = x + z", mask="z_mask", inputs_as="list")
    assert "_, z_mask = (None, None) if mask is None else mask return z_mask" in source


def test_a_length_stays_an_integer() -> None:
    source = written(call="y = irfft(rfft(swapaxes(x, 1, 2), 2 * time), 2 * time)",
                     outputs={"y": "batch, features, 2 * time"}, mask="stop")  # fmt: skip
    assert '"float32"), 2 * time), 2 * time, )' in source


def test_what_half_precision_has_no_code_for_is_computed_in_float32() -> None:
    source = written(call="y = irfft(rfft(x), 8) @ inv(k)", weights={"k": "8, 8"},
                     outputs={"y": "batch, time, 8"}, mask="stop")  # fmt: skip
    assert 'ops.rfft(ops.cast(inputs, "float32"))' in source
    assert 'ops.inv(ops.cast(self.k, "float32"))' in source
    assert "ops.cast(y, self.compute_dtype)" in source
    source = written(call="y = irfft(rfft(x), 8)", mask="stop",
                     outputs={"y": {"shape": "batch, time, 8", "dtype": "float32"}})  # fmt: skip
    assert "self.compute_dtype)" not in source


def test_a_square_of_sizes_is_their_product() -> None:
    source = written(
        call="y = reshape(einsum('btf,bsf->bts', pad(x, ((0, 0), (0, 1), (0, 0))), x), (batch, time * (time + 1)))",
        outputs={"y": "batch, time ** 2 + time"},
        mask="stop",
    )
    assert "(batch, time * (time + 1))" in source


def test_a_dictionary_holds_what_there_is() -> None:
    source = written(
        args={"both": False},
        call="y = x * 2\nz = x * 3",
        outputs={
            "y": "batch, time, features",
            "z": {"shape": "batch, time, features", "when": "both"},
        },
        outputs_as="dict",
    )
    assert 'outputs = {"y": y} if self.both: outputs["z"] = z return outputs' in source
    assert 'outputs = {"y": input_shape} if self.both: outputs["z"] = input_shape' in source


def test_the_larger_of_two_numbers_is_pythons() -> None:
    source = written(
        constants={"n": "arange(features) % max(features - 1, 1)", "top": "max(n, 0)"},
        call="y = x * n * top",
    )
    assert "np.arange(features) % max(features - 1, 1)" in source
    assert "np.max(self.n, 0)" in source


def test_none_is_allowed_beside_a_default() -> None:
    source = written(
        args={"low": {"type": "int", "default": 0, "optional": True}},
        call="y = x\nif low is not None:\n    y = maximum(x, low)",
    )
    assert "if low is not None and (" in source


def test_the_example_of_a_cell_takes_its_states_apart() -> None:
    source = written(
        inputs={"x": "batch, features", "h": "batch, 4", "c": "batch, 4"},
        outputs={"y": "batch, 4", "h": "batch, 4", "c": "batch, 4"},
        cell={"state_size": "4, 4"},
        weights={"kernel": "features, 4"},
        call="y = x @ kernel + h + c\nh = y\nc = y",
    )
    assert "y, [h, c] = layer(x, [h, c])" in source
