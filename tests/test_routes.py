import sys
from collections.abc import Iterator, Mapping

import pytest

from tests.fakes import FakeEngine
from translate.engines.figures import figure, pairs_with_figures
from translate.engines.protocol import Engine
from translate.engines.registry import EngineSet
from translate.errors import EngineError, LanguageError
from translate.route import Route, Step
from translate.routing.remedies import debian_packages, remedies
from translate.routing.routes import describe, find_route, is_gist, open_route, other_engines, route_issues, targets


def engine(name: str, *pairs: str) -> FakeEngine:
    """An engine for pairs such as "ru-en", named as its models are in the table of figures."""
    codes = [(pair.split("-")[0], pair.split("-")[1]) for pair in pairs]
    return FakeEngine(say=lambda text: f"<{text}>", pairs=codes, name=name)


def engines(*known: FakeEngine) -> dict[str, Engine]:
    return {one.name: one for one in known}


def steps(route: Route) -> list[str]:
    return [f"{step.engine} {step.source}-{step.target}" for step in route.steps]


class WithoutPackages(Mapping[str, Engine]):
    """Two engines: the packages of one are missing."""

    def __getitem__(self, name: str) -> Engine:
        if name == "seq2seq":
            raise EngineError("Engine seq2seq lacks torch. Run: pip install -r requirements-transformers.txt")
        return engine("Firefox", "ru-en")

    def __iter__(self) -> Iterator[str]:
        return iter(("seq2seq", "Firefox"))

    def __len__(self) -> int:
        return 2


@pytest.mark.parametrize(
    ("known", "source", "target", "expected"),
    [
        pytest.param([("Firefox", "ru-en")], "ru", "en", ["Firefox ru-en"], id="the only one"),
        pytest.param(
            [("Firefox", "ru-en", "en-uk"), ("M2M100", "ru-uk")], "ru", "uk", ["M2M100 ru-uk"], id="direct before pivot"
        ),
        pytest.param(
            [("M2M100", "ru-en"), ("Firefox", "ru-en")], "ru", "en", ["Firefox ru-en"], id="better before worse"
        ),
        pytest.param(
            [("Firefox", "fi-en"), ("OPUS-MT", "fi-en")], "fi", "en", ["Firefox fi-en"], id="first of equals"
        ),
        pytest.param(
            [("Firefox", "en-fi"), ("OPUS-MT", "en-fi")], "en", "fi", ["OPUS-MT en-fi"], id="figures of the pair decide"
        ),
        pytest.param(
            [("unheard-of", "ru-en"), ("M2M100", "ru-en")], "ru", "en", ["M2M100 ru-en"], id="known before unknown"
        ),
        pytest.param(
            [("apertium", "es-pt"), ("Firefox", "es-en", "en-pt")],
            "es",
            "pt",
            ["Firefox es-en", "Firefox en-pt"],
            id="a gist last, even where it is direct",
        ),
        pytest.param([("apertium", "es-pt")], "es", "pt", ["apertium es-pt"], id="a gist where nothing else is"),
        pytest.param(
            [("Firefox", "ru-fr", "fr-pt", "ru-en", "en-pt")],
            "ru",
            "pt",
            ["Firefox ru-en", "Firefox en-pt"],
            id="through English first",
        ),
        pytest.param(
            [("M2M100", "ru-en"), ("Firefox", "en-pt")], "ru", "pt", ["M2M100 ru-en", "Firefox en-pt"], id="two engines"
        ),
        pytest.param([("pseudo", "ru-en")], "en", "en", [], id="nothing to translate"),
    ],
)  # fmt: skip
def test_find_route_takes(known: list[tuple[str, ...]], source: str, target: str, expected: list[str]) -> None:
    assert steps(find_route(source, target, engines=engines(*(engine(*one) for one in known)))) == expected


def test_find_route_takes_a_named_engine_though_another_is_better() -> None:
    known = engines(engine("Firefox", "ru-en"), engine("apertium", "ru-en"))
    assert steps(find_route("ru", "en", engine="apertium", engines=known)) == ["apertium ru-en"]


def test_find_route_takes_pseudo_only_by_name() -> None:
    with pytest.raises(LanguageError):
        find_route("ru", "en", engines=engines(engine("pseudo", "ru-en")))
    assert steps(find_route("ru", "en", engine="pseudo", engines=EngineSet())) == ["pseudo ru-en"]


