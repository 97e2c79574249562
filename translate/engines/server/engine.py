"""ServerEngine: translations by a language model that a program on this machine serves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from translate.engines.context import Neighbours
from translate.engines.protocol import GREEDY, Decoding
from translate.engines.server.answers import Question, read_answer
from translate.engines.server.client import ChatClient
from translate.engines.server.prompts import SCHEMA, instruction, prompts, question, version
from translate.engines.settings import EngineSettings
from translate.errors import LanguageError
from translate.hypothesis import Hypothesis
from translate.languages.table import LANGUAGES, name_of
from translate.message import say

_BYTES_PER_TOKEN = 3
"""Few enough in every script: models read 4 to 5 letters of English as a token, 1 to 2 of Arabic (2 bytes each)."""
_NOTHING: Mapping[str, Neighbours] = {}


class ServerEngine:
    """One sentence asked, one sentence kept: what is no translation is left out, and the reason stands with it.

    Args:
        model: Name of the model; what the settings say, or the server's only one, if None.
        settings: Where the server is.

    Raises:
        EngineError: No server answers there, it may not be asked, or the model cannot be told.
    """

    name = "server"
    max_tokens = 400
    window = 1
    """Each sentence takes seconds: progress is told and a stop is heard after every one."""

    def __init__(self, model: str | None = None, settings: EngineSettings = EngineSettings()) -> None:
        self._client = ChatClient(replace(settings, server_model=model or settings.server_model))
        self._neighbours = _NOTHING

    def within(self, neighbours: Mapping[str, Neighbours]) -> "ServerEngine":
        """The same engine, which shows the model a sentence's neighbours; see Contextual."""
        made = object.__new__(ServerEngine)
        made._client, made._neighbours = self._client, neighbours
        return made

    def supports(self, source: str, target: str) -> bool:
        """Every pair: which languages a model knows, no server tells."""
        return source != target and source in LANGUAGES and target in LANGUAGES

    def count_tokens(self, text: str, source: str, target: str) -> int:
        """About as many tokens as models have for it, rather more than fewer."""
        return len(text.encode("utf-8", "replace")) // _BYTES_PER_TOKEN + 1

    def signature(self, source: str, target: str) -> str:
        """The model, how it is asked, and the neighbours that it is shown."""
        shown = ""
        if self._neighbours:
            shown = f", neighbours {sha256(repr(sorted(self._neighbours.items())).encode()).hexdigest()[:16]}"
        return f"server {self._client.signature}, {version()}{shown}"

    def describe(self, source: str, target: str) -> str:
        """The model's name."""
        return self._client.title

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        """Translate each text by itself, among its neighbours where there are any; see the Engine protocol.

        A wider search is another question: the same one gives the same answer.

        Raises:
            LanguageError: The two are no two languages.
            EngineError: The server gave no answer.
        """
        if not self.supports(source, target):
            names = {"source": name_of(source), "target": name_of(target)}
            raise LanguageError(
                say("The engine server does not translate from {source} into {target}. Name two languages.", **names)
            )
        told = instruction(source, target, again=decoding.beam > 1)
        return [self._translated(Question(text, source, target), told) for text in texts]

    def _translated(self, asked: Question, told: str) -> Hypothesis:
        """The hypothesis of one text."""
        if not asked.text.strip():
            return Hypothesis("", origin=self.name)
        beside = self._neighbours.get(asked.text, Neighbours((), ()))
        most = 2 * self.count_tokens(*asked) + 256  # what is longer than twice the source is refused anyway
        said = question(asked.text, beside)
        answer = self._client.ask(told, said, most, SCHEMA, prompts()["formed"])
        return read_answer(answer, asked, self.name)
