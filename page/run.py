"""Run: one briefing being made in a thread, which the page looks at and may stop."""

import weakref
from collections.abc import Mapping
from dataclasses import dataclass, replace
from secrets import token_hex
from threading import Thread

from page.kept_corrections import forget, remember
from page.queue import Turns
from page.readers import Readers
from page.request import Request
from page.work import Work, make, target_of
from summarize import Briefing
from summarize.briefing import answered
from summarize.comparison import Comparison
from summarize.comparison import corrected as comparison_corrected
from summarize.correction import EDITED, brought_back, corrected, restored
from summarize.export.rows import titles
from translate import Document, Engine, Hypothesis

_CUT_SHORT = frozenset({"stopped", "failed"})
"""Kinds of issue of a briefing that is not whole."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands.

    Attributes:
        stage: "waiting", "reading", "translating", "checking" or "summarising".
        done: Steps of the stage that are done.
        total: All steps of the stage; 0 where they can't be counted.
        share: Share of all the work that is done, 0 to 1.
        seconds_left: Estimate, or None where there is nothing to estimate from.
        ahead: How many others come first, while it waits.
    """

    stage: str = "waiting"
    done: int = 0
    total: int = 0
    share: float = 0.0
    seconds_left: float | None = None
    ahead: int = 0


