"""Brings together the people whom header, participants lists and running text name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cablerdf.model import Participant, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities import lexicon, who
from cablerdf.parse.entities.aliases import aliases, settle_spellings
from cablerdf.parse.entities.captions import caption_names, mail_names
from cablerdf.parse.entities.evidence import (
    PLACE_AFTER,
    PLACES,
    believed,
    determined,
    is_body,
    names_thing,
    told,
)
from cablerdf.parse.entities.names import NameFound, find_names
from cablerdf.parse.entities.nationality import country_in
from cablerdf.parse.entities.origin import settle_countries
from cablerdf.parse.entities.people import CERTAINTY, People

if TYPE_CHECKING:
    from cablerdf.parse.entities.step import Harvest

_WORDS = re.compile(r"[^\s,]+")


def gather_people(draft: Draft, found: Harvest) -> None:
    """Sets `Draft.people`, `persons` and the `person` of each participant."""
    people = People(draft.clean)
    draft.people = people
    _from_header(draft, people)
    listed = _from_lists(draft, people)
    found.names = [_untitled(name) if name.span.start in listed else name for name in found.names]
    found.names += _in_subject(draft)
    _from_text(people, found)
    _from_words(people, found.words)
    _from_initials(people, found.acronyms)
    settle_spellings(people)
    settle_countries(draft, people)
    draft.persons = people.persons()


def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a printed name.

    >>> name_tokens("Robert H. Tuttle, Jr.")
    ('Robert', 'H.', 'Tuttle', 'Jr.')
    """
    return tuple(_WORDS.findall(name))


def _from_header(draft: Draft, people: People) -> None:
    for classified in filter(None, (draft.classified_by, *draft.co_classified_by)):
        if classified.name:
            span = classified.name_span or classified.span
            index = people.add(NameFound(span, name_tokens(classified.name), "full"), "header", CERTAINTY["header"])
            people.people[index].country = "US"
            if classified.title:
                people.people[index].add_title(classified.title)
    for place, tag in enumerate(draft.tags):
        if "," in tag:
            family, _, rest = tag.partition(",")
            spans = draft.spans.get("tags", ())
            span = spans[place] if place < len(spans) else Span(0, 0)
            people.add(
                NameFound(span, (*name_tokens(rest), *name_tokens(family)), "full"), "header", CERTAINTY["header"]
            )
    _from_caption(draft, people)


def _signer(draft: Draft, people: People) -> None:
    if draft.signer is None:
        return
    span = (draft.spans.get("signer") or (draft.zones.signature or Span(0, 0),))[0]
    index = people.add(NameFound(span, name_tokens(draft.signer), "bare"), "header", CERTAINTY["signature"])
    people.people[index].country = people.people[index].country or "US"


def _from_caption(draft: Draft, people: People) -> None:
    """`NSC FOR SENIOR DIRECTOR RESTREPO`: names with a title in the lines above the E.O. line."""
    zone = draft.zones.caption
    if zone is None or draft.zones.labels is None:
        return
    mails = Span(zone.start, draft.zones.body.start if draft.zones.body is not None else zone.end)
    for found in (*caption_names(draft.clean, zone), *mail_names(draft.clean, mails)):
        index = people.add(found, "header", CERTAINTY["signature"])
        people.people[index].country = people.people[index].country or "US"


def _in_subject(draft: Draft) -> list[NameFound]:
    """`MEETING WITH DEFENSE MINISTER DIAZ`: those whom the subject names for sure."""
    names = [name for span in draft.spans.get("subject", ()) for name in find_names(draft.clean, span)]
    family = lexicon.family()
    return [
        name
        for name in names
        if (name.strength in ("title", "full", "known") and not name.plain)
        or (name.titles and len(name.tokens) == 1 and name.tokens[0].lower() in family)
    ]


