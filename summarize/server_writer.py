"""ServerWriter: summaries by a language model that a program on this machine serves, part by part, then as a whole."""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from summarize.writer import Part
from translate.engines.server.client import Answer, ChatClient, parsed, sequence_of_text
from translate.engines.settings import EngineSettings, settings_from
from translate.languages.table import name_of
from translate.text.words import words

_OF_A_PART = 3
"""Sentences of a part; a text of ten sections then gives 30, of which 7 are taken."""
_OF_AN_ANSWER = 4
_TOKENS_A_SENTENCE = 120
_MARKER = re.compile(r"\A\s*(?:[-*•–]|\(?\d{1,2}[.)])\s+")


class ServerWriter:
    """Asks for each part's sentences, with its key sentences as an outline, and then for the best of all of them.

    Args:
        settings: Where the server is and which of its models is meant; what the environment says if None.

    Raises:
        EngineError: No server answers there, it may not be asked, or the model cannot be told.
    """

    max_words = 700
    """What a model with a window of 4,096 tokens reads with room to answer, in languages of long words too."""

    def __init__(self, settings: EngineSettings | None = None) -> None:
        self._client = ChatClient(settings or settings_from())

    @property
    def name(self) -> str:
        """See Writer; how the server was asked is known once it was."""
        return f"server {self._client.signature}, summary prompts {_prompts()['version']}"

    def write(self, text: str) -> str:
        """See Writer; in the language that the text seems to be in."""
        return " ".join(self.write_from([Part(text, ())], "und", _OF_A_PART))

    def write_from(self, parts: Sequence[Part], language: str, most: int) -> list[str]:
        """See OutlineWriter.

        Raises:
            EngineError: The server gave no answer.
        """
        found: list[str] = []
        outline: list[str] = []
        for part in parts:
            found += self._of_part(part, language)
            outline += part.outline
        found = list(dict.fromkeys(found))
        return self._best(found, outline, language, most) if len(found) > most else found

    def answer(self, question: str, passages: Sequence[str], language: str) -> list[str]:
        """See AnsweringWriter.

        Raises:
            EngineError: The server gave no answer.
        """
        said = _prompts()
        numbered = [f"[{number}] {passage}" for number, passage in enumerate(passages, 1)]
        return self._asked(
            "answer", [(said["question"], (question,)), (said["passages"], numbered)], language, _OF_AN_ANSWER
        )

    def _of_part(self, part: Part, language: str) -> list[str]:
        """What the model writes of one part."""
        said = _prompts()
        blocks = [(said["outline"], part.outline), (said["text"], (part.text,))]
        return self._asked("part", blocks, language, _OF_A_PART)

    def _best(self, sentences: Sequence[str], outline: Sequence[str], language: str, most: int) -> list[str]:
        """The best of many sentences; halves first where they are more than the model reads at once."""
        if sum(len(words(sentence)) for sentence in sentences) > self.max_words and len(sentences) > 2 * most:
            middle = len(sentences) // 2
            halves = sentences[:middle], sentences[middle:]
            return self._best(
                [one for half in halves for one in self._best(half, outline, language, most)], outline, language, most
            )
        said = _prompts()
        blocks = [(said["outline"], outline[: 2 * most]), (said["written"], sentences)]
        return self._asked("whole", blocks, language, most)[:most] or list(sentences[:most])

    def _asked(self, kind: str, blocks: Sequence[tuple[str, Sequence[str]]], language: str, most: int) -> list[str]:
        """The sentences of an answer."""
        named = {"language": str(name_of(language)) if language != "und" else "its own language", "most": most}
        told = "\n".join(line.format(**named) for line in _prompts()[kind])
        question = "\n\n".join("\n".join([title, *lines]) for title, lines in blocks if lines)
        answer = self._client.ask(told, question, most * _TOKENS_A_SENTENCE + 100, _schema(most), _prompts()["formed"])
        return [" ".join(sentence.split()) for sentence in _sentences(answer) if sentence.strip()]


def _schema(most: int) -> dict[str, Any]:
    """What an answer looks like; with its end, or a model that repeats itself reaches the limit in half of the JSON."""
    return {
        "type": "object",
        "properties": {"sentences": {"type": "array", "items": {"type": "string"}, "maxItems": most}},
        "required": ["sentences"],
        "additionalProperties": False,
    }


@cache
def _prompts() -> dict[str, Any]:
    """What the model is told, by names."""
    text = files("summarize").joinpath("prompts.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _sentences(answer: Answer) -> Sequence[str]:
    """The sentences of an answer in JSON; of one without any form its lines, list markers and introduction aside."""
    found = sequence_of_text(parsed(answer, "sentences"))
    if found or answer.text.lstrip().startswith(("{", "```json")):
        return found
    lines = [_MARKER.sub("", line) for line in answer.text.splitlines() if line.strip()]
    lines = lines[:-1] if answer.cut else lines
    return lines[1:] if len(lines) > 1 and lines[0].rstrip().endswith((":", "：")) else lines
