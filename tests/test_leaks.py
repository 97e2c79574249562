"""Nothing is left behind: programs, open files and engines end with the call that began them."""

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from page.examples import examples
from summarize import FORMATS, brief, export
from tests.fakes import ResidentEngine, failing_at
from tests.test_apertium import modes as modes
from translate import EngineError, EngineSet, find_route, read, targets, translate
from translate.engines.apertium.engine import ApertiumEngine
from translate.engines.registry import ENGINES
from translate.errors import InputError
from translate.resources.memory import Memory

TEXT = "The Council met in Lisbon. The Parties shall report each year."
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="counts in /proc")


@pytest.fixture
def resident(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[ResidentEngine]]:
    """An engine with a program of its own in the place of pseudo; those made are in `made`."""
    monkeypatch.setitem(ENGINES, "pseudo", "tests.fakes:ResidentEngine")
    ResidentEngine.made.clear()
    yield ResidentEngine
    ResidentEngine.made.clear()


def _brief() -> object:
    return brief(TEXT, "pt", language="en", engine="pseudo", second="pseudo")


def _translate() -> object:
    return translate(read(TEXT, language="en"), "pt", engine="pseudo")


def _fail() -> object:
    ResidentEngine.say_next = failing_at("Parties")
    with pytest.raises(EngineError) as caught:
        _translate()
    return caught


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(_brief, id="brief"),
        pytest.param(_translate, id="translate"),
        pytest.param(_fail, id="translate that fails"),
        pytest.param(lambda: find_route("en", "pt", engine="pseudo"), id="find_route"),
    ],
)
def test_what_makes_its_own_engines_closes_them(call: Callable[[], object], resident: type[ResidentEngine]) -> None:
    call()
    assert [engine.is_open for engine in resident.made] == [False]


def test_brief_leaves_the_callers_engines_open(resident: type[ResidentEngine]) -> None:
    with EngineSet() as engines:
        brief(TEXT, "pt", language="en", engine="pseudo", engines=engines)
        during = [engine.is_open for engine in resident.made]
    assert (during, [engine.is_open for engine in resident.made]) == ([True], [False])


def test_engine_set_makes_new_engines_after_close(resident: type[ResidentEngine]) -> None:
    engines = EngineSet()
    former = engines["pseudo"]
    engines.close()
    assert engines["pseudo"] is not former


def test_apertiums_programs_end_with_an_engine_that_nobody_closed(modes: Path) -> None:
    engine = ApertiumEngine(modes)
    engine.translate(["casa"], "es", "en")
    programs = [program for pipeline in engine._pipelines.values() for program in list(pipeline._programs)]
    running = [program.poll() is None for program in programs]
    del engine
    gc.collect()
    assert (running, [program.poll() is None for program in programs]) == ([True, True], [False, False])


def _use_apertium(folder: Path) -> object:
    engine = ApertiumEngine(folder)
    with Memory(folder / "memory.sqlite") as memory:
        briefing = brief("La casa. Dos casas.", "en", language="es", engines={"apertium": engine}, memory=memory)
    files = [export(briefing, name) for name in FORMATS]
    engine.close()
    return files


def _open_no_memory(folder: Path) -> object:
    (folder / "note.sqlite").write_bytes(b"This is a note, and no database at all." * 99)
    with pytest.raises(InputError) as caught:
        Memory(folder / "note.sqlite")
    return caught


def _all_targets(folder: Path) -> object:
    return targets("en")


def _read_examples(folder: Path) -> object:
    return [read(path).language for path in examples().values()]


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def _children() -> int:
    return sum(len(path.read_text().split()) for path in Path("/proc/self/task").glob("*/children"))


@needs_proc
@pytest.mark.parametrize("call", [_use_apertium, _open_no_memory, _all_targets, _read_examples])
def test_open_files_and_programs_do_not_grow(call: Callable[[Path], object], modes: Path) -> None:
    results = [call(modes)]  # what is loaded once, such as a detector's table, is there from now on
    before = _open_files(), _children()
    results += [call(modes) for _ in range(10)]  # kept, as a page keeps results and errors
    assert (_open_files(), _children()) == before
