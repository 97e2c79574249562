"""Request: what a reader asks for, with the choices that may be left to Entente."""

from dataclasses import dataclass, field
from pathlib import Path

from translate.resources.glossary import Glossary, parse_glossary


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader may decide but need not; None means that Entente decides.

    Attributes:
        language: BCP 47 code of the text.
        engine: Key in ENGINES.
        method: Key in METHODS.
        points: Number of summary points.
        genre: One of GENRES.
        second: Key in ENGINES of the engine for a second opinion; None for none.
        thorough: Whether the meaning of every sentence is compared.
        memory: File in which the reader's corrections are kept, and from which those kept before are taken over; None
            keeps none.
        terms: Text of the reader's glossary, or empty.
    """

    language: str | None = None
    engine: str | None = None
    method: str | None = None
    points: int | None = None
    genre: str | None = None
    second: str | None = None
    thorough: bool = False
    memory: Path | None = None
    terms: str = ""

    def glossary(self, source: str, target: str) -> Glossary | None:
        """The reader's terms between two languages; None where there are none."""
        return parse_glossary(self.terms, source, target) if self.terms.strip() else None


@dataclass(frozen=True, slots=True)
class Request:
    """What the reader asked for.

    Attributes:
        source: The text, or a file's content.
        target: BCP 47 code.
        otherwise: Target instead where the text turns out to be in `target` already; None where the reader chose it.
        name: The file's name, or empty.
        options: The reader's other choices.
    """

    source: str | bytes
    target: str
    otherwise: str | None = None
    name: str = ""
    options: Options = field(default_factory=Options)
