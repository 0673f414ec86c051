"""The statements of one paragraph whose people, place and body are known."""

from __future__ import annotations

from cablerdf.model import Mention, Organization, Paragraph, Person, Place, SourceDocument, Span, Statement
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.names.someone import Someone
from cablerdf.parse.entities.register.register import Register
from cablerdf.parse.statements import find_statements

PEOPLE = ("Anna Maria Lindqvist", "Tomas Okoro", "Pavel Zeman")


def draft_of(text: str, kind: str = "body") -> Draft:
    """A draft with one paragraph, its people named by full or family name."""
    draft = Draft(SourceDocument(name="t", text=text, format="text"), text)
    whole = Span(0, len(text))
    draft.paragraphs = (Paragraph(number=1, text=text, span=whole, content=whole, kind=kind),)  # type: ignore[arg-type]
    mentions = []
    for index, name in enumerate(PEOPLE):
        for form in (name, name.split()[-1]):
            at = text.find(form)
            while at >= 0:
                mentions.append(Mention("person", index, Span(at, at + len(form)), 0))
                at = text.find(form, at + 1)
    at = text.find("Norway")
    if at >= 0:
        mentions.append(Mention("place", 0, Span(at, at + 6), 0))
    at = text.find("GON")
    if at >= 0:
        mentions.append(Mention("organization", 0, Span(at, at + 3), 0))
    draft.persons = tuple(Person(name=name, span=Span(0, 0)) for name in PEOPLE)
    draft.register = Register(text)
    for index, name in enumerate(PEOPLE):
        someone = Someone(tuple(name.split()), Span(0, 0), "full", 1.0)
        someone.mentions = [m.span for m in mentions if m.kind == "person" and m.entity == index]
        draft.register.people.append(someone)
    draft.places = (Place(name="Norway", span=Span(0, 0)),)
    draft.orgs = (Organization(name="Government of Norway", abbreviation="GON", span=Span(0, 0)),)
    draft.mentions = tuple(mentions)
    return draft


def statements(text: str, kind: str = "body") -> tuple[Statement, ...]:
    draft = draft_of(text, kind)
    find_statements(draft)
    return draft.statements
