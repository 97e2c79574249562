"""What benchmarks.fuzz feeds to what keeps things on disk, and to the reader of edited translations."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from translate import PolicyTextError, read, translate

Target = tuple[Sequence[bytes], Callable[[bytes], object]]
"""Whole files, and what to do with the bytes of one."""

_TEXT = "Ships pay 12 euros a day.\n\nBoats pay once. The fee is due in 2027.\n"


def edited(folder: Path) -> Target:
    """An XLIFF file that came back from somebody's translation tool."""
    from translate.formats.registry import FORMATS, write_bilingual
    from translate.pipeline.edits import apply_edits

    document = read(_TEXT, language="en")
    made = translate(document, "pt", engine="pseudo")
    seeds = [write_bilingual(made, form) for form in sorted(FORMATS) if "xl" in form]
    return seeds, lambda content: apply_edits(content, document, target="pt")


def journal(folder: Path) -> Target:
    """The journal of a run that was cut off."""
    from translate.pipeline.run import translate as run_translate
    from translate.store.journal import Journal

    document = read(_TEXT, language="en")

    def go_on() -> object:
        with Journal(folder, day=20_000) as opened:
            return run_translate(document, "pt", engine="pseudo", journal=opened).target.text

    whole = go_on()
    return _database(folder / "journal.sqlite", go_on, whole)


def index(folder: Path) -> Target:
    """The index that questions are looked for in."""
    from summarize.answers import ask
    from summarize.answers.index import Index
    from summarize.answers.indexing import add_folder

    texts = folder / "texts"
    texts.mkdir()
    (texts / "fees.txt").write_text(_TEXT, encoding="utf-8")
    with Index(folder) as made:
        add_folder(texts, made)

    def asked() -> object:
        with Index(folder) as opened:
            return ask(opened, "What do ships pay?", "en", engines={})

    return _database(folder / "index.sqlite", asked)


def shelf(folder: Path) -> Target:
    """Briefings that are kept."""
    from summarize.briefing import brief
    from summarize.shelf import Shelf

    with Shelf(folder) as made:
        made.keep(brief(_TEXT, "pt", language="en", engine="pseudo"), ["1"], now_s=0.0)

    def opened() -> object:
        with Shelf(folder) as kept:
            return [kept.open(entry.key) for entry in kept.entries()], kept.wanted

    return _database(folder / "briefings.sqlite", opened)


def ledger(folder: Path) -> Target:
    """What came of each document of a folder."""
    from translate.batch.ledger import PLACE, Ledger
    from translate.batch.record import Record

    with Ledger(folder) as made:
        made.enter(Record("a.txt", "done", output="a.txt.pt.html", gist=("Ships pay.",), sentences=3))

    def known() -> object:
        with Ledger(folder) as opened:
            return opened.records()

    return _database(folder / PLACE / "documents.sqlite", known)


def _database(path: Path, use: Callable[[], object], whole: object = None) -> Target:
    """A database of ours, and what is done with one: used, then used again, as a reader would after a message.

    Args:
        path: Where it lies.
        use: Opens and uses it.
        whole: What that gives whatever becomes of the file; not looked at if None.
    """
    with closing(sqlite3.connect(path)) as connection:  # all of it in one file
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = path.read_bytes()

    def run(changed: bytes) -> object:
        for beside in path.parent.glob(f"{path.stem}.*"):
            beside.unlink()
        path.write_bytes(changed)
        try:
            found = use()
        except PolicyTextError:
            found = use()  # set aside: the second time it is another file
        if whole is not None and found != whole:
            raise AssertionError("a damaged file gave another result")
        return found

    return (content,), run
