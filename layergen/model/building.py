"""Decides what `__init__` makes and what `build` does: sizes, checks, weights, sublayers, input_spec."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import replace

from layergen.model.draft import BUILD, CALL, INIT
from layergen.model.expressions import Expression, free_names, negated
from layergen.model.fixed_axes import AxesFixer
from layergen.model.layer import Assignment, Build, Check, in_message
from layergen.model.scope import words_in


class Builder(AxesFixer):
    """Writes `__init__`'s and `build`'s records."""

    def init_checks(self) -> tuple[Check, ...]:
        return self._conditions(INIT, self.scope.in_init())

    def _conditions(
        self, level: int, names: dict[str, str], before: Iterable[Check] = ()
    ) -> tuple[Check, ...]:
        """The checks before, and the conditions that can be asked at one level, each behind the sizes that it reads."""
        checks = list(before)
        for condition in self.made.require:
            if self.made.level(condition) == level:
                set_before = {item for check in checks for item in check.reads}
                sizes = self._size_assignments(level, names, self._sizes_read(condition.names))
                reads = tuple(item for item in sizes if item not in set_before)
                checks.append(replace(self._condition(condition, names), reads=reads))
        return tuple(checks)

    def _sizes_read(self, names: set[str]) -> set[str]:
        """These names, and those that the sizes among them are computed from."""
        read = set(names)
        for name in reversed(list(self.made.sizes)):
            if name in read:
                read |= self.made.sizes[name].names
        return read

    def _size_assignments(
        self, level: int, names: dict[str, str], wanted: set[str]
    ) -> list[Assignment]:
        return [
            Assignment(names[name], self.static(size.node, names))
            for name, size in self.made.sizes.items()
            if name in wanted and self.made.levels[name] == level
        ]

    def _condition(self, condition: Expression, names: dict[str, str]) -> Check:
        fails = self.static(negated(condition.node), names)
        values = [
            name for name in dict.fromkeys(_in_order(condition.node)) if name in self.made.levels
        ]
        shown = ", ".join(f"{name}={{{names[name]}}}" for name in values)
        return Check(fails, f"{in_message(_in_words(condition.node))}. Received: {shown}")

    def init_attributes(self, checks: Iterable[Check]) -> list[Assignment]:
        """Sizes that are known at once, but those that the checks have computed."""
        sizes = self._size_assignments(INIT, self.scope.in_init(), set(self.made.sizes))
        return _without_read(sizes, checks)

    def build(self) -> Build | None:
        """The `build` method, or None where there is nothing to build."""
        weights = tuple(self._weight(part) for part in self.parts.weights.values())
        sublayers = tuple(self.sublayer(part) for part in self.parts.layers.values())
        needed = self.numbers_used()
        conditions = self._conditions(BUILD, self.names, self._unknown_measured())
        assignments = _without_read(
            self._size_assignments(BUILD, self.names, self._sizes_wanted()), conditions
        ) + [
            Assignment(self.held(name), self.numpy(item))
            for name, item in self.made.constants.items()
        ]
        agreements = [*self._list_length(), *self._agreements()]
        if not (weights or sublayers or conditions or assignments or agreements):
            return None
        checks = [*self._unknown_sizes(needed), *agreements, *conditions]
        spec = self.input_spec(built=True)
        fragments = [
            *(item.shape for item in weights),
            *(option.source for item in weights for option in item.options),
            *(item.made for item in sublayers if item.made_in_build),
            *(item.source for item in assignments),
            *(item.fails_if + " ".join(re.findall(r"{[^}]*}", item.message)) for item in checks),
            *(size.source for item in checks for size in item.reads),
            *(item.build for item in sublayers),
            spec or "",
        ]
        words = words_in(" ".join(fragments))
        locals_ = tuple(
            Assignment(
                name,
                f"{self.scope.shapes[owner]}[{self._natural(self.made.inputs[owner].before, self.made.inputs[owner].behind, index)}]",
            )
            for name, (owner, index) in self.made.positions.items()
            if name in words
        )
        used_shapes = {
            owner
            for owner, shape in self.scope.shapes.items()
            if shape in words or any(item.source.startswith(shape + "[") for item in locals_)
        }
        unpacked = self.scope.unpacked(used_shapes)
        one = "," not in self.scope.shape_parameters
        end = f"super().build({self.scope.shape_parameters})" if one else "self.built = True"
        return Build(
            self.scope.shape_parameters,
            "\n".join(unpacked) or None,
            locals_,
            tuple(checks),
            tuple(assignments),
            weights,
            sublayers,
            spec,
            end,
        )

    def _unknown_sizes(self, needed: set[str]) -> list[Check]:
        """A size that arithmetic needs is asked for by name, not by `NoneType % int`."""
        ordered = [name for name in self.made.positions if name in needed]
        if not ordered:
            return []
        fails = f"{ordered[0]} is None" if len(ordered) == 1 else f"None in ({', '.join(ordered)})"
        axes = " and ".join(f"`{name}`" for name in ordered)
        noun = "axis" if len(ordered) == 1 else "axes"
        shapes = ", ".join(
            f"{shape}={{{shape}}}"
            for shape in dict.fromkeys(
                self.scope.shapes[self.made.positions[name][0]] for name in ordered
            )
        )
        return [Check(fails, f"The {noun} {axes} of the input must be defined. Received: {shapes}")]

    def _unknown_measured(self) -> list[Check]:
        """The same for a size that an expression picks among an input's axes."""
        return [
            Check(
                f"{self.names[name]} is None",
                f"The axis `{name}` of the input must be defined. Received: {shape}={{{shape}}}",
                tuple(self._size_assignments(BUILD, self.names, {name})),
            )
            for name, owner in self.measured_numbers().items()
            for shape in [self.scope.shapes[owner]]
        ]

    def _list_length(self) -> list[Check]:
        """A list of inputs whose length is an argument."""
        entry = next(iter(self.made.inputs.values()))
        if entry.spec.count is None or str(entry.spec.count) == "any":
            return []
        count = self.made.expression(entry.spec.count, ("inputs", entry.name, "count"))
        if count is None:
            return []
        wanted = self.static(count.node, self.names)
        message = f"Expected a list of `{ast.unparse(count.node)}` tensors. Received: {{len(input_shape)}}"
        return [Check(f"len(input_shape) != {wanted}", message)]

    def _agreements(self) -> list[Check]:
        """Axes that must be equal to others: of another input, or written twice."""
        checks = []
        for owner, index, _, term in self.made.equalities:
            level = self._level(term)
            covered = (
                level == INIT
                and self.scope.style in ("single", "list")
                or level == INIT
                and owner == next(iter(self.made.inputs))
            )
            unseen = level == CALL or index == 0 or self.made.is_state(owner)
            if unseen or (covered and not self.scope.several):
                continue
            entry = self.made.inputs[owner]
            shape = self.scope.shapes[owner]
            mine = f"{shape}[{self._natural(entry.before, entry.behind, index)}]"
            known = (
                level == INIT
                or free_names(term) <= self.fixed_axes() | self.scope.made.spec.args.keys()
            )
            theirs = self.static(term, self.names) if known else self.printer._term(term)
            fails = (
                f"{mine} not in (None, {theirs})"
                if known
                else f"None not in ({mine}, {theirs}) and {mine} != {theirs}"
            )
            if entry.spec.optional:
                fails = f"{shape} is not None and {fails}"
            shapes = list(
                dict.fromkeys(
                    [
                        shape,
                        *(
                            self.scope.shapes[self.made.positions[name][0]]
                            for name in free_names(term) & self.made.positions.keys()
                        ),
                    ]
                )
            )
            shown = ", ".join(f"{item}={{{item}}}" for item in shapes)
            what = f"`{ast.unparse(term)}`"
            checks.append(
                Check(
                    fails,
                    f"Axis {index} of `{owner}` must be {in_message(what)}. Received: {shown}",
                )
            )
        return checks


def _without_read(sizes: list[Assignment], checks: Iterable[Check]) -> list[Assignment]:
    computed = {item for check in checks for item in check.reads}
    return [item for item in sizes if item not in computed]


def _in_order(node: ast.expr) -> list[str]:
    found = [item for item in ast.walk(node) if isinstance(item, ast.Name)]
    return [item.id for item in sorted(found, key=lambda item: (item.lineno, item.col_offset))]


def _in_words(node: ast.expr) -> str:
    """The start of a message that says a condition."""
    match node:
        case ast.Compare(
            left=ast.BinOp(left=left, op=ast.Mod(), right=right),
            ops=[ast.Eq()],
            comparators=[ast.Constant(value=0)],
        ):
            by = (
                ast.unparse(right) if isinstance(right, ast.Constant) else f"`{ast.unparse(right)}`"
            )
            return f"`{ast.unparse(left)}` must be divisible by {by}"
    return f"`{ast.unparse(node)}` must hold"
