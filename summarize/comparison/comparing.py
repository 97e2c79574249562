"""compare(): what became of each sentence between two versions of a text, and what that changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from summarize.briefing import attempted
from summarize.comparison.across import compared_across
from summarize.comparison.facts import changed_facts
from summarize.comparison.points import change_points, forms
from summarize.comparison.values import Comparison, Redline
from translate.checks.ranking import ranked
from translate.choices import Choices, Watch, require_none_left, with_keywords, with_variant
from translate.document import Document
from translate.engines.protocol import Engine
from translate.engines.registry import usable_engines
from translate.errors import InputError
from translate.hypothesis import NOT_TRANSLATED
from translate.issue import Issue
from translate.languages.table import language
from translate.message import say
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.resources.earlier import Earlier, Former
from translate.revision.alignment import align
from translate.revision.change import Change
from translate.revision.redline import redline, whole
from translate.revision.wording import Said, Sides, links_of, marks_of
from translate.tag import primary
from translate.text.lines import joined_lines
from translate.translation import Translation

Source = str | bytes | Path | Document


def compare(
    old: Source | Translation,
    new: Source,
    target: str | None = None,
    *,
    choices: Choices = Choices(),
    watch: Watch = Watch(),
    engines: Mapping[str, Engine] | None = None,
    **keywords: Any,
) -> Comparison:
    """Two versions of a text, sentence by sentence; or two language versions of one, if their languages differ.

    Args:
        old: The earlier version: a text, a file's path or content, a Document, or its Translation, whose sentences
            are kept wherever they stand unchanged in the new version.
        new: The later version.
        target: Language wanted for both, as a BCP 47 code or a name; where None nothing is translated. Two language
            versions need none.
        choices: What else decides the translations.
        watch: How the caller follows it: what arrives is the later version's. After a stop the comparison keeps what is
            translated.
        engines: Loaded engines to use again, which stay open; where None new ones, which are closed at the end.
        **keywords: Any field of Choices and Watch by its name.

    Returns:
        The comparison. With no route to the target it has no translations, and an Issue says what would make one.

    Raises:
        InputError: A text cannot be read, or `old` is a translation into another language than `target`.
        LanguageError: `target` is not a known language.
        EngineError: A model is damaged or cannot run.

    >>> old = "The Agency shall reply within 30 days. It reports to the Council."
    >>> found = compare(old, old.replace("30", "45"))
    >>> found.counts
    {'unchanged': 1, 'changed': 1}
    >>> found.facts[0].new.text
    'within 45 days'
    """
    choices, watch = with_keywords(choices, keywords), with_keywords(watch, keywords)
    require_none_left("compare", keywords)
    earlier = old if isinstance(old, Translation) else None
    before = old.source if isinstance(old, Translation) else _document(old)
    after = _document(new)
    code = "" if target is None else language(target).code
    choices = choices if target is None else with_variant(choices, target)
    if earlier is not None and code and earlier.target.language != code:
        raise InputError(
            say(
                "The earlier translation is into {found}, and {wanted} is asked for. Ask for {found}, or give the "
                "earlier version itself.",
                found=earlier.target.language,
                wanted=code,
            )
        )
    with usable_engines(engines) as known:
        if "und" not in (before.language, after.language) and primary(before.language) != primary(after.language):
            return compared_across(before, after, choices, watch, known)
        changes = align(before, after)
        translations, issues = _translated(before, after, changes, code, earlier, choices, watch, known)
    facts = changed_facts(before, after, changes)
    noticed = after.issues if translations[1] is None else translations[1].issues
    fresh = {None, *(j for change in changes if change.kind in ("changed", "new") for j in change.new)}
    return Comparison(
        before,
        after,
        changes,
        code,
        *translations,
        redlines=redlines(changes, translations),
        points=change_points(before, after, changes, facts, translations),
        forms=forms(before, after, changes),
        facts=facts,
        issues=ranked((*issues, *(issue for issue in noticed if issue.segment in fresh))),
    )


def _document(source: Source) -> Document:
    return source if isinstance(source, Document) else read(source)


def _translated(
    old: Document,
    new: Document,
    changes: Sequence[Change],
    target: str,
    earlier: Translation | None,
    choices: Choices,
    watch: Watch,
    engines: Mapping[str, Engine],
) -> tuple[tuple[Translation | None, Translation | None], tuple[Issue, ...]]:
    """Both translations, the second made with the first, and why there is none."""
    if not target:
        return (earlier, None), ()
    first = earlier
    issues: tuple[Issue, ...] = ()
    choices = replace(choices, alignment=True)  # what tells where a sentence stayed
    if first is None:
        quick = replace(choices, thorough=False, second=None, post_edit=None, doubt=False)
        told = replace(watch, arrived=Watch().arrived)
        first, issues = attempted(partial(translate, old, target, choices=quick, watch=told, engines=engines))
    if first is None:
        return (None, None), issues
    kept = replace(choices, earlier=_lent(first, new, changes))
    second, further = attempted(partial(translate, new, target, choices=kept, watch=watch, engines=engines))
    return (first, second), (*issues, *further)


def _lent(first: Translation, new: Document, changes: Sequence[Change]) -> Earlier:
    """What the earlier version's translation lends to the new one."""
    kept, former = {}, {}
    for change in changes:
        if not change.old or not change.new:
            continue
        found = [first.hypotheses[i] for i in change.old]
        if any(hypothesis.origin in NOT_TRANSLATED for hypothesis in found):
            continue
        code = new.segment_language(change.new[0])
        line = joined_lines(new.segment_text(change.new[0]), language(code).joiner)
        if change.kind == "changed":
            source = " ".join(first.source.segment_text(i) for i in change.old)
            said = " ".join(hypothesis.text for hypothesis in found)
            lent = Former(source, said, links_of(first, change.old))
            for j in change.new:
                former[joined_lines(new.segment_text(j), language(code).joiner)] = lent
        else:
            own = first.source.segment_text(change.old[0])
            kept[code, line] = found[0] if own == line else replace(found[0], alignment=())
    return Earlier(first.target.language, kept, former)


