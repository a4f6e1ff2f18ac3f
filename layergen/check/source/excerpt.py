"""Of a script, the statements that one class needs: what trains, plots and reads data at the top level is left out."""

from __future__ import annotations

import ast
import dis
import re
import types
from collections.abc import Iterator

KERAS = ("keras", "tensorflow", "tf_keras")
CONDITIONAL = (ast.If, ast.For, ast.While, ast.Try, ast.With)
REGISTERS = re.compile(r"register_keras_serializable|get_custom_objects")


def is_script(tree: ast.Module) -> bool:
    """Whether importing the file does work: loops, or calls of what the file itself has made, at the top level."""
    made = _made(tree)
    return any(
        isinstance(statement, ast.For | ast.While)
        or (isinstance(statement, ast.Expr) and _changed(statement) in made)
        for statement in _run_at_import(tree.body)
    )


def excerpt(tree: ast.Module, class_name: str) -> list[ast.stmt]:
    """The statements that the class needs to be defined and to run, in their order."""
    imported, made = _imported(tree), _made(tree)
    bound = [binds(statement) for statement in tree.body]
    changed = [_changed(statement) for statement in tree.body]
    chosen: set[int] = set()

    def choose(number: int) -> None:
        if number not in chosen:
            chosen.add(number)
            for name in _reads(_compiled(tree.body[number])):
                look_up(name, number)

    def look_up(name: str, before: int) -> None:
        """What gives the name its value before that statement; functions may be written after their use."""
        places = [number for number, names in enumerate(bound) if name in names]
        earlier = [number for number in places if number < before]
        sure = [number for number in earlier if not isinstance(tree.body[number], CONDITIONAL)]
        since = sure[-1] if sure else 0
        for place in [number for number in earlier if number >= since] or places[:1]:
            choose(place)
        for number in range(since, before):
            if changed[number] == name and name in made:
                choose(number)

    look_up(class_name, len(tree.body))
    for number, statement in enumerate(tree.body):
        if _prepares(statement, imported):
            choose(number)
    return [statement for number, statement in enumerate(tree.body) if number in chosen]


def _prepares(statement: ast.stmt, imported: dict[str, str]) -> bool:
    """Whether it adds a folder to import from, imports who knows what, or tells Keras of something by its name."""
    if isinstance(statement, ast.ImportFrom):
        return statement.names[0].name == "*"
    head = _changed(statement)
    if head is None or head not in imported:
        return False
    if imported[head].split(".")[0] == "sys":
        return "path" in ast.unparse(statement)
    of_keras = imported[head].split(".")[0] in KERAS
    return of_keras and bool(REGISTERS.search(ast.unparse(statement)))


def _changed(statement: ast.stmt) -> str | None:
    """`a` where the statement is `a.b(…)`, `a[…] = …` or `a.b = …`: it may change what `a` holds."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        return _head(statement.value)
    if isinstance(statement, ast.Assign | ast.AugAssign):
        target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
        return _head(target) if isinstance(target, ast.Subscript | ast.Attribute) else None
    return None


def _head(node: ast.AST) -> str | None:
    """`a` of `a.b(…)[…].c`."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def _made(tree: ast.Module) -> set[str]:
    """What the file itself gives a value, rather than imports it."""
    return set().union(*map(binds, tree.body)) - set(_imported(tree))


def _imported(tree: ast.Module) -> dict[str, str]:
    """Local name → module, for the imports that run when the file does."""
    found: dict[str, str] = {}
    for node in _run_at_import(tree.body):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                module = node.module or "" if isinstance(node, ast.ImportFrom) else alias.name
                found[alias.asname or alias.name.partition(".")[0]] = module
    return found


def _run_at_import(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        yield node
        if isinstance(node, ast.If) and "__name__" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.If | ast.Try | ast.With):
            for part in ("body", "orelse", "finalbody"):
                yield from _run_at_import(getattr(node, part, []))
            for handler in getattr(node, "handlers", []):
                yield from _run_at_import(handler.body)


def _compiled(statement: ast.stmt) -> types.CodeType:
    return compile(ast.Module([statement], []), "<excerpt>", "exec")


def binds(statement: ast.stmt) -> set[str]:
    """The names that a statement gives a value at the top level."""
    return {
        instruction.argval
        for instruction in dis.get_instructions(_compiled(statement))
        if instruction.opname in ("STORE_NAME", "STORE_GLOBAL")
    }


def _reads(code: types.CodeType) -> set[str]:
    """Global names that a piece of code and the functions in it read; their own variables are not among them."""
    found = {
        instruction.argval
        for instruction in dis.get_instructions(code)
        if instruction.opname in ("LOAD_NAME", "LOAD_GLOBAL")
    }
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found |= _reads(constant)
    return found
