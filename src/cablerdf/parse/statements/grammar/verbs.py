"""Verb groups: what goes before a verb form, and which words are verbs rather than parts of a noun phrase."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.parse.statements.grammar.lexicon import POSSESSIVE, word_set
from cablerdf.parse.statements.grammar.words import Words

_BE = word_set("be")
_MONTHS = word_set("month")
_ORDINALS = frozenset(("first", "last", "once"))
_SPOKE = frozenset(("spoke", "spoken", "talked", "met"))
_TO = frozenset(("to", "with"))
_PERIODS = word_set("period")
_WHEN = {"on": word_set("day"), "last": _PERIODS, "this": _PERIODS}
_FLOATING = frozenset(("both", "all", "each", "most"))  # "Smith and Jones both said"
_ADJECTIVES = word_set("adjective")
_COMMON_VERBS = word_set("verb")
_INTERPOLATED = word_set("interpolation")
_NEGATIONS = frozenset(("never", "neither", "rarely", "hardly", "seldom", "scarcely"))
_MERELY = frozenset(("only", "just", "merely", "simply"))
_ENDS_ADJUNCT = "#),NUPDO"  # kinds of words that end an adjunct within a verb group
_POSTMODIFIERS = word_set("postmodifier")


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
        if kind == "B" or (j and lower[j] == "since" and kinds[j - 1] == "A"):  # "have since stated"
            negated = negated or is_negative(words, j)
        elif kind == "A":
            passive = passive or (not helped and lower[j] in _BE)
            helped = True
        elif kind == "M":
            modal = helped = True
        elif j > 1 and kind in _ENDS_ADJUNCT and (begin := _adjunct(words, j)):
            j = begin
        elif not (_floats(words, j) if kind != "C" else _between_adverbs(words, j)):
            break
        j -= 1
    return Group(j, passive, modal, negated, helped)


def _floats(words: Words, at: int) -> bool:
    """Whether a word only goes with the subject: "the Minister himself said", "Smith and Jones both said"."""
    low = words.lower[at]
    return (words.kinds[at] == "O" and low.endswith(("self", "selves"))) or (at > 0 and low in _FLOATING)


def _adjunct(words: Words, last: int) -> int:
    """First word of what tells when, where from or in what turn between subject and verb; 0 for nothing such."""
    kinds, lower = words.kinds, words.lower
    kind = kinds[last]
    if kind == "#":
        return date_begins(words, last)
    if kind == ")":
        return last - 3 if last > 3 and lower[last - 2] == "ref" else 0  # "the daily (ref C) claimed"
    if lower[last - 1] in _WHEN and lower[last] in _WHEN[lower[last - 1]]:
        return last - 1
    if kind == "," and kinds[last - 2 : last] == ",B":
        return last - 2
    if lower[last] == "at":
        return last if lower[last + 1] in _ORDINALS else 0  # "at first"
    return (_interpolated(words, last) if kind in "N," else 0) or _relative(words, last)


def _between_adverbs(words: Words, at: int) -> bool:
    """Whether a conjunction joins two adverbs: "recently and most bluntly criticized"."""
    kinds = words.kinds
    return at > 0 and kinds[at - 1] == "B" and words.lower[at - 1].endswith("ly") and kinds[at + 1] in "BD"


def is_negative(words: Words, at: int) -> bool:
    """Whether an adverb negates its verb: "never", no "not only"."""
    low = words.lower[at]
    if low == "not":
        return words.lower[at + 1] not in _MERELY
    return low in _NEGATIONS or low.endswith(("n't", "n’t"))


def date_begins(words: Words, last: int) -> int:
    """First word of a date: "on May 3", "May 3", "in May 2008", "on May 3, 2008"; 0 for none."""
    lower, kinds = words.lower, words.kinds
    month = last - 1
    if kinds[month] == "," and kinds[month - 1] == "#":
        month -= 2
    if month < 1 or lower[month] not in _MONTHS:
        return 0
    return month - (month > 1 and lower[month - 1] in ("on", "in"))


def _relative(words: Words, last: int) -> int:
    """First word of a clause that tells whom the post asked: "contacts we spoke to", "with whom we met"; 0 for none."""
    lower, kinds = words.lower, words.kinds
    if lower[last] in _TO and last > 2 and lower[last - 1] in _SPOKE and kinds[last - 2] in "RU":
        return last - 2
    whom = last > 4 and lower[last] in _SPOKE and lower[last - 2] == "whom" and lower[last - 3] in _TO
    return last - 3 if whom else 0


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
        return not (adjective or _adjectival(words, at) or hangs_on(words, at))
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


def finite(words: Words, at: int) -> bool:
    """Whether a word is a common one that looks like a verb."""
    return words.kinds[at] == "N" and verbal(words, at)


def _adjectival(words: Words, at: int) -> bool:
    kinds = words.kinds
    if at == 0 or kinds[at + 1 : at + 2] not in ("N", "U", "X", "#"):
        return False
    owned = kinds[at - 1] in "DG" or words.lower[at - 1].endswith(POSSESSIVE)  # "the", "his", "Smith's ruling family"
    return owned or (kinds[at - 1] == "B" and at > 1 and kinds[at - 2] in "DG")


def hangs_on(words: Words, at: int) -> bool:
    """Whether a past form hangs on the noun before it: "officials involved in the talks", "the analysts consulted"."""
    if at == 0 or words.lower[at] not in _POSTMODIFIERS or words.kinds[at - 1] not in "NU":
        return False
    following = words.forms.get(at + 1)
    return words.kinds[at + 1 : at + 2] in ("P", "A", "M") or (following is not None and following.tense == "past")
