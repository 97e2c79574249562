"""A checkpoint's network on PyTorch: token sequences in, token sequences with their scores out."""

from collections.abc import Sequence
from dataclasses import replace
from pickle import UnpicklingError
from threading import Lock
from typing import Any

from translate.engines.checkpoints.batches import Output, length_batches, output_limit
from translate.engines.checkpoints.checkpoint import Checkpoint
from translate.engines.checkpoints.device import batch_tokens, is_out_of_memory, torch_device, torch_precision
from translate.engines.checkpoints.tokens import Tokenization, quiet
from translate.engines.protocol import Decoding
from translate.engines.seq2seq.search import Chosen, EarliestEnd, led_scores, led_through
from translate.engines.settings import EngineSettings
from translate.errors import EngineError
from translate.extras import models_command
from translate.message import say


class Network:
    """A loaded checkpoint.

    Args:
        checkpoint: What to load.
        settings: Device and precision.
        most_tokens: Most input tokens in a batch, padding included; by the device's memory if None.

    Raises:
        EngineError: PyTorch is not installed, or the weights cannot be read.
    """

    def __init__(
        self, checkpoint: Checkpoint, settings: EngineSettings = EngineSettings(), most_tokens: int | None = None
    ) -> None:
        self.tokenization = Tokenization(checkpoint)
        self._model, device, self.precision = _load(checkpoint, settings)
        self._batch_tokens = most_tokens or batch_tokens(self._model, device)
        self._lock = Lock()

    def run(self, sequences: Sequence[Sequence[int]], target: str, decoding: Decoding) -> list[Output]:
        """One output for each sequence of input tokens, in their order; sorted by length into batches."""
        outputs: dict[int, Output] = {}
        with self._lock:
            for batch in length_batches(sequences, self._batch_tokens):
                found = self._fitting([sequences[i] for i in batch], self.tokenization.forced(target), decoding)
                outputs.update(zip(batch, found, strict=True))
        return [outputs[i] for i in range(len(sequences))]

    def _fitting(self, batch: list[Sequence[int]], forced: list[int], decoding: Decoding) -> list[Output]:
        """Outputs of one batch, in halves where memory is too short for the whole."""
        try:
            return self._generate(batch, forced, decoding)
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            if len(batch) == 1:
                raise EngineError(
                    say("There is too little memory for one sentence. Close other programs, or choose --device cpu.")
                ) from error
        middle = len(batch) // 2  # outside the except: the error holds on to what did not fit
        return self._fitting(batch[:middle], forced, decoding) + self._fitting(batch[middle:], forced, decoding)

    def _generate(self, batch: list[Sequence[int]], forced: list[int], decoding: Decoding) -> list[Output]:
        """Outputs of one batch."""
        import torch

        limits = [output_limit(inputs) for inputs in batch]
        least = [int(decoding.min_length_ratio * len(inputs)) for inputs in batch]
        ids, mask = self._padded(batch)
        chosen = Chosen()
        with torch.inference_mode():
            found = self._model.generate(
                input_ids=ids,
                attention_mask=mask,
                num_beams=decoding.beam,
                do_sample=False,
                no_repeat_ngram_size=decoding.no_repeat_ngram,
                forced_bos_token_id=forced[0] if forced else None,
                forced_eos_token_id=None,
                max_new_tokens=max(limits) + len(forced),
                length_penalty=1.0,
                early_stopping=False,
                logits_processor=[EarliestEnd(least, decoding.beam, self.tokenization.eos, 1 + len(forced)), chosen],
            )
        rows = found[:, 1 + len(forced) :].tolist()  # what every output begins with is left out
        ends = [row.index(self.tokenization.eos) if self.tokenization.eos in row else len(row) for row in rows]
        scored = [row[: min(end + 1, limit)] for row, end, limit in zip(rows, ends, limits, strict=True)]
        if decoding.beam > 1:
            scores = led_scores(self._model, ids, mask, forced, scored)
        else:
            scores = [chosen.mean(i, len(forced), len(tokens)) for i, tokens in enumerate(scored)]
        outputs = [
            Output(tuple(row[: min(end, limit)]), score, truncated=end >= limit or end == len(row))
            for row, end, limit, score in zip(rows, ends, limits, scores, strict=True)
        ]
        return self._with_attention(ids, mask, forced, outputs) if decoding.alignment else outputs

    def _padded(self, batch: list[Sequence[int]]) -> tuple[Any, Any]:
        """Input tokens and their mask, both of shape (sequences, longest)."""
        import torch

        length = max(map(len, batch))
        ids = [[*inputs, *[self.tokenization.pad] * (length - len(inputs))] for inputs in batch]
        mask = [[1] * len(inputs) + [0] * (length - len(inputs)) for inputs in batch]
        device = self._model.device
        return torch.tensor(ids, device=device), torch.tensor(mask, device=device)

    def _with_attention(self, ids: Any, mask: Any, forced: list[int], outputs: list[Output]) -> list[Output]:
        """The outputs with the attention that the decoder pays to the input when it is led through them."""
        weights = led_through(
            self._model, ids, mask, forced, [output.tokens for output in outputs], self.tokenization.pad
        )
        found = []
        for row, (output, size) in enumerate(zip(outputs, mask.sum(1).tolist(), strict=True)):
            own = weights[row, len(forced) : len(forced) + len(output.tokens), :size].tolist()
            found.append(replace(output, attention=tuple(map(tuple, own))))
        return found


def _load(checkpoint: Checkpoint, settings: EngineSettings) -> tuple[Any, str, str]:
    """The model on its device, the device's name, and both with the precision as the signature has them."""
    try:
        device = torch_device(settings)
        from safetensors import SafetensorError
        from transformers import AutoModelForSeq2SeqLM
    except ImportError as error:
        raise EngineError(
            say(
                "The engine 'seq2seq' needs {package}, which is not installed. Run: {command}",
                command=models_command(),
                package=error.name or "PyTorch",
            )
        ) from error
    dtype = torch_precision(settings, device, checkpoint.family)
    try:
        with quiet():
            model = AutoModelForSeq2SeqLM.from_pretrained(
                str(checkpoint.folder), local_files_only=True, trust_remote_code=False, dtype=dtype
            )
    except (OSError, ValueError, KeyError, RuntimeError, UnpicklingError, SafetensorError) as error:
        raise EngineError(
            say(
                "The weights of the model {model} cannot be read: {reason}. They should lie in {folder} "
                "as model.safetensors or pytorch_model.bin; install it again.",
                model=checkpoint.name,
                reason=str(error),
                folder=str(checkpoint.folder),
            )
        ) from error
    number = str(dtype).removeprefix("torch.")
    return model.to(device).eval(), device, number if device == "cpu" else f"{device} {number}"
