"""Dropped and added negations, changed obligations."""

import random
import re

Rule = tuple[str, str]

_DROP: dict[str, list[Rule]] = {
    "en": [
        (r"\b(do|does|did) not\b ", ""),
        (r"\b(don't|doesn't|didn't|don’t|doesn’t|didn’t) ", ""),
        (r"\b(\w+)n['’]t\b", r"\1"),
        (r"\bcannot\b", "can"),
        (r"\bnot ", ""),
        (r"\bnever\b", "always"),
        (r"\bno longer\b", "still"),
        (r"\b[Nn]o (?=[a-z])", "some "),
        (r"\b[Nn]obody\b|\b[Nn]o one\b", "everyone"),
        (r"\b[Nn]othing\b", "everything"),
        (r"\b[Nn]one\b", "all"),
    ],
    "pt": [
        (r"\b[Nn]ão ", ""),
        (r"\b[Nn]unca\b", "sempre"),
        (r"\b[Nn]enhum(a?)\b", r"algum\1"),
        (r"\b[Nn]inguém\b", "alguém"),
        (r"\b[Nn]ada\b", "tudo"),
    ],
    "es": [
        (r"\b[Nn]o ", ""),
        (r"\b[Nn]unca\b|\b[Jj]amás\b", "siempre"),
        (r"\b[Nn]ingun([oa])\b", r"algun\1"),
        (r"\b[Nn]ingún\b", "algún"),
        (r"\b[Nn]adie\b", "alguien"),
        (r"\b[Nn]ada\b", "todo"),
    ],
    "fr": [
        (r"\b[Nn]e (\w+) (?:pas|jamais|plus|rien)\b", r"\1"),
        (r"\b[Nn]['’](\w+) (?:pas|jamais|plus|rien)\b", r"\1"),
        (r"\b[Nn]ul(le)? (\w+) ne\b", r"tout \2"),
        (r"\b[Aa]ucune? (\w+) (ne |n['’])", r"tout \1 "),
        (r"\b[Nn]e pas ", ""),
    ],
    "de": [
        (r"\b[Nn]icht mehr\b", "noch"),
        (r"\b[Nn]icht ", ""),
        (r"\b([Kk])ein(e|en|em|er|es)?\b", r"ein\2"),
        (r"\b[Nn]ie(?:mals)?\b", "immer"),
        (r"\b[Nn]iemand(em|en)?\b", "jeder"),
        (r"\b[Nn]ichts\b", "alles"),
    ],
    "it": [
        (r"\b[Nn]on ", ""),
        (r"\b[Nn]essun([oa]?)\b", r"qualcun\1"),
    ],
    "ru": [
        (r"\b[Нн]е ", ""),
        (r"\b[Нн]ет\b", "есть"),
        (r"\b[Нн]икогда\b", "всегда"),
        (r"\b[Нн]ельзя\b", "можно"),
    ],
    "zh": [
        (r"没有", "有"),
        (r"不(?=[能会得应要是可愿想需允准许该])", ""),
        (r"并不", "并"),
        (r"从未", "曾"),
        (r"无法", "可以"),
        (r"尚未", "已"),
        (r"未(?=[能经有])", ""),
    ],
    "ar": [
        (r"(?<!\w)لا (?!يزال|تزال)", ""),
        (r"(?<!\w)لم ", ""),
        (r"(?<!\w)لن ", ""),
        (r"(?<!\w)ليس(?:ت)? ", ""),
    ],
}

