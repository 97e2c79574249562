"""brief(): read, detect, translate, summarise, check: everything a reader gets, in one value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter

from summarize.facts import Fact, extract_facts
from summarize.length import Length
from summarize.summarization import summarize
from summarize.summary import Summary
from summarize.writer import Writer
from translate.checks.ranking import ranked
from translate.document import Document
from translate.engines.protocol import Decoding, Engine
from translate.engines.registry import usable_engines
from translate.errors import LanguageError
from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.languages.detection import Detection, detect
from translate.languages.table import language as known_language
from translate.message import say
from translate.pipeline.doubts import with_doubts
from translate.pipeline.run import check_thoroughly, translate, with_opinions
from translate.reading.reader import read
from translate.resources.glossary import Glossary
from translate.resources.memory import Memory
from translate.translation import BrokenOff, Cancelled, Translation


@dataclass(frozen=True, slots=True)
class Briefing:
    """A document, its translation and its summary, tied together by segment ids.

    Attributes:
        detection: The language found, or the one that the reader gave.
        document: The source.
        translation: None only where no route leads to the target; then an Issue says what would make one.
        summary: Always made of the source; points_in_target() gives it in the other language.
        issues: What to check, in the order of the list: the most serious line first, a sentence's reasons together.
        target: BCP 47 code that was asked for.
        facts: Actors, obligations, dates, amounts and references of the source, each with its segment.
        timings: Stage name and seconds; not part of equality.
    """

    detection: Detection
    document: Document
    translation: Translation | None
    summary: Summary
    issues: tuple[Issue, ...]
    target: str
    facts: tuple[Fact, ...] = ()
    timings: tuple[tuple[str, float], ...] = field(default=(), compare=False)


def brief(
    source: str | bytes | Path | Document,
    target: str,
    *,
    name: str = "",
    language: str | None = None,
    engine: str | None = None,
    engines: Mapping[str, Engine] | None = None,
    method: str | None = None,
    points: int | None = None,
    words: int | None = None,
    share: float | None = None,
    genre: str | None = None,
    writer: Writer | None = None,
    alignment: bool = False,
    glossary: Glossary | None = None,
    memory: Memory | None = None,
    second: str | None = None,
    thorough: bool = False,
    doubt: bool = False,
    progress: Callable[[str, int, int], None] | None = None,
    arrived: Callable[[Mapping[int, Hypothesis]], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Briefing:
    """A text in a language you don't read, as a briefing you can check.

    Args:
        source: The text itself, a file's path, a file's content (then `name` tells its kind), or a Document.
        target: Language wanted, as a BCP 47 code or a name.
        name: The file's name, for its kind and for display.
        language: The source's language, where the reader knows better than detection.
        engine: Key in ENGINES; the best installed route if None.
        engines: Loaded engines to use again, which stay open; where None new ones, which are closed at the end.
        method: Key in METHODS; the summary's default if None.
        points: Number of summary points; chosen by length if None.
        words: Most words of all points together, instead of their number.
        share: Most words as a share of the document's, 0 to 1, instead of either.
        genre: Key in GENRES where the reader knows what kind of text it is; the summary guesses if None.
        writer: The model that the method abstractive asks.
        alignment: Whether word links are wanted, from engines that give any.
        glossary: The reader's terms; an Issue says where the translation does not keep to them.
        memory: The reader's approved translations, taken over where a sentence is the same.
        second: Key in ENGINES of an engine that gives a second opinion on doubtful sentences.
        thorough: Whether every sentence's meaning is compared with its source's too, about 40 ms each.
        doubt: Whether each sentence is translated back and scored for how likely it misleads, which takes
            three times as long as translating.
        progress: Called with (stage, done, total); stages are "reading", "translating", "checking" where doubts,
            a second opinion or thorough checks are wanted, and "summarising".
        arrived: Called with new hypotheses by segment id as they come.
        stop: Asked before each batch of sentences; true ends the translation, and the briefing keeps what is done.

    Returns:
        The briefing. With no route to the target its translation is None, and an Issue says what would make one.

    Raises:
        InputError: The source cannot be read, or the summary's length cannot be.
        LanguageError: `target` or `language` is not a known language.
        EngineError: A model is damaged or cannot run, and nothing was translated before that showed. After that the
            briefing keeps what is done, and an Issue says what to do.

    >>> briefing = brief("The Council met in Lisbon. It adopted 3 acts.", "pt", language="en", engine="pseudo")
    >>> briefing.translation.coverage
    {'pseudo': 2}
    >>> briefing.summary.points[0].citations[0].segment
    0
    """
    target = known_language(target).code
    language = None if language is None else known_language(language).code
    Length(points, words, share)  # says what is wrong with a length before the text is translated
    report = progress or (lambda stage, done, total: None)
    clock = _Clock()

    report("reading", 0, 1)
    document = source if isinstance(source, Document) else read(source, name=name, language=language)
    detection = Detection(language, 1.0) if language else detect(document.text)
    clock.lap("reading")

    with usable_engines(engines) as known:
        run = partial(
            translate,
            document,
            target,
            engine=engine,
            engines=known,
            decoding=Decoding(alignment=alignment),
            glossary=glossary,
            memory=memory,
            progress=lambda done, total: report("translating", done, total),
            arrived=arrived,
            stop=stop,
        )
        translation, broken_off = _translated(run)
        clock.lap("translating")

        if translation is not None and not broken_off and (thorough or second or doubt):
            report("checking", 0, 1)
            translation = check_thoroughly(translation) if thorough else translation
            translation = with_opinions(translation, second, known) if second else translation
            translation = with_doubts(translation, known, stop) if doubt else translation
            clock.lap("checking")

    report("summarising", 0, 1)
    summary = summarize(document, method=method, points=points, words=words, share=share, genre=genre, writer=writer)
    facts = extract_facts(document)
    clock.lap("summarising")
    found = document.issues if translation is None else translation.issues
    issues = ranked((*broken_off, *found, *summary.issues))
    return Briefing(detection, document, translation, summary, issues, target, facts, tuple(clock.laps))


class _Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.laps: list[tuple[str, float]] = []
        self._last = perf_counter()

    def lap(self, stage: str) -> None:
        """End a stage."""
        now = perf_counter()
        self.laps.append((stage, now - self._last))
        self._last = now


def _translated(run: Callable[[], Translation]) -> tuple[Translation | None, tuple[Issue, ...]]:
    """The translation as far as it came, and an Issue that says why it came no further."""
    try:
        return run(), ()
    except Cancelled as cancelled:
        translation = cancelled.translation
        pending = translation.coverage.get("pending", 0)
        message = say(
            "Stopped: {pending} of {total} sentences are not translated yet.",
            pending=pending,
            total=len(translation.hypotheses),
        )
        return translation, (Issue("stopped", None, None, message, "error"),)
    except BrokenOff as broken:
        translation = broken.translation
        total = len(translation.hypotheses)
        message = say(
            "The engine failed after {done} of {total} sentences; the others are not translated. {reason}",
            done=total - translation.coverage.get("pending", 0),
            total=total,
            reason=broken.message,
        )
        return translation, (Issue("failed", None, None, message, "error"),)
    except LanguageError as error:
        return None, (Issue("no-route", None, None, error.message, "error"),)
