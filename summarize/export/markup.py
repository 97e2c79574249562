"""The parts of a briefing as escaped HTML, shared by the HTML file and the page."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from html import escape
from itertools import accumulate, groupby

from summarize.export.rows import Row
from summarize.export.wording import direction, kind_name, wording
from summarize.facts.quantities import with_unit
from summarize.summary import Point
from translate.checks.ranking import CheckLine
from translate.issue import Issue, Side
from translate.languages.wording import in_language
from translate.message import Message, joined
from translate.pipeline.glosses import glossed
from translate.tag import primary
from translate.text.words import words as words_of
from translate.translation import Doubt

_FOLDED = 45
"""Words over which a point is folded."""
_SHOWN = 30
"""Of its words those that are seen then."""


def text_html(text: str, marks: Iterable[tuple[int, int]] = ()) -> str:
    """A text with stretches marked.

    Args:
        text: Any text; it is escaped.
        marks: Half-open string indices of what to check; they may overlap or leave the text.

    Returns:
        The escaped text with `<mark>` around what to check.
    """
    marks = list(marks)
    if not marks:
        return kept_together(text)
    inside = [False] * len(text)
    for start, end in marks:
        first, last = max(start, 0), min(end, len(text))
        inside[first:last] = [True] * (last - first)
    stretches = groupby(range(len(text)), key=inside.__getitem__)
    parts = [(marked, kept_together("".join(text[i] for i in indices))) for marked, indices in stretches]
    return "".join(f"<mark>{part}</mark>" if marked else part for marked, part in parts)


def kept_together(text: str) -> str:
    """A text, escaped; no line breaks between a number and its unit, and the words stay as they are.

    >>> kept_together("A fee of EUR 50 000.")
    'A fee of <span class="n">EUR 50 000</span>.'
    """
    parts, last = [], 0
    for match in with_unit().finditer(text):
        if any(map(str.isspace, match[0])):
            parts += [escape(text[last : match.start()]), f'<span class="n">{escape(match[0])}</span>']
            last = match.end()
    return "".join([*parts, escape(text[last:])])


def spoken(text: str, language: str, tag: str, classes: str, markup: str | None = None) -> str:
    """An element with its language and direction; `markup` is its inner HTML where escaping the text isn't enough."""
    inner = kept_together(text) if markup is None else markup
    return f"<{tag} {_attributes(classes, language)}>{inner}</{tag}>"


@lru_cache(maxsize=256)
def _attributes(classes: str, language: str) -> str:
    """Of an element: thousands of rows have the same."""
    return f'class="{classes}" lang="{escape(language)}" dir="{direction(language)}"'


def row_html(row: Row, reader: str, sides: int = 2) -> str:
    """One row: margin, source, and translation with what to check below it.

    Args:
        row: From rows().
        reader: BCP 47 code of the language of the words around it.
        sides: 1 where the briefing has no translation.
    """
    words = wording(reader)
    classes = ["row", row.kind, *(["opens"] if row.opens else []), *(["worst-" + _worst(row)] if row.issues else [])]
    classes += ["same"] if row.cell and row.source == row.target else []
    tag = f"h{min(row.level, 3) + 2}" if row.kind == "heading" else "p"
    source = _side_html(row, "source", row.source)
    cells = [spoken(row.source, row.source_language, tag, "source", source)]
    if sides == 2 and row.segment is not None:
        target = _side_html(row, "target", row.target)
        cells.append(
            f'<div class="target">{spoken(row.target, row.target_language, tag, "said", target)}'
            f"{_notes_html(row, reader)}{_opinion_html(row, words)}"
            f"{_alternatives_html(row, words)}{_read_back_html(row, words)}</div>"
        )
    identity = "" if row.segment is None else f' id="s{row.segment + 1}" data-s="{row.segment}"'
    opening = f'<div class="{" ".join(classes)}"{identity}{_links_attribute(row)}>'
    return f"{opening}{_margin_html(row, words)}{''.join(cells)}</div>"


def point_html(
    number: int, point: Point, in_target: Point | None, languages: tuple[str, str], reader: str, tag: str = "li"
) -> str:
    """One point of the summary in both languages, its citations linked to their sentences; a long one is folded.

    Args:
        number: Its number, from 1; 0 for a sentence that is no point.
        point: As the summary has it.
        in_target: The same in the target language, or None; one that is the same words is not shown twice.
        languages: BCP 47 codes of source and target.
        reader: BCP 47 code of the language of the words around it.
        tag: Its element.
    """
    marks = places_html((citation.segment for citation in point.citations), reader)
    identity = f' id="p{number}" data-number="{number}"' if number else ""
    if in_target is None or in_target.text == point.text:
        return f"<{tag}{identity}>{_folded(point.spoken, languages[0], marks)}</{tag}>"
    original = spoken(point.spoken, languages[0], "p", "original")
    return f"<{tag}{identity}>{_folded(in_target.spoken, languages[1], marks, original)}</{tag}>"


