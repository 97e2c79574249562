"""The question into the texts' languages, and the passages into the reader's."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from summarize.answers.answer import Passage
from summarize.answers.question import Question
from summarize.answers.ranking import Ranking
from summarize.answers.units import document_of
from translate.choices import Choices, Watch
from translate.engines.protocol import Engine
from translate.errors import LanguageError
from translate.hypothesis import NOT_TRANSLATED
from translate.issue import Issue
from translate.languages.table import name_of
from translate.message import say
from translate.pipeline.run import translate
from translate.tag import primary
from translate.text.embedding import embedder_for

_MOST_GLOSSED = 500
"""Sentences of a text that is translated to be searched: about two seconds."""


def question_forms(
    question: Question, languages: Sequence[str], engines: Mapping[str, Engine], choices: Choices
) -> tuple[dict[str, str], list[str]]:
    """The question in each of the texts' languages that a route leads to, by primary subtag; its own first.

    Returns:
        The forms, and the codes of the languages to which none leads: their sentences are found by meaning at most.
    """
    forms, left = {primary(question.language): question.text}, []
    for code in languages:
        if primary(code) in forms or question.language == "und":
            continue
        try:
            found = translate(document_of([question.text], [question.language], question.language), code,
                              choices=Choices(engine=choices.engine), engines=engines)  # fmt: skip
        except LanguageError:
            left.append(code)
            continue
        if found.hypotheses[0].origin not in NOT_TRANSLATED:
            forms[primary(code)] = found.target.texts[0]
    return forms, left


def gloss(ranking: Ranking, language: str, engines: Mapping[str, Engine], choices: Choices) -> None:
    """Translate short texts into the question's language, so that its own words are looked for as well.

    A question loses more in translation than a text does: "sue for compensation" finds a law's "indemnização" there.
    """
    if language == "und" or not ranking.is_all or len(ranking.units) > _MOST_GLOSSED:
        return
    units, plain = ranking.units, Choices(engine=choices.engine, readings="first")
    for code in sorted({units[i].language for i in ranking.lacking(language)} - {"und"}):
        rows = [i for i in ranking.lacking(language) if units[i].language == code]
        try:
            found = translate(document_of([ranking.searched[i] for i in rows], [code] * len(rows), code), language,
                              choices=plain, engines=engines)  # fmt: skip
        except LanguageError:
            continue
        made = zip(rows, found.target.texts, found.hypotheses, strict=True)
        ranking.gloss(language, {i: text for i, text, hypothesis in made if hypothesis.origin not in NOT_TRANSLATED})


def unsearched(codes: Sequence[str], asked: str, shown: Collection[str]) -> list[Issue]:
    """What a reader should know of languages that the question could not be had in.

    Args:
        codes: Of these languages.
        asked: Code of the question's.
        shown: Codes of the passages': that they were found by meaning alone matters only there.
    """
    issues = []
    for code in codes:
        by_meaning = embedder_for([code, asked]).multilingual
        if by_meaning and code not in shown:
            continue
        name = name_of(code)
        message = (
            say(
                "Sentences in {language} were found by their meaning alone: no model translates the question.",
                language=name,
            )
            if by_meaning
            else say("Sentences in {language} could not be searched: no model translates the question.", language=name)
        )
        issues.append(Issue("search", None, None, message, "notice"))
    return issues


def translated(
    says: Sequence[Passage],
    nearest: Sequence[Passage],
    target: str,
    engines: Mapping[str, Engine],
    choices: Choices,
    watch: Watch,
) -> tuple[tuple[Passage, ...], tuple[Passage, ...], list[Issue]]:
    """The passages with their translations, where a route leads to the target.

    Returns:
        Both, and an Issue for each language from which no route leads.
    """
    passages, issues = [*says, *nearest], []
    for code in dict.fromkeys(passage.language for passage in passages):
        if primary(code) == primary(target) or code == "und":
            continue
        places = [i for i, passage in enumerate(passages) if passage.language == code and not passage.translations]
        if not places:
            continue
        try:
            done = _in_target([passages[place] for place in places], target, engines, choices, watch)
        except LanguageError:
            message = say(
                "Passages in {language} are shown untranslated. `entente models list` says what can be installed.",
                language=name_of(code),
            )
            issues.append(Issue("no-route", None, None, message, "warning"))
            continue
        for place, passage in zip(places, done, strict=True):
            passages[place] = passage
    return tuple(passages[: len(says)]), tuple(passages[len(says) :]), issues


def _in_target(
    passages: Sequence[Passage], target: str, engines: Mapping[str, Engine], choices: Choices, watch: Watch
) -> list[Passage]:
    """Passages of one language with their translations; each sentence is translated by itself, as in its document."""
    texts = [text for passage in passages for text in (*passage.sentences, passage.heading) if text]
    code = passages[0].language
    found = translate(
        document_of(texts, [code] * len(texts), code), target, choices=choices, watch=watch, engines=engines
    )
    done, start = [], 0
    for passage in passages:
        end = start + len(passage.sentences)
        issues = tuple(
            replace(issue, segment=issue.segment - start)
            for issue in found.issues
            if issue.segment is not None and start <= issue.segment < end
        )
        heading = found.target.texts[end] if passage.heading else ""
        done.append(
            replace(passage, target=target, translations=found.target.texts[start:end], heading_translation=heading,
                    issues=issues)
        )  # fmt: skip
        start = end + bool(passage.heading)
    return done
