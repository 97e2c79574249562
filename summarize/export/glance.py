"""A briefing at a glance: coverage, way, languages, and a strip over the text that shows where to look."""

from collections import Counter
from html import escape

from summarize.briefing import Briefing
from summarize.export.wording import coverage_sentence, kind_name, language_name, wording
from translate.languages.wording import written

_LEAST_SHARE = 0.005
"""Languages of less of the text are left out: a name or a quoted title is no second language."""
_LEAST_WIDTH = 0.3
"""Per cent of the strip: about three pixels on a wide screen."""


def glance_html(briefing: Briefing, reader: str, seconds: float | None = None) -> str:
    """Coverage, way, languages, issues by kind, and the strip.

    Args:
        briefing: What brief() gave.
        reader: BCP 47 code of the language of the words around it.
        seconds: How long it took, where that is to be shown.
    """
    words = wording(reader)
    facts = [coverage_sentence(briefing, reader).rstrip("."), *_way(briefing), *_languages(briefing, reader)]
    if seconds is not None:
        facts.append(words["took"].format(time=_duration(seconds, reader)))
    listed = "".join(f"<span>{escape(fact)}</span>" for fact in facts)
    return f'<p class="coverage">{listed}</p>\n{_strip_html(briefing, reader)}'


def _way(briefing: Briefing) -> list[str]:
    """The models that translated."""
    steps = () if briefing.translation is None else briefing.translation.route.steps
    return [", ".join(step.model for step in steps)] if steps else []


def _languages(briefing: Briefing, reader: str) -> list[str]:
    """Shares of the text by language, where there is more than one."""
    document = briefing.document
    letters: Counter[str] = Counter()
    for segment, code in zip(document.segments, document.languages, strict=True):
        letters[code] += segment.end - segment.start
    shares = {code: count / letters.total() for code, count in letters.most_common()}
    shown = [(code, share) for code, share in shares.items() if share >= _LEAST_SHARE]
    if len(shown) < 2:
        return []
    return [", ".join(f"{language_name(code, reader)} {max(1, round(100 * share))}\u00a0%" for code, share in shown)]


def _duration(seconds: float, reader: str) -> str:
    """A time for people: "4.2 s", "45 s", "2 min 32 s"."""
    if seconds < 10:
        return f"{written(max(seconds, 0.1), '.1f', reader)} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _strip_html(briefing: Briefing, reader: str) -> str:
    """The text from end to end: what the summary cites above the line, what to check below it.

    Its marks lead to their sentences, for the mouse only: the same links stand in the summary and the list.
    """
    words = wording(reader)
    cited = {citation.segment for point in briefing.summary.points for citation in point.citations}
    worst = {}
    for issue in reversed(briefing.issues):  # the most serious first, so it stays
        if issue.segment is not None:
            worst[issue.segment] = issue
    if not briefing.document.segments or not (cited or worst):
        return ""
    way = words["go_to_sentence"]
    marks = [_mark(briefing, segment, "cited", way.format(number=segment + 1)) for segment in sorted(cited)]
    for segment, issue in sorted(worst.items()):
        number = words["sentence_number"].format(number=segment + 1)
        marks.append(_mark(briefing, segment, issue.severity, f"{number}: {kind_name(issue.kind, reader)}"))
    legend = f"<span class='cited'>{escape(words['strip_cited'])}</span>" if cited else ""
    for severity in ("error", "warning", "notice"):
        if any(issue.severity == severity for issue in worst.values()):
            legend += f"<span class='{severity}'>{escape(words[f'strip_{severity}'])}</span>"
    return f'<div class="strip" aria-hidden="true"><div class="line">{"".join(marks)}</div><p>{legend}</p></div>\n'


def _mark(briefing: Briefing, segment: int, kind: str, title: str) -> str:
    """One mark at its place in the text."""
    document = briefing.document
    found, length = document.segments[segment], max(1, len(document.text))
    start, width = 100 * found.start / length, 100 * (found.end - found.start) / length
    return (
        f'<a class="{kind}" href="#s{segment + 1}" tabindex="-1" title="{escape(title)}" '
        f'style="left:{start:.2f}%;width:{max(width, _LEAST_WIDTH):.2f}%"></a>'
    )
