"""The bundle's scripts and its making, on wheels of a few bytes; tests/test_silence.py installs a whole one."""

import json
import os
import platform
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, replace
from importlib.metadata import distribution
from pathlib import Path

import pytest

from bundle.__main__ import models_to_bring
from bundle.archive import Contents, write_bundle
from bundle.download import download, named
from bundle.start import CannotStart, code_of, install, require_fit
from translate.models.inventory import InstalledModel

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
HERE = Contents("1.0", "", (code_of(sys.platform, platform.machine()),), (VERSION,))
SAYS = "import sys\nprint('entente', *sys.argv[1:])\n"
UNPACKS = "import sys\nfrom pathlib import Path\nPath(sys.argv[-1]).with_suffix('.unpacked').touch()\n"


def wheel(folder: Path, name: str, files: dict[str, str], metadata: str = "") -> Path:
    """A wheel with some files."""
    package = name.partition("-")[0]
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / f"{name}.whl", "w") as made:
        for file, content in files.items():
            made.writestr(file, content)
        info = f"{package}-1.0.dist-info"
        made.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n{metadata}")
        made.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        made.writestr(f"{info}/RECORD", "")
    return folder / f"{name}.whl"


def pip_wheel(folder: Path) -> None:
    """This environment's pip as the wheel that it came from."""
    own = distribution("pip")
    with zipfile.ZipFile(folder / f"pip-{own.version}-py3-none-any.whl", "w") as made:
        for file in own.files or ():
            if ".." not in file.parts and file.suffix != ".pyc":
                made.write(file.locate(), str(file))


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """A bundle's folder, whose Entente only says what it is asked."""
    wheels, models = tmp_path / "wheels", tmp_path / "models"
    files = {
        "page/__init__.py": "",
        "page/__main__.py": SAYS,
        "translate/__init__.py": "",
        "translate/__main__.py": UNPACKS,
    }
    wheel(wheels, "entente-1.0-py3-none-any", files)
    pip_wheel(wheels)
    models.mkdir()
    (models / "ru-en.entente.zip").write_bytes(b"a model")
    write_bundle(tmp_path / "bundle.zip", HERE, wheels, models)
    shutil.unpack_archive(tmp_path / "bundle.zip", tmp_path / "there")
    return tmp_path / "there" / "entente"


def start(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "start.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_start_installs_and_opens_the_page(unpacked: Path) -> None:
    done = start(unpacked, "--port", "8600")
    assert (done.returncode, done.stdout.splitlines()[1:]) == (0, ["entente app --port 8600"]), done.stderr
    assert (unpacked / "models" / "ru-en.entente.unpacked").exists()


def test_a_second_start_installs_nothing(unpacked: Path) -> None:
    start(unpacked)
    shutil.rmtree(unpacked / "wheels")
    assert start(unpacked).stdout == "entente app\n"


def test_an_installation_that_was_broken_off_is_made_again(unpacked: Path) -> None:
    start(unpacked)
    (unpacked / "installed" / "done.json").write_text("{")
    shutil.rmtree(unpacked / "installed" / "lib", ignore_errors=True)
    assert start(unpacked).stdout.endswith("\nentente app\n")


def test_another_bundle_in_the_same_folder_is_installed(unpacked: Path) -> None:
    start(unpacked)
    told = replace(HERE, systems=(*HERE.systems, "plan9-68k"))
    (unpacked / "bundle.json").write_text(json.dumps(asdict(told)))
    assert "being installed" in start(unpacked).stdout


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"pythons": ("2.7",)}, "with Python 2.7", id="another Python"),
        pytest.param({"systems": ("plan9-68k", "vms-vax")}, "for plan9-68k or vms-vax", id="another system"),
    ],
)
def test_a_bundle_for_others_says_for_whom(change: dict[str, tuple[str, ...]], said: str) -> None:
    told = asdict(HERE) | change
    with pytest.raises(CannotStart, match=said):
        require_fit(told)


def test_start_asks_only_whether_it_fits(unpacked: Path) -> None:
    assert start(unpacked, "--fits").returncode == 0
    assert not (unpacked / "installed").exists()


def _spoil_wheel(folder: Path) -> None:
    (folder / "wheels" / "entente-1.0-py3-none-any.whl").write_bytes(b"cut")


def _lose_wheel(folder: Path) -> None:
    (folder / "wheels" / "entente-1.0-py3-none-any.whl").unlink()


def _lose_pip(folder: Path) -> None:
    shutil.rmtree(folder / "wheels")


