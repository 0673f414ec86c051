"""Damage to documents: what happens to files, and what people do to them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

# pieces that some reader takes for more than text
PIECES: tuple[bytes, ...] = (
    b"", b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\r",
    b"\n", b"\t", b"\x1b[31m", b"\x1b]0;x\x07", b"\x9b", b"\xc2\x9b", "\u202e".encode(), "\u2028".encode(),
    b"\x01", b"\x0c", b"\x1a", b"<", b">", b'"', b"'", b"\\", b"\\\\", b'\\"', b"&", b"&amp;", b"&#0;",
    b"&#x110000;", b"&x;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?x", b"<br>", b"<pre>", b"</pre>",
    b"</table>", b"<!DOCTYPE x [<!ENTITY x 'y'>]>", b"<TEI>", b"<div type='document'>", b"</div>", b"<note>",
    b"{", b"}", b"[", b"]", b"^^", b"@en", b"_:b", b"<urn:a> ", b" .\n", b'"1","1/2/2003 1:00","', b'","',
    b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"ustar", b"\x1f\x8b\x08", bytes(512), b"0", b"1", b"9" * 30,
    b"-1", b"\xd9\xa3", "٣".encode(), "²".encode(), "１".encode(), b"1e999", b"NaN", b"..", b"/",
    b"../../etc/passwd", b"%00", b"%", b"http://", b"javascript:", b"=cmd|' /C calc'!A0", b";", b"|", b"`",
    b"SUBJECT: ", b"TAGS: ", b"REF: A. ", b"E.O. 12958: DECL: ", b"\n1. (S) ", b"\n2. (U) ", b"FM AMEMBASSY ",
    b"TO RUEHC/SECSTATE WASHDC ", b"031530Z MAY 07", b"CLASSIFIED BY: ", b" told ", b" said that ", b" met ",
    b"President ", b"XXXXXXXXXX", b"Participants:\n", b"END SUMMARY.", b"(", b")", b"--", b"A", b" ",
    "é".encode(), "¶".encode(),
)  # fmt: skip


def mutated(seeds: Sequence[bytes], chance: Random, most: int = 60_000) -> bytes:
    """One of the seeds after some damage; often little, sometimes much."""
    data = chance.choice(seeds)
    for _ in range(min(12, 1 + int(chance.expovariate(0.6)))):
        data = damaged(data, seeds, chance)[:most]
    return data


def damaged(data: bytes, seeds: Sequence[bytes], chance: Random) -> bytes:
    """The data after one more damage."""
    size = len(data)
    at, other = sorted((chance.randint(0, size), chance.randint(0, size)))
    near = min(size, at + chance.randint(0, 40))
    match chance.randrange(10):
        case 0:  # a bit
            return data[:at] + bytes(byte ^ 1 << chance.randrange(8) for byte in data[at : at + 1]) + data[at + 1 :]
        case 1:  # a byte
            return data[:at] + bytes((chance.randrange(256),)) + data[at + 1 :]
        case 2:
            return data[:at] + chance.choice(PIECES) + data[at:]
        case 3:
            return data[:at] + chance.choice(PIECES) + data[near:]
        case 4:  # something is lost
            return data[:at] + data[near:]
        case 5:  # the file is cut off, or its beginning is
            return chance.choice((data[:at], data[at:], data[at:other]))
        case 6:  # a part comes again
            return data[:near] + data[at:near] * chance.choice((1, 2, 50)) + data[near:]
        case 7:  # parts are swapped
            return data[:at] + data[near:other] + data[at:near] + data[max(near, other) :]
        case 8:  # two files are joined
            return data[:at] + chance.choice(seeds)[chance.randint(0, size) :]
        case _:  # lines are mixed
            lines = data.split(b"\n")
            lines.insert(chance.randrange(len(lines) + 1), lines.pop(chance.randrange(len(lines))))
            return b"\n".join(lines)
