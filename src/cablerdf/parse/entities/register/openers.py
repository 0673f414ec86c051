"""Who is the subject of a sentence that his or her name opens, so that "he" or "she" in the next one takes it up."""

from __future__ import annotations

from collections.abc import Sequence

from cablerdf.parse.entities.names.someone import Someone, printed
from cablerdf.parse.entities.register.answers import Answer
from cablerdf.parse.lexicon.gender import gender_of


class Openers:
    """Where names begin, or the titles before them, by which somebody opens a sentence as its subject."""

    def __init__(self, clean: str, people: Sequence[Someone]) -> None:
        self.people = people
        self.at: dict[int, int] = {}
        for index, someone in enumerate(people):
            titles = {end: start for start, end in someone.title_spans}
            for start, end in someone.mentions:
                if clean.startswith(("'s", "’s"), end):
                    continue
                begin: int | None = start
                while begin is not None:
                    self.at[begin] = index
                    gap = clean[max(0, begin - 4) : begin]
                    begin = titles.get(begin - len(gap) + len(gap.rstrip()))

    def meant(self, start: int, pronoun: str) -> Answer | None:
        """Whom `he` or `she` means after a sentence that begins at an index, None where nobody's name opens it."""
        index = self.at.get(start)
        if index is None:
            return None
        known = gender_of(printed(self.people[index].tokens), self.people[index].titles, True)
        return Answer(index, "the subject of the sentence before") if known in (None, pronoun) else None
