"""Does every word of a file arrive once, wherever it hides?"""

from benchmarks.completeness_documents import DOCUMENTS
from benchmarks.completeness_markers import Places, marker
from benchmarks.report import arguments, report
from translate.document import Document
from translate.reading.reader import read


def main() -> None:
    """Read a document of each kind and count its markers."""
    options = arguments(__doc__ or "").parse_args()
    rows = []
    for suffix, write in DOCUMENTS.items():
        places = Places()
        document = read(write(places), name=f"places{suffix}")
        counts = {place: _count(document, place) for place in [*places.wanted, *places.unwanted]}
        wrong = [f"{place} ({counts[place]})" for place in places.wanted if counts[place] != 1]
        seen = [place for place in places.unwanted if counts[place]]
        rows.append(
            [
                suffix,
                f"{len(places.wanted) - len(wrong)} of {len(places.wanted)}",
                ", ".join(wrong) or "none",
                ", ".join(sorted(places.unwanted)) or "–",
                ", ".join(seen) or "none",
                len(document.issues),
            ]
        )
    report(
        "completeness",
        "Does every word of a file arrive once, wherever it hides?",
        ("kind", "arrive once", "lost or doubled", "must not arrive", "arrive nevertheless", "notices"),
        rows,
        notes=(
            "Each place of a document holds a sentence with a word found nowhere else "
            "(benchmarks/completeness_documents.py);"
            " it arrives if exactly one segment, or the document's title, has it.",
        ),
        packages=("lxml", "pypdfium2", "markdown-it-py"),
        update=options.update,
    )


def _count(document: Document, place: str) -> int:
    """How often a place's marker arrives."""
    word = marker(place)
    in_text = sum(text.count(word) for text in document.texts)
    return in_text or document.title.count(word)


if __name__ == "__main__":
    main()
