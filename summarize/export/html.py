"""HTML side by side: one file that needs nothing beside it, on screen and on paper."""

from collections.abc import Mapping, Sequence
from html import escape
from importlib.resources import files

from summarize.briefing import Briefing
from summarize.export.answers import answers_html
from summarize.export.doubts import doubts_html
from summarize.export.facts import MOST_PLACES, Line, cells, heads, table_lines
from summarize.export.glance import glance_html
from summarize.export.grid import rows_markup
from summarize.export.markup import line_html, places_html, point_html, spoken
from summarize.export.rows import Row, lines_to_check, rows, rows_by_segment, settled_lines, titles
from summarize.export.shape import Shown, digested, gist, grouped
from summarize.export.wording import direction, kind_name, language_name, reader_language, wording
from summarize.facts.tables import Table
from translate.checks.ranking import CheckLine, count_by_kind, describe_rate, rank
from translate.languages.wording import in_language

_MOST_OPEN_FACTS = 5
"""Lines of one table that are shown at once; four tables of so many are half a screen."""
_MOST_OPEN_DEADLINES = 20
"""The same of deadlines, which are looked for first."""
_WHO = 1
"""The column of a deadline that says who has to keep it."""
_TERMS, _LEAST_OPEN = "terms", 3
"""What was put right by a list of terms is looked over last; it is folded where there is enough else to look at."""
_FIRST_LINES = 12
"""Lines shown before "show all": about what fits beside the summary on one screen."""


def to_html(briefing: Briefing) -> str:
    """The briefing as one HTML file, everything in it escaped, styles and script included.

    Args:
        briefing: What brief() gave.

    Returns:
        A page whose citations link to their sentences; without scripts it shows and links the same.
    """
    reader = reader_language(briefing)
    parts = [part(briefing, reader) for part in (head_html, summary_html, facts_html, check_html, doubts_html)]
    parts.append(answers_html(briefing.answers, reader, briefing.document))
    title = escape(titles(briefing)[0] or wording(reader)["briefing"])
    return (
        f'<!doctype html>\n<html lang="{reader}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} · {wording(reader)['briefing']}</title>\n<style>\n{asset('briefing.css')}</style>\n</head>\n"
        f'<body>\n<main class="entente">\n{"".join(parts)}{rows_html(briefing, reader)}'
        f"<footer>{escape(wording(reader)['machine_note'])}</footer>\n</main>\n"
        f"<script>\n{asset('words.js')}{asset('briefing.js')}</script>\n</body>\n</html>\n"
    )


def head_html(briefing: Briefing, reader: str, seconds: float | None = None) -> str:
    """Languages, title, and the briefing at a glance.

    Args:
        briefing: What brief() gave.
        reader: BCP 47 code of the language of the words around it.
        seconds: How long it took, where that is to be shown; a file says nothing of it, so that equal briefings give
            equal files.
    """
    document, words = briefing.document, wording(reader)
    names = [escape(language_name(code, reader)) for code in (document.language, briefing.target)]
    original, title = titles(briefing)
    heading = spoken(original or words["briefing"], document.language, "h1", "title")
    if title:
        heading = spoken(title, briefing.target, "h1", "title") + spoken(original, document.language, "p", "original")
    return (
        f'<header>\n<p class="kicker">{names[0]} <span aria-hidden="true">→</span> {names[1]}</p>\n'
        f"{heading}\n{glance_html(briefing, reader, seconds)}{_failures_html(briefing, reader)}</header>\n"
    )


def _failures_html(briefing: Briefing, reader: str) -> str:
    """Why the translation is missing or breaks off, and what to do."""
    failures = [issue.message for issue in briefing.issues if issue.segment is None and issue.severity == "error"]
    return "".join(f'<p class="failure">{escape(in_language(message, reader))}</p>\n' for message in failures)


def summary_html(briefing: Briefing, reader: str) -> str:
    """The summary in both languages: gist, points under their headings, sections, and what it leaves out.

    Empty where there are no points.
    """
    languages, words = (briefing.document.language, briefing.target), wording(reader)
    parts = []
    if top := gist(briefing):
        inner = point_html(top.number, top.point, top.in_target, languages, reader, "div")
        parts.append(f'<div class="gist">\n<h3>{words["gist"]}</h3>\n{inner}\n</div>\n')
    for kind, points in grouped(briefing):
        listed = "\n".join(point_html(one.number, one.point, one.in_target, languages, reader) for one in points)
        heading = f"<h3>{words[f'group_{kind}']}</h3>\n" if kind else ""
        parts.append(f"{heading}<ol>\n{listed}\n</ol>\n")
    if not parts:
        return ""
    return (
        f'<section class="summary">\n<h2>{words["summary"]}</h2>\n{"".join(parts)}'
        f"{_digest_html(briefing, reader)}{_unmentioned_html(briefing, reader)}</section>\n"
    )


