"""How long the writing half takes to start, beside something known in the same minute: DESIGN section 6, lines 1 and 2.

python tests/benchmarks/writing_speed.py [rounds]

Processor seconds, the least of alternating runs: on a busy machine the clock means nothing.
"""

from __future__ import annotations

import importlib.util
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

PYTHON = sys.executable


def processor_seconds(command: list[str], folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def one_file_template(folder: Path) -> Path:
    """The smallest template that cookiecutter takes."""
    template = folder / "template"
    inside = template / "{{cookiecutter.name}}"
    inside.mkdir(parents=True)
    (template / "cookiecutter.json").write_text('{"name": "my_layer"}')
    (inside / "layer.py").write_text("class {{cookiecutter.name}}:\n    pass\n")
    return template


def main(rounds: int) -> None:
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # pip compiles what it installs: so do we, once
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = {
            "import typer": [PYTHON, "-c", "import typer"],
            "layergen --help": [PYTHON, "-m", "layergen", "--help"],
            "layergen --version": [PYTHON, "-m", "layergen", "--version"],
            "layergen new --no-check": [PYTHON, "-m", "layergen", "new", "MyLayer", "--output-dim", "64", "--no-check", "--force"],
        }  # fmt: skip
        rows = [
            ("layergen --help", "import typer", 1.2),
            ("layergen --version", "import typer", 1.2),
        ]
        if importlib.util.find_spec("cookiecutter"):
            template = str(one_file_template(folder))
            commands["cookiecutter"] = [
                PYTHON,
                "-m",
                "cookiecutter",
                "--no-input",
                "--overwrite-if-exists",
                template,
            ]
            rows.append(("layergen new --no-check", "cookiecutter", 1.0))
        else:
            print(
                "cookiecutter is not installed: `pip install cookiecutter` measures the second line too"
            )
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(processor_seconds(command, folder))
    for name, seconds in times.items():
        print(f"{name:26} {min(seconds):6.3f} s")
    for mine, beside, most in rows:
        print(f"{mine} / {beside}: {min(times[mine]) / min(times[beside]):.2f} (at most {most})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
