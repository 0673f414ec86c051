"""Who holds an office that is told of without a name: "the Ambassador", "the Minister", "the Norwegian Consul".

One decision for meetings and statements: the first of the rules that tells, in the order of `Holders.holder`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cablerdf.model import Person
from cablerdf.parse.entities.names.someone import Someone, printed
from cablerdf.parse.entities.register.answers import Answer, once
from cablerdf.parse.lexicon.forms import plain_country
from cablerdf.parse.lexicon.nationality import nations
from cablerdf.parse.lexicon.offices import american, is_principal, office_of, officer_forms
from cablerdf.parse.text import lowered

ALONE = "alone bears the title"
TOLD_IN_FULL = "alone of the host country has a title that begins so"
BEGINS_SO = "alone has a title that begins so"
OF_NATION = "alone holds the office of that nation"
SHORT = (BEGINS_SO, OF_NATION, TOLD_IN_FULL)  # rules by which a title says less than the one that is borne
ANYWHERE = 1 << 30  # a place behind all mentions
_ALONE = re.compile(r"^(?:the|our|u\.?s\.?|embassy)\s+", re.IGNORECASE)
_FAMILY = re.compile(r"\s+(?P<family>[^\W\d_][\w-]+)")
_APOSTROPHE = re.compile(r"'(?=\s|$)")  # "Charge' d'Affaires", "Charge d, Affaires"
# words before an office that make a lesser one of it
_LESSER = tuple(f" {word}" for word in ("vice", "deputy", "assistant", "under", "former", "ex", "prime", "foreign"))


class Officer(NamedTuple):
    """The holder of an office: `person` is the index among the cable's people, None where it is not one of them."""

    name: str
    person: int | None
    rule: str  # by what the cable shows it


class Post(NamedTuple):
    """What a cable tells of the offices of its post, and its subject."""

    officers: Mapping[str, Officer] = {}
    classifier: int | None = None  # who classified it
    classified_as: frozenset[str] = frozenset()  # in which office, by its forms
    subject: str = ""


