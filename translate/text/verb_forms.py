"""verb_forms(): the forms of an English or Portuguese verb, by what they say of time."""

import re
from collections.abc import Mapping
from functools import cache

from translate.text.lexicon import rows

_VOWELS = "aeiouáéíóúâêô"
_SPOKEN_CONSONANT = re.compile(r"[^aeiou]y$")
_HISSING = re.compile(r"(?:s|x|z|ch|sh|o)$")
_OWN_S = {"be": "is", "have": "has"}
_OWN_PRESENT = ("am", "are")


@cache
def verb_forms(verb: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """Forms of a verb by group, each with one form at least.

    Args:
        verb: Infinitive in lower case; in English without "to".
        language: "en" or "pt".

    Returns:
        English: "base", "s", "past", "participle", "ing". Portuguese, of he and they: "infinitive", "personal"
        (infinitive), "present", "past", "pluperfect", "imperfect", "future" (and conditional), "subjunctive", "gerund",
        "participle"; and "first", what is of I and we alone.

    >>> verb_forms("strike", "en")["past"], verb_forms("pôr", "pt")["past"]
    (('struck',), ('pôs', 'puseram'))
    """
    return _english(verb) if language == "en" else _portuguese(verb)


def _english(verb: str) -> dict[str, tuple[str, ...]]:
    """The forms of an English verb."""
    irregular = {own[0]: own[1:] for row in rows("verbs")["en", "irregular"] for own in [row.split("/")]}
    doubled = verb + verb[-1] if verb in rows("verbs")["en", "doubling"] else verb
    stem = verb[:-1] + "i" if _SPOKEN_CONSONANT.search(verb) else verb
    regular = stem + "d" if verb.endswith("e") else f"{stem if stem != verb else doubled}ed"
    past, participle = irregular.get(verb, (regular, regular))
    third = _OWN_S.get(verb) or (stem + "es" if stem != verb or _HISSING.search(verb) else verb + "s")
    if verb.endswith("ie"):
        going = verb[:-2] + "ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "be")):
        going = verb[:-1] + "ing"
    else:
        going = doubled + "ing"
    base = (verb, *_OWN_PRESENT) if verb == "be" else (verb,)
    return {
        "base": base,
        "s": (third,),
        "past": (past, "were") if verb == "be" else (past,),
        "participle": (participle,),
        "ing": (going,),
    }


def _portuguese(verb: str) -> dict[str, tuple[str, ...]]:
    """The forms of a Portuguese verb; tu and vós are left out."""
    theme = "e" if verb.endswith("ôr") else verb[-2]
    present = _given("present", verb) or _present(verb)
    past = _given("preterite", verb) or _preterite(verb)
    imperfect = _given("imperfect", verb) or _imperfect(verb)
    stem = past[3].removesuffix("ram")
    plain = stem[:-1] + _plain(stem[-1:])
    base = verb.replace("ô", "o")
    future = (_given("future", verb) or (base,))[0]
    stressed = {"a": "á", "e": "é" if _given("preterite", verb) else "ê", "i": "í", "o": "ô"}
    hats = stem[:-1] + stressed.get(stem[-1:], stem[-1:])
    personal = plain.removesuffix("i") + "írem" if stem.endswith("í") else base + "em"
    he, we, they = _subjunctive(verb, present[0], theme)
    return {
        "infinitive": (verb,),
        "personal": (personal,),
        "present": present[1::2],
        "past": past[1::2],
        "pluperfect": (stem + "ra",),
        "imperfect": imperfect[1::2],
        "future": tuple(future + end for end in ("á", "ão", "ia", "iam")),
        "subjunctive": (he, they, stem + "sse", stem + "ssem", plain + "r", stem + "rem"),
        "gerund": (base[:-1] + "ndo",),
        "participle": _participles(verb),
        "first": (
            *(present[0], present[2], past[0], past[2], imperfect[2], base + "mos", hats + "ssemos", we),
            *(future + end for end in ("ei", "emos", "íamos")),
        ),
    }


def _given(kind: str, verb: str) -> tuple[str, ...]:
    """Forms that the table has for a verb or for one that it is made of; none where it has none."""
    listed = {own[0]: tuple(own[1:]) for row in rows("verbs")["pt", kind] for own in [row.split("/")]}
    if verb in listed:
        return listed[verb]
    for simple in _PREFIXED:
        before = verb.removesuffix(_plain(simple) if simple == "pôr" else simple)
        if before != verb and simple in listed and before in _prefixes():
            return tuple(_behind(before, form, simple) for form in listed[simple])
    return ()


def _behind(prefix: str, form: str, simple: str) -> str:
    """A form with a prefix: "mantém", "provém", "prevê"."""
    if simple in ("ter", "vir") and form in ("tem", "vem"):
        return prefix + form.replace("e", "é")
    return prefix + form


def _present(verb: str) -> tuple[str, ...]:
    """I, he, we, they in the present of a verb that the table lacks."""
    stem, theme = verb[:-2], verb[-2]
    if theme == "a":
        strong = _strong_a(verb)
        return strong + "o", strong + "a", stem + "amos", strong + "am"
    if verb.endswith(("uir", "air")) and not verb.endswith(("guir", "quir")):
        first = stem + ("io" if verb.endswith("air") else "o")
        return first, stem + "i", stem + "ímos", stem + "em"
    weak = strong = stem
    if _is("e_to_i", verb) or _is("e_to_i_all", verb):
        strong = _last("e", "i", stem)
        weak = strong if _is("e_to_i_all", verb) else stem
    elif _is("o_to_u", verb):
        strong = _last("o", "u", stem)
    elif _is("u_to_o", verb):
        weak = _last("u", "o", stem)
    third = weak if verb.endswith("zir") else weak + "e"
    return _hard(strong, verb) + "o", third, stem + theme + "mos", weak + "em"


def _preterite(verb: str) -> tuple[str, ...]:
    """I, he, we, they in the simple past of a verb that the table lacks."""
    stem, theme = verb[:-2], verb[-2]
    if theme == "a":
        return _soft(stem) + "ei", stem + "ou", stem + "amos", stem + "aram"
    if theme == "e":
        return stem + "i", stem + "eu", stem + "emos", stem + "eram"
    accent = "í" if stem[-1:] in "au" and not verb.endswith(("guir", "quir")) else "i"
    return stem + ("í" if accent == "í" else "i"), stem + "iu", stem + accent + "mos", stem + accent + "ram"


def _imperfect(verb: str) -> tuple[str, ...]:
    """I, he, we, they in the imperfect of a verb that the table lacks."""
    stem = verb[:-2]
    ends = ("ava", "ava", "ávamos", "avam") if verb[-2] == "a" else ("ia", "ia", "íamos", "iam")
    if verb.endswith(("uir", "air")) and not verb.endswith(("guir", "quir")):
        ends = ("ía", "ía", "íamos", "íam")
    return tuple(stem + end for end in ends)


def _subjunctive(verb: str, first: str, theme: str) -> tuple[str, ...]:
    """He, we, they in the present subjunctive: from what I do."""
    own = _given("subjunctive", verb)
    if own:
        return own
    stem = first[:-1]
    weak = stem if theme != "a" else verb[:-2]
    if theme == "a":
        return _soft(stem) + "e", _soft(weak) + "emos", _soft(stem) + "em"
    return stem + "a", weak + "amos", stem + "am"


def _participles(verb: str) -> tuple[str, ...]:
    """Past participles in their four forms."""
    stem = verb[:-2]
    accent = verb.endswith(("uir", "air")) and not verb.endswith(("guir", "quir"))
    regular = stem + ("ado" if verb[-2] == "a" else "ído" if accent else "ido")
    own = _given("participle", verb)
    listed = own if own and verb.endswith(_ONLY_IRREGULAR) else (regular, *own)
    return tuple(form for one in listed for form in agreeing(one))


def agreeing(word: str) -> tuple[str, ...]:
    """The forms of an adjective or participle: masculine and feminine, both in the plural.

    >>> agreeing("aberto"), agreeing("entregue")
    (('aberto', 'aberta', 'abertos', 'abertas'), ('entregue', 'entregues'))
    """
    if word.endswith("o"):
        return tuple(word[:-1] + end for end in ("o", "a", "os", "as"))
    return word, word + "s"


def _strong_a(verb: str) -> str:
    """The stressed stem of a verb in -ar."""
    stem = verb[:-2]
    if verb.endswith("ear"):
        return stem + "i"
    return stem[:-1] + "ei" if _is("ei", verb) else stem


def _soft(stem: str) -> str:
    """A stem in -ar as it is spelled before "e"."""
    for own, before in (("c", "qu"), ("ç", "c"), ("g", "gu")):
        if stem.endswith(own):
            return stem.removesuffix(own) + before
    return stem


def _hard(stem: str, verb: str) -> str:
    """A stem in -er or -ir as it is spelled before "o" and "a"."""
    if verb.endswith(("guir", "guer")):
        return stem[:-1]
    for own, before in (("c", "ç"), ("g", "j")):
        if stem.endswith(own):
            return stem.removesuffix(own) + before
    return stem


def _is(kind: str, verb: str) -> bool:
    """Whether a verb is inflected as one of a kind, or as that with a prefix."""
    given = rows("verbs")["pt", kind]
    return any(verb == own or (verb.endswith(own) and verb.removesuffix(own) in _prefixes()) for own in given)


def _prefixes() -> tuple[str, ...]:
    """What may stand before a verb that is inflected without it."""
    return rows("verbs")["pt", "prefix"]


def _last(old: str, new: str, stem: str) -> str:
    """A stem with its last such vowel changed."""
    place = stem.rfind(old)
    return stem[:place] + new + stem[place + 1 :]


def _plain(form: str) -> str:
    """A form whose last vowel has lost its accent, as where an ending follows."""
    return form.translate(str.maketrans("êáéíôó", "eaeioo"))


_PREFIXED = (
    "ter", "vir", "ver", "pôr", "fazer", "dizer", "trazer", "querer", "abrir", "cobrir", "pedir", "medir", "perder",
    "valer", "ler", "construir", "prender", "escrever", "eleger",
)  # fmt: skip
_ONLY_IRREGULAR = ("fazer", "dizer", "ver", "pôr", "por", "vir", "abrir", "cobrir", "escrever")
