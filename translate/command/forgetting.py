"""entente forget: empties what is kept of a reader's texts, and says what that was."""

import argparse
from collections.abc import Sequence

from translate.command.output import write_output
from translate.command.program import guarded
from translate.store.database import forget, kept_parts
from translate.store.places import store_folder

_DESCRIPTION = """Forget what Entente keeps of your texts.

Of a run that was cut off, the journal keeps the sentences that are done, until the same command has written its output,
and for a week at most. A finished run leaves nothing there. What you asked to be kept (briefings on the page, an index
of documents) lies beside it. Models, glossaries, translation memories and your own outputs are not touched."""


def main(argv: Sequence[str], program: str) -> int:
    """Run the command; returns its exit code."""
    arguments = argparse.ArgumentParser(
        program, description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("parts", nargs="*", metavar="PART", help="forget this part only, as --list names it")
    arguments.add_argument("--list", action="store_true", help="only say what is kept, and where")
    chosen = arguments.parse_args(argv)
    return guarded(lambda: _forget(chosen.parts, chosen.list))


def _forget(parts: Sequence[str], only_list: bool) -> int:
    """Forget the named parts, or all; returns the exit code."""
    folder, kept = store_folder(), kept_parts()
    unknown = sorted(set(parts) - set(kept))
    lines = [f"Nothing is kept as {name}." for name in unknown]
    for name, size_bytes in kept.items():
        if parts and name not in parts:
            continue
        size = f"{size_bytes / 1e6:,.1f} MB"
        if only_list:
            lines.append(f"{name}: {size} in {folder}")
        elif forget(name):
            lines.append(f"{name}: forgotten ({size} in {folder})")
        else:
            lines.append(f"{name}: nothing was kept")
    write_output("\n".join(lines or [f"Nothing is kept in {folder}."]))
    return 0
