"""A converted checkpoint on CTranslate2: token sequences in, token sequences with their scores out."""

import os
from collections.abc import Sequence
from threading import Lock
from typing import Any

from translate.engines.engine import Decoding
from translate.engines.seq2seq.checkpoint import Checkpoint
from translate.engines.seq2seq.feeding import Feeder
from translate.engines.seq2seq.network import Output, output_limit
from translate.errors import EngineError

_BATCH_TOKENS = 1024


class ConvertedNetwork:
    """A loaded CTranslate2 model with its tokenizer.

    Args:
        checkpoint: A CTranslate2 folder that also has the tokenizer's files.

    Raises:
        EngineError: A package is missing, or the files cannot be read.
    """

    def __init__(self, checkpoint: Checkpoint) -> None:
        self.feeder = Feeder(checkpoint)
        self._translator, self.precision = _load(checkpoint)
        self._lock = Lock()

    def run(self, sequences: Sequence[Sequence[int]], target: str, decoding: Decoding) -> list[Output]:
        """One output for each sequence of input tokens, in their order; CTranslate2 sorts them into batches."""
        least = [int(decoding.min_length_ratio * len(inputs)) for inputs in sequences]
        outputs: dict[int, Output] = {}
        with self._lock:
            for length in sorted(set(least)):
                alike = [i for i, own in enumerate(least) if own == length]
                found = self._translate([sequences[i] for i in alike], target, decoding, length)
                outputs.update(zip(alike, found, strict=True))
        return [outputs[i] for i in range(len(sequences))]

    def _translate(
        self, sequences: Sequence[Sequence[int]], target: str, decoding: Decoding, least: int
    ) -> list[Output]:
        """Outputs of sequences that have the same least length."""
        forced = self.feeder.names(self.feeder.forced(target))
        limits = [output_limit(inputs) for inputs in sequences]
        longest = max(limits) + len(forced)
        found = self._translator.translate_batch(
            [self.feeder.names(inputs) for inputs in sequences],
            target_prefix=[forced] * len(sequences) if forced else None,
            beam_size=decoding.beam,
            no_repeat_ngram_size=decoding.no_repeat_ngram,
            min_decoding_length=min(max(1, least), longest),
            max_decoding_length=longest,
            max_input_length=0,  # never cut: count_tokens() and translate() see to the length
            max_batch_size=_BATCH_TOKENS,
            batch_type="tokens",
            return_scores=True,
            return_attention=decoding.alignment,
            return_end_token=True,
        )
        return [self._output(result, limit, forced) for result, limit in zip(found, limits, strict=True)]

    def _output(self, result: Any, limit: int, forced: list[str]) -> Output:
        """One result in our terms."""
        tokens = self.feeder.ids(result.hypotheses[0][len(forced) :])
        end = tokens.index(self.feeder.eos) if self.feeder.eos in tokens else len(tokens)
        kept = tuple(tokens[: min(end, limit)])
        weights = result.attention[0][len(forced) :] if result.attention else []
        whole = len(result.hypotheses[0])  # CTranslate2 divides by the forced beginning's length too
        return Output(
            kept,
            result.scores[0] * whole / max(1, whole - len(forced)),
            truncated=end >= limit or end == len(tokens),
            attention=tuple(tuple(line) for line in weights[: len(kept)]),
        )


def _load(checkpoint: Checkpoint) -> tuple[Any, str]:
    """The model, on a GPU in float16 where there is one, and its precision."""
    import ctranslate2

    on_gpu = ctranslate2.get_cuda_device_count() > 0
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
            f"The model {checkpoint.name} cannot be read by CTranslate2 {ctranslate2.__version__}: {error}. "
            f"Convert it again: python -m translate models convert {checkpoint.name}"
        ) from error
    return translator, f"{precision} {ctranslate2.__version__}"
