"""What a drive leaves out: optional arguments of `call` with which more of the layer would run."""

from __future__ import annotations

import ast

from layergen.check.evidence import Drive, Source
from layergen.check.source.names import self_attribute
from layergen.check.source.reach import in_call

MODES = {"training"}


def left_out(source: Source, drive: Drive) -> tuple[str, ...]:
    """Arguments of `call` that are None by default and that the drive does not give."""
    call = source.method("call")
    if call is None:
        return ()
    arguments = call.args
    named = [*arguments.posonlyargs, *arguments.args]
    pairs = list(
        zip(named[len(named) - len(arguments.defaults) :], arguments.defaults, strict=True)
    )
    pairs += list(zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True))
    given = {*drive.arguments, *drive.call, *MODES}
    return tuple(
        argument.arg
        for argument, default in pairs
        if isinstance(default, ast.Constant) and default.value is None and argument.arg not in given
    )


def is_read(source: Source, path: str) -> bool:
    """Whether `call` mentions an attribute that is called like a part of the weight's path."""
    parts = set(path.split("/"))
    names = {
        self_attribute(node)
        for function in in_call(source)
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    return any(name is not None and (name in parts or name.lstrip("_") in parts) for name in names)
