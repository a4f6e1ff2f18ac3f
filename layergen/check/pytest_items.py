"""What `pytest --layergen` collects: files with layers, the layers in them, and a test for each rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from layergen.check import check
from layergen.check.choose import chosen_codes
from layergen.check.find import classes_in
from layergen.check.registry import registered_rules
from layergen.check.result import Report
from layergen.check.settings import Settings, settings_for
from layergen.testing import judge_outcome

Place = tuple[Path, str]  # a file and a class in it


class Collecting:
    """The hooks that are registered when the option is given."""

    def __init__(self, config: pytest.Config) -> None:
        self.reports: dict[Place, Report] = {}

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> Any:
        if file_path.suffix == ".py" and _holds_layers(file_path):
            return LayerFile.from_parent(parent, path=file_path)
        return None

    @pytest.hookimpl(tryfirst=True)
    def pytest_pycollect_makemodule(self, module_path: Path, parent: pytest.Collector) -> Any:
        """A file of layers that is named on the command line is no test module: pytest is not to import it."""
        patterns = parent.config.getini("python_files")
        is_test = any(module_path.match(pattern) for pattern in patterns)
        if not is_test and _holds_layers(module_path):
            return Passed.from_parent(parent, path=module_path, name=module_path.name)
        return None

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: Any) -> Any:
        """Under pytest-xdist all tests of a layer go to one worker, by themselves where nothing else is asked."""
        if config.getvalue("dist") not in ("load", "loadgroup"):
            return None
        from layergen.check.pytest_spread import ByLayer

        return ByLayer(config, log)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            if isinstance(item, RuleItem):
                item.reports = self.reports


class Passed(pytest.Module):
    """A module with no tests in it."""

    def collect(self) -> Iterable[pytest.Item]:
        return []


class LayerFile(pytest.File):
    """A file with layers."""

    def collect(self) -> Iterable[pytest.Collector]:
        for target in classes_in(self.path):
            if target.skipped is None:
                yield LayerNode.from_parent(self, name=target.class_name)


class LayerNode(pytest.Collector):
    """One layer; its tests share one run of the checker."""

    def collect(self) -> Iterable[pytest.Item]:
        options = _settings(self.path.parent).options
        select, ignore = (chosen_codes(options.get(name, ())) for name in ("select", "ignore"))
        for entry in registered_rules():
            code = entry.rule.code
            if (not select or code.startswith(select)) and not (ignore and code.startswith(ignore)):
                name = f"{code}-{entry.rule.name}"
                yield RuleItem.from_parent(self, name=name, code=code)


class RuleItem(pytest.Item):
    """One rule on one layer."""

    reports: dict[Place, Report]

    def __init__(self, *, code: str, **options: Any) -> None:
        super().__init__(**options)
        self.code = code

    def runtest(self) -> None:
        settings = _settings(self.path.parent)
        strict = self.config.getoption("--layergen-strict") or settings.options.get("strict", False)
        judge_outcome(self.report(settings), self.code, strict)

    def report(self, settings: Settings) -> Report:
        """The report on the layer: one run of the checker in each process serves all its tests."""
        mine = (self.path.resolve(), self.parent.name)
        if mine not in self.reports:
            options = {**settings.options, "select": (), "ignore": ()}
            options["backends"] = self.config.getoption("--layergen-backend") or options.get(
                "backends"
            )
            targets = [f"{path}::{name}" for path, name in self._together(settings)]
            whole = check(targets, hints=settings.hints, declared=settings.declared, **options)
            for layer in whole.layers:
                key = (Path(layer.file).resolve(), layer.class_name)
                self.reports[key] = replace(whole, layers=(layer,))
        return self.reports[mine]

    def _together(self, settings: Settings) -> list[Place]:
        """The layers to check with this one: all that are left to do, for then they run in parallel.

        Under pytest-xdist a worker does not know which layers it will be given, and takes them one by one.
        """
        mine = (self.path.resolve(), self.parent.name)
        if hasattr(self.config, "workerinput"):
            return [mine]
        places = {
            (item.path.resolve(), item.parent.name): None
            for item in self.session.items
            if isinstance(item, RuleItem) and _settings(item.path.parent).path == settings.path
        }
        return [place for place in places if place not in self.reports]

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.parent.name} {self.name}"


@cache
def _settings(folder: Path) -> Settings:
    return settings_for(folder)


@cache
def _holds_layers(path: Path) -> bool:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return "Layer" in text and any(target.skipped is None for target in classes_in(path))
    except (OSError, SyntaxError, ValueError):
        return False
