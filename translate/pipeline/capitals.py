"""in_other_letters(): what stands in capitals, which models hardly know, in letters that they know."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from translate.engines.protocol import Decoding, Engine
from translate.engines.scoring import Scorer
from translate.hypothesis import NOT_TRANSLATED, Hypothesis, Repair
from translate.message import say
from translate.tag import primary
from translate.text.lexicon import rows
from translate.text.word_list import is_word

VERSION = 1
"""Part of the signature of a translation; another one may translate other lines from other letters."""

_SURER = 0.15
"""How much surer, in log-probability a token, the engine must be of a heading without capital initials: these keep
its names, and of 37 headings written for this all names; .1 and .2 choose otherwise once.
"""
_LONGER, _SHORT = 5, 4
"""Letters of a word that is no abbreviation if a list has it, and of one that is an abbreviation if none has."""
_ENDS = (".", "!", "?", "…")
_WORD = re.compile(r"(?<![\w'’@.])[^\W\d_]+(?![\w@])")
_CAPITALS = r"[^\W\d_a-zß-ÿ]"
_SHOUTED = re.compile(
    rf"(?:^|(?<=[\w,;:] )|(?<=[\"“«(])){_CAPITALS}{{2,}}(?:[ ,]+{_CAPITALS}+)+(?!\w)"
    rf"|^{_CAPITALS}{{5,}}(?= [^\W\dA-ZÀ-Þ_])"
)
"""Words in capitals side by side, or one at the beginning of a line."""
_ROMAN = re.compile(r"[IVXLC]+")
_SIGNS = str.maketrans("", "", "ºª")


def in_other_letters(texts: Sequence[str], engine: Engine, source: str, target: str) -> list[str]:
    """The texts, as long as before, those in capitals and words in capitals with the letters that are translated best.

    A heading in capitals gets capital initials, a sentence small letters but for what no list has, its names; or the
    other way where the engine is much surer of that. Words in capitals side by side inside a line, or one at its
    beginning, become small where the engine is no less sure of the line then.

    Args:
        texts: Single sentences or headings.
        engine: Is to translate them. For one that does not score nothing changes.
        source: BCP 47 code of the texts.
        target: BCP 47 code of the translations.
    """
    if not isinstance(getattr(engine, "engine", engine), Scorer):
        return list(texts)

    def surest(first: str, second: str, surer: float = _SURER) -> str:
        if first == second:
            return first
        one, other = engine.translate([first, second], source, target, Decoding(token_scores=True))
        return second if (other.score or 0.0) >= (one.score or 0.0) + surer else first

    found = []
    for text in texts:
        if text.translate(_SIGNS).isupper():
            initials = _rewritten(text, _WORD, partial(_with_initial, source))
            small = text[:1] + _rewritten(text, _WORD, partial(_as_listed, source))[1:]
            found.append(surest(small, initials) if _is_sentence(text, source) else surest(initials, small))
        else:
            small = _rewritten(text, _SHOUTED, partial(_whispered, source))
            found.append(surest(text, small, 0.0))
    return found


def recorded(text: str, letters: str, found: Hypothesis) -> Hypothesis:
    """A translation with the record of what it was made from, and with the text's first capital.

    Args:
        text: What was to be translated.
        letters: The same in the letters that were translated.
        found: Its translation.
    """
    if letters == text or found.origin in NOT_TRANSLATED:
        return found
    reason = say("It is written in capitals, at least in part.")
    first = found.text[:1].upper() if text[:1].isupper() and len(found.text[:1].upper()) == 1 else found.text[:1]
    repairs = (*found.repairs, Repair(reason, say("Translated as if it were not.")))
    return replace(found, text=first + found.text[1:], repairs=repairs)


def _is_sentence(text: str, language: str) -> bool:
    """Whether a line in capitals is no heading: it ends with a stop, or has a word that headings hardly have."""
    telling = rows("capitals").get((primary(language), "telling"), ())
    return text.rstrip('"”» ').endswith(_ENDS) or any(word.lower() in telling for word in _WORD.findall(text))


def _rewritten(text: str, found: re.Pattern[str], change: Callable[[str], str]) -> str:
    """A text, as long as before, with what a pattern finds in it changed."""

    def changed(match: re.Match[str]) -> str:
        new = change(match[0])
        return new if len(new) == len(match[0]) else match[0]

    return found.sub(changed, text)


def _with_initial(language: str, word: str) -> str:
    """A word of a heading as it stands in a text: small if it joins others, in capitals if it is an abbreviation."""
    if _ROMAN.fullmatch(word) or not word.isupper():
        return word
    if word.lower() in rows("capitals").get((primary(language), "joining"), ()):
        return word.lower()
    if len(word) <= _SHORT and is_word(word.lower(), language) is False:
        return word
    return word.capitalize()


def _as_listed(language: str, word: str) -> str:
    """A word of a sentence: small where a list has it so, or where there is no list."""
    if len(word) == 1 or _ROMAN.fullmatch(word) or is_word(word.lower(), language) is False:
        return _with_initial(language, word)
    return word.lower()


def _whispered(language: str, words: str) -> str:
    """Words in capitals side by side as they stand in a sentence; the same where they are abbreviations."""
    own = _WORD.findall(words)
    if not any(len(word) >= _LONGER and is_word(word.lower(), language) is True for word in own):
        return words
    small = _rewritten(words, _WORD, partial(_as_listed, language))
    return words[:1] + small[1:] if len(own) == 1 else small
