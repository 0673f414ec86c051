"""Who bears a title: "the Minister", "the CP", "the Norwegian Ambassador", "Undersecretary for Trade Ana Lee"."""

from __future__ import annotations

from cablerdf.parse.entities.register.holders import TOLD_IN_FULL
from cablerdf.parse.statements.grammar.lexicon import DATES
from cablerdf.parse.statements.grammar.phrases import Phrase
from cablerdf.parse.statements.speakers.called import Called
from cablerdf.parse.statements.speakers.memory import Memory
from cablerdf.parse.statements.speakers.titles import by_short_title, ends_in_name
from cablerdf.parse.statements.speakers.values import Speaker


class Bearers:
    """The people of a cable by the titles and offices they bear."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.called = Called(memory.draft.persons)
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
        """The person who holds the office that "the Minister" or "Charge" means, where the cable says so.

        A title of several words needs no article, as telegrams shorten it: "UK Ambassador said".
        """
        memory = self.memory
        words, article = memory.words, memory.words.lower[phrase.start] == "the"
        if not article and phrase.end - phrase.start > 1:
            named = words.kinds[phrase.start : phrase.end].strip("U") or words.upper or self._person_at(phrase)
            if named:
                return None
        title = memory.printed(words.start(phrase.start + article), end)
        near = bool(memory.named(words.start(0), start))  # who is named in the sentence is meant rather
        spoke = [s.person for s in memory.last if s.person is not None and (not near or s.name in memory.here)]
        answer = memory.draft.holder(title, start, spoke=spoke)
        if answer is None:
            return self.shortened(title, start, end)
        instead = tuple(memory.draft.persons[other].name for other in answer.instead)
        sure = 0.7 if answer.rule == TOLD_IN_FULL else 0.75
        return memory.meant(answer.person, start, end, answer.rule, sure)._replace(instead=instead)
