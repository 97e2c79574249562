"""Policy text in any language to a Document, and a Document to its Translation."""

from translate import starting  # noqa: F401  (before all else, so that Ctrl-C can end a command in any of the rest)

# isort: split
from translate.detection import Detection, detect
from translate.document import Block, Document, Segment
from translate.engines.engine import Decoding, Engine
from translate.engines.registry import ENGINES, EngineSet
from translate.errors import EngineError, FormatError, InputError, LanguageError, PolicyTextError
from translate.hypothesis import Hypothesis, Link, Repair, TokenScore
from translate.issue import Issue
from translate.languages import LANGUAGES, language
from translate.reading.reader import read
from translate.route import Route, Step
from translate.routes import find_route, targets
from translate.translation import BrokenOff, Cancelled, Translation, translate
from translate.version import VERSION

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
    "detect",
    "find_route",
    "language",
    "read",
    "targets",
    "translate",
]
