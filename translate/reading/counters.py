"""Numbers as lists write them: 3, c, iii, and their kin in other scripts."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MAX_LETTERS = 780  # Word's own limit
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CHINESE = "〇一二三四五六七八九"


def letters(number: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """The number as letters; after the last they are doubled, as word processors do: z, aa, bb; digits above 780."""
    if not 0 < number <= _MAX_LETTERS:
        return str(number)
    return alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)


def roman(number: int) -> str:
    """The number in small Roman numerals; digits outside 1 to 3999."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def chinese(number: int) -> str:
    """The number as Chinese counts it, up to 99: 十二; digits above."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _CHINESE[tens]) + "十" if tens else ""
    return head + (_CHINESE[ones] if ones or not tens else "")


def numeral(number: int, kind: str) -> str:
    """The number in a kind that Word or HTML names ("lowerRoman", "a"); digits for a kind not known here."""
    match kind:
        case "lowerLetter" | "a":
            return letters(number)
        case "upperLetter" | "A":
            return letters(number).upper()
        case "lowerRoman" | "i":
            return roman(number)
        case "upperRoman" | "I":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "russianLower":
            return letters(number, _RUSSIAN)
        case "russianUpper":
            return letters(number, _RUSSIAN).upper()
        case "arabicAlpha":
            return letters(number, _ARABIC_ALPHA)
        case "arabicAbjad":
            return letters(number, _ARABIC_ABJAD)
        case "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "taiwaneseCountingThousand":
            return chinese(number)
        case "decimalEnclosedParen":
            return f"({number})"
        case "decimalEnclosedCircle" if 0 < number < 21:
            return chr(0x245F + number)
        case "hindiNumbers" | "hindiCounting":
            return str(number).translate({ord("0") + digit: 0x966 + digit for digit in range(10)})
        case _:
            return str(number)
