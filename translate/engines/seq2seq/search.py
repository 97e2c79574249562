"""What Hugging Face's search lacks: a least length a row, the chosen tokens' scores, attention of a given output."""

from collections.abc import Sequence
from typing import Any


class EarliestEnd:
    """A logits processor: no row ends before its own least length, whatever stands beside it.

    Args:
        least: Fewest output tokens of each row.
        beam: Rows that each of them takes.
        eos: The end mark.
        start: Tokens that every output begins with.
    """

    def __init__(self, least: Sequence[int], beam: int, eos: int, start: int) -> None:
        self._least = [length + start for length in least for _ in range(beam)]
        self._eos = eos

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        """The scores, with the end mark's at minus infinity in rows that are still too short."""
        early = [row for row, length in enumerate(self._least) if length > input_ids.shape[1]]
        if not early:
            return scores
        scores = scores.clone()
        scores[early, self._eos] = -float("inf")
        return scores


class Chosen:
    """A logits processor that changes nothing and keeps the log-probability of the best token of each step.

    Keeping every step's scores instead would take gigabytes: a vocabulary has up to 256,000 tokens.
    """

    def __init__(self) -> None:
        self._steps: list[list[float]] = []

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        """The scores as they are."""
        values = scores.float()
        self._steps.append((values.max(1).values - values.logsumexp(1)).tolist())
        return scores

    def mean(self, row: int, first: int, count: int) -> float:
        """Mean over so many of a row's steps, from step `first` on."""
        steps = self._steps[first : first + count]
        return sum(step[row] for step in steps) / len(steps) if steps else 0.0


def led_scores(model: Any, ids: Any, mask: Any, forced: Sequence[int], outputs: Sequence[Sequence[int]]) -> list[float]:
    """Mean log-probability of each output's tokens when the decoder is led through them; end marks included.

    A beam search would have to keep every step's scores for it: 3 GB for 32 sentences and four beams.
    """
    import torch
    from transformers.modeling_outputs import BaseModelOutput

    start = model.generation_config.decoder_start_token_id
    found = []
    with torch.inference_mode():
        states = model.get_encoder()(input_ids=ids, attention_mask=mask).last_hidden_state
        for row, output in enumerate(outputs):
            size = int(mask[row].sum())
            tokens = torch.tensor([[start, *forced, *output]], device=ids.device)
            logits = model(
                encoder_outputs=BaseModelOutput(last_hidden_state=states[row : row + 1, :size]),
                attention_mask=mask[row : row + 1, :size],
                decoder_input_ids=tokens[:, :-1],
            ).logits[0, len(forced) :]
            chances = logits.float().log_softmax(-1).gather(1, tokens[0, 1 + len(forced) :, None])
            found.append(float(chances.mean()))
    return found


def led_through(
    model: Any, ids: Any, mask: Any, forced: Sequence[int], outputs: Sequence[Sequence[int]], pad: int
) -> Any:
    """Attention over the input for each output token, as a tensor of shape (rows, output tokens, input tokens).

    Marian's models were trained so that the first head of the last layer aligns words; in others the mean over the
    heads of the last layer but one does so best (Garg et al. 2019, table 2).
    """
    import torch

    start = model.generation_config.decoder_start_token_id
    length = max(len(forced) + len(output) for output in outputs)
    rows = [[start, *forced, *output, *[pad] * (length - len(forced) - len(output))] for output in outputs]
    before = model.config._attn_implementation
    model.set_attn_implementation("eager")  # the fused kernels don't give their weights away
    try:
        with torch.inference_mode():
            found = model(
                input_ids=ids,
                attention_mask=mask,
                decoder_input_ids=torch.tensor(rows, device=ids.device),
                output_attentions=True,
            ).cross_attentions
    finally:
        model.set_attn_implementation(before)
    if model.config.model_type == "marian":
        return found[-1][:, 0]
    return found[max(0, len(found) - 2)].mean(1)
