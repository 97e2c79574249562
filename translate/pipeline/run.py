"""translate(): a Document to its Translation, one hypothesis a segment, whatever happens."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any

from translate.checks.confidence import without_sure_scores
from translate.checks.registry import Alone, check
from translate.checks.terms import find_unused
from translate.choices import Choices, Watch, require_none_left, with_keywords, with_variant
from translate.document import Document
from translate.engines.alternatives import Alternatives
from translate.engines.atoms import AtomKeeper
from translate.engines.pieces import join_hypotheses, pieces, unjoined
from translate.engines.protocol import Decoding, Engine
from translate.engines.registry import usable_engines
from translate.errors import EngineError, LanguageError, Stopped
from translate.hypothesis import NOT_TRANSLATED, Hypothesis, Repair
from translate.issue import Issue, in_segment_order
from translate.languages.table import language, name_of
from translate.message import say
from translate.pipeline.adapting import Adaptation
from translate.pipeline.capitals import in_other_letters, recorded
from translate.pipeline.context import in_context
from translate.pipeline.doubts import with_doubtful_listed, with_doubts
from translate.pipeline.kept import kept_hypothesis, kept_signatures
from translate.pipeline.opinions import disagreements, doubtful, opinions
from translate.pipeline.post_edit import Others, marked, post_edited
from translate.pipeline.readings import VERSION as READING
from translate.pipeline.readings import read_again, require_readings
from translate.pipeline.repair import repair
from translate.pipeline.resuming import Notes, run_key
from translate.pipeline.terms import VERSION as TERMS
from translate.pipeline.thorough import check_thoroughly
from translate.pipeline.variants import require_variant, variant_notice
from translate.reading.reader import read
from translate.resources.glossary import require_pair
from translate.route import Route
from translate.routing.routes import find_route, open_route, other_engines, route_issues
from translate.text.lines import joined_lines
from translate.translation import BrokenOff, Cancelled, Translation
from translate.version import VERSION


def translate(
    document: Document | str,
    target: str,
    *,
    choices: Choices = Choices(),
    watch: Watch = Watch(),
    engines: Mapping[str, Engine] | None = None,
    **keywords: Any,
) -> Translation:
    """The document in another language, segment by segment: none lost, none merged.

    Args:
        document: What read() gave, or a text to read first.
        target: Language wanted, as a BCP 47 code or a name; "pt-PT" and "pt-BR" ask for that variant.
        choices: What else decides it.
        watch: How the caller follows it.
        engines: Loaded engines to use again, which stay open; where None new ones, which are closed at the end.
        **keywords: Any field of Choices and Watch by its name: `engine="apertium"`, `thorough=True`.

    Returns:
        The translation; segments already in the target language or without letters are copied.

    Raises:
        InputError: The glossary is for two other languages, or a choice is unknown.
        LanguageError: The source language or the variant is unknown, or no route leads to the target.
        EngineError: A model is damaged or cannot run; if sentences were translated by then it is a BrokenOff, which
            has them.
        Cancelled: `stop` said so.

    >>> translation = translate("The Parties shall meet in 2027.", "pt", engine="pseudo")
    >>> translation.target.text
    '[Thé Pártíés sháll méét ín 2027.~~~~~~~~~~]'
    >>> translation.coverage
    {'pseudo': 1}
    """
    choices, watch = with_keywords(choices, keywords), with_keywords(watch, keywords)
    require_none_left("translate", keywords)
    document = read(document) if isinstance(document, str) else document
    code, glossary = language(target).code, choices.glossary
    choices = with_variant(choices, target)
    if choices.variant is not None:
        require_variant(choices.variant, code)
    if glossary is not None and document.language != code:
        require_pair((glossary.source_language, glossary.target_language), (document.language, code))
    with usable_engines(engines) as known:
        run = _Run(document, code, known, choices, watch)
        for batch in run.batches():
            try:
                watch.heed()
                fresh = run.translate(batch)
            except Stopped:
                raise Cancelled(run.translation()) from None
            except EngineError as error:
                if not run.has_translated:
                    raise
                raise BrokenOff(error, run.translation()) from error
            run.alone.look_at(fresh)
            watch.arrived(fresh)
            watch.progress("translating", len(run.hypotheses), len(document.segments))
        return checked_further(run.translation(), choices, known, watch)


def checked_further(
    translation: Translation, choices: Choices, engines: Mapping[str, Engine] | None = None, watch: Watch = Watch()
) -> Translation:
    """The same translation with what thorough checks, a second engine and doubts say of it, where they are wanted.

    After a stop it has what was found by then, and an Issue that says so.
    """
    with usable_engines(engines) as known:
        if choices.thorough:
            translation = check_thoroughly(translation, watch)
        if choices.doubt:
            translation = with_doubts(translation, known, watch, choices.journal)
        if choices.post_edit is not None and not watch.stop():
            again = _by(choices.post_edit, choices)
            others = _translated_again(translation, marked(translation), again, known, watch)
            translation = post_edited(translation, others, known, choices.glossary)
        translation = with_doubtful_listed(translation)
        if choices.second is not None and not watch.stop():
            translation = with_opinions(translation, choices, known, watch)
    if choices.further and watch.stop():
        issue = Issue("stopped", None, None, say("Stopped: not everything that was to be checked is checked."))
        translation = replace(translation, issues=in_segment_order((*translation.issues, issue)))
    return translation


def _by(engine: str | None, choices: Choices) -> Choices:
    """What another engine is told."""
    return Choices(
        engine, context=choices.context, journal=choices.journal, terms=choices.terms, variant=choices.variant
    )


def _translated_again(
    translation: Translation, segments: Sequence[int], choices: Choices, engines: Mapping[str, Engine], watch: Watch
) -> Others:
    """What another engine makes of some segments; nothing is opened where there are none."""
    if not segments:
        return Others({}, "", None)
    try:
        run = _Run(translation.source, translation.target.language, engines, choices, watch)
    except (LanguageError, EngineError) as error:
        return Others({}, "", error.message)
    failure = None
    try:
        for batch in run.batches(segments):
            watch.heed()
            run.translate(batch)
    except Stopped:
        pass  # what is done by then is of use
    except EngineError as error:
        failure = error.message
    return Others(run.hypotheses, run.signature(), failure)


def with_opinions(
    translation: Translation, choices: Choices, engines: Mapping[str, Engine] | None = None, watch: Watch = Watch()
) -> Translation:
    """The same translation with what a second engine makes of its doubtful segments, and where the two disagree.

    Args:
        translation: With its issues, which say what is doubtful.
        choices: With the name of the engine in `second`. Where no route of its leads to the target, or it fails, an
            Issue says so.
        engines: Loaded engines to use again; new ones if None.
        watch: Once it says stop, the rest has no second opinion.
    """
    segments = doubtful(translation.issues)
    if not segments:
        return translation
    with usable_engines(engines) as known:
        again = _by(choices.second, choices)
        others = _translated_again(translation, segments, again, known, watch)
    issues = translation.issues
    if others.failure is not None:
        message = say("There is no second opinion. {reason}", reason=others.failure)
        issues = (*issues, Issue("disagreement", None, None, message, "notice"))
    asked = sorted(others.hypotheses)
    found = opinions(asked, translation.hypotheses, [others.hypotheses[i] for i in asked])
    differing = disagreements(found, translation.source.texts, translation.hypotheses, translation.target.language)
    return replace(
        translation, issues=in_segment_order((*issues, *differing)), opinions=(*translation.opinions, *found)
    )


class _Run:
    """One document on its way: hypotheses by segment id, engines by source language."""

    def __init__(
        self, document: Document, target: str, engines: Mapping[str, Engine], choices: Choices, watch: Watch
    ) -> None:
        """Find the main route first, so that a missing one ends the run before it starts."""
        self.document, self.target = document, target
        self.engines, self.choices, self.watch = engines, choices, watch
        self.replacing = choices.replacing and choices.glossary is not None
        self.adaptation = Adaptation(document, target, choices)
        require_readings(choices.readings)
        self.readings = "every" if choices.thorough else choices.readings
        self.decoding = Decoding(alignment=choices.alignment or self.replacing, token_scores=True)
        self.hypotheses: dict[int, Hypothesis] = {}
        self.joiner = language(target).joiner
        self.opened: dict[str, AtomKeeper | None] = {}
        self.done: dict[tuple[str, str], Hypothesis] = {}
        self.languages = document.languages
        self.alone = Alone(document.texts, self.languages, target)
        self.key = run_key(document, target, choices)
        self.route = Route(document.language, target, ())
        if document.language != target and document.segments:
            self.route = self._main_route()

    def _main_route(self) -> Route:
        """Route of the document's language.

        Raises:
            LanguageError: The language is unknown, or nothing leads from it to the target.
        """
        if self.document.language == "und":
            raise LanguageError(
                say(
                    "The language of the text could not be told. Choose it on the page, or name it: --from en on the "
                    "command line, read(text, language='en') in Python."
                )
            )
        route = find_route(self.document.language, self.target, engine=self.choices.engine, engines=self.engines)
        self.opened[self.document.language] = self._opened(route)
        return route

    def _opened(self, route: Route) -> AtomKeeper:
        """The engine of a route, which sees no atoms, and what stands beside a sentence where it can read that."""
        return AtomKeeper(in_context(open_route(route, self.engines), self.document, self.choices), self.watch.heed)

    def batches(self, segments: Sequence[int] | None = None) -> list[list[int]]:
        """Segment ids, all in document order if none are given, as many together as the main engine wants in a call."""
        main = self.opened.get(self.document.language)
        size = 128 if main is None else main.window
        ids = range(len(self.document.segments)) if segments is None else segments
        return [list(ids[start : start + size]) for start in range(0, len(ids), size)]

    def translate(self, batch: list[int]) -> dict[int, Hypothesis]:
        """Hypotheses of one batch, by segment id; none of it is kept where Stopped is raised before its end."""
        lines = {i: joined_lines(self.document.segment_text(i), language(self.languages[i]).joiner) for i in batch}
        wanted: dict[str, list[str]] = {}
        for i, line in lines.items():
            if not self._is_copied(i, line) and (self.languages[i], line) not in self.done:
                wanted.setdefault(self.languages[i], []).append(line)
        for source, texts in wanted.items():
            self._send(source, self._unknown(source, list(dict.fromkeys(texts))))
        fresh = {i: self._hypothesis(i, line) for i, line in lines.items()}
        self.hypotheses.update(fresh)
        return fresh

    @property
    def has_translated(self) -> bool:
        """Whether a segment is done that an engine or the reader's memory translated."""
        return any(found.origin not in NOT_TRANSLATED for found in self.hypotheses.values())

    def _is_copied(self, segment: int, line: str) -> bool:
        """Whether nothing is to be translated: already in the target language, or without a letter."""
        return self.languages[segment] == self.target or not any(character.isalpha() for character in line)

    def _unknown(self, source: str, texts: list[str]) -> list[str]:
        """Lines that neither the reader's memory nor the earlier version holds; what they hold is done."""
        for text in texts:
            if (kept := kept_hypothesis(self.choices, text, source, self.target)) is not None:
                self.done[source, text] = kept
        return [text for text in texts if (source, text) not in self.done]

    def _send(self, source: str, texts: list[str]) -> None:
        """Translate lines of one language; longer ones in pieces. The same line is never translated twice."""
        engine = self._engine(source) if texts else None
        if engine is None:
            return
        usable = () if self.choices.engine else other_engines(source, self.target, engine.engine, self.engines)
        others = [AtomKeeper(other, self.watch.heed) for other in usable]
        notes = self._notes(source, engine, others)
        known = notes.known(texts)
        self.done.update({(source, text): found for text, found in known.items()})
        if missing := [text for text in texts if text not in known]:
            notes.note(self._made(source, missing, engine, others))

    def _notes(self, source: str, engine: AtomKeeper, others: list[AtomKeeper]) -> Notes[Hypothesis]:
        """What the journal holds of lines of one language, if it was made by these engines."""
        signatures = []
        for one in (engine, *others) if self.choices.journal else ():
            try:
                signatures.append(one.signature(source, self.target))
            except EngineError as error:  # of a damaged one; it may never be needed
                signatures.append(error.message)
        search = (self.decoding, self.readings, READING, TERMS)
        signatures += self.adaptation.signatures(source)
        return Notes(Hypothesis, self.choices.journal, self.key, source, search, signatures)

    def _made(
        self, source: str, texts: list[str], engine: AtomKeeper, others: list[AtomKeeper]
    ) -> dict[str, Hypothesis]:
        """Hypotheses of lines that nothing knows yet."""
        asked = in_other_letters(texts, engine, source, self.target)
        cost = partial(engine.count_tokens, source=source, target=self.target)
        parts = [pieces(text, cost, engine.max_tokens) for text in asked]
        outputs = iter(self._read([p for ps in parts for p in ps], engine, source))
        found = []
        for text, its_pieces in zip(asked, parts, strict=True):
            whole = self._joined(text, its_pieces, [next(outputs) for _ in its_pieces])
            again = self.readings != "first"
            found.append(repair(text, whole, engine, source, self.target, others, self.joiner, again))
        found = self.adaptation.adapted(asked, found, engine, source)
        for text, letters, own in zip(texts, asked, found, strict=True):
            self.done[source, text] = without_sure_scores(text, recorded(text, letters, own))
        return {text: self.done[source, text] for text in texts}

    def _read(self, texts: list[str], engine: AtomKeeper, source: str) -> list[Hypothesis]:
        """A hypothesis of each text, from a second reading where one is wanted and the engine can."""
        found = engine.translate(texts, source, self.target, self.decoding)
        if self.readings == "first" or not isinstance(engine, Alternatives):
            return found
        return read_again(texts, found, engine, source, self.target, every=self.readings == "every")

    def _engine(self, source: str) -> AtomKeeper | None:
        """Engine of a language that occurs in the document; None where no route leads from it to the target."""
        if source not in self.opened:
            try:
                route = find_route(source, self.target, engine=self.choices.engine, engines=self.engines)
                self.opened[source] = self._opened(route)
            except LanguageError:
                self.opened[source] = None
        return self.opened[source]

    def _joined(self, text: str, its_pieces: list[str], found: list[Hypothesis]) -> Hypothesis:
        """One hypothesis of a line's pieces."""
        if len(found) == 1:
            return found[0]
        record = Repair(
            say("Longer than the engine takes at once."), say("Translated in {count} parts.", count=len(found))
        )
        return replace(join_hypotheses(found, its_pieces, text, self.joiner), repairs=(record,))

    def _hypothesis(self, segment: int, line: str) -> Hypothesis:
        """The hypothesis of one segment; the source's text, with the reason, where there is none."""
        text = self.document.segment_text(segment)
        if self._is_copied(segment, line):
            return Hypothesis(text, origin="copied")
        found = self.done.get((self.languages[segment], line))
        if found is None:
            own = name_of(self.languages[segment])
            reason = say("It is in {language}, from which no installed model leads here.", language=own)
            return Hypothesis(text, origin="untranslated", repairs=(Repair(reason, say("Left as it is.")),))
        if found.origin == "untranslated":
            return replace(found, text=text)
        return replace(found, text=found.text.strip(), alignment=unjoined(found.alignment, line, text))

    def translation(self) -> Translation:
        """What is done so far; the rest is pending, with the source's text."""
        document = self.document
        hypotheses = tuple(
            self.hypotheses.get(i) or Hypothesis(document.segment_text(i), origin="pending")
            for i in range(len(document.segments))
        )
        unchanged = {"untranslated", "pending"}
        languages = [
            own if h.origin in unchanged else self.target for own, h in zip(self.languages, hypotheses, strict=True)
        ]
        return Translation(
            source=document,
            target=document.with_texts([h.text for h in hypotheses], languages, self.target),
            hypotheses=hypotheses,
            route=self.route,
            issues=self._issues(hypotheses),
            signature=self.signature(),
        )

    def _issues(self, hypotheses: tuple[Hypothesis, ...]) -> tuple[Issue, ...]:
        """What reading noticed, then by segment what the engines noticed and the checks found."""
        noticed = [replace(issue, segment=i) for i, h in enumerate(hypotheses) for issue in h.issues]
        glossary = self.choices.glossary
        texts, known = self.document.texts, self.alone.found
        found = [*check(texts, hypotheses, self.languages, self.target, glossary=glossary, known=known)]
        if glossary is not None and self.route.steps:
            found += find_unused(self.document.texts, glossary)
        if self.choices.variant is not None:
            found += variant_notice(hypotheses, self.choices.variant)
        return (*self.document.issues, *route_issues(self.route), *in_segment_order((*noticed, *found)))

    def signature(self) -> str:
        """Engines with their models, the search, the reader's terms and memory, and this version."""
        used = [f"{source}: {e.signature(source, self.target)}" for source, e in self.opened.items() if e is not None]
        if self.choices.glossary is not None:
            terms = sha256(repr((self.choices.glossary, self.replacing and TERMS)).encode()).hexdigest()[:16]
            used.append(f"glossary {terms}")
        used += [f"{source}: {change}" for source in self.opened for change in self.adaptation.signatures(source)]
        used += kept_signatures(self.choices)
        if self.readings != "first":
            used.append(f"{self.readings} sentence read again {READING}")
        return "; ".join([f"entente {VERSION}", *used, str(self.decoding)])
