"""Tables of facts: what stands in them, on what order, and single cases that went wrong."""

import pytest

from benchmarks.fact_tables import ACTS, counts
from summarize.facts import TABLES, Table, fact_tables
from summarize.facts.people import own_names
from summarize.facts.tables import rows_in
from summarize.facts.when import iso_date
from translate.reading.reader import read


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_right_and_whole_on_the_labelled_acts(table: Table) -> None:
    found, right, wanted, met = counts(table, ACTS)
    assert right >= 0.95 * found
    assert met >= 0.9 * wanted > 35


CASES = [
    pytest.param("en", "Aid falls by 9 to 11 per cent.", "numbers", ["9 to 11 per cent"], id="range"),
    pytest.param("pt", "São 41 m³ e 50 milhões de m³.", "numbers", ["41 m³", "50 milhões de m³"], id="cubic metres"),
    pytest.param("pt", "Coima de 2 500 € a 50 000 €.", "numbers", ["2 500 € a 50 000 €"], id="range with units"),
    pytest.param("en", "Engines below 130 kW emit 5 g/kWh.", "numbers", ["130 kW", "5 g/kWh"], id="power"),
    pytest.param("en", "Less than 5 grams per hectolitre.", "numbers", ["5 grams per hectolitre"], id="compound unit"),
    pytest.param("en", "Two-thirds of 40 000 places.", "numbers", ["Two-thirds", "40 000 places"], id="counts"),
    pytest.param("en", "See Article 1204 of Regulation 2019/881.", "numbers", [], id="references are no numbers"),
    pytest.param("en", "Papers are kept on board.", "people", [], id="on board is nobody"),
    pytest.param("en", "Carriers inform the masters.", "people", ["Carriers", "masters"], id="classes of people"),
    pytest.param("en", "Relations of Russia and Japan with the West.", "people", ["Russia", "Japan", "the West"],
                 id="countries"),
    pytest.param("en", "It was done at Brussels and in Japan.", "people", [], id="places are nobody"),
    pytest.param("en", "President Ana Lima spoke.", "people", ["President Ana Lima"], id="a person by title"),
    pytest.param("en", "The EIT shall report within 90 days.", "deadlines", ["within 90 days"], id="period"),
    pytest.param("en", "It ends no later than 12 months after its start.", "deadlines",
                 ["no later than 12 months after"], id="chain of limits"),
    pytest.param("en", "It meets at least once every two years.", "deadlines", ["at least once every two years"],
                 id="frequency"),
    pytest.param("en", "It is due on 1 September each year.", "deadlines", ["1 September each year"], id="yearly"),
    pytest.param("en", "Under Regulation (EU) 2019/881 of 17 April 2019 it shall act.", "deadlines", [],
                 id="an act's date"),
    pytest.param("pt", "A presente lei entra em vigor no dia 1 de janeiro de 2027.", "deadlines",
                 ["1 de janeiro de 2027"], id="an act's own date"),
    pytest.param("en", "It ends with one year's notice.", "deadlines", ["one year's notice"], id="notice"),
    pytest.param("en", "It shall apply up to the year 2031.", "deadlines", ["2031"], id="the year"),
    pytest.param("pt", "O direito decai em três anos.", "deadlines", ["em três anos"], id="pt em"),
    pytest.param("pt", "Vota-se no primeiro domingo de outubro.", "deadlines", ["no primeiro domingo de outubro"],
                 id="pt weekday of a month"),
    pytest.param("fr", "Le prix est payé au moins tous les 3 ans.", "deadlines", ["au moins tous les 3 ans"], id="fr"),
    pytest.param("es", "El plazo será de tres meses.", "deadlines", ["tres meses"], id="es term"),
    pytest.param("de", "Die Frist beträgt zwei Monate.", "deadlines", ["zwei Monate"], id="de term"),
    pytest.param("en", "Records are kept until their sale.", "deadlines", ["until their sale"], id="until an event"),
    pytest.param("en", "It shall inform them before granting a permit.", "deadlines", ["before granting a permit"],
                 id="before doing"),
    pytest.param("en", "Whoever stays for more than 90 days shall register.", "deadlines", [], id="a condition"),
    pytest.param("en", "Data must not be kept for more than 90 days.", "deadlines", ["for more than 90 days"],
                 id="a limit by what is forbidden"),
    pytest.param("pt", "Quem ficar por mais de 90 dias deve registar-se.", "deadlines", [], id="pt condition"),
    pytest.param("en", "The case is heard before the court.", "deadlines", [], id="before a court"),
    pytest.param("en", "Offences committed before its entry into force remain.", "deadlines", [], id="what is past"),
    pytest.param("en", "Persons aged 18 years vote.", "deadlines", [], id="an age"),
    pytest.param("en", "It shall be reviewed annually.", "deadlines", ["annually"], id="adverb of frequency"),
    pytest.param("pt", "Os municípios dispõem de mais 12 meses.", "deadlines", ["12 meses"], id="pt bare period"),
    pytest.param("pt", "A licença dura de seis a oito meses.", "deadlines", ["seis a oito meses"], id="pt range"),
    pytest.param("pt", "O titular é informado antes da reutilização.", "deadlines", ["antes da reutilização"],
                 id="pt before an event"),
    pytest.param("pt", "Relata o litígio de 2025 e o prazo.", "deadlines", [], id="a year that names"),
    pytest.param("it", "Entro 30 giorni il comune risponde.", "deadlines", ["Entro 30 giorni"], id="it"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "table", "expected"), CASES)
