import sys
from pathlib import Path

import pytest

from translate.engines.apertium.engine import DEBIAN_MODES, ApertiumEngine, mode_pairs
from translate.engines.apertium.pipeline import commands, unmarked
from translate.errors import EngineError, LanguageError

needs_apertium = pytest.mark.skipif(
    not (DEBIAN_MODES / "spa-eng.mode").exists(), reason="apt-get install apertium-eng-spa"
)

# Stands for one of Apertium's programs: it reads texts that end in NUL, marks the word "desconocida" as unknown,
# and dies of the word "muerte".
PROGRAM = """
import sys
text = b""
while byte := sys.stdin.buffer.read(1):
    if byte != b"\\0":
        text += byte
        continue
    if b"muerte" in text:
        sys.exit(0)
    if "-g" in sys.argv:
        text = text.replace(b"desconocida", b"*desconocida")
    sys.stdout.buffer.write(text.replace(b"casa", b"house") + b"\\0")
    sys.stdout.buffer.flush()
    text = b""
"""


@pytest.fixture
def modes(tmp_path: Path) -> Path:
    """A folder with one mode of one program, which takes the place of Apertium's own."""
    program = tmp_path / "lt-proc"
    program.write_text(f"#!{sys.executable}\n{PROGRAM}")
    program.chmod(0o755)
    (tmp_path / "spa-eng.mode").write_text(f"'{program}' 'a.bin' | '{program}' $1 'b.bin'")
    (tmp_path / "spa-eng_US.mode").write_text("nothing-here")
    return tmp_path


def test_translate_gives_one_hypothesis_a_text_in_order(modes: Path) -> None:
    found = ApertiumEngine(modes).translate(["una casa", "", "dos\ncasas", "casa."], "es", "en")
    assert [hypothesis.text for hypothesis in found] == ["una house", "", "dos\nhouses", "house."]


def test_translate_names_unknown_words_in_an_issue(modes: Path) -> None:
    (found,) = ApertiumEngine(modes).translate(["una desconocida casa"], "es", "en")
    assert (found.text, found.issues[0].kind, found.issues[0].span) == (
        "una desconocida house",
        "unknown_words",
        (4, 15),
    )


def test_translate_goes_on_after_a_text_of_which_the_programs_died(modes: Path) -> None:
    found = ApertiumEngine(modes).translate(["casa", "muerte", "casa"], "es", "en")
    assert [hypothesis.text for hypothesis in found] == ["house", "", "house"]


@pytest.mark.parametrize(
    "text",
    ["a/b [c] ^d$ {e} <f> \\g", "mail@example.org", "*not a mark #neither", "50 % (§ 5) — “q”", "текст 文本 نص"],
    ids=["stream characters", "at sign", "star and number sign", "punctuation", "scripts"],
)
def test_translate_brings_every_character_through(modes: Path, text: str) -> None:
    (found,) = ApertiumEngine(modes).translate([text], "es", "en")
    assert (found.text, found.issues) == (text, ())


def test_translate_is_the_same_after_close(modes: Path) -> None:
    engine = ApertiumEngine(modes)
    before = engine.translate(["casa"], "es", "en")
    engine.close()
    assert engine.translate(["casa"], "es", "en") == before


def test_translate_an_unknown_pair_names_the_installed_ones(modes: Path) -> None:
    with pytest.raises(LanguageError, match=r"French to English here; installed are es-en\."):
        ApertiumEngine(modes).translate(["maison"], "fr", "en")


def test_a_missing_program_says_what_to_run(tmp_path: Path) -> None:
    (tmp_path / "spa-eng.mode").write_text("no-such-program a.bin")
    with pytest.raises(EngineError, match="apt-get install"):
        ApertiumEngine(tmp_path).translate(["casa"], "es", "en")


def test_a_missing_folder_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="apt-get install apertium-eng-spa"):
        ApertiumEngine(tmp_path / "none")


def test_supports_finds_a_mode_that_was_installed_meanwhile(modes: Path) -> None:
    engine = ApertiumEngine(modes)
    before = engine.supports("es", "ca")
    (modes / "spa-cat.mode").write_text("nothing-here")
    assert (before, engine.supports("es", "ca")) == (False, True)


def test_describe_prefers_the_mode_without_a_variant_and_says_gist(modes: Path) -> None:
    assert ApertiumEngine(modes).describe("es", "en") == "Apertium spa-eng (gist quality)"


def test_signature_changes_with_the_rules(modes: Path) -> None:
    engine = ApertiumEngine(modes)
    before = engine.signature("es", "en")
    (modes / "lt-proc").write_text("other")
    assert engine.signature("es", "en") != before


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        pytest.param("spa-eng", (("es", "en"),), id="three letters"),
        pytest.param("es-pt_BR", (("es", "pt"),), id="two letters and a variant"),
        pytest.param("eng-hbs_HR", (("en", "hr"),), id="Croatian of Serbo-Croatian"),
        pytest.param("eng-hbs_SR", (), id="Serbian in Latin script"),
        pytest.param("rus-ukr", (), id="a pair that crashes"),
        pytest.param("eco-es-fr", (), id="not a pair"),
        pytest.param("nno-nno_e", (), id="a language into itself"),
        pytest.param("oci-fra", (), id="a language without a row"),
    ],
)
def test_mode_pairs(mode: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert mode_pairs(mode) == expected


def test_commands_flush_and_mark() -> None:
    assert commands("lt-proc -w 'x y.bin' | apertium-tagger -g $2 z.prob | lt-proc $1 g.bin") == [
        ["lt-proc", "-z", "-w", "x y.bin"],
        ["apertium-tagger", "-z", "-g", "z.prob"],
        ["lt-proc", "-z", "-g", "g.bin"],
    ]


@pytest.mark.parametrize(
    ("output", "text", "spans"),
    [
        pytest.param("*Wrocław 5 * 3", "Wrocław 5 * 3", ((0, 7),), id="a lone star is no mark"),
        pytest.param("la *l'*article", "la l'article", ((3, 4), (5, 12)), id="two marks in one word"),
        pytest.param(r"a\@b \\ #go", r"a@b \ go", ((6, 8),), id="escapes before a mark"),
    ],
)
def test_unmarked(output: str, text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert unmarked(output) == (text, spans)


@needs_apertium
def test_real_pair_gives_500_lines_for_500() -> None:
    lines = [f"El Estado miembro {i} presentará un informe antes de {2000 + i}." for i in range(500)]
    found = ApertiumEngine().translate(lines, "es", "en")
    assert [str(2000 + i) in hypothesis.text for i, hypothesis in enumerate(found)] == [True] * 500


@needs_apertium
def test_real_pair_translates_a_text_the_same_alone_as_among_others() -> None:
    lines = ["La Comisión adoptará la decisión.", "No se aplicará el artículo 5", "", "¿Quién?", "Los plazos: 30 días;"]
    engine = ApertiumEngine()
    together = engine.translate(lines, "es", "en")
    assert [engine.translate([line], "es", "en")[0] for line in lines] == together


@needs_apertium
def test_real_pair_translates() -> None:
    (found,) = ApertiumEngine().translate(["El Parlamento no aprobó la ley."], "es", "en")
    assert found.text == "The Parliament did not approve the law."
