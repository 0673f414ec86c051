"""The first cables of a run, with their mentions and people: data of several sizes from one conversion.

    python benchmarks/first.py cables.nq FOLDER 1000 5000 20000

Writes FOLDER/1000.nq and so on. Of the people of the collection, who stand behind all cables, those go along
whom the cables name, with what is told of them; links go along with none.
"""

from __future__ import annotations

import argparse
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import IO

GRAPH = b"/graph/"
PEOPLE = b"people"
OF_COLLECTION = (PEOPLE, b"links")
OF_CABLE = b"/id/person/"  # and a cable's id, a hyphen, a name


def home(line: bytes) -> bytes:
    """The name of a line's graph, that of the cable for its mentions."""
    return line[line.rindex(b"<") :].partition(GRAPH)[2].partition(b">")[0].partition(b"/")[0]


def first(source: Path, folder: Path, sizes: list[int]) -> dict[int, set[bytes]]:
    """Size to the ids of its cables, once a file for each size is written; one pass for all of them."""
    names: dict[bytes, None] = {}
    waiting = sorted(sizes)
    found = {}
    written = {size: (folder / f"{size}.nq").open("wb") for size in waiting}
    with source.open("rb") as lines:
        last = b""
        for line in lines:
            if (name := home(line)) in OF_COLLECTION:
                continue
            if name != last:
                while waiting and len(names) >= waiting[0]:
                    written[waiting[0]].close()
                    found[waiting.pop(0)] = set(names)
                if not waiting:
                    break
                names[name], last = None, name
            for size in waiting:
                written[size].write(line)
    for size in waiting:
        written[size].close()
    return found | {size: set(names) for size in waiting}


def of_collection(source: Path) -> Iterator[bytes]:
    """The lines of the people of the collection, which are found from the end of the file."""
    with source.open("rb") as lines:

        def behind(at: int) -> bool:
            return home(line_at(lines, at)) == PEOPLE

        lines.seek(bisect_left(range(source.stat().st_size - 1), True, key=behind))
        lines.readline()
        yield from (line for line in lines if home(line) == PEOPLE)


def line_at(lines: IO[bytes], at: int) -> bytes:
    """The first whole line behind a place, or the last line."""
    lines.seek(at)
    rest = lines.readline()
    return lines.readline() or rest


def people(told: dict[bytes, list[bytes]], cables: set[bytes]) -> Iterator[bytes]:
    """The lines of those whom the cables name, and of what these lead to."""
    here = [who for who in told if who.partition(OF_CABLE)[2].partition(b"-")[0] in cables]
    seen = set(here)
    for thing in here:  # it grows
        for line in told[thing]:
            yield line
            value = line.split(b" ", 3)[2]
            if value in told and value not in seen:
                seen.add(value)
                here.append(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", type=int, nargs="+")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    cut = first(asked.source, asked.folder, asked.sizes)
    told: dict[bytes, list[bytes]] = {}
    for line in of_collection(asked.source):
        told.setdefault(line.partition(b" ")[0], []).append(line)
    for size, cables in cut.items():
        with (asked.folder / f"{size}.nq").open("ab") as written:
            written.writelines(people(told, cables))


if __name__ == "__main__":
    main()
