"""The offices that people take part with are theirs: what the meetings have read is told of the persons too."""

from __future__ import annotations

import re
from dataclasses import replace

from cablerdf.model import Person
from cablerdf.parse.draft import Draft
from cablerdf.parse.lexicon.forms import titles
from cablerdf.parse.lexicon.offices import is_person_noun
from cablerdf.parse.lexicon.styles import before_names, is_rank, is_style, stands_before_names
from cablerdf.parse.meetings.offices.titles import is_one

_LONG_ASIDE = re.compile(r"\([^()]{30}")
_CUT = frozenset(("general", "in", "service", "staff"))  # at the head of what is left of a longer office


def with_offices(draft: Draft) -> tuple[Person, ...]:
    """The persons, each with the office that he or she takes part with in a meeting."""
    persons = list(draft.persons)
    for meeting in draft.meetings:
        for participant in meeting.participants:
            if participant.person is not None and participant.title and participant.name:
                person = persons[participant.person]
                known = participant.title in person.titles
                titles = person.titles if known else _with(person.titles, _office(participant.title))
                if titles != person.titles:
                    persons[participant.person] = replace(person, titles=titles)
    return tuple(persons)


def _office(title: str) -> str | None:
    """The office of a title without the ranks at its ends; None where it is no office of one person.

    >>> _office("Colonel, Defense Attache"), _office("Desk Officer Colonel"), _office("Gas Department")
    ('Defense Attache', 'Desk Officer', None)
    """
    rank, comma, rest = title.removeprefix("The ").partition(", ")
    office = rest if comma and is_rank(rank) else title.removeprefix("The ")
    words = office.split()
    while len(words) > 1 and words[-1].lower().strip(".") in before_names() and words[-2].lower() != "crown":
        words.pop()
    office = " ".join(words)
    if not office or _LONG_ASIDE.search(office) or not is_one(office) or is_style(office):
        return None
    several = office.endswith("ies") or any(word.endswith("s") and is_person_noun(word[:-1]) for word in words)
    two = " and " in office and is_person_noun(office.partition(" and ")[0].split()[-1])
    return None if two or several or words[0].lower() in _CUT or words[-1].lower() in titles("kin") else office


def _with(titles: tuple[str, ...], office: str | None) -> tuple[str, ...]:
    """Some titles and an office, in the place of one that is its end alone; the same where they have it.

    >>> _with(("Coordinator", "Dr"), "Gas Coordinator"), _with(("EUR Director",), "Director")
    (('Gas Coordinator', 'Dr'), ('EUR Director',))
    """
    low = (office or "").lower().replace("-", " ")
    if office is None or any(low in title.lower().replace("-", " ") for title in titles):
        return titles
    for at, title in enumerate(titles):
        if low.endswith(f" {title.lower()}") and not stands_before_names(title) and title != "Ambassador":
            return (*titles[:at], office, *titles[at + 1 :])
    return (*titles, office)
