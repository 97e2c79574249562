"""What benchmarks.fuzz feeds: every reader and every parser of a file that comes from somebody else, with whole files.

Adding one is a function of a folder that gives whole files and what to do with one, and a line in TARGETS.
"""

import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import fuzz_kept
from tests import attacks
from tests.firefox_models import SHAPES, write_model
from tests.pdf_files import column, pdf_file
from tests.word_files import level, numbered, numbering, paragraph, word_file
from translate import read
from translate.store.kept import keep, read_kept

_ROOT = Path(__file__).parent.parent
_EXAMPLES = _ROOT / "examples"

Target = tuple[Sequence[bytes], Callable[[bytes], object]]
"""Whole files, and what to do with the bytes of one."""


def _reader(name: str, *seeds: bytes) -> Callable[[Path], Target]:
    """A file kind's reader, by a file name that says the kind."""
    return lambda folder: (seeds, lambda content: read(content, name=name))


_TEXT = (_EXAMPLES / "energy-storage.en.md").read_bytes()[:1500]
_HTML = (
    b"<!doctype html><html lang=en><head><meta charset=utf-8><title>Fees</title></head><body><!-- a note --><h1>Fees"
    b"</h1><ol start=3 type=a><li value=7>Ships pay twice.<li>Boats pay<sup>2</sup> once.</ol><table><tr><th>Ship<td>"
    b"12</table><p hidden>Not shown.<del>gone</del></p><pre> as it is </pre><img alt='A map'></body></html>"
)
_NUMBERED = numbering(level(0, "decimal", "Article %1"), level(1, "lowerLetter", "(%2)"))
_CITE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_NOTE = f'<w:footnote w:id="2">{paragraph("It is high.")}</w:footnote>'
_WORD = word_file(
    numbered("Ships pay twice.") + numbered("Boats pay once.", 1) + f"<w:p>{_CITE}</w:p>"
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    + paragraph("Fees are due.")
    + "</w:tc></w:tr></w:tbl>"
    '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B0"/><w:ruby><w:rubyBase><w:r><w:t>x</w:t></w:r></w:rubyBase></w:ruby>'
    "<w:t>Word</w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>",
    numbering=_NUMBERED,
    footnotes=_NOTE,
    styles='<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="heading 1"/></w:style>',
)
_ODT = attacks.opendocument(
    '<text:h text:outline-level="2">Fees</text:h><text:p>Ships pay<text:note text:note-class="footnote">'
    "<text:note-citation>1</text:note-citation><text:note-body><text:p>It is high.</text:p></text:note-body>"
    "</text:note>"
    ' twice.</text:p><text:list text:style-name="L"><text:list-item text:start-value="4"><text:p>Boats</text:p>'
    '</text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-repeated="2">'
    "<text:p>Ship</text:p></table:table-cell></table:table-row></table:table>"
)
_SLIDES = attacks.slides("Ships pay twice.", "Boats pay once.")
_BOOK = attacks.book("<html><body><h1>Fees</h1><p>Ships pay twice.</p></body></html>", 2)
_RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset128 B;}}{\stylesheet{\s1 heading 1;}}\s1 Fees"
    rb"\par\pard{\listtext (a)\tab}Ships pay{\super 2}{\footnote\chftn It is high.} twice.\par{\*\x{y}}\u8211?"
    rb"\uc1 \'e9\f1 \'82\'a0\intbl Ship\cell 12\cell\row{\header Top}{\v hidden}{\deleted gone}\par}"
)
_MAIL = b"""Subject: =?utf-8?q?Fees_=C3=A9?=
From: a@example.org
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Ships pay =E9 twice.
--c
Content-Type: text/html

<p>Ships pay twice.</p>
--c--
--b
Content-Type: message/rfc822

Subject: a

b
--b--
"""
_PDF = attacks.pdf(
    b"BT /T 9 Tf 1 0 0 1 60 700 Tm (Ships pay twice, and boats pay once.) Tj 0 -12 Td (The fee is due.) Tj ET 0 0 m"
    b" 99 0 l S /F Do",
    b"BT /T 7 Tf 60 90 Td (1 It is high.) Tj ET",
)
_PACKED_PDF = pdf_file(column(60, 700, "Ships pay twice, and boats", "pay once."), column(60, 700, "It is due."))