def _digest_html(briefing: Briefing, reader: str) -> str:
    """The sections of a long text, folded; empty for a short one."""
    sections, words = digested(briefing), wording(reader)
    if not sections:
        return ""
    language = briefing.document.language if briefing.translation is None else briefing.target
    parts = []
    for heading, points in sections:
        said = "".join(
            spoken("", language, "p", "said", f"{escape(one.said.spoken)} {_places_html(one, reader)}")
            for one in points
        )
        parts.append(f"<li>{spoken(heading, language, 'p', 'part') if heading else ''}{said}</li>")
    count = escape(words["digest_count"].format(count=len(sections)))
    listed = "\n".join(parts)
    return (
        f'<details class="digest"><summary>{escape(words["digest"])} <span class="count">{count}</span></summary>\n'
        f"<ul>\n{listed}\n</ul>\n</details>\n"
    )


def _places_html(one: Shown, reader: str) -> str:
    return places_html((citation.segment for citation in one.point.citations), reader)


def _unmentioned_html(briefing: Briefing, reader: str) -> str:
    """Headings of the sections that no point comes from, each a link to its row."""
    headings, words = briefing.summary.unmentioned, wording(reader)
    if not headings:
        return ""
    document = briefing.document if briefing.translation is None else briefing.translation.target
    links = []
    for heading in headings:
        text = " ".join(" ".join(document.segment_text(segment) for segment in heading).split())
        link = f'<a href="#s{heading[0] + 1}">{escape(text)}</a>'
        links.append(spoken("", document.language, "li", "", link))
    count = words["unmentioned_one"] if len(links) == 1 else words["unmentioned"].format(count=len(links))
    listed = "\n".join(links)
    return f'<details class="unmentioned"><summary>{escape(count)}</summary>\n<ul>\n{listed}\n</ul>\n</details>\n'


def check_html(briefing: Briefing, reader: str, by_segment: Mapping[int, Row] | None = None) -> str:
    """What to check first, the most serious first; an error of the whole text stands in the head instead.

    Args:
        briefing: What brief() gave.
        reader: BCP 47 code of the language of the words around it.
        by_segment: Its rows, where they are made already.
    """
    words = wording(reader)
    by_segment = rows_by_segment(briefing) if by_segment is None else by_segment
    done = frozenset(line.segment for line in settled_lines(briefing))
    found: list[str] = []
    terms: list[str] = []
    for line in _in_their_places(briefing):
        row = None if line.segment is None else by_segment[line.segment]
        listed = line_html(line, row, reader, line.segment in done)
        (terms if all(issue.kind == _TERMS for issue in line.reasons) else found).append(listed)
    if not terms and not found and briefing.translation is None:
        return ""
    if len(found) < _LEAST_OPEN:
        found, terms = [*found, *terms], []
    if not found:
        body = f'<p class="nothing">{escape(words["nothing_to_check"])}</p>'
    else:
        body = f'<p class="nothing">{escape(words["check_why"])}</p>\n'
        body += "<ul>\n{}\n</ul>".format("\n".join(found[:_FIRST_LINES]))
    body += _folded_html(words["show_more"], found[_FIRST_LINES:])
    body += _folded_html(words["terms_more_one" if len(terms) == 1 else "terms_more"], terms)
    return (
        f'<section class="check">\n<h2>{words["check_first"]}</h2>\n{body}\n{_rates_html(briefing, reader)}</section>\n'
    )


def _folded_html(name: str, lines: Sequence[str]) -> str:
    """Lines behind how many there are; empty without any."""
    if not lines:
        return ""
    listed, more = "\n".join(lines), escape(name.format(count=len(lines)))
    return f"\n<details><summary>{more}</summary>\n<ul>\n{listed}\n</ul>\n</details>"


def _in_their_places(briefing: Briefing) -> list[CheckLine]:
    """The lines of the list, with those that the reader corrected where they stood before."""
    ranked = rank((*briefing.issues, *briefing.settled), "notice")
    places = {line.segment: place for place, line in enumerate(ranked)}
    lines = (*listed_checks(briefing), *settled_lines(briefing))
    return sorted(lines, key=lambda line: places.get(line.segment, -1))


def listed_checks(briefing: Briefing) -> tuple[CheckLine, ...]:
    """The lines of the list of what to check; errors of the whole text stand in the head instead."""
    return tuple(line for line in lines_to_check(briefing) if line.segment is not None or line.severity != "error")


