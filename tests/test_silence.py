"""Nothing leaves this machine: counted by the kernel, in a network that has nowhere else to go."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_AS_ROOT = [] if sys.platform != "linux" or os.geteuid() == 0 else ["--user", "--map-root-user"]
UNSHARE = ["unshare", "--net", *_AS_ROOT]


def can_unshare() -> bool:
    return shutil.which("unshare") is not None and subprocess.run([*UNSHARE, "true"], check=False).returncode == 0


pytestmark = pytest.mark.skipif(not can_unshare(), reason="this system lets nobody make a network namespace")


def attempts(way: str) -> int:
    run = subprocess.run(
        [*UNSHARE, sys.executable, "-m", "tests.silence", way], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(run.stdout.split()[-1])


def test_an_attempt_to_leave_is_counted() -> None:
    assert attempts("loud") > 0


@pytest.mark.parametrize("way", ["library", "command", "page"])
def test_nothing_tries_to_leave(way: str) -> None:
    assert attempts(way) == 0
