"""layergen writes custom Keras layers and proves layers right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from layergen.check import check as check
    from layergen.check.result import Report as Report
    from layergen.errors import LayergenError as LayergenError
    from layergen.generated import generate as generate

__version__ = "0.1.0"
__all__ = ["LayergenError", "Report", "__version__", "check", "generate"]

# Public name → where it lives; read when it is first asked for, so that `import layergen` costs nothing.
# `layergen.check` is a package and can be called: see its end.
PUBLIC = {
    "LayergenError": ("layergen.errors", "LayergenError"),
    "Report": ("layergen.check.result", "Report"),
    "check": ("layergen.check", None),
    "generate": ("layergen.generated", "generate"),
}


def __getattr__(name: str) -> Any:
    if name not in PUBLIC:
        raise AttributeError(f"module 'layergen' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = PUBLIC[name]
    found = import_module(module)
    return found if attribute is None else getattr(found, attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *PUBLIC})
