"""Every format that a briefing can be handed on in. Adding one is one file here and one line below."""

import re
from collections.abc import Iterable

from summarize.briefing import Briefing
from summarize.export.rows import titles
from translate.document import Document
from translate.errors import FormatError
from translate.message import say
from translate.registry import resolve

FORMATS: dict[str, str] = {
    "html": "summarize.export.html:to_html",
    "md": "summarize.export.markdown:to_markdown",
    "json": "summarize.export.json:to_json",
    "txt": "summarize.export.text:to_text",
    "csv": "summarize.export.csv:to_csv",
}
"""Name, which is also the file's extension, to a function of a Briefing that gives the file's text."""

DOCUMENTS: dict[str, str] = {"docx": "summarize.export.word:to_docx"}
"""The same for formats that are no text, to a function of a Briefing that gives the file's bytes."""

PRINTED: dict[str, str] = {"pdf": "summarize.export.pdf:to_pdf"}
"""The same for formats that a program makes which need not be installed."""

_UNSAFE = re.compile(r'[\s<>:"/\\|?*\x00-\x1f]+')
_EXTENSION = re.compile(r"\.\w{1,8}$")


def export(briefing: Briefing, name: str) -> str:
    """The briefing in one format.

    Args:
        briefing: What brief() gave.
        name: Key in FORMATS.

    Raises:
        FormatError: There is no such format.
    """
    if name not in FORMATS:
        raise unknown_format(name, (*FORMATS, *DOCUMENTS, *PRINTED))
    text: str = resolve(FORMATS, name)(briefing)
    return text


def export_file(briefing: Briefing, name: str) -> bytes:
    """The briefing as the bytes of a file, in UTF-8 where it is text.

    Args:
        briefing: What brief() gave.
        name: Key in FORMATS, DOCUMENTS or PRINTED.

    Raises:
        FormatError: There is no such format, or no program that makes it.
        EngineError: That program fails.
    """
    if name not in DOCUMENTS and name not in PRINTED:
        return export(briefing, name).encode("utf-8", "backslashreplace")
    content: bytes = resolve(DOCUMENTS | PRINTED, name)(briefing)
    return content


def unknown_format(name: str, known: Iterable[str]) -> FormatError:
    """What to say of a format that is none."""
    return FormatError(
        say(
            "There is no format {name!r}; known are {known}. Choose one of these.",
            name=name,
            known=", ".join(known),
        )
    )


def file_name(briefing: Briefing, name: str) -> str:
    """A name for the file that says what it holds: "water-act.en-pt.html".

    Args:
        briefing: What brief() gave; its document's name is used, else its title, else its first heading.
        name: Key in FORMATS, DOCUMENTS or PRINTED.
    """
    document = briefing.document
    stem = file_stem(document, titles(briefing)[0], "briefing")
    return f"{stem}.{document.language}-{briefing.target}.{name}"


def own_file_name(briefing: Briefing, name: str) -> str:
    """A name for the reader's own file in the target language, other than the briefing's: "water-act.pt.docx".

    Args:
        briefing: What brief() gave.
        name: The file's extension.
    """
    return f"{file_stem(briefing.document, titles(briefing)[0], 'text')}.{briefing.target}.{name}"


def file_stem(document: Document, title: str, otherwise: str) -> str:
    """A document's name without its ending, in letters that every system has in a file's name.

    Args:
        document: Whose name it is.
        title: Used where it has no name.
        otherwise: Used where nothing is left.
    """
    stem = _EXTENSION.sub("", document.name) or title
    return _UNSAFE.sub("-", stem.removesuffix(f".{document.language}"))[:60].strip("-.") or otherwise
