"""What of a page's words a reader sees: those inside the page, each once."""

from collections.abc import Iterable, Iterator

from translate.reading.pdf.words import Word

_CELL = 8.0  # points; places are looked up by squares of this size, lest a page full of one word take its square
_FURTHEST = 10 * _CELL  # letters so large that this matters stand alone on their page
_SAME_PLACE = 0.3  # of the font size; shadows and words printed twice to look bold are nearer


def seen(words: Iterable[Word], box: tuple[float, float, float, float]) -> Iterator[Word]:
    """Words inside the page, without those that are printed again at their place.

    A damaged or unusual file may set a word millions of points away.

    Args:
        words: In any order, which is kept.
        box: Left, bottom, right and top of the page, turned as the words are.
    """
    left, bottom, right, top = box
    places: dict[tuple[str, int, int], list[tuple[float, float]]] = {}
    for word in words:
        middle = (word.left + word.right) / 2
        if not (left <= middle <= right and bottom - word.size <= word.baseline <= top):
            continue
        if not _is_printed(word, places):
            own = (word.text, int(word.left // _CELL), int(word.baseline // _CELL))
            places.setdefault(own, []).append((word.left, word.baseline))
            yield word


def _is_printed(word: Word, places: dict[tuple[str, int, int], list[tuple[float, float]]]) -> bool:
    """Whether a word stands at its place already."""
    near = min(_SAME_PLACE * word.size, _FURTHEST)
    columns, heights = (
        range(int((at - near) // _CELL), int((at + near) // _CELL) + 1) for at in (word.left, word.baseline)
    )
    return any(
        abs(x - word.left) < near and abs(y - word.baseline) < near
        for column in columns
        for height in heights
        for x, y in places.get((word.text, column, height), ())
    )
