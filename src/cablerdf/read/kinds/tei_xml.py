"""A volume of Foreign Relations of the United States in TEI: every document of it, one at a time.

XInclude, external entities (which are an error) and the network stay off. Notes are editors' and leave the text; the
source note's classification becomes a declared one. Whitespace is normalised after joining,
since markup wraps lines within names (TEI P5 guidelines, chapter 4; the Office of the
Historian's schema for the `type` values).
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from cablerdf.errors import InputError
from cablerdf.model import Declared, SourceDocument
from cablerdf.plain import one_line
from cablerdf.read.failure import Failure
from cablerdf.read.kinds.dates import real_date
from cablerdf.read.limits import MAX_DOCUMENT

TEI = "{http://www.tei-c.org/ns/1.0}"
ROOT = re.compile(rb"<(?:\w+:)?TEI[\s>]")
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
DROPPED = {TEI + "note", TEI + "pb", TEI + "figure", TEI + "postscript-note"}
BLOCK_NAMES = """p head dateline signed salute list quote div closer opener postscript lg l table row attachment item"""
BLOCKS = {TEI + name for name in BLOCK_NAMES.split()}
# "Secret; Niact." within a source note
LEVEL = re.compile(
    r"\b(Top Secret|Secret|Confidential|Limited Official Use|Official Use Only|Restricted|Unclassified)\b"
)
SENTENCE_END = re.compile(r"[.!?:;—\]][\"”’)\]]*$")


def sniff_tei(head: bytes) -> bool:
    """Whether a TEI document begins here."""
    return ROOT.search(head) is not None


def read_tei(data: bytes, name: str) -> Iterator[SourceDocument | Failure]:
    """The documents of a volume that is in memory."""
    return stream_tei(io.BytesIO(data), name)


def stream_tei(stream: BinaryIO, name: str) -> Iterator[SourceDocument | Failure]:
    """Document after document; what has been read is let go of, so that a volume of any size passes."""
    from lxml import etree

    volume, found, metered = "", 0, Metered(stream)
    options: dict[str, Any] = {
        "resolve_entities": "internal",
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
    }
    try:
        for _event, element in etree.iterparse(
            metered, tag=(TEI + "idno", TEI + "div"), remove_comments=True, **options
        ):
            if element.tag == TEI + "idno":
                volume = clean(element) if element.get("type") == "frus" else volume
            elif element.get("type") == "document":
                found += 1
                yield document(element, volume, name)
                release(element)
                metered.size = 0
    except InputError as error:
        yield Failure(name, "too-large", str(error))
        return
    except etree.XMLSyntaxError as error:
        yield Failure(name, "format-broken", f"XML: {error.msg}", error.lineno)
        return
    if not found:
        yield Failure(name, "format-broken", "a TEI file without a <div type='document'>")


class Metered:
    """A stream that ends with an error where one document is larger than documents may be."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.size = stream, 0

    def read(self, size: int = -1) -> bytes:
        """As that of a file."""
        data = self.stream.read(size)
        self.size += len(data)
        if self.size > MAX_DOCUMENT:
            raise InputError(f"a document is larger than {MAX_DOCUMENT >> 20} MB")
        return data


def release(element: Any) -> None:
    element.clear(keep_tail=True)
    while element.getprevious() is not None:
        del element.getparent()[0]


def document(div: Any, volume: str, name: str) -> SourceDocument | Failure:
    number = div.get(XML_ID) or f"d{div.get('n') or ''}"
    text = "\n\n".join(block for block in blocks(div) if block)
    source = f"{name}!/{one_line(number)}"
    if not text:
        return Failure(source, "empty", "the document holds no text", div.sourceline)
    return SourceDocument(
        name=source,
        text=text + "\n",
        format="frus",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        declared=declared(div, f"{volume}-{number}" if volume else number),
    )


def declared(div: Any, cable_id: str) -> Declared:
    """What the markup says: the dateline's date first, since the attributes of the div are in another zone."""
    date = next(filter(None, (real_date(d.get("when") or "") for d in div.iter(TEI + "date"))), None)
    note = next((clean(n, keep=n) for n in div.iter(TEI + "note") if n.get("type") == "source"), "")
    level = LEVEL.search(note)
    head = div.find(TEI + "head")
    senders = [] if head is None else [e for e in head.iter(TEI + "gloss", TEI + "persName") if e.get("type") == "from"]
    return Declared(
        id=cable_id,
        date=date,
        classification=level.group(1).upper() if level else None,
        origin=clean(senders[0]) if senders else None,
    )


def blocks(element: Any) -> Iterator[str]:
    """The printed blocks of an element in order; a paragraph that a page break cut in two is one again."""
    open_paragraph, at_break = "", False
    for child in element:
        if child.tag == TEI + "pb":
            at_break = True
            continue
        if child.tag in DROPPED or not isinstance(child.tag, str):
            continue
        text = block(child)
        if child.tag == TEI + "p" and open_paragraph and at_break and not SENTENCE_END.search(open_paragraph):
            open_paragraph += " " + text
        else:
            yield open_paragraph
            open_paragraph = text
        at_break = False
    yield open_paragraph


def block(element: Any) -> str:
    if element.tag == TEI + "list":
        return "\n".join(lines(element))
    if element.tag in (TEI + "closer", TEI + "opener", TEI + "postscript", TEI + "quote", TEI + "div"):
        inner = [text for text in blocks(element) if text]
        if inner:
            return ("\n" if element.tag in (TEI + "closer", TEI + "opener") else "\n\n").join(inner)
    return clean(element)


def lines(element: Any, indent: str = "") -> Iterator[str]:
    """The head and the items of a list, a line each, nested ones indented."""
    for child in element:
        if child.tag == TEI + "head":
            yield indent + clean(child)
        elif child.tag in (TEI + "item", TEI + "label"):
            inner = [sub for sub in child if sub.tag == TEI + "list"]
            own = clean(child, skip=inner)
            if own:
                yield indent + own
            for sub in inner:
                yield from lines(sub, indent + "  ")


def clean(element: Any, skip: list[Any] | None = None, keep: Any = None) -> str:
    """The text of an element on one line, without notes and page breaks.

    A blank stands where one was taken out, since words touch there without one.
    """
    parts: list[str] = []
    gather(element, parts, skip or [], keep)
    text = " ".join("".join(parts).split())
    return re.sub(r"(?<=\S) (?=[.,;:!?)’”](?:\s|$))", "", text)


def gather(element: Any, parts: list[str], skip: list[Any], keep: Any) -> None:
    parts.append(element.text or "")
    for child in element:
        if (child.tag in DROPPED and child is not keep) or child in skip or not isinstance(child.tag, str):
            parts.append(" ")
        else:
            if child.tag in BLOCKS:
                parts.append(" ")
            gather(child, parts, skip, keep)
            if child.tag in BLOCKS:
                parts.append(" ")
        parts.append(child.tail or "")
