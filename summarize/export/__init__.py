"""A briefing as a file: HTML side by side, Markdown, JSON."""

from summarize.export.formats import FORMATS, export, file_name

__all__ = ["FORMATS", "export", "file_name"]
