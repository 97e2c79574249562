"""detect(): which language a text is in, and how sure that is."""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from translate.languages.fit import first_opinion, lacks_common_words, scores, second_knows, second_opinion
from translate.languages.kin import settled
from translate.languages.scripts import letters_by_script
from translate.languages.table import LANGUAGES, UNDETERMINED, language


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


_UNKNOWN = Detection(UNDETERMINED, 0.0)
_SAMPLE = 6000  # characters of a long text that are read: six pieces, evenly spread
_MIN_LETTERS = 3
_LINE = 60  # letters up to which a text is a line rather than a passage
# Shares of all candidates, tuned with benchmarks/detection.py on NTREX sentences against languages outside the table.
_MIN_SHARE = 0.3  # of the best
_SURE = 0.9  # of the known languages together, from which on no second opinion is asked; 0.85 lets 0.3 points more in
_POSSIBLE = 0.7  # below which a text is in none of them; 0.65 keeps 0.07 points more sentences, lets 0.7 more others in
_WORDLESS_SHARE, _WORDLESS_MASS = 0.8, 0.9  # of the best and of all known, in a text without a common word
_POSSIBLE_OF_SET = 0.02  # of the languages that the reader named, together
_CLEAR = 0.8  # from which on a line speaks for itself, against the document's language
_PRIOR = 3.0  # what the document's language is given ahead, in the units of scores()
_QUOTATION = re.compile('[«„“"][^«»„“”"]*[»“”"]?')
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[A-Za-z0-9_.,:/%+-]*\d[A-Za-z0-9_.,:/%+-]*")
# What prose doesn't have and program text has in nearly every line.
_CODE = re.compile(r"[{}<>=_\\|^~`]|\$[A-Za-z]|[A-Za-z]\(|\b[a-z]+[A-Z]|\w\.\w+\(|;$|::|&&|//|\[\w*\]", re.MULTILINE)
_CODE_SHARE = 0.2  # such places a word
# What random letters have and hardly a word has: five consonants in a row, most often in German (1.7 % of its words in
# NTREX); four Cyrillic vowels in a row; a soft sign that nothing stands before which it could soften.
_CLUSTER = re.compile(
    r"[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщъь]{5}|[аеиоуыэюя]{4}|(?<![^\Wаеёиоуыэюяъь])ь", re.IGNORECASE
)
_CLUSTER_SHARE = 0.3
# Scripts that one known language is written in, and no other that is written much.
_OWN_SCRIPT = {
    row.script: code
    for code, row in LANGUAGES.items()
    if row.script not in {"Arab", "Beng", "Cyrl", "Deva", "Ethi", "Hebr", "Latn"}
}
_SHARED_SCRIPTS = {"Latn", "Cyrl"}
"""In which languages are written that others write in the other."""


def detect(text: str, *, prior: str | None = None, languages: Collection[str] | None = None) -> Detection:
    """The language of a text, "und" where it cannot be told.

    Args:
        text: A whole document, a sentence or a heading.
        prior: Code of the language of the document that a line stands in; decides where the line itself does not.
        languages: Codes to choose from; None for all of LANGUAGES.

    Returns:
        The language with its confidence and the nearest other candidates. With a prior, a line that does not speak
        for itself has the prior's language.

    Raises:
        LanguageError: `prior` or one of `languages` is not known.

    >>> detect("O Parlamento aprovou ontem a nova lei da água.").language
    'pt'
    >>> detect("42 %").language
    'und'
    """
    allowed = None if languages is None else frozenset(language(code).code for code in languages)
    expected = UNDETERMINED if prior in (None, UNDETERMINED) else language(prior).code
    found = _found(text, expected, allowed)
    if found.confidence >= _CLEAR or expected not in (LANGUAGES if allowed is None else allowed):
        return found
    return found if found.language == expected else Detection(expected, dict(found.alternatives).get(expected, 0.0))


