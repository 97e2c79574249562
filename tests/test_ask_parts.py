"""The parts of asking: questions, short forms, kinds, suggestions."""

import pytest

from summarize.answers.expansion import expanded, short_forms
from summarize.answers.kinds import held, lacks_asked, lacks_number
from summarize.answers.question import KINDS, Kind, sought, terms, understood
from summarize.answers.suggestions import suggested
from translate.reading.reader import read
from translate.text.lexicon import rows

LANGUAGES = ["en", "pt", "fr", "es", "de", "it", "ru", "zh", "ar"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_the_house_has_cues_of_every_kind(language: str) -> None:
    assert {kind for code, kind in rows("questions") if code == language} >= {"asking", "permits", "defines", *KINDS}


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("Who signs the permit?", "en", ("who",)),
        ("Which speakers want cheaper rice?", "en", ("who",)),
        ("Que delegações pedem arroz mais barato?", "pt", ("who",)),
        ("What did she think when talking about ferries?", "en", ()),
        ("Até quando deve o operador responder?", "pt", ("when", "must")),
        ("Combien coûte le permis ?", "fr", ("money",)),
        ("How much do ports pay?", "en", ("money",)),
        ("Who pays?", "en", ("who",)),
        ("How many pilots are paid?", "en", ("count",)),
        ("By how many per cent do fees rise?", "en", ("share",)),
        ("What share of the fines goes to pilots?", "en", ("share",)),
        ("Que percentagem das multas recebem os pilotos?", "pt", ("share",)),
        ("How many years does a pilot wait to be paid?", "en", ("period",)),
        ("At what age may a pilot retire?", "en", ("period", "may")),
        ("How much rice is grown?", "en", ("amount",)),
        ("¿Quién puede recurrir?", "es", ("who", "may")),
        ("Bis wann muss der Betreiber antworten?", "de", ("when", "must")),
        ("Entro quando deve rispondere il gestore?", "it", ("when", "must")),
        ("Когда должен ответить оператор?", "ru", ("when", "must")),
        ("谁必须提交报告？", "zh", ("who", "must")),
        ("متى يجب تقديم التقرير؟", "ar", ("when", "must")),
    ],
)  # fmt: skip
def test_understood_knows_what_is_asked_for(text: str, language: str, kinds: tuple[Kind, ...]) -> None:
    assert understood(text, [language]).kinds == kinds


def test_understood_tells_the_language_of_the_question() -> None:
    assert understood("Quem deve apresentar o relatório ao ministério?", ["en", "pt"]).language == "pt"


def test_sought_leaves_out_the_words_of_asking() -> None:
    assert sought("What did the Council say about sailing?", "en") == ("council", "sail")


def test_sought_keeps_a_question_of_nothing_else() -> None:
    assert sought("What about it?", "en") == ("what", "about", "it")


def test_short_forms_are_learned_in_both_orders() -> None:
    texts = ["The World Health Organization (WHO) met.", "The IMF (International Monetary Fund) lent."]
    assert short_forms(texts) == {"WHO": "World Health Organization", "IMF": "International Monetary Fund"}


@pytest.mark.parametrize("text", ["It rained (OK) all day.", "The sum (EUR) is due."])
def test_a_bracket_that_abbreviates_nothing_is_no_short_form(text: str) -> None:
    assert short_forms([text]) == {}


def test_expanded_leaves_a_question_with_both_forms_alone() -> None:
    question = "What is the WHO, the World Health Organization?"
    assert expanded(question, {"WHO": "World Health Organization"}) == question


