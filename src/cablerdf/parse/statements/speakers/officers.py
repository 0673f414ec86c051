"""Who holds the offices of the reporting post: "the Ambassador", "the DCM", "the Charge", "the CG"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cablerdf.parse.draft import Draft
from cablerdf.parse.statements.grammar.lexicon import NATIONAL
from cablerdf.parse.statements.speakers.called import without_nations
from cablerdf.vocab.tables import rows

_OFFICES = {row["word"]: row["office"] for row in rows("mission_offices")}
_OURS = re.compile(r"^(?:(?:acting|u\.?s\.?|american|the|our)\s+)+|[.,;].*$", re.IGNORECASE | re.DOTALL)
_BEFORE_OFFICE = re.compile(r"(?<![a-z])([a-z]++) ambassador", re.IGNORECASE)


class Officer(NamedTuple):
    """The holder of an office: `person` is the index among the cable's people, None where it is not one of them."""

    name: str
    person: int | None


@lru_cache(maxsize=4096)  # the titles of many cables are the same
def office_of(title: str) -> str | None:
    """The office of a post that a title means, None for another's.

    >>> office_of("Acting DCM"), office_of("Ambassador, U.S. Embassy Tripoli"), office_of("Minister")
    ('dcm', 'ambassador', None)
    """
    return _OFFICES.get(" ".join(_OURS.sub("", title.strip().replace("’", "'").lower()).split()))


def officers(draft: Draft) -> dict[str, Officer]:
    """The holders of the post's offices, as far as the cable names them: by signature, as classifier, as Americans."""
    found: dict[str, Officer] = {}
    signer = (draft.signer or "").split()[-1:]
    family = signer[0].lower() if signer else ""
    people = [(i, p) for i, p in enumerate(draft.persons) if p.country in ("US", None)]
    offices = [(i, p.name, {office_of(t) for t in p.titles} - {None}, p.country) for i, p in people]
    signed = [o for o in offices if o[1].split()[-1].lower() == family]
    ours = [o for o in offices if o[3] == "US" and o not in signed]
    for index, name, held, _ in signed:
        for office in held:
            found.setdefault(str(office), Officer(name, index))
    by = draft.classified_by
    if by is not None and by.name and by.title and (office := office_of(by.title)):
        found.setdefault(office, Officer(by.name, draft.person_called(by.name)))
    for office in set(_OFFICES.values()) - set(found):
        holders = [o for o in ours if office in o[2]]
        if len(holders) == 1:
            found[office] = Officer(holders[0][1], holders[0][0])
    subject = _BEFORE_OFFICE.search(draft.subject or "")
    if subject and subject.group(1).lower() in NATIONAL - {"american"}:
        found["ambassador"] = Officer("", None)  # the cable is about another's ambassador
    return found


def bears(titles: Iterable[str], office: list[str]) -> bool:
    """Whether one of the titles is that of the office, its nation left out: "UK Ambassador Sir", ["ambassador"]."""
    return any(without_nations(t)[: len(office)] == office for t in titles)
