"""Does every office file come back with its words translated and all else as it was?"""

import subprocess
import tempfile
import zipfile
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.report import arguments, data_folder, report
from translate import PolicyTextError, read, translate
from translate.document import Document
from translate.writing.writer import write

_KINDS = ("docx", "odt", "pptx")
_BATCH = 25
_CARRIED = {
    "docx": "footnoteReference endnoteReference drawing pict object hyperlink bookmarkStart bookmarkEnd fldChar "
    "fldSimple commentReference tbl tr tc sectPr oMath sdt p headerReference footerReference numPr",
    "pptx": "sp pic graphicFrame tbl tr tc fld p br",
    "odt": "note frame table table-row table-cell a bookmark bookmark-start bookmark-end list list-item h p image "
    "annotation section",
}
"""What must be there as often as before."""
_ORDER = ("pPr first", "rPr first", "endParaRPr last", "Fallback last")
"""Where Word and PowerPoint demand properties beside words; LibreOffice does not mind."""


def main() -> None:
    """Read, translate by the pseudo engine, write, read again and compare; then let LibreOffice open both."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth file of each kind")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes at once")
    parser.add_argument("--no-office", action="store_true", help="do not let LibreOffice open the files")
    parser.add_argument("--show", action="store_true", help="name the files with losses")
    options = parser.parse_args()
    kinds = Counter[str]()
    rows = [_row(kind, options, kinds) for kind in _KINDS]
    notes = [
        "Pseudo-translation into Portuguese (of Portuguese into English), written and read again. Words: the second "
        "reading equals the translation, white space aside. Carried: notes, pictures, links, bookmarks, fields, "
        "tables, sections, paragraphs are as many in each part as before (tracked changes accepted). Untouched: parts "
        "that were not written are the same bytes. Library: python-docx, python-pptx, odfpy open it. LibreOffice: "
        "converts it to PDF, of the files that it converted before. Words "
        "of blocks with a formula are not compared: it stays as it is.",
        "Kinds of loss: " + (", ".join(f"{name} {count}" for name, count in kinds.most_common()) or "none"),
    ]
    if options.every > 1:
        notes.insert(0, f"Every {options.every}th file only.")
    header = ["kind", "files", "not readable", "words", "carried", "untouched", "library", "LibreOffice", "no loss, %"]
    report("files", __doc__ or "", header, rows, notes, ("lxml",), options.update)


def _row(kind: str, options: Namespace, kinds: Counter[str]) -> list[object]:
    """One kind's figures."""
    paths = sorted(path for path in (data_folder("office") / kind).rglob("*") if path.is_file())[:: options.every]
    clean = 0
    fine = Counter[str]()
    written: dict[Path, bytes] = {}
    with ProcessPoolExecutor(options.jobs) as workers:
        for path, losses, new in workers.map(partial(_file, kind), paths):
            if losses is None:
                continue
            if losses and options.show:
                print(path, losses, flush=True)
            written[path] = new
            kinds.update(losses)
            clean += not losses
            fine.update({"words", "carried", "untouched", "library"} - {loss.partition(":")[0] for loss in losses})
        opened = "-" if options.no_office else _in_office(written, kind, options.show, workers)
    figures = [fine[name] for name in ("words", "carried", "untouched", "library")]
    share = f"{100 * clean / max(1, len(written)):.1f}"
    return [kind, len(written), len(paths) - len(written), *figures, opened, share]


def _file(kind: str, path: Path) -> tuple[Path, list[str] | None, bytes]:
    """What a file lost on its way, and the translated file; None for a file that cannot be read."""
    content = path.read_bytes()
    try:
        document = read(content, name=path.name)
    except PolicyTextError:
        return path, None, b""
    written: list[bytes] = []
    losses = list(_losses(kind, content, document, written, path.name))
    return path, losses, written[0] if written else b""


def _losses(kind: str, content: bytes, document: Document, written: list[bytes], name: str) -> Iterator[str]:
    """What a file lost on its way, in short words; each kind of loss once. The translated file goes to `written`."""
    code = "en" if document.language == "pt" else "pt"
    known = document if document.language != "und" else read(content, name=name, language="en")
    translation = translate(known, code, engine="pseudo")
    try:
        new = write(translation, content, name=name).content
    except Exception as error:  # one file must not end the count of all
        yield f"words: not written, {type(error).__name__}"
        return
    written.append(new)
    again = read(new, name=name, language=code)
    formulas = _with_formulas(content) if kind == "docx" else frozenset()
    found, wanted = _words(again), _words(translation.target)
    if len(found) != len(wanted):
        yield f"words: {'more' if len(found) > len(wanted) else 'fewer'} blocks"
    else:
        differing = [n for n, pair in enumerate(zip(found, wanted, strict=True)) if pair[0] != pair[1]]
        yield from {_difference(found[n], wanted[n], again.blocks[n].kind) for n in differing if n not in formulas}
    yield from _missing(kind, content, new)
    if _library_opens(kind, content) and not _library_opens(kind, new):
        yield "library: does not open"


def _words(document: Document) -> list[str]:
    """Each block's words, white space aside."""
    return [" ".join(document.text[block.start : block.end].split()) for block in document.blocks]


