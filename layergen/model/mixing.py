"""Whether `call` lets the steps of its input, the second axis, see one another: then a mask does not simply pass on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from layergen.model.operations import REDUCTIONS, literal
from layergen.model.syntax import parse_python
from layergen.spec.fields import Spec

ALONG = frozenset("softmax log_softmax moments flip sort argsort roll".split())
OVER_STEPS = frozenset(("fft2", "ifft2"))
WINDOWS = frozenset(
    "conv conv_transpose depthwise_conv separable_conv max_pool average_pool".split()
)
BY_ELEMENT = re.compile("Dropout|Activation|Identity|Noise")
PRODUCTS = frozenset("matmul dot tensordot".split())


def mixes_steps(spec: Spec) -> bool:
    """What can be told from the text: a reduction or a function along axis 1, or an attention of the steps.

    Windows over steps, and recurrences, are left out: what is padded behind does not reach the steps before it, or only
    their edge. Images have rows, which nobody pads: windows over them let no mask through.
    """
    axes = [part.strip() for part in str(next(iter(spec.inputs.values())).shape).split(",")]
    if "..." in axes or len(axes) < 3:
        return False  # the second axis may be that of the features
    try:
        tree = parse_python(spec.call)
    except SyntaxError:
        return False  # that is told elsewhere
    steps = {1, 1 - len(axes)}
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Call | ast.BinOp)]
    fixed = _fixed_names(spec, tree)
    unmasked = fixed | {*list(spec.inputs)[1:]}
    own, turned = _made_of(next(iter(spec.inputs)), tree), _turned_names(tree)
    for node in nodes:
        if len(axes) == 3 and _computes_along_steps(node, spec, fixed, own, turned):
            return True
        if len(axes) > 3 and isinstance(node, ast.Call) and _name_of(node) in WINDOWS:
            return True
        if isinstance(node, ast.Call) and _runs_over(node, steps) and not _is_of(node, unmasked):
            return True
    attends = "softmax" in spec.call
    return any(
        _multiplies_tensors(node, fixed) and (attends or _names(_factors(node)[1]) & own)
        for node in nodes
    )


def _computes_along_steps(
    node: ast.Call | ast.BinOp, spec: Spec, fixed: set[str], own: set[str], turned: set[str]
) -> bool:
    """Whether a kernel or a layer meets a tensor whose last axis is that of the steps, or a kernel stands before the steps."""
    if isinstance(node, ast.Call) and _name_of(node) in spec.layers:
        by_element = BY_ELEMENT.search(str(spec.layers[_name_of(node)]))
        return bool(node.args) and not by_element and _is_turned(node.args[0], turned)
    factors = _factors(node)
    if len(factors) != 2 or _is_fixed(factors[0], fixed) == _is_fixed(factors[1], fixed):
        return False
    if _is_fixed(factors[1], fixed):
        return _is_turned(factors[0], turned)
    return bool(_names(factors[1]) & own) and not _is_turned(factors[1], turned)


def _turned_names(tree: ast.Module) -> set[str]:
    """Names that are assigned a tensor with its steps and its features exchanged."""
    turned: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _is_turned(node.value, turned):
            turned |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return turned


def _is_turned(node: ast.expr, turned: set[str]) -> bool:
    """Whether the steps are the last axis of what this gives: `transpose(x, (0, 2, 1))`, and what goes on element by element."""
    if isinstance(node, ast.Name):
        return node.id in turned
    if isinstance(node, ast.BinOp):
        return _is_turned(node.left, turned) or (
            not isinstance(node.op, ast.MatMult) and _is_turned(node.right, turned)
        )
    if not isinstance(node, ast.Call) or not node.args:
        return False
    inner = _is_turned(node.args[0], turned)
    axes = [literal(one) for one in [*node.args[1:], *(word.value for word in node.keywords)]]
    exchanged = axes == [(0, 2, 1)] if _name_of(node) == "transpose" else False
    if _name_of(node) == "swapaxes":
        exchanged = {axis % 3 for axis in axes if isinstance(axis, int)} == {1, 2}
    return inner != exchanged


def _made_of(name: str, tree: ast.Module) -> set[str]:
    """The input, and the names that are assigned something of it."""
    own = {name}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _names(node.value) & own:
            own |= set().union(*map(_names, node.targets))
    return own


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _fixed_names(spec: Spec, tree: ast.Module) -> set[str]:
    """Names that hold no tensor made of an input."""
    fixed = {*spec.weights, *spec.constants, *spec.args, *spec.sizes}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _is_fixed(node.value, fixed):
            fixed |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return fixed


def _is_fixed(node: ast.expr, fixed: set[str]) -> bool:
    functions = {part.func for part in ast.walk(node) if isinstance(part, ast.Call)}
    names = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
    return all(name.id in fixed for name in names if name not in functions)


def _runs_over(call: ast.Call, steps: set[int]) -> bool:
    name = _name_of(call)
    if name == "einsum":
        return any(_contracts_steps(one) for one in _equations(call))
    along = name in REDUCTIONS or name in ALONG
    return name in OVER_STEPS or (along and bool(_axes(call) & steps))


def _is_of(call: ast.Call, names: set[str]) -> bool:
    """Whether a function is given one of these, as it came."""
    return bool(call.args) and isinstance(call.args[0], ast.Name) and call.args[0].id in names


def _multiplies_tensors(node: ast.Call | ast.BinOp, fixed: set[str]) -> bool:
    factors = _factors(node)
    return len(factors) == 2 and not any(_is_fixed(one, fixed) for one in factors)


def _factors(node: ast.Call | ast.BinOp) -> list[ast.expr]:
    """The operands of a product of matrices: the second one's last axis but one goes into the sum."""
    if isinstance(node, ast.BinOp):
        return [node.left, node.right] if isinstance(node.op, ast.MatMult) else []
    return node.args[:2] if _name_of(node) in PRODUCTS else []


def _name_of(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _axes(call: ast.Call) -> set[int]:
    """The axes that a call names."""
    named = [item.value for item in call.keywords if item.arg in ("axis", "axes")]
    position = 2 if ast.unparse(call.func).endswith("roll") else 1  # roll(x, shift, axis)
    for node in named or call.args[position : position + 1]:
        value = literal(node)
        if value is not None:
            return {value} if isinstance(value, int) else {*value}
    return set()


def _equations(call: ast.Call) -> Iterator[str]:
    if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
        yield call.args[0].value.replace(" ", "")


def _contracts_steps(equation: str) -> bool:
    """Whether the second axis of an operand that has the batch first does not come out."""
    operands, _, result = equation.partition("->")
    return bool(result) and any(
        len(one) > 2 and one[0] == result[0] and one[1].isalpha() and one[1] not in result
        for one in operands.split(",")
    )
