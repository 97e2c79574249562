"""What stands above the columns and stays in sight: outline, search, view, copy, print; and the way back."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from summarize import Briefing
from summarize.export.doubts import other_doubts
from summarize.export.html import listed_checks
from summarize.export.outline import Part
from summarize.export.wording import direction, grouped, wording
from summarize.facts.tables import TABLES

_KEYS = (("Enter", "tick"), ("Esc", "back"), ("Ctrl+Enter", "save"), ("Shift+Enter", "previous"), ("?", "keys"))


def tools_html(parts: Sequence[Part], words: dict[str, str], sides: int) -> str:
    """Outline, search, view, copy and print, above the columns.

    Args:
        parts: From outline().
        words: The page's words.
        sides: 1 where the briefing has no translation.
    """
    whole = escape(words["copy_translation" if sides == 2 else "copy_text"])
    return (
        f'<div class="tools" role="search">{_contents_html(parts, words)}{search_html(words, sides)}'
        f'<span class="right">{_comfort_html(words, sides)}'
        f'<button type="button" class="copy-all">{whole}</button>'
        f'<button type="button" class="print">{escape(words["print"])}</button></span></div>{_keys_html(words)}'
    )


def search_html(words: dict[str, str], sides: int) -> str:
    """A field to search in, how much was found, and steps between what was.

    Args:
        words: The page's words.
        sides: 1 where there is no translation.
    """
    keys = ("search" if sides == 2 else "search_alone", "search_previous", "search_next")
    label, back, on = (escape(words[key]) for key in keys)
    return (
        f'<input class="search" type="search" aria-label="{label}" '
        f'placeholder="{label}"><span class="found" role="status"></span>'
        f'<button type="button" class="step previous" disabled aria-label="{back}">↑</button>'
        f'<button type="button" class="step next" disabled aria-label="{on}">↓</button>'
    )


def _contents_html(parts: Sequence[Part], words: dict[str, str]) -> str:
    """A button that opens the outline, and the outline; empty where the text has one part."""
    if len(parts) < 2:
        return ""
    name = escape(words["contents"])
    return (
        f'<button type="button" class="contents" popovertarget="entente-contents">{name}</button>'
        f'<nav id="entente-contents" class="outline" popover aria-label="{name}">'
        '<div data-slot="contents"></div></nav>'
    )


def aside_html(parts: Sequence[Part], words: dict[str, str]) -> str:
    """The outline, to stand beside the summary where a screen is wide enough; empty where the text has one part."""
    if len(parts) < 2:
        return ""
    return (
        f'<section class="aside"><h2>{escape(words["contents"])}</h2>'
        '<div class="outline" data-slot="contents"></div></section>'
    )


def ways_html(briefing: Briefing, words: dict[str, str], reader: str) -> str:
    """Links to all that stands above the text and to the text, with how much there is.

    Args:
        briefing: As it is now.
        words: The page's words.
        reader: BCP 47 code of the language that the page speaks.
    """
    names = wording(reader)
    counts = Counter(row.table for row in briefing.tables)
    places = [
        ("entente-summary", names["summary"], None if briefing.summary.points else 0),
        *((f"facts-{table}", names[f"facts_{table}"], counts[table]) for table in TABLES),
        ("entente-check", names["check_first"], len(listed_checks(briefing))),
        ("entente-doubts", names["doubtful"], len(other_doubts(briefing))),
        ("entente-text", names["text" if briefing.translation is not None else "text_alone"], None),
    ]
    links = "".join(
        f'<a href="#{place}">{escape(name)}{f" <span>{grouped(count, reader)}</span>" if count else ""}</a>'
        for place, name, count in places
        if count != 0
    )
    return f'<nav class="ways" aria-label="{escape(words["ways"])}">{links}</nav>'


def listed_html(parts: Sequence[Part], words: dict[str, str], reader: str) -> str:
    """The parts, each a link to where it begins; empty where the text has one part."""
    if len(parts) < 2:
        return ""
    listed = "".join(
        f'<li><a href="#s{part.segments[0] + 1}">{part_html(part, words, reader)}</a></li>'
        for part in parts
        if part.segments
    )
    return f"<ol>{listed}</ol>"


def question_html(questions: Sequence[str], words: dict[str, str]) -> str:
    """A field for a question to the text, and questions that it has something to say to.

    Args:
        questions: In the reader's language.
        words: The page's words.
    """
    offered = "".join(f'<button type="button" class="suggestion">{escape(one)}</button>' for one in questions)
    return (
        f'<form class="question"><input type="text" aria-label="{escape(words["question"])}" '
        f'placeholder="{escape(words["question_example"])}"><button>{escape(words["ask"])}</button>'
        f'<p class="suggestions">{offered}</p><p class="failure" role="alert" hidden></p></form>'
    )


def part_html(part: Part, words: dict[str, str], reader: str) -> str:
    """A part's title, page, and what there is in it."""
    counts = [
        *([words["part_points"].format(count=part.points)] if part.points else []),
        *([words["part_check"].format(count=part.to_check)] if part.to_check else []),
    ]
    title, language = part.title, part.language
    if not title and part.segments:
        first, last = (grouped(segment + 1, reader) for segment in (part.segments[0], part.segments[-1]))
        title, language = words["part_piece"].format(first=first, last=last), reader
    page = [] if part.page is None else [wording(reader)["page"].format(number=part.page)]
    more = "".join(f"<span>{escape(said)}</span>" for said in [*page, *counts])
    return (
        f'<span class="title" lang="{escape(language)}" dir="{direction(language)}">{escape(title)}</span>'
        f'<span class="more">{more}</span>'
    )


def _comfort_html(words: dict[str, str], sides: int) -> str:
    """A button that opens size of the text and what is shown, and what it opens."""
    name = escape(words["comfort"])
    sizes = "".join(
        f'<button type="button" data-step="{step}" aria-label="{escape(words[key])}">{sign}</button>'
        for step, key, sign in ((-1, "smaller", "A−"), (1, "larger", "A+"))
    )
    shown = "".join(
        f'<button type="button" data-shown="{which}">{escape(words[f"shown_{which}"])}</button>'
        for which in ("both", "target", "source")
    )
    return (
        f'<button type="button" popovertarget="entente-comfort">{name}</button>'
        f'<div id="entente-comfort" class="comfort" popover aria-label="{name}"><p>{sizes}</p>'
        f"{f'<p>{shown}</p>' if sides == 2 else ''}</div>"
    )


def _keys_html(words: dict[str, str]) -> str:
    """The keys that do something, for who asks with "?"."""
    lines = "".join(f"<dt><kbd>{escape(key)}</kbd></dt><dd>{escape(words[f'key_{name}'])}</dd>" for key, name in _KEYS)
    return f'<div class="keys" popover aria-label="{escape(words["keys"])}"><dl>{lines}</dl></div>'


def return_html(words: dict[str, str]) -> str:
    """The way back to the citation that was followed."""
    name = f'<span aria-hidden="true">↩ </span>{escape(words["back"])}'
    return f'<button type="button" class="return" hidden>{name}</button>'
