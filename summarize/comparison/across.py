"""compared_across(): whether one language version of a text says what the other says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from summarize.briefing import attempted
from summarize.comparison.values import Comparison
from translate.checks.ranking import ranked
from translate.checks.registry import CHECKS, ON_REQUEST, check
from translate.choices import Choices, Watch
from translate.document import Document
from translate.engines.protocol import Engine
from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.languages.table import language
from translate.message import say
from translate.pipeline.run import translate
from translate.revision.across import correspond
from translate.revision.change import Change
from translate.text.embedding import embedder

_HUMAN = "other version"
"""Origin of the other version's sentences, for the checks."""


def compared_across(
    old: Document, new: Document, choices: Choices, watch: Watch, engines: Mapping[str, Engine]
) -> Comparison:
    """Two language versions, aligned, with what the checks find between the sentences.

    The first version is translated into the language of the second: that tells which sentences belong together, and
    lets a reader see what a sentence ought to say. Where no route leads there, vectors tell.
    """
    quick = replace(choices, thorough=False, second=None, post_edit=None, doubt=False, variant=None)
    reading, issues = attempted(partial(translate, old, new.language, choices=quick, watch=watch, engines=engines))
    if reading is not None:
        changes = correspond(old, new, reading.target.texts)
    else:
        vectors = embedder()
        changes = correspond(old, new, None, vectors if vectors.multilingual else None)
    found = (*_checked(old, new, changes, choices), *_missing(changes))
    return Comparison(old, new, changes, "", reading, None, issues=ranked((*issues, *found)))


def _checked(old: Document, new: Document, changes: Sequence[Change], choices: Choices) -> list[Issue]:
    """What the checks find, with the first segment of each pair of the first version."""
    pairs = [change for change in changes if change.kind == "counterpart"]
    sources = [_joined(old, change.old) for change in pairs]
    targets = [Hypothesis(_joined(new, change.new), origin=_HUMAN) for change in pairs]
    languages = [old.segment_language(change.old[0]) for change in pairs]
    kinds = set(CHECKS) - (set() if choices.thorough else ON_REQUEST)
    found = []
    for issue in check(sources, targets, languages, new.language, kinds, choices.glossary):
        if issue.segment is None:
            continue
        pair = pairs[issue.segment]
        within = 0 if issue.side == "source" else 1
        whole = len((pair.old, pair.new)[within]) == 1
        found.append(replace(issue, segment=pair.old[0], span=issue.span if whole else None))
    return found


def _missing(changes: Sequence[Change]) -> list[Issue]:
    """Sentences of one version that the other lacks."""
    found = [
        Issue("missing", i, None, say("The other version has no sentence for this one."), "error", "source")
        for change in changes
        if change.kind == "dropped"
        for i in change.old
    ]
    count = sum(len(change.new) for change in changes if change.kind == "new")
    if count:
        message = say("The other version has sentences that this one lacks: {count}.", count=count)
        found.append(Issue("missing", None, None, message, "error"))
    return found


def _joined(document: Document, segments: Sequence[int]) -> str:
    """The text of a few segments."""
    joiner = language(document.segment_language(segments[0])).joiner
    return joiner.join(document.segment_text(i) for i in segments)
