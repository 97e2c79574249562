"""Signals of doubt: numbers that tend to be higher where a translation is wrong."""

import unicodedata
from collections.abc import Iterable, Sequence

from translate.doubt.evidence import Evidence, Word
from translate.engines.scoring import Token
from translate.tag import primary
from translate.text.stems import stem

_LEAST_RARITY = 7.5
"""Rarity from which a word is one of content: "the" has 4, "also" 7.4, "government" 9.7."""


def signals(evidence: Evidence) -> dict[str, float]:
    """Every signal by name. Log-probabilities are natural and counted as surprise, so that more is more doubt."""
    ahead = [-token.score for token in evidence.forward]
    behind = [-token.score for token in evidence.backward]
    by_target_word = _surprise(evidence.target_words, evidence.forward)
    content = [word for word in evidence.source_words if is_content(word)]
    by_source_word = _surprise(content, evidence.backward)
    code = evidence.source_language
    lost, added = (
        unmatched(content, evidence.back_words, code),
        unmatched([word for word in evidence.back_words if is_content(word)], evidence.source_words, code),
    )
    known = {_plain(word.text) for word in evidence.source_words}
    new = [w for w in evidence.target_words if _plain(w.text) not in known and not _has_digit(w.text)]
    pieces = [sum(_touches(word, token) for token in evidence.forward) for word in new]
    surprise_lost = [s for word, s in zip(content, by_source_word, strict=True) if word in lost]
    return {
        "forward": sum(ahead),
        "forward_worst_fifth": _worst_fifth(ahead),
        "forward_two_words": _mean_of_most(by_target_word, 2),
        "forward_three_words": _mean_of_most(by_target_word, 3),
        "backward": sum(behind),
        "backward_worst_fifth": _worst_fifth(behind),
        "backward_three_words": _mean_of_most(by_source_word, 3),
        "regret": sum(behind) + evidence.read_back_score * (len(behind)),
        "lost": sum(word.rarity - _LEAST_RARITY + 1 for word in lost),
        "added": sum(word.rarity - _LEAST_RARITY + 1 for word in added),
        "lost_surprise": max(surprise_lost, default=0.0),
        "rarest_new": max((word.rarity for word in new), default=_LEAST_RARITY),
        "pieces_new": float(max(pieces, default=1)),
    }


def is_content(word: Word) -> bool:
    """Whether a word says something by itself: no number, and not among the commonest."""
    return word.rarity >= _LEAST_RARITY and word.text[0].isalpha() and (len(word.text) > 2 or word.rarity > 9)


def unmatched(words: Iterable[Word], others: Iterable[Word], language: str) -> list[Word]:
    """Words of which no form is among the others, each once.

    Args:
        words: Looked for.
        others: Looked among.
        language: BCP 47 code of both.
    """
    code = primary(language)
    there = {stem(word.text.casefold(), code) for word in others}
    found = {key: word for word in words if (key := stem(word.text.casefold(), code)) not in there}
    return list(found.values())


def _surprise(words: Sequence[Word], tokens: Sequence[Token]) -> list[float]:
    """Of each word, that of all its tokens."""
    return [-sum(token.score for token in tokens if _touches(word, token)) for word in words]


def _touches(word: Word, token: Token) -> bool:
    """Whether a token has characters of a word."""
    return token.start < word.end and word.start < token.end


def _worst_fifth(values: Sequence[float]) -> float:
    """Mean of the highest fifth, of one value at least."""
    return _mean_of_most(values, -(-len(values) // 5))


def _mean_of_most(values: Sequence[float], count: int) -> float:
    """Mean of the highest values; 0 where there are none."""
    most = sorted(values, reverse=True)[:count]
    return sum(most) / len(most) if most else 0.0


def _plain(text: str) -> str:
    """Case-folded and without accents."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _has_digit(text: str) -> bool:
    """Whether a word is a number or holds one."""
    return any(character.isdigit() for character in text)
