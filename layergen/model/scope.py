"""What each name of a spec is called in each method of the class."""

from __future__ import annotations

import re

from layergen.model.draft import BUILD, INIT, Draft
from layergen.model.names import attribute
from layergen.model.shapes import ShapePrinter


def words_in(text: str) -> set[str]:
    """The free-standing names in fragments of source, attributes left out."""
    return set(re.findall(r"(?<![\w.])[A-Za-z_]\w*", text))


class Scope:
    """Names of the methods' variables, by the way in which the inputs arrive.

    Args:
        made: The declarations.
        call_text: The call block, to keep clear of its own names.
    """

    def __init__(self, made: Draft, call_text: str) -> None:
        self.made = made
        spec = made.spec
        count = len(made.inputs)
        self.style = spec.inputs_as or ("single" if count == 1 else "arguments")
        if spec.cell is not None:
            self.style = "cell"
        self.several = any(entry.count is not None for entry in spec.inputs.values())
        names = list(spec.inputs)
        # Keras calls the first argument `inputs`; a local of that name in the call block keeps ours.
        renamed = self.style in ("single", "cell") and "inputs" not in [
            *names,
            *words_in(call_text),
        ]
        self.arguments = {name: name for name in names}
        if renamed:
            self.arguments[names[0]] = "inputs"
        if self.style == "cell":
            # `build` of a cell is given the shape of one step; the states' shapes are its own.
            self.shapes = {names[0]: "input_shape"}
        elif self.style == "single":
            self.shapes = {
                name: "input_shape[0]" if self.several else "input_shape" for name in names
            }
        else:
            self.shapes = {name: f"{name}_shape" for name in names}

    @property
    def shape_parameters(self) -> str:
        """Parameters of `build` and `compute_output_shape` behind `self`."""
        if self.style != "arguments":
            return "input_shape"
        return ", ".join(
            f"{name}_shape=None" if entry.optional else f"{name}_shape"
            for name, entry in self.made.spec.inputs.items()
        )

    def padded(self, held: str) -> str:
        """What holds one item for each input of a list, with None for those that were left out."""
        inputs = self.made.spec.inputs.values()
        optional = [entry for entry in inputs if entry.optional]
        return (
            f"(*{held}, {', '.join('None' for _ in optional)})[:{len(inputs)}]"
            if optional
            else held
        )

    def unpacked(self, used: set[str]) -> list[str]:
        """Statements that take `input_shape` apart, for the inputs whose shapes are used."""
        names = [name for name in self.made.spec.inputs]
        if self.style == "list" and used:
            return [
                f"{', '.join(self.shapes[name] if name in used else '_' for name in names)} = {self.padded('input_shape')}"
            ]
        if self.style == "dict":
            get = {
                name: f'.get("{name}")' if self.made.spec.inputs[name].optional else f'["{name}"]'
                for name in names
            }
            return [
                f"{self.shapes[name]} = input_shape{get[name]}" for name in names if name in used
            ]
        return []

    def in_init(self) -> dict[str, str]:
        """args are the parameters themselves, where they are kept as they came."""
        spec = self.made.spec
        objects = ("activation", "initializer", "regularizer", "constraint", "dtype")
        names = {
            name: f"self.{name}" if arg.type in objects else name for name, arg in spec.args.items()
        }
        return names | {
            name: f"self.{attribute(name, 'sizes')}"
            for name in self.made.sizes
            if self.made.levels[name] == INIT
        }

    def in_method(self, kept: frozenset[str] = frozenset()) -> dict[str, str]:
        """args and early sizes are attributes; axes and later sizes are locals, unless `kept` as attributes."""
        names = {name: f"self.{name}" for name in self.made.spec.args}
        for name in self.made.sizes:
            held = self.made.levels[name] == INIT or (
                self.made.levels[name] == BUILD and name in kept
            )
            names[name] = f"self.{attribute(name, 'sizes')}" if held else name
        return names | {name: name for name in self.made.positions}

    def printer(
        self, names: dict[str, str], may_be_none: set[str], local: set[str]
    ) -> ShapePrinter:
        ranks = {
            name: (entry.before, entry.behind)
            for name, entry in self.made.inputs.items()
            if name in self.shapes
        }
        return ShapePrinter(
            self.made.positions, ranks, self.shapes, names, frozenset(may_be_none), frozenset(local)
        )
