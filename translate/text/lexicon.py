"""Word patterns of one kind in one language, as a regular expression."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

UNSPACED_LANGUAGES = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages written without spaces between words: their patterns match anywhere."""


@cache
def rows(name: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """Patterns of a lexicon file by (language, kind), in the order of the file.

    Args:
        name: File in translate/lexicons without its ending: lines of language, kind, patterns, tabs between.
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    text = files("translate.lexicons").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            language, kind, patterns = line.split("\t")
            found[language, kind] = found.get((language, kind), ()) + tuple(patterns.split())
    return found


@cache
def pattern(name: str, language: str, kind: str) -> re.Pattern[str] | None:
    """Regular expression that finds any pattern of that kind, or None where the lexicon has none.

    In a pattern "_" is white space, "*" any letters, "#" a number and "^" the start of a sentence; patterns are
    whole words in scripts with spaces.
    """
    patterns = rows(name).get((language, kind))
    return compiled(patterns, language) if patterns else None


def compiled(patterns: Iterable[str], language: str) -> re.Pattern[str]:
    """Regular expression for lexicon patterns; longer ones are tried first, so that a phrase goes before its word."""
    ordered = sorted(patterns, key=lambda text: (-len(text), text))
    escaped = (re.escape(text).replace("_", r"\s+").replace(r"\*", r"\w*").replace(r"\#", r"\d+") for text in ordered)
    joined = "|".join(text.replace(r"\^", r"(?:^|(?<=[.;،؛]\s)|(?<=\s\s))") for text in escaped)
    if language in UNSPACED_LANGUAGES:
        return re.compile(joined)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
