import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
INTERRUPTING = """
import os, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["INTERRUPTED"]:
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
sys.meta_path.insert(0, Interrupting())
"""
"""Run by Python before anything else: Ctrl-C is pressed when a module is about to be imported."""
SCRIPT = "import sys\nfrom page.__main__ import console\nsys.exit(console())\n"
"""What an installed `entente` is."""


@pytest.fixture
def interrupting(tmp_path: Path) -> Path:
    """A folder whose Python interrupts itself, with an installed command."""
    (tmp_path / "sitecustomize.py").write_text(INTERRUPTING)
    (tmp_path / "entente").write_text(SCRIPT)
    return tmp_path


def run(folder: Path, module: str, *arguments: str) -> tuple[int, str]:
    environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", "INTERRUPTED": module}
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


MOMENTS = [
    pytest.param("summarize", "translate.languages.detection", id="summarize, library"),
    pytest.param("summarize", "summarize.briefing", id="summarize, its own"),
    pytest.param("summarize", "argparse", id="summarize, command"),
    pytest.param("translate", "translate.languages.detection", id="translate, library"),
    pytest.param("translate", "translate.command.arguments", id="translate, command"),
]


@pytest.mark.parametrize(("command", "module"), MOMENTS)
def test_ctrl_c_while_a_command_is_imported_ends_it_in_one_line(interrupting: Path, command: str, module: str) -> None:
    assert run(interrupting, module, "-m", command, "--help") == (130, "entente: Stopped.\n")


@pytest.mark.parametrize("module", ["translate.languages.detection", "summarize.briefing", "translate.command.program"])
def test_ctrl_c_while_the_installed_command_is_imported_ends_it_in_one_line(interrupting: Path, module: str) -> None:
    assert run(interrupting, module, "entente", "--help") == (130, "entente: Stopped.\n")


def test_ctrl_c_while_a_program_imports_the_library_is_the_programs(interrupting: Path) -> None:
    code, said = run(interrupting, "translate.languages.detection", "-c", "import translate")
    assert code != 130
    assert said.rstrip().endswith("KeyboardInterrupt")
