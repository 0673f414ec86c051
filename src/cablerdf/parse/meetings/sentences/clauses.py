"""Who takes part by each kind of cue: the groups before and after a verb, of a phrase that opens the sentence."""

from __future__ import annotations

import re

from cablerdf.parse.meetings.people.groups import one_side, with_staff
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.people.phrases import (
    LAST,
    VERB,
    Sentence,
    governed,
    objects,
    subjects,
    title_like,
)
from cablerdf.parse.meetings.words.cues import Cue, squeezed
from cablerdf.parse.meetings.words.tokens import names_office

_NEAR_OBJECT = 45
_LONG_TITLE = 120
# "to the Algerian Defense Ministry's Office", "to MFA"
_MINISTRY = re.compile(
    r"\s*(?P<body>(?:the\s+)?(?:[\w'’.-]+\s+){0,4}?(?:ministry|mfa|foreign office|mod|government|secretariat)\b)"
)
_HIS = re.compile(r"\b(?:his|her|their)\b[^,]*$")
_PRONOUN = re.compile(r"\s+(?:with\s+)?(?:him|her|them)\b")
_OPENED = re.compile(r"\b(?:during|in|at|over|on|following|after|throughout)\b")
_LED = re.compile(r"\W*(?:[a-z]+: )?(?:during|in|at|over|on)\b")
_LEAD = 60
_TO = re.compile(r"\b(?:to|with)\b")
_TELLING = ("described", "explained")  # what somebody says, to whom at some distance
_TOLD = re.compile(r"\s{1,3}(?:told|asked|assured|informed|urged|briefed)\s{1,3}(?:[\w/.'-]{1,20}\s{1,3}){0,5}")
_GIVEN = re.compile(r"\s{1,3}with\b")
_WITH = re.compile(r"\bwith\b")
_COMMA = re.compile(r",(?!\s{1,9}(?:19|20)\d\d\b)")
_AFTER = re.compile(r"\b(?:following|after|before|ahead +of|prior +to)\b")
_PURPOSE = re.compile(r"\s{1,3}(?:to|about|on|regarding|concerning)\s")
_IN_TALK = re.compile(
    r"\s{1,3}(?:in|during|at|over)\s{1,3}(?:an?|his|her|their|the)\s{1,3}"
    r"(?:[a-z]{3,9}\s{1,3}\d{1,2}|\d{1,2}\s{1,3}[a-z]{3,9})\s{1,3}(?:\w+\s{1,3})?"
)
_HIS_DAY = re.compile(r"\bin\s+(?:his|her)\s+(?:[a-z]{3,9}\s\d{1,2}|\d{1,2}\s[a-z]{3,9})\s+\w+$")
_TAKEN = re.compile(
    r"\b(?:accompanied|joined)\b[^.;]{1,80}\b(?:to|in|for)\s(?:an?|the|his|her)\s(?:[\w-]{1,20}\s){0,3}$"
)
_HE_DID = re.compile(
    r"\b(?:he|she|they)\s(?:also\s|later\s)?(?!said|told|added|noted)[a-z]+ed\s(?:[a-z]+\s)?(?:in|during|at|over)\s"
    r"(?:an?|the|his|her|their)\s(?:[\w-]{1,20}\s){0,4}$"
)
_WHOM = re.compile(r"\b(?:with|to) whom\b")
# "hosted a farewell lunch for", "received a call from"
_HOSTED = re.compile(
    r"\s+(?:an?|the)\s[^.;]{0,60}?\b(?:for|in honou?r +of|with|from|attended +by|that +included|including)\s"
)
_MEAL = re.compile(
    r"\b(?:lunch|luncheon|dinner|breakfast|reception|meal|tea|coffee|meetings?|talks|call|visit|event|iftar)\b"
)
_RECEIVING = ("receiving", "welcoming", "hosting")
_ABOUT = re.compile(r"\s(?:of|for|about|against|over|from)\s")
_VISITED = re.compile(r"\b(?:visited|travell?ed +to|came +to|stopped +in)\b")
SAYING = re.compile(
    r"\b(?:said|told|noted|explained|stressed|argued|shared|described|expressed|outlined|asserted|claimed|commented|added"
    r"|discussed|confirmed|indicated|raised|asked|complained|predicted|provided|emphasized|opined|observed"
    r"|mentioned|recalled|recounted|cited|referred)\b"
)


