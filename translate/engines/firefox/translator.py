"""One direction, loaded: tokens of sentences in, tokens of translations out, a batch at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.architecture import Architecture, architecture
from translate.engines.firefox.graphs import BUILDER, MASKED, decoder_graph, encoder_graph
from translate.engines.firefox.sessions import session
from translate.engines.firefox.weights import read_weights
from translate.models import Model

END = 0
_OUTPUT_RATIO = 2.5  # output tokens a source token, as the models' own configuration has it
_STEP = ("token", "probability")


@dataclass(frozen=True, slots=True)
class Output:
    """Tokens of one translation, without the end mark.

    Attributes:
        tokens: Ids in the target vocabulary.
        scores: Natural log-probability of each token and of the end mark, unless `truncated`.
        truncated: No end mark came within 2.5 tokens a source token.
    """

    tokens: tuple[int, ...]
    scores: tuple[float, ...]
    truncated: bool


class Translator:
    """The two graphs of one model and its vocabularies; safe to use from several threads."""

    def __init__(self, model: Model, precision: str) -> None:
        """Load a model, whose files are checked against their hashes first.

        Args:
            model: What to load.
            precision: "int8" or "float32".

        Raises:
            EngineError: A file is missing, damaged or of a kind that can't be run.
        """
        from sentencepiece import SentencePieceProcessor

        weights = read_weights(model.checked_path(model.network))
        shape = architecture(weights.configuration)
        key = f"{model.network.sha256[:16]}-{BUILDER}-{precision}"
        self.shape: Architecture = shape
        self._encoder = session(f"{key}-encoder", lambda: encoder_graph(weights, shape, precision))
        self._decoder = session(f"{key}-decoder", lambda: decoder_graph(weights, shape, precision))
        self._source = SentencePieceProcessor(model_file=str(model.checked_path(model.source_vocabulary)))
        self._target = SentencePieceProcessor(model_file=str(model.checked_path(model.target_vocabulary)))

    def encode(self, text: str) -> list[int]:
        """Source tokens of a text, without the end mark."""
        found: list[int] = self._source.encode(text)
        return found

    def decode(self, tokens: Sequence[int]) -> str:
        """Text of target tokens."""
        found: str = self._target.decode(list(tokens))
        return found

    def greedy(self, sentences: Sequence[Sequence[int]], length: int) -> list[Output]:
        """The best token at each step, for a batch of sentences.

        Args:
            sentences: Source tokens without the end mark, each shorter than `length`.
            length: What the batch is padded to.

        Returns:
            One output a sentence; it doesn't depend on the other sentences, but on `length` in the last digits.
        """
        state = self._start(sentences, length)
        limits = np.array([int(_OUTPUT_RATIO * (len(tokens) + 1)) + 1 for tokens in sentences])
        rows = np.arange(len(sentences))
        done = np.zeros(len(sentences), bool)
        tokens = np.zeros((len(sentences), int(limits.max())), np.int64)
        scores = np.zeros(tokens.shape, np.float32)
        counts = np.zeros(len(sentences), np.int64)
        previous = np.zeros(len(sentences), np.int64)
        wanted = [*_STEP, *(f"next{layer}" for layer in self._layers)]
        for position in range(tokens.shape[1]):
            step = {"previous": previous, "position": np.array(position, np.float32), **state}
            previous, probability, *cells = self._decoder.run(wanted, step)
            live = ~done[rows]
            tokens[rows[live], position] = previous[live]
            scores[rows[live], position] = np.log(probability[live])
            counts[rows[live]] = position + 1
            done[rows] |= (previous == END) | (position + 1 >= limits[rows])
            if done.all():
                break
            state |= {f"cell{layer}": cell for layer, cell in zip(self._layers, cells, strict=True)}
            keep = ~done[rows]
            if keep.sum() < len(rows):
                rows, previous = rows[keep], previous[keep]
                state = {name: array[keep] for name, array in state.items()}
        return [_output(*row) for row in zip(tokens, scores, counts, strict=True)]

    @property
    def _layers(self) -> range:
        return range(1, self.shape.decoder_layers + 1)

    def _start(self, sentences: Sequence[Sequence[int]], length: int) -> dict[str, NDArray[Any]]:
        """Mask, keys, values and empty cells: the decoder's state before the first step."""
        ids = np.zeros((len(sentences), length), np.int64)
        mask = np.full((len(sentences), 1, 1, length), MASKED, np.float32)
        for row, tokens in enumerate(sentences):
            ids[row, : len(tokens)] = tokens
            mask[row, 0, 0, : len(tokens) + 1] = 0
        names = [f"{kind}{layer}" for layer in self._layers for kind in ("keys", "values")]
        found = self._encoder.run(names, {"ids": ids, "mask": mask})
        empty = np.zeros((len(sentences), 1, self.shape.width), np.float32)
        cells = {f"cell{layer}": empty for layer in self._layers}
        return {"mask": mask, **cells, **dict(zip(names, found, strict=True))}


def _output(tokens: NDArray[np.int64], scores: NDArray[np.float32], count: int) -> Output:
    """One row's output; the end mark is no token of it."""
    ended = bool(tokens[count - 1] == END)
    kept = tokens[: count - 1] if ended else tokens[:count]
    return Output(tuple(kept.tolist()), tuple(scores[:count].tolist()), not ended)
