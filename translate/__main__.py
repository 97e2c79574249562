"""python -m translate FILE --to pt: the text in another language, on standard output."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from translate.command import guarded, progress_line, read_argument, readers_own, text_parser, write_output
from translate.formats.registry import FORMATS, write_bilingual
from translate.languages import language
from translate.routes import describe
from translate.translation import translate

_DESCRIPTION = """Translate a policy text, sentence by sentence, on this machine.

The translation goes to standard output, what to check to standard error."""

_EXAMPLES = """examples:
  python -m translate law.docx --to en
  python -m translate communique.html --to Portuguese --output communique.pt.txt
  cat note.txt | python -m translate - --from en --to pt
  python -m translate law.docx --to en --glossary terms.csv --output law.xliff
  python -m translate models list

Exit codes: 0 done, 1 the input or a model is at fault (the message says what to do), 2 wrong use."""


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
    with readers_own(arguments, document.language, target) as own:
        translation = translate(
            document,
            target,
            engine=arguments.engine,
            progress=lambda done, total: progress_line("translating", done, total),
            **own,
        )
    ending = Path(arguments.output or "").suffix.lstrip(".").lower()
    both = write_bilingual(translation, ending).decode() if ending in FORMATS else None
    write_output(both or translation.target.text, arguments.output)
    print(describe(translation.route), file=sys.stderr)
    for issue in translation.issues:
        where = "" if issue.segment is None else f"sentence {issue.segment + 1}: "
        print(f"{issue.severity}: {where}{issue.message}", file=sys.stderr)
    for opinion in translation.opinions:
        print(f"second opinion: sentence {opinion.segment + 1}: {opinion.hypothesis.text}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
