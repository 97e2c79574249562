"""python -m translate FILE --to pt: the text in another language, on standard output."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from translate.batch.command import add_arguments, is_folder, make_folder, parsed
from translate.batch.translation import FORMS
from translate.choices import Watch
from translate.command.arguments import (
    chosen,
    content_argument,
    progress_lines,
    read_told,
    require_outputs,
    settings_of,
    text_parser,
)
from translate.command.output import write_file, write_output
from translate.command.program import guarded, run_program
from translate.command.stopping import exit_code, until_interrupted
from translate.engines.registry import EngineSet
from translate.formats.registry import CODED, FORMATS, write_bilingual
from translate.languages.table import language
from translate.models.worth import tell_worth
from translate.pipeline.run import translate
from translate.routing.routes import describe
from translate.translation import BrokenOff, Cancelled, Translation
from translate.writing.codes import codes_of
from translate.writing.outputs import is_own_kind, require_known, suffix
from translate.writing.writer import write

_DESCRIPTION = """Translate a policy text, sentence by sentence, on this machine.

The translation goes to standard output, what to check to standard error."""

_EXAMPLES = """examples:
  python -m translate law.docx --to en
  python -m translate law.docx --to en --output law.en.docx
  python -m translate communique.html --to Portuguese --output communique.pt.txt
  cat note.txt | python -m translate - --from en --to pt
  python -m translate law.docx --to en --glossary terms.csv --output law.xliff
  python -m translate note.txt --to pt --engine server --server http://127.0.0.1:8080/v1
  python -m translate apply law.xliff law.docx --output law.en.docx
  python -m translate reports/ --to en --out reports.en/ --match "*.pdf"
  python -m translate models list
  python -m translate forget

Exit codes: 0 done, 1 the input or a model is at fault (the message says what to do), 2 wrong use,
141 nobody read the output to its end, 128 and its number for a signal: 130 for Ctrl-C, 143 for SIGTERM.
Ctrl-C or SIGTERM stops the translation and keeps the sentences that are done; a second one ends at once.
The same command goes on where one was cut off, by whatever: what is done is kept until the output is written, for you
alone and for a week at most (--no-journal: not at all; `entente forget`: no longer)."""


def parser(program: str) -> argparse.ArgumentParser:
    """The command's arguments."""
    arguments = text_parser(program, _DESCRIPTION, _EXAMPLES)
    arguments.add_argument(
        "--output",
        "-o",
        "--out",
        metavar="FILE",
        help="write here: the source's own kind with its formatting (law.docx: law.en.docx), the text alone (.txt), or "
        f"both languages ({', '.join(FORMATS)})",
    )
    arguments.add_argument("--format", choices=FORMS, default="txt", help="form of each file of a folder")
    add_arguments(arguments)
    return arguments


def main(argv: Sequence[str] | None = None, program: str = "python -m translate") -> int:
    """Run the command; returns its exit code."""
    argv = sys.argv[1:] if argv is None else argv
    if list(argv[:1]) == ["models"]:
        from translate.models.command import main as manage  # needs what a translation does not

        return manage(argv[1:], f"{program} models")
    if list(argv[:1]) == ["cluster"]:
        from translate.batch.serving import main as serve

        return serve(argv[1:], f"{program} cluster")
    if list(argv[:1]) == ["forget"]:
        from translate.command.forgetting import main as forget

        return forget(argv[1:], f"{program} forget")
    if list(argv[:1]) == ["apply"]:
        from translate.applied import main as put_back

        return put_back(argv[1:], f"{program} apply")
    return guarded(lambda: _translate(parsed(parser(program), argv)))


def _translate(arguments: argparse.Namespace) -> int:
    if is_folder(arguments):
        return make_folder(arguments, "translate.batch.translation:translation_product", arguments.format)
    source = None if arguments.source is None else language(arguments.source).code
    target = language(arguments.to).code
    require_outputs(arguments, arguments.output)
    require_known(arguments.output)
    content, name = content_argument(arguments.file)
    original = _Original(content, name, is_own_kind(arguments.output, content, name))
    document = read_told(content, name, source, not arguments.no_ocr, arguments.comments)
    with (
        chosen(arguments, document.language, target) as choices,
        EngineSet(settings=settings_of(arguments)) as engines,
        until_interrupted() as stop,
    ):
        choices = replace(choices, alignment=original.is_wanted or suffix(arguments.output).lstrip(".") in CODED)
        watch = Watch(progress_lines(not arguments.quick), stop=stop)
        try:
            translation = translate(document, target, choices=choices, watch=watch, engines=engines)
        except Cancelled as cancelled:
            translation = cancelled.translation
        except BrokenOff as broken:
            _write(broken.translation, arguments, original)
            _tell_left(broken.translation)
            raise
        _write(translation, arguments, original)  # a first signal must not keep it from being written
        if choices.journal and not stop():
            choices.journal.finish()
    tell_worth(translation.route)
    _tell_left(translation)
    return exit_code(stop.signum)


def _tell_left(translation: Translation) -> None:
    """Say how much was not reached."""
    if left := translation.coverage.get("pending", 0):
        total = len(translation.hypotheses)
        print(f"entente: Stopped: {left:,} of {total:,} sentences stand in the source's language.", file=sys.stderr)


class _Original(NamedTuple):
    """The file that is translated: its bytes, its name, and whether the output is one of its kind."""

    content: bytes
    name: str
    is_wanted: bool


def _write(translation: Translation, arguments: argparse.Namespace, original: _Original) -> None:
    """The source's own file, the text, or both in the form that the output's ending names; what to check besides."""
    ending = suffix(arguments.output).lstrip(".")
    issues = translation.issues
    if original.is_wanted:
        written = write(translation, original.content, name=original.name)
        write_file(written.content, arguments.output)
        issues = (*issues, *written.issues)
    else:
        text = translation.target.text
        if ending in FORMATS:
            codes = codes_of(translation, original.content, original.name) if ending in CODED else None
            text = write_bilingual(translation, ending, codes).decode()
        write_output(text, arguments.output)
    print(describe(translation.route), file=sys.stderr)
    for issue in issues:
        where = "" if issue.segment is None else f"sentence {issue.segment + 1}: "
        print(f"{issue.severity}: {where}{issue.message}", file=sys.stderr)
    for doubt in translation.most_doubtful():
        print(f"doubtful: sentence {doubt.segment + 1} reads back as: {doubt.read_back}", file=sys.stderr)
    for opinion in translation.opinions:
        print(f"second opinion: sentence {opinion.segment + 1}: {opinion.hypothesis.text}", file=sys.stderr)


if __name__ == "__main__":
    run_program(main)
