"""What sets the Portuguese of Portugal and of Brazil apart beyond words: gerunds, possessives, figures, months."""

import re
from collections.abc import Callable
from functools import partial
from itertools import chain

from translate.text.changes import Change

_BEING = (
    "estou está estamos estão estava estávamos estavam esteve estiveram estará estarão estaria estariam esteja estejam "
    "estivesse estivessem estar estado"
)
_PERIPHRASES = _BEING + (
    " continua continuam continuou continuaram continuava continuavam continuará "
    "continuarão continuaria continuar continue continuem"
)
_BETWEEN = "agora também ainda já apenas sempre realmente atualmente simplesmente não"
_PRONOUNS = "se me nos lhe lhes te"
_GERUND = re.compile(
    rf"(?<![\w-])((?:{'|'.join(_PERIPHRASES.split())})(?:\s+(?:{'|'.join(_BETWEEN.split())}))?)\s+"
    rf"(?:({'|'.join(_PRONOUNS.split())})\s+)?(\w*[aei])ndo(-(?:se|me|o|a|os|as|lhe|lhes|nos))?(?![\w-])",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    rf"(?<![\w-])({'|'.join(_BEING.split())})\s+a\s+(\w+[aei])r(?:-(se|me|lhe|lhes))?(?![\w-])", re.IGNORECASE
)
_NOT_GERUNDS = frozenset(("segu", "qua", "comanda", "agenda", "lenda", "estupe", "reveren", "horre"))
_POSSESSIVE = re.compile(
    r"(?<![\w-])(de|em|por|com|para|sobre|contra|entre|que|após|desde|até|durante|sob|sem|todos|todas|apenas"
    r"|a(?=\s+(?:seus?|suas)\b))\s+(seus?|suas?)(?=\s+[a-zà-ÿ])"
)
_CONTRACTED = {"de": "d", "em": "n", "por": "pel"}
_IDIOM = re.compile(r"(?:por suas? vez|por seu (?:lado|turno)|a seu ver|de seu nome|em sua direção)\b", re.IGNORECASE)
_KIN = re.compile(r"\s+(?:mãe|pai)\b")
_BARE_POSSESSIVE = re.compile(
    r"(?<![\w-])(\w{3,}(?:ou|ar|er|ir|am|em|ndo|iu|eu|ava|ia|am))\s+(seus?|suas?)(?=\s+[a-zà-ÿ])"
)
_FIRST_POSSESSIVE = re.compile(r"()\A(Seus?|Suas?)(?=\s+[a-zà-ÿ])")
_SUBJECT = re.compile(r"(?:\A|(?<=[.!?] ))(Ele|Ela|Eles|Elas|Eu|Isso|Isto)\s+(se|me|lhe|lhes)\s+(\w+)(?![\w-])")
_TWO_VERBS = re.compile(
    r"(?<![\w-])(vai|vão|ia|iam|pode|podem|podia|podiam|deve|devem|devia|deviam|quer|querem|queria|queriam|"
    r"poderia|poderiam|deveria|deveriam)\s+(se|me|lhe|lhes)\s+(\w+[aei]r|pôr)(?![\w-])",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"(?:rá|rão|rei|remos|ria|riam|ríamos)\Z")
_ORDINAL = re.compile(r"(?<![\w.])(n|\d{1,4})\.?(os|as|o|a|ºs|ªs|º|ª)(?=[\s,;:)]|\.?$)")
_THOUSANDS = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?![\w]|[.]\d)")
_MONTHS = re.compile(
    r"(?<=\bde )(Janeiro|Fevereiro|Março|Abril|Maio|Junho|Julho|Agosto|Setembro|Outubro|Novembro|Dezembro)(?= de \d{4})"
)
_NO_BREAK = "\u00a0"


def towards_portugal() -> tuple[Callable[[str], tuple[Change, ...]], ...]:
    """The rules of pt-PT, in order."""
    return (infinitives, articles, pronouns, ordinals, months, thousands)


def towards_brazil() -> tuple[Callable[[str], tuple[Change, ...]], ...]:
    """The rules of pt-BR, in order."""
    return (gerunds, partial(ordinals, dot=""), months)


def infinitives(text: str) -> tuple[Change, ...]:
    """ "está fazendo" as "está a fazer", a pronoun behind it: "está se tornando" as "está a tornar-se"."""
    found = []
    for match in _GERUND.finditer(text):
        verb, pronoun, stem, enclitic = match.groups()
        if stem.lower() in _NOT_GERUNDS:
            continue
        attached = f"-{pronoun.lower()}" if pronoun else enclitic or ""
        infinitive = _infinitive(stem, attached)
        if infinitive is not None:
            found.append(Change(*match.span(), f"{verb} a {infinitive}"))
    return tuple(found)


