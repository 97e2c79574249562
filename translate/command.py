"""What the commands share: reading a file or standard input, and errors in the reader's words."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from translate.document import Document
from translate.engines.registry import ENGINES
from translate.errors import PolicyTextError
from translate.glossary import read_glossary
from translate.memory import Memory
from translate.reading.reader import read


def read_argument(file: str, language: str | None) -> Document:
    """The document that a command's FILE argument names; "-" is standard input.

    Raises:
        InputError: It cannot be read.
    """
    if file == "-":
        return read(sys.stdin.buffer.read(), name="standard input.txt", language=language)
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
        yield {"glossary": glossary, "memory": memory, "second": arguments.second, "thorough": arguments.thorough}


def _engine(name: str) -> str:
    """The name, if there is such an engine."""
    if name.partition("/")[0] not in ENGINES:
        raise argparse.ArgumentTypeError(f"there is no engine {name!r}; known are {', '.join(ENGINES)}")
    return name


def guarded(run: Callable[[], int]) -> int:
    """Exit code of a command: 1 with the message on standard error where the input or a model is at fault."""
    try:
        return run()
    except PolicyTextError as error:
        print(f"entente: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        sys.stderr.close()
        return 0


def write_output(text: str, file: str | None) -> None:
    """Write to a file, making its folder, or to standard output where `file` is None or "-"."""
    if file in (None, "-"):
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        sys.stdout.flush()
        return
    path = Path(str(file))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def progress_line(stage: str, done: int, total: int) -> None:
    """One line on standard error that overwrites itself; silent where that is not a terminal."""
    if sys.stderr.isatty():
        end = "\n" if done == total and total else ""
        count = f" {done} of {total}" if total > 1 else ""
        print(f"\r\033[K{stage}{count}", end=end, file=sys.stderr, flush=True)
