"""Words that decide where a sentence ends: abbreviations, sentence openers, names of provisions, by language."""

import re
from functools import cache
from importlib.resources import files

from translate.tag import primary

_FIRST_WORD = re.compile(r"[^\W\d_]++(?!\.)")


@cache
def lexicon_words(language: str, kind: str) -> frozenset[str]:
    """Words of one kind in translate/lexicons/segmentation.tsv.

    Args:
        language: BCP 47 code; one without rows, and "und", have the words of all.
        kind: A kind that the file's head explains.
    """
    code = primary(language)
    rows = [row for row in _rows() if row[0] in (code, "mul")]
    if all(row[0] == "mul" for row in rows):
        rows = list(_rows())
    return frozenset(word for _, row_kind, listed in rows if row_kind == kind for word in listed)


def abbreviation_kind(word: str, language: str) -> str:
    """Kind of an abbreviation given without its last full stop: name, number, other, unit; empty for any other word."""
    kinds = _abbreviation_kinds(language)
    return kinds.get(word) or kinds.get(word.lower()) or (kinds.get(word.capitalize(), "") if word.isupper() else "")


def is_starter(text: str, language: str) -> bool:
    """Whether a text begins with a capitalised word that opens sentences: "The", "However"; not "No. 5"."""
    match = _FIRST_WORD.match(text)
    return match is not None and text[0].isupper() and match.group().lower() in lexicon_words(language, "starter")


@cache
def _abbreviation_kinds(language: str) -> dict[str, str]:
    """Kind of every abbreviation of a language; where two claim a word, the more cautious one."""
    found: dict[str, str] = {}
    for kind in ("unit", "name", "number", "other"):
        found |= dict.fromkeys(lexicon_words(language, kind), kind)
    return found


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Language, kind and words of every line of the lexicon."""
    lines = files("translate.lexicons").joinpath("segmentation.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((code, kind, tuple(word.strip() for word in listed.split(","))) for code, kind, listed in cells)
