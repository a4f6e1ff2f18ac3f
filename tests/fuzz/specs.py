"""Strategies that make specs of all sorts, right by construction, and break them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

ACTIVATIONS = ("relu", "tanh", "sigmoid", "softmax", "gelu", "linear")
UNARY = ("tanh(h)", "relu(h)", "h * 0.5", "-h", "h + 1", "abs(h)", "sqrt(abs(h) + 1e-6)", "softmax(h, axis=-1)", "h ** 2", "where(h > 0, h, 0.1 * h)", "clip(h, -1, 1)", "cumsum(h, axis=-1)", "flip(h, axis=-1)", "h / (1 + max(abs(h), axis=-1, keepdims=True))", "(h - mean(h, axis=-1, keepdims=True)) * rsqrt(var(h, axis=-1, keepdims=True) + 1e-5)", "cast(h > 0, float) * h", "stop_gradient(h) + h", "maximum(h, 0.0)")  # fmt: skip


class Builder:
    """A spec under construction: `h` is the value at hand, `axes` its shape."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.args: dict[str, Any] = {}
        self.sizes: dict[str, Any] = {}
        self.require: list[str] = []
        self.weights: dict[str, Any] = {}
        self.layers: dict[str, Any] = {}
        self.constants: dict[str, str] = {}
        self.lines: list[str] = []
        self.count = 0

    def name(self, stem: str) -> str:
        self.count += 1
        return f"{stem}{self.count}"

    def one_of(self, *values: Any) -> Any:
        return self.draw(st.sampled_from(values))

    def yes(self) -> bool:
        return self.draw(st.booleans())

    @property
    def last(self) -> str:
        return self.axes[-1]


def start(build: Builder) -> dict[str, Any]:
    """Inputs, and the line that makes `h` of them."""
    middle = build.one_of(["..."], [], ["time"], ["height", "width"], ["..."], ["time"])
    build.axes = ["batch", *middle, "features"]
    shape = ", ".join(build.axes)
    shape_value = build.one_of(shape, list(build.axes))
    kind = build.one_of("one", "one", "one", "two", "optional", "int", "count", "dict", "list")
    first = build.one_of("x", "inputs", "tokens")
    if kind == "int":
        build.axes = ["batch", *middle] if middle else ["batch", "time"]
        build.args["vocabulary"] = {"type": "int", "min": 1, "default": 11}
        table = build.name("table")
        build.weights[table] = {"shape": "vocabulary, 6", "initializer": "uniform"}
        spec = {"inputs": {first: {"shape": ", ".join(build.axes), "dtype": "int"}}}
        build.lines.append(f"h = take({table}, {first}, axis=0)")
        build.axes = [*build.axes, "6"]
        return spec
    if kind == "count":
        build.lines.append(
            f"h = sum({first})" if build.yes() else f"h = mean(stack({first}), axis=0)"
        )
        return {"inputs": {first: {"shape": shape_value, "count": build.one_of("any", 3)}}}
    inputs: dict[str, Any] = {first: shape_value}
    spec = {"inputs": inputs}
    if kind in ("two", "dict", "list"):
        inputs["other"] = build.one_of(
            shape, f"batch, ..., {build.last}" if "..." in shape else shape
        )
        build.lines.append(f"h = {first} {build.one_of('+', '*', '-')} other")
        if kind != "two":
            spec["inputs_as"] = kind
        return spec
    build.lines.append(f"h = {first}")
    if kind == "optional":
        inputs["other"] = {"shape": shape, "optional": True}
        build.lines += ["if other is not None:", "    h = h + other"]
    return spec


def kernel(build: Builder) -> None:
    units = build.one_of("units", "2 * units", "4", build.last)
    if "units" in units:
        build.args.setdefault(
            "units", build.one_of({"type": "int", "min": 1}, {"type": "int", "default": 5})
        )
    name = build.name("kernel")
    entry: dict[str, Any] = {"shape": f"{build.last}, {units}"}
    choice = build.one_of("plain", "arg", "word", "call", "args")
    if choice == "arg":
        entry["arg"] = name
    elif choice == "word":
        entry |= {"initializer": "he_normal", "regularizer": "l2"}
    elif choice == "call":
        entry["initializer"] = "RandomNormal(stddev=0.02)"
    elif choice == "args":
        build.args["start"] = {"type": "initializer", "default": "orthogonal"}
        entry["initializer"] = "start"
    build.weights[name] = entry
    build.lines.append(
        build.one_of(
            f"h = h @ {name}", f"h = matmul(h, {name})", f'h = einsum("...i,io->...o", h, {name})'
        )
    )
    build.axes = [*build.axes[:-1], units]


def scale(build: Builder) -> None:
    name, stem = build.name("scale"), build.one_of("ones", "uniform")
    build.weights[name] = {"shape": build.last, "initializer": stem, "trainable": build.yes()}
    build.lines.append(f"h = h * {name}")


