"""A server of the page in a process of its own, and a browser that reports every request."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Playwright

ROOT = Path(__file__).parent.parent.parent
FAKE_APP = Path(__file__).parent / "fake_app.py"
_START_S = 60


@contextmanager
def served(app: Path) -> Iterator[str]:
    """The address of a page that is ready.

    Args:
        app: Script that Streamlit runs.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(app)]
    options = ["--server.headless=true", f"--server.port={port}"]
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    server = subprocess.Popen([*command, *options], cwd=ROOT, env={**os.environ, "PYTHONPATH": paths})
    try:
        wait(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def chromium(playwright: Playwright) -> Browser:
    """The system's Chromium, which asks nobody anything by itself.

    Raises:
        RuntimeError: There is none.
    """
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        raise RuntimeError("Chromium is not installed, and the page is tested in it. Run: apt-get install chromium")
    return playwright.chromium.launch(
        executable_path=path,
        args=["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    )


def wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return when the server answers."""
    end = time.monotonic() + _START_S
    while time.monotonic() < end and server.poll() is None:
        try:
            urlopen(address, timeout=1).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the page's server did not answer within {_START_S} s")
