"""rewritten(): a hypothesis with stretches of its text replaced, and everything that counts in it moved along."""

from collections.abc import Sequence
from dataclasses import replace

from translate.hypothesis import Hypothesis, Repair
from translate.text.changes import Change, changed_text, moved


def rewritten(found: Hypothesis, changes: Sequence[Change], repair: Repair | None = None) -> Hypothesis:
    """The hypothesis with its changes made; what the engine wrote is kept in `written`.

    Links and scores of what was replaced stay with what stands there now; other wordings of it go.

    Args:
        found: Any hypothesis.
        changes: Disjoint, in order; without any the same hypothesis comes back.
        repair: The record of the changes, where a reader is told of them.
    """
    if not changes:
        return found
    return replace(
        found,
        text=changed_text(found.text, changes),
        written=found.written or found.text,
        repairs=found.repairs if repair is None else (*found.repairs, repair),
        alignment=tuple(
            link._replace(target_start=start, target_end=end)
            for link in found.alignment
            for start, end in [moved(changes, link.target_start, link.target_end)]
        ),
        token_scores=tuple(
            token._replace(start=start, end=end)
            for token in found.token_scores
            for start, end in [moved(changes, token.start, token.end)]
        ),
        alternatives=tuple(
            own._replace(start=start, end=end)
            for own in found.alternatives
            if not any(change.start < own.end and own.start < change.end for change in changes)
            for start, end in [moved(changes, own.start, own.end)]
        ),
        issues=tuple(
            replace(issue, span=moved(changes, *issue.span)) if issue.span and issue.side == "target" else issue
            for issue in found.issues
        ),
    )
