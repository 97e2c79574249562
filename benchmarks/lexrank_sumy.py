"""sumy's LexRank on sentences given; it runs in an environment of its own (`pip install sumy numpy`).

Reads JSON lines on standard input, {"language": …, "words": [[word, …] for each sentence]}, and writes for each one
line: the sentences' scores. The words are given, because sumy's own tokenizer wants a download.
"""

import json
import sys
from types import SimpleNamespace


def main() -> None:
    """Score every document of standard input."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    for line in sys.stdin:
        document = json.loads(line)
        language = document["language"]
        summarizer = LexRankSummarizer(Stemmer(language)) if language else LexRankSummarizer()
        if language:
            summarizer.stop_words = get_stop_words(language)
        sentences = [_Sentence(words) for words in document["words"]]
        print(json.dumps(_scores(summarizer, sentences)), flush=True)


class _Sentence:
    """What LexRank reads of a sentence; equal to itself only."""

    def __init__(self, words: list[str]) -> None:
        self.words = words


def _scores(summarizer: object, sentences: list[_Sentence]) -> list[float]:
    """LexRank's rating of each sentence."""
    found: dict[_Sentence, float] = {}

    def keep(_: object, count: int, ratings: dict[_Sentence, float]) -> tuple[()]:
        found.update(ratings)
        return ()

    summarizer._get_best_sentences = keep  # type: ignore[attr-defined]
    summarizer(SimpleNamespace(sentences=sentences), 1)  # type: ignore[operator]
    return [float(found[sentence]) for sentence in sentences]


if __name__ == "__main__":
    main()
