"""Those who came along: "accompanied by", "also present", "the delegation included"."""

from __future__ import annotations

import re

from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.certainty import MET
from cablerdf.parse.meetings.clauses import joiners
from cablerdf.parse.meetings.cues import Cue, squeezed
from cablerdf.parse.meetings.encounters import Encounter, nearest_date
from cablerdf.parse.meetings.gathering import Gathering
from cablerdf.parse.meetings.party import Party
from cablerdf.parse.meetings.phrases import Sentence, foreign_title
from cablerdf.parse.meetings.sides import plain, sides_in

_AFTER = 60
_WITH_OURS = ("accompanied by", "joined by")
_BY = (" by", " included", " was", " consisted")
_ATTENDANCE = ("side", "delegation", "participants included", "attendees included", "interlocutors included")
_OCCASION = re.compile(
    r"\b(?:meetings?|discussions?|lunch|dinner|breakfast|talks|sessions?|calls?|conversations?|dialogue|event|briefing)\b"
)
_ALSO = (
    *(
        "also present",
        "in attendance",
        "also attended",
        "also participated",
        "was the interpreter",
        "was the notetaker",
    ),
    *("took notes", "joining", "also joining"),
    *("served as interpreter", "acted as interpreter", "was notetaker", "served as notetaker", "acted as notetaker"),
)
_PRESENT_AT = ("attended", "participated", "also attended", "also participated", "took notes")
_CLAUSE = re.compile(r"\b(?:attended|participated|joined|was|were|met|took)\b[^;]{0,300};")
_WERE = re.compile(r"\s[^.;]{0,60}?\b(?:was|were)\b")
_SO_DID = re.compile(r"\bas +(?:did|was|were)\s")
_SHARED = re.compile(r"\band +(?:was|were) +(?:also +)?$")
_COMING = re.compile(
    r"\b(?:will|would|to|should|could|may|might) (?:also )?(?:be )?(?:[a-z]+ly )?$"
)  # "will be represented by"
_WHO_WAS = re.compile(r"\b(?:was|were)\s+$|\bwho\b|^\s*(?:\([^()]*\)\s*)?(?:also\s+)?(?:was|were)\b")


def join(draft: Draft, gatherings: list[Gathering], sentence: Sentence, cue: Cue) -> None:
    """Adds to its meeting those who came along."""
    if _COMING.search(sentence.low, max(sentence.span.start, cue.start - 30), cue.start):
        return
    left, right = joiners(sentence, cue)
    so_did = _SO_DID.search(sentence.low, cue.end, sentence.span.end) if cue.form == "attended" else None
    if so_did is not None:  # "The DCM attended, as did FM Poe"
        right = [p for p in sentence.parties if p.start >= so_did.end() and not p.possessive]
    elif cue.form in _PRESENT_AT:  # "Poe, who attended the meeting between FM Roe and FM Lee"
        clause = max((m.end() for m in _CLAUSE.finditer(sentence.low, sentence.span.start, cue.start)), default=0)
        left = [p for p in left if p.start >= clause]
        right = [p for p in right if ";" not in sentence.low[cue.end : p.start]]
    elif cue.form.endswith("joining"):  # "Joining the lunch were Poe and Roe"
        were = _WERE.match(sentence.low, cue.end, sentence.span.end)
        left, right = [], joiners(sentence, cue._replace(end=were.end()))[1] if were else []
    if cue.form == "joined" and not gatherings:
        _joined(gatherings, sentence, left, right)
        return
    if not gatherings and cue.form.startswith(_ATTENDANCE) and any(p.person is not None for p in right):
        day = nearest_date(sentence, Cue("meet", cue.form, cue.start, cue.end))
        gatherings.append(
            Gathering(date=day, strength=MET, kinds={"attendance"}, paragraphs=[sentence.paragraph], span=sentence.span)
        )
    after = squeezed(sentence.low[cue.end : min(cue.end + _AFTER, sentence.span.end)])
    for gathering in gatherings:
        if gathering.listed is not None or gathering.told:
            continue
        near = any(0 <= sentence.paragraph - index < 2 for index in gathering.paragraphs)
        if cue.form.endswith(_BY) or (cue.form in ("accompanied", "joined") and " by " in after[:30]):
            anchors, added = ([] if cue.form.startswith(_ATTENDANCE) else left), right
        elif cue.form in ("accompanied", "joined", "sat in"):
            anchors, added = right, left
        elif cue.form in _PRESENT_AT and so_did is None:
            anchors, added = [p for p in right if p.person is not None], left
            near = near and not anchors and bool(_OCCASION.search(after) or cue.form in _ALSO)
        else:
            anchors, added = [], [*left, *right]
            near = near and bool(_OCCASION.search(after) or cue.form in _ALSO)
        known = {p.person for p in anchors if p.person is not None} & set(gathering.people)
        ours = {p.title.lower() for p in anchors if p.title is not None} & set(gathering.functions)
        known |= _called(draft, gathering, anchors) if near else set()
        if known or ours or (near and (not anchors or _OCCASION.search(after))):
            side = _side_of_clause(draft, sentence, cue, anchors)
            if side is None and cue.form in _WITH_OURS and any(p.ours and p.title and not p.generic for p in added):
                side = "US"  # those who come with officers of the post are ours
            for party in added:
                abroad = side == "US" and party.person is not None and not party.ours and foreign_title(sentence, party)
                sided = _sided(party, None if abroad else side)
                gathering.add(sided)
            if sentence.paragraph not in gathering.paragraphs:
                gathering.paragraphs.append(sentence.paragraph)
            return


