"""in_other_letters(): what stands in capitals, which models hardly know, in letters that they know."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from translate.engines.protocol import Decoding, Engine
from translate.engines.scoring import Scorer
from translate.hypothesis import NOT_TRANSLATED, Hypothesis, Repair
from translate.message import say
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
_WORD = re.compile(r"(?<![\w'’@.-])[^\W\d_]{2,}(?![\w@-])")
_ROMAN = re.compile(r"[IVXLC]+")
_SIGNS = str.maketrans("", "", "ºª")


def in_other_letters(texts: Sequence[str], engine: Engine, source: str, target: str) -> list[str]:
    """The texts, as long as before, those in capitals and words in capitals with the letters that are translated best.

    A line in capitals gets capital initials, or a small one where the engine is much surer of that; words in capitals
    inside a line become small where the engine is no less sure of the line then.

    Args:
        texts: Single sentences or headings.
        engine: Is to translate them. For one that does not score nothing changes.
        source: BCP 47 code of the texts.
        target: BCP 47 code of the translations.
    """
    if not isinstance(getattr(engine, "engine", engine), Scorer):
        return list(texts)

    def surest(first: str, second: str, surer: float) -> str:
        if first == second:
            return first
        one, other = engine.translate([first, second], source, target, Decoding(token_scores=True))
        return second if (other.score or 0.0) >= (one.score or 0.0) + surer else first

    found = []
    for text in texts:
        if text.translate(_SIGNS).isupper():
            initials = _rewritten(text, lambda word: _with_initial(word, source))
            small = text[:1] + _rewritten(text, str.lower)[1:]
            found.append(text if initials == text else surest(initials, small, _SURER))
        else:
            small = _rewritten(text, lambda word: word.lower() if _is_shouted(word, source) else word)
            found.append(surest(text, text[:1] + small[1:], 0.0))
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


def _rewritten(text: str, change: Callable[[str], str]) -> str:
    """A text, as long as before, with its words in capitals changed; Roman numerals stay."""

    def changed(match: re.Match[str]) -> str:
        new = change(match[0]) if match[0].isupper() and not _ROMAN.fullmatch(match[0]) else match[0]
        return new if len(new) == len(match[0]) else match[0]

    return _WORD.sub(changed, text)


def _with_initial(word: str, language: str) -> str:
    """A word of a heading as it stands in a text: small if it joins others, in capitals if it is an abbreviation."""
    if word.lower() in rows("capitals").get((language.partition("-")[0], "joining"), ()):
        return word.lower()
    if len(word) <= _SHORT and is_word(word.lower(), language) is False:
        return word
    return word.capitalize()


def _is_shouted(word: str, language: str) -> bool:
    """Whether a word in capitals is no abbreviation."""
    joining = rows("capitals").get((language.partition("-")[0], "joining"), ())
    return word.lower() in joining or (len(word) >= _LONGER and is_word(word.lower(), language) is True)
