"""A meeting in the making: who is told to have been there, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cablerdf.model import Meeting, Participant, Span
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.sentences.encounters import Encounter
from cablerdf.parse.meetings.sentences.setting import NOT_TOLD, Setting
from cablerdf.parse.meetings.words.certainty import A_REMARK, IN_PASSING, PASSING, REMARK, RULES, WEAK
from cablerdf.parse.meetings.words.when import Dated


@dataclass(slots=True)
class Gathering:
    """A meeting in the making."""

    people: dict[int, Party] = field(default_factory=dict)  # by index in the draft's persons
    functions: dict[str, Party] = field(default_factory=dict)  # by function, in lower case
    alone: set[int] = field(default_factory=set)  # of the other side: who is told of as met alone
    reports: list[Encounter] = field(default_factory=list)
    beside: dict[str, set[int]] = field(default_factory=dict)  # by function: who is told of in one list with it
    nameless: list[Party] = field(default_factory=list)
    listed: Meeting | None = None
    another: bool = False  # told of as one more with the same people
    several: bool = False  # told of as one of several
    from_roster: bool = False  # a paragraph of its own says who took part
    date: Dated | None = None
    strength: float = 0.0
    kinds: set[str] = field(default_factory=set)
    paragraphs: list[int] = field(default_factory=list)
    span: Span | None = None
    rule: str = ""  # what shows that there was a meeting
    setting: Setting = NOT_TOLD
    persons_listed: dict[int, Participant] = field(default_factory=dict)

    @classmethod
    def of_list(cls, meeting: Meeting) -> Gathering:
        """A gathering with the participants of a list."""
        return cls(listed=meeting, strength=1.0, span=meeting.span, rule=meeting.rule)

    def is_ours(self) -> bool:
        """Whether somebody on our side took part, where only lists of delegations tell of it."""
        return self.kinds != {"attendance"} or bool(self.functions) or any(p.ours for p in self.people.values())

    def theirs(self) -> set[int]:
        """The persons on the other side."""
        return {i for i, p in self.people.items() if not p.ours}

    def names_somebody(self) -> bool:
        """Whether somebody on the other side has a name."""
        return any(not party.ours for party in self.people.values())

    def with_any(self, persons: set[int]) -> bool:
        """Whether one of some persons was there, on the other side."""
        return any(index in self.people and not self.people[index].ours for index in persons)

    def doubted(self, rule: str) -> str:
        """A rule, with what makes it less sure here."""
        if self.listed is not None or not self.reports:
            return rule
        return rule + (A_REMARK if self.strength <= REMARK else IN_PASSING if self.strength <= PASSING else "")

    def is_remark(self) -> bool:
        """Whether it is no more than what somebody with a name told the post, of which nothing says when."""
        return self.listed is None and self.strength <= REMARK and self.names_somebody()

    def add(self, party: Party) -> None:
        if party.pronoun:
            return
        if party.person is not None:
            known = self.people.get(party.person)
            self.people[party.person] = party if known is None or known.title is None else known
        elif party.ours and party.title:
            self.functions.setdefault(party.title.lower(), party)
        elif not party.ours:
            self.nameless.append(party)

    def report(self, encounter: Encounter) -> None:
        """Takes in one sentence's report; of our officers, none that only a much weaker one before it told of."""
        if self.strength <= WEAK < encounter.strength:
            self.functions.clear()
        self.reports.append(encounter)
        named = {p.person for p in encounter.parties if not p.ours and p.person is not None}
        if encounter.single and len(named) == 1:
            self.alone |= named
        ours = {p.person for p in encounter.parties if p.ours and p.person is not None}
        for party in encounter.parties:
            self.add(party._replace(rule=RULES[encounter.kind]))
            if party.person is None and party.ours and party.title:
                self.beside.setdefault(party.title.lower(), set()).update(ours)
        if self.date is None or (encounter.date is not None and encounter.strength > self.strength):
            self.date = encounter.date or self.date
        if encounter.strength > self.strength:
            self.strength, self.rule = encounter.strength, RULES[encounter.kind]
        self.kinds.add(encounter.kind)
        self.several = self.several or encounter.separate
        self.from_roster = self.from_roster or encounter.kind == "roster"
        if encounter.paragraph not in self.paragraphs:
            self.paragraphs.append(encounter.paragraph)
        self.span = self.span or encounter.sentence
        self.setting = self.setting.completed(encounter.setting)


class Gathered:
    """The gatherings in the order of the text, those of the lists before those of sentences."""

    def __init__(self, listed: list[Gathering]) -> None:
        self.all = list(listed)
        self.first_listed = listed[:1]
        self._places = {id(gathering): place for place, gathering in enumerate(listed)}
        self._listed: dict[int, dict[int, Gathering]] = {}  # who is on a list → place → gathering
        self._met: dict[int, dict[int, Gathering]] = {}  # who was met, as sentences tell → place → gathering
        self._unnamed: dict[int, Gathering] = {}  # of sentences that name nobody who was met
        for place, gathering in enumerate(listed):
            for person in gathering.persons_listed:
                self._listed.setdefault(person, {})[place] = gathering

    def begin(self, gathering: Gathering) -> Gathering:
        """A new gathering that sentences tell of."""
        self._places[id(gathering)] = len(self.all)
        self.all.append(gathering)
        return gathering

    def report(self, gathering: Gathering, encounter: Encounter) -> None:
        """Has a gathering take in one sentence's report."""
        gathering.report(encounter)
        place = self._places[id(gathering)]
        for party in encounter.parties:
            if party.person is not None and not party.ours:
                self._met.setdefault(party.person, {})[place] = gathering
        if gathering.names_somebody():
            self._unnamed.pop(place, None)
        else:
            self._unnamed[place] = gathering

    def listing(self, persons: Iterable[int]) -> list[Gathering]:
        """Those of the lists that have one of some persons."""
        return _in_order(self._listed.get(person, {}) for person in persons)

    def with_any(self, persons: Iterable[int]) -> list[Gathering]:
        """Those of sentences that have told, once at least, of a meeting with one of some persons."""
        return _in_order(self._met.get(person, {}) for person in persons)

    def with_any_or_unnamed(self, persons: Iterable[int]) -> list[Gathering]:
        """These, and those of sentences that name nobody who was met."""
        return _in_order((self._unnamed, *(self._met.get(person, {}) for person in persons)))


def _in_order(parts: Iterable[dict[int, Gathering]]) -> list[Gathering]:
    """The gatherings of some, each once, by their places."""
    found: dict[int, Gathering] = {}
    for part in parts:
        found.update(part)
    return [found[place] for place in sorted(found)]
