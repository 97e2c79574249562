"""Numbers that the translation lost, changed, added or gave another unit."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from translate.checks.counts import find_exchanged, find_lost_unit, units
from translate.checks.pair import Pair
from translate.checks.separators import misread
from translate.issue import Issue, Side
from translate.languages.table import name_of
from translate.message import Message, joined, say
from translate.text.calendar import months
from translate.text.number_words import WordNumber, has_number_words, word_numbers, word_values
from translate.text.numerals import Numeral, end_of_scale, numerals
from translate.text.units import Unit, converts, names_unit

_SIGN = re.compile(r"[€£%]")
_RAISED_DIGITS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉]+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_UNCERTAIN_WORDS = 2.0
"""Number words below this ("one", "single", "first") come and go between languages."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number of one side and its unit, which it may share with the next ("2 to 4 inches")."""

    numeral: Numeral
    unit: Unit | None


def find_numbers(pairs: Sequence[Pair]) -> list[Issue]:
    """Numbers without a counterpart on the other side, in digits or in words, and numbers whose unit changed.

    Amounts converted to another unit ("20 feet", "6 metros") are notices.
    """
    return [issue for pair in pairs for issue in _in_pair(pair)]


def _in_pair(pair: Pair) -> list[Issue]:
    """The issues of one segment."""
    source, target = numerals(pair.source, pair.source_language), numerals(pair.target, pair.target_language)
    if not source and not target:
        return _lost_sign(pair) or _changed_words(pair)
    lost, added = _unmatched(source, target), _unmatched(target, source)
    lost, added = _unsaid(lost, pair.target, pair.target_language), _unsaid(added, pair.source, pair.source_language)
    if not lost and not added:
        return (
            _misread(pair)
            or _changed_units(pair, source, target)
            or find_lost_unit(pair, source, target)
            or find_exchanged(pair, source, target)
            or _lost_sign(pair)
            or _changed_words(pair)
        )
    issues = _explained(pair, source, target, lost, added)
    return issues if any(issue.severity != "notice" for issue in issues) else _changed_words(pair) or issues


def _explained(
    pair: Pair, source: list[Numeral], target: list[Numeral], lost: list[Numeral], added: list[Numeral]
) -> list[Issue]:
    """Issues for numbers without a counterpart; those that a conversion explains are one notice."""
    here = _amounts(pair.source, pair.source_language, source)
    there = _amounts(pair.target, pair.target_language, target)
    left = [n for n in lost if not _converted(n, here, there) and not _converted(n, here, here)]
    new = [n for n in added if not _converted(n, there, here) and not _converted(n, there, there)]
    if left or new:
        return _issues(pair, left, new)
    before = _listed(lost, pair.source, pair.source_language) or say("an amount")
    after = _listed(added, pair.target, pair.target_language) or say("another unit")
    message = say("Converted from {before} to {after}: check the amount.", before=before, after=after)
    return [Issue("numbers", pair.segment, None, message, "notice")]


def _converted(numeral: Numeral, amounts: list[_Amount], others: list[_Amount]) -> bool:
    """Whether another amount is this number in another unit."""
    unit = next((amount.unit for amount in amounts if amount.numeral == numeral), None)
    return unit is not None and any(
        converts(value, unit, other_value, other.unit)
        for other in others
        if other.unit is not None and other.numeral != numeral
        for value in numeral.values
        for other_value in other.numeral.values
    )


def _amounts(text: str, language: str, numbers: list[Numeral]) -> list[_Amount]:
    """Numbers in digits and words with their units; one without takes that of a number that follows within a word."""
    words = [Numeral(n.start, n.end, frozenset({n.value}), ()) for n in word_numbers(text, language)]
    found = units(text, language, sorted([*numbers, *words]))
    return [_Amount(numeral, unit) for numeral, unit in found.items()]


def _issues(pair: Pair, lost: list[Numeral], added: list[Numeral]) -> list[Issue]:
    """What to say of numbers without a counterpart: side by side where both sides have some."""
    if lost and added:
        before = _listed(lost, pair.source, pair.source_language)
        after = _listed(added, pair.target, pair.target_language)
        span = (added[0].start, added[0].end)
        message = say("The source says {before}, the translation {after}.", before=before, after=after)
        return [Issue("numbers", pair.segment, span, message)]
    side: Side = "source" if lost else "target"
    numbers = lost or added
    if lost:
        listed = _listed(lost, pair.source, pair.source_language)
    else:
        listed = _listed(added, pair.target, pair.target_language)
    span = (numbers[0].start, numbers[0].end)
    if not lost:
        message = say("The translation says {numbers}, the source does not.", numbers=listed)
    elif has_number_words(pair.target_language):
        message = say("The source says {numbers}, the translation does not.", numbers=listed)
    else:
        message = say("The source says {numbers}, the translation does not have it in digits.", numbers=listed)
    return [Issue("numbers", pair.segment, span, message, side=side)]


def _listed(numbers: list[Numeral], text: str, language: str) -> str:
    """Numbers as they are written, with their scales: "2.4 million, 7"."""
    return ", ".join(text[n.start : end_of_scale(text, n, language)] for n in numbers)


def _misread(pair: Pair) -> list[Issue]:
    """Numbers copied from the source with separators that the other language reads otherwise: 12,000 for 12.000."""
    found = misread(pair.source, pair.target, pair.source_language, pair.target_language)
    if found is None:
        return []
    message = say(
        "{number} is written as in the source: in {language} that is another number.",
        number=pair.target[slice(*found)],
        language=name_of(pair.target_language),
    )
    return [Issue("numbers", pair.segment, found, message)]


