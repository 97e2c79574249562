"""Adherence: whether a translation kept to the terms of a glossary, and which of them became one."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from translate.resources.glossary import Glossary, Term


@dataclass(frozen=True, slots=True)
class Adherence:
    """What a translation did with one term.

    Attributes:
        term: The term.
        used: Segments that use it and have its target.
        missed: Segments that use it and have not.
    """

    term: Term
    used: tuple[int, ...] = ()
    missed: tuple[int, ...] = ()

    @property
    def inconsistent(self) -> bool:
        """Whether the term was translated as asked in one place and otherwise in another."""
        return bool(self.used and self.missed)


@dataclass(frozen=True, slots=True)
class Collision:
    """Two terms that became one: both have, or were given, the same target.

    Attributes:
        term: The term whose translation is another one's.
        other: The term that it was taken for.
        segments: Where; empty where the glossary itself gives both the same target.
    """

    term: Term
    other: Term
    segments: tuple[int, ...] = field(default=())


def adherence(glossary: Glossary, sources: Mapping[int, str], targets: Mapping[int, str]) -> tuple[Adherence, ...]:
    """What a translation did with each term that its source uses, in the order of the glossary.

    Args:
        glossary: The terms.
        sources: Text by segment id.
        targets: Translation by segment id.
    """
    used: defaultdict[Term, list[int]] = defaultdict(list)
    missed: defaultdict[Term, list[int]] = defaultdict(list)
    for segment in sorted(sources):
        for term in glossary.uses(sources[segment]):
            (used if glossary.keeps(term, targets[segment]) else missed)[term].append(segment)
    return tuple(
        Adherence(term, tuple(used[term]), tuple(missed[term])) for term in glossary.terms if used[term] or missed[term]
    )


def collisions(glossary: Glossary, sources: Mapping[int, str], targets: Mapping[int, str]) -> tuple[Collision, ...]:
    """Pairs of terms that became one: by the glossary itself, then by the translation, in the order of the glossary."""
    found = [
        Collision(term, other)
        for i, term in enumerate(glossary.terms)
        for other in glossary.terms[i + 1 :]
        if term.target.casefold() == other.target.casefold()
    ]
    for entry in adherence(glossary, sources, targets):
        for other in glossary.terms:
            if other.target.casefold() == entry.term.target.casefold():
                continue
            places = tuple(
                segment
                for segment in entry.missed
                if other not in glossary.uses(sources[segment]) and glossary.keeps(other, targets[segment])
            )
            if places:
                found.append(Collision(entry.term, other, places))
    return tuple(found)
