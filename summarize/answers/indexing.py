"""add_folder(): the texts of a folder into an index, each read once and again only where it changed."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from summarize.answers.index import Index
from summarize.answers.prepared import Prepared, prepared, read_by
from translate.choices import Watch
from translate.errors import InputError
from translate.message import say
from translate.reading.reader import READERS

_AHEAD = 2
"""Files that a process has in hand or finished: what is read ahead stays in memory."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What add_folder() did.

    Attributes:
        added: Files that are new or were changed.
        unchanged: Files that were known, those with the same content as another one too.
        removed: Files that are no longer there.
        failed: Files that could not be read, and why.
        sentences: In the files that were added.
        waiting: Files of which sentences are found by their words alone, as the run was stopped.
    """

    added: int
    unchanged: int
    removed: int
    failed: tuple[tuple[str, str], ...]
    sentences: int
    waiting: int = 0


def add_folder(folder: Path, index: Index, *, processes: int = 1, watch: Watch = Watch()) -> Indexed:
    """Bring an index up to what a folder and the folders in it hold.

    Words, and vectors in the languages of the fast model, are there as soon as a file is read; vectors in others are
    made at the end, and in the next run where this one is stopped.

    Args:
        folder: Its files of known kinds are read; hidden ones are not.
        index: Gets what is new or was changed, and loses what is no longer there.
        processes: How many files are read at a time. More than one start this program anew: call it under
            `if __name__ == "__main__"`.
        watch: Stages "indexing", with files, and "vectors"; stop ends it between two files.

    Raises:
        InputError: There is no such folder, or the index cannot be written.
    """
    if not folder.is_dir():
        raise InputError(
            say("There is no folder {folder}. Name the one whose texts are to be found.", folder=str(folder))
        )
    root = folder.resolve()
    paths = sorted(path for path in root.rglob("*") if _is_text(path, root))
    here = {str(path) for path in paths}
    gone = [file.path for file in index.files if Path(file.path).is_relative_to(root) and file.path not in here]
    removed = index.remove(gone)
    fresh = _fresh(paths, index)
    failed: list[tuple[str, str]] = []
    added = sentences = 0
    with _reading(processes) as read:
        for done, ((path, digest), found) in enumerate(read(fresh), 1):
            if found.failure:
                failed.append((str(path), found.failure))
            else:
                about = path.stat()
                index.add(str(path), digest, about.st_size, about.st_mtime_ns, found)
                added += 1
                sentences += len(found.units)
            watch.progress("indexing", done, len(fresh))
            if watch.stop():
                break
    index.note_unread(root, [path for path, _ in failed])
    waiting = [file for file in index.files if file.waiting]
    for done, file in enumerate(waiting, 1):
        if watch.stop():
            break
        index.fill_in(file)
        watch.progress("vectors", done, len(waiting))
    left = sum(file.waiting for file in index.files)
    return Indexed(added, len(paths) - len(fresh), removed, tuple(failed), sentences, left)


def _is_text(path: Path, root: Path) -> bool:
    """Whether a path is a file of a kind that is read, and neither it nor a folder above it is hidden."""
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    return not hidden and path.suffix.lower() in {*READERS, ".htm", ".markdown"} and path.is_file()


def _fresh(paths: Sequence[Path], index: Index) -> list[tuple[Path, str]]:
    """Files whose content the index does not have, each content once.

    What was known of a file that was changed, or read by another version of the readers, is forgotten.
    """
    index.remove([file.path for file in index.files if file.path in set(map(str, paths)) and file.read_by != read_by()])
    known = {file.path: file for file in index.files}
    digests = {file.digest for file in known.values()}
    found: list[tuple[Path, str]] = []
    for path in paths:
        file, about = known.get(str(path)), path.stat()
        if file is not None and (file.size, file.changed) == (about.st_size, about.st_mtime_ns):
            continue
        digest = sha256(path.read_bytes()).hexdigest()
        if file is not None and file.digest != digest:
            index.remove([file.path])
        if digest not in digests:
            digests.add(digest)
            found.append((path, digest))
    return found


Fresh = Sequence[tuple[Path, str]]


@contextmanager
def _reading(processes: int) -> Iterator[Callable[[Fresh], Iterator[tuple[tuple[Path, str], Prepared]]]]:
    """A function that reads files in their order, some at a time where processes are to be had."""
    if processes <= 1:
        yield lambda files: (((path, digest), prepared(path)) for path, digest in files)
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        try:
            yield lambda files: _ahead(pool, files, _AHEAD * processes)
        finally:
            pool.shutdown(cancel_futures=True)


def _ahead(pool: ProcessPoolExecutor, files: Fresh, most: int) -> Iterator[tuple[tuple[Path, str], Prepared]]:
    """Files as they were read, in order; no more than `most` are in hand."""
    waiting: deque[tuple[tuple[Path, str], Future[Prepared]]] = deque()
    for path, digest in files:
        waiting.append(((path, digest), pool.submit(prepared, path)))
        if len(waiting) == most:
            file, future = waiting.popleft()
            yield file, future.result()
    for file, future in waiting:
        yield file, future.result()
