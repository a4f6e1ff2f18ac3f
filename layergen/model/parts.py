"""Weights, sublayers and constants of a spec, parsed: what each is made with, and when that is known."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from layergen.model.draft import BUILD, CALL, INIT, Draft
from layergen.model.expressions import Expression, parse_expression, parse_python
from layergen.model.functions import INITIALIZERS, LAYERS
from layergen.model.arguments import WORDS
from layergen.spec.fields import Sublayer, Weight
from layergen.spec.problems import Path
from layergen.spec.suggest import did_you_mean

# NumPy's functions for constants and initial values.
NUMPY = frozenset(
    "abs arange array ceil clip concatenate cos cosh cumprod cumsum diag exp expand_dims expm1 eye flip floor full"
    " hamming hanning blackman identity kron linspace log log10 log1p log2 logspace max maximum mean meshgrid"
    " min minimum ones outer power prod repeat reshape round sign sin sinh sqrt square stack std sum tan tanh"
    " tile transpose tri tril triu where zeros mod floor_divide vander".split()
)


@dataclass(frozen=True)
class Made:
    """How a Keras object (initializer, regularizer, constraint) is made.

    Args:
        kind: `word` (a name Keras looks up), `arg` (an argument of ours), `call` (a class with
            arguments), `value` (an expression that computes the value itself).
    """

    kind: str
    expression: Expression | None = None
    word: str = ""


@dataclass(frozen=True)
class WeightPart:
    name: str
    spec: Weight
    shape: Expression
    initializer: Made
    regularizer: Made | None
    constraint: Made | None
    trainable: Expression | bool
    when: Expression | None
    count: Expression | None


@dataclass(frozen=True)
class LayerPart:
    name: str
    spec: Sublayer
    class_name: str
    arguments: tuple[tuple[str | None, Expression], ...]  # keyword (None: by place) and value
    shapes: tuple[
        tuple[str | None, Expression], ...
    ]  # parameter of its build and shape; none: the input's
    shape_list: bool
    when: Expression | None
    count: Expression | None
    level: int


def default_initializer(name: str, weight: Weight) -> str:
    """What an expert would start a weight of this name from."""
    if (
        weight.dtype != "float"
        or weight.trainable is False
        or any(word in name for word in ("bias", "beta", "shift"))
    ):
        return "ones" if "var" in name and weight.trainable is False else "zeros"
    return "ones" if any(word in name for word in ("gamma", "scale")) else "glorot_uniform"


def read_weights(made: Draft) -> dict[str, WeightPart]:
    parts = {}
    for name, weight in made.spec.weights.items():
        with made.counting(weight.count):
            part = _read_weight(made, name, weight)
        if part is not None:
            parts[name] = part
    return parts


def _read_weight(made: Draft, name: str, weight: Weight) -> WeightPart | None:
    path: Path = ("weights", name)
    shape = made.shape(weight.shape, (*path, "shape"), ellipsis=False)
    if shape is not None and not made.known_at_build(shape, "a weight"):
        shape = None
    initializer = _object(made, weight.initializer, "initializer", (*path, "initializer"))
    if initializer is None and weight.initializer is None:
        initializer = Made("word", word=default_initializer(name, weight))
    regularizer = _object(made, weight.regularizer, "regularizer", (*path, "regularizer"))
    constraint = _object(made, weight.constraint, "constraint", (*path, "constraint"))
    trainable: Expression | bool | None = (
        weight.trainable if isinstance(weight.trainable, bool) else None
    )
    if trainable is None:
        trainable = _static(made, weight.trainable, (*path, "trainable"), "a condition")
    when = _static(made, weight.when, (*path, "when"), "a condition")
    count = _static(made, weight.count, (*path, "count"), "a count")
    if weight.arg is not None:
        if not weight.arg.isidentifier():
            made.note(
                (*path, "arg"), f"{weight.arg!r} is not a valid Python name", "write `arg: kernel`"
            )
        if initializer is not None and initializer.kind != "word":
            made.note(
                (*path, "initializer"),
                "with `arg` the initializer is an argument: its default must be a word",
            )
        for kind in ("regularizer", "constraint"):
            if getattr(weight, kind) is not None:
                made.note(
                    (*path, kind),
                    f"with `arg` the {kind} is an argument already",
                    f"take out `{kind}` or `arg`",
                )
    if weight.dtype in ("int", "bool", "int32", "int64", "uint8") and weight.trainable is True:
        made.note(
            (*path, "dtype"),
            f"a weight of dtype {weight.dtype} cannot be trained",
            "write `trainable: false`",
        )
    if shape is None or initializer is None or trainable is None:
        return None
    return WeightPart(
        name, weight, shape, initializer, regularizer, constraint, trainable, when, count
    )


def _static(made: Draft, text: Any, path: Path, what: str) -> Expression | None:
    if text is None:
        return None
    found = made.expression(text, path)
    if found is not None and isinstance(found.node, ast.Constant):
        right = int if what == "a count" else bool
        if type(found.node.value) is not right:
            made.problems.append(
                found.problem(f"{found.text!r} is not {what} over arguments and sizes")
            )
            return None
    return found if found is not None and made.known_at_build(found, what) else None


def _object(made: Draft, text: Any, kind: str, path: Path) -> Made | None:
    """An initializer, regularizer or constraint: a word, an argument, a class with arguments, a value."""
    if text is None:
        return None
    expression = parse_expression(text, path, made.problems)
    if expression is None:
        return None
    node = expression.node
    if isinstance(node, ast.Name):
        arg = made.spec.args.get(node.id)
        if arg is not None and arg.type == kind:
            return Made("arg", expression, node.id)
        if node.id in WORDS[kind]:
            return Made("word", word=node.id)
        if kind != "initializer" or node.id not in made.known:
            known = sorted(
                [
                    *WORDS[kind],
                    *(name for name, entry in made.spec.args.items() if entry.type == kind),
                ]
            )
            hint = f"known: {', '.join(known)}{did_you_mean(node.id, known)}"
            made.problems.append(expression.problem(f"{node.id!r} is not {_an(kind)}", hint))
            return None
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in WORDS[kind]
    ):
        arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
        right = [made.check(Expression(path, expression.text, item)) for item in arguments]
        if kind == "initializer" and node.func.id in INITIALIZERS:
            _check_keywords(made, expression, node, INITIALIZERS[node.func.id])
        return (
            Made("call", expression)
            if all(right) and made.known_at_build(expression, f"an {kind}")
            else None
        )
    if kind != "initializer":
        made.problems.append(
            expression.problem(
                f"{expression.text!r} is not {_an(kind)}",
                f"a word or a class: {', '.join(sorted(WORDS[kind]))}",
            )
        )
        return None
    if not made.check(expression, NUMPY) or not made.known_at_build(expression, "an initial value"):
        return None
    return Made("value", expression)


def _an(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _check_keywords(made: Draft, expression: Expression, call: ast.Call, parameters: str) -> None:
    names = [word.rstrip("?") for word in parameters.split() if not word.startswith("*")]
    for keyword in call.keywords:
        if keyword.arg not in names:
            assert isinstance(call.func, ast.Name)
            hint = f"it takes: {', '.join(names)}{did_you_mean(str(keyword.arg), names)}"
            made.problems.append(
                expression.problem(f"{call.func.id} has no argument {keyword.arg!r}", hint, keyword)
            )


def read_constants(made: Draft) -> dict[str, Expression]:
    constants = {}
    for name, text in made.spec.constants.items():
        found = parse_expression(text, ("constants", name), made.problems)
        if (
            found is not None
            and made.check(found, NUMPY)
            and made.known_at_build(found, "a constant")
        ):
            constants[name] = found
    return constants


def read_layers(made: Draft) -> dict[str, LayerPart]:
    parts = {}
    for name, layer in made.spec.layers.items():
        with made.counting(layer.count):
            part = _read_layer(made, name, layer)
        if part is not None:
            parts[name] = part
    return parts


def _read_layer(made: Draft, name: str, layer: Sublayer) -> LayerPart | None:
    path: Path = ("layers", name)
    before = len(made.problems)
    written = parse_expression(layer.class_, (*path, "class"), made.problems)
    if written is None:
        return None
    call = written.node if isinstance(written.node, ast.Call) else None
    class_node = call.func if call is not None else written.node
    class_name = class_node.id if isinstance(class_node, ast.Name) else ast.unparse(class_node)
    if class_name not in LAYERS:
        made.problems.append(
            written.problem(
                f"{class_name!r} is not a layer of keras.layers",
                f"for example: Dense, Dropout, LayerNormalization{did_you_mean(class_name, LAYERS)}",
            )
        )
        return None
    arguments = _written_arguments(made, written, call) + _listed_arguments(made, layer, path)
    _check_layer_keywords(made, path, class_name, [keyword for keyword, _ in arguments if keyword])
    for keyword, value in arguments:
        _check_word(made, keyword or "", value)
    shapes, is_list = _layer_shapes(made, layer, class_name, path)
    when = _static(made, layer.when, (*path, "when"), "a condition")
    count = _static(made, layer.count, (*path, "count"), "a count")
    for _, value in arguments:
        made.known_at_build(value, "a sublayer")
    if len(made.problems) > before:
        return None
    levels = [made.level(value) for _, value in arguments] + [
        made.level(item) for item in (when, count) if item
    ]
    return LayerPart(
        name,
        layer,
        class_name,
        tuple(arguments),
        shapes,
        is_list,
        when,
        count,
        max(levels, default=INIT),
    )


def _check_word(made: Draft, keyword: str, value: Expression) -> None:
    """A word that Keras looks up must be one that it finds."""
    kind = keyword.rpartition("_")[2]
    word = value.node.value if isinstance(value.node, ast.Constant) else None
    if kind in WORDS and isinstance(word, str) and word not in WORDS[kind]:
        hint = f"known: {', '.join(sorted(WORDS[kind]))}{did_you_mean(word, WORDS[kind])}"
        made.problems.append(value.problem(f"{word!r} is not {_an(kind)}", hint))


def _written_arguments(
    made: Draft, written: Expression, call: ast.Call | None
) -> list[tuple[str | None, Expression]]:
    if call is None:
        return []
    found: list[tuple[str | None, Expression]] = []
    for item in call.args:
        found.append((None, Expression(written.path, written.text, item)))
    for keyword in call.keywords:
        found.append((keyword.arg, Expression(written.path, written.text, keyword.value)))
    return [(keyword, item) for keyword, item in found if made.check(item)]


def _listed_arguments(
    made: Draft, layer: Sublayer, path: Path
) -> list[tuple[str | None, Expression]]:
    """`args: {units: 2 * units, activation: relu}`: an expression where its names are ours, else text."""
    found: list[tuple[str | None, Expression]] = []
    for keyword, value in layer.args.items():
        where = (*path, "args", keyword)
        if isinstance(value, str) and not _is_ours(made, value):
            value = repr(value)
        expression = parse_expression(value, where, made.problems)
        if expression is not None and made.check(expression):
            found.append((keyword, expression))
    return found


def _is_ours(made: Draft, text: str) -> bool:
    try:
        node = parse_python(text, "eval")
    except SyntaxError:
        return False
    names = {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}
    return not isinstance(node.body, ast.Name) or bool(names & (made.known | made.inputs.keys()))


def _check_layer_keywords(made: Draft, path: Path, class_name: str, keywords: list[str]) -> None:
    words = LAYERS[class_name].split(" | ")[0].split()
    names = [word.rstrip("?") for word in words if not word.startswith("*")] + [
        "activity_regularizer",
        "trainable",
    ]
    for keyword in keywords:
        if keyword in ("name", "dtype"):
            made.note((*path, "class"), f"{keyword!r} of a sublayer is ours to set", "take it out")
        elif keyword not in names:
            hint = f"it takes: {', '.join(dict.fromkeys(names))}{did_you_mean(keyword, names)}"
            made.note((*path, "class"), f"{class_name} has no argument {keyword!r}", hint)


def _layer_shapes(
    made: Draft, layer: Sublayer, class_name: str, path: Path
) -> tuple[tuple[tuple[str | None, Expression], ...], bool]:
    """The shapes that a sublayer is built on, by the parameters of its `build`."""
    where: Path = (*path, "shape")
    parameters = [
        word for word in LAYERS[class_name].split(" | ")[1].split() if not word.startswith("*")
    ]
    required = [word for word in parameters if not word.endswith("?")]
    value = layer.shape
    if value is None:
        if len(made.inputs) != 1:
            made.note(
                path,
                f"the shape that {class_name} is built on is missing",
                "write `shape: batch, time, units`",
            )
            return (), False
        entry = next(iter(made.inputs.values()))
        return (
            tuple((None, entry.expression) for _ in required[:1] or [None]) * max(1, len(required)),
            False,
        )
    if isinstance(value, dict):
        found = []
        allowed = [word.rstrip("?") for word in parameters]
        for key, text in value.items():
            parameter = key if key in allowed else f"{key}_shape"
            if parameter not in allowed:
                hint = f"its build takes: {', '.join(allowed)}{did_you_mean(key, allowed)}"
                made.note((*where, key), f"build of {class_name} has no argument {key!r}", hint)
                continue
            shape = made.shape(text, (*where, key))
            if shape is not None:
                found.append((parameter, shape))
        return tuple(found), False
    if isinstance(value, list) and any(
        isinstance(item, str) and "," in item or isinstance(item, list) for item in value
    ):
        shapes = [made.shape(item, (*where, index)) for index, item in enumerate(value)]
        return tuple((None, shape) for shape in shapes if shape is not None), True
    shape = made.shape(value, where)
    return (
        () if shape is None else tuple((None, shape) for _ in range(max(1, len(required))))
    ), False


Printer = Callable[[ast.expr], str]
__all__ = [
    "BUILD",
    "CALL",
    "LayerPart",
    "Made",
    "WeightPart",
    "read_constants",
    "read_layers",
    "read_weights",
]
