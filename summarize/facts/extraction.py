"""extract_facts(): what a policy reader looks for in a document, each fact with the segment that says it."""

import re
from collections.abc import Callable

from summarize.facts.fact import Fact, FactKind
from summarize.facts.obligations import obligations
from summarize.facts.spans import Span, actors, amounts, cited, dates, known
from translate.document import Document
from translate.tag import primary

# How an act numbers its provisions, in the languages with rules.
_PROVISION = re.compile(
    r"(?:Art(?:icle|icolo|igo|ículo|ikel)?\.?|Section|Стать[яи]|المادة|مادة)\s*\(?[\dIVX\d٠-٩]|§\s*\d|第[\d一二三四五六七八九十]+条",
    re.IGNORECASE,
)
# Kinds that stay off where their precision on the labelled sentences is under 85 % (python -m benchmarks.facts).
OFF: dict[str, frozenset[FactKind]] = {}


def extract_facts(document: Document) -> tuple[Fact, ...]:
    """Actors, obligations, dates, amounts and references of a document, in its order.

    Args:
        document: Any document; segments in a language without rules have no facts.

    Returns:
        Facts by segment, then by place. Empty where none was found, which is not to say that there is none.
    """
    provisions = _first_provision(document)
    return tuple(
        fact
        for position, segment in enumerate(document.segments)
        for fact in facts_in(
            document.segment_text(position), segment.language, position, act=segment.block > provisions
        )
    )


def facts_in(text: str, language: str, segment: int = 0, act: bool = True) -> list[Fact]:
    """Facts of one sentence, by place.

    Args:
        text: The sentence.
        language: BCP 47 code.
        segment: Its id, which the facts cite.
        act: Whether it stands in an act's provisions, where what somebody does is what they must do.
    """
    code = primary(language)
    if not known(code):
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
        for start, end in find(text, code)
    ]
    for actor, clause in obligations(text, code, act):
        found.append(Fact("obligation", segment, clause, text[slice(*clause)], text[slice(*actor)]))
        if not any(f.kind == "actor" and f.span[0] < actor[1] and f.span[1] > actor[0] for f in found):
            found.append(Fact("actor", segment, actor, text[slice(*actor)]))
    off = OFF.get(code, frozenset())
    return sorted((fact for fact in found if fact.kind not in off), key=lambda fact: (fact.span, fact.kind))


def _first_provision(document: Document) -> int:
    """Position of the first block that is an article's number or has one; that of no block where there is none."""
    labels = (f"{block.label} {document.text[block.start : block.start + 20]}" for block in document.blocks)
    return next((i for i, label in enumerate(labels) if _PROVISION.match(label.strip())), len(document.blocks))
