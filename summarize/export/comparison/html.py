"""HTML: a redline side by side in one file that needs nothing beside it, on screen and on paper."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from summarize.comparison import ChangePoint, Comparison
from summarize.export.comparison.rows import (
    ChangeRow,
    FactLine,
    Side,
    Words,
    change_rows,
    counts_line,
    dated,
    fact_lines,
    folded,
    kind_words,
    marked,
    place,
    point_places,
    reader_of,
    split_points,
)
from summarize.export.html import asset
from summarize.export.markup import kept_together, spoken
from summarize.export.rows import document_titles
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
    kind = words["comparison_across" if comparison.is_across else "comparison"]
    original, said = document_titles(comparison.new, None if comparison.is_across else comparison.new_translation)
    title = said or (original if original != comparison.new.name else "") or kind
    language = comparison.target if said else comparison.new.language if title != kind else reader
    kicker = versions if title == kind else f"{kind}: {versions}"
    dates = "" if comparison.is_across else dated(comparison, change_rows(comparison))
    told = f'<p class="coverage">{escape(words["versions_dated"].format(dates=dates))}</p>\n' if dates else ""
    return (
        f'<header>\n<p class="kicker versions">{escape(kicker)}</p>\n'
        f"{spoken(title, language, 'h1', 'title')}\n"
        f'<p class="coverage">{escape(counts_line(comparison, reader))}</p>\n{told}</header>\n'
    )


def points_html(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> str:
    """The changes of content, the weightiest first, each with links to its rows; then those of form, folded."""
    words = wording(reader)
    shown, more, count = split_points(comparison)
    body = _points_html(shown, rows, reader, 1) if shown else f"<p>{escape(words['changes_none'])}</p>"
    if more:
        said = folded(words, "changes_more", count)
        listed = _points_html(more, rows, reader, len(shown) + 1)
        body += f'\n<details class="more">\n<summary>{escape(said)}</summary>\n{listed}\n</details>'
    if comparison.forms:
        said = folded(words, "changes_form", len(comparison.forms))
        listed = "\n".join(f"<li>{_sides_html(rows[i], [rows[i]], reader)}</li>" for i in comparison.forms)
        body += f'\n<details class="more">\n<summary>{escape(said)}</summary>\n<ul>\n{listed}\n</ul>\n</details>'
    return f'<section class="summary points">\n<h2>{escape(words["changes_title"])}</h2>\n{body}\n</section>\n'


def _points_html(points: Sequence[ChangePoint], rows: Sequence[ChangeRow], reader: str, first: int) -> str:
    """A numbered list of changes."""
    listed = "\n".join(
        f'<li data-number="{number}"><div>'
        f"{_sides_html(rows[point.change], point_places(point, rows), reader)}</div></li>"
        for number, point in enumerate(points, first)
    )
    return f'<ol start="{first}">\n{listed}\n</ol>'


def _sides_html(row: ChangeRow, places: Sequence[ChangeRow], reader: str) -> str:
    """A change: what it says now and said; where its translation shows nothing, that, and what the versions say."""
    sides = [side for side in (row.new, row.old) if side is not None]
    links = "".join(f" {_link_html(one, reader)}" for one in places)
    whole = len(sides) == 1
    silent = not whole and not any(side.said and side.said.marks for side in sides)
    lines = []
    if silent and sides[0].said is not None:
        lines = [_words_html(sides[0].said, "ins", "said", links), _note_html("change_silent", reader)]
    for side in sides:
        shown = side.original if silent else side.said or side.original
        tag, classes = "ins" if side is row.new else "del", "before" if lines else "said"
        when = wording(reader)["change_before"] if lines and side is row.old else ""
        lines.append(_words_html(shown, tag, classes, "" if lines else links, whole, when))
    return "".join(lines)


def _note_html(name: str, reader: str) -> str:
    """A remark in the reader's language."""
    return f'<p class="alike">{escape(wording(reader)[name])}</p>'


def _link_html(row: ChangeRow, reader: str) -> str:
    """A link to a row, by the sentences' numbers in both versions."""
    title = escape(wording(reader)["change_place"].format(place=place(row)))
    return f'<a class="cite" href="#c{row.position + 1}" title="{title}">{escape(place(row))}</a>'


