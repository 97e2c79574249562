"""JSON: everything in a briefing, for programs; `from_json` reads it back. briefing.schema.json describes it."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from summarize.answers import Answer, Passage, Question
from summarize.briefing import Briefing
from summarize.export.facts import table_lines
from summarize.export.json_shape import require_shape
from summarize.facts import Fact, TableRow, fact_tables
from summarize.summary import Citation, Group, Part, Point, Summary, points_in_target
from translate.document import Block, Cell, Document, Segment
from translate.errors import FormatError
from translate.hypothesis import Alternative, Hypothesis, Link, Repair, TokenScore
from translate.issue import Issue
from translate.languages.detection import Detection
from translate.message import say
from translate.route import Route, Step
from translate.translation import Doubt, Opinion, Translation, read_place

FORMAT, VERSION = "entente-briefing", 1
"""The file's kind, and the version of its shape: it grows when a field changes its meaning or goes."""


# Fields of an answer and of a point that stand in the file only where they say something.
_TOLD = frozenset({"told"})
_SELDOM = _TOLD | {"speaker"}


def to_json(briefing: Briefing, checked: Iterable[str] = ()) -> str:
    """The briefing as JSON text, two spaces deep, characters of all scripts as they are.

    Args:
        briefing: What brief() gave; its timings are left out, so that equal briefings give equal files.
        checked: Keys of what its reader has checked; the field is left out where there are none.
    """
    document, translation = briefing.document, briefing.translation
    fields = {
        "format": FORMAT,
        "version": VERSION,
        "target": briefing.target,
        "detection": asdict(briefing.detection),
        "document": _document(document),
        "translation": None if translation is None else _translation(translation),
        "summary": _summary(briefing),
        "issues": [asdict(issue) for issue in briefing.issues],
        "facts": [asdict(fact) for fact in briefing.facts],
        "tables": _tables(briefing),
        "answers": [_fields(answer, seldom=_TOLD) for answer in briefing.answers],
    }
    if briefing.settled:
        fields["settled"] = [asdict(issue) for issue in briefing.settled]
    if ticks := sorted(checked):
        fields["checked"] = ticks
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str) -> Briefing:
    """The briefing that to_json() wrote, equal to it but for timings.

    Args:
        text: The whole file.

    Raises:
        FormatError: It is no JSON, no briefing, of another version, or its spans contradict each other.
    """
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormatError(
            say(
                "The file is no JSON: {reason}. Give a file that Entente wrote as JSON.",
                reason=str(error),
            )
        ) from error
    found = (fields.get("format"), fields.get("version")) if isinstance(fields, dict) else (None, None)
    if found != (FORMAT, VERSION):
        raise FormatError(
            say(
                "The file says it is {found}, version {found_version}; known is {known}, version "
                "{known_version}. Make the briefing again with this version of Entente.",
                found=repr(found[0]),
                found_version=repr(found[1]),
                known=repr(FORMAT),
                known_version=VERSION,
            )
        )
    try:
        briefing = _briefing(fields)
        require_shape(briefing)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise FormatError(
            say(
                "The briefing in the file contradicts itself or lacks a field ({kind}: {reason}); "
                "briefing.schema.json describes a whole one. Make the briefing again.",
                kind=type(error).__name__,
                reason=str(error),
            )
        ) from error
    return briefing


def checked_in(text: str) -> frozenset[str]:
    """What the reader of a briefing had checked when to_json() wrote it; nothing where the file does not say.

    Args:
        text: What from_json() takes.
    """
    ticks = json.loads(text).get("checked", [])
    return frozenset(tick for tick in ticks if isinstance(tick, str)) if isinstance(ticks, list) else frozenset()


def _document(document: Document) -> dict[str, Any]:
    """A document's fields; the text of each segment is repeated, so that readers need not cut it themselves."""
    segments = [
        {"id": i, "text": text, **asdict(segment)}
        for i, (segment, text) in enumerate(zip(document.segments, document.texts, strict=True))
    ]
    fields = {name: getattr(document, name) for name in ("name", "title", "language", "text")}
    blocks = [{"id": i, **asdict(block)} for i, block in enumerate(document.blocks)]
    issues = [asdict(issue) for issue in document.issues]
    return {**fields, "blocks": blocks, "segments": segments, "issues": issues}


def _translation(translation: Translation) -> dict[str, Any]:
    """A translation's fields; its target document is rebuilt from the hypotheses, so only its text is kept."""
    hypotheses = [
        {
            "segment": i,
            "language": segment.language,
            "start": segment.start,
            "end": segment.end,
            **asdict(hypothesis),
        }
        for i, (segment, hypothesis) in enumerate(zip(translation.target.segments, translation.hypotheses, strict=True))
    ]
    opinions = [
        {"segment": opinion.segment, "agreement": opinion.agreement, **asdict(opinion.hypothesis)}
        for opinion in translation.opinions
    ]
    return {
        "language": translation.target.language,
        "title": translation.target.title,
        "route": asdict(translation.route),
        "signature": translation.signature,
        "coverage": translation.coverage,
        "text": translation.target.text,
        "hypotheses": hypotheses,
        "opinions": opinions,
        "doubts": [asdict(doubt) for doubt in translation.doubts],
        "settled": translation.settled,
        "issues": [asdict(issue) for issue in translation.issues],
    }


def _fields(told: Point | Part | Answer, seldom: frozenset[str] = _SELDOM) -> dict[str, Any]:
    """What a value with points has, some fields only where they say something."""
    return asdict(told, dict_factory=lambda pairs: {n: value for n, value in pairs if n not in seldom or value})


def _summary(briefing: Briefing) -> dict[str, Any]:
    """A summary's points, with their text in the target language where there is one."""
    summary, translation = briefing.summary, briefing.translation
    points = [_fields(point) for point in summary.points]
    if translation is not None:
        for fields, point in zip(points, points_in_target(summary, translation), strict=True):
            fields["text_in_target"] = point.text
    return {
        "signature": summary.signature,
        "genre": summary.genre,
        "points": points,
        "unmentioned": summary.unmentioned,
        "gist": None if summary.gist is None else _fields(summary.gist),
        "groups": [asdict(group) for group in summary.groups],
        "digest": [_fields(part) for part in summary.digest],
        "issues": [asdict(issue) for issue in summary.issues],
    }


def _briefing(fields: dict[str, Any]) -> Briefing:
    """The value of a parsed file."""
    own, detection = fields["document"], fields["detection"]
    document = Document(
        text=own["text"],
        language=own["language"],
        blocks=tuple(_block(block) for block in own["blocks"]),
        segments=tuple(Segment(**_without(segment, "id", "text")) for segment in own["segments"]),
        title=own["title"],
        name=own["name"],
        issues=_issues(own["issues"]),
    )
    alternatives = tuple((code, confidence) for code, confidence in detection["alternatives"])
    found = fields["translation"]
    return Briefing(
        detection=Detection(detection["language"], detection["confidence"], alternatives),
        document=document,
        translation=None if found is None else _read_translation(document, found),
        summary=_read_summary(document, fields["summary"]),
        issues=_issues(fields["issues"]),
        target=fields["target"],
        facts=tuple(Fact(**{**fact, "span": tuple(fact["span"])}) for fact in fields["facts"]),
        tables=_read_tables(document, fields),
        answers=tuple(_answer(answer) for answer in fields.get("answers", ())),  # files of version 1 from before it
        settled=_issues(fields.get("settled", [])),  # likewise
    )


def _block(fields: dict[str, Any]) -> Block:
    """A block; files of version 1 from before there were cells have none."""
    cell = fields.get("cell")
    return Block(**_without(fields, "id", "cell"), cell=None if cell is None else Cell(**cell))


def _tables(briefing: Briefing) -> list[dict[str, Any]]:
    """The lines of the tables, with what the translation says in their place where there is one."""
    listed = []
    for line in (line for _, lines in table_lines(briefing) for line in lines):
        fields = asdict(line.row)
        if line.said is not None:
            fields |= {f"{name}_in_target": getattr(line.said, name) for name in ("text", "who", "what")}
        listed.append(fields)
    return listed


def _read_tables(document: Document, fields: dict[str, Any]) -> tuple[TableRow, ...]:
    """The tables of a parsed file; those of the document in a file of version 1 from before them."""
    if "tables" not in fields:
        return fact_tables(document)
    own = [_without(row, "text_in_target", "who_in_target", "what_in_target") for row in fields["tables"]]
    return tuple(TableRow(**{**row, "segments": tuple(row["segments"]), "span": tuple(row["span"])}) for row in own)


def _read_summary(document: Document, fields: dict[str, Any]) -> Summary:
    """The summary of a parsed file over the document it was made from."""
    unmentioned = tuple(tuple(heading) for heading in fields["unmentioned"])
    top = fields.get("gist")  # files of version 1 from before the shape have neither of the three
    return Summary(
        document,
        _points(fields["points"]),
        fields["signature"],
        fields["genre"],
        unmentioned,
        _issues(fields["issues"]),
        gist=None if top is None else _points([top])[0],
        groups=tuple(Group(group["kind"], tuple(group["points"])) for group in fields.get("groups", ())),
        digest=tuple(Part(tuple(part["headings"]), _points(part["points"])) for part in fields.get("digest", ())),
    )


def _points(listed: list[dict[str, Any]]) -> tuple[Point, ...]:
    """Points of a parsed file."""
    return tuple(
        Point(
            point["text"],
            tuple(Citation(**citation) for citation in point["citations"]),
            point.get("told", ""),
            point.get("speaker", ""),
        )
        for point in listed
    )


def _read_translation(document: Document, fields: dict[str, Any]) -> Translation:
    """The translation of a parsed file over the document it was made from."""
    hypotheses = tuple(_hypothesis(hypothesis) for hypothesis in fields["hypotheses"])
    languages = [hypothesis["language"] for hypothesis in fields["hypotheses"]]
    target = document.with_texts([h.text for h in hypotheses], languages, fields["language"])
    route = fields["route"]
    return Translation(
        source=document,
        target=target,
        hypotheses=hypotheses,
        route=Route(route["source"], route["target"], tuple(Step(**step) for step in route["steps"])),
        issues=_issues(fields["issues"]),
        signature=fields["signature"],
        opinions=tuple(
            Opinion(opinion["segment"], _hypothesis(_without(opinion, "agreement")), opinion["agreement"])
            for opinion in fields["opinions"]
        ),
        doubts=tuple(_doubt(doubt) for doubt in fields.get("doubts", ())),  # files of version 1 from before it
        settled=tuple(fields.get("settled", ())),  # likewise
    )


def _hypothesis(fields: dict[str, Any]) -> Hypothesis:
    """One hypothesis of a parsed file."""
    own = _without(fields, "segment", "language", "start", "end")
    own["alignment"] = tuple(Link(*link) for link in own["alignment"])
    own["token_scores"] = tuple(TokenScore(*token) for token in own["token_scores"])
    own["alternatives"] = tuple(
        Alternative(start, end, tuple(others)) for start, end, others in own.get("alternatives", ())
    )  # files of version 1 from before them have none
    repairs = tuple(Repair(**repair) for repair in own.pop("repairs"))
    return Hypothesis(**{**own, "issues": _issues(own["issues"]), "repairs": repairs})


def _answer(fields: dict[str, Any]) -> Answer:
    """One answer of a parsed file."""
    question = fields["question"]
    return Answer(
        question=Question(question["text"], question["language"], tuple(question["kinds"])),
        target=fields["target"],
        passages=tuple(_passage(passage) for passage in fields["passages"]),
        nearest=tuple(_passage(passage) for passage in fields["nearest"]),
        written=tuple(
            Point(point["text"], tuple(Citation(**citation) for citation in point["citations"]))
            for point in fields["written"]
        ),
        issues=_issues(fields["issues"]),
        signature=fields["signature"],
    )


def _passage(fields: dict[str, Any]) -> Passage:
    """One passage of a parsed file; what is listed is a tuple again."""
    listed = {name: tuple(fields[name]) for name in ("segments", "sentences", "reasons", "translations")}
    return Passage(**{**fields, **listed, "issues": _issues(fields["issues"])})


def _doubt(fields: dict[str, Any]) -> Doubt:
    """One doubt of a parsed file; spans are pairs again."""
    spans = {name: tuple(tuple(span) for span in fields.get(name, ())) for name in ("lost", "added")}
    places = tuple(read_place(place) for place in fields.get("places", ()))
    own = _without(fields, "telling", "changes")  # files of version 1 from before the places
    return Doubt(**{**own, **spans, "places": places})


def _issues(listed: list[dict[str, Any]]) -> tuple[Issue, ...]:
    """Issues of a parsed file; a span is a pair again."""
    return tuple(
        Issue(**{**fields, "span": None if fields["span"] is None else tuple(fields["span"])}) for fields in listed
    )


def _without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    """The fields but for some."""
    return {name: value for name, value in fields.items() if name not in names}
