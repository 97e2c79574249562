"""Texts to a checkpoint's tokens and back, by its own tokenizer and its family's conventions."""

import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from translate.engines.checkpoints.checkpoint import Checkpoint
from translate.errors import EngineError
from translate.extras import models_command
from translate.message import say

_CLASSES = {
    "marian": "MarianTokenizer",
    "m2m100": "M2M100Tokenizer",
    "nllb": "NllbTokenizer",
    "mbart": "MBart50Tokenizer",
    "madlad": "T5Tokenizer",
}
# OPUS-MT's training text was normalised so (Moses, normalize-punctuation.perl); only where a model lacks the first.
_TYPOGRAPHIC = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-"}


class Tokenization:
    """What goes into a checkpoint and what comes out of it, in tokens.

    Args:
        checkpoint: Its folder has the tokenizer's files.

    Attributes:
        tokenizer: The one of transformers.
        eos: The end mark.
        pad: What fills up shorter rows.

    Raises:
        EngineError: transformers is not installed, or cannot read the files.
    """

    def __init__(self, checkpoint: Checkpoint) -> None:
        self._checkpoint = checkpoint
        self.tokenizer = _load(checkpoint)
        self.eos: int = self.tokenizer.eos_token_id
        self.pad: int = self.tokenizer.pad_token_id
        self._unknown: int = self.tokenizer.unk_token_id
        self._control = frozenset(self.tokenizer.all_special_ids)
        self._replacements = str.maketrans(
            {own: plain for own, plain in _TYPOGRAPHIC.items() if self._lacks(own) and not self._lacks(plain)}
            if checkpoint.family == "marian"
            else {}
        )

    def inputs(self, text: str, source: str, target: str) -> list[int]:
        """The encoder's tokens for one text, with what tells the languages and the end mark."""
        checkpoint = self._checkpoint
        own = checkpoint.sources[source] if checkpoint.family in ("m2m100", "nllb", "mbart") else ""
        if checkpoint.family == "marian":
            own = checkpoint.targets[target]
        if checkpoint.family == "madlad":
            own = f"<2{checkpoint.targets[target]}>"
        first = [self._language(own)] if own else []
        return [*first, *self._tokens(text), self.eos]

    def forced(self, target: str) -> list[int]:
        """What the decoder's output must begin with; empty where the encoder is told the language."""
        if self._checkpoint.family in ("m2m100", "nllb", "mbart"):
            return [self._language(self._checkpoint.targets[target])]
        return []

    def text(self, tokens: Sequence[int], target: str) -> str:
        """The text of an output's tokens; the forced beginning and everything from the end mark on are left out."""
        return str(
            self.tokenizer.decode(
                self.content(tokens, target), skip_special_tokens=True, clean_up_tokenization_spaces=False
            )
        ).strip()

    def content(self, tokens: Sequence[int], target: str) -> list[int]:
        """An output's tokens without the forced beginning, and without the end mark and what follows it."""
        forced = self.forced(target)
        kept = list(tokens[len(forced) :] if list(tokens[: len(forced)]) == forced else tokens)
        return kept[: kept.index(self.eos)] if self.eos in kept else kept

    def names(self, tokens: Sequence[int]) -> list[str]:
        """Tokens as the vocabulary writes them, "▁" before a word."""
        return [str(name) for name in self.tokenizer.convert_ids_to_tokens(list(tokens))]

    def ids(self, names: Sequence[str]) -> list[int]:
        """Tokens that the vocabulary writes so."""
        return [int(token) for token in self.tokenizer.convert_tokens_to_ids(list(names))]

    def _tokens(self, text: str) -> list[int]:
        """Tokens of a text alone: nothing in it is taken for a control symbol."""
        plain = unicodedata.normalize("NFC", text).translate(self._replacements)
        if self._checkpoint.family == "marian" and plain.startswith(">>"):
            plain = f" {plain}"  # the tokenizer takes ">>xxx<<" at the very start for a language
        tokens = self.ids(self.tokenizer.tokenize(plain, split_special_tokens=True))
        return [self._unknown if token in self._control else token for token in tokens]

    def _language(self, own: str) -> int:
        """The token that stands for one of the checkpoint's languages."""
        token = int(self.tokenizer.convert_tokens_to_ids(f"__{own}__" if self._checkpoint.family == "m2m100" else own))
        if token == self._unknown:
            raise EngineError(
                say(
                    "The model {model} has no token for the language {language!r}: its files do not belong "
                    "together. Install it again.",
                    model=self._checkpoint.name,
                    language=own,
                )
            )
        return token

    def _lacks(self, character: str) -> bool:
        """Whether a character is outside the checkpoint's vocabulary."""
        return self._unknown in self.tokenizer.convert_tokens_to_ids(self.tokenizer.tokenize(character))


@contextmanager
def quiet() -> Iterator[None]:
    """No progress bar and no advice of transformers on standard error while a checkpoint is loaded."""
    from transformers.utils import logging

    with warnings.catch_warnings():  # Marian's tokenizer recommends a package whose work `_TYPOGRAPHIC` does
        warnings.simplefilter("ignore")
        logging.disable_progress_bar()
        try:
            yield
        finally:
            logging.enable_progress_bar()


def _load(checkpoint: Checkpoint) -> Any:
    """The checkpoint's tokenizer, from its folder alone."""
    try:
        import transformers

        with quiet():
            return getattr(transformers, _CLASSES[checkpoint.family]).from_pretrained(
                str(checkpoint.folder), local_files_only=True
            )
    except ImportError as error:
        raise EngineError(
            say(
                "Models of Hugging Face need {package}, which is not installed. Run: {command}",
                command=models_command(),
                package=error.name or "transformers",
            )
        ) from error
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise EngineError(
            say(
                "The tokenizer of the model {model} cannot be read: {reason}. It should have the files "
                "of a {family} model in {folder}; install it again.",
                model=checkpoint.name,
                reason=str(error),
                family=checkpoint.family,
                folder=str(checkpoint.folder),
            )
        ) from error
