"""The Scorer protocol: engines that can say how likely they find a translation that somebody else made."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from translate.engines.protocol import Decoding
from translate.hypothesis import Hypothesis, TokenScore


@runtime_checkable
class Scorer(Protocol):
    """An engine that scores given translations. What it says of one pair never depends on the others."""

    name: str

    def supports(self, source: str, target: str) -> bool:
        """Whether this engine can translate between two BCP 47 codes now."""

    def signature(self, source: str, target: str) -> str:
        """Whatever changes the output: engine version, model hash, precision."""

    def translate(self, texts: Sequence[str], source: str, target: str, decoding: Decoding) -> list[Hypothesis]:
        """Translate each text by itself."""

    def score(
        self, texts: Sequence[str], translations: Sequence[str], source: str, target: str
    ) -> list[tuple[TokenScore, ...]]:
        """How likely each translation is, token by token.

        Args:
            texts: Single sentences.
            translations: One for each text.
            source: BCP 47 code of the texts.
            target: BCP 47 code of the translations.

        Returns:
            The tokens of each translation in order, each scored after all that stands before it; none where a text
            or its translation is empty or much longer than the engine takes at once.
        """

    def rarities(self, words: Sequence[str], source: str, target: str) -> list[float]:
        """How rare words of the source language are: minus their log-probability in the model's vocabulary.

        About 4 for "the", 10 for "government", 25 and more for a word that the vocabulary has only pieces of.
        """
