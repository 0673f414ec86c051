"""Sentences that report an encounter → who took part, on what day, how sure."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.people.phrases import Sentence, objects, subjects
from cablerdf.parse.meetings.sentences.clauses import GROUPS, SAYING
from cablerdf.parse.meetings.sentences.dating import ENDS_SEE, SEE, day_behind, days_of_each, nearest_date
from cablerdf.parse.meetings.sentences.setting import NOT_TOLD, Setting
from cablerdf.parse.meetings.sentences.several import PLURAL, one_by_one, openings
from cablerdf.parse.meetings.sentences.sureness import strength_of
from cablerdf.parse.meetings.words.certainty import REMARK, TOLD
from cablerdf.parse.meetings.words.cues import Cue, squeezed
from cablerdf.parse.meetings.words.when import Dated

_ASKED = re.compile(r"\b(?:requested|sought|asked for) (?:an?|the) (?:[a-z]+ )?$")
# "a meeting with Poe scheduled for May 3"
_PLANNED = re.compile(r"\s{1,3}(?:[a-z]+ly\s{1,3})?(?:scheduled|planned|slated|set)\s{1,3}(?:for|to)\b")
_WEEK_BEFORE = re.compile(r"[^.;]{0,12}\b(?:previous|preceding) (?:day|week|month|year)\b")
# "(septel)" right behind those who met, "is reported septel": told in another telegram
_SEPTEL = re.compile(
    r"[^.;]{0,3}\(?\s*septels?\b|[^.;]{0,40}\b(?:covered|reported|in|by|see|detailed|discussed)\s+\(?septels?\b"
)
# "said that, notwithstanding his talks with Roe, ...": what somebody says, not what happened there
_CONTENT = re.compile(r"\b(?:that|notwithstanding|whether|if)\b")
_REF = re.compile(r"\s{0,3}\(ref(?:tels?|s)?(?:\s[a-z])?\)")  # right behind those who met: told in a telegram before
_NOTE = 500  # characters of a note before its cue
_PHONED = ("called", "phoned", "telephoned")
_MANY = (*PLURAL, "talks", "discussions", "consultations")
_FOR_MEAL = re.compile(r"\bfor (?:an? )?(?:\w+ )?(?:dinner|lunch|breakfast|coffee|drinks|meeting|talks|discussion)\b")
_DURING = re.compile(r"\b(?:during|in|at|over)\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,3}$")
_AT_HIS = re.compile(r"\b(?:during|in|at|over)\s+(?:(?:an?|the|his|her|their|our)\s+)?(?:[\w-]+\s+){0,4}$")
_ANOTHER = re.compile(
    r"\b(?:following(?!\s+(?:the|an?|his|her|their|our)\b)|subsequent|second|separate"
    r"|(?<!to\s)(?<!to\s\s)follow-up|later)\s+(?:[\w-]+\s+){0,2}$"
)
# "told Polcouns in an earlier meeting"
_AT_ANOTHER = re.compile(
    r"\b(?:in|at|during)\s+(?:an?|his|her|their)\s+(?:earlier|previous|prior|later|subsequent|separate|second)\s+"
    r"(?:[\w-]+\s+){0,2}(?:meeting|conversation|discussion|lunch|dinner|call|session)\b"
)
_WAS = re.compile(r"\b(?P<they>(?:they|he|she)\s{1,3})?(?:was|were)\s{1,3}(?:also\s{1,3}|then\s{1,3})?$")
_BY = re.compile(r"\bby\s")
_VERBS = frozenset(
    (
        "summoned",
        "called in",
        "convoked",
        "received",
        "hosted",
        "briefed",
        "met",
        "demarched",
        "approached",
        "invited",
        "told",
        "assured",
        "informed",
        "urged",
        "asked",
        "warned",
        "pressed",
    )
)
_LED = 24
_FAR = 160
_NEAR = 110


class Encounter(NamedTuple):
    """One sentence's report: its parties, the day, how strong the report is."""

    parties: tuple[Party, ...]
    date: Dated | None
    strength: float
    kind: str
    paragraph: int
    sentence: Span
    separate: bool = False  # one meeting with each of the other side
    days: tuple[Dated | None, ...] = ()  # with each of them, where the sentence dates them one by one
    another: bool = False  # a meeting after the one told of before
    setting: Setting = NOT_TOLD
    opens: frozenset[int] = frozenset()  # where those begin with whom a meeting of their own begins, if it is several
    single: bool = False  # one meeting, with whoever is named alone in the sentence
    phoned: bool = False
    aside: bool = False  # told in a note within a paragraph


