"""Which cable this is: id, origin, date; and where its container says otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.header.dates import DATE_LINE
from cablerdf.parse.header.dtg import century
from cablerdf.parse.header.edition import EDITED
from cablerdf.parse.header.scanned import letters
from cablerdf.vocab.posts import ID, guessed_code, id_of, near_code, post_code, same_id, same_post
from cablerdf.vocab.tables import mapping, rows

ID_LINE = re.compile(r"^[ \t]*(\d\d[A-Z]{3,24}\d{1,7})[ \t]*$", re.M)
# "DE RUEHSG #0324/01 0932217": the sending station's own count
STATION = re.compile(r"(?<!\S)DE [A-Z]{4,8} #(?P<number>\d{1,6})")
PAGE = re.compile(r"\b(?P<number>\d{8})[ \t]+\d{3}(?:\.\d)?[ \t]+OF[ \t]+\d{3}\b")
SUBJECT_YEAR = re.compile(r"\b(?:19[6-9]\d|20[012]\d)\b")
DECLARED_KIND = re.compile(r"^(?:EMBASSY|CONSULATE(?: GENERAL)?|MISSION|US MISSION|AMERICAN CONSULATE) ")
HEAD = 4000


class CableId(NamedTuple):
    """An id taken apart."""

    year: int
    code: str
    number: str


def split_id(printed: str | None) -> CableId | None:
    """The parts of a canonical id, or None where it is none.

    >>> split_id("09LISBON418")
    CableId(year=2009, code='LISBON', number='418')
    """
    match = ID.fullmatch((printed or "").strip().upper())
    return CableId(century(match["year"]), match["code"], match["number"]) if match is not None else None


def read_identity(draft: Draft) -> None:
    """Set `id`, `origin`, `issued`, and report where container and text disagree."""
    given = draft.id
    declared = declared_id(draft)
    date_line = DATE_LINE.search(draft.clean, 0, HEAD)
    code, number = choose_post(draft, declared)
    year = cable_year(draft, declared, date_line)
    if code is not None:
        draft.origin = code
    if number is not None and draft.message_number is None:
        draft.message_number = number
    found = id_of(year, code, number) if year is not None and code is not None and number is not None else None
    if draft.document.format in EDITED:  # a document of another series keeps the id of its container
        found = None
    if found is None and declared is not None and draft.document.declared.id is not None:
        found = id_of(declared.year, declared.code, declared.number)
    draft.id = given or found or draft.document.declared.id
    draft.same_as = same_id(draft.id)
    if draft.origin is None and (parts := split_id(draft.id)) is not None:
        draft.origin = parts.code
    expected = given or draft.document.declared.id
    if expected is not None and found is not None and expected.upper() != found:
        message = f"declared {expected}, the text says {found}"
        draft.report("id-disagrees", "warning", message, first_span(draft, "message_number"))
    set_issued(draft, date_line)
    compare(draft)


def declared_id(draft: Draft) -> CableId | None:
    """The id that the container gives, else a line that holds an id alone, else the file's name."""
    document = draft.document
    known = split_id(draft.id) or split_id(document.declared.id)
    if known is not None:
        return known
    line = ID_LINE.search(draft.clean, 0, HEAD)
    return split_id(line[1] if line is not None else re.split(r"[/\\]", document.name)[-1].split(".")[0])


def choose_post(draft: Draft, declared: CableId | None) -> tuple[str | None, str | None]:
    """The post's code and the serial number: of the classification line, unless all else speaks against it."""
    text, zones = draft.clean, draft.zones
    station = STATION.search(text, zones.routing.start, zones.routing.end) if zones.routing is not None else None
    counted = station["number"].lstrip("0") if station is not None else None
    sender = code_of(draft.sender) if draft.sender is not None else None
    code = post_of(draft) if draft.post is not None else None
    number = draft.message_number
    if declared is None or (code, number) == (declared.code, declared.number):
        return code or sender, number or counted or page_number(draft)
    if number is not None and (sender, counted) == (declared.code, declared.number):
        message = f"classification line has {draft.post} {number}, the routing block {draft.sender} {counted}"
        draft.report("class-line-disagrees", "warning", message, first_span(draft, "message_number"))
        draft.post, draft.message_number = draft.sender, counted
        return sender, counted
    if code is None or same_post(code, declared.code) or (number == declared.number and post_code(code) is None):
        code = declared.code
    return code, number or (counted if counted == declared.number else page_number(draft) or declared.number)


