"""Terms of the reader's glossary that the translation did not keep to."""

from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.languages.table import name_of
from translate.message import Message, joined, say
from translate.resources.adherence import Adherence, adherence, collisions
from translate.resources.glossary import Glossary, Term


def find_terms(pairs: Sequence[Pair], glossary: Glossary) -> list[Issue]:
    """Segments that use a term of the glossary without its translation, and those where two terms became one.

    Args:
        pairs: A document's translated segments, in the glossary's languages.
        glossary: The reader's terms.
    """
    sources, targets = {p.segment: p.source for p in pairs}, {p.segment: p.target for p in pairs}
    merged = {(c.term, segment): c.other for c in collisions(glossary, sources, targets) for segment in c.segments}
    issues = []
    for entry in adherence(glossary, sources, targets):
        for segment in entry.missed:
            other = merged.get((entry.term, segment))
            issues.append(Issue("terms", segment, None, _missed(entry, other)))
    return issues


def find_unused(texts: Sequence[str], glossary: Glossary) -> list[Issue]:
    """A notice where no term stands in the whole text, as with a glossary for other languages.

    Args:
        texts: Every segment of the source.
        glossary: The reader's terms.
    """
    if not glossary.terms or any(glossary.uses(text) for text in texts):
        return []
    source, target = name_of(glossary.source_language), name_of(glossary.target_language)
    turned = tuple(Term(term.target, term.source) for term in glossary.terms if not term.kept)
    if any(Glossary(turned, glossary.source_language, glossary.target_language).uses(text) for text in texts):
        message = say(
            "The glossary's translations stand in the text, and none of its terms: it seems to be for "
            "{target} → {source}, not {source} → {target}.",
            source=source,
            target=target,
        )
    else:
        message = say(
            "No term of the glossary stands in the text; it was taken to be for {source} → {target}.",
            source=source,
            target=target,
        )
    return [Issue("terms", None, None, message, "notice")]


def _missed(entry: Adherence, other: Term | None) -> Message:
    """What to say of a term that a segment misses; `other` is the term that it was taken for."""
    term, parts = entry.term, []
    if term.kept:
        parts.append(say("By the glossary “{term}” is not to be translated.", term=term.source))
    else:
        parts.append(say("By the glossary “{term}” should be “{target}”.", term=term.source, target=term.target))
    if entry.inconsistent:
        parts.append(say("Elsewhere the translation keeps to it."))
    if other is not None:
        parts.append(say("“{target}” is the term for “{term}”.", target=other.target, term=other.source))
    return joined(parts)
