"""XLIFF 2.1 and 1.2: a translation for the editor of any translation tool, with what to check as notes.

The words of each segment stand in a unit, and its codes in it; the first translation stands beside the one to edit, so
that a tool can show what was changed. `translate.formats.xliff_file` reads what comes back.
"""

from collections.abc import Iterator, Sequence
from html import escape

from translate.formats.codes import Codes, Mark, Part, pairs
from translate.languages.wording import in_language
from translate.resources.tmx import xml_text
from translate.translation import Translation
from translate.version import VERSION

_STATES = {"memory": "reviewed", "post-edited": "reviewed", "edited": "reviewed"} | dict.fromkeys(
    ("pending", "untranslated"), "initial"
)
_OLD_STATES = {"initial": "needs-translation", "translated": "translated", "reviewed": "signed-off"}
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_xliff(translation: Translation, codes: Codes | None = None) -> str:
    """An XLIFF 2.1 document with a unit a segment; segments to check carry their issues as notes.

    Args:
        translation: Whole or partial. Segments that are pending or left untranslated have no target and the state
            "initial".
        codes: What looks otherwise than its sentence; note marks and addresses are found here.

    Returns:
        XML, to be encoded as UTF-8.
    """
    notes = _notes(translation)
    units = []
    for number, pair in enumerate(pairs(translation, codes or {})):
        state = _state(translation, number)
        text, former = translation.source.texts[number], translation.hypotheses[number]
        kept = "" if state == "initial" else f'<target xml:space="preserve">{_new(pair.target)}</target>'
        match = (
            f'<mtc:matches><mtc:match ref="#s" origin="{_quoted(former.origin)}"><source>{_text(text)}</source>'
            f"<target>{_text(former.text)}</target></mtc:match></mtc:matches>"
        )
        said = "".join(f'<note category="check">{_text(message)}</note>' for message in notes.get(number, ()))
        units.append(
            f'    <unit id="{pair.id}">{match if kept else ""}{f"<notes>{said}</notes>" if said else ""}'
            f'{_originals(pair.source)}<segment id="s" state="{state}">'
            f'<source xml:space="preserve">{_new(pair.source)}</source>{kept}</segment></unit>\n'
        )
    source, target = _quoted(translation.source.language), _quoted(translation.target.language)
    return (
        f'{_DECLARATION}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" '
        f'xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.1" srcLang="{source}" trgLang="{target}">\n'
        f'  <file id="f1"{_original(translation)}>\n{"".join(units)}  </file>\n</xliff>\n'
    )


def write_old_xliff(translation: Translation, codes: Codes | None = None) -> str:
    """An XLIFF 1.2 document, for tools that read no newer one; see write_xliff()."""
    notes = _notes(translation)
    units = []
    for number, pair in enumerate(pairs(translation, codes or {})):
        state, former = _state(translation, number), translation.hypotheses[number]
        kept = f'<target state="{_OLD_STATES[state]}">{_old(pair.target)}</target>' if state != "initial" else ""
        said = "".join(f"<note>{_text(message)}</note>" for message in notes.get(number, ()))
        match = f'<alt-trans origin="{_quoted(former.origin)}"><target>{_text(former.text)}</target></alt-trans>'
        units.append(
            f'      <trans-unit id="{pair.id}" approved="{"yes" if state == "reviewed" else "no"}" '
            f'xml:space="preserve"><source>{_old(pair.source)}</source>{kept}{said}{match if kept else ""}'
            "</trans-unit>\n"
        )
    source, target = _quoted(translation.source.language), _quoted(translation.target.language)
    name = _quoted(translation.source.name or "text")
    return (
        f'{_DECLARATION}<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n'
        f'  <file original="{name}" source-language="{source}" target-language="{target}" datatype="plaintext">\n'
        f'    <header><tool tool-id="entente" tool-name="Entente" tool-version="{VERSION}"/></header>\n'
        f"    <body>\n{''.join(units)}    </body>\n  </file>\n</xliff>\n"
    )


def _notes(translation: Translation) -> dict[int | None, list[str]]:
    """What to check in each segment, in the target language."""
    notes: dict[int | None, list[str]] = {}
    for issue in translation.issues:
        notes.setdefault(issue.segment, []).append(in_language(issue.message, translation.target.language))
    return notes


def _state(translation: Translation, number: int) -> str:
    """A segment's state: "reviewed" where a person approved its translation."""
    return _STATES.get(translation.hypotheses[number].origin, "translated")


def _original(translation: Translation) -> str:
    """The attribute that names the file, if it has a name."""
    return f' original="{_quoted(translation.source.name)}"' if translation.source.name else ""


def _originals(parts: Sequence[Part]) -> str:
    """The atoms' own signs, which their codes point at."""
    kept = [f'<data id="d{mark.id}" xml:space="preserve">{_text(text)}</data>' for text, mark in _atoms(parts)]
    return f"<originalData>{''.join(kept)}</originalData>" if kept else ""


def _atoms(parts: Sequence[Part]) -> Iterator[tuple[str, Mark]]:
    """Each atom's text and mark."""
    return ((part.text, part.mark) for part in parts if part.kind == "atom" and part.mark is not None)


def _new(parts: Sequence[Part]) -> str:
    """A text with its codes as XLIFF 2.1 writes them."""
    return "".join(map(_new_part, parts))


def _new_part(part: Part) -> str:
    mark = part.mark
    if mark is None:
        return _text(part.text)
    if part.kind == "open":
        return f'<pc id="{mark.id}" type="{"link" if mark.kind == "link" else "fmt"}">'
    if part.kind == "close":
        return "</pc>"
    shown = _quoted(part.text)
    return f'<ph id="{mark.id}" dataRef="d{mark.id}" equiv="{shown}" disp="{shown}"/>'


def _old(parts: Sequence[Part]) -> str:
    """A text with its codes as XLIFF 1.2 writes them."""
    return "".join(map(_old_part, parts))


def _old_part(part: Part) -> str:
    mark = part.mark
    if mark is None:
        return _text(part.text)
    if part.kind == "open":
        return f'<g id="{mark.id}" ctype="{"link" if mark.kind == "link" else "x-format"}">'
    if part.kind == "close":
        return "</g>"
    return f'<ph id="{mark.id}" equiv-text="{_quoted(part.text)}">{_text(part.text)}</ph>'


def _text(text: str) -> str:
    """A text as XML holds it."""
    return escape(xml_text(text), quote=False)


def _quoted(text: str) -> str:
    """A text as an attribute holds it."""
    return escape(xml_text(text))