def _difference(found: str, wanted: str, kind: str) -> str:
    """What kind of difference there is between two texts of a block."""
    return "words: spaces" if "".join(found.split()) == "".join(wanted.split()) else f"words: changed in {kind}"


def _with_formulas(content: bytes) -> frozenset[int]:
    """Blocks with a formula, which stays as it is while the engine translates its letters."""
    from translate.reading.archive import Archive
    from translate.reading.office.word import word_draft

    parts = word_draft(Archive(content)).parts
    return frozenset(n for n, part in enumerate(parts) if any("/math}" in str(p.element.tag) for p in part.pieces))


def _missing(kind: str, before: bytes, after: bytes) -> Iterator[str]:
    """Elements that are not as many as they were, and parts that changed though nothing was written there."""
    one, two = (zipfile.ZipFile(BytesIO(content)) for content in (before, after))
    if set(one.namelist()) != set(two.namelist()):
        yield "untouched: parts added or lost"
        return
    wanted = frozenset(_CARRIED[kind].split())
    lost: set[str] = set()
    for name in sorted(set(one.namelist())):
        former, new = one.read(name), two.read(name)
        if former == new:
            continue
        counts = _counts(former, wanted), _counts(new, wanted)
        if counts[0] is None or counts[1] is None:
            yield "untouched: a part that is no XML changed"
            return
        lost |= {key for key in counts[0] | counts[1] if counts[0][key] != counts[1][key]}
    if lost:
        yield "carried: " + " ".join(sorted(lost))


def _counts(content: bytes, wanted: frozenset[str]) -> Counter[str] | None:
    """How often each kind of element stands in a part, its tracked changes accepted; None where it is no XML."""
    from lxml import etree

    from translate.writing.changes import accept

    try:
        root: Any = etree.fromstring(content, etree.XMLParser(collect_ids=False))  # some give the same id twice
    except etree.XMLSyntaxError:
        return None
    accept(root)
    for changes in list(root.iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}tracked-changes")):
        changes.getparent().remove(changes)
    for fallback in list(root.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
        fallback.getparent().remove(fallback)
    found = Counter(name for element in root.iter("{*}*") if (name := str(element.tag).rpartition("}")[2]) in wanted)
    return found + Counter(f"{rule} not" for rule in _ORDER for element in _disordered(root, rule))


def _disordered(root: Any, rule: str) -> Iterator[Any]:
    """Elements that break a rule of order; a paragraph's own rPr stands in its pPr, wherever."""
    name, _, place = rule.partition(" ")
    for element in root.iter(f"{{*}}{name}"):
        beside = element.getprevious() if place == "first" else element.getnext()
        if beside is not None and str(element.getparent().tag).rpartition("}")[2] != "pPr":
            yield element


def _library_opens(kind: str, content: bytes) -> bool:
    """Whether the usual Python package opens a file."""
    import docx
    import pptx
    from odf.opendocument import load

    openers: dict[str, Callable[[BytesIO], Any]] = {"docx": docx.Document, "pptx": pptx.Presentation, "odt": load}
    try:
        openers[kind](BytesIO(content))
    except Exception:  # whatever it says, it did not open
        return False
    return True


def _in_office(written: dict[Path, bytes], kind: str, show: bool, workers: ProcessPoolExecutor) -> str:
    """How many files LibreOffice converts, of those that it converts before."""
    paths = list(written)
    batches = [
        {path: written[path] for path in paths[start : start + _BATCH]} for start in range(0, len(paths), _BATCH)
    ]
    before: set[Path] = set()
    after: set[Path] = set()
    for found in workers.map(partial(_batch, kind), batches):
        before |= found[0]
        after |= found[1]
    if show and before - after:
        print("LibreOffice:", *sorted(before - after), sep="\n  ")
    return f"{len(before & after)} of {len(before)}"


def _batch(kind: str, written: dict[Path, bytes]) -> tuple[set[Path], set[Path]]:
    """Of some files those that LibreOffice converts as they were, and as they are."""
    paths = list(written)
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        before = _converted(profile, {str(n): path.read_bytes() for n, path in enumerate(paths)}, kind)
        after = _converted(profile, {str(n): written[path] for n, path in enumerate(paths)}, kind)
    return {paths[int(n)] for n in before}, {paths[int(n)] for n in after}


def _converted(profile: Path, files: dict[str, bytes], kind: str) -> set[str]:
    """Names of the files that LibreOffice makes a PDF of; those after one that it falls over are tried again."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / f"{name}.{kind}").write_bytes(content)
        left = sorted(files)
        while left:
            _run_office(profile, folder, [f"{folder}/{name}.{kind}" for name in left])
            done = [name for name in left if (Path(folder) / f"{name}.pdf").exists()]
            if len(left) == 1 or len(done) == len(left):
                break
            first = next(name for name in left if name not in done)
            _run_office(profile, folder, [f"{folder}/{first}.{kind}"])
            left = [name for name in left if name not in done and name != first]
        return {path.stem for path in Path(folder).glob("*.pdf")}


def _run_office(profile: Path, folder: str, files: Sequence[str]) -> None:
    """Let LibreOffice convert files to PDF."""
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", folder, *files]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=60 + 30 * len(files))
    except subprocess.TimeoutExpired:
        return


if __name__ == "__main__":
    main()
