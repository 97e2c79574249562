"""Where a command's text goes: a file or standard output, whether that can take it, and never onto what is read."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import ENOSPC
from io import UnsupportedOperation
from pathlib import Path

from translate.errors import InputError, PolicyTextError
from translate.store.files import is_replaceable, replacing

_BLOCK_BYTES = 4096
"""What must find room before the work starts: the least that a disk gives to a file."""


def require_writable(file: str | None, reads: Iterable[str | None] = (), *, over: bool = True) -> None:
    """Make sure, before the work starts, that write_output() can write.

    Args:
        file: As write_output() takes it.
        reads: Files that the command reads, which must stay as they are; "-" is standard input, None is none.
        over: Whether it may take the place of a file that is there.

    Raises:
        InputError: It cannot be written, is one of these files, or is there and may not be replaced.
    """
    for read in reads:
        if read is not None and _is_same(file, read):
            output = "Standard output" if file in (None, "-") else f"The output {file}"
            source = "standard input" if read == "-" else read
            raise InputError(f"{output} is {source}, which this command reads. Give another --output.")
    if _is_standard(file):
        _require_standard_output()
        return
    path = Path(str(file))
    _require_file(path)
    if not over and path.is_file():
        raise InputError(f"The output {file} is there already. Give another --output, or --force to replace it.")


def write_output(text: str, file: str | None = None) -> None:
    """Write to a file, making its folder, which is said, or to standard output.

    A file that stood there stays where the new one cannot be written; the text goes to standard output then.

    Args:
        text: What to write, as UTF-8.
        file: None or "-" is standard output.

    Raises:
        InputError: It cannot be written.
        BrokenPipeError: Nobody reads standard output any more.
    """
    if _is_standard(file):
        _print(text)
        return
    path = Path(str(file))
    try:
        _write(path, text.encode("utf-8", "backslashreplace"))  # names of files may hold what no encoding has
    except OSError as error:
        kept = ""
        with suppress(PolicyTextError, BrokenPipeError):
            _print(text)
            kept = "; the text went to standard output instead"
        raise _unwritable(path, _reason(error) + kept) from error


def write_file(content: bytes, file: str) -> None:
    """Write bytes to a file, making its folder, which is said; a file that stood there stays where that fails.

    Raises:
        InputError: It cannot be written.
    """
    try:
        _write(Path(file), content)
    except OSError as error:
        raise _unwritable(Path(file), _reason(error)) from error


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    if not path.parent.exists():
        path.parent.mkdir(parents=True)
        print(f"entente: The folder {path.parent} was made.", file=sys.stderr)
    with replacing(path) as output:
        output.write(content)


def flush_output() -> None:
    """Hand on what is left for standard output.

    Raises:
        InputError: It cannot be written.
        BrokenPipeError: Nobody reads it any more.
    """
    if sys.stdout is not None:
        with _in_words():
            sys.stdout.flush()


def _print(text: str) -> None:
    """Write to standard output; what its encoding lacks as \\x.. or \\u...., which is said."""
    if sys.stdout is None:
        raise _closed()
    encoding = sys.stdout.encoding or "utf-8"
    shown = text.encode(encoding, "backslashreplace").decode(encoding)
    with _in_words():
        sys.stdout.write(shown if shown.endswith("\n") else shown + "\n")
        sys.stdout.flush()
    if shown != text:
        print(
            f"entente: This terminal writes {encoding}, which lacks some of the text's characters; they stand as \\x "
            "or \\u and a number. Set it to UTF-8, or give --output FILE for a file that has them all.",
            file=sys.stderr,
        )


@contextmanager
def _in_words() -> Iterator[None]:
    """Say in words why standard output could not be written, and let nothing try again when Python ends."""
    try:
        yield
    except OSError as error:
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)
        if isinstance(error, BrokenPipeError):
            raise
        raise _unwritable_standard(error) from error


def _is_standard(file: str | None) -> bool:
    """Whether an output is standard output, by whatever name."""
    if file in (None, "-"):
        return True
    named, standard = _state(file), _state(None)
    return named is not None and standard is not None and os.path.samestat(named, standard)


def _is_same(file: str | None, read: str) -> bool:
    """Whether writing an output would change a file that is read, by whatever names the two go."""
    output, source = _state(file), _state("<" if read == "-" else read)
    if output is not None and source is not None:
        return stat.S_ISREG(output.st_mode) and os.path.samestat(output, source)
    named = file not in (None, "-") and read != "-"
    return named and os.path.realpath(str(file)) == os.path.realpath(read)  # neither is there yet: a memory to be made


def _state(file: str | None) -> os.stat_result | None:
    """What the system says of a file, of standard input ("<") or output (None, "-"); None where it is not there."""
    streams = {None: sys.stdout, "-": sys.stdout, "<": sys.stdin}
    try:
        if file not in streams:
            return os.stat(str(file))
        stream = streams[file]
        return None if stream is None else os.fstat(stream.fileno())
    except (OSError, ValueError):
        return None


def _require_standard_output() -> None:
    """Raise InputError where standard output is closed, read-only, or on a full disk."""
    if sys.stdout is None:
        raise _closed()
    try:
        number = sys.stdout.fileno()
    except UnsupportedOperation:  # somebody caught it in memory
        return
    try:
        os.write(number, b"")  # writes nothing, but is refused where nothing could be
        if stat.S_ISREG(os.fstat(number).st_mode) and hasattr(os, "fstatvfs"):
            disk = os.fstatvfs(number)
            if disk.f_blocks and not disk.f_bfree:
                raise OSError(ENOSPC, os.strerror(ENOSPC))
    except OSError as error:
        raise _unwritable_standard(error) from error


def _require_file(path: Path) -> None:
    """Raise InputError where a file cannot be written."""
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if path.is_dir():
        raise _unwritable(path, "it is a folder")
    if not folder.is_dir():
        raise _unwritable(path, f"{folder} is no folder")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise _unwritable(path, "that is not allowed")
    if not is_replaceable(path) and path.exists():
        return
    place = Path(os.path.realpath(path)).parent
    try:
        with tempfile.TemporaryFile(dir=place if place.exists() else folder) as trial:
            trial.write(bytes(_BLOCK_BYTES))
            trial.flush()
            os.fsync(trial.fileno())
    except OSError as error:
        raise _unwritable(path, _reason(error)) from error


def _reason(error: OSError) -> str:
    """Why, in the system's words."""
    return error.strerror or type(error).__name__


def _closed() -> InputError:
    """What to say where there is no standard output."""
    return InputError("Standard output is closed, so that the text has nowhere to go. Give --output FILE.")


def _unwritable_standard(error: OSError) -> InputError:
    """What to say of standard output that cannot be written."""
    return InputError(f"Standard output cannot be written: {_reason(error)}. Make room, or give --output FILE.")


def _unwritable(path: Path, reason: str) -> InputError:
    """What to say of an output that cannot be written."""
    return InputError(
        f"The output {path} cannot be written: {reason}. It must name a file in a folder that you may write to. "
        "Give another --output, or none for standard output."
    )
