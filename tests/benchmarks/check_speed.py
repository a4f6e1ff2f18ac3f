"""How long a check takes, each time beside what DESIGN measures it against: `python tests/benchmarks/check_speed.py --backend jax`.

In rounds, and of each round the ratio: on a busy machine only what runs in the same minutes can be compared. Processor
seconds are told beside the clock, whose seconds mean little there.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
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
Times = tuple[float, float]  # seconds on the clock, seconds of processor time


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


def row(what: str, mine: list[Times], beside: list[Times], most: float) -> None:
    """The middle of the rounds' ratios: what runs in one round runs in the same minutes."""
    clock, work = (
        statistics.median(one[i] / other[i] for one, other in zip(mine, beside, strict=True))
        for i in (0, 1)
    )
    seconds = [statistics.median(one[1] for one in times) for times in (mine, beside)]
    print(
        f"{what:52} processor {seconds[0]:6.2f} s / {seconds[1]:6.2f} s = {work:5.2f}   clock {clock:5.2f}   at most {most}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--backend", default="tensorflow")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # pip compiles what it installs: so do we, once
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "first.py").write_text(LAYER.format(name="First"))
        Path(folder, "many").mkdir()
        for number in range(TIMES):
            text = LAYER.format(name=f"Layer{number}")
            Path(folder, "many", f"layer_{number}.py").write_text(text)
        rounds = [measured(folder, given.backend) for _ in range(given.rounds)]
    times = {name: [one[name] for one in rounds] for name in rounds[0]}
    row("full check, one layer, against run_layer_test", times["one"], times["battery"], 1.5)
    row("each further layer, against it in a warm process", times["each"], times["later"], 3)
    row("again, nothing changed, against import typer", times["again"], times["typer"], 3)
    row("two at a time, against one at a time", times["two jobs"], times["one job"], 0.6)


def measured(folder: str, backend: str) -> dict[str, Times]:
    """One round of everything: seconds on the clock and of processor time."""
    python = sys.executable

    def check(*options: str) -> Times:
        command = (python, "-m", "layergen", "check", "--backend", backend, *options)
        return timed(*command, cwd=folder, XDG_CACHE_HOME=folder)[:2]

    def battery(times: int) -> tuple[float, float, str]:
        script = BATTERY.format(folder=folder, times=times)
        return timed(python, "-c", script, cwd=folder, KERAS_BACKEND=backend)

    found = {"one": check("first.py", "--no-cache", "--jobs", "1"), "battery": battery(1)[:2]}
    found["one job"] = check("many", "--no-cache", "--jobs", "1")
    lines = [line.split() for line in battery(TIMES)[2].strip().splitlines()[1:]]
    found["later"] = tuple(statistics.mean(float(line[i]) for line in lines) for i in (1, 0))
    found["each"] = tuple((found["one job"][i] - found["one"][i]) / (TIMES - 1) for i in (0, 1))
    check("first.py")
    found["again"], found["typer"] = (
        check("first.py"),
        timed(python, "-c", "import typer", cwd=folder)[:2],
    )
    found["two jobs"] = check("many", "--no-cache", "--jobs", "2")
    return found


if __name__ == "__main__":
    main()
