"""extract_facts(): what a policy reader looks for in a document, each fact with the segment that says it."""

from collections.abc import Callable

from summarize.facts.fact import Fact, FactKind
from summarize.facts.obligations import obligations
from summarize.facts.spans import Span, actors, amounts, cited, dates, known
from translate.document import Document

# Kinds that stay off where their precision on the labelled sentences is under 85 % (python -m benchmarks.facts).
OFF: dict[str, frozenset[FactKind]] = {}


def extract_facts(document: Document) -> tuple[Fact, ...]:
    """Actors, obligations, dates, amounts and references of a document, in its order.

    Args:
        document: Any document; segments in a language without rules have no facts.

    Returns:
        Facts by segment, then by place. Empty where none was found, which is not to say that there is none.
    """
    return tuple(
        fact
        for position, segment in enumerate(document.segments)
        for fact in facts_in(document.segment_text(position), segment.language, position)
    )


def facts_in(text: str, language: str, segment: int = 0) -> list[Fact]:
    """Facts of one sentence, by place.

    Args:
        text: The sentence.
        language: BCP 47 code.
        segment: Its id, which the facts cite.
    """
    primary = language.partition("-")[0]
    if not known(primary):
        return []
    finders: dict[FactKind, Callable[[str, str], list[Span]]] = {
        "actor": actors,
        "date": dates,
        "amount": amounts,
        "reference": cited,
    }
    found = [
        Fact(kind, segment, (start, end), text[start:end])
        for kind, find in finders.items()
        for start, end in find(text, primary)
    ]
    found += [
        Fact("obligation", segment, clause, text[slice(*clause)], text[slice(*actor)])
        for actor, clause in obligations(text, primary)
    ]
    off = OFF.get(primary, frozenset())
    return sorted((fact for fact in found if fact.kind not in off), key=lambda fact: (fact.span, fact.kind))