def encounter(sentence: Sentence, cue: Cue) -> Encounter | None:
    """What a cue says in its sentence; None where it reports no encounter."""
    low = sentence.low
    if cue.kind == "join":
        if not _for_meal(sentence, cue):
            return None
        cue = cue._replace(kind="meet")
    if not sentence.parties or (cue.kind != "occasion" and not any(p.ours for p in sentence.parties)):
        return None
    group = _group(sentence, cue)
    theirs = [p for p in group if not p.ours]
    if not theirs or (len(theirs) == len(group) and cue.kind != "occasion"):
        return None
    if SEE.search(low, sentence.span.start, cue.start):
        return None
    before = squeezed(low[max(sentence.span.start, cue.start - 60) : cue.start])
    last = max([cue.end, *(p.end for p in group if p.start >= cue.end)])
    if _elsewhere(sentence, cue, group, last):
        return None
    date = nearest_date(sentence, cue, group)
    strength = _strength(sentence, cue, before, last)
    if all(p.pronoun for p in group if p.ours):
        strength = _without_officer(cue, group, date, strength)
    if not strength or _said_of(sentence, cue, group, before):
        return None
    days = days_of_each(sentence, theirs) if cue.kind in ("meet", "noun") and len(theirs) > 1 else ()
    apart = one_by_one(sentence, cue, theirs, before, last)
    opens = openings(low, theirs, apart or bool(days))
    return Encounter(
        tuple(group),
        date,
        strength,
        cue.kind,
        sentence.paragraph,
        sentence.span,
        separate=apart or bool(opens),
        days=days,
        another=bool(_ANOTHER.search(before) if cue.kind == "noun" else _AT_ANOTHER.search(low, *sentence.span)),
        opens=opens,
        single=cue.kind == "noun" and not cue.form.startswith(_MANY),
        phoned=cue.form in _PHONED,
        aside=_in_note(sentence, cue),
    )


def _for_meal(sentence: Sentence, cue: Cue) -> bool:
    """Whether somebody joined others for a meal or a talk: "joined FM Poe for lunch"."""
    end = min(cue.end + 160, sentence.span.end)
    return cue.form == "joined" and _FOR_MEAL.search(sentence.low, cue.end, end) is not None


def _group(sentence: Sentence, cue: Cue) -> list[Party]:
    """Those whom a cue brings together, of both sides."""
    told = passive(sentence, cue)
    return _two_sides(GROUPS[cue.kind](sentence, cue) if told is None else told, cue)