def _words_html(words: Words, tag: str, classes: str, after: str = "", whole: bool = False, when: str = "") -> str:
    """A text with the words that only its version has as `ins` or `del`, all of it if `whole`, behind a label."""
    tags = {"changed": f"<{tag}>{{}}</{tag}>", "reworded": '<span class="reworded">{}</span>', "": "{}"}
    inner = "".join(tags[what].format(kept_together(text)) for text, what in marked(words, whole))
    label = f'<span class="when">{escape(when)}</span> ' if when else ""
    return spoken("", words.language, "p", classes, label + inner + after)


def facts_html(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> str:
    """The duties, dates and amounts that changed, in the reader's language; empty where none did."""
    lines = fact_lines(comparison, rows, reader)
    if not lines:
        return ""
    words = wording(reader)
    heads = ("change_before", "change_after", "change_sentence")
    head = "".join(f'<th scope="col">{escape(words[name])}</th>' for name in heads)
    body = ""
    for table, group in groupby(lines, key=lambda line: line.fact.table):
        listed = [_fact_html(line, rows[line.fact.change], words, reader) for line in group]
        body += (
            f'<details open>\n<summary>{escape(words[f"facts_{table}"])} <span class="count">{len(listed)}</span>'
            f"</summary>\n<table>\n<tr>{head}</tr>\n{''.join(listed)}</table>\n</details>\n"
        )
    return f'<section class="facts changed-facts">\n<h2>{escape(words["changes_facts"])}</h2>\n{body}</section>\n'


def _fact_html(line: FactLine, row: ChangeRow, words: Mapping[str, str], reader: str) -> str:
    """A row: what it was, what it is, and the sentence; a narrow screen shows the heads of its cells too."""
    cells = []
    for head, said, original in zip(
        ("change_before", "change_after"), (line.before, line.after), line.originals, strict=True
    ):
        title = "" if said == original or not original else f' title="{escape(original)}"'
        text = escape(said) or "–"
        cells.append(f'<td class="fact side" data-head="{escape(words[head])}"{title}><b>{text}</b></td>')
    tag = "ins" if line.fact.new is not None else "del"
    sentence = _words_html(
        line.sentence, tag, "said", f" {_link_html(row, reader)}", row.old is None or row.new is None
    )
    opening = f'<td class="fact side" data-head="{escape(words["change_sentence"])}">'
    return f"<tr>{''.join(cells)}{opening}{sentence}</td></tr>\n"


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
    """One thing to check: a link to its row, what is to be checked, and the sentence with its translation."""
    words, row = wording(reader), None if issue.segment is None else rows.get(issue.segment)
    where = f"<span>{escape(words['whole_document'])}</span>" if row is None else _link_html(row, reader)
    sentence = ""
    if row is not None:
        side = row.new or row.old
        shown = [] if side is None else [side.said, side.original] if side.said else [side.original]
        if row.change.kind == "counterpart" and row.old and row.new:
            shown = [row.new.original, row.old.original]
        sentence = "".join(
            spoken(one.text, one.language, "p", "said" if i == 0 else "original") for i, one in enumerate(shown) if one
        )
    return (
        f'<li><div class="where">{where}</div><div class="reasons"><p class="reason {issue.severity}">'
        f'<span class="kind">{escape(kind_name(issue.kind, reader))}</span> '
        f'<span class="message">{escape(in_language(issue.message, reader))}</span></p>{sentence}</div></li>'
    )


def changes_html(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> str:
    """All sentences side by side; runs of unchanged ones are folded."""
    words, across = wording(reader), comparison.is_across
    parts = []
    for name, run in runs(rows, reader):
        body = "\n".join(change_html(row, across, reader) for row in run)
        parts.append(f"<details><summary>{escape(name)}</summary>\n{body}\n</details>" if name else body)
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
    rows = [row for row in rows if not row.is_rule]
    for unchanged, group in groupby(rows, key=lambda row: row.change.kind == "unchanged"):
        run = list(group)
        is_folded = unchanged and len(run) > _SHORT_RUN
        found.append((words["change_folded"].format(count=len(run)) if is_folded else "", run))
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
    own = ""
    if not across and row.new is not None and row.new.said is not None and len(row.new.numbers) == 1:
        own = f' data-s="{row.new.numbers[0] - 1}"'  # which can be corrected
    return f'<div class="row {kind}{heading}" id="c{row.position + 1}"{own}>{margin}{"".join(cells)}</div>'


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
