"""CheckpointEngine: what both engines for Hugging Face checkpoints have in common."""

from collections.abc import Sequence
from typing import Protocol

from translate.engines.checkpoints.batches import Output
from translate.engines.checkpoints.checkpoint import Checkpoint
from translate.engines.checkpoints.choice import Checkpoints
from translate.engines.checkpoints.other_language import without_other_language
from translate.engines.checkpoints.spans import links
from translate.engines.checkpoints.tokens import Tokenization
from translate.engines.protocol import GREEDY, Decoding
from translate.engines.settings import EngineSettings
from translate.hypothesis import Hypothesis, Link


class LoadedNetwork(Protocol):
    """A checkpoint that runs: what the engines here are made of."""

    tokenization: Tokenization
    precision: str

    def run(self, sequences: Sequence[Sequence[int]], target: str, decoding: Decoding) -> list[Output]:
        """One output for each sequence of input tokens, in their order."""


class CheckpointEngine:
    """What both engines for Hugging Face checkpoints have in common: all but the running itself.

    Args:
        model: Name of the only checkpoint to use; the best for each pair if None. Weights whose licence forbids
            commercial use are used only so.
        settings: Device and precision.

    Raises:
        EngineError: A package is missing, or no checkpoint has that name.
    """

    name: str
    max_tokens = 256

    def __init__(self, model: str | None = None, settings: EngineSettings = EngineSettings()) -> None:
        self._settings = settings
        self._checkpoints = Checkpoints(self.name, self._load, model)

    def _load(self, checkpoint: Checkpoint) -> LoadedNetwork:
        """The checkpoint, ready to run."""
        raise NotImplementedError

    @property
    def window(self) -> int:
        """See the Engine protocol."""
        return 64

    def supports(self, source: str, target: str) -> bool:
        """Whether a checkpoint on this machine translates the pair."""
        return self._checkpoints.find(source, target) is not None

    def count_tokens(self, text: str, source: str, target: str) -> int:
        """The checkpoint's tokens, with its marks for languages and end."""
        return len(self._checkpoints.network(source, target).tokenization.inputs(text, source, target))

    def signature(self, source: str, target: str) -> str:
        """The checkpoint's name and fingerprint, and the precision that it runs in."""
        checkpoint = self._checkpoints.checkpoint(source, target)
        precision = self._checkpoints.network(source, target).precision
        return f"{self.name} {checkpoint.name} {checkpoint.fingerprint()} {precision}"

    def describe(self, source: str, target: str) -> str:
        """The checkpoint's name for people: "OPUS-MT ru-en"."""
        return self._checkpoints.checkpoint(source, target).title

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        """Translate each text by itself; see the Engine protocol.

        An output that is clearly in another language than asked for is left out: its hypothesis is empty and says why.

        Raises:
            LanguageError: No checkpoint translates the pair.
            EngineError: The checkpoint is damaged.
        """
        network = self._checkpoints.network(source, target)
        sent = [i for i, text in enumerate(texts) if text.strip()]
        inputs = [network.tokenization.inputs(texts[i], source, target) for i in sent]
        outputs = network.run(inputs, target, decoding)
        found = [Hypothesis("", origin=self.name)] * len(texts)
        for i, tokens, output in zip(sent, inputs, outputs, strict=True):
            found[i] = _hypothesis(output, texts[i], tokens, target, network.tokenization, self.name)
        if len(self._checkpoints.checkpoint(source, target).targets) == 1:
            return found
        return [without_other_language(text, hypothesis, target) for text, hypothesis in zip(texts, found, strict=True)]


def _hypothesis(
    output: Output, text: str, inputs: Sequence[int], target: str, tokenization: Tokenization, engine: str
) -> Hypothesis:
    """What a network gave for one text, as a hypothesis.

    Args:
        output: What it gave.
        text: What was translated.
        inputs: The text's tokens as they went in.
        target: BCP 47 code that was asked for.
        tokenization: Of the same checkpoint.
        engine: Name of the engine.
    """
    translated = tokenization.text(output.tokens, target)
    alignment: tuple[Link, ...] = ()
    if output.attention:
        alignment = links(
            text, translated, tokenization.names(inputs), tokenization.names(output.tokens), output.attention
        )
    return Hypothesis(translated, score=output.score, alignment=alignment, origin=engine, truncated=output.truncated)
