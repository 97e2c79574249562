"""A comparison as a file: HTML with a redline side by side, Markdown, JSON."""

from summarize.export.comparison.formats import COMPARISON_FORMATS, export_comparison

__all__ = ["COMPARISON_FORMATS", "export_comparison"]
