"""Reads the calls in a `call` block: functions of Keras, sublayers, weights' assignments, Python's own on static values."""

from __future__ import annotations

import ast
from dataclasses import replace

from layergen.model import operations
from layergen.model.dims import Disagree, Shape
from layergen.model.expressions import STATIC_BUILTINS, STATIC_MATH
from layergen.model.formulas import AMBIGUOUS, DTYPE_WORDS, INTEGERS, FormulaReader, Read, parsed
from layergen.model.functions import IMAGE_OPS, OPS, RANDOM
from layergen.model.values import ANY, STATIC, STATIC_FLOAT, STATIC_INT, Value, listed, size, tensor
from layergen.spec.suggest import did_you_mean

# Layers whose output has their input's shape, for following shapes through sublayers.
SAME_SHAPE_LAYERS = frozenset(
    "Activation ActivityRegularization AlphaDropout BatchNormalization Dropout ELU GaussianDropout GaussianNoise"
    " GroupNormalization LayerNormalization LeakyReLU PReLU RMSNormalization ReLU Softmax SpatialDropout1D"
    " SpatialDropout2D UnitNormalization Identity".split()
)
ASSIGNMENTS = ("assign", "assign_add", "assign_sub")
LIST_FUNCTIONS = frozenset("concatenate stack hstack vstack dstack append meshgrid".split())


def read_call(reader: FormulaReader, node: ast.Call) -> Read:
    """One call, whatever it calls."""
    match node.func:
        case ast.Name(id=name):
            return _named(reader, node, name)
        case ast.Attribute(value=ast.Name(id="image"), attr=name) if "image" not in reader.names:
            if name not in IMAGE_OPS:
                hint = f"keras.ops.image has: {', '.join(IMAGE_OPS)}{did_you_mean(name, IMAGE_OPS)}"
                reader.problem(node, f"'image.{name}' is not a function of Keras", hint)
                return node, ANY
            return _printed_call(reader, node, f"ops.image.{name}"), tensor("compute")
        case ast.Attribute(attr=name):
            if name in ASSIGNMENTS:
                reader.problem(node, f"'{ast.unparse(node.func)}' is a statement, not a value")
                return node, ANY
            return _method(reader, node, name)
        case ast.Subscript():
            read, value = reader.expression(node.func)
            return _applied(reader, node, read, value)
    reader.problem(node, f"{ast.unparse(node.func)!r} cannot be called")
    return node, ANY


def read_action(reader: FormulaReader, node: ast.expr) -> str:
    """A call that stands alone: add_loss, weight.assign, list.append."""
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "add_loss"
    ):
        if len(node.args) != 1 or node.keywords:
            reader.problem(node, "add_loss takes one tensor")
            return ""
        read, _ = reader.expression(node.args[0])
        reader.block.adds_loss = True
        return f"self.add_loss({reader.print(read)})"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in ASSIGNMENTS:
            return _assignment(reader, node)
        if node.func.attr in ("append", "extend", "insert") and isinstance(
            node.func.value, ast.Name
        ):
            return _appended(reader, node)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
        reader.problem(node, "'print' is not allowed in call")
        return ""
    reader.expression(node)
    reader.problem(
        node, f"the value of {ast.unparse(node)!r} is not used", "assign it, or take it out"
    )
    return ""


def _assignment(reader: FormulaReader, node: ast.Call) -> str:
    assert isinstance(node.func, ast.Attribute)
    target = node.func.value
    root = target
    while isinstance(root, ast.Subscript):
        root = root.value
    name = root.id if isinstance(root, ast.Name) else ""
    meaning = reader.names.get(name)
    if (meaning is None or meaning.kind != "weights") and name not in reader.locals:
        reader.problem(
            node, f"{ast.unparse(target)!r} is not a weight", "only weights are assigned"
        )
        return ""
    read, _ = reader.expression(target)
    reader.block.assigned.add(name)
    if len(node.args) != 1 or node.keywords:
        reader.problem(node, f"{node.func.attr} takes one value")
        return ""
    value, _ = reader.expression(node.args[0])
    return f"{reader.print(read)}.{node.func.attr}({reader.print(value)})"


def _appended(reader: FormulaReader, node: ast.Call) -> str:
    assert isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name)
    name = node.func.value.id
    if reader.locals.get(name, ANY).kind != "list":
        reader.problem(node, f"{name!r} is not a list of this block", f"start with {name} = []")
        return ""
    reads = [reader.expression(item) for item in node.args]
    item = reads[-1][1] if reads else ANY
    if node.func.attr == "extend":
        item = item.item or (item.items[0] if item.items else ANY)
    reader.locals[name] = Value("list", item=replace(item, exists_when=None))
    return f"{reader.local_name(name)}.{node.func.attr}({', '.join(reader.print(read) for read, _ in reads)})"


