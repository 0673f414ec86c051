"""Who is one, join by join: the most certain first, each against what holds between whole groups."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, MutableSequence
from typing import NamedTuple

from cablerdf.link.identity.blocks import Bearers, pairs
from cablerdf.link.identity.census import Census
from cablerdf.link.identity.excluding import excluded, handed_on
from cablerdf.link.identity.features import NAMES, SAME, WEIGHTS
from cablerdf.link.identity.groups import Groups, Join
from cablerdf.link.identity.sides import Looks, Sighting, Words, is_full
from cablerdf.link.identity.sightings import Sightings
from cablerdf.link.identity.weighing import Weighed, rivals, weighed
from cablerdf.link.names.compare import alike
from cablerdf.link.weights import weights
from cablerdf.sound import sound

ALIKE, LINKED, TOLD = "full name and country agree", "linked to one item", "told by hand"
FITS, ONE, SHORT = "full names that fit", "one who fits", "family names that fit"
PERIOD = 8  # years within which a full name of one country is one person's
MANY = 20  # people whom a short name may mean, beyond whom the post must agree
AFTER = 3  # short names after one in time with which it is compared


class Verdicts(NamedTuple):
    """What is told by hand: pairs who are one person, and pairs who are not, by the ends of their IRIs."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()


NOTHING = Verdicts()


class Fitting(NamedTuple):
    """How probably two groups are one, and the next best for the first of them."""

    probability: float
    one: int
    other: int
    steps: bytes
    second: float = 0.0


