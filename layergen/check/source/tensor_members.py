"""Methods and attributes that tensors have on some backends only."""

from __future__ import annotations

OF_JAX_AND_TORCH = {"T", "mT", "all", "any", "argmax", "argmin", "argsort", "clip", "cumprod", "cumsum", "diagonal",
                    "dot", "flatten", "max", "mean", "min", "prod", "ravel", "reshape", "round", "sort", "squeeze", "std",
                    "sum", "swapaxes", "transpose", "var"}  # fmt: skip
OF_TORCH = {"abs", "add_", "argwhere", "bmm", "bool", "broadcast_to", "chunk", "clamp", "clone", "contiguous", "cos", "detach",
            "double", "eq", "exp", "expand", "expand_as", "flip", "float", "gather", "ge", "gt", "half", "index_select",
            "int", "isnan", "le", "log", "logical_not", "log_softmax", "long", "lt", "masked_fill", "matmul", "mul", "mul_",
            "narrow", "new_zeros", "norm", "permute", "pow", "relu", "requires_grad_", "roll", "rsqrt", "scatter", "sigmoid",
            "sin", "softmax", "split", "sqrt", "square", "sub", "t", "tanh", "tile", "to", "topk", "type_as", "unbind",
            "unflatten", "unfold", "unsqueeze", "view", "where"}  # fmt: skip
OF_JAX = {"astype", "at"}
WHO = (
    (OF_JAX_AND_TORCH, "tensors of JAX and PyTorch"),
    (OF_TORCH, "tensors of PyTorch"),
    (OF_JAX, "arrays of JAX"),
)
# Those of TensorFlow's tensors have a rule of their own.
OF_TENSORFLOW = {"get_shape", "set_shape", "numpy"}
OF_SOME_BACKEND = OF_JAX_AND_TORCH | OF_TORCH | OF_JAX | OF_TENSORFLOW
