"""detect(): which language a text is in, and how sure that is."""

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from threading import Lock
from typing import Any

from translate.languages import LANGUAGES, UNDETERMINED, language
from translate.scripts import letters_by_script


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text.

    Attributes:
        language: BCP 47 code, or "und" where no guess is better than a wrong one.
        confidence: 0 to 1; 0 for "und", 1 where the reader named the language.
        alternatives: Other candidates with their confidence, best first.
    """

    language: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...] = ()


# py3langid's labels that are not our codes; regional forms count as the language they are written as.
_CODES = {
    "no": "nb", "tl": "fil", "zh": "zh-Hans", "wuu": "zh-Hans", "yue": "zh-Hans", "arz": "ar", "ary": "ar", "uzs": "uz",
}  # fmt: skip
_LANGDETECT_CODES = {"no": "nb", "tl": "fil", "zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}
_SAMPLE = 6000  # characters of a long text that are read: six pieces, evenly spread
_MIN_LETTERS = 3
_CLEAR = 0.95  # py3langid alone is believed from here on
_LIKELY = 0.3  # between this and _CLEAR langdetect must agree
_PRIOR = 3.0  # what the document's language is given ahead, in units of the tempered score
_NOISE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[\w.-]*\d[\w./:-]*")
_TRADITIONAL = frozenset(
    "這個來們時為國會說過對後還沒經學發現點條與關開長東車門問間業當實應進動總統體區議員權機構單據價額"
)
_SIMPLIFIED = (
    frozenset("这个来们时为国会说过对后还没经学发现点条与关开长东车门问间业当实应进动总统体区议员权机构单据价额")
    - _TRADITIONAL
)
_load_lock = Lock()


def detect(text: str, *, prior: str | None = None, languages: Collection[str] | None = None) -> Detection:
    """The language of a text, "und" where it cannot be told.

    Args:
        text: A whole document, a sentence or a heading.
        prior: Code of the language of the document that a line stands in; decides where the line itself does not.
        languages: Codes to choose from; None for all of LANGUAGES.

    Returns:
        The language with its confidence and the nearest other candidates.

    Raises:
        LanguageError: `prior` or one of `languages` is not known.

    >>> detect("O Parlamento aprovou ontem a nova lei da água.").language
    'pt'
    >>> detect("42 %").language
    'und'
    """
    allowed = frozenset(LANGUAGES if languages is None else (language(code).code for code in languages))
    expected = None if prior is None or prior == UNDETERMINED else language(prior).code
    words = _words(_sample(text))
    ranking = _ranking(words, allowed, expected)
    best, confidence = ranking[0]
    if best in allowed and (confidence >= _CLEAR or (confidence >= _LIKELY and _confirms(words, best))):
        return Detection(best, confidence, _others(ranking, allowed))
    if expected is not None and expected in allowed:
        return Detection(expected, dict(ranking).get(expected, 0.0), ())
    return Detection(UNDETERMINED, 0.0, _others([("", 0.0), *ranking], allowed))


def segment_languages(texts: Sequence[str], document_language: str) -> tuple[str, ...]:
    """The language of every segment of one document.

    Args:
        texts: Segments in document order.
        document_language: Code of the language that most of the document is in, or "und".

    Returns:
        One code a text: the document's language unless the text is clearly in another; a line too short to tell takes
        the language of the lines around it where these agree.
    """
    prior = None if document_language == UNDETERMINED else document_language
    found = [_segment_language(text, prior) for text in texts]
    filled: list[str] = []
    for unsure, run in groupby(found, key=lambda code: code is None):
        codes = list(run)
        if unsure:
            before = filled[-1] if filled else document_language
            after = next((code for code in found[len(filled) + len(codes) :] if code is not None), document_language)
            codes = [before if before == after else document_language] * len(codes)
        filled += [code if code is not None else document_language for code in codes]
    return tuple(filled)


def _segment_language(text: str, prior: str | None) -> str | None:
    """The language of one segment, None where the text alone does not say."""
    words = _words(text)
    if sum(map(str.isalpha, words)) < 2 * _MIN_LETTERS:
        return None
    found = detect(text, prior=prior).language
    return None if found == UNDETERMINED else found


def _sample(text: str) -> str:
    """The text, or six pieces of a long one, cut at spaces."""
    if len(text) <= _SAMPLE:
        return text
    step, length = len(text) // 6, _SAMPLE // 6
    pieces = (text[start : start + length] for start in range(0, step * 6, step))
    return " ".join(piece.partition(" ")[2].rpartition(" ")[0] or piece for piece in pieces)


def _words(text: str) -> str:
    """The text without addresses and numbers, in lower case where it is all capitals."""
    words = " ".join(_NOISE.sub(" ", text).split())
    return words.lower() if words.isupper() else words


def _ranking(words: str, allowed: Collection[str], expected: str | None) -> list[tuple[str, float]]:
    """Codes with their probability, best first; labels outside `allowed` that are not in the table keep their place."""
    letters = letters_by_script(words)
    if letters.total() < _MIN_LETTERS and not letters.keys() & {"Hani", "Kana", "Kore"}:
        return [(UNDETERMINED, 0.0)]
    scores: dict[str, float] = {}
    root = math.sqrt(len(words.encode()))
    for label, score in _identifier().rank(words):
        code = _CODES.get(label, label)
        if code in allowed or code not in LANGUAGES:
            scores[code] = max(scores.get(code, -math.inf), score / root + _PRIOR * (code == expected))
    if "zh-Hans" in scores and _is_traditional(words):
        scores["zh-Hant"] = scores.pop("zh-Hans")
    top = max(scores.values())
    weights = {code: math.exp(score - top) for code, score in scores.items()}
    total = sum(weights.values())
    return sorted(((code, weight / total) for code, weight in weights.items()), key=lambda pair: (-pair[1], pair[0]))


def _others(ranking: list[tuple[str, float]], allowed: Collection[str]) -> tuple[tuple[str, float], ...]:
    """The next three candidates worth naming."""
    return tuple((code, share) for code, share in ranking[1:] if code in allowed and share >= 0.01)[:3]


def _is_traditional(words: str) -> bool:
    """Whether Chinese is written in traditional characters, by the commonest that differ."""
    return sum(c in _TRADITIONAL for c in words) > sum(c in _SIMPLIFIED for c in words)


def _confirms(words: str, code: str) -> bool:
    """Whether langdetect names the same language, or does not know it at all."""
    factory = _langdetect()
    if code not in {_LANGDETECT_CODES.get(label, label) for label in factory.get_lang_list()}:
        return True
    from langdetect.lang_detect_exception import LangDetectException

    detector = factory.create()
    detector.append(words)
    try:
        label = detector.detect()
    except LangDetectException:
        return False
    return bool(_LANGDETECT_CODES.get(label, label) == code)


def _identifier() -> Any:
    """py3langid with its own model, loaded once for all threads; its answers depend on nothing but the text."""
    with _load_lock:
        return _loaded_identifier()


@cache
def _loaded_identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def _langdetect() -> Any:
    """langdetect's profiles with a fixed seed of their own, loaded once for all threads."""
    with _load_lock:
        return _loaded_langdetect()


@cache
def _loaded_langdetect() -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    factory.seed = 0
    return factory
