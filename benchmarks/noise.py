"""Text that is in no language: numbers, program text and noise, made up anew by a seeded generator."""

import base64
import random
import string

_STEMS = (
    "acc",
    "buf",
    "cfg",
    "dst",
    "entry",
    "flag",
    "idx",
    "key",
    "len",
    "node",
    "opt",
    "ptr",
    "res",
    "src",
    "tmp",
    "val",
)
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзх", "фывапролджэ")


def numbers(rng: random.Random) -> str:
    """A line of figures, dates, amounts or numbering, with no word in it."""
    return rng.choice(
        (
            lambda: " ".join(f"{rng.randrange(10**6):,}" for _ in range(rng.randint(1, 9))),
            lambda: f"{rng.randint(1, 28):02}.{rng.randint(1, 12):02}.{rng.randint(1950, 2030)}",
            lambda: (
                f"{rng.randint(1950, 2030)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}T{rng.randint(0, 23):02}:00Z"
            ),
            lambda: f"{rng.choice('€$£¥')} {rng.randrange(10**5)},{rng.randrange(100):02} ({rng.randint(1, 99)} %)",
            lambda: f"{rng.randint(1, 99)}. {rng.randint(1, 9)}. {rng.randint(1, 9)}. {rng.choice('abcd')})",
            lambda: f"§ {rng.randint(1, 400)} ({rng.randint(1, 9)}) {rng.choice(('IV', 'XII', 'VI', 'III'))}.",
            lambda: " | ".join(f"{rng.uniform(0, 1000):.1f}" for _ in range(rng.randint(3, 8))),
            lambda: f"+{rng.randint(1, 99)} {rng.randrange(10**3):03} {rng.randrange(10**6):06}",
            lambda: f"{rng.uniform(0, 90):.4f}° N, {rng.uniform(0, 180):.4f}° E",
            lambda: f"{rng.randint(2, 9)} × {rng.randint(10, 99)} mm = {rng.randint(20, 900)} mm²",
        )
    )()


def program(rng: random.Random) -> str:
    """One to three lines of a program, a query, markup, a path or a log."""
    return "\n".join(_program_line(rng) for _ in range(rng.randint(1, 3)))


def _program_line(rng: random.Random) -> str:
    a, b, c = (_identifier(rng) for _ in range(3))
    n = rng.randrange(100)
    return rng.choice(
        (
            f"def {a}({b}, {c}={n}): return {b} + {c}",
            f"for (int {a} = 0; {a} < {b}; {a}++) {{ {c}[{a}] += {n}; }}",
            f"const {a} = ({b}) => {b}.{c}.map(x => x * {n});",
            f"SELECT {a}, {b} FROM {c} WHERE {a} >= {n} ORDER BY {b};",
            f'<div class="{a}"><span id="{b}-{n}">{{{{ {c} }}}}</span></div>',
            f'{{"{a}": {n}, "{b}": ["{c}", null, true]}}',
            f"if [ -f /usr/lib/{a}/{b}.conf ]; then export {c.upper()}={n}; fi",
            f".{a} > .{b}:hover {{ margin: {n}px auto; color: #{rng.randrange(16**6):06x}; }}",
            f"/home/{a}/{b}/{c}_{n}.tar.gz",
            f"[{n:02}:{n % 60:02}:07] ERROR {a}.{b}: {c} returned {n}",
            f"public static {a.title()} {b}(List<{c.title()}> {a}) throws {c.title()}Exception {{",
            f"import {a}.{b} as {c}",
            f"{a} = {{k: v for k, v in {b}.items() if k != '{c}'}}",
            f"int *{a} = malloc({n} * sizeof({b})); assert({a} != NULL);",
        )
    )


def _identifier(rng: random.Random) -> str:
    parts = rng.sample(_STEMS, rng.randint(1, 2))
    return rng.choice(("_".join(parts), parts[0] + "".join(part.title() for part in parts[1:])))


def noise(rng: random.Random) -> str:
    """Letters without a language: random, mashed keys, encoded bytes, torn scans, scripts mixed at random."""
    return rng.choice(
        (
            lambda: _words(rng, string.ascii_lowercase, 3, 12),
            lambda: " ".join(
                "".join(rng.choices(rng.choice(_KEYS), k=rng.randint(4, 11))) for _ in range(rng.randint(2, 7))
            ),
            lambda: base64.b64encode(rng.randbytes(rng.randint(20, 90))).decode(),
            lambda: rng.randbytes(rng.randint(8, 40)).hex(),
            lambda: " ".join(rng.choice(string.ascii_letters) * rng.randint(2, 9) for _ in range(rng.randint(1, 6))),
            lambda: _words(rng, "bcdfghjklmnpqrstvwxz", 2, 9),
            lambda: _words(rng, string.ascii_letters + ".,;:|/\\~*^'`_-" * 2, 1, 7),
            lambda: "".join(
                chr(rng.choice((rng.randrange(0x41, 0x17F), rng.randrange(0x391, 0x52F)))) for _ in range(40)
            ),
            lambda: _words(rng, "абвгдежзийклмнопрстуфхцчшщъыьэюя", 3, 11),
            lambda: rng.choice(string.punctuation) * rng.randint(3, 30),
            lambda: _words(rng, "ΑΒΔΞΨΩЖЩЮФאבגשتثجحあいう한국漢中กขค", 2, 6),
        )
    )()


def _words(rng: random.Random, alphabet: str, shortest: int, longest: int) -> str:
    """Three to twelve words of letters that were drawn one by one."""
    return " ".join("".join(rng.choices(alphabet, k=rng.randint(shortest, longest))) for _ in range(rng.randint(3, 12)))
