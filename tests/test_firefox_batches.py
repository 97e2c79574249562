"""Which sentences are computed together."""

from collections.abc import Sequence

from translate.engines.firefox.batches import by_batches, encoded_length


def _batches(lengths: Sequence[int], size: int = 32, threads: int = 1) -> list[tuple[int, list[int]]]:
    """Padded length and lengths of each batch, in the order in which they were begun."""
    begun: list[tuple[int, list[int]]] = []

    def run(positions: Sequence[int], length: int) -> list[int]:
        begun.append((length, [lengths[position] for position in positions]))
        return list(positions)

    found = by_batches([[7] * length for length in lengths], run, -1, size, threads)
    assert found == [i if length else -1 for i, length in enumerate(lengths)]
    return begun


def test_sentences_of_a_short_text_are_one_batch_longest_first() -> None:
    assert _batches([12, 0, 63, 30]) == [(64, [63, 30, 12])]


def test_the_end_mark_counts_to_what_a_sentence_is_padded_to() -> None:
    assert _batches([64, 63]) == [(128, [64]), (64, [63])]


def test_a_batch_has_sentences_of_about_one_length() -> None:
    assert _batches([5, 40, 6, 41], size=2) == [(64, [41, 40]), (64, [6, 5])]


def test_two_threads_share_what_is_enough_for_two() -> None:
    assert [len(own) for _, own in _batches([9] * 18, threads=2)] == [9, 9]


def test_two_threads_do_not_share_what_is_little() -> None:
    assert [len(own) for _, own in _batches([9] * 8, threads=2)] == [8]


def test_a_sentence_is_encoded_at_the_next_multiple_of_eight_with_its_end_mark() -> None:
    assert [encoded_length([7] * length) for length in (1, 7, 8, 15)] == [8, 8, 16, 16]
