"""Writers: models that put a text into fewer words of their own."""

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, NamedTuple, Protocol, runtime_checkable

from translate.errors import EngineError, InputError
from translate.extras import models_command
from translate.message import say

_PLACE = "{text}"
_END = re.compile(r"[.!?。！？؟]\s*")


class Part(NamedTuple):
    """A stretch of a document, and those of its sentences that an extractive summary has."""

    text: str
    outline: tuple[str, ...]


class Writer(Protocol):
    """What the abstractive method asks of a model."""

    @property
    def name(self) -> str:
        """Model and version; part of the summary's signature."""

    max_words: int
    """About how many words of text it reads at once."""

    def write(self, text: str) -> str:
        """A summary of the text in its language; may be empty, and may say anything: it is checked afterwards."""


@runtime_checkable
class OutlineWriter(Protocol):
    """A writer that is told what matters, and makes one summary of all parts itself."""

    def write_from(self, parts: Sequence[Part], language: str, most: int) -> list[str]:
        """Sentences of a summary, in the text's order.

        Args:
            parts: Of the document, none longer than max_words.
            language: BCP 47 code of the language to write in: the reader's, where the document is translated.
            most: Most sentences wanted.

        Returns:
            Anything: each is checked afterwards.

        Raises:
            EngineError: The model gave no answer; the summary is extractive then.
        """


@runtime_checkable
class AnsweringWriter(Protocol):
    """A writer that can be asked a question."""

    def answer(self, question: str, passages: Sequence[str], language: str) -> list[str]:
        """Sentences that answer a question by some passages.

        Args:
            question: As the reader asked it.
            passages: In the language wanted, as far as they could be translated.
            language: BCP 47 code of the language wanted.

        Returns:
            Anything: each is checked afterwards.

        Raises:
            EngineError: The model gave no answer.
        """


class LocalWriter:
    """A Hugging Face encoder-decoder or causal model in a local folder; no network, no code from the folder.

    Args:
        folder: A checkpoint with its tokenizer.
        prompt: What the model is given: "{text}" stands in it for what is to be summarised. A model that was made for
            summaries alone needs nothing else.
        most_tokens: Longest output.

    Raises:
        EngineError: The folder or a package is missing, or the model is of another kind.
        InputError: The prompt has no place for the text.
    """

    max_words = 600

    def __init__(self, folder: Path, prompt: str = _PLACE, most_tokens: int = 200) -> None:
        """Look at the folder; the model is loaded when it first writes."""
        if not (folder / "config.json").is_file():
            raise EngineError(
                say(
                    "The folder {folder} holds no model: there is no config.json in it. A checkpoint as "
                    "save_pretrained() writes it is needed. Name such a folder.",
                    folder=str(folder),
                )
            )
        if _PLACE not in prompt:
            raise InputError(
                say(
                    "The prompt {prompt!r} has no {place}, which stands for the text. Put it where the text is to go.",
                    prompt=prompt,
                    place=_PLACE,
                )
            )
        prompted = "" if prompt == _PLACE else f", prompt {prompt!r}"
        self.name = f"{folder.resolve().name}, {most_tokens} tokens{prompted}"
        self._folder, self._prompt, self._most_tokens = folder, prompt, most_tokens

    def write(self, text: str) -> str:
        """See Writer; greedy, so a text always gives the same summary. One too long for the model is read in halves."""
        import torch

        tokenizer, model, encodes = self._loaded
        limit = getattr(model.config, "max_position_embeddings", 0) or 1024
        room = limit if encodes else max(1, limit - self._most_tokens)
        tokens = tokenizer(self._prompt.replace(_PLACE, text), return_tensors="pt")
        if tokens["input_ids"].shape[1] > room and (halves := _halves(text)):
            return " ".join(self.write(half) for half in halves)
        tokens = {name: values[:, :room] for name, values in tokens.items()}  # one sentence that is longer than that
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
                    "methods need none. Run {command}, or choose one of those.",
                    package=str(error.name),
                    command=models_command(),
                )
            ) from error
        options = {"local_files_only": True, "trust_remote_code": False}
        try:
            encodes = bool(AutoConfig.from_pretrained(self._folder, **options).is_encoder_decoder)
            kind = AutoModelForSeq2SeqLM if encodes else AutoModelForCausalLM
            tokenizer = AutoTokenizer.from_pretrained(self._folder, **options)
            return tokenizer, kind.from_pretrained(self._folder, **options).eval(), encodes
        except (ImportError, OSError, ValueError, KeyError, RuntimeError, UnpicklingError) as error:
            raise EngineError(
                say(
                    "The model in {folder} cannot be loaded: {reason}. An encoder-decoder or a causal model "
                    "of transformers is needed, and torch. Name another folder, or use an extractive method.",
                    folder=str(self._folder),
                    reason=str(error),
                )
            ) from error


def _halves(text: str) -> tuple[str, str] | None:
    """A text in two at the sentence end nearest to its middle, or None where there is no such place."""
    places = [match.end() for match in _END.finditer(text) if 0 < match.end() < len(text)]
    if not places:
        return None
    middle = min(places, key=lambda place: abs(2 * place - len(text)))
    return text[:middle], text[middle:]
