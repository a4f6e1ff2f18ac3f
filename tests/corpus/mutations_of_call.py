"""Faults to plant: gradients, randomness, arguments, precision and the call itself."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

from rewriting import (
    Swap,
    calls,
    expression,
    is_text,
    kind,
    method,
    opened,
    parsed,
    returned,
    weights,
    with_methods,
    without_keyword,
)


@kind
def gradient_stopped(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    for weight in weights(layer):
        stopped = expression(f"keras.ops.stop_gradient({weight})")
        swap = Swap(lambda n, weight=weight: is_text(n, weight), lambda _, new=stopped: new)
        yield from with_methods(layer, ("call",), swap)


@kind
def weight_not_used(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    for weight in weights(layer):
        ones = expression(f"keras.ops.ones_like({weight})")
        swap = Swap(lambda n, weight=weight: is_text(n, weight), lambda _, new=ones: new)
        yield from with_methods(layer, ("call",), swap)


@kind
def state_trainable(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from without_keyword(layer, "add_weight", "trainable", "False")


@kind
def integer_seed(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    swap = Swap(
        lambda n: isinstance(n, ast.keyword) and n.arg == "seed" and "generator" in ast.unparse(n),
        lambda _: ast.keyword(arg="seed", value=ast.Constant(1337)),
    )
    yield from with_methods(layer, ("call",), swap)


@kind
def no_seed_generator(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from without_keyword(layer, None, "seed", "self.seed_generator")


@kind
def seed_ignored(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    swap = Swap(
        lambda n: is_text(n, "keras.random.SeedGenerator(seed)"),
        lambda _: expression("keras.random.SeedGenerator()"),
    )
    yield from with_methods(layer, ("__init__",), swap)


@kind
def always_training(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from opened(layer, "training", "training = True")


@kind
def training_inverted(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from opened(layer, "training", "training = not training")


@kind
def regularizer_ignored(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from without_keyword(layer, "add_weight", "regularizer", "self.")


@kind
def constraint_ignored(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from without_keyword(layer, "add_weight", "constraint", "self.")


@kind
def initializer_ignored(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from without_keyword(layer, "add_weight", "initializer", "self.")


@kind
def activation_ignored(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    swap = Swap(
        lambda n: isinstance(n, ast.Call) and ast.unparse(n.func) == "self.activation",
        lambda n: n.args[0],
    )
    yield from with_methods(layer, ("call",), swap)


@kind
def argument_fixed(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    """self.x = x becomes self.x = its default: for arguments that have a number as default."""
    init = method(layer, "__init__")
    if init is None:
        return
    named = [one.arg for one in init.args.args][len(init.args.args) - len(init.args.defaults) :]
    for name, default in zip(named, init.args.defaults, strict=True):
        if isinstance(default, ast.Constant) and type(default.value) in (int, float, bool):
            old, new = f"self.{name} = {name}", parsed(f"self.{name} = {default.value!r}")[0]
            swap = Swap(lambda n, old=old: is_text(n, old), lambda _, new=new: new)
            yield from with_methods(layer, ("__init__",), swap)


@kind
def output_float32(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    if 'astype("int' not in ast.unparse(layer) and '"int32"' not in ast.unparse(layer):
        yield from returned(layer, "keras.ops.cast({}, 'float32')")


@kind
def sublayer_policy_dropped(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from without_keyword(layer, None, "dtype", "self.dtype_policy")


@kind
def python_branch(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from returned(layer, "({0}) if keras.ops.max(({0})) < 1e30 else ({0}) * 0")


@kind
def batch_of_one(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from returned(layer, "keras.ops.squeeze({})")


@kind
def rows_mixed(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from returned(layer, "keras.ops.flip({}, axis=0)")


@kind
def numpy_round_trip(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    yield from returned(layer, "keras.ops.convert_to_tensor(keras.ops.convert_to_numpy({}))")


@kind
def loss_dropped(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    swap = Swap(
        lambda n: isinstance(n, ast.Expr) and ast.unparse(n).startswith("self.add_loss("),
        lambda n: ast.Assign(targets=[expression("_lost")], value=n.value.args[0], lineno=n.lineno),
    )
    for changed in with_methods(layer, ("call",), swap):
        for node in ast.walk(changed):
            if isinstance(node, ast.Assign) and is_text(node.targets[0], "_lost"):
                node.targets[0].ctx = ast.Store()
        yield changed


@kind
def loss_doubled(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    swap = Swap(
        lambda n: isinstance(n, ast.Expr) and ast.unparse(n).startswith("self.add_loss("),
        lambda n: [n, copy.deepcopy(n)],
    )
    yield from with_methods(layer, ("call",), swap)


@kind
def positional_weight_name(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    changed = copy.deepcopy(layer)
    for one in calls(changed, "add_weight"):
        names = [word for word in one.keywords if word.arg == "name"]
        if names:
            one.keywords.remove(names[0])
            one.args = [names[0].value]
            yield changed
            return


@kind
def legacy_backend_call(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    gone = ("matmul", "exp", "sum", "mean", "softmax", "reshape", "concatenate", "square")
    swap = Swap(
        lambda n: isinstance(n, ast.Attribute) and is_text(n.value, "ops") and n.attr in gone,
        lambda n: expression(f"keras.backend.{'dot' if n.attr == 'matmul' else n.attr}"),
    )
    yield from with_methods(layer, ("call",), swap)


@kind
def tensorflow_call(layer: ast.ClassDef) -> Iterator[ast.ClassDef]:
    same = ("matmul", "exp", "reshape", "transpose", "expand_dims", "where", "square", "sqrt")
    swap = Swap(
        lambda n: isinstance(n, ast.Attribute) and is_text(n.value, "ops") and n.attr in same,
        lambda n: expression(f"tf.{n.attr}"),
    )
    yield from with_methods(layer, ("call",), swap)