def _rates_html(briefing: Briefing, reader: str) -> str:
    """How often each kind of the list is right, where it was measured for this pair; empty where none was."""
    counts = count_by_kind(issue for issue in briefing.issues if issue.segment is not None)
    pair = briefing.document.language, briefing.target
    lines = [
        f"<tr><td>{escape(kind_name(kind, reader))}</td><td>{count}</td>"
        f"<td>{escape(in_language(rate, reader))}</td></tr>\n"
        for kind, count in counts.items()
        if (rate := describe_rate(kind, *pair)) is not None
    ]
    if not lines:
        return ""
    title = escape(wording(reader)["rates"])
    return f'<details class="rates"><summary>{title}</summary>\n<table>\n{"".join(lines)}</table>\n</details>\n'


def facts_html(briefing: Briefing, reader: str) -> str:
    """The text's tables, each line with links to its sentences; a long one is folded. Empty where there are none."""
    words = wording(reader)
    groups = [
        f'<details id="facts-{table}"{" open" if len(lines) <= _most_open(table) else ""}>\n'
        f'<summary>{escape(words[f"facts_{table}"])} <span class="count">{len(lines)}</span></summary>\n'
        f"{fact_table_html(table, lines, briefing.target, reader)}</details>\n"
        for table, lines in table_lines(briefing)
    ]
    if not groups:
        return ""
    told = f'<p class="nothing">{escape(words["facts_found"])}</p>\n'
    return f'<section class="facts">\n<h2>{words["facts"]}</h2>\n{told}{"".join(groups)}</section>\n'


def _most_open(table: Table) -> int:
    """Lines of a table up to which it is not folded."""
    return _MOST_OPEN_DEADLINES if table == "deadlines" else _MOST_OPEN_FACTS


def fact_table_html(table: Table, lines: Sequence[Line], target: str, reader: str) -> str:
    """A table with its lines; a column that no line has anything in is left out.

    Args:
        table: Which one.
        lines: Of table_lines(); at least one.
        target: BCP 47 code of the translation.
        reader: BCP 47 code of the language of the words around it.
    """
    names = heads(table, reader)
    said = [cells(line.readable, reader) for line in lines]
    kept = [column for column in range(len(names)) if any(line[column] for line in said)]
    titles = [*(names[column] for column in kept), wording(reader)["facts_where"]]
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in titles)
    body = "".join(fact_html(line, target, reader, kept) for line in lines)
    return f"<table>\n<tr>{head}</tr>\n{body}</table>\n"


def fact_html(line: Line, target: str, reader: str, kept: Sequence[int] | None = None) -> str:
    """One line of a table: its cells in both languages, and where it stands.

    Args:
        line: From table_lines().
        target: BCP 47 code of the translation.
        reader: BCP 47 code of the language of the words around it.
        kept: Which of its cells; all if None.
    """
    own = cells(line.row, reader)
    said = cells(line.readable, reader)
    columns = []
    for column in range(len(own)) if kept is None else kept:
        cell, other = said[column], own[column]
        language = line.language if cell == other else target
        original = "" if cell == other or not other else spoken(other, line.language, "p", "original")
        shown = spoken(cell, language, "p", "said") if cell else _nobody_html(line, column, reader)
        columns.append(f'<td class="fact">{shown}{original}</td>')
    places, more = places_html(line.row.segments[:MOST_PLACES], reader), len(line.row.segments) - MOST_PLACES
    if more > 0:
        places += f" {escape(wording(reader)['places_more'].format(count=more))}"
    if line.to_check:
        places += f" · {escape(wording(reader)['strip_warning'])}"
    return f'<tr>{"".join(columns)}<td class="where">{places}</td></tr>\n'


def _nobody_html(line: Line, column: int, reader: str) -> str:
    """A dash where a deadline says nothing of who has to keep it; empty in other cells."""
    if line.row.table != "deadlines" or column != _WHO:
        return ""
    return f'<abbr title="{escape(wording(reader)["nobody"])}">—</abbr>'


def rows_html(briefing: Briefing, reader: str) -> str:
    """The text and its translation in aligned rows."""
    words = wording(reader)
    sides = 1 if briefing.translation is None else 2
    body = rows_markup(rows(briefing), reader, sides, "\n")
    heading = words["text"] if sides == 2 else words["text_alone"]
    heads = heads_html((briefing.document.language, briefing.target)[:sides], reader)
    return f'<section class="text sides-{sides}">\n<h2>{heading}</h2>\n{heads}\n{body}\n</section>\n'


def heads_html(codes: Sequence[str], reader: str) -> str:
    """The columns' heads: names of the languages, which stay in sight while the rows go by."""
    heads = "".join(f'<span dir="{direction(code)}">{escape(language_name(code, reader))}</span>' for code in codes)
    return f'<div class="row heads" aria-hidden="true"><span></span>{heads}</div>'


def asset(name: str) -> str:
    """Text of a CSS or JavaScript file of this package."""
    return (files("summarize.export") / name).read_text("utf-8")
