"""Where and at what hour a meeting told in a sentence was held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.people.phrases import Sentence
from cablerdf.parse.meetings.words.cues import Cue
from cablerdf.parse.meetings.words.when import DATE, read_time

_FAR = 100  # characters behind the last of those who met
_LED = re.compile(r"\W*(?:[a-z]+: )?(?:in|during|at|over|on)\s")  # a phrase that opens its sentence
_PREPOSITION = re.compile(r"\b(?P<word>at|in)\s+(?:(?:the|his|her|their|an?)\s+)?")
_HOUR = re.compile(
    r"\bat\s+(?:about\s+|around\s+|approximately\s+)?(?=\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|\d{4}\s?(?:hours|hrs)\b)"
)
# "Presidential Palace", "David Cameron's House of Commons office", "Ministry of National Defense (MND)"
_NAME = re.compile(
    r"[A-Z][\w.’'-]*(?:\s+(?:of\s+|de\s+|al\s+|the\s+|and\s+)?[A-Z][\w.’'-]*){0,6}"
    r"(?:\s+(?:office|residence|home|house|palace|villa|headquarters|compound|offices)\b)?"
)
_ROOM = re.compile(
    r"(?:(?:private|official|presidential|royal)\s+)?(?:residence|office|home|villa|ranch|farm|palace|house)\b"
)
_BUILDING = re.compile(
    r"\b(?:palace|hotel|residence|house|club|hall|castle|villa|restaurant|airport|base|chancery|home|ranch|compound"
    r"|knesset|kremlin|elysee|capitol)\b",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"\b(?:ministry|mfa|mod|office|offices|embassy|consulate|headquarters|parliament|department|building|pentagon)\b",
    re.IGNORECASE,
)
_EVENT = re.compile(r"\s(?:Summit|Conference|Session|Meeting|Forum|Talks|Assembly|Council)$")
_NO_PLACE = re.compile(r"\s+(?:summit|conference|session|meeting|forum|talks|assembly|council)\b", re.IGNORECASE)
# words that a place may stand right behind: what was held, a journey
_HELD = re.compile(
    r"\b(?:meetings?|lunch|dinner|breakfast|talks|calls?|conversations?|discussions?|session|met|visited|held|luncheon"
    r"|consultations|travell?ed to|roundtable|reception|separately|[ap]\.?m\.?|hours|hrs)$"
)
_DAY_BEFORE = 40
# "at the royal palace in Rabat on February 25", "in Lima May 3": the day of the meeting follows its place
_ON_DAY = re.compile(
    r"(?:,?\s{1,3}in\s{1,3}[a-z]{3,20}(?:\s[a-z]{3,20})?)?,?\s{1,3}(?:on\s{1,3})?(?:[a-z]{3,6}day,?\s{1,3})?"
)


class Setting(NamedTuple):
    """The hour as HH:MM and the place, each with where it is printed, as far as the sentence tells."""

    time: str | None = None
    place: str | None = None
    place_span: Span | None = None

    def completed(self, other: Setting) -> Setting:
        """With the hour and place of another report, where this one has none."""
        here = self if self.place is not None else other
        return Setting(self.time or other.time, here.place, here.place_span)


NOT_TOLD = Setting()


def setting(sentence: Sentence, cue: Cue, group: Sequence[Party], places: Sequence[Span]) -> Setting:
    """The hour and place of an encounter; `places` are the spans of the cities and countries that the cable names."""
    after = [p.end for p in group if p.start >= cue.start]
    start = cue.start
    if _LED.match(sentence.low, sentence.span.start):
        start = sentence.span.start
    stop = min(sentence.span.end, max([cue.end, *after]) + _FAR)
    hour = _HOUR.search(sentence.low, start, stop)
    time = read_time(sentence.text, Span(hour.end(), min(stop, hour.end() + 14))) if hour else None
    for match in _PREPOSITION.finditer(sentence.low, start, stop):
        span = _place(sentence, match, places)
        if span is not None and _stands(sentence, match, span, cue, group):
            return Setting(time, " ".join(span.of(sentence.text).split()).rstrip("."), span)
    return Setting(time)


def _place(sentence: Sentence, match: re.Match[str], places: Sequence[Span]) -> Span | None:
    """The place that a preposition leads to: a building, or after "in" a city."""
    at, text = match.end(), sentence.text
    if match["word"] == "in":
        city = next((span for span in places if span.start == at), None)
        if city is not None and city.end <= sentence.span.end:
            return city
    room = _ROOM.match(sentence.low, at)
    if room is not None:
        return Span(*room.span())
    name = _NAME.match(text, at, sentence.span.end)
    if (
        name is None
        or "XXXX" in name.group()
        or _EVENT.search(name.group())
        or _NO_PLACE.match(sentence.low, name.end())
    ):
        return None
    day = DATE.search(text, name.start(), min(name.end() + 4, sentence.span.end))  # "at the Diet May 3"
    span = Span(name.start(), min(name.end(), day.start())) if day else Span(*name.span())
    named = span.of(text).rstrip()
    return Span(span.start, span.start + len(named)) if _BUILDING.search(named) or _SEAT.search(named) else None


def _stands(sentence: Sentence, match: re.Match[str], span: Span, cue: Cue, group: Sequence[Party]) -> bool:
    """Whether a place is where they met rather than where somebody works or what else is there."""
    led = sentence.low[max(sentence.span.start, match.start() - _DAY_BEFORE) : match.start()]
    dated = any(not led[day.end() :].strip(" ,") for day in DATE.finditer(led))
    within = cue.start < match.end() <= cue.end
    behind = match.start() >= cue.end and not sentence.low[cue.end : match.start()].strip()
    if dated or within or behind or _HELD.search(led.rstrip(" ,")):
        return True
    day = _ON_DAY.match(sentence.low, span.end, sentence.span.end)
    if day is not None and DATE.match(sentence.text, day.end(), sentence.span.end):
        return True
    beside = any(0 <= match.start() - p.end <= 2 for p in group)
    return beside and not _SEAT.search(span.of(sentence.low))
