"""What is known of some people of cables who are one, to be compared with others."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from cablerdf.link.identity.roll import Named
from cablerdf.link.names.fold import plain
from cablerdf.link.people.mention import country_code, mentioned
from cablerdf.link.people.offices import Office

Key = TypeVar("Key")
Words = tuple[str, ...]
NO_QIDS: frozenset[str] = frozenset()
NO_ROYAL: frozenset[str] = frozenset()
NO_SIDES: frozenset[str] = frozenset()
NO_SPAN: tuple[int, ...] = ()
PRINCE = "prince"
ROYAL = {  # words of titles of those who go by a first name, and their rank
    "king": "king", "queen": "king", "emir": "emir", "amir": "emir", "sultan": "sultan", "shah": "shah",
    "prince": PRINCE, "princess": PRINCE,
}  # fmt: skip


class Sighting(NamedTuple):
    """A person of a cable with what tells of the cable: its number in the collection, its key, date and post."""

    number: int
    cable: str
    date: str | None
    post: str | None
    person: Named

    @property
    def month(self) -> int | None:
        """The month of the cable, counted from the year 0; the middle of the year where only that is known."""
        if self.date is None:
            return None
        return int(self.date[:4]) * 12 + (int(self.date[5:7]) - 1 if len(self.date) > 6 else 6)


class Looks(NamedTuple):
    """How a person of one cable looks: words of the name, country, kinds of office."""

    words: Words
    country: str | None
    offices: tuple[Office, ...]


def looks(sighting: Sighting) -> Looks:
    """How a person of a cable looks; countries by their codes, those without one by name."""
    person = sighting.person
    year = int(sighting.date[:4]) if sighting.date is not None else None
    found = mentioned(person.name, person.country, year, person.titles, sighting.post, person.signs)
    return Looks(found.words, found.country or code(person.country), found.offices)


def code(country: str | None) -> str | None:
    """The code of a country, its name where it has none."""
    return country_code(country) or (country or "").casefold() or None


class Side:
    """What is known of some people of cables who are one: it grows as more of them are found.

    `names` are words of names, each with how often; `offices` have the months of the cables that tell of each, `posts`
    wrote them, `cables` are their numbers, `months` those in which they were written, `span` the first of these and the
    last; `country` is the one that most of them give, `royal` the ranks of a ruling house, `stands_for` the countries
    that those of no known country stood for at meetings.

    Args:
        sighting: of which this is known at first.
        look: how it looks.
    """

    __slots__ = (
        "cables", "countries", "country", "known", "months", "names", "offices", "posts", "qids", "royal", "span",
        "stands_for",
    )  # fmt: skip

    def __init__(self, sighting: Sighting, look: Looks) -> None:
        month = sighting.month
        months = {month} if month is not None else set()
        self.names = {look.words: 1}
        self.countries = {look.country: 1} if look.country is not None else {}
        self.country = look.country
        self.offices: dict[Office, set[int]] = {office: set(months) for office in look.offices}
        self.posts: set[str] = {sighting.post} if sighting.post is not None else set()
        self.cables: set[int] = {sighting.number}
        self.months = dict.fromkeys(months, 1)
        self.span = (month, month) if month is not None else NO_SPAN
        self.qids = NO_QIDS if sighting.person.wikidata is None else frozenset((sighting.person.wikidata,))
        titles = [word for title in sighting.person.titles for word in plain(title).split()]
        self.royal = frozenset(ROYAL[word] for word in titles if word in ROYAL) if titles else NO_ROYAL
        side = code(sighting.person.side)
        self.stands_for = frozenset((side,)) if side is not None else NO_SIDES
        self.known: frozenset[int] | None = None  # whom these cables name beside, once it was asked for

    def take(self, other: Side) -> None:
        """Know what the other knows too."""
        add(self.names, other.names)
        add(self.countries, other.countries)
        self.country = min(self.countries, key=lambda one: (-self.countries[one], one), default=None)
        add(self.months, other.months)
        ends = (*self.span, *other.span)
        self.span = (min(ends), max(ends)) if ends else NO_SPAN
        self.cables |= other.cables
        self.qids |= other.qids
        self.posts |= other.posts
        self.royal |= other.royal
        self.stands_for |= other.stands_for
        self.known = None
        for office, months in other.offices.items():
            self.offices.setdefault(office, set()).update(months)

    @property
    def fullest(self) -> Words:
        """The name with most words, of those the most frequent."""
        return min(self.names, key=lambda name: (-len(name), -self.names[name], name))


def add(counts: dict[Key, int], others: dict[Key, int]) -> None:
    """Add to some counts others: a plain dictionary takes a third of the time of a `Counter`, and people are many."""
    for key, count in others.items():
        counts[key] = counts.get(key, 0) + count


def is_full(words: Words) -> bool:
    """Whether a name tells more than a family name: two words that are no initials.

    >>> is_full(("tsuneo", "nishida")), is_full(("t", "nishida")), is_full(("nishida",))
    (True, False, False)
    """
    return sum(len(word) > 1 for word in words) > 1
