"""Every format that a comparison can be handed on in. Adding one is one file here and one line below."""

from summarize.comparison import Comparison
from summarize.export.formats import file_stem, unknown_format
from translate.registry import resolve

COMPARISON_FORMATS: dict[str, str] = {
    "html": "summarize.export.comparison.html:to_html",
    "md": "summarize.export.comparison.markdown:to_markdown",
    "json": "summarize.export.comparison.json:to_json",
}
"""Name, which is also the file's extension, to a function of a Comparison that gives the file's text."""

COMPARISON_DOCUMENTS: dict[str, str] = {
    "docx": "summarize.export.comparison.tracked:to_docx",
    "list.docx": "summarize.export.comparison.word:to_docx",
}
"""The same for formats that are no text, to a function that gives the file's bytes."""

COMPARISON_PRINTED: dict[str, str] = {"pdf": "summarize.export.comparison.pdf:to_pdf"}
"""The same for formats that a program makes which need not be installed."""


COMPARISON_ALL = COMPARISON_FORMATS | COMPARISON_DOCUMENTS | COMPARISON_PRINTED
"""All of them."""


def export_comparison(comparison: Comparison, name: str) -> str:
    """The comparison in one format.

    Args:
        comparison: What compare() gave.
        name: Key in COMPARISON_FORMATS.

    Raises:
        FormatError: There is no such format.
    """
    if name not in COMPARISON_FORMATS:
        raise unknown_format(name, COMPARISON_FORMATS)
    text: str = resolve(COMPARISON_FORMATS, name)(comparison)
    return text


def export_comparison_file(comparison: Comparison, name: str) -> bytes:
    """The comparison as the bytes of a file, in UTF-8 where it is text.

    Args:
        comparison: What compare() gave.
        name: Key in COMPARISON_FORMATS, COMPARISON_DOCUMENTS or COMPARISON_PRINTED.

    Raises:
        FormatError: There is no such format, or no program that makes it.
        EngineError: That program fails.
    """
    if name not in COMPARISON_ALL:
        raise unknown_format(name, COMPARISON_ALL)
    if name in COMPARISON_FORMATS:
        return export_comparison(comparison, name).encode("utf-8", "backslashreplace")
    content: bytes = resolve(COMPARISON_ALL, name)(comparison)
    return content


def comparison_file_name(comparison: Comparison, name: str) -> str:
    """A name for the file that says what it holds: "water-act.changes.html".

    Args:
        comparison: What compare() gave; the later version's name is used, else its title.
        name: Key in any of the three.
    """
    return f"{file_stem(comparison.new, comparison.new.title, 'comparison')}.changes.{name}"
