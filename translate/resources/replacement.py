"""replace_terms(): missed terms put where word links say that they belong."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate.hypothesis import Hypothesis, Link, Repair
from translate.message import say
from translate.resources.glossary import Glossary, Term


def replace_terms(text: str, hypothesis: Hypothesis, glossary: Glossary) -> Hypothesis:
    """The hypothesis with its missed terms replaced where word links say which words stand for them.

    Only for readers who ask for it: the words around a term are left as they are, so that its article or its ending may
    not fit. Every replacement is recorded in `repairs`; the caller makes an issue of each.

    Args:
        text: The segment.
        hypothesis: With its alignment; without links nothing is replaced.
        glossary: The terms.
    """
    for term in glossary.uses(text):
        span = _target_span(text, term, hypothesis.alignment, glossary)
        if span is None or glossary.keeps(term, hypothesis.text):
            continue
        old = hypothesis.text[span[0] : span[1]]
        new = term.target[:1].upper() + term.target[1:] if old[:1].isupper() and not term.kept else term.target
        record = Repair(
            say("The glossary has “{target}” for “{term}”.", target=term.target, term=term.source),
            say("“{old}” replaced by “{new}”.", old=old, new=new),
        )
        hypothesis = replace(
            hypothesis,
            text=hypothesis.text[: span[0]] + new + hypothesis.text[span[1] :],
            alignment=tuple(_shifted(hypothesis.alignment, span, len(new))),
            repairs=(*hypothesis.repairs, record),
            alternatives=(),
        )
    return hypothesis


def _target_span(text: str, term: Term, links: Sequence[Link], glossary: Glossary) -> tuple[int, int] | None:
    """Stretch of the hypothesis that the term's words are linked to; None where it is far longer than the term."""
    start = text.casefold().find(term.source.casefold())
    if start < 0:
        return None
    ends = [link for link in links if link.source_start < start + len(term.source) and link.source_end > start]
    if not ends:
        return None
    span = min(link.target_start for link in ends), max(link.target_end for link in ends)
    return span if span[1] - span[0] <= 3 * max(len(term.source), len(term.target)) else None


def _shifted(links: Iterable[Link], span: tuple[int, int], length: int) -> Iterable[Link]:
    """Links after a stretch was replaced by one of another length; those into the stretch point at all of it."""
    shift = length - (span[1] - span[0])
    for link in links:
        if link.target_start >= span[1]:
            yield link._replace(target_start=link.target_start + shift, target_end=link.target_end + shift)
        elif link.target_end > span[0]:
            yield link._replace(target_start=span[0], target_end=span[0] + length)
        else:
            yield link
