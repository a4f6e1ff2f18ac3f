"""Functions of keras.ops and keras.random by what they do to dtypes and shapes, and a call of one of them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from layergen.model.values import ANY, DType, Value

BOOL_RESULT = frozenset(
    "all allclose any equal greater greater_equal in_top_k isclose isfinite isin isinf isnan isneginf"
    " isposinf isreal less less_equal logical_and logical_not logical_or logical_xor not_equal signbit".split()
)
INT_RESULT = frozenset(
    "argmax argmin argpartition argsort bincount count_nonzero digitize nanargmax nanargmin nonzero"
    " searchsorted unravel_index".split()
)
# Functions that keep integers as integers; every other one turns them into floats of Keras's own choice.
KEEPS_INTEGERS = frozenset(
    "abs absolute add amax amin append array array_split bitwise_and bitwise_invert bitwise_left_shift"
    " bitwise_not bitwise_or bitwise_right_shift bitwise_xor broadcast_to clip concatenate copy cumprod"
    " cumsum diag diagflat diagonal diff dsplit dstack einsum expand_dims extract_sequences flip floor_divide"
    " full_like gcd hsplit hstack identity lcm left_shift matmul max maximum meshgrid min minimum mod moveaxis"
    " multiply negative ones_like outer pad prod ravel relu repeat reshape right_shift roll rot90 scatter"
    " scatter_update segment_max segment_sum sign slice slice_update sort split square squeeze stack"
    " stop_gradient subtract sum swapaxes take take_along_axis tensordot tile trace transpose tril triu"
    " unstack vdot vsplit vstack where zeros_like top_k get_item dot inner rearrange shuffle".split()
)
# Functions that make a tensor out of nothing: they are told the compute dtype.
CREATES = frozenset(
    "eye full identity linspace logspace geomspace ones tri zeros one_hot multi_hot".split()
)
CREATES_RANDOM = frozenset("normal uniform truncated_normal gamma beta binomial".split())
HIGHER_ORDER = frozenset(
    "associative_scan cond custom_gradient fori_loop map scan switch vectorized_map vectorize while_loop jvp".split()
)
# No backend computes these in half precision (tried with Keras 3.15.1): they are given float32, and give it.
IN_FLOAT32 = frozenset(
    "cholesky cholesky_inverse det eig eigh fft fft2 ifft2 inv irfft istft logdet lstsq qr rfft slogdet solve"
    " solve_triangular stft svd".split()
)
REDUCTIONS = frozenset(
    "all amax amin any count_nonzero logsumexp max mean median min nanmax nanmean nanmin nansum norm prod"
    " ptp std sum var argmax argmin".split()
)
ELEMENTWISE = frozenset(
    "abs absolute arccos arccosh arcsin arcsinh arctan arctanh cast cbrt ceil celu clip copy cos cosh cumprod"
    " cumsum deg2rad dropout elu erf erfc erfinv exp exp2 expm1 flip floor full_like gelu hard_shrink"
    " hard_sigmoid hard_silu hard_swish hard_tanh isfinite isinf isnan layer_normalization leaky_relu log"
    " log10 log1p log2 log_sigmoid log_softmax logical_not nan_to_num negative normalize ones_like reciprocal"
    " relu relu6 rms_normalization roll round rsqrt selu shuffle sigmoid sign silu sin sinh soft_shrink softmax"
    " softplus softsign sort sparse_plus sparse_sigmoid sparsemax sqrt square squareplus stop_gradient swish"
    " tan tanh tanh_shrink threshold tril triu trunc zeros_like argsort rad2deg sinc batch_normalization".split()
)
BROADCASTS = frozenset(
    "add arctan2 divide divide_no_nan equal floor_divide fmax fmin fmod greater greater_equal heaviside hypot"
    " less less_equal logaddexp logical_and logical_or logical_xor maximum minimum mod multiply not_equal"
    " power subtract true_divide where".split()
)


@dataclass(frozen=True)
class Call:
    """One call as the shape functions see it."""

    name: str
    values: tuple[Value, ...]  # positional arguments
    nodes: tuple[ast.expr, ...]
    keywords: dict[str, ast.expr]
    keyword_values: dict[str, Value]

    def argument(self, position: int, *names: str) -> ast.expr | None:
        """The node of an argument, given by place or by any of its names."""
        if position < len(self.nodes):
            return self.nodes[position]
        return next((self.keywords[name] for name in names if name in self.keywords), None)

    def value(self, position: int, *names: str) -> Value:
        if position < len(self.values):
            return self.values[position]
        return next(
            (self.keyword_values[name] for name in names if name in self.keyword_values), ANY
        )

    def number(self, position: int, *names: str, default: int | None = None) -> int | None | str:
        """A literal integer; "?" where the argument is there but is no literal."""
        node = self.argument(position, *names)
        if node is None or (isinstance(node, ast.Constant) and node.value is None):
            return default
        value = literal(node)
        return value if isinstance(value, int) else "?"


def literal(node: ast.expr) -> int | tuple[int, ...] | None:
    """A literal integer or tuple of integers, after numbers were kept as they were written."""
    try:
        value = ast.literal_eval(ast.unparse(node))
    except (ValueError, SyntaxError):
        return None
    if isinstance(value, list | tuple):
        return tuple(value) if all(isinstance(item, int) for item in value) else None
    return value if isinstance(value, int) else None


def result_dtype(name: str, operands: Sequence[Value]) -> DType | None:
    """The dtype that a function gives for tensors already brought to one dtype."""
    if name in BOOL_RESULT:
        return "bool"
    if name in INT_RESULT:
        return "int32"
    if name in CREATES or name in CREATES_RANDOM:
        return "compute"
    if name in IN_FLOAT32:
        return "float32"
    if not operands:
        return "compute"
    first = operands[0].dtype
    if first in ("int32", "int64", "uint8", "bool") and name in KEEPS_INTEGERS:
        return (
            "int32" if first == "bool" and name in ("sum", "cumsum", "add", "multiply") else first
        )
    return first if operands[0].is_float else "compute" if first is not None else None
