"""A Translation back into its PowerPoint file (PPTX)."""

from translate.issue import Issue
from translate.reading.archive import Archive
from translate.reading.office.slides import slides_draft
from translate.translation import Translation
from translate.writing.drawings import redrawn
from translate.writing.filling import blocks, fill, touched
from translate.writing.package import rewritten, serialized
from translate.writing.word import region, retitle
from translate.writing.word_grammar import WordGrammar
from translate.writing.word_language import name_language, turn_slides


def write_slides(translation: Translation, content: bytes) -> tuple[bytes, tuple[Issue, ...]]:
    """The PPTX with the translation's words, and what a reader must know of it.

    Args:
        translation: Of the document that was read from the file.
        content: The file.

    Raises:
        InputError: It is another file, or damaged.
    """
    archive = Archive(content)
    grammar = WordGrammar()
    filled = list(blocks(translation, slides_draft(archive)))
    elements = [element for part, block in filled for element in fill(part, block, grammar, region)]
    elements += redrawn(archive, filled, grammar, region)
    roots = archive.parts()
    changed = touched(roots, elements)
    written = [roots[name] for name in sorted(changed)]
    name_language(written, translation.target.language)
    turn_slides(written, translation.source.language, translation.target.language)
    changed |= retitle(archive, translation)
    return rewritten(content, {name: serialized(roots[name]) for name in changed}), ()