def test_rows_in(language: str, sentence: str, table: Table, expected: list[str]) -> None:
    assert [row.text for row in rows_in(sentence, language) if row.table == table] == expected


DUTIES = [
    pytest.param("en", "Such vessels may not fish.", [("vessels", "must_not")], id="nobody that a list knows"),
    pytest.param("en", "Any club acting as an observer shall notify it.", [("club acting as an observer", "must")],
                 id="the whole phrase"),
    pytest.param("en", "If the trip, as planned, ends, that vessel shall immediately report.", [("vessel", "must")],
                 id="insertion"),
    pytest.param("en", "The consignor must not sell to other carriers and must pay.", [("consignor", "must_not")],
                 id="second verb behind another's name"),
    pytest.param("en", "Such labels shall apply.", [], id="a thing does nothing"),
    pytest.param("en", "The notification shall give notice of it.", [], id="nor does what a verb became"),
    pytest.param("en", "The shares shall be divided among the towns by the Board.", [("Board", "must")],
                 id="done by whom, farther away"),
    pytest.param("en", "Board papers shall be public.", [], id="a name before a noun"),
    pytest.param("en", "For other States, this Convention shall apply.", [], id="a preposition farther away"),
    pytest.param("en", "The carrier is liable for the damage.", [("carrier", "must")], id="liable"),
    pytest.param("pt", "Compete às Assembleias Estaduais dispor sobre isso.", [("Assembleias Estaduais", "must")],
                 id="pt behind compete"),
    pytest.param("pt", "Antes da venda, o juiz, quando puder, ordenará a troca.", [("juiz", "must")],
                 id="pt insertion"),
    pytest.param("pt", "É facultado ao condenado cumprir a pena.", [("condenado", "may")], id="pt allowed to whom"),
    pytest.param("pt", "Aos Deputados aplica-se o disposto.", [], id="pt passive with se"),
    pytest.param("en", "The assessor shall weigh it.", [("assessor", "must")], id="somebody by form"),
    pytest.param("en", "The approval authorities of States shall act.",
                 [("approval authorities of States", "must")], id="adjectives and complement"),
    pytest.param("en", "A party which has not paid shall not be entitled to vote.", [("party", "must_not")],
                 id="not entitled"),
    pytest.param("en", "The use of nets is prohibited.", [("", "must_not")], id="forbidden to everybody"),
    pytest.param("pt", "O requerente não é obrigado a vir.", [], id="pt not obliged"),
    pytest.param("pt", "O serviço não dispõe de competência.", [("serviço", "must_not")], id="pt has no power"),
    pytest.param("pt", "Deve o requerente juntar a prova.", [("requerente", "must")], id="pt subject behind"),
    pytest.param("pt", "É obrigatório o gozo, por parte da mãe, da licença.", [("mãe", "must")], id="pt compulsory"),
    pytest.param("pt", "Quem sofra um dano tem direito a reparação.", [("Quem sofra um dano", "may")], id="pt who"),
    pytest.param("es", "Lo leerá el Notario en voz alta.", [("Notario", "must")], id="es subject behind"),
    pytest.param("en", "Carriers are to report.", [("Carriers", "must")], id="are to"),
    pytest.param("en", "The Agency may ask.", [("Agency", "may")], id="right"),
    pytest.param("en", "The State shall always have the right to act.", [("State", "may")], id="right with shall"),
    pytest.param("en", "No Party may leave.", [("Party", "must_not")], id="nobody may"),
    pytest.param("en", "Disputes between the parties which may arise shall be settled.", [], id="possibility"),
    pytest.param("en", "The Council Decision of 29 May 2000 is noted.", [], id="the month"),
    pytest.param("en", "It shall act with the Agency.", [], id="pronoun"),
    pytest.param("fr", "Le maire ou son adjoint peut agir.", [("maire ou son adjoint", "may")], id="both of two"),
    pytest.param("fr", "Les frais seront payés par le propriétaire.", [("propriétaire", "must")], id="passive"),
    pytest.param("pt", "A Autoridade, depois de ouvir o requerente, pode decidir.", [("Autoridade", "may")],
                 id="insertion"),
    pytest.param("es", "El solicitante comunicará su domicilio.", [("solicitante", "must")], id="future"),
    pytest.param("de", "Der Betreiber darf die Anlage nicht nutzen.", [("Betreiber", "must_not")], id="darf nicht"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "expected"), DUTIES)
