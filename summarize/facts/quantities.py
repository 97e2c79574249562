"""Where amounts stand in a sentence: money, shares, measures and large counts. Rules and lexicons, nothing learned."""

import re
from functools import cache
from importlib.resources import files

from summarize.facts.spans import Span, merged
from translate.text.lexicon import compiled, pattern, rows
from translate.text.number_words import word_numbers
from translate.text.repeated import repeated

_HAN_AMOUNT = re.compile(r"[〇零一二三四五六七八九十百千万亿两]+(?:元|欧元|美元|公顷|公里|吨)")
_NUMBER = r"\d(?:[\d.,'’\u00a0\u202f]|\s(?=\d{3}(?!\d)))*"
_SCALE = (
    r"(?:millions?|billions?|trillions?|milh(?:ão|ões)|mil milhões|bilh(?:ão|ões)|mil millones|millones|millón|mille|"
    r"milliards?|Mio\.?|Mrd\.?|Millionen|Milliarden?|milion[ei]|miliard[oi]|mila|тыс\.?|тысяч\w*|млн\.?|миллион\w*|"
    r"млрд\.?|миллиард\w*|трлн\.?|триллион\w*|مليون|ملايين|مليار|مليارات|ألف|آلاف|万|亿|万亿)"
)
_LINK = r"(?:\s?(?:d[e’']|di|of|de los)\s?)?"
# "9 to 11 per cent", "entre 3.000 y 20.000 euros": the lower end has no unit of its own.
_LOWER = re.compile(rf"(?<![\w.,/]){_NUMBER}\s?(?:%\s?)?(?:to|and|or|à|et|ou|a|e|y|o|u|al|bis|und|oder|ed|[-–—])\s?$")
_TO = re.compile(r"\s?(?:to|a|à|al|até|bis|[-–—])\s?")
# "mg/l", "mg par m³", "euros per tonne and year"; "kg/j" has a unit that stands nowhere else.
_PER = r"(?:\s?/\s?[^\W\d_]+[²³23]?|\s(?:per|par|por|pro|je)\s[^\W\d_]+(?:-[^\W\d_]+)*[²³]?)?"
# Units of one letter are units only with their number right before, and as they are written: "5 g", never "5 G".
_LETTER = r"(?-i:[gmtlVW])(?:[²³]|(?<=m)[23](?!\d))?"
# A count of four digits or more, or of a scale: "40 000 places", "3 million people"; a year is none.
_COUNT = re.compile(
    rf"(?<![\w.,/º°§№-])(?!(?:1[89]|20)\d\d\s)(?:\d{{1,3}}(?:[.,\s\u00a0\u202f]\d{{3}})+|\d{{4,}}|{_NUMBER}\s{_SCALE}"
    rf"{_LINK})\s(?P<noun>[^\W\d_]{{4,}})",
    re.IGNORECASE,
)


@repeated
def amounts(text: str, language: str) -> list[Span]:
    """Numbers with a currency, a share or a measure, their scale and the lower end of a range included."""
    found = [match.span() for match in _amount().finditer(text)]
    if language == "zh":
        return merged(found + [match.span() for match in _HAN_AMOUNT.finditer(text)])
    found += [
        (number.start, unit.end())
        for number in word_numbers(text, language)
        if number.certain and (unit := _unit().match(text, number.end))
    ]
    whole = [(_from_lower(text, start), start + len(text[start:end].rstrip(".,’' "))) for start, end in found]
    joined: list[Span] = []
    for start, end in merged(whole):
        if joined and _TO.fullmatch(text, joined[-1][1], start) and _same_unit(text, joined[-1], (start, end)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _same_unit(text: str, first: Span, second: Span) -> bool:
    """Whether two amounts differ in their number only: "2 500 €" and "50 000 €", and not "3 %" and "£41"."""
    one, other = (re.sub(r"[\d.,\s\u00a0\u202f]", "", text[slice(*span)]) for span in (first, second))
    return one.startswith(other) or other.startswith(one)


@repeated
def counted(text: str, language: str) -> list[Span]:
    """Large counts ("40 000 places", "3 million people") and shares in words ("two-thirds")."""
    share = pattern("facts", language, "fraction")
    found = [match.span() for match in share.finditer(text)] if share else []
    return merged(found + [match.span() for match in _COUNT.finditer(text) if match["noun"].islower()])


def _from_lower(text: str, start: int) -> int:
    """Where a range starts whose upper end starts at a position; the position itself where there is none."""
    lower = _LOWER.search(text[:start])
    return lower.start() if lower else start


@cache
def _units() -> tuple[str, str]:
    """Expressions for the units that stand behind a number and for the signs before one."""
    before: list[str] = []
    after: list[str] = list(rows("facts")["*", "unit"])
    text = files("translate.lexicons").joinpath("units.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            for entry in line.split("\t")[3].split():
                if len(entry) > 1 or not entry.isalpha() or entry > "\u3040":
                    (before if entry.startswith("^") else after).append(entry.removeprefix("^"))
    signs = "|".join(re.escape(sign) for sign in sorted(before, key=lambda sign: (-len(sign), sign)))
    edge = rf"(?![A-Za-zÀ-ÿА-яء-ي]){_PER}"
    unit = rf"(?:{_LINK}(?:US\s?|U\.S\.\s|United States\s)?(?:{compiled(after, 'zh').pattern}){edge}|{_LETTER}{edge})"
    return unit, signs


@cache
def _amount() -> re.Pattern[str]:
    """A number with a unit before or after it."""
    unit, signs = _units()
    return re.compile(
        rf"(?:(?<!\w)(?:US\s)?(?:{signs})\s?{_NUMBER}(?:[\s\u00a0]?{_SCALE})?{_PER}|"
        rf"(?<![\d.,A-Za-z]){_NUMBER}[\s\u00a0\u202f]?(?:{_SCALE}[\s\u00a0]?)?{unit})",
        re.IGNORECASE,
    )


@cache
def _unit() -> re.Pattern[str]:
    """A unit behind a number in words."""
    return re.compile(rf"[\s\u00a0](?:{_SCALE}[\s\u00a0]?)?{_units()[0]}", re.IGNORECASE)


@cache
def with_unit() -> re.Pattern[str]:
    """A number with the currency, the unit or the time beside it, of any language; or the number alone."""
    unit, signs = _units()
    times = [word for (_, kind), words in rows("facts").items() if kind == "period" for word in words]
    return re.compile(
        rf"(?:(?<!\w)(?:{signs}|(?-i:[A-Z]{{3}}))\s)?\d+(?:[.,'’\u00a0\u202f]\d+|\s\d{{3}}(?!\d))*"
        rf"(?:\s(?:[%‰]|(?:{_SCALE}|{compiled(times, 'zh').pattern})(?!\w)|{unit}))?",
        re.IGNORECASE,
    )
