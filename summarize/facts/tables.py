"""fact_tables(): what a policy reader looks up: deadlines, duties and rights, numbers, people and bodies."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, get_args

from summarize.facts.anchors import anchors
from summarize.facts.fact import Mode
from summarize.facts.lists import goes_on, lead_ins, lead_text
from summarize.facts.obligations import Obligation, obligations
from summarize.facts.people import own_names, people
from summarize.facts.phrases import who_phrase
from summarize.facts.provisions import cited, first_provision, provisions
from summarize.facts.quantities import amounts, counted
from summarize.facts.spans import CLAUSE, Span, known, merged
from summarize.facts.when import dates, iso_date, limited
from translate.choices import Watch
from translate.document import Document
from translate.tag import primary
from translate.text.lexicon import pattern

Table = Literal["deadlines", "duties", "numbers", "people"]
TABLES: tuple[Table, ...] = get_args(Table)

_CLASSES = 1_000_000
_MOST_WORDS = 28
"""Of what a line says of its fact; the rest stands in the sentence that it cites."""
_BESIDE = 12
"""Words of those that stand before the fact."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a table.

    Attributes:
        table: Which one.
        segments: Positions of the segments that say it, in order; the cells are from the first.
        span: Half-open string indices of the fact inside the first segment.
        text: The fact itself: the date or period, the amount, the name; of a duty or right what they must or may do.
        who: Who must or may, of a duty, a right or a deadline that is theirs; else empty.
        what: What the fact is about, in the text's words; for people what an acronym stands for.
        mode: Whether a duty or right is that they must, must not or may; else empty.
        date: Where a deadline stands in time: "2027-12-31", "2027-12" or "2027"; empty for a period.
        place: The provision that it stands in, as a lawyer cites it: "Article 5", "Article 5(2)"; or empty.
    """

    table: Table
    segments: tuple[int, ...]
    span: Span
    text: str
    who: str = ""
    what: str = ""
    mode: Mode | Literal[""] = ""
    date: str = ""
    place: str = ""


def fact_tables(document: Document, watch: Watch = Watch()) -> tuple[TableRow, ...]:
    """The lines of all tables of a document.

    Args:
        document: Any document; segments in a language without rules have no facts.
        watch: Once it says stop, Stopped is raised.

    Returns:
        Deadlines by date, then those without one in the order of the text; duties and rights in its order; numbers in
        its order; people and bodies, the most often named first. What is said again in the same words is one line.
    """
    own, leads = own_names(document), lead_ins(document)
    leading = {lead for items in leads.values() for lead in items}
    places, opens = provisions(document), first_provision(document)
    found: dict[tuple[str, ...], TableRow] = {}
    last = ("", "")  # an article, and who must or may in it
    for position, segment in enumerate(watch.each(document.segments)):
        if document.blocks[segment.block].kind in ("header", "footer"):
            continue
        heading = document.blocks[segment.block].kind == "heading"
        code = document.segment_language(position)
        lead = lead_text(document, leads.get(position, ()))
        for row in rows_in(document.segment_text(position), code, own, segment.block > opens, lead):
            if (heading and row.table != "people") or (position in leading and _empty(row)):
                continue
            article = _PARAGRAPH.split(places[segment.block])[0]
            if row.who and row.table == "duties":
                last = article, row.who
            elif row.table == "deadlines" and not row.who and last[0] == article and _is_term(row, primary(code)):
                row = replace(row, who=last[1])
            key = (row.table, row.text.casefold(), row.who.casefold(), "" if row.table == "people" else row.what)
            kept = found.get(key)
            if kept is None:
                known_as = own.get(row.text, row.what) if row.table == "people" else row.what
                found[key] = replace(row, segments=(position,), place=places[segment.block], what=known_as)
            elif position not in kept.segments:
                found[key] = replace(kept, segments=(*kept.segments, position))
    return tuple(sorted(found.values(), key=_order))


_PARAGRAPH = re.compile(r"[,(]|\sAbsatz")


def _is_term(row: TableRow, language: str) -> bool:
    """Whether a clause says how long a period is, whose it is stands before: "the period is four hours"."""
    term = pattern("facts", language, "is_term")
    return bool(term and term.search(row.what))


def _empty(row: TableRow) -> bool:
    """Whether a duty of the words before a list says nothing without its items: "shall:"."""
    return row.table == "duties" and goes_on(row.text.rstrip(" :"), 0)


def _order(row: TableRow) -> tuple[int, str, int, int]:
    """Where a line stands among all."""
    often = -len(row.segments) if row.table == "people" else 0
    if row.table == "people" and not (row.text[0].isupper() and (row.span[0] or " " in row.text)):
        often += _CLASSES  # "the applicants" behind all that have names
    date = (row.date or "~") if row.table == "deadlines" else ""
    return TABLES.index(row.table), date, often, row.segments[0]


def rows_in(text: str, language: str, own: Collection[str] = (), act: bool = True, lead: str = "") -> list[TableRow]:
    """The lines that one sentence gives, by table and place; their segment is 0 and they have no provision.

    Args:
        text: The sentence.
        language: BCP 47 code.
        own: The document's own names for bodies; see own_names().
        act: Whether it stands in an act's provisions.
        lead: The words before a list whose item the sentence is: an item is read with them, as "may not be:" makes
            what it lists the opposite.
    """
    code = primary(language)
    if not known(code):
        return []
    line = " ".join
    duties = obligations(text, code, act, own)
    led = _led(text, code, own, act, lead) if lead else []
    bodies, bounds = people(text, code, own, act), duties or [one.duty for one in led]
    rows = [_deadline(text, code, span, duties, led, bodies) for span in _deadlines(text, code, bounds, act)]
    rows += [carried.row for carried in led if carried.goes_on]
    rows += [_duty(text, code, duty) for duty in duties if not any(one.goes_on and one.inside(duty) for one in led)]
    timed = dates(text, code)
    rows += [
        TableRow("numbers", (0,), span, line(text[slice(*span)].split()), what=about(text, span))
        for span in merged([*amounts(text, code), *counted(text, code)])
        if not any(span[0] < end and start < span[1] for start, end in [*timed, *cited(text, code)])
    ]
    if lead:
        said = _end_of(lead)
        rows = [replace(row, what=f"{said}: {row.what}") if row.table in _ABOUT else row for row in rows]
    numbers = [row.span for row in rows if row.table == "numbers"]
    named = [(a, b) for a, b in bodies if not any(a < end and start < b for start, end in numbers)]
    other = pattern("facts", code, "not_people")
    named += [
        duty.actor
        for duty in duties
        if duty.actor[0] < duty.actor[1]
        and not any(duty.actor[0] < b and a < duty.actor[1] for a, b in named)
        and not (other and other.fullmatch(text, *duty.actor))
    ]
    rows += [TableRow("people", (0,), span, line(text[slice(*span)].split())) for span in sorted(named)]
    return rows


_ABOUT: tuple[Table, ...] = ("deadlines", "numbers")
"""Tables whose lines say what the words around the fact are."""


class _Led(NamedTuple):
    """A duty or right that the words before a list give to its item."""

    row: TableRow
    duty: Obligation
    shift: int
    goes_on: bool

    def inside(self, other: Obligation) -> bool:
        """Whether another duty of the item alone has the same subject."""
        return self.duty.actor == (other.actor[0] + self.shift, other.actor[1] + self.shift)


def _led(text: str, language: str, own: Collection[str], act: bool, lead: str) -> list[_Led]:
    """The duties of the words before a list, which end in its item."""
    joined, shift = f"{lead} {text[:1].lower()}{text[1:]}", len(lead) + 1
    found = []
    for duty in obligations(joined, language, act, own):
        if duty.verb[0] < shift < duty.clause[1]:
            row = _duty(joined, language, duty)
            span = max(0, duty.clause[0] - shift), duty.clause[1] - shift
            found.append(_Led(replace(row, span=span), duty, shift, goes_on(lead, duty.verb[1])))
    return found


def _duty(text: str, language: str, duty: Obligation) -> TableRow:
    """The line of a duty or right."""
    start, end = who_phrase(text, language, duty)
    none = pattern("facts", language, "none")
    if start - duty.clause[0] > _ARTICLE or start == end:  # "be shown by the carrier" needs what is shown
        opened = max((mark.end() for mark in CLAUSE.finditer(text, 0, duty.verb[0])), default=0)
        done = text[opened : duty.clause[1]]
    elif none and none.search(text, duty.clause[0], start):  # the mode says "must not" for "no body may"
        done = text[duty.verb[1] : duty.clause[1]]
    else:
        done = text[end : duty.clause[1]]
    span = min(duty.clause[0], start), duty.clause[1]
    who = " ".join(text[start:end].split())
    return TableRow("duties", (0,), span, " ".join(done.split()).strip(" ,"), who, "", duty.mode)


def _end_of(lead: str) -> str:
    """The last words of what leads into a list, which say whether it must or must not be."""
    words = lead.split()
    return " ".join(["…", *words[-_MOST_LEAD:]] if len(words) > _MOST_LEAD else words)


_MOST_LEAD = 20
"""Words of what leads into a list that a line shows."""
_ARTICLE = 12
"""Characters that an article and "each of" take before who must."""


def _deadlines(text: str, language: str, duties: Sequence[Obligation], act: bool) -> list[Span]:
    """Dates and periods that set or bound something, without the dates of acts that are only cited.

    "For more than 90 days" is a condition where nothing is forbidden, and "was closed until 9 August" tells what has
    been: nobody has to do anything in that time.
    """
    past = pattern("facts", language, "past")
    never = [
        find for find in (pattern("facts", language, "prohibition"), pattern("negation", language, "strong")) if find
    ]
    forbidden = any(duty.mode == "must_not" for duty in duties) or any(find.search(text) for find in never)
    exceeds = pattern("facts", language, "exceeds")
    effect = pattern("facts", language, "starts_effect")
    references = cited(text, language)
    found = []
    for span in dates(text, language):
        is_limit = limited(text, language, span)
        told = not act and not duties and not (effect and effect.search(text)) and past and past.search(text)
        if told or (not forbidden and exceeds and exceeds.match(text, span[0])):
            continue
        if not is_limit and (_is_named_by(text, span) or _dates_an_act(text, language, span, references)):
            continue
        if is_limit or duties or (effect and effect.search(text)) or (act and not _year(text, span)):
            found.append(span)
    return sorted([*found, *anchors(text, language, dates(text, language))]) if act else found


def _is_named_by(text: str, span: Span) -> bool:
    """Whether a bare year only names what stands before it: "the dispute of 2025"."""
    bare = re.fullmatch(r"\d{4}", text[slice(*span)])
    return bare is not None and re.search(r"(?:\bof|\bd[eo]|\bdel|\bdu|\bde l[’'])\s$", text[: span[0]]) is not None


def _year(text: str, span: Span) -> bool:
    """Whether a date has a year, and so tells when something was as often as when it must be."""
    return re.search(r"(?:19|20)\d\d", text[slice(*span)]) is not None


def _dates_an_act(text: str, language: str, span: Span, references: list[Span]) -> bool:
    """Whether a date belongs to the name of an act: "Directive 2005/36/EC of … of 7 September 2005", "signed on …"."""
    if not _year(text, span) and not any(end <= span[0] <= end + 6 for _, end in references):
        return False
    before = text[max(0, span[0] - _ACT_DISTANCE) : span[0]]
    done = pattern("facts", language, "dated")
    effect = pattern("facts", language, "starts_effect")
    return bool(
        done
        and any(
            not CLAUSE.search(before, match.end()) and not (effect and effect.search(before, match.end()))
            for match in done.finditer(before)
        )
    )


_ACT_DISTANCE = 110
"""Characters from the name of an act to its date, with the names of those who adopted it between."""


def _deadline(
    text: str,
    language: str,
    span: Span,
    duties: list[Obligation],
    led: Sequence[_Led] = (),
    named: Sequence[Span] = (),
) -> TableRow:
    """The line of a date or period; of a clause without a duty its first person or body, if it names any."""
    holding = [duty for duty in duties if duty.clause[0] <= span[0] < duty.clause[1]] or duties[:1]
    who = _duty(text, language, holding[-1]).who if holding else next((one.row.who for one in led), "")
    who = who or _named_with(text, language, span, named)
    said = " ".join(text[slice(*span)].split())
    return TableRow("deadlines", (0,), span, said, who, about(text, span), "", iso_date(text[slice(*span)], language))


_OPENING_WORDS = 2
"""Words that stand before a date with which a clause begins: "Not later than"."""


def _named_with(text: str, language: str, span: Span, named: Sequence[Span]) -> str:
    """The person or body that a date's clause names as doing something; empty where it names none.

    Behind a preposition stands who receives or is dealt with, but for the one of the passive: "sent by the Board"; so
    does who "was informed". Behind the date stands who acts only where the clause begins with it,
    and not behind a relative pronoun.
    """
    opened = max((match.end() for match in CLAUSE.finditer(text, 0, span[0])), default=0)
    closed = CLAUSE.search(text, span[1])
    end = closed.start() if closed else len(text)
    last = end if len(text[opened : span[0]].split()) <= _OPENING_WORDS else span[0]
    inside = sorted((a, b) for a, b in named if opened <= a and b <= last and (b <= span[0] or span[1] <= a))
    passive, relative = pattern("facts", language, "done_to"), pattern("facts", language, "relative")
    aside = relative.search(text, span[1]) if relative else None
    inside = [(a, b) for a, b in inside if aside is None or a < aside.start()]
    doing = [
        (a, b) for a, b in inside if _acts(text, language, a) and not (passive and passive.match(text[b:].lstrip()))
    ]
    return " ".join(text[slice(*doing[0])].split()) if doing else ""


def _acts(text: str, language: str, start: int) -> bool:
    """Whether no preposition stands before a name but that of the passive."""
    before = text[:start].rstrip()
    other, agent = pattern("facts", language, "preposition"), pattern("facts", language, "by_whom")
    found = next((m for m in other.finditer(before) if m.end() == len(before)), None) if other else None
    return found is None or bool(agent and agent.match(before, found.start()))


def about(text: str, span: Span) -> str:
    """The clause that a fact stands in; of a long one the words around the fact, with an ellipsis where it is cut."""
    opened = max((match.end() for match in CLAUSE.finditer(text, 0, span[0])), default=0)
    closed = CLAUSE.search(text, span[1])
    before = text[opened : span[0]].split()
    rest = text[span[0] : closed.start() if closed else len(text)].split()
    if len(before) + len(rest) <= _MOST_WORDS:
        return " ".join([*before, *rest])
    first = max(0, len(before) - max(_BESIDE, _MOST_WORDS - len(rest)))
    kept = [*before[first:], *rest]
    cut = ["…"] if first else []
    return " ".join([*cut, *kept[:_MOST_WORDS], *(["…"] if len(kept) > _MOST_WORDS else [])])
