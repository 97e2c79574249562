"""Tesseract as a separate program: whether it is there, which packs it has, and one run of it.

Pictures go in and words come out through pipes, so nothing of a document is ever written to disk.
"""

import os
import shutil
import subprocess

from translate.errors import EngineError
from translate.message import Message, say

_TIMEOUT_S = 180
_NEVER = "|"  # else "I" in English often becomes one
_KEPT = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


def program() -> str:
    """Path of Tesseract, or empty where it is not installed."""
    return shutil.which("tesseract") or ""


def packs(path: str) -> frozenset[str]:
    """Names of the installed language packs: "eng", "chi_sim", "osd".

    Args:
        path: Of the program.
    """
    if not path:
        return frozenset()
    try:
        listed = _run([path, "--list-langs"], b"").splitlines()
    except EngineError:
        return frozenset()
    return frozenset(line.strip() for line in listed if line.strip() and not line.endswith(":"))


def recognised(path: str, picture: bytes, pack: str) -> str:
    """Tesseract's table of the words of a picture (TSV).

    Args:
        path: Of the program.
        picture: A PGM file at 300 dpi.
        pack: Language packs, joined by "+".

    Raises:
        EngineError: The program fails or takes too long.
    """
    command = [path, "-", "-", "--dpi", "300", "-l", pack, "--psm", "3", "-c", f"tessedit_char_blacklist={_NEVER}"]
    return _run([*command, "tsv"], picture)


def orientation(path: str, picture: bytes) -> str:
    """Tesseract's lines on which way up a picture stands and in what script it is.

    Args:
        path: Of the program.
        picture: A PGM file at 300 dpi.

    Raises:
        EngineError: There is too little on the page to say, or the program fails.
    """
    return _run([path, "-", "-", "--dpi", "300", "-l", "osd", "--psm", "0"], picture)


def remedy() -> Message:
    """How to have pictures of text read where Tesseract is missing."""
    return say(
        "To have pictures of text read here, install Tesseract and the pack of the text's language. On Debian and "
        "Ubuntu run: apt-get install tesseract-ocr, and for instance: apt-get install tesseract-ocr-por"
    )


def _run(command: list[str], content: bytes) -> str:
    """What the program writes; it has one thread, as pages are read side by side."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {"OMP_THREAD_LIMIT": "1"}
    try:
        ended = subprocess.run(command, input=content, capture_output=True, timeout=_TIMEOUT_S, env=environment)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineError(_failed()) from error
    if ended.returncode:
        raise EngineError(_failed())
    return ended.stdout.decode("utf-8", "replace")


def _failed() -> Message:
    """What to say of a run that gave nothing."""
    return say("Tesseract did not read the picture. It must run on this machine. Try it by hand: tesseract --version")