class Run:
    """One briefing on its way.

    Attributes:
        request: What was asked for.
        key: Its own, among all runs.
        checked: Keys of what the reader has ticked off.
        revision: Number of changes to the briefing: corrections, what was taken back, answers.
        touched: Segments that were ever corrected.
        tabled: The question that the tables of deadlines and duties answer, once it was asked.
        kept: Key under which its briefing is kept on this machine; empty while it is not.

    The thread knows only the work, not the run: when a session forgets its run, the run is collected and the work is
    told to stop, so that nobody's text is translated for nobody.
    """

    def __init__(
        self,
        request: Request,
        engines: Mapping[str, Engine],
        made: Briefing | None = None,
        readers: Readers | None = None,
        turns: Turns | None = None,
    ) -> None:
        """Begin as soon as it is its turn.

        Args:
            request: What to make.
            engines: Loaded engines, shared by all sessions.
            made: The briefing, where there is one already: a kept one, or a file's.
            readers: Read its text, for all sessions; where None this process does.
            turns: Shared by all sessions, their unit is a character; where None it waits for nobody.
        """
        self.request = request
        self.key = token_hex(8)  # id() will not do: a new run may lie where an old one lay
        self.checked: set[str] = set()
        self.revision = 0
        self.touched: set[int] = set()
        self.tabled = ""
        self.kept = ""
        self._work = Work()
        self._former: Briefing | None = None
        self._finalizer = weakref.finalize(self, self._work.leave)
        if made is None:
            turns = turns or Turns(at_once=1, long=0, long_begun=1)
            Thread(target=make, args=(request, engines, readers, turns, self._work), daemon=True).start()
        else:
            self._work.document, self._work.briefing = made.document, made
            self._work.finished.set()

    @property
    def finished(self) -> bool:
        """Whether there is a briefing or an error."""
        return self._work.finished.is_set()

    @property
    def stopping(self) -> bool:
        """Whether it was told to stop."""
        return self._work.stop.is_set()

    @property
    def error(self) -> Exception | None:
        """What went wrong: a PolicyTextError speaks to the reader, anything else is a bug."""
        return self._work.error

    @property
    def target(self) -> str:
        """BCP 47 code of the language that it translates into, as far as is known by now."""
        document = self.document
        return self.request.target if document is None else target_of(self.request, document)

    @property
    def document(self) -> Document | None:
        """The text as soon as it is read."""
        return self._work.document

    @property
    def briefing(self) -> Briefing | None:
        """The result, or None while there is none."""
        return self._work.briefing

    @property
    def comparison(self) -> Comparison | None:
        """What came of two versions, or None where a briefing was asked for, or while there is none."""
        return self._work.comparison

    @property
    def title(self) -> str:
        """What its briefing or the later version is called; empty while there is none."""
        if self.comparison is not None:
            return self.comparison.new.name or self.comparison.new.title
        return "" if self.briefing is None else titles(self.briefing)[0]

    @property
    def complete(self) -> bool:
        """Whether nothing of it was stopped or broken off."""
        if self.comparison is not None:
            made = (self.comparison.old_translation, self.comparison.new_translation)
            return not any("pending" in translation.coverage for translation in made if translation is not None)
        return self.briefing is None or not any(issue.kind in _CUT_SHORT for issue in self.briefing.issues)

    def correct(self, segment: int, text: str) -> None:
        """Put the reader's translation of a segment into the briefing, and into the memory where that is wanted.

        Of two versions it is a segment of the later one.
        """
        briefing, request = self._work.briefing, self.request
        compared_before = self._work.comparison
        if compared_before is not None:
            terms = request.glossary(compared_before.new.language, compared_before.target)
            self._work.comparison = comparison_corrected(compared_before, segment, text, terms)
            self.revision += 1
        if briefing is None:
            return
        glossary = request.glossary(briefing.document.language, briefing.target)
        self._put(corrected(briefing, segment, text, glossary), segment)
        if request.memory is not None:
            remember(request.memory, self._work.briefing or briefing, segment)

    def take_back(self, segment: int) -> None:
        """Put the engine's translation of a segment back, with what there was to check in it."""
        if self._work.briefing is not None and self._former is not None and segment in self.restorable:
            self._put(restored(self._work.briefing, self._former, segment), segment)
            if self.request.memory is not None:
                forget(self.request.memory, self._former, segment)

    @property
    def restorable(self) -> Mapping[int, str]:
        """What stood in place of each correction that can be taken back, by segment."""
        briefing, former = self._work.briefing, self._former
        if briefing is None or briefing.translation is None or former is None or former.translation is None:
            return {}
        pairs = zip(former.translation.hypotheses, briefing.translation.hypotheses, strict=True)
        return {i: then.text for i, (then, now) in enumerate(pairs) if now.origin == EDITED != then.origin}

    def _put(self, briefing: Briefing, *segments: int) -> None:
        """Show another briefing, in which these segments are other ones."""
        self._former = self._former or self._work.briefing
        self._work.briefing = briefing
        self.touched.update(segments)
        self.revision += 1

    def bring_back(self, content: bytes) -> tuple[int, int]:
        """Put what was edited in a translation tool into the briefing, and into the memory where that is wanted.

        Args:
            content: An XLIFF file of the briefing's text.

        Returns:
            How many sentences changed, and how many texts of the file are not the briefing's.

        Raises:
            PolicyTextError: The file is none that can be brought back.
        """
        briefing, request = self._work.briefing, self.request
        if briefing is None:
            return 0, 0
        glossary = request.glossary(briefing.document.language, briefing.target)
        found, changed, unmatched = brought_back(briefing, content, glossary)
        if changed:
            self._put(found, *changed)
        if request.memory is not None:
            for segment in changed:
                remember(request.memory, found, segment)
        return len(changed), unmatched

    def ask(self, question: str, engines: Mapping[str, Engine]) -> None:
        """Put what the text says to a question into the briefing.

        Args:
            question: In the text's language or the target's.
            engines: Loaded engines.

        Raises:
            PolicyTextError: The question cannot be asked.
        """
        if self._work.briefing is not None:
            self._work.briefing = answered(self._work.briefing, question, engines=engines)
            self.revision += 1

    def tick(self, issue: str, checked: bool) -> None:
        """Note that the reader has checked an issue, or not."""
        (self.checked.add if checked else self.checked.discard)(issue)

    def stop(self) -> None:
        """End the translation after the batch under way; what is done by then is kept."""
        self._work.stop.set()

    def leave(self) -> None:
        """End it at once: its reader has gone."""
        self._work.leave()

    def wait(self, timeout_s: float) -> bool:
        """Wait until it is finished, but no longer than so; whether it is."""
        return self._work.finished.wait(timeout_s)

    def progress(self) -> Progress:
        """Where it stands now."""
        work = self._work
        with work.lock:
            turn = work.turn
            now = Progress(work.stage, work.done, work.total, work.pace.share, work.pace.now())
        ahead = turn.ahead if turn is not None and now.stage == "waiting" else 0
        return replace(now, ahead=ahead)

    def arrivals(self, start: int) -> tuple[tuple[int, Hypothesis], ...]:
        """Hypotheses by segment id in the order they came, from the `start`-th on."""
        with self._work.lock:
            return tuple(self._work.arrived[start:])
