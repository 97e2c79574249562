"""Where checkpoints run, by what is asked for and what is here; a card's own figures: python -m benchmarks.gpu."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from translate.engines.checkpoints.batches import Output
from translate.engines.checkpoints.device import batch_tokens, is_out_of_memory, torch_device, torch_precision
from translate.engines.protocol import Decoding
from translate.engines.registry import EngineSet
from translate.engines.seq2seq.network import Network
from translate.engines.settings import EngineSettings
from translate.errors import EngineError

pytestmark = pytest.mark.torch
torch = pytest.importorskip("torch")


def having(monkeypatch: pytest.MonkeyPatch, *, cuda: bool, mps: bool = False, free_bytes: int = 0) -> None:
    """Let PyTorch find cards."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda: (free_bytes, free_bytes))
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)


@pytest.mark.parametrize(
    ("cuda", "mps", "asked", "found"),
    [
        (True, False, "auto", "cuda"),
        (False, True, "auto", "mps"),
        (True, True, "auto", "cuda"),
        (False, False, "auto", "cpu"),
        (True, True, "cpu", "cpu"),
        (True, True, "mps", "mps"),
    ],
)
def test_a_card_is_taken_where_there_is_one_and_nobody_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, cuda: bool, mps: bool, asked: str, found: str
) -> None:
    having(monkeypatch, cuda=cuda, mps=mps)
    assert torch_device(EngineSettings(device=asked)) == found


@pytest.mark.parametrize("device", ["cuda", "mps"])
def test_a_card_that_is_not_here_is_told(monkeypatch: pytest.MonkeyPatch, device: str) -> None:
    having(monkeypatch, cuda=False)
    with pytest.raises(EngineError, match=f"finds no device '{device}'.*--device cpu"):
        torch_device(EngineSettings(device=device))


@pytest.mark.parametrize(
    ("device", "family", "asked", "found"),
    [
        ("cpu", "marian", "auto", "float32"),
        ("cuda", "marian", "auto", "float16"),
        ("mps", "marian", "auto", "float16"),
        ("cuda", "madlad", "auto", "bfloat16"),
        ("cuda", "marian", "float32", "float32"),
    ],
)
def test_a_card_computes_in_half_precision_unless_it_is_told_otherwise(
    device: str, family: str, asked: str, found: str
) -> None:
    assert torch_precision(EngineSettings(precision=asked), device, family) is getattr(torch, found)


def model() -> Any:
    """The size of an OPUS-MT model in float16."""
    config = SimpleNamespace(decoder_layers=6, hidden_size=512, vocab_size=58101)
    return SimpleNamespace(config=config, dtype=torch.float16)


def test_a_batch_on_a_processor_is_small() -> None:
    assert batch_tokens(model(), "cpu") == 1024


@pytest.mark.parametrize(
    ("free_bytes", "tokens"),
    [
        (80_000_000_000, 32768),  # as many as pay
        (4_000_000_000, 9102),  # 0.3 * 4e9 / (12 * 6 * 512 * 2 + 58101) = 1.2e9 / 131829
        (10_000_000, 1024),  # never fewer; what does not fit is halved
    ],
)
def test_a_batch_on_a_card_goes_by_its_memory(monkeypatch: pytest.MonkeyPatch, free_bytes: int, tokens: int) -> None:
    having(monkeypatch, cuda=True, free_bytes=free_bytes)
    assert batch_tokens(model(), "cuda") == tokens


class Small(Network):
    """A network with memory for so many sentences at a time."""

    def __init__(self, room: int, error: str = "CUDA out of memory. Tried to allocate 2 GB") -> None:
        self.room, self.error = room, error
        self.sizes: list[int] = []

    def _generate(self, batch: list[Sequence[int]], forced: list[int], decoding: Decoding) -> list[Output]:
        self.sizes.append(len(batch))
        if len(batch) > self.room:
            raise RuntimeError(self.error)
        return [Output(tuple(inputs), 0.0, truncated=False) for inputs in batch]


def test_a_batch_that_does_not_fit_is_halved_and_keeps_its_order() -> None:
    network = Small(2)
    found = network._fitting([[1], [2], [3], [4], [5]], [], Decoding())
    assert ([output.tokens[0] for output in found], network.sizes) == ([1, 2, 3, 4, 5], [5, 2, 3, 1, 2])


def test_one_sentence_that_does_not_fit_is_told() -> None:
    with pytest.raises(EngineError, match="too little memory"):
        Small(0)._fitting([[1]], [], Decoding())


def test_another_error_is_not_taken_for_a_lack_of_memory() -> None:
    with pytest.raises(RuntimeError, match="index out of range"):
        Small(0, "index out of range")._fitting([[1], [2]], [], Decoding())


def test_lack_of_memory_is_known_by_its_words() -> None:
    assert [is_out_of_memory(RuntimeError(text)) for text in ("CUDA out of memory.", "bad shape")] == [True, False]


def test_engines_of_a_set_keep_to_its_settings() -> None:
    assert EngineSet(settings=EngineSettings(device="cpu")).settings.device == "cpu"
