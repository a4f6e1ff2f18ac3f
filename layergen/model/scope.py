"""What each name of a spec is called in each method of the class."""

from __future__ import annotations

import re
from collections.abc import Mapping

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

    @property
    def left_out(self) -> list[str]:
        """The inputs, in a list of them, that may be left out: its last."""
        inputs = self.made.spec.inputs
        return [name for name in inputs if self.style == "list" and inputs[name].optional]

    def from_list(self, held: str, targets: Mapping[str, str]) -> tuple[str, str]:
        """Both sides of an assignment that takes a list apart; what has no target is `_`, what was left out None."""
        inputs = self.made.spec.inputs
        left = ", ".join(targets.get(name, "_") for name in inputs) + "," * (len(inputs) == 1)
        if not self.left_out:
            return left, held
        return left, f"(*{held}, {', '.join('None' for _ in self.left_out)})[:{len(inputs)}]"

    def apart(self, held: str, targets: Mapping[str, str]) -> list[str]:
        """Statements that take a list or a dict of what each input has apart: input → the variable for it."""
        inputs = self.made.spec.inputs
        if self.style == "list" and targets:
            return [" = ".join(self.from_list(held, targets))]
        if self.style != "dict":
            return []
        items = {
            name: f'{held}.get("{name}")' if entry.optional else f'{held}["{name}"]'
            for name, entry in inputs.items()
        }
        # What is called as the whole is taken out last.
        named = sorted(filter(targets.__contains__, inputs), key=lambda name: targets[name] == held)
        return [f"{targets[name]} = {items[name]}" for name in named]

    def unpacked(self, used: set[str]) -> list[str]:
        """Statements that take `input_shape` apart, for the inputs whose shapes are used."""
        wanted = self.shapes.keys() & used
        return self.apart("input_shape", {name: self.shapes[name] for name in wanted})

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
