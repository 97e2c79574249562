"""What packages are told before they are imported, and a word to those who imported one too early."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_structure import ROOT, SOURCES, relative

SWITCHES = {
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    "HF_HUB_OFFLINE": "1",
    "OMP_WAIT_POLICY": "passive",
    "OPENBLAS_NUM_THREADS": "1",
}
_SHOW = f"import os; print(*(os.environ.get(name) for name in {tuple(SWITCHES)!r}))"
# A module of this name and version, as if the real one had been imported.
_EARLY = "import sys, types; sys.modules['onnxruntime'] = types.SimpleNamespace(__version__={version!r}); "


def run(program: str, **switches: str) -> subprocess.CompletedProcess[str]:
    """A program in a process of its own that has only these of the switches."""
    kept = {name: value for name, value in os.environ.items() if name not in SWITCHES}
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=kept | switches, capture_output=True, text=True, check=True
    )


@pytest.mark.parametrize("package", ["translate", "summarize", "page.frame", "benchmarks"])
def test_importing_sets_every_switch(package: str) -> None:
    assert run(f"import {package}; {_SHOW}").stdout.split() == list(SWITCHES.values())


def test_a_switch_that_keeps_silence_cannot_be_turned_off() -> None:
    assert run(f"import translate; {_SHOW}", ORT_DISABLE_TELEMETRY="0").stdout.split()[0] == "1"


def test_the_readers_own_waiting_and_fetching_stay() -> None:
    found = run(f"import translate; {_SHOW}", OMP_WAIT_POLICY="active", HF_HUB_OFFLINE="0").stdout.split()
    assert found[3:5] == ["0", "active"]


def test_a_runtime_that_reports_already_is_said_once() -> None:
    said = run(_EARLY.format(version="1.29.0") + "import translate, summarize, translate.switches").stderr
    assert said.count("RuntimeWarning: onnxruntime 1.29.0 was imported before Entente") == 1


@pytest.mark.parametrize(
    ("version", "switches"),
    [("1.24.4", {}), ("1.32.0", {"ORT_DISABLE_TELEMETRY": "1"})],
    ids=["a release without telemetry", "switched off in time"],
)
def test_a_silent_runtime_is_no_matter(version: str, switches: dict[str, str]) -> None:
    assert run(_EARLY.format(version=version) + "import translate", **switches).stderr == ""


def test_hugging_face_may_fetch_only_where_a_reader_asked_for_it() -> None:
    pytest.importorskip("huggingface_hub")
    offline = "print(huggingface_hub.is_offline_mode()); "
    program = f"from translate.switches import fetching; import huggingface_hub; {offline}\n"
    assert run(f"{program}with fetching(): {offline}\n{offline}").stdout.split() == ["True", "False", "True"]


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name != "switches.py"], ids=relative)
def test_switches_are_set_in_one_place(path: Path) -> None:
    assert re.findall(rf"{'|'.join(SWITCHES)}|TRANSFORMERS_OFFLINE", path.read_text("utf-8")) == []
