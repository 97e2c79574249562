"""Numbers that the translation lost, changed or added."""

from collections.abc import Sequence

from translate.checks.numerals import Numeral, has_number_words, numerals, word_values
from translate.checks.pair import Pair
from translate.issue import Issue


def find_numbers(pairs: Sequence[Pair]) -> list[Issue]:
    """Numbers in digits without a counterpart on the other side, in digits or in words."""
    return [issue for pair in pairs for issue in _in_pair(pair)]


def _in_pair(pair: Pair) -> list[Issue]:
    """One issue a changed number; lost and added ones by themselves."""
    source, target = numerals(pair.source, pair.source_language), numerals(pair.target, pair.target_language)
    if not source and not target:
        return []
    lost, added = _unmatched(source, target), _unmatched(target, source)
    if lost:
        lost = _unmatched_by(lost, word_values(pair.target, pair.target_language))
    if added:
        added = _unmatched_by(added, word_values(pair.source, pair.source_language))
    return _issues(pair, lost, added)


def _issues(pair: Pair, lost: list[Numeral], added: list[Numeral]) -> list[Issue]:
    """What to say of numbers without a counterpart: side by side where there are as many on both sides."""
    if lost and added:
        before = ", ".join(pair.source[n.start : n.end] for n in lost)
        after = ", ".join(pair.target[n.start : n.end] for n in added)
        span = (added[0].start, added[0].end)
        return [Issue("numbers", pair.segment, span, f"The source says {before}, the translation {after}.")]
    issues = []
    for number in lost:
        words = "" if has_number_words(pair.target_language) else " in digits"
        message = f"The number {pair.source[number.start : number.end]} is not in the translation{words}."
        issues.append(Issue("numbers", pair.segment, (number.start, number.end), message, side="source"))
    for number in added:
        message = f"The translation says {pair.target[number.start : number.end]}, which is not in the source."
        issues.append(Issue("numbers", pair.segment, (number.start, number.end), message))
    return issues


def _unmatched(numbers: list[Numeral], others: list[Numeral]) -> list[Numeral]:
    """Those that no number of the other side can stand for."""
    values = {value for other in others for value in (*other.values, *other.parts)}
    return _unmatched_by(numbers, values)


def _unmatched_by(numbers: list[Numeral], values: set[float]) -> list[Numeral]:
    """Those with no reading among the values, and not all of their parts."""
    return [
        number
        for number in numbers
        if number.needed
        and not number.values & values
        and not (number.parts and all(part in values for part in number.parts))
    ]
