"""Seq2SeqEngine: OPUS-MT, M2M100, NLLB, mBART-50 and MADLAD-400 on PyTorch."""

from translate.engines.checkpoints.checkpoint import Checkpoint
from translate.engines.checkpoints.device import torch_device
from translate.engines.checkpoints.engine import CheckpointEngine, LoadedNetwork
from translate.engines.seq2seq.network import Network


class Seq2SeqEngine(CheckpointEngine):
    """Runs Hugging Face checkpoints on PyTorch, on the graphics card where there is one.

    Floating-point sums depend a little on a batch's shape: an output that hangs by a hair may differ by a word from
    what it is alone.
    """

    name = "seq2seq"

    @property
    def window(self) -> int:
        """More on a card, which is as fast with ten times as many."""
        return 64 if torch_device(self._settings) == "cpu" else 1024

    def _load(self, checkpoint: Checkpoint) -> LoadedNetwork:
        return Network(checkpoint, self._settings)
