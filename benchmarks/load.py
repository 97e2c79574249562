"""How many readers can the page serve? Sessions at once against its real server: waiting, Stop, closed tabs, memory."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from benchmarks.load_reader import PageReader
from benchmarks.report import arguments, ntrex_lines, report
from tests.browser.server import ROOT, wait

_SHORT_LINES = 6
_PAGE_WORDS = 400
_TICKS_S = 1 / os.sysconf("SC_CLK_TCK")
_IDLE_SHARE = 0.2
_STOP_LIMIT_S = 60
_EXPIRED_S = 130


def main() -> None:
    """Measure and report."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--readers", type=int, default=20, help="short texts at once")
    parser.add_argument("--pages", type=int, default=300, help="length of the long text, at 400 words a page")
    parser.add_argument("--app", type=Path, default=ROOT / "app.py", help="the page of another version, to compare")
    parser.add_argument("--soak", type=int, default=0, help="so many more readers, one after the other, at the end")
    options = parser.parse_args()
    rows: list[tuple[object, ...]] = []

    def told(step: str, found: str, bar: str = "") -> None:
        rows.append((step, found, bar))
        print(*rows[-1], sep=" | ", flush=True)

    with _served(options.app) as (port, server):
        _alone(port, _short(0))  # loads the models
        at_first = server.state()
        alone = median(_alone(port, _short(k)) for k in range(1, 4))
        told("one short text, nobody else there", f"{alone:.1f} s")
        took, used = _at_once(port, options.readers, server)
        told(f"{options.readers} short texts at once, median", f"{median(took):.1f} s", "8 s")
        told("the same, the last one", f"{max(took):.1f} s")
        told("the same, processor time of the server", f"{used:.1f} s")
        told("the last one, if all cores were the server's", f"{used / (os.cpu_count() or 1):.1f} s")
        _long(port, options.pages, alone, server, told)
        sleep(_EXPIRED_S)
        _alone(port, _short(99))
        told("memory and open files before all that", str(at_first))
        told("after it, when all have gone", str(server.state()))
        for number in range(options.soak):
            _alone(port, _short(200 + number))
        if options.soak:
            told(f"after {options.soak} readers more, one after the other", str(server.state()))
    notes = [
        f"A short text: {_SHORT_LINES} sentences of NTREX, English to Portuguese, all checks. The long one: "
        f"{options.pages} pages of {_PAGE_WORDS} words. Readers ask twice a second, as the page does in a browser.",
        f"Load of the machine's {os.cpu_count()} cores while measuring: {os.getloadavg()[0]:.1f}, the readers' own "
        "included: compare two versions in the same quarter of an hour, and their processor time.",
    ]
    question = "How many readers can the page serve?"
    report("load", question, ("step", "measured", "bar"), rows, notes, ("streamlit",), options.update)


@dataclass(frozen=True, slots=True)
class _State:
    """What the server and its reading processes hold."""

    memory_mb: float
    files: int
    threads: int

    def __str__(self) -> str:
        return f"{self.memory_mb:.0f} MB, {self.files} open files, {self.threads} threads"


class _Server:
    """The server's process and those that it started."""

    def __init__(self, pid: int) -> None:
        self._pid = pid

    def processor_s(self) -> float:
        """Seconds of processor time until now."""
        return sum(self._ticks(pid) for pid in self._pids()) * _TICKS_S

    def state(self) -> _State:
        """What they hold now; files and threads of the server alone."""
        pages = sum(int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) for pid in self._pids())
        folder = Path(f"/proc/{self._pid}")
        return _State(
            pages * 4096 / 2**20, len(list((folder / "fd").iterdir())), len(list((folder / "task").iterdir()))
        )

    def _pids(self) -> list[int]:
        tasks = Path(f"/proc/{self._pid}/task").iterdir()
        return [self._pid, *(int(pid) for task in tasks for pid in (task / "children").read_text("ascii").split())]

    def _ticks(self, pid: int) -> int:
        """Of a process and its children that have ended."""
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return sum(map(int, fields[11:15]))


@contextmanager
def _served(app: Path) -> Iterator[tuple[int, _Server]]:
    """The port of a server, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.headless=true", f"--server.port={port}"]
    environment = {**os.environ, "PYTHONPATH": str(app.parent)}
    server = subprocess.Popen(command, cwd=app.parent, env=environment, stdout=subprocess.DEVNULL)
    try:
        wait(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield port, _Server(server.pid)
    finally:
        server.terminate()
        server.wait()


def _short(number: int) -> str:
    """A text that no other reader has."""
    lines = ntrex_lines("en", 1990)
    start = number * _SHORT_LINES % (len(lines) - _SHORT_LINES)
    return "\n".join(lines[start : start + _SHORT_LINES])


def _long_text(pages: int, mark: str) -> str:
    """A text of so many pages, no line of which comes twice."""
    lines, words, found = ntrex_lines("en", 1990), 0, []
    while words < pages * _PAGE_WORDS:
        line = f"{lines[len(found) % len(lines)]} See {mark} {len(found)}."
        found.append(line)
        words += len(line.split())
    return "\n".join(found)


def _alone(port: int, text: str) -> float:
    """Seconds from the button to the briefing."""
    with closing(PageReader(port)) as reader:
        reader.paste(text)
        start = monotonic()
        reader.press("go")
        reader.wait_for("again")
        return monotonic() - start


def _at_once(port: int, readers: int, server: _Server) -> tuple[list[float], float]:
    """Seconds of each of many readers, and the server's processor time."""
    opened = [PageReader(port) for _ in range(readers)]
    for number, reader in enumerate(opened):
        reader.paste(_short(10 + number))

    def briefing_s(reader: PageReader) -> float:
        start = monotonic()
        reader.press("go")
        reader.wait_for("again")
        return monotonic() - start

    before = server.processor_s()
    with ThreadPoolExecutor(readers) as threads:
        took = list(threads.map(briefing_s, opened))
    used = server.processor_s() - before
    for reader in opened:
        reader.close()
    return took, used


def _long(port: int, pages: int, alone: float, server: _Server, told: Callable[..., None]) -> None:
    """What a long text does to others, and how it ends."""
    first = PageReader(port)
    first.paste(_long_text(pages, "note"))
    first.press("go")
    beside = []
    for number in range(8):
        sleep(2)
        beside.append(_alone(port, _short(40 + number)))
    waits = [max(0.0, seconds - alone) for seconds in beside]
    told(f"a short text waits for one of {pages} pages, median of {len(beside)}", f"{median(waits):.1f} s")
    told("the same, the longest", f"{max(waits):.1f} s", "5 s")
    start = monotonic()
    first.press("stop")
    over = "" if first.wait_for("again", _STOP_LIMIT_S) else "over "
    told("from Stop to what is done by then", f"{over}{monotonic() - start:.1f} s", "1 s")
    first.close()

    second = PageReader(port)
    second.paste(_long_text(pages, "rule"))
    second.press("go")
    sleep(10)
    second.close()
    before = server.processor_s()
    told("processor time of a job after its tab was closed", f"{_until_idle_s(server) - before:.1f} s", "at once")


def _until_idle_s(server: _Server) -> float:
    """The server's processor time when it has nothing to do any more, two minutes from now at the latest."""
    end = monotonic() + _EXPIRED_S
    used = server.processor_s()
    while monotonic() < end:
        sleep(2)
        now = server.processor_s()
        if now - used < _IDLE_SHARE:
            break
        used = now
    return used


if __name__ == "__main__":
    if sys.platform != "linux":
        raise SystemExit("It counts in /proc, which only Linux has.")
    main()
