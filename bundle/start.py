"""Opens the page from an unpacked bundle: installs it into this folder the first time, without a network.

The scripts beside it start it. It needs nothing but Python, and any Python 3 can read it, to say that it is too old.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

_INSTALLED = "installed"
_DONE = "done.json"
_SYSTEMS = {"linux": "linux", "darwin": "macos", "win32": "windows"}
_ROOM = 1.3
"""Room that an installation takes for each byte in its wheels, compiled files included: measured 1.27."""


class CannotStart(Exception):
    """Why the page cannot be opened, and what to do, for the reader."""


def code_of(sys_platform: str, machine: str) -> str:
    """A system as bundles name it: "linux-x86_64", "macos-arm64", "windows-amd64"."""
    return f"{_SYSTEMS.get(sys_platform, sys_platform)}-{machine.lower()}"


def require_fit(told: dict[str, Any]) -> None:
    """Raise CannotStart where this machine or this Python is none that the bundle was made for.

    Args:
        told: What bundle.json says.
    """
    system, version = code_of(sys.platform, platform.machine()), f"{sys.version_info[0]}.{sys.version_info[1]}"
    wide = sys.maxsize > 2**32
    if system not in told["systems"] or version not in told["pythons"] or not wide:
        raise CannotStart(
            f"This bundle of Entente is for {_listed(told['systems'])} with Python {_listed(told['pythons'])} of "
            f"64 bits, and this is {system} with Python {version}{'' if wide else ' of 32 bits'}. "
            "Install such a Python, or ask who made the bundle for one that fits."
        )


def install(folder: Path, told: dict[str, Any]) -> Path:
    """The Python of the installation in a bundle's folder, which is made if it is not there, whole and of this bundle.

    Args:
        folder: The unpacked bundle.
        told: What its bundle.json says.

    Raises:
        CannotStart: The folder cannot be written, the disk is full, or a file of the bundle is damaged or missing.
    """
    home = folder / _INSTALLED
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = home / _DONE
    if done.is_file() and done.read_text("utf-8") == json.dumps(told):
        return python
    print("Entente is being installed into this folder, once; that takes some minutes …", flush=True)
    try:
        _require_room(folder)
        if home.exists():
            shutil.rmtree(str(home))  # of another bundle, or not finished
        _install(folder, home, python, told)
        done.write_text(json.dumps(told), "utf-8")
    except OSError as error:
        raise CannotStart(
            f"Entente cannot be installed in {folder}: {error.strerror or error}. "
            "Copy the folder to a disk that you can write to, and start it there."
        ) from error
    except (subprocess.CalledProcessError, zipfile.BadZipFile) as error:
        raise CannotStart(
            f"Entente could not be installed: {error}. "
            "What is said above tells why; if files are damaged or missing, unpack the bundle again."
        ) from error
    return python


def _install(folder: Path, home: Path, python: Path, told: dict[str, Any]) -> None:
    """Make the environment, put the wheels into it, and the models where Entente looks for them."""
    import venv

    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(str(home))  # Debian has no pip for it
    wheels = folder / "wheels"
    pip = next(iter(sorted(wheels.glob("pip-*.whl"))), None)
    if pip is None:
        raise OSError(f"{wheels} has no wheel of pip")
    wanted = f"entente{told['extras']}=={told['version']}"
    options = ["install", "--quiet", "--no-index", "--find-links", str(wheels), "--no-warn-script-location"]
    # Settings of this machine's own may name servers, or forbid what is asked for here.
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    alone["PIP_CONFIG_FILE"] = os.devnull
    subprocess.run([str(python), str(pip / "pip"), *options, wanted], check=True, env=alone)
    models = sorted(str(path) for path in (folder / "models").glob("*.entente.zip"))
    if models:
        subprocess.run([str(python), "-P", "-m", "translate", "models", "unpack", *models], check=True)


def _require_room(folder: Path) -> None:
    """Raise OSError where the disk has no room for what the wheels unpack to."""
    sizes: dict[str, int] = {}
    for wheel in (folder / "wheels").glob("*.whl"):
        with zipfile.ZipFile(str(wheel)) as file:
            size = sum(entry.file_size for entry in file.infolist())
        package = wheel.name.partition("-")[0]  # which a bundle for several systems has several wheels of
        sizes[package] = max(size, sizes.get(package, 0))
    needed = sum(sizes.values())
    free = shutil.disk_usage(str(folder)).free
    if free < needed * _ROOM:
        raise OSError(f"it takes {needed * _ROOM / 1e9:.1f} GB, and {free / 1e9:.1f} GB are free")


def _listed(names: list[str]) -> str:
    return " or ".join(names)


def main(folder: Path, arguments: list[str]) -> int:
    """Install if need be, and open the page; returns the exit code.

    Args:
        folder: The unpacked bundle.
        arguments: Handed on to `entente app`; "--fits" alone only asks whether this Python will do.
    """
    told = json.loads((folder / "bundle.json").read_text("utf-8"))
    try:
        require_fit(told)
        if arguments == ["--fits"]:
            return 0
        command = [str(install(folder, told)), "-P", "-m", "page", "app", *arguments]
    except CannotStart as problem:
        print(f"entente: {problem}", file=sys.stderr)
        return 1
    if os.name == "nt":
        return subprocess.call(command)
    os.execv(command[0], command)  # so that a signal meets the page's server and nobody before it


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent, sys.argv[1:]))
