"""HTML: a redline side by side in one file that needs nothing beside it, on screen and on paper."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from summarize.comparison import ChangePoint, Comparison
from summarize.comparison.points import is_editorial
from summarize.export.comparison.rows import (
    ChangeRow,
    Side,
    Words,
    change_rows,
    counts_line,
    fact_sides,
    fact_words,
    kind_words,
    place,
    reader_of,
)
from summarize.export.facts import Line
from summarize.export.html import asset
from summarize.export.markup import kept_together, spoken
from summarize.export.wording import direction, kind_name, language_name, wording
from translate.issue import Issue
from translate.languages.wording import in_language

_SHORT_RUN = 2
"""Unchanged sentences in a row that are shown and not folded."""


def to_html(comparison: Comparison) -> str:
    """The comparison as one HTML file, everything in it escaped, styles included.

    Returns:
        Names and counts, what changed with links to its rows, duties, dates and amounts, what to check, and all
        sentences side by side with the words removed and added marked; runs of unchanged ones are folded.
    """
    reader = reader_of(comparison)
    words, rows = wording(reader), change_rows(comparison)
    title = words["comparison_across" if comparison.is_across else "comparison"]
    parts = [
        head_html(comparison, reader),
        "" if comparison.is_across else points_html(comparison, rows, reader),
        facts_html(comparison, rows, reader),
        check_html(comparison, rows, reader),
        changes_html(comparison, rows, reader),
    ]
    return (
        f'<!doctype html>\n<html lang="{reader}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(comparison.new.name or comparison.new.title or title)} · {title}</title>\n"
        f"<style>\n{asset('briefing.css')}{asset('comparison.css')}</style>\n</head>\n"
        f'<body>\n<main class="entente">\n{"".join(parts)}'
        f"<footer>{escape(words['machine_note'])}</footer>\n</main>\n</body>\n</html>\n"
    )


def head_html(comparison: Comparison, reader: str) -> str:
    """What is compared, and how many sentences became what.

    Args:
        comparison: What compare() gave.
        reader: BCP 47 code of the language of the words around it.
    """
    words, names = wording(reader), []
    for document in (comparison.old, comparison.new):
        language = language_name(document.language, reader)
        names.append(f"{document.name} ({language})" if document.name else language)
    versions = words["versions"].format(old=names[0], new=names[1])
    title = words["comparison_across" if comparison.is_across else "comparison"]
    return (
        f'<header>\n<p class="kicker versions">{escape(versions)}</p>\n<h1 class="title">{escape(title)}</h1>\n'
        f'<p class="coverage">{escape(counts_line(comparison, reader))}</p>\n</header>\n'
    )


def points_html(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> str:
    """The changes that matter most, each with a link to its row."""
    words = wording(reader)
    listed = "\n".join(
        _point_html(number, point, rows[point.change], reader) for number, point in enumerate(comparison.points, 1)
    )
    body = f"<ol>\n{listed}\n</ol>" if listed else f"<p>{escape(words['changes_none'])}</p>"
    more = sum(
        change.kind in ("changed", "new", "dropped") and not is_editorial(comparison.old, comparison.new, change)
        for change in comparison.changes
    ) - len(comparison.points)
    if more > 0:
        said = words["changes_more_one"] if more == 1 else words["changes_more"].format(count=more)
        body += f'\n<p class="more">{escape(said)}</p>'
    return f'<section class="summary points">\n<h2>{escape(words["changes_title"])}</h2>\n{body}\n</section>\n'


def _point_html(number: int, point: ChangePoint, row: ChangeRow, reader: str) -> str:
    """A change that matters: what it says now, and what it said."""
    sides = [side for side in (row.new, row.old) if side is not None]
    lines = [
        _words_html(
            side.said or side.original,
            "ins" if side is row.new else "del",
            "said" if i == 0 else "before",
            f" {_link_html(row, reader)}" if i == 0 else "",
            whole=len(sides) == 1,
        )
        for i, side in enumerate(sides)
    ]
    return f'<li data-number="{number}"><div>{"".join(lines)}</div></li>'


def _link_html(row: ChangeRow, reader: str) -> str:
    """A link to a row, by the sentences' numbers in both versions."""
    return f'<a class="cite" href="#c{row.position + 1}">{escape(place(row))}</a>'


