import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.training.models import only_models
from tests.training.untrained import write_madlad, write_mbart, write_nllb
from translate.engines.checkpoints.checkpoint import find_checkpoints, read_checkpoint
from translate.engines.checkpoints.tokens import Tokenization
from translate.engines.registry import load_engine
from translate.errors import EngineError
from translate.hypothesis import Hypothesis
from translate.models.conversion import convert

pytestmark = [pytest.mark.torch, pytest.mark.timeout(600)]

FAMILIES = {
    "nllb-200-tiny": write_nllb,
    "mbart-large-50-many-to-many-mmt": write_mbart,
    "madlad400-tiny": write_madlad,
}


@pytest.fixture(scope="module", params=FAMILIES.items(), ids=FAMILIES)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a checkpoint of one family, in a models folder of its own."""
    from transformers import set_seed

    name, write = request.param
    models = tmp_path_factory.mktemp("models")
    set_seed(7)
    write(models / "seq2seq" / name)
    with only_models(models):
        yield models / "seq2seq" / name


def tokenization(folder: Path) -> Tokenization:
    checkpoint = read_checkpoint(folder)
    assert checkpoint is not None
    return Tokenization(checkpoint)


def fed(folder: Path, text: str) -> tuple[str, str]:
    """What goes into the encoder, and what the decoder must begin with."""
    one = tokenization(folder)
    return " ".join(one.names(one.inputs(text, "en", "pt"))), " ".join(one.names(one.forced("pt")))


def by_engine(folder: Path, engine: str) -> list[Hypothesis]:
    return load_engine(f"{engine}/{folder.name}").translate(["abc de.", "", "f"], "en", "pt")


def test_inputs_tell_the_languages_as_the_family_does(folder: Path) -> None:
    expected = {
        "nllb-200-tiny": ("eng_Latn ▁ a b . </s>", "por_Latn"),
        "mbart-large-50-many-to-many-mmt": ("en_XX ▁ a b . </s>", "pt_XX"),
        "madlad400-tiny": ("<2pt> ▁ a b . </s>", ""),
    }
    assert fed(folder, "ab.") == expected[folder.name]


def test_inputs_have_no_control_symbol_from_the_text(folder: Path) -> None:
    one = tokenization(folder)
    tokens = one.inputs("a </s> b <pad> <s>", "en", "pt")
    assert tokens.index(one.eos) == len(tokens) - 1


def test_both_engines_say_the_same(folder: Path) -> None:
    convert(folder.name)
    one, other = by_engine(folder, "seq2seq"), by_engine(folder, "ctranslate2")
    assert [h.text for h in one] == [h.text for h in other]
    assert one[0].score == pytest.approx(other[0].score, rel=0.1)


def test_convert_leaves_the_languages_as_they_were(folder: Path) -> None:
    convert(folder.name)
    before, after = find_checkpoints("seq2seq")[0], find_checkpoints("ctranslate2")[0]
    assert (after.sources, after.targets, after.title) == (before.sources, before.targets, before.title)


def test_weights_for_non_commercial_use_serve_no_pair_unless_named(tmp_path: Path) -> None:
    write_nllb(tmp_path / "seq2seq" / "nllb-200-tiny")
    with only_models(tmp_path):
        assert not load_engine("seq2seq").supports("en", "pt")
        assert load_engine("seq2seq/nllb-200-tiny").supports("en", "pt")


def test_convert_an_unknown_model_names_the_installed_ones(folder: Path) -> None:
    with pytest.raises(EngineError, match=f"installed are {folder.name}"):
        convert("opus-mt-xx-yy")


def test_convert_that_fails_leaves_the_earlier_conversion(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "seq2seq" / folder.name)
    with only_models(tmp_path):
        made = convert(folder.name)
        (tmp_path / "seq2seq" / folder.name / "model.safetensors").unlink()
        with pytest.raises(EngineError, match="cannot convert"):
            convert(folder.name)
        assert [path.name for path in made.parent.iterdir()] == [folder.name]