def _from_lists(draft: Draft, people: People) -> set[int]:
    """The participants that the meetings step has read, each with the index of its person; where their names stand."""
    indices: dict[Participant, int] = {}
    members = [p for m in draft.meetings for p in m.participants if p.name]
    for participant in sorted(members, key=lambda p: (-len(name_tokens(p.name or "")), p.span.start)):
        tokens = name_tokens(participant.name or "")
        titles = [participant.title] if participant.title else []
        index = people.match(tokens, participant.span.start, titles)
        found = NameFound(_printed_span(draft, participant), tokens, "full")
        certainty = participant.confidence
        if index is None:
            index = people.add(found, participant.method, certainty)
        else:
            people.note(index, found)
        someone = people.people[index]
        if certainty >= someone.certainty:
            someone.certainty, someone.method = certainty, participant.method
        someone.country = someone.country or participant.side
        for title in titles:
            someone.add_title(title)
        indices[participant] = index
    draft.meetings = tuple(
        replace(m, participants=tuple(replace(p, person=indices.get(p)) if p.name else p for p in m.participants))
        for m in draft.meetings
    )
    _signer(draft, people)
    return {mention.start for index in indices.values() for mention in people.people[index].mentions}


def _untitled(name: NameFound) -> NameFound:
    """A name of a participants list without titles of its own: the list has told them, entry by entry."""
    return name._replace(titles=(), before="")


def _printed_span(draft: Draft, participant: Participant) -> Span:
    """Where the name itself stands within the entry of the list."""
    name = participant.name or ""
    text = participant.span.of(draft.clean)
    pattern = r"\s+".join(map(re.escape, name.split()))
    match = re.search(pattern, text)
    if match is None:
        return participant.span
    return Span(participant.span.start + match.start(), participant.span.start + match.end())


def _outside(names: list[NameFound], found: Harvest) -> list[NameFound]:
    """The names but those within the name of a body whose head precedes: `Instituto Ouro Verde`."""
    heads = lexicon.words_of("forward_head")
    bodies = [b.span for b in found.bodies if b.entry is None and b.name.partition(" ")[0].lower() in heads]
    if not bodies:
        return names
    return [n for n in names if n.titles or not any(b.start < n.span.start and n.span.end <= b.end for b in bodies)]


def _from_text(people: People, found_all: Harvest) -> None:
    second_names = aliases(people.clean, found_all.names)
    second = {who.key(alias.tokens) for _name, alias in second_names}
    names = [n for n in found_all.names if who.key(n.tokens) not in second] if second_names else found_all.names
    bodies = {b.name.split()[0].lower() for b in found_all.bodies if b.entry is None}
    names = _outside(names, found_all)
    sure = [n for n in names if n.strength in ("title", "full", "known")]
    unsure = [n for n in names if n.strength in ("maybe", "bare", "heading")]
    things = {who.key(n.tokens) for n in names if not n.titles and names_thing(n)}
    for found in sorted(sure, key=lambda n: (-len(who.key(n.tokens)), n.strength != "title", n.span.start)):
        foreign = found.tokens[0].lower() in lexicon.words_of("not_opening")
        if found.strength in ("full", "known") and PLACE_AFTER.match(people.clean, found.span.end):
            unsure.append(found._replace(strength="heading"))
            continue
        if not found.titles and who.key(found.tokens)[-1] in lexicon.words_of("dynasty") and _dynastic(found):
            continue  # the Al Saud
        thing = bool(things) and who.key(found.tokens) in things
        if found.strength in ("full", "known") and (foreign or thing or determined(people.clean, found)):
            unsure.append(found)
            continue
        people.add(_described(people, found), "narrative", CERTAINTY[found.strength])
    groups: dict[tuple[str, ...], list[NameFound]] = {}
    left: list[NameFound] = []
    for found in unsure:
        groups.setdefault(who.key(found.tokens), []).append(found)
    for key, forms in sorted(groups.items(), key=lambda item: -len(item[0])):
        index = people.match(forms[0].tokens, forms[0].span.start)
        if index is not None:
            for form in forms:
                same = people.match(form.tokens, form.span.start)
                people.note(index if same is None else same, form)
            continue
        forms = [f for f in forms if f.strength != "heading"]
        if any(key == thing[-1:] for thing in things):
            continue
        belief = believed(forms, people.clean) if key and forms and not is_body(people.clean, forms, bodies) else None
        if belief is None and key and forms and told(people.clean, forms):
            belief = "bare"
        if belief is None:
            left += forms
            continue
        index = people.add(_described(people, forms[0]), "narrative", CERTAINTY[belief])
        for form in forms[1:]:
            people.note(index, form)
    _from_chains(people, left)
    for name, alias in second_names:
        index = people.match(name.tokens, name.span.start)
        if index is None:
            if alias.strength in ("full", "known"):
                people.add(alias, "narrative", CERTAINTY[alias.strength])
            continue
        for form in found_all.names:
            if who.key(form.tokens) == who.key(alias.tokens):
                people.note(index, form._replace(strength="heading"))


