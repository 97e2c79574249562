"""How long a summary is to be: in points, in words or as a share of the text; never by cutting a sentence."""

from dataclasses import dataclass
from math import sqrt

from translate.errors import InputError
from translate.message import say

# Seven points are what a reader takes in at a glance. A long text has more that none may lack, and ten fill a page.
_USUAL_POINTS = 7
_USUAL_WORDS = 230
_MOST_POINTS = 10
_LONG = 60  # sentences from which on there are more
_WORDS_A_POINT = 33
_GROWTH = 1.25
_LONG_GROWTH = 0.9


@dataclass(frozen=True, slots=True)
class Length:
    """At most one of the three is given; with none the text decides.

    Attributes:
        points: Number of points, at least 1.
        words: Most words that all points have together, at least 1; one point is always given.
        share: Most words as a share of the text's, above 0 up to 1.

    Raises:
        InputError: More than one is given, or one lies outside its limits.
    """

    points: int | None = None
    words: int | None = None
    share: float | None = None

    def __post_init__(self) -> None:
        given = {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) is not None}
        if len(given) > 1:
            raise InputError(
                say(
                    "The summary's length is given as {given}; it takes one of them. Leave the others out.",
                    given=" and ".join(given),
                )
            )
        if (self.points is not None and self.points < 1) or (self.words is not None and self.words < 1):
            raise InputError(
                say(
                    "A summary of {length} is asked for; the least is 1. Ask for at least one.",
                    length=str(self),
                )
            )
        if self.share is not None and not 0 < self.share <= 1:
            raise InputError(
                say(
                    "A share of {share} is asked for; it lies above 0 and up to 1. Use 0.1 for a tenth.",
                    share=self.share,
                )
            )

    def __str__(self) -> str:
        given = [f"{getattr(self, name)} {name}" for name in self.__slots__ if getattr(self, name) is not None]
        return given[0] if given else "usual length"

    @property
    def is_list(self) -> bool:
        """Whether points are wanted, and not a text of so many words."""
        return self.words is None and self.share is None

    def limits(self, sentences: int, total: int) -> tuple[int, int]:
        """Most points and most words for a text.

        Args:
            sentences: Number of sentences to choose from.
            total: Number of their words.

        Returns:
            Both at least 1. With nothing given the number of points grows with the square root of the text,
            from one for a single sentence to seven from 28 sentences on, within 230 words, and to ten from 112 on,
            within 330.
        """
        if self.points is not None:
            return self.points, max(1, total)
        if self.words is not None:
            return max(1, sentences), self.words
        if self.share is not None:
            return max(1, sentences), max(1, round(self.share * total))
        usual = max(1, min(_USUAL_POINTS, round(_GROWTH * sqrt(sentences))))
        points = usual if sentences < _LONG else max(usual, min(_MOST_POINTS, round(_LONG_GROWTH * sqrt(sentences))))
        return points, _USUAL_WORDS if points <= _USUAL_POINTS else points * _WORDS_A_POINT
