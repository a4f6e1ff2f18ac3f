"""How many axes the first input has, by what a layer's source and docstring say of it."""

from __future__ import annotations

import ast
import re
from collections import Counter

SHAPE_METHODS = ("build", "compute_output_shape", "compute_output_spec")
RANK_OF_CLASS = re.compile(r"([123])[dD](?![a-z])")
# What an arrow points to is the output.
SHAPE_IN_WORDS = re.compile(
    r"(?<!>)(?<!> )(?<!→)(?<!→ )\(\s*(?:batch\w*|None|B|N|b|n|bs)\s*,([^()]*)\)"
)
RANK_IN_WORDS = re.compile(
    r"\b([2345])\s?-?[dD]\b(?=[^.\n]{0,30}(?:tensor|input|array))|rank[- ]([2345])\b"
)
OF_IMAGES = re.compile(
    r"\b\w*(?:Conv2D|Pooling2D|Pool2D|UpSampling2D|Dropout2D)\w*\(|\bimage\.\w+\("
)
OF_EACH_IMAGE = re.compile(r"def \w*_images?\(")
OF_SEQUENCES = re.compile(
    r"\b(?:Conv1D|GlobalAveragePooling1D|LSTM|GRU|SimpleRNN|RNN|MultiHeadAttention|Bidirectional)\("
)


def ranks_of(
    tree: ast.Module, text: str, docstrings: list[str], name: str, first: str, count: int | None
) -> tuple[tuple[int, ...], bool]:
    """Ranks of the first input by weight of what speaks for them; `sure` where it is written down.

    `count` is the length of the list that the first argument is: so many shapes may be unpacked.
    """
    votes: Counter[int] = Counter()
    before_output = "\n".join(
        re.split(r"\n\s*(?:Output shape|Returns?)\b", d)[0] for d in docstrings
    )
    for parts in SHAPE_IN_WORDS.findall(before_output)[:3]:
        sizes = [part for part in parts.split(",") if part.strip()]
        if "..." not in parts and "*" not in parts:
            votes[len(sizes) + 1] += 6 if sizes else 3
    for groups in RANK_IN_WORDS.findall(before_output)[:2]:
        votes[int(groups[0] or groups[1])] += 4
    if match := RANK_OF_CLASS.search(name):
        votes[int(match.group(1)) + 2] += 8
    least = 1
    for method in methods(tree):
        if method.name == "call" or method.name in SHAPE_METHODS:
            for rank, weight in _ranks_of_code(method, first, count):
                if weight:
                    votes[rank] += weight
                else:
                    least = max(least, rank)
    sure = bool(votes) and max(votes.values()) >= 4
    if OF_IMAGES.search(text):
        votes[4] += 3
    if OF_SEQUENCES.search(text):
        votes[3] += 3
    summary = "".join(docstrings[:1]).split("\n\n")[0]
    if re.search(r"\bimages?\b", summary + first) or OF_EACH_IMAGE.search(text):
        votes[4] += 2
    for rank in _ranks_of_name(first):
        votes[rank] += 2
    order = [rank for rank, _ in votes.most_common()] + [3, 2, 4, 5, 1]
    order = list(dict.fromkeys(order))
    return (
        tuple([rank for rank in order if rank >= least] + [rank for rank in order if rank < least]),
        sure,
    )


def _ranks_of_code(method: ast.FunctionDef, first: str, count: int | None) -> list[tuple[int, int]]:
    """(rank, weight) from unpacking and transposing; (rank, 0) is a lower bound from an index or an axis."""
    subject = method.args.args[1].arg if len(method.args.args) > 1 else first
    found: list[tuple[int, int]] = []
    shapes = (
        {subject} if method.name in SHAPE_METHODS else {f"{subject}.shape", f"ops.shape({subject})"}
    )
    shapes |= {f"keras.{shape}" for shape in shapes if shape.startswith("ops")} | {
        f"tuple({s})" for s in shapes
    }
    replaced = _first_replaced(method, subject)
    for node in ast.walk(method):
        if getattr(node, "lineno", 0) > replaced:
            continue  # the name stands for something else by then
        if isinstance(node, ast.Assign) and ast.unparse(node.value) in shapes:
            target = node.targets[0]
            if isinstance(target, ast.Name):
                shapes.add(target.id)
            names = [ast.unparse(e) for e in target.elts] if isinstance(target, ast.Tuple) else []
            of_shapes = method.name in SHAPE_METHODS and (
                len(names) == count or _are_indexed(method, names)
            )
            if of_shapes:
                continue
            if names and not any("shape" in name or "*" in name for name in names):
                found.append((len(names), 6))
            elif any("*" in name for name in names):
                found.append((len(names), 0))
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) in shapes:
            index = _integer(node.slice)
            if index is not None:
                # The last axis of a shape is asked for where there is one beside the batch.
                found.append((index + 1 if index >= 0 else max(-index, 2), 0))
        elif isinstance(node, ast.Subscript):
            found += _ranks_of_slices(node, subject)
        if isinstance(node, ast.Assign) and _is_height(node):
            found.append((4, 3))
        if isinstance(node, ast.Call):
            found += _ranks_of_operation(node, subject)
    return found


