"""What a written sentence says that its sources do not: numbers, names, a negation that came or went, loops."""

import re
from collections import Counter
from collections.abc import Sequence

from summarize.facts.spans import actors
from translate.checks.lexicon import pattern
from translate.checks.number_words import word_values
from translate.checks.numerals import numerals
from translate.words import words

# Words with a capital inside a sentence are names, but not in German, where every noun has one.
_CAPITALS_ARE_NAMES = frozenset(
    {"en", "pt", "es", "fr", "it", "nl", "pl", "ru", "uk", "ca", "gl", "ro", "cs", "sv", "el"}
)
_CAPITALISED = re.compile(r"(?<=[\w,;:)’'\"] )[A-ZÀ-ÞΑ-ΩА-ЯІЇЄҐ][\w’'-]+|(?<=[\w,;:)] )[A-Z]{2,}")
_TITLES = frozenset({"i", "mr", "mrs", "ms", "dr", "hon", "the", "m", "mme", "sr", "sra"})
_LOOP = 4
_NEAR = 6


def unsupported(sentence: str, sources: Sequence[str], language: str) -> tuple[str, ...]:
    """Why a sentence cannot be relied on.

    Args:
        sentence: One written sentence.
        sources: Texts of the segments that it cites, best first.
        language: BCP 47 code of all of them.

    Returns:
        Reasons in words, the ones about numbers first; empty where everything that can be checked stands in a source.
        Where a language has no lexicon, less can be checked: numbers and loops always.
    """
    primary = language.partition("-")[0]
    evidence = "\n".join(sources)
    return (
        *(f"the number {number} stands in no source" for number in _numbers(sentence, evidence, primary)),
        *(f"the name {name} stands in no source" for name in _names(sentence, evidence, primary)),
        *_negation(sentence, sources, primary),
        *_loops(sentence),
    )


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
    """Names that no source has: words with a capital, and known actors."""
    known = set(words(evidence))
    found = []
    if language in _CAPITALS_ARE_NAMES:
        found += [match[0] for match in _CAPITALISED.finditer(sentence)]
    found += [sentence[start:end] for start, end in actors(sentence, language)]
    missing = [name for name in found if not _stands_in(name, known, evidence)]
    return list(dict.fromkeys(missing))


def _stands_in(name: str, known: set[str], evidence: str) -> bool:
    """Whether a name's words stand in the evidence, inflected or as its initials."""
    parts = [part for part in words(name) if part not in _TITLES and len(part) > 1]
    folded = evidence.casefold()
    return all(part in known or (len(part) > 4 and part[: max(4, len(part) - 2)] in folded) for part in parts)


def _negation(sentence: str, sources: Sequence[str], language: str) -> list[str]:
    """A negation that no source has, or one of the best source that the sentence lost."""
    strong = pattern("negation", language, "strong")
    if strong is None or not sources:
        return []
    weak = pattern("negation", language, "weak")
    if strong.search(sentence):
        supported = any(strong.search(source) or (weak and weak.search(source)) for source in sources)
        return [] if supported else ["it negates what no source negates"]
    if weak and weak.search(sentence):
        return []
    content = {word for word in words(sentence) if len(word) > 3 or not word.isascii()}
    for match in strong.finditer(sources[0]):
        before, after = words(sources[0][: match.start()]), words(sources[0][match.end() :])
        beside = {*before[-_NEAR:], *after[:_NEAR]}
        if len(beside & content) >= 2:
            return [f"the source says “{match[0]}” there, and the sentence does not"]
    return []


def _loops(sentence: str) -> list[str]:
    """Four words that come three times, or a sentence that is mostly one phrase."""
    found = words(sentence)
    runs = Counter(zip(*(found[i:] for i in range(_LOOP)), strict=False))
    return ["it repeats itself"] if runs and max(runs.values()) >= 3 else []
