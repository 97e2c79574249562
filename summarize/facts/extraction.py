"""extract_facts(): what a policy reader looks for in a document, each fact with the segment that says it."""

from collections.abc import Callable

from summarize.facts.fact import Fact, FactKind
from summarize.facts.obligations import obligations
from summarize.facts.provisions import cited, first_provision
from summarize.facts.quantities import amounts
from summarize.facts.spans import Span, actors, known
from summarize.facts.when import dates
from translate.choices import Watch
from translate.document import Document
from translate.tag import primary

# Kinds that stay off where their precision on the labelled sentences is under 85 % (python -m benchmarks.facts).
OFF: dict[str, frozenset[FactKind]] = {}


def extract_facts(document: Document, watch: Watch = Watch()) -> tuple[Fact, ...]:
    """Actors, obligations, dates, amounts and references of a document, in its order.

    Args:
        document: Any document; segments in a language without rules have no facts.
        watch: Once it says stop, Stopped is raised.

    Returns:
        Facts by segment, then by place. Empty where none was found, which is not to say that there is none.
    """
    provisions = first_provision(document)
    return tuple(
        fact
        for position, segment in enumerate(watch.each(document.segments))
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
    for actor, clause, mode, _ in obligations(text, code, act):
        if actor[0] == actor[1]:
            continue  # what is forbidden to everybody has no actor
        said: FactKind = "right" if mode == "may" else "obligation"
        found.append(Fact(said, segment, clause, text[slice(*clause)], text[slice(*actor)], mode))
        if not any(f.kind == "actor" and f.span[0] < actor[1] and f.span[1] > actor[0] for f in found):
            found.append(Fact("actor", segment, actor, text[slice(*actor)]))
    off = OFF.get(code, frozenset())
    return sorted((fact for fact in found if fact.kind not in off), key=lambda fact: (fact.span, fact.kind))
