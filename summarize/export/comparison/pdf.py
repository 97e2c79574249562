"""PDF: the Word file of a comparison, printed by LibreOffice."""

from summarize.comparison import Comparison
from summarize.export.comparison.word import to_docx
from summarize.export.pdf import printed, require_printer


def to_pdf(comparison: Comparison) -> bytes:
    """The comparison as a PDF file with its fonts.

    Args:
        comparison: What compare() gave.

    Raises:
        FormatError: LibreOffice is not installed.
        EngineError: It makes no file.
    """
    require_printer()
    return printed(to_docx(comparison))
