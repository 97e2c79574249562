import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.model_server import Server, entry, registry, serving
from translate.errors import EngineError, LanguageError
from translate.models.catalogue import REGISTRY, Offer, best_offer, read_catalogue, registry_address


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as known:
        yield known


def scored(chrf: float | None, **changes: Any) -> dict[str, Any]:
    return entry(metrics={} if chrf is None else {"flores200-plus": {"chrfpp": chrf}}, **changes)


def offers(server: Server, *entries: dict[str, Any]) -> tuple[Offer, ...]:
    server.registry = registry(*entries)
    return read_catalogue(server.address)


def test_an_offer_has_what_the_registry_says(server: Server) -> None:
    (offer,) = read_catalogue(server.address)
    assert (offer.pair, offer.kind, offer.status, offer.generated) == (
        "en-pt",
        "tiny",
        "Release",
        "2025-12-01T00:00:00Z",
    )
    assert offer.quality == "COMET22 0.885, chrF++ 67.0 on FLORES-200+ (Mozilla's registry)"
    assert [file.name.split(".")[0] for file in offer.files] == ["model", "vocab", "lex"]


def test_addresses_of_files_are_relative_to_the_base(server: Server) -> None:
    (offer,) = read_catalogue(server.address)
    root = server.address.removesuffix("/db/models.json")
    assert offer.source_vocabulary.address == f"{root}/models/en-pt/vocab.enpt.spm.gz"


def test_a_gzipped_registry_is_read(server: Server) -> None:

    server.registry = gzip.compress(json.dumps(registry(entry())).encode())
    assert [offer.pair for offer in read_catalogue(server.address)] == ["en-pt"]


def test_two_vocabularies_are_two_files(server: Server) -> None:
    files = entry()["files"]
    two = {"srcVocab": {"path": "a/srcvocab.spm.gz"}, "trgVocab": {"path": "a/trgvocab.spm.gz"}}
    (offer,) = offers(server, entry(files={"model": files["model"], **two}))
    assert [file.name for file in offer.files[1:]] == ["srcvocab.spm", "trgvocab.spm"]
    assert offer.shortlist is None


@pytest.mark.parametrize(
    ("source", "target", "pairs"),
    [
        pytest.param("zh", "en", ["zh-Hans-en"], id="Chinese"),
        pytest.param("en", "zh_hant", ["en-zh-Hant"], id="traditional Chinese"),
        pytest.param("no", "en", ["nb-en"], id="Norwegian"),
        pytest.param("hbs", "en", ["bs-en", "hr-en"], id="Serbo-Croatian"),
    ],
)
def test_languages_are_called_by_bcp_47(server: Server, source: str, target: str, pairs: list[str]) -> None:
    assert [offer.pair for offer in offers(server, entry(source, target))] == pairs


def test_an_unknown_language_is_left_out(server: Server) -> None:
    assert [offer.pair for offer in offers(server, entry("xx", "en"), entry())] == ["en-pt"]


def test_the_best_offer_has_the_best_chrf(server: Server) -> None:
    found = offers(server, scored(66.0), scored(68.0, architecture="base"), scored(67.0, architecture="base-memory"))
    assert best_offer(found, "en", "pt").kind == "base"


def test_the_best_offer_is_released(server: Server) -> None:
    better = scored(70.0, architecture="base", releaseStatus="Nightly")
    found = offers(server, better, scored(66.0, releaseStatus="Release Desktop"))
    assert best_offer(found, "en", "pt", unreleased=True).status == "Release Desktop"


def test_an_offer_without_a_figure_is_the_last(server: Server) -> None:
    found = offers(server, scored(None, architecture="base"), scored(50.0))
    assert best_offer(found, "en", "pt").kind == "tiny"


def test_an_unreleased_model_must_be_asked_for(server: Server) -> None:
    found = offers(server, entry("sr", "en", releaseStatus=None))
    with pytest.raises(LanguageError, match="install sr-en --unreleased"):
        best_offer(found, "sr", "en")
    assert best_offer(found, "sr", "en", unreleased=True).pair == "sr-en"


def test_an_unknown_pair_names_the_way_through_english(server: Server) -> None:
    with pytest.raises(LanguageError, match="install ru-en en-pt"):
        best_offer(offers(server, entry("ru", "en"), entry("en", "pt")), "ru", "pt")


def test_an_unknown_pair_names_what_there_is(server: Server) -> None:
    with pytest.raises(LanguageError, match="Georgian into Portuguese; it has en-pt"):
        best_offer(offers(server, entry()), "ka", "pt")


def changed(**fields: Any) -> dict[str, Any]:
    """A registry whose only entry has another network."""
    files = entry()["files"]
    return registry(entry(files=files | {"model": files["model"] | fields}))


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        pytest.param(b"<html>sign in</html>", "no JSON", id="a page"),
        pytest.param([], "built otherwise", id="a list"),
        pytest.param({"data": []}, "'models' is missing", id="another list of models"),
        pytest.param({"models": {"en-pt": [entry()]}}, "'baseUrl' is missing", id="no base"),
        pytest.param({"models": {}, "baseUrl": ".."}, "lists no model", id="empty"),
        pytest.param(registry(entry(files={})), "'model' is missing", id="no network"),
        pytest.param(changed(uncompressedHash="abc"), "no SHA-256", id="no hash"),
        pytest.param(changed(uncompressedHash=None), "built otherwise", id="null"),
        pytest.param(changed(uncompressedSize=10**12), "no size", id="a terabyte"),
        pytest.param(changed(path="models/.."), "names no file", id="a path that leaves"),
        pytest.param(changed(path="a/vocab.enpt.spm.gz"), "have one name", id="two files of one name"),
    ],
)
def test_a_registry_of_another_shape_is_refused(server: Server, shape: object, said: str) -> None:
    server.registry = shape
    with pytest.raises(EngineError, match=f"not of the shape of Mozilla's: .*{said}.* Check the address"):
        read_catalogue(server.address)


def test_an_odd_entry_does_not_hide_the_others(server: Server) -> None:
    assert [offer.pair for offer in offers(server, entry("ru", "en", files={}), entry())] == ["en-pt"]


def test_a_registry_that_is_too_large_is_refused(server: Server) -> None:
    server.registry = b" " * 21_000_000
    with pytest.raises(EngineError, match="larger than 20 MB"):
        read_catalogue(server.address)


def test_a_missing_registry_says_what_to_check(server: Server) -> None:
    with pytest.raises(EngineError, match=r"has no none\.json: it answers 404 .*--registry"):
        read_catalogue(server.address.replace("models.json", "none.json"))


def test_no_connection_says_what_to_do() -> None:
    with pytest.raises(EngineError, match=r"cannot be reached.*Check the connection.*models pack"):
        read_catalogue("http://127.0.0.1:9/models.json")


def test_only_http_is_fetched() -> None:
    with pytest.raises(EngineError, match="not one of http or https"):
        read_catalogue("file:///etc/passwd")


def test_the_registry_is_mozillas_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ENTENTE_REGISTRY", raising=False)
    assert registry_address() == REGISTRY
    monkeypatch.setenv("ENTENTE_REGISTRY", "http://a/m.json")
    assert (registry_address(), registry_address("http://b/m.json")) == ("http://a/m.json", "http://b/m.json")
