"""The first cables of a run, with their mentions: data of several sizes from one conversion.

    python benchmarks/first.py cables.nq FOLDER 1000 5000 20000

Writes FOLDER/1000.nq and so on. People and links of the collection stand behind all cables and are in none of them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

GRAPH = b"/graph/"
OF_COLLECTION = (b"people", b"links")


def first(source: Path, folder: Path, sizes: list[int]) -> None:
    """Write a file for each size; one pass for all of them."""
    seen, last = 0, b""
    waiting = sorted(sizes)
    written = {size: (folder / f"{size}.nq").open("wb") for size in waiting}
    with source.open("rb") as lines:
        for line in lines:
            name = line[line.rindex(b"<") :].partition(GRAPH)[2].partition(b">")[0].partition(b"/")[0]
            if name in OF_COLLECTION:
                continue
            if name != last:
                seen, last = seen + 1, name
                while waiting and seen > waiting[0]:
                    written[waiting.pop(0)].close()
                if not waiting:
                    return
            for size in waiting:
                written[size].write(line)
    for size in waiting:
        written[size].close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", type=int, nargs="+")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    first(asked.source, asked.folder, asked.sizes)


if __name__ == "__main__":
    main()
