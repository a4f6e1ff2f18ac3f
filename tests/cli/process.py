"""`layergen` as a process of its own, as a user starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

SPEC = """\
layer: Gated
summary: A linear map, gated.
args:
  units: {type: int, min: 1}
  rate: 0.5
inputs:
  x: batch, ..., features
weights:
  kernel: {shape: "features, units", arg: kernel}
call: |
  y = tanh(x @ kernel) * rate
outputs:
  y: batch, ..., units
"""


def layergen(
    *arguments: str,
    cwd: Path,
    text: str | None = None,
    prepare: Callable[[], None] | None = None,
    **variables: str,
) -> subprocess.CompletedProcess[str]:
    """Runs a command with no terminal."""
    environment = {**os.environ, "COLUMNS": "80", **variables}
    environment["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(Path(__file__).parents[2]), environment.get("PYTHONPATH")])
    )
    options: dict[str, Any] = {"input": text} if text is not None else {"stdin": subprocess.DEVNULL}
    return subprocess.run(
        [sys.executable, "-m", "layergen", *arguments],
        capture_output=True, text=True, cwd=cwd, env=environment, preexec_fn=prepare, check=False, **options,
    )  # fmt: skip
