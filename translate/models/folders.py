"""Putting whole folders in their place: one process at a time, all or nothing, and only where there is room."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from translate.errors import EngineError

_SPARE_BYTES = 200 * 10**6


@contextmanager
def locked(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a lock file; the system lets go of it when the process ends, however it ends.

    Args:
        path: The lock file; it stays, as removing it would let two processes hold two files of one name.
        waiting: Called once where another process holds it; then this one waits.

    Raises:
        OSError: The file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        if not _lock(file, wait=False):
            waiting()
            while not _lock(file, wait=True):
                pass
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes], wait: bool) -> bool:
        """Whether the file's first byte could be locked; waits ten seconds at most."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: IO[bytes], wait: bool) -> bool:
        """Whether the file could be locked."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def free_bytes(folder: Path) -> int:
    """Room on the disk that a folder lies on."""
    return shutil.disk_usage(folder).free


def require_room(what: str, size_bytes: int, folder: Path, free: Callable[[Path], int]) -> None:
    """Raise EngineError where something does not fit on the disk with a little to spare."""
    room_bytes = max(0, free(folder) - _SPARE_BYTES)
    if size_bytes > room_bytes:
        raise EngineError(
            f"{what} takes {size_bytes / 1e6:.0f} MB, and {room_bytes / 1e6:.0f} MB can be used on the disk of "
            f"{folder}. Free some space, or set ENTENTE_MODELS to a folder on another disk; nothing was installed."
        )


def place(made: Path, folder: Path) -> None:
    """Rename a finished folder to where it belongs; what lay there is replaced, or stays if that fails.

    Raises:
        OSError: It cannot be renamed.
    """
    before = made.with_name(f"{made.name}.before")
    if folder.exists():
        folder.rename(before)
    try:
        made.rename(folder)
    except OSError:
        if before.exists():
            before.rename(folder)
        raise
    shutil.rmtree(before, ignore_errors=True)


def discard(folder: Path) -> None:
    """Remove a folder at once, so that nobody sees half of it.

    Raises:
        OSError: It cannot be removed.
    """
    gone = folder.with_name(f".removed-{folder.name}")
    shutil.rmtree(gone, ignore_errors=True)
    folder.rename(gone)
    shutil.rmtree(gone)
