"""Those who speak at a meeting though the sentence that tells of it does not name them: "his senior staff"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cablerdf.model import Mention, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.lexicon.styles import is_style
from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.offices.titles import once_held, printed_title
from cablerdf.parse.meetings.people.allegiance import Allegiance
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.words.certainty import SPEAKS
from cablerdf.parse.meetings.words.when import DATE
from cablerdf.parse.text import sentences

# "met with President Poe and his senior staff", "invited other Czech participants to comment"
_ACCOMPANIED = re.compile(
    r"\b(?:his|her|their)\s+(?:[\w-]+\s+){0,3}(?:staff|team|ministers|aides|advisors|advisers|cabinet|delegation|colleagues)\b"
    r"|\bother\s+(?:[\w-]+\s+){0,2}(?:participants|ministers)\b|\bmembers of (?:his|her|the) (?:cabinet|team|staff)\b"
)
# verbs that only somebody who is there can do
_PRESENT = re.compile(
    r"\s+(?:then |also )?(?:chimed in|interjected|interrupted|chipped in|interposed|broke in|weighed in|cut in|joked)\b"
)
_SPOKE = re.compile(
    r"(?:\s{1,3}\([^()]{2,12}\))?(?:,\s[^.;,]{3,80},|\s{1,3}(?:from|of)\s[^.;,]{3,50}?)?"
    r"\s{1,9}(?:then |also |further )?(?:said|noted|added|argued|stressed|explained|asked|called for|expressed|raised"
    r"|claimed|commented|remarked|replied|responded|observed|agreed|emphasized|suggested|described|asserted|urged|briefed"
    r"|complained|highlighted|underlined|underscored|outlined|concurred|countered|reported|pointed out)\b"
)
# of what somebody of ours said at another time, in another place
_ELSEWHERE = re.compile(
    r"\b(?:visits?|visiting|statements?|letters?|press|public(?:ly)?|testimony|speech|interview|telephone|earlier"
    r"|later|previous(?:ly)?|reftel|septel|separate(?:ly)?)\b",
    re.IGNORECASE,
)
_HEADS = frozenset(("president", "vice president", "secretary", "secretary of state", "secretary of defense", "secdef"))
_TOLD = frozenset(("tell", "deliver", "discuss"))
_MANY = 3  # of the other side: more may be there than are listed
_SKIPPED = ("comment", "action", "participants", "note")
_TITLE = 90  # characters at the most between the beginning of a sentence and the name of its subject


def speak_up(draft: Draft, gatherings: list[Gathering], allegiance: Allegiance, low: str) -> None:
    """Adds to the one meeting of a cable those who are told to speak there."""
    told = [g for g in gatherings if g.listed is None and g.theirs()]
    if len(gatherings) != 1 or not told or not told[0].paragraphs or told[0].strength < 0.8:
        return
    gathering = told[0]
    body = draft.zones.body or Span(0, len(draft.clean))
    many = len(gathering.theirs()) >= _MANY or "attendance" in gathering.kinds
    may_speak = many or bool(gathering.kinds - {"tell"})
    accompanied = cache(lambda: many or _ACCOMPANIED.search(low, *body) is not None)  # looked for when somebody speaks
    sides = {draft.persons[index].country for index in gathering.theirs()} - {None}
    met, signer = bool(gathering.kinds - _TOLD), (draft.signer or "").split(" ")[-1].lower()
    for mention, paragraph in _mentions(draft, allegiance, min(gathering.paragraphs)):
        index = mention.entity
        if index in gathering.people:
            continue
        if allegiance.american[index] or draft.persons[index].name.split()[-1].lower() == signer:
            if met and _SPOKE.match(low, mention.span.end) and _of_ours(draft, paragraph, mention):
                _add_ours(draft, gathering, mention)
            continue
        if draft.persons[index].country not in sides:
            continue
        there = _PRESENT.match(low, mention.span.end)
        spoke = may_speak and _SPOKE.match(low, mention.span.end) is not None
        if there is None and not (spoke and accompanied()):
            continue
        title = printed_title(draft.clean, mention.span, paragraph)
        if title and not is_style(title) and (there or _opens(draft.clean, paragraph, mention)):
            gathering.people[index] = Party(*mention.span, index, None, False, rule=SPEAKS)


def _mentions(draft: Draft, allegiance: Allegiance, first: int) -> Iterator[tuple[Mention, Span]]:
    """The mentions in what may report, from a paragraph on, each with the span of its paragraph."""
    for paragraph in draft.paragraphs[first:]:
        if paragraph.kind not in _SKIPPED:
            for mention in allegiance.within(paragraph.content):
                if not any(span.start <= mention.span.start < span.end for span in paragraph.comment):
                    yield mention, paragraph.content


def _of_ours(draft: Draft, paragraph: Span, mention: Mention) -> bool:
    """Whether somebody of ours, no head of a department, speaks in a sentence that tells of no other occasion."""
    titles = {once_held(title) for title in draft.persons[mention.entity].titles}
    if titles & _HEADS or not _opens(draft.clean, paragraph, mention):
        return False
    span = next(s for s in sentences(draft.clean, paragraph) if s.start <= mention.span.start < s.end)
    return not _ELSEWHERE.search(draft.clean, *span) and not DATE.search(draft.clean, *span)


def _add_ours(draft: Draft, gathering: Gathering, mention: Mention) -> None:
    """Adds an American who speaks; he is the Ambassador of the meeting whom a sentence calls so: "Ambassador Poe"."""
    before = draft.clean[max(0, mention.span.start - _TITLE) : mention.span.start].split()
    office = before[-1].lower() if before else ""
    gathering.functions.pop(office, None)
    gathering.people[mention.entity] = Party(*mention.span, mention.entity, None, True, rule=SPEAKS)


def _opens(text: str, paragraph: Span, mention: Mention) -> bool:
    """Whether a sentence begins with a person and his title, and nothing else."""
    for span in sentences(text, paragraph):
        if span.start <= mention.span.start < span.end:
            before = text[span.start : mention.span.start]
            return len(before) < _TITLE and not any(w[:1].islower() and len(w) > 3 for w in before.split())
    return False