_ADD: dict[str, Rule] = {
    "en": (r"\b(is|are|was|were|will|can|could|should|shall|must|may|would|has|have) ", r"\1 not "),
    "pt": (r"\b(é|são|foi|foram|será|pode|podem|deve|devem|está|estão|tem|têm|vai) ", r"não \1 "),
    "es": (r"\b(es|son|fue|fueron|será|puede|pueden|debe|deben|está|están|tiene|tienen|va) ", r"no \1 "),
    "fr": (r"\b(sera|peut|peuvent|doit|doivent|fait|font|reste|devient) ", r"ne \1 pas "),
    "de": (r"\b(ist|sind|war|waren|wird|werden|kann|können|soll|muss|hat|haben) ", r"\1 nicht "),
    "it": (r"\b(è|sono|fu|sarà|può|possono|deve|devono|ha|hanno|sta) ", r"non \1 "),
    "ru": (r"\b(был|была|было|были|будет|будут|может|могут|должен|должны|является) ", r"не \1 "),
    "zh": (r"(?<![不没])(能够|应当|可以|应该|将会|需要)", r"不\1"),
    "ar": (r"(?<!\w)(يمكن|يجب|يوجد|يكون|تكون|يعتبر) ", r"لا \1 "),
}

# Strong to weak and weak to strong, in the words of treaties.
_STRENGTH: dict[str, list[Rule]] = {
    "en": [
        (r"\bshall\b(?! not)", "may"),
        (r"\bmust\b(?! not)", "may"),
        (r"\bmay\b(?! not)", "shall"),
        (r"\bshould\b(?! not)", "must"),
    ],
    "fr": [
        (r"(?<!ne )\bdoit\b", "peut"),
        (r"(?<!ne )\bdoivent\b", "peuvent"),
        (r"(?<!ne )\bdevra\b", "pourra"),
        (r"(?<!ne )\bdevront\b", "pourront"),
        (r"(?<!ne )\bpeut\b", "doit"),
        (r"(?<!ne )\bpeuvent\b", "doivent"),
        (r"(?<!ne )\bpourra\b", "devra"),
        (r"(?<!ne )\bpourront\b", "devront"),
    ],
    "es": [
        (r"(?<!no )\bdeberá\b", "podrá"),
        (r"(?<!no )\bdeberán\b", "podrán"),
        (r"(?<!no )\bdebe\b", "puede"),
        (r"(?<!no )\bdeben\b", "pueden"),
        (r"(?<!no )\bpodrá\b", "deberá"),
        (r"(?<!no )\bpodrán\b", "deberán"),
        (r"(?<!no )\bpuede\b", "debe"),
        (r"(?<!no )\bpueden\b", "deben"),
    ],
    "ru": [
        (r"(?<!не )\bдолж(?:ен|на|но)\b", "может"),
        (r"(?<!не )\bдолжны\b", "могут"),
        (r"(?<!не )\bобязан[аоы]?\b", "вправе"),
        (r"\bможет\b", "должен"),
        (r"\bмогут\b", "должны"),
        (r"\bвправе\b", "обязан"),
    ],
    "zh": [
        (r"(?<!不)应(?![用急对邀该])", "得"),
        (r"必须", "可以"),
        (r"(?<![不取获使觉])得(?!到|以|失|出|知)", "应"),
        (r"(?<!不)可以", "必须"),
    ],
    "ar": [
        (r"(?<!\w)(?<!لا )يجب\b", "يجوز"),
        (r"(?<!\w)(?<!لا )ينبغي\b", "يجوز"),
        (r"(?<!\w)(?<!لا )يجوز\b", "يجب"),
        (r"(?<!\w)(?<!لا )يمكن\b", "يجب"),
        (r"(?<!\w)(?<!لا )على (?=كل|جميع)", "يجوز ل"),
    ],
    "pt": [
        (r"(?<!não )\bdeverá\b", "poderá"),
        (r"(?<!não )\bdeverão\b", "poderão"),
        (r"(?<!não )\bdeve\b", "pode"),
        (r"(?<!não )\bdevem\b", "podem"),
        (r"(?<!não )\bpoderá\b", "deverá"),
        (r"(?<!não )\bpode\b", "deve"),
        (r"(?<!não )\bpodem\b", "devem"),
    ],
    "de": [
        (r"\bmuss\b(?! nicht| kein)", "kann"),
        (r"\bmüssen\b(?! nicht| kein)", "können"),
        (r"\bkann\b(?! nicht| kein)", "muss"),
        (r"\bkönnen\b(?! nicht| kein)", "müssen"),
    ],
    "it": [
        (r"(?<!non )\bdeve\b", "può"),
        (r"(?<!non )\bdevono\b", "possono"),
        (r"(?<!non )\bdovrà\b", "potrà"),
        (r"(?<!non )\bpuò\b", "deve"),
        (r"(?<!non )\bpossono\b", "devono"),
    ],
}

