"""A person in one cable: what the rules of identity know of it."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.link.names.compare import family_of
from cablerdf.link.names.fold import words
from cablerdf.link.people.mention import country_code
from cablerdf.link.people.offices import TOP, Office, office

HOME = "United States"  # whose posts write the cables


class Seen(NamedTuple):
    """A person in one cable: `person` is the IRI, `month` is `2009-04`."""

    person: str
    name: str
    country: str | None
    titles: tuple[str, ...]
    month: str | None
    post: str | None
    cable: str
    signs: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name that identify."""
        return words(self.name)

    @property
    def family(self) -> str:
        """The family name, folded."""
        found = self.words
        return found[family_of(found, country_code(self.country))] if found else ""

    @property
    def year(self) -> int | None:
        """The year of the cable."""
        return int(self.month[:4]) if self.month else None

    @property
    def offices(self) -> tuple[Office, ...]:
        """The kinds of office that the titles name."""
        return tuple(one for title in self.titles if (one := office(title)).role is not None)

    @property
    def posts(self) -> frozenset[str]:
        """The offices that tell one of a family name: of a state, of a body that is named, at the head of a post."""
        found = {key for one in self.offices if (key := one_holder(one)) is not None}
        heads = self.signs or any(one.role == "ambassador" for one in self.offices)
        return frozenset(found | {f"head of {self.post}"} if heads and self.country == HOME else found)


def one_holder(one: Office) -> str | None:
    """An office that one person of a family name holds, as a key: in a state, or in a body or place that is named."""
    if one.former:
        return None
    if one.role in TOP or one.portfolio is not None:
        return f"{one.role} {one.portfolio or ''}"
    return f"{one.role} {' '.join(sorted(one.of))}" if one.of else None
