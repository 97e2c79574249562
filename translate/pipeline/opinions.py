"""Second opinions: what another engine makes of the segments that a reader should look at, beside the first.

document = translation.source
segments = doubtful(translation.issues)
other = translate(part_of(document, segments), "pt", engine="apertium")
second = opinions(segments, translation.hypotheses, other.hypotheses)
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate.document import Document
from translate.hypothesis import NOT_TRANSLATED, Hypothesis
from translate.issue import Issue
from translate.languages.table import language
from translate.message import say
from translate.translation import Opinion

_NGRAM = 3
_LEAST_AGREEMENT = 0.2
"""Agreement below which two translations are as far apart as those of different sentences.

Of 400 pairs of different NTREX sentences in each of en, pt, de, fr, es, ru, ar and tr 99 % agree less than 0.16 to
0.22; of people's translations into pt and pt-BR 2 % do, of the firefox engine's and Apertium's about 1 % (120
sentences, en-pt and pt-en). Not calibrated: that a sentence is wrong where two engines disagree was not measured.
"""
_LEAST_LETTERS = 15


def doubtful(issues: Iterable[Issue]) -> tuple[int, ...]:
    """Segments that have an error or a warning, in order: those that a second opinion is wanted of."""
    return tuple(sorted({i.segment for i in issues if i.segment is not None and i.severity != "notice"}))


def part_of(document: Document, segments: Iterable[int]) -> Document:
    """The same document with the chosen segments only, in order; the others become gaps.

    Raises:
        IndexError: The document has no such segment.
    """
    chosen = tuple(document.segments[i] for i in sorted(set(segments)))
    return replace(document, segments=chosen, issues=())


def opinions(segments: Iterable[int], first: Sequence[Hypothesis], second: Sequence[Hypothesis]) -> tuple[Opinion, ...]:
    """The second engine's hypotheses, each tied to its segment and compared with the first.

    Args:
        segments: Those that part_of() was asked for.
        first: Hypotheses of the whole document.
        second: Hypotheses of the part.

    Returns:
        One opinion for each segment that the second engine did translate, in order.
    """
    return tuple(
        Opinion(segment, hypothesis, agreement(first[segment].text, hypothesis.text))
        for segment, hypothesis in zip(sorted(set(segments)), second, strict=True)
        if hypothesis.origin not in NOT_TRANSLATED
    )


def disagreements(
    opinions: Iterable[Opinion], texts: Sequence[str], first: Sequence[Hypothesis], target: str
) -> tuple[Issue, ...]:
    """Notices, of kind "disagreement", on segments of which the second engine says something else altogether.

    None on short segments and on those that it left as they are, and none in languages written without spaces: there
    two good translations share few runs of three characters.

    Args:
        opinions: What the second engine makes of segments.
        texts: Of all segments of the document.
        first: Hypotheses of the whole document.
        target: BCP 47 code of the translation.
    """
    if not language(target).joiner:
        return ()
    return tuple(
        Issue(
            "disagreement",
            opinion.segment,
            None,
            say("A second engine says something quite different: “{text}”. Check both.", text=opinion.hypothesis.text),
            "notice",
        )
        for opinion in opinions
        if opinion.agreement < _LEAST_AGREEMENT
        and opinion.hypothesis.text != texts[opinion.segment]
        and min(len(first[opinion.segment].text), len(opinion.hypothesis.text)) >= _LEAST_LETTERS
    )


def agreement(one: str, other: str) -> float:
    """How much two texts share, 0 to 1: Dice coefficient of their runs of three letters, case and spaces aside.

    >>> agreement("The court said no.", "The court said no.")
    1.0
    """
    grams = [_grams("".join(text.casefold().split())) for text in (one, other)]
    size = grams[0].total() + grams[1].total()
    return 2 * (grams[0] & grams[1]).total() / size


def _grams(text: str) -> Counter[str]:
    """Runs of three characters; a shorter text is one run."""
    runs = max(1, len(text) - _NGRAM + 1)
    return Counter(text[i : i + _NGRAM] for i in range(runs))
