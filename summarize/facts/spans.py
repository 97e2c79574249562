"""Where actors, dates, amounts and references stand in a sentence. Rules and lexicons, nothing learned."""

import re
from functools import cache
from importlib.resources import files

from translate.checks.references import references
from translate.text.calendar import months
from translate.text.lexicon import compiled, pattern, rows
from translate.text.number_words import word_value

Span = tuple[int, int]

_NUMERIC_DATE = re.compile(r"(?<![\d.,/-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))(?![\d/])")
_HAN_DATE = re.compile(
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?前?|(?:每年)?\d{1,2}月\d{1,2}[日号]前?"
    r"|(?<![第\d])[\d一二三四五六七八九十百两]{1,4}(?:个工作日|个月|日|天|年|周|小时)(?:内|以内|后|前)?(?!\d)"
)
_DAY_BEFORE = re.compile(r"(?<!\w)\d{1,2}(?:\.|[º°ª]|er|st|nd|rd|th)?\s*(?:de\s|of\s|d['’])?\s*$")
_AFTER_MONTH = re.compile(
    r"\s*\d{1,2}(?:st|nd|rd|th)?,\s*\d{4}(?!\d)|\.?,?\s*(?:(?:de|del|of)\s)?\d{4}(?!\d)(?:\s?(?:года|году|г\.))?"
    r"|\s+\d{1,2}(?:st|nd|rd|th)?(?![\d.,%])"
)
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/%-]|[.,]\d)(?:\s?(?:года|году|г\.))?")
_COUNTED = re.compile(r"(?<![\w.,])(?:(\d{1,4})|([^\W\d_]+))\s+$")
_HAN_AMOUNT = re.compile(r"[〇零一二三四五六七八九十百千万亿两]+(?:元|欧元|美元|公顷|公里|吨)")
_HAN_REFERENCE = re.compile(
    r"第\s?[\d/一二三四五六七八九十百]+\s?号?(?:决议|指令|条例|令|条|款|项|章|节)|附件[一二三四五六七八九十\d]+"
)
_ARABIC_ORDINAL = re.compile(
    r"(?:المرفق|الملحق|المادة|الفصل)\s(?:الأول|الثاني|الثالث|الرابع|الخامس|الأولى|الثانية|الثالثة|الرابعة|الخامسة)"
)
# What stands between an act's name and its number: "Lei n.º 45/2021", "Ley 39/2015", "legge n. 47 del 2017".
_ACT_NUMBER = re.compile(
    r"\s(?:n\.?\s?[º°]\s?|nr?\.\s?|№\s?|No\.?\s)?\d[\w/.-]*\w|\s(?:n\.?\s?[º°]\s?|nr?\.\s?|№\s?)?\d"
)
_LETTER = re.compile(r"\s\(?[a-z]\)")
_AFTER_REFERENCE = re.compile(r"(?:\.?[ºª°])?(?:[./]\d+)*(?:/[A-Z]{2,3})?(?:\s?\([\w]{1,3}\))*")
# A body's name goes on after its first noun: "Autoridade para a Proteção dos Dados", "Assembleia Nacional".
_CONNECTOR = (
    r"(?:of(?: the)?|for(?: the)?|d[aeo]s?|para [ao]s?|de(?: la| los| las| l’|l)|du|des|pour la|pour l’|"
    r"del(?:la|lo|le)?|dei|degli|der|des|für(?: den| die| das)?)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NAME_GOES_ON = re.compile(rf"(?:\s(?i:{_CONNECTOR})\s{_CAPITAL})+")
_ADJECTIVE_BEHIND = re.compile(rf"(?:\s{_CAPITAL})+")
_NAMED_BEFORE = re.compile(rf"(?<=\S )(?:{_CAPITAL}\s)+$")
_ADJECTIVES_BEHIND = frozenset({"pt", "es", "fr", "it"})
_NUMBER = r"\d(?:[\d.,'’\u00a0\u202f]|\s(?=\d{3}(?!\d)))*"
_SCALE = (
    r"(?:millions?|billions?|trillions?|milh(?:ão|ões)|mil milhões|bilh(?:ão|ões)|mil millones|millones|millón|mille|"
    r"milliards?|Mio\.?|Mrd\.?|Millionen|Milliarden?|milion[ei]|miliard[oi]|mila|тыс\.?|тысяч\w*|млн\.?|миллион\w*|"
    r"млрд\.?|миллиард\w*|трлн\.?|триллион\w*|مليون|ملايين|مليار|مليارات|ألف|آلاف|万|亿|万亿)"
)


def actors(text: str, language: str) -> list[Span]:
    """Institutions and roles with the rest of their names; of overlapping ones the longest."""
    find = pattern("facts", language, "actor")
    found = [match.span() for match in find.finditer(text)] if find else []
    return merged([_whole_name(text, span, language) for span in found])


def roles(text: str, language: str) -> list[Span]:
    """People and bodies that a text speaks of in passing, too: landlords, companies, any person."""
    find = pattern("facts", language, "role")
    return [_whole_name(text, match.span(), language) for match in find.finditer(text)] if find else []


def _whole_name(text: str, span: Span, language: str) -> Span:
    """The span with the capitalised words that belong to the same name; unchanged where its own are small."""
    start, end = span
    if not text[start].isupper():
        return span
    if language == "en" and (before := _NAMED_BEFORE.search(text[:start])):
        start = before.start()
    if language in _ADJECTIVES_BEHIND and (behind := _ADJECTIVE_BEHIND.match(text, end)):
        end = behind.end()
    goes_on = _NAME_GOES_ON.match(text, end)
    return start, goes_on.end() if goes_on else end


def dates(text: str, language: str) -> list[Span]:
    """Dates, years after a preposition, periods ("30 days"), with the word that makes them a deadline."""
    found = [match.span() for match in _NUMERIC_DATE.finditer(text)]
    if language == "zh":
        return merged(found + [match.span() for match in _HAN_DATE.finditer(text)])
    for month in months(text, language):
        before = _DAY_BEFORE.search(text[: month.start])
        after = _AFTER_MONTH.match(text, month.end)
        if before or after:
            found.append((before.start() if before else month.start, after.end() if after else month.end))
    introduces = pattern("facts", language, "year")
    edges = {word.end() for word in introduces.finditer(text)} if introduces else set()
    found += [match.span() for match in _YEAR.finditer(text) if len(text[: match.start()].rstrip()) in edges]
    return [_with_limit(text, span, language) for span in merged(found + _periods(text, language))]


def amounts(text: str, language: str) -> list[Span]:
    """Numbers with a currency, a share or a measure, their scale included."""
    found = [match.span() for match in _amount().finditer(text)]
    if language == "zh":
        found += [match.span() for match in _HAN_AMOUNT.finditer(text)]
    return merged(found)


def cited(text: str, language: str) -> list[Span]:
    """References to provisions and acts by their number; "the decision of 14 March" has a date, not a number."""
    found = []
    for reference in references(text, language):
        rest = _AFTER_REFERENCE.match(text, reference.end)
        found.append((reference.start, rest.end() if rest else reference.end))
    if language == "zh":
        found += [match.span() for match in _HAN_REFERENCE.finditer(text)]
    if language == "ar":
        found += [match.span() for match in _ARABIC_ORDINAL.finditer(text)]
    for kind, number in (("act", _ACT_NUMBER), ("letter", _LETTER)):
        find = pattern("facts", language, kind)
        for word in find.finditer(text) if find else ():
            if behind := number.match(text, word.end()):
                found.append((word.start(), behind.end()))
    dated = dates(text, language)
    return [span for span in merged(found) if not any(span[0] < start < span[1] for start, _ in dated)]


def _periods(text: str, language: str) -> list[Span]:
    """Numbers or number words before a unit of time and behind a word that sets a limit: "within 30 days".

    Without that word it is as often somebody's age.
    """
    find = pattern("facts", language, "period")
    found = []
    for match in find.finditer(text) if find else ():
        counted = _COUNTED.search(text[: match.start()])
        if counted and (counted[1] or word_value(counted[2].casefold(), language) is not None):
            span = (counted.start(), match.end())
            if _with_limit(text, span, language) != span:
                found.append(span)
    return found


def _with_limit(text: str, span: Span, language: str) -> Span:
    """The span with the words before it that make it a deadline."""
    find = pattern("facts", language, "limit")
    edge = len(text[: span[0]].rstrip())
    starts = [match.start() for match in find.finditer(text[: span[0]]) if match.end() == edge] if find else []
    return (min(starts), span[1]) if starts else span


def merged(found: list[Span]) -> list[Span]:
    """Spans in order; those that overlap become one."""
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@cache
def _amount() -> re.Pattern[str]:
    """A number with a unit of units.tsv before or after it."""
    before: list[str] = []
    after: list[str] = []
    text = files("translate.lexicons").joinpath("units.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            _, dimension, _, patterns = line.split("\t")
            if dimension == "temperature":
                continue
            for entry in patterns.split():
                if len(entry) > 1 or not entry.isalpha() or entry > "\u3040":
                    (before if entry.startswith("^") else after).append(entry.removeprefix("^"))
    signs = "|".join(re.escape(sign) for sign in sorted(before, key=lambda sign: (-len(sign), sign)))
    units = compiled(after, "zh").pattern  # bare: the edges of words are looked at below
    links = r"(?:\s?(?:d[e’']|di|of|de los)\s?)?"
    unit = rf"(?:US\s?|U\.S\.\s)?(?:{units})(?![A-Za-zÀ-ÿА-яء-ي])"
    return re.compile(
        rf"(?:(?<!\w)(?:{signs})\s?{_NUMBER}(?:[\s\u00a0]?{_SCALE})?|"
        rf"(?<![\d.,A-Za-z]){_NUMBER}[\s\u00a0\u202f]?(?:{_SCALE}[\s\u00a0]?)?{links}{unit})",
        re.IGNORECASE,
    )


def known(language: str) -> bool:
    """Whether there are rules for a language."""
    return (language, "actor") in rows("facts")
