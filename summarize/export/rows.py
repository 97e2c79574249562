"""A briefing as aligned rows, one a segment: what every view shows line by line."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from summarize.briefing import Briefing
from summarize.correction import DOUBTFUL, EDITED
from summarize.export.shape import point_numbers
from summarize.structure.titles import title_segments
from translate.checks.ranking import CheckLine, rank
from translate.document import BlockKind, Cell, Document
from translate.hypothesis import NOT_TRANSLATED, Hypothesis
from translate.issue import Issue
from translate.languages.table import UNDETERMINED, name_of
from translate.message import say
from translate.reading.published import is_publishers
from translate.reading.titles import holds_number
from translate.translation import Doubt, Opinion, Translation

_LEFT = "untranslated"
_TITLE_SEGMENTS = 20
"""Segments among which the title is looked for: gazette lines and dates stand before it, seldom more."""
_FILE_NAME = re.compile(
    r"^Microsoft Word - |^(?:untitled|document|dokument|documento?)\W*\d*$|^\S+\.[a-z]{2,5}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Row:
    """One segment beside its translation, or a stretch of text in which there was nothing to translate.

    Attributes:
        segment: Position in Document.segments, or None for text outside every segment.
        kind: Its block's kind.
        level: Its block's level.
        label: The number a lawyer cites, on the first row of its block; a list's marker where there is no number. Empty
            where a heading says it itself.
        page: Page number on the first row of each page, else None.
        opens: Whether a block begins here.
        before: Text between the last segment and this one that is no label: an inner marker such as "(ii)".
        after: Text after the block's last segment.
        source: The segment's text.
        source_language: BCP 47 code.
        target: The hypothesis's text, or empty where the briefing has no translation.
        target_language: BCP 47 code.
        hypothesis: Where the target comes from; None without a translation.
        issues: What to check in this segment.
        points: Numbers of the summary's points that cite it, from 0, in the order of the views.
        opinion: What a second engine makes of it, where one was asked.
        opinion_language: BCP 47 code of the second opinion.
        doubt: How it reads back, where it is one of the most doubtful sentences.
        cell: Where in a table it stands, None outside of tables.
    """

    segment: int | None
    kind: BlockKind
    level: int
    label: str
    page: int | None
    opens: bool
    before: str
    after: str
    source: str
    source_language: str
    target: str = ""
    target_language: str = "und"
    hypothesis: Hypothesis | None = None
    issues: tuple[Issue, ...] = ()
    points: tuple[int, ...] = ()
    opinion: Opinion | None = None
    opinion_language: str = UNDETERMINED
    doubt: Doubt | None = None
    cell: Cell | None = None


def rows(briefing: Briefing) -> tuple[Row, ...]:
    """Every word of the document in order, each segment beside its translation.

    Returns:
        One row a segment, and one for each block that has text but no segment.
    """
    return tuple(_rows(briefing))


def rows_by_segment(briefing: Briefing) -> dict[int, Row]:
    """The same rows by their segments' positions."""
    return {row.segment: row for row in _rows(briefing) if row.segment is not None}


def titles(briefing: Briefing) -> tuple[str, str]:
    """What the document is called, and the same in the target language, as document_titles() finds them."""
    return document_titles(briefing.document, briefing.translation)


def document_titles(document: Document, translation: Translation | None) -> tuple[str, str]:
    """What a document is called, and the same in the target language.

    Returns:
        The author's title, else the longest of the headings that open the text, as an act has its issuer and number
        above what it is about, else the file's name; all may be empty. A title that is a segment near the text's
        beginning has the act's number before it, where one stands above. The second is empty where it is none or
        there is no translation.
    """
    title = _authors_title(document) or max(_opening(document), key=len, default="") or document.name
    ids = title_segments(document, title)
    if not ids:
        return title, ""
    lines = [_line(document.segment_text(i)) for i in range(ids[0])]
    number = next((i for i, line in enumerate(lines) if holds_number(line) and not is_publishers(line)), None)
    shown = [[number], ids] if number is not None else [ids]
    said = "" if translation is None else _joined(translation.target, shown)
    return _joined(document, shown), said


def _joined(document: Document, shown: Sequence[Sequence[int]]) -> str:
    """A number and what it is of, on one line."""
    return " · ".join(" ".join(_line(document.segment_text(i)) for i in ids) for ids in shown)


def _authors_title(document: Document) -> str:
    """The title that the file gives itself, unless that is a file's name: programs put one there by themselves."""
    title = _line(document.title)
    return "" if _FILE_NAME.search(title) or title == document.name else title


def _opening(document: Document) -> list[str]:
    """The headings of one level that the text begins with."""
    blocks = [document.blocks[segment.block] for segment in document.segments[:_TITLE_SEGMENTS]]
    begins = takewhile(lambda block: block.kind == "heading" and block.level == blocks[0].level, blocks)
    return [_line(document.segment_text(i)) for i, _ in enumerate(begins)]


