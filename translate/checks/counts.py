"""Numbers counted on both sides: how often each is said, which of them are per cent, and in what money."""

from collections.abc import Sequence
from itertools import pairwise

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import Message, say
from translate.text.number_words import word_numbers
from translate.text.numerals import Numeral, end_of_scale
from translate.text.units import Unit, mentions, unit_at

_NEAR = 6
"""Characters between two numbers that share the unit behind the second: "5 to 10 %"."""


def find_exchanged(pair: Pair, source: Sequence[Numeral], target: Sequence[Numeral]) -> list[Issue]:
    """One issue where each side has a number more often than the other: "2, 3 and 3" that became "2, 2 and 3".

    Number words would have to be counted with them, so nothing is said of a pair that has any.
    """
    words = word_numbers(pair.source, pair.source_language) + word_numbers(pair.target, pair.target_language)
    if len(source) != len(target) or any(word.certain for word in words):
        return []
    before, after = _by_value(source), _by_value(target)
    lost = [own for value, own in before.items() if 0 < len(after.get(value, ())) < len(own)]
    added = [own for value, own in after.items() if 0 < len(before.get(value, ())) < len(own)]
    if not lost or not added:
        return []
    span = added[0][-1].start, added[0][-1].end
    message = say(
        "The source says {before} more often than the translation, which says {after} instead.",
        before=pair.source[lost[0][0].start : lost[0][0].end],
        after=pair.target[slice(*span)],
    )
    return [Issue("numbers", pair.segment, span, message)]


def _by_value(numbers: Sequence[Numeral]) -> dict[frozenset[float], list[Numeral]]:
    """Numbers by their readings."""
    found: dict[frozenset[float], list[Numeral]] = {}
    for number in numbers:
        found.setdefault(number.values, []).append(number)
    return found


def find_lost_unit(pair: Pair, source: Sequence[Numeral], target: Sequence[Numeral]) -> list[Issue]:
    """One issue where a number stayed and its per cent or its money did not, or got one that the source has not."""
    sides = (pair.source, pair.source_language, source), (pair.target, pair.target_language, target)
    lost = _bare(*sides[0], *sides[1])
    if lost is not None:
        number, unit = lost
        message = say(
            "The unit of {number} is gone: {unit} in the source.",
            number=pair.source[number.start : number.end],
            unit=Message(unit.name),
        )
        return [Issue("numbers", pair.segment, (number.start, number.end), message, side="source")]
    added = _bare(*sides[1], *sides[0])
    if added is not None:
        number, unit = added
        message = say(
            "{number} has a unit that it has not in the source: {unit}.",
            number=pair.target[number.start : number.end],
            unit=Message(unit.name),
        )
        return [Issue("numbers", pair.segment, (number.start, number.end), message)]
    return []


def _bare(
    text: str,
    language: str,
    numbers: Sequence[Numeral],
    other_text: str,
    other_language: str,
    others: Sequence[Numeral],
) -> tuple[Numeral, Unit] | None:
    """A number with a unit whose like on the other side has none, where the other side names the unit less often."""
    theirs = units(other_text, other_language, others)
    for number in numbers:
        unit = _unit(text, language, number)
        if unit is None or unit.dimension not in ("share", "money"):
            continue
        alike = [own for other, own in theirs.items() if other.values & number.values]
        if alike and not any(alike) and mentions(text, unit) > mentions(other_text, unit):
            return number, unit
    return None


def units(text: str, language: str, numbers: Sequence[Numeral]) -> dict[Numeral, Unit | None]:
    """The unit of each number, in the order of the text; one that stands right before another shares its unit."""
    found = {number: _unit(text, language, number) for number in numbers}
    for first, second in reversed(list(pairwise(numbers))):
        if found[first] is None and second.start - first.end <= _NEAR:
            found[first] = found[second]
    return found


def _unit(text: str, language: str, number: Numeral) -> Unit | None:
    """The unit before a number, or behind it and its scale."""
    behind = end_of_scale(text, number, language)
    return unit_at(text, number.start, number.end) or unit_at(text, number.start, behind)
