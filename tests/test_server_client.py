"""The client of model servers: where it may go, what it asks, and what it says of servers that misbehave."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from tests.chat_server import ChatServer, Raw, completion, plain, serving
from translate.engines.server.address import find_address
from translate.engines.server.client import Answer, ChatClient, parsed
from translate.engines.settings import EngineSettings, settings_from
from translate.errors import EngineError

SCHEMA = {"type": "object"}


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with serving(ChatServer()) as running:
        yield running


def client(server: ChatServer, model: str | None = None, timeout_s: float = 5) -> ChatClient:
    return ChatClient(EngineSettings(server=server.url, server_model=model), timeout_s)


def resolving(*numbers: str) -> Callable[[str, int], Sequence[str]]:
    return lambda host, port: numbers


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("http://localhost:8080", "http://localhost:8080/v1"),
        ("localhost:8080/v1/", "http://localhost:8080/v1"),
        ("https://gpu.local/llm/v1/chat/completions", "https://gpu.local:443/llm/v1"),
        ("http://[::1]:80", "http://[::1]:80/v1"),
    ],
)
def test_find_address_knows_how_people_write_it(url: str, found: str) -> None:
    assert find_address(url, resolve=resolving("127.0.0.1")).url == found


@pytest.mark.parametrize(
    "url", ["", "ftp://localhost", "http://me:secret@localhost", "http://h:99999999", "http://h?a=b"]
)
def test_find_address_refuses_what_is_no_address(url: str) -> None:
    with pytest.raises(EngineError, match="no address of a server"):
        find_address(url, resolve=resolving("127.0.0.1"))


@pytest.mark.parametrize("number", ["10.0.0.7", "8.8.8.8", "0.0.0.0", "fe80::1", "::ffff:10.0.0.7"])
def test_find_address_refuses_a_number_outside_this_machine(number: str) -> None:
    with pytest.raises(EngineError, match="not on this machine"):
        find_address("http://localhost:8080", resolve=resolving(number))


def test_find_address_refuses_a_name_of_which_one_number_is_outside() -> None:
    with pytest.raises(EngineError, match="not on this machine"):
        find_address("http://here:8080", resolve=resolving("127.0.0.1", "10.0.0.7"))


def test_find_address_takes_a_host_that_the_reader_named() -> None:
    found = find_address("http://gpu.local:8080", ["GPU.local"], resolving("10.0.0.7"))
    assert (found.host, found.number) == ("gpu.local", "10.0.0.7")


@pytest.mark.parametrize("number", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_find_address_takes_every_number_of_this_machine(number: str) -> None:
    assert find_address("http://here", resolve=resolving(number)).number == number


def test_find_address_says_that_a_name_is_unknown() -> None:
    def nobody(host: str, port: int) -> Sequence[str]:
        raise OSError("Name or service not known")

    with pytest.raises(EngineError, match="unknown: Name or service"):
        find_address("http://nowhere.example", resolve=nobody)


def test_ask_gives_the_models_words(server: ChatServer) -> None:
    server.say = lambda asked: " A taxa. "
    assert client(server).ask("Be brief.", "Why?", 9) == Answer("A taxa.", cut=False, formed=False)


def test_ask_asks_so_that_the_same_comes_again(server: ChatServer) -> None:
    client(server).ask("Be brief.", "Why?", 9)
    asked = server.asked[0]
    assert (asked["temperature"], asked["seed"], asked["max_tokens"], asked["stream"]) == (0, 7, 9, False)


@pytest.mark.parametrize(
    ("forms", "tried"),
    [
        (("json_schema", "json_object"), ["json_schema"]),
        (("json_object",), ["json_schema", "json_object"]),
        ((), ["json_schema", "json_object", None]),
    ],
)
def test_ask_finds_the_form_that_the_server_takes(
    server: ChatServer, forms: tuple[str, ...], tried: list[str | None]
) -> None:
    server.forms = forms
    client(server).ask("Be brief.", "Why?", 9, SCHEMA)
    assert [asked.get("response_format", {}).get("type") for asked in server.asked] == tried


@pytest.mark.parametrize("status", [400, 422, 500])
def test_ask_tries_another_form_whatever_a_server_calls_its_refusal(server: ChatServer, status: int) -> None:
    server.forms, server.refusal = ("json_object",), status
    assert client(server).ask("Be brief.", "Why?", 9, SCHEMA).formed


def test_ask_keeps_to_the_form_that_it_found(server: ChatServer) -> None:
    server.forms = ("json_object",)
    asking = client(server)
    answers = [asking.ask("Be brief.", "Why?", 9, SCHEMA) for _ in range(2)]
    assert ([answer.formed for answer in answers], len(server.asked)) == ([True, True], 3)


def test_ask_says_what_a_form_needs_only_where_there_is_one(server: ChatServer) -> None:
    server.forms = ()
    client(server).ask("Be brief.", "Why?", 9, SCHEMA, "As JSON.")
    assert [asked["messages"][0]["content"] for asked in server.asked][::2] == ["Be brief.\nAs JSON.", "Be brief."]


def test_ask_leaves_out_what_a_model_thinks_aloud(server: ChatServer) -> None:
    server.say = lambda asked: "<think>Is it a fee?</think>\nA taxa."
    assert client(server).ask("", "Why?", 9).text == "A taxa."


def test_ask_takes_thoughts_without_an_end_for_no_answer(server: ChatServer) -> None:
    server.say = plain("<think>Is it a fee?", "length")
    assert client(server).ask("", "Why?", 9).cut


MISBEHAVING = {
    "an error": (Raw(500, b"out of memory"), "status 500: .out of memory"),
    "still loading": (Raw(503, b"loading"), "status 503"),
    "no JSON": (Raw(body=b"<html>hello"), "does not speak"),
    "another schema": (Raw(body=b'{"answer": 7}'), "does not speak"),
    "no choice": (Raw(body=b'{"choices": []}'), "does not speak"),
    "no object": (Raw(body=b"[1]"), "does not speak"),
    "a number": (Raw(body=completion(7)), "does not speak"),
    "bytes": (Raw(body=b"\xff\xfe\x00"), "does not speak"),
    "deep": (Raw(body=b"[" * 100_000), "does not speak"),
    "elsewhere": (Raw(302, headers=(("Location", "http://example.org/v1"),)), "not followed"),
    "huge": (Raw(body=b" " * (5 << 20)), "longer than 4 MB"),
}


@pytest.mark.parametrize("case", MISBEHAVING)
def test_ask_says_what_is_wrong_with_an_answer(server: ChatServer, case: str) -> None:
    raw, said = MISBEHAVING[case]
    server.say = lambda asked: raw
    with pytest.raises(EngineError, match=said):
        client(server).ask("", "Why?", 9)


def test_ask_never_goes_where_a_redirect_leads(server: ChatServer) -> None:
    with serving(ChatServer()) as other:
        server.say = lambda asked: Raw(307, headers=(("Location", f"{other.url}/chat/completions"),))
        with pytest.raises(EngineError):
            client(server).ask("", "Why?", 9)
    assert other.requests == []


def test_ask_goes_through_no_proxy(server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(ChatServer()) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        client(server).ask("", "Why?", 9)
    assert (proxy.requests, len(server.asked)) == ([], 1)


def test_ask_does_not_wait_longer_than_it_is_told(server: ChatServer) -> None:
    server.say = lambda asked: Raw(waits=True)
    with pytest.raises(EngineError, match=r"within 0\.2 seconds"):
        client(server, timeout_s=0.2).ask("", "Why?", 9)


def test_ask_says_that_the_server_is_gone() -> None:
    with serving(ChatServer()) as server:
        asking = client(server)
    with pytest.raises(EngineError, match="gave no answer"):
        asking.ask("", "Why?", 9)


def test_the_only_model_is_taken(server: ChatServer) -> None:
    assert client(server).model == "tiny"


def test_of_several_models_one_must_be_named(server: ChatServer) -> None:
    server.models = ({"id": "small"}, {"id": "large"})
    with pytest.raises(EngineError, match="has these models: small, large"):
        client(server)


def test_a_model_is_taken_by_name(server: ChatServer) -> None:
    server.models = ({"id": "small"}, {"id": "/home/me/large.gguf"})
    assert (client(server, "large.gguf").model, client(server, "small").title) == ("/home/me/large.gguf", "small")


def test_an_unknown_model_is_told_with_those_there_are(server: ChatServer) -> None:
    with pytest.raises(EngineError, match="no model 'huge'; it has tiny"):
        client(server, "huge")


def test_the_signature_has_the_model_and_no_folder(server: ChatServer) -> None:
    server.models = ({"id": "/home/me/tiny.gguf", "created": 5, "meta": {"size": 9, "n_params": 3}},)
    assert client(server).signature == "tiny.gguf n_params=3 size=9, temperature 0, seed 7, form"


def test_where_no_server_is_named_the_usual_ones_are_looked_for(
    server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate.engines.server.client.USUAL", {"one": "http://127.0.0.1:1/v1", "two": server.url})
    assert ChatClient(EngineSettings()).url == server.url


def test_where_no_server_answers_the_reader_is_told_what_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.engines.server.client.USUAL", {"Ollama": "http://127.0.0.1:1/v1"})
    with pytest.raises(EngineError, match=r"looked for Ollama .*--server URL"):
        ChatClient(EngineSettings())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": "b"}', "b"),
        ('```json\n{"a": "b"}\n```', "b"),
        ('{"c": 1}', None),
        ("b", None),
        ("[1]", None),
        ('{"a": "b\nc"}', "b\nc"),
    ],
)
def test_parsed_finds_what_stands_under_a_key(text: str, found: str | None) -> None:
    assert parsed(Answer(text, cut=False, formed=True), "a") == found


def test_settings_come_from_the_environment() -> None:
    told = {"ENTENTE_SERVER": "http://h", "ENTENTE_SERVER_MODEL": "m", "ENTENTE_SERVER_HOSTS": "a, b", "OTHER": "x"}
    assert settings_from(told) == EngineSettings(server="http://h", server_model="m", server_hosts=("a", "b"))


def test_settings_refuse_an_unknown_device() -> None:
    with pytest.raises(EngineError, match="no device or precision 'tpu'"):
        settings_from({"ENTENTE_DEVICE": "tpu"})
