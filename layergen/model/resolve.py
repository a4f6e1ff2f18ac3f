"""Resolves the declarations of a spec: names, inputs, sizes and conditions; what is wrong is noted."""

from __future__ import annotations

import ast
import re

from layergen.model.arguments import check_default, fits, what_fits
from layergen.model.dims import Dim, read_dim
from layergen.model.draft import BUILD, CALL, INIT, Draft, InputShape
from layergen.model.expressions import Expression, parse_expression
from layergen.model.names import class_name_problem, name_problem
from layergen.model.shapes import is_ellipsis, parse_shape
from layergen.spec.fields import Arg, Spec
from layergen.spec.problems import AT_KEY, Path, Problem
from layergen.spec.suggest import one_of


def resolve(spec: Spec) -> Draft:
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
            hint = one_of("`example` sets arguments and axes", known, name)
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
        found = Expression(found.path, found.text, _chosen_axis(made, found.node), found.shift)
        made.sizes[name] = found
        made.levels[name] = made.level(found)
        made.dims[name] = read_dim(found.node, made.dims) or Dim.unknown(name)


def _chosen_axis(made: Draft, node: ast.expr) -> ast.expr:
    """`d3 if last else d1` as `x.shape[3 if last else 1]`: the axis that is not chosen may be unknown."""
    if not isinstance(node, ast.IfExp):
        return node
    owners: set[str] = set()

    def place(part: ast.expr) -> ast.expr:
        if isinstance(part, ast.IfExp):
            return ast.IfExp(part.test, place(part.body), place(part.orelse))
        owner, index = made.positions.get(getattr(part, "id", ""), ("", 0))
        owners.add(owner if index else "")
        entry = made.inputs.get(owner)
        last = entry is not None and entry.behind is None and index == entry.before - 1
        return ast.Constant(-1 if last else index)

    index = place(node)
    owner = owners.pop()
    if owners or not owner or made.inputs[owner].spec.optional or made.is_state(owner):
        return node
    shape = ast.Attribute(ast.Name(owner, ast.Load()), "shape", ast.Load())
    chosen = ast.copy_location(ast.Subscript(shape, index, ast.Load()), node)
    return ast.fix_missing_locations(chosen)
