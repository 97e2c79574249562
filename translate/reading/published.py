"""is_publishers(): whether a line above an act is its publisher's, such as a journal's name, a page or a code."""

import re
from functools import cache
from itertools import chain

from translate.text.lexicon import compiled, rows

_LONGEST = 90  # characters
_CODE = re.compile(r"(?<!\w)(?=[\w()]*\d{4})(?=[\w()]*[A-Z])[\dA-Z()]{8,}(?!\w)")
"""The number under which a site keeps an act, such as a CELEX number."""
_PAGE = re.compile(r"(?:No\s+)?[LC]\s?\d+\s?/\s?\d+|\W*")
_DATE = re.compile(r"\d{1,2}[./\s]+(?:\w+|\d{1,2})[./\s]+\d{4}")
_LANGUAGES = re.compile(r"^(?:[A-Z]{2} )+")
_NO_WORD = re.compile(r"[A-Z]{1,3}(?: [A-Z]{1,3})*")


def is_publishers(line: str) -> bool:
    """Whether a line tells where and when an act was printed, and nothing of what it is about.

    Args:
        line: One of those that a text begins with, on one line.

    >>> is_publishers("Official Journal L 12 , 3/4/2021 P. 0002 - 0007"), is_publishers("Agreement on tolls")
    (True, False)
    """
    if len(line) > _LONGEST:
        return False
    if any(own.fullmatch(line) for own in (_CODE, _PAGE, _DATE, _NO_WORD)):
        return True
    line = _LANGUAGES.sub("", line)
    named = _names("journal").match(line) or _names("notice").fullmatch(line)
    return named is not None


@cache
def _names(kind: str) -> re.Pattern[str]:
    """Names or notices in all languages: a journal prints an act with them in a text of another, too."""
    return compiled(chain.from_iterable(found for (_, own), found in rows("publishers").items() if own == kind), "")
