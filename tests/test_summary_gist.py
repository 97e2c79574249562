"""The gist: which sentence or title says what a text is for, and that no point repeats it."""

from dataclasses import replace

import pytest

from summarize.methods.gist import aim, gist, shared
from summarize.structure.dangling import antecedents, refers
from summarize.structure.places import appended, aspects
from summarize.structure.titles import title_segments
from summarize.summarization import summarize
from tests.test_summary import document, paragraphs
from translate.document import Document
from translate.reading.reader import read
from translate.text.genre import Genre

PLAIN = "The boats of the islands lie in the harbour all winter."


def _gist(text: Document, genre: Genre = "unknown", telling: float = 0.5) -> tuple[int, ...]:
    """The gist where all sentences tell it as well."""
    return gist(text, dict.fromkeys(range(len(text.segments)), telling), genre)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("I thank the people of the islands for the warm welcome.", id="thanks"),
        pytest.param("If the islands build a pier the boats can come back.", id="a condition"),
        pytest.param("They build a pier for the boats of the old harbour.", id="a pronoun"),
        pytest.param("The captains said so: “no boat can lie there in a storm”.", id="somebody else's words"),
        pytest.param("Who builds the pier for the boats of the old harbour?", id="a question"),
        pytest.param("Options for a new pier in the harbour of the islands", id="no sentence"),
        pytest.param("I congratulate the captains on the new pier of the islands.", id="congratulations"),
        pytest.param("The rules on the new pier enter into force in spring.", id="when it begins to be in force"),
        pytest.param("A pier is needed.", id="short"),
    ],
)
def test_gist_is_none_of(other: str) -> None:
    assert _gist(paragraphs(other, PLAIN)) == (1,)


def test_gist_is_what_tells_it_best() -> None:
    assert gist(paragraphs(PLAIN, PLAIN), {0: 0.4, 1: 0.5}, "unknown") == (1,)


def test_gist_of_a_meeting_is_its_topic() -> None:
    talk = [f"Ana Costa: {PLAIN}", "Chair: Welcome.", "We hear the Minister on the piers of the islands."]
    assert _gist(paragraphs(*talk, *[PLAIN] * 12), "minutes") == (2,)


TITLE = "Agreement between the Kingdom of Skerra and the Republic of Osmar on harbours"


@pytest.mark.parametrize(("telling", "found"), [(0.28, (1,)), (0.27, (0,))], ids=["well", "badly"])
def test_gist_of_an_act_is_its_title_where_no_sentence_tells_it_well(telling: float, found: tuple[int, ...]) -> None:
    text = replace(paragraphs(TITLE, "The parties keep their boats out of the storm."), title=TITLE)
    assert _gist(text, "law", telling) == found


def test_gist_is_no_title_that_names_a_kind_alone() -> None:
    text = replace(paragraphs("Treaty", "The parties keep their boats out of the storm."), title="Treaty")
    assert _gist(text, "law", 0.1) == (1,)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param(["Journal of Osmar", "Treaty on boats", "The Parties"], (1,), id="a line"),
        pytest.param(["Treaty", "on boats", "on boats"], (0, 1), id="two lines"),
        pytest.param(["Treaty", "on all boats"], (), id="nowhere"),
    ],
)
def test_title_stands_on_all_its_segments(lines: list[str], found: tuple[int, ...]) -> None:
    assert title_segments(paragraphs(*lines), "Treaty on boats") == found


@pytest.mark.parametrize(
    ("heading", "found"), [("Purpose", 2), ("Integration of the objectives into other policies", None)]
)
def test_aim_stands_under_its_heading(heading: str, found: int | None) -> None:
    text = document(("paragraph", PLAIN), ("heading", heading), ("paragraph", "The parties look after the boats."))
    assert aim(text, range(3)) == found


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("The islands want to have such relations with Osmar.", True),
        ("The islands want relations, and such relations cost little.", False),
        ("The islands will build a pier this year.", False),
        ("For this reason the islands will build a pier.", False),
        ("El reino quiere tener tales relaciones con Osmar.", True),
    ],
)
def test_refers_to_what_was_named_before(text: str, back: bool) -> None:
    language = "es" if text.startswith("El") else "en"
    assert refers(document(("paragraph", text), language=language), 0) is back


def test_a_sentence_that_refers_brings_the_one_before() -> None:
    assert antecedents(paragraphs(PLAIN, "The islands want to keep these boats."), [1]) == {1: 0}


def test_the_gist_is_no_point_of_a_list() -> None:
    texts = [f"The harbour of town {name} has an old pier with few boats." for name in ("oak", "elm", "ash", "yew")]
    summary = summarize(paragraphs(*texts, "We recommend that the islands build a pier."), points=3)
    assert summary.gist is not None
    assert summary.gist.text not in [point.text for point in summary.points]


def test_appended_begins_with_the_appendix_of_the_second_half() -> None:
    text = paragraphs("Appendix I shows the boats.", PLAIN, PLAIN, "## Appendix I: Boats", "Boats were counted.")
    assert appended(text, range(5)) == [3, 4]


def test_aspects_of_an_act_are_whom_it_covers_and_what_it_costs() -> None:
    found = aspects(paragraphs("This Act applies to boats.", "The fine is 3 million euros.", PLAIN), range(3), "law")
    assert found.tolist() == [[1, 0, 0, 0, 0], [0, 1, 0, 0, 1], [0, 0, 0, 0, 0]]


HEADLINE = "Harbour piers: islands should repair northern storm damage before winter"


def test_shared_is_the_share_of_the_headlines_long_words() -> None:
    # harbour, piers, islands, should, repair, northern, storm, damage, before, winter: two of ten
    text = read(f"# {HEADLINE}\n\nThe storm hit the piers.\n\nIt rains.".encode(), name="a.md", language="en")
    assert shared(text, [1, 2]) == [0.2, 0.0]


def test_aspects_of_a_report_are_what_was_found_too() -> None:
    assert aspects(paragraphs("We found that the pier is old.", PLAIN), range(2), "report")[:, -1].tolist() == [1, 0]
