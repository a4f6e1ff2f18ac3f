"""A stranger's spec runs no code: whatever stands in its fields never becomes a name in what is written."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import Any

import black
import pytest

from layergen.generated import document_of, generate_files
from layergen.spec.problems import SpecError

# Text that would be code if it ended the literal, comment or message it is put into.
TEXTS = [
    'a """" + CANARY + """"', '"""\nCANARY\n"""', "'''\nCANARY\n'''", 'a\\"""\nCANARY\n"""', '\\\\"""CANARY"""',
    "end\\", '"', 'a"', '""', '"""""""CANARY', "{CANARY}", "{CANARY!r:>10}", '"); CANARY; ("', "'); CANARY; ('",
    "\nCANARY\n", "\rCANARY\r", "\x0cCANARY", "\u2028CANARY", "\x85CANARY", '`a" "" CANARY `"""', "{{ CANARY }}",
    "{{{CANARY}}}", "{% CANARY %}", "`x'\" {CANARY}`", "N\\N{DASH}", "\\x", "\\u12", "\0CANARY", "\ud800CANARY",
    "# CANARY", "# layergen: ignore[LG101]\nCANARY", "}{CANARY", "{" * 40 + "CANARY",
]  # fmt: skip
CALLS = [
    'y = x + len(f"{CANARY}")', "def f(a: CANARY):\n  return a\ny = f(x)", "def f(a) -> CANARY:\n  return a\ny = f(x)",
    "def f(a, *b: CANARY):\n  return a\ny = f(x)", "def f(a=CANARY):\n  return a\ny = f(x)", "y = (lambda a=CANARY: a)(x)",
    "y: CANARY = x", "@CANARY\ndef f(a):\n  return a\ny = f(x)", "y = [CANARY for _ in range(3)][0]",
    "y = x if CANARY else x", "for i in CANARY:\n  y = x", "y = x[CANARY]", "y = x[0:CANARY]", "y = (CANARY := x)",
    "y = sum(x, axis=CANARY)", 'y = einsum(f"ab{CANARY}", x)', 'y = x if f"{CANARY}" else x', "y = [k for k in x.CANARY]",
    "global CANARY\ny = x", "y = x\nCANARY()", "y = x; kernel.assign(CANARY)", "y = print(CANARY, x)",
    "add_loss(CANARY)\ny = x", "y = cast(x, CANARY)", 'y = cast(x, dtype=f"{CANARY}")', "y = zeros(batch, dtype=CANARY)",
    "y = image.resize(x, CANARY)", "y = map(CANARY, x)", "lambda: CANARY\ny = x", "y = x\nreturn CANARY",
    'y = f"{x!r:{CANARY}}"', "y = sum([c for c in (yield CANARY)])", "y = x + {**CANARY}", "y = g(*CANARY)",
    "y = sum(x, **CANARY)", 'y = sum(x, **{f"{CANARY}": 1})', "y = x\ntry:\n  CANARY\nfinally:\n  pass",
    "while CANARY:\n  y = x", "with CANARY as y:\n  pass", "import CANARY\ny = x", "from os import CANARY\ny = x",
    "class CANARY:\n  pass\ny = x", "del CANARY\ny = x", "assert CANARY\ny = x", "raise CANARY\ny = x",
    "match x:\n  case CANARY:\n    y = x", "y = [CANARY for CANARY in []] or CANARY", "y = await CANARY", "y = x; CANARY",
]  # fmt: skip
STATIC = [
    "[CANARY for CANARY in []] or CANARY", "sum([i for i in CANARY])", 'f"{CANARY}"', "(lambda: CANARY)()",
    "units if CANARY else 1", "units.CANARY", "x.CANARY", "abs(CANARY)", "max(key=CANARY)", "{CANARY}", "CANARY[0]",
    "units and CANARY", "(CANARY := 3)", "[1 for i in range(3) if CANARY]", "sorted([1], key=CANARY)",
]  # fmt: skip
# What reaches Python, the file system or another class, written out: refused wherever it stands.
REFUSED_CALLS = [
    '__import__("os").system("id")', "().__class__", "x.__class__", 'open("/etc/passwd")', 'eval("1")', 'exec("1")',
    'getattr(x, "shape")', "globals()", "vars(x)", 'x.numpy().tofile("f")', "breakpoint()", "keras.saving.load_model(x)",
    'norm.save_own_variables({})', "norm.get_config()", "norm._layers", 'np.fromfile("f")', "self.kernel",
    "[norm.set_weights][0]([])", "type(x)", 'compile("1", "", "eval")', "input()", "super()", "x.shape.__len__()",
    '"{0.__class__}".format(x)', "norm.add_weight", "dir()", "help()", "exit()", "memoryview(x)", "setattr(x, 'a', 1)",
]  # fmt: skip
REFUSED_LAYERS = [
    "Lambda(1)", "TFSMLayer('/tmp/m')", "TorchModuleWrapper(1)", "JaxLayer(1)", "FlaxLayer(1)", "Model()",
    "keras.layers.Lambda(len)", "TimeDistributed(Lambda(len))", "StringLookup(vocabulary='/etc/passwd')", "IntegerLookup(vocabulary='/etc/passwd')",
    "TextVectorization(vocabulary='/etc/passwd')", "Dense(**{'units': 3})", "__import__('os')", "InputLayer()",
]  # fmt: skip
BASE: dict[str, Any] = {
    "layer": "Target",
    "args": {"units": {"type": "int", "min": 1}},
    "inputs": {"x": "batch, ..., features"},
    "weights": {"kernel": "features, units"},
    "call": "y = x @ kernel",
    "outputs": {"y": "batch, ..., units"},
}


