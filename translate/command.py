"""What the commands share: reading a file or standard input, and errors in the reader's words."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Event
from typing import Any

from translate.document import Document
from translate.engines.registry import ENGINES
from translate.errors import InputError, PolicyTextError
from translate.reading.reader import MAX_BYTES, read
from translate.resources.glossary import read_glossary
from translate.resources.memory import Memory

STOPPED = 130
"""Exit code of a run that Ctrl-C ended, as shells have it."""


def read_argument(file: str, language: str | None) -> Document:
    """The document that a command's FILE argument names; "-" is standard input.

    Raises:
        InputError: It cannot be read.
    """
    if file == "-":
        return read(sys.stdin.buffer.read(MAX_BYTES + 1), name="standard input.txt", language=language)
    return read(Path(file), language=language)


def text_parser(program: str, description: str, examples: str) -> argparse.ArgumentParser:
    """The arguments of every command that reads a text: FILE, languages, engine, and what a reader may bring.

    Args:
        program: How the reader called it.
        description: What it does.
        examples: Shown under the arguments, with the exit codes.
    """
    arguments = argparse.ArgumentParser(
        program, description=description, epilog=examples, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("file", metavar="FILE", help="the text to read; - for standard input")
    arguments.add_argument("--to", required=True, metavar="LANGUAGE", help="language wanted: a code or a name")
    arguments.add_argument("--from", dest="source", metavar="LANGUAGE", help="language of the text, if you know better")
    arguments.add_argument(
        "--engine",
        type=_engine,
        metavar="NAME",
        help=f"use this engine instead of the best installed: {', '.join(ENGINES)}; seq2seq/MODEL for one model of it",
    )
    arguments.add_argument("--glossary", metavar="FILE", help="CSV or TSV of terms: source, target")
    arguments.add_argument(
        "--memory", metavar="FILE", help="translation memory (SQLite) whose sentences are taken over"
    )
    arguments.add_argument(
        "--second", type=_engine, metavar="NAME", help="let this engine translate the doubtful sentences as well"
    )
    arguments.add_argument(
        "--thorough", action="store_true", help="compare the meaning of every sentence with its source's too; slower"
    )
    arguments.add_argument(
        "--quick", action="store_true", help="leave out doubts and read-backs, which take longer than translating"
    )
    return arguments


@contextmanager
def readers_own(arguments: argparse.Namespace, source: str, target: str) -> Iterator[dict[str, Any]]:
    """What a reader brought, as keyword arguments of translate() and brief(); the memory is closed at the end.

    Raises:
        InputError: A file cannot be opened.
        FormatError: The glossary has a row that is none.
    """
    glossary = read_glossary(arguments.glossary, source, target) if arguments.glossary else None
    with Memory(arguments.memory) if arguments.memory else nullcontext() as memory:
        own = {name: getattr(arguments, name) for name in ("second", "thorough")}
        yield {"glossary": glossary, "memory": memory, "doubt": not arguments.quick, **own}


def _engine(name: str) -> str:
    """The name, if there is such an engine."""
    if name.partition("/")[0] not in ENGINES:
        raise argparse.ArgumentTypeError(f"there is no engine {name!r}; known are {', '.join(ENGINES)}")
    return name


@contextmanager
def until_interrupted() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was pressed, to be asked between batches; pressed again, it ends the run at once."""
    pressed = Event()
    former = signal.getsignal(signal.SIGINT)

    def press(signum: int, frame: object) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, former)

    signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, former)


def guarded(run: Callable[[], int], stopped: str = "Stopped.") -> int:
    """Exit code of a command: 1 with the message on standard error where the input or a model is at fault.

    Args:
        run: The command.
        stopped: What to say where Ctrl-C ends it.
    """
    try:
        return run()
    except PolicyTextError as error:
        print(f"entente: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\nentente: {stopped}", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        sys.stderr.close()
        return 0


def require_writable(file: str | None) -> None:
    """Raise InputError, before the work starts, where write_output() could not write to a file."""
    if file in (None, "-"):
        return
    path = Path(str(file))
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if path.is_dir():
        raise _unwritable(path, "it is a folder")
    if not folder.is_dir():
        raise _unwritable(path, f"{folder} is no folder")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise _unwritable(path, "that is not allowed")


def write_output(text: str, file: str | None) -> None:
    """Write to a file, making its folder, or to standard output where `file` is None or "-".

    Raises:
        InputError: It cannot be written.
    """
    if file in (None, "-"):
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        sys.stdout.flush()
        return
    path = Path(str(file))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise _unwritable(path, error.strerror or type(error).__name__) from error


def _unwritable(path: Path, reason: str) -> InputError:
    """What to say of an output that cannot be written."""
    return InputError(
        f"The output {path} cannot be written: {reason}. It must name a file in a folder that you may write to. "
        "Give another --output, or none for standard output."
    )


def progress_line(stage: str, done: int, total: int) -> None:
    """One line on standard error that overwrites itself; silent where that is not a terminal."""
    if sys.stderr.isatty():
        end = "\n" if done == total and total else ""
        count = f" {done} of {total}" if total > 1 else ""
        print(f"\r\033[K{stage}{count}", end=end, file=sys.stderr, flush=True)
