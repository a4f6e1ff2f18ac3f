"""Weights and constants of a spec, parsed: what each is made with, and when that is known."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from layergen.model.arguments import WORDS
from layergen.model.draft import Draft
from layergen.model.expressions import Expression, parse_expression
from layergen.model.functions import INITIALIZERS
from layergen.spec.fields import Weight
from layergen.spec.problems import Path
from layergen.spec.suggest import one_of


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

    @property
    def argument_kinds(self) -> tuple[str, ...]:
        """What `arg` adds: nothing regularizes or constrains a weight that is never trained."""
        if self.trainable is False:
            return ("initializer",)
        return ("initializer", "regularizer", "constraint")


def default_initializer(name: str, weight: Weight, call: str) -> str:
    """What an expert would start a weight of this name from: states from zeros, a frozen matrix that nothing updates not."""
    state = weight.trainable is False and ("," not in str(weight.shape) or ".assign" in call)
    if weight.dtype != "float" or state or any(word in name for word in ("bias", "beta", "shift")):
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
    when = read_static(made, weight.when, (*path, "when"), "a condition")
    if shape is not None and not made.known_at_build(shape, "a weight", when):
        shape = None
    initializer = _object(made, weight.initializer, "initializer", (*path, "initializer"))
    if initializer is None and weight.initializer is None:
        initializer = Made("word", word=default_initializer(name, weight, made.spec.call))
    regularizer = _object(made, weight.regularizer, "regularizer", (*path, "regularizer"))
    constraint = _object(made, weight.constraint, "constraint", (*path, "constraint"))
    trainable: Expression | bool | None = (
        weight.trainable if isinstance(weight.trainable, bool) else None
    )
    if trainable is None:
        trainable = read_static(made, weight.trainable, (*path, "trainable"), "a condition")
    count = read_static(made, weight.count, (*path, "count"), "a count")
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
        for kind, found in (("regularizer", regularizer), ("constraint", constraint)):
            if found is not None and found.kind != "word":
                made.note(
                    (*path, kind),
                    f"with `arg` the {kind} is an argument: its default must be a word",
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


def read_static(made: Draft, text: Any, path: Path, what: str) -> Expression | None:
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
        if kind != "initializer" or node.id not in made.known | made.constants.keys():
            known = sorted(
                [
                    *WORDS[kind],
                    *(name for name, entry in made.spec.args.items() if entry.type == kind),
                ]
            )
            hint = one_of("known", known, node.id)
            made.problems.append(
                expression.problem(f"{node.id!r} is not {with_article(kind)}", hint)
            )
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
                f"{expression.text!r} is not {with_article(kind)}",
                f"a word or a class: {', '.join(sorted(WORDS[kind]))}",
            )
        )
        return None
    if not made.check_numpy(expression) or not made.known_at_build(expression, "an initial value"):
        return None
    return Made("value", expression)


def with_article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _check_keywords(made: Draft, expression: Expression, call: ast.Call, parameters: str) -> None:
    names = [word.rstrip("?") for word in parameters.split() if not word.startswith("*")]
    for keyword in call.keywords:
        if keyword.arg not in names:
            assert isinstance(call.func, ast.Name)
            hint = one_of("it takes", names, str(keyword.arg))
            made.problems.append(
                expression.problem(f"{call.func.id} has no argument {keyword.arg!r}", hint, keyword)
            )


def read_constants(made: Draft) -> None:
    """Constants in order: each may use those above it, and initial values any."""
    for name, text in made.spec.constants.items():
        path: Path = ("constants", name)
        found = parse_expression(text, path, made.problems)
        if (
            found is None
            or not made.check_numpy(found)
            or not made.known_at_build(found, "a constant")
        ):
            found = Expression(path, "0", ast.Constant(0))  # what stands below may still name it
        made.constants[name] = found
