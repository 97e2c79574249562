"""download(): a folder of wheels from which pip installs Entente without a network."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bundle.systems import NO_WHEELS, SYSTEMS, System, pip_for


def named(code: str) -> System:
    """The system that a code means.

    Raises:
        ValueError: It is none that is known.
    """
    known = {system.code: system for system in SYSTEMS}
    if code not in known:
        raise ValueError(f"no system is called {code!r}; known are {', '.join(known)}")
    return known[code]


def download(wheel: Path, folder: Path, systems: Sequence[System], pythons: Sequence[str], extras: str = "") -> None:
    """Put a wheel, those of everything it needs on some systems, and pip's into a folder.

    Args:
        wheel: Entente's own.
        folder: Takes the wheels.
        systems: Kinds of machines that it is for.
        pythons: Versions of Python there, as "3.12".
        extras: Which of Entente's extras to bring, as "[models]".

    Raises:
        subprocess.CalledProcessError: pip could not find or get something; it has said what.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--find-links", str(folder)]
    subprocess.run([*pip, "--wheel-dir", str(folder), *NO_WHEELS], check=True)
    for system in systems:
        for python in pythons:
            command = pip_for(system, python, "download", "--quiet", "--dest", str(folder))
            command += ["--find-links", str(folder), "pip", f"{wheel}{extras}"]
            subprocess.run(command, check=True)
