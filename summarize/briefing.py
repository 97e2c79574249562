"""brief(): read, detect, translate, summarise, check: everything a reader gets, in one value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from summarize.answers import Answer, ask
from summarize.choices import BriefChoices
from summarize.facts import Fact, TableRow, extract_facts, fact_tables
from summarize.length import Length
from summarize.overview import overview_html
from summarize.summarization import summarize
from summarize.summary import Summary
from translate.checks.ranking import ranked
from translate.choices import Watch, require_none_left, with_keywords, with_variant
from translate.document import Document
from translate.engines.protocol import Engine
from translate.engines.registry import usable_engines
from translate.errors import LanguageError, Stopped
from translate.freed import give_back
from translate.issue import Issue
from translate.languages.detection import Detection, detect
from translate.languages.table import language as known_language
from translate.message import say
from translate.pipeline.run import checked_further, translate
from translate.reading.reader import read
from translate.translation import BrokenOff, Cancelled, Translation


@dataclass(frozen=True, slots=True, repr=False)
class Briefing:
    """A document, its translation and its summary, tied together by segment ids.

    Attributes:
        detection: The language found, or the one that the reader gave.
        document: The source.
        translation: None only where no route leads to the target; then an Issue says what would make one.
        summary: Always made of the source; points_in_target() gives it in the other language.
        issues: What to check, in the order of the list: the most serious line first, a sentence's reasons together.
        target: BCP 47 code that was asked for.
        facts: Actors, obligations, rights, dates, amounts and references of the source, each with its segment.
        tables: The same as a reader looks them up: deadlines, duties and rights, numbers, people and bodies.
        answers: What the document says to questions that were asked of it; empty until answered() or the page asks.
        settled: What there was to check in sentences that the reader corrected since, in the order of the list.
        timings: Stage name and seconds; not part of equality.
    """

    detection: Detection
    document: Document
    translation: Translation | None
    summary: Summary
    issues: tuple[Issue, ...]
    target: str
    facts: tuple[Fact, ...] = ()
    tables: tuple[TableRow, ...] = ()
    answers: tuple[Answer, ...] = ()
    settled: tuple[Issue, ...] = ()
    timings: tuple[tuple[str, float], ...] = field(default=(), compare=False)

    def __repr__(self) -> str:
        """What it is, in a line, without its texts."""
        translated = f"to {self.target}, no translation" if self.translation is None else repr(self.translation)
        return (
            f"<Briefing of {self.document!r}: {translated}, {len(self.summary.points)} points, "
            f"{len(self.issues):,} issues>"
        )

    def _repr_html_(self) -> str:
        """What a notebook shows: the points with their sources, what to check, the sentences side by side."""
        return overview_html(self.summary, self.translation, self.issues)


def brief(
    source: str | bytes | Path | Document,
    target: str,
    *,
    name: str = "",
    choices: BriefChoices = BriefChoices(),
    watch: Watch = Watch(),
    engines: Mapping[str, Engine] | None = None,
    **keywords: Any,
) -> Briefing:
    """A text in a language you don't read, as a briefing you can check.

    Args:
        source: The text itself, a file's path, a file's content (then `name` tells its kind), or a Document.
        target: Language wanted, as a BCP 47 code or a name; "pt-PT" and "pt-BR" ask for that variant.
        name: The file's name, for its kind and for display.
        choices: What else decides it.
        watch: How the caller follows it. After a stop the briefing keeps what is done and nothing more is begun: what
            is translated is there, its summary and facts mostly not.
        engines: Loaded engines to use again, which stay open; where None new ones, which are closed at the end.
        **keywords: Any field of BriefChoices, its Choices and Watch by its name: `words=250`, `engine="apertium"`.

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
    choices, watch = with_keywords(choices, keywords), with_keywords(watch, keywords)
    require_none_left("brief", keywords)
    choices = replace(choices, translation=with_variant(choices.translation, target))
    target = known_language(target).code
    language = None if choices.language is None else known_language(choices.language).code
    length = choices.length  # says what is wrong with it before the text is translated
    clock = _Clock()

    watch.progress("reading", 0, 1)
    document = source if isinstance(source, Document) else _read(source, name, language, choices, watch)
    detection = Detection(language, 1.0) if language else detect(document.text)
    clock.lap("reading")

    with usable_engines(engines) as known:
        wanted = choices.translation  # what is to be looked at again is a stage of its own
        readings = "every" if wanted.thorough else wanted.readings
        first = replace(wanted, thorough=False, readings=readings, second=None, doubt=False, post_edit=None)
        first = replace(first, alignment=True)  # the tables say in the translation's words what they say
        translation, broken_off = attempted(
            partial(translate, document, target, choices=first, watch=watch, engines=known)
        )
        clock.lap("translating")

        if translation is not None and not broken_off and wanted.further and not watch.stop():
            watch.progress("checking", 0, 1)
            translation = checked_further(translation, wanted, known, watch)
            clock.lap("checking")

    watch.progress("summarising", 0, 1)
    told = None if translation is None or broken_off else translation.target
    summary, facts, tables = _summarised(document, choices, length, told, watch)
    clock.lap("summarising")
    found = document.issues if translation is None else translation.issues
    issues = ranked((*broken_off, *found, *summary.issues))
    give_back()
    return Briefing(detection, document, translation, summary, issues, target, facts, tables, timings=tuple(clock.laps))


def answered(
    briefing: Briefing, question: str, *, engines: Mapping[str, Engine] | None = None, **keywords: Any
) -> Briefing:
    """The same briefing with the answer to one more question, looked for in the source and its translation.

    Args:
        briefing: What brief() gave.
        question: In its target language or its source's.
        engines: As ask() takes them.
        **keywords: As ask() takes them.

    Raises:
        InputError: The question is empty or too long.
    """
    answer = ask(briefing.translation or briefing.document, question, briefing.target, engines=engines, **keywords)
    return replace(briefing, answers=(*briefing.answers, answer))


def _summarised(
    document: Document, choices: BriefChoices, length: Length, target: Document | None, watch: Watch
) -> tuple[Summary, tuple[Fact, ...], tuple[TableRow, ...]]:
    """The summary, the facts and their tables, as far as they are wanted still.

    Who stops has what is translated already, or wants none of it: neither waits for a summary, and the text's first
    sentences would be none.
    """
    summary: Summary = Summary(document, (), "stopped")
    facts: tuple[Fact, ...] = ()
    try:
        watch.heed()
        summary = summarize(
            document,
            method=choices.method,
            points=length.points,
            words=length.words,
            share=length.share,
            genre=choices.genre,
            writer=choices.writer,
            target=target,
            watch=watch,
        )
        facts = extract_facts(document, watch)
        return summary, facts, fact_tables(document, watch)
    except Stopped:
        missing = say("Stopped: the tables of deadlines, duties, numbers and people are not made.")
        if not summary.points:
            missing = say("Stopped: there is no summary, and there are no tables. Make the briefing again for them.")
        return replace(summary, issues=(*summary.issues, Issue("stopped", None, None, missing))), facts, ()


def _read(source: str | bytes | Path, name: str, language: str | None, choices: BriefChoices, watch: Watch) -> Document:
    """The source, its recognised pages told to the caller."""

    def tell(done: int, total: int) -> None:
        watch.progress("reading", done, total)

    return read(source, name=name, language=language, ocr=choices.ocr, comments=choices.comments, progress=tell)


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


def attempted(run: Callable[[], Translation]) -> tuple[Translation | None, tuple[Issue, ...]]:
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
