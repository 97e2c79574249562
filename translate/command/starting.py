"""What has to be in place before anything else of ours is imported: Ctrl-C ends a command in one line from the start.

The one module that does something when it is imported, and only in a process that is a command of ours: most of a
command's first third of a second is spent in imports, where Ctrl-C would show a page of them.
"""

import os
import sys
from types import FrameType

_MODULES = ("page", "summarize", "translate")
_SCRIPTS = ("entente", "entente-script")
_SIGINT = 2


def is_command() -> bool:
    """Whether this process is a command of ours, and not a program that uses the library."""
    program = sys.argv[0] if sys.argv else ""  # a host of Python's may have given none
    if program == "-m":  # so it stands until Python has found the module, which sys.orig_argv names
        return sys.orig_argv[-len(sys.argv)].removeprefix("-m") in _MODULES
    return os.path.splitext(os.path.basename(program))[0] in _SCRIPTS


def end_at_once(signum: int, frame: FrameType | None) -> None:
    """End the process with one line; what is done is not kept. For signal.signal()."""
    try:
        os.write(2, b"\nentente: Stopped.\n" if os.isatty(2) else b"entente: Stopped.\n")
    finally:
        os._exit(128 + signum)


def _answer_early() -> None:
    """Have Ctrl-C end the process at once; where it is ignored, it stays so."""
    try:
        import signal  # takes some milliseconds

        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, end_at_once)
    except KeyboardInterrupt:
        end_at_once(_SIGINT, None)


if is_command():
    _answer_early()
