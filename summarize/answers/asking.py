"""ask(): a question to some texts, answered by their own passages, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from summarize.answers.answer import Answer, Passage
from summarize.answers.coverage import Coverage
from summarize.answers.kinds import held, lacks_asked, reason
from summarize.answers.question import Question, understood
from summarize.answers.search import MOST_ACTORS, Search, Searchable, search
from summarize.answers.selection import list_goes_on
from summarize.answers.support import beside, signals, support, threshold
from summarize.answers.texts import Texts
from summarize.answers.translating import translated, unsearched
from summarize.answers.units import Unit
from summarize.answers.written import written
from summarize.writer import Writer
from translate.choices import Choices, Watch, require_none_left, with_keywords
from translate.document import Document
from translate.engines.protocol import Engine
from translate.engines.registry import usable_engines
from translate.issue import Issue
from translate.languages.table import language as known_language
from translate.message import Message, joined, say
from translate.translation import Translation
from translate.version import VERSION

# Standard deviations over unrelated sentences from which on a passage's meaning is called near the question's.
_NEAR = 4.0
_MOST_NAMED = 10
_ALSO = 0.6
"""Share of the bound from which on a passage is shown beside one that surely answers."""
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
    >>> "by 1 May 2027" in ask(text, "When must the Agency report?", "en").passages[0].text
    True
    """
    choices, watch = with_keywords(choices, keywords), with_keywords(watch, keywords)
    require_none_left("ask", keywords)
    code = known_language(target).code
    corpus = _searchable(texts)
    asked = understood(question, (code, *corpus.languages))
    with usable_engines(engines) as known:
        watch.progress("searching", 0, 1)
        found = search(corpus, asked, known, choices)
        passages, says = _judged(corpus, found, asked, code)
        watch.progress("searching", 1, 1)
        nearest = () if says else passages[:_MOST_NEAREST]
        says, nearest, more = translated(says, nearest, code, known, choices, watch)
    issues = (*_notices(corpus, found, says, nearest), *more)
    answer = Answer(asked, code, says, nearest, (), issues, f"ask 4, entente {VERSION}")
    return written(answer, writer) if writer is not None else answer


def _judged(
    corpus: Searchable, found: Search, question: Question, target: str
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Every passage found, the best first, and those that answer.

    Where one surely answers, those that come near to it are shown too: the answer stands among the first five far more
    often than at the very first.
    """
    units = found.ranking.units
    covered = {
        document: Coverage(found.asked, found.ranking, found.found, document, found.subjects.get(document, ()))
        for document in {units[rows[0]].document for rows in found.rows}
    }
    scores, bounds = [], []
    for rows in found.rows:
        signs = signals(question, found.asked, found.ranking, found.found, rows, covered[units[rows[0]].document])
        scores.append(support(signs))
        bounds.append(threshold(signs.known))
    least = beside(max(scores, default=0.0))
    passages: list[tuple[Passage, bool]] = []
    shown: list[Passage] = []
    for rows, score, bound in zip(found.rows, scores, bounds, strict=True):
        about = found.barred.isdisjoint(rows)
        passage = _passage(corpus, found, question, rows, target, score)
        lacks = lacks_asked(passage.text, passage.heading, passage.language, question.kinds)
        lacks = lacks or not covered[units[rows[0]].document].counts(rows)
        passage = replace(passage, sure=about and score >= max(bound, least) and not lacks)
        passages.append((passage, about))
        if about and score >= _ALSO * bound:
            shown.append(passage)
    ranked = sorted(passages, key=lambda found: (not found[0].sure, not found[1], -found[0].score))
    order = tuple(passage for passage, _ in ranked)
    return order, tuple(passage for passage in order if order[0].sure and passage in shown)


def _notices(
    corpus: Searchable, found: Search, says: Sequence[Passage], nearest: Sequence[Passage]
) -> tuple[Issue, ...]:
    """What a reader should know of the search."""
    messages = []
    shown = {passage.language for passage in (*says, *nearest)}
    issues = unsearched(found.left, next(iter(found.asked.forms)), shown)
    if not says and found.asked.countries:
        names = joined(dict.fromkeys(found.asked.countries.values()), ", ")
        messages.append(say("Only passages about {names} were counted as an answer.", names=names))
    if says and found.one_each:
        messages.append(
            say("One passage of each text is shown, of {most} texts at most: others may say so too.", most=MOST_ACTORS)
        )
    if corpus.unread:
        names = joined([Path(name).name for name in corpus.unread[:_MOST_NAMED]], ", ")
        count = len(corpus.unread)
        messages.append(
            say("1 file could not be read and was not searched: {names}.", names=names)
            if count == 1
            else say("{count} files could not be read and were not searched: {names}.", count=count, names=names)
        )
    return (*issues, *(Issue("search", None, None, message, "notice") for message in messages))


def _searchable(texts: Document | Translation | Sequence[Document | Translation] | Searchable) -> Searchable:
    """The texts as one value."""
    if isinstance(texts, Document | Translation):
        return Texts([texts])
    return Texts(texts) if isinstance(texts, Sequence) else texts


def _passage(
    corpus: Searchable, found: Search, question: Question, rows: Sequence[int], target: str, score: float
) -> Passage:
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
        score=round(score, 4),
        reasons=tuple(_reasons(units, rows, found, question)),
        heading=first.heading,
        label=first.label,
        speaker=first.speaker,
        page=first.page,
        target=target if known else "",
        translations=tuple(unit.translation for unit in units) if known else (),
        heading_translation=first.heading_translation if known else "",
        row=first.cells > 1,
        goes_on=list_goes_on(found.ranking, rows),
    )


def _reasons(units: Sequence[Unit], rows: Sequence[int], found: Search, question: Question) -> list[Message]:
    """Why a passage was chosen, as far as that tells a reader anything: one reason at most."""
    kinds = dict.fromkeys(kind for unit in units for kind in held(unit.text, unit.language, question.kinds))
    reasons = [message for kind in kinds if (message := reason(kind)) is not None]
    if not reasons and max(found.found.near[row] for row in rows) >= _NEAR:
        reasons.append(say("Its meaning is near the question's."))
    return reasons[:1]
