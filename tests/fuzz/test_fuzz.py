"""Specs made by Hypothesis: what is accepted gives a layer that keeps its promises, what is refused is a SpecError.

LAYERGEN_FUZZ=2000 makes as many of each.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import black
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from layergen.generated import Generated, document_of, generate_files
from layergen.render.source import render as _render  # noqa: F401 - black is imported once
from layergen.spec.problems import SpecError
from tests.fuzz.specs import broken, specs

WIDE = int(os.environ.get("LAYERGEN_FUZZ", "0"))
# Examples are kept between runs of one machine only where one asks for it.
PROFILE = {
    "deadline": None,
    "database": None,
    "suppress_health_check": list(HealthCheck),
    "phases": (
        [Phase.explicit, Phase.generate, Phase.shrink] if WIDE else [Phase.explicit, Phase.generate]
    ),
}


def class_of(made: Generated, tmp: str = "made") -> Any:
    space: dict[str, Any] = {"__name__": f"layergen_{tmp}"}
    exec(compile(made.layer, f"{made.module}.py", "exec"), space)  # noqa: S102
    return space[made.class_name]


def arrays(spec: Any, batch: int) -> Any:
    import numpy as np

    if isinstance(spec, list):
        return [arrays(item, batch) for item in spec]
    if "shape" not in spec or not isinstance(spec["shape"], list):
        return {name: arrays(item, batch) for name, item in spec.items()}
    shape = (batch, *spec["shape"][1:])
    random = np.random.default_rng(0)
    if spec["dtype"].startswith("int"):
        return random.integers(0, 2, shape).astype(spec["dtype"])
    return random.normal(size=shape).astype(spec["dtype"])


def shapes_of(values: Any) -> Any:
    import keras

    return keras.tree.map_structure(lambda value: tuple(value.shape), values)


def assert_keeps_its_promises(made: Generated) -> None:
    """Built, called at two sizes, promised shapes, unknown sizes, config."""
    import keras

    layer = class_of(made)(**made.init)
    for batch in (2, 3):
        inputs = arrays(made.inputs, batch)
        result = layer(**inputs) if made.separate else layer(inputs)
        shapes = shapes_of(inputs)
        given = (
            {f"{name}_shape": shape for name, shape in shapes.items()} if made.separate else shapes
        )
        promised = (
            layer.compute_output_shape(**given)
            if made.separate
            else layer.compute_output_shape(given)
        )
        assert keras.tree.map_shape_structure(tuple, promised) == shapes_of(result), made.layer
        unknown = keras.tree.map_shape_structure(lambda shape: (None,) * len(shape), given)
        told = (
            layer.compute_output_shape(**unknown)
            if made.separate
            else layer.compute_output_shape(unknown)
        )
        for shape, whole in zip(_flat(told), _flat(promised), strict=True):
            assert len(shape) == len(whole)
            assert all(
                size in (None, real) for size, real in zip(shape, whole, strict=True)
            ), made.layer
    config = json.loads(json.dumps(layer.get_config()))
    assert json.loads(json.dumps(type(layer).from_config(config).get_config())) == config


def _flat(shapes: Any) -> list[tuple[Any, ...]]:
    import keras

    found: list[tuple[Any, ...]] = []
    keras.tree.map_shape_structure(lambda shape: found.append(tuple(shape)), shapes)
    return found


ACCEPTED: list[str] = []
REFUSED: list[str] = []


@settings(max_examples=WIDE or 25, derandomize=not WIDE, **PROFILE)
@given(data=specs())
def test_right_specs_give_right_layers(data: dict[str, Any]) -> None:
    try:
        made = generate_files(document_of(data), "from a fuzz test")
    except SpecError as error:
        REFUSED.append(f"{data}\n{error}")
        return
    ACCEPTED.append(made.layer)
    for source in (made.layer, made.test):
        ast.parse(source)
    mode = black.Mode(target_versions={black.TargetVersion.PY311}, line_length=80)
    assert black.format_str(made.layer, mode=mode) == made.layer
    assert_keeps_its_promises(made)


def test_most_of_them_were_accepted() -> None:
    if not ACCEPTED and not REFUSED:
        pytest.skip("needs the specs of test_right_specs_give_right_layers, which did not run")
    assert len(REFUSED) <= 0.05 * len(ACCEPTED), REFUSED[:3]


def test_they_are_clean_under_ruff(tmp_path: Path) -> None:
    if not ACCEPTED:
        pytest.skip("needs the specs of test_right_specs_give_right_layers, which did not run")
    for index, source in enumerate(ACCEPTED):
        (tmp_path / f"layer_{index}.py").write_text(source, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--no-cache",
        "--output-format",
        "concise",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@settings(max_examples=WIDE or 150, derandomize=not WIDE, **PROFILE)
@given(data=broken())
def test_whatever_is_refused_is_told(data: Any) -> None:
    formatted, black.format_str = black.format_str, lambda text, mode: text
    try:
        made = generate_files(document_of(data), "from a fuzz test")
        ast.parse(made.layer)
        ast.parse(made.test)
    except SpecError as error:
        assert str(error)
    finally:
        black.format_str = formatted
