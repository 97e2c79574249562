"""Summaries by a model server: part by part along the extractive points, then the best of all, held to the text."""

import json
from collections.abc import Callable, Iterator

import pytest

from summarize.server_writer import ServerWriter
from summarize.summarization import summarize
from summarize.summary import Summary, point_in_target
from summarize.writer import Part
from tests.chat_server import ChatServer, Raw, completion, plain, serving
from translate.document import Document
from translate.engines.settings import EngineSettings
from translate.reading.reader import read
from translate.route import Route
from translate.text.embedding import WordEmbedder
from translate.translation import Translation

FEE = "The fee for each boat is 500 euro a year."
HALL = "The committee meets twice a year in the town hall."
REGISTER = "The Agency shall keep a register of all boats in the harbour."
SHORT = "Boats under twelve metres shall not pay the fee."
TAXA = "A taxa por cada barco é de 500 euros por ano."
SALA = "A comissão reúne-se duas vezes por ano na sala da câmara municipal."
REGISTO = "A Agência deve manter um registo de todos os barcos do porto."
CURTOS = "Os barcos com menos de doze metros não devem pagar a taxa."
TEXT = f"# Registers\n\n{REGISTER} {FEE}\n\n# Meetings\n\n{SHORT} {HALL}"


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with serving(ChatServer()) as running:
        yield running


def writer(server: ChatServer) -> ServerWriter:
    return ServerWriter(EngineSettings(server=server.url))


def document() -> Document:
    return read(TEXT.encode(), name="act.md", language="en")


def in_portuguese() -> Document:
    text = f"# Registos\n\n{REGISTO} {TAXA}\n\n# Reuniões\n\n{CURTOS} {SALA}"
    return read(text.encode(), name="act.md", language="pt")


def told(server: ChatServer) -> Summary:
    return summarize(
        document(),
        method="abstractive",
        writer=writer(server),
        embedder=WordEmbedder(),
        points=4,
        target=in_portuguese(),
    )


def summary(server: ChatServer, points: int = 4) -> Summary:
    return summarize(document(), method="abstractive", writer=writer(server), embedder=WordEmbedder(), points=points)


def listing(*sentences: str) -> str:
    return json.dumps({"sentences": sentences})


def by_part(*answers: tuple[str, str]) -> Callable[[str], str]:
    """An answer for the first of some words that the question has."""
    return lambda question: next((answer for word, answer in answers if word in question), listing())


def questions(server: ChatServer) -> list[str]:
    return [asked["messages"][1]["content"] for asked in server.asked]


def test_each_section_is_asked_for_by_itself(server: ChatServer) -> None:
    server.say = by_part(("register", listing(FEE)), ("hall", listing(HALL)))
    assert [point.text for point in summary(server).points] == [FEE, HALL]
    assert [(REGISTER in question, HALL in question) for question in questions(server)] == [
        (True, False),
        (False, True),
    ]


def test_a_section_is_asked_for_along_its_extractive_points(server: ChatServer) -> None:
    summary(server)
    outline, _, part = questions(server)[0].partition("The part:")
    assert (FEE in outline or REGISTER in outline, REGISTER in part) == (True, True)


def test_a_list_of_sentences_has_an_end(server: ChatServer) -> None:
    writer(server).write_from([Part(REGISTER, ())], "en", 4)
    form = server.asked[0]["response_format"]["json_schema"]["schema"]
    assert form["properties"]["sentences"]["maxItems"] == 3


def test_a_model_that_wrote_nothing_is_told_so(server: ChatServer) -> None:
    server.say = lambda question: listing()
    assert summary(server).issues[0].message.startswith("The model wrote no sentence in the language wanted. ")


def test_of_more_than_wanted_the_best_are_asked_for(server: ChatServer) -> None:
    server.say = by_part(("The sentences:", listing(HALL)), ("register", listing(FEE)), ("hall", listing(HALL)))
    assert [point.text for point in summary(server, points=1).points] == [HALL]


def test_where_no_best_come_the_first_stay(server: ChatServer) -> None:
    server.say = by_part(("The sentences:", listing()), ("register", listing(FEE)), ("hall", listing(HALL)))
    assert [point.text for point in summary(server, points=1).points] == [FEE]


