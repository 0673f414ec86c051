"""Bytes to text: which encoding, line ends, and the repair of text that was decoded wrongly once already."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from cablerdf.model import Problem

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What a byte 0x80-0xBF looks like once it was read as Windows-1252 (or Latin-1, where 1252 has a hole).
AFTER = {bytes([b]).decode("cp1252", "ignore") or chr(b): b for b in range(0x80, 0xC0)} | {
    chr(b): b for b in range(0x80, 0xC0)
}
TAIL = "[" + "".join(re.escape(c) for c in sorted(AFTER)) + "]"
# UTF-8 that was read as Windows-1252: "Â¶" for ¶, "Ã©" for é, "â€™" for ’. Only sequences that no
# language writes: two characters after Â Ã Ä Å, three of which
# the first two are â and one of €‚ƒ„ (general punctuation, currency, letterlike symbols).
LEADS = "\u00c2\u00c3\u00c4\u00c5\u00e2"
MOJIBAKE = re.compile(f"[\u00c2-\u00c5]{TAIL}|\u00e2[\u20ac\u201a\u0192\u201e\u0080-\u0084]{TAIL}")
EBCDIC = "cp037"  # of mainframes, and of the tapes that they wrote


class Decoded(NamedTuple):
    """A text, the encoding that it had, and what was repaired."""

    text: str
    encoding: str
    problems: tuple[Problem, ...]


def decode(data: bytes) -> Decoded:
    """The text of `data`, lines ended by one newline each.

    A byte order mark decides; then UTF-16 is known by its zero bytes, EBCDIC by its blanks; then
    strict UTF-8, else Windows-1252, else Latin-1, which can hold any byte.

    >>> decode(b"\\xb61. (C) Sao Tom\\xe9\\r\\n")[:2]
    ('¶1. (C) Sao Tomé\\n', 'cp1252')
    """
    encodings = possible_encodings(data)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == EBCDIC:
            note = Problem("ebcdic-read", "info", "EBCDIC, read as code page 37: signs that other pages print differ")
            return Decoded(unify_lines(text.replace("\x85", "\n")), encoding, (note,))
        return repair(unify_lines(text), encoding)
    text = data.decode(encodings[-1], "replace")
    problem = Problem("encoding-damaged", "error", f"bytes that are not {encodings[-1]} were replaced by U+FFFD")
    return Decoded(unify_lines(text), encodings[-1], (problem,))


def possible_encodings(data: bytes) -> tuple[str, ...]:
    """The encodings that a text may have, most likely first; the first that fits is it."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return (encoding,)
    head = data[:4096]
    if head.count(0) > len(head) // 4:
        return ("utf-16-be",) if head[0] == 0 else ("utf-16-le",)
    if is_ebcdic(head):
        return (EBCDIC,)
    return ("utf-8", "cp1252", "latin-1")


def is_ebcdic(head: bytes) -> bool:
    """Whether bytes are a text in EBCDIC: many of its blanks, and neither blanks nor line ends of ASCII."""
    return head.count(0x40) * 12 > len(head) and not head.count(b" ") and not head.count(b"\n")


def unify_lines(text: str) -> str:
    if "\r" not in text:
        return text
    return re.sub(r"\r+\n|\r", "\n", text)


def repair(text: str, encoding: str = "utf-8") -> Decoded:
    """`text` with every certain piece of mojibake decoded again, doubly damaged ones too.

    >>> repair("Â¶1. (C) The Consul\\u00e2\\u20ac\\u2122s visit").text
    '¶1. (C) The Consul’s visit'
    """
    if text.isascii() or not any(lead in text for lead in LEADS):
        return Decoded(text, encoding, ())
    pieces = 0
    for _ in range(3):
        text, found = MOJIBAKE.subn(original, text)
        pieces += found
        if not found:
            break
    if not pieces:
        return Decoded(text, encoding, ())
    note = Problem("mojibake-decoded", "info", f"{pieces} characters were UTF-8 read as Windows-1252, decoded again")
    return Decoded(text, encoding, (note,))


def original(match: re.Match[str]) -> str:
    found = match.group()
    raw = bytes([ord(found[0]), *(AFTER[c] for c in found[1:])])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
