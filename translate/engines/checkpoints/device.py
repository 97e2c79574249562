"""Where checkpoints run: the processor, or a graphics card where there is one and the reader doesn't say otherwise."""

from typing import Any

from translate.engines.settings import EngineSettings
from translate.errors import EngineError
from translate.message import say

_SHARE = 0.3
"""Of the memory that is free once the model is loaded; what a batch takes is only estimated."""
_LEAST_TOKENS, _MOST_TOKENS = 1024, 32768
_STATES = 12
"""Vectors of d_model that an input token takes in every layer: keys and values of 2.5 outputs and of itself, twice."""


def torch_device(settings: EngineSettings) -> str:
    """PyTorch's name of the device to use: "cuda", "mps" or "cpu".

    Raises:
        EngineError: The one that was asked for is not here.
    """
    import torch

    here = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if settings.device == "auto":
        return next(name for name, is_here in here.items() if is_here)
    if not here[settings.device]:
        raise absent(settings.device, "seq2seq")
    return settings.device


def absent(device: str, engine: str) -> EngineError:
    """What to say where an engine was asked for a device that it does not find."""
    return EngineError(
        say(
            "The engine {engine!r} finds no device {device!r} here. Choose another: --device auto takes what there is, "
            "--device cpu always works.",
            engine=engine,
            device=device,
        )
    )


def torch_precision(settings: EngineSettings, device: str, family: str) -> Any:
    """PyTorch's type of number to compute with.

    Half precision on a card: float16, which keeps 11 bits where bfloat16 keeps 8; bfloat16 for MADLAD-400, whose T5
    has numbers beyond float16's.

    Args:
        settings: What was asked for.
        device: As torch_device() gives it.
        family: Of the checkpoint.
    """
    import torch

    if settings.precision != "auto":
        return getattr(torch, settings.precision)
    if device == "cpu":
        return torch.float32
    return torch.bfloat16 if family == "madlad" else torch.float16


def batch_tokens(model: Any, device: str) -> int:
    """Most input tokens of a batch, padding included, by the memory that is free.

    Args:
        model: A loaded checkpoint, on its device.
        device: As torch_device() gives it; on a processor batches are small, as longer ones gain nothing.
    """
    import torch

    if device == "cpu":
        return _LEAST_TOKENS
    free_bytes = torch.cuda.mem_get_info()[0] if device == "cuda" else _free_on_apple()
    settings = model.config
    layers = getattr(settings, "decoder_layers", None) or settings.num_layers
    states = _STATES * layers * settings.hidden_size * model.dtype.itemsize
    scores = settings.vocab_size * 4 // 4  # in float32, a row for every sentence, which has four tokens at least
    return int(min(_MOST_TOKENS, max(_LEAST_TOKENS, _SHARE * free_bytes / (states + scores))))


def _free_on_apple() -> int:
    """Bytes that PyTorch may still take on an Apple chip."""
    import torch

    return int(torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory())


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether an error of PyTorch or CTranslate2 says that memory was short."""
    return "out of memory" in str(error).casefold()
