"""BriefChoices: what a briefing may be told."""

import argparse
from dataclasses import dataclass

from summarize.length import Length
from summarize.writer import Writer
from translate.choices import Choices


@dataclass(frozen=True, slots=True)
class BriefChoices:
    """What decides a briefing besides its text and the language wanted; nothing has to be chosen.

    Attributes:
        language: The source's language, where the reader knows better than detection.
        method: Key in METHODS; the summary's default if None.
        points: Number of summary points; chosen by length if None.
        words: Most words of all points together, instead of their number.
        share: Most words as a share of the document's, 0 to 1, instead of either.
        genre: Key in GENRES where the reader knows what kind of text it is; the summary guesses if None.
        writer: The model that the method abstractive asks.
        translation: How it is translated and checked.
        ocr: Whether pictures of text are read by text recognition, where Tesseract is installed.
        comments: Whether the comments of a Word file are read too, as notes behind its text.
    """

    language: str | None = None
    method: str | None = None
    points: int | None = None
    words: int | None = None
    share: float | None = None
    genre: str | None = None
    writer: Writer | None = None
    translation: Choices = Choices()
    ocr: bool = True
    comments: bool = False

    @property
    def length(self) -> Length:
        """How long the summary is to be.

        Raises:
            InputError: It cannot be so.
        """
        return Length(self.points, self.words, self.share)


def briefing_choices(arguments: argparse.Namespace, translation: Choices) -> BriefChoices:
    """What a command's arguments say of a briefing, but for a model that writes.

    Args:
        arguments: The command's.
        translation: How it is translated and checked.
    """
    return BriefChoices(
        language=arguments.source,
        method=arguments.method,
        points=arguments.points,
        words=arguments.words,
        share=arguments.share,
        genre=arguments.genre,
        translation=translation,
    )
