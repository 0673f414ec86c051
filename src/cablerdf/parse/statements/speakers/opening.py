"""The speakers that a sentence names from left to right: its subject past what opens it, those after "according to"."""

from __future__ import annotations

from cablerdf.parse.statements.grammar.phrases import Phrase, phrase_starting
from cablerdf.parse.statements.grammar.verbs import verbal
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.speakers.joined import each
from cablerdf.parse.statements.speakers.values import Resolve, Speaker

_DETERMINED = frozenset(("a", "an", "her", "his", "its", "the", "their"))


def named_aside(words: Words, start: int, speakers: list[Speaker], resolve: Resolve) -> list[Speaker]:
    """The person whom an aside names: "The manager of the campaign, Jane Smith, said"."""
    titles = bool(speakers) and all(s.kind == "function" and not s.plural for s in speakers)
    one = titles and all(s.name.split()[0].lower() not in _DETERMINED for s in speakers[1:])
    if one and words.kinds[start] in "UX":
        phrase = phrase_starting(words, start)
        named = resolve(phrase) if phrase else None
        if phrase and named and named.kind == "person" and words.kinds[phrase.end : phrase.end + 1] in (",", "(", "-"):
            return [named]
    return speakers


def speakers_starting(words: Words, first: int, resolve: Resolve) -> list[Speaker]:
    """The speakers that the phrases from a word on name, joined by "and"."""
    kinds, lower = words.kinds, words.lower
    found: list[Speaker] = []
    if lower[first : first + 1] == ["yet"]:
        first += 1
    while True:
        lone = kinds[first : first + 2] in ("G,", "G.", "G")  # "according to her, ..."
        if first < len(kinds) and (kinds[first] in "OR" or lone):
            phrase: Phrase | None = Phrase(first, first + 1, first + 1)
        else:
            phrase = phrase_starting(words, first)
        speaker = resolve(phrase) if phrase else None
        if speaker is None and phrase and not found and lower[phrase.end : phrase.end + 1] == ["and"]:
            begun, phrase = phrase.start, phrase_starting(words, phrase.end + 1)
            speaker = resolve(phrase) if phrase else None
            if speaker is not None and phrase is not None and speaker.kind in ("function", "body"):
                named = " ".join(words.raw[begun : phrase.end])  # "government and business contacts"
                speaker = speaker._replace(name=named, start=words.start(begun))
        if speaker is None or phrase is None:
            return found
        found += each(speaker)
        if lower[phrase.end : phrase.end + 1] != ["and"]:
            return found
        first = phrase.end + 1


def _named_after(words: Words, start: int, resolve: Resolve) -> list[Speaker]:
    """The person at the end of a long title: "Vice President for Companies in Africa Jane Smith met"."""
    kinds = words.kinds
    if kinds[start] in "DG":
        return []
    stop = start
    while stop < len(kinds) and kinds[stop] in "UXNP&" and not verbal(words, stop):
        stop += 1
    tail = kinds.rfind("P", start, stop) + 1
    named = resolve(Phrase(tail, stop, stop)) if 0 < tail < stop else None
    return [named] if named is not None and named.kind == "person" and named.person is not None else []


def _after_those_met(words: Words, start: int, resolve: Resolve) -> tuple[list[Speaker], int] | None:
    """The subject after those who were met, its verb next: "At a lunch with Minister Li, Mr. Ba, the King was"."""
    kinds = words.kinds
    comma = kinds.find(",", start)
    while comma > 0:
        phrase = phrase_starting(words, comma + 1)
        following = phrase.stop if phrase is not None else len(kinds)
        if phrase and following < len(kinds) and (kinds[following] in "AM" or verbal(words, following)):
            speaker = resolve(phrase)
            return None if speaker is None else ([speaker], phrase.start)
        comma = kinds.find(",", comma + 1)
    return None


_BEGINS = ("D", "G", "U", "X")


def main_subject(words: Words, resolve: Resolve) -> tuple[list[Speaker], int]:
    """The speakers that the subject of the sentence names, past its opening phrases, and its first word."""
    kinds = words.kinds
    k, n = kinds.find(":", 0, 4) + 1, len(kinds)  # past a label: "Summary:"
    if kinds[k : k + 1] == "P" and "with" in words.lower[k : kinds.find(",", k) + 1]:
        after = _after_those_met(words, k, resolve)
        if after is not None:
            return after
    for _ in range(4):
        while k < n and kinds[k] in 'BC"(-':
            k += 1
        if words.lower[k : k + 1] == ["on"] and kinds[k + 2 : k + 3] == "#" and kinds[k + 3 : k + 4] in _BEGINS:
            k += 3  # "On May 5 the board met"
        if k >= n:
            break
        if kinds[k] in "RDGNUX":
            found = [resolve(Phrase(k, k + 1, k + 1))] if kinds[k] == "R" else speakers_starting(words, k, resolve)
            speakers = [s for s in found if s]
            if speakers:
                comma = kinds.find(",", k)
                if len(speakers) == 1 and speakers[0].kind == "function":
                    speakers = _named_after(words, k, resolve) or speakers
                    if 0 < comma < n - 1:
                        speakers = named_aside(words, comma + 1, speakers, resolve)
                return speakers, k
        k = kinds.find(",", k) + 1
        if not k:
            break
    return [], n
