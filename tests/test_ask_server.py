"""An answer that a model server writes of the passages, held to them sentence by sentence."""

import json
from collections.abc import Iterator

import pytest

from summarize.answers import Answer, ask
from summarize.server_writer import ServerWriter
from tests.chat_server import ChatServer, Raw, serving
from translate.engines.settings import EngineSettings
from translate.reading.reader import read

FEE = "The fee for each boat is 500 euro a year."
QUESTION = "How much is the fee for each boat?"
TEXT = f"# Fees\n\n{FEE}\n\n# Lights\n\nThe lights burn all night."


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with serving(ChatServer()) as running:
        yield running


def answered(server: ChatServer, *sentences: str) -> Answer:
    server.say = lambda question: json.dumps({"sentences": sentences})
    document = read(TEXT.encode(), name="act.md", language="en")
    return ask(document, QUESTION, "en", writer=ServerWriter(EngineSettings(server=server.url)))


def test_the_server_gets_the_question_and_the_numbered_passages(server: ChatServer) -> None:
    answered(server)
    told = server.asked[0]["messages"][1]["content"]
    assert (QUESTION in told, f"[1] {FEE}" in told) == (True, True)


def test_a_sentence_that_a_passage_holds_is_the_answer(server: ChatServer) -> None:
    answer = answered(server, "The fee for each boat is 500 euro. [1]")
    assert [(p.text, p.citations[0].segment) for p in answer.written] == [("The fee for each boat is 500 euro.", 0)]


def test_a_number_that_no_passage_has_is_left_out(server: ChatServer) -> None:
    assert answered(server, "The fee for each boat is 700 euro.").written == ()


def test_passages_answer_where_the_server_does_not(server: ChatServer) -> None:
    writer = ServerWriter(EngineSettings(server=server.url))
    server.say = lambda question: Raw(400, b'{"error": "no"}')
    answer = ask(read(TEXT.encode(), name="act.md", language="en"), QUESTION, "en", writer=writer)
    assert (answer.passages[0].text, answer.written, answer.issues[-1].kind) == (FEE, (), "written")
