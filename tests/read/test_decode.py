"""Encodings, line ends and text that was decoded wrongly once already."""

from __future__ import annotations

import pytest

from cablerdf.read.kinds.decode import decode, repair

LINE = "¶1. (C) Visit to São Tomé – the Consul’s view"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LINE.encode("utf-8"), "utf-8"),
        (LINE.encode("utf-8-sig"), "utf-8-sig"),
        (LINE.encode("cp1252"), "cp1252"),
        (LINE.encode("utf-16"), "utf-16"),
        (LINE.encode("utf-16-le"), "utf-16-le"),
        (LINE.encode("utf-16-be"), "utf-16-be"),
        (LINE.encode("utf-32"), "utf-32"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    assert decode(data) == (LINE, encoding, ())


def test_any_byte_is_held_by_latin_1() -> None:
    decoded = decode(bytes(range(1, 256)))
    assert decoded.encoding == "latin-1"
    assert decoded.text[-1] == "ÿ"


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r", "\r\r\n"])
def test_line_ends(ends: str) -> None:
    assert decode(f"TAGS: PREL{ends}SUBJECT: A VISIT{ends}".encode()).text == "TAGS: PREL\nSUBJECT: A VISIT\n"


@pytest.mark.parametrize("times", [1, 2])
def test_mojibake(times: int) -> None:
    damaged = LINE
    for _ in range(times):
        damaged = damaged.encode("utf-8").decode("cp1252")
    repaired = repair(damaged)
    assert repaired.text == LINE
    assert [p.code for p in repaired.problems] == ["mojibake-decoded"]


@pytest.mark.parametrize("text", ["naïveté”—he said", "São Tomé", "ÅLAND, Ärzte, Â, «Ã!»", "¶2. (U) €5"])
def test_what_is_no_mojibake_stays(text: str) -> None:
    assert repair(text) == (text, "utf-8", ())


def test_damaged_utf16_is_reported() -> None:
    decoded = decode("¶1".encode("utf-16") + b"\x00\xd8")
    assert [p.code for p in decoded.problems] == ["encoding-damaged"]


@pytest.mark.parametrize("page", ["cp037", "cp500", "cp1140"])
@pytest.mark.parametrize("ends", ["\n", "\x85", "\r\n"])
def test_ebcdic_is_read(page: str, ends: str) -> None:
    text = "UNCLAS UTOPIA 000001\nSUBJECT: A VISIT, OF 3 DAYS\n1. (U) Text of the (first) paragraph: 7/8.\n"
    decoded = decode(text.replace("\n", ends).encode(page))
    assert decoded.text == text
    assert (decoded.encoding, [p.code for p in decoded.problems]) == ("cp037", ["ebcdic-read"])


def test_a_text_full_of_at_signs_is_no_ebcdic() -> None:
    assert decode(b"@@@ @@@@\n@@@").text == "@@@ @@@@\n@@@"