class Joining:
    """The groups of some sightings, which stand in the order of their cables.

    Without `reasons` what joined them, and what was not sure enough, is not kept.
    """

    def __init__(self, sightings: Sightings, told: Verdicts = NOTHING, reasons: bool = True) -> None:
        self.sightings = sightings
        self.same, self.different = self.numbered(told.same), self.numbered(told.different)
        self.single = {number for pair in self.different for number in pair}
        self.groups = Groups(sightings, self.different, reasons)
        self.doubtful: MutableSequence[Join] = [] if reasons else deque(maxlen=0)
        self.model = weights(WEIGHTS, NAMES)
        self.looks: dict[int, Looks] = {}  # of the first of those who look the same
        self.census = self.looked_at()

    def numbered(self, pairs: tuple[tuple[str, str], ...]) -> list[tuple[int, int]]:
        """The pairs by numbers of sightings, without those whom no cable names any more."""
        wanted = {local for pair in pairs for local in pair}
        number = {s.person.local: n for n, s in enumerate(self.sightings) if s.person.local in wanted} if wanted else {}
        return [(number[one], number[other]) for one, other in pairs if one in number and other in number]

    def looked_at(self) -> Census:
        """Put together what looks the same, as far as that tells one person; what all names tell comes back."""
        last: dict[tuple[object, ...], tuple[int, int]] = {}  # the first sighting, and the last cable
        full: set[tuple[Words, str | None]] = set()
        company: list[list[Words]] = []
        same: dict[Words, Words] = {}  # one object for equal names
        for number, look in enumerate(self.sightings.looks):
            sighting = self.sightings.lean(number)
            words = same.setdefault(look.words, look.words)
            if is_full(words):
                full.add((words, look.country))
            if sighting.number == len(company):
                company.append([])
            company[-1].append(words)
            key = key_of(sighting, look) if number not in self.single else ()
            first, cable = last.get(key, (number, -1)) if key else (number, -1)
            if cable == sighting.number:  # a cable that names two of them
                first = number
            else:
                last[key] = first, sighting.number
            if first == number:
                self.looks[number] = look
            else:
                self.groups.put_together(first, number)
                self.groups.joins.append(Join(first, number, ALIKE, 1.0))
        return Census(full, company)

    def run(self) -> None:
        """Join all that is one."""
        for one, other in self.same:
            self.groups.must(Join(one, other, TOLD, 1.0))
        self.by_link()
        self.by_full_name()
        self.by_short_name(self.short(titled=True), self.full())
        self.by_short_names(self.short(titled=True), titled=True)
        self.by_short_name(self.pooled(), self.full())
        self.by_short_name(self.short(titled=False), self.full() + self.pooled())
        self.by_short_names(self.unknown(), titled=False)

    def by_link(self) -> None:
        """Those who are linked to one item."""
        first: dict[str, int] = {}
        for number, said in enumerate(self.sightings.said):
            qid = said.wikidata
            if qid is not None and first.setdefault(qid, number) != number:
                self.groups.join(Join(first[qid], number, LINKED, 1.0))

    def by_full_name(self) -> None:
        """Full names that fit."""
        full = {number: look.words for number, look in self.looks.items() if is_full(look.words)}
        self.settle((self.fitting(*pair) for pair in pairs(full)), FITS)

    def full(self) -> list[int]:
        """Whoever has a full name, by the first sighting that has it."""
        return [number for number, look in self.looks.items() if is_full(look.words)]

    def short(self, titled: bool) -> list[int]:
        """Short names that have found nobody yet, with a title or without."""
        found = (number for number, look in self.looks.items() if bool(look.offices) == titled and look.words)
        return [number for number in found if self.is_short(self.groups.root(number))]

    def pooled(self) -> list[int]:
        """Groups of short names alone."""
        roots = {self.groups.root(number) for number in self.short(titled=True)}
        return sorted(root for root in roots if len(self.groups.of(root)) > 1)

    def is_short(self, root: int) -> bool:
        """Whether a group has no full name."""
        return not any(is_full(self.sightings.looks[one].words) for one in self.groups.of(root))

    def by_short_name(self, short: list[int], known: list[int]) -> None:
        """Short names that fit one of those who are known."""
        found = (self.meant(number, roots) for numbers, roots in self.meanings(short, known) for number in numbers)
        self.settle((fitting for fitting in found if fitting is not None), ONE)

    def meanings(self, short: list[int], known: list[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Short names with the groups of those whom they may mean, as many at once as may mean the same."""
        bearers = Bearers((number, self.looks[number]) for number in known)
        for numbers, found in bearers.meant((number, self.looks[number]) for number in short):
            yield numbers, sorted({self.groups.root(one) for one in found})

    def unknown(self) -> list[int]:
        """Short names that nobody of a full name may be meant by."""
        numbers = sorted(self.short(titled=True) + self.short(titled=False))
        known: set[int] = set()
        for some, roots in self.meanings(numbers, self.full()):
            known.update(one for one in some if any(self.may_be(self.groups.root(one), root) for root in roots))
        return [number for number in numbers if number not in known]

    def by_short_names(self, numbers: list[int], titled: bool) -> None:
        """Short names that agree with the next ones in time."""
        blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number in numbers:
            look = self.looks[number]
            if look.country is not None:
                blocks[sound(look.words[-1]), look.country].append(number)
        near = (pair for block in blocks.values() for pair in following(block))
        told = (pair for pair in near if titled or self.is_spelt_alike(*pair))
        self.settle((self.fitting(*pair) for pair in told), SHORT)

    def is_spelt_alike(self, one: int, other: int) -> bool:
        """Whether the last words of two names are one, but for a letter that is not heard."""
        return alike(self.looks[one].words[-1], self.looks[other].words[-1]) >= SAME

    def meant(self, number: int, roots: list[int]) -> Fitting | None:
        """Whom of some groups a short name means most probably, if anybody, and how probably the next."""
        own = self.groups.root(number)
        side = self.groups.side(own)
        found = [root for root in roots if self.may_be(own, root)]
        if len(found) > MANY:
            found = [root for root in found if not side.posts.isdisjoint(self.groups.side(root).posts)][:MANY]
        if len(found) > 1:
            sides = [self.groups.side(root) for root in found]
            found = [root for root, one in zip(found, sides, strict=True) if not handed_on(side, one, sides)]
        odds = [self.weighed(own, root) for root in found]
        shares = self.model.probabilities([one.odds for one in odds])
        ranked = sorted(zip(shares, found, odds, strict=True), reverse=True)
        if not ranked:
            return None
        (share, root, best), *others = ranked
        steps = best.steps(rivals(one.odds for _share, _root, one in others))
        return Fitting(share, number, root, steps, others[0][0] if others else 0.0)

    def may_be(self, own: int, root: int) -> bool:
        """Whether nothing excludes that a group of a short name is somebody."""
        mine, theirs = self.groups.side(own), self.groups.side(root)
        foreign = None not in (mine.country, theirs.country) and mine.country != theirs.country
        return not (foreign or excluded(mine, theirs) or self.groups.are_two(own, root))

    def weighed(self, one: int, other: int) -> Weighed:
        """What speaks for one person behind two groups."""
        mine, theirs = self.groups.side(self.groups.root(one)), self.groups.side(self.groups.root(other))
        return weighed(mine, theirs, self.census, self.model)

    def fitting(self, one: int, other: int) -> Fitting:
        """How probably two groups are one, where nobody else is asked for."""
        found = self.weighed(one, other)
        return Fitting(self.model.probabilities([found.odds])[0], one, other, found.steps())

    def settle(self, found: Iterable[Fitting], rule: str) -> None:
        """Join what is probable enough, the surest first."""
        worth = (one for one in found if one.probability >= self.model.review)
        for one in sorted(worth, key=lambda one: (-one.probability, one.one, one.other)):
            enough = one.probability >= self.model.link and one.probability - one.second >= self.model.margin
            join = Join(one.one, one.other, rule, one.probability, one.steps, enough)
            if enough:
                self.groups.join(join)
            else:
                self.doubtful.append(join)


def key_of(sighting: Sighting, look: Looks) -> tuple[object, ...]:
    """What makes two sightings look the same; () for one of which too little is known."""
    if look.country is None or sighting.date is None:
        return ()
    year = int(sighting.date[:4])
    if is_full(look.words):
        return (look.words, look.country, year // PERIOD)
    return (look.words, look.country, year, look.offices, sighting.post) if look.offices else ()


def following(block: list[int]) -> Iterator[tuple[int, int]]:
    """Each of a block with the next few."""
    for at, one in enumerate(block):
        for other in block[at + 1 : at + 1 + AFTER]:
            yield one, other
