"""FirefoxEngine: the engine that translate() uses by default."""

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from threading import Lock

import numpy as np

from translate.engines.alternatives import COUNT
from translate.engines.constrained import Forms
from translate.engines.firefox.alignment import links
from translate.engines.firefox.batches import by_batches
from translate.engines.firefox.beam import beam
from translate.engines.firefox.constrained import constrained, wanted_phrases
from translate.engines.firefox.forced import forced
from translate.engines.firefox.graphs import BUILDER
from translate.engines.firefox.greedy import Decoded, greedy
from translate.engines.firefox.installed import damage, find_model
from translate.engines.firefox.model import Model
from translate.engines.firefox.parts import cut, joined
from translate.engines.firefox.sessions import signed_products_are_exact
from translate.engines.firefox.spelling import VERSION as SPELLING
from translate.engines.firefox.translator import Translator
from translate.engines.protocol import GREEDY, Decoding
from translate.errors import EngineError, LanguageError
from translate.hypothesis import Hypothesis, Link, Repair, TokenScore
from translate.issue import Issue
from translate.message import say

PRECISIONS = ("int8", "uint8", "float32")
_BATCH = 32
_BEAM_SHARE = 4  # a beam's batch is as many times smaller, as each sentence brings several hypotheses
_MOST_SCORED = 512  # tokens of a text or its translation that are scored; translate() cuts far below
_READ = Decoding(alignment=True, token_scores=True)
_CONSTRAINED = Decoding(beam=12, alignment=True)
_EMPTY = Decoded((), (), False)
_SCORE_DIGITS = 4  # the seventh may change with the batch: sums over other words run in another order