def _method(reader: FormulaReader, node: ast.Call, name: str) -> Read:
    assert isinstance(node.func, ast.Attribute)
    if name.startswith("_"):
        reader.problem(
            node, f"the attribute {name!r} starts with an underscore", "it is not public"
        )
        return node, ANY
    owner = node.func.value
    if isinstance(owner, ast.Name) and owner.id in (
        "ops",
        "keras",
        "np",
        "tf",
        "torch",
        "jnp",
        "K",
    ):
        known = name in OPS or name in RANDOM
        hint = (
            f"write {name}(...)"
            if known
            else f"functions of keras.ops stand by their names{did_you_mean(name, OPS)}"
        )
        reader.problem(node, f"{ast.unparse(node.func)!r}: no module is in scope", hint)
        return node, ANY
    reader.expression(owner)
    hint = (
        f"write {name}({ast.unparse(owner)}, ...)"
        if name in OPS
        else "functions stand by their names: sum(x, axis=-1)"
    )
    reader.problem(node, f"methods cannot be called here: {ast.unparse(node.func)!r}", hint)
    return node, ANY


def _named(reader: FormulaReader, node: ast.Call, name: str) -> Read:
    local = reader.locals.get(name)
    if local is not None and local.kind in ("function", "layer", "any"):
        return _applied(reader, node, ast.Name(AMBIGUOUS.get(name, name), ast.Load()), local)
    meaning = reader.names.get(name)
    if meaning is not None and meaning.value.kind in ("function", "layer", "any"):
        read, value = reader.on_name(ast.copy_location(ast.Name(name, ast.Load()), node))
        return _applied(reader, node, read, value)
    if meaning is not None and (
        name not in OPS and name not in RANDOM or meaning.kind not in ("weights", "outputs")
    ):
        shadowed = f"; it hides keras.ops.{name}" if name in OPS else ""
        reader.problem(
            node,
            f"{name!r} is declared under `{meaning.kind}` and cannot be called{shadowed}",
            "give it another name" if shadowed else "",
        )
        return node, ANY
    if name == "add_loss":
        reader.problem(node, "'add_loss' is a statement, not a value")
        return node, ANY
    if name in STATIC_BUILTINS or name in STATIC_MATH:
        python = _python_call(reader, node, name)
        if python is not None:
            return python
    if name in OPS:
        return _keras_call(reader, node, name, f"ops.{name}", OPS[name])
    if name in RANDOM:
        reader.block.uses_random = True
        return _keras_call(reader, node, name, f"keras.random.{name}", RANDOM[name])
    candidates = [
        *OPS,
        *RANDOM,
        *(
            other
            for other, found in reader.names.items()
            if found.value.kind in ("function", "layer")
        ),
    ]
    near = did_you_mean(name, candidates)
    reader.problem(
        node,
        f"{name!r} is not a function that can be called here",
        f"allowed: the functions of keras.ops and keras.random, activations, sublayers{near}",
    )
    for item in node.args:
        reader.expression(item)
    return node, ANY


def _applied(reader: FormulaReader, node: ast.Call, function: ast.expr, value: Value) -> Read:
    """A call of an activation, a sublayer or a local function."""
    reads = [reader.expression(item) for item in node.args]
    keywords = [ast.keyword(item.arg, reader.expression(item.value)[0]) for item in node.keywords]
    printed = ast.Call(function, [read for read, _ in reads], keywords)
    first = reads[0][1] if reads else ANY
    if value.kind == "layer":
        for item, (_, given) in zip(node.args, reads, strict=True):
            if given.kind == "static" and not (
                isinstance(item, ast.Constant) and item.value is None
            ):
                reader.problem(
                    item, f"{ast.unparse(item)!r} is no tensor: layers take options by keyword only"
                )
        if value.elementwise:
            return printed, tensor("compute", first.shape)
        return printed, value.item or tensor("compute")
    if value.elementwise:
        if first.dtype in (*INTEGERS, "bool"):
            printed.args[0] = reader.cast(printed.args[0], "compute")
            first = replace(first, dtype="compute")
        return printed, first if first.kind == "tensor" else tensor("compute")
    return printed, value.item or ANY


