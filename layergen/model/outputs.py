"""Decides the shapes, dtypes and structure of what comes out: compute_output_shape, compute_output_spec, compute_mask."""

from __future__ import annotations

import ast

from layergen.model.draft import INIT
from layergen.model.expressions import Rename, free_names, source
from layergen.model.layer import Method
from layergen.model.output_parts import OutputPart
from layergen.model.scope import Scope, words_in
from layergen.model.shapes import is_ellipsis


class OutputWriter:
    """Writes the methods that say what comes out."""

    def __init__(self, scope: Scope, parts: dict[str, OutputPart], call_parameters: str) -> None:
        self.scope, self.made, self.parts = scope, scope.made, parts
        self.call_parameters = call_parameters
        self.style = scope.made.spec.outputs_as or (
            "single" if len(scope.made.spec.outputs) == 1 else "tuple"
        )
        self.uses_math = False

    def structure(self, values: list[str]) -> str:
        """Values in the structure in which the outputs leave."""
        if self.scope.style == "cell":
            return f"{values[0]}, [{', '.join(values[1:])}]"
        if self.style == "single":
            return values[0]
        if self.style == "dict":
            return (
                "{"
                + ", ".join(
                    f'"{name}": {value}' for name, value in zip(self.parts, values, strict=True)
                )
                + "}"
            )
        inside = ", ".join(values)
        return (
            f"[{inside}]"
            if self.style == "list"
            else f"({inside}{',' if len(values) == 1 else ''})"
        )

    def listed(self, part: OutputPart, text: str, kept: frozenset[str] = frozenset()) -> str:
        """What is said of each tensor of an output, said of the output; `kept` are sizes that are attributes."""
        if part.count is None:
            return text
        count = self._static(part.count.node, self.scope.in_method(kept))
        if "index" in words_in(text):
            return f"[{text} for index in range({count})]"
        return f"[{text}] * {count}"

    def statements(self, values: list[str]) -> list[str]:
        """Return statements; outputs with a condition are appended one by one."""
        conditions = [part.when for part in self.parts.values()]
        if any(conditions) and self.style == "dict":
            return self._dict_statements(values)
        if not any(conditions) or self.style == "single":
            bare = self.style == "tuple" and len(values) > 1 and self.scope.style != "cell"
            return [f"return {', '.join(values) if bare else self.structure(values)}"]
        always = [value for value, when in zip(values, conditions, strict=True) if when is None]
        names = self.scope.in_method()
        tests = [
            (value, self._static(when.node, names))
            for value, when in zip(values, conditions, strict=True)
            if when is not None
        ]
        if len(tests) == 1 and conditions[-1] is not None:
            value, test = tests[0]
            both, fewer = ", ".join([*always, value]), ", ".join(always)
            if self.style == "list":
                both, fewer = f"[{both}]", fewer if len(always) == 1 else f"[{fewer}]"
            return [f"if {test}:", f"    return {both}", f"return {fewer}"]
        lines = [f"outputs = [{', '.join(always)}]"]
        for value, test in tests:
            lines += [f"if {test}:", f"    outputs.append({value})"]
        return [*lines, "return outputs" if self.style == "list" else "return tuple(outputs)"]

    def _dict_statements(self, values: list[str]) -> list[str]:
        names = self.scope.in_method()
        parts = list(zip(self.parts.values(), values, strict=True))
        always = ", ".join(f'"{part.name}": {text}' for part, text in parts if part.when is None)
        lines = [f"outputs = {{{always}}}"]
        for part, text in parts:
            if part.when is not None:
                lines += [
                    f"if {self._static(part.when.node, names)}:",
                    f'    outputs["{part.name}"] = {text}',
                ]
        return [*lines, "return outputs"]

    def _static(self, node: ast.expr, names: dict[str, str]) -> str:
        renaming = Rename(names, self.scope.shapes)
        text = source(renaming.visit(ast.parse(ast.unparse(node), mode="eval").body))
        self.uses_math |= renaming.uses_math
        return text

    def output_shape(self) -> Method:
        """`compute_output_shape`: None where an input has None, and never an error for it."""
        names = self.scope.in_method()
        unsure = set(self.made.positions) | {
            name
            for name, level in self.made.levels.items()
            if name in self.made.sizes and level != INIT
        }
        probe = self.scope.printer(names, unsure, set())
        texts = [probe.print(part.shape.node) for part in self.parts.values()]
        sizes = self._sizes(" ".join(texts), names, unsure)
        local = {
            name for name in self.made.positions if name in words_in(" ".join([*texts, *sizes]))
        }
        printer = self.scope.printer(names, unsure, local)
        texts = [self.listed(part, printer.print(part.shape.node)) for part in self.parts.values()]
        sizes = self._sizes(" ".join(texts), names, unsure)
        body = [*self._locals(local), *sizes, *self.statements(texts)]
        unpacked = self.scope.unpacked(
            {name for name, shape in self.scope.shapes.items() if shape in words_in(" ".join(body))}
        )
        return Method("compute_output_shape", self.scope.shape_parameters, (*unpacked, *body))

    def _locals(self, local: set[str]) -> list[str]:
        lines = []
        for name, (owner, index) in self.made.positions.items():
            if name in local:
                entry = self.made.inputs[owner]
                at = -1 if entry.behind is None and index == entry.before - 1 and index else index
                lines.append(f"{name} = {self.scope.shapes[owner]}[{at}]")
        return lines

    def _sizes(self, text: str, names: dict[str, str], unsure: set[str]) -> list[str]:
        """Sizes that depend on the input, computed again: this method may run before `build`."""
        wanted = words_in(text)
        for name in reversed(list(self.made.sizes)):
            if name in wanted:
                wanted |= free_names(self.made.sizes[name].node)
        printer = self.scope.printer(names, unsure, set(self.made.positions))
        return [
            f"{name} = {printer.guarded(size.node)}"
            for name, size in self.made.sizes.items()
            if name in wanted and self.made.levels[name] != INIT
        ]

    def output_spec(self) -> Method | None:
        """`compute_output_spec`, where a dtype is not the compute dtype or a shape is a scalar's."""
        parts = list(self.parts.values())
        scalar = any(
            isinstance(part.shape.node, ast.Tuple) and not part.shape.node.elts for part in parts
        )
        if all(part.dtype == "compute" for part in parts) and not scalar:
            return None
        shapes = ", ".join(self._shape_arguments())
        names = [f"{part.name}_shape" for part in parts]
        dtypes = [
            "self.compute_dtype" if part.dtype == "compute" else repr(part.dtype) for part in parts
        ]
        if self.style == "single":
            spec = self._spec(parts[0], f"self.compute_output_shape({shapes})", dtypes[0])
            return Method("compute_output_spec", self.call_parameters, (f"return {spec}",))
        specs = [
            self._spec(part, name, dtype)
            for part, name, dtype in zip(parts, names, dtypes, strict=True)
        ]
        if any(part.when for part in parts) and self.style == "dict":
            named = ", ".join(
                f'"{part.name}": {dtype}' for part, dtype in zip(parts, dtypes, strict=True)
            )
            body = [f"shapes = self.compute_output_shape({shapes})", f"dtypes = {{{named}}}"]
            made = "name: keras.KerasTensor(shape, dtype=dtypes[name]) for name, shape in shapes.items()"
            return Method(
                "compute_output_spec", self.call_parameters, (*body, f"return {{{made}}}")
            )
        if any(part.when for part in parts):
            body = [
                f"shapes = self.compute_output_shape({shapes})",
                f"dtypes = ({', '.join(dtypes)})",
            ]
            made = "keras.KerasTensor(shape, dtype=dtype) for shape, dtype in zip(shapes, dtypes)"
            return Method(
                "compute_output_spec", self.call_parameters, (*body, f"return tuple({made})")
            )
        if self.style == "dict":
            body = [f"shapes = self.compute_output_shape({shapes})"]
            specs = [
                self._spec(part, f'shapes["{part.name}"]', dtype)
                for part, dtype in zip(parts, dtypes, strict=True)
            ]
        else:
            body = [
                f"{', '.join(names)}{',' if len(names) == 1 else ''} = self.compute_output_shape({shapes})"
            ]
        return Method(
            "compute_output_spec", self.call_parameters, (*body, f"return {self.structure(specs)}")
        )

    def _spec(self, part: OutputPart, shape: str, dtype: str) -> str:
        if part.count is None:
            return f"keras.KerasTensor({shape}, dtype={dtype})"
        return f"[keras.KerasTensor(shape, dtype={dtype}) for shape in {shape}]"

    def _shape_arguments(self) -> list[str]:
        scope = self.scope
        if scope.style == "arguments":
            return [
                f"None if {name} is None else {name}.shape" if entry.optional else f"{name}.shape"
                for name, entry in self.made.spec.inputs.items()
            ]
        if scope.style == "single" and not scope.several:
            return [f"{next(iter(scope.arguments.values()))}.shape"]
        if scope.style == "dict":
            return ["{name: tensor.shape for name, tensor in inputs.items()}"]
        return ["[tensor.shape for tensor in inputs]"]

    # -- masks --------------------------------------------------------------------------------

    def passes_mask(self) -> list[bool]:
        """For each output: whether it keeps the first two axes of the first input."""
        entry = next(iter(self.made.inputs.values()))
        assert isinstance(entry.expression.node, ast.Tuple)
        first = entry.expression.node.elts
        return [_keeps_steps(first, part.shape.node) for part in self.parts.values()]


def _keeps_steps(first: list[ast.expr], node: ast.expr) -> bool:
    """A mask has the input's batch and steps: an output with the same two axes in front keeps it."""
    if isinstance(node, ast.IfExp):
        return False
    assert isinstance(node, ast.Tuple)
    open_ = any(is_ellipsis(term) for term in first)
    if len(first) < 3 and not open_ or len(node.elts) < 2:
        return False
    return [ast.unparse(term) for term in first[:2]] == [
        ast.unparse(term) for term in node.elts[:2]
    ]
