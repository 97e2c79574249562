"""convert(): a Hugging Face checkpoint to a CTranslate2 folder in 8-bit integers, once and for good."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from translate.engines.checkpoints.checkpoint import NOTES, Checkpoint, find_checkpoints
from translate.engines.checkpoints.tokens import Tokenization, quiet
from translate.engines.model_files import models_folder, sha256
from translate.errors import EngineError
from translate.extras import models_command
from translate.models.folders import place

_KEPT = ("*.spm", "*.model", "vocab.json", "tokenizer*.json", "special_tokens_map.json", "added_tokens.json", "*.md")


def convert(name: str) -> Path:
    """The folder of a checkpoint converted to int8, in the models folder, where the engine ctranslate2 finds it.

    The checkpoint stays; the converted folder has its tokenizer, card and licence and needs nothing of it. An earlier
    conversion is replaced at the very end, so that a failed one leaves it as it was.

    Args:
        name: Name of a checkpoint that the engine seq2seq finds.

    Raises:
        EngineError: There is no such checkpoint, a package is missing, or CTranslate2 cannot convert it.
    """
    checkpoint = _checkpoint(name)
    folder = models_folder() / "ctranslate2" / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".convert-") as work:
        made = Path(work) / "model"
        _write(checkpoint, made)
        for pattern in _KEPT:
            for path in checkpoint.folder.glob(pattern):
                shutil.copyfile(path, made / path.name)
        notes = {
            "name": name,
            "sources": sorted(checkpoint.sources),
            "targets": sorted(checkpoint.targets),
            "licence": checkpoint.licence,
            "converted_from": checkpoint.fingerprint(),
            "files": {path.name: sha256(path) for path in sorted(made.iterdir())},
        }
        (made / NOTES).write_text(json.dumps(notes, indent=1), encoding="utf-8")
        place(made, folder)
    return folder


def _checkpoint(name: str) -> Checkpoint:
    """The checkpoint of a name."""
    known = {checkpoint.name: checkpoint for checkpoint in find_checkpoints("seq2seq")}
    if name not in known:
        raise EngineError(
            f"There is no Hugging Face model {name!r} to convert; installed are {', '.join(known) or 'none'}. "
            "Install one: python -m translate models install hf:ORGANISATION/NAME"
        )
    return known[name]


def _write(checkpoint: Checkpoint, folder: Path) -> None:
    """Write CTranslate2's own files."""
    try:
        import torch  # noqa: F401  the converter reads weights with it
        from ctranslate2.converters import TransformersConverter
    except ImportError as error:
        raise EngineError(
            f"Converting a model needs {error.name}, which is not installed. Run: {models_command()}"
        ) from error
    tokenizer = _as_expected(Tokenization(checkpoint).tokenizer)

    class Converter(TransformersConverter):  # type: ignore[misc]
        def load_tokenizer(self, *arguments: Any, **settings: Any) -> Any:
            return tokenizer

        def load_model(self, *arguments: Any, **settings: Any) -> Any:
            return _with_settings(super().load_model(*arguments, **settings))

    try:
        with quiet():
            Converter(str(checkpoint.folder), low_cpu_mem_usage=True).convert(str(folder), quantization="int8")
    except (OSError, ValueError, KeyError, RuntimeError, AttributeError) as error:
        raise EngineError(
            f"CTranslate2 cannot convert the model {checkpoint.name}: {error}. "
            "The engine seq2seq runs it as it is; nothing was changed."
        ) from error


def _with_settings(model: Any) -> Any:
    """The model with the settings that CTranslate2 4.8 reads and transformers 5 no longer has or means otherwise."""
    settings = model.config
    if settings.model_type == "mbart":
        settings.normalize_before, settings.tokenizer_class = True, "MBart50Tokenizer"
    if settings.model_type == "t5":  # tie_word_embeddings is always true now: the scale would be wrong
        settings.tie_word_embeddings = settings.scale_decoder_outputs
    return model


def _as_expected(tokenizer: Any) -> Any:
    """The tokenizer with what CTranslate2 4.8 reads and those of transformers 5 leave out."""
    if hasattr(tokenizer, "lang_token_to_id"):  # M2M100's languages are missing from its vocabulary
        vocabulary = tokenizer.get_vocab() | tokenizer.lang_token_to_id
        tokenizer.get_vocab = lambda: vocabulary
    if tokenizer.bos_token is None and tokenizer.cls_token is not None:  # mBART's
        tokenizer.bos_token = tokenizer.cls_token
    return tokenizer
