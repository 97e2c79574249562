"""Resolving for another system: its markers and its wheels count, not those of the machine that asks."""

import zipfile
from pathlib import Path

import pytest

from benchmarks.installs import SYSTEMS, resolve

BY_NAME = {system.name: system for system in SYSTEMS}
WINDOWS, INTEL = BY_NAME["Windows x86-64"], BY_NAME["macOS 13 on Intel's"]


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three packages, and no other place to look for any."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    _wheel(tmp_path, "marked-1.0-py3-none-any", 'Requires-Dist: other; sys_platform == "win32"\n')
    _wheel(tmp_path, "other-1.0-py3-none-any")
    _wheel(tmp_path, "native-1.0-cp312-cp312-macosx_11_0_x86_64")
    return tmp_path


def _wheel(folder: Path, name: str, more: str = "") -> None:
    package = name.partition("-")[0]
    with zipfile.ZipFile(folder / f"{name}.whl", "w") as file:
        file.writestr(
            f"{package}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n{more}"
        )
        file.writestr(
            f"{package}-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        file.writestr(f"{package}-1.0.dist-info/RECORD", "")


def _requirements(folder: Path, *lines: str) -> Path:
    path = folder / "requirements.txt"
    path.write_text("\n".join(lines))
    return path


def test_resolve_answers_markers_of_packages_for_the_other_system(wheels: Path) -> None:
    asked = _requirements(wheels, "marked")
    assert set(resolve(WINDOWS, "3.12", wheels, asked)) == {"marked", "other"}
    assert set(resolve(INTEL, "3.12", wheels, asked)) == {"marked"}


def test_resolve_answers_markers_of_the_file_for_the_other_system(wheels: Path) -> None:
    asked = _requirements(wheels, "other", 'native; platform_machine == "x86_64" and python_version >= "3.12"')
    assert set(resolve(INTEL, "3.12", wheels, asked)) == {"other", "native"}
    assert set(resolve(WINDOWS, "3.12", wheels, asked)) == {"other"}


def test_resolve_says_what_a_system_cannot_have(wheels: Path) -> None:
    asked = _requirements(wheels, "native")
    assert resolve(INTEL, "3.12", wheels, asked) == {"native": "1.0"}
    assert resolve(INTEL, "3.13", wheels, asked) == "No matching distribution found for native"
