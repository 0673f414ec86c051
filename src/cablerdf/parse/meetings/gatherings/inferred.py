"""A meeting that no sentence reports outright: one interlocutor speaks throughout, and the post speaks with him."""

from __future__ import annotations

import re

from cablerdf.model import Mention, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.people.allegiance import Allegiance, is_american
from cablerdf.parse.meetings.people.parties import parties
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.words.certainty import IN_SUBJECT, INFERRED, SUBJECT, THROUGHOUT
from cablerdf.parse.meetings.words.days import dated_in, opening_date, subject_date
from cablerdf.parse.meetings.words.when import DATE, Dated
from cablerdf.parse.text import lowered, sentences

_SAYS = re.compile(
    r"[\s,]*(?:also |then |further |again )?(?:said|noted|added|argued|stressed|explained|claimed|commented|remarked"
    r"|replied|responded|asserted|observed|opined|expressed|acknowledged|emphasized|suggested|thought|believed|described|touched)\b"
)
_SAID = re.compile(r"\b(?:said|noted|added|argued|explained|claimed|commented|replied|responded|asserted|observed)\s+$")
_WE = re.compile(
    r"\b(?:we|\w+offs?|ambassador|charge|cda|dcm|polcouns|consul general|cg)\s+(?:also |then |again )?"
    r"(?:noted|asked|pressed|pointed|raised|responded|replied|stressed|emphasized|inquired|urged|thanked|explained|countered)\b"
)
_OCCASION = re.compile(
    r"\b(?:during|in|throughout|over|at)\s++(?:the|their|our|a|an|this)\s++[^.;]{0,40}?\b(?:meeting|conversation|discussion"
    r"|lunch|dinner|breakfast|call|session)\b"
)
_SUBJECT = re.compile(
    r"\b(?:meet(?:s|ings?)?|met|calls? on|lunch(?:es)?|dinner|discuss(?:es|ions?)?|conversation|talks with|tells?"
    r"|briefs?|raises?|urges?|presses|hosts?)\b",
    re.IGNORECASE,
)
# Americans on a visit, by office alone
_VISITOR = re.compile(r"\b(?:deputy secretary|under secretary|assistant secretary|codels?|staffdels?)\b", re.IGNORECASE)
_PUBLIC = re.compile(r"\b(?:speech|address|press|interview|q and a|q&a|debate|speaks|statement|tv|media|conference)\b")
_OFTEN = 4  # so many times a person speaks who is the interlocutor of a whole cable
_EARLY = 2
_BESIDE = 30  # a date right behind a name
_SENTENCE = 200


def from_subject(draft: Draft) -> list[Gathering]:
    """The gathering that the subject line alone reports: "AMBASSADOR'S MEETING WITH FM POE"."""
    spans = draft.spans.get("subject", ())
    if not spans or not draft.subject or not _SUBJECT.search(draft.subject) or not draft.paragraphs:
        return []
    span = Span(spans[0].start, spans[-1].end)
    words = set(re.findall(r"[^\W\d_]+", draft.subject.lower()))
    day = subject_date(draft) or opening_date(draft)
    gathering = Gathering(strength=SUBJECT, span=span, paragraphs=[0], date=day, kinds={"subject"}, rule=IN_SUBJECT)
    for index, person in enumerate(draft.persons):
        if person.method != "header" and person.name.split()[-1].lower() in words:
            at = _where(draft, person.name.split()[-1], span)
            gathering.people[index] = Party(at.start, at.end, index, None, is_american(person), rule=IN_SUBJECT)
    for party in parties(draft.clean, span, Allegiance(draft.clean, (), ()), None):
        if party.ours and party.title:
            gathering.functions.setdefault(party.title.lower(), party._replace(rule=IN_SUBJECT))
    for match in _VISITOR.finditer(draft.clean, *span):
        title = " ".join(match.group().split()).title()
        gathering.functions.setdefault(
            title.lower(), Party(match.start(), match.end(), None, title, True, rule=IN_SUBJECT)
        )
    ours = gathering.functions or any(p.ours for p in gathering.people.values())
    return [gathering] if ours and gathering.theirs() else []


def _where(draft: Draft, word: str, span: Span) -> Span:
    at = lowered(draft.clean).find(word.lower(), *span)
    return Span(at, at + len(word)) if at >= 0 else span


def interlocutor(draft: Draft, low: str) -> list[Gathering]:
    """The one gathering that a cable of reported talk implies; empty where it does not."""
    subject = (draft.subject or "").lower()
    if _PUBLIC.search(subject):
        return []
    times: dict[int, int] = {}
    early: set[int] = set()
    for mention in draft.mentions:
        if mention.kind != "person" or mention.paragraph is None:
            continue
        if mention.paragraph < _EARLY:
            early.add(mention.entity)
        before = low[max(0, mention.span.start - 14) : mention.span.start]
        if _SAYS.match(low, mention.span.end) or _SAID.search(before):
            times[mention.entity] = times.get(mention.entity, 0) + 1
    best = max(times, key=lambda i: (times[i], -i), default=None)
    if best is None or times[best] < _OFTEN or is_american(draft.persons[best]):
        return []
    named = any(word in subject for word in draft.persons[best].name.lower().split() if len(word) > 2)
    start = draft.zones.body.start if draft.zones.body else 0
    first = next(m for m in draft.mentions_of(best) if m.paragraph is not None)
    dated = _dated(draft, low, first)
    if not (named or best in early) or not (dated or _WE.search(low, start) or _OCCASION.search(low, start)):
        return []
    if sum(times.values()) > 2 * times[best]:
        return []
    gathering = Gathering(strength=INFERRED, span=first.span, date=_day(draft, best), rule=THROUGHOUT)
    gathering.people[best] = Party(first.span.start, first.span.end, best, None, False, rule=THROUGHOUT)
    gathering.paragraphs = [first.paragraph] if first.paragraph is not None else []
    return [gathering]


def _dated(draft: Draft, low: str, first: Mention) -> bool:
    """Whether a cable begins by dating what somebody says: "Advisor Poe on June 18 said that ..."."""
    match = DATE.search(draft.clean, first.span.end, first.span.end + _BESIDE)
    return (
        first.paragraph == 0
        and match is not None
        and low[first.span.end : match.start()].strip(" ,") in ("", "on")
        and bool(_SAYS.match(low, match.end()))
        and not _PUBLIC.search(low, match.end(), match.end() + _SENTENCE)
    )


def _day(draft: Draft, person: int) -> Dated | None:
    """The first day of a sentence of the opening that names the interlocutor."""
    for mention in draft.mentions_of(person):
        if (mention.paragraph or 0) >= _EARLY:
            continue
        if mention.paragraph is None:
            continue
        for span in sentences(draft.clean, draft.paragraphs[mention.paragraph].content):
            if span.start <= mention.span.start < span.end:
                found = dated_in(draft, span)
                if found is not None:
                    return found
    return None
