"""One direction, loaded: its vocabularies and its graphs."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.architecture import Architecture, architecture
from translate.engines.firefox.batches import encoded_length
from translate.engines.firefox.graphs import (
    BUILDER,
    MASKED,
    columns_graph,
    encoder_graph,
    known_graph,
    output_bias,
    output_graph,
    step_graph,
)
from translate.engines.firefox.model import Model
from translate.engines.firefox.sessions import forget, only_wanted, session
from translate.engines.firefox.shortlist import Shortlist, read_shortlist
from translate.engines.firefox.vocabulary import Vocabulary
from translate.engines.firefox.weights import read_weights
from translate.engines.model_files import ModelFile
from translate.engines.recent import Recent
from translate.errors import EngineError
from translate.message import say

State = dict[str, NDArray[Any]]
"""What the decoder carries from step to step, by the names of the step graph's inputs; axis 0 is the batch."""

KnownDraft = tuple[NDArray[np.int64], NDArray[Any]]
"""Of every step of a greedy translation its token, (steps,), and what the output layer got, (steps, width)."""

_GRAPHS = {
    "encoder": encoder_graph,
    "columns": columns_graph,
    "step": step_graph,
    "known": known_graph,
    "output": output_graph,
}
_ENCODED_TOKENS = 6_000
"""Of sentences whose encoding is kept, padding included: 4 kB each. A sentence is translated, read another time and
scored, and a window of 128 takes 5,000. Drafts are kept for as many tokens, at a quarter of a kilobyte each."""


