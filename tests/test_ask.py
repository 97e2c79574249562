"""ask(): passages that answer, their citations and translations, and that the text does not say."""

import pytest

from summarize.answers import Answer, ask
from summarize.answers.ranking import Asked
from summarize.answers.texts import Texts
from tests.fakes import FakeEngine, cipher
from translate.document import Document
from translate.errors import InputError
from translate.pipeline.run import translate
from translate.reading.reader import read

ACT = """# Act on harbours

## Article 1: Reports

The harbour master shall report to the Ministry by 1 March of each year. It names every ship that was turned away.

## Article 2: Fees

Ships of more than 300 tonnes pay a fee of 450 euros for each night at the quay. Fishing boats pay nothing.

## Article 3: Lights

The lights at the mole burn from dusk until dawn. Their keeper lives in the old customs house.

## Article 4: Meanings

“Quay” means any wall at which a ship can be moored.

## Article 5: Appeals

Whoever was turned away may appeal to the Harbour Court within ten days. The court hears both sides in public.
"""


@pytest.fixture(scope="module")
def act() -> Document:
    return read(ACT.encode(), name="act.md", language="en")


def first(document: Document, question: str) -> str:
    return ask(document, question, "en").passages[0].text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("By when must the harbour master report to the Ministry?", "by 1 March"),
        ("How much do ships of more than 300 tonnes pay?", "450 euros"),
        ("What does quay mean?", "means any wall"),
        ("Who may appeal to the Harbour Court?", "Whoever was turned away may appeal"),
        ("the lights at the mole", "burn from dusk until dawn"),
    ],
    ids=["when", "amount", "definition", "who", "words alone"],
)
def test_ask_finds_the_sentence_that_answers(act: Document, question: str, words: str) -> None:
    assert words in first(act, question)


@pytest.mark.parametrize(
    "question",
    ["Who won the football match on Sunday?", "How do vaccines against measles work?"],
    ids=["sport", "medicine"],
)
def test_ask_says_that_the_text_does_not_say(act: Document, question: str) -> None:
    answer = ask(act, question, "en")
    assert (answer.says, answer.passages, len(answer.nearest)) == (False, (), 3)


def test_passages_are_the_texts_own_sentences(act: Document) -> None:
    passages = ask(act, "What must the harbour master report to the Ministry?", "en").passages
    assert [p.sentences for p in passages] == [tuple(act.texts[s] for s in p.segments) for p in passages]


def test_a_passage_has_its_heading(act: Document) -> None:
    passage = ask(act, "How much do ships of more than 300 tonnes pay?", "en").passages[0]
    assert passage.heading == "Article 2: Fees"


def test_a_passage_says_why_it_was_chosen(act: Document) -> None:
    reasons = ask(act, "By when must the harbour master report to the Ministry?", "en").passages[0].reasons
    assert "It names a date or a period." in reasons


def test_a_passage_says_no_more_than_one_reason_and_none_that_tells_nothing(act: Document) -> None:
    reasons = [p.reasons for p in ask(act, "Who may appeal to the Harbour Court?", "en").passages]
    assert set(reasons) <= {(), ("Its meaning is near the question's.",)}


def test_a_short_sentence_is_shown_with_what_follows_in_its_paragraph(act: Document) -> None:
    passage = ask(act, "By when must the harbour master report to the Ministry?", "en").passages[0]
    assert passage.sentences[1:] == ("It names every ship that was turned away.",)


def test_a_passage_stops_before_a_long_sentence_and_with_its_paragraph() -> None:
    long = f"The boat {'and the crew ' * 30}came."
    text = read(f"The ferry leaves at nine on weekdays. {long}\n\nA cat sleeps at home.", language="en")
    passage = ask(text, "When does the ferry leave on weekdays?", "en").passages[0]
    assert passage.sentences == ("The ferry leaves at nine on weekdays.",)


def test_at_most_five_passages(act: Document) -> None:
    assert 1 <= len(ask(act, "ship harbour quay report fee court light", "en").passages) <= 5


def test_the_same_sentence_answers_once() -> None:
    text = read("\n\n".join(["The ferry leaves at nine on weekdays.", "Nothing else is here.", "A cat sleeps."] * 6))
    passages = ask(text, "When does the ferry leave on weekdays?", "en").passages
    assert [p.text for p in passages].count("The ferry leaves at nine on weekdays.") == 1


