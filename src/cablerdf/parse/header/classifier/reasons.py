"""Reasons for classification: "1.4 (b) and (d)" becomes 1.4(b), 1.4(d) (E.O. 13526 section 1.4)."""

from __future__ import annotations

import re

SECTION = re.compile(
    r"\b(?:1|[Il](?=[.,]\d))\s{0,3}(?:[.,/]\s{0,16}(?P<number>[3-7])(?!\d)|(?P<bare>[3-7])(?=\s{0,3}\([a-h]))", re.I
)
# a word that ends the list; letters within one pair of brackets ("(bcd)") are no word
WORD = re.compile(r"(?<!\()\b(?!and\b)[A-Za-z]{3,}", re.I)
LETTERS = re.compile(r"(?:AND|OR|[A-H]|[,/&;.():\-])*")
RANGE = re.compile(r"([A-H])\)?-\(?([A-H])")


def read_reasons(printed: str) -> tuple[str, ...]:
    """The reasons in printed order, each once.

    >>> read_reasons("1.4 (b/d)"), read_reasons("1.5 B AND D"), read_reasons("REASON: 1.4(B), (D)")
    (('1.4(b)', '1.4(d)'), ('1.5(b)', '1.5(d)'), ('1.4(b)', '1.4(d)'))
    """
    found: list[str] = []
    sections = list(SECTION.finditer(printed))
    for at, section in enumerate(sections):
        stop = sections[at + 1].start() if at + 1 < len(sections) else len(printed)
        rest = printed[section.end() : stop].partition("--")[0]
        word = WORD.search(rest)
        squeezed = "".join(rest[: word.start() if word is not None else None].upper().split())
        listed = LETTERS.match(squeezed)
        letters = listed[0].replace("AND", ",").replace("OR", ",") if listed is not None else ""
        letters = RANGE.sub(lambda span: ",".join(map(chr, range(ord(span[1]), ord(span[2]) + 1))), letters)
        for letter in re.findall(r"[A-H]", letters):
            reason = f"1.{section['number'] or section['bare']}({letter.lower()})"
            if reason not in found:
                found.append(reason)
    return tuple(found)
