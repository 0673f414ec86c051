"""Noun phrases as ranges of words: that which ends before a verb, that which begins at a word."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.parse.statements.grammar.lexicon import SPEAKERS, word_set
from cablerdf.parse.statements.grammar.verbs import hangs_on, verbal
from cablerdf.parse.statements.grammar.words import Words

_MONTHS = word_set("month")
SINCE = frozenset(("since", "after"))  # prepositions that open a clause too
_POSTMODIFIERS = word_set("postmodifier")
_LONGEST_ASIDE = 40  # words of an apposition or relative clause between subject and verb


class Phrase(NamedTuple):
    """A noun phrase: words `start` to `end` hold its head, the last of them; `stop` is where what hangs on it ends."""

    start: int
    end: int
    stop: int


def phrase_ending(words: Words, last: int) -> list[Phrase]:
    """The noun phrase whose last word is `last`, as its members: "Smith and Jones" gives two, nearest first.

    A phrase with "of ...", "at ...", "for ..." after its head gives the head: "officials at the Ministry".
    """
    start, marks = _walk_left(words, last)
    kinds = words.kinds
    if not marks and start <= last and (start == 0 or kinds[start - 1] not in "PS"):
        end = last if last > start + 1 and words.kinds[last] == "N" and hangs_on(words, last) else last + 1
        return [Phrase(start, _before_parenthesis(words, start, end), last + 1)]
    start, marks = _cut_at_comma(words, start, marks)
    if start > last:
        return []
    if start > 1 and words.lower[start - 1] == "that" and kinds[start - 2] == "P":
        start -= 1  # "At that point Smith said"
    if start and kinds[start - 1] == "P" and not _clause_begins(words, start):
        start = _after_preposition(words, start, last)
        marks = [m for m in marks if m >= start]
    members: list[Phrase] = []
    stop = last + 1
    for mark in [m for m in marks if kinds[m] in "C,"] + [start - 1]:
        heads = [m for m in marks if kinds[m] == "P" and mark < m < stop]
        end = min(heads) if heads else stop
        while end > mark + 2 and words.lower[end - 1] in _POSTMODIFIERS and end < stop:
            end -= 1  # "officials close to the talks"
        if end > mark + 1:
            members.append(Phrase(mark + 1, _before_parenthesis(words, mark + 1, end), stop))
        stop = mark
    return _joined(words, members)


def _clause_begins(words: Words, start: int) -> bool:
    """Whether the phrase at `start` is the subject of an opening clause: "Since Smith rejected it, ..."."""
    opened = start == 1 and words.lower[0] in SINCE
    return opened and words.kinds[1] in "DUX" and words.lower[1] not in _MONTHS


def _before_parenthesis(words: Words, start: int, end: int) -> int:
    """Where a phrase ends, parentheses at its end left out: "Smith (protect)"."""
    while end - 1 > start and words.kinds[end - 1] == ")":
        opened = words.kinds.rfind("(", start, end)
        if opened <= start:
            break
        end = opened
    return end


def _joined(words: Words, members: list[Phrase]) -> list[Phrase]:
    """Members that are not phrases of their own put back: "the Ministry of Industry and Information"."""
    if len(members) < 2:
        return members
    first = members[-1]
    alike = words.kinds[members[-1].stop - 1] == words.kinds[members[-2].start]
    if alike and first.end < first.stop and all(words.kinds[m.start] not in "DG" for m in members[:-1]):
        return [Phrase(first.start, first.end, members[0].stop)]
    return members


def _walk_left(words: Words, last: int) -> tuple[int, list[int]]:
    """Where the phrase begins, and the conjunctions, commas and prepositions within it, right to left."""
    kinds, lower = words.kinds, words.lower
    marks: list[int] = []
    joined = False
    k = last
    while k >= 0:
        kind = kinds[k]
        if kind in "UX#" or (kind == "N" and not verbal(words, k)):
            k -= 1
        elif kind == ")":
            opened = kinds.rfind("(", 0, k)
            if opened <= 0:
                break
            k = opened - 1
        elif kind == '"' and kinds.rfind('"', 0, k) >= max(0, k - 4) and kinds[k - 1] not in ",.":
            k = kinds.rfind('"', 0, k) - 1
        elif kind == "D" and marks and marks[-1] == k + 1 and kinds[k + 1] == "P":
            return k, marks  # "some in his party"
        elif kind in "DG":
            while k > 0 and kinds[k - 1] in "DBG":
                k -= 1
            linked = _link(kinds, lower, k - 1, joined)
            if not linked:
                return k, marks
            joined = joined or kinds[k - 1] == "C"
            marks.append(k - 1)
            k -= 2
        elif kind in "PC," and k < last and _link(kinds, lower, k, joined):
            joined = joined or kind == "C"
            marks.append(k)
            k -= 1
        elif kind == "B" and k and kinds[k - 1] in "DG" and k < last:
            k -= 1
        else:
            break
    return k + 1, marks


def _cut_at_comma(words: Words, start: int, marks: list[int]) -> tuple[int, list[int]]:
    """A list cannot reach back over an opening phrase: "On talks with Peru, Smith and Jones said"."""
    commas = [m for m in marks if words.kinds[m] == ","]
    if commas and any(words.kinds[m] == "P" and m < commas[0] for m in marks):
        return commas[0] + 1, [m for m in marks if m > commas[0]]
    return start, marks


def _link(kinds: str, lower: list[str], at: int, joined: bool) -> bool:
    """Whether the word at `at` can tie two noun phrases into one."""
    if at < 1:
        return False
    if kinds[at] == "P" and SPEAKERS.get(lower[at - 1]) == "quantifier":
        return True
    if kinds[at - 1] not in "NUX#)":
        return kinds[at] == "P" and lower[at - 1] == "based"  # "diplomats based in Paris"
    if kinds[at] == "P":
        return True
    if kinds[at] == "C":
        return lower[at] in ("and", "&")
    return kinds[at] == "," and joined and kinds[at - 1] in "UX"


def _after_preposition(words: Words, start: int, last: int) -> int:
    """Where the subject begins when an opening phrase runs into it: "In a meeting the Minister said"."""
    kinds = words.kinds
    k = last
    while k > start and kinds[k] in "UX#" and kinds[k - 1] in "UX":
        k -= 1
    if kinds[k] in "UX" and k > start and kinds[k - 1] in "N#":
        return k  # "On May 3 and 4 Minister Smith said"
    if words.lower[start - 1] == "as":
        return start
    found = kinds.rfind("D", start + 1, last + 1)
    return found if found > 0 else last + 1


def phrase_starting(words: Words, first: int) -> Phrase | None:
    """The noun phrase that begins at `first`, to where a verb, mark or other class ends it."""
    kinds = words.kinds
    k = first
    while k < len(kinds) and kinds[k] in "DG":
        k += 1
    begun = k
    alone = kinds[k : k + 1] not in ("N", "U", "X") or verbal(words, k)
    if k > first and alone and SPEAKERS.get(words.lower[k - 1]) == "quantifier":
        return Phrase(first, k, _hanging(words, k))
    while k < len(kinds) and (kinds[k] in "UX#" or (kinds[k] == "N" and not verbal(words, k))):
        if kinds[k] == "#" and words.lower[k - 1] in _MONTHS:
            break
        if words.lower[k] in _MONTHS and k > begun and kinds[k + 1 : k + 2] == "#":
            break
        k += 1
        if kinds[k - 1] == "X" and kinds[k : k + 1] == "U":  # "according to XXXXXXXXXXXX Russia is ..."
            break
        if kinds[k : k + 1] == "(" and kinds[k + 2 : k + 4] in (")U", ")N", ")X") and not verbal(words, k + 3):
            k += 3
    return Phrase(first, k, _hanging(words, k)) if k > begun else None


def _hanging(words: Words, at: int) -> int:
    """Where an "of" phrase that begins at `at` ends."""
    if words.lower[at : at + 1] != ["of"]:
        return at
    inner = phrase_starting(words, at + 1)
    return inner.stop if inner else at


def before_aside(words: Words, comma: int) -> int | None:
    """The word before the apposition or relative clause that the comma at `comma` closes, nearest first."""
    kinds = words.kinds
    opened = kinds.rfind(kinds[comma], 0, comma)
    if opened > 0 and comma - opened <= _LONGEST_ASIDE and kinds[opened - 1] in "NUX)":
        return opened - 1
    return None
