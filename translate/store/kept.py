"""Files that are kept to save time: whole or not there at all, and checked before any of them is used.

A kept file is a head and a content. The head holds the content's length and a checksum of the file's name and the
content, so that a file that stands in another's place is refused like a damaged one.
"""

import logging
import os
import re
import struct
import time
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from translate.store.files import replacing

_log = logging.getLogger(__name__)

_HEAD = struct.Struct("<8sQI")  # mark, bytes of the content, checksum
_MARK = b"entente1"
# CRC-32 finds every damage of up to 32 bits in a row and any two bits, and misses one in 4.3 billion of others. A
# model's four graphs of 42 MB take it 10 ms; SHA-256 23 where the processor helps and 90 where not, BLAKE2b 44.
_UNFINISHED = re.compile(r"\.[0-9a-f]{16}\.part|tmp[a-z0-9_]{8}\.part")  # "tmp" is what versions before 2026-12 wrote
_ABANDONED_S = 3600  # nobody writes at a file of some megabytes for an hour


def read_kept(path: Path) -> bytes | None:
    """What was kept in a file; None where there is none, or none that is as it was written.

    The bytes that are returned are those that were checked, whatever happens to the file afterwards.
    """
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            size_bytes = os.fstat(file.fileno()).st_size
            head = file.read(_HEAD.size)
            # The length comes first: a file that has grown is not read to its end.
            if size_bytes == _HEAD.size + _length_bytes(head):
                content = file.read(size_bytes - _HEAD.size)
                if head == _head(path, content):
                    return content
    except OSError as error:
        _log.info("a kept file cannot be read: %s", error.strerror)
        return None
    _log.warning("a kept file of %d bytes is damaged and is made again", size_bytes)
    return None


def keep(path: Path, content: bytes) -> None:
    """Keep a file, or say in the log that it cannot be kept.

    It is written beside its place and moved there once the disk has it: no process ever sees half of it, and of two
    that write it at the same time the later one's stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            file.write(_head(path, content))
            file.write(content)
    except OSError as error:
        _log.info("a file of %d bytes is not kept: %s", len(content), error.strerror)


def remove_unfinished(folder: Path) -> None:
    """Remove what processes that were ended while they wrote have left in a folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _UNFINISHED.fullmatch(entry.name) and entry.stat().st_mtime < time.time() - _ABANDONED_S:
                os.unlink(entry)


def _head(path: Path, content: bytes) -> bytes:
    """What stands before a content in the file of this name."""
    return _HEAD.pack(_MARK, len(content), crc32(content, crc32(path.name.encode())))


def _length_bytes(head: bytes) -> int:
    """The length that a head tells; -1 where it is none."""
    if len(head) < _HEAD.size or not head.startswith(_MARK):
        return -1
    return int(_HEAD.unpack(head)[1])
