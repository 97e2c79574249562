"""centroid: hybrid with words alone, for machines without a model and readers without the time."""

from summarize.methods.hybrid import by_weights
from summarize.methods.request import SummaryRequest
from summarize.methods.weights import WEIGHTS
from summarize.summary import Summary
from translate.document import Document


def centroid(document: Document, request: SummaryRequest) -> Summary:
    """Sentences by word pairs, by TF-IDF and by place, as the genre has it."""
    return by_weights(document, request, WEIGHTS[request.genre], None, "centroid 2")