def _tell(sentence: Sentence, cue: Cue) -> list[Party]:
    hearers = objects(sentence, cue.end, _NEAR_OBJECT) or _titled_hearers(sentence, cue)
    if hearers and hearers[0].pronoun:
        hearers = hearers[:1]  # "as he told us, Poe is no longer ..."
    if not hearers or _about(sentence.low, cue.end, hearers[0].start):
        return []
    speakers = subjects(sentence, cue)
    return one_side(sentence, speakers) + one_side(sentence, hearers) if speakers and hearers else []


def _titled_hearers(sentence: Sentence, cue: Cue) -> list[Party]:
    """ "told visiting Commander of the Central Command (CENTCOM) General Poe and the DCM": one with a long title."""
    hearers = objects(sentence, cue.end, _LONG_TITLE)
    return hearers if hearers and title_like(sentence.text, cue.end, hearers[0].start) else []


def _about(low: str, start: int, end: int) -> bool:
    """Whether a verb's object is something about the one named next: "raised the case of Poe"."""
    match = _ABOUT.search(low, start, end)
    return match is not None and not any(map(names_office, low[start : match.start()].split()))


def _deliver(sentence: Sentence, cue: Cue) -> list[Party]:
    """ "Poloff delivered the demarche on May 3 to Desk Officer Poe", "The DCM raised this with FM Roe"."""
    speakers = subjects(sentence, cue)
    match = _TO.search(sentence.low, cue.end, min(cue.end + 160, sentence.span.end))
    if cue.form in _TELLING and speakers:
        return _heard(sentence, cue, speakers)
    hearers = objects(sentence, match.end(), 110) if match and speakers else []
    given = objects(sentence, cue.end, _NEAR_OBJECT) if cue.form == "presented" and speakers else []
    if given and _GIVEN.match(sentence.low, given[0].end) and title_like(sentence.text, cue.end, given[0].start):
        return speakers + given[:1]  # "The DCM presented FM Poe with a list"
    if match is not None and not hearers and speakers:
        body = _MINISTRY.match(sentence.low, match.end(), sentence.span.end)
        return [*speakers, Party(*body.span("body"), None, None, False)] if body else []
    if not hearers or match is None or not title_like(sentence.text, match.end(), hearers[0].start):
        return []
    if sentence.low[match.end() : hearers[0].start].strip() in ("a", "an"):
        return []  # "to a Poe painting"
    return speakers + hearers


def _heard(sentence: Sentence, cue: Cue, speakers: list[Party]) -> list[Party]:
    """ "FM Poe described several probes to Poloff": an officer of ours hears it, or nobody of whom it tells."""
    for match in _TO.finditer(sentence.low, cue.end, min(cue.end + 160, sentence.span.end)):
        hearers = objects(sentence, match.end(), 4)
        if hearers and hearers[0].ours and hearers[0].title and sentence.low[match.start()] == "t":
            return speakers + hearers
    return []


def _meet(sentence: Sentence, cue: Cue) -> list[Party]:
    first = subjects(sentence, cue)
    if _PRONOUN.match(sentence.low, cue.end, sentence.span.end):  # "the DCM met him": whom the sentence named before
        return first + [p for p in sentence.parties if p.end <= cue.start and not p.ours and p not in first][-1:]
    whom = _WHOM.search(sentence.low, sentence.span.start, cue.start)
    if whom is not None:  # "Lords Poe and Roe, with whom Poloffs met"
        return subjects(sentence, Cue("meet", "", whom.start(), whom.start())) + [
            p for p in first if p.start > whom.end()
        ]
    return with_staff(sentence, one_side(sentence, first)) + objects(sentence, cue.end, 130)


