"""Who stands before and after a verb: the nearest person and those listed with him."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.lexicon.forms import titles
from cablerdf.parse.lexicon.offices import is_person_noun
from cablerdf.parse.meetings.people.party import RUNNING, Party
from cablerdf.parse.meetings.words.cues import Cue, squeezed
from cablerdf.parse.meetings.words.tokens import names_office, tokens

# a finite verb: past tense in lower case; participles that go on with a list of people are none
VERB = re.compile(
    r"\b(?<!newly )(?<!newly  )(?<!(?<!hand)-)"
    r"(?:(?!(?:accompanied|included|joined|attended|based|retired|named|appointed|elected|united|armed|led)\b)[a-z]{2,}ed"
    r"|said|told|met|was|were|has|had|have|is|are|made|took|gave|began|spoke|thought|felt|saw|sought|laid|left|went|came|held"
    r"|will|would|could|should|may|might|can|did|does)\b"
)
_STOP = re.compile(
    r"\bto +(?:[a-z]+ly +)?(?!the\b)[a-z]{3,}\b|:"
    r"|\babout\b(?! +(?:\d|$|an? +$|(?:two|three|four|five|six|seven|eight|nine|ten|twel|twen|thir|fif)))"
    r"|\b(?:that|if|regarding|concerning|whether|how|where|when|while|who|which|whose"
    r"|following|after|before|ahead +of|during|on +the +margins|in +order)\b"
)
_INTRO = re.compile(
    r"(?:following|after|before|despite|at the (?:request|urging|invitation|suggestion|behest|initiative) of"
    r"|according to|citing|regarding|on|as|when|asked|noting"
    r"|referring|because)\b"
)
_ON_DAY = re.compile(r"on (?:[a-z]{3,9}\.? \d|\d{1,2} [a-z])")  # "On May 3 FM Poe, along with Roe, met"
_APPOSED = re.compile(
    r"\s*(?:(?:\([^()]*\)|mp|mep|jr\.?)\s*)?,\s+"
    r"(?:an?|the|who|whose|identified|described|considered|known|one of|himself|herself)\b"
)
_ASIDE = re.compile(r"\([^()]*\)")
_PHRASE = re.compile(r"\s*,\s(?:during|at|over|on|in|following|after|while|through|via|at the request of)\b")
# "asked Poe's opinion of Roe": Roe is spoken of
_OPINION = re.compile(
    r"\s*(?:\w+\s+)?(?:opinions?|views?|assessments?|impressions?|thoughts?|reactions?|takes?|perspectives?|help|support)\b"
)
# what stands between two people of one list
_LISTED = re.compile(
    r"\.?\s{0,9}(?:\([^()]{0,200}\))?\s{0,9}(?:(?:on\s{1,9})?[a-z]{3,9}\.? \d{1,2}\s{0,9})?"
    r"(?:,|;|/|and\b|&|as well as|along with|together with|accompanied by|joined by|including|plus|led by|with\b)"
)
_OWNER = re.compile(r"\s*(?:,\s+and|,|;|and)\s+(?:[A-Z][\w.]*\s+){0,4}")
_POSSESSION = re.compile(r"(?:['’][sS]?|,s\b)?")
_BARE_LINK = re.compile(r"\.?\s{0,9},?\s{0,9}(?:and)?\s{0,9}")
_LIGHT = re.compile(r"\b(?:held|had|has held|attended|conducted|convened|hosted|concluded)\b")
_ATTENDS = re.compile(
    r";[^;]{0,90}\b(?:attended|joined|accompanied)\b(?! by\b)"
)  # "with Poe; the DCM attended that with Roe"
_TO_WHOM = re.compile(r"\s{1,3}(?:to|of)\s")
_INSERTED = re.compile(r"\([^()]*\)|, [^,]*,|\s--?\s[^-]*\s--?\s")
_GAP = 150
# what joins the last two of a list
LAST = re.compile(r"\b(?:and|with|as well as|accompanied by|joined by|including|plus|led by)\b|[&/;]|(?:^|\s)or\s")
_SAID = re.compile(
    r"(?:said|noted|thanked|stressed|emphasized|expressed|underscored|explained|welcomed|praised|raised|added)\b"
)
_SHARED = frozenset(("was", "were", "then", "also", "later", "subsequently", "separately"))
_GOVERNING = frozenset(("to", "of", "for", "from", "behind", "like"))
_NEAR = frozenset(
    ("ally", "associate", "confidant", "critic", "friend", "opponent", "predecessor", "protege", "rival", "successor")
)
_ARTICLES = frozenset(("the", "a", "an", "former", "then", "late", "current", "both", "either", "new", "acting"))
_ADJECTIVES = frozenset(("prime", "vice", "deputy", "foreign", "grand", "assistant", "under", "first", "crown"))
_NO_HEAD = frozenset(("staff", "state"))
_SPEAKING = frozenset(("according", "thanks", "addition"))
_BEFORE = 70
_HE = re.compile(r"\b(?:when|as|after|while)\s+s?he\s+(?:also\s+|then\s+)?$")
_HE_ALONE = re.compile(r",\s(?:s?he|they)\s(?:also\s|then\s)?$")
_NEAR_HE = 20
_SMALL = frozenset(("the", "a", "an", "of", "for", "to", "and", "his", "her", "their", "visiting", "then", "both"))


class Sentence(NamedTuple):
    """A sentence of the body with who is in it; `low` is the levelled text of the whole telegram."""

    text: str
    low: str
    span: Span
    paragraph: int
    parties: list[Party]
    issued: str | None


def subjects(sentence: Sentence, cue: Cue) -> list[Party]:
    """The people before a verb: the nearest one and those listed with him."""
    low, left = sentence.low, [p for p in sentence.parties if p.end <= cue.start]
    found: list[Party] = []
    if _HE_ALONE.search(low, max(sentence.span.start, cue.start - _NEAR_HE), cue.start):
        return []  # "the Prince, he told us, owns it"
    pronoun = _HE.search(low, max(sentence.span.start, cue.start - _NEAR_HE), cue.start)
    edge = cue.start if pronoun is None else pronoun.start()
    for party in reversed(left):
        gap = squeezed(low[party.end : edge])
        if not found and (_within_apposition(low, left, party, cue) or (not pronoun and governed(sentence, party))):
            continue
        if not found and cue.kind == "noun":
            gap = _LIGHT.sub("", gap)
        if not found and (len(gap) > _GAP or _broken(gap, first=True)):
            break
        if found and (len(gap) > _GAP or _broken(gap, first=False) or governed(sentence, party)):
            break
        if len(found) == 1 and party.person is not None and not LAST.search(gap):
            break  # "related to Roe, Poe told us": no list without an "and"
        if not party.possessive and not _introduced(sentence, party, cue):
            found.append(party)
            edge = party.start
        elif party.possessive:
            edge = party.start
    return _alike(low, found[::-1])


def governed(sentence: Sentence, party: Party, by_somebody: bool = False) -> bool:
    """Whether a person is named to tell who somebody else is: "an advisor to President Poe told us".

    With `by_somebody` the one who is meant has to stand right before: not so in "gave it to President Poe".
    """
    if party.person is None or party.title is not None:
        return False
    words = sentence.low[max(sentence.span.start, party.start - _BEFORE) : party.start].split()
    for n in range(len(words) - 1, -1, -1):
        if words[n][-1] in ",;:":
            return False
        if words[n] == "of" and n and (words[n - 1] in _NEAR or words[n - 1] in titles("kin")):
            return True  # "widower of former Prime Minister Poe"
        if words[n] in _GOVERNING:
            office = [word for word in words[n + 1 :] if word not in _ARTICLES]
            heads = [word for word in office if word not in _ADJECTIVES]
            if heads and heads[0].endswith(("'s", "’s")):
                continue  # "of the Prince's Court"
            if words[n] == "for" and heads and words[n - 1].endswith(RUNNING):
                return False  # "candidate for Prime Minister Poe": Poe runs
            if (not office and words[n] != "for") or (heads and heads[0] not in _NO_HEAD and names_office(heads[0])):
                if by_somebody and not (n and names_office(words[n - 1]) and not words[n - 1].endswith("s")):
                    return False
                return n > 0 and words[n - 1] not in _SPEAKING
    return False


def _within_apposition(low: str, left: list[Party], party: Party, cue: Cue) -> bool:
    """Whether a person is named in a phrase about the one before: "Poe, a likely successor to Roe, met ..."."""
    before = [p for p in left if p.end <= party.start and not p.possessive and not p.generic]
    if any(_PHRASE.match(low, p.end) and "," not in low[p.end + 2 : party.start] for p in before):
        return True  # "the Ambassador, during a lunch at the residence of PM Poe, pulled aside ..."
    after = squeezed(low[party.end : cue.start])
    clause = bool(before) and " who " in squeezed(low[before[-1].end : party.start])
    if not before or not (after.lstrip().startswith(",") or ((party.generic or clause) and "," in after)):
        return False
    gap = squeezed(low[before[-1].end : party.start])
    office = gap.rpartition(" of ")[2] if gap.startswith(",") and " of " in gap else ""  # "in the office of Envoy Roe"
    if (party.generic and gap.strip() == ",") or (" who " in gap and "," in after):
        return True
    return bool(_APPOSED.match(gap)) or any(is_person_noun(word) for word in office.split())


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
        inner = _INSERTED.sub("", gap)
        return (bool(VERB.search(inner)) and not _shared(gap)) or " that " in inner
    return bool(VERB.search(_ASIDE.sub("", gap))) or not _LISTED.match(gap)


def _shared(gap: str) -> bool:
    """Whether a verb shares its subject with the one before it: "visited Brno and were briefed"."""
    before, _, link = gap.strip().rpartition(" and")
    first = VERB.match(before)
    if not link.strip() and _SAID.match(before):
        return True  # "Poe said that the tax was welcome and told Roe so"
    return first is not None and _SHARED.issuperset(link.split()) and not VERB.search(before, first.end())


def _introduced(sentence: Sentence, party: Party, cue: Cue) -> bool:
    """Whether a person stands in an opening phrase: "Following talks with FM Poe, the DCM told ..."."""
    opening = squeezed(sentence.low[sentence.span.start : sentence.span.start + 25])
    if not _INTRO.match(opening) or _ON_DAY.match(opening):
        return False
    if cue.kind == "tell" and opening.startswith("as ") and not VERB.search(sentence.low, party.end, cue.start):
        return False  # "As FM Poe, head of the party, told Poloff": it is he who told
    comma = sentence.low.find(",", party.end, cue.start)
    return comma >= 0 and sentence.low.find(",", sentence.span.start, party.start) < 0


def objects(sentence: Sentence, start: int, near: int) -> list[Party]:
    """The people after a verb or preposition: the nearest one and those listed with him."""
    low = sentence.low
    found: list[Party] = []
    edge = start
    owner: Party | None = None  # "FM Poe's Chief of Staff Roe"
    for party in (p for p in sentence.parties if p.start >= start):
        gap = squeezed(low[edge : party.start])
        if owner is not None and found and _of_somebody(sentence.text, found[-1], owner, party):
            gap = squeezed(low[found[-1].end : owner.start])
        if not party.possessive and governed(sentence, party, by_somebody=True):
            if found and found[-1].generic and _TO_WHOM.match(low, found[-1].end):
                edge = party.end  # "Poe, adviser to FM Roe, and Lee"
            continue
        if not found:
            if len(gap) > near or VERB.search(gap) or _stops(sentence, edge, party.start):
                break
        elif party.pronoun or (";" in gap and _ATTENDS.search(low, edge, min(party.end + 12, sentence.span.end))):
            break
        elif found[-1].generic and not found[-1].ours and gap.startswith(":"):
            pass  # "with his three advisors: Poe, Roe and Lee"
        elif len(gap) > _GAP or VERB.search(_ASIDE.sub("", gap)) or _stops(sentence, edge, party.start):
            break
        elif not _LISTED.match(gap) and not _introduces(sentence, found[-1], party):
            if party.generic:
                continue
            break
        if party.possessive:
            edge = party.end
            if _OPINION.match(low, party.end):
                found.append(party)
                break
            owner = owner or party
            continue
        found.append(party)
        edge, owner = party.end, None
    return _alike(low, found)


def _of_somebody(text: str, last: Party, owner: Party, party: Party) -> bool:
    """Whether the next one listed is named with whose man he is: "A/S Lee and FM Poe's advisor Roe"."""
    owned = _POSSESSION.match(text, owner.end)
    return (
        _OWNER.fullmatch(text, last.end, owner.start) is not None
        and owned is not None
        and title_like(text, owned.end(), party.start)
    )


def _introduces(sentence: Sentence, several: Party, party: Party) -> bool:
    """Whether people are named right after what they are: "advisors to the Foreign Minister Ann Poe and Lee Roe"."""
    if not several.generic or not (several.title or "").endswith("s") or party.person is None:
        return False
    following = next((p for p in sentence.parties if p.start >= party.end), None)
    listed = following is not None and _BARE_LINK.fullmatch(sentence.low, party.end, following.start)
    return bool(listed) and title_like(sentence.text, several.end, party.start)


def _stops(sentence: Sentence, start: int, end: int) -> bool:
    """Whether something else begins between two people: a purpose, a clause."""
    asides = [match.span() for match in _ASIDE.finditer(sentence.low, start, end)]
    for match in _STOP.finditer(sentence.low, start, end):
        at = match.start()
        office = (
            match.group().startswith("to ") and sentence.text[at + 3].isupper()
        )  # "Advisor to Foreign Minister Roe"
        if not office and not any(begin <= at < stop for begin, stop in asides):
            return True
    return False


def title_like(text: str, start: int, end: int) -> bool:
    """Whether what stands before a name is his title: capitals, words of offices, articles."""
    return all(t.text[0].isupper() or t.kind != "link" or t.text in _SMALL for t in tokens(text, start, end))
