"""The grammatical subject of a verb, found to its left; noun phrases as ranges of words."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.parse.statements.grammar.lexicon import SPEAKERS, word_set
from cablerdf.parse.statements.grammar.words import Words

_BE = word_set("be")
_MONTHS = word_set("month")
_WHEN = frozenset(("on", "last", "this"))
_PERIODS = word_set("period")
_DAYS = word_set("day")
_FLOATING = frozenset(("both", "all", "each", "most"))  # "Smith and Jones both said"
_ADJECTIVES = word_set("adjective")
_COMMON_VERBS = word_set("verb")
_INTERPOLATED = word_set("interpolation")
_NEGATIONS = frozenset(("never", "neither", "rarely", "hardly", "seldom", "scarcely"))
_MERELY = frozenset(("only", "just", "merely", "simply"))
_SINCE = frozenset(("since", "after"))
_NO_GROUP = "RSXC()"  # kinds of words that no verb group has
_POSTMODIFIERS = word_set("postmodifier")
_LONGEST_ASIDE = 40  # words of an apposition or relative clause between subject and verb


class Phrase(NamedTuple):
    """A noun phrase: words `start` to `end` hold its head, the last of them; `stop` is where what hangs on it ends."""

    start: int
    end: int
    stop: int


class Group(NamedTuple):
    """What goes before a verb form in its verb group; `left` is the word before all that."""

    left: int
    passive: bool
    modal: bool
    negated: bool
    helped: bool  # an auxiliary stands in it


def verb_group(words: Words, at: int) -> Group:
    """The auxiliaries, adverbs and dates to the left of a verb form."""
    kinds, lower = words.kinds, words.lower
    passive = modal = negated = helped = False
    j = at - 1
    while j >= 0:
        kind = kinds[j]
        if kind in _NO_GROUP:
            if (
                kind == "C" and lower[j - 1].endswith("ly") and kinds[j - 1] == "B" and kinds[j + 1] in "BD"
            ):  # "recently and most bluntly"
                j -= 1
                continue
            break
        if kind == "B" or (j and lower[j] == "since" and kinds[j - 1] == "A"):  # "have since stated"
            negated = negated or is_negative(words, j)
        elif kind == "A":
            passive = passive or (not helped and lower[j] in _BE)
            helped = True
        elif kind == "M":
            modal = helped = True
        elif (kind == "O" and lower[j].endswith(("self", "selves"))) or (j and lower[j] in _FLOATING):
            pass
        elif kind == "#" and j and lower[j - 1] in _MONTHS:
            j -= 1 + (j > 1 and lower[j - 2] == "on")
        elif j and lower[j - 1] in _WHEN and lower[j] in (_DAYS if lower[j - 1] == "on" else _PERIODS):
            j -= 1
        elif kind == "," and j > 1 and kinds[j - 1] == "B" and kinds[j - 2] == ",":
            j -= 2
        elif kind in "N," and (begin := _interpolated(words, j)):
            j = begin
        else:
            break
        j -= 1
    return Group(j, passive, modal, negated, helped)


def is_negative(words: Words, at: int) -> bool:
    """Whether an adverb negates its verb: "never", no "not only"."""
    low = words.lower[at]
    if low == "not":
        return words.lower[at + 1] not in _MERELY
    return low in _NEGATIONS or low.endswith(("n't", "n’t"))


def _interpolated(words: Words, last: int) -> int:
    """First word of a phrase that only ties a sentence to its context: "at the same time", ", in turn,"; 0 for none."""
    kinds = words.kinds
    noun = last - (kinds[last] == ",")
    if noun < 2 or words.lower[noun] not in _INTERPOLATED:
        return 0
    k = noun - 1
    while k > 0 and k > noun - 3 and kinds[k] in "DGN":
        k -= 1
    if kinds[k] != "P" or k == 0:
        return 0
    if noun < last:  # commas come in pairs
        return k - 1 if kinds[k - 1] == "," and k > 1 else 0
    return k


def verbal(words: Words, at: int) -> bool:
    """Whether a common word looks like a verb rather than a noun or adjective of a noun phrase."""
    form = words.forms.get(at)
    low = words.lower[at]
    if low.endswith("ed") and len(low) > 4 and "-" not in low:
        adjective = low in _ADJECTIVES and not (form and words.kinds[at - 1 : at] == "U")  # "Smith noted progress"
        return not (adjective or _adjectival(words, at) or _hangs_on(words, at))
    if form is None:
        progressive = low.endswith("ing") and len(low) > 5 and words.kinds[at - 1 : at] == "A"
        return low in _COMMON_VERBS or progressive
    if form.tense == "past":
        return True
    if form.tense == "ing":
        return not _adjectival(words, at)
    return words.kinds[at - 1 : at] in ("U", "N") and (
        words.kinds[at + 1 : at + 2] in ("D", "G", "S", "R", "O") or words.lower[at + 1 : at + 2] == ["to"]
    )


def _adjectival(words: Words, at: int) -> bool:
    kinds = words.kinds
    if at == 0 or kinds[at + 1 : at + 2] not in ("N", "U", "X", "#"):
        return False
    return kinds[at - 1] in "DG" or (kinds[at - 1] == "B" and at > 1 and kinds[at - 2] in "DG")


def _hangs_on(words: Words, at: int) -> bool:
    """Whether a past form hangs on the noun before it: "officials involved in the talks", "the analysts consulted"."""
    if at == 0 or words.lower[at] not in _POSTMODIFIERS or words.kinds[at - 1] not in "NU":
        return False
    following = words.forms.get(at + 1)
    return words.kinds[at + 1 : at + 2] in ("P", "A", "M") or (following is not None and following.tense == "past")


def phrase_ending(words: Words, last: int) -> list[Phrase]:
    """The noun phrase whose last word is `last`, as its members: "Smith and Jones" gives two, nearest first.

    A phrase with "of ...", "at ...", "for ..." after its head gives the head: "officials at the Ministry".
    """
    start, marks = _walk_left(words, last)
    kinds = words.kinds
    if not marks and start <= last and (start == 0 or kinds[start - 1] not in "PS"):
        end = last if last > start + 1 and words.kinds[last] == "N" and _hangs_on(words, last) else last + 1
        return [Phrase(start, _before_parenthesis(words, start, end), last + 1)]
    start, marks = _cut_at_comma(words, start, marks)
    if start > last:
        return []
    if start > 1 and words.lower[start - 1] == "that" and kinds[start - 2] == "P":
        start -= 1  # "At that point Smith said"
    after = (
        start == 1 and words.lower[0] in _SINCE and kinds[1] in "DUX" and words.lower[1] not in _MONTHS
    )  # "Since Smith rejected it, ..."
    if start and kinds[start - 1] == "P" and not after:
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


def _before_parenthesis(words: Words, start: int, end: int) -> int:
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
    if commas and start and words.kinds[start - 1] == "P":
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
