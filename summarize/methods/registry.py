"""Every method by name. Adding one is one file here and one line below."""

METHODS: dict[str, str] = {
    "hybrid": "summarize.methods.hybrid:hybrid",
    "centroid": "summarize.methods.centroid:centroid",
    "lead": "summarize.methods.lead:lead",
    "abstractive": "summarize.methods.abstractive:abstractive",
}
"""Name to a function that takes a Document and a Request and returns a Summary."""

DEFAULT_METHOD = "hybrid"
"""The one that summarize() uses where none is named."""
