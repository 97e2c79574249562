"""read_apart(): a file read by another process, which may fail, swell or hang without taking this one along."""

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any

from translate.closing import Closing
from translate.document import Document
from translate.errors import InputError, Stopped
from translate.message import say
from translate.reading.limits import DEFAULT, Limits, exceeded, require_size, within
from translate.reading.reader import file_content

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from translate.reading.worker import main; main()"
_PATIENCE = 10  # seconds by the clock for one of processor time: another process may need the processor too
_LOOK_S = 0.1
_SIGXCPU = 24
_WITHOUT_MEMORY = frozenset((4, 5, 6, 9))  # signals by which libraries in C end, and Linux ends who takes too much


class Reader(Closing):
    """Reads files in a process of its own, which is started when it is needed and again after it died.

    One file at a time; threads may share it. To be closed by its user. Starting takes about half a second of processor
    time: whoever reads more than one file keeps it.
    """

    def __init__(self, limits: Limits = DEFAULT) -> None:
        """Nothing is started yet.

        Args:
            limits: What one file may hold, take and need.
        """
        self._limits = limits
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: Queue[bytes | None] = Queue()

    def start(self) -> None:
        """Start the process now, so that the first file need not wait for it."""
        with self._lock:
            self._require_process()

    def read(
        self,
        source: str | bytes | Path,
        *,
        name: str = "",
        language: str | None = None,
        stop: Callable[[], bool] = lambda: False,
        ocr: bool = True,
        comments: bool = False,
        progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> Document:
        """What translate.read() gives, at most so much time and memory later.

        Args:
            source: As of translate.read().
            name: The file's name.
            language: BCP 47 code where the reader knows it.
            stop: Asked ten times a second; true ends the process and raises Stopped.
            ocr: Whether pictures of text are read by text recognition, where Tesseract is installed.
            comments: Whether the comments of a Word file are read too, as notes behind its text.
            progress: Called with (pages done, pages of the file) after each page that was recognised.

        Raises:
            InputError: As of translate.read(); or the file takes more time or memory than the limits allow, or makes
                the process crash.
            LanguageError: `language` is not known.
            Stopped: `stop` said so.
        """
        if isinstance(source, Path):
            name = name or source.name
            source = file_content(source, self._limits.bytes)
        with within(self._limits):
            require_size(0 if isinstance(source, str) else len(source))
        with self._lock:
            process = self._require_process()
            try:
                request = (source, name, language, ocr, comments, self._limits)
                document, error = self._asked(process, request, stop, progress)
            except BaseException:
                self._end()
                raise
        if error is not None:
            raise error
        found: Document = document
        return found

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _asked(
        self,
        process: subprocess.Popen[bytes],
        request: tuple[Any, ...],
        stop: Callable[[], bool],
        progress: Callable[[int, int], None],
    ) -> tuple[Any, Any]:
        """The process's answer."""
        assert process.stdin is not None
        sender = threading.Thread(target=_send, args=(process.stdin, pickle.dumps(request)), daemon=True)
        sender.start()
        left_s = float(_PATIENCE * self._limits.seconds)
        while True:
            if stop():
                raise Stopped
            try:
                answer = self._answers.get(timeout=_LOOK_S)
            except Empty:
                left_s -= _LOOK_S
                if left_s < 0:
                    with within(self._limits):
                        raise exceeded("seconds") from None
                continue
            if answer is None:
                code = process.wait()
                _kill_all(process)
                raise self._died(code)
            found: tuple[Any, Any] = pickle.loads(answer)
            if not isinstance(found[1], int):
                return found
            progress(*found)

    def _died(self, code: int) -> InputError:
        """What to say where the process ended before it answered."""
        with within(self._limits):
            if code == -_SIGXCPU:
                return exceeded("seconds")
            if -code in _WITHOUT_MEMORY and sys.platform.startswith("linux"):
                return exceeded("memory_bytes")
        return InputError(
            say(
                "The file could not be read: the process that read it crashed. It is damaged, or was made to do so. "
                "Open it in the program that made it and save it again."
            )
        )

    def _require_process(self) -> subprocess.Popen[bytes]:
        """The process that runs, or a new one."""
        if self._process is None or self._process.poll() is not None:
            self._end()
            paths = json.dumps([os.path.abspath(path) for path in sys.path])
            self._process = subprocess.Popen(
                [sys.executable, "-c", _START, paths],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what pdfium says of a file before it gives up is for nobody
                start_new_session=True,  # so that the programs it runs end with it
            )
            self._answers = Queue()
            assert self._process.stdout is not None
            receiver = threading.Thread(target=_receive, args=(self._process.stdout, self._answers), daemon=True)
            receiver.start()
        return self._process

    def _end(self) -> None:
        """End the process, if there is one, and leave nothing of it open."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            _kill_all(process)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue


def read_apart(
    source: str | bytes | Path,
    *,
    name: str = "",
    language: str | None = None,
    limits: Limits = DEFAULT,
    ocr: bool = True,
    comments: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Document:
    """What translate.read() gives, read by a process that is started for it and ended after it.

    Args:
        source: As of translate.read().
        name: The file's name.
        language: BCP 47 code where the reader knows it.
        limits: What the file may hold, take and need.
        ocr: Whether pictures of text are read by text recognition, where Tesseract is installed.
        comments: Whether the comments of a Word file are read too, as notes behind its text.
        progress: Called with (pages done, pages of the file) after each page that was recognised.

    Raises:
        InputError: As of Reader.read().
        LanguageError: `language` is not known.
    """
    with Reader(limits) as reader:
        return reader.read(source, name=name, language=language, ocr=ocr, comments=comments, progress=progress)


def _kill_all(process: "subprocess.Popen[bytes]") -> None:
    """End a process and those it started, such as Tesseract at work on a page."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:  # none of them is left
        return


def _send(pipe: IO[bytes], request: bytes) -> None:
    """Write a request; where the process has ended, its answer says so."""
    try:
        pipe.write(request)
        pipe.flush()
    except (OSError, ValueError):
        return


def _receive(pipe: IO[bytes], answers: "Queue[bytes | None]") -> None:
    """Put each answer of a process into a queue, and None at its end."""
    try:
        while len(head := pipe.read(8)) == 8:
            size_bytes = int.from_bytes(head, "little")
            answer = pipe.read(size_bytes)
            if len(answer) < size_bytes:  # it died while it wrote
                break
            answers.put(answer)
    except (OSError, ValueError):
        pass
    answers.put(None)
