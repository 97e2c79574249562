"""JSON: everything in a comparison, for programs."""

import json
from dataclasses import asdict
from typing import Any

from summarize.comparison import Comparison
from translate.document import Document
from translate.translation import Translation

FORMAT, VERSION = "entente-comparison", 1


def to_json(comparison: Comparison) -> str:
    """The comparison as JSON text, two spaces deep, characters of all scripts as they are.

    Segments are numbered from 0 on each side; spans are half-open string indices in a segment's text.
    """
    fields = {
        "format": FORMAT,
        "version": VERSION,
        "target": comparison.target,
        "across": comparison.is_across,
        "counts": comparison.counts,
        "old": _side(comparison.old, comparison.old_translation),
        "new": _side(comparison.new, comparison.new_translation),
        "changes": [asdict(change) | _marks(change.removed, change.added) for change in comparison.changes],
        "redlines": [
            {
                "change": one.change,
                **_marks(one.removed, one.added),
                "reworded": [mark._asdict() for mark in one.reworded],
            }
            for one in comparison.redlines
        ],
        "points": [asdict(point) for point in comparison.points],
        "forms": list(comparison.forms),
        "facts": [asdict(fact) for fact in comparison.facts],
        "issues": [asdict(issue) for issue in comparison.issues],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def _marks(removed: Any, added: Any) -> dict[str, Any]:
    """Marks with their fields' names."""
    return {"removed": [mark._asdict() for mark in removed], "added": [mark._asdict() for mark in added]}


def _side(document: Document, translation: Translation | None) -> dict[str, Any]:
    """One version: its sentences with their labels, and their translations."""
    segments = []
    for position, segment in enumerate(document.segments):
        fields: dict[str, Any] = {
            "id": position,
            "label": document.blocks[segment.block].label,
            "page": segment.page,
            "text": document.segment_text(position),
        }
        if translation is not None:
            fields |= {
                "translation": translation.target.segment_text(position),
                "origin": translation.hypotheses[position].origin,
            }
        segments.append(fields)
    made = (
        None if translation is None else {"language": translation.target.language, "signature": translation.signature}
    )
    return {"name": document.name, "language": document.language, "translation": made, "segments": segments}
