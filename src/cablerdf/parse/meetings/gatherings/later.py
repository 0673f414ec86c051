"""Meetings told of after others, with the same people of ours unnamed: "In a later meeting, FM Poe said ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablerdf.model import Span
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.people.phrases import LAST, Sentence, objects, title_like
from cablerdf.parse.meetings.sentences.clauses import SAYING
from cablerdf.parse.meetings.sentences.dating import nearest_date
from cablerdf.parse.meetings.sentences.encounters import Encounter
from cablerdf.parse.meetings.words.certainty import TOLD
from cablerdf.parse.meetings.words.cues import Cue, squeezed
from cablerdf.parse.meetings.words.when import DATE, Dated, one_day

_LATER = re.compile(
    r"\b(?:a|an|the|his|her|their) (?:later|second|third|separate|subsequent|final|following|another)\s+"
    r"(?:[\w-]+\s+){0,2}$"
)
_LAST = re.compile(r"\W{0,4}(?:in|at|during) (?:the|her|his|their) (?:last|first|next|final) (?:[\w-]{1,20} )?$")
_SAME_DAY = re.compile(
    r"\b(?:the|that)\s{1,3}same\s{1,3}(?:day|morning|afternoon|evening"
    r"|event|occasion|function|lunch|luncheon|dinner|breakfast|reception)\b(?!\s{1,3}as\b)"
)
_AFTER_IT = re.compile(
    r"(?:\W|¶\d+\.|\([a-z/]+\)){0,12}(?:subsequent\s{1,3}to|following|right\s{1,3}after|immediately\s{1,3}after|after)"
    r"\s{1,3}(?:the|this|their)\s{1,3}(?:#\s{1,40})?"
    r"(?:lunch|luncheon|dinner|breakfast|meeting|call)\b(?!\s{1,3}(?:with|between|of)\b)"
)
_AND_ON = re.compile(r"\band\s{1,3}(?:(?:then|again|later)\s{1,3})?(?:on\s{1,3})?$")
_WITH = re.compile(r"\s{1,3}with\s")
_LINK = 20
_BACK = 2  # paragraphs
_MEETING = ("meeting", "discussion", "conversation", "lunch", "dinner", "breakfast", "call", "session", "talks")
_SAYS = 160  # from the name of him who speaks
_NEAR = 130


def later(sentence: Sentence, cue: Cue, before: Sequence[Encounter]) -> Encounter | None:
    """The meeting of those of ours who were told of last with somebody else; None where a sentence tells of none."""
    if cue.kind not in ("noun", "occasion") or not cue.form.startswith(_MEETING) or not before:
        return None
    start, low = sentence.span.start, sentence.low
    led = squeezed(low[start : cue.start])
    if not (_LATER.search(led) or _LAST.match(led)) or any(p.start < cue.start for p in sentence.parties):
        return None
    if cue.form.endswith("between") or SAYING.search(led) or " that " in led:
        return None
    ours = [p for p in before[-1].parties if p.ours and not p.pronoun]
    if not ours or any(p.ours for p in sentence.parties if p.start < cue.end + _NEAR and not p.possessive):
        return None
    if cue.kind == "noun":
        theirs = [p for p in objects(sentence, cue.end, _NEAR) if p.person is not None]
        if theirs and _theirs_alone(sentence, theirs):
            return None
    else:
        theirs = [p for p in sentence.parties if p.start >= cue.end and p.person is not None and not p.possessive][:1]
        if theirs and not SAYING.search(low, theirs[0].end, min(theirs[0].end + _SAYS, sentence.span.end)):
            return None
    if not theirs or any(p.ours for p in theirs):
        return None
    date = nearest_date(sentence, cue, theirs)
    return Encounter((*ours, *theirs), date, TOLD, "noun", sentence.paragraph, sentence.span)


def other_day(here: Encounter, sentence: Sentence, cue: Cue) -> Encounter | None:
    """The meeting of another day that a sentence goes on with: "met on May 3 with Poe, and on May 4 with Roe"."""
    if cue.kind != "meet":
        return None
    for match in DATE.finditer(sentence.text, cue.end, sentence.span.end):
        led = sentence.low[max(cue.end, match.start() - _LINK) : match.start()]
        link = _WITH.match(sentence.low, match.end(), sentence.span.end)
        dated = one_day(match, sentence.issued)
        if link is None or dated is None or not _AND_ON.search(led):
            continue
        theirs = [p for p in objects(sentence, link.end(), _NEAR) if not p.ours]
        ours = [p for p in here.parties if p.ours]
        if theirs and theirs[0] not in here.parties:
            return here._replace(parties=(*ours, *theirs), date=dated, days=())
    return None


def same_day(here: Encounter, sentence: Sentence, cue: Cue, before: Sequence[Encounter]) -> Encounter:
    """An encounter "the same day" with the day of the one told of before it in its paragraph or the one above."""
    if here.date is not None:
        return here
    edge = max(sentence.span.start, cue.start - _NEAR)
    match = _SAME_DAY.search(sentence.low, edge, min(sentence.span.end, cue.end + _NEAR))
    after = _AFTER_IT.match(sentence.low, sentence.span.start, sentence.span.end) if match is None else None
    said = match or after
    if said is None:
        return here
    back = _BACK if match else here.paragraph + 1
    dated = next((e for e in reversed(before) if e.date is not None and 0 <= here.paragraph - e.paragraph < back), None)
    if dated is None or dated.date is None:
        return here
    return here._replace(date=Dated(dated.date.date, Span(*said.span()), False))


def _theirs_alone(sentence: Sentence, theirs: list[Party]) -> bool:
    """Whether it is somebody else who speaks there: "In a later meeting with Poe, the Prime Minister asked"."""
    if len(theirs) > 1 and not LAST.search(sentence.low, theirs[-2].end, theirs[-1].start):
        return True
    end = theirs[-1].end
    after = next((p for p in sentence.parties if p.start >= end), None)
    return after is not None and not after.ours and title_like(sentence.text, end, after.start)
