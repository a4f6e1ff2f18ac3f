"""Values for constructor arguments that have no default: by annotation, by name, by what the source compares them with."""

from __future__ import annotations

import inspect
import itertools
import re
from collections.abc import Iterator
from typing import Any

from layergen.check.probes.driving.argument_uses import (
    choices_of,
    parts_of,
    used_as_dict,
    used_as_list,
)
from layergen.check.probes.driving.elements import elements_of
from layergen.check.probes.driving.keyed import of_keys
from layergen.check.probes.driving.reading import Reading
from layergen.check.probes.driving.roles import BATCH, SIZE
from layergen.check.probes.driving.signatures import EMPTY

# (pattern on the argument's name, values in order of trial); the first pattern that matches counts.
BY_NAME: tuple[tuple[str, list[Any]], ...] = (
    (r"^batch_?size$", [BATCH]),
    (r"^(output_shape)$", [[SIZE], [5, SIZE], SIZE]),
    (r"^(target_shape|new_shape|out_shape)$", [[-1, 2], [SIZE], [4, 2], [5, SIZE]]),
    (
        r"^(image|img|input|feature|grid|spatial)_(shape|size|resolution)$",
        [[16, 16, 3], [16, 16], 16, [SIZE], SIZE],
    ),
    (r"(^|_)shape$", [[SIZE], [5, SIZE], [16, 16, 3]]),
    (r"^dims?_order$|^perm(utation)?$|^dims$", [[2, 1], [1, 2], SIZE, [3, 1, 2]]),
    (r"^equation$|^einsum", ["abc,cd->abd", "ab,bc->ac", "...a,ab->...b"]),
    (r"^axes$", [-1, 1, [1], [1, 2]]),
    (r"(^|_)axis$", [-1, 1]),
    (
        r"^(cells|rnn_cells)$",
        [[{"$layer": "GRUCell", "units": SIZE}, {"$layer": "GRUCell", "units": SIZE}]],
    ),
    (r"(^|_)cell$", [{"$layer": "GRUCell", "units": SIZE}, {"$layer": "LSTMCell", "units": SIZE}]),
    (
        r"^(layers|blocks|sublayers|modules|branches|experts)$",
        [[{"$layer": "Dense", "units": SIZE}] * 2, 2],
    ),
    (
        r"(^|_)rnn(_layer)?$|^recurrent",
        [{"$layer": "GRU", "units": SIZE, "return_sequences": True}],
    ),
    (
        r"(^|_)conv(olution)?(_layer)?$",
        [{"$layer": "Conv2D", "filters": SIZE, "kernel_size": 3, "padding": "same"}],
    ),
    (
        r"(^|_)(layer|block|module|net|network|projection|inner|wrapped|sublayer|base|mlp|ffn|encoder|decoder|backbone)$",
        [
            {"$layer": "Dense", "units": SIZE},
            {"$layer": "LSTM", "units": SIZE, "return_sequences": True},
            {"$layer": "Conv2D", "filters": SIZE, "kernel_size": 3, "padding": "same"},
        ],
    ),
    (r"^(dense|linear|fc)(_layer)?$", [{"$layer": "Dense", "units": SIZE}]),
    (r"(^|_)activation(_fn|_function)?$|^nonlinearity$|^act$", ["relu", {"$function": "identity"}]),
    (r"initializer$|^init$", ["glorot_uniform", "zeros"]),
    (r"regularizer$", ["l2"]),
    (r"constraint$", ["non_neg"]),
    (
        r"(^|_)(fn|func|function|callable|transform|callback|op)$",
        [{"$function": "identity"}, {"$function": "first"}],
    ),
    (
        r"^(use|return|is|has|do|with|apply|add|should|enable|include|share)_|(^|_)(causal|bias|residual|inverse)$",
        [True],
    ),
    (r"keep_?prob", [0.5]),
    (
        r"(reduction|squeeze|expan\w*|mlp|hidden|bottleneck|multiplier)_?(ratio|factor|rate)$",
        [2, 0.5],
    ),
    (
        r"(^|_)(rate|drop|dropout|prob|probability|p|fraction|ratio|survival\w*)$|dropout|(^|_)drop",
        [0.5, 0.25, 2],
    ),
    (
        r"^(momentum|decay|smoothing|ema|beta|beta_\d|discount|damping)$|(^|_)(momentum|decay)$",
        [0.9],
    ),
    (r"^(eps|epsilon|tol\w*|jitter)$", [1e-3]),
    (
        r"(kernel|pool|window|filter|patch|block|crop|tile)(_size|_shape|_length)?$",
        [2, [2, 2], [2]],
    ),
    (
        r"(^|_)(strides?|dilations?|dilation_rate|upsampling|upscale\w*|factors?)$",
        [2, [2, 2], 0.5, [0.5]],
    ),
    (r"padding$", ["same", 1, [1, 1]]),
    (r"^(num_)?(heads?|groups?|num_\w*heads?|n_heads?|n_groups?|nhead|attention_heads)$", [2, 4]),
    (r"key_value_heads|kv_heads", [2, 1]),
    (r"(head|key|value|query|qk|v)_(dim|size)$|^d_?[kqv]$|^dim_head$", [4, SIZE]),
    (
        r"vocab|num_(tokens|embeddings|classes|categories|bins|buckets|entities|users|items|words|ids)|n_(classes|tokens)",
        [12],
    ),
    (r"^(input_dim|in_dim|in_features|in_channels|input_size|n_in|n_features)$", [SIZE, 12, 3]),
    (
        r"(max|seq|sequence|context|num|n)_?(len|length|steps|timesteps|position|positions|frames|patch(es)?|nodes?|tokens?|points)s?$",
        [5, 16],
    ),
    (
        r"(^|_)(length|maxlen|seqlen|timesteps|steps|time|lag|order|degree|depth|levels?|rank|ndim)$",
        [2, 5],
    ),
    (r"^(n|num|nb)_(units|neurons|hidden|filters|channels|outputs|embed\w*|dims?)$", [SIZE]),
    (
        r"^(k|n|top_k|topk|n_\w+|num_\w+|number\w*|max_number|count|repeats?|times|iterations|splits?)$",
        [2, 4, SIZE],
    ),
    (r"^(height|width|rows|cols|columns|resolution)$", [SIZE, 12]),
    (
        r"units|dim|filters|channels|features|hidden|latent|embed|size|width|^d_model$|^d_\w+$|neurons|nodes|capacity",
        [SIZE],
    ),
    (
        r"^(mode|method|kind|type|reduction|aggregation|pooling|combine\w*|merge\w*|how)$",
        ["sum", "mean", "concat", "add", "max"],
    ),
    (r"^data_format$", ["channels_last"]),
    (r"seed$", [7]),
    (r"(^|_)dtype$", ["float32"]),
    (
        r"(^|_)(edges|boundaries|knots|cut_?offs?|break_?points|quantiles|thresholds|grid)$",
        [[0.25, 0.5, 0.75]],
    ),
    (r"^(mean|means|variance|variances|std|stds)$", [0.5, {"$array": {"shape": [SIZE]}}]),
    (r"(low|lower|min|start)(_|$)", [0.0]),
    (r"(high|upper|max|end|limit)(_|$)", [1.0, 2]),
    (
        r"(alpha|gamma|lambda|scale|temperature|tau|slope|threshold|weight|strength|noise|stddev|sigma|margin|value|power|gain)",
        [0.5],
    ),
    (
        r"(matrix|table|weights|kernel|adjacency|basis|filterbank|codebook)$",
        [{"$array": {"shape": [SIZE, SIZE]}}],
    ),
    (r"name$|^key$|^label$", ["something"]),
    (r"(^|_)(names|keys|labels)$", [["first", "second"]]),
)
# Compiled before the children are forked: once for all of them.
NAMES = tuple((re.compile(pattern), values) for pattern, values in BY_NAME)
BY_TYPE: dict[str, list[Any]] = {
    "bool": [True],
    "float": [0.5],
    "str": ["sum", "relu"],
    "int": [SIZE, 2],
    "Layer": [{"$layer": "Dense", "units": SIZE}],
    "Callable": [{"$function": "identity"}],
    "tuple": [{"$tuple": [2, 2]}, {"$tuple": [SIZE]}, {"$tuple": [2, 2, 2]}],
    "list": [[SIZE, SIZE], [2]],
    "Sequence": [[SIZE, SIZE], [2]],
    "dict": [{}],
    "ndarray": [{"$array": {"shape": [SIZE, SIZE]}}, {"$array": {"shape": [SIZE]}}],
}
PLURAL_OF_SIZES = re.compile(
    r"(units|sizes|dims|filters|channels|widths|features|rates)_?(list|per_\w+)?$|^(hidden|layer)s?_"
)
ANYTHING = [SIZE, 0.5, [SIZE, SIZE], "relu", {"$layer": "Dense", "units": SIZE}, True]


