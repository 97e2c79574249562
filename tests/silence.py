"""Runs one of the product's ways in a network namespace and prints how often anything tried to leave it.

The namespace has the loopback device only, so that the kernel counts every attempt to reach another address as a
packet without a route, whichever library or language it comes from. Run as: unshare --net python -m tests.silence NAME.
"""

import fcntl
import os
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.policy import PORTUGUESE

ROOT = Path(__file__).parent.parent
_SIOCSIFFLAGS, _UP_AND_RUNNING = 0x8914, 0x41
_PORT = 8599


def attempts() -> int:
    """Packets for which there was no route, since the namespace was made."""
    lines = [line.split() for line in Path("/proc/net/snmp").read_text().splitlines() if line.startswith("Ip:")]
    six = [line.split() for line in Path("/proc/net/snmp6").read_text().splitlines()]
    names, values = lines
    return int(values[names.index("OutNoRoutes")]) + sum(int(v) for name, v in six if name == "Ip6OutNoRoutes")


def loud() -> None:
    """Look a name up, as a library would that asks for a new version of itself."""
    try:
        socket.create_connection(("192.0.2.1", 443), timeout=1)
    except OSError:
        return


def library() -> None:
    """brief() from Python."""
    from summarize import brief

    assert brief(PORTUGUESE, "en").translation is not None


def command() -> None:
    """The briefing on the command line."""
    subprocess.run(
        [sys.executable, "-m", "summarize", "-", "--to", "en", "--format", "html"],
        cwd=ROOT, input=PORTUGUESE.encode(), stdout=subprocess.DEVNULL, check=True,
    )  # fmt: skip


def page() -> None:
    """The page's server, from its start to the first screen, and a whole run of its script."""
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(_PORT), "--server.headless", "true"],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert "<title>" in _first_screen()
    finally:
        server.terminate()
        server.wait(20)
    from streamlit.testing.v1 import AppTest

    assert not AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run().exception


def _first_screen() -> str:
    """The page's HTML as soon as the server answers."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{_PORT}/", timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the page's server did not answer")


WAYS: dict[str, Callable[[], None]] = {"loud": loud, "library": library, "command": command, "page": page}


def main() -> None:
    """Bring loopback up, go one way, print the attempts that were counted."""
    with socket.socket() as device:
        fcntl.ioctl(device, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _UP_AND_RUNNING))
    os.environ.pop("http_proxy", None)
    before = attempts()
    WAYS[sys.argv[1]]()
    print(attempts() - before)


if __name__ == "__main__":
    main()
