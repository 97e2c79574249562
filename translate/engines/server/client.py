"""ChatClient: questions to a model that a program on this machine serves; of translation it knows nothing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from translate.engines.server.address import USUAL, Address, find_address
from translate.engines.server.exchange import Reply, exchange
from translate.engines.settings import EngineSettings
from translate.errors import EngineError
from translate.message import say

SEED = 7
_LIST_S = 30.0  # llama-cpp-python answers nothing, this neither, while it writes
_PROBE_S = 1.0
_ANSWER_S = 300.0
"""Seconds until a whole answer: a model of 7 billion parameters writes about 5 tokens a second on two cores."""
_REFUSED = frozenset({400, 422, 500, 501})
"""What servers answer to a form of the request that they don't know; llama-cpp-python 0.3.36 says 500."""
_SHOWN = 200

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model wrote.

    Attributes:
        text: As it came, without what it thought aloud before.
        cut: It reached the limit of tokens.
        formed: The server was told to keep to the schema that was asked for.
    """

    text: str
    cut: bool
    formed: bool


def _no_form(schema: Schema) -> dict[str, Any]:
    return {}


def _form(schema: Schema) -> dict[str, Any]:
    """As llama.cpp, Ollama, LM Studio and vLLM know it."""
    return {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": schema}}


def _older_form(schema: Schema) -> dict[str, Any]:
    """As llama-cpp-python knows it."""
    return {"type": "json_object", "schema": schema}


_FORMS = (_form, _older_form, _no_form)
"""Ways to ask for JSON of a schema, tried in turn until the server takes one."""


class ChatClient:
    """One model of one server. Any thread may ask.

    Args:
        settings: Where the server is and which of its models is meant.
        timeout_s: Most seconds until an answer is there.

    Attributes:
        model: Name that the server gives the model.
        title: The same for people: a file's name without its folders.

    Raises:
        EngineError: No server answers, it may not be asked, or the model cannot be told.
    """

    def __init__(self, settings: EngineSettings, timeout_s: float = _ANSWER_S) -> None:
        self._address, known = _found(settings)
        self._timeout_s = timeout_s
        self.model = _chosen(settings.server_model, known, self._address)
        self.title = _title(self.model)
        self._details = known[self.model]
        self._form = 0
        self._is_known = False  # whether the server took this form before
        self._lock = Lock()

    @property
    def signature(self) -> str:
        """The model by its name and what else the server tells of it, and how it is asked."""
        told = f" {self._details}" if self._details else ""
        return f"{self.title}{told}, temperature 0, seed {SEED}, {_FORMS[self._form].__name__.strip('_')}"

    @property
    def url(self) -> str:
        """Where the server is."""
        return self._address.url

    def ask(
        self, instruction: str, question: str, most_tokens: int, schema: Schema | None = None, formed: str = ""
    ) -> Answer:
        """The model's answer; the same each time, as far as the server computes the same.

        Args:
            instruction: What holds for all questions.
            question: The question.
            most_tokens: Longest answer.
            schema: JSON schema of the answer; kept to where the server can.
            formed: What the instruction says besides where the schema is kept to.

        Raises:
            EngineError: The server gave no answer, or none that is a chat completion.
        """
        asked = {
            "model": self.model,
            "messages": _messages(instruction, question),
            "temperature": 0,
            "seed": SEED,
            "max_tokens": most_tokens,
            "stream": False,
        }
        if schema is None:
            return self._answer(self._post(asked), formed=False)
        with self._lock:  # of several first questions one finds the form that the server takes
            while not self._is_known:
                reply = self._post(self._with_form(asked, schema, f"{instruction}\n{formed}", question))
                if reply.status in _REFUSED and self._form < len(_FORMS) - 1:
                    self._form += 1
                    continue
                answer = self._answer(reply, formed=self._is_formed)
                self._is_known = True
                return answer
        reply = self._post(self._with_form(asked, schema, f"{instruction}\n{formed}", question))
        return self._answer(reply, formed=self._is_formed)

    @property
    def _is_formed(self) -> bool:
        return _FORMS[self._form] is not _no_form

    def _with_form(self, asked: Mapping[str, Any], schema: Schema, instruction: str, question: str) -> dict[str, Any]:
        """A request with the form of its answer, as far as the server is known to take one."""
        if not self._is_formed:
            return dict(asked)
        return {**asked, "messages": _messages(instruction, question), "response_format": _FORMS[self._form](schema)}

    def _post(self, asked: Mapping[str, Any]) -> Reply:
        body = json.dumps(asked, ensure_ascii=False).encode("utf-8", "replace")
        return exchange(self._address, "/chat/completions", body, self._timeout_s)

    def _answer(self, reply: Reply, *, formed: bool) -> Answer:
        """The model's words from a reply."""
        found = _read(reply, self._address)
        try:
            choice = found["choices"][0]
            text, reason = choice["message"].get("content"), choice.get("finish_reason")
        except (KeyError, IndexError, TypeError, AttributeError) as error:
            raise _strange(reply, self._address) from error
        if text is None:
            text = ""
        if not isinstance(text, str):
            raise _strange(reply, self._address)
        return Answer(_without_thoughts(text), reason == "length", formed)


