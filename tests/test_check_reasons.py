"""Reasons that checks gave and that were wrong, and errors that a wrong reason hid."""

import pytest

from tests.check_cases import issues, messages


@pytest.mark.parametrize(
    ("kind", "source", "target", "pair"),
    [
        pytest.param("obligation", "Theresa May deve falar", "Theresa May must speak", "pt-en", id="a name"),
        pytest.param("obligation", "Mrs May spoke", "A senhora May falou e deve partir", "en-pt", id="Mrs May"),
        pytest.param("negation", "no more than ten", "no máximo dez", "en-pt", id="no more than"),
        pytest.param("negation", "no later than May", "até maio", "en-pt", id="no later than"),
        pytest.param("negation", "no máximo", "not more than ten", "pt-en", id="not more than"),
        pytest.param("negation", "undocumented workers", "trabalhadores não documentados", "en-pt", id="undocumented"),
        pytest.param("negation", "undisclosed", "informações não divulgadas", "en-pt", id="a prefix in two words"),
        pytest.param("negation", "now more than ever", "agora mais do que nunca", "en-pt", id="more than ever"),
        pytest.param("negation", "They have yet to vote.", "Ainda não votaram, mas deixam.", "en-pt", id="yet to"),
        pytest.param("obligation", "Drought Areas May Benefit", "Áreas podem lucrar", "en-pt", id="a heading"),
        pytest.param("obligation", "paragraph 2 may, if used, end", "o n.º 2 pode acabar", "en-pt", id="no date"),
        pytest.param("obligation", "The team did well", "球队做得很好", "en-zh", id="Chinese complement"),
        pytest.param("obligation", "It became hard", "变得困难", "en-zh", id="Chinese verb"),
    ],
)
def test_a_wrong_reason_is_not_given(kind: str, source: str, target: str, pair: str) -> None:
    assert messages(kind, source, target, pair) == []


@pytest.mark.parametrize(
    ("kind", "source", "target", "pair"),
    [
        pytest.param("obligation", "The board shall decide", "A board may decide", "en-en", id="a modal"),
        pytest.param("obligation", "The Council shall request", "理事会得请求", "en-zh", id="Chinese permission"),
        pytest.param("obligation", "The Council shall meet", "理事会得举行会议", "en-zh", id="Chinese of treaties"),
        pytest.param("negation", "They have voted", "Eles não votaram", "en-pt", id="a negation added"),
        pytest.param(
            "negation",
            "Sie zahlen nicht, es sei denn, sie stimmen zu",
            "They pay, unless they agree",
            "de-en",
            id="unless for a lost not",
        ),
    ],
)
def test_a_right_reason_is_given(kind: str, source: str, target: str, pair: str) -> None:
    assert len(issues(kind, source, target, pair)) == 1


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("(one month) left", "restam (um mês)", 0, id="a short word before the bracket"),
        pytest.param("(one month) left", "restam um mês)", 1, id="never opened"),
        pytest.param("(one month) left", "restam (um mês", 1, id="never closed"),
        pytest.param("a) the first", "a) o primeiro", 0, id="a label"),
        pytest.param("(a) the first", "a) o primeiro", 0, id="a label with one bracket"),
        pytest.param("(iv) the fourth", "iv) o quarto", 0, id="a Roman label"),
        pytest.param("see (Annex I)", "ver (anexo I)", 0, id="a numeral inside"),
        pytest.param("see (Annex I)", "ver anexo I", 1, id="brackets gone"),
    ],
)
def test_find_quotes_counts_brackets(source: str, target: str, found: int) -> None:
    assert len(issues("quotes", source, target, notices=True)) == found


def test_find_language_sees_korean_as_korean() -> None:
    korean = "위원회는 예산을 논의하기 위해 삼월에 모였다. 회원국은 보고서를 제출한다."
    assert messages("language", "The committee met in March to discuss the budget.", korean, "en-ko") == []
