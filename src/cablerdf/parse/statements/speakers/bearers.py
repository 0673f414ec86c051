"""Who bears a title: "the Minister", "the CP", "the Norwegian Ambassador", "Undersecretary for Trade Ana Lee"."""

from __future__ import annotations

from cablerdf.parse.entities.countries.host import host_country
from cablerdf.parse.entities.people.officers import office_of
from cablerdf.parse.entities.register.answers import Answer
from cablerdf.parse.statements.grammar.lexicon import DATES, word_set
from cablerdf.parse.statements.grammar.phrases import Phrase
from cablerdf.parse.statements.speakers.called import Called, bears
from cablerdf.parse.statements.speakers.memory import Memory
from cablerdf.parse.statements.speakers.titles import by_short_title, ends_in_name
from cablerdf.parse.statements.speakers.values import Speaker

_AMERICAN = word_set("american")  # "the Ambassador" of an American cable is the American


class Bearers:
    """The people of a cable by the titles and offices they bear."""

    def __init__(self, memory: Memory) -> None:
        self.memory, draft = memory, memory.draft
        self.called = Called(draft.persons)
        self.officers = draft.officers
        self.host = host_country(draft)
        self.short: dict[str, list[int]] = {}  # who may be meant by a shortened title

    def named_at_end(self, phrase: Phrase, start: int) -> Speaker | None:
        """The person in whose name a long title ends: "Undersecretary for Trade Ana Lee"."""
        memory = self.memory
        words, last = memory.words, phrase.stop - 1
        if words.kinds[last] != "U" or (
            words.kinds[phrase.start - 1 : phrase.start] == "," and self._person_at(phrase)
        ):
            return None
        mention = memory.mention_at(words.start(last), words.end(last), words.start(last))
        if mention is None or mention.kind != "person":
            return None
        name = last
        while name > phrase.end and words.start(name - 1) >= mention.span.start:
            name -= 1
        person = memory.draft.persons[mention.entity]
        if not ends_in_name(words, phrase, name, person.titles):
            return None
        return Speaker(person.name, "person", start, words.end(last), mention.entity)

    def _person_at(self, phrase: Phrase) -> bool:
        """Whether a person is named right before the comma that stands before a phrase."""
        memory = self.memory
        if phrase.start < 2 or memory.words.kinds[phrase.start - 1] != ",":
            return False
        start, end = memory.words.start(phrase.start - 2), memory.words.end(phrase.start - 2)
        mention = memory.mention_at(start, end, start)
        before = memory.words.kinds[: phrase.start - 1]
        opening = before[max(before.rfind(mark) for mark in ":)") + 1 :]
        if opening[:1] == "P" and "," not in opening:
            return False  # "In a meeting with Smith, Minister of Defense Lee said"
        before = before.rstrip("U")
        dated = memory.words.lower[phrase.start - 2] in DATES
        if mention is None and len(before) < phrase.start - 1 and not dated:
            return before[-1:] != "P"  # somebody who is not among the cable's people
        return mention is not None and mention.kind == "person"

    def shortened(self, printed: str, start: int, end: int, defined: bool = False) -> Speaker | None:
        """The person whose title is shortened so; of several the one who spoke last: "the CP", "the AgP"."""
        memory = self.memory
        if printed not in self.short:
            self.short[printed] = by_short_title(printed, self.called, memory.clean, defined)
        found = self.short[printed]
        if len(found) > 1:
            found = [s.person for s in memory.last if s.person in found][:1]
        return memory.meant(found[0], start, end, "the initials of the title") if len(found) == 1 else None

    def holder(self, phrase: Phrase, start: int, end: int) -> Speaker | None:
        """The person who holds the office that "the Minister" or "Charge" means, where the cable says so."""
        memory = self.memory
        article = memory.words.lower[phrase.start] == "the"
        if not article and phrase.end - phrase.start > 1:
            return self._bare(phrase, start, end)
        title = memory.printed(memory.words.start(phrase.start + article), end)
        office = office_of(title) if title[:1].isupper() and phrase.stop == phrase.end else None
        return self._bearing(title, office, start, end)

    def _bare(self, phrase: Phrase, start: int, end: int) -> Speaker | None:
        """Who bears a title of several words without an article, as telegrams shorten it: "UK Ambassador said"."""
        words = self.memory.words
        if words.kinds[phrase.start : phrase.end].strip("U") or words.upper or self._person_at(phrase):
            return None
        title = self.memory.printed(start, end)
        return self._bearing(title, office_of(title), start, end)

    def _bearing(self, title: str, office: str | None, start: int, end: int) -> Speaker | None:
        """The person whose title a printed one means, `office` of the post where it is one of those."""
        memory = self.memory
        if office in self.officers:
            return self.holding(office, start, end)
        answer = memory.draft.holder(title, start)
        index = None if answer is None else answer.person
        if answer is not None and all(last.person != index for last in memory.last):
            near = any(m.kind == "person" and m.entity == index for m in memory.mentioned(memory.words.span))
            index = memory.spoke_as(title, near) or answer.person
            if index != answer.person:
                answer = Answer(index, "who spoke last of those who bear the title", (answer.person,))
        if index is None or answer is None:
            return (
                self._foreign(title, start, end)
                or self._told_in_full(title, start, end)
                or self._titled_so(title, start, end)
                or self.shortened(title, start, end)
            )
        if office not in (None, "ambassador") and memory.draft.persons[index].country != "US":
            return None  # the DCM of another embassy
        person = memory.draft.persons[index]
        if title.split()[-1].lower() in _AMERICAN and person.country not in ("US", None):
            return self._foreign(title, start, end)
        instead = tuple(memory.draft.persons[other].name for other in answer.instead)
        return memory.meant(index, start, end, answer.rule)._replace(instead=instead)

    def holding(self, office: str, start: int, end: int) -> Speaker | None:
        """The one of the post who holds an office, None where the cable is about another's."""
        officer = self.officers[office]
        if not officer.name:
            return None
        speaker = Speaker(officer.name, "person", start, end, officer.person, inferred=True, confidence=0.75)
        return speaker._replace(rule=f"holds the office here: {officer.rule}")

    def _told_in_full(self, title: str, start: int, end: int) -> Speaker | None:
        """The one of the host country whose office a title begins: "the Amir" of "the Amir of Qatar, X"."""
        found = self.called.by_opening_of_title(f"{title} of")
        if found is None or self.memory.draft.persons[found].country != self.host:
            return None
        return self.memory.meant(found, start, end, "alone of the host country has a title that begins so", 0.7)

    def _titled_so(self, title: str, start: int, end: int) -> Speaker | None:
        """The one whose title says more: "Acme EVP" of an "Acme EVP for Trade"."""
        if " " not in title:
            return None
        found = self.called.by_opening_of_title(title)
        return None if found is None else self.memory.meant(found, start, end, "alone has a title that begins so")

    def _foreign(self, title: str, start: int, end: int) -> Speaker | None:
        """The person whom "the Norwegian Ambassador" means; "the Ambassador" after him, where the post has none."""
        memory = self.memory
        persons = memory.draft.persons
        index, rule = self.called.of_nation(title), "alone holds the office of that nation"
        if index is None and title.lower() == "ambassador" and "charge" in self.officers and memory.spoken:
            last = memory.last[0].person
            index = last if last is not None and bears(persons[last].titles, ["ambassador"]) else None
            rule = "the Ambassador who spoke last, as the post has a Charge"
        return None if index is None else memory.meant(index, start, end, rule)