MANY = 3  # elements of a list: another number than that of the rows
RISING = [4, SIZE, 12]


# Arguments with a default that does not work by itself.
NEEDED_ALL_THE_SAME: dict[str, list[Any]] = {
    "vocabulary": [["a", "b", "c"], [1, 2, 3]],
    "vocab": [["a", "b", "c"]],
}


def initial_values(reading: Reading, given: dict[str, Any]) -> dict[str, list[Any]]:
    """Each argument that needs a value → the values to try, best first."""
    needed = [one for one in reading.parameters if one.default is EMPTY and one.name not in given]
    values = {one.name: values_for(one, reading) for one in needed}
    for one in reading.parameters:
        if one.default is None and one.name in NEEDED_ALL_THE_SAME and one.name not in given:
            values[one.name] = NEEDED_ALL_THE_SAME[one.name]
    return values


def values_for(parameter: inspect.Parameter, reading: Reading) -> list[Any]:
    """Values for one argument."""
    hint = "" if parameter.annotation is EMPTY else str(parameter.annotation)
    choices = choices_of(parameter.name, reading.text, hint)
    if choices:
        return choices
    named = list(_by_name(parameter.name))
    inner = elements_of(parameter, reading.text, lambda name: (_by_name(name) or [SIZE])[0])
    if inner:
        return _unique([*inner, *named])
    if parameter.name in reading.keyed_by or used_as_dict(parameter.name, reading.text):
        return _unique([*of_keys(parameter.name, reading.text, SIZE), *named])
    # The outermost type stands first: `List[int]` is a list, `Union[int, Tuple[int, int]]` may be an int.
    places = {kind: re.search(rf"\b{kind}\b", hint, re.IGNORECASE) for kind in BY_TYPE}
    known = sorted((match.start(), kind) for kind, match in places.items() if match)
    kind = known[0][1] if known else None
    if kind is None:
        if parts := parts_of(parameter.name, reading.text):
            numbers = [value for value in [*named, 4] if type(value) is int]
            return _unique([*([number] * parts for number in numbers), *named])
        many = isinstance(named[0], list) if named else False
        if parameter.name.endswith("s") and used_as_list(parameter.name, reading.text) and not many:
            if not named:
                return _unique([RISING, [SIZE] * MANY, *ANYTHING])
            sizes = [SIZE] if PLURAL_OF_SIZES.search(parameter.name) else []
            numbers = [value for value in named if type(value) in (int, float)]
            if sizes or numbers:
                return _unique([*([number] * MANY for number in sizes or numbers), *named])
        return _unique([*named, 4, [SIZE, SIZE]]) if named == [SIZE] else named or ANYTHING
    fitting = [value for value in named if _fits(value, kind)]
    return _unique([*fitting, *BY_TYPE[kind], *named])


