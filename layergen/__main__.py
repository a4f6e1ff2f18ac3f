"""`python -m layergen` is `layergen`."""

from __future__ import annotations

import gc


def main() -> None:
    gc.disable()  # a tenth of a short run, spent while modules are imported; the check, which may be long, turns it on again
    from layergen.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