def _host(sentence: Sentence, cue: Cue) -> list[Party]:
    """ "FM Poe received the Ambassador", "The DCM hosted a lunch for FM Poe"."""
    if sentence.low.startswith(" by ", cue.end) and _MEAL.search(
        sentence.low, max(sentence.span.start, cue.start - 30), cue.start
    ):
        return _noun(sentence, cue._replace(end=cue.end + 3))  # "At a dinner hosted by the DCM, FM Poe said"
    if cue.form in _RECEIVING:
        return _receiving(sentence, cue)
    first = one_side(sentence, subjects(sentence, cue))
    meal = _HOSTED.match(sentence.low, cue.end, sentence.span.end)
    if meal is not None and _MEAL.search(meal.group()):
        return first + objects(sentence, meal.end(), 110)
    start = cue.end + 3 if sentence.low.startswith(" by ", cue.end) else cue.end
    guests = objects(sentence, start, 110)
    if cue.form == "chaired":
        return []
    if not guests or not (cue.form == "hosted" or title_like(sentence.text, start, guests[0].start)):
        return []
    return first + guests


def _receiving(sentence: Sentence, cue: Cue) -> list[Party]:
    """ "Receiving A/S Poe and the DCM on May 3, FM Roe said": the guests and who speaks, at the head of a sentence."""
    if any(p.end <= cue.start for p in sentence.parties):
        return []
    hosts = (p for p in sentence.parties if p.start >= cue.end and VERB.match(sentence.low, p.end + 1))
    host = next(hosts, None)
    if host is None or host.possessive:
        return []
    guests = [p for p in objects(sentence, cue.end, _NEAR_OBJECT) if p.start < host.start]
    return [] if all(p.generic for p in guests) else [*one_side(sentence, guests), host]


def _discuss(sentence: Sentence, cue: Cue) -> list[Party]:
    visit = visited(sentence, cue)
    first = subjects(sentence, visit or cue)
    match = _WITH.search(sentence.low, cue.end, min(cue.end + 260, sentence.span.end))
    others = objects(sentence, match.end(), 110) if match and first else []
    if others and match is not None and not title_like(sentence.text, match.end(), others[0].start):
        return first
    return first + others


def visited(sentence: Sentence, cue: Cue) -> Cue | None:
    """The verb of a visit that a talk was the purpose of: "visited Brno to discuss gas with FM Poe"."""
    match = _VISITED.search(sentence.low, sentence.span.start, cue.start) if cue.form == "discuss" else None
    return Cue("visit", match.group(), *match.span()) if match is not None else None


def _noun(sentence: Sentence, cue: Cue) -> list[Party]:
    """ "During a March 20 meeting with the Ambassador, FM Poe, accompanied by Roe, said ..."."""
    others = _before_speaker(sentence, objects(sentence, cue.end, 130))
    if _HIS.search(sentence.low, max(sentence.span.start, cue.start - 60), cue.start):
        first = [p for p in sentence.parties if p.end <= cue.start and not p.possessive][:1]
        if first and others:
            return first + others
    whose = [p for p in sentence.parties if p.possessive and p.end <= cue.start and cue.start - p.end < 70]
    whose = [p for p in whose if not VERB.search(sentence.low, p.end, cue.start)]
    found = whose[-1:] + others
    edge = _past_purpose(sentence, cue, others[-1].end if others else cue.end)
    who = [p for p in _up_to_verb(sentence, edge) if p not in found]
    speakers = [p for p in who if not p.ours and p.person is not None]
    if speakers and not (others and LAST.search(sentence.low, others[-1].end, speakers[0].start)):
        found = whose[-1:] + one_side(sentence, others)
    spoke = _spoke_in(sentence, cue)
    if spoke is not None and any(p.ours for p in others):
        return [spoke, *(p for p in others if p.ours)]
    led = squeezed(sentence.low[sentence.span.start : cue.start])
    if _TAKEN.search(led):  # "the team accompanied the DCM to a meeting with FM Poe"
        return [p for p in sentence.parties if p.end <= cue.start and not p.possessive] + found
    if _HE_DID.search(led):  # "a point that he underlined in a talk with the DCM"
        return found
    alone = not any(p.start < cue.start for p in sentence.parties)
    if (alone or _OPENED.search(led)) and not VERB.search(led):
        return found + who
    before = subjects(sentence, cue) or [p for p in sentence.parties if p.end <= cue.start and not p.possessive][:1]
    if before and ";" in sentence.low[before[-1].end : cue.start]:
        return found  # "Poloff attended the talks with Poe; Econoff attended the meeting with Roe"
    return before + [p for p in found if p not in before]


