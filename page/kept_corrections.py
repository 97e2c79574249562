"""Where a reader's corrections are kept between sessions, if the reader wants that."""

from contextlib import suppress
from pathlib import Path

from summarize import Briefing
from translate import InputError
from translate.languages.table import language
from translate.resources.memory import Memory
from translate.store.places import data_folder
from translate.text.lines import joined_lines


def memory_file() -> Path:
    """The file, in the platform's folder for user data; it is there only once a reader asked for it."""
    return data_folder() / "corrections.sqlite"


def memory_size() -> int:
    """Number of translations kept; 0 where there is no file, or one that a run will refuse in words."""
    file = memory_file()
    if not file.exists():
        return 0
    try:
        with opened(file) as memory:
            return len(memory)
    except InputError:
        return 0


def opened(file: Path) -> Memory:
    """The memory, its folder made where there is none; to be closed by its user.

    Raises:
        InputError: The file cannot be opened, or is no memory.
    """
    with suppress(OSError):  # Memory says in words what is wrong with a folder that cannot be made
        file.parent.mkdir(parents=True, exist_ok=True)
    return Memory(file)


def remember(file: Path, briefing: Briefing, segment: int) -> None:
    """Keep a segment with its translation as it is in the briefing now.

    Args:
        file: Made where there is none.
        briefing: With a translation.
        segment: Position of the segment that the reader corrected.

    Raises:
        InputError: The file cannot be opened, or is no memory.
    """
    if briefing.translation is None:
        return
    line, code = _line(briefing, segment)
    with opened(file) as memory:
        memory.add([(line, briefing.translation.hypotheses[segment].text)], code, briefing.target)


def forget(file: Path, briefing: Briefing, segment: int) -> None:
    """Forget what was kept of a segment, as its correction was taken back; see remember()."""
    line, code = _line(briefing, segment)
    with opened(file) as memory:
        memory.remove(line, code, briefing.target)


def _line(briefing: Briefing, segment: int) -> tuple[str, str]:
    """A segment's text as translate() will ask for it, and its language."""
    code = briefing.document.segment_language(segment)
    return joined_lines(briefing.document.segment_text(segment), language(code).joiner), code
