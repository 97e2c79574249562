from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.training.corpus import sentences
from tests.training.models import EN_MANY, MANY, RU_EN, only_models, trained
from tests.training.multilingual import ASTRAY, LEARNED
from translate.__main__ import main
from translate.engines.protocol import Decoding
from translate.engines.registry import EngineSet, load_engine
from translate.engines.seq2seq.engine import Seq2SeqEngine
from translate.errors import EngineError, LanguageError
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.routing.routes import describe, find_route, open_route

pytestmark = [pytest.mark.torch, pytest.mark.timeout(600)]

MANY_PAIRS = [("ru", "en"), ("zh-Hans", "en"), ("ar", "ru"), ("en", "ar")]
MARIAN_PAIRS = [("en", "ru"), ("en", "zh-Hans"), ("en", "ar")]


@pytest.fixture(scope="module", autouse=True)
def models() -> Iterator[Path]:
    with only_models(trained()):
        yield trained()


@pytest.fixture(scope="module")
def engine(models: Path) -> Seq2SeqEngine:
    return Seq2SeqEngine()


@pytest.fixture(scope="module")
def many(models: Path) -> Seq2SeqEngine:
    return Seq2SeqEngine(MANY)


@pytest.mark.parametrize(("source", "target"), MARIAN_PAIRS)
def test_translate_gives_what_a_model_of_several_targets_learned(
    engine: Seq2SeqEngine, source: str, target: str
) -> None:
    found = engine.translate(sentences(source)[:LEARNED], source, target)
    assert [h.text for h in found] == sentences(target)[:LEARNED]


@pytest.mark.parametrize(("source", "target"), MANY_PAIRS)
def test_translate_gives_what_a_model_of_many_languages_learned(many: Seq2SeqEngine, source: str, target: str) -> None:
    found = many.translate(sentences(source)[:LEARNED], source, target)
    assert [h.text for h in found] == sentences(target)[:LEARNED]


def test_translate_gives_what_a_model_of_one_pair_learned(engine: Seq2SeqEngine) -> None:
    found = engine.translate(sentences("ru"), "ru", "en")
    assert [h.text for h in found] == sentences("en")


@pytest.mark.parametrize("decoding", [Decoding(), Decoding(beam=3)], ids=["greedy", "beam"])
def test_translate_gives_the_same_alone_as_among_others(engine: Seq2SeqEngine, decoding: Decoding) -> None:
    texts = ["Суд.", *sentences("ru"), "Комитет отклонил доклад о бюджете на водные ресурсы за 2027 год, 12 раз."]
    together = engine.translate(texts, "ru", "en", decoding)
    alone = [engine.translate([text], "ru", "en", decoding)[0] for text in texts]
    assert [h.text for h in together] == [h.text for h in alone]


def test_translate_scores_what_it_knows_above_what_it_does_not(engine: Seq2SeqEngine) -> None:
    known, unknown = engine.translate([sentences("ru")[0], "Кот спит на крыше."], "ru", "en")
    assert known.score is not None
    assert unknown.score is not None
    assert -0.1 < known.score < 0
    assert unknown.score < known.score - 0.1


def test_translate_scores_a_beam_like_a_greedy_search_where_both_find_the_same(engine: Seq2SeqEngine) -> None:
    (greedy,) = engine.translate([sentences("ru")[0]], "ru", "en")
    (beam,) = engine.translate([sentences("ru")[0]], "ru", "en", Decoding(beam=4))
    assert beam.text == greedy.text
    assert beam.score == pytest.approx(greedy.score, abs=1e-4)


@pytest.mark.parametrize(
    "text", ["", "  ", "\u200b", "x", "🚋", "</s>", ">>rus<<", "<pad> <unk>", "__ru__", "я" * 300], ids=ascii
)
def test_translate_gives_one_hypothesis_for_odd_input(engine: Seq2SeqEngine, text: str) -> None:
    found = engine.translate([text, sentences("ru")[0]], "ru", "en")
    assert [found[1].text, len(found)] == [sentences("en")[0], 2]


def test_translate_takes_no_text_for_an_end_mark(engine: Seq2SeqEngine) -> None:
    counted = engine.count_tokens("</s>", "ru", "en")
    assert counted > 2  # its letters and the true end mark


def test_translate_flags_output_that_reaches_the_limit(engine: Seq2SeqEngine) -> None:
    found = engine.translate(["Кот спит на крыше."], "ru", "en", Decoding(min_length_ratio=9.0))
    assert found[0].truncated


