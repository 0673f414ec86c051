"""A person as a cable names one, with what the cable shows about who it is."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.link.names.fold import plain, styles, words
from cablerdf.link.people.offices import Office, office
from cablerdf.link.tables.territories import country_of, post_country
from cablerdf.vocab.tables import mapping

SIGNER_AT_STATE = Office("minister", "foreign")  # telegrams of the Department bear the Secretary's name (5 FAH-2)
SECRETARY = frozenset({"secretary", "the secretary", "secstate"})  # in telegrams the Secretary of State
SIGNER_AT_POST = Office("ambassador")  # and those of a post its chief's


class Mention(NamedTuple):
    """One name to be decided: equal mentions are decided once.

    `country` is an ISO code, `host` the country where an ambassador would be accredited, as plain words of its name.
    """

    name: str
    country: str | None
    year: int | None
    titles: tuple[str, ...] = ()
    host: str | None = None
    signer: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name that identify."""
        return words(self.name)

    @property
    def offices(self) -> tuple[Office, ...]:
        """The kinds of office that the titles name, and that which signing a telegram shows."""
        found = [office(title) for title in (*self.titles, *styles(self.name))]
        if self.country == "us" and any(title.casefold() in SECRETARY for title in self.titles):
            found.append(SIGNER_AT_STATE)
        if self.signer:
            found.append(SIGNER_AT_STATE if self.host is None else SIGNER_AT_POST)
        return tuple(dict.fromkeys(one for one in found if one.role is not None))


def mentioned(
    name: str, country: str | None, year: int | None, titles: tuple[str, ...], post: str | None, signs: bool
) -> Mention:
    """The mention of a person in a cable of that post; `signs` tells whether the cable bears the name as signature."""
    code = country_code(country)
    signer = signs and code in (None, "us")
    host = post_country(post)
    if post == "STATE":
        host = "United States" if code != "us" else None
    return Mention(name, "us" if signer else code, year, titles, plain(host) if host else None, signer and not titles)


def country_code(name: str | None) -> str | None:
    """The ISO code of a country by the name that the parser gives it.

    >>> country_code("US"), country_code("Japan"), country_code("EU")
    ('us', 'jp', None)
    """
    return mapping("country_codes", "name", "code").get(country_of(name) or "")
