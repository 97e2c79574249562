"""Lines that a converter glued together: "… of both Parties.Article 2DefinitionsFor the purpose …"."""

import re
from functools import cache

from translate.segmentation.abbreviations import lexicon_words

_LONG_LINE = re.compile(r"[^\n\r]{1000,}")
"""A line that may be a whole act."""
_LEAST_PROVISIONS = 3
"""Provisions glued to what stands before them from which on a line is taken for a glued act; one may be a slip."""
_TITLE = re.compile(r"(?=[A-ZÀ-Þ])[^\n.;:]{2,100}?(?:(?<=[a-zß-ÿ)])(?=[A-ZÀ-Þ][\w’']*[ ,(])|(?=1\. |\(a\) ?\S))")
# "and" before the last item is the only word that is glued so often that it counts.
_PARAGRAPH = re.compile(
    r"(?<=[.;:,])(?=\d{1,2}\. ?[A-ZÀ-Þ\"“«])|(?:(?<=[.;:,])|(?<=[;,] and))(?=\([a-z]{1,4}\) ?\S)"
    r"|(?<!-)(?=-{10})|(?<=-{10})(?!-)"
)


def glued(text: str) -> list[int]:
    """Indices at which lines begin inside a line, ascending.

    In a line of 1,000 characters in which at least three provisions begin right after a full stop, a colon or a
    semicolon, every such one begins a line, so does its title, what follows the title, and numbered paragraphs and
    items that are glued in the same way.

    >>> glued("It was agreed.Article 1 is short.")
    []
    """
    found: set[int] = set()
    for line in _LONG_LINE.finditer(text):
        provisions = list(_provision().finditer(text, *line.span()))
        if len(provisions) < _LEAST_PROVISIONS:
            continue
        found |= {match.start() for match in _PARAGRAPH.finditer(text, *line.span())}
        for match in provisions:
            title = _TITLE.match(text, match.end())
            found |= {match.start(), match.end(), title.end() if title else match.end()}
    return sorted(found)


@cache
def _provision() -> re.Pattern[str]:
    """Pattern of "Article 5" right after what ends a sentence."""
    known = lexicon_words("und", "provision")
    small, large = (
        "|".join(sorted({re.escape(f(name)) for name in known}, reverse=True)) for f in (_capital, str.upper)
    )
    roman = r"[IVXL]{1,6}(?=[A-ZÀ-Þ][a-zß-ÿ])|[IVXL]{1,6}(?!\w)"
    return re.compile(
        rf"(?<=[\w.;:)\"”»-])(?:(?:{small})\.? (?:\d{{1,3}}(?!\d)|{roman})"
        rf"|(?:{large}) (?:\d{{1,3}}(?!\d)|{roman}|[IVXL]{{1,6}}(?=[A-ZÀ-Þ]{{2}})))"
    )


def _capital(name: str) -> str:
    return name.capitalize()
