"""Bounds, days, countries, money and scales turned into others, with words of their own."""

import random
import re

_BOUNDS: dict[str, list[tuple[str, str]]] = {
    "en": [
        ("at least", "at most"), ("not less than", "not more than"), ("before", "after"), ("prior to", "following"),
        ("unless", "if"), ("all", "some"), ("every", "some"), ("more than", "less than"), ("with", "without"),
        ("in favour of", "against"), ("rose", "fell"), ("increase", "decrease"), ("increased", "decreased"),
        ("higher than", "lower than"), ("the majority of", "a minority of"),
    ],
    "pt": [
        ("pelo menos", "no máximo"), ("antes", "depois"), ("após", "antes de"), ("a menos que", "se"),
        ("todos os", "alguns"), ("todas as", "algumas"), ("mais de", "menos de"), ("com", "sem"),
        ("a favor", "contra"), ("aumentou", "diminuiu"), ("aumento", "redução"), ("subiu", "desceu"),
        ("superior a", "inferior a"), ("a maioria", "a minoria"),
    ],
    "es": [
        ("al menos", "como máximo"), ("antes", "después"), ("tras", "antes de"), ("a menos que", "si"),
        ("todos los", "algunos"), ("todas las", "algunas"), ("más de", "menos de"), ("con", "sin"),
        ("a favor", "en contra"), ("aumentó", "disminuyó"), ("aumento", "reducción"), ("subió", "bajó"),
        ("superior a", "inferior a"), ("la mayoría", "la minoría"),
    ],
    "fr": [
        ("au moins", "au plus"), ("avant", "après"), ("à moins que", "si"), ("tous les", "quelques"),
        ("toutes les", "quelques"), ("plus de", "moins de"), ("avec", "sans"), ("en faveur", "contre"),
        ("augmenté", "diminué"), ("hausse", "baisse"), ("supérieur à", "inférieur à"), ("la plupart", "peu"),
    ],
    "de": [
        ("mindestens", "höchstens"), ("nachdem", "bevor"), ("es sei denn", "wenn"), ("alle", "einige"),
        ("mehr als", "weniger als"), ("mit", "ohne"), ("gestiegen", "gesunken"), ("stieg", "sank"),
        ("Anstieg", "Rückgang"), ("die Mehrheit", "die Minderheit"),
    ],
    "it": [
        ("almeno", "al massimo"), ("prima", "dopo"), ("a meno che", "se"), ("tutti i", "alcuni"),
        ("tutte le", "alcune"), ("più di", "meno di"), ("con", "senza"), ("a favore", "contro"),
        ("aumentato", "diminuito"), ("aumento", "calo"),
        ("superiore a", "inferiore a"), ("la maggioranza", "la minoranza"),
    ],
    "ru": [
        ("не менее", "не более"), ("по крайней мере", "максимум"), ("после", "до"), ("перед", "после"),
        ("если", "если не"), ("все", "некоторые"), ("всех", "некоторых"), ("более", "менее"), ("без", "с"),
        ("выросла", "упала"), ("рост", "падение"), ("большинство", "меньшинство"),
    ],
    "zh": [
        ("至少", "至多"), ("不少于", "不多于"), ("之前", "之后"), ("除非", "如果"), ("所有", "一些"), ("超过", "不到"),
        ("没有", "有"), ("支持", "反对"), ("增加", "减少"), ("上涨", "下跌"), ("大多数", "少数"),
    ],
    "ar": [
        ("على الأقل", "على الأكثر"), ("قبل", "بعد"), ("ما لم", "إذا"), ("جميع", "بعض"), ("أكثر من", "أقل من"),
        ("بدون", "مع"), ("لصالح", "ضد"), ("ارتفع", "انخفض"), ("زيادة", "انخفاض"), ("معظم", "بعض"),
    ],
}  # fmt: skip
_ONE_WAY = frozenset({"se", "si", "wenn", "если", "если не", "до", "с", "有", "بعض", "peu", "quelques", "some"})
"""Words that mean other things too, so that they are put in and never taken out."""
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "ru": "понедельник вторник среду четверг пятницу субботу воскресенье",
    "zh": "周一 周二 周三 周四 周五 周六 周日",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}
