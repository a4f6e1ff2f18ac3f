"""The declarations of a spec, parsed and resolved: what every name is, and when its value is known."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from layergen.model.arguments import check_default, fits, what_fits
from layergen.model.dims import Dim, Shape, read_dim
from layergen.model.expressions import Expression, check_static, parse_expression
from layergen.model.names import class_name_problem, name_problem
from layergen.model.shapes import is_ellipsis, parse_shape, symbolic
from layergen.spec.fields import Arg, Input, Spec
from layergen.spec.problems import Path, Problem
from layergen.spec.suggest import did_you_mean

# When a name's value is known: when the layer is made, when it is built, or only while it runs.
INIT, BUILD, CALL = 0, 1, 2
LEVEL_WORDS = {CALL: "is not known when the layer is built"}
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
        self.levels["index"], self.dims["index"] = INIT, Dim.of("index")
        yield
        del self.levels["index"], self.dims["index"]

    @property
    def known(self) -> set[str]:
        return set(self.levels)

    def check(self, expression: Expression | None, functions: Any = ()) -> bool:
        """Whether a static expression is right; notes what is wrong."""
        if expression is None:
            return False
        return check_static(expression, self.known, self.problems, IN_SCOPE, self.inputs, functions)

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
            near = did_you_mean(name, self.known)
            which = "the input has" if len(self.inputs) == 1 else "the inputs have"
            self.problems.append(
                shape.problem(
                    f"{name!r} is not an axis of the input", f"{which}: {axes}{near}", node
                )
            )
        for node in ast.walk(shape.node):
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

    def known_at_build(self, expression: Expression, what: str) -> bool:
        """Notes every name whose value is not known when `build` runs."""
        late = [
            node
            for node in ast.walk(expression.node)
            if isinstance(node, ast.Name) and self.levels.get(node.id) == CALL
        ]
        for node in late:
            size = f"{node.id!r} is not known when the layer is built"
            hint = f"{what} can be sized by arguments and by axes of a required input other than the batch"
            self.problems.append(expression.problem(size, hint, node))
        return not late

    def symbolic(self, shape: Expression | None) -> Shape | None:
        return None if shape is None else symbolic(shape.node, self.dims)


def draft(spec: Spec) -> Draft:
    """Resolves names, inputs, sizes and conditions; what is wrong is in `problems`."""
    made = Draft(spec)
    _check_names(made)
    for name, arg in spec.args.items():
        made.levels[name] = INIT
        if arg.type in ("int", "axis"):
            made.dims[name] = Dim.of(name)
        check_default(name, arg, made.problems)
    _read_inputs(made)
    _read_sizes(made)
    _check_equalities(made)
    _check_example(made)
    _check_call_args(made)
    texts = [spec.require] if isinstance(spec.require, str) else spec.require
    for index, text in enumerate(texts):
        path: Path = ("require",) if isinstance(spec.require, str) else ("require", index)
        condition = made.expression(text, path)
        if condition is not None and made.known_at_build(condition, "a condition"):
            made.require.append(condition)
    return made


def _check_example(made: Draft) -> None:
    """Values that `example` pins: of arguments, right by their own checks, and of axes."""
    for name, value in made.spec.example.items():
        arg = made.spec.args.get(name)
        if arg is None and name not in made.positions:
            known = [*made.spec.args, *made.positions]
            hint = (
                f"`example` sets arguments and axes: {', '.join(known)}{did_you_mean(name, known)}"
            )
            made.note(("example", name), f"{name!r} is neither an argument nor an axis", hint)
        elif arg is not None and not (fits(value, arg) or value is None and arg.optional):
            made.note(("example", name), f"expected {what_fits(arg)}, read {value!r}")
        elif arg is None and (not isinstance(value, int) or value is True or value < 1):
            made.note(("example", name), f"expected the size of an axis, read {value!r}")


def _check_call_args(made: Draft) -> None:
    for name, option in made.spec.call_args.items():
        if not fits(option.default, Arg(type=option.type)):
            what = what_fits(Arg(type=option.type))
            made.note(("call_args", name, "default"), f"expected {what}, read {option.default!r}")


def _check_names(made: Draft) -> None:
    spec = made.spec
    if problem := class_name_problem(spec.layer):
        made.note(("layer",), *problem)
    if spec.package and not re.fullmatch(r"[\w.-]+", spec.package):
        hint = "use letters, digits, underscores, dots and dashes: my_package"
        made.note(("package",), f"{spec.package!r} is not a name for a package", hint)
    seen: dict[str, str] = {}
    for kind in (
        "args",
        "sizes",
        "inputs",
        "call_args",
        "weights",
        "layers",
        "constants",
        "outputs",
    ):
        for name in getattr(spec, kind):
            problem = name_problem(name, kind)
            if problem is None and name in seen and {kind, seen[name]} != {"inputs", "outputs"}:
                twice = f"{name!r} is declared under `{seen[name]}` as well"
                problem = twice, "give one of them another name"
            if problem is not None:
                made.problems.append(Problem((kind, name), *problem, AT_KEY))
            seen.setdefault(name, kind)
    if not spec.inputs:
        made.note(
            ("inputs",),
            "a layer needs at least one input",
            "write `inputs: {x: 'batch, ..., features'}`",
        )
    if not spec.outputs:
        made.note(
            ("outputs",),
            "a layer needs at least one output",
            "write `outputs: {y: 'batch, ..., features'}`",
        )


def _read_inputs(made: Draft) -> None:
    spec = made.spec
    for name, entry in spec.inputs.items():
        path: Path = ("inputs", name, "shape")
        shape = parse_shape(entry.shape, path, made.problems)
        if shape is None:
            continue
        if not isinstance(shape.node, ast.Tuple):
            made.note(
                path,
                "an input's shape cannot depend on a condition",
                "leave the axis open and `require` the rest",
            )
            continue
        dots = [index for index, term in enumerate(shape.node.elts) if is_ellipsis(term)]
        if len(dots) > 1:
            made.problems.append(
                shape.problem("'...' can stand only once in a shape", "", shape.node.elts[dots[1]])
            )
            continue
        before = dots[0] if dots else len(shape.node.elts)
        behind = len(shape.node.elts) - before - 1 if dots else None
        made.inputs[name] = InputShape(name, entry, shape, before, behind)
    # Axes of required inputs first: their sizes are always there.
    for entry in sorted(made.inputs.values(), key=lambda item: item.spec.optional):
        _place_axes(made, entry)


def _place_axes(made: Draft, entry: InputShape) -> None:
    for index, term in entry.terms:
        match term:
            case ast.Name(id=name) if name not in made.levels and name not in made.spec.sizes:
                if problem := name_problem(name, "axis"):
                    made.problems.append(entry.expression.problem(problem[0], problem[1], term))
                    continue
                made.positions[name] = (entry.name, index)
                late = index == 0 or entry.spec.optional or made.is_state(entry.name)
                made.levels[name] = CALL if late else BUILD
                made.dims[name] = Dim.of(name)
            case (
                ast.Name()
                | ast.BinOp()
                | ast.Constant(value=int())
                | ast.Subscript()
                | ast.Call()
                | ast.IfExp()
            ):
                made.equalities.append((entry.name, index, entry.expression, term))
            case _:
                hint = "an axis is a name, a number, or an expression over arguments and other axes"
                made.problems.append(
                    entry.expression.problem(f"{ast.unparse(term)!r} is not an axis", hint, term)
                )


def _check_equalities(made: Draft) -> None:
    for name, _, shape, term in made.equalities:
        expression = Expression(shape.path, shape.text, term, shape.shift)
        made.check(expression)
        if isinstance(term, ast.Constant) and term.value is True:
            made.note(("inputs", name), "true is not a size")


def _read_sizes(made: Draft) -> None:
    for name, text in made.spec.sizes.items():
        found = parse_expression(text, ("sizes", name), made.problems)
        # Where it is wrong, what stands below may still name it.
        unknown = Expression(("sizes", name), "1", ast.Constant(1, lineno=1, col_offset=0))
        made.sizes[name], made.levels[name], made.dims[name] = unknown, INIT, Dim.of(name)
        if found is None:
            continue
        later = found.names & (made.spec.sizes.keys() - made.sizes.keys() | {name})
        if later:
            hint = "a size may use those above it"
            made.problems.append(found.problem(f"{sorted(later)[0]!r} is not known yet", hint))
            continue
        if not made.check(found):
            continue
        made.sizes[name] = found
        made.levels[name] = made.level(found)
        made.dims[name] = read_dim(found.node, made.dims) or Dim.of(f"({name})")
