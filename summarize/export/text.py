"""A briefing for the terminal: languages, summary with citation numbers, coverage, what to check, timings."""

from collections.abc import Iterator
from textwrap import wrap

from summarize.briefing import Briefing
from summarize.export.doubts import doubt_share, doubts_lines, explanation
from summarize.export.facts import cells, table_lines
from summarize.export.rows import corrected_places
from summarize.export.shape import Shown, digested, gist, grouped
from summarize.export.wording import coverage_sentence, language_name, reader_language, wording
from translate.checks.ranking import rank
from translate.issue import Issue
from translate.languages.wording import in_language, written
from translate.routing.routes import describe

_WIDTH = 100
_MOST_LINES = 8
"""Lines of one table on the terminal; the other formats have more, the CSV file all."""
_MOST_PLACES = 5
"""Sentences named for one line."""


def to_text(briefing: Briefing) -> str:
    """Plain text of at most 100 columns; numbers in brackets are sentence numbers, as in the other formats."""
    return "\n".join(_lines(briefing)) + "\n"


def _lines(briefing: Briefing) -> Iterator[str]:
    """Everything, line by line."""
    reader = reader_language(briefing)
    words = wording(reader)
    source, target = (language_name(code, reader) for code in (briefing.document.language, briefing.target))
    yield from _heading(briefing.document.title or briefing.document.name or words["briefing"], "=")
    yield f"{source} → {target}"
    yield coverage_sentence(briefing)
    if briefing.translation is not None and briefing.translation.route.steps:
        yield f"{words['route']}: {in_language(describe(briefing.translation.route), reader)}"
    yield from _summary(briefing, words)
    yield from _checks(briefing, reader)
    yield from _doubts(briefing, reader)
    yield from _facts(briefing, reader)
    if briefing.timings:
        yield ""
        yield ", ".join(f"{words[f'stage_{stage}']} {written(s, '.1f', reader)} s" for stage, s in briefing.timings)


def _summary(briefing: Briefing, words: dict[str, str]) -> Iterator[str]:
    """Gist, points and sections in the target language where there is one, else in the source's."""
    if not briefing.summary.points:
        return
    yield ""
    yield from _heading(words["summary"], "-")
    if top := gist(briefing):
        yield from _entry("", f"{words['gist']}: {top.said.spoken} {_cited(top)}")
    for kind, points in grouped(briefing):
        if kind:
            yield ""
            yield f"{words[f'group_{kind}']}:"
        for one in points:
            yield from _entry("• ", f"{one.said.spoken} {_cited(one)}")
    sections = digested(briefing)
    if sections:
        yield ""
        yield f"{words['digest']}:"
    for heading, points in sections:
        said = " ".join(f"{one.said.spoken} {_cited(one)}" for one in points)
        yield from _entry("• ", f"{heading}: {said}" if heading else said)


def _cited(one: Shown) -> str:
    """The numbers of a point's sentences."""
    return f"[{', '.join(str(citation.segment + 1) for citation in one.point.citations)}]"


def _checks(briefing: Briefing, reader: str) -> Iterator[str]:
    """One line a sentence with all its reasons, the gravest first; notices on sentences are only counted."""
    words = wording(reader)
    yield ""
    yield from _heading(words["check_first"], "-")
    lines = rank((issue for issue in briefing.issues if not _is_counted(issue)), least="notice")
    notices = sum(map(_is_counted, briefing.issues))
    for line in lines:
        where = words["whole_document"] if line.segment is None else f"[{line.segment + 1}]"
        yield from _entry("• ", " ".join([where, *(in_language(issue.message, reader) for issue in line.reasons)]))
    if not lines:
        yield from wrap(words["nothing_to_check"], _WIDTH)
    if notices:
        yield f"{words['severity_notice']}: {notices}"
    if done := corrected_places(briefing):
        yield from wrap(f"{words['settled']} {', '.join(str(segment + 1) for segment in done)}", _WIDTH)


def _doubts(briefing: Briefing, reader: str) -> Iterator[str]:
    """The doubtful sentences, each above its read-back; nothing where there are none."""
    words, listed = wording(reader), list(doubts_lines(briefing, "*"))
    if not listed:
        return
    yield ""
    yield from _heading(words["doubtful"], "-")
    yield from wrap(explanation(briefing, reader), _WIDTH)
    for doubt, source, read_back in listed:
        yield from _entry("• ", f"[{doubt.segment + 1}] {source} ({doubt_share(doubt, reader)})")
        yield from _entry("  → ", f"{words['reads_back']} {read_back}")


def _facts(briefing: Briefing, reader: str) -> Iterator[str]:
    """The first lines of each table, with the numbers of their sentences; nothing where there are none."""
    words = wording(reader)
    for table, lines in table_lines(briefing):
        yield ""
        yield from _heading(words[f"facts_{table}"], "-")
        for line in lines[:_MOST_LINES]:
            check = [words["strip_warning"]] if line.to_check else []
            said = " · ".join([cell for cell in cells(line.readable, reader) if cell] + check)
            cited = ", ".join(str(segment + 1) for segment in line.row.segments[:_MOST_PLACES])
            yield from _entry("• ", f"{said} [{cited}{', …' if len(line.row.segments) > _MOST_PLACES else ''}]")
        if len(lines) > _MOST_LINES:
            yield f"  {words['places_more'].format(count=len(lines) - _MOST_LINES)}"


def _is_counted(issue: Issue) -> bool:
    """Whether an issue is a notice on a sentence, of which only the number is told."""
    return issue.severity == "notice" and issue.segment is not None


def _heading(text: str, line: str) -> Iterator[str]:
    """A title with a line under it."""
    yield text
    yield line * min(len(text), _WIDTH)


def _entry(mark: str, text: str) -> list[str]:
    """A marked paragraph, indented under its mark."""
    return wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