def segment_languages(texts: Sequence[str], document_language: str) -> tuple[str, ...]:
    """The language of every segment of one document.

    Args:
        texts: Segments in document order.
        document_language: Code of the language that most of the document is in, or "und".

    Returns:
        One code a text: the document's language unless the text is clearly in another. A segment too short to tell
        takes the language of the nearest segments before and after it where these agree.
    """
    home = UNDETERMINED if document_language == UNDETERMINED else language(document_language).code
    clear_by_text = {text: _clear_language(text, home) for text in dict.fromkeys(texts)}
    clear = [clear_by_text[text] for text in texts]
    counts = Counter(code for code in clear if code)
    spoken = frozenset(code for code, count in counts.items() if count > 1) | ({home} - {UNDETERMINED})
    following = [*accumulate(reversed(clear), lambda after, code: code or after, initial=home)][::-1]
    found, before = [], home
    for text, code, after in zip(texts, clear, following[:-1], strict=True):
        before = code or before
        found.append(code or _likely_language(text, before if before == after else home, spoken))
    return tuple(found)


def _clear_language(text: str, home: str) -> str | None:
    """The language of one segment, None where the text alone does not make it clear.

    A sentence of the document's own that quotes another language stays with the document: to take it for the other
    would leave the words around the quotation untranslated.
    """
    found = _found(text, home, None)
    if found.confidence < _CLEAR:
        return None
    around = text if found.language == home else _QUOTATION.sub(" ", text)
    return home if around != text and _found(around, home, None).language == home else found.language


def _likely_language(text: str, near: str, spoken: frozenset[str]) -> str:
    """The language of a segment that does not speak for itself: one of those that the document is written in.

    Unless none of its letters are: an English line in an Arabic text is in no language of the document's.
    """
    found = _found(text, near, spoken) if spoken else _UNKNOWN
    if found.language == UNDETERMINED and near in LANGUAGES:
        own = LANGUAGES[near].script
        letters = letters_by_script(text)
        if own not in _SHARED_SCRIPTS and not any(letters[script] for script in (own, "Hani", "Kana")):
            found = _found(text, UNDETERMINED, None)
    return near if found.language == UNDETERMINED else found.language


def _found(text: str, expected: str, allowed: frozenset[str] | None) -> Detection:
    """The detection before the prior, "und" for none, takes over what stays undetermined."""
    sample = _sample(text)
    prose = " ".join(_ADDRESS.sub(" ", sample).split())
    letters = letters_by_script(prose)
    if letters.total() + letters["Hani"] + letters["Kana"] < _MIN_LETTERS or _is_code(sample) or _is_unspeakable(prose):
        return _UNKNOWN
    script, share = _main_script(letters)
    if not share:
        return _UNKNOWN
    if share < 1 and script not in {"Hani", "Kana"}:
        prose = _in_script(prose, script)
    if script in _OWN_SCRIPT or script in {"Hani", "Kana"}:
        code = _OWN_SCRIPT.get(script) or _chinese_or_japanese(prose, letters, expected)
        if allowed is not None and code not in allowed:
            code = next((other for other in allowed if {code, other} == {"zh-Hans", "zh-Hant"}), UNDETERMINED)
        return _UNKNOWN if code == UNDETERMINED else Detection(code, share)
    return _ranked(prose.lower() if prose.isupper() else prose, expected, allowed)


def _ranked(prose: str, expected: str, allowed: frozenset[str] | None) -> Detection:
    """The best of the candidates, if it is good enough."""
    fits = settled(prose, scores(prose))
    if expected in fits:
        fits[expected] += _PRIOR
    top = max(fits.values())
    weights = {code: math.exp(fit - top) for code, fit in fits.items()}
    total = sum(weights.values())
    known = {
        code: weights[code] / total for code in sorted(weights) if code in (LANGUAGES if allowed is None else allowed)
    }
    mass = sum(known.values())
    if not mass:
        return _UNKNOWN
    if allowed is not None:
        known = {code: share / mass for code, share in known.items()}
    ranking = tuple(sorted(known.items(), key=lambda pair: -pair[1])[:4])
    best, share = ranking[0]
    if allowed is not None:
        accepted = mass >= _POSSIBLE_OF_SET
    else:
        # Below _CLEAR a line takes the expected language anyway, and the expected language needs no second opinion.
        settled_by_prior = best == expected or (expected in fits and share < _CLEAR)
        accepted = fits[best] == top and share >= _MIN_SHARE and _is_known(prose, best, share, mass, settled_by_prior)
    if accepted:
        return Detection(best, share, _worth_naming(ranking[1:]))
    return Detection(UNDETERMINED, 0.0, _worth_naming(ranking))


