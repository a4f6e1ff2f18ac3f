"""Expressions over arguments, sizes and axes: read with `ast`, checked against a list of what is allowed, printed again."""

from __future__ import annotations

import ast
import copy
import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from layergen.model.syntax import parse_python
from layergen.spec.problems import Path, Place, Problem
from layergen.spec.suggest import one_of

STATIC_BUILTINS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (abs, all, any, bool, enumerate, float, int, len, list, max, min, pow, range)
} | {function.__name__: function for function in (reversed, round, sorted, str, sum, tuple, zip)}
STATIC_MATH: dict[str, Callable[..., Any]] = {
    name: getattr(math, name)
    for name in ("ceil", "exp", "floor", "log", "log2", "log10", "prod", "sqrt")
}
MATH_CONSTANTS = {"pi": math.pi, "e": math.e, "inf": math.inf}

_ALLOWED = (
    ast.Constant | ast.Name | ast.BinOp | ast.UnaryOp | ast.BoolOp | ast.Compare | ast.IfExp | ast.Call
    | ast.Tuple | ast.List | ast.Starred | ast.Subscript | ast.Slice | ast.ListComp | ast.GeneratorExp
    | ast.comprehension | ast.keyword | ast.operator | ast.unaryop | ast.boolop | ast.cmpop
    | ast.expr_context
)  # fmt: skip


class Expression:
    """One expression of a spec, with its text for the places of its mistakes.

    Args:
        path: The key it stands under.
        text: As it was written.
        node: What `ast` read.
        shift: How far `node`'s columns are behind the text's (for what was wrapped to be parsed).
    """

    def __init__(self, path: Path, text: str, node: ast.expr, shift: int = 0) -> None:
        self.path, self.text, self.node, self.shift = path, text, node, shift

    @property
    def names(self) -> set[str]:
        """Free names: those bound by a comprehension inside are not counted."""
        return free_names(self.node)

    def problem(self, message: str, hint: str = "", at: ast.AST | None = None) -> Problem:
        """A problem placed at a node of this expression."""
        node = self.node if at is None else at
        line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
        return Problem(
            self.path, message, hint, Place(line, max(0, column - (self.shift if line == 1 else 0)))
        )


def parse_expression(text: Any, path: Path, problems: list[Problem]) -> Expression | None:
    """Reads one expression; a syntax error is noted and gives None."""
    text = text if isinstance(text, str) else repr(text)
    try:
        return Expression(path, text, parse_python(text.strip(), "eval").body)
    except SyntaxError as error:
        place = Place(error.lineno or 1, max(0, (error.offset or 1) - 1))
        cut = "never closed" in error.msg
        hint = "a comma ends a value inside { }: put the expression in quotes" if cut else ""
        problems.append(Problem(path, f"{text!r} is not an expression: {error.msg}", hint, place))
    return None


def free_names(node: ast.AST) -> set[str]:
    """Names that an expression reads, but those that a comprehension binds for itself."""
    if isinstance(node, ast.Name):
        return {node.id} if isinstance(node.ctx, ast.Load) else set()
    found = set().union(*(free_names(child) for child in ast.iter_child_nodes(node)))
    if isinstance(node, ast.ListComp | ast.GeneratorExp):
        targets = [item for part in node.generators for item in ast.walk(part.target)]
        found -= {item.id for item in targets if isinstance(item, ast.Name)}
        found |= free_names(node.generators[0].iter)  # read before anything is bound
    return found


def construct_words(node: ast.AST) -> str:
    """What a construct of Python is called by those who write it."""
    words = {
        "NamedExpr": "':='", "JoinedStr": "an f-string", "Dict": "a dictionary", "DictComp": "a dictionary",
        "Set": "a set", "SetComp": "a set", "Lambda": "'lambda'", "Await": "'await'", "Yield": "'yield'",
        "YieldFrom": "'yield'", "ListComp": "a comprehension", "GeneratorExp": "a comprehension",
    }  # fmt: skip
    return words.get(type(node).__name__, type(node).__name__)


