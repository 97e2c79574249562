"""centroid: the sentences nearest to what the document as a whole talks about, early ones first; no model needed."""

import numpy as np

from summarize.candidates import candidates
from summarize.selection import choose, costs
from summarize.summary import Request, Summary, extract
from translate.document import Document
from translate.tfidf import tfidf

_POSITION_WEIGHT = 0.3
# Only the best of a long text are compared with each other: the comparison grows with their square.
_COMPARED = 400


def centroid(document: Document, request: Request) -> Summary:
    """Sentences by TF-IDF centroid and a position prior, chosen by maximal marginal relevance."""
    found = candidates(document)
    vectors = tfidf([document.segment_text(segment) for segment in found])
    most, budget = request.length.limits(len(found), int(vectors.lengths.sum()))
    scores = vectors.nearness() + _POSITION_WEIGHT * (1 - np.arange(len(found)) / max(1, len(found)))
    best = np.sort(np.argsort(-scores, kind="stable")[: max(_COMPARED, most)])
    cost = costs(document, [found[i] for i in best], vectors.lengths[best])
    chosen = choose(scores[best], vectors.dense(best), cost, most, budget)
    return extract(document, request, [found[best[i]] for i in chosen], found, "centroid 1")
