"""What the README shows and the results name, runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
RESULTS = (ROOT / "benchmarks" / "RESULTS.md").read_text("utf-8")


def test_the_python_example_runs() -> None:
    program = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0]
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    coverage, *points = done.stdout.splitlines()
    assert "'firefox'" in coverage
    assert points
    assert all(re.fullmatch(r".+ \[\d+(, \d+)*\]", point) for point in points)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_every_linked_file_exists(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"python -m (benchmarks\.\w+)", RESULTS))))
def test_every_named_benchmark_exists(command: str) -> None:
    assert (ROOT / (command.replace(".", "/") + ".py")).exists()
