"""Members of a visiting delegation, told in parentheses or by "consisted of", and the meetings that they shared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablerdf.model import Mention, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.people.allegiance import Allegiance
from cablerdf.parse.meetings.people.parties import DELEGATION
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.words.certainty import IN_DELEGATION

# "CODEL Poe (Sen. Ann Poe (R-OH), ...)", "Codel Poe consisted of Representatives ...", "Delegation composition:"
_DELEGATION = re.compile(
    r"(?:codels?|staffdel|delegation)\b(?:\s+[^\s().,;:]{1,20}){0,6}?\s*"
    r"(?P<list>\(|,?\s(?:(?:was|were|is|are|members|which|that|also)\s+){0,2}"
    r"(?:consist(?:ed|s|ing) of|compris(?:ed|es|ing)(?: of)?|composed of|made up of|included)\b"
    r"|(?:composition|members(?:hip)?)\s*:)"
)
_LED = re.compile(r"\bled an? (?:[a-z]+ ){0,2}$")
_RANK = re.compile(
    r"\b(?:(?P<senator>sen\.|senators?\b)|(?P<representative>reps?\.|representatives?\b)"
    r"|(?P<congressman>cong\.|congressm[ae]n\b)|(?P<congresswoman>congresswom[ae]n\b))",
)
_STATE = re.compile(r"\s*+(?:,\s*+)?\(?[rdi][-/ ][a-z]{2}\b")
_END = re.compile(
    r"[.]\s(?<!sen\. )(?<!rep\. )(?<!reps\. )(?<!cong\. )(?<!gen\. )(?<!mr\. )(?<!ms\. )(?<! \w\. )|\n\s*\n"
    r"|\s(?:met|visited|called|travell?ed|held|discussed|arrived|told|raised|spoke|sat)\s"
)
_DELEGATE = ("codel", "codels", "staffdel", "congressional delegation", *DELEGATION)
_OPENING = 4000  # characters of the body
_NEXT = 60  # between two who are listed
_LONGEST = 900
_LEADER = 40
_BEFORE = 40
# "a U.S. interagency delegation", "a PM/WRA delegation"
_OURS = re.compile(
    r"\b(?:U\.S\.|US|USG|American|interagency|DOD|DoD|DHS|DOE|FBI|Treasury|State Department|[A-Z]{1,4}/[A-Z]{2,4})"
    r"\s{1,3}(?:[\w-]{1,20}\s{1,3}){0,2}$"
)


def delegates(draft: Draft, low: str, allegiance: Allegiance) -> dict[int, Party]:
    """The members of the one visiting delegation of a cable, by person; empty where no list tells of them.

    `low` is the levelled text, names and all.
    """
    found: dict[int, Party] = {}
    body = draft.zones.body or Span(0, len(draft.clean))
    if "codel" not in low and "delegation" not in low and "staffdel" not in low:
        return found
    for match in _DELEGATION.finditer(low, *body):
        span = Span(match.end(), _end(low, match))
        members = list(_members(low, span, allegiance))
        led = _LED.search(low, max(body.start, match.start() - _BEFORE), match.start())
        if led is not None:  # "A/S Poe led a delegation that included Roe"
            leader = allegiance.within(Span(max(body.start, led.start() - _LEADER), led.start()))[-1:]
            if not leader or not allegiance.american[leader[0].entity]:
                continue
            members = [Party(*leader[0].span, leader[0].entity, None, True), *members]
        ours = led or _OURS.search(draft.clean, max(body.start, match.start() - _BEFORE), match.start())
        american = [p for p in members if ours or p.office or allegiance.american[p.person or 0]]
        if len(members) > 1 and len(american) * 2 > len(members):
            for party in members:
                found.setdefault(party.person or 0, party)
    if not found and "codel" in low:
        found = {party.person or 0: party for party in _legislators(low, body, allegiance)}
    return found


def _legislators(low: str, body: Span, allegiance: Allegiance) -> list[Party]:
    """Those listed in the opening with party and State: "Senators Ann Poe (D-OH) and Lee Roe (R-ME) visited Brno"."""
    row: list[Mention] = []
    for mention in allegiance.within(Span(body.start, min(body.end, body.start + _OPENING))):
        if not _STATE.match(low, mention.span.end):
            continue
        if row and mention.span.start - row[-1].span.end > _NEXT:
            if len(row) > 1:
                break
            row = []
        row.append(mention)
    if len(row) < 2:
        return []
    span = Span(max(body.start, row[0].span.start - _BEFORE), row[-1].span.end)
    listed = {mention.entity for mention in row}
    return [party for party in _members(low, span, allegiance) if party.person in listed]


def _end(low: str, match: re.Match[str]) -> int:
    """Where the list ends: at its closing parenthesis, or with its sentence."""
    limit = min(len(low), match.end() + _LONGEST)
    if match["list"] == "(":
        depth = 1
        for at in range(match.end(), limit):
            depth += (low[at] == "(") - (low[at] == ")")
            if depth == 0:
                return at
        return match.end()
    stop = _END.search(low, match.end(), limit)
    end = stop.start() if stop else limit
    return low.find(";", match.end(), end) if low.count(";", match.end(), end) == 1 else end


def _members(low: str, span: Span, allegiance: Allegiance) -> Iterator[Party]:
    """Those named in a list, a rank in the plural being that of all who follow."""
    office: str | None = None
    edge = span.start
    for mention in allegiance.within(span):
        ranks = list(_RANK.finditer(low, edge, mention.span.end))
        if ranks:
            office = (ranks[-1].lastgroup or "").title()
        elif not _STATE.match(low, mention.span.end):
            office = None
        start, edge = mention.span.start, mention.span.end
        yield Party(start, edge, mention.entity, None, True, office=office)


def complete(draft: Draft, gatherings: list[Gathering], members: dict[int, Party]) -> None:
    """Adds its members to every meeting of the delegation; who belongs to it is known by one of them."""
    if not members:
        return
    families = {draft.persons[index].name.split()[-1].lower() for index in members}
    for gathering in gatherings:
        if gathering.listed is not None:
            continue
        leads = [i for i in gathering.people if draft.persons[i].name.split()[-1].lower() in families]
        if leads or any(form.startswith(_DELEGATE) for form in gathering.functions):
            for index, party in members.items():
                gathering.people[index] = party._replace(rule=IN_DELEGATION)
            for form in [form for form in gathering.functions if form.startswith(_DELEGATE)]:
                del gathering.functions[form]
