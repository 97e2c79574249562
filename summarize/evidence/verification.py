"""What a written sentence says that its sources do not: numbers, names, a negation that came or went, loops."""

import re
from collections import Counter
from collections.abc import Sequence

from summarize.evidence import names as naming
from summarize.evidence import negations
from summarize.evidence.citation import Evidence
from summarize.summary import Citation
from translate.document import Document
from translate.message import say
from translate.tag import primary
from translate.text.number_words import word_values
from translate.text.numerals import numerals
from translate.text.words import beginning, words

_CITED = 3
# Sources whose negations are compared: what denies a sentence often stands behind what it was made of.
_COMPARED = 10
_LOOP = 4
# "1A", "COVID-19": letters and digits in one.
_MIXED = re.compile(r"(?<![\w.,])(?:\d+[A-Za-z]|[A-Za-z]+-?\d+)(?!\w)")
# A word that a short number may belong to ("amendments 1 and 4"), and how far before it.
_NUMBERED = re.compile(r"([^\W\d_]{4,})\s$")
_LONG_LABEL, _REACH = 3, 5


def supported(sentence: str, document: Document, evidence: Evidence) -> tuple[tuple[Citation, ...], tuple[str, ...]]:
    """The citations of a written sentence, and why it cannot be relied on.

    Names are looked up where the rest of the sentence is said: a false name would otherwise bring its own paragraph.

    Args:
        sentence: One written sentence.
        document: What it was written about.
        evidence: The document's segments.

    Returns:
        At most three citations, best first, and reasons in words, those about numbers first; none where everything that
        can be checked stands in a source. Where the language has no lexicon, less can be checked: numbers and loops
        always.
    """
    code = primary(document.language)
    found = evidence.cite(sentence, _COMPARED)
    rest = naming.nameless(sentence, code)
    said = evidence.cite(rest, _COMPARED) if rest != sentence and words(rest) else found
    sources = [document.segment_text(citation.segment) for citation in found]
    misplaced = naming.misplaced(sentence, document, said, found, evidence)
    denied = negations.lost(sentence, sources, code, evidence.rarity)
    reasons = _reasons(sentence, sources[:_CITED], code, misplaced, denied)
    return found[:_CITED], reasons


def _reasons(
    sentence: str, sources: Sequence[str], language: str, names: Sequence[str], denied: str
) -> tuple[str, ...]:
    """What is wrong, in words."""
    reasons = [
        say("the number {number} stands in no source", number=number)
        for number in _numbers(sentence, "\n".join(sources), language)
    ]
    reasons += [say("the name {name} stands in no source", name=name) for name in names]
    if negations.brought_in(sentence, sources, language):
        reasons.append(say("it negates what no source negates"))
    if denied:
        reasons.append(say("the source says “{word}” there, and the sentence does not", word=denied))
    if _loops(sentence):
        reasons.append(say("it repeats itself"))
    return tuple(reasons)


def _numbers(sentence: str, evidence: str, language: str) -> list[str]:
    """Numbers that no source has, nor as part of a label ("1A"), nor behind the word that they number ("stage 4")."""
    known = word_values(evidence, language)
    known |= {value for number in numerals(evidence, language) for value in (*number.values, *number.parts)}
    numbered = _numbered(evidence)
    found = []
    for number in numerals(sentence, language):
        text = sentence[number.start : number.end]
        stands = known & {*number.values} or (number.parts and known.issuperset(number.parts))
        before = _NUMBERED.search(sentence[: number.start])
        beside = numbered.get(beginning(before[1].casefold())) if before and len(text) < _LONG_LABEL else None
        if not stands or (beside and text.isdigit() and text not in beside):
            found.append(text)
    labels = {match[0].casefold() for match in _MIXED.finditer(evidence)}
    return found + [match[0] for match in _MIXED.finditer(sentence) if match[0].casefold() not in labels]


def _numbered(text: str) -> dict[str, set[str]]:
    """Numbers by the stems of the words that stand shortly before them."""
    found: dict[str, set[str]] = {}
    every = words(text)
    for position, word in enumerate(every):
        if word.isdigit():
            for before in every[max(0, position - _REACH) : position]:
                found.setdefault(beginning(before), set()).add(word)
    return found


def _loops(sentence: str) -> bool:
    """Four words that come three times, or a sentence that is mostly one phrase."""
    found = words(sentence)
    runs = Counter(zip(*(found[i:] for i in range(_LOOP)), strict=False))
    return bool(runs) and max(runs.values()) >= 3
