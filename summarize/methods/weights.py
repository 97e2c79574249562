"""How much each sign of a sentence counts, by genre; chosen by benchmarks/summary_weights.py, which prints them."""

from dataclasses import dataclass

from translate.text.genre import Genre


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts.

    The first four give each pair of neighbouring words the chance that a person's summary has it (logistic; see
    Pairs.signs). The others are about sentences, each sign between 0 and 1 inside a document, beside what the pairs
    of a sentence are worth, which is 1 for the sentence that says most.

    Attributes:
        base: Chance of a pair that has none of the signs.
        often: Of a pair that many sentences have.
        early: Of a pair that stands near the beginning.
        opens: Of a pair of the first sentence.
        gist: Nearness in meaning to the first few sentences.
        meaning: Nearness in meaning to the whole text.
        place: Standing early in the whole text, falling evenly from 1 to 0.
        near: Standing at the very beginning: e to the power of minus a third of the summaries that fit before it.
        brevity: 0 takes the sentence that says most, 1 the one that says most a word.
    """

    base: float
    often: float
    early: float
    opens: float
    gist: float = 0.0
    meaning: float = 0.0
    place: float = 0.0
    near: float = 0.0
    brevity: float = 0.5


# In brackets ROUGE-2 against the first sentences on documents that the weights were not chosen on, in a summary as long
# as the reference and in one half as long; then what the same weights give on all documents of the set, and neighbours.
WEIGHTS: dict[Genre, Weights] = {
    # EU acts (+1.3, +2.2): +1.5, +2.3; place 0 +1.3, +2.4; gist 0.5 +1.4, +2.0, 0 +1.0, +1.9; brevity 1 +1.1, +1.2.
    "law": Weights(-3.12, 0.62, 1.78, 1.76, gist=1.0, place=0.3),
    # French news (+2.5, +2.4): +2.7, +2.6; meaning 1 +1.2, +1.6; place 0.3 +2.3, +2.9; brevity 1 +1.9, +2.4.
    "news": Weights(-3.69, 1.83, 2.25, -0.89),
    # Chinese meetings (+6.3, +6.3): +6.5, +6.9; meaning 0 +5.4, +6.2; place 0.3 +6.2, +6.5; brevity 0.5 +6.2, +7.0.
    "transcript": Weights(-3.42, 1.23, 0.58, -0.58, meaning=1.0, brevity=1.0),
    # Committee meetings, only 18 (+1.2, +1.4): +1.5, +1.4; place 0 +0.4, +1.3; meaning 1 +0.0, +0.5.
    "minutes": Weights(-5.41, 0.96, 2.41, 0.56, place=0.3),
    # No data of ours. Reports are written prose: chosen on acts and news together, without the sign of the first
    # sentence, which is a title in one and a teaser in the other. Unknown texts: on all four sets together.
    "report": Weights(-3.35, 0.93, 1.71, 0.0, gist=1.0, place=0.3),
    "unknown": Weights(-3.64, 0.7, 2.22, 0.0, gist=1.0),
}
