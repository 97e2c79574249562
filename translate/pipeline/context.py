"""in_context(): an engine that is shown a sentence's neighbours, where it can read them."""

from translate.document import Document
from translate.engines.atoms import bare
from translate.engines.context import Contextual, neighbours_of
from translate.engines.protocol import Engine
from translate.languages.table import language
from translate.text.lines import joined_lines


def in_context(engine: Engine, document: Document, count: int) -> Engine:
    """The engine for one document; itself where it reads no neighbours, or none are wanted.

    Args:
        engine: Any.
        document: What is translated.
        count: Sentences on each side of one.
    """
    if not isinstance(engine, Contextual) or count <= 0:
        return engine
    lines = [
        bare(joined_lines(document.segment_text(i), language(own).joiner)).text
        for i, own in enumerate(document.languages)
    ]
    return engine.within(neighbours_of(lines, count))
