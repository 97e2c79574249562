"""What a translation turns round or exchanges: bounds, days of the week, countries; and what it leaves as it was."""

import pytest

from tests.check_cases import issues, messages


@pytest.mark.parametrize(
    ("source", "target", "pair", "said"),
    [
        pytest.param(
            "at least ten days",
            "no máximo dez dias",
            "en-pt",
            "The source says “at least”, the translation “no máximo”.",
            id="bound",
        ),
        pytest.param(
            "avant la date", "after the date", "fr-en", "The source says “avant”, the translation “after”.", id="time"
        ),
        pytest.param(
            "unless they agree",
            "se concordarem",
            "en-pt",
            "The source says “unless”, the translation “se”.",
            id="if",
        ),
        pytest.param(
            "with a permit", "sem licença", "en-pt", "The source says “with”, the translation “sem”.", id="with"
        ),
        pytest.param(
            "all members vote",
            "голосуют некоторые члены",
            "en-ru",
            "The source says “all”, the translation “некоторые”.",
            id="scope",
        ),
        pytest.param(
            "more than 5", "少于5", "en-zh", "The source says “more than”, the translation “少于”.", id="no blanks"
        ),
        pytest.param(
            "it is prohibited",
            "è permesso",
            "en-it",
            "The source says “prohibited”, the translation “permesso”.",
            id="p",
        ),
    ],
)
def test_find_bounds_says_what_was_turned_round(source: str, target: str, pair: str, said: str) -> None:
    assert messages("bounds", source, target, pair) == [said]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("at least ten", "pelo menos dez", id="the same"),
        pytest.param("before and after the vote", "depois da votação", id="both poles in the source"),
        pytest.param("before the vote", "antes e depois da votação", id="both poles in the translation"),
        pytest.param("not before the vote", "depois da votação", id="a negation on one side"),
        pytest.param("no more than ten", "no máximo dez", id="a phrase that is the bound"),
        pytest.param("before long", "em breve", id="no pole"),
        pytest.param("until after the vote", "antes da votação", id="a word that is either"),
        pytest.param("first of all, they vote", "alguns votam", id="a phrase that is none"),
        pytest.param("He was speechless.", "Ficou sem palavras.", id="a fixed phrase"),
        pytest.param("They may not enter.", "Ficam sem entrar.", id="a denial that answers"),
        pytest.param("They left first, in time.", "Saíram antes, a tempo.", id="a word that may say the same"),
    ],
)
def test_find_bounds_leaves(source: str, target: str) -> None:
    assert messages("bounds", source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "pair", "said"),
    [
        pytest.param("It was signed in Rome.", "Foi assinado sem Roma.", "en-pt", "sem", id="without"),
        pytest.param(
            "They do not sell here, and this contract was signed in Rome by both sides.",
            "Não vendem aqui, e este contrato foi assinado por ambas as partes sem Roma.",
            "en-pt",
            "sem",
            id="the only denial has its own answer",
        ),
        pytest.param("Los miembros votan.", "Unless members vote.", "es-en", "Unless", id="unless"),
        pytest.param("Il vote ici.", "He votes here before.", "fr-en", "before", id="before"),
    ],
)
def test_find_bounds_says_what_nothing_answers(source: str, target: str, pair: str, said: str) -> None:
    found = messages("bounds", source, target, pair)
    assert found == [f"The translation says “{said}”, and nothing in the source does."]


def test_find_bounds_points_at_the_translation() -> None:
    (issue,) = issues("bounds", "It is against the plan.", "É a favor do plano.")
    assert (issue.span, issue.side) == ((2, 9), "target")


@pytest.mark.parametrize(
    ("kind", "source", "target", "pair", "said"),
    [
        pytest.param(
            "weekdays",
            "on Monday",
            "na terça-feira",
            "en-pt",
            "The source says Monday, the translation terça-feira.",
            id="day",
        ),
        pytest.param(
            "weekdays", "周一", "on Sunday", "zh-en", "The source says 周一, the translation Sunday.", id="Chinese day"
        ),
        pytest.param(
            "weekdays",
            "on Monday and Tuesday",
            "na terça-feira e na terça-feira",
            "en-pt",
            "The source says Monday, the translation terça-feira.",
            id="the same day twice",
        ),
        pytest.param(
            "countries",
            "the Swedish minister",
            "o ministro suíço",
            "en-pt",
            "The source says Swedish, the translation suíço.",
            id="people",
        ),
        pytest.param(
            "countries",
            "to Slovakia",
            "в Словению",
            "en-ru",
            "The source says Slovakia, the translation Словению.",
            id="country",
        ),
        pytest.param(
            "countries",
            "from Egypt",
            "من والعراق",
            "en-ar",
            "The source says Egypt, the translation والعراق.",
            id="prefixed",
        ),
    ],
)
def test_exchanged_says_which(kind: str, source: str, target: str, pair: str, said: str) -> None:
    assert messages(kind, source, target, pair) == [said]


@pytest.mark.parametrize(
    ("kind", "source", "target"),
    [
        pytest.param("weekdays", "on Monday", "ontem", id="lost only"),
        pytest.param("weekdays", "Monday's Sunday Times", "o Sunday Times de segunda-feira", id="a paper"),
        pytest.param("weekdays", "yesterday", "na segunda-feira", id="added only"),
        pytest.param("weekdays", "on Monday", "segunda-feira", id="the same"),
        pytest.param("countries", "to polish the Swedish text", "rever o texto sueco", id="a verb"),
        pytest.param("countries", "the French", "os franceses", id="the same people"),
    ],
)
def test_exchanged_leaves(kind: str, source: str, target: str) -> None:
    assert messages(kind, source, target) == []


_LEFT = "The board decided that every member must be heard before the vote."


def test_find_remains_says_what_was_left() -> None:
    found = messages("remains", _LEFT, "O conselho decidiu que every member must be heard before a votação.")
    assert found == ["“every member must be heard” is left as in the source."]


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("O conselho decidiu que every member must be ouvido antes da votação.", id="four words"),
        pytest.param("O conselho leu “every member must be heard before” na acta.", id="a quotation"),
        pytest.param("Disse: “every member must be heard before the vote.", id="a quotation that goes on"),
        pytest.param("O conselho decidiu ouvir todos os membros antes da votação.", id="none"),
    ],
)
def test_find_remains_leaves(target: str) -> None:
    assert messages("remains", _LEFT, target) == []


def test_find_remains_leaves_a_title_in_capitals() -> None:
    title = "Court of Justice of the European Union Reports"
    assert messages("remains", f"See the {title}.", f"Ver {title}.") == []


def test_find_remains_leaves_addresses() -> None:
    sites = "data.arva.org, laws.arva.org, news.arva.org"
    assert messages("remains", f"They are {sites}.", f"São {sites}.") == []