def test_rows_in_tell_who_must_or_may(language: str, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.who, row.mode) for row in rows_in(sentence, language) if row.table == "duties"] == expected


def test_rows_in_prose_take_may_for_a_guess() -> None:
    assert [row for row in rows_in("The Agency may be late.", "en", act=False) if row.table == "duties"] == []


def test_rows_in_a_language_without_rules_are_none() -> None:
    assert rows_in("Bizottság 2027. május 1-ig jelentést tesz.", "hu") == []


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("by 31 December 2027", "en", "2027-12-31"),
        ("até março de 2026", "pt", "2026-03"),
        ("from 2029", "en", "2029"),
        ("01.02.2027", "de", "2027-02-01"),
        ("2027年3月1日", "zh", "2027-03-01"),
        ("within 30 days", "en", ""),
    ],
)
def test_iso_date(text: str, language: str, date: str) -> None:
    assert iso_date(text, language) == date


ACT = """Article 1

The European Institute of Innovation and Technology (the "EIT") is set up.

Article 2

2. The EIT shall report by 1 May 2028.

3. The Commission shall answer within 30 days and by 1 May 2027.
"""


def test_fact_tables_put_deadlines_in_the_order_of_dates() -> None:
    rows = [row for row in fact_tables(read(ACT, language="en")) if row.table == "deadlines"]
    assert [(row.text, row.date, row.who) for row in rows] == [
        ("by 1 May 2027", "2027-05-01", "Commission"),
        ("by 1 May 2028", "2028-05-01", "EIT"),
        ("within 30 days", "", "Commission"),
    ]


def test_fact_tables_name_the_provision() -> None:
    rows = [row for row in fact_tables(read(ACT, language="en")) if row.table == "duties"]
    assert [row.place.rstrip(".") for row in rows] == ["Article 2(2)", "Article 2(3)"]


def test_fact_tables_say_what_an_acronym_stands_for() -> None:
    rows = {row.text: row for row in fact_tables(read(ACT, language="en")) if row.table == "people"}
    assert rows["EIT"].what == "European Institute of Innovation and Technology"


