"""Terms that a translation missed: a translation that has them, or the term put in place of other words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.checks.registry import check
from translate.engines.constrained import Constrained, Forms
from translate.engines.protocol import Engine
from translate.hypothesis import Hypothesis, Repair
from translate.issue import Issue
from translate.message import joined, say
from translate.resources.glossary import Glossary, Term
from translate.resources.replacement import replace_terms
from translate.text.plurals import number_forms

VERSION = 1
"""Part of the signature of a translation that is kept to terms; another one may translate otherwise."""

_LOST = ("copied", "repetition", "length", "numbers", "references", "negation")
"""Checks that a translation made with terms must pass if the one without them did."""


def kept_to(
    texts: Sequence[str], hypotheses: Sequence[Hypothesis], glossary: Glossary, engine: Engine, source: str, target: str
) -> list[Hypothesis]:
    """The hypotheses, with terms that they missed; every change is a repair, and an issue for the reader.

    Where the engine can, it translates the sentence again so that all its terms stand in it: the words around agree.
    Otherwise, or where that would lose something else, terms are put in place of the words that word links name.

    Args:
        texts: Lines.
        hypotheses: One for each, with word links for replacing.
        glossary: The terms.
        engine: Made them.
        source: BCP 47 code of the texts.
        target: BCP 47 code of the translations.
    """
    found = list(hypotheses)
    used = [glossary.uses(text) for text in texts]
    again = [i for i, own in enumerate(used) if _missed(own, hypotheses[i], glossary)]
    if isinstance(engine, Constrained) and again:
        phrases = [[_forms(term, target) for term in used[i]] for i in again]
        made = engine.translate_with([texts[i] for i in again], phrases, source, target)
        for i, other in zip(again, made, strict=True):
            if other is not None and _stands(texts[i], other, hypotheses[i], used[i], glossary, source, target):
                found[i] = _with_terms(other, hypotheses[i], _missed(used[i], hypotheses[i], glossary))
    return [_replaced(text, own, glossary) for text, own in zip(texts, found, strict=True)]


def _missed(terms: Sequence[Term], hypothesis: Hypothesis, glossary: Glossary) -> list[Term]:
    """Terms that a translation lacks; none where there is no translation."""
    if hypothesis.origin == "untranslated":
        return []
    return [term for term in terms if not glossary.keeps(term, hypothesis.text)]


def _forms(term: Term, target: str) -> Forms:
    """In which forms a term may stand."""
    return (term.target,) if term.kept else number_forms(term.target, target)


def _stands(
    text: str,
    other: Hypothesis,
    first: Hypothesis,
    terms: Sequence[Term],
    glossary: Glossary,
    source: str,
    target: str,
) -> bool:
    """Whether a translation has all terms where they belong, and the checks find no more in it than in the first."""
    if not all(glossary.keeps(term, other.text) and _belongs(text, other, term, target) for term in terms):
        return False
    counts = [len(check([text], [own], [source], target, _LOST)) for own in (other, first)]
    return counts[0] <= counts[1]


def _belongs(text: str, hypothesis: Hypothesis, term: Term, target: str) -> bool:
    """Whether a term stands somewhere for words of the source's: a search may put it elsewhere, as behind the end."""
    start = text.casefold().find(term.source.casefold())
    end = start + len(term.source)
    if start < 0:  # inflected
        return True
    linked = [link for link in hypothesis.alignment if link.source_start < end and link.source_end > start]
    written = hypothesis.text.casefold()
    for form in _forms(term, target):
        for place in re.finditer(re.escape(form.casefold()), written):
            if any(link.target_start < place.end() and place.start() < link.target_end for link in linked):
                return True
    return False


def _with_terms(other: Hypothesis, first: Hypothesis, missed: Sequence[Term]) -> Hypothesis:
    """A translation made with terms, without its score, which says how unlikely the terms are and nothing of it."""
    repairs = tuple(
        Repair(
            say("The glossary has “{target}” for “{term}”.", target=term.target, term=term.source),
            say("Translated again with it."),
        )
        for term in missed
    )
    noted = tuple(
        Issue("terms", None, None, joined([repair.reason, repair.action]), severity="notice") for repair in repairs
    )
    return replace(
        other, score=None, token_scores=(), repairs=(*first.repairs, *repairs), issues=(*other.issues, *noted)
    )


def _replaced(text: str, hypothesis: Hypothesis, glossary: Glossary) -> Hypothesis:
    """The hypothesis with terms that it still misses in place of other words."""
    changed = replace_terms(text, hypothesis, glossary)
    made = changed.repairs[len(hypothesis.repairs) :]
    noted = tuple(
        Issue("terms", None, None, joined([repair.reason, repair.action, say("Check the words around it.")]))
        for repair in made
    )
    return replace(changed, issues=(*changed.issues, *noted))
