"""Where a clause stands in its sentence: on its own, within what somebody says, or around it."""

from __future__ import annotations

from cablerdf.parse.statements.grammar.lexicon import DATES, SPEAKERS, word_set
from cablerdf.parse.statements.grammar.phrases import SINCE, phrase_starting
from cablerdf.parse.statements.grammar.words import Words

_ASIDE = 8  # words, with the commas around them
_BECAUSE = frozenset(("because", "when", "once", "though"))
_REPORTED = frozenset(("past", "state"))
CONCESSIVE = frozenset(("while", "although", "though", "whereas"))
_WHICH = frozenset(("to", "with", "after"))
DURING = frozenset(("in", "during", "at"))
_TOLD = word_set("told")
_WHEN = frozenset(("on", "in", "at", "during", "after", "over"))
_CONTENT = frozenset(("that", "whether", "how", "what", "why"))
_PARTS = frozenset(("members", "margins"))  # "members of the board", "on the margins of a visit"
_MODIFIERS = ("D", "N", "U", "X")  # kinds of words before the noun of an occasion
_OCCASIONS = word_set("occasion") | word_set("period") | DATES


def place_of(words: Words, first: int, at: int) -> str:
    """Where the clause stands whose subject begins at `first`; "" where it only belongs to what another says."""
    kinds, lower = words.kinds, words.lower
    b = first - 1
    while b >= 0 and kinds[b] == "B" and (b or lower[b] != "once"):
        b -= 1
    alone = bare(words, at)
    marked = b == 2 and kinds[:3] in ("(U)", "(X)") and words.raw[1].isupper()  # "(S//NF) Smith said"
    if b < 0 or kinds[b] in ";:." or marked:
        return "main"
    if not kinds[: b + 1].strip("X") and (kinds[first] != "R" or words.raw[first][0].isupper()):
        return "main"
    kind = kinds[b]
    if kind in ',"-(':
        if b > 0 and not alone and kind in ',"':
            alone = _closed(words, _past_occasion(words, _past_addressee(words, at)))
        return "aside" if alone and b > 0 else "main"
    if kind in "SB":  # an adverb but for "once": "Once Smith had left, ..."
        return _after_subordinator(words, b, at)
    if kind == "C":
        return "joined"
    if kind == "P":
        if b == 0 and lower[b] in SINCE and not alone:
            return "subordinate"  # "Since Smith has rejected it, ..."
        if lower[b] == "as" and lower[b - 1 : b] == ["even"]:
            return "subordinate"  # "..., even as Smith told us that"
        if lower[b] != "as" or (b and kinds[b - 1] != ","):
            return ""
        if b:
            return "relative"  # "Jones noted, as Smith had, ..."
        objected = kinds[at + 1 : at + 2] in ("D", "G") and not alone and lower[at] not in _TOLD
        return "subordinate" if objected else "aside"  # "As Smith stressed the point, ..." but "As Smith said, ..."
    if alone and kind in "NUX)" and b not in words.forms and at - first < 6:
        return "aside" if kinds[b - 1 : b] != "S" else ""  # "asked what advice he offered, Smith ..."
    begun = kinds.rfind(";", 0, b) + 1  # "...; at other times he suggests that"
    turning = lower[begun].endswith("ing") and kinds[begun + 1] == "P"  # "Turning to gas he noted that"
    opened = kinds[begun] in "PB" or turning
    return "main" if kind in "#NUX" and opened and b - begun < 8 else ""


def _after_subordinator(words: Words, b: int, at: int) -> str:
    """Where a clause stands that the subordinator at `b` begins."""
    kinds, lower = words.kinds, words.lower
    opens = b == 0 or lower[b - 1] == "even" or not kinds[:b].strip("B,")
    if opens and lower[b] in _BECAUSE and words.forms[at].tense in _REPORTED:
        return "subordinate"  # "Because Smith insisted, ...", "Even though Smith insisted, ..."
    if lower[b] in CONCESSIVE and (b == 0 or kinds[b - 1] in ",;-"):
        return "subordinate"
    if lower[b] == "which" and lower[max(0, b - 1)] in _WHICH:
        return "joined"  # "..., to which Smith replied that"
    if lower[b] == "which" and lower[max(0, b - 1)] in DURING and lower[max(0, b - 2)] != "way":
        return "relative"  # "a speech in which Smith warned that"
    if lower[b] == "where" and kinds[b - 1 : b] == ",":
        return "joined"  # "in the capital, where Smith confessed that"
    if lower[b] == "that" and "so" in lower[max(0, b - 6) : b - 1]:
        return "subordinate"  # "It was so late that Smith complained"
    if lower[b] in ("which", "whom", "what") and kinds[b - 1 : b] != "P":
        return "" if lower[b] == "what" and _asks(words, b, at) else "relative"
    return ""


