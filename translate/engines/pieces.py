"""A segment to lines that an engine takes: white space joined, pieces no longer than its limit."""

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from translate.hypothesis import Hypothesis, Link

# Where a sentence may be cut, best first: after a semicolon or colon, after a comma or dash, at white space.
_CUTS = (
    re.compile(r"(?<=[;:；：؛])\s*"),
    re.compile(r"(?<=[,，、،—–])\s*"),
    re.compile(r"\s+"),
)


def unjoined(links: Sequence[Link], line: str, text: str) -> tuple[Link, ...]:
    """Word links of a line, with their source indices moved to the segment that joined_lines() made it of.

    Args:
        links: Their source indices count in `line`.
        line: The text that was translated.
        text: The segment; it differs from the line in white space only.
    """
    if line == text or not links:
        return tuple(links)
    places = [i for i, character in enumerate(text) if not character.isspace()]
    visible = [0, *accumulate(int(not character.isspace()) for character in line)]
    return tuple(
        link._replace(
            source_start=places[visible[link.source_start]], source_end=places[visible[link.source_end] - 1] + 1
        )
        for link in links
    )


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


def join_hypotheses(found: Sequence[Hypothesis], parts: Sequence[str], text: str, joiner: str) -> Hypothesis:
    """One hypothesis from those of a text's parts, in order.

    Args:
        found: One for each part.
        parts: Stretches of `text` in order.
        text: The whole.
        joiner: What stands between two in the target language.

    Returns:
        The texts joined; the score is the mean, weighted by length; word links are moved to their new places.
    """
    links, position, before = [], 0, 0
    for hypothesis, part in zip(found, parts, strict=True):
        position = text.index(part, position)
        links += [
            link._replace(
                source_start=link.source_start + position,
                source_end=link.source_end + position,
                target_start=link.target_start + before,
                target_end=link.target_end + before,
            )
            for link in hypothesis.alignment
        ]
        position += len(part)
        before += len(hypothesis.text) + len(joiner)
    scores = [(h.score, len(h.text)) for h in found if h.score is not None]
    total = sum(length for _, length in scores)
    return Hypothesis(
        joiner.join(hypothesis.text for hypothesis in found),
        sum(score * length for score, length in scores) / total if total and len(scores) == len(found) else None,
        tuple(links),
        found[0].origin,
        truncated=any(hypothesis.truncated for hypothesis in found),
    )
