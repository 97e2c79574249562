"""Markdown: the briefing for notes, mail and version control, with links from citations to sentences."""

import re
from collections.abc import Iterable, Sequence

from summarize.answers.answer import Answer
from summarize.briefing import Briefing
from summarize.export.answers import less_sure, place, shown
from summarize.export.doubts import doubt_share, doubts_lines, explanation
from summarize.export.facts import MOST_LINES, MOST_PLACES, cells_in_both, heads, table_lines
from summarize.export.rows import Row, corrected_places, lines_to_check, rows, titles
from summarize.export.shape import Shown, digested, gist, grouped
from summarize.export.wording import coverage_sentence, kind_name, language_name, reader_language, wording
from translate.checks.ranking import CheckLine
from translate.languages.wording import in_language

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~&$^=])")
_MARK = "\ue000"  # for private use: a text that has it, as some PDFs do, gets two stars there
_OPENING = re.compile(r"^(\s*)(-|\d+(?=[.)]))")


def to_markdown(briefing: Briefing) -> str:
    """The briefing as CommonMark with tables; every text in it is escaped.

    Args:
        briefing: What brief() gave.

    Returns:
        Title, coverage, summary, what to check, facts, questions and answers, and a table with a row a sentence.
    """
    reader = reader_language(briefing)
    words = wording(reader)
    document = briefing.document
    names = [language_name(code, reader) for code in (document.language, briefing.target)]
    parts = [
        f"# {escaped(titles(briefing)[0] or words['briefing'])}",
        f"{names[0]} → {names[1]} · {escaped(coverage_sentence(briefing))}",
        *_summary(briefing, words),
        f"## {words['check_first']}",
        "\n".join(_to_check(line, reader) for line in lines_to_check(briefing)) or words["nothing_to_check"],
        *_settled(briefing, reader),
        *_doubts(briefing, reader),
        *_facts(briefing, reader),
        *answers_markdown(briefing.answers, reader),
        f"## {words['text'] if briefing.translation is not None else words['text_alone']}",
        _table(briefing, names, words),
        f"*{words['machine_note']}*",
    ]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """A text on one line in which nothing means anything to Markdown or HTML.

    >>> escaped("2. *Fees* | <b>")
    '2\\\\. \\\\*Fees\\\\* \\\\| \\\\<b\\\\>'
    """
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    opening = _OPENING.match(line)
    if opening is None:
        return line
    end = opening.end()
    return f"\\{line}" if opening[2] == "-" else f"{line[:end]}\\{line[end:]}"


def _summary(briefing: Briefing, words: dict[str, str]) -> list[str]:
    """Heading, gist, points under their headings and sections, the reader's language first, the original below."""
    parts = []
    if top := gist(briefing):
        parts.append(f"**{escaped(top.said.spoken)}** {_cited(top)}{_original(top)}")
    for kind, points in grouped(briefing):
        parts += [f"### {words[f'group_{kind}']}"] if kind else []
        parts += [f"{one.number}. {escaped(one.said.spoken)} {_cited(one)}{_original(one, 3)}" for one in points]
    sections = digested(briefing)
    if sections:
        lines = [
            f"- {f'**{escaped(heading)}** ' if heading else ''}"
            + " ".join(f"{escaped(one.said.spoken)} {_cited(one)}" for one in points)
            for heading, points in sections
        ]
        parts += [f"### {words['digest']}", "\n".join(lines)]
    return [f"## {words['summary']}", *parts] if parts else []


def _cited(one: Shown) -> str:
    return _places(citation.segment for citation in one.point.citations)


def _original(one: Shown, indent: int = 0) -> str:
    """The original, quoted below its translation; nothing without one."""
    return f"\n\n{' ' * indent}> {escaped(one.point.spoken)}" if one.in_target is not None else ""


def _places(segments: Iterable[int]) -> str:
    """Links to rows."""
    return " ".join(f"[[{segment + 1}]](#s{segment + 1})" for segment in segments)


