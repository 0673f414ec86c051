r"""`cables.csv`: eight quoted columns a row, quotes within escaped by a backslash, newlines within fields.

number, date (`4/7/2004 18:06`), id, origin, classification, references, header, body. The file
is larger than memory: it is read line by line, one row held at a time. A row is known by how it
opens, so that a broken one does not swallow those after it.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, cast

from cablerdf.model import Declared, SourceDocument
from cablerdf.plain import one_line
from cablerdf.read.failure import Failure
from cablerdf.read.kinds.dates import real_date
from cablerdf.read.kinds.decode import decode
from cablerdf.read.kinds.html_page import join_blocks
from cablerdf.read.kinds.partial import without_note
from cablerdf.read.limits import MAX_DOCUMENT, MAX_LINE
from cablerdf.read.units import Part

COLUMNS = 8
# "1","4/7/2004 18:06","04MADRID1187",
OPENING = re.compile(rb'(?:\xef\xbb\xbf)?"\d*","\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d","')
SOMETHING = re.compile(rb"\S")
NUMBERED = re.compile(rb'(?<=\n)"\d+","')  # what opens a row at least, behind one that is broken
FIELD = re.compile(rb'\s*+"((?:[^"\\]++|\\.)*+)"[ \t]*+(,|\r*+\n|\Z)', re.DOTALL)
ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}) ([0-9]{1,2}):([0-9][0-9])")


def sniff_csv(head: bytes) -> bool:
    """Whether the first or the second line opens a row of `cables.csv`."""
    return any(OPENING.match(line) for line in head.split(b"\n", 2)[:2])


def stream_csv(stream: BinaryIO, name: str) -> Iterator[Part | Failure]:
    """The rows of a file of any size, in constant memory; a row beyond the size limit is a Failure."""
    held: list[bytes] = []
    size, begun, number, fresh = 0, 1, 0, True
    while line := stream.readline(MAX_LINE):
        number += fresh
        if fresh and line.startswith((b'"', b"\xef")) and OPENING.match(line):
            if size:
                yield Part(name, b"".join(held), begun, read_row) if held else too_large(name, begun)
            held, size, begun = [], 0, number
        size += len(line)
        fresh = line.endswith(b"\n")
        if size <= MAX_DOCUMENT:
            held.append(line)
        else:
            held = []
    if size:
        yield Part(name, b"".join(held), begun, read_row) if held else too_large(name, begun)


def csv_range(stream: BinaryIO, name: str, start: int, end: int) -> Iterator[Part | Failure]:
    """The rows that open between two places of a file, so that several machines can read it.

    Lines are counted from the first of these rows.
    """
    window = Window(stream, start, end)
    if start:
        window.skip()
    yield from stream_csv(cast(BinaryIO, window), name)


class Window:
    """The lines of a stream from `start` up to the row that opens at `end` or after it."""

    def __init__(self, stream: BinaryIO, start: int, end: int) -> None:
        self.reader = stream
        self.at, self.end = max(start - 1, 0), end
        self.reader.seek(self.at)
        self.fresh, self.held, self.over = True, b"", False

    def skip(self) -> None:
        """Go to the first row that opens here; what is before belongs to the range before."""
        self.fresh = False
        while line := self.reader.readline(MAX_LINE):
            if self.fresh and self.at >= self.end:
                break
            if self.fresh and OPENING.match(line):
                self.held = line
                return
            self.at += len(line)
            self.fresh = line.endswith(b"\n")
        self.over = True

    def readline(self, limit: int) -> bytes:
        """As that of a file; nothing where the next range begins."""
        if self.over:
            return b""
        line, self.held = self.held or self.reader.readline(limit), b""
        if self.at >= self.end and self.fresh and OPENING.match(line):
            return b""
        self.at += len(line)
        self.fresh = line.endswith(b"\n")
        return line


def too_large(name: str, line: int) -> Failure:
    return Failure(name, "too-large", f"a row is larger than {MAX_DOCUMENT >> 20} MB", line)


def split_fields(data: bytes, at: int = 0) -> tuple[list[bytes], int]:
    """The fields of the record that begins there, and where it ends; the end is -1 where it is broken."""
    fields = []
    while match := FIELD.match(data, at):
        fields.append(ESCAPED.sub(rb"\1", match.group(1)) if b"\\" in match.group(1) else match.group(1))
        at = match.end()
        if match.group(2) != b",":
            return fields, at
    return fields, -1


def read_row(row: Part) -> Iterator[SourceDocument | Failure]:
    """The document of a row; what is not eight closed fields is a Failure with its line, and so is each behind it."""
    name, data, line, at = row.name, row.data.removeprefix(b"\xef\xbb\xbf"), row.line, 0
    while SOMETHING.search(data, at):
        fields, end = split_fields(data, at)
        if end < 0 or len(fields) != COLUMNS:
            if line == 1 and not OPENING.match(data, at) and data.count(b"\n", at) <= 1:
                return  # a line of column names
            what = "a quote is not closed or not escaped" if end < 0 else f"{len(fields)} columns"
            yield Failure(name, "csv-row-broken", f"{what}, expected {COLUMNS} quoted columns", line)
        else:
            yield document(fields, data[at:end], name, line)
        if end < 0:
            behind = NUMBERED.search(data, at + 1)
            if behind is None:
                return
            end = behind.start()
        line += data.count(b"\n", at, end)
        at = end


def document(fields: list[bytes], data: bytes, name: str, line: int) -> SourceDocument | Failure:
    decoded = [decode(field) for field in fields]
    _number, date, cable_id, origin, classification, references, header, body = (d.text for d in decoded)
    noted = [without_note(block) for block in (header, body)]
    blocks = [text for text, _partial in noted if text.strip()]
    source = f"{name}!/{one_line(cable_id) or line}"
    if not blocks:
        return Failure(source, "empty", "the row holds no text", line)
    text, parts = join_blocks(blocks)
    encodings = {d.encoding for d in decoded if not d.text.isascii()}
    return SourceDocument(
        name=source,
        text=text,
        format="csv",
        sha256=hashlib.sha256(data.strip()).hexdigest(),
        encoding=min(encodings, default="utf-8"),
        declared=Declared(
            id=cable_id or None,
            date=iso_date(date),
            classification=classification or None,
            origin=origin or None,
            references=tuple(r.strip() for r in re.split(r"[|,]", references) if r.strip()),
        ),
        parts=parts,
        partial=any(partial for _text, partial in noted),
        problems=tuple(problem for d in decoded for problem in d.problems),
    )


def iso_date(text: str) -> str | None:
    """The date of a row as ISO 8601.

    >>> iso_date("4/7/2004 18:06")
    '2004-04-07T18:06'
    """
    match = DATE.fullmatch(text.strip())
    if match is None:
        return None
    month, day, year, hour, minute = match.groups()
    return real_date(f"{year}-{int(month):02}-{int(day):02}T{int(hour):02}:{minute}")


def read_csv(data: bytes, name: str) -> Iterator[SourceDocument | Failure]:
    """The documents of a file that is in memory."""
    for row in stream_csv(io.BytesIO(data), name):
        if isinstance(row, Failure):
            yield row
        else:
            yield from read_row(row)
