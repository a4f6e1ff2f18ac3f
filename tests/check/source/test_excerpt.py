"""What of a script a class needs, and which files are scripts."""

from __future__ import annotations

import ast
import textwrap

import pytest

from layergen.check.source.excerpt import excerpt, is_script

SCRIPT = """
import os
import sys
import matplotlib.pyplot as plt
import keras
from keras import layers

sys.path.append("lib")
print("starting")
data = keras.datasets.mnist.load_data()
widths = {}
widths["inner"] = 8
patches = 4
rate = 0.5
if os.environ.get("RATE"):
    rate = 0.1
model = keras.Sequential([layers.Dense(3)])
inputs = keras.Input((3,))

def scaled(x):
    return x * FACTOR

FACTOR = 2.0

class Block(layers.Layer):
    def call(self, inputs, patches=patches):
        model = scaled(inputs) * widths["inner"] * rate
        return model

keras.utils.get_custom_objects()["Block"] = Block
patches = len(data)
model.fit(*data)
plt.show()
"""


def chosen(text: str, name: str = "Block") -> list[str]:
    return [ast.unparse(one).split("\n")[0] for one in excerpt(ast.parse(textwrap.dedent(text)), name)]


def test_what_trains_and_plots_and_reads_is_left_out() -> None:
    assert chosen(SCRIPT) == [
        "import os",
        "import sys",
        "import keras",
        "from keras import layers",
        "sys.path.append('lib')",
        "widths = {}",
        "widths['inner'] = 8",
        "patches = 4",
        "rate = 0.5",
        "if os.environ.get('RATE'):",
        "def scaled(x):",
        "FACTOR = 2.0",
        "class Block(layers.Layer):",
        "keras.utils.get_custom_objects()['Block'] = Block",
    ]


def test_of_a_class_written_twice_the_last_counts() -> None:
    text = """
    import keras
    class Block(keras.layers.Layer):
        one = 1
    class Block(keras.layers.Layer):
        two = 2
    """
    assert chosen(text) == ["import keras", "class Block(keras.layers.Layer):"]


@pytest.mark.parametrize(
    "work",
    ["model = f()\nmodel.fit(x)", "def main(): pass\nmain()", "for i in range(3):\n    print(i)"],
)
def test_a_file_that_works_when_it_is_imported_is_a_script(work: str) -> None:
    assert is_script(ast.parse(f"import keras\n{work}\n"))


@pytest.mark.parametrize(
    "text",
    [
        '"""Words."""\nimport logging\nlogging.basicConfig()\nlog = logging.getLogger(__name__)\n',
        "import keras\nkeras.utils.get_custom_objects().update({'f': f})\n",
        "def main(): pass\nif __name__ == '__main__':\n    main()\n",
        "try:\n    import tensorflow as tf\nexcept ImportError:\n    tf = None\n",
    ],
)
def test_a_module_is_none(text: str) -> None:
    assert not is_script(ast.parse(text))
