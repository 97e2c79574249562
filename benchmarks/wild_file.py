"""One PDF of other people's, read in a process of its own: `python -m benchmarks.wild_file ours|others FILE`."""

import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_MEMORY = 4 * 2**30  # bytes that a process may ask for
_SECONDS = 120  # of processor time
_HYPHEN = re.compile("[-\u2010\u00ad\ufffe\x02]\\s*\n\\s*")


def main() -> None:
    """Print what one file gives, as JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 5))
    path = Path(sys.argv[2])
    print(json.dumps(_ours(path) if sys.argv[1] == "ours" else _others(path)))


def _ours(path: Path) -> dict[str, Any]:
    """Blocks as translate reads them without text recognition, or the error; what they cost."""
    from translate.errors import PolicyTextError
    from translate.reading.pdf.reader import read_pdf
    from translate.reading.scans import Scans, reading_scans

    content = path.read_bytes()
    start = time.process_time()
    found: dict[str, Any] = {}
    try:
        with reading_scans(Scans(ocr=False)):
            draft = read_pdf(content, path.name)
        found["blocks"] = [(block.kind, draft.text[block.start : block.end]) for block in draft.blocks]
        found["notices"] = [issue.message for issue in draft.issues]
        found["pages"] = max((page for _, page in draft.pages), default=1)
    except PolicyTextError as error:
        found["refused"] = str(error)
    except Exception as error:  # what the benchmark counts
        found["crashed"] = f"{type(error).__name__}: {error}"
    found["seconds"] = time.process_time() - start
    found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _others(path: Path) -> dict[str, str]:
    """The text that each other extractor gives, where it is installed and gives any."""
    found = {}
    for name, text_of in (
        ("pdfium", _pdfium),
        ("forms", _forms),
        ("pdfminer.six", _pdfminer),
        ("pdftotext", _pdftotext),
    ):
        try:
            found[name] = _HYPHEN.sub("", text_of(path))
        except Exception as error:  # other people's programs and damaged files: whatever they raise
            print(f"{name}: {type(error).__name__}", file=sys.stderr)
    return found


def _pdfium(path: Path) -> str:
    import pypdfium2

    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def _forms(path: Path) -> str:
    """The same with what was typed into forms, as viewers show it."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    found = []
    with pypdfium2.PdfDocument(path) as pdf:
        pdf.init_forms()
        for number in range(len(pdf)):
            pdfium.FPDFPage_Flatten(pdf[number], pdfium.FLAT_NORMALDISPLAY)
            found.append(pdf[number].get_textpage().get_text_range())
    return "\n".join(found)


def _pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(path))


def _pdftotext(path: Path) -> str:
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, timeout=_SECONDS).stdout.decode()


if __name__ == "__main__":
    main()
