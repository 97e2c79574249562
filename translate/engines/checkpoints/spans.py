"""Attention between tokens to links between words, as character spans of both texts."""

import re
import unicodedata
from collections.abc import Sequence

from translate.hypothesis import Link
from translate.text.words import UNSPACED

_AHEAD = 8  # characters that a tokenizer may have dropped between two tokens
_PLAIN = str.maketrans("“”„«»‘’‚–—", '"""""\'\'\'--')
# A word of a script with spaces, or one other character; scripts without spaces are linked token by token.
_WORD = re.compile(rf"(?:[^\W{UNSPACED}]|(?<=\w)['’\-](?=\w))+")


def links(
    text: str,
    output: str,
    text_tokens: Sequence[str],
    output_tokens: Sequence[str],
    attention: Sequence[Sequence[float]],
) -> tuple[Link, ...]:
    """Word links: each output token is tied to the input token that it attended to most.

    Args:
        text: What was translated.
        output: Its translation.
        text_tokens: The encoder's tokens, "▁" before a word; control symbols may be among them.
        output_tokens: The output's tokens.
        attention: For each output token, one weight an input token.

    Returns:
        Links in source order, each once.
    """
    source, target = token_spans(text, text_tokens), token_spans(output, output_tokens)
    placed = [i for i, span in enumerate(source) if span is not None]
    found = set()
    for span, weights in zip(target, attention, strict=False):
        if span is not None and placed:
            partner = source[max(placed, key=lambda i: (weights[i], -i))]
            assert partner is not None
            found.add(Link(*_word(text, partner), *_word(output, span)))
    return tuple(sorted(found))


def token_spans(text: str, tokens: Sequence[str]) -> list[tuple[int, int] | None]:
    """Where each token stands in a text; None for control symbols and what the text does not hold.

    >>> token_spans("No fees.", ["▁No", "▁fee", "s", ".", "</s>"])
    [(0, 2), (3, 6), (6, 7), (7, 8), None]
    """
    letters, places = [], []
    for place, character in enumerate(text):
        for letter in _normal(character):
            letters.append(letter)
            places.append(place)
    flat = "".join(letters)
    position = 0
    spans: list[tuple[int, int] | None] = []
    for token in tokens:
        wanted = _normal(token.replace("▁", ""))
        start = flat.find(wanted, position, position + len(wanted) + _AHEAD) if wanted else -1
        if start < 0:
            spans.append(None)
            continue
        position = start + len(wanted)
        spans.append((places[start], places[position - 1] + 1))
    return spans


def _normal(text: str) -> str:
    """Letters as tokenizers compare them: compatibility forms and case undone, no white space."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN).split())


def _word(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The word that a span stands in; the span itself in scripts without spaces and for punctuation."""
    for found in _WORD.finditer(text, max(0, text.rfind(" ", 0, span[0]))):
        if found.start() > span[0]:
            break
        if found.end() > span[0]:
            return found.start(), max(found.end(), span[1])
    return span
