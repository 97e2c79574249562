"""What the tests of checks share: one pair in, the messages out."""

from translate.checks.registry import check
from translate.hypothesis import Hypothesis
from translate.issue import Issue


def issues(kind: str, source: str, target: str, pair: str = "en-pt", notices: bool = False) -> list[Issue]:
    """Issues of one kind for one segment; notices only where they are asked for."""
    before, _, after = pair.partition("-")
    found = check([source], [Hypothesis(target, origin="fake")], [before], after, [kind])
    return [issue for issue in found if issue.kind == kind and (notices or issue.severity != "notice")]


def messages(kind: str, source: str, target: str, pair: str = "en-pt") -> list[str]:
    """Their messages."""
    return [issue.message for issue in issues(kind, source, target, pair)]


SOMETHING_ELSE = {
    "The committee met in March to discuss the budget.": "O comité reuniu-se em março para discutir o orçamento.",
    "Farmers need more water in the summer months.": "Os agricultores precisam de mais água no verão.",
    "The bridge was closed after the storm.": "A ponte foi encerrada depois da tempestade.",
    "Children under five travel free of charge.": "As crianças com menos de cinco anos viajam gratuitamente.",
    "The museum opens at nine in the morning.": "O museu abre às nove da manhã.",
    "Exports of steel fell by a tenth last year.": "O tribunal rejeitou ontem o recurso.",
    "The court rejected the appeal yesterday.": "O tribunal rejeitou ontem o recurso.",
    "New trees were planted along the river.": "Novas árvores foram plantadas ao longo do rio.",
}
"""Sentences and their translations; the sixth has that of the seventh."""
