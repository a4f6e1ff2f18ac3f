"""How long a check takes, each time beside what DESIGN measures it against: `python tests/benchmarks/check_speed.py --backend jax`.

Processor seconds are told beside the clock: on a busy machine only they mean something.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LAYER = """import keras
from keras import ops


@keras.saving.register_keras_serializable(package="speed")
class {name}(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        super().build(input_shape)

    def call(self, inputs):
        return self.activation(ops.matmul(inputs, self.kernel) + self.bias)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        activation = keras.activations.serialize(self.activation)
        return {{**super().get_config(), "units": self.units, "activation": activation}}
"""
BATTERY = """
import sys, time
import keras
from keras.src import testing
sys.path.insert(0, {folder!r})
from first import First

class Case(testing.TestCase):
    def runTest(self): ...

case = Case()
case.setUp()
for number in range({times}):
    started, clock = time.process_time(), time.perf_counter()
    case.run_layer_test(First, init_kwargs={{"units": 6}}, input_shape=(2, 5, 8), expected_output_shape=(2, 5, 6),
                        custom_objects={{"First": First}})
    print(time.process_time() - started, time.perf_counter() - clock)
"""
TIMES = 6


def timed(*command: str, cwd: str, **variables: str) -> tuple[float, float, str]:
    """(seconds on the clock, seconds of processor time, output) of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", **variables}
    done = subprocess.run(
        [*command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if done.returncode not in (0, 1):
        print(done.stdout[-800:], done.stderr[-800:])
    return time.perf_counter() - started, work, done.stdout


def row(what: str, mine: tuple[float, float], beside: tuple[float, float], most: float) -> None:
    clock, work = mine[0] / beside[0], mine[1] / beside[1]
    print(
        f"{what:52} {mine[0]:7.2f} s / {beside[0]:6.2f} s = {clock:5.2f}   processor {work:5.2f}   at most {most}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--backend", default="tensorflow")
    given = parser.parse_args()
    python, backend = sys.executable, given.backend
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "first.py").write_text(LAYER.format(name="First"))
        Path(folder, "many").mkdir()
        for number in range(TIMES):
            Path(folder, "many", f"layer_{number}.py").write_text(
                LAYER.format(name=f"Layer{number}")
            )

        def check(*options: str) -> tuple[float, float, str]:
            command = (python, "-m", "layergen", "check", "--backend", backend, *options)
            return timed(*command, cwd=folder, XDG_CACHE_HOME=folder)

        def battery(times: int) -> tuple[float, float, str]:
            return timed(
                python,
                "-c",
                BATTERY.format(folder=folder, times=times),
                cwd=folder,
                KERAS_BACKEND=backend,
            )

        one, beside = check("first.py", "--no-cache", "--jobs", "1"), battery(1)
        row("full check, one layer, against run_layer_test", one[:2], beside[:2], 1.5)
        several, warm = check("many", "--no-cache", "--jobs", "1"), battery(TIMES)
        each = [(several[i] - one[i]) / (TIMES - 1) for i in (0, 1)]
        lines = [line.split() for line in warm[2].strip().splitlines()[1:]]
        later = [sum(float(line[i]) for line in lines) / len(lines) for i in (1, 0)]
        row("each further layer, against it in a warm process", tuple(each), tuple(later), 3)
        check("first.py")
        row(
            "again, nothing changed, against import typer",
            check("first.py")[:2],
            timed(python, "-c", "import typer", cwd=folder)[:2],
            3,
        )
        both = check("many", "--no-cache", "--jobs", "2")
        row("two at a time, against one at a time", both[:2], several[:2], 0.6)


if __name__ == "__main__":
    main()