def bias(build: Builder) -> None:
    name, flag = build.name("bias"), build.name("use_bias")
    build.args[flag] = build.one_of(True, False)
    build.weights[name] = {"shape": build.last, "when": flag}
    build.lines += [f"if {flag}:", f"    h = h + {name}"]


def activation(build: Builder) -> None:
    name = build.one_of("activation", build.name("own_activation"))
    build.args[name] = {"type": "activation", "default": build.one_of(*ACTIVATIONS)}
    build.lines.append(f"h = {name}(h)")


def unary(build: Builder) -> None:
    build.lines.append(f"h = {build.one_of(*UNARY)}")


def mode(build: Builder) -> None:
    name = build.name("mode")
    build.args[name] = {"type": "choice", "choices": ["add", "multiply"], "default": "add"}
    build.lines += [f'if {name} == "add":', "    h = h + 2", "else:", "    h = h * 2"]


def number(build: Builder) -> None:
    name = build.name("rate")
    build.args[name] = build.one_of(
        0.5,
        {"type": "float", "default": 0.25, "min": 0, "max": 1},
        "float = 0.1",
        {"type": "float", "optional": True},
    )
    optional = isinstance(build.args[name], dict) and "default" not in build.args[name]
    build.lines += (
        [f"if {name} is not None:", f"    h = h * {name}"] if optional else [f"h = h * {name}"]
    )


def noise(build: Builder) -> None:
    build.lines += [
        "if training:",
        f"    h = {build.one_of('h + normal(h.shape)', 'dropout(h, 0.3)', 'h * uniform(h.shape, 0.5, 1.5)')}",
    ]


def loss(build: Builder) -> None:
    build.lines.append(build.one_of("add_loss(mean(h ** 2))", "add_loss(0.1 * sum(square(h)))"))


def state(build: Builder) -> None:
    name = build.name("moving")
    if build.yes():
        build.weights[name] = {"shape": [], "initializer": "zeros", "trainable": False}
        value = "mean(h)"
    else:
        build.weights[name] = {"shape": build.last, "initializer": "zeros", "trainable": False}
        value = "mean(h, axis=list(range(h.ndim - 1)))"
    build.lines += [
        "if training:",
        f"    {name}.assign({name} * 0.9 + 0.1 * {value})",
        f"h = h - {name}",
    ]


def sublayer(build: Builder) -> None:
    name = build.name("inner")
    shape = ", ".join(build.axes)
    kind = build.one_of("Dense", "LayerNormalization", "Dropout", "counted")
    if kind == "Dense":
        build.layers[name] = build.one_of(
            {"class": "Dense(7)", "shape": shape},
            {"class": "Dense", "args": {"units": 7, "activation": "relu"}, "shape": shape},
        )
        build.axes = [*build.axes[:-1], "7"]
        build.lines.append(f"h = {name}(h)")
    elif kind == "counted":
        build.layers[name] = {"class": f"Dense({build.last})", "shape": shape, "count": 2}
        build.lines += [f"for step in {name}:", "    h = h + step(h)"]
    else:
        build.layers[name] = {
            "class": f"{kind}(0.1)" if kind == "Dropout" else kind,
            "shape": shape,
        }
        build.lines.append(f"h = {name}(h)")


def constant(build: Builder) -> None:
    name = build.name("table")
    build.constants[name] = f"arange({build.last}) / {build.last}"
    build.lines.append(f"h = h + {name}")


def heads(build: Builder) -> None:
    if "..." in build.axes or len(build.axes) != 3:
        return unary(build)
    size, count = build.name("head_size"), build.name("heads")
    build.args[count] = {"type": "int", "min": 1, "default": 1}
    build.require.append(f"({build.last}) % {count} == 0")
    build.sizes[size] = f"({build.last}) // {count}"
    time = build.axes[1]
    build.lines += [
        f"h = reshape(h, (batch, {time}, {count}, {size}))", "h = transpose(h, (0, 2, 1, 3))",
        "h = softmax(h @ transpose(h, (0, 1, 3, 2))) @ h",
        f"h = reshape(transpose(h, (0, 2, 1, 3)), (batch, {time}, {build.last}))",
    ]  # fmt: skip
    return None


def pool(build: Builder) -> None:
    if "..." in build.axes or len(build.axes) < 3:
        return unary(build)
    build.lines.append(f"h = {build.one_of('mean', 'max', 'sum')}(h, axis=1)")
    build.axes = [build.axes[0], *build.axes[2:]]
    return None


def double(build: Builder) -> None:
    build.lines.append(
        build.one_of(
            "h = concatenate([h, h], axis=-1)",
            "h = tile(h, 2) if h.ndim == 1 else concatenate([h, -h], axis=-1)",
        )
    )
    build.axes = [*build.axes[:-1], f"2 * ({build.last})"]


