"""`pytest --layergen PATH`: a test for each layer and rule. Nothing of layergen is imported unless the option is given."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("layergen", "conformance of Keras layers")
    group.addoption(
        "--layergen",
        action="store_true",
        help="collect a test for each Keras layer and rule in the files and folders named",
    )
    group.addoption(
        "--layergen-backend",
        action="append",
        default=[],
        metavar="NAME",
        help="check on this backend only; may be repeated (default: all installed)",
    )
    group.addoption(
        "--layergen-strict", action="store_true", help="warnings of layergen fail as well"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--layergen"):
        from layergen.check.pytest_items import Collecting

        config.pluginmanager.register(Collecting(config), "layergen-collecting")
