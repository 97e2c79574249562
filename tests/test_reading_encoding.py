from random import Random

import pytest

from translate.errors import InputError
from translate.reading.encoding import decode
from translate.reading.reader import read

_FRENCH = "Le Conseil a adopté à l'unanimité la décision relative à la coopération européenne, où siège le délégué."
_POLISH = "Państwa członkowskie przyjmą środki niezbędne do wykonania niniejszej dyrektywy, łącznie z żądaniem."
_RUSSIAN = "Правительство приняло решение о мерах по охране окружающей среды в северных областях страны."
_ARABIC = "قررت الحكومة اتخاذ جميع التدابير اللازمة لحماية البيئة في المناطق الشمالية من البلاد."
_CHINESE = "政府决定采取一切必要措施保护北部地区的环境，并向议会提交年度报告。"
_JAPANESE = "政府は北部地域の環境を保護するために必要なすべての措置を講じることを決定した。"
_GREEK = "Η κυβέρνηση αποφάσισε να λάβει όλα τα αναγκαία μέτρα για την προστασία του περιβάλλοντος."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (_FRENCH, "utf-8"),
        (_FRENCH, "utf-8-sig"),
        (_FRENCH, "utf-16"),
        (_FRENCH, "utf-16-le"),
        (_RUSSIAN, "utf-16-be"),
        (_JAPANESE, "utf-16-le"),
        (_CHINESE, "utf-16-be"),
        (_FRENCH, "utf-32"),
        (_FRENCH, "cp1252"),
        (_FRENCH, "iso-8859-1"),
        (_FRENCH, "iso-8859-15"),
        (_POLISH, "cp1250"),
        (_POLISH, "iso-8859-2"),
        (_RUSSIAN, "cp1251"),
        (_RUSSIAN, "koi8-r"),
        (_RUSSIAN, "iso-8859-5"),
        (_GREEK, "iso-8859-7"),
        (_ARABIC, "cp1256"),
        (_CHINESE, "gb18030"),
        (_CHINESE, "gbk"),
        (_JAPANESE, "shift_jis"),
        (_JAPANESE, "euc_jp"),
    ],
    ids=lambda value: value if len(value) < 15 else "",
)
def test_decode_finds_the_encoding_of_one_sentence(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_decode_believes_what_a_page_declares() -> None:
    page = '<meta charset="windows-1251"><p>Да</p>'
    assert decode(page.encode("cp1251"), declared=True) == page


def test_decode_does_not_believe_a_declaration_that_is_wrong() -> None:
    page = '<meta charset="utf-8"><p>coopération européenne à Paris, été</p>'
    assert decode(page.encode("cp1252"), declared=True) == page


@pytest.mark.parametrize("seed", range(8))
def test_decode_refuses_bytes_that_are_no_text(seed: int) -> None:
    with pytest.raises(InputError, match="no text in any known encoding"):
        decode(Random(seed).randbytes(400))


def test_a_text_with_some_lost_characters_is_read_with_a_warning() -> None:
    document = read("Le pr\ufffdsident de la R\ufffdpublique a \ufffdt\ufffd \ufffdlu hier.".encode(), name="a.txt")
    (issue,) = document.issues
    assert (issue.severity, issue.message[:12]) == ("warning", "5 characters")


def test_a_text_of_lost_characters_is_none() -> None:
    with pytest.raises(InputError, match="no text in any known encoding"):
        read(("\ufffd\ufffda" * 20).encode(), name="a.txt")
