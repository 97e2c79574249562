"""The Constrained protocol: engines that can be told words that a translation must have."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from translate.hypothesis import Hypothesis

Forms = tuple[str, ...]
"""Forms of one phrase, any of which will do: “sanção”, “sanções”. Letters count; a capital initial will always do."""


@runtime_checkable
class Constrained(Protocol):
    """An engine that can be told what must stand in a translation."""

    def translate_with(
        self, texts: Sequence[str], phrases: Sequence[Sequence[Forms]], source: str, target: str
    ) -> list[Hypothesis | None]:
        """Translate each text by itself, so that its phrases stand in the translation as whole words.

        Args:
            texts: Single sentences without line ends; any of them may be empty or noise.
            phrases: For each text the phrases that its translation must have, in any order, each once at least.
            source: BCP 47 code of the texts.
            target: BCP 47 code wanted.

        Returns:
            A hypothesis a text, with word links and token scores; None where none has all phrases, and where a text
            has no phrase or is longer than `max_tokens`.

        Raises:
            LanguageError: The pair is not supported.
            EngineError: The model is missing, damaged or cannot run.
        """