def _changed_units(pair: Pair, source: list[Numeral], target: list[Numeral]) -> list[Issue]:
    """Numbers that stayed while their unit became another one: 5 km, then 5 miles."""
    issues = []
    before = units(pair.source, pair.source_language, source)
    after = units(pair.target, pair.target_language, target)
    for numeral, unit in before.items():
        if unit is None:
            continue
        same = [other for other in target if other.values & numeral.values]
        others = {after[other] for other in same}
        if not others or None in others or unit in others or _same_kind(unit, others):
            continue
        value = min(numeral.values)
        if not any(other is not None and converts(value, unit, value, other) for other in others):
            message = say(
                "The unit of {number} changed: {before} in the source, {after} in the translation.",
                number=pair.target[same[0].start : same[0].end],
                before=Message(unit.name),
                after=joined((Message(name) for name in sorted(other.name for other in others if other)), ", "),
            )
            issues.append(Issue("numbers", pair.segment, (same[0].start, same[0].end), message))
    return issues


def _lost_sign(pair: Pair) -> list[Issue]:
    """A currency or percent sign that the translation neither has nor says in words."""
    match = _SIGN.search(pair.source)
    if match is None or match[0] in pair.target or names_unit(pair.target, match[0]):
        return []
    message = say("The sign {sign} of the source is not in the translation, nor its name.", sign=match[0])
    return [Issue("numbers", pair.segment, match.span(), message, side="source")]


def _same_kind(unit: Unit, others: set[Unit | None]) -> bool:
    """Whether one word names both units, as "pound" a weight and a currency, or both are shares of a hundred."""
    words = set(unit.name.split())
    return any(
        other is not None and (words & set(other.name.split()) or unit.dimension == other.dimension == "share")
        for other in others
    )


def _changed_words(pair: Pair) -> list[Issue]:
    """Numbers in words on both sides: the other side has one of them never, and the other less often."""
    before = _certain(pair.source, pair.source_language)
    after = _certain(pair.target, pair.target_language) if before else []
    if not after:
        return []
    sides = (pair.source, pair.source_language), (pair.target, pair.target_language)
    source, target = _values(*sides[0]), _values(*sides[1])
    lost, added = [n for n in before if n.value not in target], [n for n in after if n.value not in source]
    if lost:
        added = added or _more_often(after, sides[1], sides[0])
    elif added:
        lost = _more_often(before, sides[0], sides[1])
    if not lost or not added:
        return []
    words = pair.source[lost[0].start : lost[0].end], pair.target[added[0].start : added[0].end]
    message = say("The source says “{before}”, the translation “{after}”.", before=words[0], after=words[1])
    return [Issue("numbers", pair.segment, (added[0].start, added[0].end), message)]


def _certain(text: str, language: str) -> list[WordNumber]:
    """Number words that can be nothing else."""
    return [n for n in word_numbers(text, language) if n.certain and n.value >= _UNCERTAIN_WORDS]


def _more_often(numbers: list[WordNumber], own: tuple[str, str], other: tuple[str, str]) -> list[WordNumber]:
    """Those of a text's number words that stand in it more often than another text says them; both with a language."""
    here, there = _times(*own), _times(*other)
    return [number for number in numbers if here[number.value] > there[number.value]]


def _times(text: str, language: str) -> Counter[float]:
    """How often a text says each number, in digits or in words."""
    said = Counter(number.value for number in word_numbers(text, language))
    said.update(value for number in numerals(text, language) for value in {*number.values, *number.parts})
    return said


def _values(text: str, language: str) -> set[float]:
    """Every value that a number in digits or words of this text, or a month's name, can stand for."""
    digits = {value for n in numerals(text, language) for value in (*n.values, *n.parts)}
    raised = {float(text[a:b].translate(_RAISED)) for a, b in (m.span() for m in _RAISED_DIGITS.finditer(text))}
    return digits | raised | word_values(text, language) | {float(m.number) for m in months(text, language)}


def _unsaid(numbers: list[Numeral], text: str, language: str) -> list[Numeral]:
    """Those that neither digits nor words of a text stand for."""
    if not numbers:
        return []
    words = word_values(text, language)
    digits = numerals(text, language)
    said = _values(text, language)
    decimals = {part for n in digits if n.values for part in n.parts} - _whole(digits) - words
    return [
        number
        for number in _unmatched_by(numbers, said, said - decimals)
        if not number.spelled or not words.issuperset(number.spelled)
    ]


def _unmatched(numbers: list[Numeral], others: list[Numeral]) -> list[Numeral]:
    """Those that no number of the other side can stand for."""
    values = {value for other in others for value in (*other.values, *other.parts)}
    return _unmatched_by(numbers, values, _whole(others))


def _unmatched_by(numbers: list[Numeral], values: set[float], whole: set[float]) -> list[Numeral]:
    """Those with no reading among the values, and not all of their parts among those that stand by themselves."""
    return [
        number
        for number in numbers
        if number.needed
        and not number.values & values
        and not (number.parts and all(part in whole for part in number.parts))
    ]


def _whole(numbers: list[Numeral]) -> set[float]:
    """What numbers say that are no decimals, and the parts of dates: the 3 and 1 of "3.1" are no numbers."""
    return {value for number in numbers for value in (*number.values, *(() if number.values else number.parts))}
