"""Work: one briefing or comparison being made in a thread of its own, and what that thread shares with the page."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event, Lock
from time import perf_counter

from page.kept_corrections import opened
from page.pasted import read_pasted
from page.queue import Turn, Turns
from page.readers import Readers
from page.request import Request
from page.run_log import noted
from page.versions import compared, version_of
from summarize import Briefing, brief
from summarize.comparison import Comparison
from translate import Document, Engine, Hypothesis, read
from translate.choices import Watch
from translate.command.pace import Pace
from translate.errors import Stopped
from translate.tag import primary
from translate.translation import Translation


@dataclass(slots=True)
class Work:
    """What the thread writes and the page reads; the lock guards all of it."""

    lock: Lock = field(default_factory=Lock)
    stop: Event = field(default_factory=Event)
    finished: Event = field(default_factory=Event)
    left: Event = field(default_factory=Event)
    turn: Turn | None = None
    stage: str = "waiting"
    done: int = 0
    total: int = 0
    pace: Pace = field(default_factory=lambda: Pace(checking=True))
    document: Document | None = None
    arrived: list[tuple[int, Hypothesis]] = field(default_factory=list)
    briefing: Briefing | None = None
    comparison: Comparison | None = None
    error: Exception | None = None

    def leave(self) -> None:
        """Stop: nobody will look at it any more, so that not even what is done by then is wanted."""
        self.left.set()
        self.stop.set()


def make(request: Request, engines: Mapping[str, Engine], readers: Readers | None, turns: Turns, work: Work) -> None:
    """Make the briefing; the thread's whole life."""
    turn: Turn | None = None
    start = read_at = perf_counter()
    try:
        document, former = _read(request, readers, work), _former(request, readers, work)
        read_at = perf_counter()
        turn = turns.join(len(document.text))
        with work.lock:
            work.turn, work.stage = turn, "waiting"
            work.document = document if former is None or _is_seen(request, former, document) else None
        if not turn.take(work.stop.is_set):
            raise Stopped
        if former is None:
            work.briefing = _brief(request, document, engines, turn, work)
        else:
            work.comparison = _compare(request, former, document, engines, turn, work)
    except Stopped:
        pass  # nothing is done that could be shown
    except Exception as error:  # handed to the page, which shows it or raises it again
        work.error = error
    finally:
        if turn is not None:
            turn.leave()
        seconds = {"reading": read_at - start, "whole": perf_counter() - start}
        noted(work.document, work.briefing, work.error, work.stop.is_set(), seconds)
        work.finished.set()


def _is_seen(request: Request, former: Document | Translation, document: Document) -> bool:
    """Whether the later one of two versions is shown while it is translated: what isn't translated is there at once."""
    old = former.source if isinstance(former, Translation) else former
    return primary(old.language) == primary(document.language) != primary(request.target)


def _read(request: Request, readers: Readers | None, work: Work) -> Document:
    """The request's text.

    Raises:
        Stopped: The run was stopped.
    """
    source, language = request.source, request.choices.language
    if isinstance(source, Document):
        return source

    def told(turn: Turn | None) -> None:
        with work.lock:
            work.turn, work.stage = turn, "reading" if turn is None else "waiting"

    told(None)
    use = read if readers is None else partial(readers.read, stop=work.stop.is_set, waiting=told)
    use = partial(use, comments=request.choices.comments)
    if isinstance(source, str):
        return read_pasted(source, language, use)
    return use(source, name=request.name, language=language)


def _former(request: Request, readers: Readers | None, work: Work) -> Document | Translation | None:
    """The earlier version; None where there is none.

    Raises:
        Stopped: The run was stopped.
    """
    if request.former is None:
        return None
    return version_of(
        *request.former, lambda content, name: _read(replace(request, source=content, name=name), readers, work)
    )


def _brief(request: Request, document: Document, engines: Mapping[str, Engine], turn: Turn, work: Work) -> Briefing:
    """The briefing, made in turn with others."""
    target = target_of(request, document)
    with nullcontext() if request.memory is None else opened(request.memory) as memory:
        choices = request.all_choices(document.language, target, memory)
        watch = _watch(work, turn, len(document.text))
        return brief(document, target, choices=choices, watch=watch, engines=engines)


def _compare(
    request: Request,
    former: Document | Translation,
    document: Document,
    engines: Mapping[str, Engine],
    turn: Turn,
    work: Work,
) -> Comparison:
    """The comparison, made in turn with others."""
    with nullcontext() if request.memory is None else opened(request.memory) as memory:
        choices = request.all_choices(document.language, request.target, memory).translation
        watch = _watch(work, turn, len(document.text))
        return compared(former, document, request.target, choices, watch, engines)


def _watch(work: Work, turn: Turn, size: int) -> Watch:
    """What follows the making: before each batch the place goes to who has less left to do."""
    return Watch(
        progress=lambda stage, done, total: _enter(work, stage, done, total),
        arrived=lambda hypotheses: _keep(work, hypotheses),
        stop=lambda: not turn.pass_on(round(size * (1 - work.pace.share)), work.stop.is_set),
    )


def target_of(request: Request, document: Document) -> str:
    """The target asked for, or the other one where the text is in it already."""
    return request.otherwise if request.otherwise and document.language == request.target else request.target


def _enter(work: Work, stage: str, done: int, total: int) -> None:
    """Note where the work stands; raise Stopped where nobody will look at what becomes of it."""
    if work.left.is_set():
        raise Stopped
    with work.lock:
        work.pace.step(stage, done, total)
        work.stage, work.done, work.total = stage, done, total


def _keep(work: Work, hypotheses: Mapping[int, Hypothesis]) -> None:
    """Note what came."""
    with work.lock:
        work.arrived += hypotheses.items()
