"""A command as a process: its streams, its errors in the reader's words, its exit code."""

import io
import os
import signal
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from translate.command.output import flush_output, require_writable
from translate.command.stopping import Interrupted, exit_code, interruptible
from translate.errors import PolicyTextError

UNREAD = 141
"""Exit code where who reads standard output ended before all was written, as shells have it (128 + SIGPIPE)."""


def run_program(main: Callable[[], int]) -> NoReturn:
    """Run a command and end the process with its exit code.

    Args:
        main: The command, on sys.argv.
    """
    _open_streams()
    try:
        code = main()
    except SystemExit as ended:  # argparse has shown its help, or what is wrong with the arguments
        code = int(ended.code or 0)
        if code == 0 and sys.stdout is not None:  # else it showed its help on standard error
            code = guarded(_require_shown)
    code = guarded(_flush) or code
    signal.signal(signal.SIGINT, lambda signum, frame: os._exit(code))  # all is done and written
    sys.exit(code)


def guarded(run: Callable[[], int], stopped: str = "Stopped.") -> int:
    """Exit code of a command: 1 with the message on standard error where the input or a model is at fault.

    Args:
        run: The command.
        stopped: What to say where a signal ends it.
    """
    try:
        with interruptible():
            return run()
    except PolicyTextError as error:
        print(f"entente: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt as ended:
        print(f"\nentente: {stopped}" if sys.stderr.isatty() else f"entente: {stopped}", file=sys.stderr)
        return exit_code(ended.signum if isinstance(ended, Interrupted) else signal.SIGINT)
    except BrokenPipeError:
        print("entente: Not all was written: what reads standard output has ended.", file=sys.stderr)
        return UNREAD


def _flush() -> int:
    """Hand on what is left for standard output; returns 0."""
    flush_output()
    return 0


def _require_shown() -> int:
    """Make sure that standard output took what argparse wrote, which does not ask; returns 0."""
    require_writable(None)
    return 0


def _open_streams() -> None:
    """Make the standard streams such that no message and no text can end a command in the middle.

    What is closed leads nowhere, for else the next file that is opened would take its number, and with it whatever a
    library writes to that number. Files and pipes get UTF-8, which every format of ours says of itself; a terminal
    keeps its encoding.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # takes the lowest number that is free
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  (as long as the process)
    else:
        raw = getattr(sys.stderr.buffer, "raw", sys.stderr.buffer)  # which sys.__stderr__ keeps open
        forgiving = io.BufferedWriter(_Forgiving(raw))
        sys.stderr = io.TextIOWrapper(forgiving, sys.stderr.encoding, "backslashreplace", line_buffering=True)


class _Forgiving(io.RawIOBase):
    """Standard error that drops what cannot be written: a message nobody can read must not end the work.

    Args:
        raw: Standard error.
    """

    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def writable(self) -> bool:
        """Yes."""
        return True

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return bool(self._raw.isatty())

    def fileno(self) -> int:
        """Its number."""
        return int(self._raw.fileno())

    def write(self, content: Any) -> int:
        """Write what can be written; the length of what needs no second try."""
        try:
            return int(self._raw.write(content) or 0)
        except OSError:
            return memoryview(content).nbytes
