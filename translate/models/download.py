"""fetch(): a file over HTTP, from where a broken download stopped; unzip(): its content, never more than agreed."""

import gzip
import hashlib
import zlib
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import cast
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, build_opener

from translate.errors import EngineError
from translate.version import VERSION

Progress = Callable[[str, int, int], None]
"""Called with what is being fetched, and how many megabytes of how many are there (0 where nobody knows)."""

_TIMEOUT_S = 30
_TRIES = 3
_BLOCK_BYTES = 1 << 18
_GZIP = b"\x1f\x8b"
CARRY = (
    "Where this machine has no network: run the command on one that has, there `python -m translate models pack NAME`, "
    "carry NAME.entente.zip here, and run `python -m translate models unpack NAME.entente.zip`."
)
"""What to do in a closed network."""
_AGAIN = "Run the same command again: it goes on where it stopped."


class _Cut(Exception):
    """The connection ended before the file did."""


def fetch(address: str, path: Path, limit_bytes: int, progress: Progress) -> None:
    """Download a file, as the server stores it; nothing is done where it is there already.

    What has come lies beside it as `.part` until it is whole, and is not asked for again by the next try.

    Args:
        address: Of scheme http or https.
        path: Where the file will lie.
        limit_bytes: The most that is taken.
        progress: See Progress.

    Raises:
        EngineError: The server cannot be reached, refuses, breaks off again and again, or sends too much.
        OSError: The file cannot be written.
    """
    if path.exists():
        return
    part = path.with_name(path.name + ".part")
    for tries_left in reversed(range(_TRIES)):
        try:
            _go_on(address, part, limit_bytes, progress)
            break
        except _Cut as error:
            if not tries_left:
                raise EngineError(f"The connection to {_server(address)} broke off ({error}). {_AGAIN}") from error
    part.replace(path)


def _go_on(address: str, part: Path, limit_bytes: int, progress: Progress) -> None:
    """One try: append what is missing of the part; raises _Cut where a further try may help."""
    have = part.stat().st_size if part.exists() else 0
    with _open(address, have, part) as answer:
        if answer.status != 206:
            have = 0
        elif not str(answer.headers.get("Content-Range", "")).startswith(f"bytes {have}-"):
            part.unlink()
            raise _Cut("it sent another part than was asked for")
        length = answer.headers.get("Content-Length")
        total = have + int(length) if length and length.isdecimal() else 0
        with part.open("ab" if have else "wb") as file:
            while block := _read(answer, address):
                have += len(block)
                if max(have, total) > limit_bytes:
                    file.truncate(0)
                    raise EngineError(_too_large(address, max(have, total), limit_bytes))
                file.write(block)
                progress(address.rpartition("/")[2], *_megabytes(have, total))
    if have < total:
        raise _Cut(f"after {have / 1e6:.1f} of {total / 1e6:.1f} MB")


def _megabytes(have: int, total: int) -> tuple[int, int]:
    """Megabytes that are there, and all of them; equal only at the end."""
    done, whole = have // 10**6, -(-total // 10**6)
    if have == total:
        return whole, whole
    return (min(done, whole - 1) if total else done), whole


def _open(address: str, have: int, part: Path) -> HTTPResponse:
    """The server's answer to a request for all that comes after `have` bytes."""
    if urlsplit(address).scheme not in ("http", "https"):
        raise EngineError(f"The address {address!r} is not one of http or https; only those are fetched. Correct it.")
    # A server that stores files gzipped would unzip them for who doesn't say that gzip is welcome.
    headers = {"Accept-Encoding": "gzip", "User-Agent": f"entente/{VERSION}"}
    if have:
        headers["Range"] = f"bytes={have}-"
    try:
        return cast(HTTPResponse, build_opener().open(Request(address, headers=headers), timeout=_TIMEOUT_S))
    except HTTPError as error:
        if error.code == 416:  # the part is no beginning of the file that is there now
            part.unlink(missing_ok=True)
            raise _Cut("its file has changed") from error
        raise EngineError(
            f"The server {_server(address)} has no {address.rpartition('/')[2]}: it answers {error.code} "
            f"{error.reason}. Check the registry's address (--registry), or try again later."
        ) from error
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", error)
        raise EngineError(
            f"The server {_server(address)} cannot be reached: {reason}. Check the connection and the proxy settings, "
            f"then run the same command again. {CARRY}"
        ) from error


def _read(answer: HTTPResponse, address: str) -> bytes:
    """The next block; empty at the end."""
    try:
        return answer.read(_BLOCK_BYTES)
    except (OSError, HTTPException) as error:
        raise _Cut(str(error) or type(error).__name__) from error


def unzip(packed: Path, path: Path, limit_bytes: int) -> str:
    """Write a gzipped file's content; a file that is not gzipped is copied.

    Args:
        packed: What was downloaded.
        path: Where its content goes.
        limit_bytes: The most that is written.

    Returns:
        SHA-256 of the content, in hexadecimal.

    Raises:
        EngineError: The file is damaged, or its content too large.
        OSError: It cannot be written.
    """
    digest, size_bytes = hashlib.sha256(), 0
    with packed.open("rb") as raw:
        opener = gzip.open if raw.read(2) == _GZIP else open
    with opener(packed, "rb") as content, path.open("wb") as file:
        while block := _unzipped(content.read, packed):
            size_bytes += len(block)
            if size_bytes > limit_bytes:
                raise EngineError(_too_large(path.name, size_bytes, limit_bytes))
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def _unzipped(read: Callable[[int], bytes], packed: Path) -> bytes:
    """The next block of the content."""
    try:
        return read(_BLOCK_BYTES)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise EngineError(
            f"The file {packed.name} came damaged ({error}). Run the same command again: it is fetched anew."
        ) from error


def _too_large(address: str, size_bytes: int, limit_bytes: int) -> str:
    return (
        f"The file {address.rpartition('/')[2]} is larger than {limit_bytes / 1e6:.0f} MB (at least "
        f"{size_bytes / 1e6:.0f} MB), which no model's file of its kind is. Nothing was installed; "
        "check the registry's address (--registry)."
    )


def _server(address: str) -> str:
    return urlsplit(address).netloc
