"""How well texts that are no cables are told from cables: what is taken of the first, what is refused of the second.

    python benchmarks/no_cables.py FOLDER [--cables SHARED/corpus ...] [--each 100] [--shared SHARED]

FOLDER holds texts that are no cables: licences, code, mail, prose, RDF, under any names. Each of `--cables` is asked
by its text alone, whatever its page says of itself; the damaged telegrams of `damage.py` come with them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import cablerdf
from cablerdf.read.telegram import is_telegram, marks_of

sys.path.insert(0, str(Path(__file__).parent))

from damage import ROOT, all_cases

Text = tuple[str, str]  # what it is called, what it says


def no_cables(folder: Path) -> Iterator[Text]:
    """Every file of a folder, read as text."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), path.read_text("utf-8", "replace")


def telegrams(sources: Iterable[Path]) -> Iterator[Text]:
    """The documents of archives, folders and tables, by their text alone."""
    for source in sources:
        for document in cablerdf.read(source, on_error="skip"):
            yield document.name, document.text


def damaged(each: int, shared: Path | None) -> Iterator[Text]:
    """Headers damaged in every way, and lines that stand alone."""
    for case in all_cases(1, each, shared):
        yield case.kind, case.text


def tell(kind: str, texts: Iterable[Text], wanted: bool) -> None:
    """Print how many of the texts are judged otherwise, and which."""
    count = 0
    wrong = []
    for name, text in texts:
        count += 1
        if is_telegram(text) != wanted:
            wrong.append((name, [mark.name for mark in marks_of(text)]))
    print(f"| {kind} | {count:,} | {len(wrong):,} {'refused' if wanted else 'taken for a cable'} |")
    for name, marks in wrong:
        print(f"    {name}: {', '.join(marks) or 'no mark'}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cables", type=Path, nargs="*", default=[ROOT / "examples" / "cables"])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--each", type=int, default=100)
    asked = parser.parse_args()
    print("| texts | how many | judged wrongly |\n|---|---:|---:|")
    tell("no cables", no_cables(asked.folder), wanted=False)
    tell("cables", telegrams(asked.cables), wanted=True)
    tell("damaged headers and single lines", damaged(asked.each, asked.shared), wanted=True)


if __name__ == "__main__":
    main()