def page_number(draft: Draft) -> str | None:
    """The serial number that the page breaks repeat."""
    page = PAGE.search(draft.document.text)
    return page["number"].lstrip("0") if page is not None else None


def post_of(draft: Draft) -> str:
    """The code of the classification line's post; a misprint is read as the post that sends, or is like it."""
    printed = (draft.post or "").upper()
    known = post_code(printed)
    if known is not None:
        return known
    sender = post_code(draft.sender) if draft.sender is not None else None
    read = sender or post_code(letters(printed)) or near_code(printed)
    if read is None:
        return guessed_code(printed)
    draft.report("post-respelt", "info", f"{printed} read as {read}", first_span(draft, "post"))
    return read


def code_of(printed: str) -> str:
    return post_code(printed) or guessed_code(printed)


def cable_year(draft: Draft, declared: CableId | None, date_line: re.Match[str] | None) -> int | None:
    """The year of the cable: of its date-time group, a date line, its id, or the one year in its subject."""
    if draft.dtg is not None:
        return int(draft.dtg[:4])
    if date_line is not None:
        return int(date_line["year"])
    if draft.document.declared.date is not None:
        return int(draft.document.declared.date[:4])
    if declared is not None:
        return declared.year
    for run in draft.runs:
        years = set(SUBJECT_YEAR.findall(run.content.of(draft.clean))) if run.field == "subject" else set()
        if len(years) == 1:
            return int(years.pop())
    return None


def set_issued(draft: Draft, date_line: re.Match[str] | None) -> None:
    """As much of the date as is known; the minutes of a container's date are not trusted."""
    declared = draft.document.declared.date
    if draft.dtg is not None:
        draft.issued = f"{draft.dtg[:-1]}:00Z"
        draft.spans["issued"] = draft.spans["dtg"]
    elif date_line is not None and (month := mapping("months", "printed", "month").get(date_line["month"].upper())):
        day = f"{date_line['year']}-{int(month):02d}-{int(date_line['day']):02d}"
        draft.issued = f"{day}T{int(date_line['hour']):02d}:{date_line['minute']}:00Z"
        draft.spans["issued"] = (Span(*date_line.span()),)
    elif declared is not None:
        draft.issued = declared[:10]
    elif (parts := split_id(draft.id)) is not None:
        draft.issued = str(parts.year)


@cache
def declared_origins() -> Mapping[str, str]:
    """Names as containers print them ("EMBASSY TEL AVIV", "UNVIE") to codes."""
    settled = sorted(rows("posts"), key=lambda row: not row["same_as"])  # of one name the settled code is last
    return MappingProxyType({row["name"].upper(): row["code"] for row in settled})


def compare(draft: Draft) -> None:
    """Report what the container says otherwise than the text."""
    declared = draft.document.declared
    if declared.date is not None and draft.dtg is not None and declared.date[:13] != draft.dtg[:13]:
        message = f"declared {declared.date}, the text says {draft.dtg}"
        draft.report("date-disagrees", "warning", message, first_span(draft, "dtg"))
    level = (declared.classification or "").upper().split("//")[0].strip()
    if level and draft.classification is not None and level != draft.classification:
        message = f"declared {declared.classification}, the text says {draft.classification}"
        draft.report("classification-disagrees", "warning", message, first_span(draft, "classification"))
    if level and draft.classification is None:
        draft.classification = level
    name = (declared.origin or "").upper()
    origin = declared_origins().get(name) or declared_origins().get(DECLARED_KIND.sub("", name)) or post_code(name)
    if origin is not None and draft.origin is not None and not same_post(origin, draft.origin):
        message = f"declared {declared.origin}, the text says {draft.origin}"
        draft.report("origin-disagrees", "warning", message, first_span(draft, "post"))


def first_span(draft: Draft, field: str) -> Span | None:
    spans = draft.spans.get(field, ())
    return spans[0] if spans else None
