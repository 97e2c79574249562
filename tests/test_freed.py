"""Memory that is given back."""

import subprocess
import sys

import pytest

from translate.freed import give_back

_FREED = """
from pathlib import Path
from translate.freed import give_back
def held(): return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 >> 20
blocks = [bytearray(10_000) for _ in range(10_000)]  # 100 MB, each too small for a mapping of its own
kept = blocks[::100]
del blocks
before = held()
give_back()
print(before - held())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc can, and only Linux tells")
def test_give_back_returns_what_lies_between_blocks_in_use() -> None:
    found = subprocess.run([sys.executable, "-c", _FREED], capture_output=True, text=True, check=True)
    # 99 of 100 blocks of 10 kB are free; whole pages of them, about 95 MB, can go
    assert int(found.stdout) > 60


def test_give_back_is_silent_where_the_library_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.freed._trim", lambda: None)
    assert give_back() is None  # type: ignore[func-returns-value]