def redlines(
    changes: Sequence[Change], translations: tuple[Translation | None, Translation | None]
) -> tuple[Redline, ...]:
    """Words removed and added in the translations of changed sentences.

    Args:
        changes: All.
        translations: Of both versions; without either there is nothing to compare.
    """
    before, after = translations
    if before is None or after is None:
        return ()
    return tuple(
        _redline(position, change, before, after) for position, change in enumerate(changes) if change.kind == "changed"
    )


def _redline(position: int, change: Change, before: Translation, after: Translation) -> Redline:
    """The words of one change: by the word links those where the sentence changed; without links all that differ."""
    texts = [before.target.segment_text(i) for i in change.old], [after.target.segment_text(j) for j in change.new]
    if change.is_replaced:
        return Redline(position, *whole(*texts, change.old, change.new))
    links = links_of(before, change.old), links_of(after, change.new)
    if not all(links):
        return Redline(position, *redline(*texts, change.old, change.new))
    sources = [
        " ".join(side.source.segment_text(i) for i in ids) for side, ids in ((before, change.old), (after, change.new))
    ]
    sides = Sides(Said(sources[0], " ".join(texts[0]), links[0]), Said(sources[1], " ".join(texts[1]), links[1]))
    found = sides.differences()
    changed, reworded = ([one for one in found if one.is_change == wanted] for wanted in (True, False))
    return Redline(
        position,
        marks_of(sides.targets[0], [one.old for one in changed], change.old, texts[0]),
        marks_of(sides.targets[1], [one.new for one in changed], change.new, texts[1]),
        marks_of(sides.targets[1], [one.new for one in reworded], change.new, texts[1]),
    )
