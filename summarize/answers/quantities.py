"""Numbers of the kind that a question asks for: of things, of time, shares; those of acts, notes and dates are none."""

import re
from functools import cache

from summarize.facts.when import counted, dates
from translate.tag import primary
from translate.text.lexicon import UNSPACED_LANGUAGES, compiled, pattern, rows
from translate.text.number_words import word_numbers

_SHARE = re.compile(
    r"\d\s?(?:%|٪|‰)|%\s?\d|(?<!\w)per\s?cent(?!\w)|百分之|(?<!\d)[1-9]/[1-9]\d?(?![\d/])|[一二三四五六七八九十]分之"
)
# "49 of the 152 agencies"
_OF_ALL = re.compile(
    r"(?<![\w.,])\d[\d.,]*\s+(?:of|out of|d[aeo]s?|de los|de las|des|von|di|из)\s+(?:the\s+|l[eao]s\s+)?\d"
)
_NUMBER = r"\d+(?:[.,\s\u00a0\u202f]\d+)*"
_HAN_PERIOD = re.compile(r"[\d一二三四五六七八九十百两]{1,4}\s?(?:个工作日|个月|日|天|年|周|岁|小时)")
# A footnote's number, before its sentence or in brackets, and the years of a season or a budget: "2019–20".
_NOTES = re.compile(r"^\W*\d{1,3}\s+(?=[A-Z])|\[\d+\]|(?:1[89]|20)\d\d\s?[–/-]\s?\d+")
# "§ 7", "n.º 11.127", "7623(a)", "15 U.S.C.", and sums with their signs.
_OF_ACTS = re.compile(
    r"§+\s*\d[\w.()-]*|\b(?:n[.ºo°]+|Nos?\.|Lei|Law|Act|Loi|Ley|Gesetz|Legge)\s*(?:n[.ºo°]+|No\.)?\s*\d[\w./-]*"
    r"|\d+[a-z]?(?:\((?:\w{1,3})\))+|\d+\s+(?:U\.S\.C|C\.F\.R|Stat|Fed)\.|[$€£¥₽₹]\s?\d[\d.,]*"
)
_WORD = re.compile(r"\w[\w’'-]*")
_ENDS = re.compile(r"\s*(?:[.;:)!]|,(?!\d)|$)")
_BEFORE, _BEHIND = 3, 5
"""Words around a number among which what it counts is named."""
# Numbers that count: no share, no year, no part of a name ("COVID-19").
_COUNT = re.compile(
    rf"(?<![A-Za-z\d_.,/–-])(?!(?:1[89]|20)\d\d(?!\d|[,.]\d)){_NUMBER}"
    r"(?![\d–-]|\s?(?:%|٪|per\s?cent|por\s?c[ei]ent|pour\s?cent|prozent|процент))",
    re.IGNORECASE,
)


def counts(text: str, language: str) -> bool:
    """Whether a text has a number of things, in figures or words.

    >>> counts("Under Article 7 of Law 11.127 of 2 May 2005 it has three years.", "en")
    False
    """
    return bool(_numbers(text, primary(language)))


def beside_counts(text: str, language: str) -> list[str]:
    """The words around each number of things; the whole text where nothing stands behind a number that it may count.

    >>> beside_counts("The Council of ports pays its 20 harbour pilots and their crews well.", "en")
    ['ports pays its 20 harbour pilots and their crews']
    """
    found = []
    for start, end in _numbers(text, primary(language)):
        before, behind = _WORD.findall(text[:start])[-_BEFORE:], _WORD.findall(text[end:])[:_BEHIND]
        alone = _ENDS.match(text, end) is not None
        found.append(text if alone else " ".join([*before, text[start:end], *behind]))
    return found


def _numbers(text: str, code: str) -> list[tuple[int, int]]:
    """Where numbers of things stand."""
    for find in (_NOTES, _references(code), _OF_ACTS):
        text = find.sub(lambda match: " " * len(match[0]), text)
    for start, end in (*dates(text, code), *_periods(text, code)):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    words = (number for number in word_numbers(text, code) if number.certain and number.value > 1)
    return [match.span() for match in _COUNT.finditer(text)] + [(word.start, word.end) for word in words]


def shares(text: str, language: str) -> bool:
    """Whether a text has a per cent, a fraction, or so many of so many.

    >>> shares("They get a third of it.", "en"), shares("They get $3 million.", "en")
    (True, False)
    """
    named = pattern("questions", primary(language), "fraction")
    return any(find is not None and find.search(text) for find in (_SHARE, _OF_ALL, named))


def lasts(text: str, language: str) -> bool:
    """Whether a text has a number of years, days or other units of time.

    >>> lasts("It waits two years.", "en"), lasts("It waited in 2019.", "en")
    (True, False)
    """
    code = primary(language)
    return bool(_HAN_PERIOD.search(text)) if code in UNSPACED_LANGUAGES else bool(_periods(text, code))


def _periods(text: str, code: str) -> list[tuple[int, int]]:
    """Where numbers of units of time stand."""
    unit = pattern("facts", code, "period")
    starts = ((counted(text, match.start(), code)[0], match.end()) for match in (unit.finditer(text) if unit else ()))
    return [(start, end) for start, end in starts if start is not None]


@cache
def _references(code: str) -> re.Pattern[str]:
    """Finds numbers of provisions behind their words: "Articles 4, 5 and 7"."""
    found = {word for (own, _), words in rows("references").items() if own == code for word in words}
    if not found or code in UNSPACED_LANGUAGES:
        return re.compile(r"(?!)")
    more = r"(?:\s*(?:,|and|or|e|ou|et|y|o|u|und|oder|и|to|a)\s*\d[\w.()º°-]*)*"
    return re.compile(rf"{compiled(found, code).pattern}\.?\s*(?:n[.ºo°]*\s*)?\d[\w.()º°-]*{more}", re.IGNORECASE)
