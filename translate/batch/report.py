"""report.csv and the pages over all documents: what came of every document, for spreadsheets and for people."""

import csv
import io
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from urllib.parse import quote

from translate.batch.record import Record
from translate.formats.table import cells
from translate.languages.table import LANGUAGES, name_of
from translate.languages.wording import in_language
from translate.message import say

_MACHINE = say("Machine translation. Check what matters against the original.")
_ON_A_PAGE = 500
"""Documents on one page: 600 kB."""
_COLUMNS = ("file", "status", "output", "language", "sentences", "errors", "warnings", "seconds", "message")


def report_csv(records: Sequence[Record], reader: str) -> str:
    """A row a document: RFC 4180 with a byte order mark.

    Args:
        records: In the order wanted.
        reader: BCP 47 code of the language of messages; the columns' names are for programs.
    """
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(_COLUMNS)
    for record in records:
        texts = cells(record.name, record.status, record.output, record.language)
        numbers = (record.sentences, record.errors, record.warnings, f"{record.seconds:.1f}")
        writer.writerow([*texts, *numbers, *cells(in_language(record.message, reader))])
    return "\ufeff" + output.getvalue()


def index_pages(records: Sequence[Record], target: str) -> dict[str, str]:
    """Pages over all documents by file name: what each is about, what to check first, a link to its output.

    Failed documents come first, then those with most to check a sentence; among equals by name.

    Args:
        records: One for each document.
        target: BCP 47 code of the language that they are in now; the pages' words are in it where we have them.

    Returns:
        "index.html", and "index-2.html" and so on where there are more documents than a browser shows at once.
    """
    failures = sum(record.status == "failed" for record in records)
    done, total = len(records) - failures, len(records)
    counted = say("{done} of {total} documents made, {failed} failed.", done=done, total=total, failed=failures)
    ordered = sorted(records, key=_urgency)
    parts = [ordered[start : start + _ON_A_PAGE] for start in range(0, max(1, total), _ON_A_PAGE)]
    names = ["index.html", *(f"index-{number}.html" for number in range(2, len(parts) + 1))]
    return {
        name: _page(part, in_language(counted, target), _links(names, name), target)
        for name, part in zip(names, parts, strict=True)
    }


def _page(records: Sequence[Record], counted: str, links: str, target: str) -> str:
    """One page."""
    title = in_language(say("Documents"), target)
    entries = "".join(_entry(record, target) for record in records)
    return (
        f'<!doctype html>\n<html lang="{escape(target)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(counted)}</p>\n{links}{entries}{links}"
        f"<footer>{escape(in_language(_MACHINE, target))}</footer>\n</main>\n</body>\n</html>\n"
    )


def _links(names: Sequence[str], own: str) -> str:
    """Links between the pages; none where there is one."""
    if len(names) == 1:
        return ""
    links = " ".join(
        f'<a href="{name}" aria-current="page">{number}</a>' if name == own else f'<a href="{name}">{number}</a>'
        for number, name in enumerate(names, 1)
    )
    return f"<nav>{links}</nav>\n"


def _urgency(record: Record) -> tuple[bool, float, str]:
    """What comes first."""
    weight = (10 * record.errors + record.warnings) / max(1, record.sentences)
    return record.status != "failed", -weight, record.name


def _entry(record: Record, target: str) -> str:
    """One document."""
    name = escape(record.name)
    heading = f'<a href="{quote(record.output, errors="surrogateescape")}">{name}</a>' if record.output else name
    parts = [f'<article>\n<h2 dir="auto">{heading}</h2>\n']
    if record.language:
        parts.append(f'<p class="facts">{escape(_facts(record, target))}</p>\n')
    if record.message:
        parts.append(f'<p class="failure">{escape(in_language(record.message, target))}</p>\n')
    if record.gist:
        direction = LANGUAGES[target].direction
        points = "".join(f"<li>{escape(point)}</li>\n" for point in record.gist)
        parts.append(f'<ul lang="{escape(target)}" dir="{direction}">\n{points}</ul>\n')
    if record.to_check:
        title = escape(in_language(say("Check these first"), target))
        found = "".join(f"<li>{escape(in_language(message, target))}</li>\n" for message in record.to_check)
        parts.append(f"<details>\n<summary>{title}</summary>\n<ul>\n{found}</ul>\n</details>\n")
    return "".join([*parts, "</article>\n"])


def _facts(record: Record, target: str) -> str:
    """Language, length, and how much there is to check."""
    counted = say(
        "{language}; sentences: {sentences:,}; not usable: {errors:,}; to check: {warnings:,}",
        language=name_of(record.language),
        sentences=record.sentences,
        errors=record.errors,
        warnings=record.warnings,
    )
    return in_language(counted, target)


def _style() -> str:
    """The page's style sheet."""
    return (files("translate.batch") / "index.css").read_text("utf-8")