def _are_indexed(method: ast.FunctionDef, names: list[str]) -> bool:
    """Whether what was unpacked are shapes themselves: of a list of inputs."""
    return any(
        isinstance(node, ast.Subscript) and ast.unparse(node.value) in names
        for node in ast.walk(method)
    )


def _ranks_of_slices(node: ast.Subscript, subject: str) -> list[tuple[int, int]]:
    """`x[:, a:b, c:d]` takes three axes at least; `x[:, None]` alone is what a number for each sample gets."""
    items = node.slice.elts if isinstance(node.slice, ast.Tuple) else []
    operand = node.value
    if isinstance(operand, ast.Call) and ast.unparse(operand.func).endswith("cast"):
        operand = operand.args[0]
    if not items or not is_name(operand, subject):
        return []
    taken = [
        item for item in items if not (isinstance(item, ast.Constant) and item.value in (None, ...))
    ]
    vector = len(items) == 2 and len(taken) == 1 and isinstance(items[0], ast.Slice)
    return [(1, 2)] if vector else [(len(taken), 0)]


def _is_height(node: ast.Assign) -> bool:
    """Whether a size is called by what images have: `h, w = x.shape[1], x.shape[2]`."""
    target, value = node.targets[0], node.value
    pairs = (
        zip(target.elts, value.elts, strict=False)
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
        else [(target, value)]
    )
    return any(
        isinstance(one, ast.Name)
        and one.id in ("h", "height")
        and isinstance(size, ast.Subscript)
        and "shape" in ast.unparse(size.value)
        for one, size in pairs
    )


def _first_replaced(method: ast.FunctionDef, subject: str) -> int:
    """The last line on which an argument's name still stands for what was passed."""
    lines = [
        node.end_lineno or node.lineno
        for node in ast.walk(method)
        if isinstance(node, ast.Assign) and any(is_name(target, subject) for target in node.targets)
    ]
    return min(lines, default=10**9)


def _ranks_of_operation(node: ast.Call, subject: str) -> list[tuple[int, int]]:
    operation = ast.unparse(node.func).rpartition(".")[2]
    about = bool(node.args) and is_name(node.args[0], subject)
    if operation == "transpose" and about:
        axes = [*node.args[1:], *(keyword.value for keyword in node.keywords)]
        if axes and isinstance(axes[0], ast.Tuple | ast.List):
            return [(len(axes[0].elts), 5)]
    if operation == "einsum" and len(node.args) > 1 and isinstance(node.args[0], ast.Constant):
        operands = str(node.args[0].value).replace(" ", "").split("->")[0].split(",")
        for operand, value in zip(operands, node.args[1:], strict=False):
            if is_name(value, subject) and "..." not in operand:
                return [(len(operand), 5)]
    if about and operation not in ("expand_dims", "stack", "concatenate", "concat"):
        for keyword in node.keywords:
            axis = _integer(keyword.value) if keyword.arg == "axis" else None
            if axis is not None:
                return [(axis + 1 if axis >= 0 else -axis, 0)]
    return []


def _integer(node: ast.AST) -> int | None:
    try:
        value = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError):
        return None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _ranks_of_name(name: str) -> tuple[int, ...]:
    words = set(re.split(r"[_\d]+", name.lower()))
    if (
        words & {"image", "images", "img", "imgs", "pixel", "pixels", "picture", "photos"}
        or "map" in words
    ):
        return (4,)
    if words & {"video", "videos", "clip", "volume", "voxels"}:
        return (5,)
    if words & {"sequence", "sequences", "query", "seq", "hidden", "tokens", "embeddings", "audio"}:
        return (3,)
    return ()


def methods(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
