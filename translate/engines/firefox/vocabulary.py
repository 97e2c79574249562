"""Text to tokens and back, with the place in the text that each token stands for."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from translate.engines.firefox.graphs import UNKNOWN
from translate.engines.firefox.spelling import Speller
from translate.errors import EngineError
from translate.message import say

_OPENING = frozenset("([{\"'“‘«„‹-–—/")

_KEPT_RARITIES = 16_384

Span = tuple[int, int]
"""Half-open string indices."""


class Vocabulary:
    """The SentencePiece model of one language, or of both."""

    def __init__(self, content: bytes, file: str, language: str) -> None:
        """Load a vocabulary.

        Args:
            content: A SentencePiece model.
            file: Its file's name, for errors.
            language: BCP 47 code of the texts that it is to encode.

        Raises:
            EngineError: The file is no SentencePiece model.
        """
        from sentencepiece import SentencePieceProcessor

        try:
            self._pieces = SentencePieceProcessor(model_proto=content)
            self._pieces.encode("")
        except (OSError, RuntimeError) as error:
            raise EngineError(
                say(
                    "The vocabulary {file} is damaged or of another kind. Install the model again.",
                    file=file,
                )
            ) from error
        self._rarity = lru_cache(maxsize=_KEPT_RARITIES)(self._rarity_of)
        self.speller = Speller(language, lambda character: UNKNOWN not in self._pieces.encode(character))

    def __len__(self) -> int:
        return int(self._pieces.get_piece_size())

    def encode(self, text: str) -> list[int]:
        """Tokens of a text, without an end mark; empty for white space."""
        found: list[int] = self._pieces.encode(self.speller.spell(text).text)
        return found

    def decode(self, tokens: Sequence[int]) -> str:
        """Text of tokens."""
        found: str = self._pieces.decode(list(tokens))
        return found

    def starts_word(self, token: int) -> bool:
        """Whether a token begins a word."""
        return str(self._pieces.id_to_piece(token)).startswith("▁")

    def joins(self, token: int) -> bool:
        """Whether a token goes on with the word before it: a letter or a digit without a space before it."""
        return str(self._pieces.id_to_piece(token))[:1].isalnum()

    def opens(self, token: int) -> bool:
        """Whether a word may follow a token without a space, as behind a bracket."""
        return str(self._pieces.id_to_piece(token))[-1:] in _OPENING

    def source_spans(self, text: str) -> list[Span]:
        """The stretch of `text` behind each token of encode(text); white space belongs to the token after it."""
        spelled = self.speller.spell(text)
        pieces = self._pieces.encode(spelled.text, return_type="proto").pieces
        indices = _indices(spelled.text)
        return [(spelled.places[indices[p.begin]], spelled.places[indices[p.end]]) for p in pieces]

    def target_spans(self, tokens: Sequence[int]) -> list[Span]:
        """The stretch of decode(tokens) that each token stands for."""
        found = self._pieces.decode(list(tokens), return_type="proto")
        indices = _indices(found.text)
        return [(indices[piece.begin], indices[piece.end]) for piece in found.pieces]

    def rarities(self, words: Sequence[str]) -> list[float]:
        """Of each word, minus the natural log-probability of its tokens in the vocabulary's unigram model."""
        return [self._rarity(word) for word in words]

    def _rarity_of(self, word: str) -> float:
        return -sum(float(self._pieces.get_score(token)) for token in self.encode(word))

    def unknown(self, text: str, tokens: Iterable[int]) -> list[Span]:
        """Stretches of `text` that are no token of the vocabulary; `tokens` is encode(text)."""
        if UNKNOWN not in tokens:
            return []
        spans = zip(self.source_spans(text), tokens, strict=True)
        return [span for span, token in spans if token == UNKNOWN and span[0] < span[1]]


def _indices(text: str) -> list[int]:
    """String index by UTF-8 byte offset, as SentencePiece counts; inside a character that character's own."""
    if text.isascii():
        return list(range(len(text) + 1))
    found = [index for index, character in enumerate(text) for _ in character.encode("utf-8", "surrogatepass")]
    return [*found, len(text)]