@pytest.mark.parametrize(
    ("kind", "yes", "no"),
    [
        ("when", "It must be paid by 1 May 2027.", "It must be paid."),
        ("amount", "The fee is 450 euros.", "The fee is high."),
        ("money", "The fee is 450 crowns.", "The fee is 5 percent."),
        ("money", "It cost 3.2 million.", "It cost a lot of euros."),
        ("count", "They lost 49 boats.", "They lost 7 percent."),
        ("count", "Seventeen boats sank.", "Boats sank in 2019–20."),
        ("count", "Of one fleet [9] 2 boats sank.", "One boat [9] of the fleet sank."),
        ("count", "12 In 2019 12 boats sank.", "12 In 2019 boats sank."),
        ("count", "Under Article 7 two boats sank.", "Under Articles 7 and 9 of Law 11.127 boats sank."),
        ("count", "The fleet lost 9 boats.", "On 9 May the fleet lost boats for 3 years."),
        ("count", "It paid 12 pilots.", "It paid pilots $2,000,000 under section 7623(a)."),
        ("share", "They get 15 to 30 percent.", "They get $3 million."),
        ("share", "A third of the boats sank.", "The third boat sank."),
        ("share", "It was 49 of the 152 boats.", "It was 49 boats."),
        ("period", "It takes fifteen months.", "It took place in 2019, under section 15."),
        ("must", "The Commission shall publish a report.", "The Commission met."),
        ("definition", "“Quay” means any wall.", "The quay is long."),
        ("may", "Whoever was refused may appeal.", "Nobody appealed."),
    ],
)  # fmt: skip
def test_held_knows_a_sentence_of_the_kind(kind: Kind, yes: str, no: str) -> None:
    assert (held(yes, "en", (kind,)), held(no, "en", (kind,))) == ((kind,), ())


@pytest.mark.parametrize(
    ("text", "kinds", "lacks"),
    [
        ("The system is costly.", ("amount",), True),
        ("The system costs 40 crowns.", ("amount",), False),
        ("The permit lasts for three months.", ("when",), False),
        ("The system is costly.", ("who",), False),
    ],
    ids=["none", "digits", "words", "not asked"],
)
def test_lacks_number_where_it_is_asked_how_much_or_when(text: str, kinds: tuple[Kind, ...], lacks: bool) -> None:
    assert lacks_number(text, "en", kinds) is lacks


@pytest.mark.parametrize(
    ("text", "above", "kind", "lacks"),
    [
        ("Seventy percent of 900 schools are poor.", "", "money", True),
        ("Pilots | 25.1", "Kind | Cost (euro)", "money", False),
        ("About 7 percent closed.", "", "count", True),
        ("About 700 closed.", "", "count", False),
        ("It is so.", "", "amount", False),
    ],
    ids=["a share for money", "a column in a currency", "a share for a count", "a count", "asked for neither"],
)
def test_lacks_asked_where_the_number_is_of_another_thing(text: str, above: str, kind: Kind, lacks: bool) -> None:
    assert lacks_asked(text, above, "en", (kind,)) is lacks


@pytest.mark.parametrize(
    ("text", "kind"), [("费用为5000元。", "money"), ("共有5000人。", "count")], ids=["money", "count"]
)
def test_lacks_asked_finds_numbers_between_characters(text: str, kind: Kind) -> None:
    assert not lacks_asked(text, "", "zh", (kind,))


def test_terms_knows_a_country_by_its_letters() -> None:
    assert terms("US pressure", "en") == terms("American pressure", "en") != terms("us pressure", "en")


def test_suggested_asks_of_duties_deadlines_and_sections() -> None:
    text = (
        "# Act\n\nIt is short.\n\n## Duties of ports\n\nThe Commission shall publish a report by 1 May 2027.\n\n"
        "## Fees and fines\n\nNone."
    )
    document = read(text.encode(), name="act.md", language="en")
    assert [str(question) for question in suggested(document)] == [
        "What are the duties of “Commission”?",
        "What must be done, and by when?",
        "What does the text say about “Duties of ports”?",
        "What does the text say about “Fees and fines”?",
    ]


def test_suggested_names_who_has_duties_as_the_translation_does() -> None:
    document = read("The Commission shall publish a report by 1 May 2027.", language="en")
    translation = document.with_texts(["A Comissão deve publicar um relatório até 1 de maio de 2027."], ["pt"], "pt")
    assert suggested(document, translation)[0] == "What are the duties of “Comissão”?"


def test_suggested_names_nobody_in_the_wrong_language() -> None:
    document = read("The Commission shall publish a report by 1 May 2027.", language="en")
    translation = document.with_texts(["Um relatório sai até 1 de maio de 2027."], ["pt"], "pt")
    assert [str(question) for question in suggested(document, translation)] == ["What must be done, and by when?"]


def test_a_text_without_anything_suggests_nothing() -> None:
    assert suggested(read("Rain fell.", language="en")) == ()
