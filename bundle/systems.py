"""Kinds of machines, and pip as if it ran on one of them.

pip picks wheels by `--platform`, but reads environment markers ("; sys_platform != 'win32'") as on the machine that
runs it, in requirements.txt and in every package that this names. So it runs in a process of its own that answers
those markers for the system asked about.
"""

import json
import sys
from dataclasses import dataclass

from bundle.start import code_of

PYTHONS = ("3.11", "3.12", "3.13")
"""Versions of Python that the tests were run on."""
NO_WHEELS = ("langdetect>=1.0.9,<2",)
"""What comes as source of pure Python only: one wheel made here stands for all systems."""
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
    """As tables call it."""
    tags: tuple[str, ...]
    """Tags of the wheels that it takes, the best first."""
    markers: dict[str, str]
    """What its Python answers to environment markers, the version aside."""

    @property
    def code(self) -> str:
        """As commands and names of files have it: "linux-x86_64", "macos-arm64", "windows-amd64"."""
        return code_of(self.markers["sys_platform"], self.markers["platform_machine"])


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


def pip_for(system: System, python: str, *command: str) -> list[str]:
    """A command of pip that takes wheels only, and those of another system.

    Args:
        system: The machine.
        python: Its Python, as "3.12".
        *command: What pip is to do, as it would be typed.
    """
    answers = system.markers | {"python_version": python, "python_full_version": f"{python}.0"}
    tags = [part for tag in system.tags for part in ("--platform", tag)]
    there = ["--only-binary", ":all:", "--implementation", "cp", "--python-version", python, *tags]
    return [sys.executable, "-c", _PIP, json.dumps(answers), *command, *there]
