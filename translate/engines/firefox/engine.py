"""FirefoxEngine: the engine that translate() uses by default."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from translate.engines.engine import GREEDY, Decoding
from translate.engines.firefox.graphs import BUILDER
from translate.engines.firefox.greedy import Output, greedy
from translate.engines.firefox.translator import Translator
from translate.errors import EngineError, LanguageError
from translate.hypothesis import Hypothesis
from translate.models import Model, find_model

_LENGTH_STEP = 8
_BATCH = 32


class FirefoxEngine:
    """Mozilla's Firefox Translations models, each loaded when its direction is first wanted."""

    name = "firefox"
    max_tokens = 128
    window = 128

    def __init__(self, precision: str = "int8", threads: int | None = None, batch: int = _BATCH) -> None:
        """An engine without any model loaded yet.

        Args:
            precision: "int8", as the models are stored, or "float32", three times slower.
            threads: Batches translated at the same time; by default one a core that this process may use.
            batch: Most sentences in a batch.
        """
        if precision not in ("int8", "float32"):
            raise EngineError(
                f"The precision {precision!r} is unknown; known are int8 and float32. Choose one of these."
            )
        self._precision = precision
        self._threads = threads or _cores()
        self._batch = batch
        self._translators: dict[str, Translator] = {}
        self._lock = Lock()

    def supports(self, source: str, target: str) -> bool:
        """Whether a model of this direction is on this machine."""
        return find_model(source, target) is not None

    def count_tokens(self, text: str, source: str, target: str) -> int:
        """SentencePiece tokens of `text`, with the end mark."""
        return len(self._translator(source, target).encode(text)) + 1

    def signature(self, source: str, target: str) -> str:
        """Model's hash, version of the graphs, precision."""
        model = self._model(source, target)
        return f"firefox {model.network.sha256[:16]} builder {BUILDER} {self._precision}"

    def describe(self, source: str, target: str) -> str:
        """The kind of model: "Firefox tiny"."""
        return f"Firefox {self._model(source, target).kind}"

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        """Translate each text by itself; see the Engine protocol.

        Sentences are batched only with sentences padded to the same length, a multiple of 8 that their own length
        decides: so every number of the computation is the same whatever else is in the batch.
        """
        translator = self._translator(source, target)
        sentences = [translator.encode(text) for text in texts]
        by_length: dict[int, list[int]] = {}
        for position, tokens in enumerate(sentences):
            if tokens:
                by_length.setdefault(-(-(len(tokens) + 1) // _LENGTH_STEP) * _LENGTH_STEP, []).append(position)
        batches = [
            (length, positions[start : start + self._batch])
            for length, positions in sorted(by_length.items(), reverse=True)
            for start in range(0, len(positions), self._batch)
        ]

        def run(batch: tuple[int, list[int]]) -> list[Output]:
            length, positions = batch
            return greedy(translator, [sentences[position] for position in positions], length)

        found = [Hypothesis("", origin=self.name)] * len(texts)
        with ThreadPoolExecutor(self._threads) as workers:
            for (_, positions), outputs in zip(batches, workers.map(run, batches), strict=True):
                for position, output in zip(positions, outputs, strict=True):
                    found[position] = Hypothesis(
                        text=translator.decode(output.tokens),
                        score=sum(output.scores) / len(output.scores),
                        origin=self.name,
                        truncated=output.truncated,
                    )
        return found

    def _model(self, source: str, target: str) -> Model:
        """The model of a direction.

        Raises:
            LanguageError: None is installed.
        """
        found = find_model(source, target)
        if found is None:
            raise LanguageError(
                f"No Firefox model translates from {source} to {target} on this machine. "
                f"Install one: python -m translate models install {source}-{target}"
            )
        return found

    def _translator(self, source: str, target: str) -> Translator:
        """The loaded model of a direction; the first call loads it."""
        model = self._model(source, target)
        with self._lock:
            if model.network.sha256 not in self._translators:
                self._translators[model.network.sha256] = Translator(model, self._precision)
            return self._translators[model.network.sha256]


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
