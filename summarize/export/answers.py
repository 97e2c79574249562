"""Answers for notes, mail, the web and the terminal: each passage with where it stands, in both languages."""

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import shorten, wrap

from summarize.answers.answer import Answer, Passage
from summarize.export.markup import spoken
from summarize.export.wording import wording
from summarize.facts.provisions import provisions
from translate.document import Document
from translate.languages.wording import in_language

_WIDTH = 100
_HEADING_CHARACTERS = 100


def place(passage: Passage, reader: str, document: Document | None = None) -> str:
    """Where a passage stands: document, heading, article, speaker, page, sentences.

    Args:
        passage: Of an answer.
        reader: BCP 47 code of the reader's language.
        document: The one that it is of, where it is at hand: its provision is named as a lawyer cites it then.
    """
    words = wording(reader)
    label = passage.label
    if document is not None:
        label = provisions(document)[document.segments[passage.segments[0]].block] or label
    heading = shorten(passage.heading_translation or passage.heading, _HEADING_CHARACTERS, placeholder=" …")
    page = "" if passage.page is None else words["page"].format(number=passage.page)
    numbers = [str(segment + 1) for segment in passage.segments]
    sentence = words["sentence_number"].format(number=numbers[0])
    if len(numbers) > 1:
        sentence = words["sentence_numbers"].format(numbers=", ".join(numbers))
    parts = (passage.name, heading, label, passage.speaker, page, sentence)
    return " · ".join(part for part in parts if part)


def shown(answer: Answer) -> tuple[Passage, ...]:
    """The passages, or what came nearest."""
    return answer.passages or answer.nearest


def less_sure(answer: Answer) -> int:
    """Number from which on the passages come near to an answer and do not surely give it; beyond the last if all do."""
    return sum(passage.sure for passage in answer.passages) + 1


def answer_text(answer: Answer, reader: str) -> str:
    """An answer for the terminal, at most 100 columns."""
    return "\n".join(_lines(answer, reader)) + "\n"


def _lines(answer: Answer, reader: str) -> Iterator[str]:
    words = wording(reader)
    yield from wrap(answer.question.text, _WIDTH)
    yield "-" * min(_WIDTH, len(answer.question.text))
    for point in answer.written:
        numbers = ", ".join(str(citation.segment + 1) for citation in point.citations)
        yield from wrap(f"{point.text} [{numbers}]", _WIDTH)
    if not answer.passages:
        yield words["no_answer"]
        if answer.nearest:
            yield words["nearest"]
    for number, passage in enumerate(shown(answer), 1):
        yield ""
        if answer.passages and number == less_sure(answer):
            yield from (words["less_sure"], "")
        yield from wrap(f"[{number}] {passage.said}", _WIDTH, subsequent_indent="    ")
        if passage.translations:
            yield from wrap(f"“{passage.text}”", _WIDTH, initial_indent="    ", subsequent_indent="    ")
        reasons = " ".join(in_language(reason, reader) for reason in passage.reasons)
        where = f"{place(passage, reader)}. {reasons}".rstrip()
        yield from wrap(where, _WIDTH, initial_indent="    ", subsequent_indent="    ")
        for issue in passage.issues:
            yield from wrap(f"! {in_language(issue.message, reader)}", _WIDTH, initial_indent="    ")
    for issue in answer.issues:
        yield ""
        yield from wrap(in_language(issue.message, reader), _WIDTH)


def answers_html(answers: Sequence[Answer], reader: str, document: Document | None = None) -> str:
    """Answers as cards; empty where there are none.

    Args:
        answers: In order.
        reader: BCP 47 code of the language of the words around them.
        document: The one that they are of, where its rows stand in the same page, for links to them.
    """
    if not answers:
        return ""
    cards = "".join(answer_html(answer, reader, document) for answer in answers)
    return f'<section class="answers">\n<h2>{escape(wording(reader)["answers"])}</h2>\n{cards}</section>\n'


def answer_html(answer: Answer, reader: str, document: Document | None = None) -> str:
    """An answer as a card; see answers_html()."""
    words = wording(reader)
    parts = [spoken(answer.question.text, answer.question.language, "h3", "question")]
    for point in answer.written:
        numbers = ", ".join(str(citation.segment + 1) for citation in point.citations)
        parts.append(spoken(f"{point.text} [{numbers}]", answer.target, "p", "written"))
    if not answer.passages:
        parts.append(f'<p class="none">{escape(words["no_answer"])}</p>')
    if not answer.passages and answer.nearest:
        parts.append(f"<p>{escape(words['nearest'])}</p>")
    items = [_passage_html(passage, reader, document) for passage in shown(answer)]
    last = less_sure(answer) - 1 if answer.passages else len(items)
    parts += ["<ol>", *items[:last], "</ol>"]
    if items[last:]:
        start = f'<ol start="{last + 1}">'
        parts += [f"<p>{escape(words['less_sure'])}</p>", start, *items[last:], "</ol>"]
    parts += [f'<p class="notice">{escape(in_language(issue.message, reader))}</p>' for issue in answer.issues]
    return f'<article class="answer">\n{chr(10).join(parts)}\n</article>\n'


def _passage_html(passage: Passage, reader: str, document: Document | None) -> str:
    """One passage: what it says, the original, where it stands and why it was chosen."""
    parts = [spoken(passage.said, passage.target or passage.language, "p", "said")]
    if passage.translations:
        parts.append(spoken(passage.text, passage.language, "blockquote", "original"))
    where = escape(place(passage, reader, document))
    if document is not None:
        where = f'<a href="#s{passage.segments[0] + 1}">{where}</a>'
    reasons = escape(" ".join(in_language(reason, reader) for reason in passage.reasons))
    parts.append(f'<p class="place"><bdi>{where}</bdi>. {reasons}'.rstrip() + "</p>")
    parts += [f'<p class="notice">{escape(in_language(issue.message, reader))}</p>' for issue in passage.issues]
    return f"<li>{''.join(parts)}</li>"
