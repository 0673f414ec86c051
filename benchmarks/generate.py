"""Any number of cables out of a few: the structure of real ones, their names and numbers varied.

    python benchmarks/generate.py INPUT N OUT.csv

Each copy of a cable has a message number of its own and other proper names, so that caches of
names and IRIs do not make a run look faster than it is. A name here is a capitalised word that
few of the given documents use; its vowels are exchanged, otherwise for each copy. The same input
and number give the same bytes. OUT is in the form of `cables.csv`. From the fiftieth copy on
message numbers have seven digits, which no telegram has: `convert` then takes the id from the
text, and reports the few that fall together as `duplicate-id`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import cablerdf
from cablerdf.model import SourceDocument

WORD = re.compile(r"\b[A-Z][a-z]{4,}\b")
CABLE_ID = re.compile(r"(\d\d)([A-Z]+)(\d+)")
VOWELS = "aeiou"
COMMON = 0.02  # a word in more of the documents than this is no name
STEP = 20_000  # how far apart the message numbers of two copies are
HEADER = 2500  # characters in which the message number is replaced


class Source:
    """The documents to be multiplied."""

    def __init__(self, path: str) -> None:
        self.documents = list(cablerdf.read(path, on_error="skip"))
        used = Counter(word for d in self.documents for word in set(WORD.findall(d.text)))
        self.names = {word for word, count in used.items() if count <= max(1, COMMON * len(self.documents))}

    def copies(self) -> Iterator[tuple[str, str, SourceDocument]]:
        """Id, text and original of cable after cable, without end."""
        copy = 0
        while True:
            for document in self.documents:
                yield (*self.vary(document, copy), document)
            copy += 1

    def vary(self, document: SourceDocument, copy: int) -> tuple[str, str]:
        match = CABLE_ID.fullmatch(document.declared.id or "")
        text = document.text
        if copy and match:
            number, new = match.group(3), str(int(match.group(3)) + STEP * copy)
            text = re.sub(rf"\b0*{number}\b", new.zfill(6), text[:HEADER]) + text[HEADER:]
            cable_id = match.group(1) + match.group(2) + new
        else:
            cable_id = document.declared.id or f"{document.name}-{copy}"
        if copy:
            shifted = VOWELS[copy % 5 :] + VOWELS[: copy % 5]
            table = str.maketrans(VOWELS, shifted)
            tail = "bdgklmnrst"[copy % 10] + ("aeiou"[copy // 10 % 5] if copy >= 10 else "")
            text = WORD.sub(lambda m: m[0][0] + m[0][1:].translate(table) + tail if m[0] in self.names else m[0], text)
        return cable_id, text


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def rows(path: str, count: int) -> Iterator[str]:
    """Rows of a `cables.csv` with that many cables."""
    for number, (cable_id, text, document) in enumerate(islice(Source(path).copies(), count), 1):
        said = document.declared
        year, month, day = (said.date or "2000-01-01")[:10].split("-")
        date = f"{int(month)}/{int(day)}/{year} {(said.date or 'T00:00')[-5:]}"
        cut = document.parts[0].end if document.parts else 0
        cells = (str(number), date, cable_id, said.origin or "", said.classification or "", "", text[:cut], text[cut:])
        yield ",".join(map(quoted, cells)) + "\n"


def main() -> None:
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    with Path(sys.argv[3]).open("w", encoding="utf-8", newline="") as out:
        out.writelines(rows(sys.argv[1], int(sys.argv[2])))


if __name__ == "__main__":
    main()
