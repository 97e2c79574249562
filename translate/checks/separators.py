"""Numbers with the source's separators, where the other language reads them as another number: 12,000 for 12.000."""

import re
from collections.abc import Sequence

from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.languages.table import name_of
from translate.message import say
from translate.tag import primary

_WITH_POINT = "bn en ga gu he hi ja kn ko ml mr ms mt my ne pa si ta te th ur zh"
_WITH_COMMA = """
    be bg bs ca cs da de el et fi fr gl hr hu hy id is it ka kk ky lt lv mk nb nl nn pl pt ro ru sk sl sq sr sv tr uk uz
    vi
"""
_POINT, _COMMA = frozenset(_WITH_POINT.split()), frozenset(_WITH_COMMA.split())
"""Languages by what stands before their decimals (CLDR 46). Spanish and Arabic differ by country and are in neither."""
_OPPOSITES = ((_POINT, _COMMA), (_COMMA, _POINT))
_THOUSANDS = re.compile(r"(?<![\d.,/])[1-9]\d{0,2}[.,]\d{3}(?![.,/]?\d)")
_NAMED = re.compile(r"(?:\bn\.?[ ]?[º°o]s?|\bno\.|\bnr\.?|№|#)[ \u00a0]?$", re.IGNORECASE)


def are_opposite(one: str, other: str) -> bool:
    """Whether two languages, by their primary subtags, write points where the other writes commas in numbers."""
    return any(one in own and other in there for own, there in _OPPOSITES)


def misread(source: str, target: str, source_language: str, target_language: str) -> tuple[int, int] | None:
    """Where a text has the first number that stands in its source to the letter and reads as another one in it.

    A group of three digits is thousands in one language and decimals in the other; numbers with more separators can be
    read in one way only, and a number that names a law ("n.º 1.234") is none.

    Args:
        source: Text of a segment.
        target: Its translation, or its copy.
        source_language: Primary subtag of its language.
        target_language: The same for the translation.

    Returns:
        Half-open string indices in `target`, or None.
    """
    if not are_opposite(source_language, target_language):
        return None
    there = {match[0] for match in _THOUSANDS.finditer(source)}
    spans = (match.span() for match in _THOUSANDS.finditer(target) if match[0] in there)
    return next((span for span in spans if not _NAMED.search(target, max(0, span[0] - 5), span[0])), None)


def find_separators(
    texts: Sequence[str], hypotheses: Sequence[Hypothesis], languages: Sequence[str], target: str
) -> list[Issue]:
    """One notice where lines of numbers alone, which are copied, would be read as other numbers.

    They are not rewritten: which of them are numbers and which are sections, dates or codes, nobody can tell from
    digits.

    Args:
        texts: Text of every segment.
        hypotheses: One for each.
        languages: BCP 47 code of each segment.
        target: BCP 47 code of the translation.
    """
    for text, hypothesis, language in zip(texts, hypotheses, languages, strict=True):
        span = misread(text, hypothesis.text, primary(language), primary(target))
        if hypothesis.origin == "copied" and span is not None:
            message = say(
                "Numbers standing alone keep the source's separators: {number} is another number in {language}.",
                number=text[slice(*span)],
                language=name_of(target),
            )
            return [Issue("numbers", None, None, message, "notice")]
    return []
