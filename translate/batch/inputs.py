"""Which files a batch reads: a folder's, those that match, or those of a list."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from translate.errors import InputError
from translate.message import Message, say
from translate.reading.kind import is_known
from translate.reading.reader import READERS


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files to read.

    Attributes:
        files: By name, in order of names: paths inside the common folder, with "/".
        left_out: What was found and is not read, by kind.
    """

    files: dict[str, Path]
    left_out: dict[str, int]

    @property
    def notice(self) -> Message | None:
        """What to say of files that are left out; None where there are none."""
        if not self.left_out:
            return None
        kinds = ", ".join(f"{count} × {kind}" for kind, count in sorted(self.left_out.items()))
        return say("Files of kinds that cannot be read are left out: {kinds}.", kinds=kinds)


def collect(folder: Path | None, out: Path, patterns: Sequence[str], listed: str | None) -> Inputs:
    """The files to read.

    Args:
        folder: Where they lie, in it or below; of a list, what their names are relative to.
        out: The folder that is written; what lies in it is not read.
        patterns: Files are read whose name or path inside the folder matches one ("*.pdf", "2026/*"), whatever their
            kind; where there are none, files of every kind that can be read.
        listed: A file with a path a line ("-" for standard input) instead of the folder's files.

    Raises:
        InputError: A place cannot be read, there is no file, or OUT is the folder.
    """
    if folder is not None and _is_same(folder, out):
        raise InputError(
            say("The folder {folder} is read and written. Give another folder as --out.", folder=str(folder))
        )
    paths = list(_walk(folder, out)) if listed is None and folder is not None else _listed(listed or "-")
    root = folder or _common(paths)
    named = {os.path.relpath(path, root).replace(os.sep, "/"): path for path in paths}
    outside = next((named[name] for name in named if name.startswith("../")), None)
    if outside is not None:
        raise InputError(
            say(
                "{file} lies outside {folder}, and so has no place in --out. Leave the folder out, or name one above.",
                file=str(outside),
                folder=str(root),
            )
        )
    chosen: dict[str, Path] = {}
    left_out: Counter[str] = Counter()
    for name, path in sorted(named.items()):
        if patterns:
            if any(fnmatch(name, pattern) or fnmatch(path.name, pattern) for pattern in patterns):
                chosen[name] = path
        elif listed is not None or is_known(path.name, READERS):
            chosen[name] = path
        else:
            left_out[path.suffix.lower() or path.name] += 1
    if not chosen:
        raise InputError(
            say(
                "There is no file to read in {folder}. Files of these kinds are read: {kinds}; --match names others.",
                folder=str(root),
                kinds=", ".join(READERS),
            )
        )
    return Inputs(chosen, dict(left_out))


def _walk(folder: Path, out: Path) -> Iterator[Path]:
    """Files in a folder and below; not what is hidden, nor what lies where is written."""

    def failed(error: OSError) -> None:
        raise _unreadable(error.filename, error) from error

    for place, folders, files in os.walk(folder, onerror=failed):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_same(here / name, out))
        yield from (here / name for name in sorted(files) if not name.startswith((".", "~$")))


def _listed(file: str) -> list[Path]:
    """Paths that a list names, one a line, or with NULs between them, as `find -print0` writes them."""
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise _unreadable(file, error) from error
    lines = content.split(b"\0") if b"\0" in content else content.splitlines()
    return [Path(os.fsdecode(line)) for line in dict.fromkeys(lines) if line.strip()]


def _common(paths: Iterable[Path]) -> Path:
    """The folder that all paths share; "." where there is none."""
    folders = [str(path.absolute().parent) for path in paths]
    try:
        return Path(os.path.commonpath(folders)) if folders else Path()
    except ValueError:  # on two drives
        return Path()


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same place."""
    return os.path.realpath(one) == os.path.realpath(other)


def _unreadable(name: str, error: OSError) -> InputError:
    """What to say of a place that cannot be read."""
    return InputError(
        say(
            "{name} cannot be read: {reason}. Check the path and your rights.",
            name=name,
            reason=error.strerror or type(error).__name__,
        )
    )
