"""Who stands where around a cue: before and after a verb, in a phrase that opens the sentence, along with others."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.meetings.cues import Cue
from cablerdf.parse.meetings.parties import Party
from cablerdf.parse.meetings.sides import sides_in
from cablerdf.parse.meetings.tokens import is_head, tokens

# a finite verb: past tense in lower case; participles that go on with a list of people are none
_VERB = re.compile(
    r"\b(?:(?!(?:accompanied|included|joined|attended|based|retired|named|appointed|elected|united|armed|led)\b)[a-z]{2,}ed"
    r"|said|told|met|was|were|has|had|have|is|are|made|took|gave|began|spoke|thought|felt|saw|sought|laid|left|went|came|held"
    r"|will|would|could|should|may|might|can|did|does)\b"
)
_STOP = re.compile(
    r"\bto (?:[a-z]+ly )?[a-z]{3,}\b(?<!to the)|:"
    r"|\b(?:that|about|regarding|concerning|whether|how|where|when|while|who|which|whose"
    r"|following|after|before|ahead of|during|on the margins|in order)\b"
)
_INTRO = re.compile(
    r"(?:following|after|before|despite|at the (?:request|urging|invitation|suggestion|behest|initiative) of"
    r"|according to|citing|regarding|on|as|when|asked|noting"
    r"|referring|because)\b"
)
_APPOSED = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,\s+(?:an?|the|who|whose|identified|described|considered|known|one of|himself|herself)\b"
)
_ASIDE = re.compile(r"\([^()]*\)")
_PHRASE = re.compile(r"\s*,\s(?:during|at|over|on|in|following|after|while|through|via|at the request of)\b")
# "asked Poe's opinion of Roe": Roe is spoken of
_OPINION = re.compile(
    r"\s*(?:\w+\s+)?(?:opinions?|views?|assessments?|impressions?|thoughts?|reactions?|takes?|perspectives?|help|support)\b"
)
# what stands between two people of one list
_LISTED = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?:(?:on\s+)?[a-z]{3,9}\.? \d{1,2}\s*)?"
    r"(?:,|;|/|and\b|&|as well as|along with|together with|accompanied by|joined by|including|plus|led by|with\b)"
)
_BARE_LINK = re.compile(r"\s*,?\s*(?:and)?\s*")
_LIGHT = re.compile(r"\b(?:held|had|has held|attended|conducted|convened|hosted|concluded)\b")
_NEAR_OBJECT = 45
_GAP = 150
_FOREIGN = re.compile(
    r"\b(?:minister|president|premier|king|queen|prince|princess|fm|pm|dfm|mod|mp|mfa|sheikh|emir|amir|sultan|crown|royal"
    r"|parliament|party|prime)\b",
    re.IGNORECASE,
)
# "to the Algerian Defense Ministry's Office", "to MFA"
_MINISTRY = re.compile(
    r"\s*(?P<body>(?:the\s+)?(?:[\w'’.-]+\s+){0,4}?(?:ministry|mfa|foreign office|mod|government|secretariat)\b)"
)
_HIS = re.compile(r"\b(?:his|her|their)\b[^,]*$")
_PRONOUN = re.compile(r"\s+(?:with\s+)?(?:him|her|them)\b")
_SMALL = frozenset(("the", "a", "an", "of", "for", "to", "and", "his", "her", "their", "visiting", "then", "both"))
_OPENED = re.compile(r"\b(?:during|in|at|over|on|following|after|throughout)\b")
_LED = re.compile(r"\W*(?:[a-z]+: )?(?:during|in|at|over|on)\b")
_LEAD = 60
SAYING = re.compile(
    r"\b(?:said|told|noted|explained|stressed|argued|shared|described|expressed|outlined|asserted|claimed|commented|added"
    r"|discussed|confirmed|indicated|raised|asked|complained|predicted|provided|emphasized|opined|observed"
    r"|mentioned|recalled|recounted|cited|referred)\b"
)


class Sentence(NamedTuple):
    """A sentence of the body with who is in it; `low` is the levelled text of the whole telegram."""

    text: str
    low: str
    span: Span
    paragraph: int
    parties: list[Party]
    issued: str | None


def _subject(sentence: Sentence, cue: Cue) -> list[Party]:
    """The people before a verb: the nearest one and those listed with him."""
    low, left = sentence.low, [p for p in sentence.parties if p.end <= cue.start]
    found: list[Party] = []
    edge = cue.start
    for party in reversed(left):
        gap = low[party.end : edge]
        if not found and _within_apposition(low, left, party, cue):
            continue
        if not found and cue.kind == "noun":
            gap = _LIGHT.sub("", gap)
        if not found and (len(gap) > _GAP or _broken(gap, first=True)):
            break
        if found and (len(gap) > _GAP or _broken(gap, first=False)):
            break
        if not party.possessive and not _introduced(sentence, party, cue):
            found.append(party)
            edge = party.start
        elif party.possessive:
            edge = party.start
    return _alike(low, found[::-1])


def _within_apposition(low: str, left: list[Party], party: Party, cue: Cue) -> bool:
    """Whether a person is named in a phrase about the one before: "Poe, a likely successor to Roe, met ..."."""
    before = [p for p in left if p.end <= party.start and not p.possessive and not p.generic]
    if any(_PHRASE.match(low, p.end) and "," not in low[p.end + 2 : party.start] for p in before):
        return True  # "the Ambassador, during a lunch at the residence of PM Poe, pulled aside ..."
    if not before or not low[party.end : cue.start].lstrip().startswith(","):
        return False
    gap = low[before[-1].end : party.start]
    office = gap.rpartition(" of ")[2] if gap.startswith(",") and " of " in gap else ""  # "in the office of Envoy Roe"
    return bool(_APPOSED.match(gap)) or any(is_head(word) for word in office.split())


def _alike(low: str, group: list[Party]) -> list[Party]:
    """Those listed right behind one of ours are ours too, where nothing says otherwise."""
    found: list[Party] = []
    for party in group:
        follows = bool(found) and found[-1].ours and bool(_BARE_LINK.fullmatch(low, found[-1].end, party.start))
        if follows and party.person is not None and not party.known:
            party = party._replace(ours=True)
        found.append(party)
    return found


def _broken(gap: str, first: bool) -> bool:
    """Whether what stands between two people, or a person and his verb, is more than titles and commas."""
    if ";" in gap:
        return True
    if first:  # an apposition or aside before the verb: ", the head of ..., "
        inner = re.sub(r"\([^()]*\)|, [^,]*,", "", gap)
        return bool(_VERB.search(inner)) or " that " in inner
    return bool(_VERB.search(_ASIDE.sub("", gap))) or not _LISTED.match(gap)


def _introduced(sentence: Sentence, party: Party, cue: Cue) -> bool:
    """Whether a person stands in an opening phrase: "Following talks with FM Poe, the DCM told ..."."""
    opening = sentence.low[sentence.span.start : sentence.span.start + 20]
    if not _INTRO.match(opening):
        return False
    comma = sentence.low.find(",", party.end, cue.start)
    return comma >= 0 and sentence.low.find(",", sentence.span.start, party.start) < 0


def _object(sentence: Sentence, start: int, near: int) -> list[Party]:
    """The people after a verb or preposition: the nearest one and those listed with him."""
    low = sentence.low
    found: list[Party] = []
    edge = start
    for party in (p for p in sentence.parties if p.start >= start):
        gap = low[edge : party.start]
        if not found:
            if len(gap) > near or _VERB.search(gap) or _STOP.search(gap):
                break
        elif len(gap) > _GAP or _VERB.search(gap) or _STOP.search(_ASIDE.sub("", gap)):
            break
        elif not _LISTED.match(gap):
            if party.generic or party.pronoun:
                continue
            break
        if party.possessive:
            edge = party.end
            if _OPINION.match(low, party.end):
                found.append(party)
                break
            continue
        found.append(party)
        edge = party.end
    return _alike(low, found)


def _one_side(sentence: Sentence, group: list[Party]) -> list[Party]:
    """Where one of a group is ours, the others are too unless a title says otherwise."""
    if not any(p.ours and not p.pronoun for p in group):
        return group
    found = []
    for party in group:
        title = sentence.text[max(sentence.span.start, party.start - 60) : party.start].rpartition(" and ")[2]
        foreign = party.person is None or bool(_FOREIGN.search(title)) or any(s != "US" for _, _, s in sides_in(title))
        found.append(party if party.ours or foreign else party._replace(ours=True))
    return found


def _tell(sentence: Sentence, cue: Cue) -> list[Party]:
    hearers = _object(sentence, cue.end, _NEAR_OBJECT)
    if hearers and hearers[0].pronoun:
        hearers = hearers[:1]  # "as he told us, Poe is no longer ..."
    subject = _subject(sentence, cue) if hearers else []
    return _one_side(sentence, subject) + _one_side(sentence, hearers) if subject and hearers else []


def _deliver(sentence: Sentence, cue: Cue) -> list[Party]:
    """ "Poloff delivered the demarche on May 3 to Desk Officer Poe", "The DCM raised this with FM Roe"."""
    subject = _subject(sentence, cue)
    match = re.compile(r"\b(?:to|with)\b").search(sentence.low, cue.end, min(cue.end + 160, sentence.span.end))
    hearers = _object(sentence, match.end(), 110) if match and subject else []
    if match is not None and not hearers and subject:
        body = _MINISTRY.match(sentence.low, match.end(), sentence.span.end)
        return [*subject, Party(*body.span("body"), None, None, False)] if body else []
    if not hearers or match is None or not title_like(sentence.text, match.end(), hearers[0].start):
        return []
    return subject + hearers


def _meet(sentence: Sentence, cue: Cue) -> list[Party]:
    subject = _subject(sentence, cue)
    if _PRONOUN.match(sentence.low, cue.end, sentence.span.end):  # "the DCM met him": whom the sentence named before
        others = [p for p in sentence.parties if p.end <= cue.start and not p.ours and p not in subject][-1:]
        return subject + others
    return _one_side(sentence, subject) + _object(sentence, cue.end, 130)


def _discuss(sentence: Sentence, cue: Cue) -> list[Party]:
    subject = _subject(sentence, cue)
    match = re.compile(r"\bwith\b").search(sentence.low, cue.end, min(cue.end + 260, sentence.span.end))
    others = _object(sentence, match.end(), 110) if match and subject else []
    if others and match is not None and not title_like(sentence.text, match.end(), others[0].start):
        return subject
    return subject + others


def title_like(text: str, start: int, end: int) -> bool:
    """Whether what stands before a name is his title: capitals, words of offices, articles."""
    return all(t.text[0].isupper() or t.kind != "link" or t.text in _SMALL for t in tokens(text, start, end))


def _noun(sentence: Sentence, cue: Cue) -> list[Party]:
    """ "During a March 20 meeting with the Ambassador, FM Poe, accompanied by Roe, said ..."."""
    others = _object(sentence, cue.end, 130)
    if _HIS.search(sentence.low, max(sentence.span.start, cue.start - 60), cue.start):
        first = [p for p in sentence.parties if p.end <= cue.start and not p.possessive][:1]
        if first and others:
            return first + others
    whose = [p for p in sentence.parties if p.possessive and p.end <= cue.start and cue.start - p.end < 70]
    found = whose[-1:] + others
    edge = others[-1].end if others else cue.end
    verb = _VERB.search(sentence.low, edge, sentence.span.end)
    stop = verb.start() if verb else sentence.span.end
    subject = [p for p in sentence.parties if edge <= p.start < stop and not p.possessive and p not in found]
    led = sentence.low[sentence.span.start : cue.start]
    if _OPENED.search(led) and not _VERB.search(led):
        return found + subject
    before = _subject(sentence, cue) or [p for p in sentence.parties if p.end <= cue.start and not p.possessive][:1]
    return before + [p for p in found if p not in before]


def _occasion(sentence: Sentence, cue: Cue) -> list[Party]:
    """ "During a February 8 lunch, Ambassador Poe said ...": he who speaks, and ours where named."""
    led = sentence.low[sentence.span.start : cue.start]
    if cue.form.startswith("over"):
        theirs = [p for p in sentence.parties if not p.ours and not p.possessive][:1]
        return theirs + [p for p in sentence.parties if p.ours][:1]
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


def joiners(sentence: Sentence, cue: Cue) -> tuple[list[Party], list[Party]]:
    """Of a sentence that says who came along: those on either side of the cue."""
    left = [p for p in sentence.parties if p.end <= cue.start and not p.possessive]
    stop = len(sentence.text)
    verb = _VERB.search(sentence.low, cue.end, sentence.span.end)
    if verb:
        stop = verb.start()
    right = [p for p in sentence.parties if cue.end <= p.start < stop and not p.possessive]
    return left, right


GROUPS = {
    "tell": _tell,
    "deliver": _deliver,
    "meet": _meet,
    "host": _meet,
    "visit": _meet,
    "discuss": _discuss,
    "noun": _noun,
    "occasion": _occasion,
}
