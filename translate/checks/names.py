"""Names and addresses that the translation changed."""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from translate.checks.other_names import find_other_names
from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.addresses import ADDRESS

_NAME = re.compile(r"(?<![\w'’-])[A-ZÀ-ÞŠŽĆČ][\w’'-]+(?: [A-ZÀ-ÞŠŽĆČ][\w’'-]+)+")
_LEAST_SIMILARITY, _LEAST_LETTERS = 0.6, 4
_SAME_NAME = 0.5


def find_names(pairs: Sequence[Pair]) -> list[Issue]:
    """Addresses that are not there letter by letter, and names of which one half stayed and the other was respelt.

    Of single names only those that stay elsewhere in the document are judged: Moscow may well be Moscovo.
    """
    issues = []
    for pair in pairs:
        lost = next((m for m in ADDRESS.finditer(pair.source) if m[0].rstrip(".,;:") not in pair.target), None)
        if lost:
            message = say("The address {address} is not in the translation as it is.", address=lost[0])
            issues.append(Issue("names", pair.segment, lost.span(), message, side="source"))
        issues += _respelt(pair)
    return issues + find_other_names(pairs)


def _respelt(pair: Pair) -> list[Issue]:
    """A name whose first part stands in the translation, followed by something like its second part."""
    issues = []
    for match in _NAME.finditer(pair.source):
        first, second = match[0].split(" ")[-2:]
        if len(second) < _LEAST_LETTERS or second.isupper():
            continue
        place = re.search(rf"(?<!\w){re.escape(first)} ([^\W\d_][\w’'-]+)", pair.target)
        if place is None or _plain(second) in _plain(pair.target) or place[1] in pair.source or place[1].islower():
            continue
        if Levenshtein.normalized_similarity(_plain(second), _plain(place[1])) >= _LEAST_SIMILARITY:
            message = say("The name {name} became {other}.", name=f"{first} {second}", other=place[0])
            issues.append(Issue("names", pair.segment, place.span(), message))
    return issues


def is_spelling(one: str, other: str) -> bool:
    """Whether two words may be one name in two spellings, as London and Londra are; Milano and Mailand are not."""
    one, other = _plain(one), _plain(other)
    if one == other:
        return True
    alike = Levenshtein.normalized_similarity(one, other)
    return one[:_LEAST_LETTERS] == other[:_LEAST_LETTERS] and alike >= _SAME_NAME


def _plain(text: str) -> str:
    """Case-folded, without accents, apostrophes and the English genitive."""
    decomposed = unicodedata.normalize("NFD", re.sub(r"['’]s?", "", text.casefold()))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
