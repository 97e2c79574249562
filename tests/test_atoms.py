"""AtomKeeper: marks and addresses are kept from the engine and come back where they stood."""

import pytest

from tests.fakes import FakeEngine, LinkingEngine, cipher
from translate import translate
from translate.engines.alternatives import Alternatives
from translate.engines.atoms import AtomKeeper, bare, restored
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.protocol import Decoding
from translate.hypothesis import Hypothesis, Link
from translate.reading.reader import read


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The Council¹ met.²", "The Council met."),
        ("Fees rose [3], it says.", "Fees rose, it says."),
        ("He agreed (see note).³", "He agreed (see note)."),
        ("40 km² and 10⁶ euros, 5m³, x²", "40 km² and 10⁶ euros, 5m³, x²"),
        ("in 2019¹ it³ was", "in 2019 it was"),
        ("the list [a] and [1999]", "the list [a] and [1999]"),
        ("Write to a.b@c-d.eu, now.", "Write to info1.eu, now."),
        ("(see https://x.eu/a?b=1).", "(see info1.eu)."),
        ("www.x.eu or y@x.eu", "info1.eu or info2.eu"),
        ("Ana <a@x.eu>, <https://x.eu/b>.", "Ana info1.eu, info2.eu."),
        ("¹To read a ²book of ¹³C", "To read a book of ¹³C"),
        ("On data.arva.org and laws.gov.pt/acts.", "On info1.eu and info2.eu."),
        ("The end.de novo, annex.pdf, e.g. a", "The end.de novo, annex.pdf, e.g. a"),
    ],
    ids=[
        "raised",
        "brackets",
        "behind a bracket",
        "units and powers",
        "short words and years",
        "no marks",
        "e-mail",
        "web",
        "two",
        "in pointed brackets",
        "before a word",
        "bare domains",
        "no domains",
    ],
)
def test_bare_has_no_atoms(text: str, given: str) -> None:
    assert bare(text).text == given


def kept(text: str, engine: FakeEngine | None = None) -> Hypothesis:
    (found,) = AtomKeeper(engine or LinkingEngine()).translate([text], "en", "pt", Decoding(alignment=True))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The Council¹ met.²",
        "Fees rose [3], it says.",
        "The plan,¹ being late, failed.",
        "It failed¹.",
        "¹To meet the ²Council.",
    ],
    ids=["word and end", "brackets", "behind a comma", "before the stop", "before a word"],
)
def test_marks_come_back_where_they_stood(text: str) -> None:
    assert kept(text).text == "".join(cipher(c) if c.isascii() else c for c in text)


def test_word_links_count_with_the_marks() -> None:
    text = "The Council¹ met yesterday.²"
    found = kept(text)
    links = [(text[a:b], found.text[c:d]) for a, b, c, d in found.alignment]
    assert ("met", cipher("met")) in links
    assert ("Council", cipher("Council")) in links


def test_an_address_comes_back_letter_by_letter() -> None:
    engine = FakeEngine(lambda text: text.replace("Write to", "Escreva para").replace("now", "já"))
    assert kept("Write to a.b@c.eu now.", engine).text == "Escreva para a.b@c.eu já."
    assert engine.calls == [("Write to info1.eu now.",)]


def test_a_text_whose_address_is_lost_is_translated_as_it_stands() -> None:
    engine = FakeEngine(lambda text: "Nada." if "info1" in text else "Escreva para a@c.eu.")
    assert kept("Write to a@c.eu.", engine).text == "Escreva para a@c.eu."


def test_a_mark_without_links_stands_between_words() -> None:
    engine = FakeEngine(lambda text: "O Conselho reuniu ontem.")
    assert kept("The Council¹ met yesterday.", engine).text in (
        "O¹ Conselho reuniu ontem.",
        "O Conselho¹ reuniu ontem.",
    )


def test_translate_keeps_atoms_from_every_engine() -> None:
    engine = FakeEngine()
    document = read("The Council¹ met in Lisbon. It is at x@y.eu now.", language="en")
    translation = translate(document, "pt", engine="fake", engines={"fake": engine})
    assert "¹" not in "".join(text for call in engine.calls for text in call)
    assert "¹" in translation.target.text


@pytest.mark.parametrize("mark", ["¹", "[1]", "²³"])
def test_the_models_words_are_the_same_with_and_without_marks(mark: str) -> None:
    texts = ["The Council adopted the decision on fees.", "Fees rose by 5 per cent, the report says."]
    engine = AtomKeeper(FirefoxEngine())
    plain = [found.text for found in engine.translate(texts, "en", "pt")]
    marked = [found.text for found in engine.translate([text + mark for text in texts], "en", "pt")]
    assert marked == [text + mark for text in plain]


def test_a_mark_never_stands_within_an_address() -> None:
    source = bare("See www.x.eu [1] now.")
    found = Hypothesis("Veja info1.eu já.", alignment=(Link(4, 9, 5, 10),))  # the model linked half of the address
    kept = restored(found, source)
    assert kept is not None
    assert kept.text == "Veja www.x.eu [1] já."


def test_alternatives_have_their_atoms() -> None:
    text = "The Council¹ wrote to a.b@c.eu about the measure.²"
    (found,) = AtomKeeper(FirefoxEngine(threads=1)).alternatives([text], "en", "pt", 4)
    assert len(found) > 1
    assert all(h.text.count("¹") == h.text.count("²") == h.text.count("a.b@c.eu") == 1 for h in found)


def test_keeper_has_alternatives_only_where_its_engine_has() -> None:
    found = [isinstance(AtomKeeper(engine), Alternatives) for engine in (FakeEngine(), FirefoxEngine())]
    assert found == [False, True]


def test_many_texts_come_back_in_order_with_chances_to_stop_between() -> None:
    heeded: list[int] = []
    texts = [f"{'word ' * (i % 7)}end {i}" for i in range(130)]
    found = AtomKeeper(FakeEngine(), lambda: heeded.append(1)).translate(texts, "en", "pt")
    assert [own.text for own in found] == [own.text for own in FakeEngine().translate(texts, "en", "pt")]
    assert len(heeded) == 3  # 64, 64 and 2
