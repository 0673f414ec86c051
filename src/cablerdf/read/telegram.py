"""Whether a text shows the marks of a telegram, so that a shopping list does not become a cable.

Only what was taken for plain text by its looks is asked; a page or a table that says of itself which cable it holds,
and whatever the user says is text, is not. The weights were set on texts that are no cables and on thousands of
damaged telegrams: `benchmarks/no_cables.py` measures both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cablerdf.vocab.tables import mapping, rows

REACH = 100_000  # characters: whoever shows no mark in these shows none
ENOUGH = 2  # the weight from which a text is a telegram


class Mark(NamedTuple):
    """Something that telegrams show: `weight` 2 where hardly anything else does, 1 where it takes a second."""

    name: str
    weight: int
    pattern: re.Pattern[str]


# Source code, RDF, markup and notes may quote a whole telegram and are none: told by how they begin.
FOREIGN = re.compile(
    r"\ufeff?\s*(?:@prefix\b|@base\b|PREFIX\s+\w*:|<(?:https?|urn):|_:\w|<[?!/a-zA-Z]|#!|#{1,4} [A-Za-z]|\"\"\"|'''"
    r"|from [\w.]+ import\b|import [\w.]+|/[*/]|# -\*-|\{\s*[\"}]|\[\s*[\"{\]]|---\n|#include\b|package \w|%PDF)"
)
SENDER = r"AM(?:EMB(?:ASSY)?|CONSUL)|US(?:MISSION|DEL|INT|OFFICE|EU|UN|NATO|LO)|SECSTATE"


@cache
def marks() -> tuple[Mark, ...]:
    """The marks, those that are met most often first."""
    level = "|".join(" ?".join(row["printed"]) for row in rows("classification_levels"))
    patterns = (
        ("tags", 2, rf"^[ \t]*(?:{labels('tags')})(?:[ \t]*[:;]|[ \t]+[A-Z]{{4,}}\b)", 0),
        ("order", 2, rf"^[ \t]*(?:{labels('executive_order')})[ \t:]*1[0-9]{{4}}\b", 0),
        ("references", 2, rf"^[ \t]*(?:{labels('references')})[ \t]*[:;][ \t]*\S", 0),
        ("classifier", 2, rf"^[ \t]*(?:{labels('classified_by', 'declassify_on')})[ \t]*[:;.][ \t]*\S", 0),
        ("authority", 2, r"^[ \t]*(?:Classified (?:By|by|for)|Declassify on)[ \t]*[:;.][ \t]*\S", 0),
        ("caption", 2, rf"^[ \t]*(?:{level})\b[^\n]{{0,60}}?\b[A-Z]{{4,}} ?\d{{2,6}}\b", 0),
        ("dtg", 2, r"^[ \t]*(?:[OPRZYM] ){1,2}\d{6}Z?\b|\b\d{6}Z [A-Z]{3} \d\d\b", 0),
        ("routing", 2, r"^[ \t]*(?:VZCZC|ZN[YR] [A-Z]{5}|DE RU[A-Z]{2,} )", 0),
        ("correspondent", 2, rf"^[ \t]*(?:(?:FM|FROM)[ \t:]+(?:{SENDER})|TO[ \t:]+(?:RU[A-Z]{{2,}}/|SECSTATE))", 0),
        ("page", 2, r"^[ \t]*(?:PAGE \d\d +[A-Z]{4,} +\d{4,}|(?:ACTION|ORIGIN) [A-Z]{1,4}-\d\d\b)", 0),
        ("edition", 2, r"^[ \t]*(?:\d{1,4}\. )?(?:Telegram|Airgram) (?:\d+ )?From the \w", 0),
        ("distribution", 2, r"(?<!\S)SIPDIS(?!\S)", 0),
        ("portion", 2, r"^[ \t]*(?:¶ ?)?\(?\d{1,2}[ \t]?[.,)]?[ \t]*\((?:U|C|S|SBU|LOU|[CSU]//?[A-Z]{2,4})\)", 0),
        ("beginning", 2, rf"\A\s*(?:(?:{labels('references', 'tags')})[ \t]*[:;.]|{labels('classified_by')}\b)", re.I),
        ("opening", 2, rf"\A\s*(?:{labels('subject')})[ \t]*[:;.]", 0),
        ("subject", 1, rf"^[ \t]*(?:{labels('subject')})[ \t]*[:;.]", 0),
        ("level", 1, rf"^[ \t]*(?:{level})(?![A-Za-z])[A-Z0-9 \t/.,-]*$", 0),
        ("section", 1, r"\bSECTION ?\d\d ?OF ?\d\d\b", 0),
        ("reftel", 1, r"\b(?:ref|sep)tels?\b", re.I),
        ("summary", 1, r"\b(?:BEGIN|END) (?:SUMMARY|COMMENT)\b", re.I),
        ("pilcrow", 1, r"^[ \t]*¶ ?\d+\.", 0),
        ("closing", 1, r"^[ \t]*(?:NNNN|BT)[ \t]*$", 0),
    )
    return tuple(Mark(name, weight, re.compile(pattern, re.M | flags)) for name, weight, pattern, flags in patterns)


def labels(*fields: str) -> str:
    """The printed labels of header fields, as alternatives of a pattern."""
    printed = mapping("header_labels", "label", "field")
    return "|".join(re.escape(label) for label, field in printed.items() if field in fields)


def marks_of(text: str) -> Iterator[Mark]:
    """The marks that a text shows.

    >>> [mark.name for mark in marks_of("UNCLAS LISBON 002214\\nSUBJECT: A VISIT\\n")]
    ['caption', 'subject', 'level']
    """
    return (mark for mark in marks() if mark.pattern.search(text))


def is_telegram(text: str) -> bool:
    """Whether a text shows enough of a telegram's marks.

    >>> is_telegram("REF: TOKYO 1348"), is_telegram("Subject: lunch\\n\\nAt noon?"), is_telegram("# Notes\\nSIPDIS")
    (True, False, False)
    """
    if FOREIGN.match(text):
        return False
    weight = 0
    for mark in marks_of(text[:REACH]):
        weight += mark.weight
        if weight >= ENOUGH:
            return True
    return False
