"""How well a text fits each language, by its letters and by its commonest words; detect() decides from it."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Any

from translate.text.words import words

# Labels that are not our codes; a regional form counts as the language that it is written as. Chinese, Japanese and
# Korean are told by their script and never come here.
_CODES = {"no": "nb", "tl": "fil", "arz": "ar", "ary": "ar", "uzs": "uz"}

# Tuned on the first 1,000 lines of NTREX and on messages of free software in 28 languages outside the table. Weights
# of 2.5 and 3 give the same within 0.1 points on sentences and find 1 point fewer of the languages outside; 0 costs
# 0.9 points on the first 20 characters.
_WORD_WEIGHT = 2.0
_UNLISTED = 0.65  # share of the most hits that a language without a list is granted; 0.5 finds 0.4 points fewer outside
_RELATIVE = 0.5  # how far behind its nearest relative a language is that py3langid does not know
_RARER = {"ms": 0.5, "bs": 0.5}  # written far less than the neighbour that shares nearly all of its words: id, hr
_NOTHING_KNOWN = -3e38  # py3langid gives every language the least float32 where it knows no piece of a text

_load_lock = Lock()


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The commonest words: languages by word, and the relatives of those that py3langid does not know."""

    codes_by_word: dict[str, tuple[str, ...]]
    codes: frozenset[str]
    relatives: dict[str, tuple[str, ...]]


def scores(text: str) -> dict[str, float]:
    """How well a text fits each language, those outside the table included.

    Args:
        text: Without addresses and numbers; not empty.

    Returns:
        By BCP 47 code, higher is better; differences are natural logarithms of odds, tempered by the text's length
        so that they stay comparable from a heading to a page. Of a text such as "Article", no piece of which says
        anything, all are 0 but for common words.
    """
    tempered = math.sqrt(len(text.encode(errors="surrogatepass")))
    found: dict[str, float] = {}
    for label, score in _first().rank(text):
        code = _CODES.get(label, label)
        fit = 0.0 if score < _NOTHING_KNOWN else score / tempered
        found[code] = max(found.get(code, -math.inf), fit)
    lexicon = _lexicon()
    tokens = words(text)
    hits = Counter(code for token in tokens for code in lexicon.codes_by_word.get(token, ()))
    unlisted = _UNLISTED * max(hits.values(), default=0)
    weight = _WORD_WEIGHT / math.sqrt(max(len(tokens), 1))
    for code, relatives in lexicon.relatives.items():
        if hits[code] > max(hits[relative] for relative in relatives):
            found[code] = max(found[relative] for relative in relatives) - _RELATIVE
    for code in found:
        hit = hits[code] if code in lexicon.codes else unlisted
        found[code] += weight * hit - _RARER.get(code, 0.0)
    return found


def lacks_common_words(text: str, code: str) -> bool:
    """Whether a text of two words or more has none of the commonest ones of a language that has a list of them."""
    lexicon = _lexicon()
    tokens = words(text)
    return (
        len(tokens) >= 2
        and code in lexicon.codes
        and not any(code in lexicon.codes_by_word.get(token, ()) for token in tokens)
    )


def first_opinion(text: str) -> str:
    """The language that py3langid names by itself, known or not; as in scores(), without common words."""
    label = str(_first().rank(text)[0][0])
    return _CODES.get(label, label)


def second_opinion(text: str) -> str | None:
    """The language that langdetect names, None where it finds nothing to go by; the same every time.

    Args:
        text: As in scores(). langdetect knows 55 languages and takes every other for one of them.
    """
    from langdetect.lang_detect_exception import LangDetectException

    detector = _second().create()
    detector.append(text)
    try:
        label = str(detector.detect())
    except LangDetectException:
        return None
    return _CODES.get(label, label)


def second_knows(code: str) -> bool:
    """Whether langdetect can name a language at all."""
    return code in {_CODES.get(label, label) for label in _second().get_lang_list()}


def _first() -> Any:
    """py3langid with its own model, loaded once for all threads; its answer depends on nothing but the text."""
    with _load_lock:
        return _load_first()


def _second() -> Any:
    """langdetect's profiles with a seed of their own, loaded once for all threads."""
    with _load_lock:
        return _load_second()


@cache
def _load_first() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


@cache
def _load_second() -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    factory.seed = 0
    return factory


@cache
def _lexicon() -> _Lexicon:
    """translate/lexicons/common_words.tsv."""
    codes_by_word: dict[str, list[str]] = defaultdict(list)
    relatives, codes = {}, []
    for line in files("translate.lexicons").joinpath("common_words.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, near, listed = line.split("\t")
        codes.append(code)
        if near:
            relatives[code] = tuple(near.split())
        for word in dict.fromkeys(words(listed)):
            codes_by_word[word].append(code)
    return _Lexicon({word: tuple(found) for word, found in codes_by_word.items()}, frozenset(codes), relatives)
