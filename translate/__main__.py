"""python -m translate FILE --to pt: the text in another language, on standard output."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from translate.batch.command import add_arguments, is_folder, make_folder, parsed
from translate.batch.translation import FORMS
from translate.choices import Watch
from translate.command.arguments import (
    chosen,
    content_argument,
    progress_lines,
    require_outputs,
    settings_of,
    text_parser,
)
from translate.command.output import write_file, write_output
from translate.command.program import guarded, run_program
from translate.command.stopping import exit_code, until_interrupted
from translate.engines.registry import EngineSet
from translate.errors import InputError
from translate.formats.registry import FORMATS, write_bilingual
from translate.languages.table import language
from translate.message import say
from translate.models.worth import tell_worth
from translate.pipeline.run import translate
from translate.reading.apart import read_apart
from translate.reading.kind import same_kind
from translate.routing.routes import describe
from translate.translation import BrokenOff, Cancelled, Translation
from translate.writing.writer import MADE_ANEW, WRITERS, forms, write

_DESCRIPTION = """Translate a policy text, sentence by sentence, on this machine.

The translation goes to standard output, what to check to standard error."""

_EXAMPLES = """examples:
  python -m translate law.docx --to en
  python -m translate law.docx --to en --output law.en.docx
  python -m translate communique.html --to Portuguese --output communique.pt.txt
  cat note.txt | python -m translate - --from en --to pt
  python -m translate law.docx --to en --glossary terms.csv --output law.xliff
  python -m translate note.txt --to pt --engine server --server http://127.0.0.1:8080/v1
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
    return guarded(lambda: _translate(parsed(parser(program), argv)))


def _translate(arguments: argparse.Namespace) -> int:
    if is_folder(arguments):
        return make_folder(arguments, "translate.batch.translation:translation_product", arguments.format)
    source = None if arguments.source is None else language(arguments.source).code
    target = language(arguments.to).code
    require_outputs(arguments, arguments.output)
    _require_known(arguments.output)
    content, name = content_argument(arguments.file)
    original = (content, name) if _is_own_kind(arguments.output, content, name) else None
    document = read_apart(content, name=name, language=source)
    with (
        chosen(arguments, document.language, target) as choices,
        EngineSet(settings=settings_of(arguments)) as engines,
        until_interrupted() as stop,
    ):
        choices = replace(choices, alignment=original is not None)
        watch = Watch(progress_lines(not arguments.quick), stop=stop)
        try:
            translation = translate(document, target, choices=choices, watch=watch, engines=engines)
        except Cancelled as cancelled:
            translation = cancelled.translation
        except BrokenOff as broken:
            _write(broken.translation, arguments, original)
            raise
        _write(translation, arguments, original)  # a first signal must not keep it from being written
        if choices.journal and not stop():
            choices.journal.finish()
    tell_worth(translation.route)
    if stop():
        left, total = translation.coverage.get("pending", 0), len(translation.hypotheses)
        print(f"entente: Stopped: {left:,} of {total:,} sentences stand in the source's language.", file=sys.stderr)
    return exit_code(stop.signum)


def _suffix(output: str | None) -> str:
    """Ending of an output's name; empty for standard output and for names without one."""
    return Path(output or "").suffix.lower()


def _require_known(output: str | None) -> None:
    """Raise InputError where nobody can write what an output's ending names."""
    known = [".txt", *(f".{name}" for name in FORMATS), *(kind for kind in WRITERS if kind not in MADE_ANEW)]
    if _suffix(output) and same_kind(_suffix(output)) not in known:
        raise InputError(
            say(
                "Nothing writes files that end in {suffix}. Known are {known}. Give --output one of these endings.",
                suffix=_suffix(output),
                known=", ".join(dict.fromkeys(known)),
            )
        )


def _is_own_kind(output: str | None, content: bytes, name: str) -> bool:
    """Whether an output is the source's own file in the other language; else it is text or both languages.

    Raises:
        InputError: It is a file of a kind that cannot be made of this source.
    """
    suffix = _suffix(output)
    if not suffix or suffix.lstrip(".") in FORMATS:
        return False
    own = forms(content, name)
    if suffix in own or same_kind(suffix) == ".txt":
        return suffix in own
    known = [*own, ".txt", *(f".{name}" for name in FORMATS)]
    raise InputError(
        say(
            "A file that ends in {suffix} cannot be made of {name}. Known are {known}. Give --output one of these "
            "endings.",
            suffix=suffix,
            name=name,
            known=", ".join(dict.fromkeys(known)),
        )
    )


def _write(translation: Translation, arguments: argparse.Namespace, original: tuple[bytes, str] | None) -> None:
    """The source's own file, the text, or both in the form that the output's ending names; what to check besides."""
    ending = _suffix(arguments.output).lstrip(".")
    issues = translation.issues
    if original is not None:
        written = write(translation, original[0], name=original[1])
        write_file(written.content, arguments.output)
        issues = (*issues, *written.issues)
    else:
        both = write_bilingual(translation, ending).decode() if ending in FORMATS else None
        write_output(both or translation.target.text, arguments.output)
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
