"""A pytest plugin that writes down which functions of ours each test calls: python -m pytest -p benchmarks.calls.

The environment's CALLS names the file to write: {test: {"seconds": …, "passed": …, "calls": ["module:function", …]}}.
"""

import json
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType

import pytest

_found: dict[str, dict[str, object]] = {}
_names: dict[CodeType, str | None] = {}
_called: set[CodeType] = set()


def function_name(path: Path, qualified: str) -> str:
    """A function as both the plugin and the mutations name it, wherever its package stands.

    >>> function_name(Path("translate/checks/pair.py"), "make_pairs")
    'translate.checks.pair:make_pairs'
    """
    return f"{'.'.join(path.with_suffix('').parts)}:{qualified}"


def _note(frame: FrameType, event: str, argument: object) -> None:
    """Called by Python for each call in any thread; lines inside are not followed, which keeps it cheap."""
    _called.add(frame.f_code)


def _name(code: CodeType, root: Path) -> str | None:
    """Name of a function of ours; None for others' functions."""
    if code not in _names:
        path = Path(code.co_filename)
        ours = path.is_relative_to(root) and ".venv" not in path.parts and not code.co_qualname.startswith("<module>")
        _names[code] = function_name(path.relative_to(root), code.co_qualname) if ours else None
    return _names[code]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Follow one test, its fixtures included."""
    _called.clear()
    sys.settrace(_note)
    threading.settrace(_note)
    try:
        return (yield)
    finally:
        sys.settrace(None)
        threading.settrace(None)
        names = {_name(code, item.config.rootpath) for code in set(_called)} - {None}
        _found.setdefault(item.nodeid, {})["calls"] = sorted(map(str, names))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep how long a test took and whether it passed; what is skipped or fails can kill nothing."""
    found = _found.setdefault(report.nodeid, {})
    found["seconds"] = float(str(found.get("seconds", 0))) + report.duration
    found["passed"] = found.get("passed", True) is True and report.passed


def pytest_sessionfinish() -> None:
    """Write what was found."""
    Path(os.environ["CALLS"]).write_text(json.dumps(_found, indent=0, sort_keys=True), "utf-8")
