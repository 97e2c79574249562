"""The doubtful sentences of a briefing, each beside what its translation reads back as."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from summarize.briefing import Briefing
from summarize.correction import DOUBTFUL
from summarize.export.markup import pair_html, read_back_html, settled_html
from summarize.export.rows import Row, lines_to_check, rows_by_segment
from summarize.export.wording import grouped, wording
from translate.translation import Doubt

_FIRST_SENTENCES = 6
"""Sentences shown before "show all": each takes three lines."""


def marked(text: str, spans: Sequence[tuple[int, int]], mark: str) -> str:
    """A text on one line with the same mark before and after each stretch.

    >>> marked("They attack an alliance.", [(5, 11)], "*")
    'They *attack* an alliance.'
    """
    inside = [any(start <= i < end for start, end in spans) for i in range(len(text))]
    stretches = groupby(range(len(text)), key=inside.__getitem__)
    parts = ((own, "".join(text[i] for i in places)) for own, places in stretches)
    return " ".join("".join(f"{mark}{part}{mark}" if own else part for own, part in parts).split())


def most_doubtful(briefing: Briefing) -> tuple[Doubt, ...]:
    """The fifth of the sentences that is most doubtful, the most first; none without a translation or doubts."""
    return () if briefing.translation is None else briefing.translation.most_doubtful()


def other_doubts(briefing: Briefing) -> tuple[Doubt, ...]:
    """Of the most doubtful sentences those that are not among what to check, where their read-back stands too."""
    doubtful = most_doubtful(briefing)
    listed = {line.segment for line in lines_to_check(briefing)} if doubtful else set()
    return tuple(doubt for doubt in doubtful if doubt.segment not in listed)


def settled_doubts(briefing: Briefing) -> tuple[int, ...]:
    """Of the sentences that the reader corrected those that were doubtful and no check was about."""
    return tuple(i.segment for i in briefing.settled if i.kind == DOUBTFUL and i.segment is not None)


def explanation(briefing: Briefing, reader: str) -> str:
    """What the list of doubtful sentences is, in one sentence or two."""
    doubts = () if briefing.translation is None else briefing.translation.doubts
    count, total = grouped(len(most_doubtful(briefing)), reader), grouped(len(doubts), reader)
    return wording(reader)["doubtful_why"].format(count=count, total=total)


def doubt_share(doubt: Doubt, reader: str) -> str:
    """The score in words: "doubt 63 %"."""
    return wording(reader)["doubt_share"].format(share=round(100 * doubt.score))


def doubts_html(briefing: Briefing, reader: str, by_segment: Mapping[int, Row] | None = None) -> str:
    """Doubtful sentences that no check is about, what is lost marked, each above its read-back; empty without any.

    Args:
        briefing: What brief() gave.
        reader: BCP 47 code of the language of the words around it.
        by_segment: Its rows, where they are made already.
    """
    words, doubtful, settled = wording(reader), other_doubts(briefing), settled_doubts(briefing)
    if by_segment is None:
        by_segment = rows_by_segment(briefing) if doubtful or settled else {}
    listed = [_entry_html(by_segment[doubt.segment], doubt, reader) for doubt in doubtful]
    listed += [_settled_html(by_segment[segment], segment, reader) for segment in settled]
    if not listed:
        return ""
    first, rest = "\n".join(listed[:_FIRST_SENTENCES]), "\n".join(listed[_FIRST_SENTENCES:])
    body = f"<ul>\n{first}\n</ul>"
    if rest:
        more = escape(words["show_more"].format(count=len(listed) - _FIRST_SENTENCES))
        body += f"\n<details><summary>{more}</summary>\n<ul>\n{rest}\n</ul>\n</details>"
    return (
        f'<section class="check doubts">\n<h2>{words["doubtful"]}</h2>\n'
        f'<p class="nothing">{escape(words["doubtful_others"])}</p>\n{body}\n</section>\n'
    )


def doubts_lines(briefing: Briefing, mark: str) -> Iterator[tuple[Doubt, str, str]]:
    """Each doubtful sentence with its original and its read-back, the words that differ between marks."""
    for doubt in most_doubtful(briefing):
        source = briefing.document.segment_text(doubt.segment)
        yield doubt, marked(source, doubt.lost, mark), marked(doubt.read_back, doubt.added, mark)


def _entry_html(row: Row, doubt: Doubt, reader: str) -> str:
    """One doubtful sentence."""
    share = f' <span class="share">{escape(doubt_share(doubt, reader))}</span>'
    return _line_html(row, doubt.segment, share, read_back_html(doubt, row.source_language, wording(reader)), reader)


def _settled_html(row: Row, segment: int, reader: str) -> str:
    """One that the reader corrected."""
    return _line_html(row, segment, "", settled_html(reader), reader, " settled")


def _line_html(row: Row, segment: int, share: str, below: str, reader: str, done: str = "") -> str:
    """A sentence beside its translation, with what stands below them."""
    place = segment + 1
    number = escape(wording(reader)["sentence_number"].format(number=place))
    return (
        f'<li class="notice{done}" data-key="s{place} doubt"><div class="where"><a href="#s{place}">{number}</a>'
        f'{share}</div><div class="reasons">{pair_html(row)}{below}</div></li>'
    )
