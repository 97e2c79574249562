"""Words of a translation that the model itself was unsure of, whether or not the read-back shows them."""

from collections.abc import Sequence
from typing import NamedTuple

from translate.doubt.changes import linked_words
from translate.doubt.evidence import Evidence, Word
from translate.doubt.signals import bare_key, is_content, is_same, pieces, plain, surprises
from translate.tag import primary
from translate.text.word_list import is_word


class Unsure(NamedTuple):
    """A word of a translation, and the words of the sentence that it came back as."""

    word: Word
    own: tuple[Word, ...]


def find_unsure(evidence: Evidence) -> list[Unsure]:
    """The words of content of a translation, in order."""
    code = primary(evidence.source_language)
    known = [(bare_key(word, code), word) for word in evidence.source_words]
    returned: dict[int, list[str]] = {}
    for place, back in enumerate(evidence.back_words):
        for k in linked_words(evidence, place):
            returned.setdefault(k, []).append(bare_key(back, code))
    return [
        Unsure(word, tuple(own for key, own in known if any(is_same(key, other) for other in returned.get(k, ()))))
        for k, word in enumerate(evidence.target_words)
        if is_content(word)
    ]


def signals_of_words(evidence: Evidence, found: Sequence[Unsure], target: str) -> list[dict[str, float]]:
    """What tells a wrong word from a right one; more is more likely wrong.

    Args:
        evidence: On the sentence.
        found: Words of it.
        target: BCP 47 code of the translation.

    Returns:
        unsure: How surprised the model is by the word, given the sentence.
        pieces: As signals() has them.
        kept: Whether it is a word of the sentence in small letters that the translation's language has not, 0 or 1.
        unreturned: Whether it did not become a word of the sentence in the read-back, 0 or 1.
    """
    source = {plain(word.text) for word in evidence.source_words}
    return [
        {
            "unsure": max(surprises([word], evidence.forward), default=0.0),
            "pieces": pieces([word], evidence),
            "kept": float(word.text.islower() and plain(word.text) in source and is_word(word.text, target) is False),
            "unreturned": float(not own),
        }
        for word, own in found
    ]
