"""What an edition prints above a document: its heading, its dateline, its subject; the telegram's number after them.

Foreign Relations of the United States heads a telegram "5. Telegram From the Embassy in Lebanon to the Department
of State" and opens its text with the telegram's own number; memoranda of conversation have SUBJECT and PARTICIPANTS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cablerdf.model import Addressee, Span
from cablerdf.parse.draft import Draft
from cablerdf.vocab.posts import post_code
from cablerdf.vocab.tables import rows

EDITED = ("frus",)  # names in `read.formats` of what an edition prints
HEADING = re.compile(r"\d{1,4}\.[ \t]+(?=\S)")
CORRESPONDENTS = re.compile(r"\bFrom the (?P<sender>[^\n]{3,90}?) to (?:the )?(?P<to>[^\n]{3,120})$")
AT_A_PLACE = re.compile(r"(?P<kind>[A-Z][\w ]{3,30}?) (?P<relation>in|at) (?:the )?(?P<place>.+)")
MESSAGE_NUMBER = re.compile(r"(?P<number>\d{1,5})\.[ \t]+(?=\S)")
DATELINE = re.compile(r"[^\n]{0,120}\b(?:1[89]\d\d|20[0-2]\d)\b[^\n]{0,40}")
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
SUBJECT = re.compile(r"SUBJECTS?:?[ \t]*\n?")
ITEM = re.compile(r"^[ \t]*(?:\d{1,2}\.[ \t]+)?")


def read_edition(draft: Draft) -> None:
    """Set what the heading and the lines under it tell, and begin the body behind them; nothing for other documents."""
    if draft.document.format not in EDITED:
        return
    text, stop = draft.clean, 0
    telegram = False
    for place, block in enumerate(blocks(text)):
        if place == 0 and HEADING.match(text, *block) is not None:
            telegram = read_heading(draft, block)
        elif stop and (subject := SUBJECT.match(text, *block)) is not None:
            read_subjects(draft, Span(subject.end(), block.end))
        elif not stop or DATELINE.fullmatch(text, *block) is None:
            break
        stop = block.end
    start = stop + len(text[stop:]) - len(text[stop:].lstrip())
    number = MESSAGE_NUMBER.match(text, start) if telegram else None
    if number is not None:
        draft.message_number = number["number"]
        draft.spans["message_number"] = (Span(*number.span("number")),)
        start = number.end()
    if stop and start < len(text):
        draft.zones.caption = Span(0, stop)
        draft.zones.body = Span(start, len(text.rstrip()))


def blocks(text: str) -> Iterator[Span]:
    """The blocks of a text that blank lines part."""
    start, stop = 0, len(text.rstrip())
    for blank in BLANK_LINES.finditer(text, 0, stop):
        if blank.start() > start:
            yield Span(start, blank.start())
        start = blank.end()
    if stop > start:
        yield Span(start, stop)


def read_heading(draft: Draft, block: Span) -> bool:
    """Sets sender and addressee from a heading; whether it is a telegram's."""
    text = draft.clean
    line = block.of(text)
    found = CORRESPONDENTS.search(text, *block)
    if found is not None:
        code = correspondent(found["sender"])
        if code is not None:
            draft.post = draft.origin = code
            draft.spans["post"] = (Span(*found.span("sender")),)
        draft.addressees = (Addressee(name=found["to"].strip(), action=True, span=Span(*found.span("to"))),)
    return "Telegram" in line or "Airgram" in line


def read_subjects(draft: Draft, span: Span) -> None:
    """Sets the subject; several are joined by semicolons, their numbers left out."""
    lines = (ITEM.sub("", line, count=1) for line in span.of(draft.clean).split("\n"))
    found = [" ".join(line.split()) for line in lines if line.strip()]
    if found:
        draft.subject, draft.spans["subject"] = "; ".join(found), (span,)


@cache
def correspondent(printed: str) -> str | None:
    """The code of a post as an edition names it; None where it is no post, or its country has several.

    >>> correspondent("Embassy in Lebanon"), correspondent("Department of State"), correspondent("White House")
    ('BEIRUT', 'STATE', None)
    """
    known = post_code(printed)
    if known is not None:
        return known
    if printed.startswith("Department of State"):
        return "STATE"
    found = AT_A_PLACE.match(printed)
    if found is None:
        return None
    if found["relation"] == "at":
        return "USUNNEWYORK" if found["place"] == "United Nations" else post_code(found["place"])
    here = [
        r["code"]
        for r in rows("posts")
        if r["country"] == found["place"] and r["kind"] == "embassy" and not r["same_as"]
    ]
    return here[0] if len(here) == 1 and found["kind"] == "Embassy" else None
