"""Translations in another language than was asked for."""

from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.languages.detection import detect
from translate.languages.fit import lacks_common_words
from translate.languages.scripts import letters_by_script
from translate.languages.table import UNDETERMINED, name_of
from translate.message import say
from translate.tag import primary
from translate.text.words import words

_LEAST_WORDS = 5
_SURE = 0.8
_SCRIPTS = {"ar": "Arab", "bg": "Cyrl", "el": "Grek", "fa": "Arab", "he": "Hebr", "hi": "Deva", "ja": "Kana"}
_SCRIPTS |= {"ko": "Kore", "ru": "Cyrl", "th": "Thai", "uk": "Cyrl", "zh": "Hani"}
"""Script that most letters of a translation into these languages have; names in Latin letters may stand in it."""


def find_language(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose translation is in another language than the target.

    Only those are looked at closely that have none of the target language's common words, or hardly a letter of its
    script: source text left as it is is found by the check of copied text.
    """
    issues = []
    for pair in pairs:
        other = _other_language(pair)
        if other:
            message = say(
                "The translation should be in {wanted} and looks like {found}.",
                wanted=name_of(pair.target_language),
                found=name_of(other),
            )
            issues.append(Issue("language", pair.segment, None, message))
    return issues


def _other_language(pair: Pair) -> str:
    """Code of the language that a translation is in instead of the target's; empty where nothing speaks for one."""
    script = _SCRIPTS.get(pair.target_language)
    if script:
        letters = letters_by_script(pair.target)
        if letters[script] * 5 >= letters.total() or letters.total() < 20:
            return ""
    elif not lacks_common_words(pair.target, pair.target_language):
        return ""
    if len(words(pair.target)) < _LEAST_WORDS:
        return ""
    found = detect(pair.target)
    if found.language in (UNDETERMINED, pair.target_language) or found.confidence < _SURE:
        return ""
    return "" if primary(found.language) == pair.target_language else found.language