def constructors(values: dict[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """All first choices, then one argument after the other changed, then two."""
    first = {name: options[0] for name, options in values.items()}
    yield first
    for name, options in values.items():
        for option in options[1:]:
            yield {**first, name: option}
    for one, other in itertools.combinations(values, 2):
        for a, b in itertools.product(values[one][1:3], values[other][1:3]):
            yield {**first, one: a, other: b}


def named_in_message(message: str, values: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """The choices reordered by what the layer said when it refused: how many numbers, which words, which divisor."""
    mentioned = [name for name in values if re.search(rf"\b{re.escape(name)}\b", message)]
    changed = dict(values)
    for name in mentioned or list(values)[:1]:
        better: list[Any] = []
        if match := re.search(
            r"(?:tuple|list|length|of|has|have)\D{0,20}(\d)\s*(?:integers|ints|elements|values|numbers|items)?",
            message,
        ):
            size = next((v for v in values[name] if isinstance(v, int | float)), 2)
            many = [size] * int(match.group(1)) if 0 < int(match.group(1)) < 6 else size
            better += (
                [{"$tuple": many}, many]
                if "tuple" in message and isinstance(many, list)
                else [many]
            )
        words = re.findall(r"['\"`](\w+)['\"`]", message)
        if re.search(
            r"one of|must be (?:either )?['\"`]|expected|supported|choose|allowed|valid|in \[",
            message,
            re.IGNORECASE,
        ):
            better += [word for word in words if word != name and word not in values]
        if re.search(r"callable", message):
            better.append({"$function": "identity"})
        if re.search(r"`?Layer`? instance|keras\.Layer|Keras layer|\blayer\b.*instance", message):
            better.append({"$layer": "Dense", "units": SIZE})
        if re.search(r"\binteger\b|\bint\b", message):
            better += [SIZE, 2, 3, 1]
        if match := re.search(r"(?:multiple of|divisible by)\D{0,30}(\d+)", message):
            better.append(int(match.group(1)))
        changed[name] = _unique([*better, *values[name]])
    return changed


def _by_name(name: str) -> list[Any]:
    lowered = name.lower()
    for pattern, values in NAMES:
        if pattern.search(lowered):
            return values
    return []


def _fits(value: Any, kind: str) -> bool:
    return {
        "bool": isinstance(value, bool),
        "int": isinstance(value, int) and not isinstance(value, bool),
        "float": isinstance(value, float | int) and not isinstance(value, bool),
        "str": isinstance(value, str),
        "tuple": isinstance(value, list),
        "list": isinstance(value, list),
        "Sequence": isinstance(value, list),
        "Layer": isinstance(value, dict) and "$layer" in value,
        "Callable": isinstance(value, dict | str),
        "dict": isinstance(value, dict) and not any(key.startswith("$") for key in value),
        "ndarray": isinstance(value, dict) and "$array" in value,
    }[kind]


def _unique(values: list[Any]) -> list[Any]:
    found: list[Any] = []
    for value in values:
        if not any(value == other and type(value) is type(other) for other in found):
            found.append(value)
    return found
