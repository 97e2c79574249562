"""CSV: source and translation side by side, for spreadsheets."""

import csv
import io
from collections.abc import Sequence

from translate.issue import Issue
from translate.languages.wording import in_language
from translate.message import joined
from translate.translation import Translation

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def write_csv(translation: Translation) -> str:
    """A CSV table with a row a segment: number, place, source, translation, origin, repairs, what to check.

    Repairs and what to check are said in the target language where we have it, else in English.

    Args:
        translation: Whole or partial.

    Returns:
        RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. A cell that a spreadsheet would take for
        a formula has an apostrophe in front.
    """
    reader = translation.target.language
    by_segment: dict[int | None, list[Issue]] = {}
    for issue in translation.issues:
        by_segment.setdefault(issue.segment, []).append(issue)
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(["segment", "place", "source", "translation", "origin", "repairs", "check"])
    for number, (segment, text, hypothesis) in enumerate(
        zip(translation.source.segments, translation.source.texts, translation.hypotheses, strict=True)
    ):
        repairs = in_language(joined(said for r in hypothesis.repairs for said in (r.reason, r.action)), reader)
        check = " ".join(in_language(issue.message, reader) for issue in by_segment.get(number, []))
        place = translation.source.blocks[segment.block].label
        writer.writerow([number + 1, *cells(place, text, hypothesis.text, hypothesis.origin, repairs, check)])
    return "\ufeff" + output.getvalue()


def cells(*texts: str) -> Sequence[str]:
    """Texts that no spreadsheet runs."""
    return [f"'{text}" if text.startswith(_RISKY) else text for text in texts]
