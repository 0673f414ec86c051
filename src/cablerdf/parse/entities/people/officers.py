"""Who holds the offices of the reporting post: "the Ambassador", "the DCM", "the Charge", "the CG"."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.register.holders import Officer, Post, office_forms
from cablerdf.parse.lexicon.nationality import adjectives
from cablerdf.parse.lexicon.offices import chiefs, office_of

_BEFORE_OFFICE = re.compile(r"(?<![a-z])([a-z]++) ambassador", re.IGNORECASE)
_PRINTED = {"ambassador": "Ambassador", "charge": "Charge", "cg": "Consul General", "dcm": "DCM"}
# above the text: "FOR THE SECRETARY FROM AMBASSADOR POE"
_SENDER = re.compile(
    r"\bFROM\s+(?:THE\s+)?(?P<office>AMBASSADOR|AMB\.?|CHARG[EÉ](?:\s+D['’]AFFAIRES)?|CONSUL\s+GENERAL|CG|DCM)"
    r"(?:[ \t]+(?P<name>(?!TO\b|FOR\b)[A-Z][A-Z.'’-]+(?:[ \t]+[A-Z][A-Z.'’-]*){0,3}))?(?=[ \t]*(?:\n|$|TO\b|FOR\b))"
)


class Sender(NamedTuple):
    """From whom a telegram is: `person` is None where the line has the office alone."""

    office: str
    person: int | None


def sender(draft: Draft) -> Sender | None:
    """The officer of the post from whom a telegram is, as the lines above its text have him."""
    body = draft.zones.body or Span(0, len(draft.clean))
    first = draft.paragraphs[0].span.start if draft.paragraphs else body.end
    end = max(first, body.start)
    start = draft.clean.find("FROM ", 0, end)
    match = _SENDER.search(draft.clean, start, end) if start >= 0 else None
    if match is None:
        return None
    office = _PRINTED[str(office_of(match["office"]))]
    person = draft.person_called(match["name"]) if match["name"] else None
    return Sender(office, person)


def office_holders(draft: Draft) -> dict[str, Officer]:
    """The holders of the post's offices, as far as the cable names them.

    It names them by the signature, the Classified By line, the line "FROM AMBASSADOR POE", or as the only American.
    """
    found = _by_header(draft)
    signer = _family(draft.signer)
    ours = [
        (Officer(person.name, index, "the only American with the title"), {office_of(title) for title in person.titles})
        for index, person in enumerate(draft.persons)
        if person.country == "US" and _family(person.name) != signer
    ]
    for office in set(chiefs().values()) - set(found):
        holders = [officer for officer, held in ours if office in held]
        if len(holders) == 1:
            found[office] = holders[0]
    subject = _BEFORE_OFFICE.search(draft.subject or "")
    if subject and subject[1].lower() in adjectives() - {"american"}:
        found["ambassador"] = Officer("", None, "the subject is about another's ambassador")
    return found


def post_of(draft: Draft) -> Post:
    """What the header and the persons tell of the offices of the post."""
    by = draft.classified_by
    title = (by.title or "").lower() if by is not None and by.name else ""
    return Post(
        draft.officers,
        draft.person_called(by.name) if by is not None and by.name else None,
        office_forms(title) | office_forms(title.removeprefix("acting ")),
        draft.subject or "",
    )


def _by_header(draft: Draft) -> dict[str, Officer]:
    """Those whom the signature shows to be officers, the Classified By line, the line of the sender."""
    found: dict[str, Officer] = {}
    signer, by, writer = _family(draft.signer), draft.classified_by, sender(draft)
    for index, signed in enumerate(draft.persons):
        if signed.country in ("US", None) and _family(signed.name) == signer:
            for office in map(office_of, signed.titles):
                if office is not None:
                    found.setdefault(office, Officer(signed.name, index, "signed the cable"))
    if by is not None and by.name:
        alone = "ambassador" if _family(by.name) == signer else None  # he signs too, and no title is printed
        office = office_of(by.title) if by.title else alone
        if office is not None:
            person = draft.person_called(by.name)
            found.setdefault(office, Officer(by.name, person, "classified the cable"))
    if writer is not None and writer.person is not None:
        name = draft.persons[writer.person].name
        found.setdefault(str(office_of(writer.office)), Officer(name, writer.person, "the telegram is from him"))
    return found


def _family(name: str | None) -> str:
    return "".join((name or "").lower().split()[-1:])
