"""A log of the page's runs: one line of JSON each, with times and counts, never with text or a file's name."""

import json
import logging
import os
import sys
from collections.abc import Mapping

from summarize import Briefing
from translate import Document, PolicyTextError

VARIABLE = "ENTENTE_PAGE_LOG"
"""Names the file that lines are appended to; "-" is standard error. Nothing is logged where it is not set."""

_log = logging.getLogger(__name__)


def begin() -> None:
    """Log from now on, where the environment says so.

    Raises:
        OSError: The file cannot be written.
    """
    place = os.environ.get(VARIABLE)
    if not place:
        return
    handler = logging.StreamHandler(sys.stderr) if place == "-" else logging.FileHandler(place, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False


def noted(
    document: Document | None,
    briefing: Briefing | None,
    error: Exception | None,
    stopped: bool,
    seconds: Mapping[str, float],
) -> None:
    """Log a run that has ended, where runs are logged.

    Args:
        document: What was read; None where nothing was.
        briefing: What was made; None where nothing was.
        error: Why nothing was made.
        stopped: Whether the run was told to stop.
        seconds: By stage, those of "reading" and of the "whole", with all waiting; the briefing knows the others.
    """
    if not _log.handlers:
        return
    line: dict[str, object] = {"outcome": _outcome(error, stopped)}
    if error is not None:
        line["error"] = type(error).__name__
    if document is not None:
        line |= {
            "source": document.language,
            "characters": len(document.text),
            "segments": len(document.segments),
        }
    if briefing is not None:
        coverage = {} if briefing.translation is None else briefing.translation.coverage
        line |= {"target": briefing.target, "origins": coverage, "issues": len(briefing.issues)}
        seconds = {**dict(briefing.timings), **seconds}
    line["seconds"] = {stage: round(taken, 3) for stage, taken in seconds.items()}
    _log.info(json.dumps(line))


def _outcome(error: Exception | None, stopped: bool) -> str:
    """How a run ended."""
    if error is not None:
        return "refused" if isinstance(error, PolicyTextError) else "failed"
    return "stopped" if stopped else "done"
