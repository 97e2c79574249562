"""A segment to lines that an engine takes: white space joined, pieces no longer than its limit."""

import re
from collections.abc import Callable

# Where a sentence may be cut, best first: after a semicolon or colon, after a comma or dash, at white space.
_CUTS = (
    re.compile(r"(?<=[;:；：؛])\s*"),
    re.compile(r"(?<=[,，、،—–])\s*"),
    re.compile(r"\s+"),
)


def joined_lines(text: str, joiner: str) -> str:
    """A segment as one line: every run of white space becomes a space, a line end becomes the joiner.

    Args:
        text: A segment's text.
        joiner: What stands between two words of its language: " ", or "" for Chinese, Japanese, Thai.

    >>> joined_lines("the Member\\n  States", " ")
    'the Member States'
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return joiner.join(line for line in lines if line)


def pieces(text: str, count_tokens: Callable[[str], int], max_tokens: int) -> list[str]:
    """The text in as few cuts as the limit needs, at the best places for them.

    Args:
        text: One line.
        count_tokens: Tokens of a text for the engine.
        max_tokens: Most tokens a piece may have, at least 1.

    Returns:
        Pieces in order, none empty; together they have every character but white space at the cuts. One piece
        where the text fits. A piece longer than the limit comes back only where a single character exceeds it.
    """
    if len(text.encode()) + 1 < max_tokens or count_tokens(text) <= max_tokens:  # tokens never outnumber bytes
        return [text]
    for cut in _CUTS:
        parts = _merged([part for part in cut.split(text) if part], text, count_tokens, max_tokens)
        if len(parts) > 1:
            return [piece for part in parts for piece in pieces(part, count_tokens, max_tokens)]
    middle = len(text) // 2
    if middle == 0:
        return [text]
    return pieces(text[:middle], count_tokens, max_tokens) + pieces(text[middle:], count_tokens, max_tokens)


def _merged(parts: list[str], text: str, count_tokens: Callable[[str], int], max_tokens: int) -> list[str]:
    """Neighbouring parts put together again for as long as they fit, in the text's own spacing."""
    merged: list[str] = []
    start = end = text.index(parts[0])
    size = 0
    for part in parts:
        begin = text.index(part, end)
        tokens = count_tokens(part)
        if size and size + tokens > max_tokens:
            merged.append(text[start:end])
            start, size = begin, 0
        end, size = begin + len(part), size + tokens
    return [*merged, text[start:end]]
