"""What an expression can be known to be, and the names that decide it."""

from __future__ import annotations

from enum import IntEnum


class Kind(IntEnum):
    """What an expression is known to be; the higher, the surer that it is a tensor."""

    STATIC = 0  # a Python value that tracing knows: a shape, an option, a count
    MAYBE = 1  # an optional input, or what a function we cannot see made of one
    INPUT = 2  # an input of the call: a tensor, or a list or dict of them
    TENSOR = 3  # the result of an operation on an input or a weight


# Modules whose functions return tensors when they are given tensors.
TENSOR_MODULES = ("keras.ops.", "keras.random.", "keras.activations.", "keras.backend.", "tensorflow.", "jax.numpy.",
                  "jax.nn.", "jax.lax.", "jax.scipy.", "jax.random.", "torch.", "numpy.", "scipy.")  # fmt: skip
# Functions of those modules that answer with something tracing knows.
STATIC_FUNCTIONS = {"shape", "ndim", "rank", "size", "dtype", "int_shape", "result_type", "standardize_dtype", "floatx",
                    "epsilon", "image_data_format", "backend", "get_static_value", "isscalar", "executing_eagerly",
                    "iscomplexobj", "static_shape", "broadcast_static_shape", "count_params", "issubdtype", "get_uid",
                    "assert_equal", "assert_rank", "finfo", "iinfo", "TensorShape", "function", "convert_to_numpy"}  # fmt: skip
ELEMENTWISE_TESTS = {"is_nan", "is_inf", "is_finite"}  # named like a question, and yet tensors
STATIC_ATTRIBUTES = {"shape", "dtype", "ndim", "rank", "name", "device", "is_cuda", "layout", "requires_grad", "sparse",
                     "path", "_keras_mask", "itemsize", "dims", "is_leaf", "training"}  # fmt: skip
TENSOR_METHODS = {"sum", "mean", "max", "min", "any", "all", "abs", "pow", "sqrt", "exp", "log", "std", "var", "argmax",
                  "argmin", "item", "numpy", "norm", "dot", "matmul", "softmax", "sigmoid", "relu", "round", "prod",
                  "reshape", "view", "transpose", "permute", "flatten", "astype", "float", "double", "cumsum", "clip",
                  "clamp", "unsqueeze", "squeeze", "detach", "cpu", "tolist"}  # fmt: skip
STATIC_METHODS = {"get_shape", "dim", "is_floating_point", "is_complex", "as_list", "keys", "index", "count", "numel",
                  "startswith", "endswith", "is_contiguous", "dtype", "nelement"}  # fmt: skip
PYTHON_TYPES = {"bool", "int", "float", "str"}
SELF_MAKERS = {"add_weight", "add_variable", "Variable"}
