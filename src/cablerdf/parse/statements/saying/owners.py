"""Views and documents that speak for those who hold or wrote them: "in his view", "the ministry's report notes"."""

from __future__ import annotations

from cablerdf.parse.statements.grammar.lexicon import NATIONAL, NATIONS, POSSESSIVE, word_set
from cablerdf.parse.statements.grammar.phrases import Phrase
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.speakers.values import POST, Attribution, Resolve, Speaker

_VIEWS = word_set("opinion")
_STANCES = _VIEWS | word_set("stance")
_WRITINGS = word_set("document") | word_set("writing")
_IS = frozenset(("is", "was", "remains", "remained"))


def views(words: Words, resolve: Resolve) -> list[Attribution]:
    """ "In Smith's view ...", "in his opinion", "Smith's point was that", "it is our view that"."""
    kinds, lower = words.kinds, words.lower
    found: list[Attribution] = []
    if _STANCES.isdisjoint(lower):
        return found
    for at, low in enumerate(lower):
        if low not in _STANCES or not at or kinds[at] != "N" or words.quoted[at]:
            continue
        stated = lower[at + 1 : at + 2] and lower[at + 1] in _IS and "that" in lower[at + 2 : at + 4]
        if not stated and (low not in _VIEWS or kinds[at + 1 : at + 2] in ("N", "U")):
            continue  # "in UK opinion polls"
        begin, speaker = _owner(words, at, resolve)
        if speaker is None or kinds[max(0, begin - 3) : begin - 1].rstrip(",").endswith("S"):
            continue  # "Smith added that, in his view, ..."
        before = lower[begin - 2 : begin] if begin > 1 else []
        if before[:1] == ["it"] and lower[at + 1 : at + 2] == ["that"]:
            found.append(Attribution("main", (begin, at + 1), "think", speaker, begin))
        elif begin and lower[begin - 1] == "in" and low in _VIEWS:
            found.append(Attribution("aside", (begin - 1, at + 1), "think", speaker, begin - 1))
        elif stated:
            found.append(Attribution("main", (at, at + 1), "think", speaker, begin))
    return found


def writer(words: Words, left: int, resolve: Resolve) -> tuple[list[Speaker], int]:
    """Whose document the subject is that ends at `left`, and its first word: "the ministry's report notes that"."""
    if left < 1 or words.lower[left] not in _WRITINGS:
        return [], left
    begin, speaker = _owner(words, left, resolve)
    return ([speaker] if speaker is not None else []), begin


def _owner(words: Words, at: int, resolve: Resolve) -> tuple[int, Speaker | None]:
    """First word of whose view or document the noun at `at` is, and who that is: "his", "Smith's", "the UK"."""
    kinds, lower = words.kinds, words.lower
    k = at - 1
    while k > 0 and kinds[k] in "NUB#" and not lower[k].endswith(POSSESSIVE):
        k -= 1
    if kinds[k] == "G":
        return k, resolve(Phrase(k, k + 1, k + 1))
    if not lower[k].endswith(POSSESSIVE):
        k = at - 1
        while k > 0 and kinds[k] in "NB#":
            k -= 1
    owned = lower[k].endswith(POSSESSIVE)
    if not owned and (kinds[k] != "U" or kinds[at] != "N"):  # "the White Paper"
        return at, None
    if lower[k] == "post's":
        return k, Speaker(POST, "post", words.start(k), words.end(k), confidence=0.85)
    begin = k
    while begin and kinds[begin - 1] in ("UXDN" if owned else "UD"):
        begin -= 1
    speaker = resolve(Phrase(begin, k + 1, k + 1))
    if not owned and speaker is not None:
        if speaker.kind not in ("body", "post"):
            return at, None
        if lower[k] in NATIONAL and lower[k].isalpha():  # "the Russian view"
            speaker = speaker._replace(name=NATIONS[lower[k]])
    return begin, speaker
