"""The routing block: date-time group, originator, and who gets the telegram."""

from __future__ import annotations

import re
from itertools import pairwise

from cablerdf.model import Addressee, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.header.dtg import find_dtg
from cablerdf.vocab.tables import mapping

# "FM AMEMBASSY LISBON"; the name ends with the line, or where TO follows in it
FROM = re.compile(
    r"(?<![^\s])FM[ \t]++(?P<name>[A-Z][^\n \t]*+(?:[ \t]++(?!TO[ \t])[^\n \t]++)*+)[ \t]*+(?=\n|$|TO[ \t])", re.M
)
ORIGIN_KIND = re.compile(r"^(?:AM ?EMBASSY|AM ?CONSUL(?:ATE)?|USMISSION|USINT|USLO|USDEL|EMBASSY|US MISSION)[ \t]+")
TO = re.compile(r"(?<![^\s])TO[ \t]+(?=[A-Z])")
SECTION = re.compile(r"(?<![^\s])(?P<kind>INFO|XMT|ZEN|TO)(?=[ \t]|$)[ \t]*", re.M)
# an entry begins with a routing indicator, at a line's start; within a line also with the kind of a post, and
# behind what ends an entry: a precedence, a number, COLLECTIVE, WASHDC. USUN/NEW YORK is a post, not an indicator
ADDRESS = r"(?:ZEN|(?!USUN/)[A-Z]{4,8}\d{0,2}[A-Z]{0,3})"
INDICATOR = rf"{ADDRESS}/(?=[A-Z0-9])"
BEGINS = re.compile(INDICATOR)
ENTRY_START = re.compile(
    rf"(?<!\S)(?:(?={INDICATOR})|(?<=\S )(?=(?:AMEMBASSY|AMCONSUL|USMISSION|USINT) )"
    r"|(?:(?<=PRIORITY )|(?<=IMMEDIATE )|(?<=ROUTINE )|(?<=COLLECTIVE )|(?<=WASHDC )|(?<=\d\d\d\d ))"
    r"(?=[A-Z]{2})(?!PRIORITY|IMMEDIATE|ROUTINE|FLASH|NIACT|COLLECTIVE))"
)
ROUTING = re.compile(rf"{ADDRESS}(?=/.)", re.S)
# behind the name (whose office symbols stay: SECDEF WASHDC//USDP//) to the end of the entry: some number by month
MONTH = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
TAIL = re.compile(
    r"(?<=\S)(?!\S)(?:\s++(?P<precedence>NIACT IMMEDIATE|NIACT|FLASH|IMMEDIATE|PRIORITY|ROUTINE)\b)?"
    rf"(?P<rest>(?:\s++(?:{MONTH}))?\s++\d{{1,5}}(?:-\d{{1,5}})?)?\s*+$"
)
# a name that cannot end an entry: the next line goes on with it
UNFINISHED = re.compile(
    r"(?:\b(?:AMEMBASSY|AMCONSUL|USMISSION|DEPT|DEPARTMENT|OF|AND|THE|PORT AU|PORT OF|SAN|NEW|TEL|CAPE)|[&,-]|(?<!/)/)$"
)
# a line that only goes on with the entry before it: place, precedence, number
TAIL_LINE = re.compile(
    r"(?:WASH(?:DC|INGTON(?: DC)?)|[A-Z]{2}|PRIORITY|IMMEDIATE|ROUTINE|FLASH|COLLECTIVE)?\s*+"
    r"(?:(?:PRIORITY|IMMEDIATE|ROUTINE)\s*+)?\d{0,5}$"
)
WORD = re.compile(r"[A-Za-z]{2}")
NO_NAME = re.compile(r"R[A-Z]{5,7}(?: R[A-Z]{5,7})*|[A-Z]{1,5}-\d\d.*")  # indicators, distribution symbols
LONGEST = 500  # characters of an entry: what is longer is none


