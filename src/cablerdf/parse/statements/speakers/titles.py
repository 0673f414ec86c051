"""Whom a title means: a long one that ends in a name, a short one that only the cable explains."""

from __future__ import annotations

from collections.abc import Sequence

from cablerdf.parse.lexicon.styles import before_names
from cablerdf.parse.statements.grammar.lexicon import SPEAKERS
from cablerdf.parse.statements.grammar.phrases import Phrase
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.speakers.called import Called, initials

_FIELDS = frozenset(("justice", "staff"))  # "Minister of Justice Lee", "Chief of Staff Lee"
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


def by_short_title(printed: str, called: Called, clean: str, defined: bool) -> list[int]:
    """The indices of the people whose title has these initials: "CP" of a Crown Prince, "AgP" where "(AgP)" stands.

    `defined` says that only such a parenthesis counts.
    """
    if printed.startswith("D/"):
        return _deputies(printed[2:].lower(), called)
    if not 2 <= len(printed) <= 5 or not printed.isalpha() or printed[1:].islower():
        return []
    at = clean.find(f"({printed})")
    if at > 0:
        before = " ".join(clean[max(0, at - _BEFORE) : at].lower().split())
        found = called.whose_title_ends(before)
        if found:
            return found
    low = printed.lower()
    return [] if defined and len(low) < 3 else called.initials.get(low, [])


def _deputies(short: str, called: Called) -> list[int]:
    """The indices of the deputies of whom "D/" with a shortened title tells: "D/Amb", "D/NSA"."""
    return [i for i, t in called.deputies if short and (t.startswith(short) or short in initials(t.split()))]
