"""Two versions of a text, compared for the page."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from summarize.comparison import Comparison, compare
from summarize.export.json import from_json
from translate import Document, Engine
from translate.choices import Choices, Watch
from translate.reading.encoding import decode
from translate.tag import primary
from translate.translation import Translation

BRIEFING = ".json"
"""What a briefing was downloaded as; as an earlier version it lends its translation."""


def version_of(content: bytes, name: str, read: Callable[[bytes, str], Document]) -> Document | Translation:
    """An earlier version; with its translation where the file is a briefing that has one.

    Args:
        content: The file's bytes.
        name: The file's name.
        read: Gives the document of a file that is no briefing.

    Raises:
        FormatError: A file that is named as a briefing is none.
        InputError: The file cannot be read.
    """
    if not name.lower().endswith(BRIEFING):
        return read(content, name)
    briefing = from_json(decode(content))
    return briefing.translation or briefing.document


def compared(
    old: Document | Translation,
    new: Document,
    target: str,
    choices: Choices,
    watch: Watch,
    engines: Mapping[str, Engine],
) -> Comparison:
    """The comparison, in the target language; a text that is in it already is not translated.

    Args:
        old: The earlier version, or the one in another language.
        new: The later version.
        target: BCP 47 code.
        choices: What decides the translations.
        watch: How the caller follows it; both translations are told as one.
        engines: Loaded engines.

    Raises:
        PolicyTextError: As of compare().
    """
    before = old.source if isinstance(old, Translation) else old
    wanted = None if primary(target) == primary(new.language) else target
    across = "und" not in (before.language, new.language) and primary(before.language) != primary(new.language)
    sizes = 0 if isinstance(old, Translation) else len(before.segments), 0 if across else len(new.segments)
    passes = _Passes(*sizes, watch.progress)
    return compare(old, new, wanted, choices=choices, watch=replace(watch, progress=passes.step), engines=engines)


class _Passes:
    """Tells the translations of so many sentences each, one after the other, as one."""

    def __init__(self, first: int, second: int, tell: Callable[[str, int, int], None]) -> None:
        self._first, self._whole, self._tell = first, first + second, tell
        self._last, self._before = 0, 0

    def step(self, stage: str, done: int, total: int) -> None:
        """As of Watch.progress; that fewer are done than before means that the second one has begun."""
        if stage != "translating":
            self._tell(stage, done, total)
            return
        if done < self._last:
            self._before = self._first
        self._last = done
        self._tell(stage, self._before + done, max(self._whole, self._before + done))
