"""What the commands that read a text share: their arguments, what the reader brings, how far they are."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from math import ceil
from pathlib import Path

from translate.choices import DEFAULT_READINGS, READINGS, Choices
from translate.command.output import require_writable
from translate.command.pace import Pace
from translate.document import Document
from translate.engines.registry import ENGINES
from translate.engines.settings import DEVICES, EngineSettings, settings_from
from translate.errors import InputError
from translate.reading.apart import read_apart
from translate.reading.reader import MAX_BYTES, file_content
from translate.resources.glossary import read_glossary
from translate.resources.memory import Memory
from translate.store.journal import Journal
from translate.text.variants.variant import variant_of


def read_argument(file: str, language: str | None, ocr: bool = True, comments: bool = False) -> Document:
    """The document that a command's FILE argument names; "-" is standard input. It is read by another process.

    Args:
        file: The argument.
        language: BCP 47 code where the reader knows it.
        ocr: Whether pictures of text are read by text recognition, where Tesseract is installed.
        comments: Whether the comments of a Word file are read too.

    Raises:
        InputError: It cannot be read.
    """
    content, name = content_argument(file)
    return read_told(content, name, language, ocr, comments)


def read_told(content: bytes, name: str, language: str | None, ocr: bool, comments: bool = False) -> Document:
    """The document that a file holds, read by another process; pages that are recognised are told.

    Raises:
        InputError: It cannot be read.
    """

    def tell(done: int, total: int) -> None:
        progress_line("recognising", done, total)

    return read_apart(content, name=name, language=language, ocr=ocr, comments=comments, progress=tell)


def content_argument(file: str) -> tuple[bytes, str]:
    """Bytes and name of the file that a command's FILE argument names; "-" is standard input.

    Raises:
        InputError: It cannot be read.
    """
    if file != "-":
        return file_content(Path(file)), Path(file).name
    if sys.stdin is None:
        raise InputError("Standard input is closed. Name the text's FILE, or pass the text on: cat FILE | …")
    return sys.stdin.buffer.read(MAX_BYTES + 1), "standard input.txt"


def text_parser(program: str, description: str, examples: str, versions: bool = False) -> argparse.ArgumentParser:
    """The arguments of every command that reads a text: FILE, languages, engine, and what a reader may bring.

    Args:
        program: How the reader called it.
        description: What it does.
        examples: Shown under the arguments, with the exit codes.
        versions: Whether it reads two versions of a text, OLD and NEW, and no language need be wanted.
    """
    arguments = argparse.ArgumentParser(
        program, description=description, epilog=examples, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    if versions:
        arguments.add_argument("file", metavar="OLD", help="the earlier version, or its briefing in JSON")
        arguments.add_argument("new", metavar="NEW", help="the later version, or the text in another language")
    else:
        arguments.add_argument("file", metavar="FILE", nargs="?", help="the text to read; - for standard input")
    arguments.add_argument(
        "--to", required=not versions, metavar="LANGUAGE", help="language wanted: a code (pt-PT too) or a name"
    )
    arguments.add_argument("--from", dest="source", metavar="LANGUAGE", help="language of the text, if you know better")
    arguments.add_argument(
        "--engine",
        type=_engine,
        metavar="NAME",
        help=f"use this engine instead of the best installed: {', '.join(ENGINES)}; seq2seq/MODEL for one model of it",
    )
    arguments.add_argument("--glossary", metavar="FILE", help="CSV or TSV of terms: source, target")
    arguments.add_argument(
        "--enforce",
        action="store_true",
        help="translate sentences that miss a term of the glossary again with it",
    )
    arguments.add_argument(
        "--terms",
        choices=("on", "off"),
        help="put in packaged terms of law and phrases that the translation lacks; without it, the terms in laws only",
    )
    arguments.add_argument(
        "--memory", metavar="FILE", help="translation memory (SQLite) whose sentences are taken over"
    )
    arguments.add_argument(
        "--second", type=_engine, metavar="NAME", help="let this engine translate the doubtful sentences as well"
    )
    arguments.add_argument(
        "--post-edit",
        type=_engine,
        metavar="NAME",
        help="let this engine translate the marked sentences anew, and keep what the checks find less wrong with",
    )
    arguments.add_argument(
        "--thorough", action="store_true", help="compare the meaning of every sentence with its source's too; slower"
    )
    arguments.add_argument("--force", action="store_true", help="replace the file that --output names, if there is one")
    arguments.add_argument(
        "--readings",
        choices=READINGS,
        default=DEFAULT_READINGS,
        help="how many sentences are translated eight times for the reading that others agree with",
    )
    arguments.add_argument(
        "--quick", action="store_true", help="leave out doubts and read-backs, which take longer than translating"
    )
    arguments.add_argument(
        "--no-ocr", action="store_true", help="leave pictures of text unread, also where Tesseract is installed"
    )
    arguments.add_argument("--comments", action="store_true", help="read the comments of a Word file too")
    arguments.add_argument(
        "--no-journal",
        action="store_true",
        help="keep nothing of the text while it runs; cut off, it begins anew instead of going on where it was",
    )
    _add_settings(arguments)
    return arguments


def _add_settings(arguments: argparse.ArgumentParser) -> None:
    """What engines are told: where they run, and which server is asked."""
    arguments.add_argument("--device", choices=DEVICES, help="where seq2seq and ctranslate2 run (auto)")
    arguments.add_argument(
        "--server", metavar="URL", help="address of a model server for the engine server; else the usual ones are tried"
    )
    arguments.add_argument("--server-model", metavar="NAME", help="the model there, where it has several")
    arguments.add_argument(
        "--server-host",
        action="append",
        metavar="NAME",
        help="let the text go to this host outside this machine; may be given again",
    )
    arguments.add_argument(
        "--context",
        type=int,
        default=Choices().context,
        metavar="N",
        help="sentences on each side that the engine server is shown (%(default)s)",
    )


def settings_of(arguments: argparse.Namespace) -> EngineSettings:
    """What engines are told: what the environment says, and above that the arguments.

    Raises:
        EngineError: The environment names no device.
    """
    told = {
        "device": arguments.device,
        "server": arguments.server,
        "server_model": arguments.server_model,
        "server_hosts": tuple(arguments.server_host or ()),
    }
    return replace(settings_from(), **{name: value for name, value in told.items() if value})


def require_outputs(arguments: argparse.Namespace, *outputs: str | None) -> None:
    """Raise InputError, before any work, where an output cannot be written or would destroy what the command reads."""
    for output in outputs:
        require_writable(output, (arguments.file, arguments.glossary, arguments.memory), over=arguments.force)


@contextmanager
def chosen(arguments: argparse.Namespace, source: str, target: str) -> Iterator[Choices]:
    """What a reader chose and brought; the memory is closed at the end.

    Raises:
        InputError: A file cannot be opened.
        FormatError: The glossary has a row that is none.
    """
    glossary = read_glossary(arguments.glossary, source, target) if arguments.glossary else None
    with (
        Memory(arguments.memory) if arguments.memory else nullcontext() as memory,
        nullcontext() if arguments.no_journal else opened_journal() as journal,
    ):
        yield Choices(
            engine=arguments.engine,
            glossary=glossary,
            replacing=arguments.enforce,
            memory=memory,
            second=arguments.second,
            post_edit=arguments.post_edit,
            context=arguments.context,
            thorough=arguments.thorough,
            readings=arguments.readings,
            doubt=not arguments.quick,
            variant=None if arguments.to is None else variant_of(arguments.to),
            terms={"on": True, "off": False, None: None}[arguments.terms],
            journal=journal,
        )


@contextmanager
def opened_journal() -> Iterator[Journal | None]:
    """The journal; none, which is said, where it cannot be opened. What was wrong with it is said at the end."""
    try:
        journal = Journal()
    except InputError as error:
        print(f"entente: {error} This run cannot go on where it was, if it is cut off.", file=sys.stderr)
        yield None
        return
    with journal:
        try:
            yield journal
        finally:
            if journal.notice:
                print(f"entente: {journal.notice}", file=sys.stderr)


def _engine(name: str) -> str:
    """The name, if there is such an engine."""
    if name.partition("/")[0] not in ENGINES:
        raise argparse.ArgumentTypeError(f"there is no engine {name!r}; known are {', '.join(ENGINES)}")
    return name


def progress_line(stage: str, done: int, total: int, seconds_left: float | None = None) -> None:
    """One line on standard error that overwrites itself; silent where that is not a terminal."""
    if sys.stderr.isatty():
        end = "\n" if done == total and total else ""
        count = f" {done} of {total}" if total > 1 else ""
        left = f", about {ceil(seconds_left / 5) * 5} s left" if seconds_left and not end else ""
        print(f"\r\033[K{stage}{count}{left}", end=end, file=sys.stderr, flush=True)


def progress_lines(checking: bool) -> Callable[[str, int, int], None]:
    """What Watch.progress may be: progress_line() with the time left.

    Args:
        checking: Whether there will be a stage of that name.
    """
    pace = Pace(checking)

    def tell(stage: str, done: int, total: int) -> None:
        pace.step(stage, done, total)
        progress_line(stage, done, total, pace.now())

    return tell