# What says in the source that a negation or a modal of the reference answers one of the source.
_NEGATES: dict[str, str] = {
    "en": r"\b(?:not|no|never|cannot|nobody|nothing|none|neither)\b|n['’]t\b",
    "pt": r"\b(?:não|nunca|jamais|ninguém|nada|nem|nenhuma?)\b",
    "es": r"\b(?:no|nunca|jamás|nadie|nada|ni|ning[uú]n[oa]?)\b",
    "fr": r"\bn(?:e\b|['’])|\b(?:jamais|aucune?|nul(?:le)?)\b",
    "de": r"\b(?:nicht|nie|niemals|niemand|nichts|kein\w*)\b",
    "it": r"\b(?:non|mai|nessun\w*|nulla|niente)\b",
    "ru": r"\b(?:не|нет|никогда|никто|ничего|нельзя|ни)\b",
    "zh": r"不[能会得应要是可愿想需允准许该]|没|并[不非]|[从尚]未|无法|未[能经有]",
    "ar": r"(?<!\w)و?(?:لا|لم|لن|ليس|ليست)(?!\w)",
}
_CLAUSE_END = r"[,;:.!?()，。；：、！？،؛؟—–]"
_OBLIGES: dict[str, str] = {"en": r"\b(?:shall|must|may|should)\b"}


def drop_negation(source: str, text: str, languages: tuple[str, str], rng: random.Random) -> str | None:
    """The text with one negation left out; None where the source or the text has none.

    Where a clause negates twice ("no hay nadie") it still negates without one of them: such a change is not made.
    """
    if not _says(source, languages[0], _NEGATES):
        return None
    changed = _changed(text, _DROP.get(languages[1], []), rng)
    if changed is None:
        return None
    clauses = [re.split(_CLAUSE_END, version) for version in (text, changed)]
    pairs = zip(*clauses, strict=False)
    still = any(before != after and _says(after, languages[1], _NEGATES) for before, after in pairs)
    return None if still else changed


def add_negation(source: str, text: str, languages: tuple[str, str], rng: random.Random) -> str | None:
    """The text with one negation put in; None where either side negates already or no verb is known."""
    if _says(source, languages[0], _NEGATES) or _says(text, languages[1], _NEGATES) or languages[1] not in _ADD:
        return None
    return _changed(text, [_ADD[languages[1]]], rng)


def change_obligation(source: str, text: str, languages: tuple[str, str], rng: random.Random) -> str | None:
    """The text with one modal made weaker or stronger; None where the source or the text has none."""
    if languages[0] in _OBLIGES and not _says(source, languages[0], _OBLIGES):
        return None
    return _changed(text, _STRENGTH.get(languages[1], []), rng)


def _says(text: str, language: str, patterns: dict[str, str]) -> bool:
    """Whether a text matches its language's pattern."""
    return language in patterns and re.search(patterns[language], text, re.IGNORECASE) is not None


def _changed(text: str, rules: list[Rule], rng: random.Random) -> str | None:
    """The text with one rule applied at one of the places where one matches; None where none does."""
    taken: list[tuple[int, int]] = []
    places: list[tuple[re.Match[str], str]] = []
    for expression, replacement in rules:
        for match in re.finditer(expression, text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                places.append((match, replacement))
    if not places:
        return None
    match, replacement = rng.choice(places)
    changed = text[: match.start()] + match.expand(replacement) + text[match.end() :]
    return changed if changed != text else None
