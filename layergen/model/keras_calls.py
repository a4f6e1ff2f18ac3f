"""Reads calls of functions of keras.ops and keras.random: signatures, dtypes of the operands, dtype and shape of the result."""

from __future__ import annotations

import ast
from dataclasses import replace

from layergen.model import operations
from layergen.model.dims import Disagree, Shape
from layergen.model.functions import RANDOM
from layergen.model.reading import DTYPE_WORDS, INTEGERS, Read, Reader, parsed
from layergen.model.result_shapes import result_shape, several_results
from layergen.model.values import ANY, STATIC_FLOAT, STATIC_INT, DType, Value, listed, size, tensor
from layergen.spec.suggest import one_of

LIST_FUNCTIONS = frozenset("concatenate stack hstack vstack dstack append meshgrid".split())


def keras_call(reader: Reader, node: ast.Call, name: str, function: str, parameters: str) -> Read:
    """A function of keras.ops or keras.random, its operands brought to one dtype."""
    _check_signature(reader, node, name, parameters)
    if name == "cast":
        return _cast(reader, node)
    reads = [reader.expression(item) for item in node.args]
    keyword_reads = {item.arg: reader.expression(item.value) for item in node.keywords if item.arg}
    if name == "shape":
        return parsed(
            f"ops.shape({', '.join(reader.print(read) for read, _ in reads)})"
        ), reader._shape_value(reads[0][1].shape if reads else None)
    reads, keyword_reads = _unified(reader, name, reads, keyword_reads)
    call = operations.Call(
        name,
        tuple(value for _, value in reads),
        tuple(node.args),
        {item.arg: item.value for item in node.keywords if item.arg},
        {key: value for key, (_, value) in keyword_reads.items()},
    )
    operands = [
        value
        for value in (*call.values, *call.keyword_values.values())
        if value.kind in ("tensor", "any")
    ]
    operands += [
        item
        for value in call.values
        if value.kind == "list"
        for item in (value.items or ([value.item] if value.item else []))
        if item.kind == "tensor"
    ]
    dtype = operations.result_dtype(
        name, operands[1:] if name == "where" and len(operands) > 1 else operands
    )
    keywords = [ast.keyword(key, read) for key, (read, _) in keyword_reads.items()]
    _give_dtype(name, call, keywords)
    if name == "arange":
        dtype = (
            "int32"
            if all(value.number == "int" or value.kind == "size" for value in call.values)
            else "compute"
        )
        dtype = _named_dtype(call.keywords.get("dtype")) or dtype
    elif "dtype" in call.keywords:
        dtype = _named_dtype(call.keywords["dtype"])
    else:
        dtype = _dtype_of_numbers(call) or dtype
    if name in RANDOM:
        keywords.append(ast.keyword("seed", parsed("self.seed_generator")))
    printed = ast.Call(parsed(function), [read for read, _ in reads], keywords)
    try:
        several = several_results(call, dtype)
        if several is not None:
            return printed, several
        shape = result_shape(call)
    except Disagree as error:
        reader.problem(
            node,
            f"the shapes in {ast.unparse(node)!r} do not go together: {error}",
            reader._operand_shapes(node),
        )
        shape = None
    if name in operations.HIGHER_ORDER:
        return printed, ANY
    if name == "ndim":
        return printed, STATIC_INT
    if name == "size":
        return printed, size(None)
    if name in ("randint", "categorical"):
        dtype = "int32"
    return printed, tensor(dtype, shape)


