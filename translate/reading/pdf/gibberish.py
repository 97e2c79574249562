"""Gibberish: pages whose fonts do not say which letters they show, or whose text layer is badly wrong."""

import re
import unicodedata
from collections.abc import Iterable

_MIN_WORDS = 12
# Of the words. Of 170 files pages of formulas and program text have up to 0.18, fonts without Unicode 0.24 and more.
_ODD_SHARE = 0.22
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_LETTERED = re.compile(r"[^\W\d_]")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_OTHER = re.compile(r"[@/\\]|www|\.\w{2,3}$|^0x|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # addresses, codes, CJK
_SIGN = re.compile(r"[^\w\s]")
_INSIDE = re.compile(r"[^\W\d_][^\w\s.,:;'’‘\-‐–—&/()·\u0300-\u036f\u200c\u200d]+[^\W\d_]")
_DIGIT_INSIDE = re.compile(r"[^\W\d_]\d+[^\W\d_]")
_CASES = re.compile(r"[a-zà-ÿа-я][A-ZÀ-ÞА-Я]")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{7}|[бвгджзйклмнпрстфхцчшщ]{7}", re.I)


def is_gibberish(words: Iterable[str]) -> bool:
    """Whether most likely nobody can read a page's words: letters and signs mixed inside words as no language does.

    Args:
        words: Of one page.
    """
    counted = odd = 0
    for word in words:
        if _UNREADABLE.search(word[1:]) or _is_signs(word):
            counted, odd = counted + 1, odd + 1
            continue
        bare = _EDGES.sub("", word)
        if len(bare) > 2 and _LETTERED.search(bare) and not _OTHER.search(bare):
            counted += 1
            odd += _is_odd(bare)
    return counted >= _MIN_WORDS and odd > _ODD_SHARE * counted


def _is_signs(word: str) -> bool:
    """Whether more than half of a word is signs of three kinds or more; rows of full stops are of one kind."""
    signs = _SIGN.findall(word)
    return 2 * len(signs) > len(word) > 3 and len(set(signs)) > 2


def _is_odd(word: str) -> bool:
    """Whether a word is built as none is: signs, digits or capitals inside, two scripts, no vowel in sight."""
    if _INSIDE.search(word) or _DIGIT_INSIDE.search(word) or len(_CASES.findall(word)) > 1:
        return True
    if _CONSONANTS.search(word):
        return True
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in word if letter.isalpha()}
    return len(scripts & {"LATIN", "CYRILLIC", "ARABIC", "HEBREW"}) > 1