def _called(draft: Draft, gathering: Gathering, anchors: list[Party]) -> set[int]:
    """Who of the other side is meant by an office alone: "The Minister was joined by Poe"."""
    if len(anchors) != 1 or anchors[0].person is not None or anchors[0].ours:
        return set()
    office = anchors[0].title
    return {i for i in gathering.theirs() for title in draft.persons[i].titles if office and office in title}


def _sided(party: Party, side: str | None) -> Party:
    """Somebody who came along, on the side of whom he came with; an officer without a name stays ours."""
    if side is None or (party.title and (party.person is None or side == "US")):
        return party
    return party._replace(side=side, ours=side == "US")


def _side_of_clause(draft: Draft, sentence: Sentence, cue: Cue, anchors: list[Party]) -> str | None:
    """The side of those who came along: "The Polish side included", or that of whom they accompanied."""
    if cue.form.startswith(("side", "delegation")) or cue.form == "represented by":
        named = sides_in(sentence.text[max(sentence.span.start, cue.start - 40) : cue.start])
        return named[-1][2] if named else None
    if cue.form not in ("accompanied by", "joined by", "accompanied", "joined") or not anchors:
        return None
    shared = _SHARED.search(sentence.low, max(sentence.span.start, cue.start - 15), cue.start)
    anchor = anchors[-1] if cue.form.endswith(" by") and shared is None else anchors[0]
    mixed = len({party.ours for party in anchors}) > 1 and shared is None
    if mixed and cue.form.endswith(" by") and not _WHO_WAS.search(sentence.low, anchor.end, cue.start):
        return None  # "met with Poe, accompanied by Roe": with whom Roe came is not told
    if anchor.ours:
        return "US"
    country = draft.persons[anchor.person].country if anchor.person is not None else None
    return plain(country) if country else None


def _joined(gatherings: list[Gathering], sentence: Sentence, left: list[Party], right: list[Party]) -> None:
    """ "Secretary Poe joined FM Roe for dinner": a meeting of its own."""
    ours, theirs = any(p.ours for p in left), any(not p.ours and p.person is not None for p in right)
    if not (ours and theirs):
        return
    gathering = Gathering()
    cue = Cue("meet", "joined", left[-1].end, right[0].start)
    date = nearest_date(sentence, cue)
    gathering.report(Encounter((*left, *right), date, MET, "meet", sentence.paragraph, sentence.span))
    gatherings.append(gathering)
