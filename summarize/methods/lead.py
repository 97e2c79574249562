"""lead: the first sentences, the baseline that every other method has to beat."""

import numpy as np

from summarize.methods.request import SummaryRequest, extract
from summarize.methods.selection import choose, costs
from summarize.structure.candidates import candidates
from summarize.summary import Summary
from translate.document import Document


def lead(document: Document, request: SummaryRequest) -> Summary:
    """The first sentences of a document, as many as the length allows."""
    found = candidates(document)
    cost = costs(document, found)
    most, budget = request.length.limits(len(found), int(cost.own.sum()))
    scores = -np.arange(len(found), dtype=np.float64)
    chosen = choose(scores, cost, most, budget)
    return extract(document, request, [found[i] for i in chosen], found, "lead 1")