_LANDS = {
    "en": "Russia China India Germany France Spain Italy Japan Brazil Mexico Indonesia Australia Turkey Canada Greece "
    "Russian Chinese Indian German French Spanish Italian Japanese Brazilian Mexican Indonesian Australian",
    "pt": "Rússia China Índia Alemanha França Espanha Itália Japão Brasil México Indonésia Austrália Turquia Grécia "
    "russo chinês indiano alemão francês espanhol italiano japonês brasileiro mexicano indonésio australiano",
    "es": "Rusia China India Alemania Francia España Italia Japón Brasil México Indonesia Australia Turquía Grecia "
    "ruso chino indio alemán francés español italiano japonés brasileño mexicano indonesio australiano",
    "fr": "Russie Chine Inde Allemagne France Espagne Italie Japon Brésil Mexique Indonésie Australie Turquie Grèce "
    "russe chinois indien allemand français espagnol italien japonais brésilien mexicain indonésien australien",
    "de": "Russland China Indien Deutschland Frankreich Spanien Italien Japan Brasilien Mexiko Indonesien Australien "
    "russische chinesische indische deutsche französische spanische italienische japanische brasilianische",
    "it": "Russia Cina India Germania Francia Spagna Italia Giappone Brasile Messico Indonesia Australia Turchia "
    "russo cinese indiano tedesco francese spagnolo italiano giapponese brasiliano messicano indonesiano",
    "ru": "Россия Россию Китай Индия Индии Германия Германии Франция Франции Испания Италия Япония Бразилия Мексика "
    "российский китайский индийский немецкий французский испанский итальянский японский бразильский",
    "zh": "俄罗斯 中国 印度 德国 法国 西班牙 意大利 日本 巴西 墨西哥 澳大利亚 土耳其 加拿大 希腊",
    "ar": "روسيا الصين الهند ألمانيا فرنسا إسبانيا إيطاليا اليابان البرازيل المكسيك أستراليا تركيا كندا اليونان",
}
_MONEY = {
    "en": "dollars euros pounds roubles yuan", "pt": "dólares euros libras rublos iuanes",
    "es": "dólares euros libras rublos yuanes", "fr": "dollars euros livres roubles yuans",
    "de": "Dollar Euro Pfund Rubel Yuan", "it": "dollari euro sterline rubli yuan",
    "ru": "долларов евро фунтов рублей юаней", "zh": "美元 欧元 英镑 卢布 日元",
    "ar": "دولار يورو جنيه روبل ين",
}  # fmt: skip
_SCALE = {
    "en": [("million", "billion"), ("billion", "million"), ("thousand", "million")],
    "pt": [("mil milhões", "milhões"), ("milhões", "mil milhões"), ("mil", "milhões")],
    "es": [("mil millones", "millones"), ("millones", "mil millones"), ("mil", "millones")],
    "fr": [("millions", "milliards"), ("milliards", "millions")],
    "de": [("Millionen", "Milliarden"), ("Milliarden", "Millionen")],
    "it": [("milioni", "miliardi"), ("miliardi", "milioni")],
    "ru": [("млн", "млрд"), ("миллионов", "миллиардов"), ("миллиона", "миллиарда"), ("миллиардов", "миллионов")],
    "zh": [("万", "亿"), ("亿", "万")],
    "ar": [("مليون", "مليار"), ("مليار", "مليون")],
}
_PERCENT = (
    r"(?<=\d)\s*(?:[%٪％]|per ?cent\b|por cento\b|por ciento\b|pour cent\b|Prozent\b|per cento\b|процент\w*|في المائة)"
)


NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]{3,}(?!\w)")
"""A word with a capital inside a sentence, in Latin letters."""


