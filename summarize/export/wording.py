"""Words around a briefing, in English and Portuguese: headings, the coverage sentence, names of languages."""

import json
from functools import lru_cache
from importlib.resources import files

from summarize.briefing import Briefing
from translate.hypothesis import NOT_TRANSLATED
from translate.languages.table import LANGUAGES, name_of
from translate.languages.wording import in_language, written
from translate.tag import primary
from translate.translation import Translation


def wording(language: str) -> dict[str, str]:
    """The words by key, in the given language where we have them, else in English.

    Args:
        language: BCP 47 code of the reader's language.
    """
    known = _texts()
    return known.get(primary(language), known["en"])


def reader_language(briefing: Briefing) -> str:
    """BCP 47 code of the language that a briefing's own words are in: the target's, else English."""
    code = primary(briefing.target)
    return code if code in _texts() else "en"


def language_name(code: str, reader: str) -> str:
    """A language's name in the reader's language; the code itself where there is no name.

    Args:
        code: BCP 47 code; "und" is named as well.
        reader: BCP 47 code of the reader's language.
    """
    return in_language(name_of(code), reader)


def kind_name(kind: str, reader: str) -> str:
    """A check's name for people.

    Args:
        kind: Issue.kind.
        reader: BCP 47 code of the reader's language.
    """
    return wording(reader).get(f"kind_{kind}", kind.replace("_", " "))


def direction(code: str) -> str:
    """Writing direction for the `dir` attribute: "ltr", "rtl", or "auto" where the language is not known."""
    return LANGUAGES[code].direction if code in LANGUAGES else "auto"


def coverage_sentence(briefing: Briefing, reader: str | None = None) -> str:
    """How much of the text is translated, as one sentence that accounts for every segment.

    Args:
        briefing: Any.
        reader: BCP 47 code of the language for the sentence; `reader_language` if None.

    Returns:
        Such as "211 of 212 sentences translated, 1 left in English."
    """
    reader = reader_language(briefing) if reader is None else reader
    words = wording(reader)
    names = [language_name(code, reader) for code in (briefing.document.language, briefing.target)]
    if not briefing.document.segments:
        return f"{words['no_sentences']}."
    if briefing.translation is None:
        return words["no_translation"].format(source=names[0], target=names[1]) + "."
    return _coverage(briefing.translation, words, names[1], reader) + "."


def _coverage(translation: Translation, words: dict[str, str], target: str, reader: str) -> str:
    """The sentence without its full stop."""
    counts, total = translation.coverage, len(translation.hypotheses)
    done = sum(count for origin, count in counts.items() if origin not in NOT_TRANSLATED)
    if done == total:
        return words["translated_one"] if total == 1 else words["translated_all"].format(total=grouped(total, reader))
    parts = [words["translated_of"].format(done=grouped(done, reader), total=grouped(total, reader))]
    if counts.get("copied"):
        parts.append(words["kept"].format(count=grouped(counts["copied"], reader), language=target))
    for code, count in _left_by_language(translation).items():
        parts.append(words["left"].format(count=grouped(count, reader), language=language_name(code, reader)))
    if counts.get("pending"):
        parts.append(words["pending"].format(count=grouped(counts["pending"], reader)))
    return ", ".join(parts)


def grouped(number: int, reader: str) -> str:
    """A whole number as the reader's language writes it: "12,345", in Portuguese "12 345" with narrow spaces."""
    return written(number, ",", reader)


def _left_by_language(translation: Translation) -> dict[str, int]:
    """Number of untranslated segments by their language, in the order of the text."""
    found: dict[str, int] = {}
    for code, hypothesis in zip(translation.source.languages, translation.hypotheses, strict=True):
        if hypothesis.origin == "untranslated":
            found[code] = found.get(code, 0) + 1
    return found


@lru_cache(maxsize=1)
def _texts() -> dict[str, dict[str, str]]:
    """texts.json, read when it is first needed."""
    found: dict[str, dict[str, str]] = json.loads((files("summarize.export") / "texts.json").read_text("utf-8"))
    return found