class Translator:
    """The parts of one model; safe to use from several threads."""

    def __init__(self, model: Model, precision: str) -> None:
        """Load a model, whose files are checked against their hashes first.

        Args:
            model: What to load.
            precision: "int8", "uint8" or "float32"; see network.py.

        Raises:
            EngineError: A file is missing, damaged or of a kind that can't be run.
        """
        weights = read_weights(model.checked_content(model.network), model.network.name)
        shape = architecture(weights.configuration)
        key = f"{model.network.sha256[:16]}-"
        sessions = [
            session(f"{key}{BUILDER}-{precision}-{name}", partial(build, weights, shape, precision))
            for name, build in _GRAPHS.items()
        ]
        forget(key, f"{key}{BUILDER}-")
        self.shape: Architecture = shape
        self.shortlist: Shortlist | None = None
        if model.shortlist:
            content = model.checked_content(model.shortlist)
            sizes = shape.source_words, shape.target_words
            self.shortlist = read_shortlist(content, model.shortlist.name, *sizes, shape.shared)
        self._encoder, self._columns, self._step, self._known, self._output = sessions
        self._encoded: Recent[tuple[NDArray[np.float32], ...]] = Recent(_ENCODED_TOKENS)
        self._layers = range(1, shape.decoder_layers + 1)
        self._attended = {f"{kind}{n}": axis for n in self._layers for kind, axis in (("keys", 2), ("values", 1))}
        """Names of what the decoder attends to, and which of a sentence's axes is as long as the sentence."""
        self.drafts: Recent[KnownDraft] = Recent(_ENCODED_TOKENS)
        self._bias = output_bias(weights)
        self.target_language = model.target
        self.source = _vocabulary(model, model.source_vocabulary, model.source)
        self.target = self.source
        if model.target_vocabulary != model.source_vocabulary:
            self.target = _vocabulary(model, model.target_vocabulary, model.target)
        self._check_vocabularies()

    def start(self, sentences: Sequence[Sequence[int]], length: int, beam: int = 1) -> State:
        """The decoder's state before its first step.

        Args:
            sentences: Source tokens without the end mark, each shorter than `length`.
            length: What the batch is padded to.
            beam: Hypotheses that each sentence will have at a step.
        """
        encodings = self._encodings(sentences, length)
        empty = np.zeros((len(sentences), beam, self.shape.width), np.float32)
        cells = {f"cell{layer}": empty for layer in self._layers}
        found = {
            name: _side_by_side([encoding[place] for encoding in encodings], length, axis)
            for place, (name, axis) in enumerate(self._attended.items())
        }
        return {"mask": _masks(sentences, length), **cells, **found}

    def _encodings(self, sentences: Sequence[Sequence[int]], length: int) -> list[tuple[NDArray[np.float32], ...]]:
        """What the decoder attends to in each sentence; what is still known is not computed again.

        Each is encoded at a length of its own, as every number of the encoder takes time, and at most at `length`.
        """
        keys = [(min(length, encoded_length(tokens)), *tokens) for tokens in sentences]
        known = {key: self._encoded.get(key) for key in keys}
        rows_by_length: dict[int, list[int]] = {}
        for row, key in enumerate(keys):
            if known[key] is None:
                rows_by_length.setdefault(key[0], []).append(row)
        for own_length, rows in rows_by_length.items():
            ids = np.zeros((len(rows), own_length), np.int64)
            for own, row in zip(ids, rows, strict=True):
                own[: len(sentences[row])] = sentences[row]
            mask = _masks([sentences[row] for row in rows], own_length)
            found = self._encoder.run(list(self._attended), {"ids": ids, "mask": mask})
            for row, *arrays in zip(rows, *found, strict=True):
                known[keys[row]] = encoding = tuple(own.copy() for own in arrays)
                self._encoded.put(keys[row], encoding, own_length)
        return [found for key in keys if (found := known[key]) is not None]

    def likely_words(self, tokens: Sequence[int]) -> NDArray[np.int64]:
        """Sorted target ids that a sentence is likely to need; all where the model has no shortlist."""
        if self.shortlist is None:
            return np.arange(self.shape.target_words)
        return self.shortlist.words(tokens)

    def listed_words(self, tokens: Sequence[int]) -> NDArray[np.int64]:
        """Sorted target ids that the shortlist has for a sentence, and no common ones; all where there is no list."""
        if self.shortlist is None:
            return np.arange(self.shape.target_words)
        return self.shortlist.words(tokens, common=False)

    def choice(self, words_by_row: Sequence[NDArray[np.int64]]) -> tuple[NDArray[np.int64], NDArray[Any], State]:
        """What a batch chooses its words among.

        Args:
            words_by_row: Sorted target ids that each row may choose.

        Returns:
            All of them sorted; their columns of the output layer; and the rows' part of the state: bias, which rules
            out what others brought.
        """
        places = np.zeros(self.shape.target_words, np.int64)
        places[np.concatenate(words_by_row)] = 1
        words = np.flatnonzero(places)
        places[words] = np.arange(len(words))
        bias = np.full((len(words_by_row), 1, len(words)), MASKED, np.float32)
        for row, own in enumerate(words_by_row):
            bias[row, 0, places[own]] = self._bias[own]
        (columns,) = self._columns.run(None, {"ids": words})
        return words, columns, {"bias": bias}

    def own_choice(self, words_by_row: Sequence[NDArray[np.int64]]) -> tuple[NDArray[np.int64], State]:
        """What each sentence of a batch chooses its words among, with columns of its own.

        Where a sentence has several hypotheses these pay: 32 sentences list 9,000 words together and 1,000 each.

        Args:
            words_by_row: Sorted target ids that each row may choose.

        Returns:
            The ids (rows, n), END in the places that a row does not need; and the rows' part of the state: words, and
            bias, which rules those places out.
        """
        words = np.zeros((len(words_by_row), max(map(len, words_by_row))), np.int64)
        bias = np.full((len(words_by_row), 1, words.shape[1]), MASKED, np.float32)
        for row, own in enumerate(words_by_row):
            words[row, : len(own)] = own
            bias[row, 0, : len(own)] = self._bias[own]
        (columns,) = self._columns.run(None, {"ids": words.ravel()})
        by_row = np.ascontiguousarray(columns.reshape(-1, *words.shape).transpose(1, 0, 2))
        return words, {"words": by_row, "bias": bias}

    def step(
        self, wanted: Sequence[str], state: State, previous: NDArray[np.int64], position: int, count: int = 1
    ) -> tuple[list[NDArray[Any]], State]:
        """One decoder step: the wanted outputs of the step graph, and the new cells of the state.

        Args:
            wanted: Names of outputs.
            state: With words, the columns of the output layer, and bias.
            previous: Tokens of the step before, (rows, beam).
            position: Number of the step, from 0.
            count: How many of the likeliest words are wanted.
        """
        names = [*wanted, *(f"next{layer}" for layer in self._layers)]
        inputs = {
            "previous": previous,
            "position": np.array(position, np.float32),
            "count": np.array([min(count, state["bias"].shape[-1])]),
        }
        found = self._step.run(names, inputs | state, only_wanted())
        cells = {f"cell{layer}": cell for layer, cell in zip(self._layers, found[len(wanted) :], strict=True)}
        return found[: len(wanted)], cells

    def known_steps(self, state: State, previous: NDArray[np.int64], position: int) -> tuple[NDArray[Any], State]:
        """Decoder steps whose words are known: what the output layer gets at each, and the state after the last.

        Args:
            state: As start() gives it, for one hypothesis a sentence.
            previous: Tokens of the step before each, (rows, steps).
            position: Number of the first step.
        """
        (columns,) = self._columns.run(None, {"ids": previous.ravel()})
        numbers = np.arange(position, position + previous.shape[1], dtype=np.float32)
        inputs = {
            "words": np.ascontiguousarray(columns.T).reshape(*previous.shape, -1),
            "position": numbers[:, None],
        }
        names = [f"next{layer}" for layer in self._layers]
        hidden, *cells = self._known.run(["hidden", *names], inputs | state)
        return hidden, state | {f"cell{layer}": cell for layer, cell in zip(self._layers, cells, strict=True)}

    def output(
        self, wanted: Sequence[str], hidden: NDArray[Any], tokens: NDArray[np.int64], count: int = 1
    ) -> list[NDArray[Any]]:
        """The wanted outputs of the output graph, over the whole vocabulary; `count` of the most likely words."""
        most = np.array([min(count, self.shape.target_words)])
        inputs = {"hidden": hidden, "token": tokens[:, None], "count": most}
        found: list[NDArray[Any]] = self._output.run(wanted, inputs, only_wanted())
        return found

    def _check_vocabularies(self) -> None:
        """Raise EngineError where a vocabulary has more words than the network."""
        sides = ((self.source, self.shape.source_words), (self.target, self.shape.target_words))
        for vocabulary, size in sides:
            if len(vocabulary) > size:
                raise EngineError(
                    say(
                        "A vocabulary has {count} words and its model {size}: they don't belong together. "
                        "Install the model again.",
                        count=len(vocabulary),
                        size=size,
                    )
                )


def _masks(sentences: Sequence[Sequence[int]], length: int) -> NDArray[np.float32]:
    """(sentences, 1, 1, length): 0 for tokens and the end mark, MASKED for padding."""
    mask = np.full((len(sentences), 1, 1, length), MASKED, np.float32)
    for row, tokens in enumerate(sentences):
        mask[row, 0, 0, : len(tokens) + 1] = 0
    return mask


def _side_by_side(arrays: Sequence[NDArray[np.float32]], length: int, axis: int) -> NDArray[np.float32]:
    """Arrays of several sentences as one, each filled up with zeros to `length` along an axis."""
    shape = list(arrays[0].shape)
    shape[axis] = length
    found = np.zeros((len(arrays), *shape), np.float32)
    for row, own in zip(found, arrays, strict=True):
        row[tuple(map(slice, own.shape))] = own
    return found


def _vocabulary(model: Model, file: ModelFile, language: str) -> Vocabulary:
    """One of a model's vocabularies."""
    return Vocabulary(model.checked_content(file), file.name, language)
