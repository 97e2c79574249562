"""A briefing's facts as its views list them: grouped by kind, the same fact once with all its places."""

from dataclasses import dataclass, replace

from summarize.briefing import Briefing
from summarize.facts import Fact, FactKind
from summarize.facts.extraction import facts_in
from translate.hypothesis import NOT_TRANSLATED

_ORDER: tuple[FactKind, ...] = ("obligation", "date", "amount", "reference", "actor")
"""What binds comes first, then what can be counted, then names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact of the list.

    Attributes:
        text: As its first place has it, on one line.
        language: BCP 47 code of the text.
        segments: Positions of all segments that have it, in order.
        said: The same as its first place's translation has it; of an obligation that is not found again, the whole
            sentence. Empty where neither can be told.
    """

    text: str
    language: str
    segments: tuple[int, ...]
    said: str = ""


def fact_groups(briefing: Briefing) -> tuple[tuple[FactKind, tuple[Entry, ...]], ...]:
    """Facts by kind, each kind in the order of the text.

    Args:
        briefing: What brief() gave.

    Returns:
        Kinds that have facts only: obligations first, then dates, amounts, references and actors. Facts that differ
        in case or spacing only are one entry, and a heading's own number is no reference.
    """
    entries: dict[FactKind, dict[str, Entry]] = {kind: {} for kind in _ORDER}
    said = _said(briefing)
    for fact in briefing.facts:
        if _is_own_number(briefing, fact):
            continue
        text = _line(fact.text)
        group = entries[fact.kind]
        language = briefing.document.segment_language(fact.segment)
        known = group.get(text.casefold()) or Entry(text, language, (), said.get(fact, ""))
        if fact.segment not in known.segments:
            known = replace(known, segments=(*known.segments, fact.segment))
        group[text.casefold()] = known
    return tuple((kind, tuple(group.values())) for kind, group in entries.items() if group)


def _said(briefing: Briefing) -> dict[Fact, str]:
    """Facts with their words in the translation, found there as they are found in the source.

    A sentence's facts of one kind are taken for the same on both sides where there are as many, with the same digits.
    """
    translation = briefing.translation
    if translation is None:
        return {}
    by_segment: dict[int, list[Fact]] = {}
    for fact in briefing.facts:
        if translation.hypotheses[fact.segment].origin not in NOT_TRANSLATED:
            by_segment.setdefault(fact.segment, []).append(fact)
    said: dict[Fact, str] = {}
    for segment, facts in by_segment.items():
        sentence = translation.target.segment_text(segment)
        found = facts_in(sentence, translation.target.language)
        for kind in {fact.kind for fact in facts}:
            here, there = ([fact for fact in side if fact.kind == kind] for side in (facts, found))
            if len(here) == len(there):
                same = [
                    (a, _line(b.text)) for a, b in zip(here, there, strict=True) if _digits(a.text) == _digits(b.text)
                ]
                said.update(same)
        for fact in facts:
            if fact.kind == "obligation":
                said.setdefault(fact, _line(sentence))
    return said


def _digits(text: str) -> list[str]:
    """A text's digits, sorted, because languages differ in the order of a date."""
    return sorted(character for character in text if character.isdigit())


def _line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _is_own_number(briefing: Briefing, fact: Fact) -> bool:
    """Whether a reference is the number that a heading gives to what follows: "Article 1"."""
    block = briefing.document.segments[fact.segment].block
    return fact.kind == "reference" and fact.span[0] == 0 and briefing.document.blocks[block].kind == "heading"
