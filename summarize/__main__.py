"""python -m summarize FILE --to pt: the briefing, in the terminal or as a file."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from summarize.briefing import Briefing, brief
from summarize.choices import briefing_choices
from summarize.export.formats import DOCUMENTS, FORMATS, PRINTED, export, export_file
from summarize.export.pdf import require_printer
from summarize.methods.registry import DEFAULT_METHOD, METHODS
from summarize.server_writer import ServerWriter
from summarize.writer import LocalWriter, Writer
from translate.batch.command import add_arguments, is_folder, make_folder, parsed
from translate.choices import Watch
from translate.command.arguments import (
    chosen,
    progress_lines,
    read_argument,
    require_outputs,
    settings_of,
    text_parser,
)
from translate.command.output import write_file, write_output
from translate.command.program import guarded, run_program
from translate.command.stopping import exit_code, until_interrupted
from translate.engines.registry import EngineSet
from translate.errors import InputError
from translate.languages.table import language
from translate.message import say
from translate.models.worth import tell_worth
from translate.text.genre import GENRES

_DESCRIPTION = """Brief a policy text: its language, a summary with citations, its translation, and what to check first.

Everything runs on this machine."""

_EXAMPLES = """examples:
  python -m summarize law.docx --to en
  python -m summarize report.html --to Portuguese --output briefing.html
  python -m summarize law.docx --to en --output briefing.docx
  python -m summarize law.docx --to en --output briefing.pdf   (printed by LibreOffice, if it is installed)
  python -m summarize report.pdf --to pt --words 250 --genre report
  python -m summarize report.pdf --to pt --method abstractive --writer server
  cat note.txt | python -m summarize - --from en --to pt --format md
  python -m summarize reports/ --to en --out briefings/

Exit codes: 0 done, 1 the input or a model is at fault (the message says what to do), 2 wrong use,
141 nobody read the output to its end, 128 and its number for a signal: 130 for Ctrl-C, 143 for SIGTERM.
Ctrl-C or SIGTERM stops the translation and keeps the sentences that are done; a second one ends at once.
The same command goes on where one was cut off, by whatever: what is done is kept until the output is written, for you
alone and for a week at most (--no-journal: not at all; `entente forget`: no longer)."""


def parser(program: str) -> argparse.ArgumentParser:
    """The command's arguments."""
    arguments = text_parser(program, _DESCRIPTION, _EXAMPLES)
    _add_summary(arguments)
    arguments.add_argument(
        "--format",
        choices=sorted((*FORMATS, *DOCUMENTS, *PRINTED)),
        help="form of the output; told by --output's ending",
    )
    arguments.add_argument("--output", "-o", "--out", metavar="FILE", help="write here instead of standard output")
    arguments.add_argument("--show", action="store_true", help="with --output, print the briefing as text as well")
    add_arguments(arguments)
    return arguments


def _add_summary(arguments: argparse.ArgumentParser) -> None:
    """How long the summary is, and how it is made."""
    length = arguments.add_mutually_exclusive_group()
    length.add_argument("--points", type=int, metavar="N", help="number of summary points")
    length.add_argument("--words", type=int, metavar="N", help="most words of the summary; no sentence is cut")
    length.add_argument("--share", type=float, metavar="S", help="most words as a share of the text: 0.1 is a tenth")
    arguments.add_argument("--genre", choices=GENRES, help="what the text is, where the summary guesses wrong")
    arguments.add_argument("--method", choices=sorted(METHODS), help=f"how the summary is made ({DEFAULT_METHOD})")
    arguments.add_argument(
        "--writer",
        metavar="FOLDER",
        help="a model that writes the summary in its own words: a folder of transformers, or server for a model "
        "server's; what the text does not say is left out",
    )
    arguments.add_argument("--prompt", default="{text}", help='what the writer is given: "summarize: {text}" for T5')


