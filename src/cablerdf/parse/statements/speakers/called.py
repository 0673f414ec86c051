"""The people of a cable by what they may be called: part of a name, a title, letters; each looked up in one step."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from cablerdf.model import Person
from cablerdf.parse.statements.grammar.lexicon import NATIONAL, NATIONS

One = TypeVar("One")
Whose = dict[Hashable, list[int]]  # what somebody is called → the indices of all who are
_PARTS = re.compile(r"[\s-]+")
_SMALL = frozenset(("of", "for", "to", "at", "in"))


class Called:
    """Who of the people of a cable goes by a form, by the kind of form."""

    def __init__(self, persons: Sequence[Person]) -> None:
        titles = [[title.lower() for title in person.titles] for person in persons]
        self.first = _whose(persons, lambda p: [p.name.split()[0]])
        self.letters = _whose(persons, lambda p: [_letters(p.name)[:3], _letters(p.name)[:4]])
        self.title = _whose(titles, list)
        self.initials = _whose(titles, lambda borne: (letters for t in borne for letters in initials(t.split())))
        self.deputies = [(at, t[7:]) for at, borne in enumerate(titles) for t in borne if t.startswith("deputy ")]

    def by_whole_title(self, printed: str) -> int | None:
        """The one person who bears a title as it is printed, its article left out: "the Amir of Qatar"."""
        return only(self.title, printed.lower().removeprefix("the "))

    def by_letters(self, printed: str) -> int | None:
        """The one person whose name begins with the initials that are printed: "DSK", "MbZ"."""
        if not (3 <= len(printed) <= 4 and printed.isalpha() and printed[0].isupper() and printed[-1].isupper()):
            return None
        return only(self.letters, printed.lower())

    def whose_title_ends(self, text: str) -> list[int]:
        """Whose whole title a text ends with."""
        return sorted({index for at in range(len(text)) for index in self.title.get(text[at:], ())})


def only(whose: Whose, form: Hashable) -> int | None:
    """The one person who is called so."""
    found = whose.get(form, ())
    return found[0] if len(found) == 1 else None


def _whose(them: Iterable[One], forms: Callable[[One], Iterable[Hashable]]) -> Whose:
    found: Whose = {}
    for index, one in enumerate(them):
        for form in dict.fromkeys(forms(one)):
            found.setdefault(form, []).append(index)
    return found


def initials(title: list[str]) -> Iterator[str]:
    """The initials of a title, whole and up to each "of": `pmo`, `cos` ...; a nation before it left out.

    >>> list(initials("iraqi chief of staff".split()))
    ['c', 'cs', 'cos']
    """
    while title and (title[0] in NATIONAL or title[0] in NATIONS):
        title = title[1:]
    for at in range(1, len(title) + 1):
        if at == len(title) or title[at] in _SMALL:
            yield "".join(word[0] for word in title[:at] if word not in _SMALL)
    if not _SMALL.isdisjoint(title):
        yield "".join(word[0] for word in title)


def _letters(name: str) -> str:
    """The initials of a name in small letters: `mbz`."""
    return "".join(part[:1] for part in _PARTS.split(name.lower()))
