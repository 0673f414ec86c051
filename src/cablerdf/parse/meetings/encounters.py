"""Sentences that report an encounter → who took part, on what day, how sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.meetings.certainty import MET, REMARK, TOLD, WEAK
from cablerdf.parse.meetings.clauses import GROUPS, SAYING, visited
from cablerdf.parse.meetings.cues import Cue, squeezed
from cablerdf.parse.meetings.party import Party
from cablerdf.parse.meetings.passive import passive
from cablerdf.parse.meetings.phrases import Sentence
from cablerdf.parse.meetings.setting import NOT_TOLD, Setting
from cablerdf.parse.meetings.several import PLURAL, one_by_one, openings
from cablerdf.parse.meetings.when import DATE, Dated, names_movement, one_day, read_date

# "will meet", "had told", "plans to meet", "has told"
_BEFORE_VERB = re.compile(
    r"\b(?:will|would|to|may|might|could|should|can|not|never|had|have|has|having)\s+"
    r"(?:\w+ly\s+|also\s+|not\s+|earlier\s+|first\s+|once\s+|last\s+|just\s+){0,2}$"
)
_PERFECT = re.compile(r"\b(?:has|have|having)\s+(?:\w+ly\s+|also\s+|often\s+|long\s+)?$")
_HABIT = re.compile(
    r"\b(?:often|frequently|regularly|routinely|repeatedly|always|usually|in the past|over the years|previously)\b"
)
# "an upcoming meeting with", "requested a meeting with"
_BEFORE_NOUN = re.compile(
    r"\b(?:upcoming|next|planned|scheduled|proposed|request(?:ed|s|ing)?|seek(?:ing|s)?|sought|arrang\w+|cancel\w*"
    r"|postpon\w+|ahead of|prior to|in advance of|previous|earlier|last|future|possible|potential|hop\w+|propos\w+"
    r"|invit\w+|regular|ongoing|frequent|continu\w+|prior|want\w*|agree\w* to|look\w* forward to|recent|past|any|no"
    r"|will|would|could|should|plan\w*|need\w*|prepar\w+)\b[^.,;]{0,40}$|\b(?:to be|from) $"
)
_ASKED = re.compile(r"\b(?:requested|sought|asked for) (?:an?|the) (?:[a-z]+ )?$")
_ON = re.compile(r"\s{1,3}(?:on\s{1,3})?")
_WITHIN = re.compile(r"\b(?:in|during|at|over) (?:an?|the) (?P<rest>[^.;]{0,40})$")
# "a meeting with Poe scheduled for May 3"
_PLANNED = re.compile(r"\s{1,3}(?:[a-z]+ly\s{1,3})?(?:scheduled|planned|slated|set)\s{1,3}(?:for|to)\b")
_OLD = re.compile(
    r"\b(?:last (?:year|month|spring|summer|fall|autumn|winter)|years? ago|months ago|in (?:19|20)\d\d\b"
    r"|earlier this year|in the past|in previous meetings)\b"
)
_WEEK_BEFORE = re.compile(r"[^.;]{0,12}\b(?:previous|preceding) (?:day|week|month|year)\b")
# "(septel)" right behind those who met, "is reported septel": told in another telegram
_SEPTEL = re.compile(
    r"[^.;]{0,3}\(?\s*septels?\b|[^.;]{0,40}\b(?:covered|reported|in|by|see|detailed|discussed)\s+\(?septels?\b"
)
_SEE = re.compile(r"\((?:see|reported|ref)[^()]*$|\bsee +septel\b")
_HAD = re.compile(r"\bhad(?: \w+)? (?:had|held|concluded|finished|completed|attended|left|come from|returned from)\b")
# "said that, notwithstanding his talks with Roe, ...": what somebody says, not what happened there
_CONTENT = re.compile(r"\b(?:that|notwithstanding|whether|if)\b")
_MONTH_ONLY = re.compile(
    r"\bin (?:early |mid-?|late )?(?P<month>january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b(?! \d{1,2}\b)(?:,? (?P<year>(?:19|20)\d\d))?"
)
# days of something else: "ahead of his visit on May 3", "since May 3"
_OTHER_DAY = re.compile(
    r"\bweek\s+of\s+(?:the\s+)?$|\b(?:ahead of|before|until|since|by|from|through|prior to|dated|after|following)\s+"
    r"(?:(?:the|an?|his|her|their)\s+)?$"
    r"|\b(?:released|published|issued|signed|adopted|announced|submitted)\s+on\s+$"
    r"|\b(?:scheduled|planned|set|due|upcoming|visit (?:to|of|by|on|in)|elections?|summit|speech|statement|letter"
    r"|deadline)\b[^.]{0,30}$"
)
_THAT_ON = re.compile(r"\bthat,?\s+(?:on\s+)?$")  # "told us that on May 22 he spoke"
_MARGINS = re.compile(r"\b(?:margins?|sidelines?|fringes?|edges?)\s+of\b")
# "the September 17 announcement": the day of something else
_OF_OTHER = re.compile(
    r"\s+(?:(?!(?:that|to|in|on|with|about|for|of|at|and)\b)[a-z#]+\s+){0,3}(?:announcement|statement|speech|elections?|report|letter|cable|article|decision|agreement|attacks?"
    r"|summit|deadline|vote|ruling|referendum|protests?|demonstrations?|incident|bombings?|coup|press|interview|note)\b"
)
_MANY = (*PLURAL, "talks", "discussions", "consultations")
_ADVERB = 25  # characters before a verb that may hold its adverb
_OPENS = 40  # a date in the first characters of a sentence dates what it says
_BESIDE = 40
_STAY = re.compile(r"\s+(?:[a-z#]+\s+){0,3}(?:visits?|trip|travel|stay|tour|meetings)\b")
_TRAVELS = re.compile(r"\b(?:travell?ed|travels|visit(?:ed|s|ing)?|trip|toured|stayed)\b")
_LED_BY = 60
_SAID_THAT = re.compile(r"\sthat\s")
_HANDED = ("provided", "passed", "handed", "presented", "gave")
_ENDS = 12  # from the end of a sentence: "conveyed these points to ... and others on May 3 (reftel)."
_FOR_MEAL = re.compile(r"\bfor (?:an? )?(?:\w+ )?(?:dinner|lunch|breakfast|coffee|drinks|meeting|talks|discussion)\b")
_DURING = re.compile(r"\b(?:during|in|at|over)\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,3}$")
_AT_HIS = re.compile(r"\b(?:during|in|at|over)\s+(?:(?:an?|the|his|her|their|our)\s+)?(?:[\w-]+\s+){0,4}$")
_HAVE = re.compile(r"\b(?:has|have)\b[^.;]{0,50}$")
_RECENT = re.compile(r"\W*(?:[a-z]+: )?(?:in|during|at|over) an? (?:\w+ )?recent\s+(?:[\w-]+\s+){0,3}$")
_ANOTHER = re.compile(
    r"\b(?:following(?!\s+(?:the|an?|his|her|their|our)\b)|subsequent|second|separate|(?<!to\s)(?<!to\s\s)follow-up|later)\s+(?:[\w-]+\s+){0,2}$"
)


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


def encounter(sentence: Sentence, cue: Cue) -> Encounter | None:
    """What a cue says in its sentence; None where it reports no encounter."""
    low = sentence.low
    before = squeezed(low[max(sentence.span.start, cue.start - 60) : cue.start])
    if cue.kind == "join":
        if cue.form != "joined" or not _FOR_MEAL.search(low, cue.end, min(cue.end + 160, sentence.span.end)):
            return None
        cue = cue._replace(kind="meet")
    if not sentence.parties or _SEE.search(low, sentence.span.start, cue.start):
        return None
    told = passive(sentence, cue)
    group = GROUPS[cue.kind](sentence, cue) if told is None else told
    group = _two_sides(group, cue)
    ours = [p for p in group if p.ours]
    theirs = [p for p in group if not p.ours]
    if not theirs or not (ours or cue.kind == "occasion"):
        return None
    last = max([cue.end, *(p.end for p in group if p.start >= cue.end)])
    ends = {last, *(p.end for p in group if p.start >= cue.end and cue.kind == "noun")}
    if any(_SEPTEL.match(low, end, sentence.span.end) for end in ends):
        return None
    if _WEEK_BEFORE.match(low, last, sentence.span.end):
        return None
    if cue.kind == "noun" and _PLANNED.match(low, last):
        return None
    strength = _strength(sentence, cue, before)
    if strength == 0 and cue.kind == "noun" and _ASKED.search(before) and _day_behind(sentence, last):
        strength = TOLD
    date = nearest_date(sentence, cue, group)
    if strength == 0 or not (ours or date is not None):
        return None
    if all(p.pronoun for p in ours) and cue.kind == "noun" and date is None and all(p.person is None for p in theirs):
        return None  # "willing to engage in dialogue with us"
    if all(p.pronoun for p in ours) and cue.kind in ("tell", "deliver", "occasion") and date is None:
        strength = min(strength, REMARK)
    said = cue.kind == "noun" and SAYING.search(low, sentence.span.start, cue.start)
    if said and not _said_there(sentence, cue, ours, before):
        return None
    apart = one_by_one(sentence, cue, theirs, before, last)
    days = _days(sentence, theirs) if cue.kind in ("meet", "noun") and len(theirs) > 1 else ()
    another = cue.kind == "noun" and bool(_ANOTHER.search(before))
    opens = openings(low, theirs, apart or bool(days))
    single = cue.kind == "noun" and not cue.form.startswith(_MANY)
    return Encounter(
        tuple(group),
        date,
        strength,
        cue.kind,
        sentence.paragraph,
        sentence.span,
        apart or bool(opens),
        days,
        another,
        opens=opens,
        single=single,
    )


def _day_behind(sentence: Sentence, end: int) -> bool:
    """Whether a past day stands right behind those met: "sought a meeting with the DCM on May 3 and said"."""
    link = _ON.match(sentence.text, end)
    match = DATE.match(sentence.text, link.end(), sentence.span.end) if link else None
    return one_day(match, sentence.issued) is not None


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


def _said_there(sentence: Sentence, cue: Cue, ours: Sequence[Party], before: str) -> bool:
    """Whether something was said at a meeting rather than of it: "said in a meeting with Poe", not "that his ..."."""
    if _CONTENT.search(sentence.low, sentence.span.start, cue.start) or not _AT_HIS.search(before):
        return False
    first = sentence.parties[0]
    spoke = first.ours and not first.possessive and first.end <= cue.start and bool(_DURING.search(before))
    return spoke or any(p.start >= cue.end and not p.generic for p in ours)


def _days(sentence: Sentence, theirs: list[Party]) -> tuple[Dated | None, ...]:
    """ "met with FM Poe on May 3, with MOD Roe on May 4": the day after each, if there are several."""
    edges = [*(p.start for p in theirs[1:]), sentence.span.end]
    found: list[Dated | None] = []
    for party, edge in zip(theirs, edges, strict=True):
        match = DATE.search(sentence.text, party.end, max(edge, party.end))
        found.append(one_day(match, sentence.issued))
    several = {dated.date for dated in found if dated is not None}
    return tuple(found) if len(several) > 1 else ()


def _strength(sentence: Sentence, cue: Cue, before: str) -> float:
    """How sure a report is by its verb; 0 for what is planned, denied or long past."""
    low = sentence.low
    if cue.kind in ("noun", "occasion"):
        if _RECENT.match(low, sentence.span.start, cue.start):
            return TOLD
        within = _WITHIN.search(before)  # "sought help in a meeting with": the help is sought, not the meeting
        if _BEFORE_NOUN.search(within["rest"] if within else before) or _HAD.search(
            before[-25:] + low[cue.start : cue.end + 12]
        ):
            return 0
        strength = WEAK if _HAVE.search(before) else MET
    else:
        if visited(sentence, cue) is not None:
            return TOLD
        strength = TOLD if cue.kind in ("tell", "discuss", "visit") else MET
        if _PERFECT.search(before):
            strength = WEAK
        elif _BEFORE_VERB.search(before):
            return 0
        if cue.form in ("discuss", "meet") or (cue.form.endswith("s") and cue.kind == "host"):
            return 0
        if cue.form.endswith("s") and cue.kind == "tell":  # "FM Poe tells us that"
            strength = REMARK
    whole = squeezed(low[max(sentence.span.start, cue.start - 70) : min(sentence.span.end, cue.end + 90)])
    whole = whole.split(" that ")[0]
    if _OLD.search(whole) or _HABIT.search(before[-_ADVERB:]):
        strength = min(strength, WEAK)
    if _long_ago(sentence, whole):
        return 0
    return strength


def _long_ago(sentence: Sentence, whole: str) -> bool:
    """Whether the sentence speaks of a month, without a day, well before the cable's own."""
    match = _MONTH_ONLY.search(whole)
    if match is None or sentence.issued is None or len(sentence.issued) < 7:
        return False
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    month = months.index(match["month"][:3]) + 1
    year, now = int(sentence.issued[:4]), int(sentence.issued[5:7])
    if match["year"]:
        return (year - int(match["year"])) * 12 + now - month > 1
    return (now - month) % 12 > 1