def gerunds(text: str) -> tuple[Change, ...]:
    """ "está a fazer" as "está fazendo", a pronoun before it: "está a tornar-se" as "está se tornando"."""
    found = []
    for match in _INFINITIVE.finditer(text):
        verb, stem, pronoun = match.groups()
        found.append(Change(*match.span(), f"{verb} {pronoun + ' ' if pronoun else ''}{stem}ndo"))
    return tuple(found)


def _infinitive(stem: str, attached: str) -> str | None:
    """The infinitive of a gerund without its "ndo", with a pronoun; None where a letter would have to give way."""
    if attached in ("-o", "-a", "-os", "-as"):
        return stem[:-1] + {"a": "á", "e": "ê", "i": "i"}[stem[-1].lower()] + "-l" + attached[1:]
    return stem + "r" + attached


def articles(text: str) -> tuple[Change, ...]:
    """ "de seu país" as "do seu país": possessives with their article behind a preposition or a verb."""
    found = []
    every = (pattern.finditer(text) for pattern in (_FIRST_POSSESSIVE, _POSSESSIVE, _BARE_POSSESSIVE))
    for match in chain.from_iterable(every):
        before, own = match[1], match[2].lower()
        if _KIN.match(text, match.end()) or _IDIOM.match(text, match.start()):
            continue
        article = {"seu": "o", "sua": "a", "seus": "os", "suas": "as"}[own]
        if before == "a":
            joined = {"o": "ao", "a": "à", "os": "aos", "as": "às"}[article]
        elif before in _CONTRACTED:
            joined = _CONTRACTED[before] + article
        else:
            joined = f"{before} {article}" if before else article.upper() if len(article) == 1 else article.capitalize()
        found.append(Change(*match.span(), f"{joined} {own}"))
    return _disjoint(found)


def pronouns(text: str) -> tuple[Change, ...]:
    """ "Ele se tornou" as "Ele tornou-se", "pode se tornar" as "pode tornar-se"."""
    found = []
    for match in _SUBJECT.finditer(text):
        subject, pronoun, verb = match.groups()
        if not _FUTURE.search(verb) and not verb.endswith("mos"):
            found.append(Change(*match.span(), f"{subject} {verb}-{pronoun}"))
    for match in _TWO_VERBS.finditer(text):
        first, pronoun, verb = match.groups()
        found.append(Change(*match.span(), f"{first} {verb}-{pronoun}"))
    return _disjoint(found)


def _disjoint(changes: list[Change]) -> tuple[Change, ...]:
    """The changes in order without those that overlap one before."""
    found: list[Change] = []
    for change in sorted(changes):
        if not found or found[-1].end <= change.start:
            found.append(change)
    return tuple(found)


def ordinals(text: str, dot: str = ".") -> tuple[Change, ...]:
    """ "artigo 2.o" and "artigo 2º" as "artigo 2.º", "n.o" as "n.º"; without the dot for Brazil."""
    found = []
    for match in _ORDINAL.finditer(text):
        before, ending = match.groups()
        raised = {"o": "º", "a": "ª"}.get(ending[0], ending[0]) + ending[1:]
        plain = ending[0] in "oa"
        sure = plain and "." in match[0]
        if match[0] != f"{before}{dot}{raised}" and (sure or (before != "n" and _is_provision(text[: match.start()]))):
            found.append(Change(*match.span(), f"{before}{dot}{raised}"))
    return tuple(found)


def _is_provision(before: str) -> bool:
    """Whether a number stands behind what is numbered with ordinals: a degree is none."""
    return re.search(r"(?:artigos?|parágrafos?|n)\.?\s*$", before, re.IGNORECASE) is not None


def months(text: str) -> tuple[Change, ...]:
    """Months with a small initial: "5 de Março de 2020" as "5 de março de 2020"."""
    return tuple(Change(*match.span(), match[0].lower()) for match in _MONTHS.finditer(text))


def thousands(text: str) -> tuple[Change, ...]:
    """ "12.500" as "12 500", with a space at which no line breaks."""
    return tuple(Change(*match.span(), match[0].replace(".", _NO_BREAK)) for match in _THOUSANDS.finditer(text))
