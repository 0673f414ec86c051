"""Whom a title means: a long one that ends in a name, a short one that only the cable explains."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cablerdf.model import Person
from cablerdf.parse.lexicon.styles import before_names
from cablerdf.parse.statements.grammar.lexicon import NATIONAL, NATIONS, SPEAKERS
from cablerdf.parse.statements.grammar.phrases import Phrase
from cablerdf.parse.statements.grammar.words import Words

_FIELDS = frozenset(("justice", "staff"))  # "Minister of Justice Lee", "Chief of Staff Lee"
_SMALL = frozenset(("of", "for", "to", "at", "in"))
_BEFORE = 80  # characters before "(AgP)" within which the title stands that it shortens


def ends_in_name(words: Words, phrase: Phrase, name: int, titles: Sequence[str]) -> bool:
    """Whether a phrase is the long title of the person whose name begins at word `name` and ends it.

    "Undersecretary for Trade Ana Lee", "Department of Energy Secretary Lee", but not "adviser to President Lee".
    """
    lower, kinds = words.lower, words.kinds
    tail = kinds.rfind("P", phrase.end, name)
    kind = SPEAKERS.get(lower[phrase.end - 1])
    if tail < 0 or name - tail < 2 or kinds[phrase.start] == "G":
        return False
    if kinds[phrase.start] == "D" and (lower[phrase.start] != "the" or kind not in ("office", "mission")):
        return False
    between = " ".join(lower[tail + 1 : name])
    known = [title.lower() for title in titles]
    if kind == "body":
        return between not in known
    if between not in _FIELDS and any(_bears(between, title) for title in known):
        return False
    last = lower[name - 1]
    alone = SPEAKERS.get(last) not in ("office", "mission", "person") or last in _FIELDS
    return alone or (last in before_names() and name - tail > 2)


def _bears(between: str, title: str) -> bool:
    """Whether the words before a name are all of a title of his, or end in one of several words."""
    return between == title or (" " in title and between.endswith(" " + title))


def by_short_title(printed: str, persons: Sequence[Person], clean: str, defined: bool) -> list[int]:
    """The indices of the people whose title has these initials: "CP" of a Crown Prince, "AgP" where "(AgP)" stands.

    `defined` says that only such a parenthesis counts.
    """
    if printed.startswith("D/"):
        return _deputies(printed[2:].lower(), persons)
    if not 2 <= len(printed) <= 5 or not printed.isalpha() or printed[1:].islower():
        return []
    at = clean.find(f"({printed})")
    if at > 0:
        before = " ".join(clean[max(0, at - _BEFORE) : at].lower().split())
        found = [i for i, p in enumerate(persons) if any(before.endswith(t.lower()) for t in p.titles)]
        if not found and SPEAKERS.get(before.split()[-1]) in ("office", "mission", "person"):
            after = clean[at + len(printed) + 2 : at + _BEFORE].split()
            while after and after[0].strip(".").lower() in before_names():
                del after[0]
            found = [i for i, p in enumerate(persons) if after[:1] == p.name.split()[:1]]
        if found:
            return found
    low = printed.lower()
    if defined and len(low) < 3:
        return []
    return [i for i, p in enumerate(persons) if any(low in _initials(t.lower().split()) for t in p.titles)]


def _deputies(short: str, persons: Sequence[Person]) -> list[int]:
    """The indices of the deputies of whom "D/" with a shortened title tells: "D/Amb", "D/NSA"."""
    deputies = [(i, t.lower()[7:]) for i, p in enumerate(persons) for t in p.titles if t.lower().startswith("deputy ")]
    return [i for i, t in deputies if short and (t.startswith(short) or short in _initials(t.split()))]


def by_opening_of_title(printed: str, persons: Sequence[Person]) -> int | None:
    """The index of the one person whose title begins with a printed one: "Acme EVP" of an "Acme EVP for Trade"."""
    begun = f"{printed.lower()} "
    return _only_bearer(persons, lambda title: title.startswith(begun))


def by_whole_title(printed: str, persons: Sequence[Person]) -> int | None:
    """The index of the one person who bears a title as it is printed, its article left out: "the Amir of Qatar"."""
    return _only_bearer(persons, printed.lower().removeprefix("the ").__eq__)


def _only_bearer(persons: Sequence[Person], fits: Callable[[str], bool]) -> int | None:
    """The index of the one person who bears a title that fits in lower case."""
    found = [i for i, p in enumerate(persons) if any(fits(t.lower()) for t in p.titles)]
    return found[0] if len(found) == 1 else None


def _initials(title: list[str]) -> Iterable[str]:
    """The initials of a title, whole and up to each "of": `pmo`, `cos` ...; a nation before it left out.

    >>> list(_initials("iraqi chief of staff".split()))
    ['c', 'cs', 'cos']
    """
    while title and (title[0] in NATIONAL or title[0] in NATIONS):
        title = title[1:]
    for at in range(1, len(title) + 1):
        if at == len(title) or title[at] in _SMALL:
            yield "".join(word[0] for word in title[:at] if word not in _SMALL)
    if not _SMALL.isdisjoint(title):
        yield "".join(word[0] for word in title)
