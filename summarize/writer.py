"""Writers: models that put a text into fewer words of their own."""

from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from translate.errors import EngineError
from translate.message import say


class Writer(Protocol):
    """What the abstractive method asks of a model."""

    name: str
    """Model and version; part of the summary's signature."""
    max_words: int
    """About how many words of text it reads at once."""

    def write(self, text: str) -> str:
        """A summary of the text in its language; may be empty, and may say anything: it is checked afterwards."""


class LocalWriter:
    """A Hugging Face encoder-decoder or causal model in a local folder; no network, no code from the folder.

    Args:
        folder: A checkpoint with its tokenizer.
        prompt: Text for causal models and for T5; "{text}" stands for what is to be summarised.
        most_tokens: Longest output.

    Raises:
        EngineError: The folder or a package is missing, or the model is of another kind.
    """

    max_words = 600

    def __init__(self, folder: Path, prompt: str = "{text}", most_tokens: int = 200) -> None:
        """Look at the folder; the model is loaded when it first writes."""
        if not (folder / "config.json").is_file():
            raise EngineError(
                say(
                    "The folder {folder} holds no model: there is no config.json in it. A checkpoint as "
                    "save_pretrained() writes it is needed. Name such a folder.",
                    folder=str(folder),
                )
            )
        self.name = f"{folder.resolve().name}, {most_tokens} tokens"
        self._folder, self._prompt, self._most_tokens = folder, prompt, most_tokens

    def write(self, text: str) -> str:
        """See Writer; greedy, so the same text gives the same summary."""
        import torch

        tokenizer, model, encodes = self._loaded
        limit = getattr(model.config, "max_position_embeddings", 0) or 1024
        room = limit if encodes else max(1, limit - self._most_tokens)
        tokens = tokenizer(self._prompt.format(text=text), return_tensors="pt", truncation=True, max_length=room)
        tokens.pop("token_type_ids", None)
        with torch.inference_mode():
            output = model.generate(**tokens, max_new_tokens=self._most_tokens, num_beams=1, do_sample=False)
        written = output[0] if encodes else output[0][tokens["input_ids"].shape[1] :]
        return str(tokenizer.decode(written, skip_special_tokens=True)).strip()

    @cached_property
    def _loaded(self) -> tuple[Any, Any, bool]:
        """Tokenizer, model, and whether the model has an encoder."""
        try:
            from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForSeq2SeqLM, AutoTokenizer
        except ImportError as error:
            raise EngineError(
                say(
                    "Writing a summary needs the package {package!r}, which is not installed. The extractive "
                    "methods need none. Install requirements-transformers.txt, or choose one of those.",
                    package=str(error.name),
                )
            ) from error
        options = {"local_files_only": True, "trust_remote_code": False}
        try:
            encodes = bool(AutoConfig.from_pretrained(self._folder, **options).is_encoder_decoder)
            kind = AutoModelForSeq2SeqLM if encodes else AutoModelForCausalLM
            tokenizer = AutoTokenizer.from_pretrained(self._folder, **options)
            return tokenizer, kind.from_pretrained(self._folder, **options).eval(), encodes
        except (ImportError, OSError, ValueError) as error:
            raise EngineError(
                say(
                    "The model in {folder} cannot be loaded: {reason}. An encoder-decoder or a causal model "
                    "of transformers is needed, and torch. Name another folder, or use an extractive method.",
                    folder=str(self._folder),
                    reason=str(error),
                )
            ) from error