def _asks(words: Words, what: int, at: int) -> bool:
    """Whether "what" begins an inner question: "asked what he offered", "to see what they want"."""
    asking = words.forms.get(what - 1)
    return words.forms[at].verbs[0].kind == "want" or (asking is not None and asking.verbs[0].kind == "ask")


def bare(words: Words, at: int) -> bool:
    """Whether the verb has nothing after it but whom it was said to: what is said stands before it."""
    return _closed(words, _past_addressee(words, at))


def only_addressed(words: Words, at: int) -> bool:
    """Whether the verb has nothing after it but whom it was said to, when and where: "Smith briefed us at lunch"."""
    k = _past_setting(words, at)
    return k >= len(words.kinds) or words.kinds[k] in ".;"


def content_begins(words: Words, at: int) -> int:
    """Where "that" or a question begins what is said, past whom it was said to and when: "told us May 3 | that"."""
    k = _past_setting(words, at)
    return k if k < len(words.kinds) and words.lower[k] in _CONTENT else at + 1


def _past_setting(words: Words, at: int) -> int:
    """The word after the verb at `at` and after whom it was said to, when and where."""
    kinds, lower = words.kinds, words.lower
    k, before = _past_addressee(words, at), -1
    while before < k < len(kinds):
        before, k = k, _past_occasion(words, k)
        follows = k < len(kinds) and (lower[k] in DURING or (lower[k] == "of" and lower[k - 1] in _PARTS))
        phrase = phrase_starting(words, k + 1) if follows else None
        k = phrase.stop if phrase is not None else k
    return k


def _past_addressee(words: Words, at: int) -> int:
    """The word after the verb at `at` and whom it was said to."""
    kinds, lower = words.kinds, words.lower
    n = len(kinds)
    k = at + 1 + (lower[at + 1 : at + 2] == ["out"])  # "pointed out"
    while k < n and kinds[k] == "B":
        k += 1
    if k < n and lower[k] == "to":
        k += 1
    if k < n and kinds[k] == "O":
        k += 1
    elif k < n and ((kinds[k] in "DGUX" and k > at + 1) or (lower[at] in _TOLD and _somebody(words, k))):
        phrase = phrase_starting(words, k)
        k = phrase.end if phrase else k
    return k


def _somebody(words: Words, k: int) -> bool:
    """Whether the word at `k` begins those who are told: a name, "visiting Codel Smith", "reporters"."""
    if words.kinds[k] != "N":
        return words.kinds[k] in "DGUX"
    return words.kinds[k + 1 : k + 2] == "U" or SPEAKERS.get(words.lower[k]) in ("person", "office")


def _past_occasion(words: Words, k: int) -> int:
    """Past when and where it was said: "... in May (ref B)", "... during a meeting May 5"; else `k`."""
    kinds, lower = words.kinds, words.lower
    while k < len(kinds):
        if kinds[k] == "(":
            k = kinds.find(")", k) + 1 or len(kinds)
            continue
        if lower[k] not in _WHEN and lower[k] not in DATES:
            break
        noun = k + (lower[k] in _WHEN)
        while kinds[noun : noun + 1] in _MODIFIERS and noun < k + 5 and lower[noun] not in _OCCASIONS:
            noun += 1
        withheld = noun > k + 1 and kinds[noun - 1] == "X"  # "on XXXXXXXX"
        if not withheld and (noun >= len(kinds) or lower[noun] not in _OCCASIONS):
            break
        noun -= withheld
        k = noun + 1
        while kinds[k : k + 1] == "#":
            k += 1
    return k


def _closed(words: Words, k: int) -> bool:
    """Whether the sentence or clause ends before the word at `k`."""
    kinds = words.kinds
    if k >= len(kinds):
        return True
    if kinds[k] == ",":
        return not that_after_aside(words, k)
    if kinds[k] == '"' and words.quoted[k + 1 : k + 2] == [True]:  # "Smith said "later" is soon"
        return False
    return kinds[k] in '.;")-'


def that_after_aside(words: Words, k: int) -> int:
    """Where "that" stands after an aside that the comma at `k` opens, else 0: "We believe, however, that"."""
    kinds = words.kinds
    closing = kinds.find(",", k + 2, k + _ASIDE) if kinds[k : k + 1] == "," else -1
    if closing < 0 or words.lower[closing + 1 : closing + 2] != ["that"]:
        return 0
    return 0 if "R" in kinds[k:closing] else closing + 1  # "Smith understands, he stated, that"