def _is_known(prose: str, best: str, share: float, mass: float, settled_by_prior: bool) -> bool:
    """Whether the text is in one of the known languages at all, whose shares add up to `mass`.

    Unless that is sure, another detector has to name the same language: py3langid alone, before common words and
    kinship are weighed, where common words are there; or langdetect, which takes up to 20 ms for a short line.
    """
    lacks = lacks_common_words(prose, best)
    is_worded = not lacks or (share >= _WORDLESS_SHARE and mass >= _WORDLESS_MASS)
    if settled_by_prior or (mass >= _POSSIBLE and is_worded and (mass >= _SURE or not second_knows(best))):
        return mass >= _POSSIBLE and is_worded
    return (not lacks and first_opinion(prose) == best) or second_opinion(prose) == best


def _worth_naming(ranking: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """Up to three candidates that are not hopeless."""
    return tuple((code, share) for code, share in ranking[:3] if share >= 0.01)


def _sample(text: str) -> str:
    """The text, or six pieces of a long one, cut at spaces."""
    if len(text) <= _SAMPLE:
        return text
    length = _SAMPLE // 6
    pieces = (text[start : start + length] for start in range(0, len(text) - length + 1, (len(text) - length) // 5))
    return " ".join(piece.partition(" ")[2].rpartition(" ")[0] or piece for piece in pieces)


def _is_code(sample: str) -> bool:
    """Whether it looks like a program, a path or markup rather than prose."""
    marks = len(_CODE.findall(sample))
    return marks > 1 and marks > _CODE_SHARE * max(len(sample.split()), len(sample) / 10)


def _is_unspeakable(prose: str) -> bool:
    """Whether at least two words, and too many, have consonants only where a language needs a vowel."""
    clusters = sum(_CLUSTER.search(word) is not None for word in prose.split())
    return clusters > 1 and clusters >= _CLUSTER_SHARE * sum(len(word) > 3 for word in prose.split())


def _main_script(letters: Counter[str]) -> tuple[str, float]:
    """The script that most is written in, and its share of the letters in the second most and it, 0 to 1.

    Returns:
        A share of 0 where the two together are less than four fifths of all: no text mixes three scripts evenly. In a
        line, a letter that is not Latin counts for three: names in Latin letters stand in every script, seldom the
        reverse. In longer texts only characters that are syllables or words count for more, for two letters.
    """
    dense = dict.fromkeys(letters, 3) if letters.total() < _LINE else {"Hani": 2, "Kana": 2, "Kore": 2}
    weights = dense | {"Latn": 1}
    weighted = Counter({script: count * weights.get(script, 1) for script, count in letters.items()})
    if weighted["Hani"] and weighted["Kana"]:
        weighted["Kana"] += weighted.pop("Hani")
    (script, count), *rest = sorted(weighted.items(), key=lambda pair: (-pair[1], pair[0]))
    both = count + (rest[0][1] if rest else 0)
    return script, count / both if both >= 0.8 * weighted.total() else 0.0


def _in_script(prose: str, script: str) -> str:
    """The words that have a letter of the script, and those without any letter."""
    return " ".join(
        word for word in prose.split() if letters_by_script(word)[script] or not re.search(r"[^\W\d_]", word)
    )


@cache
def _shape(character: str) -> str:
    """Which of the two Chinese encodings alone has a character, or the Japanese one that neither has; else empty."""
    if character < "\u4e00":
        return ""
    having = [name for name in ("gb2312", "big5") if _can_write(name, character)]
    if not having and _can_write("shift_jis", character):
        return "shift_jis"
    return having[0] if len(having) == 1 else ""


def _can_write(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _chinese_or_japanese(prose: str, letters: Counter[str], expected: str) -> str:
    """Japanese where there are enough syllables; else by the shape of the characters, then by the document.

    Which of them only the encoding of the mainland has and which only that of Taiwan tells the two Chinese apart; a
    line with both kinds is Japanese, where some characters became simpler and others not; so is what only Japan has.
    """
    if letters["Kana"] >= 0.05 * letters["Hani"] and letters["Kana"]:
        return "ja"
    shapes = Counter(map(_shape, prose))
    simplified, traditional = shapes["gb2312"], shapes["big5"]
    marks = {
        "zh-Hans": simplified,
        "zh-Hant": traditional,
        "ja": 2 * (shapes["shift_jis"] + min(simplified, traditional)),
    }
    if expected in marks:
        marks[expected] += 1
    return max(marks, key=lambda code: marks[code])
