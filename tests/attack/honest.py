"""Honest documents of every kind, small, which the attacks damage."""

from __future__ import annotations

import bz2
import gzip
import html
import io
import lzma
import tarfile
import zipfile
from functools import cache
from pathlib import Path

import cablerdf
from cablerdf.rdf.formats import FORMATS
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.terms import DEFAULT_BASE

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "cables").glob("*.txt"))
HEADER = """O 031530Z MAY 07
FM AMEMBASSY UTOPIA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0001

C O N F I D E N T I A L UTOPIA 000001

E.O. 12958: DECL: 05/03/2017
TAGS: PREL
SUBJECT: VISIT

1. (C) """


@cache
def texts() -> tuple[bytes, ...]:
    """The example cables."""
    return tuple(path.read_bytes() for path in EXAMPLES)


@cache
def pages() -> tuple[bytes, ...]:
    """The same as Cablegate pages."""
    heads = "<table class='cable'><tr><th>Reference ID</th><th>Created</th></tr>"
    cells = "<tr><td>{}</td><td>2007-05-04 10:10</td></tr></table>"
    found = []
    for path in EXAMPLES:
        header, _, body = html.escape(path.read_text()).partition("\n\n")
        text = f"<pre>{header}</pre><pre><code>{body}<br>\n<a href='#p'>¶</a></code></pre>"
        found.append(f"<html><body>{heads}{cells.format(path.stem)}{text}".encode())
    return tuple(found)


@cache
def tables() -> tuple[bytes, ...]:
    """The same as rows of `cables.csv`."""
    rows = []
    for path in EXAMPLES:
        body = path.read_text().replace("\\", "\\\\").replace('"', '\\"')
        rows.append(
            f'"1","4/7/2004 18:06","{path.stem}","Embassy","SECRET","04STATE1|05STATE2","FM","{body}"\n'.encode()
        )
    return (b"".join(rows), *rows)


@cache
def volumes() -> tuple[bytes, ...]:
    """Two documents of a volume of Foreign Relations."""
    document = (
        "<div type='document' xml:id='d{0}' n='{0}'><head>{0}. Telegram From the <gloss type='from'>Embassy</gloss>"
        "<note type='source'>Secret; Niact.</note></head>"
        "<opener><dateline><date when='1961-05-03'>May 3</date></dateline></opener>"
        "<p>1. We met <persName>Mr. Roe</persName>.<pb n='2'/> He said &amp; did.</p>"
        "<list><head>To:</head><item>A<list><item>B</item></list></item></list><closer><signed>Doe</signed></closer></div>"
    )
    body = "".join(document.format(number) for number in (1, 2))
    return (f"<TEI xmlns='http://www.tei-c.org/ns/1.0'><idno type='frus'>frus1</idno>{body}</TEI>".encode(),)


@cache
def archives() -> tuple[bytes, ...]:
    """Archives of the example cables, of every kind that Python packs."""
    tar = tarred()
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in EXAMPLES:
            archive.writestr(path.name, path.read_bytes())
        archive.writestr("x.txt.gz", gzip.compress(texts()[0]))
        archive.writestr("x.csv", tables()[1])
    return (tar, gzip.compress(tar, mtime=0), bz2.compress(tar), lzma.compress(tar), zipped.getvalue())


def tarred() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in EXAMPLES:
            info = tarfile.TarInfo(f"{path.name}")
            info.size = len(path.read_bytes())
            info.pax_headers = {"comment": "ö"} if path is EXAMPLES[0] else {}
            archive.addfile(info, io.BytesIO(path.read_bytes()))
        long = tarfile.TarInfo("a/" * 80 + "long.txt")
        archive.addfile(long)
    return buffer.getvalue()


@cache
def graphs() -> dict[str, tuple[bytes, ...]]:
    """What `convert` makes of the examples, by the ending of each format."""
    cables = [to_quads(cablerdf.parse_text(text.decode()), DEFAULT_BASE)[:40] for text in texts()[:3]]
    found = {}
    for row in FORMATS:
        writer = row.writer(DEFAULT_BASE)
        whole = [writer.header() + writer.body(quads) + writer.footer() for quads in cables]
        found[row.extensions[0]] = tuple(whole)
    return found
