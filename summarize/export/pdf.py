"""PDF: the Word file of a briefing, printed by LibreOffice, which has the fonts and shapes every script.

LibreOffice is a separate program that need not be there. It gets a profile of its own and reaches for no network.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from summarize.briefing import Briefing
from summarize.export.word import to_docx
from translate.errors import EngineError, FormatError
from translate.message import say

_TIMEOUT_S = 300
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
"""Where it lies on systems whose search path does not name it."""
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


def to_pdf(briefing: Briefing) -> bytes:
    """The briefing as a PDF file with its fonts; unlike other formats it holds the time at which it was made.

    Args:
        briefing: What brief() gave.

    Raises:
        FormatError: LibreOffice is not installed.
        EngineError: It makes no file.
    """
    require_printer()
    return printed(to_docx(briefing))


def printed(content: bytes) -> bytes:
    """A Word file as a PDF file.

    Args:
        content: Of the Word file.

    Raises:
        FormatError: LibreOffice is not installed.
        EngineError: It makes no file.
    """
    path = require_printer()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = Path(folder, "briefing.docx")
        source.write_bytes(content)
        command = [path, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(source)]
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {"HOME": folder}
        try:
            subprocess.run(command, capture_output=True, timeout=_TIMEOUT_S, env=environment, check=True)
            return source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise EngineError(
                say(
                    "LibreOffice made no PDF file. It must run on this machine; try it by hand: soffice --version. Or "
                    "write the briefing as .docx or .html, and print that."
                )
            ) from error


def program() -> str:
    """Path of LibreOffice, or empty where it is not installed."""
    found = (shutil.which(name) for name in ("soffice", "libreoffice", *_USUAL))
    return next(filter(None, found), "")


def require_printer() -> str:
    """Path of LibreOffice.

    Raises:
        FormatError: It is not installed.
    """
    path = program()
    if not path:
        raise FormatError(
            say(
                "A PDF file is made by LibreOffice, which is not on this machine. Install it (on Debian and Ubuntu: "
                "apt-get install libreoffice-writer; else from libreoffice.org), or write the briefing as .html, "
                "open it in a browser and print it."
            )
        )
    return path
