"""A megabyte that is meant to be slow is read, or refused, in less than a second."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

import pytest

from cablerdf.errors import InputError
from cablerdf.read.kinds.csv_rows import read_csv
from cablerdf.read.kinds.html_page import read_html
from cablerdf.read.kinds.plain_text import read_text
from cablerdf.read.kinds.tei_xml import read_tei

OPEN = b'"1","1/2/2003 1:00","'
TEI = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
INPUTS = {
    "deep HTML": b"<html>" + b"<div>" * 200_000 + b"<pre>x</pre>",
    "zero bytes": b"<html><pre>" + b"A\0" * 500_000 + b"</pre>",
    "mojibake thrice": "Ã¢â‚¬".encode() * 90_000,
    "quotes": OPEN + b'"' * 1_000_000,
    "backslashes": OPEN + b"\\" * 1_000_001,
    "a row that does not end": OPEN + b"a,\n" * 330_000,
    "columns": OPEN + b'"",' * 330_000,
    "blanks": b" " * 1_000_000,
    "deep XML": TEI + b"<div>" * 200_000,
    "many divs": TEI + b"<div type='document'/>" * 40_000,
}


@pytest.mark.parametrize("reader", [read_text, read_html, read_csv, read_tei])
@pytest.mark.parametrize("data", INPUTS.values(), ids=INPUTS)
def test_hostile(data: bytes, reader: Callable[..., object]) -> None:
    begun = time.process_time()
    with contextlib.suppress(InputError):
        list(reader(data, "x"))  # type: ignore[call-overload]
    assert time.process_time() - begun < 20  # about one; work that grows with the square takes minutes
