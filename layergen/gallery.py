"""The gallery: the specs under `examples/`, by name."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from layergen import resources
from layergen.errors import LayergenError
from layergen.spec.suggest import did_you_mean


@dataclass(frozen=True)
class Entry:
    """One spec of the gallery."""

    name: str
    summary: str
    reference: str

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


def paths() -> list[Path]:
    """Every spec file, by name."""
    return sorted(resources.folder("examples").glob("*.yaml"))


def entries() -> list[Entry]:
    """What each spec says of itself, read off its first lines: no YAML is parsed for a list."""
    found = []
    for path in paths():
        lines = path.read_text(encoding="utf-8").splitlines()
        said = {
            key: value.strip().strip("\"'")
            for key, _, value in (line.partition(":") for line in lines if line[:1].isalpha())
        }
        found.append(Entry(path.stem, said.get("summary", ""), said.get("reference", "")))
    return found


def find_spec(name: str) -> Path:
    """The file of a spec, by its name in the gallery or by its path.

    Raises:
        LayergenError: There is none of that name.
    """
    if name.endswith((".yaml", ".yml")) and Path(name).is_file():
        return Path(name)
    known = {path.stem: path for path in paths()}
    wanted = name.removesuffix(".yaml").replace("-", "_")
    if wanted not in known:
        near = did_you_mean(wanted, known)
        raise LayergenError(
            f"the gallery has no {name!r}{near}\n  `layergen gallery` lists the {len(known)} there are"
        )
    return known[wanted]