def other_name(source: str, text: str, names: tuple[str, ...], rng: random.Random) -> str | None:
    """The text with another of these names in the place of one that stands in the source; None where none does."""
    places = [m.span() for m in NAME.finditer(text) if re.search(rf"\b{m[0]}\b", source)]
    if not places:
        return None
    start, end = rng.choice(places)
    return text[:start] + rng.choice([name for name in names if name[:3] != text[start : start + 3]]) + text[end:]


def turn_bound(text: str, language: str, rng: random.Random) -> str | None:
    """The text with one bound, one word of scope or direction turned into its opposite; None where it has none."""
    pairs = _BOUNDS.get(language, [])
    back = [(after, before) for before, after in pairs if after not in _ONE_WAY]
    return _put(text, language, pairs + back, rng)


def other_day(text: str, language: str, rng: random.Random) -> str | None:
    """The text with another day of the week; None where it names none."""
    return _put(text, language, _others(_DAYS, language, rng), rng)


def other_country(text: str, language: str, rng: random.Random) -> str | None:
    """The text with another country, or another people; None where none of the commonest is named."""
    names = _LANDS.get(language, "").split()
    half = next((i for i, name in enumerate(names) if i and name[0].islower()), len(names))
    if language == "en":
        half = 15
    groups = {language: " ".join(names[:half])}, {language: " ".join(names[half:])}
    return _put(text, language, [pair for group in groups for pair in _others(group, language, rng)], rng)


def other_money(text: str, language: str, rng: random.Random) -> str | None:
    """The text with an amount in another currency, by its name or sign; None where it has none."""
    signs = [("$", "€"), ("£", "$"), ("€", "£")]
    return _put(text, language, _others(_MONEY, language, rng) + signs, rng)


def other_scale(text: str, language: str, rng: random.Random) -> str | None:
    """The text with a number in digits in another scale; None where it has none."""
    pairs = [(f"{before}", after) for before, after in _SCALE.get(language, [])]
    places = [
        (match.span(1), after)
        for before, after in pairs
        for match in re.finditer(rf"\d[\s\u00a0]?({re.escape(before)})(?!\w)", text)
    ]
    return _at(text, places, rng)


def lose_percent(text: str, language: str, rng: random.Random) -> str | None:
    """The text with one number that is no longer per cent; None where it has none."""
    return _at(text, [(match.span(), "") for match in re.finditer(_PERCENT, text)], rng)


def keep_source(source: str, text: str, languages: tuple[str, str], rng: random.Random) -> str | None:
    """The text with six to nine words of the source in a row in the place of as many; None where one is short."""
    blank = "" if languages[0] == "zh" else " "
    own = list(source) if languages[0] == "zh" else source.split()
    words = list(text) if languages[1] == "zh" else text.split()
    size = rng.randint(6, 9)
    if len(own) <= size + 2 or len(words) <= size + 2:
        return None
    start, place = rng.randrange(len(own) - size), rng.randrange(len(words) - size)
    kept = blank.join(own[start : start + size])
    joint = "" if languages[1] == "zh" else " "
    return joint.join([*words[:place], kept, *words[place + size :]])


def _others(names: dict[str, str], language: str, rng: random.Random) -> list[tuple[str, str]]:
    """Each name with another of its language."""
    known = names.get(language, "").split()
    return [(name, rng.choice([other for other in known if other != name])) for name in known]


def _put(text: str, language: str, pairs: list[tuple[str, str]], rng: random.Random) -> str | None:
    """The text with one of the first words in the place of its second."""
    left, right = ("", "") if language == "zh" else (r"(?<!\w)", r"(?!\w)")
    places = [
        (match.span(), after)
        for before, after in pairs
        for match in re.finditer(re.escape(before) if before in "$€£" else left + re.escape(before) + right, text)
    ]
    return _at(text, places, rng)


def _at(text: str, places: list[tuple[tuple[int, int], str]], rng: random.Random) -> str | None:
    """The text with one of the places changed."""
    if not places:
        return None
    (start, end), new = rng.choice(places)
    return text[:start] + new + text[end:]
