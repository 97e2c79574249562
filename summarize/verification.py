"""What a written sentence says that its sources do not: numbers, names, a negation that came or went, loops."""

import re
from collections import Counter
from collections.abc import Sequence

from summarize.citation import Evidence
from summarize.facts.spans import actors
from summarize.summary import Citation
from translate.checks.lexicon import pattern
from translate.checks.number_words import word_values
from translate.checks.numerals import numerals
from translate.document import Document
from translate.message import say
from translate.words import words

# Words with a capital inside a sentence are names, but not in German, where every noun has one.
_CAPITALS_ARE_NAMES = frozenset(
    {"en", "pt", "es", "fr", "it", "nl", "pl", "ru", "uk", "ca", "gl", "ro", "cs", "sv", "el"}
)
_CAPITAL = r"[A-ZÀ-ÞΑ-ΩА-ЯІЇЄҐ][\w-]*\.?"
_CAPITALISED = re.compile(rf"(?<=[\w,;:)’'\"“«] ){_CAPITAL}(?:[ -]{_CAPITAL})*")
_CITED = 3
# Sentences of the same paragraph that a name may stand in.
_NEIGHBOURS = 3
_TITLES = frozenset({"i", "mr", "mrs", "ms", "dr", "hon", "the", "m", "mme", "sr", "sra"})
_LOOP = 4
# A negation of the best sources belongs to the sentence where two of its words stand so near to it.
_NEAR = 8
_NEGATIONS_OF = 3
# "refused" and "without" can say what "not" says; "but" and "few" are too common to be taken for it.
_FUNCTION_WORD = 6


def supported(sentence: str, document: Document, evidence: Evidence) -> tuple[tuple[Citation, ...], tuple[str, ...]]:
    """The citations of a written sentence, and why it cannot be relied on.

    Names are looked up where the rest of the sentence is said, and in the paragraph around it: a false name would
    otherwise bring its own paragraph.

    Args:
        sentence: One written sentence.
        document: What it was written about.
        evidence: The document's segments.

    Returns:
        At most three citations, best first; no reason where everything that can be checked stands in them.
    """
    citations = evidence.cite(sentence, _CITED)
    sources = [document.segment_text(citation.segment) for citation in citations]
    nameless = _CAPITALISED.sub("", sentence)
    said = evidence.cite(nameless, _CITED) if nameless != sentence else citations
    return citations, unsupported(sentence, sources, document.language, _around(document, (*said, *citations[:1])))


def unsupported(sentence: str, sources: Sequence[str], language: str, around: str = "") -> tuple[str, ...]:
    """Why a sentence cannot be relied on.

    Args:
        sentence: One written sentence.
        sources: Texts of the segments that it cites, best first.
        language: BCP 47 code of all of them.
        around: Text in which names may stand too.

    Returns:
        Reasons in words, the ones about numbers first; empty where everything that can be checked stands in a source.
        Where a language has no lexicon, less can be checked: numbers and loops always.
    """
    primary = language.partition("-")[0]
    evidence = "\n".join(sources)
    return (
        *(
            say("the number {number} stands in no source", number=number)
            for number in _numbers(sentence, evidence, primary)
        ),
        *(
            say("the name {name} stands in no source", name=name)
            for name in _names(sentence, around or evidence, primary)
        ),
        *_negation(sentence, sources, primary),
        *_loops(sentence),
    )


def _around(document: Document, citations: Sequence[Citation]) -> str:
    """The paragraphs of some citations and the segment before each: who speaks, who was asked."""
    blocks = document.segments_by_block()
    found: set[int] = set()
    for citation in citations:
        segments = blocks[document.segments[citation.segment].block]
        found |= {max(0, segments[0] - 1), segments[0]}
        found |= {s for s in segments if abs(s - citation.segment) <= _NEIGHBOURS}
    return "\n".join(document.segment_text(segment) for segment in sorted(found))


def _numbers(sentence: str, evidence: str, language: str) -> list[str]:
    """Numbers in digits, and number words of two words or more in value, that no source has."""
    known = word_values(evidence, language)
    known |= {value for number in numerals(evidence, language) for value in (*number.values, *number.parts)}
    return [
        sentence[number.start : number.end]
        for number in numerals(sentence, language)
        if not known & {*number.values} and not (number.parts and known.issuperset(number.parts))
    ]


def _names(sentence: str, evidence: str, language: str) -> list[str]:
    """Names that no source has: words with a capital, or known actors where capitals are none."""
    known = set(words(evidence))
    if language in _CAPITALS_ARE_NAMES:
        found = [match[0] for match in _CAPITALISED.finditer(sentence)]
    else:
        found = [sentence[start:end] for start, end in actors(sentence, language)]
    missing = [name for name in found if not _stands_in(name, known, evidence)]
    return list(dict.fromkeys(missing))


def _stands_in(name: str, known: set[str], evidence: str) -> bool:
    """Whether a name's last word, and at least half of all, stand in the evidence, inflected or not."""
    parts = [part for part in words(name) if part not in _TITLES and len(part) > 1]
    folded = evidence.casefold()
    found = [part in known or (len(part) > 4 and part[: max(4, len(part) - 2)] in folded) for part in parts]
    return not parts or (found[-1] and 2 * sum(found) >= len(parts))


def _negation(sentence: str, sources: Sequence[str], language: str) -> list[str]:
    """A negation that no source has, or one of the best source that the sentence lost."""
    strong = pattern("negation", language, "strong")
    if strong is None or not sources:
        return []
    weak = pattern("negation", language, "weak")
    if strong.search(sentence):
        supported = any(strong.search(source) or (weak and weak.search(source)) for source in sources)
        return [] if supported else [say("it negates what no source negates")]
    if weak and any(len(match[0]) > _FUNCTION_WORD for match in weak.finditer(sentence)):
        return []
    content = {word for word in words(sentence) if len(word) > 3 or not word.isascii()}
    for source in sources[:_NEGATIONS_OF]:
        for match in strong.finditer(source):
            before, after = words(source[: match.start()]), words(source[match.end() :])
            if len({*before[-_NEAR:], *after[:_NEAR]} & content) >= 2:
                return [say("the source says “{word}” there, and the sentence does not", word=match[0])]
    return []


def _loops(sentence: str) -> list[str]:
    """Four words that come three times, or a sentence that is mostly one phrase."""
    found = words(sentence)
    runs = Counter(zip(*(found[i:] for i in range(_LOOP)), strict=False))
    return [say("it repeats itself")] if runs and max(runs.values()) >= 3 else []
