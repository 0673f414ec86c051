"""Labels of participant lists: "Participants:", "U.S. Participants:", a sentence that ends in a colon."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.meetings.words.sides import side_of
from cablerdf.parse.meetings.words.tokens import names_somebody

# "¶2. (SBU) ", "18. (C) ", "2.(C)"
NUMBER = re.compile(r"[ \t]*+(?:¶\s*+\d{1,3}\s*+[.:]?|\d{1,3}\s*+\.)\s*+(?:\([^()\n]{1,14}\)\s*+)?")
MARKING = re.compile(r"[ \t]*\([A-Z/]{1,8}\)[ \t]*")
# "Participants:", "Main U.S. Participants:", "Participants in the meeting with FM Poe:", "FOR THE U.S.:"
LABEL = re.compile(
    r"(?:(?:main|other|key|additional|principal|meeting|the|list of|dinner|lunch)\s++)*"
    r"(?P<side>[^\W\d_][\w.'’ -]{0,30}?\s++)??"
    r"(?:meeting\s++)?(?P<noun>participants?|attendees?|attendance|those present|persons present|present)\b"
    r"(?P<about>\s*+(?:included|were|list|(?:in|at|for|from|of|on|to)\b)[^:\n]{0,70}|\s*+\([^()\n]{1,40}\))?"
    r"[ \t]*+(?P<colon>:|--++|—)?[ \t]*+",
    re.IGNORECASE,
)
# the end of a sentence that is a label: "The following attended:"
_ANNOUNCES = re.compile(r"\b(?:attendees|participants|attended|present|attending)\b", re.IGNORECASE)
# "The following attended: U.S.: Ann Poe": a sentence whose list begins on its line
_FOLLOWING = re.compile(
    r"(?:the following|those who)\s(?:[a-z]+\s){0,2}?"
    r"(?:attended|participated|took part|(?:were )?(?:present|attending))\b"
    r"[^:\n]{0,60}:[ \t]*",
    re.IGNORECASE,
)
PARAGRAPH = re.compile(r"\n[ \t]*\n|\n[ \t]*¶")
NOUNS = ("icipant", "attend", "present")  # parts of the nouns and verbs that announce a list
TAIL = 90  # characters of the end of a sentence that announces a list
_RULE_MARKS = frozenset("-=_*~ \t")
_SHORT = 60  # a line of running text is longer


class Label(NamedTuple):
    """A label: where it stands, what it says the list is about, whose list it is."""

    span: Span
    about: Span | None
    side: str | None
    rest: int  # where the list goes on in the same line
    end: int


def label_at(text: str, start: int, end: int, limit: int, host: str | None) -> Label | None:
    """The label that a line is or begins with, after its paragraph number."""
    number = NUMBER.match(text, start, end) or MARKING.match(text, start, end)
    begin = number.end() if number else start + len(text[start:end]) - len(text[start:end].lstrip())
    match = LABEL.match(text, begin, end)
    following = _FOLLOWING.match(text, begin, end) if match is None else None
    if following is not None and following.end() < end:
        return Label(Span(begin, following.end()), None, None, following.end(), end)
    if match is None:
        tail = PARAGRAPH.split(text[max(0, end - TAIL) : end].rstrip())[-1]
        if len(text[start:end].strip()) > 3 and tail.endswith(":") and _ANNOUNCES.search(tail):
            return Label(Span(start, end), None, None, end, end)
        return None
    alone = not text[match.end() : end].strip()
    if not match["colon"] and not (alone and match["about"] is None):
        return None
    if alone and not match["colon"] and not _number(number) and not _followed(text, end, limit):
        return None
    side = side_of(match["side"].strip(), host) if match["side"] else None
    if match["side"] and side is None and not match["colon"]:
        return None
    about = Span(*match.span("about")) if match["about"] else None
    return Label(Span(begin, match.end()), about, side, match.end(), end)


def _number(lead: re.Match[str] | None) -> bool:
    """Whether what leads a line has the number of a paragraph."""
    return lead is not None and lead.re is NUMBER


def _followed(text: str, end: int, limit: int) -> bool:
    """Whether an unnumbered "Participants" line has the look of a heading: a rule or blank line follows."""
    _, stop = line_at(text, end + 1, limit)
    following = text[end + 1 : stop].strip()
    if not following or is_rule(following) or side_of(following.strip(" :-")) is not None:
        return True
    shouted = text[text.rfind("\n", 0, end) + 1 : end].isupper() and not following.isupper()
    return shouted and len(following) < _SHORT and following[-1] != "." and names_somebody(following)


def is_rule(line: str) -> bool:
    """Whether a line is a rule of dashes, as under a heading: "---- --------"."""
    marks = line.strip()
    return len(marks) > 1 and _RULE_MARKS.issuperset(marks)


def line_at(text: str, start: int, limit: int) -> tuple[int, int]:
    """Start and end of the line that begins at `start`."""
    end = text.find("\n", start, limit)
    return start, limit if end < 0 else end
