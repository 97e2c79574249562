"""Changed numbers, dates and references."""

import random
import re

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "zh": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}

_PROVISION = {
    "en": r"(?:Articles?|Chapters?|paragraphs?|Annex(?:es)?|Sections?)\s",
    "pt": r"(?:[Aa]rtigos?|[Cc]apítulos?|[Pp]arágrafos?|[Aa]nexos?)\s",
    "es": r"(?:[Aa]rtículos?|[Cc]apítulos?|[Pp]árrafos?|[Aa]nexos?)\s",
    "fr": r"(?:[Aa]rticles?|[Cc]hapitres?|[Pp]aragraphes?|[Aa]nnexes?)\s",
    "de": r"(?:Artikeln?|Kapitels?|Absatz(?:es)?|Anhangs?)\s",
    "it": r"(?:[Aa]rticol[oi]|[Cc]apitol[oi]|[Pp]aragraf[oi]|[Aa]llegat[oi])\s",
    "ru": r"(?:[Сс]тать\w+|[Гг]лав\w+|[Пп]ункт\w*|[Пп]риложени\w+)\s",
    "zh": r"第",
    "ar": r"(?:ال)?(?:مادة|مادتين|فصل|فقرة|مواد)\s",
}
_ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"]
_HAN = "一二三四五六七八九"


def change_number(text: str, language: str, rng: random.Random) -> str | None:
    """The text with one number in digits changed by one digit; None where it has none."""
    numbers = list(_NUMBER.finditer(text))
    return _with_other_digit(text, rng.choice(numbers).span(), rng) if numbers else None


def change_date(text: str, language: str, rng: random.Random) -> str | None:
    """The text with another month, or another day beside it; None where no month is named in full."""
    names = _MONTHS.get(language, "").split()
    if not names:
        return None
    spaced = "" if language == "zh" else r"(?!\w)"
    before = r"(?<!\d)" if language == "zh" else r"(?<!\w)"
    named = "|".join(sorted(names, key=len, reverse=True))
    month = re.search(rf"{before}({named}){spaced}", text)
    if month is None or (month[1] == "May" and not re.search(r"\d\W{1,2}May|May\W{1,2}\d", text)):
        return None
    beside = re.search(r"\b(\d{1,2})\W{1,4}(?:de |d['’])?$|^", text[: month.start()])
    if beside and beside[1] and rng.random() < 0.5:
        return _with_other_digit(text, beside.span(1), rng)
    other = rng.choice([name for name in names if name != month[1]])
    return text[: month.start()] + other + text[month.end() :]


def change_reference(text: str, language: str, rng: random.Random) -> str | None:
    """The text with another number in a reference to a provision; None where it has none."""
    words = _PROVISION.get(language)
    if words is None:
        return None
    label = rf"(\d+|[IVX]+\b|[{_HAN}十百]+(?=[条章项款]))"
    found = list(re.finditer(words + label, text))
    if not found:
        return None
    match = rng.choice(found)
    start, end = match.span(1)
    if match[1].isdecimal():
        return _with_other_digit(text, (start, end), rng)
    if match[1][0] in _HAN + "十百":
        digits = [i for i in range(start, end) if text[i] in _HAN]
        if not digits:
            return None
        place = rng.choice(digits)
        return text[:place] + rng.choice([c for c in _HAN if c != text[place]]) + text[place + 1 :]
    return text[:start] + rng.choice([roman for roman in _ROMANS if roman != match[1]]) + text[end:]


def _with_other_digit(text: str, span: tuple[int, int], rng: random.Random) -> str:
    """The text with one digit in the span changed; the first digit never becomes 0."""
    places = [i for i in range(*span) if text[i].isdecimal()]
    place = rng.choice(places)
    zero = ord(text[place]) - int(text[place])
    old = int(text[place])
    new = rng.choice([digit for digit in range(10) if digit != old and (digit or place != places[0])])
    return text[:place] + chr(zero + new) + text[place + 1 :]
