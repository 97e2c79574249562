"""build_wheel(): the wheel of this folder as it is now."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_SOURCES = (
    ".streamlit", "LICENSE", "README.md", "app.py", "examples", "page", "pyproject.toml", "requirements-cluster.txt",
    "requirements-transformers.txt", "requirements.txt", "setup.py", "summarize", "translate",
)  # fmt: skip
_BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"


def build_wheel(output: Path, source: Path = ROOT) -> Path:
    """The path of a new wheel, which needs no network to be made.

    It is made of a copy: setuptools leaves what it built beside its sources, and a file that has since been removed
    would go into the next wheel.

    Args:
        output: Folder for the wheel.
        source: This folder, or another like it.

    Raises:
        subprocess.CalledProcessError: Setuptools could not make it; `stderr` says why.
    """
    with tempfile.TemporaryDirectory() as work:
        for name in _SOURCES:
            if (source / name).is_dir():
                shutil.copytree(source / name, Path(work, name), ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source / name, work)
        made = Path(work, "made")
        subprocess.run([sys.executable, "-c", _BUILD, str(made)], cwd=work, check=True, capture_output=True)
        (wheel,) = made.glob("*.whl")
        return Path(shutil.copy(wheel, output))
