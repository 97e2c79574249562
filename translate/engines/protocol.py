"""The Engine protocol: what translate() asks of anything that turns sentences into another language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from translate.hypothesis import Hypothesis


@dataclass(frozen=True, slots=True)
class Decoding:
    """How an engine searches for its output. The default is greedy, which is what translate() uses first.

    Attributes:
        beam: Hypotheses kept at a step; 1 is greedy.
        no_repeat_ngram: No n-gram of this many tokens comes twice in an output; 0 allows all.
        min_length_ratio: Least output tokens as a share of source tokens, 0 to 1.
        alignment: Whether word links are wanted.
        token_scores: Whether the score of each token is wanted.
    """

    beam: int = 1
    no_repeat_ngram: int = 0
    min_length_ratio: float = 0.0
    alignment: bool = False
    token_scores: bool = False


GREEDY = Decoding()


class Engine(Protocol):
    """One text in, one hypothesis out, the same whatever stands beside it in the batch."""

    name: str
    """Key in ENGINES; becomes the origin of its hypotheses."""
    max_tokens: int
    """Longest source, in this engine's tokens, that it translates whole; translate() splits longer ones."""

    @property
    def window(self) -> int:
        """Texts that translate() hands over in one call; progress and Stop come between calls."""

    def supports(self, source: str, target: str) -> bool:
        """Whether this engine can translate between two BCP 47 codes now, with what is installed."""

    def count_tokens(self, text: str, source: str, target: str) -> int:
        """Number of tokens that `text` takes of `max_tokens`."""

    def signature(self, source: str, target: str) -> str:
        """Whatever changes the output: engine version, model hash, precision."""

    def describe(self, source: str, target: str) -> str:
        """Short name of the model for people, such as "Firefox tiny"."""

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        """Translate each text by itself.

        Args:
            texts: Single sentences without line ends; any of them may be empty or noise.
            source: BCP 47 code of the texts.
            target: BCP 47 code wanted.
            decoding: The search.

        Returns:
            As many hypotheses as texts, in their order, with `origin` set to the engine's name.

        Raises:
            LanguageError: The pair is not supported.
            EngineError: The model is missing, damaged or cannot run.
        """