def _up_to_verb(sentence: Sentence, edge: int) -> list[Party]:
    """Those named from an edge to the next verb, without those of another meeting."""
    verb = VERB.search(sentence.low, edge, sentence.span.end)
    stop = verb.start() if verb else sentence.span.end
    after = _AFTER.search(sentence.low, edge, stop)  # "with the DCM following a meeting of Poe and Roe, Lee said"
    close = _COMMA.search(sentence.low, after.end(), stop) if after else None
    comma = close.start() if close else stop
    return [
        p
        for p in sentence.parties
        if edge <= p.start < stop
        and not p.possessive
        and not governed(sentence, p, by_somebody=True)
        and not (after is not None and after.start() < p.start < comma)
    ]


def _past_purpose(sentence: Sentence, cue: Cue, edge: int) -> int:
    """Where the speaker comes, behind what a meeting was for: "In a meeting with Econoff to discuss X, FM Poe said"."""
    if not _PURPOSE.match(sentence.low, edge) or any(p.start < cue.start for p in sentence.parties):
        return edge
    for comma in _COMMA.finditer(sentence.low, edge, sentence.span.end):
        speaker = next((p for p in sentence.parties if p.start >= comma.end() and not p.possessive), None)
        if speaker is not None and title_like(sentence.text, comma.end(), speaker.start):
            return comma.start()
    return edge


def _spoke_in(sentence: Sentence, cue: Cue) -> Party | None:
    """Who is named right before his meeting: "President Poe in a May 3 talk with the DCM, and FM Roe in ..., said"."""
    led = [p for p in sentence.parties if p.end <= cue.start and not p.possessive and not p.ours]
    if not led or led[-1].person is None or not _IN_TALK.fullmatch(sentence.low, led[-1].end, cue.start):
        return None
    return led[-1]


def _before_speaker(sentence: Sentence, others: list[Party]) -> list[Party]:
    """Those met, without him who speaks: "In talks with the DCM and Envoy Poe, FM Roe said"."""
    if len(others) < 3 or not others[0].ours:
        return others
    last = others[-1]
    speaks = VERB.match(sentence.low, last.end + 1) is not None
    return others[:-1] if speaks and not LAST.search(sentence.low, others[-2].end, last.start) else others


def _occasion(sentence: Sentence, cue: Cue) -> list[Party]:
    """ "During a February 8 lunch, Ambassador Poe said ...": he who speaks, and ours where named."""
    led = squeezed(sentence.low[sentence.span.start : cue.start])
    if cue.form.startswith("over"):
        theirs = [p for p in sentence.parties if not p.ours and not p.possessive][:1]
        return theirs + [p for p in sentence.parties if p.ours][:1]
    whose = [p for p in sentence.parties if p.end <= cue.start and not p.possessive and not p.generic]
    if whose and not whose[0].ours and _HIS_DAY.search(sentence.low, whose[0].end, cue.end):
        return whose[:1]  # "Poe steered the talk in his May 8 meeting"
    rest = [p for p in sentence.parties if p.start >= cue.end and not p.possessive][:2]
    if len(rest) > 1 and not rest[1].ours and _TOLD.fullmatch(sentence.low, rest[0].end, rest[1].start):
        return []  # "FM Poe told FM Roe"
    if cue.form.endswith("g"):  # "steered the talk in his May 8 meeting", "at the May 8 meeting, Poe said"
        speakers = [p for p in sentence.parties if not p.possessive and not p.generic and _speaks(sentence, p)]
        return speakers[:1] + [p for p in sentence.parties if p.ours and p not in speakers][:1]
    if not _LED.match(led) or len(led) > _LEAD or " with " in led:
        return []
    after = [p for p in sentence.parties if p.start >= cue.end and not p.possessive]
    if not after or not SAYING.search(sentence.low, after[0].end, min(after[0].end + 160, sentence.span.end)):
        return []
    others = [p for p in sentence.parties if p.ours and p not in after[:1]]
    return after[:1] + others[:1]


def _speaks(sentence: Sentence, party: Party) -> bool:
    return bool(SAYING.search(sentence.low, party.end, min(party.end + 100, sentence.span.end)))


GROUPS = {
    "tell": _tell,
    "deliver": _deliver,
    "meet": _meet,
    "host": _host,
    "visit": _meet,
    "discuss": _discuss,
    "noun": _noun,
    "occasion": _occasion,
}