def _folded(text: str, language: str, marks: str, original: str = "") -> str:
    """A text with its citations, its original below; of a long one the beginning, and all of it when it is opened."""
    if len(words_of(text)) <= _FOLDED:
        return spoken(text, language, "p", "said", f"{kept_together(text)} {marks}") + original
    head = spoken("", language, "summary", "said", f"{kept_together(_first(text))} … {marks}")
    whole = spoken("", language, "p", "whole", f"{kept_together(text)} {marks}")
    return f'<details class="long">{head}{whole}{original}</details>'


def _first(text: str) -> str:
    """The beginning of a long text, cut between words where it has any."""
    parts = text.split(" ")
    return " ".join(parts[:_SHOWN]) if len(parts) > _SHOWN else text[: 2 * _SHOWN]


def places_html(segments: Iterable[int], reader: str) -> str:
    """Citation marks: the numbers of the sentences, each a link to its row."""
    words = wording(reader)
    return "".join(
        f'<a class="cite" href="#s{segment + 1}" title="{_title(words, segment)}" '
        f'aria-label="{_title(words, segment)}">{segment + 1}</a>'
        for segment in segments
    )


def line_html(line: CheckLine, row: Row | None, reader: str, settled: bool = False) -> str:
    """One sentence to check in both languages with its reasons, or one thing to know of the whole text.

    Args:
        line: What is to be checked.
        row: The sentence's; None for the whole text.
        settled: Whether the reader corrected the sentence since.
        reader: BCP 47 code of the language of the words around it.
    """
    words, pair, read_back = wording(reader), "", ""
    where = f"<span>{words['whole_document']}</span>"
    if row is not None and line.segment is not None:
        number = words["sentence_number"].format(number=line.segment + 1)
        where = f'<a href="#s{line.segment + 1}">{number}</a>'
        pair, read_back = pair_html(row), _read_back_html(row, words)
    reasons = "".join(_reason_html(issue, reader, row) for issue in line.reasons)
    done, said = (" settled", settled_html(reader)) if settled else ("", "")
    return (
        f'<li class="{line.severity}{done}" data-key="{_key(line)}"><div class="where">{where}</div>'
        f'<div class="reasons">{pair}{said}{reasons}{read_back}</div></li>'
    )


def settled_html(reader: str) -> str:
    """That the reader corrected a sentence."""
    return f'<p class="note origin">{escape(wording(reader)["edited_mark"])}</p>'


def _key(line: CheckLine) -> str:
    """What a line is ticked off by: its place and a digest of its reasons; another reason makes it a new one."""
    place = "text" if line.segment is None else f"s{line.segment + 1}"
    reasons = "\n".join(f"{issue.kind} {issue.message}" for issue in line.reasons)
    return f"{place} {blake2b(reasons.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


def pair_html(row: Row) -> str:
    """A sentence beside its translation, in both what to check marked; alone where there is no translation."""
    lost = () if row.doubt is None else row.doubt.lost
    sides = [spoken("", row.source_language, "p", "original", text_html(row.source, [*_marks(row, "source"), *lost]))]
    if row.hypothesis is not None:
        sides.append(spoken("", row.target_language, "p", "excerpt", text_html(row.target, _marks(row, "target"))))
    return f'<div class="pair">{"".join(sides)}</div>'


def _told(message: str, row: Row | None, reader: str) -> str:
    """A message in the reader's language; words of a source that is not in it are followed by what became of them."""
    told = in_language(message, reader)
    if row is None or row.hypothesis is None:
        return told
    is_readers = primary(row.target_language) == primary(reader) != primary(row.source_language)
    return glossed(told, row.source, row.hypothesis, reader) if is_readers else told


def _reason_html(issue: Issue, reader: str, row: Row | None) -> str:
    """Kind and message of an issue, which is English where it was made without its template."""
    english = "" if isinstance(issue.message, Message) else ' lang="en" dir="ltr"'
    return (
        f'<p class="reason {issue.severity}" data-kind="{escape(issue.kind)}">'
        f'<span class="kind">{escape(kind_name(issue.kind, reader))}</span> '
        f'<span class="message"{english}>{escape(_told(issue.message, row, reader))}</span></p>'
    )


def _title(words: dict[str, str], segment: int) -> str:
    return escape(words["go_to_sentence"].format(number=segment + 1))


def _worst(row: Row) -> str:
    """Severity of the row's most serious issue."""
    found = {issue.severity for issue in row.issues}
    return next(severity for severity in ("error", "warning", "notice") if severity in found)


