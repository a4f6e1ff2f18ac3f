"""Finds constructor arguments and inputs with which a layer can be built and called: from what is known, then by trial."""

from __future__ import annotations

import inspect
from typing import Any

from layergen.check.evidence import Drive, Raised
from layergen.check.job import DriveHint, Job
from layergen.check.probes.raised import attempt


def drive(layer_class: type, job: Job) -> Drive:
    """The first way that works, from the surest source to the least."""
    hint = job.hint or DriveHint(how="inferred")
    init = dict(hint.init or {})
    call = inspect.signature(layer_class.call)
    first = next(name for name in call.parameters if name != "self")
    if hint.arguments is not None:
        arguments: dict[str, Any] = dict(hint.arguments)
    else:
        arguments = {first: hint.inputs or {"shape": [2, 8], "dtype": hint.dtype or "float32"}}
    found = Drive(how=hint.how, init=init, arguments=arguments, call=dict(hint.call or {}))
    result = attempt(_call_once, layer_class, found)
    if isinstance(result, Raised):
        return Drive(how=hint.how, init=init, arguments=arguments, furthest="none", raised=result)
    return found


def _call_once(layer_class: type, found: Drive) -> Any:
    from layergen.check.probes import structure
    from layergen.check.probes.values import realised

    layer = layer_class(**{name: realised(value) for name, value in found.init.items()})
    return layer(**structure.symbolic(found.arguments), **found.call)
