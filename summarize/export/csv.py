"""CSV: the briefing's tables for a spreadsheet, one after the other, in both languages."""

import csv
import io

from summarize.briefing import Briefing
from summarize.export.facts import Line, fact_of, table_lines
from summarize.export.wording import reader_language, wording
from summarize.facts.provision_names import provision_in

_MARK = "\ufeff"
"""The byte order mark, by which Excel knows UTF-8."""
_FORMULA = ("=", "+", "@", "\t")
"""What a spreadsheet would take for a formula at the start of a cell; such a cell gets an apostrophe before it."""


def to_csv(briefing: Briefing) -> str:
    """All lines of all tables as CSV (RFC 4180), with a byte order mark and lines that end in CR LF.

    Args:
        briefing: What brief() gave.

    Returns:
        A head in the reader's language, then a row a line: table, date, the fact, who, must or may, what, provision,
        numbers of the sentences, and, where there is a translation, fact, who and what in its words, and a mark where
        the sentence is to be checked. Where these cannot be told what is the whole sentence's translation.
    """
    reader = reader_language(briefing)
    words = wording(reader)
    translated = briefing.translation is not None
    names = ["table", "date", "fact", "who", "mode", "what", "place"]
    head = [words[f"column_{name}"] for name in names] + [words["facts_where"]]
    if translated:
        head += [words["column_in_target"].format(column=words[f"column_{name}"]) for name in ("fact", "who", "what")]
        head.append(words["strip_warning"])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for table, lines in table_lines(briefing):
        for line in lines:
            found = [words[f"facts_{table}"], *_own(line, words, reader), *(_said(line) if translated else [])]
            writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in found])
    return _MARK + out.getvalue()


def _own(line: Line, words: dict[str, str], reader: str) -> list[str]:
    """A line in the source's words."""
    row = line.row
    mode = words[f"mode_{row.mode}"] if row.mode else ""
    places = ", ".join(str(segment + 1) for segment in row.segments)
    return [row.date, fact_of(row), row.who, mode, row.what, provision_in(row.place, reader), places]


def _said(line: Line) -> list[str]:
    """Fact, who and what in the words of the translation, and a mark where the sentence is to be checked."""
    mark = "×" if line.to_check else ""
    if line.said is None:
        return ["", line.who, line.sentence, mark]
    return [fact_of(line.said), line.said.who, line.said.what or line.sentence, mark]
