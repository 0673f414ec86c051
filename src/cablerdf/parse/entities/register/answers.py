"""What the register answers: whom a form means, and why; whom a title without a name means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cablerdf.parse.entities.names.someone import Someone

BY_INITIALS = "the initials printed after the name"
# words before an office that make a lesser one of it
_LESSER = tuple(f" {word}" for word in ("vice", "deputy", "assistant", "under", "former", "ex", "prime", "foreign"))


class Answer(NamedTuple):
    """Whom a form means, by the index of the person; by which rule; who else might have been meant and is not."""

    person: int
    rule: str
    instead: tuple[int, ...] = ()


class Titled:
    """Who bears each title, and each ending of a longer one: `minister` of a `Foreign Minister`; in small letters."""

    def __init__(self, people: Sequence[Someone], host: str | None) -> None:
        self.people, self.host = people, host
        self.whole: dict[str, list[int]] = {}
        self.endings: dict[str, list[int]] = {}
        for index, someone in enumerate(people):
            for title in map(str.lower, someone.titles):
                once(self.whole.setdefault(title, []), index)
                for at in (at for at, char in enumerate(title, 1) if char == " "):
                    once(self.endings.setdefault(title[at:], []), index)

    def bearer(self, title: str, position: int) -> Answer | None:
        """Who is meant: the only bearer, the one named last, rather the one of the host country."""
        wanted = " ".join(title.lower().split())
        bearers = self.whole.get(wanted) or self.endings.get(wanted, [])
        before = [i for i in bearers if self.people[i].last_before(position) >= 0] if len(bearers) > 1 else bearers
        if not before:
            return None
        last = max(before, key=lambda i: self.people[i].last_before(position))
        lost = tuple(i for i in bearers if i != last)
        answer = Answer(last, "the last named who bears the title" if lost else "alone bears the title", lost)
        if self.host is None or self.people[last].country in (None, self.host):
            return answer
        hosts = [i for i, someone in enumerate(self.people) if someone.country == self.host and _holds(someone, wanted)]
        if len(hosts) != 1:
            return answer
        return Answer(hosts[0], "alone holds the office in the host country", (last,))


def once(bucket: list[int], index: int) -> None:
    """Adds an index to those that go by one form, where it is not there."""
    if bucket[-1:] != [index] and index not in bucket:
        bucket.append(index)


def _holds(someone: Someone, office: str) -> bool:
    """Whether an office, without what stands before it, is one of somebody's: `Malian President`, no Vice President."""
    for title in map(str.lower, someone.titles):
        before = f" {title}".removesuffix(f" {office}")
        if before != f" {title}" and not before.endswith(_LESSER):
            return True
    return False