def test_many_sentences_are_chosen_from_by_halves(server: ChatServer) -> None:
    server.say = lambda question: listing(question.splitlines()[-1])
    writing = writer(server)
    writing.max_words = 40  # type: ignore[misc]
    parts = [Part(f"The fee of harbour {number} is {number} euro for each boat and year.", ()) for number in range(8)]
    assert writing.write_from(parts, "en", 1) == ["The fee of harbour 7 is 7 euro for each boat and year."]


def test_what_the_text_does_not_say_is_dropped_and_told(server: ChatServer) -> None:
    server.say = by_part(("register", listing(FEE, "The fee is 700 euro for each boat.")), ("hall", listing(HALL)))
    found = summary(server)
    assert ([point.text for point in found.points], "700" in found.issues[0].message) == ([FEE, HALL], True)


def test_what_is_in_another_language_is_dropped(server: ChatServer) -> None:
    server.say = by_part(
        ("register", listing("A taxa por barco é de 500 euros por ano, diz o texto.")), ("hall", listing(HALL))
    )
    assert [point.text for point in summary(server).points] == [HALL]


def test_a_translated_text_is_told_in_the_readers_language(server: ChatServer) -> None:
    server.say = by_part(("register", listing(TAXA)), ("hall", listing(SALA)))
    assert [(point.told, point.text) for point in told(server).points] == [(TAXA, FEE), (SALA, HALL)]


def test_the_model_is_asked_to_write_in_the_readers_language(server: ChatServer) -> None:
    server.say = by_part(("register", listing(TAXA)), ("hall", listing(SALA)))
    told(server)
    asked = server.asked[0]["messages"][0]["content"]
    assert ("sentences in Portuguese" in asked, REGISTER in questions(server)[0]) == (True, True)


def test_what_the_translation_does_not_say_is_dropped(server: ChatServer) -> None:
    server.say = by_part(("register", listing(TAXA, "A taxa é de 700 euros por barco.")), ("hall", listing(SALA)))
    assert [point.told for point in told(server).points] == [TAXA, SALA]


def test_what_is_not_in_the_readers_language_is_dropped(server: ChatServer) -> None:
    server.say = by_part(("register", listing(REGISTER)), ("hall", listing(SALA)))
    assert [point.told for point in told(server).points] == [SALA]


def test_a_told_point_is_shown_as_the_model_wrote_it(server: ChatServer) -> None:
    server.say = by_part(("register", listing(TAXA)), ("hall", listing(SALA)))
    point = told(server).points[0]
    translation = Translation(document(), in_portuguese(), (), Route("en", "pt", ()), (), "")
    assert point_in_target(point, translation).text == TAXA


def test_the_signature_names_the_language_that_is_told(server: ChatServer) -> None:
    server.say = by_part(("register", listing(TAXA)), ("hall", listing(SALA)))
    assert "summary prompts 2 in pt" in told(server).signature


def test_a_server_without_forms_is_read_by_lines(server: ChatServer) -> None:
    server.forms = ()
    server.say = by_part(("register", f"Here are the sentences:\n1. {FEE}\n- {REGISTER}"), ("hall", f"* {HALL}"))
    assert [point.text for point in summary(server).points] == [FEE, REGISTER, HALL]


@pytest.mark.parametrize(
    "answer", ['{"points": ["x"]}', '{"sentences": "x"}', '{"sentences": [7]}', '{"sentences": ["Th', ""]
)
def test_an_answer_without_sentences_leaves_the_extractive_summary(server: ChatServer, answer: str) -> None:
    server.say = plain(answer)
    assert {point.text for point in summary(server).points} <= set(document().texts)


def test_a_server_that_dies_leaves_the_extractive_summary_and_the_reason(server: ChatServer) -> None:
    server.say = lambda question: Raw(500, b"gone") if "hall" in question else listing(FEE)
    found = summary(server)
    assert {point.text for point in found.points} <= set(document().texts)
    assert found.issues[0].message.startswith("The model gave no summary. The server")


def test_the_signature_names_model_and_prompts(server: ChatServer) -> None:
    server.say = by_part(("register", listing(FEE)), ("hall", listing(HALL)))
    assert "server tiny, temperature 0, seed 7, form, summary prompts 2" in summary(server).signature


def test_write_gives_one_text(server: ChatServer) -> None:
    server.say = lambda question: Raw(body=completion(listing(FEE, HALL)))
    assert writer(server).write(TEXT) == f"{FEE} {HALL}"
