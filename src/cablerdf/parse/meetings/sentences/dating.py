"""The day of an encounter, as its sentence gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.people.phrases import Sentence
from cablerdf.parse.meetings.words.cues import Cue, squeezed
from cablerdf.parse.meetings.words.when import DATE, Dated, names_movement, one_day, read_date

_AS_NOTED = (
    r"\bas\s+(?:we\s+)?(?:[a-z]+ly\s+)?(?:noted|reported|described|detailed|discussed|mentioned|recounted)\s+"
    r"(?:[a-z]+ly\s+)?(?:in\s+|by\s+)?\(?(?:ref|septel)"
)
# "(see ref B", "as noted in ref A, ...", "Reftel reported that": told in another telegram
SEE = re.compile(
    rf"\((?:see|reported|ref)[^()]*$|\bsee +septel\b|{_AS_NOTED}"
    r"|\b(?:ref(?:s|tels?)?(?:\s[a-z])?|septels?)\s+(?:also\s+)?(?:noted|reported|described|recounted)\b"
)
ENDS_SEE = re.compile(rf",\s+{_AS_NOTED}[^.,;]{{0,12}}\W*$")  # "..., as noted in ref A."
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
    r"\s+(?:(?!(?:that|to|in|on|with|about|for|of|at|and)\b)[a-z#]+\s+){0,3}"
    r"(?:announcement|statement|speech|elections?|report|letter|cable|article|decision|agreement|attacks?"
    r"|summit|deadline|vote|ruling|referendum|protests?|demonstrations?|incident|bombings?|coup|press|interview|note)\b"
)
_OPENS = 40  # a date in the first characters of a sentence dates what it says
_BESIDE = 40
_STAY = re.compile(r"\s+(?:[a-z#]+\s+){0,3}(?:visits?|trip|travel|stay|tour|meetings)\b")
_TRAVELS = re.compile(r"\b(?:travell?ed|travels|visit(?:ed|s|ing)?|trip|toured|stayed)\b")
_LED_BY = 60
_SAID_THAT = re.compile(r"\sthat\s")
_HANDED = ("provided", "passed", "handed", "presented", "gave")
_ENDS = 12  # from the end of a sentence: "conveyed these points to ... and others on May 3 (reftel)."
_ON = re.compile(r"\s{1,3}(?:on\s{1,3})?")


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
    return not of_other and not SEE.search(sentence.low, sentence.span.start, match.start())


def _one_talk(cue: Cue, group: Sequence[Party]) -> bool:
    """Whether talks that went on for days were with one counterpart."""
    named = [p for p in group if not p.ours and p.person is not None]
    return cue.kind in ("meet", "noun") and len(named) < 2 and not cue.form.startswith("meetings")


def days_of_each(sentence: Sentence, theirs: list[Party]) -> tuple[Dated | None, ...]:
    """ "met with FM Poe on May 3, with MOD Roe on May 4": the day after each, if there are several."""
    edges = [*(p.start for p in theirs[1:]), sentence.span.end]
    found: list[Dated | None] = []
    for party, edge in zip(theirs, edges, strict=True):
        match = DATE.search(sentence.text, party.end, max(edge, party.end))
        found.append(one_day(match, sentence.issued))
    several = {dated.date for dated in found if dated is not None}
    return tuple(found) if len(several) > 1 else ()


def day_behind(sentence: Sentence, end: int) -> bool:
    """Whether a past day stands right behind those met: "sought a meeting with the DCM on May 3 and said"."""
    link = _ON.match(sentence.text, end)
    match = DATE.match(sentence.text, link.end(), sentence.span.end) if link else None
    return one_day(match, sentence.issued) is not None
