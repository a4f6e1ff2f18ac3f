"""Which axes are fixed once the layer is built, and the `input_spec` that says so."""

from __future__ import annotations

import ast

from layergen.model.draft import BUILD, INIT
from layergen.model.expressions import Expression, free_names
from layergen.model.making import Maker


class AxesFixer(Maker):
    """What `build` has to know of the inputs, and what Keras then holds them to."""

    def numbers_used(self) -> set[str]:
        """Axes whose value arithmetic in `build` needs: they must not be None."""
        return {name for name in self._read_as_numbers() if name in self.made.positions}

    def measured_numbers(self) -> dict[str, str]:
        """Sizes that arithmetic needs and that are an axis which an expression picks → the input."""
        read = self._read_as_numbers()
        found = {name: _measured(size) for name, size in self.made.sizes.items() if name in read}
        return {name: place[0] for name, place in found.items() if place is not None}

    def _read_as_numbers(self) -> set[str]:
        nodes = [item.node for item in self.made.require if self.made.level(item) == BUILD]
        wanted = self._sizes_wanted()
        nodes += [
            size.node
            for name, size in self.made.sizes.items()
            if self.made.levels[name] == BUILD and name in wanted
        ]
        nodes += [item.node for item in self.made.constants.values()]
        for part in self.parts.weights.values():
            nodes += [
                made.expression.node
                for made in (part.initializer, part.regularizer, part.constraint)
                if made and made.expression
            ]
            nodes += [item.node for item in (part.when, part.count) if item is not None]
            assert isinstance(part.shape.node, ast.Tuple | ast.IfExp)
            nodes += [
                term
                for term in getattr(part.shape.node, "elts", [part.shape.node])
                if not isinstance(term, ast.Name)
            ]
        for layer in self.parts.layers.values():
            nodes += [value.node for _, value in layer.arguments]
            nodes += [item.node for item in (layer.when, layer.count) if item is not None]
        names = set().union(*(free_names(node) for node in nodes)) if nodes else set()
        return {name for name in names if self.made.levels.get(name) == BUILD}

    def fixed_axes(self) -> set[str]:
        """Axes whose size is the same for ever once the layer is built."""
        names = self.numbers_used()
        for part in self.parts.weights.values():
            names |= free_names(part.shape.node) & self.made.positions.keys()
            for name in free_names(part.shape.node) & self.made.sizes.keys():
                names |= free_names(self.made.sizes[name].node) & self.made.positions.keys()
        return names - self.made.optional_axes

    def open_sizes(self, fixed: set[str]) -> set[str]:
        """Sizes of axes that nothing fixes, and that nothing in `build` reads."""
        sizes, wanted = self.made.sizes, self._sizes_wanted()
        found: set[str] = set()
        for name, size in sizes.items():
            axes = size.names & self.made.positions.keys() - fixed
            if name not in wanted and (axes or size.names & found or _measured(size)):
                found.add(name)
        return {name for name in found if self.made.levels[name] == BUILD}

    def input_spec(self, built: bool) -> str | None:
        """`input_spec`: ranks and constant axes in `__init__`, the axes that weights fix in `build`."""
        scope = self.scope
        in_one = scope.style in ("list", "dict")
        if scope.several or (
            in_one and any(entry.spec.optional for entry in self.made.inputs.values())
        ):
            return None
        fixed = self.fixed_axes() if built else set()
        names = self.names if built else self.scope.in_init()
        entries = list(self.made.inputs.values())
        if scope.style in ("arguments", "cell"):
            entries = entries[:1]
        specs = [self._one_spec(entry.name, fixed, names, built) for entry in entries]
        if all(not options for options, _ in specs) or (
            built and not any(axes for _, axes in specs)
        ):
            return None
        if scope.style == "dict":  # Keras finds each input by the name of its spec
            options = [
                ", ".join(filter(None, [said, f'name="{entry.name}"']))
                for entry, (said, _) in zip(entries, specs, strict=True)
            ]
        else:
            options = [said for said, _ in specs]
        written = [f"keras.layers.InputSpec({said})" for said in options]
        return f"[{', '.join(written)}]" if in_one else written[0]

    def _one_spec(
        self, name: str, fixed: set[str], names: dict[str, str], built: bool
    ) -> tuple[str, bool]:
        entry = self.made.inputs[name]
        rank = entry.before if entry.behind is None else entry.least_ndim
        options = (
            [f"ndim={rank}" if entry.behind is None else f"min_ndim={rank}"]
            if entry.behind is None or rank > 1
            else []
        )
        axes = []
        for axis, (owner, index) in self.made.positions.items():
            if owner == name and axis in fixed:
                axes.append((self._natural(entry.before, entry.behind, index), axis))
        for owner, index, _, term in self.made.equalities:
            if owner == name and self._level(term) == INIT:
                axes.append(
                    (self._natural(entry.before, entry.behind, index), self.static(term, names))
                )
        measured = self._axes_measured(name) if built else []
        axes += measured
        if axes:
            options.append("axes={" + ", ".join(f"{index}: {size}" for index, size in axes) + "}")
        return ", ".join(options), bool(measured) or any(axis in fixed for _, axis in axes)

    def _axes_measured(self, name: str) -> list[tuple[str, str]]:
        """Axes that weights are sized by through `size: x.shape[axis]`, and what build calls that size."""
        found = []
        read = set().union(*(free_names(part.shape.node) for part in self.parts.weights.values()))
        for size, expression in self.made.sizes.items():
            owner, index = _measured(expression) or ("", None)
            if index is not None and owner == name and size in read:
                found.append((self.static(index, self.names), self.names[size]))
        return found

    def _natural(self, before: int, behind: int | None, index: int) -> int:
        """The last axis is -1, as Keras writes it."""
        return -1 if behind is None and index == before - 1 and before > 1 else index

    def _level(self, node: ast.expr) -> int:
        return self.made.level(Expression((), "", node))

    def _sizes_wanted(self) -> set[str]:
        """What `call` and `build` read; a size that only an output's shape reads is not needed to build."""
        wanted = set(self.kept)
        for part in self.parts.weights.values():
            wanted |= free_names(part.shape.node) | (
                free_names(part.initializer.expression.node)
                if part.initializer.expression
                else set()
            )
            wanted |= set().union(
                *(free_names(item.node) for item in (part.when, part.count) if item)
            )
        for layer in self.parts.layers.values():
            wanted |= set().union(
                *(free_names(item.node) for _, item in (*layer.arguments, *layer.shapes)),
                *(free_names(item.node) for item in (layer.when, layer.count) if item),
            )
        for item in (*self.made.constants.values(), *self.made.require):
            wanted |= free_names(item.node)
        return self._sizes_read(wanted)


def _measured(size: Expression) -> tuple[str, ast.expr] | None:
    """The input and the axis of `x.shape[axis]`."""
    match size.node:
        case ast.Subscript(
            value=ast.Attribute(value=ast.Name(id=owner), attr="shape"), slice=ast.expr() as index
        ) if not isinstance(index, ast.Slice):
            return owner, index
    return None
