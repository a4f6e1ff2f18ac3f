"""The declarations of a spec: what every name is, and when its value is known."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from layergen.model.dims import Dim, Shape
from layergen.model.expressions import Expression, check_static, free_names, parse_expression
from layergen.model.numpy_values import METHODS, NUMPY
from layergen.model.shapes import is_ellipsis, parse_shape, symbolic
from layergen.spec.fields import Input, Spec
from layergen.spec.problems import Path, Problem
from layergen.spec.suggest import did_you_mean

# When a name's value is known: when the layer is made, when it is built, or only while it runs.
INIT, BUILD, CALL = 0, 1, 2
IN_SCOPE = "an argument, size or axis"


@dataclass
class InputShape:
    """One input's shape, its axes placed from the front or, behind `...`, from the back."""

    name: str
    spec: Input
    expression: Expression
    before: int  # axes before `...` (all of them where there is none)
    behind: int | None  # axes behind it; None where there is none

    @property
    def terms(self) -> list[tuple[int, ast.expr]]:
        """Index → term, `...` left out."""
        assert isinstance(self.expression.node, ast.Tuple)
        terms = [term for term in self.expression.node.elts if not is_ellipsis(term)]
        if self.behind is None:
            return list(enumerate(terms))
        return [
            (index if index < self.before else index - len(terms), term)
            for index, term in enumerate(terms)
        ]

    @property
    def least_ndim(self) -> int:
        return self.before + (self.behind or 0)


