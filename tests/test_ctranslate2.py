import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sacrebleu.metrics.chrf import CHRF

from tests.training.corpus import sentences
from tests.training.models import EN_MANY, MANY, RU_EN, only_models, trained
from tests.training.multilingual import ASTRAY, LEARNED
from translate.engines.ctranslate2.engine import CTranslate2Engine
from translate.engines.protocol import Decoding
from translate.engines.registry import EngineSet
from translate.engines.seq2seq.engine import Seq2SeqEngine
from translate.errors import EngineError
from translate.models.conversion import convert
from translate.models.inventory import find_installed, verify
from translate.pipeline.run import translate
from translate.routing.routes import find_route

pytestmark = [pytest.mark.torch, pytest.mark.timeout(600)]


@pytest.fixture(scope="module", autouse=True)
def models(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the trained checkpoints, and all of them converted."""
    folder = tmp_path_factory.mktemp("models")
    shutil.copytree(trained() / "seq2seq", folder / "seq2seq")
    with only_models(folder):
        for name in (RU_EN, EN_MANY, MANY):
            convert(name)
        yield folder


@pytest.fixture(scope="module")
def engine(models: Path) -> CTranslate2Engine:
    return CTranslate2Engine()


@pytest.mark.parametrize(
    ("model", "source", "target"),
    [
        (RU_EN, "ru", "en"),
        (EN_MANY, "en", "ru"),
        (EN_MANY, "en", "zh-Hans"),
        (EN_MANY, "en", "ar"),
        (MANY, "zh-Hans", "en"),
        (MANY, "ar", "ru"),
    ],
)
def test_translate_gives_what_the_checkpoint_learned(model: str, source: str, target: str) -> None:
    found = CTranslate2Engine(model).translate(sentences(source)[:LEARNED], source, target)
    assert [h.text for h in found] == sentences(target)[:LEARNED]


def test_translate_is_as_good_as_the_checkpoint_on_sentences_that_it_never_saw(engine: CTranslate2Engine) -> None:
    texts = [f"{one[:-1]}, {two}" for one, two in zip(sentences("ru"), sentences("ru")[1:], strict=False)]
    references = [[f"{one[:-1]}, {two}" for one, two in zip(sentences("en"), sentences("en")[1:], strict=False)]]
    own, original = (
        CHRF().corpus_score([h.text for h in one.translate(texts, "ru", "en")], references).score
        for one in (engine, Seq2SeqEngine())
    )
    assert abs(own - original) <= 0.3


def test_translate_gives_the_same_alone_as_among_others(engine: CTranslate2Engine) -> None:
    texts = ["Суд.", *sentences("ru"), "Комитет отклонил доклад о бюджете на водные ресурсы за 2027 год, 12 раз."]
    together = engine.translate(texts, "ru", "en")
    assert [engine.translate([text], "ru", "en")[0] for text in texts] == together


def test_translate_scores_like_the_checkpoint(engine: CTranslate2Engine) -> None:
    own = engine.translate(sentences("ru"), "ru", "en")
    original = Seq2SeqEngine().translate(sentences("ru"), "ru", "en")
    assert [h.score for h in own] == pytest.approx([h.score for h in original], abs=0.01)


@pytest.mark.parametrize(
    "text", ["", "  ", "\u200b", "x", "🚋", "</s>", ">>rus<<", "<pad> <unk>", "__ru__", "я" * 300], ids=ascii
)
def test_translate_gives_one_hypothesis_for_odd_input(engine: CTranslate2Engine, text: str) -> None:
    found = engine.translate([text, sentences("ru")[0]], "ru", "en")
    assert [found[1].text, len(found)] == [sentences("en")[0], 2]


def test_translate_flags_output_that_reaches_the_limit(engine: CTranslate2Engine) -> None:
    found = engine.translate(["Кот спит на крыше."], "ru", "en", Decoding(min_length_ratio=9.0))
    assert found[0].truncated


def test_translate_keeps_each_text_s_own_least_length(engine: CTranslate2Engine) -> None:
    texts = [sentences("ru")[11], sentences("ru")[11] * 3]
    together = engine.translate(texts, "ru", "en", Decoding(min_length_ratio=1.5))
    assert [engine.translate([text], "ru", "en", Decoding(min_length_ratio=1.5))[0] for text in texts] == together


def test_translate_links_words_inside_both_texts(engine: CTranslate2Engine) -> None:
    text = sentences("en")[11]
    (found,) = engine.translate([text], "en", "zh-Hans", Decoding(alignment=True))
    assert found.text == sentences("zh-Hans")[11]
    assert {text[link.source_start : link.source_end] for link in found.alignment} <= {*text[:-1].split(), "."}


def test_translate_leaves_out_output_in_another_language() -> None:
    (found,) = CTranslate2Engine(MANY).translate([ASTRAY[0]], "en", "ar")
    assert (found.text, "not in Arabic" in found.repairs[0].reason) == ("", True)


def test_a_route_takes_the_converted_model_of_two() -> None:
    assert [step.engine for step in find_route("ru", "en", engines=EngineSet()).steps] == ["ctranslate2"]


def test_a_document_is_translated_by_the_converted_model() -> None:
    found = translate("\n\n".join(sentences("ru")[:5]), "en", engine="ctranslate2", engines=EngineSet())
    assert found.target.texts == tuple(sentences("en")[:5])
    assert found.coverage == {"ctranslate2": 5}


def test_a_folder_that_was_converted_elsewhere_runs(models: Path, tmp_path: Path) -> None:
    shutil.copytree(models / "ctranslate2" / MANY, tmp_path / "ctranslate2" / "m2m100-int8")
    (tmp_path / "ctranslate2" / "m2m100-int8" / "entente.json").unlink()
    with only_models(tmp_path):
        found = CTranslate2Engine().translate(sentences("ar")[:3], "ar", "ru")
    assert [h.text for h in found] == sentences("ru")[:3]


def test_a_damaged_model_says_what_to_do(models: Path, tmp_path: Path) -> None:
    shutil.copytree(models / "ctranslate2" / RU_EN, tmp_path / "ctranslate2" / RU_EN)
    (tmp_path / "ctranslate2" / RU_EN / "model.bin").write_bytes(b"\x00" * 64)
    with only_models(tmp_path), pytest.raises(EngineError, match=r"model\.bin .* is damaged: .* models verify"):
        CTranslate2Engine().translate(["Суд."], "ru", "en")


def test_a_damaged_model_without_notes_says_what_to_do(models: Path, tmp_path: Path) -> None:
    shutil.copytree(models / "ctranslate2" / RU_EN, tmp_path / "ctranslate2" / RU_EN)
    (tmp_path / "ctranslate2" / RU_EN / "entente.json").unlink()
    (tmp_path / "ctranslate2" / RU_EN / "model.bin").write_bytes(b"\x00" * 64)
    with only_models(tmp_path), pytest.raises(EngineError, match="models convert"):
        CTranslate2Engine().translate(["Суд."], "ru", "en")


def test_signature_names_model_and_precision(engine: CTranslate2Engine) -> None:
    assert engine.signature("ru", "en").startswith(f"ctranslate2 {RU_EN} ")
    assert " int8 " in engine.signature("ru", "en")


def test_convert_notes_the_hash_of_every_file(models: Path) -> None:
    installed = find_installed(f"ctranslate2/{RU_EN}")
    assert {file.name for file in installed.files} == {path.name for path in installed.folder.iterdir()} - {
        "entente.json"
    }
    assert verify(installed) == ()
