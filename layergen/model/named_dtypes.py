"""Dtypes that a call names, and those that it is given where it names none."""

from __future__ import annotations

import ast

from layergen.model import operations
from layergen.model.reading import DTYPE_WORDS, parsed
from layergen.model.values import ANY, DType, Value


def give_dtype(call: operations.Call, keywords: list[ast.keyword]) -> None:
    """Tensors made out of nothing, or of Python's numbers, are made in the compute dtype."""
    named = next((keyword for keyword in keywords if keyword.arg == "dtype"), None)
    if named is not None:
        named.value = dtype_node(named.value)
        return
    made = dtype_of_numbers(call)
    floats_from_arange = call.name == "arange" and any(
        value.number == "float" for value in call.values
    )
    if made is not None:
        keywords.append(ast.keyword("dtype", dtype_node(ast.Constant(made))))
    elif floats_from_arange or call.name in operations.CREATES | operations.CREATES_RANDOM:
        keywords.append(ast.keyword("dtype", parsed("self.compute_dtype")))


def dtype_of(call: operations.Call) -> DType | None:
    """The dtype of what a function gives."""
    if call.name in ("randint", "categorical"):
        return "int32"
    named = named_dtype(call.keywords.get("dtype"))
    if call.name == "arange":
        whole = all(value.number == "int" or value.kind == "size" for value in call.values)
        return named or ("int32" if whole else "compute")
    if "dtype" in call.keywords:
        return named
    operands = _tensors(call)
    if call.name == "where" and len(operands) > 1:
        operands = operands[1:]
    return dtype_of_numbers(call) or operations.result_dtype(call.name, operands)


def dtype_of_numbers(call: operations.Call) -> DType | None:
    """What `array([0.1, 0.9])` is to be made in; None where it is no call of that sort."""
    if call.name not in ("array", "convert_to_tensor") or not call.values:
        return None
    numbers = _numbers(call.values[0])
    if not numbers:
        return None
    return "int32" if all(number == "int" for number in numbers) else "compute"


def dtype_node(node: ast.expr) -> ast.expr:
    """A dtype as Python source: a word of the spec as Keras knows it, anything else as it stands."""
    word = _word(node)
    if word in DTYPE_WORDS or word == "compute":
        found = DTYPE_WORDS.get(word, word)
        return parsed("self.compute_dtype" if found == "compute" else repr(found))
    return node


def named_dtype(node: ast.expr | None) -> DType | None:
    """The dtype that a node names; None for what is no word."""
    word = _word(node)
    return DTYPE_WORDS.get(word, word) if isinstance(word, str) else None  # type: ignore[arg-type]


def _word(node: ast.expr | None) -> object:
    if isinstance(node, ast.Name):
        return node.id
    return node.value if isinstance(node, ast.Constant) else None


def _tensors(call: operations.Call) -> list[Value]:
    """The tensors among the arguments, and behind them those in lists."""
    values = (*call.values, *call.keyword_values.values())
    lists = [value for value in call.values if value.kind == "list"]
    items = [item for one in lists for item in one.items or ([one.item] if one.item else [])]
    return [value for value in values if value.kind in ("tensor", "any")] + [
        item for item in items if item.kind == "tensor"
    ]


def _numbers(value: Value) -> list[str | None]:
    """The kinds of the Python numbers that a value is, or is a list of; none where it is a tensor."""
    if value.kind == "list":
        items = value.items if value.items is not None else (value.item or ANY,)
        return [number for item in items for number in _numbers(item)]
    return [value.number] if value.kind == "static" and value.number else []