def _words_html(words: Words, tag: str, classes: str, after: str = "", whole: bool = False) -> str:
    """A text with the words that only its version has as `ins` or `del`; all of it if `whole`."""
    parts, last = [], 0
    for start, end in [(0, len(words.text))] if whole else words.marks:
        parts += [kept_together(words.text[last:start]), f"<{tag}>{kept_together(words.text[start:end])}</{tag}>"]
        last = end
    inner = "".join([*parts, kept_together(words.text[last:])])
    return spoken("", words.language, "p", classes, inner + after)


def facts_html(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> str:
    """The duties, dates and amounts that changed; empty where none did."""
    facts = list(zip(comparison.facts, fact_sides(comparison), strict=True))
    if not facts:
        return ""
    words, target = wording(reader), comparison.target
    heads = ("change_what", "change_before", "change_after", "change_where")
    head = "".join(f'<th scope="col">{escape(words[name])}</th>' for name in heads)
    body = ""
    facts.sort(key=lambda one: (one[0].table != "deadlines", one[0].table))
    for table, group in groupby(facts, key=lambda one: one[0].table):
        lines = list(group)
        listed = "".join(
            f'<tr><td class="fact what">{escape(words[f"fact_{fact.kind}"])}</td>'
            f"{_fact_html(sides[0], words['change_before'], target, reader)}"
            f"{_fact_html(sides[1], words['change_after'], target, reader)}"
            f'<td class="where">{_link_html(rows[fact.change], reader)}</td></tr>\n'
            for fact, sides in lines
        )
        body += (
            f'<details open>\n<summary>{escape(words[f"facts_{table}"])} <span class="count">{len(lines)}</span>'
            f"</summary>\n<table>\n<tr>{head}</tr>\n{listed}</table>\n</details>\n"
        )
    return f'<section class="facts changed-facts">\n<h2>{escape(words["changes_facts"])}</h2>\n{body}</section>\n'


def _fact_html(line: Line | None, head: str, target: str, reader: str) -> str:
    """A line of a table in one cell, in the language wanted and as it is below; a narrow screen shows its head too."""
    opening = f'<td class="fact side" data-head="{escape(head)}">'
    if line is None:
        return f"{opening}–</td>"
    own, said = fact_words(line.row, reader), fact_words(line.readable, reader)
    if own == said:
        return f"{opening}{spoken(own, line.language, 'p', 'said')}</td>"
    return f"{opening}{spoken(said, target, 'p', 'said')}{spoken(own, line.language, 'p', 'original')}</td>"


def check_html(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> str:
    """What to check; where two language versions have nothing, that is said."""
    words = wording(reader)
    if not comparison.issues and not comparison.is_across:
        return ""
    first = {}
    for row in rows:
        for segment in row.change.old if comparison.is_across else row.change.new:
            first[segment] = row
    listed = "\n".join(_issue_html(issue, first, reader) for issue in comparison.issues)
    body = f"<ul>\n{listed}\n</ul>" if listed else f'<p class="nothing">{escape(words["compare_nothing"])}</p>'
    return f'<section class="check">\n<h2>{escape(words["compare_check"])}</h2>\n{body}\n</section>\n'


def _issue_html(issue: Issue, rows: dict[int, ChangeRow], reader: str) -> str:
    """One thing to check, with a link to its row."""
    words, row = wording(reader), None if issue.segment is None else rows.get(issue.segment)
    where = f"<span>{escape(words['whole_document'])}</span>" if row is None else _link_html(row, reader)
    return (
        f'<li><div class="where">{where}</div><div class="reasons"><p class="reason {issue.severity}">'
        f'<span class="kind">{escape(kind_name(issue.kind, reader))}</span> '
        f'<span class="message">{escape(in_language(issue.message, reader))}</span></p></div></li>'
    )


def changes_html(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> str:
    """All sentences side by side; runs of unchanged ones are folded."""
    words, across = wording(reader), comparison.is_across
    parts = []
    for folded, run in runs(rows, reader):
        body = "\n".join(change_html(row, across, reader) for row in run)
        parts.append(f"<details><summary>{escape(folded)}</summary>\n{body}\n</details>" if folded else body)
    return (
        f'<section class="text changes sides-2">\n<h2>{escape(words["changes_text"])}</h2>\n'
        f"{version_heads_html(across, reader)}\n" + "\n".join(parts) + "\n</section>\n"
    )


def runs(rows: Sequence[ChangeRow], reader: str) -> list[tuple[str, list[ChangeRow]]]:
    """The rows in runs, each with the words that it is folded into; these are empty for what stands open.

    Args:
        rows: From change_rows().
        reader: BCP 47 code of the language of the words around it.
    """
    words, found = wording(reader), []
    for unchanged, group in groupby(rows, key=lambda row: row.change.kind == "unchanged"):
        run = list(group)
        folded = unchanged and len(run) > _SHORT_RUN
        found.append((words["change_folded"].format(count=len(run)) if folded else "", run))
    return found


def version_heads_html(across: bool, reader: str) -> str:
    """What stands above the two columns.

    Args:
        across: Whether the two are language versions.
        reader: BCP 47 code of the language of the words.
    """
    names = ("version_first", "version_second") if across else ("version_old", "version_new")
    heads = "".join(f"<span>{escape(wording(reader)[name])}</span>" for name in names)
    return f'<div class="row heads" aria-hidden="true"><span></span>{heads}</div>'


def change_html(row: ChangeRow, across: bool, reader: str) -> str:
    """One change: what became of the sentence, and both versions.

    Args:
        row: From change_rows().
        across: Whether the two are language versions.
        reader: BCP 47 code of the language of the words around it.
    """
    kind = row.change.kind
    margin = (
        f'<div class="margin"><span class="kind {kind}">{escape(kind_words(row, across, reader))}</span>'
        f'<a class="number" href="#c{row.position + 1}">{escape(place(row))}</a></div>'
    )
    whole = kind in ("new", "dropped")
    cells = [
        _side_html(side, tag, classes, whole, across, reader)
        for side, tag, classes in ((row.old, "del", "source"), (row.new, "ins", "target"))
    ]
    heading = " heading" if row.level else ""
    return f'<div class="row {kind}{heading}" id="c{row.position + 1}">{margin}{"".join(cells)}</div>'


def _side_html(side: Side | None, tag: str, classes: str, whole: bool, across: bool, reader: str) -> str:
    """One version's cell: in the language wanted, and as it is below."""
    if side is None:
        return f'<div class="{classes} absent">–</div>'
    label = f'<span class="label" dir="{direction(side.original.language)}">{escape(side.label)}</span> '
    shown = side.said or side.original
    repeated = any(words.text.startswith(side.label) for words in (side.original, shown))
    parts = [label if side.label and not repeated else ""]
    if side.said is None or side.said.text == side.original.text:
        parts.append(_words_html(side.original, tag, "said", whole=whole))
    elif across:
        parts.append(_words_html(side.original, tag, "said", whole=whole))
        said = f"{escape(wording(reader)['version_reads'])} {escape(side.said.text)}"
        parts.append(spoken("", side.said.language, "p", "original", said))
    else:
        parts += [_words_html(side.said, tag, "said", whole=whole), _words_html(side.original, tag, "original")]
    return f'<div class="{classes}">{"".join(parts)}</div>'