class FirefoxEngine:
    """Mozilla's Firefox Translations models, each loaded when its direction is first wanted.

    Safe to use from several threads.
    """

    name = "firefox"
    max_tokens = 128
    """Firefox itself breaks at 128: the models were trained on single sentences and lose text of longer input."""
    window = 128

    def __init__(self, precision: str = "int8", threads: int | None = None, batch: int = _BATCH) -> None:
        """An engine without any model loaded yet.

        Args:
            precision: "int8", as the models are stored; or "float32", three times slower. "uint8" gives the same as
                int8 and is taken where this processor's int8 products overflow; the signature says so.
            threads: Batches translated at the same time; by default one a core that this process may use.
            batch: Most sentences in a batch.

        Raises:
            EngineError: The precision is unknown.
        """
        if precision not in PRECISIONS:
            raise EngineError(
                say(
                    "The precision {precision!r} is unknown; known are {known}. Choose one of these.",
                    precision=precision,
                    known=", ".join(PRECISIONS),
                )
            )
        self._asked = precision
        self._threads = threads or _cores()
        self._batch = batch
        self._translators: dict[str, Translator] = {}
        self._lock = Lock()

    def supports(self, source: str, target: str) -> bool:
        """Whether a model of this direction is on this machine, be it damaged."""
        return find_model(source, target) is not None or bool(damage(source, target))

    def count_tokens(self, text: str, source: str, target: str) -> int:
        """SentencePiece tokens of `text`, with the end mark."""
        return len(self._translator(source, target).source.encode(text)) + 1

    def signature(self, source: str, target: str) -> str:
        """Model's hash, version of the graphs and their search, precision, what runs them."""
        model = self._model(source, target)
        # Releases round otherwise: of 600 lines 1.28 translates 43, and 1.32 another 36, not as the one before did.
        runtime = f"onnxruntime {_release('onnxruntime')}"
        return (
            f"firefox {model.network.sha256[:16]} builder {BUILDER} spelling {SPELLING} {self._precision()} {runtime}"
        )

    def describe(self, source: str, target: str) -> str:
        """The kind of model: "Firefox tiny"."""
        found = find_model(source, target)
        return f"Firefox {found.kind}" if found else "Firefox"

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        """Translate each text by itself; see the Engine protocol.

        Sentences are batched only with sentences padded to the same length, a multiple of 64 that their own length
        decides: so every number of the computation is the same whatever else is in the batch. A text without any
        token, such as white space, comes back as it is.

        Raises:
            LanguageError: No model of the pair is installed.
            EngineError: The model is damaged or can't be run.
        """
        translator = self._translator(source, target)
        sentences = [translator.source.encode(text) for text in texts]
        parts = [cut(tokens, self.max_tokens - 1, translator.source.starts_word) for tokens in sentences]
        outputs = iter(self._search(translator, [part for its_parts in parts for part in its_parts], decoding))
        found = []
        for text, tokens, its_parts in zip(texts, sentences, parts, strict=True):
            output = joined([next(outputs) for _ in its_parts], its_parts)
            found.append(self._hypothesis(translator, text, tokens, output, len(its_parts), decoding))
        return found

    def alternatives(
        self, texts: Sequence[str], source: str, target: str, count: int = COUNT
    ) -> list[tuple[Hypothesis, ...]]:
        """Several translations of each text; see the Alternatives protocol.

        Raises:
            LanguageError: No model of the pair is installed.
            EngineError: The model is damaged or can't be run.
        """
        translator = self._translator(source, target)
        decoding = replace(_READ, beam=count)
        sentences = [translator.source.encode(text) for text in texts]
        whole = [tokens if len(tokens) < self.max_tokens else [] for tokens in sentences]
        found = []
        for text, tokens, outputs in zip(texts, whole, self._beam(translator, whole, decoding), strict=True):
            made: dict[str, Hypothesis] = {}
            for output in outputs[:count]:
                hypothesis = self._hypothesis(translator, text, tokens, joined([output], [tokens]), 1, decoding)
                made.setdefault(hypothesis.text, hypothesis)
            found.append(tuple(made.values()) or tuple(self.translate([text], source, target, _READ)))
        return found

    def translate_with(
        self, texts: Sequence[str], phrases: Sequence[Sequence[Forms]], source: str, target: str
    ) -> list[Hypothesis | None]:
        """Translate each text so that its phrases stand in the translation; see the Constrained protocol.

        Raises:
            LanguageError: No model of the pair is installed.
            EngineError: The model is damaged or can't be run.
        """
        translator = self._translator(source, target)
        sentences = [translator.source.encode(text) for text in texts]
        wanted = [wanted_phrases(translator.target, own) for own in phrases]
        usable = [
            tokens if own and len(tokens) < self.max_tokens else []
            for tokens, own in zip(sentences, wanted, strict=True)
        ]

        def run(positions: Sequence[int], length: int) -> list[Decoded | None]:
            own = [found for i in positions if (found := wanted[i])]
            return constrained(translator, [usable[i] for i in positions], own, length, _CONSTRAINED)

        outputs = by_batches(usable, run, None, max(1, self._batch // _BEAM_SHARE), self._threads)
        return [
            None if output is None else self._hypothesis(translator, text, tokens, joined([output], [tokens]), 1, _READ)
            for text, tokens, output in zip(texts, sentences, outputs, strict=True)
        ]

    def score(
        self, texts: Sequence[str], translations: Sequence[str], source: str, target: str
    ) -> list[tuple[TokenScore, ...]]:
        """How likely the model of a direction finds given translations; see the Scorer protocol.

        Raises:
            LanguageError: No model of the pair is installed.
            EngineError: The model is damaged or can't be run.
        """
        translator = self._translator(source, target)
        pairs = [
            (translator.source.encode(text), translator.target.encode(given))
            for text, given in zip(texts, translations, strict=True)
        ]
        usable = [tokens if given and max(len(tokens), len(given)) <= _MOST_SCORED else [] for tokens, given in pairs]

        def run(own: Sequence[int], length: int) -> list[tuple[TokenScore, ...]]:
            outputs = forced(translator, [usable[i] for i in own], [pairs[i][1] for i in own], length)
            spans = [translator.target.source_spans(translations[i]) for i in own]
            return [
                tuple(TokenScore(*span, round(score, _SCORE_DIGITS)) for span, score in zip(*each, strict=False))
                for each in zip(spans, outputs, strict=True)
            ]

        return by_batches(usable, run, (), self._batch, self._threads)

    def rarities(self, words: Sequence[str], source: str, target: str) -> list[float]:
        """How rare words of the source language are; see the Scorer protocol."""
        return self._translator(source, target).source.rarities(words)

    def _search(self, translator: Translator, sentences: Sequence[Sequence[int]], decoding: Decoding) -> list[Decoded]:
        """One output a sentence; an empty one for a sentence without tokens."""
        if decoding.beam > 1 or decoding.no_repeat_ngram or decoding.min_length_ratio:
            return [outputs[0] if outputs else _EMPTY for outputs in self._beam(translator, sentences, decoding)]

        def run(own: Sequence[int], length: int) -> list[Decoded]:
            return greedy(translator, [sentences[i] for i in own], length, decoding.alignment)

        return by_batches(sentences, run, _EMPTY, self._batch, self._threads)

    def _beam(
        self, translator: Translator, sentences: Sequence[Sequence[int]], decoding: Decoding
    ) -> list[list[Decoded]]:
        """Outputs of each sentence, best first; none for a sentence without tokens."""

        def run(own: Sequence[int], length: int) -> list[list[Decoded]]:
            return beam(translator, [sentences[i] for i in own], length, decoding)

        return by_batches(sentences, run, [], max(1, self._batch // _BEAM_SHARE), self._threads)

    def _hypothesis(
        self,
        translator: Translator,
        text: str,
        tokens: Sequence[int],
        output: Decoded,
        parts: int,
        decoding: Decoding,
    ) -> Hypothesis:
        """What the engine says of one text; a text without tokens comes back as it is."""
        if not tokens:
            return Hypothesis(text, origin=self.name)
        decoded = translator.target.decode(output.tokens)
        found = translator.source.speller.restored(text, decoded, translator.target_language)
        alignment: tuple[Link, ...] = ()
        token_scores: tuple[TokenScore, ...] = ()
        if decoding.alignment or decoding.token_scores:
            spans = translator.target.target_spans(output.tokens)
            if output.attention:
                alignment = links(text, found, translator.source.source_spans(text), spans, np.stack(output.attention))
            if decoding.token_scores:
                rounded = (round(score, _SCORE_DIGITS) for score in output.scores)
                token_scores = tuple(TokenScore(*span, score) for span, score in zip(spans, rounded, strict=False))
        repairs: tuple[Repair, ...] = ()
        if parts > 1:
            action = say("Translated in {count} parts.", count=parts)
            repairs = (Repair(say("Longer than the engine takes at once."), action),)
        return Hypothesis(
            text=found,
            score=round(sum(output.scores) / len(output.scores), _SCORE_DIGITS),
            alignment=alignment,
            origin=self.name,
            repairs=repairs,
            truncated=output.truncated,
            issues=tuple(_unknown(text, span) for span in translator.source.unknown(text, tokens)),
            token_scores=token_scores,
        )

    def _model(self, source: str, target: str) -> Model:
        """The model of a direction.

        Raises:
            LanguageError: None is installed.
            EngineError: The one that is installed is damaged.
        """
        problem = damage(source, target)
        if problem:
            raise EngineError(problem)
        found = find_model(source, target)
        if found is None:
            raise LanguageError(
                say(
                    "No Firefox model translates from {source} to {target} on this machine. Install one: "
                    "python -m translate models install {source}-{target}",
                    source=source,
                    target=target,
                )
            )
        return found

    def _translator(self, source: str, target: str) -> Translator:
        """The loaded model of a direction; the first call loads it."""
        model = self._model(source, target)
        with self._lock:
            if model.network.sha256 not in self._translators:
                self._translators[model.network.sha256] = Translator(model, self._precision())
            return self._translators[model.network.sha256]

    def _precision(self) -> str:
        """The precision that was asked for, where this processor computes it rightly."""
        return "uint8" if self._asked == "int8" and not signed_products_are_exact() else self._asked


def _unknown(text: str, span: tuple[int, int]) -> Issue:
    """Characters that the model has no token for."""
    characters = text[slice(*span)].strip()
    return Issue(
        kind="unknown",
        segment=None,
        span=span,
        message=say(
            "The model does not know “{characters}” and may have left it out or guessed: compare with the source.",
            characters=characters,
        ),
        side="source",
    )


@cache
def _release(package: str) -> str:
    """Its version; asking takes 3 ms, and every text asks."""
    return version(package)


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