def masked(build: Builder) -> None:
    if len(build.axes) != 3 or "..." in build.axes or build.weights.get("mask") is False:
        return unary(build)
    name = "mask" if len(build.inputs) == 1 else f"{next(iter(build.inputs))}_mask"
    if build.axes[1] != "time":
        return unary(build)
    asked = f"{name} is not None"
    if "count" in next(iter(build.inputs.values())):  # a list of masks
        name, asked = f"{name}[0]", f"{asked} and {name}[0] is not None"
    build.lines += [f"if {asked}:", f"    h = where({name}[:, :, None], h, 0.0)"]
    return None


def loop(build: Builder) -> None:
    name = build.name("steps")
    build.args[name] = {"type": "int", "min": 0, "default": 2}
    build.lines += [f"for i in range({name}):", "    h = h + i * 0.1"]


def listed(build: Builder) -> None:
    name = build.name("banks")
    build.weights[name] = {"shape": build.last, "count": 3, "initializer": "uniform"}
    build.lines.append(
        build.one_of(
            f"h = sum([h * bank for bank in {name}])",
            f"h = mean(stack([h * {name}[i] for i in range(3)]), axis=0)",
        )
    )


def function(build: Builder) -> None:
    build.lines += ["def smooth(value):", "    return 0.5 * (value + tanh(value))", "h = smooth(h)"]


STEPS = (kernel, kernel, scale, bias, activation, unary, unary, mode, number, noise, loss, state, sublayer, constant, heads, pool, double, masked, loop, listed, function)  # fmt: skip


@st.composite
def specs(draw: Any) -> dict[str, Any]:
    """A spec that should be accepted."""
    build = Builder(draw)
    spec: dict[str, Any] = {
        "layer": draw(st.sampled_from(["Made", "MyLayer", "GLU2D"])),
        **start(build),
    }
    build.inputs = spec["inputs"]
    for step in draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=6)):
        step(build)
    if draw(st.booleans()):
        build.lines.insert(0, "# The comment stays where it is.")
    build.lines.append(
        draw(st.sampled_from(["y = h", "y = h + 0.0", "y = identity_of(h)"])).replace(
            "identity_of(h)", "h * 1.0"
        )
    )
    shape = ", ".join(build.axes)
    spec["outputs"] = {"y": draw(st.sampled_from([shape, {"shape": shape}]))}
    if draw(st.integers(0, 3)) == 0:
        build.lines.append(draw(st.sampled_from(["z = sum(h, axis=-1)", "z = argmax(h, axis=-1)"])))
        spec["outputs"]["z"] = (
            ", ".join(build.axes[:-1]) if "..." in build.axes or len(build.axes) > 1 else []
        )
        spec["outputs_as"] = draw(st.sampled_from(["list", "tuple", "dict"]))
    spec["call"] = "\n".join(build.lines)
    for key in ("args", "sizes", "require", "weights", "layers", "constants"):
        if getattr(build, key):
            spec[key] = getattr(build, key)
    if draw(st.integers(0, 4)) == 0:
        spec |= {
            "summary": draw(st.text(max_size=60)).replace("\0", ""),
            "reference": "Some, 2020, arXiv:2001.00001",
        }
    return spec


SCRAPS = ("", "x", "h +", "batch", "...", "units", "-1", "0", "1.5", "lambda", "self", "import os", "[", "{}", "y = ", "mask", "nan", "x.shape", "a b", "é", "if True:", "max(", "None", "True", "batch, batch", "9" * 30, "'", '"""', "\n", "#")  # fmt: skip


@st.composite
def broken(draw: Any) -> Any:
    """A spec with something replaced, cut or added: it may be anything."""
    spec = draw(specs())
    for _ in range(draw(st.integers(1, 3))):
        spec = _broken_once(draw, spec, 0)
    return spec


def _broken_once(draw: Any, value: Any, depth: int) -> Any:
    if isinstance(value, dict) and value and (depth == 0 or draw(st.booleans())):
        key = draw(st.sampled_from(sorted(value)))
        action = draw(st.sampled_from(["into", "into", "into", "drop", "rename", "replace"]))
        rest = {name: item for name, item in value.items() if name != key}
        if action == "drop":
            return rest
        if action == "rename":
            return {**rest, draw(st.sampled_from([*SCRAPS, key + "s", key.upper()])): value[key]}
        if action == "replace":
            return {**rest, key: draw(junk())}
        return {**value, key: _broken_once(draw, value[key], depth + 1)}
    if isinstance(value, list) and value:
        index = draw(st.integers(0, len(value) - 1))
        return [*value[:index], draw(junk()), *value[index + 1 :]]
    if isinstance(value, str) and value:
        start, stop = sorted(
            draw(st.tuples(st.integers(0, len(value)), st.integers(0, len(value))))
        )
        return value[:start] + draw(st.sampled_from(SCRAPS)) + value[stop:]
    return draw(junk())


def junk() -> st.SearchStrategy[Any]:
    simple = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-3, 10**20),
        st.floats(),
        st.sampled_from(SCRAPS),
        st.text(max_size=12),
    )
    return st.one_of(
        simple,
        st.lists(simple, max_size=3),
        st.dictionaries(
            st.sampled_from(["shape", "type", "default", "class", "x"]), simple, max_size=3
        ),
    )
