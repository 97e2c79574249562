"""The process that reads files for read_apart(): one after the other, each under limits of time and memory.

It takes (source, name, language, ocr, comments, limits) from standard input and gives (document, error) on standard
output, pickled, with the length before it; before that, (pages done, pages) after each page that was recognised.
"""

import contextlib
import logging
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from translate.errors import PolicyTextError
from translate.reading.limits import Limits, exceeded, within
from translate.reading.reader import read


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    while True:
        try:
            request = pickle.load(requests)
        except EOFError:
            return
        try:
            answer = pickle.dumps(_answer(lambda done, total: _send(answers, pickle.dumps((done, total))), *request))
        except MemoryError:  # there was room for the document, and none to send it
            with within(request[-1]):
                answer = pickle.dumps((None, exceeded("memory_bytes")))
        _send(answers, answer)


def _send(answers: IO[bytes], answer: bytes) -> None:
    """Write an answer with its length before it."""
    answers.write(len(answer).to_bytes(8, "little") + answer)
    answers.flush()


def main() -> None:
    """Serve the process that started this one, and nobody else: what libraries print goes to standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who waits, which then ends this process
    logging.disable()
    with open(sys.stdout.fileno(), "wb", closefd=False) as answers, contextlib.redirect_stdout(sys.stderr):
        serve(sys.stdin.buffer, answers)


def _answer(
    progress: Callable[[int, int], None],
    source: str | bytes | Path,
    name: str,
    language: str | None,
    ocr: bool,
    comments: bool,
    limits: Limits,
) -> tuple[Any, Any]:
    """The document or the error."""
    _confine(limits)
    try:
        document = read(
            source,
            name=name,
            language=language,
            max_bytes=limits.bytes,
            max_characters=limits.characters,
            limits=limits,
            ocr=ocr,
            comments=comments,
            progress=progress,
        )
    except PolicyTextError as error:
        return None, error
    except MemoryError:
        raise
    except Exception as error:
        return None, _portable(error)
    return document, None


def _portable(error: Exception) -> Exception:
    """A bug's exception, or what can be told of it where it cannot be sent; its traceback goes along as a note."""
    import traceback

    error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError("".join(traceback.format_exception(error)))
    return error


def _confine(limits: Limits) -> None:
    """Have the system end this process when it takes more than its share, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: who waits watches the clock
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + limits.seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard in (resource.RLIM_INFINITY, -1) or seconds < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, hard))
    size_bytes = _size_bytes()
    if size_bytes:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = size_bytes + limits.memory_bytes
        if hard in (resource.RLIM_INFINITY, -1) or most < hard:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _size_bytes() -> int:
    """Address space of this process; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    import resource

    return pages * resource.getpagesize()


if __name__ == "__main__":
    main()
