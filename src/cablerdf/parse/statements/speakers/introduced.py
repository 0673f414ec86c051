"""Whom the words before a pronoun bring in: the one met, the owner of the subject; whom it cannot mean."""

from __future__ import annotations

from cablerdf.parse.statements.grammar.clauses import DURING
from cablerdf.parse.statements.grammar.lexicon import POSSESSIVE
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.speakers.memory import Memory
from cablerdf.parse.statements.speakers.values import Speaker

_LONGEST_TITLE = 10  # words of a title and a name, up to the possessive
_TALK = 9  # words from the beginning of "In a separate talk on trade with ..." within which "with" stands
_SOON = 5  # words after a pronoun


class Introduced:
    """Who may be meant by a pronoun though somebody else spoke last, by the words right before it."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def _person(self, index: int, confidence: float = 0.75) -> Speaker:
        return Speaker(self.memory.draft.persons[index].name, "person", -1, -1, index, confidence=confidence)

    def met(self, at: int) -> Speaker | None:
        """The one with whom a talk is told of right before a pronoun: "In a later talk with Consul Lee, she said"."""
        memory = self.memory
        words = memory.words
        if at < 5 or words.kinds[at - 1] != "," or words.lower[0] not in DURING or "with" not in words.lower[2:_TALK]:
            return None
        begin = words.start(words.lower.index("with", 2))
        named = memory.named(begin, words.start(at))
        if len(named) != 1 or memory.draft.persons[named[0]].country == "US":
            return None
        return self._person(named[0])

    def brought_in(self, earlier: Words) -> Speaker | None:
        """The one whom a sentence brings in as no subject: its owner, else, before anybody spoke, the only one named.

        "Consul Lee's plans were the topic. He hoped", "A speech by Consul Lee wound up the day. He argued".
        """
        words = self._owning(earlier)
        if not words and ("R" in earlier.kinds or self.memory.here):
            return None  # "He was shocked by what Consul Lee called a tip. He confided"
        named = self.memory.named(earlier.start(0), earlier.end(words - 1) if words else earlier.span.end)
        return self._person(named[0]) if len(named) == 1 else None

    def _owning(self, earlier: Words) -> int:
        """How many words the owner of the subject takes: two in "Consul Lee's"; 0 where the subject has no owner."""
        for k, low in enumerate(earlier.lower[:_LONGEST_TITLE]):
            if k == 1 and low == "of" and earlier.kinds[0] == "D":
                continue  # "One of Consul Lee's plans"
            if low.endswith(POSSESSIVE):
                return k + 1 if earlier.kinds[k] == "U" else 0
            if earlier.kinds[k] not in "UND":
                return 0
        return 0

    def others(self, at: int) -> frozenset[int]:
        """Those named about a pronoun at `at`, who are others: "He blamed Smith"."""
        words = self.memory.words
        last = len(words.kinds[: at + _SOON].partition(",")[0]) - 1
        return frozenset(self.memory.named(words.start(at), words.end(last))) if last > at else frozenset()

    def only_person(self, at: int) -> Speaker | None:
        """The one person whom the sentence names before the pronoun."""
        memory = self.memory
        begin, end = memory.words.start(0), memory.words.start(at)
        named = memory.named(begin, end)
        return self._person(named[0], 0.65)._replace(start=begin, end=end) if len(named) == 1 else None
