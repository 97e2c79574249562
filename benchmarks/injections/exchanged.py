"""Two names that changed places, and numbers in words that became others, with words of their own."""

import random
import re

_CAPITAL = r"[^\W\d_a-zà-ÿа-яё][a-zà-ÿа-яё]{3,}"
_NAME = rf"{_CAPITAL}(?: {_CAPITAL})*"
_BETWEEN = r"(?: [a-zà-ÿа-яё'’-]+){1,4}"
_TWO = re.compile(rf"(?<![^\W_])(?<![A-ZА-Я]\w )({_NAME})(?={_BETWEEN} ({_NAME})(?![\w'’-]| [A-ZА-ЯÀ-Þ]))")
_MEANT = re.compile(r"(?<![\w'’-])[a-zà-ÿа-яё]{5,}")
_FIRST = re.compile(r"(?:^|[.!?:;…\"“«„”»'‘(–—-])\s*$")
_LANDS = {
    "zh": "俄罗斯|中国|印度|德国|法国|西班牙|意大利|日本|巴西|墨西哥|英国|美国|伊朗|以色列|韩国|朝鲜|土耳其|澳大利亚",
    "ar": "روسيا|الصين|الهند|ألمانيا|فرنسا|إسبانيا|إيطاليا|اليابان|البرازيل|بريطانيا|إيران|إسرائيل|تركيا|أستراليا",
}
_NUMBERS = {
    "en": "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze quinze vinte trinta quarenta cinquenta sessenta",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig vierzig fünfzig",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici quindici venti trenta quaranta cinquanta",
    "ru": "два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать двадцать тридцать сорок",
    "zh": "两 三 四 五 六 七 八 九 十",
    "ar": "ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية تسعة عشرة عشر عشرين ثلاثين أربعين خمسين",
}
_COUNTED = "[个名天次人位项家岁周支]"
_FIGURE = re.compile(r"[一二两三四五六七八九十百千第零〇\d]")


def exchange_names(source: str, text: str, languages: tuple[str, str], rng: random.Random) -> str | None:
    """The text with two names in each other's place that a few words stand between; None where it has none.

    Of languages without capitals the commonest countries are names; in Latin letters names are what the source has too,
    in Cyrillic ones what has a capital inside a sentence.
    """
    language = languages[1]
    places = [
        (match.span(1), match.span(2))
        for match in _found(text, language)
        if match[1] != match[2]
        and (language in _LANDS or _MEANT.search(text[match.end(1) : match.start(2)]))
        and (language in _LANDS or all(_is_name(match, group, source, languages) for group in (1, 2)))
    ]
    if not places:
        return None
    (a, b), (c, d) = rng.choice(places)
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def other_number_word(text: str, language: str, rng: random.Random) -> str | None:
    """The text with one number in words in the place of another; None where it has none."""
    known = _NUMBERS.get(language, "").split()
    before, after = ("", f"(?={_COUNTED})") if language == "zh" else (r"(?<![\w-])", r"(?![\w-])")
    places = [
        (match.span(), match[0])
        for word in known
        for match in re.finditer(before + word + after, text)
        if language != "zh" or not _FIGURE.match(text[max(0, match.start() - 1) : match.start()])
    ]
    if not places:
        return None
    (start, end), word = rng.choice(places)
    return text[:start] + rng.choice([other for other in known if other[:3] != word[:3]]) + text[end:]


def _is_name(match: re.Match[str], group: int, source: str, languages: tuple[str, str]) -> bool:
    """Whether capitals are those of a name."""
    if languages[1] == "ru" or languages[0] in ("ru", *_LANDS):
        return _FIRST.search(match.string[: match.start(group)]) is None and languages[1] != "de"
    return all(word[:5] in source for word in match[group].split())


def _found(text: str, language: str) -> list[re.Match[str]]:
    """Two names close together in a clause."""
    if language not in _LANDS:
        return list(_TWO.finditer(text))
    lands = _LANDS[language]
    blank, between = ("", r"[^，。；：、和与]{2,8}?") if language == "zh" else (r"(?<!\w)", r" (?:(?!و)\w+ ){1,4}")
    return list(re.finditer(rf"{blank}({lands})(?={between}({lands}))", text))
