"""A question table as a file: CSV for a spreadsheet, DOCX for a note, HTML for both."""

import csv
import io
from html import escape

from summarize.answers.answer import Answer
from summarize.answers.table import QuestionTable
from summarize.export.answers import place, shown
from summarize.export.markup import spoken
from summarize.export.wording import direction, wording
from translate.tag import primary

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with, as spreadsheets run it."""


def table_csv(table: QuestionTable) -> str:
    """CSV with a header, UTF-8 with a mark so that spreadsheets know: document, question, says, passage, …; a row each.

    A document that does not say has one row for the question, with its nearest passage left out.
    """
    words, output = wording(_reader(table)), io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow([words[key] for key in ("document", "question", "answer", "original", "place")])
    for name, answers in zip(table.names, table.answers, strict=True):
        for question, answer in zip(table.questions, answers, strict=True):
            rows = [(p.said, p.text if p.translations else "", place(p, _reader(table))) for p in answer.passages]
            for row in rows or [(words["no_answer"], "", "")]:
                writer.writerow([_harmless(cell) for cell in (name, question, *row)])
    return "\ufeff" + output.getvalue()


def table_html(table: QuestionTable) -> str:
    """One HTML file with a row a document and a column a question; every text in it is escaped."""
    reader = _reader(table)
    words = wording(reader)
    head = "".join(f'<th scope="col" dir="auto">{escape(question)}</th>' for question in table.questions)
    rows = [
        (escape(n), "".join(_cell(a, reader) for a in own)) for n, own in zip(table.names, table.answers, strict=True)
    ]
    body = "".join(f'<tr><th scope="row" dir="auto">{name}</th>{cells}</tr>\n' for name, cells in rows)
    return (
        f'<!doctype html>\n<html lang="{reader}">\n<head>\n<meta charset="utf-8">\n<title>{escape(words["answers"])}'
        "</title>\n<style>body{font:16px/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}"
        "th,td{border:1px solid #999;padding:.5rem;vertical-align:top;text-align:start}small{color:#555}</style>\n"
        f"</head>\n<body>\n<h1>{escape(words['answers'])}</h1>\n<table>\n<thead><tr><th></th>{head}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>\n</table>\n<footer>{escape(words['machine_note'])}</footer>\n</body>\n</html>\n"
    )


def table_docx(table: QuestionTable) -> bytes:
    """A Word file with the same table, on pages in landscape."""
    from docx import Document as WordDocument
    from docx.enum.section import WD_ORIENT

    reader = _reader(table)
    words, output = wording(reader), io.BytesIO()
    word = WordDocument()
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    word.add_heading(words["answers"], 1)
    grid = word.add_table(rows=1 + len(table.names), cols=1 + len(table.questions), style="Table Grid")
    for column, question in enumerate(table.questions, 1):
        grid.cell(0, column).text = _printable(question)
    for row, (name, answers) in enumerate(zip(table.names, table.answers, strict=True), 1):
        grid.cell(row, 0).text = _printable(name)
        for column, answer in enumerate(answers, 1):
            grid.cell(row, column).text = _printable(_plain(answer, reader))
    word.add_paragraph(words["machine_note"])
    word.save(output)
    return output.getvalue()


def _reader(table: QuestionTable) -> str:
    """The language of the words around the answers: the target's where we have it, else English."""
    return "pt" if primary(table.target) == "pt" else "en"


def _cell(answer: Answer, reader: str) -> str:
    """A cell with the first passages, each with where it stands."""
    if not answer.passages:
        return f"<td>{escape(wording(reader)['no_answer'])}</td>"
    parts = [
        f"{spoken(passage.said, passage.target or passage.language, 'p', 'said')}"
        f'<p><small dir="{direction(answer.target)}">{escape(place(passage, reader))}</small></p>'
        for passage in shown(answer)
    ]
    return f"<td>{''.join(parts)}</td>"


def _plain(answer: Answer, reader: str) -> str:
    """A cell as lines."""
    if not answer.passages:
        return wording(reader)["no_answer"]
    return "\n".join(f"{passage.said} [{place(passage, reader)}]" for passage in answer.passages)


def _printable(text: str) -> str:
    """A text without the control characters that XML cannot hold."""
    return "".join(character for character in text if character in "\n\t" or character >= " ")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
