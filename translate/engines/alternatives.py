"""The Alternatives protocol: engines that can give several translations of a sentence."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from translate.hypothesis import Hypothesis

COUNT = 8
"""Readings that are asked for where nothing else is said: a search for 12 is no better (NTREX, 997 lines each way)."""


@runtime_checkable
class Alternatives(Protocol):
    """An engine that gives several translations of a text. Those of one text never depend on the others."""

    def alternatives(
        self, texts: Sequence[str], source: str, target: str, count: int = COUNT
    ) -> list[tuple[Hypothesis, ...]]:
        """The likeliest translations of each text that a beam search of this width finds.

        Args:
            texts: Single sentences without line ends; any of them may be empty or noise.
            source: BCP 47 code of the texts.
            target: BCP 47 code wanted.
            count: How many are wanted, 1 or more.

        Returns:
            Of each text 1 to `count` hypotheses, the best score first, no text twice, with word links and token
            scores. The first greedy translation need not be among them. A text that is longer than `max_tokens` has
            one.

        Raises:
            LanguageError: The pair is not supported.
            EngineError: The model is missing, damaged or cannot run.
        """
