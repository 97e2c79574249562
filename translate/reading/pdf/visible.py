"""What of a page's words a reader sees: those inside the page, each once."""

from collections.abc import Iterable, Iterator

from translate.reading.pdf.words import Word

_SAME_PLACE = 0.3  # of the font size; shadows and words printed twice to look bold are nearer


def seen(words: Iterable[Word], box: tuple[float, float, float, float]) -> Iterator[Word]:
    """Words inside the page, without those that are printed again at their place.

    A damaged or unusual file may set a word millions of points away.

    Args:
        words: In any order, which is kept.
        box: Left, bottom, right and top of the page, turned as the words are.
    """
    left, bottom, right, top = box
    places: dict[str, list[tuple[float, float]]] = {}
    for word in words:
        middle = (word.left + word.right) / 2
        if not (left <= middle <= right and bottom - word.size <= word.baseline <= top):
            continue
        near = _SAME_PLACE * word.size
        printed = places.setdefault(word.text, [])
        if any(abs(x - word.left) < near and abs(y - word.baseline) < near for x, y in printed):
            continue
        printed.append((word.left, word.baseline))
        yield word
