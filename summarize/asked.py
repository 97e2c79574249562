"""entente index and entente ask: texts of a folder into an index, and questions to it or to files."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from summarize.answers import Answer, ask
from summarize.answers.index import Index
from summarize.answers.indexing import add_folder
from summarize.answers.search import Searchable
from summarize.answers.table import QuestionTable
from summarize.answers.texts import Texts
from summarize.export.answers import answer_text, answers_html
from summarize.export.markdown import answers_markdown
from summarize.export.question_table import table_csv, table_docx, table_html
from summarize.server_writer import ServerWriter
from summarize.writer import LocalWriter, Writer
from translate.choices import Choices, Watch
from translate.command.arguments import progress_line, read_argument
from translate.command.output import require_writable, write_output
from translate.command.program import guarded
from translate.command.stopping import exit_code, until_interrupted
from translate.document import Document
from translate.engines.registry import EngineSet
from translate.errors import InputError
from translate.languages.table import language
from translate.message import say
from translate.store.files import replacing

_INDEX = """Read the texts of a folder once, so that questions to all of them are answered in a second.

Only what you add is kept, in a file of your own on this machine; the same command again adds what is new or was changed
and drops what is gone. `entente forget index` empties it."""

_ASK = """Ask texts a question, in their language or yours; their own passages answer, translated, with their place.

Of FILEs everything is searched, of several of them side by side with --table. With --in, the index of a folder."""

_EXAMPLES = """examples:
  entente ask "What must a supplier report, and by when?" law.pt.pdf --to en
  entente ask "Who pays?" draft1.docx draft2.docx --to en --table answers.docx
  entente index statements/
  entente ask "Who asks for a permanent seat?" --in statements/ --to en"""

_SERVER = "server"


def index_main(argv: Sequence[str] | None = None, program: str = "entente index") -> int:
    """Run the command index; returns its exit code."""
    arguments = argparse.ArgumentParser(
        program, description=_INDEX, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("folder", metavar="FOLDER", type=Path, help="the folder with the texts")
    chosen = arguments.parse_args(argv)
    return guarded(lambda: _index(chosen.folder))


def ask_main(argv: Sequence[str] | None = None, program: str = "entente ask") -> int:
    """Run the command ask; returns its exit code."""
    arguments = argparse.ArgumentParser(
        program, description=_ASK, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("question", metavar="QUESTION", help="what you want to know")
    arguments.add_argument("files", metavar="FILE", nargs="*", help="the texts; - for standard input")
    arguments.add_argument("--to", required=True, metavar="LANGUAGE", help="language wanted: a code or a name")
    arguments.add_argument("--from", dest="source", metavar="LANGUAGE", help="the texts' language, if you know better")
    arguments.add_argument(
        "--in", dest="folder", metavar="FOLDER", type=Path, help="ask the texts of an indexed folder"
    )
    arguments.add_argument("--also", action="append", default=[], metavar="QUESTION", help="one more question")
    arguments.add_argument("--engine", metavar="NAME", help="use this engine instead of the best installed")
    arguments.add_argument(
        "--writer", metavar="FOLDER", help="a model of transformers that writes an answer as well, or: server"
    )
    arguments.add_argument("--table", metavar="FILE", help="questions and files side by side: .csv, .docx or .html")
    arguments.add_argument("--output", "-o", metavar="FILE", help="write here: .txt, .md or .html")
    chosen = arguments.parse_intermixed_args(argv)  # a FILE may stand behind --also
    if bool(chosen.files) is (chosen.folder is not None):
        arguments.error("name FILEs, or the folder with --in")
    if chosen.table and not chosen.files:
        arguments.error("--table needs FILEs")
    return guarded(lambda: _ask(chosen))


def _index(folder: Path) -> int:
    with Index() as index, until_interrupted() as stop:
        if index.notice is not None:
            print(f"entente: {index.notice}", file=sys.stderr)
        done = add_folder(folder, index, processes=os.cpu_count() or 1, watch=Watch(progress_line, stop=stop))
    for path, reason in done.failed:
        print(f"entente: {path}: {reason}", file=sys.stderr)
    print(
        f"{done.added:,} files added ({done.sentences:,} sentences), {done.unchanged:,} known, {done.removed:,} gone, "
        f"{len(done.failed):,} unreadable"
        + (f"; {done.waiting:,} are found by words alone until this is run again" if done.waiting else ""),
        file=sys.stderr,
    )
    return exit_code(stop.signum)


def _ask(arguments: argparse.Namespace) -> int:
    target = language(arguments.to).code
    source = None if arguments.source is None else language(arguments.source).code
    for output in (arguments.output, arguments.table):
        require_writable(output, arguments.files) if output else None
    writer = _writer(arguments.writer)
    choices, questions = Choices(engine=arguments.engine), [arguments.question, *arguments.also]
    with EngineSet() as engines:
        if arguments.folder is None:
            texts = [read_argument(file, source) for file in arguments.files]
        if arguments.table:
            rows = [[ask(text, q, target, choices=choices, engines=engines) for q in questions] for text in texts]
            names = tuple(Path(file).name for file in arguments.files)
            _write_table(QuestionTable(tuple(questions), names, target, tuple(map(tuple, rows))), arguments.table)
            return 0
        with _indexed(arguments.folder) if arguments.folder else _at_hand(texts) as corpus:
            answers = [ask(corpus, q, target, choices=choices, engines=engines, writer=writer) for q in questions]
    _write(answers, arguments.output, target)
    return 0


def _writer(named: str | None) -> Writer | None:
    """What writes an answer: a model in a folder, or one that a program on this machine serves."""
    if named is None:
        return None
    return ServerWriter() if named == _SERVER else LocalWriter(Path(named))


@contextmanager
def _at_hand(texts: Sequence[Document]) -> Iterator[Searchable]:
    yield Texts(texts)


@contextmanager
def _indexed(folder: Path) -> Iterator[Searchable]:
    """The index, as far as it holds the folder.

    Raises:
        InputError: Nothing of the folder is in it.
    """
    with Index(within=folder) as index:
        if index.notice is not None:
            print(f"entente: {index.notice}", file=sys.stderr)
        if not index.files:
            raise InputError(
                say(
                    "Nothing of the folder {folder} is indexed. Run first: entente index {folder}",
                    folder=str(folder),
                )
            )
        if index.outdated:
            print(
                f"entente: {index.outdated:,} files were indexed by another version, and are read again by: "
                f"entente index {folder}",
                file=sys.stderr,
            )
        yield index


def _write(answers: Sequence[Answer], output: str | None, target: str) -> None:
    """The answers in the form that the output's ending names."""
    reader = "pt" if target.partition("-")[0] == "pt" else "en"
    match Path(output or "").suffix.lower():
        case ".md":
            text = "\n\n".join(answers_markdown(answers, reader)) + "\n"
        case ".html":
            head = f'<!doctype html>\n<html lang="{reader}">\n<meta charset="utf-8">\n'
            text = f"{head}{answers_html(answers, reader)}</html>\n"
        case _:
            text = "\n".join(answer_text(answer, reader) for answer in answers)
    write_output(text, output)


def _write_table(table: QuestionTable, output: str) -> None:
    """The table in the form that the output's ending names."""
    match Path(output).suffix.lower():
        case ".docx":
            with replacing(Path(output)) as file:
                file.write(table_docx(table))
        case ".html":
            write_output(table_html(table), output)
        case _:
            write_output(table_csv(table), output)
