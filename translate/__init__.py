"""Policy text in any language to a Document, and a Document to its Translation."""

from translate.command import starting as _starting  # noqa: F401  # so that Ctrl-C can end a command in all the rest

# isort: split
from translate import switches as _switches  # noqa: F401  # before what may import a dependency

# isort: split
from translate.document import Block, Document, Segment
from translate.engines.protocol import Decoding, Engine
from translate.engines.registry import ENGINES, EngineSet
from translate.errors import EngineError, FormatError, InputError, LanguageError, PolicyTextError
from translate.hypothesis import Hypothesis, Link, Repair, TokenScore
from translate.issue import Issue
from translate.languages.detection import Detection, detect
from translate.languages.table import LANGUAGES, language
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.route import Route, Step
from translate.routing.routes import find_route, targets
from translate.translation import BrokenOff, Cancelled, Translation
from translate.version import VERSION
from translate.writing.writer import Written, write

__all__ = [
    "ENGINES",
    "LANGUAGES",
    "VERSION",
    "Block",
    "BrokenOff",
    "Cancelled",
    "Decoding",
    "Detection",
    "Document",
    "Engine",
    "EngineError",
    "EngineSet",
    "FormatError",
    "Hypothesis",
    "InputError",
    "Issue",
    "LanguageError",
    "Link",
    "PolicyTextError",
    "Repair",
    "Route",
    "Segment",
    "Step",
    "TokenScore",
    "Translation",
    "Written",
    "detect",
    "find_route",
    "language",
    "read",
    "targets",
    "translate",
    "write",
]
