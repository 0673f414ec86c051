"""Notes why somebody is a person of the cable, of which country and with which titles."""

from __future__ import annotations

from cablerdf.parse.draft import Draft
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