def test_find_route_goes_on_without_an_engine_whose_packages_are_missing() -> None:
    assert steps(find_route("ru", "en", engines=WithoutPackages())) == ["Firefox ru-en"]


def test_find_route_says_what_would_make_the_missing_engine_run() -> None:
    with pytest.raises(LanguageError, match="pip install -r requirements-transformers"):
        find_route("ru", "pt", engines=WithoutPackages())


def test_find_route_raises_where_the_named_engine_lacks_its_packages() -> None:
    with pytest.raises(EngineError, match="lacks torch"):
        find_route("ru", "en", engine="seq2seq", engines=WithoutPackages())


def test_find_route_names_the_known_engines_where_one_is_unknown() -> None:
    with pytest.raises(EngineError, match=r"firefox, .*pseudo"):
        find_route("ru", "en", engine="googol", engines=EngineSet())


def test_find_route_without_a_way_names_what_would_make_one_best_first() -> None:
    with pytest.raises(LanguageError, match=r"models install es-en .*hf:facebook/m2m100_418M .*apertium-eng-spa"):
        find_route("es", "en", engines=engines(engine("Firefox", "en-pt")))


def test_targets_lists_direct_and_pivoted_languages_in_code_order() -> None:
    found = targets("ru", engines=engines(engine("Firefox", "ru-en", "en-pt", "en-de")))
    assert [(code, len(route.steps)) for code, route in found] == [("de", 2), ("en", 1), ("pt", 2)]


def test_targets_agrees_with_find_route() -> None:
    known = engines(engine("Firefox", "es-en", "en-pt"), engine("apertium", "es-pt", "es-ca", "ca-fr"))
    found = targets("es", engines=known)
    assert [route for _, route in found] == [find_route("es", code, engines=known) for code, _ in found]


def test_open_route_of_one_step_is_the_engine_itself() -> None:
    known = engines(engine("Firefox", "ru-en"))
    assert open_route(find_route("ru", "en", engines=known), known) is known["Firefox"]


def test_open_route_of_two_steps_translates_twice() -> None:
    known = engines(engine("Firefox", "ru-en", "en-pt"))
    opened = open_route(find_route("ru", "pt", engines=known), known)
    assert [h.text for h in opened.translate(["да", "нет"], "ru", "pt")] == ["<<да>>", "<<нет>>"]


def test_open_route_without_a_step_is_a_bug() -> None:
    with pytest.raises(ValueError, match="already"):
        open_route(Route("en", "en", ()), {})


def test_describe_names_every_step() -> None:
    route = Route("ru", "pt", (Step("a", "ru", "en", "Firefox tiny"), Step("b", "en", "pt", "OPUS-MT en-pt")))
    assert describe(route) == "Russian → English by Firefox tiny; English → Portuguese by OPUS-MT en-pt"


@pytest.mark.parametrize(
    ("names", "expected"),
    [(["firefox"], False), (["firefox", "apertium"], True), (["apertium/spa-eng"], True)],
    ids=["neural", "one step by rules", "a model of it"],
)
def test_is_gist(names: list[str], expected: bool) -> None:
    assert is_gist(Route("es", "en", tuple(Step(name, "es", "en", "") for name in names))) is expected


@pytest.mark.parametrize(
    ("names", "kinds"),
    [(["firefox"], []), (["apertium"], ["gist"]), (["firefox", "firefox"], ["pivot"])],
    ids=["direct", "by rules", "two steps"],
)
def test_route_issues(names: list[str], kinds: list[str]) -> None:
    route = Route("es", "en", tuple(Step(name, "es", "en", "") for name in names))
    assert [issue.kind for issue in route_issues(route)] == kinds


def test_engine_set_makes_an_engine_once() -> None:
    known = EngineSet()
    assert known["pseudo"] is known["pseudo"]


@pytest.mark.parametrize(
    ("source", "target", "first"),
    [
        pytest.param("ru", "en", "python -m translate models install ru-en", id="Mozilla's model"),
        pytest.param("ru", "de", "python -m translate models install ru-en en-de", id="two of Mozilla's"),
        pytest.param("zh-Hans", "en", "python -m translate models install zh-en", id="a code with a script"),
        pytest.param("th", "en", "python -m translate models install hf:Helsinki-NLP/opus-mt-th-en", id="OPUS-MT"),
        pytest.param("sw", "zu", "python -m translate models install hf:facebook/m2m100_418M", id="M2M100"),
        pytest.param("eu", "es", "apt-get install apertium-eu-es", id="Debian's package"),
    ],
)
def test_remedies_begin_with_the_best(source: str, target: str, first: str) -> None:
    assert remedies(source, target)[0].command == first