def _python_call(reader: FormulaReader, node: ast.Call, name: str) -> Read | None:
    """A builtin over static values; None where an operation of Keras is meant instead."""
    mark, used = len(reader.problems), set(reader.used)
    reads = [reader.expression(item) for item in node.args]
    values = [value for _, value in reads]
    printed = ast.Call(
        parsed(f"math.{name}" if name in STATIC_MATH else name), [read for read, _ in reads], []
    )
    printed.keywords = [
        ast.keyword(item.arg, reader.expression(item.value)[0]) for item in node.keywords
    ]
    if name in ("zip", "enumerate", "list", "tuple", "reversed", "range", "len") and all(
        value.kind != "tensor" for value in values
    ):
        return _sequence_call(reader, node, name, printed, values)
    static = all(_all_python(value) for value in values)
    if (
        name == "sum"
        and not static
        and len(values) == 1
        and values[0].kind == "list"
        and not node.keywords
    ):
        return printed, replace(values[0].item or (values[0].items or (ANY,))[0], shape=None)
    if name in STATIC_MATH and static:
        reader.block.uses_math = True
        return printed, STATIC_INT if name in ("ceil", "floor") else STATIC_FLOAT
    if static and not node.keywords:
        number = {"int": "int", "len": "int", "round": "int", "float": "float"}.get(name)
        numbers = {value.number for value in values}
        kept = "float" if "float" in numbers else "int" if numbers == {"int"} else None
        return printed, replace(
            STATIC, number=number or kept if name not in ("bool", "all", "any", "str") else None
        )
    if name in OPS:
        if name in ("max", "min") and len(values) > 1 and values[1].kind == "tensor":
            reader.problem(
                node, f"{name}(a, b) does not compare two tensors", f"use {name}imum(a, b)"
            )
        del reader.problems[mark:]
        reader.used.intersection_update(used | reader.used)
        return None
    hints = {
        "float": "use cast(x, 'float32')",
        "int": "use cast(x, 'int32')",
        "bool": "use cast(x, 'bool')",
        "len": "use x.shape[0]",
    }
    reader.problem(
        node,
        f"{name}(...) cannot take the tensor {ast.unparse(node.args[0]) if node.args else ''!r}",
        hints.get(name, ""),
    )
    return printed, ANY


def _all_python(value: Value) -> bool:
    if value.kind == "list":
        inner = value.items if value.items is not None else (value.item,) if value.item else ()
        return all(_all_python(item) for item in inner)
    return value.is_python


def _sequence_call(
    reader: FormulaReader, node: ast.Call, name: str, printed: ast.Call, values: list[Value]
) -> Read:
    if name == "len":
        return printed, STATIC_INT
    if name == "range":
        for item, value in zip(node.args, values, strict=True):
            if value.kind == "size" and not value.fixed:
                _demand_fixed(reader, item)
        return printed, Value("list", item=STATIC_INT)
    items = [
        value.item
        or (
            replace(
                value.items[0], shape=value.items[0].shape if len(set(value.items)) == 1 else None
            )
            if value.items
            else STATIC_INT if value.kind == "static" else ANY
        )
        for value in values
    ]
    if name == "zip":
        return printed, Value("list", item=listed(*items))
    if name == "enumerate":
        return printed, Value("list", item=listed(STATIC_INT, items[0] if items else ANY))
    if not values:
        return printed, listed()
    flipped = (
        values[0].items[::-1]
        if name == "reversed" and values[0].items is not None
        else values[0].items
    )
    return printed, Value("list", items=flipped, item=items[0])


def _demand_fixed(reader: FormulaReader, node: ast.expr) -> None:
    """A loop needs its count while the layer is traced: the axes in it become fixed at build."""
    for name in {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}:
        meaning = reader.names.get(name)
        if meaning is not None and meaning.kind == "axes":
            reader.block.fixed.add(name)
            return
    hint = "use scan(...) or fori_loop(...) over a length that is not known"
    reader.problem(node, f"{ast.unparse(node)!r} is not known when the layer is traced", hint)


def _keras_call(
    reader: FormulaReader, node: ast.Call, name: str, function: str, parameters: str
) -> Read:
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
    if name in RANDOM:
        keywords.append(ast.keyword("seed", parsed("self.seed_generator")))
    printed = ast.Call(parsed(function), [read for read, _ in reads], keywords)
    try:
        several = operations.several_results(call, dtype)
        if several is not None:
            return printed, several
        shape = operations.result_shape(call)
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
    reader: FormulaReader, name: str, reads: list[Read], keywords: dict[str, Read]
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
                value.kind == "size"
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
    """Tensors made out of nothing are made in the compute dtype."""
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


def _dtype_node(node: ast.expr) -> ast.expr:
    word = (
        node.id
        if isinstance(node, ast.Name)
        else node.value if isinstance(node, ast.Constant) else None
    )
    if word in DTYPE_WORDS:
        found = DTYPE_WORDS[word]
        return parsed("self.compute_dtype" if found == "compute" else repr(found))
    return node


def _named_dtype(node: ast.expr | None) -> str | None:
    word = (
        node.id
        if isinstance(node, ast.Name)
        else node.value if isinstance(node, ast.Constant) else None
    )
    return DTYPE_WORDS.get(word, word) if isinstance(word, str) else None  # type: ignore[arg-type]


def _cast(reader: FormulaReader, node: ast.Call) -> Read:
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


def _check_signature(reader: FormulaReader, node: ast.Call, name: str, parameters: str) -> None:
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
                f"it takes: {', '.join(plain)}{did_you_mean(keyword.arg, plain)}",
            )
    if any(isinstance(item, ast.Starred) for item in node.args):
        return
    if len(node.args) > len(plain) and not starred:
        reader.problem(
            node,
            f"{name} takes {len(plain)} arguments, {len(node.args)} are given",
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


def _printed_call(reader: FormulaReader, node: ast.Call, function: str) -> ast.expr:
    reads = [reader.expression(item)[0] for item in node.args]
    keywords = [ast.keyword(item.arg, reader.expression(item.value)[0]) for item in node.keywords]
    return ast.Call(parsed(function), reads, keywords)