def _facts(briefing: Briefing, reader: str) -> list[str]:
    """Heading, and the tables, each under its own; nothing where there are none."""
    words = wording(reader)
    parts, check = [], f" · {words['strip_warning']}"
    for table, lines in table_lines(briefing):
        columns = [*heads(table, reader), words["facts_where"]]
        listed = [
            f"| {' | '.join([*map(escaped, cells_in_both(line, reader)), _places(line.row.segments[:MOST_PLACES])])}"
            f"{check if line.to_check else ''} |"
            for line in lines
        ]
        more = words["places_more"].format(count=len(lines) - MOST_LINES)
        rest = [f"*{escaped(more)}*"] if len(lines) > MOST_LINES else []
        rows = "\n".join([f"| {' | '.join(columns)} |", "|" + "---|" * len(columns), *listed[:MOST_LINES]])
        parts += [f"### {words[f'facts_{table}']}", rows, *rest]
    return [f"## {words['facts']}", *parts] if parts else []


def answers_markdown(answers: Sequence[Answer], reader: str) -> list[str]:
    """Heading, and each question with its passages; nothing where there are none."""
    words = wording(reader)
    parts = [f"## {words['answers']}"] if answers else []
    for answer in answers:
        parts.append(f"### {escaped(answer.question.text)}")
        for point in answer.written:
            cited = " ".join(f"\\[{citation.segment + 1}\\]" for citation in point.citations)
            parts.append(f"{escaped(point.text)} {cited}")
        if not answer.passages:
            parts.append(" ".join([words["no_answer"], *([words["nearest"]] if answer.nearest else [])]))
        for number, passage in enumerate(shown(answer), 1):
            if answer.passages and number == less_sure(answer):
                parts.append(words["less_sure"])
            lines = [f"{number}. {escaped(passage.said)}"]
            if passage.translations:
                lines.append(f"   > {escaped(passage.text)}")
            reasons = " ".join(in_language(reason, reader) for reason in passage.reasons)
            lines.append(f"   *{escaped(place(passage, reader))}.* {escaped(reasons)}".rstrip())
            parts.append("\n\n".join(lines))
        parts += [escaped(in_language(issue.message, reader)) for issue in answer.issues]
    return parts


def _to_check(line: CheckLine, reader: str) -> str:
    """One sentence to check with its reasons, or one thing to know of the whole text."""
    words, where = wording(reader), wording(reader)["whole_document"]
    if line.segment is not None:
        where = f"[{words['sentence_number'].format(number=line.segment + 1)}](#s{line.segment + 1})"
    reasons = [
        f"*{escaped(kind_name(issue.kind, reader))}:* {escaped(in_language(issue.message, reader))}"
        for issue in line.reasons
    ]
    return f"- **{words[f'severity_{line.severity}']}, {where}**: {' '.join(reasons)}"


def _settled(briefing: Briefing, reader: str) -> list[str]:
    """The sentences of the list that the reader corrected; nothing where there are none."""
    found = corrected_places(briefing)
    return [f"{escaped(wording(reader)['settled'])} {_places(found)}"] if found else []


def _doubts(briefing: Briefing, reader: str) -> list[str]:
    """Heading, and the doubtful sentences, each above its read-back; nothing where there are none."""
    words = wording(reader)
    lines = [
        f"- {_places([doubt.segment])} {_emphasised(source)} *({escaped(doubt_share(doubt, reader))})*  \n"
        f"  *{escaped(words['reads_back'])}* {_emphasised(read_back)}"
        for doubt, source, read_back in doubts_lines(briefing, _MARK)
    ]
    return [f"## {words['doubtful']}", escaped(explanation(briefing, reader)), "\n".join(lines)] if lines else []


def _emphasised(text: str) -> str:
    """A text whose marked stretches are strong."""
    return escaped(text).replace(_MARK, "**")


def _table(briefing: Briefing, names: list[str], words: dict[str, str]) -> str:
    """The rows, with a column for the number and one for what a lawyer cites."""
    sides = 1 if briefing.translation is None else 2
    lines = ["| | | " + " | ".join(names[:sides]) + " |", "|---|---|" + "---|" * sides]
    return "\n".join(lines + [_line(row, sides, words) for row in rows(briefing)])


def _line(row: Row, sides: int, words: dict[str, str]) -> str:
    """One row of the table."""
    number = "" if row.segment is None else f'<a id="s{row.segment + 1}"></a>{row.segment + 1}'
    page = "" if row.page is None else words["page"].format(number=row.page)
    place = ", ".join(escaped(part) for part in (row.label, page) if part)
    texts = [" ".join(part for part in (row.before, text, row.after) if part) for text in (row.source, row.target)]
    cells = [escaped(text) for text in texts[:sides]]
    if row.kind == "heading":
        cells = [f"**{cell}**" if cell else "" for cell in cells]
    return "| " + " | ".join([number, place, *cells]) + " |"
