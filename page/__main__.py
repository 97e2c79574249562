"""The installed command `entente`, also as python -m page: the page, a briefing, a translation, the models."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from page.folder import app_folder
from summarize import __main__ as summarize_command
from summarize import asked
from translate import __main__ as translate_command
from translate.command.output import write_output
from translate.command.program import guarded, run_program
from translate.version import VERSION

_COMMANDS = """entente: read a policy text in a language you don't, on this machine

  entente app                            the page, in your browser
  entente brief FILE --to LANGUAGE       summary, translation and what to check; of a folder too
  entente translate FILE --to LANGUAGE   the translated text or file alone; of a folder too
  entente translate apply XLIFF FILE     an edited translation back into its file
  entente compare OLD NEW --to LANGUAGE  what changed between two versions, or between two language versions
  entente ask QUESTION FILE --to LANGUAGE
                                         passages that answer, translated, with where they stand
  entente index FOLDER                   reads a folder's texts, so that all can be asked: entente ask --in FOLDER
  entente models                         which languages are installed, and how to add more
  entente cluster                        workers for folders of documents, on this machine
  entente forget                         what is kept of your texts; forgets it
  entente examples                       the folder with texts and programs to try it with

`entente COMMAND --help` says more; `entente --version` which version this is."""

_APP = """Open the page in your browser. It listens on this machine only, and Ctrl-C ends it.

Streamlit's settings of your own hold, but for those that come with Entente."""


def entente(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    command, *rest = (sys.argv[1:] if argv is None else list(argv)) or ["--help"]
    match command:
        case "app":
            return _app(rest)
        case "brief":
            return summarize_command.main(rest, "entente brief")
        case "translate":
            return translate_command.main(rest, "entente translate")
        case "compare":
            from summarize.comparing import main as compare  # needs what the other commands do not

            return compare(rest, "entente compare")
        case "ask":
            return asked.ask_main(rest)
        case "index":
            return asked.index_main(rest)
        case "models" | "forget" | "cluster":
            return translate_command.main([command, *rest], "entente")
        case "examples":
            return _said(str(app_folder() / "examples"))
        case "--version":
            return _said(f"entente {VERSION}")
        case "--help" | "-h":
            return _said(_COMMANDS)
        case _:
            print(f"entente: there is no command {command!r}.\n\n{_COMMANDS}", file=sys.stderr)
            return 2


def _said(text: str) -> int:
    """Write a text to standard output; the exit code."""

    def write() -> int:
        write_output(text)
        return 0

    return guarded(write)


def _app(argv: Sequence[str]) -> int:
    """Serve the page until it is ended."""
    arguments = argparse.ArgumentParser(
        "entente app", description=_APP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--port", type=int, metavar="N", help="where it listens; else the first free from 8501 on")
    arguments.add_argument("--no-browser", action="store_true", help="only say its address")
    chosen = arguments.parse_args(argv)
    from page.server import serve  # needs the server, which the other commands do without

    serve(chosen.port, browser=not chosen.no_browser)
    return 0


def console() -> NoReturn:
    """The installed command as a process."""
    run_program(entente)


if __name__ == "__main__":
    console()
