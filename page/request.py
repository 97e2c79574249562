"""Request: what a reader asks for, with the choices that may be left to Entente."""

from dataclasses import dataclass, replace
from pathlib import Path

from summarize.choices import BriefChoices
from summarize.server_writer import ServerWriter
from translate import Document
from translate.resources.glossary import Glossary, parse_glossary
from translate.resources.memory import Memory


@dataclass(frozen=True, slots=True)
class Request:
    """What the reader asked for.

    Attributes:
        source: The text, a file's content, or what was read from one before.
        target: BCP 47 code.
        otherwise: Target instead where the text turns out to be in `target` already; None where the reader chose it.
        name: The file's name, or empty.
        choices: The reader's other choices, but for those that follow.
        terms: Text of the reader's glossary, or empty.
        memory: File in which the reader's corrections are kept, and from which those kept before are taken over; None
            keeps none.
        former: Content and name of the file with an earlier version, or with the text in another language: the two are
            compared. None makes a briefing.
    """

    source: str | bytes | Document
    target: str
    otherwise: str | None = None
    name: str = ""
    choices: BriefChoices = BriefChoices()
    terms: str = ""
    memory: Path | None = None
    former: tuple[bytes, str] | None = None

    def glossary(self, source: str, target: str) -> Glossary | None:
        """The reader's terms between two languages; None where there are none."""
        return parse_glossary(self.terms, source, target) if self.terms.strip() else None

    def all_choices(self, source: str, target: str, memory: Memory | None) -> BriefChoices:
        """The choices with the reader's terms, the open memory, and what the page shows: word links and doubts.

        Raises:
            EngineError: A model server is to write the summary, and none answers.
        """
        own = replace(
            self.choices.translation, alignment=True, doubt=True, glossary=self.glossary(source, target), memory=memory
        )
        writer = ServerWriter() if self.choices.method == "abstractive" else None
        return replace(self.choices, translation=own, writer=writer)