def test_fact_tables_say_once_what_is_said_again() -> None:
    document = read("Article 1\n\nThe Agency shall act.\n\nThe Agency shall act.", language="en")
    assert [row.segments for row in fact_tables(document) if row.table == "duties"] == [(1, 2)]


def test_own_names_are_what_acts_under_a_capital() -> None:
    text = "Artículo 1\n\nLas Cámaras podrán reunirse.\n\nEl Reglamento podrá decirlo."
    assert own_names(read(text, language="es")) == {"Cámaras": ""}


LAW = """Artigo 5.º

1 - O serviço guarda os dados.
2 - Os dados não podem ser:

a) Vendidos;
b) Conservados pelo serviço de destino por mais de 90 dias.

3 - A autoridade deve:

a) Publicar as queixas até 1 de maio de 2028;
b) Ouvir o titular.
"""


def test_fact_tables_read_an_item_with_what_leads_into_it() -> None:
    rows = [row for row in fact_tables(read(LAW, language="pt")) if row.table == "deadlines"]
    assert [(row.text, row.who, row.what) for row in rows] == [
        ("até 1 de maio de 2028", "autoridade", "A autoridade deve: Publicar as queixas até 1 de maio de 2028"),
        (
            "por mais de 90 dias",
            "serviço de destino",
            "Os dados não podem ser: Conservados pelo serviço de destino por mais de 90 dias",
        ),
    ]


def test_fact_tables_give_each_item_the_duty_that_leads_into_it() -> None:
    rows = [row for row in fact_tables(read(LAW, language="pt")) if row.table == "duties"]
    assert [(row.who, row.mode, row.place) for row in rows if row.place.startswith("Artigo 5.º, n.º 3")] == [
        ("autoridade", "must", "Artigo 5.º, n.º 3, alínea a)"),
        ("autoridade", "must", "Artigo 5.º, n.º 3, alínea b)"),
    ]


def test_fact_tables_know_whose_period_an_article_goes_on_with() -> None:
    text = "Artigo 7.º\n\n1 - O serviço responde no prazo de 48 horas.\n2 - Em caso de urgência, o prazo é de 4 horas."
    rows = [row for row in fact_tables(read(text, language="pt")) if row.table == "deadlines"]
    assert [(row.text, row.who) for row in rows] == [("no prazo de 48 horas", "serviço"), ("4 horas", "serviço")]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        pytest.param("The mandate ends for all when the Board says so on 3 March 2028.", "Board", id="who acts"),
        pytest.param("The text is sent by the Board by 3 March 2028.", "Board", id="the passive's agent"),
        pytest.param("The text is sent to the Board by 3 March 2028.", "", id="no recipient"),
        pytest.param("This Act shall enter into force on 3 March 2028.", "", id="nobody"),
        pytest.param("The Board was informed before 3 March 2028.", "", id="who is told"),
        pytest.param("Within 30 days the Board sends its report.", "Board", id="behind a date that opens"),
        pytest.param("By 3 March 2028, a protocol that obliges the Board.", "", id="behind a relative"),
    ],
)
def test_deadlines_without_a_duty_name_who_acts(sentence: str, who: str) -> None:
    assert [row.who for row in rows_in(sentence, "en") if row.table == "deadlines"] == [who]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("The road was closed until 9 August.", [], id="what was"),
        pytest.param("The road is closed until 9 August.", ["until 9 August"], id="what is"),
        pytest.param("The time was extended until 9 August.", ["until 9 August"], id="a limit that was moved"),
    ],
)
def test_deadlines_of_prose_are_not_past(sentence: str, found: list[str]) -> None:
    assert [row.text for row in rows_in(sentence, "en", act=False) if row.table == "deadlines"] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("A ausência por mais de 5 dias é anotada.", [], id="a condition"),
        pytest.param(
            "A falta de resposta não suspende o prazo por mais de 5 dias.", ["por mais de 5 dias"], id="a limit"
        ),
    ],
)
def test_a_period_that_is_exceeded_is_a_deadline_where_it_is_negated(sentence: str, found: list[str]) -> None:
    assert [row.text for row in rows_in(sentence, "pt") if row.table == "deadlines"] == found