def _in_note(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue stands between "(Note:" and "End note"."""
    start = sentence.low.rfind("(note:", max(0, cue.start - _NOTE), cue.start)
    between = sentence.low[start : cue.start] if start >= 0 else "¶"
    return "end note" not in between and "¶" not in between


def _elsewhere(sentence: Sentence, cue: Cue, group: list[Party], last: int) -> bool:
    """Whether a meeting is told of in another telegram, lies well before, or is still to come."""
    ends = {last, *(p.end for p in group if p.start >= cue.end and cue.kind == "noun")}
    if any(_SEPTEL.match(sentence.low, end, sentence.span.end) for end in ends):
        return True
    if ENDS_SEE.search(sentence.low, last, sentence.span.end):
        return True
    if cue.kind == "noun" and _REF.match(sentence.low, last, sentence.span.end):
        return True
    planned = cue.kind == "noun" and _PLANNED.match(sentence.low, last)
    return bool(planned or _WEEK_BEFORE.match(sentence.low, last, sentence.span.end))


def _strength(sentence: Sentence, cue: Cue, before: str, last: int) -> float:
    """How sure a report is; what was asked for and has a past day took place."""
    strength = strength_of(sentence, cue, before)
    asked = strength == 0 and cue.kind == "noun" and _ASKED.search(before)
    return TOLD if asked and day_behind(sentence, last) else strength


def _without_officer(cue: Cue, group: list[Party], date: Dated | None, strength: float) -> float:
    """How sure a report is in which nobody of the post is named: "told us", "willing to engage in dialogue with us"."""
    if date is not None:
        return strength
    if not any(p.ours for p in group) or (cue.kind == "noun" and all(p.person is None for p in group if not p.ours)):
        return 0
    return min(strength, REMARK) if cue.kind in ("tell", "deliver", "occasion") else strength


def _two_sides(group: list[Party], cue: Cue) -> list[Party]:
    """A group that is all ours, with whoever is so by nothing but his title on the other side of the verb."""
    if any(not p.ours for p in group):
        return _beside_theirs(group, cue)
    doubtful = [p for p in group if p.person is not None and not p.known]
    sure = [p for p in group if p not in doubtful and not p.pronoun]
    if not doubtful or not sure or cue.kind not in ("tell", "meet", "deliver", "host"):
        return group
    before = all(p.end <= cue.start for p in doubtful) and all(p.start >= cue.end for p in sure)
    after = all(p.start >= cue.end for p in doubtful) and all(p.end <= cue.start for p in sure)
    return [p._replace(ours=p not in doubtful) for p in group] if before or after else group


def _beside_theirs(group: list[Party], cue: Cue) -> list[Party]:
    """A group with an Ambassador of theirs, listed among those whom ours met, on their side."""
    met = [p for p in group if p.start >= cue.end]
    if cue.kind != "meet" or not any(p.ours for p in group if p.end <= cue.start):
        return group
    theirs = [p for p in met if not p.ours and p.person is not None]
    doubtful = [p for p in met if p.ours and p.person is not None and not p.known]
    return [p._replace(ours=False) if theirs and p in doubtful else p for p in group]


def _said_of(sentence: Sentence, cue: Cue, group: list[Party], before: str) -> bool:
    """Whether something was said of a meeting: "said that his talks with Poe ...", not "said in a meeting with Poe"."""
    if cue.kind != "noun" or not SAYING.search(sentence.low, sentence.span.start, cue.start):
        return False
    if _CONTENT.search(sentence.low, sentence.span.start, cue.start) or not _AT_HIS.search(before):
        return True
    first = sentence.parties[0]
    spoke = first.ours and not first.possessive and first.end <= cue.start and bool(_DURING.search(before))
    return not spoke and not any(p.ours and p.start >= cue.end and not p.generic for p in group)


def passive(sentence: Sentence, cue: Cue) -> list[Party] | None:
    """Those met and those who met them; None where the verb of the cue is not in the passive."""
    was = _WAS.search(sentence.low, max(sentence.span.start, cue.start - _LED), cue.start)
    if was is None or cue.form not in _VERBS:
        return None
    if was["they"]:
        guests = [p for p in sentence.parties if p.end <= was.start() and not p.possessive and not p.generic]
    else:
        guests = subjects(sentence, cue._replace(start=was.start()))
    for match in _BY.finditer(sentence.low, cue.end, min(cue.end + _FAR, sentence.span.end)):
        hosts = objects(sentence, match.end(), _NEAR)
        if hosts:
            return guests + hosts if guests else []
    return None
