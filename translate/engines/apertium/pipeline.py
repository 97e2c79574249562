"""A mode of Apertium as a resident pipeline: one text in, one text out, as long as the programs live."""

import os
import re
import selectors
import shlex
import subprocess
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock, Thread
from typing import IO

from translate.errors import EngineError
from translate.message import say

_SPECIAL = re.compile(r"([\^$@\\/\[\]{}<>])")
# Characters that the programs write unescaped before words they do not know; a text's own ones travel as others.
_LITERAL = str.maketrans({"*": "\ue000", "#": "\ue001", "\0": " "})
_BACK = str.maketrans({"\ue000": "*", "\ue001": "#"})
_MARKED = re.compile(r"\\(.)|[*#@](\w+(?:['’-]\w+)*)", re.DOTALL)
_END = ".[]"  # ends a text for the analyser and disappears again: what Apertium's own deformatter adds
_ARGUMENTS = {"$1": ["-g"], "$2": []}  # generate with marks for unknown words; nothing for the tagger


class Pipeline:
    """The programs of one mode, started with the first text and kept until close().

    Every program gets -z: it reads texts that end in NUL and hands each on before it reads the next. So a text
    comes back as one text, whatever it holds, and counting NULs proves it. Any thread may call translate(). The
    programs end with the pipeline too, where nobody closes it.

    Args:
        mode: A `.mode` file, in which Apertium writes a pair's programs as a shell pipeline.
        timeout_s: Longest wait for one text.
    """

    def __init__(self, mode: Path, timeout_s: float = 60.0) -> None:
        self._commands = commands(mode.read_text(encoding="utf-8"))
        self._name, self._timeout_s = mode.stem, timeout_s
        self._programs: list[subprocess.Popen[bytes]] = []
        self._lock = Lock()
        weakref.finalize(self, _end, self._programs)

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The output for each text as the programs write it (see unmarked()); empty where they died of it.

        Raises:
            EngineError: A program is missing, or no text of a kind comes through at all.
        """
        with self._lock:
            outputs: list[str] = []
            while len(outputs) < len(texts):
                done = list(self._through(texts[len(outputs) :]))
                outputs += done
                if len(outputs) < len(texts):  # the programs died of the next text: it gets no output, the rest does
                    outputs.append("")
                    self._stop()
            return outputs

    def close(self) -> None:
        """End the programs; a later translate() starts them again."""
        with self._lock:
            self._stop()

    def _through(self, texts: Sequence[str]) -> Iterator[str]:
        """Outputs in order, as far as they come."""
        if not self._programs:
            self._start()
        first, last = self._programs[0].stdin, self._programs[-1].stdout
        assert first is not None  # both are pipes
        assert last is not None
        writer = Thread(target=_write, args=(first, texts), daemon=True)
        writer.start()
        received = _read(last, self._timeout_s)
        for _, output in zip(texts, received, strict=False):
            yield output.removesuffix(_END)

    def _start(self) -> None:
        """Start every program, each reading what the one before it writes."""
        environment = os.environ | {"LC_ALL": "C.UTF-8"}
        before: IO[bytes] | int | None = subprocess.PIPE
        try:
            for command in self._commands:
                program = subprocess.Popen(
                    command, stdin=before, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
                )
                if self._programs:
                    _close(self._programs[-1].stdout)
                self._programs.append(program)
                before = program.stdout
        except OSError as error:
            self._stop()
            raise EngineError(
                say(
                    "Apertium's program {program!r} for {pair} cannot be started: {reason}. Run: apt-get "
                    "install --reinstall apertium apertium-lex-tools",
                    program=command[0],
                    pair=self._name,
                    reason=str(error.strerror),
                )
            ) from error

    def _stop(self) -> None:
        """End the programs and forget them."""
        _end(self._programs)


def commands(mode: str) -> list[list[str]]:
    """The programs of a mode with their arguments, made to flush at NUL and to mark unknown words.

    Args:
        mode: Content of a `.mode` file: programs joined by "|", with $1 and $2 for what a caller may set.

    >>> commands("lt-proc 'a b.bin' | lt-proc $1 c.bin")
    [['lt-proc', '-z', 'a b.bin'], ['lt-proc', '-z', '-g', 'c.bin']]
    """
    found = []
    for stage in mode.split("|"):
        program, *arguments = shlex.split(stage)
        found.append([program, "-z", *(a for given in arguments for a in _ARGUMENTS.get(given, [given]))])
    return found


def unmarked(output: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text as the programs wrote it, for people: escapes undone, marks taken off.

    Returns:
        The text, and the half-open string indices of each word in it that carried a mark.

    >>> unmarked(r"Cost \\@ 5 of *Wrocław")
    ('Cost @ 5 of Wrocław', ((12, 19),))
    """
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = end = 0
    for found in _MARKED.finditer(output):
        plain = output[end : found.start()] + (found[1] or "")
        start, length = length + len(plain), length + len(plain) + len(found[2] or "")
        parts += [plain, found[2] or ""]
        end = found.end()
        if found[2]:
            spans.append((start, length))
    return "".join([*parts, output[end:]]).translate(_BACK), tuple(spans)


def _write(stream: IO[bytes], texts: Sequence[str]) -> None:
    """Send every text; what the programs no longer take is left out, and missing outputs tell so."""
    try:
        for text in texts:
            stream.write((_SPECIAL.sub(r"\\\1", text.translate(_LITERAL)) + _END).encode() + b"\0")
            stream.flush()
    except (BrokenPipeError, ValueError):
        return


def _read(stream: IO[bytes], timeout_s: float) -> Iterator[str]:
    """What stands before each NUL, until the stream ends or nothing comes for so long."""
    rest = b""
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while selector.select(timeout_s):
            received = os.read(stream.fileno(), 65536)
            if not received:
                return
            *outputs, rest = (rest + received).split(b"\0")
            for output in outputs:
                yield output.decode("utf-8", "replace")


def _end(programs: list[subprocess.Popen[bytes]]) -> None:
    """End programs and take them off their list."""
    while programs:
        program = programs.pop()
        program.kill()
        program.wait()
        _close(program.stdin)
        _close(program.stdout)


def _close(stream: IO[bytes] | None) -> None:
    """Close a pipe; one whose reader is gone cannot flush, which does not matter any more."""
    if stream is not None:
        try:
            stream.close()
        except BrokenPipeError:
            return
