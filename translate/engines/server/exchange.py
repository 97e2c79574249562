"""exchange(): one request to a server and its whole answer, within a time and a size; no proxy, no redirect."""

import socket
import ssl
from http.client import HTTPConnection, HTTPException, HTTPResponse
from time import monotonic
from typing import NamedTuple

from translate.engines.server.address import Address
from translate.errors import EngineError
from translate.message import Message, say

_CONNECT_S = 5.0
_MOST_BYTES = 4 << 20
"""Far more than an answer to any question that is asked here; what is longer is not read."""
_BLOCK_BYTES = 1 << 16


class Reply(NamedTuple):
    """A status and what came with it."""

    status: int
    body: bytes


def exchange(address: Address, path: str, body: bytes | None, timeout_s: float) -> Reply:
    """Send one request and read the answer.

    Nothing but the address itself is spoken to: http.client asks no proxy and follows no redirect.

    Args:
        address: The server.
        path: Behind the server's own, such as "/models".
        body: JSON to post; None asks with GET.
        timeout_s: Most seconds until the whole answer is there.

    Raises:
        EngineError: Nobody answers there, not in time, with a redirect, with too much, or not in HTTP.
    """
    end = monotonic() + timeout_s
    try:
        with _connected(address, min(timeout_s, _CONNECT_S)) as line:
            line.settimeout(timeout_s)
            connection = HTTPConnection(address.host, address.port)
            connection.sock = line
            headers = {"Content-Type": "application/json", "Connection": "close"}
            connection.request("GET" if body is None else "POST", address.path + path, body, headers)
            answer = connection.getresponse()
            if 300 <= answer.status < 400:
                raise _failed(address, say("it sends requests on to another address, which is not followed"))
            return Reply(answer.status, _read(answer, line, address, end))
    except TimeoutError as error:
        late = say("there was no whole answer within {seconds:g} seconds", seconds=timeout_s)
        raise _failed(address, late) from error
    except (OSError, HTTPException) as error:
        raise _failed(address, str(error) or type(error).__name__) from error


def _connected(address: Address, timeout_s: float) -> socket.socket:
    """A line to the number that was looked at, over TLS where the address says so."""
    line = socket.create_connection((address.number, address.port), timeout=timeout_s)
    if not address.secure:
        return line
    try:
        return ssl.create_default_context().wrap_socket(line, server_hostname=address.host)
    except OSError:
        line.close()
        raise


def _read(answer: HTTPResponse, line: socket.socket, address: Address, end: float) -> bytes:
    """The body; a server that sends a byte now and then is not waited for longer than one that sends none."""
    parts: list[bytes] = []
    size = 0
    while True:
        left = end - monotonic()
        if left <= 0:
            raise TimeoutError
        line.settimeout(left)
        part = answer.read1(_BLOCK_BYTES)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
        if size > _MOST_BYTES:
            raise _failed(address, say("its answer is longer than {size} MB", size=_MOST_BYTES >> 20))


def _failed(address: Address, reason: str | Message) -> EngineError:
    """What to say of a server that gave no answer."""
    return EngineError(
        say(
            "The server {url} gave no answer: {reason}. See whether it still runs and listens there.",
            url=address.url,
            reason=reason,
        )
    )