def _kept(folder: Path) -> Target:
    """A file of those that save time."""
    path = folder / "kept"
    keep(path, b"graph" * 20)
    return (path.read_bytes(),), lambda content: read_kept(_written(path, content))


def _written(path: Path, content: bytes) -> Path:
    """The path, after its content was put there."""
    path.write_bytes(content)
    return path


def _glossary(folder: Path) -> Target:
    """A reader's terms."""
    from translate.resources.glossary import read_glossary

    seeds = (b"source,target\nfee,taxa\n# a remark\nship;navio\n", "en\tpt\nfee\t“taxa”\n".encode())
    return seeds, lambda content: read_glossary(_written(folder / "terms.csv", content), "en", "pt")


def _tmx(folder: Path) -> Target:
    """A translation memory of another tool."""
    from translate.resources.tmx import read_tmx, write_tmx

    return (write_tmx([("fee", "taxa"), ("ship", "navio")], "en", "pt").encode(),), read_tmx


def _memory(folder: Path) -> Target:
    """A translation memory of our own."""
    from translate.resources.memory import Memory

    path = folder / "memory.sqlite"
    with Memory(path) as memory:
        memory.add([("fee", "taxa"), ("ship", "navio")], "en", "pt")

    def run(content: bytes) -> object:
        for beside in folder.glob("memory.sqlite-*"):
            beside.unlink()
        with Memory(_written(path, content)) as opened:
            return opened.hypothesis("fee", "en", "pt")

    return (path.read_bytes(),), run


def _briefing(folder: Path) -> Target:
    """A briefing that was kept as JSON."""
    from summarize.briefing import brief
    from summarize.export import FORMATS, export
    from summarize.export.json import from_json, to_json

    made = brief("Ships pay 12 euros. It is due in 2027.", "pt", language="en", engine="pseudo")

    def run(content: bytes) -> object:
        briefing = from_json(content.decode("utf-8", "replace"))
        return [export(briefing, form) for form in sorted(FORMATS)]

    return (to_json(made).encode(),), run


def _registry(folder: Path) -> Target:
    """A list of models that can be installed."""
    from tests.model_server import entry, registry
    from translate.models.catalogue import _parse

    return (json.dumps(registry(entry())).encode(),), lambda content: _parse(content, "https://example.org/models.json")


def _models(folder: Path) -> Path:
    """A small model, installed in a folder of its own."""
    from translate.engines.firefox.manifest import MANIFEST, manifest_text

    os.environ |= {"ENTENTE_CACHE": str(folder / "cache"), "ENTENTE_MODELS": str(folder / "models")}
    shape = replace(SHAPES["shortlist"], width=8, hidden=8, encoder_layers=1, decoder_layers=1)
    model = write_model(folder / "models" / "firefox" / "xx-yy", shape)
    (model.folder / MANIFEST).write_text(manifest_text(model), encoding="utf-8")
    return model.folder


def _manifest(folder: Path) -> Target:
    """What an installed model says of itself."""
    from translate.engines.firefox.manifest import MANIFEST, read_manifest

    path = _models(folder) / MANIFEST

    def run(content: bytes) -> object:
        return read_manifest(_written(path, content).parent)

    return (path.read_bytes(),), run


def _weights(folder: Path) -> Target:
    """A model's numbers."""
    from translate.engines.firefox.weights import read_weights

    return ((_models(folder) / "model.bin").read_bytes(),), lambda content: read_weights(content, "model.bin")


