"""Random segments of PDFs that people really have, to be read beside their pages: which of them are wrong?"""

import json
import random
import subprocess
import sys
from argparse import Namespace
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.report import arguments, data_folder

_ROOT = Path(__file__).resolve().parent.parent
_SCALE = 1.3  # of 72 dots per inch
_WALL_S = 240


def main() -> None:
    """Print random segments with what stands before and after, one of a random file each."""
    options = _options()
    if options.file:
        print(json.dumps(_drawn(options.file, options.seed)))
        return
    folder = data_folder("pdf")
    paths = [*sorted(folder.glob("*.pdf")), *sorted(folder.glob("un/*.pdf"))]
    random.Random(options.seed).shuffle(paths)
    with ThreadPoolExecutor(options.workers) as pool:
        found = [one for one in pool.map(lambda path: _asked(path, options.seed), paths[: 2 * options.count]) if one]
    for number, one in enumerate(found[: options.count], start=1):
        print(f"{number}. {one['file']}, page {one['page']}, {one['kind']}")
        print(f"   before: …{one['before'][-90:]}\n   >>> {one['text']}\n   after: {one['after'][:90]}…")
        if options.pictures:
            _show(folder, one, options.pictures / f"{number:02}.png")


def _options() -> Namespace:
    parser = arguments(__doc__ or "")
    parser.add_argument("--count", type=int, default=60, help="how many segments")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of their pages")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--file", type=Path, help="one file, whose segment is printed as JSON")
    return parser.parse_args()


def _asked(path: Path, seed: int) -> dict[str, Any]:
    """A segment of a file, read in a process of its own; nothing of a file that is refused or called unreadable."""
    command = [sys.executable, "-m", "benchmarks.wild_segments", "--file", str(path), "--seed", str(seed)]
    try:
        run = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=_WALL_S)
    except subprocess.TimeoutExpired:
        return {}
    return dict(json.loads(run.stdout)) if run.returncode == 0 else {}


def _drawn(path: Path, seed: int) -> dict[str, Any]:
    """One of a file's segments that have letters."""
    from translate.errors import PolicyTextError
    from translate.reading.reader import read

    try:
        document = read(path, ocr=False)
    except PolicyTextError:
        return {}
    lettered = [n for n, text in enumerate(document.texts) if sum(map(str.isalpha, text)) > 1]
    if not lettered or any("unreadable" in issue.message for issue in document.issues):
        return {}
    chosen = random.Random(f"{seed} {path.name}").choice(lettered)
    segment = document.segments[chosen]
    return {
        "file": f"{path.parent.name}/{path.name}",
        "page": segment.page,
        "kind": document.blocks[segment.block].kind,
        "text": document.texts[chosen],
        "before": document.text[max(0, segment.start - 200) : segment.start].replace("\n\n", " ¶ "),
        "after": document.text[segment.end : segment.end + 200].replace("\n\n", " ¶ "),
    }


def _show(folder: Path, one: dict[str, Any], picture: Path) -> None:
    """Write a picture of a segment's page."""
    import pypdfium2

    picture.parent.mkdir(parents=True, exist_ok=True)
    place = folder / one["file"].removeprefix(f"{folder.name}/")
    with pypdfium2.PdfDocument(place) as pdf:
        pdf.init_forms()
        pdf[one["page"] - 1].render(scale=_SCALE).to_pil().save(picture)


if __name__ == "__main__":
    main()
