import json
from pathlib import Path

import pytest

from translate.engines.checkpoints.checkpoint import Checkpoint, find_checkpoints, folders_state, read_checkpoint
from translate.engines.checkpoints.codes import by_bcp47, m2m100_languages
from translate.engines.checkpoints.other_language import other_language
from translate.engines.checkpoints.spans import links, token_spans
from translate.hypothesis import Link


def write(folder: Path, files: dict[str, object]) -> Path:
    """A folder with files: text as it is, anything else as JSON."""
    folder.mkdir(parents=True)
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> Checkpoint:
    checkpoint = read_checkpoint(folder)
    assert checkpoint is not None
    return checkpoint


MARIAN = {"config.json": {"model_type": "marian"}}
NLLB = {
    "config.json": {"model_type": "m2m_100"},
    "special_tokens_map.json": {"additional_special_tokens": ["por_Latn", "zho_Hans", "zho_Hant", "fao_Latn"]},
}


@pytest.mark.parametrize(
    ("name", "files", "sources", "targets"),
    [
        pytest.param("opus-mt-ru-en", {}, ["ru"], ["en"], id="a pair by its name"),
        pytest.param("opus-mt-tc-big-en-pt", {}, ["en"], ["pt"], id="a longer name"),
        pytest.param("opus-mt-zh-de", {}, ["zh-Hans"], ["de"], id="another code"),
        pytest.param("opus-mt-zle-en", {}, ["ru", "uk", "be"], ["en"], id="a group of languages"),
        pytest.param(
            "opus-mt-en-zle",
            {"vocab.json": {"</s>": 0, ">>rus<<": 1, ">>ukr<<": 2, ">>orv_Cyrl<<": 3}},
            ["en"],
            ["ru", "uk"],
            id="targets by their tokens",
        ),
        pytest.param(
            "opus-mt-mul-en",
            {"README.md": "---\nlanguage: \n- ca\n- 'ar'\n- xal\n\ntags:\n- nl\n---\n- it\n"},
            ["ar", "ca"],
            ["en"],
            id="sources by the card",
        ),
        pytest.param(
            "mine",
            {"tokenizer_config.json": {"source_lang": "eng", "target_lang": "por"}},
            ["en"],
            ["pt"],
            id="a pair by the tokenizer's settings",
        ),
        pytest.param("mine", {"entente.json": {"sources": ["cy"], "targets": ["en"]}}, ["cy"], ["en"], id="by notes"),
    ],
)
def test_read_checkpoint_finds_marian_s_languages(
    tmp_path: Path, name: str, files: dict[str, object], sources: list[str], targets: list[str]
) -> None:
    found = read(write(tmp_path / name, MARIAN | files))
    assert (list(found.sources), list(found.targets)) == (sources, targets)


@pytest.mark.parametrize(
    ("name", "files", "title", "some"),
    [
        pytest.param(
            "m2m100_418M", {"config.json": {"model_type": "m2m_100"}}, "M2M100 418M", {"ru": "ru", "nb": "no"}, id="m2m"
        ),
        pytest.param(
            "nllb-200-3.3B", NLLB, "NLLB-200 3.3B", {"zh-Hant": "zho_Hant", "pt": "por_Latn"}, id="nllb"
        ),
        pytest.param(
            "mbart-large-50-many-to-many-mmt",
            {"config.json": {"model_type": "mbart"}, "special_tokens_map.json": ["ar_AR", "zh_CN"]},
            "mBART-50 many-to-many-mmt",
            {"ar": "ar_AR", "zh-Hans": "zh_CN"},
            id="mbart",
        ),
        pytest.param(
            "madlad400-3b-mt",
            {"config.json": {"model_type": "t5"}, "tokenizer.json": {"<2pt>": 3, "<2ar>": 4}},
            "MADLAD-400 3b-mt",
            {"ar": "ar", "pt": "pt"},
            id="madlad",
        ),
    ],
)  # fmt: skip
def test_read_checkpoint_knows_the_large_families(
    tmp_path: Path, name: str, files: dict[str, object], title: str, some: dict[str, str]
) -> None:
    found = read(write(tmp_path / name, files))
    assert (found.title, {code: found.targets[code] for code in some}) == (title, some)


def test_read_checkpoint_of_one_to_many_translates_from_english_only(tmp_path: Path) -> None:
    files = {"config.json": {"model_type": "mbart"}, "special_tokens_map.json": ["ar_AR", "en_XX"]}
    found = read(write(tmp_path / "mbart-large-50-one-to-many-mmt", files))
    assert (list(found.sources), list(found.targets)) == (["en"], ["ar", "en"])


@pytest.mark.parametrize(
    "files",
    [{}, {"config.json": {"model_type": "bart"}}, {"config.json": {"model_type": "t5"}}, {"config.json": "{"}],
    ids=["empty", "a summariser", "T5 without languages", "broken settings"],
)
def test_read_checkpoint_is_none_for_what_translates_nothing(tmp_path: Path, files: dict[str, object]) -> None:
    assert read_checkpoint(write(tmp_path / "some-model", files)) is None


