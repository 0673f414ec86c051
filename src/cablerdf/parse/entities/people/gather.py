"""Brings together the people whom header, participants lists and running text name."""

from __future__ import annotations

import re
from dataclasses import replace

from cablerdf.model import Participant, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.captions.lines import caption_names
from cablerdf.parse.entities.captions.mails import clerks, mail_writers
from cablerdf.parse.entities.countries.host import host_country
from cablerdf.parse.entities.countries.offices import settle_by_office
from cablerdf.parse.entities.countries.origin import settle_countries
from cablerdf.parse.entities.harvest.harvest import Harvest
from cablerdf.parse.entities.names.reader import NameFound, find_names
from cablerdf.parse.entities.people.in_text import add_from_text
from cablerdf.parse.entities.people.officers import office_holders, post_of
from cablerdf.parse.entities.register.aliases import settle_spellings
from cablerdf.parse.entities.register.answers import Answer
from cablerdf.parse.entities.register.register import Register
from cablerdf.parse.entities.register.titles_in_text import add_titles_from_text
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.offices import office_of
from cablerdf.parse.lexicon.sureness import sureness

_WORDS = re.compile(r"[^\s,]+")


def gather_people(draft: Draft, found: Harvest) -> None:
    """Sets `Draft.register`, `persons`, `officers` and the `person` of each participant."""
    people = Register(draft.clean, host_country(draft))
    draft.register = people
    _from_header(draft, people)
    listed = _from_lists(draft, people)
    found.names = [_untitled(name) if name.span.start in listed else name for name in found.names]
    found.names += _in_subject(draft)
    add_from_text(people, found)
    settle_spellings(people)
    assumed = settle_countries(draft, people)
    if draft.zones.body is not None:
        before = {at: set(people.people[at].titles) for at in assumed}
        add_titles_from_text(people, draft.zones.body.start)
        for at, titles in before.items():
            settle_by_office(draft, people, at, titles)
    draft.persons = people.persons()
    draft.officers = office_holders(draft)
    people.learn(draft.persons, post_of(draft))
    note_people(draft, people)


def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a printed name.

    >>> name_tokens("Robert H. Tuttle, Jr.")
    ('Robert', 'H.', 'Tuttle', 'Jr.')
    """
    return tuple(_WORDS.findall(name))


def _from_header(draft: Draft, people: Register) -> None:
    for classified in filter(None, (draft.classified_by, *draft.co_classified_by)):
        if classified.name:
            span = classified.name_span or classified.span
            index = people.add(NameFound(span, name_tokens(classified.name), "full"), "header")
            people.people[index].country = "US"
            if classified.title:
                people.people[index].add_title(classified.title, "in the Classified By line")
    for place, tag in enumerate(draft.tags):
        if "," in tag:
            family, _, rest = tag.partition(",")
            spans = draft.spans.get("tags", ())
            span = spans[place] if place < len(spans) else Span(0, 0)
            people.add(NameFound(span, (*name_tokens(rest), *name_tokens(family)), "full"), "header")
    _from_caption(draft, people)


def _signer(draft: Draft, people: Register) -> None:
    if draft.signer is None:
        return
    span = (draft.spans.get("signer") or (draft.zones.signature or Span(0, 0),))[0]
    index = people.add(NameFound(span, name_tokens(draft.signer), "bare"), "signature")
    people.people[index].country = people.people[index].country or "US"


def _from_caption(draft: Draft, people: Register) -> None:
    """`NSC FOR SENIOR DIRECTOR RESTREPO`: names with a title in the lines above the E.O. line."""
    zone = draft.zones.caption
    if zone is None or draft.zones.labels is None:
        return
    mails = Span(zone.start, draft.zones.body.start if draft.zones.body is not None else zone.end)
    clearance = clerks(draft.clean, Span(0, zone.start))
    for found in (*caption_names(draft.clean, zone), *mail_writers(draft.clean, mails), *clearance):
        index = people.add(found, "signature")
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


def _from_lists(draft: Draft, people: Register) -> set[int]:
    """The participants that the meetings step has read, each with the index of its person; where their names stand."""
    indices: dict[Participant, int] = {}
    members = [p for m in draft.meetings for p in m.participants if p.name]
    for participant in sorted(members, key=lambda p: (-len(name_tokens(p.name or "")), p.span.start)):
        tokens = name_tokens(participant.name or "")
        titles = [participant.title] if participant.title else []
        known = people.answer(tokens, participant.span.start, titles)
        found = NameFound(_printed_span(draft, participant), tokens, "full")
        certainty = participant.confidence
        if known is None:
            index = people.add(found, "list", certainty)
        else:
            index = known.person
            people.join(known, found)
        someone = people.people[index]
        if certainty >= someone.certainty:
            someone.certainty, someone.rule = certainty, "list"
        if someone.country is None and participant.side is not None:
            someone.country, someone.country_rule = participant.side, "the side of a list"
        for title in titles:
            someone.add_title(title, "in a participants list")
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
    if text == name:
        return participant.span
    pattern = r"\s+".join(map(re.escape, name.split()))
    match = re.search(pattern, text)
    if match is None:
        return participant.span
    return Span(participant.span.start + match.start(), participant.span.start + match.end())


def note_people(draft: Draft, people: Register) -> None:
    """Notes the rule behind each person, country and title."""
    for someone, person in zip(people.people, draft.persons, strict=True):
        name, span = person.name, someone.span
        others = f"{len(someone.mentions)} mentions" if len(someone.mentions) > 1 else "one mention"
        draft.note("person", name, name, someone.rule, span, sureness=person.confidence, because=(others,))
        if someone.country is not None:
            rule = someone.country_rule
            draft.note("country", name, someone.country, rule, span, sureness=sureness("country", rule))
        for title, rule in zip(someone.titles, someone.title_rules, strict=True):
            draft.note("title", name, title, rule, span)
    _note_forms(draft, people)
    _note_officers(draft)


def _note_forms(draft: Draft, people: Register) -> None:
    """Notes once for each short or other form of a name whom it means, by which rule, and who else might be meant."""
    found: dict[tuple[str, Answer], list[Span]] = {}
    for span, answer in people.answers:
        form = " ".join(span.of(draft.clean).split())
        if form.lower() != draft.persons[answer.person].name.lower():
            found.setdefault((form, answer), []).append(span)
    for (form, answer), spans in found.items():
        times = f"{len(spans)} times" if len(spans) > 1 else "once"
        draft.note_answer(answer, form, spans[0], (times,))


def _note_officers(draft: Draft) -> None:
    """Notes who of the reporting post holds which office, by what the cable shows it, and who else bears its title."""
    for office, officer in sorted(draft.officers.items()):
        if officer.person is None:
            continue
        titled = [p for p in draft.persons if any(office_of(title) == office for title in p.titles)]
        others = tuple(p.name for p in titled if p is not draft.persons[officer.person])
        span = draft.persons[officer.person].span
        draft.note("office", officer.name, office, officer.rule, span, sureness=None, instead=others)
