"""lead: the first sentences, the baseline that every other method has to beat."""

import numpy as np

from summarize.candidates import candidates
from summarize.selection import choose
from summarize.summary import Request, Summary, extract
from translate.document import Document
from translate.words import words


def lead(document: Document, request: Request) -> Summary:
    """The first sentences of a document, as many as the length allows."""
    found = candidates(document)
    lengths = np.array([len(words(document.segment_text(segment))) for segment in found], dtype=np.int64)
    most, budget = request.length.limits(len(found), int(lengths.sum()))
    scores = -np.arange(len(found), dtype=np.float64)
    chosen = choose(scores, np.zeros((len(found), 0)), lengths, most, budget, novelty=0.0)
    return extract(document, request, [found[i] for i in chosen], found, "lead 1")