class Holders:
    """Who holds which office, by the titles that people bear and what the header tells.

    Args:
        people: of the cable, with the places where they are named.
        persons: the same people with the titles and countries that are known by now.
        clean: the text.
        host: the country of the post.
        post: what the header tells.
    """

    def __init__(
        self, people: Sequence[Someone], persons: Sequence[Person | Someone], clean: str, host: str | None, post: Post
    ) -> None:
        self.people, self.persons, self.clean, self.host, self.post = people, persons, clean, host, post
        self.whole: dict[str, list[int]] = {}  # title → who bears it
        self.endings: dict[str, list[int]] = {}  # `minister` of a `Foreign Minister`
        self.openings: dict[str, list[int]] = {}  # `minister of` of a `Minister of Trade`
        self.forms: dict[str, list[int]] = {}  # the office in full that a short form stands for
        self.abroad: dict[tuple[str, ...], list[int]] = {}  # the country and the first words of an office of it
        for index, one in enumerate(persons):
            for title in map(str.lower, one.titles):
                once(self.whole.setdefault(title, []), index)
                for at in (at for at, char in enumerate(title) if char == " "):
                    once(self.endings.setdefault(title[at + 1 :], []), index)
                    once(self.openings.setdefault(title[:at], []), index)
                for form in office_forms(title):
                    once(self.forms.setdefault(form, []), index)
            for office in _of_country(one):
                once(self.abroad.setdefault(office, []), index)

    def holder(
        self,
        title: str,
        position: int = ANYWHERE,
        side: str | None = None,
        taken: Collection[int] = (),
        spoke: Sequence[int] = (),
    ) -> Answer | None:
        """Who is meant by an office, by which rule, and who bears it too and lost; None where nobody surely.

        Args:
            title: the office as printed, without "the".
            position: where it stands: of several who bear it the one named last before it is meant.
            side: whose officer is told of, where that is known: only those of the side, and of unknown country, fit.
            taken: who is told of beside the office and is not meant, unless he classified the cable in it.
            spoke: who has spoken before, the latest first: of several the one who spoke is meant.
        """
        low = " ".join(title.lower().split())
        bearers = [i for i in self._bearers(low) if i not in taken and self._is_of(side, i)]
        if side in (None, "US"):
            officer = self.post.officers.get(office_of(title) or "")
            if officer is not None and officer.person is None and side is None:
                return None  # the subject is about another's
            if officer is not None and officer.person is not None and officer.person not in taken:
                return _answer(officer.person, f"holds the office here: {officer.rule}", bearers)
            by = self.post.classifier
            if by is not None and _office(title) in self.post.classified_as:
                return _answer(by, "classified the cable with the title", bearers)
        if side == "US" and (beside := self._beside(title, taken)) is not None:
            return _answer(beside, "the office stands before a family name", bearers)
        found = self._titled(low, bearers, position, side, spoke)
        if side is not None or (found is not None and not self._is_of_another(low, found.person)):
            return found
        return self._of_nation(low) or (self._told_in_full(low) if found is None else None)

    def _bearers(self, low: str) -> list[int]:
        """Those who bear a title, whole or at the end of a longer one, else in a form that means the same."""
        return self.whole.get(low) or self.endings.get(low) or self.forms.get(_office(low), [])

    def _is_of(self, side: str | None, index: int) -> bool:
        country = self.persons[index].country
        return side is None or country is None or plain_country(country) == side

    def _titled(
        self, low: str, bearers: list[int], position: int, side: str | None, spoke: Sequence[int]
    ) -> Answer | None:
        """The only bearer, the one named last, rather the one of the host country; of them, who has spoken."""
        before = [i for i in bearers if self._named(i, position) >= 0] if len(bearers) > 1 else bearers
        if not before:
            return None
        last = max(before, key=lambda i: self._named(i, position))
        found = _answer(last, "the last named who bears the title" if len(bearers) > 1 else ALONE, bearers)
        country = self.persons[last].country
        if side is None and self.host is not None and country not in (None, self.host):
            hosts = [i for i, one in enumerate(self.persons) if one.country == self.host and _holds(one.titles, low)]
            if len(hosts) == 1:
                found = Answer(hosts[0], "alone holds the office in the host country", (last,))
        bearing = {*self.whole.get(low, ()), *self.endings.get(low, ()), *self.openings.get(f"{low} of", ())}
        speaker = next((i for i in spoke if i in bearing or i == found.person), found.person)
        spoke_last = Answer(speaker, "who spoke last of those who bear the title", (found.person,))
        return found if found.person in spoke or speaker == found.person else spoke_last

    def _named(self, index: int, position: int) -> int:
        return self.people[index].last_before(position)

    def _is_of_another(self, low: str, index: int) -> bool:
        """Whether an office of a post, or of ours alone, is not one that somebody from elsewhere holds."""
        country, office = self.persons[index].country, office_of(low)
        if office not in (None, "ambassador") and country != "US":
            return True  # the DCM of another embassy
        if office == "ambassador" and "charge" in self.post.officers:
            return False
        return low in american() and country not in ("US", None)

    def _of_nation(self, low: str) -> Answer | None:
        """Who holds the office of the nation that a title begins with: "Norwegian Ambassador"."""
        nation, *office = low.split()
        country = nations().get(nation.removesuffix("'s").removesuffix("’s"))
        found = self.abroad.get((country, *office), ()) if country is not None and office else ()
        return Answer(found[0], OF_NATION) if len(found) == 1 else None

    def _told_in_full(self, low: str) -> Answer | None:
        """The one of the host whose office a title begins: "Amir" of an "Amir of Qatar"; else who alone has it."""
        found = self.openings.get(f"{low} of", ())
        if len(found) == 1 and self.persons[found[0]].country == self.host:
            return Answer(found[0], TOLD_IN_FULL)
        found = self.openings.get(low, ()) if " " in low else ()
        return Answer(found[0], BEGINS_SO) if len(found) == 1 else None

    def _beside(self, title: str, taken: Collection[int]) -> int | None:
        """The American who is called by an office and his family name: "Secretary Poe" tells who "the Secretary" is."""
        alone = _ALONE.sub("", " ".join(title.split()))
        for text in (self.post.subject, self.clean) if is_principal(alone) else ():
            families = _called(lowered(text), alone.lower())
            fitting = [
                i
                for i, one in enumerate(self.people)
                if i not in taken and printed(one.tokens).split()[-1].lower() in families and self._is_of("US", i)
            ]
            if len(fitting) == 1:
                return fitting[0]
        return None


def _answer(person: int, rule: str, bearers: list[int]) -> Answer:
    return Answer(person, rule, tuple(i for i in bearers if i != person))


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
        if match is not None and not low[at - 1 : at].isalnum() and not low.endswith(_LESSER, 0, at - 1):
            found.add(match["family"])
        at = low.find(office, end)
    return found


def _holds(titles: Iterable[str], office: str) -> bool:
    """Whether an office, without what stands before it, is one of somebody's: `Malian President`, no Vice President."""
    for title in map(str.lower, titles):
        before = f" {title}".removesuffix(f" {office}")
        if before != f" {title}" and not before.endswith(_LESSER):
            return True
    return False


def _of_country(one: Person | Someone) -> Iterator[tuple[str, ...]]:
    """The offices that somebody holds, with the country, each whole and cut: `("FR", "foreign", "minister")`."""
    for title in one.titles if one.country else ():
        office = [word for word in title.lower().split() if word not in nations()]
        yield from ((str(one.country), *office[:end]) for end in range(1, len(office) + 1))


@lru_cache(maxsize=1 << 12)
def _office(title: str) -> str:
    """An office in full, in small letters: `political counselor` of "our PolCouns"."""
    key = _ALONE.sub("", " ".join(title.lower().replace("’", "'").split())).replace(".", "")
    key = _APOSTROPHE.sub("", key.replace("d, affaires", "d'affaires"))
    return officer_forms().get(key, key).lower()


@lru_cache(maxsize=1 << 12)
def office_forms(title: str) -> frozenset[str]:
    """The office that a title is, with and without what follows a comma.

    >>> sorted(office_forms("DCM, State, Exec"))
    ['dcm', 'dcm, state, exec', 'deputy chief of mission']
    """
    whole = _office(title)
    return frozenset((whole, whole.split(",")[0], _office(title.split(",")[0])))
