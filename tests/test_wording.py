"""What we say to a reader: complete in Portuguese, the same fields in both languages, and no English left over."""

import ast
import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Formatter

import pytest

from page.texts import texts
from page.views import briefing_view
from summarize.briefing import Briefing, brief
from summarize.export import export
from summarize.export.wording import wording
from tests.fakes import FakeEngine
from translate.checks.ranking import count_by_kind, describe_rate
from translate.checks.registry import CHECKS, ON_REQUEST, check
from translate.hypothesis import Hypothesis
from translate.languages.table import LANGUAGES, name_of
from translate.languages.wording import in_language, written
from translate.message import Message, joined, say
from translate.routing.routes import describe

ROOT = Path(__file__).parent.parent
SOURCES = sorted(path for package in ("translate", "summarize", "page") for path in (ROOT / package).rglob("*.py"))
PORTUGUESE: dict[str, str] = json.loads((ROOT / "translate" / "languages" / "messages.json").read_text("utf-8"))["pt"]
ON_COMMAND = {
    "archive.py",
    "arguments.py",
    "catalogue.py",
    "command.py",
    "conversion.py",
    "download.py",
    "folders.py",
    "inventory.py",
}
"""Files whose errors only the command line shows, which is English; these are three more."""
ON_COMMAND |= {"hub.py", "installation.py", "output.py"}
ERRORS = {"EngineError", "FormatError", "InputError", "LanguageError", "PolicyTextError"}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a plain name in a file, with that name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


def fields(template: str) -> set[str]:
    """Names in braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


TEMPLATES = {ast.literal_eval(call.args[0]) for path in SOURCES for name, call in calls(path) if name == "say"}
UNITS = (ROOT / "translate" / "lexicons" / "units.tsv").read_text("utf-8").splitlines()
RATES = json.loads((ROOT / "translate" / "checks" / "rates.json").read_text("utf-8"))
WORDS = {line.partition("\t")[0] for line in UNITS if not line.startswith("#")}
WORDS |= {rate["error"] for rates in RATES.values() for rate in rates.values()}
"""Words of tables that stand in messages: units, and the errors that checks were measured on."""


def test_every_template_is_portuguese_and_none_more() -> None:
    assert set(PORTUGUESE) == TEMPLATES | WORDS


@pytest.mark.parametrize("template", sorted(PORTUGUESE))
def test_both_languages_have_the_same_fields(template: str) -> None:
    assert fields(PORTUGUESE[template]) == fields(template)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_issues_and_errors_are_said_in_messages(path: Path) -> None:
    spoken = ERRORS if path.name not in ON_COMMAND else set()
    texts = [arg for name, call in calls(path) if name in spoken | {"Issue", "Repair"} for arg in call.args[-3:]]
    plain = [ast.unparse(text) for text in texts if isinstance(text, ast.JoinedStr)]
    plain += [str(text.value) for text in texts if isinstance(text, ast.Constant) and " " in str(text.value)]
    assert plain == []


@pytest.mark.parametrize("language", ["en", "pt"])
def test_every_kind_of_issue_has_a_name(language: str) -> None:
    kinds = {call.args[0] for path in SOURCES for name, call in calls(path) if name == "Issue" and call.args}
    named = {ast.literal_eval(kind) for kind in kinds if isinstance(kind, ast.Constant)}
    assert {f"kind_{kind}" for kind in named} <= set(wording(language))


CASES = {
    "copied": ("The committee shall report each year.", "The committee shall report each year.", None),
    "repetition": ("We agree.", "Nós concordamos, nós concordamos, nós concordamos, nós concordamos.", None),
    "language": ("Member States report each year.", "Die Mitgliedstaaten berichten jedes Jahr der Kommission.", None),
    "numbers": ("The 27 members met.", "Os 28 membros reuniram-se.", None),
    "dates": ("It was signed on 3 May 2020.", "Foi assinado em 3 de junho de 2020.", None),
    "references": ("See Annex IV.", "Ver o anexo V.", None),
    "negation": ("The measure applies.", "A medida não se aplica.", None),
    "obligation": ("Members shall report.", "Os membros podem apresentar um relatório.", None),
    "actors": ("Russia supports China.", "A China apoia a Rússia.", None),
    "bounds": ("Pay at least ten.", "Pague no máximo dez.", None),
    "weekdays": ("It starts on Monday.", "Começa na terça-feira.", None),
    "countries": ("It is in Spain.", "Está na Suécia.", None),
    "remains": (
        "At the last session of the year, the board decided that every member must be heard.",
        "Na última sessão do ano, o conselho decidiu that every member must be heard.",
        None,
    ),
    "additions": (
        "The committee met in March.",
        "O comité reuniu-se em março, e os preços do pão subiram muito nas padarias de Lisboa.",
        None,
    ),
    "length": ("The committee met in March to discuss the budget of the union.", "O comité.", None),
    "names": ("Senator Jeff Flake spoke.", "O senador Jeff Blake falou.", None),
    "confidence": ("The committee met in March to discuss.", "O comité reuniu-se em março.", -0.9),
    "quotes": ("He said (in March) so.", "Ele disse em março.", None),
}
"""A sentence with a translation that each check finds something in, and the engine's score; the rest is below."""


