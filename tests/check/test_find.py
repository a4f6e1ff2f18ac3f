"""Finding layer classes by reading: targets of every form, bases through imports, what is passed over."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from layergen.check.find import find
from layergen.errors import LayergenError

LAYER = """
import keras

class {name}(keras.layers.Layer):
    def call(self, inputs):
        return inputs
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def names(*targets: str | Path) -> list[str]:
    return [target.class_name for target in find(targets).targets if target.skipped is None]


@pytest.mark.parametrize(
    "bases",
    [
        "import keras\nclass A(keras.layers.Layer):",
        "import keras\nclass A(keras.Layer):",
        "from keras.layers import Layer\nclass A(Layer):",
        "from keras import layers\nclass A(layers.Layer):",
        "from keras import layers as L\nclass A(L.Dense):",
        "import tensorflow as tf\nclass A(tf.keras.layers.Layer):",
        "from tensorflow.keras.layers import Layer as Base\nclass A(Base):",
        "from tensorflow import keras\nclass A(keras.layers.Wrapper):",
        "from keras.engine.topology import Layer\nclass A(Layer):",
        "import keras\nLayer = keras.layers.Layer\nclass A(Layer):",
        "try:\n    from keras.layers import Layer\nexcept ImportError:\n    from tf_keras.layers import Layer\nclass A(Layer):",
        "from keras.src.layers.merging.base_merge import Merge\nclass A(Merge):",
    ],
)
def test_a_base_that_leads_to_layer_is_seen_through_imports(tmp_path: Path, bases: str) -> None:
    write(tmp_path, {"a.py": f"{bases}\n    def call(self, x):\n        return x\n"})
    assert names(tmp_path / "a.py") == ["A"]


def test_classes_that_are_no_layers_are_left_alone(tmp_path: Path) -> None:
    text = "import keras\nclass A:\n    pass\nclass B(keras.losses.Loss):\n    pass\nclass C(dict):\n    pass\n"
    write(tmp_path, {"a.py": text})
    found = find([tmp_path / "a.py"])
    assert found.targets == ()
    assert found.problems == (f"{tmp_path / 'a.py'}: there is no Keras layer in it",)


def test_nothing_to_check_is_a_problem_unless_it_is_expected(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": "x = 1\n"})
    assert find([tmp_path]).problems == (f"{tmp_path}: there is no Keras layer to check",)
    for target in (tmp_path, tmp_path / "a.py"):
        assert find([target], layers_expected=False).problems == ()


def test_models_and_base_classes_are_passed_over_with_a_reason(tmp_path: Path) -> None:
    text = """
import abc
import keras

class Net(keras.Model):
    def call(self, x):
        return x

class _Base(keras.Layer):
    def call(self, x):
        return self.change(x)

class Abstract(keras.Layer):
    @abc.abstractmethod
    def change(self, x):
        ...

class Refuses(keras.Layer):
    def call(self, x):
        raise NotImplementedError

class Empty(keras.Layer):
    pass

class Real(_Base):
    def change(self, x):
        return x
"""
    write(tmp_path, {"a.py": text})
    skipped = {target.class_name: target.skipped for target in find([tmp_path / "a.py"]).targets}
    assert skipped == {
        "Net": "a model, not a layer",
        "_Base": "a base class of other layers in this file",
        "Abstract": "abstract: 'change' is an abstract method",
        "Refuses": "abstract: its call only raises NotImplementedError",
        "Empty": "a base class: it has no call of its own",
        "Real": None,
    }


def test_a_package_gives_its_files_their_dotted_names(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "pkg/__init__.py": "",
            "pkg/base.py": LAYER.format(name="Base"),
            "pkg/sub/__init__.py": "",
            "pkg/sub/real.py": "from ..base import Base\n\nclass Real(Base):\n    pass\n",
            "loose/one.py": "from .two import Two\n\nclass One(Two):\n    pass\n",
            "loose/two.py": LAYER.format(name="Two"),
        },
    )
    places = {target.class_name: target.place for target in find([tmp_path]).targets}
    assert places["Real"].module == "pkg.sub.real"
    assert places["Real"].root == str(tmp_path)
    assert (
        places["One"].module == "loose.one"
    )  # no __init__.py, but a relative import needs a package
    assert not places["Two"].in_package


def test_a_folder_is_walked_without_what_git_ignores(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            ".git/HEAD": "",
            ".gitignore": "build/\n/only_here.py\n",
            "a.py": LAYER.format(name="A"),
            "only_here.py": LAYER.format(name="Ignored"),
            "sub/.gitignore": "*.tmp.py\n",
            "sub/only_here.py": LAYER.format(name="B"),
            "sub/c.tmp.py": LAYER.format(name="Ignored2"),
            "sub/build/d.py": LAYER.format(name="Ignored3"),
            ".hidden/e.py": LAYER.format(name="Ignored4"),
        },
    )
    assert names(tmp_path) == ["A", "B"]
    assert names(tmp_path / "sub") == ["B"]


def test_layers_in_tests_are_checked_where_they_are_named(tmp_path: Path) -> None:
    files = {"gate.py": "A", "test_gate.py": "B", "gate_test.py": "C", "conftest.py": "D"}
    write(tmp_path, {path: LAYER.format(name=name) for path, name in files.items()})
    assert names(tmp_path) == ["A"]
    assert names(tmp_path / "test_gate.py") == ["B"]


def test_a_class_is_named_after_two_colons_and_a_module_before_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = LAYER.format(name="A") + LAYER.format(name="B")
    write(
        tmp_path, {"pkg/__init__.py": "from pkg.inner import B as Exported\n", "pkg/inner.py": both}
    )
    assert names(f"{tmp_path}/pkg/inner.py::B") == ["B"]
    monkeypatch.chdir(tmp_path)
    assert names("pkg.inner:A") == ["A"]
    assert names("pkg:Exported") == ["B"]
    assert "pkg" not in sys.modules


def test_one_class_named_twice_is_checked_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": LAYER.format(name="A")})
    assert names(tmp_path / "a.py", f"{tmp_path}/a.py::A", tmp_path) == ["A"]


def test_a_file_that_does_not_parse_is_a_problem_and_the_others_go_on(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": "def broken(:\n", "b.py": LAYER.format(name="B")})
    found = find([tmp_path])
    assert [target.class_name for target in found.targets] == ["B"]
    assert found.problems == (f"{tmp_path / 'a.py'}:1: does not parse: invalid syntax",)


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("nowhere.py", "there is no such file or folder"),
        ("a.py::Missing", "there is no class 'Missing'; the file has A"),
        ("a.py::Plain", "the class is no Keras layer"),
        ("no_such_module_at_all:Layer", "there is no module 'no_such_module_at_all' on the path"),
    ],
)
def test_a_wrong_target_is_told_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, says: str
) -> None:
    write(tmp_path, {"a.py": LAYER.format(name="A") + "\nclass Plain:\n    pass\n"})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LayergenError, match=says):
        find([target])