@dataclass
class Draft:
    """Everything that `decide` needs, parsed once."""

    spec: Spec
    problems: list[Problem] = field(default_factory=list)
    inputs: dict[str, InputShape] = field(default_factory=dict)
    positions: dict[str, tuple[str, int]] = field(default_factory=dict)  # axis → input, index
    levels: dict[str, int] = field(default_factory=dict)  # every static name → when it is known
    equalities: list[tuple[str, int, Expression, ast.expr]] = field(default_factory=list)
    sizes: dict[str, Expression] = field(default_factory=dict)
    require: list[Expression] = field(default_factory=list)
    dims: dict[str, Dim] = field(default_factory=dict)
    constants: dict[str, Expression] = field(default_factory=dict)

    def is_state(self, name: str) -> bool:
        """Whether an input is a state of a cell: `build` never sees its shape."""
        return self.spec.cell is not None and name != next(iter(self.spec.inputs))

    def note(self, path: Path, message: str, hint: str = "") -> None:
        self.problems.append(Problem(path, message, hint))

    def level(self, expression: Expression) -> int:
        """When the value of an expression is known."""
        levels = [self.levels[name] for name in expression.names if name in self.levels]
        if expression.names & self.inputs.keys():
            levels.append(BUILD)  # `x.shape[axis]`, `len(tensors)`
        return max(levels, default=INIT)

    @contextmanager
    def counting(self, count: object) -> Iterator[None]:
        """Inside, `index` is the number of the weight or layer in a list of `count`."""
        if count is None:
            yield
            return
        self.dims["index"] = Dim.of("index")
        with self.naming(["index"], INIT):
            yield
        del self.dims["index"]

    @contextmanager
    def naming(self, names: Iterable[str], level: int) -> Iterator[None]:
        """Inside, these names are in scope too."""
        levels = self.levels
        self.levels = levels | dict.fromkeys(names, level)
        yield
        self.levels = levels

    @property
    def known(self) -> set[str]:
        return set(self.levels)

    def check(self, expression: Expression | None, functions: Iterable[str] = ()) -> bool:
        """Whether a static expression is right; notes what is wrong."""
        if expression is None:
            return False
        return check_static(expression, self.known, self.problems, IN_SCOPE, self.inputs, functions)

    def check_numpy(self, expression: Expression) -> bool:
        """Whether an expression over NumPy and the constants above it is right; notes what is wrong."""
        known = self.known | self.constants.keys()
        what = "an argument, size, axis or constant above"
        return check_static(expression, known, self.problems, what, self.inputs, NUMPY, METHODS)

    def expression(self, text: Any, path: Path) -> Expression | None:
        """Parses and checks one static expression."""
        found = parse_expression(text, path, self.problems)
        return found if self.check(found) else None

    def shape(self, value: Any, path: Path, ellipsis: bool = True) -> Expression | None:
        """Parses and checks one shape; `ellipsis`: whether `...` can be resolved here."""
        found = parse_shape(value, path, self.problems)
        if found is None or not self._check_shape(found, ellipsis):
            return None
        return found

    def _check_shape(self, shape: Expression, ellipsis: bool) -> bool:
        before = len(self.problems)
        plain = [node for node in ast.walk(shape.node) if is_ellipsis(node)]
        if plain and not ellipsis:
            hint = "a weight's shape needs a known number of axes"
            self.problems.append(shape.problem("'...' cannot be resolved here", hint, plain[0]))
        elif plain and not any(entry.behind is not None for entry in self.inputs.values()):
            hint = "no input has '...' in its shape"
            self.problems.append(shape.problem("'...' cannot be resolved here", hint, plain[0]))
        for name in sorted(shape.names - self.known - self.inputs.keys() - {"pi", "inf"}):
            node = next(
                item
                for item in ast.walk(shape.node)
                if isinstance(item, ast.Name) and item.id == name
            )
            if any(
                isinstance(item, ast.Call) and item.func is node for item in ast.walk(shape.node)
            ):
                continue
            axes = ", ".join(self.positions) or "no named axis"
            axes += "; `index` numbers the copies" if "index" in self.levels else ""
            near = did_you_mean(name, self.known)
            which = "the input has" if len(self.inputs) == 1 else "the inputs have"
            self.problems.append(
                shape.problem(
                    f"{name!r} is not an axis of the input", f"{which}: {axes}{near}", node
                )
            )
        for term in shape.node.elts if isinstance(shape.node, ast.Tuple) else ():
            if isinstance(term, ast.IfExp) and self._batch_axes & free_names(term):
                hint = "put each shape in brackets: (batch, time, units) if sequences else (batch, units)"
                message = f"{ast.unparse(term)!r} gives the batch as one axis among others"
                self.problems.append(shape.problem(message, hint, term))
        for node in _sizes_in(shape.node):
            if isinstance(node, ast.Constant) and isinstance(node.value, float | str | bool):
                self.problems.append(
                    shape.problem(f"{node.value!r} is not a size", "sizes are integers", node)
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value < 0:
                self.problems.append(
                    shape.problem(f"{node.value} is not a size", "sizes are not negative", node)
                )
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
                self.problems.append(
                    shape.problem("'/' gives a float", "sizes are integers: use //", node)
                )
        if len(self.problems) == before:
            check_static(shape, self.known, self.problems, IN_SCOPE, self.inputs)
        return len(self.problems) == before

    def known_at_build(
        self, expression: Expression, what: str, when: Expression | None = None
    ) -> bool:
        """Notes every name whose value is not known when `build` runs, under a condition."""
        given = set() if when is None else _inputs_given(when.node)
        late = [
            node
            for node in ast.walk(expression.node)
            if isinstance(node, ast.Name)
            and self.levels.get(node.id) == CALL
            and not (node.id in self.optional_axes and self.positions[node.id][0] in given)
        ]
        for node in late:
            size = f"{node.id!r} is not known when the layer is built"
            hint = f"{what} can be sized by arguments and by axes of a required input other than the batch"
            if node.id in self.optional_axes:
                hint = f"write `when: {self.positions[node.id][0]} is not None`"
            self.problems.append(expression.problem(size, hint, node))
        return not late

    @property
    def _batch_axes(self) -> set[str]:
        return {axis for axis, (_, index) in self.positions.items() if index == 0}

    @property
    def optional_axes(self) -> set[str]:
        """Axes of optional inputs: `build` knows them where the input is given."""
        return {
            axis
            for axis, (owner, index) in self.positions.items()
            if index != 0 and self.spec.inputs[owner].optional
        }

    def symbolic(self, shape: Expression | None) -> Shape | None:
        return None if shape is None else symbolic(shape.node, self.dims)


def _sizes_in(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a shape that are sizes themselves, not what a condition asks or a function is given."""
    yield node
    if isinstance(node, ast.IfExp):
        children: Iterable[ast.AST] = (node.body, node.orelse)
    else:
        children = () if isinstance(node, ast.Compare | ast.Call) else ast.iter_child_nodes(node)
    for child in children:
        yield from _sizes_in(child)


def _inputs_given(when: ast.expr) -> set[str]:
    """The inputs that a condition says are there: `context is not None and use_context`."""
    if isinstance(when, ast.BoolOp) and isinstance(when.op, ast.And):
        return set().union(*(_inputs_given(item) for item in when.values))
    match when:
        case ast.Compare(
            left=ast.Name(id=name), ops=[ast.IsNot()], comparators=[ast.Constant(value=None)]
        ):
            return {name}
    return set()