def nearest_date(sentence: Sentence, cue: Cue, group: Sequence[Party] = ()) -> Dated | None:
    """The date in the sentence that is nearest to the cue; of a remark, only one that stands beside it.

    Of talks over several days with one counterpart, which no single day is given for, the first.
    """
    best: tuple[int, Dated] | None = None
    first: Dated | None = None
    stop = max([cue.end, *(p.end for p in group if p.start >= cue.end)])
    for match in DATE.finditer(sentence.text, *sentence.span):
        if not _of_meeting(sentence, match):
            continue
        dated = one_day(match, sentence.issued)
        distance = cue.start - match.end() if match.end() <= cue.start else match.start() - stop
        beside = match.start() - sentence.span.start < _OPENS or -_BESIDE < distance < _BESIDE
        if dated is None:
            led = sentence.low[max(sentence.span.start, match.start() - _LED_BY) : match.start()]
            stay = _STAY.match(sentence.low, match.end()) or _TRAVELS.search(led)
            talk = beside and not stay and _one_talk(cue, group)
            first = first or (read_date(match, sentence.issued) if talk else None)
            continue
        handed = cue.kind == "deliver" or cue.form in _HANDED
        beside = beside or (handed and sentence.span.end - match.end() < _ENDS)
        if cue.kind in ("tell", "deliver") and not beside:
            continue
        if cue.kind == "tell" and _SAID_THAT.search(sentence.low, cue.end, match.start()):
            continue  # "told us that he did so at the request of Poe on May 3"
        if best is None or distance < best[0]:
            best = (distance, dated)
    return best[1] if best else first


def _of_meeting(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a date is not that of something else: "since May 3", "the May 3 announcement"."""
    led = squeezed(sentence.low[max(sentence.span.start, match.start() - 50) : match.start()])
    if names_movement(sentence.text, match) or _THAT_ON.search(led):
        return False
    if _OTHER_DAY.search(led) and not _MARGINS.search(led):
        return False
    of_other = _OF_OTHER.match(sentence.low, match.end())
    return not of_other and not _SEE.search(sentence.low, sentence.span.start, match.start())


def _one_talk(cue: Cue, group: Sequence[Party]) -> bool:
    """Whether talks that went on for days were with one counterpart."""
    named = [p for p in group if not p.ours and p.person is not None]
    return cue.kind in ("meet", "noun") and len(named) < 2 and not cue.form.startswith("meetings")
