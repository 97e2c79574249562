"""apertium: rule-based translation by the pairs that Debian packages, for machines that reach nothing else.

Its output is a gist: it tells what a text is about, and is wrong in every second sentence. Apertium (GPL) stays a
program of its own beside this one: apt-get install apertium-eng-spa.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from translate.engines.apertium.pipeline import Pipeline, unmarked
from translate.engines.protocol import GREEDY, Decoding
from translate.errors import EngineError, LanguageError
from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.languages.table import LANGUAGES, name_of
from translate.message import say

DEBIAN_MODES = Path("/usr/share/apertium/modes")
"""Where Debian's packages put the pairs."""

_MODE = re.compile(r"([a-z]{2,3})(?:_([A-Za-z0-9]+))?-([a-z]{2,3})(?:_([A-Za-z0-9]+))?")
_SERBO_CROATIAN = {"BS": "bs", "HR": "hr"}  # Apertium's hbs writes Latin script: not Serbian as the table has it
# Their tagger crashes (Debian 12: on 60 of the 60 sentences tried), and the whole exits with 0 all the same.
_BROKEN = frozenset({"rus-ukr", "ukr-rus", "rus-bel", "bel-rus"})


class ApertiumEngine:
    """The pairs found on this machine, each a resident pipeline that is started when first used.

    Args:
        modes: Folder with Apertium's `.mode` files.

    Raises:
        EngineError: There is no such folder: Apertium is not installed.
    """

    name = "apertium"
    max_tokens = 512
    window = 64

    def __init__(self, modes: Path = DEBIAN_MODES) -> None:
        if not modes.is_dir():
            raise EngineError(
                say(
                    "The engine 'apertium' needs the programs of Apertium, which are not at {modes}. Run, "
                    "for the pairs you want: apt-get install apertium-eng-spa",
                    modes=str(modes),
                )
            )
        self._folder = modes
        self._pipelines: dict[Path, Pipeline] = {}
        self._found: tuple[int, dict[tuple[str, str], Path]] | None = None
        self._lock = Lock()

    def supports(self, source: str, target: str) -> bool:
        """Whether a mode for the pair is installed and known to work."""
        return (source, target) in self._modes()

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every pair of BCP 47 codes that is installed, sorted."""
        return tuple(sorted(self._modes()))

    def count_tokens(self, text: str, source: str, target: str) -> int:
        """Words, counted by spaces."""
        return len(text.split())

    def signature(self, source: str, target: str) -> str:
        """The mode and a hash of the compiled rules that it names."""
        mode = self._mode(source, target)
        digest = hashlib.sha256(mode.read_bytes())
        for path in re.findall(r"'([^']+)'", mode.read_text(encoding="utf-8")):
            digest.update(f"{path} {Path(path).stat().st_size if Path(path).exists() else None}\n".encode())
        return f"apertium {mode.stem} {digest.hexdigest()[:12]}"

    def describe(self, source: str, target: str) -> str:
        """The mode, and that its output is a gist."""
        return f"Apertium {self._mode(source, target).stem} (gist quality)"

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        """One hypothesis a text; without score or alignment, and the same whatever `decoding` asks for.

        Words that Apertium does not know stand as they were, and an Issue names them.

        Raises:
            LanguageError: The pair is not installed.
            EngineError: One of Apertium's programs is missing.
        """
        mode = self._mode(source, target)
        with self._lock:
            if mode not in self._pipelines:
                self._pipelines[mode] = Pipeline(mode)
            pipeline = self._pipelines[mode]
        return [self._hypothesis(output) for output in pipeline.translate(texts)]

    def close(self) -> None:
        """End the programs; they start again when they are needed."""
        with self._lock:
            for pipeline in self._pipelines.values():
                pipeline.close()
            self._pipelines = {}

    def _hypothesis(self, output: str) -> Hypothesis:
        """What the pipeline wrote, its marks turned into an Issue."""
        text, spans = unmarked(output)
        words = tuple(dict.fromkeys(text[start:end] for start, end in spans))
        if not words:
            return Hypothesis(text, origin=self.name)
        message = say("Apertium does not know, and left as they were: {words}.", words=", ".join(words))
        issue = Issue("unknown_words", None, spans[0] if len(spans) == 1 else None, message, "notice")
        return Hypothesis(text, origin=self.name, issues=(issue,))

    def _mode(self, source: str, target: str) -> Path:
        """The mode of a pair.

        Raises:
            LanguageError: None is installed.
        """
        modes = self._modes()
        if (source, target) not in modes:
            pairs = ", ".join(f"{a}-{b}" for a, b in self.pairs()) or "none"
            raise LanguageError(
                say(
                    "Apertium cannot translate from {source} to {target} here; installed are {pairs}. "
                    "Install a pair with apt-get: `apt-cache search apertium-` lists them.",
                    source=name_of(source),
                    target=name_of(target),
                    pairs=pairs,
                )
            )
        return modes[source, target]

    def _modes(self) -> dict[tuple[str, str], Path]:
        """Modes by pair; of several for one pair, that without a variant, else the first by name."""
        changed = self._folder.stat().st_mtime_ns
        if self._found is None or self._found[0] != changed:  # a package was added or removed meanwhile
            found: dict[tuple[str, str], Path] = {}
            for path in sorted(self._folder.glob("*.mode"), key=lambda path: ("_" in path.stem, path.stem)):
                for pair in mode_pairs(path.stem):
                    found.setdefault(pair, path)
            self._found = changed, found
        return self._found[1]


def mode_pairs(mode: str) -> tuple[tuple[str, str], ...]:
    """Pairs of BCP 47 codes that a mode serves; none where it is broken, no pair of languages, or unknown.

    >>> mode_pairs("spa-eng")
    (('es', 'en'),)
    >>> mode_pairs("hbs-eng")
    (('bs', 'en'), ('hr', 'en'))
    """
    found = _MODE.fullmatch(mode)
    if found is None or mode in _BROKEN:
        return ()
    sources, targets = _languages(found[1], found[2]), _languages(found[3], found[4])
    return tuple((source, target) for source in sources for target in targets if source != target)


def _languages(code: str, variant: str | None) -> tuple[str, ...]:
    """BCP 47 codes of what Apertium calls a language: none or one, two for Serbo-Croatian without a variant."""
    if code == "hbs":
        return tuple(code for name, code in _SERBO_CROATIAN.items() if variant in (name, None))
    return tuple(row.code for row in LANGUAGES.values() if code == row.code or code in row.aliases)
