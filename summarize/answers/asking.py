"""ask(): a question to some texts, answered by their own passages, in the reader's language."""

from collections.abc import Mapping, Sequence
from typing import Any

from summarize.answers.answer import Answer, Passage
from summarize.answers.kinds import held, reason
from summarize.answers.question import Question, sought, understood
from summarize.answers.search import Search, Searchable, search
from summarize.answers.support import signals, support, threshold
from summarize.answers.texts import Texts
from summarize.answers.translating import translated
from summarize.answers.units import Unit
from summarize.answers.written import written
from summarize.writer import Writer
from translate.choices import Choices, Watch, require_none_left, with_keywords
from translate.document import Document
from translate.engines.protocol import Engine
from translate.engines.registry import usable_engines
from translate.languages.table import language as known_language
from translate.message import Message, joined, say
from translate.translation import Translation
from translate.version import VERSION

# Standard deviations over unrelated sentences from which on a passage's meaning is called near the question's.
_NEAR = 4.0
_SHOWN_WORDS, _TELLING = 6, 4
_MOST_NEAREST = 3
"""Passages shown where none surely answers: with one a reader of forty questions missed answers that stood next."""


def ask(
    texts: Document | Translation | Sequence[Document | Translation] | Searchable,
    question: str,
    target: str,
    *,
    choices: Choices = Choices(),
    watch: Watch = Watch(),
    engines: Mapping[str, Engine] | None = None,
    writer: Writer | None = None,
    **keywords: Any,
) -> Answer:
    """What some texts say to a question, by their own passages.

    Args:
        texts: What read() gave, a Translation of it, several of these, or an Index.
        question: In the language wanted, or in the texts' own.
        target: Language wanted, as a BCP 47 code or a name.
        choices: How passages, and the question, are translated.
        watch: How the caller follows it: stages "searching", "translating".
        engines: Loaded engines to use again, which stay open; where None new ones, which are closed at the end.
        writer: A model that writes an answer of the passages; what they do not say is left out of it.
        **keywords: Any field of Choices and Watch by its name.

    Returns:
        At most five passages, the best first; none where the texts do not say.

    Raises:
        InputError: The question is empty or too long.
        LanguageError: `target` is not a known language.
        EngineError: A model is damaged or cannot run.

    >>> from translate import read
    >>> text = read("The Council meets twice a year. The Agency shall report to the Council by 1 May 2027. Fees rise.")
    >>> ask(text, "When must the Agency report?", "en").passages[0].text
    'The Agency shall report to the Council by 1 May 2027.'
    """
    choices, watch = with_keywords(choices, keywords), with_keywords(watch, keywords)
    require_none_left("ask", keywords)
    code = known_language(target).code
    corpus = _searchable(texts)
    asked = understood(question, (code, *corpus.languages))
    with usable_engines(engines) as known:
        watch.progress("searching", 0, 1)
        found = search(corpus, asked, known, choices)
        passages = tuple(_passage(corpus, found, asked, rows, code) for rows in found.rows)
        watch.progress("searching", 1, 1)
        says = tuple(passage for passage in passages if passage.score >= threshold())
        nearest = () if says else passages[:_MOST_NEAREST]
        says, nearest, more = translated(says, nearest, code, known, choices, watch)
    answer = Answer(asked, code, says, nearest, (), (*found.issues, *more), f"ask 1, entente {VERSION}")
    return written(answer, writer) if writer is not None else answer


def _searchable(texts: Document | Translation | Sequence[Document | Translation] | Searchable) -> Searchable:
    """The texts as one value."""
    if isinstance(texts, Document | Translation):
        return Texts([texts])
    return Texts(texts) if isinstance(texts, Sequence) else texts


def _passage(corpus: Searchable, found: Search, question: Question, rows: Sequence[int], target: str) -> Passage:
    """Some units as a passage, with their translation where it is there."""
    units = [found.ranking.units[row] for row in rows]
    first = units[0]
    known = target == first.translation_language != first.language
    return Passage(
        document=first.document,
        name=corpus.name(first.document),
        segments=tuple(unit.segment for unit in units),
        sentences=tuple(unit.text for unit in units),
        language=first.language,
        score=round(support(signals(found.asked, found.ranking, found.found, rows)), 4),
        reasons=tuple(_reasons(units, rows, found, question)),
        heading=first.heading,
        label=first.label,
        speaker=first.speaker,
        page=first.page,
        target=target if known else "",
        translations=tuple(unit.translation for unit in units) if known else (),
        heading_translation=first.heading_translation if known else "",
    )


def _reasons(units: Sequence[Unit], rows: Sequence[int], found: Search, question: Question) -> list[Message]:
    """Why a passage was chosen."""
    reasons = []
    if words := _shared_words(rows, found):
        reasons.append(say("It has words of the question: {words}.", words=joined(words)))
    if max(found.found.near[row] for row in rows) >= _NEAR:
        reasons.append(say("Its meaning is near the question's."))
    kinds = dict.fromkeys(kind for unit in units for kind in held(unit.text, unit.language, question.kinds))
    reasons += [reason(kind) for kind in kinds]
    return reasons or [say("What stands around it is about the question.")]


def _shared_words(rows: Sequence[int], found: Search) -> list[str]:
    """The question's words that a passage has, the rarest first, as the question has them."""
    for code, table in found.found.tables.items():
        form = found.asked.forms[code]
        own = {term: word for word in form.replace("?", " ").split() for term in sought(word, code)}
        shared = [term for term in sought(form, code) if any(table.has(row, term) for row in rows) and term in own]
        shown = [own[term].strip(".,;:!?\"'()“”«»") for term in sorted(shared, key=lambda term: -table.weight(term))]
        if telling := [word for word in dict.fromkeys(shown) if len(word) >= _TELLING or not word.islower()]:
            return telling[:_SHOWN_WORDS]
    return []
