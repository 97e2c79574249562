"""Writes the examples of docs/summaries.md anew: `python examples/make_summaries.py`.

The English ↔ Portuguese models that come with the installation translate; nothing is edited afterwards.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT))

from summarize.briefing import Briefing, brief  # noqa: E402
from summarize.export.facts import cells, table_lines  # noqa: E402
from summarize.summary import points_in_target  # noqa: E402

PAGE = _ROOT / "docs" / "summaries.md"
BEGIN, END = "<!-- examples -->", "<!-- /examples -->"
EXAMPLES = {
    "A report": ("energy-storage.en.md", "pt"),
    "A law": ("lei-dados.pt.txt", "en"),
    "A hearing": ("ferry-hearing.en.txt", "pt"),
}
_LANGUAGES = {"en": "English", "pt": "Portuguese"}
_FACTS = 3
"""Facts of a kind that are shown."""
_TABLES = {"deadlines": "Deadlines", "duties": "Who must or may do what", "numbers": "Money and numbers"}


def main() -> None:
    """Put the examples between the page's markers."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{_examples()}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _examples() -> str:
    """Every example with its summary."""
    return "\n\n".join(
        _example(title, name, target, brief(_ROOT / "examples" / name, target))
        for title, (name, target) in EXAMPLES.items()
    )


def _example(title: str, name: str, target: str, briefing: Briefing) -> str:
    """One text: its points in both languages, the sections that they leave out, some of its facts."""
    document, summary = briefing.document, briefing.summary
    languages = f"from {_LANGUAGES[document.language]} into {_LANGUAGES[target]}"
    said = points_in_target(summary, briefing.translation) if briefing.translation else summary.points
    parts = [
        f"### {title}: [{name}](../examples/{name}), {languages}",
        f"{len(document.segments)} sentences, read as: {summary.genre}.",
        "\n".join(
            f"{number}. {there.text} {_places(briefing, (citation.segment for citation in here.citations))}\n"
            f"   > {here.text}"
            for number, (here, there) in enumerate(zip(summary.points, said, strict=True), 1)
        ),
        *_left_out(briefing),
        *_facts(briefing),
    ]
    return "\n\n".join(parts)


def _places(briefing: Briefing, segments: Iterable[int]) -> str:
    """Numbers of sentences, and what a lawyer cites where the text has it."""
    return " ".join(f"**[{segment + 1}{_label(briefing, segment)}]**" for segment in segments)


def _label(briefing: Briefing, segment: int) -> str:
    """The nearest article or section above a sentence."""
    blocks = briefing.document.blocks[: briefing.document.segments[segment].block + 1]
    label = next((block.label for block in reversed(blocks) if block.kind == "heading" and block.label), "")
    return f", under {label}" if label else ""


def _left_out(briefing: Briefing) -> list[str]:
    """The sections without a point."""
    headings = [
        " ".join(briefing.document.segment_text(segment) for segment in heading)
        for heading in briefing.summary.unmentioned
    ]
    return [f"No point is from: {'; '.join(headings)}."] if headings else []


def _facts(briefing: Briefing) -> list[str]:
    """The first facts of some kinds, as the translation has them, with their sentences."""
    return [
        f"{_TABLES[table]} (first {min(_FACTS, len(lines))} of {len(lines)}):\n\n"
        + "\n".join(
            f"- {' · '.join(filter(None, cells(line.readable, 'en')))} {_places(briefing, line.row.segments[:1])}"
            for line in lines[:_FACTS]
        )
        for table, lines in table_lines(briefing)
        if table in _TABLES
    ]


if __name__ == "__main__":
    main()
