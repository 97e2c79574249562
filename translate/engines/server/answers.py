"""read_answer(): the one translation that a model's answer holds, or why it holds none."""

import re
from typing import NamedTuple
from unicodedata import category

from translate.checks.copied import copied_share
from translate.checks.length import length_deviation, letters
from translate.checks.pair import Pair
from translate.engines.checkpoints.other_language import other_language, scripts_of
from translate.engines.server.client import Answer, parsed
from translate.engines.server.prompts import prompts
from translate.hypothesis import Hypothesis, Repair
from translate.languages.scripts import letters_by_script
from translate.languages.table import name_of
from translate.message import Message, say
from translate.tag import primary

_TWICE = 3.5
"""Deviations from a pair's usual length, about twice of it; the check of length, which only warns, has 4.5."""
_QUOTES = ("“”", '""', "«»", "„“", "‘’", "''", "「」", "``")
_FENCE = re.compile(r"\A```[^\n]*\n(.*?)\n?```\Z", re.DOTALL)
_BOLD = re.compile(r"\A\*\*(.+)\*\*\Z", re.DOTALL)
_COPIED = 0.95
_ECHO = 0.3
"""Least letters beside a repeated source, as a share of its own, that may be its translation."""
_LABEL_LETTERS = 60
_FOREIGN = 0.2
_UNREAL = frozenset(("Cn", "Co", "Cc", "Cs"))
"""Categories of no character, of private ones, of controls and of halves of characters."""


class Question(NamedTuple):
    """What was asked: a sentence and the codes of its language and the one wanted."""

    text: str
    source: str
    target: str


def read_answer(answer: Answer, asked: Question, engine: str) -> Hypothesis:
    """The translation in an answer, as a hypothesis; an empty one, with the reason, where there is none.

    What a model says around a translation is left out, and recorded. What is in another language, the source's own
    words, about twice as long as it should be or more than one text is no translation.

    Args:
        answer: What the model wrote.
        asked: What it was asked.
        engine: Name of the engine.
    """
    given = parsed(answer, "translation")
    if answer.cut:
        return _refused(say("The model reached its longest answer."), engine)
    if not isinstance(given, str) and answer.text.lstrip().startswith("{"):
        return _refused(say("The model's answer was not in the form that was asked for."), engine)
    whole = (given if isinstance(given, str) else answer.text).strip()
    text = " ".join(_alone(whole, asked.text).split())
    reason = _reason(text, asked)
    if reason:
        return _refused(reason, engine)
    if text == " ".join(whole.split()):
        return Hypothesis(text, origin=engine)
    record = Repair(say("The model wrote more than the translation."), say("What stood around it was left out."))
    return Hypothesis(text, origin=engine, repairs=(record,))


def _refused(reason: Message, engine: str) -> Hypothesis:
    """Nothing, and why."""
    return Hypothesis("", origin=engine, repairs=(Repair(reason, say("That answer was left out.")),))


def _reason(text: str, asked: Question) -> Message | None:
    """Why a text is no translation; None where nothing speaks against it."""
    if not any(character.isalnum() for character in text):
        return say("The model's answer was empty.")
    if "\0" in text:
        return say("The model gave more than one text.")
    if text != asked.text and copied_share(asked.text, text) >= _COPIED:
        return say("The model's answer held the source's own words.")
    if any(category(character) in _UNREAL for character in set(text) - set(asked.text)):
        return say("The model's answer held characters that no text has.")
    found = other_language(asked.text, text, asked.target) or ("und" if _is_foreign(text, asked) else None)
    if found is not None:
        own = say("another script") if found == "und" else name_of(found)
        return say("The output was in {found}, not in {wanted}.", found=own, wanted=name_of(asked.target))
    if length_deviation(Pair(0, asked.text, text, primary(asked.source), primary(asked.target))) > _TWICE:
        return say("The model's answer was about twice as long as it should be.")
    return None


def _is_foreign(text: str, asked: Question) -> bool:
    """Whether many letters are of no script that the target is written in, nor the source's own; Latin ones may be.

    Every language writes some names and short forms in Latin letters, whatever the source has for them.
    """
    added = letters_by_script("".join(character for character in text if character not in asked.text))
    own = sum(added[name] for name in {*scripts_of(asked.target), "Latn"})
    return added.total() - own > max(1, _FOREIGN * letters_by_script(text).total())  # one may be a unit's: μg


def _alone(answer: str, source: str) -> str:
    """An answer without what surrounds the translation; NUL stands between two texts that could both be one."""
    text = answer.replace("\0", "").strip()
    if found := _FENCE.match(text):
        text = found[1].strip()
    if source in text:  # repeated beside its translation
        rest = text.replace(source, "", 1).strip(' \n\t→=>:-–—"“”*')
        text = rest if letters(rest) > _ECHO * letters(source) else text
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and lines[0].endswith((":", "：")) and not source.rstrip().endswith((":", "：")):
        lines = lines[1:]
    notes = [number for number, line in enumerate(lines) if number and _is_note(line)]
    lines = lines[: notes[0]] if notes else lines
    text = "\0".join(lines)
    if (found := _BOLD.match(text)) and not source.startswith("**"):
        text = found[1]
    text = _without_label(text, source)
    if len(text) > 2 and text[0] + text[-1] in _QUOTES and source[:1] not in {pair[0] for pair in _QUOTES}:
        text = text[1:-1].strip()
    return text


def _without_label(text: str, source: str) -> str:
    """A text without "Translation:" in front, or the like, where the source has no such label."""
    label, colon, rest = text.partition(":")
    if not colon:
        label, colon, rest = text.partition("：")
    if not rest.strip("\0 ") or ":" in source[:_LABEL_LETTERS] or len(label) > _LABEL_LETTERS:
        return text
    named = any(known in label.casefold() for known in prompts()["labels"])
    return rest.strip("\0 *") if named else text


def _is_note(line: str) -> bool:
    """Whether a line speaks about the translation."""
    start = line.lstrip("(*_[（# ").casefold()
    return any(start.startswith(word) and not start[len(word) : len(word) + 1].isalpha() for word in prompts()["notes"])
