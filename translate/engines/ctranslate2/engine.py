"""CTranslate2Engine: OPUS-MT, M2M100, NLLB, mBART-50 and MADLAD-400 in 8-bit integers."""

from translate.engines.checkpoints.checkpoint import Checkpoint
from translate.engines.checkpoints.engine import CheckpointEngine, LoadedNetwork
from translate.engines.ctranslate2.network import ConvertedNetwork


class CTranslate2Engine(CheckpointEngine):
    """Runs converted checkpoints, several times faster than PyTorch runs the originals.

    A sentence's translation does not depend on what stands beside it: CTranslate2 scales each row by itself.
    """

    name = "ctranslate2"
    window = 128

    def _load(self, checkpoint: Checkpoint) -> LoadedNetwork:
        return ConvertedNetwork(checkpoint, self._settings)
