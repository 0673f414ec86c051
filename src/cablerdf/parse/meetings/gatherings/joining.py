"""Those who came along: "accompanied by", "also present", "the delegation included"."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.parse.draft import Draft
from cablerdf.parse.lexicon.forms import plain_country
from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.people.groups import foreign_title
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.people.phrases import VERB, Sentence, governed, objects, subjects
from cablerdf.parse.meetings.sentences.dating import nearest_date
from cablerdf.parse.meetings.words.certainty import CAME_ALONG, MET
from cablerdf.parse.meetings.words.cues import Cue, squeezed
from cablerdf.parse.meetings.words.sides import sides_in

_AFTER = 60
_WITH_OURS = ("accompanied by", "joined by")
_BY = (" by", " included", " was", " were", " consisted")
_ATTENDANCE = ("side", "delegation", "participants", "attendees", "interlocutors included")
_OCCASION = re.compile(
    r"\b(?:meetings?|discussions?|lunch|dinner|breakfast|talks|sessions?|calls?|conversations?|dialogue|event|briefing)\b"
)
_INVERTED = ("joining", "those present", "those attending")  # those who came stand behind "were"
_OR_INVERTED = ("also present", "in attendance")  # so they do where nobody else is named
_PRESENT_AT = ("attended", "participated", "also attended", "also participated", "took notes")
# cues that name no meeting: the one told of nearby is meant
_ALSO = (
    *_INVERTED,
    *_OR_INVERTED,
    *("also joining", "also attended", "also participated", "took notes"),
    *("was the interpreter", "served as interpreter", "acted as interpreter"),
    *("was the notetaker", "was notetaker", "served as notetaker", "acted as notetaker"),
)
_CLAUSE = re.compile(r"\b(?:attended|participated|joined|was|were|met|took)\b[^;]{0,300};")
LEADS = ("led", "headed")
_LED = re.compile(r"\s{1,3}(?:an?|the|his|her)\s(?:[\w.'-]{1,20}\s){0,4}?(?:delegation|side|team)\b")
_BESIDE = re.compile(r"\b(?:as\s+well\s+as|along\s+with|together\s+with|as\s+did)\s")
_THE_OCCASION = re.compile(
    r"\b(?:the|this|that)\s(?:[\w-]+\s)?(?:meeting|lunch|dinner|breakfast|discussions?|talks|call)\b"
)
_NEAR = 110
_OPENING = 3  # paragraphs that tell of a visit as a whole
_HAD = re.compile(r"\bhad\s{1,3}(?:also\s{1,3})?$")
_PARTICIPANTS = re.compile(r"\b(?:participants|attendees|interlocutors)\b")
_LEADS_WHAT = 40  # characters that say whose delegation it is
_SUBJECT = 100  # characters at the most between those whom a sentence is about and "included"
_WERE = re.compile(r"\s(?:[^.;]|(?<=\bu)\.|(?<=\bs)\.){0,60}?\b(?P<be>was|were)\b")
_ALL = re.compile(
    r"\b(?:all|both|most)\b[^.;,]{0,25}\b(?:meetings|calls|events|appointments)\b"
    r"|\b(?:each|every)\b[^.;,]{0,15}\b(?:meeting|call|event|appointment)\b"
)
_SO_DID = re.compile(r"\bas +(?:did|was|were)\s")
_SHARED = re.compile(r"\band +(?:was|were) +(?:also +)?$")
_PARENTHESES = re.compile(r"\([^()]*\)")
_WHO = re.compile(r"\b(?:which|who)\s+$")
_COMING = re.compile(
    r"\b(?:will|would|to|should|could|may|might) (?:also )?(?:be )?(?:[a-z]+ly )?$"
)  # "will be represented by"
_WHO_WAS = re.compile(r"\b(?:was|were)\s+$|\bwho\b|^\s*(?:\([^()]*\)\s*)?(?:also\s+)?(?:was|were)\b")


def join(draft: Draft, gatherings: list[Gathering], sentence: Sentence, cue: Cue) -> None:
    """Adds to its meeting those who came along."""
    around = _around(sentence, cue)
    if around is None:
        return
    left, right = around
    if not gatherings and cue.form.startswith(_ATTENDANCE) and any(p.person is not None for p in right):
        day = nearest_date(sentence, Cue("meet", cue.form, cue.start, cue.end))
        told = Gathering(date=day, strength=MET, kinds={"attendance"}, span=sentence.span, rule=CAME_ALONG)
        told.paragraphs.append(sentence.paragraph)
        gatherings.append(told)
    coming = _coming(sentence, cue, left, right)
    for gathering in _hosts(draft, gatherings, sentence, coming):
        side = _side_of_clause(draft, sentence, cue, coming.anchors)
        if side is None and cue.form in _WITH_OURS and any(p.ours and p.title and not p.generic for p in coming.added):
            side = "US"  # those who come with officers of the post are ours
        for party in _apart_from_ours(coming.added):
            theirs = party.person is not None and not party.ours
            abroad = side == "US" and theirs and (party.abroad or foreign_title(sentence, party))
            gathering.add(_sided(party, None if abroad else side)._replace(rule=CAME_ALONG))
        if sentence.paragraph not in gathering.paragraphs:
            gathering.paragraphs.append(sentence.paragraph)


_Around = tuple[list[Party], list[Party]]  # before a cue, behind it


def _around(sentence: Sentence, cue: Cue) -> _Around | None:
    """Those on either side of a cue, by what its words say; None where they tell of nobody who came."""
    low, form = sentence.low, cue.form
    if _COMING.search(low, max(sentence.span.start, cue.start - 30), cue.start):
        return None
    if form in _PRESENT_AT and _HAD.search(low, max(sentence.span.start, cue.start - 10), cue.start):
        return None  # "the talks in which he, FM Poe and others had participated"
    left, right = _joiners(sentence, cue)
    beside = _BESIDE.search(low, cue.end, min(cue.end + _AFTER, sentence.span.end))
    if form in ("joined", *_PRESENT_AT) and beside is not None:  # "FM Poe joined the talks, as well as Roe"
        left += objects(sentence, beside.end(), _NEAR)
        right = [p for p in right if p.end <= beside.start()]
    if form == "included":
        return _included(sentence, cue, left, right)
    if form in _PRESENT_AT:
        return _present(sentence, cue, left, right)
    if form.endswith(_INVERTED) or (form in _OR_INVERTED and not left and not right):
        were = _WERE.match(low, cue.end, sentence.span.end)
        if were is not None:  # "Joining the lunch were Poe and Roe"
            return [], _joiners(sentence, cue._replace(end=were.end()))[1]
        return ([], []) if form.endswith(_INVERTED) else (left, right)
    if form == "accompanying":
        return _accompanying(sentence, cue, left, right)
    if form in LEADS:  # "Under Secretary Poe led the Polish delegation"
        return ([], subjects(sentence, cue)[-1:]) if _LED.match(low, cue.end, sentence.span.end) else None
    return left, right


def _included(sentence: Sentence, cue: Cue, left: list[Party], right: list[Party]) -> _Around | None:
    """ "U.S. participants for the Poe and Roe meetings included Lee": no list of anything else."""
    whose = _PARTICIPANTS.search(sentence.low, max(sentence.span.start, cue.start - _SUBJECT), cue.start)
    if whose is None or VERB.search(sentence.low, whose.end(), cue.start):
        return None
    return [p for p in left if p.start >= whose.end()], right


def _present(sentence: Sentence, cue: Cue, left: list[Party], right: list[Party]) -> _Around:
    """ "Poe, who attended the meeting between FM Roe and FM Lee"; "The DCM attended, as did FM Poe"."""
    so_did = _so_did(sentence, cue)
    if so_did is not None:
        return left, [p for p in sentence.parties if p.start >= so_did.end() and not p.possessive]
    clause = max((m.end() for m in _CLAUSE.finditer(sentence.low, sentence.span.start, cue.start)), default=0)
    return [p for p in left if p.start >= clause], [p for p in right if ";" not in sentence.low[cue.end : p.start]]


def _so_did(sentence: Sentence, cue: Cue) -> re.Match[str] | None:
    """Where "as did" leads to others who attended too."""
    return _SO_DID.search(sentence.low, cue.end, sentence.span.end) if cue.form == "attended" else None


def _accompanying(sentence: Sentence, cue: Cue, left: list[Party], right: list[Party]) -> _Around | None:
    """ "Accompanying FM Poe to the meeting were Roe and Lee"."""
    were = _WERE.match(sentence.low, cue.end, sentence.span.end)
    if were is None or left:
        return None
    return [p for p in right if p.end <= were.start("be")], _joiners(sentence, cue._replace(end=were.end()))[1]


def _joiners(sentence: Sentence, cue: Cue) -> tuple[list[Party], list[Party]]:
    """Of a sentence that says who came along: those on either side of the cue."""
    left = [p for p in sentence.parties if p.end <= cue.start and not p.possessive]
    stop = _main_verb(sentence, cue.end)
    right = [p for p in sentence.parties if cue.end <= p.start < stop and not p.possessive]
    return left, [p for n, p in enumerate(right) if n == 0 or not governed(sentence, p, by_somebody=True)]


def _main_verb(sentence: Sentence, start: int) -> int:
    """Where the first verb stands that is in no parentheses and no clause of "who" or "which"; else the end."""
    asides = [match.span() for match in _PARENTHESES.finditer(sentence.low, start, sentence.span.end)]
    for verb in VERB.finditer(sentence.low, start, sentence.span.end):
        inside = any(begin < verb.start() < end for begin, end in asides)
        if not inside and not _WHO.search(sentence.low, max(start, verb.start() - 12), verb.start()):
            return verb.start()
    return sentence.span.end


class _Coming(NamedTuple):
    """Who came with whom, what follows the cue, and whether the meeting told of nearby may be the one."""

    anchors: list[Party]
    added: list[Party]
    after: str
    near: bool = True
    several: bool = False  # to the meeting with each of them
    leads: bool = False  # a delegation
    by: bool = False  # "accompanied by", "joined by"
    attends: bool = False  # the sentence says who made up a delegation


def _coming(sentence: Sentence, cue: Cue, left: list[Party], right: list[Party]) -> _Coming:
    """Who came with whom, by which side of the cue its words put them on."""
    after = squeezed(sentence.low[cue.end : min(cue.end + _AFTER, sentence.span.end)])
    meeting = bool(_OCCASION.search(after) or cue.form in _ALSO)
    if cue.form.startswith(_ATTENDANCE):  # "FM Poe cited the visit of a delegation led by Roe": told of by somebody
        return _Coming([], right, after, not any(p.person is not None for p in left), attends=True)
    if cue.form.endswith(_BY) or (cue.form in ("accompanied", "joined") and " by " in after[:30]):
        return _Coming(left, right, after, by=True)
    if cue.form == "accompanying":
        return _Coming(left, right, after)
    if cue.form in LEADS:
        return _Coming([], right, after, leads=True)
    if cue.form == "included":
        return _Coming(left, right, after, several=bool(left))
    if cue.form in ("accompanied", "joined", "sat in"):
        return _Coming(right, left, after)
    if cue.form in _PRESENT_AT and _so_did(sentence, cue) is None:
        anchors = [p for p in right if p.person is not None]
        return _Coming(anchors, left, after, meeting and not anchors)
    return _Coming([], [*left, *right], after, meeting)


def _hosts(draft: Draft, gatherings: list[Gathering], sentence: Sentence, coming: _Coming) -> list[Gathering]:
    """The gatherings that somebody came along to: those that the sentence tells of, else the nearest that fits."""
    some = [g for g in gatherings if g.listed is None and not g.from_roster]
    told = [g for g in some if any(report.sentence == sentence.span for report in g.reports)]
    if coming.leads:
        return [g for g in some if g.kinds == {"attendance"}] or told
    close = [g for g in some if coming.near and any(0 <= sentence.paragraph - i < 2 for i in g.paragraphs)]
    people = {p.person for p in coming.anchors if p.person is not None}
    functions = {p.title.lower() for p in coming.anchors if p.title is not None}
    hosts = [
        g
        for g in some
        if people & set(g.people) or functions & set(g.functions) or (g in close and _called(draft, g, coming.anchors))
    ]
    if _ALL.search(coming.after) or coming.several:  # "accompanied the Secretary to all of her meetings"
        return hosts
    if any(g is host for g in told for host in hosts):
        return [g for g in told if any(g is host for host in hosts)]
    visitors = bool(coming.anchors) and all(p.ours and p.person is not None for p in coming.anchors)
    if coming.by and visitors and sentence.paragraph < _OPENING and not _THE_OCCASION.search(coming.after):
        return hosts  # "In Prague and Brno A/S Poe was joined by Roe": on the whole of a visit
    if not close and coming.near and not coming.anchors:
        earlier = [g for g in some if g.kinds - {"tell"} and min(g.paragraphs, default=0) <= sentence.paragraph]
        close = earlier if _THE_OCCASION.search(coming.after) else some if coming.attends and len(some) == 1 else []
    if not hosts and (not coming.anchors or _OCCASION.search(coming.after)):
        hosts = told or close
    return sorted(hosts, key=lambda g: _distance(g, sentence.paragraph))[:1]


def _distance(gathering: Gathering, paragraph: int) -> int:
    """How many paragraphs above a gathering was told of last; those that are told of later are the farthest."""
    return min((paragraph - index for index in gathering.paragraphs if index <= paragraph), default=1000)


def _apart_from_ours(added: list[Party]) -> list[Party]:
    """Those who came along, an Ambassador with a name beside "the Ambassador" being another country's."""
    if not any(p.person is None and p.ours and p.title == "Ambassador" for p in added):
        return added
    return [p._replace(ours=False) if p.title == "Ambassador" and not p.known else p for p in added]


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
    if cue.form.startswith(_ATTENDANCE) or cue.form in ("represented by", "included"):
        start = max(sentence.span.start, cue.start - (_SUBJECT if cue.form == "included" else 40))
        named = sides_in(sentence.text[start : cue.start])
        return named[-1][2] if named else None
    if cue.form in LEADS or cue.form in _INVERTED:  # "Those present on the Polish side were"
        named = sides_in(sentence.text[cue.end : cue.end + _LEADS_WHAT])
        return named[0][2] if named else None
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
    return plain_country(country) if country else None