def _block(folder: Path) -> None:
    (folder / "installed").write_text("a file where a folder must be")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param(_spoil_wheel, "unpack the bundle again", id="damaged wheel"),
        pytest.param(_lose_wheel, "unpack the bundle again", id="missing wheel"),
        pytest.param(_lose_pip, "has no wheel of pip", id="no wheels"),
        pytest.param(_block, "Copy the folder to a disk that you can write to", id="not writable"),
    ],
)
def test_what_cannot_be_installed_is_said_in_words(unpacked: Path, spoil: Callable[[Path], None], said: str) -> None:
    spoil(unpacked)
    with pytest.raises(CannotStart, match=said):
        install(unpacked, asdict(HERE))


def test_a_full_disk_is_said_before_anything_is_written(unpacked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(1, 1, 0))
    with pytest.raises(CannotStart, match="GB are free"):
        install(unpacked, asdict(HERE))
    assert not (unpacked / "installed").exists()


@pytest.fixture
def pythons(tmp_path: Path) -> Path:
    """A folder with programs by the names of Pythons, of which one alone fits; it says what it is started with."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "dirname").symlink_to(str(shutil.which("dirname")))
    for name in ("python3.13", "python3.12", "python3"):
        (folder / name).write_text("#!/bin/sh\necho unfit >&2\nexit 1\n")
        (folder / name).chmod(0o755)
    return folder


def _shell(unpacked: Path, script: str, path: Path) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(unpacked / script), "--port", "8600"]
    return subprocess.run(command, env={"PATH": str(path)}, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("script", ["start-linux.sh", "start-macos.command"])
def test_the_script_takes_the_python_that_fits(unpacked: Path, pythons: Path, script: str) -> None:
    (pythons / "python3.11").write_text('#!/bin/sh\necho "$@"\n')
    (pythons / "python3.11").chmod(0o755)
    done = _shell(unpacked, script, pythons)
    assert (done.returncode, done.stdout) == (0, "start.py --port 8600\n")


def test_the_script_says_that_no_python_fits(unpacked: Path, pythons: Path) -> None:
    done = _shell(unpacked, "start-linux.sh", pythons)
    assert done.returncode == 1
    assert done.stderr == "unfit\nNo Python on this machine fits: see READ-ME-FIRST.txt.\n"


def test_the_scripts_of_unix_may_be_run_and_those_of_windows_have_its_line_ends(tmp_path: Path, unpacked: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bundle.zip") as archive:
        modes = {entry.filename: entry.external_attr >> 16 & 0o111 for entry in archive.infolist()}
    assert modes["entente/start-linux.sh"] == modes["entente/start-macos.command"] == 0o111
    script = (unpacked / "start-windows.bat").read_bytes()
    assert Counter(script)[ord("\n")] == script.count(b"\r\n") > 0
    assert b"start.py --fits" in script


def test_what_to_read_first_names_the_pythons_and_the_models(unpacked: Path) -> None:
    told = (unpacked / "READ-ME-FIRST.txt").read_text("utf-8")
    assert f"Python {VERSION} of 64 bits on {HERE.systems[0]}" in told
    assert "English and Portuguese: ru-en." in told


def test_download_brings_the_wheels_of_the_system_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index, wheels = tmp_path / "index", tmp_path / "wheels"
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    monkeypatch.setattr("bundle.download.NO_WHEELS", ("sourced",))
    for name in ("sourced-1.0-py3-none-any", "pip-1.0-py3-none-any", "native-1.0-cp312-cp312-win_amd64"):
        wheel(index, name, {})
    wheel(index, "native-1.0-cp312-cp312-manylinux_2_28_x86_64", {})
    needs = 'Requires-Dist: native\nRequires-Dist: unix; sys_platform != "win32"\n'
    own = wheel(tmp_path, "entente-1.0-py3-none-any", {}, needs)
    download(own, wheels, [named("windows-amd64")], ["3.12"])
    assert {path.name.partition("-")[0] for path in wheels.iterdir()} == {"sourced", "pip", "native", "entente"}
    assert (wheels / "native-1.0-cp312-cp312-win_amd64.whl").exists()


def test_named_says_which_systems_there_are() -> None:
    with pytest.raises(ValueError, match="'amiga'; known are linux-x86_64, linux-aarch64, macos-arm64"):
        named("amiga")


MODELS = tuple(
    InstalledModel(engine, name, "", (), Path(), (), "", "", "", owner)
    for engine, name, owner in (
        ("firefox", "ru-en", ""), ("firefox", "en-pt", "a package"),
        ("seq2seq", "opus", ""), ("ctranslate2", "opus", ""),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("extras", "expected"),
    [
        pytest.param([], ["firefox/ru-en"], id="without PyTorch"),
        pytest.param(["models"], ["firefox/ru-en", "seq2seq/opus", "ctranslate2/opus"], id="with it"),
    ],
)
def test_the_models_that_can_run_there_are_brought(
    extras: list[str], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bundle.__main__.inventory", lambda: MODELS)
    assert [f"{model.engine}/{model.name}" for model in models_to_bring(None, extras)] == expected
