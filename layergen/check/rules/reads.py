"""Which constructor arguments the source does nothing with: kept in an attribute that only `get_config` reads."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source, parameters_of


def unread_arguments(source: Source) -> dict[str, int]:
    """Arguments that the class takes, perhaps checks and keeps, and never reads; with the line they stand on.

    Nothing is said of a class whose bases are in other files, for they may read the attribute.
    """
    init = _own_init(source)
    if init is None or _has_foreign_reader(source):
        return {}
    arguments = parameters_of(init)
    return {item.arg: item.lineno for item in arguments if _does_nothing(item.arg, init, source)}


def _own_init(source: Source) -> ast.FunctionDef | None:
    return next(
        (
            n
            for n in source.class_node.body
            if isinstance(n, ast.FunctionDef) and n.name == "__init__"
        ),
        None,
    )


def _has_foreign_reader(source: Source) -> bool:
    known = {node.name for node in source.family}
    for node in source.family:
        for base in node.bases:
            name = ast.unparse(base).rpartition(".")[2]
            if name not in known and name not in ("Layer", "object", "ABC"):
                return True
    # Attributes looked up by a computed name could be any of them.
    calls = [
        part for node in source.family for part in ast.walk(node) if isinstance(part, ast.Call)
    ]
    return any(
        isinstance(c.func, ast.Name) and c.func.id in ("getattr", "vars", "locals", "eval")
        for c in calls
    )


def _does_nothing(name: str, init: ast.FunctionDef, source: Source) -> bool:
    kept: set[str] = set()
    for statement in _one_by_one(init.body):
        if _is_check(statement) or _is_default_for(statement, name):
            continue
        target = _kept_as(statement, name) or _sublayer_made_with(statement, name)
        if target is not None:
            kept.add(target)
        elif _mentions(statement, name):
            return False
    if not kept and _in_other_methods(source, {name}):
        return False
    return not _in_other_methods(source, kept)


def _one_by_one(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements, `self.units, self.rank = units, rank` as two of them."""
    for statement in body:
        match statement:
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)) if len(
                targets
            ) == len(values):
                for target, value in zip(targets, values, strict=True):
                    yield ast.Assign([target], value)
            case _:
                yield statement


def _is_check(statement: ast.stmt) -> bool:
    """A guard that only raises says whether a value is allowed; it does nothing with it."""
    if isinstance(statement, ast.Assert):
        return True
    return (
        isinstance(statement, ast.If)
        and not statement.orelse
        and all(isinstance(s, ast.Raise) for s in statement.body)
    )


def _is_default_for(statement: ast.stmt, name: str) -> bool:
    """`axis = axis or -1`, and `if axis is None: axis = -1`: what stands for None is no use of it either."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=target)]):
            return target == name
        case ast.If(test=test, body=body, orelse=[]) if _mentions(test, name):
            return all(_is_default_for(inner, name) for inner in body)
    return False


def _kept_as(statement: ast.stmt, name: str) -> str | None:
    """The attribute of `self.<attribute> = <name>`, or of `... = <something>.get(<name>)` and conversions like `int(<name>)`."""
    target = (
        statement.targets[0]
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1
        else None
    )
    if isinstance(statement, ast.AnnAssign):
        target = statement.target
    value = statement.value if isinstance(statement, ast.Assign | ast.AnnAssign) else None
    if not (
        isinstance(target, ast.Attribute)
        and isinstance(target.value, ast.Name)
        and target.value.id == "self"
    ):
        return None
    if isinstance(value, ast.Call) and len(value.args) == 1 and not value.keywords:
        called = ast.unparse(value.func).rpartition(".")[2]
        value = (
            value.args[0]
            if called in ("get", "int", "float", "bool", "str", "list", "tuple", "dict")
            else value
        )
    return target.attr if isinstance(value, ast.Name) and value.id == name else None


def _sublayer_made_with(statement: ast.stmt, name: str) -> str | None:
    """The attribute of `self.<attribute> = layers.Dropout(<name>)`: an argument of a layer that nobody calls does nothing."""
    match statement:
        case ast.Assign(
            targets=[ast.Attribute(value=ast.Name(id="self"), attr=attribute)],
            value=ast.Call(func=made) as call,
        ) if _mentions(call, name):
            return attribute if ast.unparse(made).rpartition(".")[2][:1].isupper() else None
    return None


def _mentions(node: ast.AST, name: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node))


def _in_other_methods(source: Source, attributes: set[str]) -> bool:
    """Whether anything but `__init__`'s storing and `get_config` reads one of the attributes."""
    for node in source.family:
        for item in node.body:
            if isinstance(item, ast.FunctionDef) and item.name in ("get_config", "from_config"):
                continue
            for part in ast.walk(item):
                read = isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Load)
                if read and part.attr in attributes and not _only_checked(item, part):
                    return True
    # Somebody outside the class may read it: another class of the file, a function that is given the layer.
    outside = [
        part for top in source.tree.body if top not in source.family for part in ast.walk(top)
    ]
    return any(
        isinstance(p, ast.Attribute) and isinstance(p.ctx, ast.Load) and p.attr in attributes
        for p in outside
    )


def _only_checked(method: ast.FunctionDef, read: ast.Attribute) -> bool:
    return method.name == "__init__" and any(
        _is_check(statement) and any(part is read for part in ast.walk(statement))
        for statement in method.body
    )
