"""Formulas set on lines of their own: the sentence around them goes on."""

import re
from collections.abc import Sequence

from translate.reading.pdf.lines import Line
from translate.reading.pdf.pitch import is_finished, starts_new

_SIGN = re.compile("[=<>≤≥≈≡≠∼∝±∓√∑∏∫∂∇∞∈∉⊂⊆∩∪→↦⇒⇔×∘⊗]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST = 0.25  # words of four letters for each group of signs between spaces: "for every", "where" stand in formulas too
_SENTENCE = 3  # words from which on a line is part of a sentence
_FAR = 5.0  # of the font size: formulas of several storeys stand so far from the text


def with_sentences(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Lines by paragraph, those joined that a formula on a line of its own parted.

    A sentence that has not ended goes on in a formula, and after one where a small letter follows.

    Args:
        groups: Of one column, from top to bottom.
    """
    found: list[list[Line]] = []
    for group in groups:
        if found and _goes_on(found[-1][-1], group[0]):
            found[-1] = [*found[-1], *group]
        else:
            found.append(group)
    return found


def is_formula(text: str) -> bool:
    """Whether a line is mathematical signs rather than words."""
    return _SIGN.search(text) is not None and len(_WORD.findall(text)) <= _MOST * len(text.split())


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a sentence goes on from one line to the next, one of which is a formula."""
    if is_finished(before.text) or starts_new(line.text) or before.cells or line.cells:
        return False
    if not 0 < before.baseline - line.baseline < _FAR * max(before.size, line.size):
        return False
    is_after, is_at = is_formula(before.text), is_formula(line.text)
    if line.text[:1].islower():
        return is_after or is_at
    return is_at and not is_after and len(_WORD.findall(before.text)) >= _SENTENCE
