"""Which checkpoint serves a pair, without PyTorch: nothing is loaded until a network is asked for."""

from pathlib import Path

import pytest

from tests.test_checkpoints import MARIAN, NLLB, write
from translate.engines.checkpoints.checkpoint import Checkpoint
from translate.engines.checkpoints.choice import Checkpoints
from translate.errors import EngineError, LanguageError

FREE = {"README.md": "---\nlicense: mit\n---\n"}
FORBIDDING = {"README.md": "---\nlicense: cc-by-nc-4.0\n---\n"}
WEIGHTS = {"model.safetensors": "weights"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the models lie; packages of the two names stand in for the real ones, which nothing here runs."""
    monkeypatch.setenv("ENTENTE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    write(tmp_path / "packages", {"torch.py": "", "transformers.py": ""})
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    return tmp_path / "models" / "seq2seq"


def shelf(model: str | None = None, loaded: list[str] | None = None) -> Checkpoints[str]:
    def load(checkpoint: Checkpoint) -> str:
        if loaded is not None:
            loaded.append(checkpoint.name)
        return checkpoint.name

    return Checkpoints("seq2seq", load, model)


def test_find_leaves_weights_whose_licence_forbids_commercial_use_unless_they_are_named(folder: Path) -> None:
    write(folder / "nllb-mine", NLLB | FORBIDDING | WEIGHTS)
    assert shelf().find("pt", "zh-Hans") is None
    named = shelf("nllb-mine").find("pt", "zh-Hans")
    assert named is not None
    assert named.name == "nllb-mine"


def test_find_takes_free_weights_unasked(folder: Path) -> None:
    write(folder / "nllb-mine", NLLB | FREE | WEIGHTS)
    assert shelf().checkpoint("pt", "zh-Hans").name == "nllb-mine"


def test_find_takes_the_better_by_published_figures(folder: Path) -> None:
    write(folder / "m2m100_418M", {"config.json": {"model_type": "m2m_100"}} | FREE | WEIGHTS)
    write(folder / "opus-mt-ru-en", MARIAN | FREE | WEIGHTS)
    assert shelf().checkpoint("ru", "en").name == "opus-mt-ru-en"


def test_checkpoint_of_an_unserved_pair_names_what_is_installed(folder: Path) -> None:
    write(folder / "opus-mt-ru-en", MARIAN | WEIGHTS)
    with pytest.raises(LanguageError, match="English into Russian; installed are opus-mt-ru-en"):
        shelf().checkpoint("en", "ru")


def test_a_model_that_is_not_there_is_refused_at_once(folder: Path) -> None:
    with pytest.raises(EngineError, match="no model 'opus-mt-ru-en'; installed are none"):
        shelf("opus-mt-ru-en")


def test_network_keeps_the_last_two_that_were_used(folder: Path) -> None:
    for pair in ("ru-en", "en-ar", "en-de"):
        write(folder / f"opus-mt-{pair}", MARIAN | WEIGHTS)
    loaded: list[str] = []
    served = shelf(loaded=loaded)
    for source, target in [("ru", "en"), ("en", "ar"), ("ru", "en"), ("en", "de"), ("ru", "en"), ("en", "ar")]:
        served.network(source, target)
    assert loaded == ["opus-mt-ru-en", "opus-mt-en-ar", "opus-mt-en-de", "opus-mt-en-ar"]
