"""A Cablegate page: a table that says what the cable is, then its header and its body as preformatted blocks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cablerdf.errors import FormatError
from cablerdf.model import Declared, SourceDocument, Span
from cablerdf.read.kinds.dates import real_date
from cablerdf.read.kinds.decode import decode, repair
from cablerdf.read.kinds.partial import without_note

HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<table class=['\"]cable['\"]", re.IGNORECASE)
START = re.compile(rb"<table[^>]*class=['\"]?cable['\"]?", re.IGNORECASE)
CREATED = re.compile(r"([0-9]{4}-[0-9][0-9]-[0-9][0-9])(?:[ T]([0-9][0-9]:[0-9][0-9]))?")


def sniff_html(head: bytes) -> bool:
    """Whether an HTML page begins here."""
    return HTML.search(head) is not None


def join_blocks(blocks: list[str]) -> tuple[str, tuple[Span, ...]]:
    """The blocks joined by a newline each, and where each lies (nothing for a single one)."""
    if len(blocks) == 1:
        return blocks[0], ()
    spans, at = [], 0
    for block in blocks:
        spans.append(Span(at, at + len(block)))
        at += len(block) + 1
    return "\n".join(blocks), tuple(spans)


def read_html(data: bytes, name: str) -> Iterator[SourceDocument]:
    """The one cable that a page shows.

    Raises:
        FormatError: the page has no preformatted block, or nothing in it.
    """
    start = START.search(data)
    page = decode(data[start.start() :] if start else data)
    root = parse_html(page.text)
    blocks = [pre_text(pre) for pre in root.iter("pre")]
    if not blocks:
        raise FormatError("an HTML page without a <pre> block holds no cable", source=name)
    noted = [without_note(block) for block in blocks]
    texts = [text for text, _partial in noted if text.strip()]
    if not texts:
        raise FormatError("the page's blocks hold no text of a cable", source=name)
    text, parts = join_blocks(texts)
    fixed = repair(text)
    if len(fixed.text) != len(text):
        text, parts = join_blocks([repair(block).text for block in texts])
    yield SourceDocument(
        name=name,
        text=text,
        format="html",
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=page.encoding,
        declared=declared_of(root),
        parts=parts,
        partial=any(partial for _text, partial in noted),
        problems=page.problems or fixed.problems,
    )


def parse_html(text: str) -> Any:
    from lxml import etree

    root = etree.fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), utf8_parser())
    if root is None:
        raise FormatError("an HTML page without content")
    return root


@cache
def utf8_parser() -> Any:
    from lxml import etree

    return etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)


def pre_text(pre: Any) -> str:
    """What a preformatted block shows; its anchors are markup only."""
    from lxml import etree

    parts: list[str] = []
    for event, element in etree.iterwalk(pre, events=("start", "end")):
        if event == "start":
            parts += ["\n"] if element.tag == "br" else []
            parts.append(element.text or "")
        elif element is not pre:
            parts.append(element.tail or "")
    return "".join(parts).replace("\r\n", "\n").replace("\r", "\n")


def declared_of(root: Any) -> Declared:
    """What the page's own table says."""
    for table in root.iter("table"):
        if table.get("class") != "cable":
            continue
        names = ["".join(th.itertext()).strip().lower() for th in table.iter("th")]
        values = [" ".join("".join(td.itertext()).split()) for td in table.iter("td")]
        cells = dict(zip(names, values, strict=False))
        created = CREATED.match(cells.get("created", ""))
        return Declared(
            id=cells.get("reference id") or None,
            date=real_date("T".join(filter(None, created.groups()))) if created else None,
            classification=cells.get("classification") or None,
            origin=cells.get("origin") or None,
        )
    return Declared()
