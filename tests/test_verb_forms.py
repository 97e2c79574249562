"""verb_forms(): what a grammar has."""

import pytest

from translate.text.verb_forms import agreeing, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("strike", "strike strikes struck struck striking"),
        ("forge", "forge forges forged forged forging"),
        ("carry", "carry carries carried carried carrying"),
        ("stop", "stop stops stopped stopped stopping"),
        ("pass", "pass passes passed passed passing"),
        ("tie", "tie ties tied tied tying"),
        ("withdraw", "withdraw withdraws withdrew withdrawn withdrawing"),
    ],
    ids=lambda value: value.split()[0],
)
def test_english_verbs_are_inflected(verb: str, forms: str) -> None:
    assert " ".join(own[0] for own in verb_forms(verb, "en").values()) == forms


@pytest.mark.parametrize(
    ("verb", "group", "forms"),
    [
        ("celebrar", "past", "celebrou celebraram"),
        ("começar", "subjunctive", "comece comecem começasse começassem começar começarem"),
        ("pôr", "present", "põe põem"),
        ("propor", "past", "propôs propuseram"),
        ("manter", "present", "mantém mantêm"),
        ("intervir", "past", "interveio intervieram"),
        ("prever", "participle", "previsto prevista previstos previstas"),
        ("fazer", "future", "fará farão faria fariam"),
        ("reduzir", "present", "reduz reduzem"),
        ("concluir", "subjunctive", "conclua concluam concluísse concluíssem concluir concluírem"),
        ("construir", "present", "constrói constroem"),
        ("subir", "present", "sobe sobem"),
        ("servir", "subjunctive", "sirva sirvam servisse servissem servir servirem"),
        ("passear", "subjunctive", "passeie passeiem passeasse passeassem passear passearem"),
        ("sair", "imperfect", "saía saíam"),
        ("chegar", "first", "chego chegamos cheguei chegamos chegávamos chegarmos chegássemos cheguemos chegarei "
                            "chegaremos chegaríamos"),
    ],
    ids=lambda value: value.split()[0],
)  # fmt: skip
def test_portuguese_verbs_are_inflected(verb: str, group: str, forms: str) -> None:
    assert " ".join(verb_forms(verb, "pt")[group]) == forms


def test_adjectives_agree() -> None:
    assert agreeing("inédito") == ("inédito", "inédita", "inéditos", "inéditas")
