"""What is installed from a wheel or an sdist finds its templates and examples, away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str, folder: Path, **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module", params=["wheel", "wheel of the sdist"])
def installed(request, tmp_path_factory) -> Path:
    """A folder that holds the unpacked wheel and nothing else."""
    source, folder = ROOT, tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    if request.param != "wheel":
        run(*build, "-t", "sdist", folder=source)
        with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
            archive.extractall(folder)  # ours, built above; Python 3.11.2 of Debian 12 has no `filter`
        source = next(path for path in folder.iterdir() if path.is_dir())
    run(*build, "-t", "wheel", folder=source)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_new_and_gallery_work(installed: Path, tmp_path: Path) -> None:
    environment = {"PYTHONPATH": str(installed)}
    where = run(
        sys.executable,
        "-c",
        "import layergen; print(layergen.__file__)",
        folder=tmp_path,
        **environment,
    )
    assert where.startswith(str(installed))
    command = [sys.executable, "-m", "layergen"]
    run(
        *command,
        "new",
        "MyLayer",
        "--output-dim",
        "64",
        "--no-check",
        folder=tmp_path,
        **environment,
    )
    compile((tmp_path / "my_layer.py").read_text(), "my_layer.py", "exec")
    assert "highway" in run(*command, "gallery", folder=tmp_path, **environment)
    assert run(
        *command, "new", "Mine", "--from", "highway", "--dry-run", folder=tmp_path, **environment
    )
