"""A briefing's facts as its views list them: grouped by kind, the same fact once with all its places."""

from dataclasses import dataclass, replace

from summarize.briefing import Briefing
from summarize.facts import Fact, FactKind
from translate.languages import UNDETERMINED

_ORDER: tuple[FactKind, ...] = ("obligation", "date", "amount", "reference", "actor")
"""What binds comes first, then what can be counted, then names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact of the list.

    Attributes:
        text: As its first place has it, on one line.
        language: BCP 47 code of the text.
        segments: Positions of all segments that have it, in order.
    """

    text: str
    language: str
    segments: tuple[int, ...]


def fact_groups(briefing: Briefing) -> tuple[tuple[FactKind, tuple[Entry, ...]], ...]:
    """Facts by kind, each kind in the order of the text.

    Args:
        briefing: What brief() gave.

    Returns:
        Kinds that have facts only: obligations first, then dates, amounts, references and actors. Facts that differ
        in case or spacing only are one entry, and a heading's own number is no reference.
    """
    entries: dict[FactKind, dict[str, Entry]] = {kind: {} for kind in _ORDER}
    for fact in briefing.facts:
        if _is_own_number(briefing, fact):
            continue
        text = " ".join(fact.text.split())
        group = entries[fact.kind]
        known = group.get(text.casefold()) or Entry(text, _language(briefing, fact), ())
        if fact.segment not in known.segments:
            known = replace(known, segments=(*known.segments, fact.segment))
        group[text.casefold()] = known
    return tuple((kind, tuple(group.values())) for kind, group in entries.items() if group)


def _is_own_number(briefing: Briefing, fact: Fact) -> bool:
    """Whether a reference is the number that a heading gives to what follows: "Article 1"."""
    block = briefing.document.segments[fact.segment].block
    return fact.kind == "reference" and fact.span[0] == 0 and briefing.document.blocks[block].kind == "heading"


def _language(briefing: Briefing, fact: Fact) -> str:
    """BCP 47 code of a fact's sentence."""
    own = briefing.document.segments[fact.segment].language
    return briefing.document.language if own == UNDETERMINED else own