def spec(**changes: Any) -> dict[str, Any]:
    made = copy.deepcopy(BASE)
    for key, value in changes.items():
        both_maps = isinstance(value, dict) and isinstance(made.get(key), dict)
        made[key] = {**made[key], **value} if both_maps else value
    return made


def with_mode(arg: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A spec with an argument `m` that decides something."""
    call = "y = x @ kernel\nif m == 'b':\n  y = y + 1"
    return spec(args={"m": arg}, **{"call": call, **changes})


def specs_with(text: str) -> Iterator[dict[str, Any]]:
    """One spec for each field that can hold the text."""
    for key in (
        "summary",
        "description",
        "reference",
        "package",
        "layer",
        "mask",
        "require",
        "inputs_as",
    ):
        yield spec(**{key: text})
    yield spec(reference=["a", text])
    yield spec(reference=f"{text} arXiv:1234.56789")
    yield spec(args={"units": {"type": "int", "doc": text}})
    yield spec(inputs={"x": {"shape": "batch, ..., features", "doc": text}})
    yield spec(weights={"kernel": {"shape": "features, units", "doc": text}})
    yield spec(outputs={"y": {"shape": "batch, ..., units", "doc": text}})
    option = {"type": "float", "default": 1.0, "doc": text}
    yield spec(call_args={"k": option}, call="y = x @ kernel * k")
    yield spec(
        call_args={"k": {"type": "str", "default": text}},
        call="y = x @ kernel\nif k == 'a':\n  y = y + 1",
    )
    for kind in ("str", "activation", "initializer", "dtype", "ints"):
        yield with_mode({"type": kind, "default": text})
    yield with_mode({"type": "choice", "choices": [text, "b"]})
    yield with_mode({"type": "choice", "choices": [text, "b"], "default": text})
    yield with_mode({"type": "str", "default": "a"}, example={"m": text})
    yield with_mode({"type": "str", "default": "a"}, require=f"m != {text!r}")
    yield spec(example={text: 3})
    yield spec(example={"units": text})
    when = f"m != {text!r}"
    yield with_mode(
        {"type": "str", "default": "a"},
        weights={"b": {"shape": "units", "when": when}},
        call=f"y = x @ kernel\nif {when}:\n  y = y + b",
    )
    yield with_mode(
        {"type": "str", "default": "a"},
        outputs={"z": {"shape": "batch, ..., units", "when": when}},
        call="y = x @ kernel\nz = y + 1\nif m == 'c':\n  z = y",
    )
    yield spec(call=f"y = einsum({text!r}, x, kernel)")
    yield spec(call=f"y = x @ kernel {text}")
    yield spec(call=f"# {text}\ny = x @ kernel  # {text}")
    yield spec(call=f"'''{text}'''\ny = x @ kernel")
    for arguments in ({"units": 3, "activation": text}, {"units": 3, text: 1}):
        yield spec(
            layers={"d": {"class": "Dense", "args": arguments}}, call="y = x @ kernel + sum(d(x))"
        )
    yield spec(layers={"d": text}, call="y = x @ kernel + sum(d(x))")
    for key in ("initializer", "regularizer", "constraint", "arg", "trainable", "count"):
        yield spec(weights={"kernel": {"shape": "features, units", key: text}})
    yield spec(weights={"kernel": text})
    yield spec(inputs={"x": text})
    yield spec(outputs={"y": text})
    yield spec(sizes={"s": text}, weights={"w": "s"}, call="y = x @ kernel + sum(w)")
    yield spec(constants={"c": text}, call="y = x @ kernel + sum(c)")
    yield spec(inputs={text: "batch, d"})
    yield spec(args={text: 1.0})
    yield spec(weights={text: "units"})


def specs_with_expression(text: str) -> Iterator[dict[str, Any]]:
    call = "y = x @ kernel + sum(s)"
    yield spec(sizes={"n": text}, weights={"s": "n"}, call=call)
    yield spec(constants={"s": text}, call=call)
    yield spec(weights={"s": {"shape": "units", "initializer": text}}, call=call)
    yield spec(weights={"s": {"shape": "units", "initializer": f"Constant({text})"}}, call=call)
    yield spec(
        layers={"s": {"class": "Activation", "args": {"activation": text}}},
        call="y = s(x) @ kernel",
    )
    yield spec(layers={"s": f"Activation({text})"}, call="y = s(x) @ kernel")
    yield spec(require=text)
    yield spec(weights={"s": text}, call=call)
    yield spec(outputs={"y": f"batch, {text}"})


def named(tree: ast.AST) -> list[str]:
    fields = ("id", "attr", "arg", "name", "module")
    words = [str(getattr(node, field, "")) for node in ast.walk(tree) for field in fields]
    return [word for word in words if "CANARY" in word]


@pytest.fixture(autouse=True)
def unformatted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Black moves code and changes none, and takes most of the time."""
    monkeypatch.setattr(black, "format_str", lambda text, mode: text)


def assert_is_text(data: dict[str, Any]) -> None:
    """The spec is refused, or what it says is in no name of the files."""
    try:
        made = generate_files(document_of(data), "from a test")
    except SpecError:
        return
    assert named(ast.parse(made.layer)) == [], made.layer
    assert named(ast.parse(made.test)) == [], made.test


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_text_stays_text(text: str) -> None:
    for data in specs_with(text):
        assert_is_text(data)


@pytest.mark.parametrize("text", STATIC)
def test_static_expressions_reach_only_what_is_in_scope(text: str) -> None:
    for data in specs_with_expression(text):
        assert_is_text(data)


@pytest.mark.parametrize("call", CALLS)
def test_call_reaches_only_what_is_in_scope(call: str) -> None:
    assert_is_text(spec(call=call))


@pytest.mark.parametrize("expression", REFUSED_CALLS)
def test_nothing_but_tensor_mathematics(expression: str) -> None:
    norm = {"norm": {"class": "LayerNormalization"}}
    for call in (
        f"y = norm(x) @ kernel\nz = {expression}\ny = y + z",
        f"def f(a):\n  return a\ny = norm(x) @ kernel + f({expression})",
    ):
        with pytest.raises(SpecError):
            generate_files(document_of(spec(layers=norm, call=call)))
    for data in specs_with_expression(expression):
        with pytest.raises(SpecError):
            generate_files(document_of(data))


@pytest.mark.parametrize("written", REFUSED_LAYERS)
def test_layers_that_run_or_read_are_no_sublayers(written: str) -> None:
    with pytest.raises(SpecError):
        generate_files(document_of(spec(layers={"s": written}, call="y = s(x) @ kernel")))


def test_file_names_in_the_header_stay_in_it() -> None:
    made = generate_files(document_of(spec()), "from a\nCANARY = 1\nb.yaml")
    assert named(ast.parse(made.layer)) == [] and named(ast.parse(made.test)) == []


@pytest.mark.parametrize(
    "size",
    [
        "9 ** 9 ** 9",
        "units ** 10 ** 9",
        "sum(range(10 ** 12))",
        "1 << 10 ** 9",
        "len('a' * 10 ** 10)",
        "pow(9, 10 ** 9)",
    ],
)
def test_no_size_takes_for_ever(size: str) -> None:
    """Sizes are computed while the example is sought."""
    data = spec(sizes={"s": size}, weights={"w": "s"}, call="y = x @ kernel + sum(w)")
    with pytest.raises(SpecError):
        generate_files(document_of(data))


@pytest.mark.parametrize(
    "text",
    ["-" * 3000 + "1", "(" * 500 + "1" + ")" * 500, "+".join("1" * 3000), "[" * 150 + "]" * 150],
)
def test_deep_nesting_is_refused(text: str) -> None:
    for data in (spec(call=f"y = {text}"), *specs_with_expression(text), spec(mask=text)):
        with pytest.raises(SpecError):
            generate_files(document_of(data))


@pytest.mark.parametrize(
    "name", ["Keras", "Numpy", "Json", "Lambda", "Math", "Pytest", "Import", "If", "Types"]
)
def test_the_file_hides_no_module(name: str) -> None:
    made = generate_files(document_of(spec(layer=name)))
    assert made.module == f"{name.lower()}_layer"