def check_static(
    expression: Expression,
    known: Iterable[str],
    problems: list[Problem],
    what: str,
    inputs: Iterable[str] = (),
    functions: Iterable[str] = (),
    methods: Iterable[str] = (),
) -> bool:
    """Notes every construct and name that a static expression may not have.

    Args:
        known: Names that are in scope.
        what: What the names in scope are called in the message: "an argument, size or axis".
        inputs: Inputs whose `.shape` and `.ndim` may be read.
        functions: Further functions that may be called (NumPy's, for constants).
        methods: What may be asked of the values themselves (of NumPy's arrays).
    """
    before = len(problems)
    known, functions, inputs, methods = set(known), set(functions), set(inputs), set(methods)
    callable_names = STATIC_BUILTINS.keys() | STATIC_MATH.keys() | functions
    called = {id(node.func) for node in ast.walk(expression.node) if isinstance(node, ast.Call)}
    free = expression.names
    for node in ast.walk(expression.node):
        if isinstance(node, ast.Attribute):
            of_input = isinstance(node.value, ast.Name) and node.value.id in inputs
            if node.attr not in (("shape", "ndim") if of_input else methods):
                hint = "only the .shape and .ndim of an input can be read here"
                if methods:
                    hint = f"an array has: {', '.join(sorted(methods))}"
                problems.append(
                    expression.problem(f"{ast.unparse(node)!r} is not allowed", hint, node)
                )
        elif isinstance(node, ast.Name):
            if id(node) in called:
                if node.id not in callable_names:
                    hint = one_of("allowed", sorted(callable_names), node.id)
                    problems.append(
                        expression.problem(f"{node.id!r} is not a function here", hint, node)
                    )
            elif (
                node.id in free
                and node.id not in known | MATH_CONSTANTS.keys()
                and node.id not in inputs
                and not (methods and node.id in ("bool", "float", "int"))  # .astype(int)
            ):
                hint = one_of("in scope", sorted(known), node.id)
                problems.append(expression.problem(f"{node.id!r} is not {what}", hint, node))
        elif not isinstance(node, _ALLOWED):
            message = f"{construct_words(node)} is not allowed in an expression"
            problems.append(expression.problem(message, "", node))
    return len(problems) == before


class Rename(ast.NodeTransformer):
    """Replaces spec names by the Python source that holds them, and an input's `.shape` by its shape."""

    def __init__(self, names: Mapping[str, str], shapes: Mapping[str, str] = {}) -> None:
        self.names, self.shapes = names, shapes
        self.uses_math = False
        self.bound: frozenset[str] = frozenset()  # names of the comprehensions that are being read

    def _comprehension(self, node: ast.ListComp | ast.GeneratorExp) -> ast.AST:
        first = self.visit(node.generators[0].iter)  # read before anything is bound
        node.generators[0].iter = ast.Constant(None)
        targets = [target for one in node.generators for target in ast.walk(one.target)]
        outer = self.bound
        self.bound |= {target.id for target in targets if isinstance(target, ast.Name)}
        self.generic_visit(node)
        self.bound, node.generators[0].iter = outer, first
        return node

    visit_ListComp = visit_GeneratorExp = _comprehension

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if (
            isinstance(node.func, ast.Name)
            and node.func.id == "len"
            and isinstance(node.args[0], ast.Name)
        ):
            shape = self.shapes.get(node.args[0].id, "")
            if shape.endswith("[0]"):  # the first of a list of inputs: its length is the list's
                return _parsed(f"len({shape.removesuffix('[0]')})")
        if isinstance(node.func, ast.Name) and node.func.id in STATIC_MATH:
            self.uses_math = True
            node.func = _parsed(f"math.{node.func.id}")
        elif not isinstance(node.func, ast.Name) or node.func.id not in STATIC_BUILTINS:
            node.func = self.visit(node.func)
        node.args = [self.visit(item) for item in node.args]
        node.keywords = [self.visit(item) for item in node.keywords]
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if isinstance(node.value, ast.Name) and node.value.id in self.shapes:
            shape = self.shapes[node.value.id]
            return _parsed(shape if node.attr == "shape" else f"len({shape})")
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id in self.bound:
            return node
        if isinstance(node.ctx, ast.Load) and node.id in self.names:
            return _parsed(self.names[node.id])
        if node.id in self.shapes and isinstance(node.ctx, ast.Load):
            return _parsed(self.shapes[node.id])  # `context is not None`: asked of its shape
        if node.id in MATH_CONSTANTS and isinstance(node.ctx, ast.Load):
            self.uses_math = True
            return _parsed(f"math.{node.id}")
        return node


