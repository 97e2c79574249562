"""Message: plain English text for everything but in_language()."""

import copy
import json
import pickle
from collections.abc import Callable
from dataclasses import asdict, replace

import pytest

from translate.errors import InputError
from translate.issue import Issue
from translate.message import Message, joined, say

NEGATION = "The translation negates (“{word}”), the source does not."


def test_say_gives_the_english_sentence() -> None:
    assert say(NEGATION, word="não") == "The translation negates (“não”), the source does not."


def test_say_leaves_braces_of_the_text_alone() -> None:
    assert say(NEGATION, word="{word}") == "The translation negates (“{word}”), the source does not."


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, lambda message: pickle.loads(pickle.dumps(message))],
    ids=["copy", "deepcopy", "pickle"],
)
def test_message_comes_back_with_its_template(again: Callable[[Message], Message]) -> None:
    message = again(say("The output was in {found}, not in {wanted}.", found=say("another script"), wanted="ar"))
    assert message == "The output was in another script, not in ar."
    assert (message.template, message.fields["found"]) == (
        "The output was in {found}, not in {wanted}.",
        "another script",
    )
    assert isinstance(message.fields["found"], Message)


def test_message_stays_one_in_a_replaced_issue_and_its_fields() -> None:
    issue = replace(Issue("negation", None, None, say(NEGATION, word="não")), segment=3)
    assert isinstance(issue.message, Message)
    assert isinstance(asdict(issue)["message"], Message)


def test_message_is_json_text() -> None:
    assert json.loads(json.dumps(say(NEGATION, word="não"), ensure_ascii=False)) == say(NEGATION, word="não")


def test_joined_has_its_parts_one_after_the_other() -> None:
    assert joined([say("Left as it is."), "Firefox {tiny}"], "; ") == "Left as it is.; Firefox {tiny}"


def test_joined_of_nothing_is_empty() -> None:
    assert joined([]) == ""


def test_an_errors_message_is_what_it_was_raised_with() -> None:
    error = InputError(say("1 hidden slide was left out."))
    assert (str(error), isinstance(error.message, Message)) == ("1 hidden slide was left out.", True)


def test_an_errors_message_may_be_plain_text() -> None:
    assert InputError("too long").message == "too long"
