"""python -m translate models: what is installed, and how to add, check, carry and remove models."""

import argparse
import sys
from collections.abc import Sequence

from translate.command import guarded
from translate.models.installed import installed_models, models_folder

_DESCRIPTION = """The translation models on this machine: list, install, verify, remove, pack, unpack, convert.

Nothing but `install` and `list --online` uses the network."""

_EXAMPLES = """examples:
  python -m translate models list
  python -m translate models install ru-en
  python -m translate models install hf:Helsinki-NLP/opus-mt-ru-en
  python -m translate models pack ru-en --output ru-en.tar     carry it into a closed network, and there:
  python -m translate models unpack ru-en.tar

Exit codes: 0 done, 1 something is at fault (the message says what to do), 2 wrong use."""


def parser(program: str) -> argparse.ArgumentParser:
    """The command's arguments."""
    arguments = argparse.ArgumentParser(
        program, description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    actions = arguments.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", help="what is installed")
    return arguments


def main(argv: Sequence[str], program: str = "python -m translate models") -> int:
    """Run the command; returns its exit code."""
    parser(program).parse_args(argv)
    return guarded(_list)


def _list() -> int:
    for model in installed_models():
        print(f"{model.pair}\t{model.kind}\t{model.licence}\t{model.origin}")
    print(f"Models are installed in {models_folder()}", file=sys.stderr)
    return 0