def _dynastic(found: NameFound) -> bool:
    """Whether a name is that of a ruling family alone, not of one of it."""
    return len(found.tokens) == 1 or (len(found.tokens) == 2 and found.tokens[0].lower() in ("al", "aal"))


def _from_chains(people: People, left: list[NameFound]) -> None:
    """Adds those whose bare names go on a list of people who are named by their family names alone."""
    sure = [p for p in people.people if p.certainty >= CERTAINTY["known"]]
    ends = {m.end for p in sure for m in p.mentions if " " not in m.of(people.clean)}
    placed = {who.key(found.tokens) for found in left if found.before in PLACES}
    for found in sorted(left):
        if found.strength != "bare" or found.plain or len(found.tokens) > 1 or found.titles:
            continue
        if who.key(found.tokens) in placed or "-" in found.tokens[0][3:]:
            continue
        joint = _JOINT.search(people.clean, max(0, found.span.start - 7), found.span.start)
        if joint is not None and joint.start() in ends:
            people.add(found, "narrative", CERTAINTY["bare"])
            ends.add(found.span.end)


_JOINT = re.compile(r"(?:,| and|, and)\s$")


def _from_words(people: People, words: list[tuple[str, Span]]) -> None:
    """Adds the mentions of those whose family name is an English word: `Brown told`, but not the head of a sentence."""
    families = {short for p in people.people for short in who.short_forms(p.tokens)[:1]}
    taken = {m.start for p in people.people for m in p.mentions}
    inside = {end for p in people.people for m in p.mentions for end in (m.end,)}
    for word, span in words:
        if word not in families or span.start in taken or span.end in inside:
            continue
        text = people.clean
        index = people.match((span.of(text),), span.start)
        if index is not None and (_mid_sentence(text, span.start) or _SAYS.match(text, span.end)):
            people.people[index].mentions.append(span)


def _from_initials(people: People, acronyms: list[tuple[str, Span]]) -> None:
    """Adds the mentions of those who go by their initials."""
    called = {initials: i for i, p in enumerate(people.people) for initials in p.initials}
    for text, span in acronyms:
        if text in called:
            people.people[called[text]].mentions.append(span)


_SAYS = re.compile(
    r"(?:['’]s?\b|,? (?:said|told|asked|added|noted|replied|agreed|stressed|argued|responded|explained)\b)"
)


def _mid_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip()
    return bool(before) and (before[-1].islower() or before[-1] == ",")


def _described(people: People, found: NameFound) -> NameFound:
    """The candidate with the lower-case title that stands before it: `opposition leader`."""
    if found.titles or found.before.lower() not in lexicon.titles("lower") or found.before == "General":
        return found
    allowed = lexicon.words_of("title_word") - _NO_TITLE
    start = end = found.span.start
    for word in reversed(list(_WORD.finditer(people.clean, max(0, start - 60), start))):
        text = word.group()
        owner = text.endswith(("'s", "’s")) and country_in(text) is None  # "Soto's brother-in-law X"
        fits = text.lower() in allowed or (
            start < end and text[0].isupper() and text.lower() not in _NO_TITLE and not owner
        )
        if not fits or people.clean[word.end() : start].strip():
            break
        start = word.start()
    first = len(people.clean[start:end].rstrip()) + start
    return found._replace(titles=(Span(start, first),)) if start < first else found


_WORD = re.compile(r"[^\s,;:.()]+")
# words that end the description before a name
_NO_TITLE = lexicon.words_of("no_title")
