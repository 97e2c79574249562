"""The wheel is the product: built from a copy of this folder, installed elsewhere, it has the commands and the page."""

import os
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import Parser
from pathlib import Path

import pytest

from bundle.wheel import build_wheel
from page.server import settings
from tests.browser.server import wait
from tests.page_session import open_session, translate_on_page
from tests.policy import PORTUGUESE
from translate import VERSION

ROOT = Path(__file__).parent.parent
WANTED = ("translate", "summarize", "page")
HOSTILE = '[server]\naddress = "0.0.0.0"\nmaxUploadSize = 1\n'


@dataclass(frozen=True)
class Installed:
    """The wheel, unpacked by pip beside the packages that it needs, and a folder that has nothing of ours."""

    wheel: Path
    folder: Path
    elsewhere: Path

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(self.folder), "STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}

    def run(self, *arguments: str) -> str:
        command = [str(self.folder / "bin" / "entente"), *arguments]
        done = subprocess.run(
            command, cwd=self.elsewhere, env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder, elsewhere = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("elsewhere")
    wheel = build_wheel(tmp_path_factory.mktemp("wheel"))
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target"]
    subprocess.run([*pip, str(folder), str(wheel)], check=True)
    (elsewhere / ".streamlit").mkdir()
    (elsewhere / ".streamlit" / "config.toml").write_text(HOSTILE)
    return Installed(wheel, folder, elsewhere)


@pytest.fixture
def served(installed: Installed) -> Iterator[int]:
    """The port of the installed page, started where another address is asked for in every way there is."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [str(installed.folder / "bin" / "entente"), "app", "--no-browser", "--port", str(port)]
    server = subprocess.Popen(command, cwd=installed.elsewhere, env=installed.environment)
    try:
        wait(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def ours(folder: Path) -> set[str]:
    """Files of the three packages, by their names below a folder."""
    found = (path for package in WANTED for path in (folder / package).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found if path.suffix != ".pyc"}


def test_the_wheel_has_every_file_of_the_packages(installed: Installed) -> None:
    assert ours(ROOT) - ours(installed.folder) == set()


def test_the_wheel_has_nothing_else_but_what_the_page_is_started_with(installed: Installed) -> None:
    texts = {
        f"page/served/examples/{path.name}" for path in (ROOT / "examples").glob("*.*") if "make_" not in path.name
    }
    assert ours(installed.folder) - ours(ROOT) == {"page/served/app.py", "page/served/.streamlit/config.toml", *texts}
    assert {path.name for path in installed.folder.iterdir()} == {*WANTED, "bin", f"entente-{VERSION}.dist-info"}


@pytest.mark.parametrize("package", ["translate", "summarize"])
def test_the_wheel_says_that_its_library_is_typed(installed: Installed, package: str) -> None:
    assert (installed.folder / package / "py.typed").is_file()


def test_the_wheel_asks_for_what_the_requirements_say(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as file:
        told = Parser().parsestr(file.read(f"entente-{VERSION}.dist-info/METADATA").decode())
    asked = told.get_all("Requires-Dist", [])
    assert told["Version"] == VERSION
    assert sorted(told.get_all("Provides-Extra", [])) == ["cluster", "models"]
    optional = _lines("requirements-transformers.txt") + _lines("requirements-cluster.txt")
    assert sum("extra ==" in line for line in asked) == optional
    assert sum("extra ==" not in line for line in asked) == _lines("requirements.txt")


def _lines(name: str) -> int:
    return sum(line[:1].isalpha() for line in (ROOT / name).read_text("utf-8").splitlines())


def test_the_installed_command_says_its_version(installed: Installed) -> None:
    assert installed.run("--version") == f"entente {VERSION}\n"


def test_the_installed_command_briefs_its_own_example(installed: Installed) -> None:
    examples = Path(installed.run("examples").strip())
    assert examples.is_relative_to(installed.folder)
    said = installed.run("brief", str(examples / "lei-dados.pt.txt"), "--to", "en")
    assert said.startswith("Estabelece o regime da reutilização de dados pessoais")
    assert "Check these first" in said


def test_the_installed_command_translates(installed: Installed) -> None:
    (installed.elsewhere / "law.txt").write_text(PORTUGUESE, "utf-8")
    assert "The Parties" in installed.run("translate", "law.txt", "--to", "en")


def test_the_installed_command_lists_models_and_names_no_file_of_a_checkout(installed: Installed) -> None:
    said = installed.run("models", "list")
    assert 'after pip install "entente[models]": ' in said
    assert "requirements-" not in said


@pytest.mark.timeout(180)
def test_the_installed_page_translates_and_is_for_this_machine_alone(served: int) -> None:
    with open_session(served) as session:
        translate_on_page(session, PORTUGUESE, "en", "The Parties")
    with pytest.raises(ConnectionRefusedError):  # at 0.0.0.0 it would listen at every address of this machine
        socket.create_connection(("127.0.0.2", served), timeout=5)


def test_settings_are_given_by_their_full_names(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[server]\naddress = "a"\n[theme.light]\nfont = "b"\nsizes = [1, 2]\n')
    assert settings(tmp_path / "config.toml") == {
        "server.address": "a",
        "theme.light.font": "b",
        "theme.light.sizes": [1, 2],
    }


def test_the_wheel_takes_nothing_from_an_earlier_build(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*venv", ".git", "tests", "benchmarks", "docs"))
    (source / "build" / "lib" / "translate").mkdir(parents=True)
    (source / "build" / "lib" / "translate" / "gone.py").write_text("")
    with zipfile.ZipFile(build_wheel(tmp_path, source)) as file:
        assert "translate/gone.py" not in file.namelist()
