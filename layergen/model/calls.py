"""Reads the calls in a `call` block: sublayers, weights' assignments, functions of its own; the rest goes to its reader."""

from __future__ import annotations

import ast
import builtins
from dataclasses import replace

from layergen.model.expressions import STATIC_BUILTINS, STATIC_MATH
from layergen.model.formulas import FormulaReader
from layergen.model.functions import IMAGE_OPS, OPS, RANDOM
from layergen.model.keras_calls import keras_call, printed_call
from layergen.model.layer_calls import follow_layer
from layergen.model.python_calls import python_call
from layergen.model.reading import AMBIGUOUS, INTEGERS, Read
from layergen.model.values import ANY, Value, tensor
from layergen.spec.suggest import did_you_mean, one_of

ASSIGNMENTS = ("assign", "assign_add", "assign_sub")


def read_call(reader: FormulaReader, node: ast.Call) -> Read:
    """One call, whatever it calls."""
    match node.func:
        case ast.Name(id=name):
            return _named(reader, node, name)
        case ast.Attribute(value=ast.Name(id="image"), attr=name) if "image" not in reader.names:
            if name not in IMAGE_OPS:
                hint = one_of("keras.ops.image has", IMAGE_OPS, name)
                reader.problem(node, f"'image.{name}' is not a function of Keras", hint)
                return node, ANY
            return printed_call(reader, node, f"ops.image.{name}"), tensor("compute")
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
    before = len(reader.problems)
    reader.expression(node)
    if len(reader.problems) == before:
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
        near = f"functions of keras.ops stand by their names{did_you_mean(name, OPS)}"
        hint = f"write {name}(...)" if known else near
        reader.problem(node, f"{ast.unparse(node.func)!r} is not a function of Keras", hint)
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
    # A value and a function may share a name: `dropout(x, dropout)` is keras.random's, by our rate.
    if meaning is not None and name not in OPS and name not in RANDOM:
        reader.problem(node, f"{name!r} is declared under `{meaning.kind}` and cannot be called")
        return node, ANY
    if name == "add_loss":
        reader.problem(node, "'add_loss' is a statement, not a value")
        return node, ANY
    if name in STATIC_BUILTINS or name in STATIC_MATH:
        python = python_call(reader, node, name)
        if python is not None:
            return python
    if name in OPS:
        return keras_call(reader, node, name, f"ops.{name}", OPS[name])
    if name in RANDOM:
        reader.block.uses_random = True
        return keras_call(reader, node, name, f"keras.random.{name}", RANDOM[name])
    candidates = [
        *OPS,
        *RANDOM,
        *(
            other
            for other, found in reader.names.items()
            if found.value.kind in ("function", "layer")
        ),
    ]
    near = "" if hasattr(builtins, name) else did_you_mean(name, candidates)
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
    reads = [reader.optional(item) for item in node.args]
    keywords = [ast.keyword(item.arg, reader.optional(item.value)[0]) for item in node.keywords]
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
        given = [value for _, value in reads]
        return printed, follow_layer(reader, node, value.layer, given)
    if value.elementwise:
        if first.dtype in (*INTEGERS, "bool"):
            printed.args[0] = reader.cast(printed.args[0], "compute")
            first = replace(first, dtype="compute")
        return printed, first if first.kind == "tensor" else tensor("compute")
    if value.formula is not None and len(reads) == len(value.formula.args.args):
        return printed, reader.formula_result(value.formula, [given for _, given in reads])
    return printed, value.item or ANY