@pytest.mark.parametrize("kind", CASES)
def test_a_checks_issue_is_a_message_with_other_words_in_portuguese(kind: str) -> None:
    source, target, score = CASES[kind]
    (issue,) = check([source], [Hypothesis(target, score, origin="firefox")], ["en"], "pt", [kind])
    assert isinstance(issue.message, Message)
    assert in_language(issue.message, "pt") != issue.message


def test_every_check_has_a_case() -> None:
    assert set(CASES) | ON_REQUEST | {"consistency"} == set(CHECKS)


def test_in_language_leaves_plain_text_alone() -> None:
    assert in_language("The engine returned nothing.", "pt") == "The engine returned nothing."


@pytest.mark.parametrize("reader", ["en", "fi", "und", ""])
def test_in_language_is_english_where_nobody_translated(reader: str) -> None:
    assert in_language(say("The engine returned nothing."), reader) == "The engine returned nothing."


@pytest.mark.parametrize("reader", ["pt", "pt-PT", "pt-BR"])
def test_in_language_speaks_a_languages_every_variety(reader: str) -> None:
    assert in_language(say("The engine returned nothing."), reader) == "O motor não devolveu nada."


def test_in_language_translates_messages_inside_messages() -> None:
    cut = say("Left in the source's language. {reason}", reason=say("The engine returned nothing."))
    both = joined([cut, say("Translated in {count} parts.", count=3)])
    expected = "Deixada na língua do original. O motor não devolveu nada. Traduzida em 3 partes."
    assert in_language(both, "pt") == expected


def test_in_language_names_languages() -> None:
    message = say("The output was in {found}, not in {wanted}.", found=name_of("und"), wanted=name_of("de"))
    assert in_language(message, "pt") == "O que o motor devolveu estava em língua indeterminada, não em alemão."


@pytest.mark.parametrize("code", LANGUAGES)
def test_in_language_has_every_languages_name(code: str) -> None:
    assert in_language(name_of(code), "pt") == LANGUAGES[code].portuguese


def test_in_language_writes_numbers_the_readers_way() -> None:
    large = say(
        "The file has {size:,.1f} MB. The limit is {limit:,.1f} MB. Give the part that matters, or in Python raise "
        "max_bytes.",
        size=1234.56,
        limit=50.0,
    )
    assert in_language(large, "pt").startswith("O ficheiro tem 1\u202f234,6 MB. O limite é 50,0 MB.")


@pytest.mark.parametrize(("reader", "expected"), [("en", "12,345.5"), ("pt", "12\u202f345,5"), ("fi", "12,345.5")])
def test_written_separates_as_the_reader_does(reader: str, expected: str) -> None:
    assert written(12345.5, ",.1f", reader) == expected


SAID = {source: target for source, target, _ in CASES.values()} | {"It entered into force.": ""}
"""What the engine below makes of each sentence; of the last it makes nothing."""


@pytest.fixture(scope="module")
def portuguese() -> Briefing:
    """A briefing for a Portuguese reader with something to check in nearly every sentence."""
    engine = FakeEngine(lambda text: SAID.get(text, ""))
    return brief("\n\n".join(SAID), "pt", language="en", engines={"fake": engine}, engine="fake")


def english(briefing: Briefing) -> set[str]:
    """All that the library says of the text, in English."""
    translation = briefing.translation
    assert translation is not None
    repairs = {said for h in translation.hypotheses for r in h.repairs for said in (r.reason, r.action)}
    rates = {rate for kind in count_by_kind(briefing.issues) if (rate := describe_rate(kind, "en", "pt")) is not None}
    return {
        str(said) for said in {*repairs, *rates, describe(translation.route), *(i.message for i in briefing.issues)}
    }


def test_what_is_said_is_of_many_kinds(portuguese: Briefing) -> None:
    assert len(english(portuguese)) > 20


@pytest.mark.parametrize("name", ["html", "md", "txt"])
def test_exports_say_nothing_in_english(portuguese: Briefing, name: str) -> None:
    exported = " ".join(str(export(portuguese, name)).replace("\\", "").split())
    assert [said for said in english(portuguese) if said in exported or escape(said) in exported] == []


def test_the_page_says_nothing_in_english(portuguese: Briefing) -> None:
    shown = json.dumps(briefing_view(portuguese, texts("pt"), "pt"), ensure_ascii=False)
    assert [said for said in english(portuguese) if escape(said) in shown] == []


def test_the_page_speaks_english_to_its_english_reader_of_a_portuguese_text(portuguese: Briefing) -> None:
    shown = briefing_view(portuguese, texts("en"), "en")["slots"]["check"]
    assert escape("The source says 27, the translation 28.") in shown
