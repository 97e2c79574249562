"""entente compare OLD NEW --to en: what changed between two versions, as a redline in both languages."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from summarize.comparison import Comparison, compare
from summarize.export.comparison import (
    COMPARISON_DOCUMENTS,
    COMPARISON_FORMATS,
    COMPARISON_PRINTED,
    export_comparison,
    export_comparison_file,
)
from summarize.export.json import from_json
from summarize.export.pdf import require_printer
from translate.choices import Watch
from translate.command.arguments import chosen, progress_lines, read_argument, settings_of, text_parser
from translate.command.output import require_writable, write_file, write_output
from translate.command.program import guarded, run_program
from translate.command.stopping import exit_code, until_interrupted
from translate.document import Document
from translate.engines.registry import EngineSet
from translate.errors import InputError
from translate.languages.table import language
from translate.message import say
from translate.tag import primary
from translate.translation import Translation

_KNOWN = (*COMPARISON_FORMATS, *COMPARISON_DOCUMENTS, *COMPARISON_PRINTED)

_DESCRIPTION = """Compare two versions of a policy text, sentence by sentence: a redline in both languages.

Two language versions of one text are compared too: does one say what the other says? Nothing leaves this machine."""

_EXAMPLES = """examples:
  entente compare draft1.docx draft2.docx --to en --output changes.html
  entente compare draft1.docx draft2.docx --to en --output changes.docx
  entente compare draft1.docx draft2.docx
  entente compare draft1.briefing.json draft2.docx --to en --output changes.md
  entente compare act.en.pdf act.pt.pdf --output versions.html

OLD may be a briefing in JSON of the earlier version: its translation, corrections and all, is kept wherever a sentence
stands unchanged. So is what the --memory holds. Without --to nothing is translated.

Exit codes: 0 done, 1 the input or a model is at fault (the message says what to do), 2 wrong use,
141 nobody read the output to its end, 128 and its number for a signal: 130 for Ctrl-C, 143 for SIGTERM."""


def parser(program: str) -> argparse.ArgumentParser:
    """The command's arguments."""
    arguments = text_parser(program, _DESCRIPTION, _EXAMPLES, versions=True)
    arguments.add_argument("--format", choices=sorted(_KNOWN), help="form of the output (md)")
    arguments.add_argument("--output", "-o", "--out", metavar="FILE", help="write here instead of standard output")
    arguments.add_argument(
        "--languages",
        action="store_true",
        help="the two are language versions of one text; told by their languages where they differ",
    )
    return arguments


def main(argv: Sequence[str] | None = None, program: str = "python -m summarize.comparing") -> int:
    """Run the command; returns its exit code."""
    arguments = parser(program).parse_args(argv)
    return guarded(lambda: _compare(arguments))


def _compare(arguments: argparse.Namespace) -> int:
    target = None if arguments.to is None else language(arguments.to).code
    form = _form(arguments)
    require_writable(arguments.output, (arguments.file, arguments.new, arguments.glossary, arguments.memory))
    source = None if arguments.source is None else language(arguments.source).code
    old = _old(arguments.file, source)
    before = old.source if isinstance(old, Translation) else old
    new = read_argument(arguments.new, None if arguments.languages else source)
    if arguments.languages and primary(before.language) == primary(new.language):
        raise InputError(
            say(
                "Both texts are in {language}, so they are no two language versions. Leave out --languages, or say "
                "with --from what the first is in.",
                language=before.language,
            )
        )
    into = target or new.language
    with (
        chosen(arguments, before.language, into) as choices,
        EngineSet(settings=settings_of(arguments)) as engines,
        until_interrupted() as stop,
    ):
        watch = Watch(progress_lines(not arguments.quick), stop=stop)
        comparison = compare(old, new, target, choices=choices, watch=watch, engines=engines)
        if form in COMPARISON_FORMATS:
            write_output(export_comparison(comparison, form), arguments.output)
        else:
            write_file(export_comparison_file(comparison, form), arguments.output)
        _tell(comparison)
        code = exit_code(stop.signum)
        if choices.journal and not code:
            choices.journal.finish()
    return code


def _form(arguments: argparse.Namespace) -> str:
    """The output's format: as asked for, as the output's ending says, else Markdown.

    Raises:
        InputError: The ending is of no format that a comparison is written in, or a document is to go to standard
            output.
        FormatError: The format needs LibreOffice, which is not installed.
    """
    name = Path(arguments.output or "").name.lower()
    known = [form for form in _KNOWN if name.endswith(f".{form}")]
    ending = max(known, key=len) if known else Path(name).suffix.lstrip(".")
    form = str(arguments.format or ending or "md")
    if form not in _KNOWN:
        raise InputError(
            say(
                "A comparison is not written as .{ending}; known are {known}. Give --output another ending, or "
                "--format.",
                ending=ending,
                known=", ".join(_KNOWN),
            )
        )
    if form not in COMPARISON_FORMATS and arguments.output in (None, "-"):
        raise InputError(say("A file of the format {form} is no text: name it with --output.", form=form))
    if form in COMPARISON_PRINTED:
        require_printer()
    return form


def _old(file: str, source: str | None) -> Document | Translation:
    """The earlier version; with its translation where the file is a briefing that has one."""
    if Path(file).suffix.lower() != ".json":
        return read_argument(file, source)
    try:
        briefing = from_json(Path(file).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            say("The briefing {file} cannot be read: {reason}. Give another file.", file=file, reason=str(error))
        ) from error
    return briefing.translation or briefing.document


def _tell(comparison: Comparison) -> None:
    """How many sentences became what, to standard error."""
    counted = ", ".join(f"{count:,} {kind}" for kind, count in comparison.counts.items())
    print(f"entente: {counted or 'no sentences'}", file=sys.stderr)


if __name__ == "__main__":
    run_program(main)