@pytest.mark.parametrize(
    ("name", "card", "free"),
    [
        ("nllb-200-distilled-600M", "---\nlicense: cc-by-nc-4.0\n---\n", False),
        ("nllb-200-distilled-600M", "", False),
        ("nllb-mine", "---\nlicense: mit\n---\n", True),
    ],
    ids=["non-commercial", "NLLB without a card", "trained anew"],
)
def test_checkpoint_is_free_unless_its_licence_is_non_commercial(
    tmp_path: Path, name: str, card: str, free: bool
) -> None:
    assert read(write(tmp_path / name, NLLB | {"README.md": card})).is_free is free


def test_find_checkpoints_reads_the_models_folder_and_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENTENTE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    write(tmp_path / "models" / "seq2seq" / "opus-mt-ru-en", MARIAN)
    repository = tmp_path / "hub" / "models--Helsinki-NLP--opus-mt-en-ar"
    write(repository / "refs", {"main": "abc"})
    write(repository / "snapshots" / "abc", MARIAN)
    assert [found.name for found in find_checkpoints("seq2seq")] == ["opus-mt-ru-en", "opus-mt-en-ar"]


def test_folders_state_changes_with_a_new_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_MODELS", str(tmp_path))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    before = folders_state("seq2seq")
    write(tmp_path / "seq2seq" / "opus-mt-ru-en", MARIAN)
    assert folders_state("seq2seq") != before


def test_fingerprint_changes_with_the_weights(tmp_path: Path) -> None:
    folder = write(tmp_path / "opus-mt-ru-en", MARIAN | {"model.safetensors": "a" * 10})
    before = read(folder).fingerprint()
    (folder / "model.safetensors").write_text("a" * 9 + "b")
    assert read(folder).fingerprint() != before


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["prs_Arab", "pes_Arab"], {"fa": "pes_Arab"}),
        (["srp_Latn", "srp_Cyrl"], {"sr": "srp_Cyrl"}),
        (["cmn_Hans", "zh_TW"], {"zh-Hans": "cmn_Hans", "zh-Hant": "zh_TW"}),
        (["pt_br", "por"], {"pt": "por"}),
        (["xx", "ast"], {}),
    ],
    ids=["the usual one of two", "the usual script", "Chinese scripts", "without a region first", "unknown"],
)
def test_by_bcp47(codes: list[str], expected: dict[str, str]) -> None:
    assert by_bcp47(codes) == expected


def test_m2m100_languages_are_ours() -> None:
    assert {"en", "zh-Hans", "ar", "fil", "nb"} <= m2m100_languages()


@pytest.mark.parametrize(
    ("text", "output", "target", "expected"),
    [
        pytest.param("The tram runs.", "Трамвай снова ходит.", "ar", "und", id="another script"),
        pytest.param("x", "Парламент вчера принял новый закон о водных ресурсах.", "ar", "ru", id="a language of it"),
        pytest.param("The tram runs.", "Трам", "ar", None, id="too short to tell"),
        pytest.param("IBM Deutschland", "IBM Deutschland", "ar", None, id="a copy is another check's"),
        pytest.param("The tram", "路面电车再次运行。", "ja", None, id="Chinese characters in Japanese"),
        pytest.param("x", "법원은 그 요청을 기각하였다.", "ko", None, id="the script asked for"),
        pytest.param(
            "The Parliament adopted the law yesterday and it enters into force in May.",
            "O Parlamento aprovou ontem a lei, que entra em vigor no mês de maio.",
            "de",
            "pt",
            id="another language of the same script",
        ),
        pytest.param("x", "Das Parlament hat gestern das Gesetz verabschiedet.", "de", None, id="the right language"),
    ],
)
def test_language_astray(text: str, output: str, target: str, expected: str | None) -> None:
    assert other_language(text, output, target) == expected


@pytest.mark.parametrize(
    ("text", "tokens", "expected"),
    [
        pytest.param("A b", [">>rus<<", "▁A", "▁b", "</s>"], [None, (0, 1), (2, 3), None], id="control symbols"),
        pytest.param("ﬁne “q”", ["▁fine", '▁"', "q", '"'], [(0, 3), (4, 5), (5, 6), (6, 7)], id="normalised letters"),
        pytest.param("法院驳回", ["▁", "法院", "驳", "回"], [None, (0, 2), (2, 3), (3, 4)], id="no spaces"),
        pytest.param("a ☃ b", ["▁a", "<unk>", "▁b"], [(0, 1), None, (4, 5)], id="an unknown character"),
    ],
)
def test_token_spans(text: str, tokens: list[str], expected: list[tuple[int, int] | None]) -> None:
    assert token_spans(text, tokens) == expected


def test_links_join_tokens_to_words() -> None:
    found = links(
        "No fees.", "Sem taxas.", ["▁No", "▁fee", "s", ".", "</s>"], ["▁Sem", "▁tax", "as", "."],
        [[0.9, 0.1, 0, 0, 0], [0, 0.3, 0.2, 0, 0.5], [0, 0.2, 0.6, 0.2, 0], [0, 0, 0, 1, 0]],
    )  # fmt: skip
    assert found == (Link(0, 2, 0, 3), Link(3, 7, 4, 9), Link(7, 8, 9, 10))
