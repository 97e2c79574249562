"""finished(): lists that a summary has begun, gone on with as far as there is room."""

from collections.abc import Sequence

from summarize.methods.selection import Costs
from summarize.structure.dangling import introduces
from translate.document import Document

# Words of a list's point up to which items are added.
_MOST_WORDS = 80


def finished(document: Document, cost: Costs, chosen: Sequence[int], budget: int) -> list[int]:
    """The chosen positions, with more items of the lists that they begin; ascending.

    "The following principles: mutual benefit;" misleads where four are meant. Items are taken in the order of the text
    while they fit; they share the point of their introduction.

    Args:
        document: Where the sentences stand.
        cost: What choosing each costs.
        chosen: Positions of those chosen.
        budget: Most words of all together.
    """
    found = set(chosen)
    begun = {int(cost.antecedent[position]) for position in chosen if cost.antecedent[position] >= 0}
    brought = {int(cost.antecedent[position]): int(cost.brought[position]) for position in chosen}
    left = budget - int(cost.own[list(chosen)].sum()) - sum(brought[lead] for lead in begun)
    for lead in sorted(begun):
        if not introduces(document.segment_text(lead)):
            continue
        items = [position for position, before in enumerate(cost.antecedent.tolist()) if before == lead]
        size = brought[lead] + int(cost.own[[position for position in items if position in found]].sum())
        for position in items:
            own = 0 if position in found else int(cost.own[position])
            if own > left or size + own > _MOST_WORDS:
                break
            found.add(position)
            left, size = left - own, size + own
    return sorted(found)
