"""Who held an office, where the cable itself says so."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.countries.host import host_country
from cablerdf.parse.entities.people.officers import office_of
from cablerdf.parse.entities.register.answers import Answer
from cablerdf.parse.lexicon.forms import plain_country
from cablerdf.parse.lexicon.offices import officer_forms
from cablerdf.parse.meetings.words.functions import is_principal
from cablerdf.parse.text import lowered

_ALONE = re.compile(r"^(?:the|our|u\.?s\.?|embassy)\s+", re.IGNORECASE)
_FAMILY = re.compile(r"\s+(?P<family>[^\W\d_][\w-]+)")
# offices that so many countries have that a text from Washington alone does not tell whose is meant
_ABROAD_TOO = frozenset(("president", "vice president", "minister", "foreign minister", "prime minister", "king"))
_LESSER = ("deputy ", "under ", "assistant ", "vice ", "foreign ")  # of other offices that end alike


# "Charge' d'Affaires", "Charge d, Affaires"
_APOSTROPHE = re.compile(r"'(?=\s|$)")


def _office(title: str) -> str:
    key = _ALONE.sub("", " ".join(title.lower().replace("’", "'").split())).replace(".", "")
    key = _APOSTROPHE.sub("", key.replace("d, affaires", "d'affaires"))
    return officer_forms().get(key, key).lower()


def fuller(listed: str, known: str) -> str:
    """The fuller of a listed name and the one that the cable knows the person by.

    A known name that goes on beyond the listed family name is not trusted.

    >>> fuller("Ann Poe", "Ann B. Poe"), fuller("Ann Poe", "Ann Poe Lee Roe"), fuller("Poe", "Ann Poe")
    ('Ann B. Poe', 'Ann Poe', 'Ann Poe')
    """
    have, want = known.split(), listed.split()
    if len(want) == 1 and len(have) > 1 and want[0].lower() in (have[0].lower(), have[-1].lower()):
        return known
    return known if len(have) >= len(want) and have[-1].lower() == want[-1].lower() else listed


def holder(draft: Draft, title: str, side: str | None, taken: Collection[int] = ()) -> Answer | None:
    """The one person whom the cable names with an office, and by what; None where it is not sure.

    The header comes first: "Classified By: Ambassador Ann Poe" tells who the Ambassador is.
    """
    wanted = _office(title)
    if wanted.endswith("s") and not wanted.endswith(("affairs", "affaires")):
        return None
    if side in (None, "US"):
        office, classifier = office_of(title), draft.classified_by
        officer = draft.officers.get(office) if office is not None else None
        if officer is not None and officer.name and officer.person not in taken:
            return None if officer.person is None else Answer(officer.person, f"holds the office here: {officer.rule}")
        if classifier is not None and classifier.name and _classifies(classifier.title, wanted):
            named = draft.person_called(classifier.name)
            return None if named is None else Answer(named, "classified the cable with the title")
    if side is None and wanted in _ABROAD_TOO and host_country(draft) is None:
        return None
    beside = _beside(draft, title, side, taken)
    if beside is not None:
        return Answer(beside, "the office stands before a family name")
    held = [
        index
        for index, person in enumerate(draft.persons)
        if index not in taken
        and any(wanted in _forms(t) for t in person.titles)
        and (side is None or person.country is None or plain_country(person.country) == side)
    ]
    return Answer(held[0], "alone bears the title") if len(held) == 1 else None


def _beside(draft: Draft, title: str, side: str | None, taken: Collection[int]) -> int | None:
    """Who is called by an office and his family name: "Secretary Poe" tells who "the Secretary" is."""
    alone = _ALONE.sub("", " ".join(title.split()))
    if not is_principal(alone):
        return None
    for text in (draft.subject or "", draft.clean):
        families = _called(lowered(text), alone.lower())
        fitting = [
            index
            for index, person in enumerate(draft.persons)
            if person.name.split()[-1].lower() in families
            and index not in taken
            and (side is None or person.country is None or plain_country(person.country) == side)
        ]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _called(low: str, office: str) -> set[str]:
    """The words that follow an office in a text in small letters.

    >>> _called("secretary poe met under secretary roe", "secretary")
    {'poe'}
    """
    found: set[str] = set()
    at = low.find(office)
    while at >= 0:
        end = at + len(office)
        match = _FAMILY.match(low, end)
        if match is not None and not low[at - 1 : at].isalnum() and not low.endswith(_LESSER, 0, at):
            found.add(match["family"])
        at = low.find(office, end)
    return found


def _classifies(title: str | None, wanted: str) -> bool:
    """Whether the title in the Classified By line is that of an office."""
    return title is not None and wanted in _forms(title) | _forms(title.lower().removeprefix("acting "))


@lru_cache(maxsize=1 << 12)
def _forms(title: str) -> frozenset[str]:
    """The office that a title is, with and without what follows a comma.

    >>> sorted(_forms("DCM, State, Exec"))
    ['dcm', 'dcm, state, exec', 'deputy chief of mission']
    """
    whole = _office(title)
    return frozenset((whole, whole.split(",")[0], _office(title.split(",")[0])))