def test_translate_keeps_a_least_length(engine: Seq2SeqEngine) -> None:
    (short,) = engine.translate([sentences("ru")[11]], "ru", "en")
    (long,) = engine.translate([sentences("ru")[11]], "ru", "en", Decoding(min_length_ratio=1.5))
    assert len(long.text) > len(short.text)


def test_translate_links_words_inside_both_texts(engine: Seq2SeqEngine) -> None:
    text = sentences("en")[11]
    (found,) = engine.translate([text], "en", "zh-Hans", Decoding(alignment=True))
    assert found.text == sentences("zh-Hans")[11]
    assert found.alignment == tuple(sorted(found.alignment))
    assert {text[link.source_start : link.source_end] for link in found.alignment} <= {*text[:-1].split(), "."}
    assert {found.text[link.target_start : link.target_end] for link in found.alignment} <= set(found.text) | {"请求"}


def test_translate_leaves_out_output_in_another_language(many: Seq2SeqEngine) -> None:
    (found,) = many.translate([ASTRAY[0]], "en", "ar")
    assert (found.text, "not in Arabic" in found.repairs[0].reason) == ("", True)


def test_a_document_says_which_sentence_came_in_another_language() -> None:
    document = f"{sentences('en')[0]}\n\n{ASTRAY[0]}"
    found = translate(read(document, language="en"), "ar", engine=f"seq2seq/{MANY}", engines=EngineSet())
    assert found.target.texts == (sentences("ar")[0], ASTRAY[0])
    assert [issue.segment for issue in found.issues if issue.severity == "error"] == [1]


def test_a_document_goes_through_a_pivot_of_two_models() -> None:
    engines = EngineSet(["seq2seq"])
    route = find_route("ru", "zh-Hans", engines={"seq2seq": load_engine(f"seq2seq/{RU_EN}"), "b": engines["seq2seq"]})
    assert len(route.steps) == 1  # the model of many languages knows the pair, and direct comes before pivot
    pivot = open_route(
        replace(route, steps=(
            replace(route.steps[0], engine="seq2seq", source="ru", target="en"),
            replace(route.steps[0], engine="seq2seq", source="en", target="zh-Hans"),
        )),
        engines,
    )  # fmt: skip
    found = pivot.translate(sentences("ru")[:LEARNED], "ru", "zh-Hans", Decoding(alignment=True))
    assert [h.text for h in found] == sentences("zh-Hans")[:LEARNED]
    assert all(h.alignment for h in found)


def test_a_sentence_of_more_than_512_tokens_comes_back_in_parts_and_whole() -> None:
    clauses = [f"{text[:-1]};" for text in sentences("ru")] * 3
    long = " ".join(clauses)[:-1] + "."
    engine = load_engine("seq2seq")
    assert engine.count_tokens(long, "ru", "en") > 512
    found = translate(read(long, language="ru"), "en", engine="seq2seq", engines={"seq2seq": engine})
    assert len(found.hypotheses) == 1
    assert found.hypotheses[0].text.count("report") == 3


def test_the_command_line_translates_with_what_is_installed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "закон.txt"
    file.write_text("\n\n".join(sentences("ru")[:4]), encoding="utf-8")
    assert main([str(file), "--from", "ru", "--to", "en"]) == 0
    captured = capsys.readouterr()
    assert captured.out.split("\n\n") == [*sentences("en")[:3], f"{sentences('en')[3]}\n"]
    assert "Russian → English by OPUS-MT ru-en" in captured.err


def test_a_route_prefers_the_model_with_the_better_figure() -> None:
    assert describe(find_route("ru", "en", engines=EngineSet(["seq2seq"]))) == "Russian → English by OPUS-MT ru-en"


def test_signature_names_model_and_precision(engine: Seq2SeqEngine) -> None:
    assert engine.signature("en", "ar").startswith(f"seq2seq {EN_MANY} ")
    assert engine.signature("en", "ar").endswith(" float32")


def test_an_unknown_model_names_the_installed_ones() -> None:
    with pytest.raises(EngineError, match=rf"installed are {MANY}, {EN_MANY}, {RU_EN}\."):
        load_engine("seq2seq/opus-mt-xx-yy")


def test_a_pair_without_a_model_says_how_to_install_one(engine: Seq2SeqEngine) -> None:
    with pytest.raises(LanguageError, match="models install hf:"):
        engine.translate(["x"], "tg", "en")


def test_damaged_weights_say_what_to_do(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(trained() / "seq2seq" / RU_EN, tmp_path / "seq2seq" / RU_EN)
    (tmp_path / "seq2seq" / RU_EN / "model.safetensors").write_bytes(b"\x00" * 64)
    with only_models(tmp_path), pytest.raises(EngineError, match="install it again"):
        Seq2SeqEngine().translate(["Суд."], "ru", "en")
