"""Where a server is, and whether a text may go there: to this machine, or to a host that the reader named."""

import socket
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from translate.errors import EngineError
from translate.message import say

USUAL = {
    "Ollama": "http://127.0.0.1:11434/v1",
    "llama.cpp": "http://127.0.0.1:8080/v1",
    "LM Studio": "http://127.0.0.1:1234/v1",
    "vLLM": "http://127.0.0.1:8000/v1",
}
"""Where the usual programs listen if nobody tells them otherwise."""

Resolve = Callable[[str, int], Sequence[str]]
"""From a host's name and a port to the numbers that it has now."""


@dataclass(frozen=True, slots=True)
class Address:
    """One server, as the number that was looked at, so that its name cannot come to mean another.

    Attributes:
        url: As people name it: "http://localhost:8080/v1".
        secure: Whether it is spoken to over TLS.
        host: Its name.
        number: Its IP address.
        port: Its port.
        path: What every request begins with: "/v1".
    """

    url: str
    secure: bool
    host: str
    number: str
    port: int
    path: str


def numbers_of(host: str, port: int) -> Sequence[str]:
    """The numbers that this machine knows a host by.

    Raises:
        OSError: It knows none.
    """
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def find_address(url: str, allowed: Collection[str] = (), resolve: Resolve = numbers_of) -> Address:
    """The server that a URL names, if a text may go there.

    Args:
        url: "http://127.0.0.1:8080", with or without the path "/v1".
        allowed: Names of hosts outside this machine that the reader lets the text go to.
        resolve: Looks names up.

    Raises:
        EngineError: It is no such URL, the name is unknown, or any of its numbers is outside this machine while the
            host is not allowed.
    """
    host, port, secure, path = _parts(url)
    try:
        numbers = list(resolve(host, port))
    except (OSError, UnicodeError) as error:
        raise EngineError(
            say("The server {url} is unknown: {reason}. Check its name.", url=url, reason=str(error))
        ) from error
    outside = [number for number in numbers if not _is_here(number)]
    if not numbers or (outside and host not in {name.casefold() for name in allowed}):
        raise EngineError(
            say(
                "The server {url} is not on this machine: {host} is {number}. Texts stay here unless you let them go. "
                "If this host may read them, name it: --server-host {host}, or ENTENTE_SERVER_HOSTS={host}",
                url=url,
                host=host,
                number=", ".join(outside) or "nowhere",
            )
        )
    shown = f"[{host}]" if ":" in host else host
    scheme = "https" if secure else "http"
    return Address(f"{scheme}://{shown}:{port}{path}", secure, host, numbers[0], port, path)


def _parts(url: str) -> tuple[str, int, bool, str]:
    """Host, port, whether over TLS, and path of a URL."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
        host = parts.hostname or ""
    except (ValueError, KeyError):
        host, port = "", 0
    if not host or "@" in url or parts.query or parts.fragment:
        raise EngineError(
            say(
                "{url!r} is no address of a server; it should look like http://127.0.0.1:8080/v1, without a password. "
                "Write it so.",
                url=url,
            )
        )
    path = parts.path.rstrip("/").removesuffix("/chat/completions") or "/v1"
    return host, port, parts.scheme == "https", path


def _is_here(number: str) -> bool:
    """Whether an IP address is this machine's own."""
    address = ip_address(number.partition("%")[0])
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback
