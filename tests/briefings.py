"""A small briefing by hand, with everything that an export has to show."""

from dataclasses import replace

from summarize.briefing import Briefing
from summarize.facts import Fact, TableRow
from summarize.summary import Citation, Group, Part, Point, Summary
from translate.document import Block, Document, Segment
from translate.hypothesis import Alternative, Hypothesis, Link, Repair, TokenScore
from translate.issue import Issue
from translate.languages.detection import Detection
from translate.message import say
from translate.route import Route, Step
from translate.translation import Opinion, Translation

_REPAIR = Repair(say("The engine returned nothing."), say("Translated again with a wider search."))

TEXT = "Water & <law>\n\nArt. 1 Fees are 2,200 euros. They rise.\n\n(a) Lisboa\n\n***"


def document() -> Document:
    """A heading, an article of two sentences over two pages, a list item, and a rule without words."""
    return Document(
        TEXT,
        "en",
        blocks=(
            Block(0, 13, "heading", level=1),
            Block(15, 54, label="Art. 1"),
            Block(56, 66, "list_item", level=1),
            Block(68, 71),
        ),
        segments=(
            Segment(0, 13, 0, "en", 1),
            Segment(22, 43, 1, "en", 1),
            Segment(44, 54, 1, "en", 2),
            Segment(60, 66, 2, "pt", 2),
        ),
        name="water law.docx",
        issues=(Issue("scan", None, None, "Page 3 has no text.", "notice"),),
    )


def briefing() -> Briefing:
    """English to Portuguese: three translated sentences, of them one repaired, and one that was Portuguese already."""
    source = document()
    hypotheses = (
        Hypothesis("Água & <lei>", -0.1, (Link(0, 5, 0, 4),), "fake"),
        Hypothesis(
            "As taxas são 2,200 euros.",
            -0.4,
            (),
            "fake",
            (_REPAIR,),
            token_scores=(TokenScore(0, 2, -1.5),),
            alternatives=(Alternative(3, 8, ("multas", "propinas")),),
        ),
        Hypothesis("Sobem.", None, (), "fake"),
        Hypothesis("Lisboa", None, (), "copied"),
    )
    target = source.with_texts([h.text for h in hypotheses], ["pt"] * 4, "pt")
    amount = Issue("numbers", 1, (13, 18), "The amount 2,200 may mean <2.2>.", "error", "target")
    route = Route("en", "pt", (Step("fake", "en", "pt", "Fake base"),))
    issues = (amount, *source.issues)
    return Briefing(
        detection=Detection("en", 0.9, (("de", 0.1),)),
        document=source,
        translation=Translation(source, target, hypotheses, route, issues, "fake 1", OPINIONS),
        summary=Summary(
            source,
            (Point("Fees are 2,200 euros.", (Citation(1),)),),
            "lead 1",
            genre="law",
            unmentioned=((0,),),
            issues=(Issue("summary", 1, None, "The point stands alone.", "notice", "source"),),
        ),
        issues=issues,
        target="pt",
        facts=FACTS,
        tables=ROWS,
        timings=(("translating", 0.1),),
    )


OPINIONS = (Opinion(1, Hypothesis("As taxas <são> de 2.2.", -0.9, (Link(0, 4, 3, 8),), "other"), 0.625),)
"""A second engine's translation of the sentence with an error."""

FACTS = (
    Fact("reference", 0, (0, 5), "Water"),
    Fact("obligation", 1, (0, 20), "Fees are 2,200 euros", "Fees"),
    Fact("amount", 1, (9, 20), "2,200 euros"),
    Fact("actor", 2, (0, 4), "They"),
    Fact("actor", 3, (0, 4), "THEY"),
)
"""The heading's own number, as it were, and one actor twice; made up, but at places that exist."""


ROWS = (
    TableRow("duties", (1,), (0, 20), "are 2,200 euros", "Fees", mode="must", place="Art. 1"),
    TableRow("numbers", (1,), (9, 20), "2,200 euros", what="Fees are 2,200 euros"),
    TableRow("people", (2, 3), (0, 4), "They"),
)
"""A line of three tables; the second is found again in the translation."""


def shaped_briefing() -> Briefing:
    """Three points, of which the last is the gist, under two headings, and a section's sentence."""
    made = briefing()
    points = tuple(Point(made.document.segment_text(i), (Citation(i),)) for i in range(3))
    summary = replace(
        made.summary,
        points=points,
        gist=points[2],
        groups=(Group("about", (0, 2)), Group("costs", (1,))),
        digest=(Part((0,), (points[2],)),),
    )
    return replace(made, summary=summary)


def untranslated(target: str = "ar") -> Briefing:
    """The same document where no route leads to the target."""
    source = document()
    summary = Summary(source, (Point("Fees are 2,200 euros.", (Citation(1),)),), "lead 1")
    missing = Issue("no-route", None, None, "Nothing leads from English to Arabic.", "error")
    return Briefing(Detection("en", 0.9), source, None, summary, (missing,), target)
