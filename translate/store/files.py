"""replacing(): a file is written whole or not at all."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, which takes the place of another once it is whole; where writing fails, the other stays.

    A link goes on leading where it led, and the permissions stay as they were. What cannot be replaced (a device, a
    pipe, a file in a folder that may not be written) is written as it stands.

    Args:
        path: In a folder that exists.

    Raises:
        OSError: It cannot be written.
    """
    path = path if is_stream(path) else Path(os.path.realpath(path))
    if not is_replaceable(path):
        with path.open("wb") as file:
            yield file
        return
    part = path.with_name(f".{secrets.token_hex(8)}.part")  # a short name: path's own may be as long as can be
    former = path.stat() if path.exists() else None
    rights = 0o666 if former is None else 0o600  # nobody reads what they might not read of the former one
    try:
        with open(part, "xb", opener=lambda name, flags: os.open(name, flags, rights)) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if former is not None:
            _take_over(part, former)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _sync(path.parent)


def is_stream(path: Path) -> bool:
    """Whether a path leads to what a process has open: /dev/stdout, /dev/fd/3, or any link to them."""
    path = path.absolute()
    for _ in range(40):  # the most links that Linux follows
        if path.parts[1:2] in (("dev",), ("proc",)) and path.is_symlink():
            return True
        if not path.is_symlink():
            return False
        path = path.parent / path.readlink()
    return False


def is_replaceable(path: Path) -> bool:
    """Whether another file can take a path's place: it is a plain file or none, in a folder that may be written."""
    if is_stream(path) or (path.exists() and not path.is_file()):
        return False
    return os.access(os.path.dirname(os.path.realpath(path)), os.W_OK) and not os.path.ismount(path)


def _take_over(part: Path, former: os.stat_result) -> None:
    """Give the new file the former's owner, as far as we may, and its permissions."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(part, former.st_uid, former.st_gid)
    part.chmod(stat.S_IMODE(former.st_mode))


def _sync(folder: Path) -> None:
    """Have a folder's new entry on the disk; Windows does so by itself."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
