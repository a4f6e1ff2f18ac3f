"""`[tool.layergen]` of the pyproject.toml nearest to a target: the same keys as the flags, and tables for single classes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from layergen.check.job import DriveHint
from layergen.check.silence import Declared
from layergen.check.structures import structure
from layergen.errors import LayergenError

KEYS: dict[str, type | tuple[type, ...]] = {
    "backend": (str, list),
    "select": (str, list),
    "ignore": (str, list, dict),
    "strict": bool,
    "jobs": int,
    "timeout": (int, float),
    "cache": bool,
    "dtype": str,
    "layers": dict,
}
LAYER_KEYS: dict[str, type | tuple[type, ...]] = {
    "init": dict,
    "input": (str, list, dict),
    "arguments": dict,
    "call": dict,
    "dtype": str,
    "ignore": dict,
    "expected-failures": dict,
}


@dataclass(frozen=True)
class Settings:
    """What a project has decided once, for every check of it."""

    path: Path | None = None
    options: Mapping[str, Any] = field(default_factory=dict)  # arguments of `check`
    hints: Mapping[str, DriveHint] = field(default_factory=dict)
    declared: Declared = field(default_factory=Declared)


def settings_for(target: str | Path) -> Settings:
    """The settings of the project that a target stands in."""
    path = _nearest(Path(str(target).partition("::")[0]))
    if path is None:
        return Settings()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}).get("layergen", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LayergenError(f"{path}: {error}") from None
    _known(path, "tool.layergen", table, KEYS)
    layers = table.get("layers", {})
    for name, entry in layers.items():
        if not isinstance(entry, dict):
            raise LayergenError(
                f"{path}: tool.layergen.layers.{name}: expected a table, received {entry!r}"
            )
        _known(path, f"tool.layergen.layers.{name}", entry, LAYER_KEYS)
    return Settings(
        path=path,
        options=_options(table),
        hints={name: hint for name, entry in layers.items() if not (hint := _hint(entry)).empty},
        declared=Declared(
            table["ignore"] if isinstance(table.get("ignore"), dict) else {},
            {},
            {name: _declared(entry) for name, entry in layers.items()},
        ),
    )


def _nearest(target: Path) -> Path | None:
    """The pyproject.toml in the target's folder or above that has a table for layergen, or the nearest one without."""
    target = target.resolve()
    for folder in [target, *target.parents] if target.is_dir() else target.parents:
        path = folder / "pyproject.toml"
        if path.is_file():
            return path
    return None


def _known(path: Path, where: str, table: Mapping[str, Any], keys: Mapping[str, Any]) -> None:
    for key, value in table.items():
        if key not in keys:
            close = get_close_matches(key, keys, 1)
            meant = f", did you mean {close[0]!r}?" if close else ""
            allowed = ", ".join(keys)
            raise LayergenError(
                f"{path}: {where}: unknown key {key!r}{meant}\n  known are: {allowed}"
            )
        kinds = keys[key] if isinstance(keys[key], tuple) else (keys[key],)
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            wanted = " or ".join(kind.__name__ for kind in kinds)
            raise LayergenError(f"{path}: {where}.{key}: expected {wanted}, received {value!r}")


def _options(table: Mapping[str, Any]) -> dict[str, Any]:
    """The keys that `check` takes, under its names."""
    options: dict[str, Any] = {
        key: table[key] for key in ("strict", "jobs", "timeout", "cache", "dtype") if key in table
    }
    for key, name in (("backend", "backends"), ("select", "select"), ("ignore", "ignore")):
        if key in table and not isinstance(table[key], dict):
            options[name] = [table[key]] if isinstance(table[key], str) else list(table[key])
    return options


def _hint(entry: Mapping[str, Any]) -> DriveHint:
    return DriveHint(
        how="pyproject",
        init=entry.get("init"),
        inputs=structure(entry["input"]) if "input" in entry else None,
        arguments=(
            {k: structure(v) for k, v in entry["arguments"].items()}
            if "arguments" in entry
            else None
        ),
        call=entry.get("call"),
        dtype=entry.get("dtype"),
    )


def _declared(entry: Mapping[str, Any]) -> Declared:
    return Declared(entry.get("ignore", {}), entry.get("expected-failures", {}))