def test_asking_again_gives_the_same(act: Document) -> None:
    question = "Who may appeal to the Harbour Court?"
    assert ask(act, question, "en") == ask(act, question, "en")


def test_passages_come_translated_sentence_by_sentence(act: Document) -> None:
    answer = ask(act, "How much do ships of more than 300 tonnes pay?", "pt", engines={"fake": FakeEngine()})
    passage = answer.passages[0]
    assert passage.translations == tuple(map(cipher, passage.sentences))


def test_without_a_route_passages_stay_as_they_are_and_it_says_so(act: Document) -> None:
    answer = ask(act, "How much do ships of more than 300 tonnes pay?", "de", engines={})
    assert (answer.passages[0].translations, answer.issues[-1].kind) == ((), "no-route")


def test_a_translation_is_searched_on_both_sides(act: Document) -> None:
    translation = translate(act, "pt", engines={"fake": FakeEngine()})
    units = Texts([translation]).ranking(Asked({"pt": cipher("customs house")})).units
    found = Texts([translation]).ranking(Asked({})).scores(Asked({"pt": cipher("customs house")}))
    assert "customs house" in units[int(found.own.argmax())].text


def test_of_several_documents_each_passage_names_its_own(act: Document) -> None:
    other = read(
        "Bees may be kept in the garden. A hive needs a permit of the council.", name="bees.txt", language="en"
    )
    passage = ask([act, other], "Who gives a permit for a hive?", "en").passages[0]
    assert (passage.document, passage.name) == (1, "bees.txt")


@pytest.mark.parametrize("question", ["", " ?! ", "why " * 300], ids=["empty", "no word", "too long"])
def test_a_question_that_cannot_be_asked_is_refused(act: Document, question: str) -> None:
    with pytest.raises(InputError, match="The question"):
        ask(act, question, "en")


def test_a_text_without_sentences_does_not_say() -> None:
    empty = Document("", "en", (), ())
    assert ask(empty, "Who pays?", "en").says is False


def test_a_portuguese_text_is_asked_in_english() -> None:
    text = read(
        "O operador deve comunicar cada acidente à Autoridade no prazo de 24 horas.\n\nOs peixes dormem de noite.\n\n"
        "As taxas são fixadas por portaria.",
        language="pt",
    )
    assert (
        "24 horas"
        in ask(text, "How soon must the operator report an accident to the Authority?", "en").passages[0].text
    )


def test_a_translations_own_sentences_are_shown_and_not_made_again(act: Document) -> None:
    translation = translate(act, "pt", engines={"fake": FakeEngine()})
    passage = ask(translation, "How much do ships of more than 300 tonnes pay?", "pt", engines={}).passages[0]
    own = tuple(translation.target.texts[segment] for segment in passage.segments)
    assert (passage.translations, passage.heading_translation) == (own, cipher("Article 2: Fees"))


class Parrot:
    """A writer that says what a test wants."""

    name = "parrot"
    max_words = 600

    def __init__(self, text: str) -> None:
        self._text = text

    def write(self, text: str) -> str:
        return self._text


def asked_with(act: Document, text: str) -> Answer:
    return ask(act, "How much do ships of more than 300 tonnes pay?", "en", writer=Parrot(text))


def test_a_written_sentence_that_a_passage_holds_stays_and_cites_it(act: Document) -> None:
    answer = asked_with(act, "Ships of more than 300 tonnes pay a fee of 450 euros [1].")
    assert [(p.text, p.citations[0].segment) for p in answer.written] == [
        ("Ships of more than 300 tonnes pay a fee of 450 euros.", 0)
    ]


def test_a_written_number_that_no_passage_has_is_left_out_and_said(act: Document) -> None:
    answer = asked_with(act, "Ships of more than 300 tonnes pay a fee of 900 euros.")
    assert (answer.written, answer.issues[-1].kind) == ((), "written")


def test_a_transcripts_speakers_stand_above_their_sentences() -> None:
    turns = [("Anna Brook", "We meet today on the ferry. It was late."), ("Carl Dunn", "The engine broke. We waited.")]
    document = read("\n\n".join(f"{name}: {text}" for name, text in turns * 3), language="en")
    units = Texts([document]).ranking(Asked({})).units
    assert [unit.speaker for unit in units[:4]] == ["Anna Brook", "Anna Brook", "Carl Dunn", "Carl Dunn"]
