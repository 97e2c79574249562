"""python -m translate FILE --to pt: the text in another language, on standard output."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from translate.command import (
    STOPPED,
    guarded,
    progress_line,
    read_argument,
    readers_own,
    require_writable,
    text_parser,
    until_interrupted,
    write_output,
)
from translate.formats.registry import FORMATS, write_bilingual
from translate.languages.table import language
from translate.pipeline.run import translate
from translate.routing.routes import describe
from translate.translation import BrokenOff, Cancelled, Translation

_DESCRIPTION = """Translate a policy text, sentence by sentence, on this machine.

The translation goes to standard output, what to check to standard error."""

_EXAMPLES = """examples:
  python -m translate law.docx --to en
  python -m translate communique.html --to Portuguese --output communique.pt.txt
  cat note.txt | python -m translate - --from en --to pt
  python -m translate law.docx --to en --glossary terms.csv --output law.xliff
  python -m translate models list

Exit codes: 0 done, 1 the input or a model is at fault (the message says what to do), 2 wrong use, 130 stopped.
Ctrl-C stops the translation and keeps the sentences that are done."""


def parser(program: str) -> argparse.ArgumentParser:
    """The command's arguments."""
    arguments = text_parser(program, _DESCRIPTION, _EXAMPLES)
    arguments.add_argument(
        "--output", "-o", metavar="FILE", help=f"write here; with both languages where it ends in {', '.join(FORMATS)}"
    )
    return arguments


def main(argv: Sequence[str] | None = None, program: str = "python -m translate") -> int:
    """Run the command; returns its exit code."""
    argv = sys.argv[1:] if argv is None else argv
    if list(argv[:1]) == ["models"]:
        from translate.models.command import main as manage  # needs what a translation does not

        return manage(argv[1:], f"{program} models")
    return guarded(lambda: _translate(parser(program).parse_args(argv)))


def _translate(arguments: argparse.Namespace) -> int:
    source = None if arguments.source is None else language(arguments.source).code
    target = language(arguments.to).code
    document = read_argument(arguments.file, source)
    require_writable(arguments.output)
    stopped = False
    with readers_own(arguments, document.language, target) as own, until_interrupted() as stop:
        try:
            translation = translate(
                document,
                target,
                engine=arguments.engine,
                progress=lambda done, total: progress_line("translating", done, total),
                stop=stop,
                **own,
            )
        except Cancelled as cancelled:
            translation, stopped = cancelled.translation, True
        except BrokenOff as broken:
            _write(broken.translation, arguments)
            raise
    _write(translation, arguments)
    if stopped:
        left, total = translation.coverage["pending"], len(translation.hypotheses)
        print(f"entente: Stopped: {left:,} of {total:,} sentences stand in the source's language.", file=sys.stderr)
        return STOPPED
    return 0


def _write(translation: Translation, arguments: argparse.Namespace) -> None:
    """The text, or both in the form that the output's ending names; what to check to standard error."""
    ending = Path(arguments.output or "").suffix.lstrip(".").lower()
    both = write_bilingual(translation, ending).decode() if ending in FORMATS else None
    write_output(both or translation.target.text, arguments.output)
    print(describe(translation.route), file=sys.stderr)
    for issue in translation.issues:
        where = "" if issue.segment is None else f"sentence {issue.segment + 1}: "
        print(f"{issue.severity}: {where}{issue.message}", file=sys.stderr)
    for doubt in translation.most_doubtful():
        print(f"doubtful: sentence {doubt.segment + 1} reads back as: {doubt.read_back}", file=sys.stderr)
    for opinion in translation.opinions:
        print(f"second opinion: sentence {opinion.segment + 1}: {opinion.hypothesis.text}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
