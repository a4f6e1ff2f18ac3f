"""Reads calls of functions of keras.ops and keras.random: signatures, operands, dtype and shape of the result."""

from __future__ import annotations

import ast

from layergen.model import operations
from layergen.model.bare_weights import value_of_weight
from layergen.model.dims import Disagree, Shape
from layergen.model.functions import RANDOM
from layergen.model.named_dtypes import dtype_node, dtype_of, give_dtype, named_dtype
from layergen.model.operands import unified
from layergen.model.reading import DTYPE_WORDS, Read, Reader, as_tuple, parsed
from layergen.model.result_shapes import result_shape, several_results
from layergen.model.values import ANY, STATIC_INT, Value, size, tensor
from layergen.spec.suggest import one_of

DTYPES = ("compute", "float32", "float16", "float64", "int32", "int64", "uint8", "bool")


def keras_call(reader: Reader, node: ast.Call, name: str, function: str, parameters: str) -> Read:
    """A function of keras.ops or keras.random, its operands brought to one dtype."""
    _check_signature(reader, node, name, parameters)
    if name == "cast":
        return _cast(reader, node)
    reads = [_operand(reader, item) for item in node.args]
    keyword_reads = {item.arg: _operand(reader, item.value) for item in node.keywords if item.arg}
    if name == "shape":
        text = f"ops.shape({', '.join(reader.print(read) for read, _ in reads)})"
        return parsed(text), reader._shape_value(reads[0][1].shape if reads else None)
    reads = unified(reader, name, reads)
    given = {item.arg: item.value for item in node.keywords if item.arg}
    call = operations.Call(
        name,
        tuple(value for _, value in reads),
        tuple(node.args),
        given,
        {key: value for key, (_, value) in keyword_reads.items()},
    )
    keywords = [
        ast.keyword(key, value_of_weight(reader, name, given[key], read))
        for key, (read, _) in keyword_reads.items()
    ]
    give_dtype(call, keywords)
    if name in RANDOM:
        keywords.append(ast.keyword("seed", parsed("self.seed_generator")))
    operands = [
        value_of_weight(reader, name, item, read)
        for item, (read, _) in zip(node.args, reads, strict=True)
    ]
    printed = ast.Call(parsed(function), operands, keywords)
    return printed, _result(reader, node, call)


def _operand(reader: Reader, node: ast.expr) -> Read:
    read, value = reader.expression(node)
    return as_tuple(read), value


def _check_steps(reader: Reader, node: ast.Call, call: operations.Call) -> None:
    """A scan goes over the first axis, and where steps and features stand behind it that one is the batch."""
    given = call.value(2, "xs")
    shapes = [one.shape for one in given.items or (given,) if one.shape and one.shape.front]
    inputs = [one.value.shape for one in reader.names.values() if one.kind == "inputs"]
    batches = {one.front[0] for one in inputs if one is not None and len(one.front) > 2}
    if any(one.front[0] in batches for one in shapes):
        hint = "put the steps first, transpose(x, (1, 0, 2)), and turn the results back"
        message = f"{ast.unparse(node)!r} goes over the first axis, which is the batch"
        reader.problem(node, message, hint)


def _result(reader: Reader, node: ast.Call, call: operations.Call) -> Value:
    """What the function gives, as far as that is known."""
    dtype = dtype_of(call)
    try:
        several = several_results(call, dtype)
        if several is not None:
            return several
        shape = result_shape(call)
    except Disagree as error:
        reader.problem(
            node,
            f"the shapes in {ast.unparse(node)!r} do not go together: {error}",
            reader._operand_shapes(node),
        )
        shape = None
    if call.name == "scan":
        _check_steps(reader, node, call)
    if call.name in operations.HIGHER_ORDER:
        return ANY
    if call.name == "ndim":
        return STATIC_INT
    return size(None) if call.name == "size" else tensor(dtype, shape)


def _cast(reader: Reader, node: ast.Call) -> Read:
    """`cast(x, dtype)`; the dtype is a word of the spec, an argument, or another tensor's."""
    named = (item.value for item in node.keywords if item.arg == "dtype")
    wanted = node.args[1] if len(node.args) > 1 else next(named, None)
    if wanted is None or not node.args:
        return node, ANY
    read, value = reader.expression(node.args[0])
    is_word = isinstance(wanted, ast.Constant) or (
        isinstance(wanted, ast.Name) and wanted.id in DTYPE_WORDS
    )
    printed = dtype_node(wanted) if is_word else reader.expression(wanted)[0]
    dtype = named_dtype(wanted)
    if isinstance(wanted, ast.Attribute) and wanted.attr == "dtype":
        dtype = reader.expression(wanted.value)[1].dtype
    shape = {"tensor": value.shape, "size": Shape(()), "static": Shape(())}.get(value.kind)
    made = ast.Call(parsed("ops.cast"), [read, printed], [])
    return made, tensor(dtype if dtype in DTYPES else None, shape)


def _check_signature(reader: Reader, node: ast.Call, name: str, parameters: str) -> None:
    """Unknown keywords and missing or too many arguments, told before Keras is asked."""
    names = parameters.split()
    plain = [word.rstrip("?") for word in names if not word.startswith("*")]
    starred = [word for word in names if word.startswith("*") and not word.startswith("**")]
    open_keywords = any(word.startswith("**") for word in names)
    for keyword in node.keywords:
        if keyword.arg is None:
            reader.problem(node, "'**' is not allowed in a call")
        elif keyword.arg == "seed" and name in RANDOM:
            reader.problem(
                keyword,
                "the seed is the layer's own",
                "leave it out: the layer takes `seed` and keeps one SeedGenerator",
            )
        elif keyword.arg not in plain and not open_keywords:
            reader.problem(
                keyword,
                f"{name} has no argument {keyword.arg!r}",
                one_of("it takes", plain, keyword.arg),
            )
    if any(isinstance(item, ast.Starred) for item in node.args):
        return
    if len(node.args) > len(plain) and not starred:
        reader.problem(
            node,
            f"{name} takes {len(plain)} argument{'s' * (len(plain) != 1)}, {len(node.args)} are given",
            f"it takes: {', '.join(plain)}",
        )
    given = {keyword.arg for keyword in node.keywords} | set(plain[: len(node.args)])
    missing = [
        word
        for word in names
        if not word.endswith("?") and not word.startswith("*") and word not in given
    ]
    if missing:
        reader.problem(
            node,
            f"{name} needs {' and '.join(map(repr, missing))}",
            f"it takes: {', '.join(plain)}",
        )


def printed_call(reader: Reader, node: ast.Call, function: str) -> ast.expr:
    reads = [reader.expression(item)[0] for item in node.args]
    keywords = [ast.keyword(item.arg, reader.expression(item.value)[0]) for item in node.keywords]
    return ast.Call(parsed(function), reads, keywords)