def _unified(
    reader: Reader, name: str, reads: list[Read], keywords: dict[str, Read]
) -> tuple[list[Read], dict[str, Read]]:
    """Operands of one dtype; integers become floats where the function makes floats of them."""
    if (
        name in operations.HIGHER_ORDER
        or name in RANDOM
        and name != "dropout"
        or name in ("one_hot", "multi_hot")
    ):
        return reads, keywords
    if (
        name in LIST_FUNCTIONS
        and reads
        and isinstance(reads[0][0], ast.List | ast.Tuple)
        and reads[0][1].items is not None
    ):
        inner = list(zip(reads[0][0].elts, reads[0][1].items, strict=False))
        if len(inner) == len(reads[0][0].elts) and not any(
            isinstance(item, ast.Starred) for item, _ in inner
        ):
            brought = reader.unify(inner, arithmetic=True)
            made = type(reads[0][0])([read for read, _ in brought], ast.Load())
            reads = [(made, listed(*[value for _, value in brought])), *reads[1:]]
        return reads, keywords
    held = {
        "where": 1,
        "take": 2,
        "take_along_axis": 2,
        "segment_sum": 2,
        "segment_max": 2,
        "one_hot": 1,
        "scatter": 1,
    }
    skipped = held.get(name, 0)
    chosen = [index for index, (_, value) in enumerate(reads) if value.kind == "tensor"]
    if name == "where":
        chosen = [index for index in chosen if index >= 1]
    elif skipped:
        chosen = []
    elif name in (
        "slice",
        "slice_update",
        "scatter_update",
        "get_item",
        "repeat",
        "tile",
        "roll",
        "reshape",
        "broadcast_to",
        "cond",
    ):
        chosen = []
    statics = (
        any(value.kind == "static" and value.number == "float" for _, value in reads[1:])
        if name in operations.BROADCASTS
        else False
    )
    probe = [reads[index] for index in chosen]
    brought = reader.unify(
        probe + ([(ast.Constant(0.0), STATIC_FLOAT)] if statics else []),
        arithmetic=name in operations.BROADCASTS and name not in operations.BOOL_RESULT,
    )
    for index, read in zip(chosen, brought, strict=False):
        reads[index] = read
    makes_floats = (
        name
        not in operations.KEEPS_INTEGERS
        | operations.BOOL_RESULT
        | operations.INT_RESULT
        | operations.CREATES
    )
    if makes_floats or name in operations.BROADCASTS and name not in operations.BOOL_RESULT:
        for index in chosen or range(len(reads)):
            read, value = reads[index]
            number_only = (
                (
                    index == 0 or name in operations.BROADCASTS
                )  # behind it are lengths: irfft(x, 2 * time)
                and value.kind == "size"
                and not value.fixed
                and makes_floats
                and name not in ("arange", "full")
            )
            if (
                value.kind == "tensor" and value.dtype in (*INTEGERS, "bool") and makes_floats
            ) or number_only:
                reads[index] = reader.cast(read, "compute"), replace(
                    tensor("compute", value.shape if value.kind == "tensor" else Shape(()))
                )
    if name in ("cumsum", "sum") and reads and reads[0][1].dtype == "bool":
        reads[0] = reader.cast(reads[0][0], "int32"), replace(reads[0][1], dtype="int32")
    return reads, keywords


def _give_dtype(name: str, call: operations.Call, keywords: list[ast.keyword]) -> None:
    """Tensors made out of nothing, or of Python's numbers, are made in the compute dtype."""
    made = _dtype_of_numbers(call)
    if made is not None and "dtype" not in call.keywords:
        keywords.append(ast.keyword("dtype", _dtype_node(ast.Constant(made))))
        return
    if name not in operations.CREATES | operations.CREATES_RANDOM:
        floats_from_arange = name == "arange" and any(
            value.number == "float" for value in call.values
        )
        if not floats_from_arange:
            for keyword in keywords:
                if keyword.arg == "dtype":
                    keyword.value = _dtype_node(keyword.value)
            return
    for keyword in keywords:
        if keyword.arg == "dtype":
            keyword.value = _dtype_node(keyword.value)
            return
    keywords.append(ast.keyword("dtype", parsed("self.compute_dtype")))


def _dtype_of_numbers(call: operations.Call) -> DType | None:
    """What `array([0.1, 0.9])` is to be made in; None where it is no call of that sort."""
    if call.name not in ("array", "convert_to_tensor") or not call.values:
        return None
    numbers = _numbers(call.values[0])
    if not numbers:
        return None
    return "int32" if all(number == "int" for number in numbers) else "compute"


def _numbers(value: Value) -> list[str | None]:
    """The kinds of the Python numbers that a value is, or is a list of; none where it is a tensor."""
    if value.kind == "list":
        items = value.items if value.items is not None else (value.item or ANY,)
        return [number for item in items for number in _numbers(item)]
    return [value.number] if value.kind == "static" and value.number else []


def _dtype_node(node: ast.expr) -> ast.expr:
    word = (
        node.id
        if isinstance(node, ast.Name)
        else node.value if isinstance(node, ast.Constant) else None
    )
    if word in DTYPE_WORDS or word == "compute":
        found = DTYPE_WORDS.get(word, word)
        return parsed("self.compute_dtype" if found == "compute" else repr(found))
    return node


def _named_dtype(node: ast.expr | None) -> str | None:
    word = (
        node.id
        if isinstance(node, ast.Name)
        else node.value if isinstance(node, ast.Constant) else None
    )
    return DTYPE_WORDS.get(word, word) if isinstance(word, str) else None  # type: ignore[arg-type]


def _cast(reader: Reader, node: ast.Call) -> Read:
    wanted = (
        node.args[1]
        if len(node.args) > 1
        else next((item.value for item in node.keywords if item.arg == "dtype"), None)
    )
    if wanted is None or not node.args:
        return node, ANY
    read, value = reader.expression(node.args[0])
    printed, _ = (
        (_dtype_node(wanted), None)
        if isinstance(wanted, ast.Constant)
        or isinstance(wanted, ast.Name)
        and wanted.id in DTYPE_WORDS
        else reader.expression(wanted)
    )
    dtype = _named_dtype(wanted)
    if isinstance(wanted, ast.Attribute) and wanted.attr == "dtype":
        dtype = reader.expression(wanted.value)[1].dtype
    known = (
        dtype
        if dtype in ("compute", "float32", "float16", "float64", "int32", "int64", "uint8", "bool")
        else None
    )
    return ast.Call(parsed("ops.cast"), [read, printed], []), tensor(
        known,
        (
            value.shape
            if value.kind == "tensor"
            else Shape(()) if value.kind in ("size", "static") else None
        ),
    )


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