def main(argv: Sequence[str] | None = None, program: str = "python -m summarize") -> int:
    """Run the command; returns its exit code."""
    arguments = parsed(parser(program), argv)
    return guarded(lambda: _brief(arguments))


def _brief(arguments: argparse.Namespace) -> int:
    if is_folder(arguments):
        if arguments.writer:
            raise InputError(say("A model that writes takes one text at a time. Leave out --writer for a folder."))
        _writing(arguments)  # says what is wrong with the method before anything is made
        if arguments.format in PRINTED:
            require_printer()
        return make_folder(arguments, "summarize.folders:briefing_product", arguments.format or "html")
    source = None if arguments.source is None else language(arguments.source).code
    target = language(arguments.to).code
    method, writer = _writing(arguments)
    require_outputs(arguments, arguments.output, *((None,) if arguments.show else ()))
    form = _form(arguments)
    document = read_argument(arguments.file, source, not arguments.no_ocr, arguments.comments)
    with (
        chosen(arguments, document.language, target) as translation,
        EngineSet(settings=settings_of(arguments)) as engines,
        until_interrupted() as stop,
    ):
        choices = replace(briefing_choices(arguments, translation), method=method, writer=writer)
        watch = Watch(progress_lines(not arguments.quick), stop=stop)
        briefing = brief(document, target, choices=choices, watch=watch, engines=engines)
        _write(briefing, form, arguments)  # a first signal must not keep it from being written
        code = exit_code(stop.signum) or int(any(issue.kind == "failed" for issue in briefing.issues))
        if translation.journal and not code:
            translation.journal.finish()
    if briefing.translation is not None:
        tell_worth(briefing.translation.route)
    return code


def _writing(arguments: argparse.Namespace) -> tuple[str | None, Writer | None]:
    """The summary's method and its model.

    Raises:
        InputError: One is named that needs the other, or the prompt has no place for the text.
        EngineError: The folder holds no model, or no server answers.
    """
    method = arguments.method or ("abstractive" if arguments.writer else None)
    if method == "abstractive" and not arguments.writer:
        raise InputError(
            say(
                "The method abstractive needs a model that writes. Name its folder, --writer FOLDER, or let a model "
                "server write: --writer server."
            )
        )
    if method != "abstractive" and arguments.writer:
        raise InputError(
            say("The method {method} takes no writer. Leave out --method or --writer.", method=method or DEFAULT_METHOD)
        )
    if arguments.writer == "server":
        return method, ServerWriter(settings_of(arguments))
    return method, LocalWriter(Path(arguments.writer), arguments.prompt) if arguments.writer else None


def _form(arguments: argparse.Namespace) -> str:
    """The form that was chosen, or that the output's ending names; plain text where neither says.

    Raises:
        InputError: The ending is of no form that a briefing has, or what is no text is to go to standard output.
        FormatError: The program that makes the form is not installed.
    """
    suffix = Path(arguments.output or "").suffix.lower()
    known = (*FORMATS, *DOCUMENTS, *PRINTED)
    form: str = arguments.format or (suffix[1:] or "txt")
    if form not in known:
        raise InputError(
            say(
                "No briefing ends in {suffix}. Known are {known}. Give --output one of these endings, or choose a "
                "--format.",
                suffix=suffix,
                known=", ".join(f".{name}" for name in known),
            )
        )
    if form not in FORMATS and arguments.output in (None, "-"):
        raise InputError(
            say("A {form} file cannot be shown in a terminal. Name a file for it: --output briefing.{form}.", form=form)
        )
    if form in PRINTED:
        require_printer()
    return form


def _write(briefing: Briefing, form: str, arguments: argparse.Namespace) -> None:
    """The chosen form to the chosen place; the terminal's form too where --show asks for it."""
    if form not in FORMATS:
        write_file(export_file(briefing, form), arguments.output)
    else:
        write_output(export(briefing, form), arguments.output)
    if arguments.output and arguments.show:
        write_output(export(briefing, "txt"))


if __name__ == "__main__":
    run_program(main)
