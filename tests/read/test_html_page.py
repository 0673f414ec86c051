"""Pages with a table and two preformatted blocks."""

from __future__ import annotations

import pytest

from cablerdf.errors import FormatError
from cablerdf.model import Declared, SourceDocument, Span
from cablerdf.read.kinds.html_page import read_html, sniff_html

TABLE = """<table class='cable'><tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th>
<th>Origin</th></tr><tr><td>
<a href='/cable/2007/05/07UTOPIA12.html'>07UTOPIA12</a>
</td><td><a href='/date/2007-05_0.html'>2007-05-04 10:10</a></td><td>2010-12-01 21:09</td>
<td><a href='/classification/2_0.html' title='confidential'>CONFIDENTIAL</a></td><td>Embassy Utopia</td></tr></table>"""
HEADER = "VZCZCXRO0001&#x000A;DE RUEHUT #0012 1241010&#x000A;O 041010Z MAY 07&#x000A;FM AMEMBASSY UTOPIA"
BODY = (
    "C O N F I D E N T I A L UTOPIA 000012 &#x000A;&#x000A;TAGS: <a href='/tag/PREL_0.html'>PREL</a> XX&#x000A;"
    "<a id='par1' href='#par1'>¶</a>1. (C) AT&T &amp; the &lt;Ministry&gt;."
)
NOTE = "This record is a partial extract of the original cable. The full text of the original cable is not available."


def page(*blocks: str, table: str = TABLE) -> bytes:
    body = "".join(f"<code><pre>{block}</pre></code>\n" for block in blocks)
    return f"<?xml version='1.0' encoding='utf-8' ?><!DOCTYPE html>\n<html><body>{table}{body}</body></html>".encode()


def only(data: bytes) -> SourceDocument:
    (document,) = read_html(data, "page.html")
    return document


def test_page() -> None:
    document = only(page(HEADER, BODY))
    assert document.declared == Declared(
        id="07UTOPIA12", date="2007-05-04T10:10", classification="CONFIDENTIAL", origin="Embassy Utopia"
    )
    header, body = document.parts
    assert header.of(document.text).splitlines()[-1] == "FM AMEMBASSY UTOPIA"
    assert body.of(document.text).endswith("TAGS: PREL XX\n¶1. (C) AT&T & the <Ministry>.")
    assert document.text[header.end : body.start] == "\n"
    assert not document.partial


@pytest.mark.parametrize("blocks", [(NOTE, BODY), (NOTE + "&#x000A;&#x000A;", BODY)])
def test_partial_extract(blocks: tuple[str, ...]) -> None:
    document = only(page(*blocks))
    assert document.partial
    assert document.parts == ()
    assert document.text.startswith("C O N F I D E N T I A L")


def test_partial_note_above_a_date() -> None:
    document = only(page(NOTE + "&#x000A;&#x000A;041010Z May 07", BODY))
    assert document.partial
    assert document.parts[0] == Span(0, 14)
    assert document.text.startswith("041010Z May 07\nC O N F")


def test_mojibake_within_a_page() -> None:
    document = only(page(HEADER, BODY.replace("¶", "Â¶")))
    assert "\n¶1. (C)" in document.text
    assert document.parts[1].end == len(document.text)
    assert [p.code for p in document.problems] == ["mojibake-decoded"]


def test_page_without_a_table() -> None:
    assert only(page(BODY, table="")).declared == Declared()


@pytest.mark.parametrize("data", [page(), page(NOTE), page(" "), b"<html></html>", b"<html>"])
def test_page_without_a_cable(data: bytes) -> None:
    with pytest.raises(FormatError):
        list(read_html(data, "page.html"))


def test_sniff() -> None:
    assert sniff_html(page(BODY))
    assert not sniff_html(b"UNCLAS UTOPIA 000012\n1. See http://example.org/x.html")


@pytest.mark.parametrize("odd", ["\x01", "\x02\x1a", "\x0c", "&#3;", "\x80", "\0"])
def test_a_line_break_before_a_control_character(odd: str) -> None:
    data = f"<html><pre>UNCLAS UTOPIA 000001<br>{odd}SUBJECT: A VISIT<br/><b>1.<br></b>{odd} Text.</pre>".encode()
    lines = next(iter(read_html(data, "x"))).text.split("\n")
    assert [line.lstrip("\x01\x02\x03\x1a\x0c\x80\ufffd") for line in lines] == [
        "UNCLAS UTOPIA 000001", "SUBJECT: A VISIT", "1.", " Text.",
    ]  # fmt: skip
