"""entente translate apply EDITED ORIGINAL: the translated original with what people edited in a translation tool."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from translate.command.arguments import content_argument, read_told
from translate.command.output import require_writable, write_file, write_output
from translate.command.program import guarded
from translate.errors import LanguageError
from translate.formats.registry import CODED, FORMATS, write_bilingual
from translate.formats.xliff_file import read_xliff
from translate.languages.table import language
from translate.pipeline.edits import ORIGIN, Edited, apply_edits
from translate.reading.reader import file_content
from translate.resources.glossary import read_glossary
from translate.resources.memory import Memory
from translate.writing.codes import codes_of
from translate.writing.outputs import is_own_kind, require_known, suffix
from translate.writing.writer import write

_DESCRIPTION = """Put an edited XLIFF file back into the original.

EDITED comes from the editor of a translation tool (XLIFF 1.2 or 2); ORIGINAL is the file that was translated. Sentences
are found by number and text, those of another tool's file by their text alone. What was changed, and what there is to
check, goes to standard error."""

_EXAMPLES = """examples:
  entente translate law.docx --to en --output law.xliff
  entente translate apply law.xliff law.docx --output law.en.docx
  entente translate apply law.xliff law.docx --output law.en.docx --memory approved.db

Exit codes: 0 done, 1 a file is at fault (the message says what to do), 2 wrong use."""


def parser(program: str) -> argparse.ArgumentParser:
    """The command's arguments."""
    arguments = argparse.ArgumentParser(
        program, description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("edited", metavar="EDITED", help="the XLIFF file that came back")
    arguments.add_argument("original", metavar="ORIGINAL", help="the file that was translated")
    arguments.add_argument(
        "--output",
        "-o",
        "--out",
        metavar="FILE",
        help="write here: the original's own kind with its formatting, the text alone (.txt), or both languages "
        f"({', '.join(FORMATS)}); else the text goes to standard output",
    )
    arguments.add_argument("--memory", metavar="FILE", help="translation memory (SQLite) that keeps what was approved")
    arguments.add_argument(
        "--read",
        action="store_true",
        help="somebody has read all of it: sentences that they left as they were count as approved too",
    )
    arguments.add_argument("--glossary", metavar="FILE", help="CSV or TSV of terms to check: source, target")
    arguments.add_argument("--to", metavar="LANGUAGE", help="language of the translation, where EDITED does not say")
    arguments.add_argument("--from", dest="source", metavar="LANGUAGE", help="language of the original")
    arguments.add_argument("--no-ocr", action="store_true", help="as it was translated: without recognised pages")
    arguments.add_argument("--comments", action="store_true", help="as it was translated: with its comments")
    arguments.add_argument("--force", action="store_true", help="replace the file that --output names, if there is one")
    return arguments


def main(argv: Sequence[str], program: str) -> int:
    """Run the command; returns its exit code."""
    arguments = parser(program).parse_args(argv)
    return guarded(lambda: _apply(arguments))


def _apply(arguments: argparse.Namespace) -> int:
    reads = (arguments.edited, arguments.original, arguments.glossary, arguments.memory)
    require_writable(arguments.output, reads, over=arguments.force)
    require_known(arguments.output)
    edited = file_content(Path(arguments.edited))
    content, name = content_argument(arguments.original)
    original = (content, name) if is_own_kind(arguments.output, content, name) else None
    document = read_told(content, name, _source(arguments, edited), not arguments.no_ocr, arguments.comments)
    target = language(arguments.to).code if arguments.to else None
    glossary = (
        read_glossary(arguments.glossary, document.language, target or read_xliff(edited).target)
        if arguments.glossary
        else None
    )
    result = apply_edits(edited, document, target=target, glossary=glossary, read=arguments.read)
    issues = result.translation.issues
    ending = suffix(arguments.output).lstrip(".")
    if original is not None:
        written = write(result.translation, content, name=name)
        write_file(written.content, arguments.output)
        issues = (*issues, *written.issues)
    elif ending in FORMATS:
        codes = codes_of(result.translation, content, name) if ending in CODED else None
        both = write_bilingual(result.translation, ending, codes)
        write_output(both.decode(), arguments.output)
    else:
        write_output(result.translation.target.text, arguments.output)
    _tell(result)
    if arguments.memory:
        with Memory(arguments.memory) as memory:
            print(f"kept in the memory: {result.feed(memory):,}", file=sys.stderr)
    for issue in issues:
        where = "" if issue.segment is None else f"sentence {issue.segment + 1}: "
        print(f"{issue.severity}: {where}{issue.message}", file=sys.stderr)
    return 0


def _source(arguments: argparse.Namespace, edited: bytes) -> str | None:
    """Code of the original's language: as it was said, else as the XLIFF file has it."""
    if arguments.source:
        return language(arguments.source).code
    try:
        return language(read_xliff(edited).source).code
    except LanguageError:
        return None


def _tell(result: Edited) -> None:
    """Say what was changed."""
    for edit in result.edits:
        before = f"“{edit.before}” → " if edit.before else ""
        print(f"edited: sentence {edit.segment + 1}: {before}“{edit.after}”", file=sys.stderr)
    origins = result.translation.coverage
    kept = sum(origins.values()) - origins.get(ORIGIN, 0) - origins.get("untranslated", 0)
    print(
        f"sentences edited or approved: {origins.get(ORIGIN, 0):,}; as they were translated: {kept:,}; without a "
        f"translation: {origins.get('untranslated', 0):,}",
        file=sys.stderr,
    )
