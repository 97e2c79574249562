"""Keeps one kind of process alive in a network of its own, and prints what it tried to reach.

The network namespace has the loopback device only, so that the kernel counts every attempt to reach another address as
a packet without a route, whichever library or language it comes from. Names are asked of a resolver of ours, which
writes them down and knows none. Run as: unshare --net --mount python -m tests.silence KIND SECONDS [--plant].
"""

import argparse
import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from tests.page_session import open_session, translate_on_page
from tests.policy import PORTUGUESE

ROOT = Path(__file__).parent.parent
_SIOCSIFFLAGS, _UP_AND_RUNNING = 0x8914, 0x41
_PORT = 8599
_START_S = 600
_EXPECTED = "The Parties"
_NO_SUCH_NAME = 0x8183

# Runs a module as `python -m` does and then stays, as a program does that has more to do.
_STAYING = """import runpy, sys, time
seconds, module, *sys.argv[1:] = sys.argv[1:]
try:
    runpy.run_module(module, run_name="__main__", alter_sys=True)
except SystemExit as end:
    assert not end.code, end.code
sys.stdout.flush()
time.sleep(float(seconds))
"""
_LIBRARY = f"""import sys, time
from summarize import brief
assert {_EXPECTED!r} in brief(sys.stdin.read(), "en").translation.target.text
time.sleep(float(sys.argv[1]))
"""
# Python imports a module of this name at its start. It asks as a library would that reports or wants to be updated.
_PLANTED = """import socket
from threading import Thread
def ask():
    try:
        socket.create_connection(("planted.example", 443), timeout=1)
    except OSError:
        pass
Thread(target=ask, daemon=True).start()
"""


def attempts() -> int:
    """Packets for which there was no route, since the namespace was made."""
    lines = [line.split() for line in Path("/proc/net/snmp").read_text().splitlines() if line.startswith("Ip:")]
    six = [line.split() for line in Path("/proc/net/snmp6").read_text().splitlines()]
    names, values = lines
    return int(values[names.index("OutNoRoutes")]) + sum(int(v) for name, v in six if name == "Ip6OutNoRoutes")


def loud(seconds: float) -> None:
    """Reach for an address without a name."""
    try:
        socket.create_connection(("192.0.2.1", 443), timeout=1)
    except OSError:
        return


def library(seconds: float) -> None:
    """brief() from Python."""
    _python("-c", _LIBRARY, str(seconds))


def command(seconds: float) -> None:
    """The briefing on the command line."""
    said = _python("-c", _STAYING, str(seconds), "summarize", "-", "--to", "en", "--format", "html")
    assert _EXPECTED in said


def benchmark(seconds: float) -> None:
    """The benchmark of translations, on the lines of a short text."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ENTENTE_DATA"] = folder
        Path(folder, "ntrex").mkdir()
        for name in ("pt", "en"):
            Path(folder, "ntrex", f"{name}.txt").write_text(PORTUGUESE, encoding="utf-8")
        said = _python("-c", _STAYING, str(seconds), "benchmarks.translation", "--pair", "pt-en")
    assert "Portuguese → English by Firefox" in said


def page(seconds: float) -> None:
    """The page's server with a session that translates."""
    options = ["--server.port", str(_PORT), "--server.headless", "true"]
    _serve([sys.executable, "-m", "streamlit", "run", "app.py", *options], ROOT, dict(os.environ), seconds)


def bundle(seconds: float) -> None:
    """The page of an unpacked bundle, installed first, by a user whose home is empty."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(os.environ["ENTENTE_BUNDLE"]) as archive:
        archive.extractall(folder)
        home = Path(folder, "home")
        home.mkdir()
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        command = ["sh", f"{folder}/entente/start-linux.sh", "--no-browser", "--port", str(_PORT)]
        _serve(command, home, {**kept, "HOME": str(home)}, seconds)


def _serve(command: list[str], folder: Path, environment: dict[str, str], seconds: float) -> None:
    """Start the page, translate in a session, and stay for a while."""
    server = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for_the_server(server)
        with open_session(_PORT) as session:
            translate_on_page(session, PORTUGUESE, "en", _EXPECTED)
            time.sleep(seconds)
        assert server.poll() is None
    finally:
        server.terminate()
        server.wait(20)


KINDS: dict[str, Callable[[float], None]] = {
    "loud": loud, "library": library, "command": command, "page": page, "benchmark": benchmark,
    "bundle": bundle,
}  # fmt: skip


def _python(*arguments: str) -> str:
    """What a Python process says that gets the text on standard input."""
    run = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, input=PORTUGUESE.encode(), stdout=subprocess.PIPE, check=True
    )
    return run.stdout.decode()


def _wait_for_the_server(server: subprocess.Popen[bytes]) -> None:
    """Return as soon as the page's server answers; a bundle is installed before it does."""
    end = time.monotonic() + _START_S
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{_PORT}/_stcore/health", timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the page's server did not answer")


def _prepare(folder: Path) -> list[str]:
    """Bring loopback up and put a resolver of ours in place of the system's; the list of names it will be asked."""
    with socket.socket() as device:
        fcntl.ioctl(device, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _UP_AND_RUNNING))
    names: list[str] = []
    resolver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    resolver.bind(("127.0.0.1", 53))
    Thread(target=_answer, args=(resolver, names), daemon=True).start()
    for path, text in (("/etc/resolv.conf", "nameserver 127.0.0.1\n"), ("/etc/nsswitch.conf", "hosts: files dns\n")):
        ours = folder / Path(path).name
        ours.write_text(text)
        if Path(path).exists():
            subprocess.run(["mount", "--bind", str(ours), path], check=True)
    return names


def _answer(resolver: socket.socket, names: list[str]) -> None:
    """Write every name down that is asked for, and say that there is no such name."""
    while True:
        query, sender = resolver.recvfrom(4096)
        names.append(_name(query))
        resolver.sendto(query[:2] + struct.pack("!H", _NO_SUCH_NAME) + query[4:6] + bytes(6) + query[12:], sender)


def _name(query: bytes) -> str:
    """The name in a query (RFC 1035, section 4.1.2): labels after a byte with their length."""
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1 : at + 1 + query[at]].decode("ascii", "replace"))
        at += 1 + query[at]
    return ".".join(labels)


def main() -> None:
    """Go one way, and print as JSON how many packets had no route and which names were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("seconds", type=float, help="how long it lives after its first translation")
    parser.add_argument("--plant", action="store_true", help="have the process look a name up by itself")
    chosen = parser.parse_args()
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ.pop(name, None)
        os.environ.pop(name.upper(), None)
    with tempfile.TemporaryDirectory() as folder:
        names = _prepare(Path(folder))
        if chosen.plant:
            Path(folder, "sitecustomize.py").write_text(_PLANTED)
            os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [folder, os.environ.get("PYTHONPATH")]))
        before = attempts()
        KINDS[chosen.kind](chosen.seconds)
        print(json.dumps({"packets": attempts() - before, "names": names}))


if __name__ == "__main__":
    main()
