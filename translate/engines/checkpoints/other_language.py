"""Output in another language than was asked for: what models of many languages do with short or odd texts."""

from dataclasses import replace

from translate.hypothesis import Hypothesis, Repair
from translate.languages.detection import detect
from translate.languages.scripts import letters_by_script
from translate.languages.table import LANGUAGES, name_of
from translate.message import say

_LEAST_LETTERS = 8  # shorter output is often a name, which any language may keep as it is
_LEAST_LETTERS_SAME_SCRIPT = 30
_SHARE = 0.7
_SURE = 0.9
_SCRIPTS = {"Hans": ("Hani",), "Hant": ("Hani",), "Jpan": ("Hani", "Kana"), "Kore": ("Kore", "Hani")}


def without_other_language(text: str, hypothesis: Hypothesis, target: str) -> Hypothesis:
    """The hypothesis, emptied and with the reason where it is not in the target language.

    Args:
        text: What was translated.
        hypothesis: What came of it.
        target: BCP 47 code that was asked for.
    """
    found = other_language(text, hypothesis.text, target)
    if found is None:
        return hypothesis
    own = say("another script") if found == "und" else name_of(found)
    reason = say("The output was in {found}, not in {wanted}.", found=own, wanted=name_of(target))
    repair = Repair(reason, say("That part was left out."))
    return replace(hypothesis, text="", alignment=(), repairs=(*hypothesis.repairs, repair))


def other_language(text: str, output: str, target: str) -> str | None:
    """The language that an output is in, where it is clearly not the one that was asked for.

    Args:
        text: What was translated; an output that only repeats it is left to the check for copies.
        output: What came of it.
        target: BCP 47 code that was asked for.

    Returns:
        A BCP 47 code, "und" where only the script is wrong, or None where nothing is.

    >>> other_language("A law.", "Парламент вчера принял новый закон о водных ресурсах.", "ar")
    'ru'
    """
    letters = letters_by_script(output)
    if letters.total() < _LEAST_LETTERS or output.strip() == text.strip():
        return None
    own = sum(letters[name] for name in scripts_of(target))
    if own < (1 - _SHARE) * letters.total():
        found = detect(output)
        return found.language if found.confidence >= _SURE else "und"
    if letters.total() < _LEAST_LETTERS_SAME_SCRIPT:
        return None
    found = detect(output, prior=target)
    return found.language if found.language not in (target, "und") and found.confidence >= _SURE else None


def scripts_of(target: str) -> tuple[str, ...]:
    """The scripts that a language's letters come under in letters_by_script()."""
    script = LANGUAGES[target].script
    return _SCRIPTS.get(script, (script,))