def test_remedies_leave_out_the_half_that_is_installed() -> None:
    found = remedies("ru", "pt", lambda source, target: (source, target) == ("en", "pt"))
    assert found[0].command == "python -m translate models install ru-en"


def test_remedies_go_through_english_with_opus_where_mozilla_has_no_half() -> None:
    found = remedies("ar", "pt", lambda source, target: (source, target) == ("en", "pt"))
    assert found[0].command == "python -m translate models install hf:Helsinki-NLP/opus-mt-ar-en"


def test_find_route_without_a_way_or_a_known_remedy_names_where_to_look() -> None:
    with pytest.raises(LanguageError, match="models list --online"):
        find_route("mt", "ka", engines={})


def test_remedies_name_two_packages_where_one_does_not_lead_there() -> None:
    assert remedies("eu", "ca")[-1].command == "apt-get install apertium-eu-en apertium-eng-cat"


def test_remedies_are_none_where_nothing_is_known() -> None:
    assert remedies("tg", "ku") == ()


def test_debian_packages_have_no_broken_pair() -> None:
    assert ("ru", "uk") not in debian_packages()


@pytest.mark.parametrize(
    ("model", "source", "target", "value", "exact"),
    [
        ("Firefox tiny", "ru", "en", 0.83, True),
        ("Firefox base-memory", "ru", "de", 0.85, False),
        ("OPUS-MT en-zh", "en", "zh-Hans", 0.79, True),
        ("Apertium spa-eng (gist quality)", "es", "en", 0.499, True),
    ],
    ids=["of the pair", "mean of all pairs", "a code with a script", "by rules"],
)
def test_figure(model: str, source: str, target: str, value: float, exact: bool) -> None:
    found = figure(model, source, target)
    assert found is not None
    assert (found.value, found.exact) == (value, exact)


def test_figure_of_an_unknown_model_is_none() -> None:
    assert figure("mine", "ru", "en") is None


def test_pairs_with_figures_are_pairs_of_codes() -> None:
    assert {("en", "zh-Hans"), ("zh-Hans", "en"), ("en", "pt")} <= pairs_with_figures("Firefox")


@pytest.mark.parametrize("name", ["seq2seq", "ctranslate2"])
def test_an_engine_without_its_packages_says_the_one_command(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    with pytest.raises(EngineError, match=r"not installed\. Run: pip install -r requirements-transformers\.txt"):
        EngineSet()[name]


@pytest.mark.parametrize("name", ["googol", "firefox/tiny", "seq2seq/none-of-ours"])
def test_an_unknown_engine_or_model_names_the_known_ones(name: str) -> None:
    with pytest.raises(EngineError, match=r"known are|installed are|not installed"):
        EngineSet()[name]


def test_other_engines_are_those_of_the_pair_that_give_more_than_a_gist_and_need_not_be_named() -> None:
    names = ("Firefox", "M2M100", "apertium", "pseudo")
    known = engines(*(engine(name, "es-pt") for name in names), engine("OPUS-MT", "pt-es"))
    assert other_engines("es", "pt", known["Firefox"], known) == (known["M2M100"],)


def test_route_issues_name_the_language_in_the_middle() -> None:
    route = Route("es", "pt", (Step("a", "es", "en", ""), Step("b", "en", "pt", "")))
    assert "through English: what English" in route_issues(route)[0].message


def test_find_route_without_a_way_says_first_what_is_missing() -> None:
    with pytest.raises(LanguageError, match=r"^None of Firefox translates from Maltese into Georgian with what is"):
        find_route("mt", "ka", engines=engines(engine("Firefox", "en-pt")))
    with pytest.raises(LanguageError, match=r"^None of the engines translates from Maltese into Georgian"):
        find_route("mt", "ka", engines={})


def test_find_route_takes_the_worst_of_what_is_known_before_what_is_not() -> None:
    known = engines(engine("unheard-of", "en-cy"), engine("OPUS-MT", "en-cy"))  # its figure is 0.51
    assert steps(find_route("en", "cy", engines=known)) == ["OPUS-MT en-cy"]
