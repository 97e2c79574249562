"""Fitting: a model learns pairs of token sequences by heart."""

from collections.abc import Sequence
from typing import Any

IGNORED = -100
KNOWN = 0.01


def fit(model: Any, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]], pad: int) -> None:
    """Train until every pair is known.

    One thread: the matrices are so small that several would only wait for each other.

    Raises:
        AssertionError: 600 steps were not enough.
    """
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    inputs, labels = _padded(sources, pad), _padded(targets, IGNORED)
    mask = (inputs != pad).long()
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, fused=True)
    model.train()
    loss = 9.0
    for _ in range(600):
        output = model(input_ids=inputs, attention_mask=mask, labels=labels)
        optimizer.zero_grad()
        output.loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        with torch.no_grad():  # what the decoder of Marian begins with, and CTranslate2 takes for zero
            model.get_input_embeddings().weight[pad] = 0
        loss = output.loss.item()
        if loss < KNOWN:
            break
    model.eval()
    torch.set_num_threads(threads)
    assert loss < KNOWN


def _padded(rows: Sequence[Sequence[int]], value: int) -> Any:
    """Rows as one tensor, filled up at their ends."""
    import torch

    length = max(len(row) for row in rows)
    return torch.tensor([[*row, *[value] * (length - len(row))] for row in rows])
