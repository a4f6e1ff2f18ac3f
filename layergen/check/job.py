"""What is asked of one child process, and the hints with which a layer is driven."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from layergen.check.locate import Place


@dataclass(frozen=True)
class DriveHint:
    """What is known of a layer beforehand; None is unknown, and is found out.

    A structure is `{"shape": [2, 8], "dtype": "float32"}`, nested in lists and dicts as the layer takes it.
    `inputs` is what the first argument of `call` takes; `arguments` names a structure for each tensor argument instead.
    Constructor values that are no plain JSON: see `check/probes/values.py` (`{"$layer": "Dense", "units": 8}`, ...).
    """

    how: str = "flags"  # spec, flags, pyproject
    init: dict[str, Any] | None = None
    inputs: Any = None
    arguments: dict[str, Any] | None = None
    call: dict[str, Any] | None = None
    dtype: str | None = None  # of the inputs that are not described otherwise

    @property
    def empty(self) -> bool:
        return (self.init, self.inputs, self.arguments, self.call, self.dtype) == (None,) * 5


@dataclass(frozen=True)
class Job:
    """One layer on one backend in one child: written to a file by the parent, read by the child."""

    place: Place
    class_name: str
    line: int
    end_line: int
    evidence: str  # file that the child appends to
    output: str  # file for what the layer prints
    crash: str  # file for Python's stack at a crash or a hang
    folder: str  # scratch folder
    timeout: float
    hint: DriveHint | None = None
    drive: Any = None  # a drive that an earlier child of the same run found
    done: dict[str, Any] = field(
        default_factory=dict
    )  # probes not to run again, with their records
    probes: tuple[str, ...] = ()  # only these; all where empty
