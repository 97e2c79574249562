"""A Document to its Summary, and all together to a Briefing."""

import translate

if not hasattr(translate, "Translation"):  # two packages on PyPI have a top-level translate too
    raise ImportError(
        f"Another package named translate, at {translate.__file__}, hides Entente's own. "
        "Remove it (pip uninstall translate translate-toolkit), or start Python in Entente's folder."
    )

from summarize.briefing import Briefing, brief
from summarize.export import FORMATS, export
from summarize.methods.registry import METHODS
from summarize.summarization import summarize
from summarize.summary import Citation, Point, Summary, points_in_target

__all__ = [
    "FORMATS",
    "METHODS",
    "Briefing",
    "Citation",
    "Point",
    "Summary",
    "brief",
    "export",
    "points_in_target",
    "summarize",
]
