"""Sublayers of a spec, parsed: class, arguments, the shapes that each is built on, and when they are known."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from layergen.model.arguments import KERAS_OBJECTS, WORDS
from layergen.model.draft import INIT, Draft
from layergen.model.expressions import Expression, parse_expression
from layergen.model.functions import LAYERS
from layergen.model.parts import read_static, with_article
from layergen.model.syntax import parse_python
from layergen.spec.fields import Sublayer
from layergen.spec.problems import Path
from layergen.spec.suggest import did_you_mean, one_of

# What a sublayer may be handed by its class: Dense(8, bias_initializer=Constant(-2.0)), TimeDistributed(Dense(8)).
KERAS_CLASSES = {name: f"keras.layers.{name}" for name in LAYERS} | {
    word: f"keras.{KERAS_OBJECTS[kind]}.{word}"
    for kind in ("initializer", "regularizer", "constraint")
    for word in WORDS[kind]
    if word[0].isupper()
}


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
    in_a_row: bool = False  # a list of layers, each built on what the one before it gives


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
    for inner in (call for _, value in arguments for call in inner_layers(value.node)):
        given = [item.arg for item in inner.keywords if item.arg]
        _check_layer_keywords(made, path, inner.func.id, given)  # type: ignore[attr-defined]
    for keyword, value in arguments:
        _check_word(made, keyword or "", value)
    shapes, is_list = _layer_shapes(made, layer, class_name, path)
    when = read_static(made, layer.when, (*path, "when"), "a condition")
    count = read_static(made, layer.count, (*path, "count"), "a count")
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


def inner_layers(node: ast.expr) -> list[ast.Call]:
    """The layers that are made inside the arguments of a sublayer."""
    calls = [item for item in ast.walk(node) if isinstance(item, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in LAYERS]


def _check_word(made: Draft, keyword: str, value: Expression) -> None:
    """A word that Keras looks up must be one that it finds."""
    kind = keyword.rpartition("_")[2]
    word = value.node.value if isinstance(value.node, ast.Constant) else None
    if kind in WORDS and isinstance(word, str) and word not in WORDS[kind]:
        hint = one_of("known", sorted(WORDS[kind]), word)
        made.problems.append(value.problem(f"{word!r} is not {with_article(kind)}", hint))


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
    return [(keyword, item) for keyword, item in found if made.check(item, KERAS_CLASSES)]


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
        if expression is not None and made.check(expression, KERAS_CLASSES):
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
            hint = one_of("it takes", dict.fromkeys(names), keyword)
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
            return (), False  # it has to follow from `call`
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
                hint = one_of("its build takes", allowed, key)
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
