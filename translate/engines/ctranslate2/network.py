"""A converted checkpoint on CTranslate2: token sequences in, token sequences with their scores out."""

import os
from collections.abc import Sequence
from threading import Lock
from typing import Any

from translate.engines.checkpoints.batches import Output, length_batches, output_limit
from translate.engines.checkpoints.checkpoint import Checkpoint
from translate.engines.checkpoints.device import absent
from translate.engines.checkpoints.tokens import Tokenization
from translate.engines.protocol import Decoding
from translate.engines.settings import EngineSettings
from translate.errors import EngineError
from translate.message import say

_BATCH_TOKENS = 2048  # of 32 sentences: 256 took 1.9 times as long, 1,024 1.2 times
_CARD_TOKENS = 16384  # some 500 sentences: M2M100 in float16 takes about 2 GB for them


class ConvertedNetwork:
    """A loaded CTranslate2 model with its tokenizer.

    Args:
        checkpoint: A CTranslate2 folder that also has the tokenizer's files.
        settings: Device and precision.

    Raises:
        EngineError: A package is missing, or the files cannot be read.
    """

    def __init__(self, checkpoint: Checkpoint, settings: EngineSettings = EngineSettings()) -> None:
        self.tokenization = Tokenization(checkpoint)
        self._translator, self.precision = _load(checkpoint, settings)
        self._batch_tokens = _BATCH_TOKENS if self._translator.device == "cpu" else _CARD_TOKENS
        self._workers: int = self._translator.num_translators
        self._lock = Lock()

    def run(self, sequences: Sequence[Sequence[int]], target: str, decoding: Decoding) -> list[Output]:
        """One output for each sequence of input tokens, in their order; batches run on all workers at once."""
        forced = self.tokenization.names(self.tokenization.forced(target))
        share = -(-sum(map(len, sequences)) // self._workers)
        outputs: dict[int, Output] = {}
        with self._lock:
            running = [
                (alike, self._start([sequences[i] for i in alike], forced, decoding))
                for batch in length_batches(sequences, min(self._batch_tokens, share))
                for alike in _by_least(batch, sequences, decoding.min_length_ratio)
            ]
            for alike, results in running:
                for i, result in zip(alike, results, strict=True):
                    outputs[i] = self._output(result.result(), output_limit(sequences[i]), forced)
        return [outputs[i] for i in range(len(sequences))]

    def _start(self, batch: list[Sequence[int]], forced: list[str], decoding: Decoding) -> list[Any]:
        """Results to wait for, of sequences that have the same least length."""
        longest = max(map(output_limit, batch)) + len(forced)
        least = _least(batch[0], decoding.min_length_ratio)
        results: list[Any] = self._translator.translate_batch(
            [self.tokenization.names(inputs) for inputs in batch],
            target_prefix=[forced] * len(batch) if forced else None,
            beam_size=decoding.beam,
            no_repeat_ngram_size=decoding.no_repeat_ngram,
            min_decoding_length=min(max(1, least), longest),
            max_decoding_length=longest,
            max_input_length=0,  # never cut: count_tokens() and translate() see to the length
            return_scores=True,
            return_attention=decoding.alignment,
            return_end_token=True,
            asynchronous=True,
        )
        return results

    def _output(self, result: Any, limit: int, forced: list[str]) -> Output:
        """One result in our terms."""
        tokens = self.tokenization.ids(result.hypotheses[0][len(forced) :])
        end = tokens.index(self.tokenization.eos) if self.tokenization.eos in tokens else len(tokens)
        kept = tuple(tokens[: min(end, limit)])
        weights = result.attention[0][len(forced) :] if result.attention else []
        whole = len(result.hypotheses[0])  # CTranslate2 divides by the forced beginning's length too
        return Output(
            kept,
            result.scores[0] * whole / max(1, whole - len(forced)),
            truncated=end >= limit or end == len(tokens),
            attention=tuple(tuple(line) for line in weights[: len(kept)]),
        )


def _least(inputs: Sequence[int], ratio: float) -> int:
    """Fewest tokens that the output of some input may have."""
    return int(ratio * len(inputs))


def _by_least(batch: list[int], sequences: Sequence[Sequence[int]], ratio: float) -> list[list[int]]:
    """A batch in parts that have the same least output: CTranslate2 takes one for a whole batch."""
    parts: dict[int, list[int]] = {}
    for i in batch:
        parts.setdefault(_least(sequences[i], ratio), []).append(i)
    return list(parts.values())


def _load(checkpoint: Checkpoint, settings: EngineSettings) -> tuple[Any, str]:
    """The model, on a card in float16 where there is one, and its precision as the signature has it."""
    import ctranslate2

    on_gpu = settings.device in ("auto", "cuda") and ctranslate2.get_cuda_device_count() > 0
    if settings.device not in ("auto", "cpu") and not on_gpu:
        raise absent(settings.device, "ctranslate2")
    precision = settings.precision
    if precision == "auto":
        precision = "float16" if on_gpu else "int8"
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        # One thread a worker and one worker a core: sentences are many, and threads that share one wait for each other.
        translator = ctranslate2.Translator(
            str(checkpoint.folder),
            device="cuda" if on_gpu else "cpu",
            compute_type=precision,
            inter_threads=1 if on_gpu else cores,
            intra_threads=1,
        )
    except (RuntimeError, ValueError, LookupError) as error:
        raise EngineError(
            say(
                "The model {model} cannot be read by CTranslate2 {version}: {reason}. Convert it again: "
                "python -m translate models convert {model}",
                model=checkpoint.name,
                version=ctranslate2.__version__,
                reason=str(error),
            )
        ) from error
    return translator, f"{'cuda ' if on_gpu else ''}{precision} {ctranslate2.__version__}"
