"""Notes why somebody is a person of the cable, by which forms he is meant, of which country and with which titles."""

from __future__ import annotations

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.people.officers import office_of
from cablerdf.parse.entities.register.answers import Answer
from cablerdf.parse.entities.register.register import Register
from cablerdf.parse.lexicon.sureness import sureness


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
