"""A server on loopback with the layout of Mozilla's registry, which serves the packaged model's own files, gzipped."""

import gzip
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from translate.engines.firefox.packaged import packaged_models

NETWORK, VOCABULARY, SHORTLIST = "model.enpt.intgemm.alphas.bin", "vocab.enpt.spm", "lex.50.50.enpt.s2t.bin"


@cache
def packaged_files() -> dict[str, bytes]:
    """The English → Portuguese model's files by name."""
    model = next(model for model in packaged_models() if model.pair == "en-pt")
    return {file.name: model.path(file).read_bytes() for file in model.files}


@cache
def gzipped_files() -> dict[str, bytes]:
    """The same, as Mozilla's bucket stores them."""
    return {f"{name}.gz": gzip.compress(content, 1, mtime=0) for name, content in packaged_files().items()}


def entry(source: str = "en", target: str = "pt", **changes: Any) -> dict[str, Any]:
    """A registry's entry for the packaged model, with some fields changed."""
    network = packaged_files()[NETWORK]
    files = {
        "model": {
            "path": f"models/en-pt/{NETWORK}.gz",
            "uncompressedSize": len(network),
            "uncompressedHash": hashlib.sha256(network).hexdigest(),
        },
        "lexicalShortlist": {"path": f"models/en-pt/{SHORTLIST}.gz"},
        "vocab": {"path": f"models/en-pt/{VOCABULARY}.gz"},
    }
    return {
        "architecture": "tiny",
        "releaseStatus": "Release",
        "sourceLanguage": source,
        "targetLanguage": target,
        "files": files,
        "modelStatistics": {"parameters": 16_700_000},
        "metrics": {"flores200-plus": {"bleu": 46.0, "chrf": 69.0, "chrfpp": 67.0, "comet22": 0.885}},
    } | changes


def registry(*entries: dict[str, Any]) -> dict[str, Any]:
    """A registry of these entries, whose files lie beside it."""
    models: dict[str, list[dict[str, Any]]] = {}
    for one in entries:
        models.setdefault(f"{one['sourceLanguage']}-{one['targetLanguage']}", []).append(one)
    return {"generated": "2025-12-01T00:00:00Z", "baseUrl": "..", "models": models}


@dataclass
class Server:
    """What the server does; tests change it.

    Attributes:
        address: Of the registry.
        registry: What it sends for that: JSON, or bytes as they are.
        files: Content by file name.
        cuts: How often each file's connection breaks off in the middle.
        ranges: Whether it can send a part of a file.
        asked: File name and Range of each request, in order.
    """

    address: str = ""
    registry: object = field(default_factory=lambda: registry(entry()))
    files: dict[str, bytes] = field(default_factory=lambda: dict(gzipped_files()))
    cuts: dict[str, int] = field(default_factory=dict)
    ranges: bool = True
    asked: list[tuple[str, str]] = field(default_factory=list)

    def content(self, name: str) -> bytes | None:
        """The file of a name; None where there is none."""
        if name == "models.json":
            return self.registry if isinstance(self.registry, bytes) else json.dumps(self.registry).encode()
        return self.files.get(name)


@contextmanager
def serving() -> Iterator[Server]:
    """A server that runs as long as the context."""
    known = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name, wanted = self.path.rpartition("/")[2], self.headers.get("Range", "")
            known.asked.append((name, wanted))
            content = known.content(name)
            if content is None:
                self.answer(404, b"")
                return
            start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted and known.ranges else 0
            if start >= len(content):
                self.answer(416, b"")
            elif known.cuts.get(name, 0):
                known.cuts[name] -= 1
                self.answer(206 if start else 200, content[start:], start, sent=(len(content) - start) // 2)
            else:
                self.answer(206 if start else 200, content[start:], start)

        def answer(self, status: int, body: bytes, start: int = 0, sent: int | None = None) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            if status == 206:
                end = start + len(body)
                self.send_header("Content-Range", f"bytes {start}-{end - 1}/{end}")
            self.end_headers()
            self.wfile.write(body[:sent])
            self.close_connection = sent is not None

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        known.address = f"http://127.0.0.1:{server.server_address[1]}/db/models.json"
        yield known
        server.shutdown()