def lines_to_check(briefing: Briefing) -> tuple[CheckLine, ...]:
    """What to check, the gravest first: a line a sentence with all its reasons, for the whole text a line a reason.

    Sentences that are left because no model leads from their language are one line a language. What the reader
    corrected is in settled_lines() instead.
    """
    left, done = _without_model(briefing), corrected_segments(briefing)
    issues = [i for i in briefing.issues if i.segment not in done and (i.kind != _LEFT or i.segment not in left)]
    issues += [_left(language, briefing.target, count) for language, count in sorted(Counter(left.values()).items())]
    return tuple(
        line
        for ranked in rank(issues, "notice")
        for line in (
            [CheckLine(None, i.severity, (i,)) for i in ranked.reasons] if ranked.segment is None else [ranked]
        )
    )


def settled_lines(briefing: Briefing) -> tuple[CheckLine, ...]:
    """What there was to check in sentences that the reader corrected, a line a sentence, the gravest first."""
    done = corrected_segments(briefing)
    found = [issue for issue in (*briefing.settled, *briefing.issues) if issue.segment in done]
    return rank((issue for issue in found if issue.kind != DOUBTFUL), "notice")


def corrected_places(briefing: Briefing) -> tuple[int, ...]:
    """Of the sentences that were to be checked, or doubtful, those that the reader corrected, in the text's order."""
    done, found = corrected_segments(briefing), {issue.segment for issue in (*briefing.settled, *briefing.issues)}
    return tuple(sorted(done & found))


def corrected_segments(briefing: Briefing) -> frozenset[int]:
    """The sentences that the reader corrected."""
    hypotheses = () if briefing.translation is None else briefing.translation.hypotheses
    return frozenset(segment for segment, one in enumerate(hypotheses) if one.origin == EDITED)


def _without_model(briefing: Briefing) -> dict[int, str]:
    """Segments, more than one a language, in languages of which nothing is translated, each with its language."""
    if briefing.translation is None:
        return {}
    languages, hypotheses = briefing.document.languages, briefing.translation.hypotheses
    pairs = list(zip(languages, hypotheses, strict=True))
    done = {language for language, found in pairs if found.origin not in NOT_TRANSLATED}
    left = {
        segment: language
        for segment, (language, found) in enumerate(pairs)
        if found.origin == _LEFT and language not in done
    }
    counts = Counter(left.values())
    return {segment: language for segment, language in left.items() if counts[language] > 1}


def _left(language: str, target: str, count: int) -> Issue:
    """That the sentences of a language are not translated."""
    message = say(
        "{count} sentences in {language} are left as they are: no installed model leads from there into {target}.",
        count=count,
        language=name_of(language),
        target=name_of(target),
    )
    return Issue(_LEFT, None, None, message, "error")


def _line(text: str) -> str:
    """A heading on one line, however the author broke it."""
    return " ".join(text.split())


def _rows(briefing: Briefing) -> Iterator[Row]:
    """Rows in order."""
    document, page = briefing.document, None
    issues, points = _issues_by_segment(briefing), _points_by_segment(briefing)
    opinions = {} if briefing.translation is None else {o.segment: o for o in briefing.translation.opinions}
    doubts = {} if briefing.translation is None else {d.segment: d for d in briefing.translation.most_doubtful()}
    for position, segments in document.segments_by_block().items():
        block = document.blocks[position]
        edge = block.start
        for segment in segments:
            found = document.segments[segment]
            before, opens = document.text[edge : found.start].strip(), segment == segments[0]
            target, target_language, hypothesis = _target(briefing, segment)
            source, label = document.segment_text(segment), (block.label or before) if opens else ""
            yield Row(
                segment=segment,
                kind=block.kind,
                level=block.level,
                label="" if block.kind == "heading" and source.startswith(label) else label,
                page=found.page if found.page != page else None,
                opens=opens,
                before="" if opens else before,
                after=document.text[found.end : block.end].strip() if segment == segments[-1] else "",
                source=source,
                source_language=document.segment_language(segment),
                target=target,
                target_language=target_language,
                hypothesis=hypothesis,
                issues=tuple(issues.get(segment, ())),
                points=tuple(points.get(segment, ())),
                opinion=opinions.get(segment),
                opinion_language=briefing.target,
                doubt=doubts.get(segment),
                cell=block.cell,
            )
            edge, page = found.end, found.page
        text = document.text[block.start : block.end].strip()
        if text and not segments:
            language, cell = document.language, block.cell
            yield Row(None, block.kind, block.level, block.label, None, True, "", "", text, language, cell=cell)


def _target(briefing: Briefing, segment: int) -> tuple[str, str, Hypothesis | None]:
    """A segment's text and language in the target document, and the hypothesis they come from."""
    translation = briefing.translation
    if translation is None:
        return "", UNDETERMINED, None
    language = translation.target.segments[segment].language
    return translation.target.segment_text(segment), language, translation.hypotheses[segment]


def _issues_by_segment(briefing: Briefing) -> dict[int, list[Issue]]:
    """What to check in each segment, in the briefing's order."""
    found: dict[int, list[Issue]] = {}
    for issue in briefing.issues:
        if issue.segment is not None:
            found.setdefault(issue.segment, []).append(issue)
    return found


def _points_by_segment(briefing: Briefing) -> dict[int, list[int]]:
    """Numbers, from 0, of the points that cite each segment, each once."""
    found: dict[int, list[int]] = {}
    numbers = point_numbers(briefing.summary)
    for position, number in sorted(numbers.items(), key=lambda entry: entry[1]):
        for segment in dict.fromkeys(citation.segment for citation in briefing.summary.points[position].citations):
            found.setdefault(segment, []).append(number - 1)
    return found
