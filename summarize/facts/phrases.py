"""The whole phrase that names who must or may: "approval authorities of the Member States", and not "authorities"."""

import re

from summarize.facts.obligations import Obligation
from summarize.facts.spans import Span
from translate.text.lexicon import pattern

_MOST_WORDS = 14
"""Of a phrase; a longer one is cut back to the name, as its end cannot be told."""
_LOOSE = re.compile(
    r"(?:\s|,|\b(?:não|no|ne|n[’']|not|also|ainda|também|sempre|se|lhe|lhes|só|apenas|then|only|hereby|en|y|les?|lo|la|que)\b)*$",
    re.IGNORECASE,
)
_FREE = re.compile(r"(?:quem|quien(?:es)?|quiconque|whoever|anyone|aquele|aqueles|celui|ceux)\b", re.IGNORECASE)
_COMPLEMENT = re.compile(
    r"(?:\s(?:públic[oa]s?|competentes?|compétente?s?))?"
    r"(?:\s(?:de|do|da|dos|das|of|of the|del|de la|de los|de las|du|des|de l[’']|d[’'])(?:\s|(?<=[’']))"
    r"(?!\d)[^\s,;.()]+)*"
)
_BEFORE = re.compile(r"(?:[^\s,;:.()]+\s)*$")
_THE = re.compile(r"(?:the|les?|la|los|las|el|os?|as?)\s", re.IGNORECASE)
_MARK = re.compile(r"[,;:()–—]")
# "custodyThe" is two sentences that a file has run together.
_WHOLE = re.compile(r"[A-Z]?[a-z’'-]+|[A-Z-]+|[A-Z][a-z]*-[A-Z]?[a-z]+")


def who_phrase(text: str, language: str, duty: Obligation) -> Span:
    """Where the whole phrase stands, without its article; the name alone where the phrase cannot be told."""
    start, end = duty.actor
    if start == end:
        return duty.actor
    article = _THE.match(text, start)
    start = article.end() if article and article.end() < end else start
    start = _opened(text, start, language) if language == "en" else start
    free = _FREE.match(text, start)
    mark = None if free else _MARK.search(text, end, duty.verb[0])
    listed = mark and mark[0] == "," and _listed(text, language, end, duty.verb[0])
    if duty.verb[0] < end or (mark and not listed):
        complement = _COMPLEMENT.match(text, end)
        return start, complement.end() if complement else end
    edge = duty.verb[0]
    relative = pattern("facts", language, "relative")
    described = relative.search(text, end, edge) if relative and not free else None
    edge = described.start() if described else edge
    edge = start + len(_LOOSE.sub("", text[start:edge]))
    kinds = (("modals", language, "obligation"), ("facts", language, "permits"), ("facts", language, "plain"))
    modals = [pattern(*kind) for kind in kinds]
    joins = pattern("facts", language, "coordinate")
    last = text[start:edge].split()[-1:]
    if last and joins and joins.fullmatch(last[0]):
        return start, end  # "the Assembly initiates studies and makes"
    if any(modal and modal.search(text, end, edge) for modal in modals):
        return start, end
    return (start, edge) if edge > end and len(text[start:edge].split()) <= _MOST_WORDS else (start, end)


def _listed(text: str, language: str, start: int, end: int) -> bool:
    """Whether commas between a name and its verb join more names: "the owner, the operator and the State"."""
    joins, inserts = pattern("facts", language, "coordinate"), pattern("facts", language, "inserts")
    parts = re.split(r",\s*", text[start:end])
    last = bool(joins and joins.search(parts[-1]))
    return last and not any(inserts and inserts.match(part) and not (joins and joins.match(part)) for part in parts[1:])


def _opened(text: str, start: int, language: str) -> int:
    """Where an English phrase starts: its adjectives stand before the name."""
    article, other = (pattern("facts", language, kind) for kind in ("article", "describes"))
    determiner = pattern("facts", language, "determiner")
    before = _BEFORE.search(text[:start])
    words = before[0].split() if before and not (article and article.match(text, start)) else []
    kept: list[str] = []
    for word in reversed(words):
        if any(kind and kind.fullmatch(word) for kind in (article, other, determiner)) or not _WHOLE.fullmatch(word):
            break
        kept.append(word)
    if len(kept) > _ADJECTIVES or not kept:
        return start
    return text.rfind(kept[-1], 0, start)


_ADJECTIVES = 4
"""Words before a name that may describe it; before more stands something else."""
