"""Earlier: what an earlier version of a text and its translation lend to the translation of the new one."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from translate.hypothesis import Hypothesis, Link

Sentence = tuple[str, str]
"""BCP 47 code, and the sentence as one line."""


class Former(NamedTuple):
    """A sentence of the earlier version, its translation, and the word links between them where they are known."""

    source: str
    target: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier version's translation, by the sentences of the new version.

    Attributes:
        language: BCP 47 code of the translation.
        kept: Translations of sentences that stand in both versions, which are taken over as they are.
        former: What each changed sentence was before, whose wording stays wherever its words did.
    """

    language: str
    kept: Mapping[Sentence, Hypothesis]
    former: Mapping[str, Former]

    @property
    def digest(self) -> str:
        """What tells it from others; part of the signature of what is made with it."""
        texts = [(*sentence, found.text) for sentence, found in self.kept.items()]
        return sha256(repr((self.language, texts, list(self.former.items()))).encode()).hexdigest()[:16]
