"""XLIFF 2.0: a translation for the editor of any translation tool, with what to check as notes."""

from html import escape

from translate.languages.wording import in_language
from translate.resources.tmx import xml_text
from translate.translation import Translation

_STATES = {"memory": "reviewed", "pending": "initial", "untranslated": "initial"}


def write_xliff(translation: Translation) -> str:
    """An XLIFF 2.0 document with a unit a segment; segments to check carry their issues as notes.

    Args:
        translation: Whole or partial. Segments that are pending or left untranslated have no target and the state
            "initial".

    Returns:
        XML, to be encoded as UTF-8.
    """
    notes: dict[int | None, list[str]] = {}
    for issue in translation.issues:
        notes.setdefault(issue.segment, []).append(in_language(issue.message, translation.target.language))
    units = []
    for number, (text, hypothesis) in enumerate(zip(translation.source.texts, translation.hypotheses, strict=True)):
        state = _STATES.get(hypothesis.origin, "translated")
        target = "" if state == "initial" else f'<target xml:space="preserve">{_text(hypothesis.text)}</target>'
        said = "".join(f"<note>{_text(message)}</note>" for message in notes.get(number, []))
        units.append(
            f'    <unit id="{number + 1}">{f"<notes>{said}</notes>" if said else ""}'
            f'<segment state="{state}"><source xml:space="preserve">{_text(text)}</source>{target}</segment></unit>\n'
        )
    source, target_language = escape(translation.source.language), escape(translation.target.language)
    namespace = "urn:oasis:names:tc:xliff:document:2.0"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff xmlns="{namespace}" version="2.0" srcLang="{source}" trgLang="{target_language}">\n'
        f'  <file id="1">\n{"".join(units)}  </file>\n</xliff>\n'
    )


def _text(text: str) -> str:
    """A text as XML holds it."""
    return escape(xml_text(text), quote=False)
