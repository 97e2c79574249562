"""A server on loopback that speaks the chat-completions protocol, well or badly, as a test says."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.fakes import cipher

Say = Callable[[str], str]
_ASKED = re.compile(r"The sentence to translate:\n(.*)\Z", re.DOTALL)


@dataclass
class Raw:
    """A whole HTTP answer, for what no server should say."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    waits: bool = False


@dataclass
class ChatServer:
    """What it says and what it was asked.

    Attributes:
        say: The model's text for a sentence; a Raw for something else.
        models: What it has.
        forms: Types of response_format that it takes.
        refusal: Status that others get.
        asked: Every chat request, in order.
    """

    say: Callable[[str], str | Raw] = cipher
    models: tuple[dict[str, Any], ...] = ({"id": "tiny"},)
    forms: tuple[str, ...] = ("json_schema", "json_object")
    refusal: int = 400
    asked: list[dict[str, Any]] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    url: str = ""
    ended: threading.Event = field(default_factory=threading.Event)

    def answer(self, request: dict[str, Any]) -> Raw:
        """The answer to a chat request."""
        self.asked.append(request)
        form = request.get("response_format", {}).get("type")
        if form is not None and form not in self.forms:
            return Raw(self.refusal, b'{"error": "unknown response_format"}')
        question = request["messages"][-1]["content"]
        found = _ASKED.search(question)
        said = self.say(found[1] if found else question)
        if isinstance(said, Raw):
            return said
        text = json.dumps({"translation": said}) if form and found else said
        return Raw(body=completion(text))


def completion(text: object, reason: str = "stop") -> bytes:
    """A chat completion with a text."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": reason}
    return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


def plain(text: str, reason: str = "stop") -> Callable[[str], Raw]:
    """What a server says that keeps to no form: always this text."""
    return lambda asked: Raw(body=completion(text, reason))


@contextmanager
def serving(server: ChatServer) -> Iterator[ChatServer]:
    """The server at its url, until the end of the with statement."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.requests.append(self.path)
            self._send(Raw(body=json.dumps({"object": "list", "data": server.models}).encode()))

        def do_POST(self) -> None:
            server.requests.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self._send(server.answer(json.loads(body)))

        def _send(self, raw: Raw) -> None:
            if raw.waits:
                server.ended.wait(30)
                return
            self.send_response(raw.status)
            for name, value in raw.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(raw.body)))
            self.end_headers()
            try:
                self.wfile.write(raw.body)
            except OSError:  # the other side had enough
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        server.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
        thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            http.shutdown()
            thread.join()
