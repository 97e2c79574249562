"""detect(): which language a text is in, and how sure that is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text.

    Attributes:
        language: BCP 47 code, or "und" where no guess is better than a wrong one.
        confidence: 0 to 1; 0 for "und", 1 where the reader named the language.
        alternatives: Other candidates with their confidence, best first.
    """

    language: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...] = ()