def _shortlist(folder: Path) -> Target:
    """A model's likely words."""
    from translate.engines.firefox.shortlist import read_shortlist
    from translate.engines.firefox.vocabulary import Vocabulary

    model = _models(folder)
    words = len(Vocabulary((model / "vocab.spm").read_bytes(), "vocab.spm", "en"))
    seed = (model / "lex.bin").read_bytes()
    return (seed,), lambda content: read_shortlist(content, "lex.bin", words, words, True).words([1, 2, 3])


def _vocabulary(folder: Path) -> Target:
    """A model's pieces of words."""
    from translate.engines.firefox.vocabulary import Vocabulary

    seed = (_models(folder) / "vocab.spm").read_bytes()
    return (seed,), lambda content: Vocabulary(content, "vocab.spm", "en").encode("the fee")


def _pack(folder: Path) -> Target:
    """A model in one file."""
    from translate.models.archive import pack, unpack
    from translate.models.inventory import inventory

    installed = _models(folder)
    path = folder / "model.zip"
    pack(next(model for model in inventory() if model.folder == installed), path)
    seed = path.read_bytes()
    shutil.rmtree(installed)
    return (seed,), lambda content: unpack(_written(path, content), check=lambda model: None)


def _checkpoint(folder: Path) -> Target:
    """What a model of other makers says of itself."""
    from translate.engines.checkpoints.checkpoint import read_checkpoint

    made = folder / "opus-mt-ru-en"
    made.mkdir()
    seed = b'{"model_type": "marian", "vocab_size": 90, "d_model": 8, "architectures": ["MarianMTModel"]}'
    notes = b'{"sources": ["ru"], "targets": ["en"], "licence": "MIT"}'

    settings = b'{"tokenizer_class": "MarianTokenizer", "source_lang": "ru", "target_lang": "en"}'
    card = b"---\nlanguage:\n- ru\n- en\nlicense: mit\n---\n"
    names = ("config.json", "entente.json", "tokenizer_config.json", "README.md")

    def run(content: bytes) -> object:
        for name in names:
            for beside in names:
                (made / beside).write_bytes(content if beside == name else seed if beside == names[0] else b"")
            read_checkpoint(made)
        return None

    return (seed, notes, settings, card), run


TARGETS: dict[str, Callable[[Path], Target]] = {
    "text": _reader("a.txt", _TEXT, "Artikel 5 Abs. 2: „Nein“.\n(a) über;\n(b) Ende.".encode("utf-16")),
    "text without a name": _reader("", _TEXT, b"<!-- a --><html><p>Ships pay."),
    "Markdown": _reader("a.md", _TEXT, b"---\ntitle: Fees\n---\n> 1. a[^1]\n\n[^1]: note\n\n|a|b|\n|-|-|\n|c|d|\n"),
    "HTML": _reader("a.html", _HTML),
    "Word": _reader("a.docx", _WORD),
    "PDF": _reader("a.pdf", _PDF, _PACKED_PDF),
    "OpenDocument": _reader("a.odt", _ODT),
    "RTF": _reader("a.rtf", _RTF),
    "slides": _reader("a.pptx", _SLIDES),
    "EPUB": _reader("a.epub", _BOOK),
    "e-mail": _reader("a.eml", _MAIL),
    "glossary": _glossary,
    "TMX": _tmx,
    "memory": _memory,
    "briefing in JSON": _briefing,
    "registry": _registry,
    "manifest": _manifest,
    "weights": _weights,
    "shortlist": _shortlist,
    "vocabulary": _vocabulary,
    "model pack": _pack,
    "checkpoint": _checkpoint,
    "kept file": _kept,
    "edited XLIFF": fuzz_kept.edited,
    "journal": fuzz_kept.journal,
    "index": fuzz_kept.index,
    "kept briefings": fuzz_kept.shelf,
    "ledger": fuzz_kept.ledger,
}
"""By the name in the table."""
