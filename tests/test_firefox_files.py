"""Model files that can't be used: each is refused with an error that names what is wrong."""

import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.firefox_models import SHAPES, TINY, shortlist_file, write_model
from translate.engines.firefox.architecture import architecture
from translate.engines.firefox.shortlist import read_shortlist
from translate.engines.firefox.translator import Translator
from translate.engines.firefox.weights import read_weights
from translate.engines.model_files import ModelFile, sha256
from translate.errors import EngineError


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path / "cache"))


def test_read_weights_gives_every_tensor(tmp_path: Path) -> None:
    model = write_model(tmp_path, TINY)
    weights = read_weights(model.checked_content(model.network), "model.bin")
    assert weights.tensor("encoder_l1_ffn_W1").values.shape == (32, 48)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x89PNG" * 100, id="another format"),
        pytest.param(struct.pack("<QQ", 2, 3) + bytes(500), id="another version"),
        pytest.param(struct.pack("<QQ", 1, 3) + bytes(20), id="cut in the head"),
        pytest.param(struct.pack("<QQ", 1, 1 << 60), id="too many tensors"),
    ],
)
def test_read_weights_refuses_other_files(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(content)
    with pytest.raises(EngineError, match=r"model\.bin"):
        read_weights(path.read_bytes(), path.name)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_read_weights_refuses_a_file_cut_short(tmp_path: Path, share: float) -> None:
    model = write_model(tmp_path, TINY)
    path = model.path(model.network)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(EngineError, match=r"model\.bin"):
        read_weights(path.read_bytes(), path.name)


def test_translator_names_a_missing_file(tmp_path: Path) -> None:
    model = write_model(tmp_path, TINY)
    model.path(model.network).unlink()
    with pytest.raises(EngineError, match=r"model\.bin"):
        Translator(model, "int8")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "s2s"),
        ("dec-cell", "gru"),
        ("transformer-decoder-autoreg", "self-attention"),
        ("transformer-ffn-activation", "swish"),
        ("transformer-postprocess", "da"),
        ("transformer-preprocess", "n"),
        ("transformer-train-position-embeddings", True),
        ("transformer-tied-layers", [1, 1]),
        ("lemma-dim-emb", 16),
        ("dim-emb", 0),
        ("dim-emb", "wide"),
        ("dim-vocabs", [100]),
        ("transformer-heads", 7),
    ],
    ids=lambda value: str(value),
)
def test_architecture_names_the_field_that_it_cannot_run(tmp_path: Path, field: str, value: object) -> None:
    model = write_model(tmp_path, TINY, **{field: value})
    configuration = read_weights(model.checked_content(model.network), "model.bin").configuration
    with pytest.raises(EngineError, match=field if field != "transformer-heads" else "dim-emb"):
        architecture(configuration)


@pytest.mark.parametrize("name", ["model.bin", "vocab.spm", "lex.bin"])
def test_translator_refuses_a_changed_file(tmp_path: Path, name: str) -> None:
    model = write_model(tmp_path, SHAPES["shortlist"])
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(EngineError, match=rf"{name} .* SHA-256"):
        Translator(model, "int8")


def test_translator_refuses_sizes_that_do_not_fit_the_matrices(tmp_path: Path) -> None:
    model = write_model(tmp_path, TINY, **{"dim-emb": 64})
    with pytest.raises(EngineError, match="don't fit"):
        Translator(model, "int8")


def test_translator_refuses_a_vocabulary_of_another_model(tmp_path: Path) -> None:
    model = write_model(tmp_path / "a", TINY, **{"dim-vocabs": [40, 40]})
    with pytest.raises(EngineError, match="don't belong together"):
        Translator(model, "int8")


def test_translator_refuses_a_vocabulary_that_is_none(tmp_path: Path) -> None:
    model = write_model(tmp_path, TINY)
    (tmp_path / "vocab.spm").write_bytes(b"no vocabulary")
    other = ModelFile("vocab.spm", sha256(tmp_path / "vocab.spm"))
    with pytest.raises(EngineError, match=r"vocab\.spm"):
        Translator(replace(model, source_vocabulary=other, target_vocabulary=other), "int8")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"short", id="cut in the head"),
        pytest.param(bytes(48), id="another format"),
        pytest.param(shortlist_file(20)[:-8], id="cut in the lists"),
        pytest.param(shortlist_file(60), id="words that the model has not"),
    ],
)
def test_read_shortlist_refuses_other_files(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lex.bin"
    path.write_bytes(content)
    with pytest.raises(EngineError, match=r"lex\.bin"):
        read_shortlist(path.read_bytes(), path.name, 20, 20, shared=True)


def test_shortlist_words_are_the_listed_frequent_and_own(tmp_path: Path) -> None:
    path = tmp_path / "lex.bin"
    path.write_bytes(shortlist_file(20))
    found = read_shortlist(path.read_bytes(), path.name, 20, 20, shared=True).words([9], common=False)
    assert found.tolist() == [0, 1, 2, 3, 9, 10, 11, 12]  # 0 to 3 frequent; 0 lists 1 to 3, 9 lists 10 to 12


def test_shortlist_of_two_vocabularies_copies_no_ids(tmp_path: Path) -> None:
    path = tmp_path / "lex.bin"
    path.write_bytes(shortlist_file(20))
    assert 9 not in read_shortlist(path.read_bytes(), path.name, 20, 20, shared=False).words([9], common=False)


def test_translator_builds_again_what_the_cache_has_damaged(tmp_path: Path) -> None:
    model = write_model(tmp_path / "model", TINY)
    Translator(model, "int8")
    graphs = sorted((tmp_path / "cache").glob("*.graph"))
    graphs[0].write_bytes(b"no graph")
    Translator(model, "int8")
    assert graphs[0].stat().st_size > 1000


def test_translator_forgets_the_graphs_of_an_older_version(tmp_path: Path) -> None:
    model = write_model(tmp_path / "model", TINY)
    Translator(model, "int8")
    kept = sorted((tmp_path / "cache").iterdir())
    older, another = (tmp_path / "cache" / f"{name}.onnx" for name in (f"{model.network.sha256[:16]}-0-int8-step", "b"))
    older.touch()
    another.touch()
    Translator(model, "int8")
    assert sorted((tmp_path / "cache").iterdir()) == sorted([*kept, another])


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_translator_needs_no_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path / place))
    translator = Translator(write_model(tmp_path / "model", TINY), "int8")
    assert translator.start([[3, 4]], 8)["cell1"].shape == (1, 1, 32)


def test_translator_leaves_no_half_written_graph(tmp_path: Path) -> None:
    Translator(write_model(tmp_path / "model", TINY), "int8")
    assert not list((tmp_path / "cache").glob("*.part"))


def test_tensor_floats_are_what_the_integers_stand_for(tmp_path: Path) -> None:
    model = write_model(tmp_path, TINY)
    tensor = read_weights(model.checked_content(model.network), "model.bin").tensor("Wemb")
    np.testing.assert_allclose(tensor.floats * tensor.multiplier, tensor.values, rtol=1e-5)


def test_translator_never_opens_a_damaged_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = write_model(tmp_path / "model", TINY)
    Translator(model, "int8")
    intact = {path: path.read_bytes() for path in (tmp_path / "cache").iterdir()}
    for path, content in intact.items():
        path.write_bytes(content[:-500] + bytes(500))
    opened: list[bytes] = []
    monkeypatch.setattr("translate.engines.firefox.sessions._open", opened.append)
    Translator(model, "int8")
    assert {path: path.read_bytes() for path in intact} == intact
    assert sorted(opened) == sorted(content[20:] for content in intact.values())
