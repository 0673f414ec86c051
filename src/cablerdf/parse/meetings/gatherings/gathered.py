"""The gatherings so far, looked up by whom they are with: no encounter is held against each of them."""

from __future__ import annotations

from collections.abc import Iterable

from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.sentences.encounters import Encounter


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
