"""A briefing's lists in Word: what to check, what is doubtful, the tables of facts, questions with their passages."""

from typing import Any

from summarize.answers.answer import Passage
from summarize.briefing import Briefing
from summarize.export.answers import less_sure, place, shown
from summarize.export.doubts import doubt_share, doubts_lines, explanation
from summarize.export.facts import MOST_LINES, MOST_PLACES, cells, cells_in_both, heads, table_lines
from summarize.export.rows import corrected_places, lines_to_check
from summarize.export.word_runs import add_link, add_links, add_table, add_words
from summarize.export.wording import kind_name, wording
from summarize.facts.tables import Table
from translate.checks.ranking import CheckLine
from translate.languages.wording import in_language

_MARK = "\ue000"  # for private use: a text that has it, as some PDFs do, is bold from there on
_PLACES_CM = 2.2
_BULLET = "List Bullet"
_SHARES: dict[Table, tuple[float, ...]] = {
    "deadlines": (3, 2, 4, 2),
    "duties": (2, 1.3, 5, 1.7),
    "numbers": (2, 5),
    "people": (2, 3),
}
"""How wide a table's columns are beside each other."""


def add_checks(word: Any, briefing: Briefing, reader: str) -> None:
    """What to check first, the most serious first; an error of the whole text stands in the head instead."""
    words = wording(reader)
    found = [line for line in lines_to_check(briefing) if line.segment is not None or line.severity != "error"]
    if not found and briefing.translation is None:
        return
    add_words(word.add_heading(level=2), words["check_first"], reader)
    for line in found:
        _check(word.add_paragraph(style=_BULLET), line, reader)
    if not found:
        add_words(word.add_paragraph(), words["nothing_to_check"], reader)
    if done := corrected_places(briefing):
        paragraph = word.add_paragraph()
        add_words(paragraph, f"{words['settled']} ", reader)
        add_links(paragraph, done)


def _check(paragraph: Any, line: CheckLine, reader: str) -> None:
    """One sentence to check with its reasons, or one thing to know of the whole text."""
    words = wording(reader)
    add_words(paragraph, f"{words[f'severity_{line.severity}']}, ", reader, bold=True)
    if line.segment is None:
        add_words(paragraph, words["whole_document"], reader, bold=True)
    else:
        add_link(paragraph, words["sentence_number"].format(number=line.segment + 1), line.segment, bold=True)
    for issue in line.reasons:
        add_words(paragraph, f" {kind_name(issue.kind, reader)}: ", reader, italic=True)
        add_words(paragraph, in_language(issue.message, reader), reader)


def add_doubts(word: Any, briefing: Briefing, reader: str) -> None:
    """The doubtful sentences, each above what it reads back as; nothing where there are none."""
    words, language = wording(reader), briefing.document.language
    lines = list(doubts_lines(briefing, _MARK))
    if not lines:
        return
    add_words(word.add_heading(level=2), words["doubtful"], reader)
    add_words(word.add_paragraph(), explanation(briefing, reader), reader)
    for doubt, source, read_back in lines:
        paragraph = word.add_paragraph(style=_BULLET)
        add_links(paragraph, [doubt.segment])
        _marked(paragraph, source, language)
        add_words(paragraph, f" ({doubt_share(doubt, reader)})", reader, grey=True)
        paragraph.add_run().add_break()
        add_words(paragraph, f"{words['reads_back']} ", reader, italic=True)
        _marked(paragraph, read_back, language)


def _marked(paragraph: Any, text: str, language: str) -> None:
    """Words whose marked stretches are bold."""
    for number, part in enumerate(text.split(_MARK)):
        if part:
            add_words(paragraph, part, language, bold=bool(number % 2))


def add_facts(word: Any, briefing: Briefing, reader: str, width_cm: float) -> None:
    """The tables of facts, so wide, each under its heading, with links to their sentences; nothing without facts."""
    words, tables = wording(reader), table_lines(briefing)
    if tables:
        add_words(word.add_heading(level=2), words["facts"], reader)
    language = briefing.document.language if briefing.translation is None else briefing.target
    for kind, lines in tables:
        add_words(word.add_heading(level=3), words[f"facts_{kind}"], reader)
        columns, shares = heads(kind, reader), _SHARES[kind]
        widths = [(width_cm - _PLACES_CM) * share / sum(shares) for share in shares]
        table = add_table(word, [*widths, _PLACES_CM])
        for cell, text in zip(table.rows[0].cells, [*columns, words["facts_where"]], strict=True):
            add_words(cell.paragraphs[0], text, reader, bold=True)
        for line in lines[:MOST_LINES]:
            row = table.add_row().cells
            said = [cells_in_both(line, reader)[0], *cells(line.readable, reader)[1:]]  # the rest stands in the rows
            for cell, text in zip(row, said, strict=False):
                add_words(cell.paragraphs[0], text, language)
            add_links(row[-1].paragraphs[0], line.row.segments[:MOST_PLACES])
        if len(lines) > MOST_LINES:
            more = words["places_more"].format(count=len(lines) - MOST_LINES)
            add_words(word.add_paragraph(), more, reader, italic=True)


def add_answers(word: Any, briefing: Briefing, reader: str) -> None:
    """Each question with its passages; nothing where there are none."""
    words = wording(reader)
    if briefing.answers:
        add_words(word.add_heading(level=2), words["answers"], reader)
    for answer in briefing.answers:
        add_words(word.add_heading(level=3), answer.question.text, answer.question.language)
        for point in answer.written:
            paragraph = word.add_paragraph()
            add_words(paragraph, f"{point.text} ", answer.target)
            add_links(paragraph, (citation.segment for citation in point.citations))
        if not answer.passages:
            said = [words["no_answer"], *([words["nearest"]] if answer.nearest else [])]
            add_words(word.add_paragraph(), " ".join(said), reader)
        for number, passage in enumerate(shown(answer), 1):
            if answer.passages and number == less_sure(answer):
                add_words(word.add_paragraph(), words["less_sure"], reader)
            _passage(word, number, passage, reader)
        for issue in answer.issues:
            add_words(word.add_paragraph(), in_language(issue.message, reader), reader)


def _passage(word: Any, number: int, passage: Passage, reader: str) -> None:
    """One passage: what it says, the original, where it stands and why it was chosen."""
    add_words(word.add_paragraph(), f"{number}. {passage.said}", passage.target or passage.language)
    if passage.translations:
        add_words(word.add_paragraph(), passage.text, passage.language, grey=True)
    paragraph = word.add_paragraph()
    add_link(paragraph, f"{place(passage, reader)}.", passage.segments[0])
    reasons = " ".join(
        in_language(reason, reader) for reason in (*passage.reasons, *(i.message for i in passage.issues))
    )
    add_words(paragraph, f" {reasons}", reader)
