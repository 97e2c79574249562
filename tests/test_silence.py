"""Nothing leaves this machine: counted by the kernel and a resolver, in a network that has nowhere else to go."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
KINDS = ("library", "command", "page", "benchmark")
# ONNX Runtime 1.29 to 1.32 ask for their maker's server some tens of seconds after a session is made, and again.
ALIVE_S = 90
_AS_ROOT = [] if sys.platform != "linux" or os.geteuid() == 0 else ["--user", "--map-root-user"]
UNSHARE = ["unshare", "--net", "--mount", *_AS_ROOT]


def can_unshare() -> bool:
    return shutil.which("unshare") is not None and subprocess.run([*UNSHARE, "true"], check=False).returncode == 0


pytestmark = pytest.mark.skipif(not can_unshare(), reason="this system lets nobody make a network namespace")


def heard(kinds: tuple[str, ...], seconds: float, *options: str) -> dict[str, dict[str, Any]]:
    """What processes of each kind, all alive at once, tried to reach."""
    # Switches are for the product to set, not for whoever runs its tests.
    kept = {name: value for name, value in os.environ.items() if "TELEMETRY" not in name and "OFFLINE" not in name}
    command = [*UNSHARE, sys.executable, "-m", "tests.silence"]
    runs = {
        kind: subprocess.Popen([*command, kind, str(seconds), *options], cwd=ROOT, env=kept, stdout=subprocess.PIPE)
        for kind in kinds
    }
    said = {kind: run.communicate()[0].decode() for kind, run in runs.items()}
    assert {kind: run.returncode for kind, run in runs.items()} == dict.fromkeys(kinds, 0)
    return {kind: json.loads(text.splitlines()[-1]) for kind, text in said.items()}


def test_an_address_without_a_name_is_counted() -> None:
    assert heard(("loud",), 0)["loud"]["packets"] > 0


@pytest.mark.timeout(300)
def test_a_planted_look_up_is_heard_in_every_kind_of_process() -> None:
    found = heard(KINDS, 1, "--plant")
    assert {kind: set(there["names"]) for kind, there in found.items()} == {kind: {"planted.example"} for kind in KINDS}


@pytest.mark.timeout(400)
def test_nothing_is_asked_or_reached_for_a_minute_and_a_half_after_a_translation() -> None:
    assert heard(KINDS, ALIVE_S) == {kind: {"packets": 0, "names": []} for kind in KINDS}


@pytest.mark.skipif("ENTENTE_BUNDLE" not in os.environ, reason="set ENTENTE_BUNDLE to an archive of `make bundle`")
@pytest.mark.timeout(900)
def test_a_bundle_is_installed_and_translates_where_there_is_no_network() -> None:
    assert heard(("bundle",), ALIVE_S) == {"bundle": {"packets": 0, "names": []}}