def read_routing(draft: Draft) -> None:
    """Set `dtg`, `precedence`, `addressees`, and `post` as the FM line has it."""
    zone = draft.zones.routing
    if zone is None:
        return
    text = draft.clean
    sender = FROM.search(text, zone.start, zone.end)
    # distribution lists and other telegrams' groups may stand before; the last before FM is its own
    dtg = find_dtg(text, zone.start, sender.start() if sender is not None else zone.end)
    if dtg is None and sender is not None:
        dtg = find_dtg(text, sender.end(), zone.end)
    if dtg is not None:
        draft.dtg, draft.precedence = dtg.moment, dtg.precedence
        draft.spans["dtg"] = (dtg.span,)
        if dtg.precedence_span is not None and dtg.precedence is not None:
            draft.spans["precedence"] = (dtg.precedence_span,)
        if dtg.damaged:
            draft.report("dtg-damaged", "warning", f"date-time group read as {dtg.moment}", dtg.span)
    elif sender is not None:
        draft.report("dtg-unreadable", "warning", "no date-time group stands before the FM line", Span(*sender.span()))
    if sender is not None:
        draft.sender = " ".join(ORIGIN_KIND.sub("", sender["name"]).split())
        draft.post = draft.sender
        draft.spans["post"] = (Span(*sender.span("name")),)
    start = TO.search(text, sender.end() if sender is not None else zone.start, zone.end)
    info = SECTION.search(text, sender.end() if sender is not None else zone.start, zone.end)
    if start is not None or info is not None:
        first = min(match.start() for match in (start, info) if match is not None)
        draft.addressees = tuple(read_addressees(text, first, zone.end))


def read_addressees(text: str, start: int, stop: int) -> list[Addressee]:
    """The entries of TO and INFO; what XMT names is `excluded` of the collective before it."""
    found: list[Addressee] = []
    action, excluding = True, False
    for kind, begin, end in sections(text, start, stop):
        if kind in ("TO", "INFO"):
            action, excluding = kind == "TO", False
        else:
            excluding = kind == "XMT"
        for span in entries(text, begin, end):
            entry = read_entry(text, span, action)
            if entry is None or kind == "ZEN":
                continue
            if not excluding:
                found.append(entry)
            elif found:
                exclude(found, entry.name)
    return found


def exclude(found: list[Addressee], name: str) -> None:
    """Note that the last collective (or the last entry) does not include `name`."""
    at = next((i for i in range(len(found) - 1, -1, -1) if found[i].collective), len(found) - 1)
    old = found[at]
    if name not in old.excluded:
        found[at] = Addressee(
            name=old.name, action=old.action, routing=old.routing, precedence=old.precedence, number=old.number,
            collective=old.collective, excluded=(*old.excluded, name), span=old.span,
        )  # fmt: skip


def sections(text: str, start: int, stop: int) -> list[tuple[str, int, int]]:
    """(TO, INFO, XMT or ZEN; where its entries begin; where they end), in order."""
    marks = [
        match
        for match in SECTION.finditer(text, start, stop)
        if match["kind"] != "TO" or match.start() == start or text[match.start() - 1] == "\n"
    ]
    ends = [*(match.start() for match in marks[1:]), stop]
    return [(match["kind"], match.end(), end) for match, end in zip(marks, ends, strict=True)]


def entries(text: str, start: int, stop: int) -> list[Span]:
    """The span of each entry: lines joined where one is wrapped, cut where several share one."""
    lines: list[tuple[int, int]] = []
    at = start
    while at < stop:
        newline = text.find("\n", at, stop)
        end = newline if newline >= 0 else stop
        line = text[at:end].strip()
        if line:
            left = at + len(text[at:end]) - len(text[at:end].lstrip())
            if lines and goes_on(text[lines[-1][0] : lines[-1][1]], line):
                lines[-1] = (lines[-1][0], left + len(line))
            else:
                lines.append((left, left + len(line)))
        at = end + 1
    spans: list[Span] = []
    for left, right in lines:
        cuts = [left, *(m.start() for m in ENTRY_START.finditer(text, left + 1, right)), right]
        spans += [Span(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
    return spans


def goes_on(before: str, line: str) -> bool:
    """Whether a line is the rest of the entry before it."""
    if BEGINS.match(line):
        return False
    return UNFINISHED.search(before) is not None or TAIL_LINE.match(line) is not None


def read_entry(text: str, span: Span, action: bool) -> Addressee | None:
    """One addressee: "RUEHC/SECSTATE WASHDC IMMEDIATE 4751"."""
    printed = text[span.start : span.end].rstrip()
    tail = TAIL.search(printed) if len(printed) <= LONGEST else None
    if tail is None:
        return None
    routing = ROUTING.match(printed)
    name = " ".join(printed[routing.end() + 1 if routing else 0 : tail.start()].split()).strip(" ,;.")
    if not WORD.search(name) or NO_NAME.fullmatch(name):
        return None
    precedence = tail["precedence"]
    return Addressee(
        name=name,
        action=action,
        routing=routing[0] if routing else None,
        precedence=mapping("precedences", "printed", "precedence")[precedence] if precedence else None,
        number=tail["rest"].split()[-1] if tail["rest"] else None,
        collective="COLLECTIVE" in name or name.endswith(" POSTS"),
        span=Span(span.start, span.start + len(printed)),
    )
