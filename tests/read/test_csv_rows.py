"""`cables.csv`: eight columns, backslash escapes, newlines in fields, broken rows."""

from __future__ import annotations

import io
import tracemalloc

import pytest

from cablerdf.model import SourceDocument
from cablerdf.read import Failure
from cablerdf.read.kinds import csv_rows
from cablerdf.read.kinds.csv_rows import read_csv, sniff_csv, stream_csv

BODY = 'UNCLAS UTOPIA 000012\n\nSUBJECT: "TALKS"\n\n1. A backslash \\ and a quote ".'


def row(number: int, cable_id: str = "07UTOPIA12", header: str = "FM AMEMBASSY UTOPIA", body: str = BODY) -> str:
    fields = (
        str(number),
        "5/4/2007 9:05",
        cable_id,
        "Embassy Utopia",
        "UNCLASSIFIED",
        "06UTOPIA1|06STATE2",
        header,
        body,
    )
    return ",".join('"' + field.replace("\\", "\\\\").replace('"', '\\"') + '"' for field in fields) + "\n"


def read(text: str) -> list[SourceDocument | Failure]:
    return list(read_csv(text.encode(), "cables.csv"))


def test_row() -> None:
    (document,) = read(row(1))
    assert isinstance(document, SourceDocument)
    assert document.name == "cables.csv!/07UTOPIA12"
    assert document.declared.date == "2007-05-04T09:05"
    assert document.declared.references == ("06UTOPIA1", "06STATE2")
    header, body = document.parts
    assert header.of(document.text) == "FM AMEMBASSY UTOPIA"
    assert body.of(document.text) == BODY


def test_partial_note_is_no_header() -> None:
    (document,) = read(row(1, header="This record is a partial extract of the original cable."))
    assert isinstance(document, SourceDocument)
    assert document.partial
    assert document.text == BODY


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (row(2).replace('\\"TALKS', '"TALKS'), "quote"),
        (row(2).removesuffix('"\n') + "\n", "quote"),
        (row(2).replace('"06UTOPIA1|06STATE2",', ""), "7 columns"),
        ("\n".join(row(2).split("\n")[:2]) + "\n", "quote"),
    ],
)
def test_a_broken_row_costs_itself_alone(broken: str, message: str) -> None:
    first, failure, last = read(row(1) + broken + row(3, "07UTOPIA13"))
    assert isinstance(first, SourceDocument)
    assert isinstance(last, SourceDocument)
    assert last.declared.id == "07UTOPIA13"
    assert isinstance(failure, Failure)
    assert (failure.code, failure.line) == ("csv-row-broken", 6)
    assert message in failure.message


def test_row_without_text() -> None:
    (failure,) = read(row(1, header="", body=" "))
    assert isinstance(failure, Failure)
    assert failure.code == "empty"


def test_column_names_are_no_row() -> None:
    text = "id,date,reference,origin,classification,references,header,body\n" + row(1)
    assert sniff_csv(text.encode())
    assert [type(item) for item in read(text)] == [SourceDocument]


def test_line_ends_and_encoding() -> None:
    data = row(1, body="1. São Tomé").replace("\n", "\r\n").encode("cp1252")
    (document,) = read_csv(data, "cables.csv")
    assert isinstance(document, SourceDocument)
    assert document.encoding == "cp1252"
    assert document.text.endswith("1. São Tomé")


def test_memory_is_flat() -> None:
    class Endless(io.RawIOBase):
        """Rows without end, as a file."""

        def __init__(self, rows: int) -> None:
            self.rows, self.rest = rows, b""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            if not self.rest and self.rows:
                self.rows -= 1
                self.rest = row(self.rows, body=BODY * 200).encode()
            part, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
            buffer[: len(part)] = part
            return len(part)

    tracemalloc.start()
    count = sum(1 for _ in stream_csv(io.BufferedReader(Endless(1000)), "cables.csv"))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 1000
    assert peak < 2_000_000  # the rows have 14 MB


def test_a_row_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "MAX_DOCUMENT", 2000)
    first, huge, last = read(row(1) + row(2, body="x" * 3000) + row(3))
    assert isinstance(huge, Failure)
    assert (huge.code, huge.line) == ("too-large", 6)
    assert isinstance(first, SourceDocument)
    assert isinstance(last, SourceDocument)


def test_rows_behind_a_broken_one_are_each_read_or_named() -> None:
    undated = row(3, "07UTOPIA13").replace("5/4/2007", "2007-05-04")
    items = read(
        row(1) + row(2).replace('","', '" "', 1) + undated + undated.replace('","', '" "', 1) + row(5, "07UTOPIA15")
    )
    assert [(item.name if isinstance(item, SourceDocument) else item.line) for item in items] == [
        "cables.csv!/07UTOPIA12", 6, "cables.csv!/07UTOPIA13", 16, "cables.csv!/07UTOPIA15",
    ]  # fmt: skip


def test_many_rows_in_one_are_read_in_a_time_that_grows_with_them() -> None:
    few = b'"1","1/2/2003 1:00","\n' + b'"2","","","","","","",""\n"3",\n' * 50_000
    assert sum(1 for _ in read_csv(few, "x")) == 50_002
