"""The shapes of network that the engine can run, and the refusal of all others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from translate.errors import EngineError
from translate.message import say

_REQUIRED = {
    "type": "transformer",
    "transformer-decoder-autoreg": "rnn",
    "dec-cell": "ssru",
    "transformer-preprocess": "",
    "transformer-postprocess": "dan",
    "transformer-postprocess-top": "",
    "transformer-ffn-activation": "relu",
    "transformer-ffn-depth": 2,
    "transformer-train-position-embeddings": False,
    "transformer-no-projection": False,
    "transformer-tied-layers": [],
    "lemma-dim-emb": 0,
    "input-types": [],
}
"""What every model of the family says; a field that a model doesn't name has the value it has here."""

_FAMILY = {(256, 2): "tiny", (384, 4): "base-memory", (512, 2): "base"}
"""Width and decoder layers of Mozilla's three kinds of student."""


@dataclass(frozen=True, slots=True)
class Architecture:
    """Dimensions of one model.

    Attributes:
        width: Of embeddings and layers.
        heads: Attention heads.
        encoder_layers: Self-attention layers.
        decoder_layers: Recurrent layers with attention over the encoder.
        hidden: Width inside the feed-forward layers.
        source_words: Size of the source vocabulary.
        target_words: Size of the target vocabulary.
        shared: Whether source and target have one embedding.
        guided: Whether the last decoder layer was trained to align words.
    """

    width: int
    heads: int
    encoder_layers: int
    decoder_layers: int
    hidden: int
    source_words: int
    target_words: int
    shared: bool
    guided: bool

    @property
    def source_table(self) -> str:
        """Name of the source embeddings' tensor."""
        return "Wemb" if self.shared else "encoder_Wemb"

    @property
    def target_table(self) -> str:
        """Name of the target embeddings' tensor, which is the output layer's too."""
        return "Wemb" if self.shared else "decoder_Wemb"

    @property
    def kind(self) -> str:
        """Mozilla's name for it: "tiny", "base-memory", "base", or its width."""
        return _FAMILY.get((self.width, self.decoder_layers), f"{self.width} wide")


def architecture(configuration: Mapping[str, Any]) -> Architecture:
    """The dimensions that a model's own configuration names.

    Raises:
        EngineError: A field is missing or has a value that this engine can't run; the message names it.
    """
    for field, wanted in _REQUIRED.items():
        found = configuration.get(field, wanted)
        if found != wanted:
            raise EngineError(
                say(
                    "The model's configuration has {field}: {found}, and only {wanted} can be run here. "
                    "Use a Firefox Translations model of the kinds tiny, base-memory or base.",
                    field=field,
                    found=repr(found),
                    wanted=repr(wanted),
                )
            )
    vocabularies = configuration.get("dim-vocabs")
    if not isinstance(vocabularies, list) or len(vocabularies) != 2:
        raise _unusable("dim-vocabs", vocabularies)
    found = Architecture(
        width=_number(configuration, "dim-emb"),
        heads=_number(configuration, "transformer-heads"),
        encoder_layers=_number(configuration, "enc-depth"),
        decoder_layers=_number(configuration, "dec-depth"),
        hidden=_number(configuration, "transformer-dim-ffn"),
        source_words=int(vocabularies[0]),
        target_words=int(vocabularies[1]),
        shared=bool(configuration.get("tied-embeddings-all", False)),
        guided=configuration.get("transformer-guided-alignment-layer", "last") in ("last", configuration["dec-depth"]),
    )
    if found.width % found.heads or found.width % 2:
        raise _unusable("dim-emb", found.width)
    return found


def _number(configuration: Mapping[str, Any], field: str) -> int:
    """A positive whole number of the configuration."""
    found = configuration.get(field)
    if not isinstance(found, int) or found < 1:
        raise _unusable(field, found)
    return found


def _unusable(field: str, found: object) -> EngineError:
    return EngineError(
        say(
            "The model's configuration has {field}: {found}, which fits no network that can be run "
            "here. The file is damaged or of another family: install the model again, or use another.",
            field=field,
            found=repr(found),
        )
    )
