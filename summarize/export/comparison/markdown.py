"""Markdown: the comparison for notes, mail and version control."""

from collections.abc import Mapping, Sequence

from summarize.comparison import Comparison
from summarize.export.comparison.rows import (
    ChangeRow,
    Side,
    Span,
    Words,
    change_rows,
    counts_line,
    fact_lines,
    folded,
    kind_words,
    place,
    point_places,
    reader_of,
    split_points,
)
from summarize.export.markdown import escaped
from summarize.export.wording import kind_name, language_name, wording
from translate.languages.wording import in_language


def to_markdown(comparison: Comparison) -> str:
    """The comparison as CommonMark: removed words struck out, added words bold; every text in it is escaped.

    Returns:
        Names, counts, what changed, what to check, and a table with a row a change; unchanged sentences are counted.
    """
    reader = reader_of(comparison)
    words = wording(reader)
    rows = change_rows(comparison)
    title = words["comparison_across" if comparison.is_across else "comparison"]
    names = [
        f"{escaped(document.name or '–')} ({language_name(document.language, reader)})"
        for document in (comparison.old, comparison.new)
    ]
    parts = [f"# {title}", words["versions"].format(old=names[0], new=names[1]), counts_line(comparison, reader)]
    if not comparison.is_across:
        parts += [f"## {words['changes_title']}", *_points(comparison, rows, words)]
    if comparison.facts:
        parts += [f"## {words['changes_facts']}", _facts(comparison, rows, reader)]
    parts += _issues(comparison, rows, reader)
    parts += [f"## {words['changes_text']}", _table(comparison, rows, reader), f"*{words['machine_note']}*"]
    return "\n\n".join(part for part in parts if part) + "\n"


def _points(comparison: Comparison, rows: Sequence[ChangeRow], words: Mapping[str, str]) -> list[str]:
    """The changes of content, the weightiest first, then those of form, counted."""
    shown, more, count = split_points(comparison)
    numbered = [
        f"{number}. {_point(rows[point.change])} [{'; '.join(place(row) for row in point_places(point, rows))}]"
        for number, point in enumerate(comparison.points, 1)
    ]
    parts = ["\n".join(numbered[: len(shown)]) or words["changes_none"]]
    if more:
        parts += [f"### {folded(words, 'changes_more', count)}", "\n".join(numbered[len(shown) :])]
    if comparison.forms:
        listed = "\n".join(f"- {_point(rows[i])} [{place(rows[i])}]" for i in comparison.forms)
        parts += [f"### {folded(words, 'changes_form', len(comparison.forms))}", listed]
    return parts


def _point(row: ChangeRow) -> str:
    """What a change said and says."""
    return " → ".join(_best(side, struck=side is row.old) for side in (row.old, row.new) if side is not None)


def _best(side: Side, struck: bool) -> str:
    """A side in the language wanted, else as it is."""
    return _redlined(side.said or side.original, struck)


def _redlined(words: Words, struck: bool) -> str:
    """A text with its marks: struck out in the old version, bold in the new."""
    sign = "~~" if struck else "**"
    parts, last = [], 0
    for start, end in _outside_space(words.text, words.marks):
        before, inside = words.text[last:start], words.text[start:end]
        parts += [_kept_spaces(before), f"{sign}{escaped(inside)}{sign}"]
        last = end
    return "".join([*parts, _kept_spaces(words.text[last:])]).strip()


def _kept_spaces(text: str) -> str:
    """An escaped stretch with a space at its edges where it has one."""
    if not text.strip():
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{escaped(text)}{' ' if text[-1].isspace() else ''}"


def _outside_space(text: str, marks: Sequence[Span]) -> list[Span]:
    """Marks that begin and end with what is no white space, as Markdown wants them."""
    return [(start, end) for start, end in marks if text[start:end].strip()]


def _facts(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> str:
    """The duties, dates and amounts that changed."""
    words = wording(reader)
    heads = ("change_what", "change_before", "change_after", "change_sentence", "change_where")
    lines = [f"| {' | '.join(words[head] for head in heads)} |", "| --- | --- | --- | --- | --- |"]
    for line in fact_lines(comparison, rows, reader):
        cells = [words[f"facts_{line.fact.table}"], *(escaped(said) or "–" for said in (line.before, line.after))]
        sentence = escaped(" ".join(line.sentence.text.split()))
        lines.append(f"| {' | '.join(cells)} | {sentence} | {place(rows[line.fact.change])} |")
    return "\n".join(lines)


def _issues(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> list[str]:
    """What to check between the two versions, or in the translation of the new one."""
    words, lines = wording(reader), []
    first = {i: row for row in rows for i in (row.change.old if comparison.is_across else row.change.new)}
    for issue in comparison.issues:
        where = words["whole_document"] if issue.segment is None else str(issue.segment + 1)
        message = escaped(in_language(issue.message, reader))
        lines.append(f"- {kind_name(issue.kind, reader)} [{where}]: {message}")
        row = None if issue.segment is None else first.get(issue.segment)
        side = None if row is None else row.new or row.old
        if side is not None:
            said = [words_of.text for words_of in (side.said, side.original) if words_of is not None]
            lines.append(f"  {' / '.join(escaped(' '.join(text.split())) for text in said)}")
    if not lines and not comparison.is_across:
        return []
    return [f"## {words['compare_check']}", "\n".join(lines) or words["compare_nothing"]]


def _table(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> str:
    """A row a change; unchanged sentences in a row are one line that counts them."""
    words, across = wording(reader), comparison.is_across
    heads = ("version_first", "version_second") if across else ("version_old", "version_new")
    lines = [f"| {words['change_where']} | {words[heads[0]]} | {words[heads[1]]} |", "| --- | --- | --- |"]
    waiting = 0
    for row in [*(row for row in rows if not row.is_rule), None]:
        if row is not None and row.change.kind == "unchanged":
            waiting += 1
            continue
        if waiting:
            said = words["change_folded_one"] if waiting == 1 else words["change_folded"].format(count=waiting)
            lines.append(f"| … | {said} | |")
            waiting = 0
        if row is not None:
            sides = ["" if side is None else _cell(side, side is row.old) for side in (row.old, row.new)]
            lines.append(f"| {place(row)} {kind_words(row, across, reader)} | {sides[0]} | {sides[1]} |")
    return "\n".join(lines)


def _cell(side: Side, struck: bool) -> str:
    """What a version says, in the language wanted and as it is."""
    label = f"{escaped(side.label)} " if side.label else ""
    said = "" if side.said is None else f"{_redlined(side.said, struck)}<br>"
    return f"{label}{said}{_redlined(side.original, struck)}"