def _messages(instruction: str, question: str) -> list[dict[str, str]]:
    """What is said to the model."""
    return [{"role": "system", "content": instruction}, {"role": "user", "content": question}]


def _without_thoughts(text: str) -> str:
    """What stands behind the thoughts that some models write first; nothing where they have no end."""
    before, mark, after = text.rpartition("</think>")
    if mark:
        return after.strip()
    return before if text.lstrip().startswith("<think>") else text.strip()


def _found(settings: EngineSettings) -> tuple[Address, dict[str, str]]:
    """The server, and its models by name with what tells them from others of that name."""
    if settings.server is not None:
        address = find_address(settings.server, settings.server_hosts)
        return address, _models(address, _LIST_S)
    for url in USUAL.values():
        address = find_address(url)
        try:
            return address, _models(address, _PROBE_S)
        except EngineError:  # nobody listens there, or something else does
            continue
    raise EngineError(
        say(
            "No program that serves a language model answers on this machine; looked for {places}. Start one, or name "
            "its address: --server URL, or ENTENTE_SERVER=URL",
            places=", ".join(f"{name} ({url})" for name, url in USUAL.items()),
        )
    )


def _models(address: Address, timeout_s: float) -> dict[str, str]:
    """A server's models, in its order."""
    reply = exchange(address, "/models", None, timeout_s)
    listed = _read(reply, address).get("data")
    if not isinstance(listed, list):
        raise _strange(reply, address)
    entries = [entry for entry in listed if isinstance(entry, dict) and isinstance(entry.get("id"), str)]
    return {entry["id"]: _told(entry) for entry in entries}


def _told(entry: Mapping[str, Any]) -> str:
    """What a server tells of a model that does not change from one start to the next: llama.cpp its sizes."""
    told = entry.get("meta")
    kept = {key: value for key, value in told.items() if isinstance(value, int)} if isinstance(told, dict) else {}
    return " ".join(f"{key}={kept[key]}" for key in sorted(kept))


def _chosen(wanted: str | None, known: Mapping[str, str], address: Address) -> str:
    """The model that is meant."""
    if wanted is None and len(known) == 1:
        return next(iter(known))
    fitting = [name for name in known if wanted is not None and wanted in (name, _title(name))]
    if fitting:
        return fitting[0]
    names = ", ".join(map(_title, known)) or say("none")
    if wanted is None:
        message = say(
            "The server {url} has these models: {names}. Name the one to use: --server-model NAME, or "
            "ENTENTE_SERVER_MODEL=NAME",
            url=address.url,
            names=names,
        )
    else:
        message = say(
            "The server {url} has no model {model!r}; it has {names}. Name one of these, or load it there first.",
            url=address.url,
            model=wanted,
            names=names,
        )
    raise EngineError(message)


def _title(model: str) -> str:
    """A model's name without the folders that llama.cpp gives with it."""
    is_path = model.startswith(("/", "~", ".")) or "\\" in model or (model[1:2] == ":" and model[2:3] in ("/", "\\"))
    return model.replace("\\", "/").rpartition("/")[2] if is_path else model


def _read(reply: Reply, address: Address) -> dict[str, Any]:
    """A reply's JSON object."""
    if reply.status != 200:
        raise EngineError(
            say(
                "The server {url} answered with status {status}: {text} See what it says of itself; it may be loading "
                "its model still, or lack memory.",
                url=address.url,
                status=reply.status,
                text=_excerpt(reply),
            )
        )
    try:
        found = json.loads(reply.body)
    except (ValueError, RecursionError) as error:
        raise _strange(reply, address) from error
    if not isinstance(found, dict):
        raise _strange(reply, address)
    return found


def _strange(reply: Reply, address: Address) -> EngineError:
    """What to say of an answer that is none."""
    return EngineError(
        say(
            "What answers at {url} does not speak the chat-completions protocol; it said: {text} Name the address of "
            "Ollama, llama.cpp, LM Studio, vLLM or another program that does.",
            url=address.url,
            text=_excerpt(reply),
        )
    )


def _excerpt(reply: Reply) -> str:
    """The beginning of a reply, on one line."""
    text = " ".join(reply.body[: 4 * _SHOWN].decode("utf-8", "replace").split())
    return f"“{text[:_SHOWN]}”."


def parsed(answer: Answer, key: str) -> object:
    """What an answer in JSON has under a key; None where it has none or is no JSON."""
    text = answer.text.strip().removeprefix("```json").removeprefix("```").removesuffix("```").strip()
    try:
        found = json.loads(text, strict=False)  # llama-cpp-python's grammar lets line ends into a text
    except (ValueError, RecursionError):
        return None
    return found.get(key) if isinstance(found, dict) else None


def sequence_of_text(found: object) -> Sequence[str]:
    """The texts of a list; none where it is no list of texts."""
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        return ()
    return found
