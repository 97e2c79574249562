"""in_context(): an engine that is shown a sentence's neighbours and what it was before, where it can read them."""

from translate.choices import Choices
from translate.document import Document
from translate.engines.atoms import bare
from translate.engines.context import Contextual, neighbours_of
from translate.engines.protocol import Engine
from translate.languages.table import language
from translate.text.lines import joined_lines


def in_context(engine: Engine, document: Document, choices: Choices) -> Engine:
    """The engine for one document; itself where it reads nothing beside a sentence, or nothing is wanted.

    Args:
        engine: Any.
        document: What is translated.
        choices: With the number of sentences on each side of one, and what changed ones were before.
    """
    former = {} if choices.earlier is None else choices.earlier.former
    if not isinstance(engine, Contextual) or (choices.context <= 0 and not former):
        return engine
    lines = [
        bare(joined_lines(document.segment_text(i), language(own).joiner)).text
        for i, own in enumerate(document.languages)
    ]
    neighbours = neighbours_of(lines, max(0, choices.context))
    before = {bare(text).text: (one.source, one.target) for text, one in former.items()}
    return engine.within({line: beside._replace(former=before.get(line)) for line, beside in neighbours.items()})
