"""A comparison as a file: HTML with a redline side by side, Word, PDF, Markdown, JSON."""

from summarize.export.comparison.formats import (
    COMPARISON_DOCUMENTS,
    COMPARISON_FORMATS,
    COMPARISON_PRINTED,
    export_comparison,
    export_comparison_file,
)

__all__ = [
    "COMPARISON_DOCUMENTS",
    "COMPARISON_FORMATS",
    "COMPARISON_PRINTED",
    "export_comparison",
    "export_comparison_file",
]