def _links_attribute(row: Row) -> str:
    """The row's word links as words.js reads them; an attribute, because most rows are never hovered."""
    if row.hypothesis is None or not row.hypothesis.alignment:
        return ""
    source, target = _utf16_places(row.source), _utf16_places(row.target)
    links = (
        f"{source[k.source_start]}-{source[k.source_end]}-{target[k.target_start]}-{target[k.target_end]}"
        for k in row.hypothesis.alignment
    )
    return f' data-links="{" ".join(links)}"'


def _utf16_places(text: str) -> Sequence[int]:
    """For each string index of a text, and its end, the index in UTF-16 units that scripts in a browser count in."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    return [0, *accumulate(1 + (character > "\uffff") for character in text)]


def _side_html(row: Row, side: Side, text: str) -> str:
    """The row's text on one side, with what stands around it in the block."""
    marks = _marks(row, side)
    before = f'<span class="gap">{escape(row.before)} </span>' if row.before else ""
    after = f'<span class="gap"> {escape(row.after)}</span>' if row.after else ""
    return f"{before}{text_html(text, marks)}{after}"


def _marks(row: Row, side: Side) -> list[tuple[int, int]]:
    """What the row's issues point to on one side."""
    return [issue.span for issue in row.issues if issue.span is not None and issue.side == side]


def _margin_html(row: Row, words: dict[str, str]) -> str:
    """Label, page and sentence number, and the way back to the points that cite the row."""
    parts = []
    if row.page is not None:
        parts.append(f'<span class="page">{escape(words["page"].format(number=row.page))}</span>')
    if row.label:
        parts.append(f'<span class="label">{escape(row.label)}</span>')
    if row.segment is not None:
        parts.append(f'<a class="number" href="#s{row.segment + 1}">{row.segment + 1}</a>')
    for point in row.points:
        title = escape(words["back_to_point"].format(number=point + 1))
        parts.append(f'<a class="back" href="#p{point + 1}" title="{title}" aria-label="{title}">↑</a>')
    return f'<div class="margin">{"".join(parts)}</div>'


def _notes_html(row: Row, reader: str) -> str:
    """Under the translation: its origin where that is no engine, its issues, and what was repaired."""
    notes: list[tuple[str, str]] = [(issue.severity, issue.message) for issue in row.issues]
    if row.hypothesis is not None:
        if row.hypothesis.origin != "untranslated":
            notes += [("repair", joined([repair.reason, repair.action])) for repair in row.hypothesis.repairs]
        if row.hypothesis.origin in {"pending", "untranslated", "edited"}:
            notes.insert(0, ("origin", wording(reader)[f"{row.hypothesis.origin}_mark"]))
    kinds: dict[str, str] = {}
    for kind, note in notes:  # an issue and its repair may say the same
        kinds.setdefault(_told(note, row, reader), kind)
    return "".join(f'<p class="note {kind}">{escape(note)}</p>' for note, kind in kinds.items())


def _opinion_html(row: Row, words: dict[str, str]) -> str:
    """What a second engine makes of the sentence, and how much of it is the same."""
    if row.opinion is None:
        return ""
    name = words["opinion"].format(engine=row.opinion.hypothesis.origin, share=round(100 * row.opinion.agreement))
    said = spoken(row.opinion.hypothesis.text, row.opinion_language, "span", "other")
    return f'<p class="note opinion">{escape(name)} {said}</p>'


def _alternatives_html(row: Row, words: dict[str, str]) -> str:
    """Other wordings of words that the engine was unsure of; a place is in UTF-16 units, as a browser counts."""
    if row.hypothesis is None or not row.hypothesis.alternatives:
        return ""
    places = _utf16_places(row.target)
    listed = [
        f"{escape(row.target[found.start : found.end])} → "
        + ", ".join(
            f'<span class="wording" data-place="{places[found.start]}-{places[found.end]}">{escape(other)}</span>'
            for other in found.others
        )
        for found in row.hypothesis.alternatives
    ]
    said = spoken("", row.target_language, "span", "others", "; ".join(listed))
    return f'<p class="note opinion">{escape(words["alternatives"])} {said}</p>'


def _read_back_html(row: Row, words: dict[str, str]) -> str:
    """What a doubtful translation reads back as, with the words that its source lacks marked."""
    if row.doubt is None:
        return ""
    return read_back_html(row.doubt, row.source_language, words)


def read_back_html(doubt: Doubt, language: str, words: dict[str, str]) -> str:
    """What a translation reads back as, with the words that its source lacks marked.

    Args:
        doubt: Of a segment.
        language: BCP 47 code of the segment.
        words: From wording().
    """
    said = spoken("", language, "span", "other", text_html(doubt.read_back, doubt.added))
    return f'<p class="note opinion">{escape(words["reads_back"])} {said}</p>'