def rename(node: ast.expr, names: Mapping[str, str], shapes: Mapping[str, str] = {}) -> ast.expr:
    """A copy of `node` with spec names replaced."""
    return Rename(names, shapes).visit(copy.deepcopy(node))


def source(node: ast.AST) -> str:
    """Python source on one line; black lays it out later."""
    text = ast.unparse(ast.fix_missing_locations(node))
    return re.sub(r"(?<=\de)([-+])0(?=\d)", r"\1", text)  # 1e-6, not 1e-06


def evaluate(node: ast.expr, values: Mapping[str, Any]) -> Any:
    """The value of a checked static expression.

    Raises:
        Exception: Whatever the arithmetic raises (a division by zero, None in a sum, ...).
    """
    bounded = ast.fix_missing_locations(ast.Expression(_Bounded().visit(copy.deepcopy(node))))
    code = compile(bounded, "<spec>", "eval")
    # One dictionary for all names: a comprehension sees globals only.
    scope = {
        "__builtins__": {},
        **STATIC_BUILTINS,
        **STATIC_MATH,
        **MATH_CONSTANTS,
        **_BOUNDED,
        **values,
    }
    return eval(code, scope)


class _Bounded(ast.NodeTransformer):
    """Calls in the place of operators whose results can be too large to compute: `9 ** 9 ** 9`."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        function = {ast.Pow: "pow", ast.Mult: "times", ast.LShift: "shift"}.get(type(node.op))
        if function is None:
            return node
        return ast.Call(ast.Name(f" {function}", ast.Load()), [node.left, node.right], [])


def _power(base: Any, exponent: Any, *modulus: Any) -> Any:
    if abs(exponent) > 1000:
        raise OverflowError(f"{base} ** {exponent}")
    return pow(base, exponent, *modulus)


def _times(one: Any, two: Any) -> Any:
    if not all(isinstance(item, int | float) for item in (one, two)):
        count = next(item for item in (one, two) if isinstance(item, int))
        if count > 10**5:
            raise OverflowError(f"a sequence times {count}")
    return one * two


def _shift(number: int, count: int) -> int:
    if count > 1000:
        raise OverflowError(f"{number} << {count}")
    return number << count


def _range(*bounds: int) -> range:
    if len(range(*bounds)) > 10**6:
        raise OverflowError(f"range{bounds}")
    return range(*bounds)


# A space in front: no expression of a spec can name them.
_BOUNDED = {" pow": _power, " times": _times, " shift": _shift, "pow": _power, "range": _range}


def negated(node: ast.expr) -> ast.expr:
    """`a == b` → `a != b`, anything else → `not (…)`."""
    opposite: dict[type[ast.cmpop], type[ast.cmpop]] = {
        ast.Eq: ast.NotEq,
        ast.NotEq: ast.Eq,
        ast.Lt: ast.GtE,
        ast.GtE: ast.Lt,
        ast.Gt: ast.LtE,
        ast.LtE: ast.Gt,
        ast.In: ast.NotIn,
        ast.NotIn: ast.In,
        ast.Is: ast.IsNot,
        ast.IsNot: ast.Is,
    }
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return ast.Compare(node.left, [opposite[type(node.ops[0])]()], node.comparators)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return node.operand
    return ast.UnaryOp(ast.Not(), node)


def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body
