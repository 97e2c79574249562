"""Where people and bodies stand in a sentence. Rules and lexicons, nothing learned."""

import re

from translate.text.lexicon import pattern, rows
from translate.text.repeated import repeated

Span = tuple[int, int]

CLAUSE = re.compile(r"(?:[;；:：。!?؛]|\.(?=\s+[^\W\d_a-zà-ÿ]|\s*$))\s*")
"""Where a clause ends: a point between digits, or in "n.º 2" and "art. 5", ends none."""

# A body's name goes on after its first noun: "Autoridade para a Proteção dos Dados", "Assembleia Nacional".
_CONNECTOR = (
    r"(?:of(?: the)?|for(?: the)?|on(?: the)?|d[aeo]s?|para [ao]s?|de(?: la| los| las| l’|l)|du|des|pour la|pour l’|"
    r"del(?:la|lo|le)?|dei|degli|der|des|für(?: den| die| das)?)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NAME_GOES_ON = re.compile(
    rf"(?:\s(?i:{_CONNECTOR})\s{_CAPITAL}(?:\s{_CAPITAL})*(?:\s(?:and|e|et|y|und|ed)\s{_CAPITAL}(?!\s(?:of|d[aeo]))){{0,2}})+"
)
_ADJECTIVE_BEHIND = re.compile(rf"(?:\s{_CAPITAL})+")
_NAMED_BEFORE = re.compile(rf"(?<=\S )(?:{_CAPITAL}\s)+$")
_ACRONYM = re.compile(r"(?<![\w.-])[A-Z][A-Z-]{1,8}[A-Z](?![\w-])")
_ADJECTIVES_BEHIND = frozenset({"pt", "es", "fr", "it"})


@repeated
def actors(text: str, language: str) -> list[Span]:
    """Institutions and roles with the rest of their names; of overlapping ones the longest."""
    find = pattern("facts", language, "actor")
    found = [match.span() for match in find.finditer(text)] if find else []
    return merged([whole_name(text, span, language) for span in found])


@repeated
def roles(text: str, language: str) -> list[Span]:
    """People and bodies that a text speaks of in passing, too: landlords, companies, any person."""
    find = pattern("facts", language, "role")
    return [whole_name(text, match.span(), language) for match in find.finditer(text)] if find else []


def whole_name(text: str, span: Span, language: str) -> Span:
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


@repeated
def acronyms(text: str, language: str) -> list[Span]:
    """Acronyms that stand where people and bodies do: "the EIT shall", "pelo CNCS"."""
    recipient = pattern("facts", language, "recipient")
    verbs = [
        pattern(*kind)
        for kind in (("modals", language, "obligation"), ("facts", language, "permits"), ("facts", language, "plain"))
    ]
    found = []
    for match in _ACRONYM.finditer(text):
        edge = len(text[: match.start()].rstrip())
        receives = recipient and any(before.end() == edge for before in recipient.finditer(text[: match.start()]))
        acts = any(verb and verb.match(text, match.end() + 1) for verb in verbs)
        if receives or acts:
            found.append(match.span())
    return found


def longest(found: list[Span]) -> list[Span]:
    """Spans in order; of those that overlap the longest."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span[0] - span[1], span)):
        if not any(span[0] < end and start < span[1] for start, end in kept):
            kept.append(span)
    return sorted(kept)


def merged(found: list[Span]) -> list[Span]:
    """Spans in order; those that overlap become one."""
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def known(language: str) -> bool:
    """Whether there are rules for a language."""
    return (language, "actor") in rows("facts")
