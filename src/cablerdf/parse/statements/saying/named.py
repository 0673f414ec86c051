"""The speakers that the subject of a verb names, whatever stands between them and the verb."""

from __future__ import annotations

from cablerdf.parse.lexicon.forms import titles
from cablerdf.parse.statements.grammar.lexicon import POSSESSIVE, SPEAKERS, word_set
from cablerdf.parse.statements.grammar.phrases import Phrase, before_aside, phrase_ending
from cablerdf.parse.statements.grammar.verbs import date_begins, verbal
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.speakers.joined import each, listed_before, those_who_speak, two_titles
from cablerdf.parse.statements.speakers.opening import main_subject, named_aside, speakers_starting
from cablerdf.parse.statements.speakers.values import Attribution, Reading, Resolve, Speaker

_BE = word_set("be")
_KIN = titles("kin")
_SOME = frozenset(("few", "first", "only"))
_CLAUSE_BEGINS = 12  # words of a subject before "who"
_DEFINITE = frozenset(("the", "our", "their", "his", "her", "some", "many", "most", "all", "other", "several"))


def speakers_left(reading: Reading, left: int) -> tuple[list[Speaker], int, bool]:
    """The speakers named by the subject whose last word is `left`, its first word, and whether that is relative."""
    words, resolve, before = reading
    kinds, lower = words.kinds, words.lower
    if left < 0:
        return [], 0, False
    if kinds[left] == "S":
        speakers, first = _antecedent(words, left, resolve)
        return speakers, first, bool(speakers)
    if kinds[left] == "C" and lower[left] not in ("nor", "or"):
        return _previous(words, left, resolve, before)
    if kinds[left] in 'NUX#)"RD':
        speakers, first = speakers_ending(words, left, resolve)
        return speakers, first, False
    if kinds[left] in ",-":
        if lower[left - 1 : left] == ["who"]:
            return [], left, False  # "leaders who, having set out a plan, lost"
        comma = left
        for _ in range(4):
            ends = before_aside(words, comma)
            if ends is None or _has_subject(kinds[ends + 2 : comma]):
                break
            speakers, first = speakers_ending(words, ends, resolve)
            if speakers and (speakers[0].kind != "body" or first == 0) and _opens_clause(words, first):
                doubtful = not _KIN.isdisjoint(lower[first : ends + 1])  # "the son of the mayor, Jane Smith, said"
                return speakers if doubtful else named_aside(words, ends + 2, speakers, resolve), first, False
            comma = ends + 1
            if kinds.rfind(kinds[left], 0, comma) <= 0:
                break
        return _previous(words, left, resolve, before)
    return [], left, False


def _has_subject(aside: str) -> bool:
    """Whether what stands between two commas is a clause of its own: "Smith, the King was calm, and said"."""
    at = aside.find("A")
    return at > 0 and aside[at - 1] in "NUX" and "S" not in aside[:at]


def _antecedent(words: Words, left: int, resolve: Resolve) -> tuple[list[Speaker], int]:
    """The speakers before "who", or the body before "which"."""
    if words.lower[left] not in ("who", "which") or left < 1:
        return [], left
    which = words.lower[left] == "which"
    if words.lower[left - 1] in _SOME and words.lower[max(0, left - 4) : left - 2] == ["one", "of"]:
        return main_subject(words, resolve)  # "Smith was one of the few who spoke"
    left -= 1 + (words.kinds[left - 1] == ",")
    if left > 1 and words.kinds[left] == "#" and (dated := date_begins(words, left)):
        left = dated - 1  # "the statement by Smith May 5, who told"
    speakers, first = speakers_ending(words, left, resolve)
    unnamed = bool(speakers) and (speakers[0].kind != "person" or speakers[0].inferred)
    if unnamed and first > 1 and words.kinds[first - 1] == ",":
        start = len(words.kinds[: first - 1].rstrip("UX"))
        named = resolve(Phrase(start, first - 1, first - 1)) if start < first - 1 else None
        if named is not None and _is_person(named):
            return [named], start  # "moderated by Li Min, head of the bureau, who spoke"
    if not speakers and left > 0:
        tail = max(words.kinds.rfind(k, 0, left + 1) for k in "PN") + 1
        nearest = resolve(Phrase(tail, left + 1, left + 1)) if 0 < tail <= left else None
        if nearest is not None and nearest.kind == "person":
            return [nearest], tail
    if which:
        return [s for s in speakers if s.kind == "body"], first
    if speakers and all(s.kind == "body" and not s.plural for s in speakers):
        return _people_of(words, first, left, resolve)
    return speakers, first


def _people_of(words: Words, first: int, left: int, resolve: Resolve) -> tuple[list[Speaker], int]:
    """Those on whom a body hangs: "by officials at the ministry, who said"; nobody where only the body stands."""
    k = first - 1
    while k >= 0 and words.kinds[k] in "PDGNUC" and k > first - 12:
        if SPEAKERS.get(words.lower[k]) in ("person", "office", "mission") and words.kinds[k + 1] == "P":
            start = k
            while start and words.kinds[start - 1] in "NUDG" and words.kinds[start] not in "DG":
                start -= 1
            speaker = resolve(Phrase(start, k + 1, left + 1))
            return ([speaker], start) if speaker is not None else ([], first)
        k -= 1
    return [], first


def _opens_clause(words: Words, first: int) -> bool:
    return first == 0 or words.kinds[first - 1] in ',;:-(."SBC' or words.lower[first - 1] == "as"


def _previous(words: Words, left: int, resolve: Resolve, before: list[Attribution]) -> tuple[list[Speaker], int, bool]:
    """The subject of a verb that is tied to an earlier one: "Smith agreed and said"."""
    if before and not (before[-1].place == "participle" and before[-1].verb[0] == 0):
        first = before[-1].first
        if before[-1].place == "subordinate":  # "When Smith asked, Jones laughed and said"
            begin = words.kinds.find(",", before[-1].verb[1], left) + 1
            own = speakers_starting(words, begin, resolve) if begin and words.kinds[begin] in "RDGUX" else []
            if own:
                return own, begin, False
        same = dict.fromkeys(a.speaker for a in before if a.first == first and a.place != "participle")
        return list(same), first, before[-1].place == "relative"
    for k in range(max(0, left - 8), left):  # "laws were respected and observed"
        after = words.lower[k + 1] if words.kinds[k + 1] != "B" else words.lower[min(k + 2, left)]
        if words.lower[k] in _BE and after.endswith(("ed", "en", "wn")) and not _takes_object(words, left):
            return [], left, False
    speakers, first = main_subject(words, resolve)
    person = bool(speakers) and speakers[0].kind == "person"
    past = any(at > left and form.tense == "past" for at, form in words.forms.items())
    through = past and (
        person or words.kinds[left - 1] == "," or words.lower[left] == "but"
    )  # "Smith, who was late, met us, and said"
    tied = first < left and (through or "S" not in words.kinds[first:left])
    return (speakers, first, False) if tied else ([], left, False)


def _takes_object(words: Words, left: int) -> bool:
    """Whether the past form after the conjunction at `left` has an object: "was impressed and expressed his thanks"."""
    at = left + 1 + (words.kinds[left + 1 : left + 2] == "B")
    return words.kinds[at + 1 : at + 2] in ("D", "G", "O") or words.lower[at + 1 : at + 2] == ["that"]


def speakers_ending(words: Words, last: int, resolve: Resolve) -> tuple[list[Speaker], int]:
    """The speakers that the noun phrase or pronoun ending at `last` names, in order, and its first word."""
    kinds = words.kinds
    if last < 0:
        return [], 0
    if words.lower[last].endswith(POSSESSIVE):
        return [], last
    if kinds[last] in "RD":
        speaker = resolve(Phrase(last, last + 1, last + 1))
        while last and kinds[last] == kinds[last - 1] == "D":
            last -= 1  # "the three"
        if last > 1 and words.lower[last - 1] == "and" and speaker:
            before, first = speakers_ending(words, last - 2, resolve)
            if before and _opens_clause(words, first):
                return [*before, *each(speaker)], first  # "Smith and others"
        return each(speaker) if speaker else [], last
    phrases = _members(words, last, resolve)
    found = [(p, s) for p in phrases if (s := resolve(p))]
    if not found:
        return [], last
    if len(phrases) > 1 or phrases[0].stop > phrases[0].end:
        found = those_who_speak(words, phrases, found)[::-1]
        if not found:
            return [], last
    first = found[0][0].start
    described = found[0][1]
    impersonal = (
        len(found) == 1 and described.kind != "person" and not (described.kind == "function" and described.plural)
    )
    if impersonal and first > 1 and kinds[first - 1] == "," and words.lower[first] not in _DEFINITE:
        apposed, start = _apposed(words, first, resolve)
        if apposed:
            return apposed, start
    speakers = [one for _, s in found for one in each(s)]
    if first > 2 and kinds[first - 1] in "C," and (kinds[first - 2] == "," or len(found) > 1):
        earlier, begun = listed_before(words, first, resolve, kinds[first - 1] == "C")
        if earlier:
            return earlier + speakers, begun
    return speakers, first


def _members(words: Words, last: int, resolve: Resolve) -> list[Phrase]:
    """The noun phrases that "and" joins to the one ending at `last`, that one first."""
    phrases = phrase_ending(words, last)
    form = words.forms.get(phrases[-1].start) if len(phrases) > 1 else None
    if form is not None and form.tense == "ing":
        phrases = phrases[:-1]  # "Describing the port, Smith and Jones said"
    if len(phrases) == 2 and "both" in words.lower[phrases[1].end : phrases[1].stop]:
        return [phrases[1]._replace(stop=phrases[0].stop)]  # "opponents from both parties and the union"
    if len(phrases) == 1 and "C" in words.kinds[phrases[0].end : phrases[0].stop]:
        return two_titles(words, phrases[0], resolve) or phrases
    return phrases


def _apposed(words: Words, first: int, resolve: Resolve) -> tuple[list[Speaker], int]:
    """The person whom the phrase from `first` on describes: "Li Min, Head of Trade and Energy told us"."""
    speakers, start = speakers_ending(words, first - 2, resolve)
    if len(speakers) == 1 and _is_person(speakers[0]) and _opens_clause(words, start):
        return speakers, start
    speakers, start = main_subject(words, resolve)
    comma = words.kinds.find(",", start)
    named = comma > 0 and len(speakers) == 1 and _is_person(speakers[0])
    if named and words.end(comma - 1) <= speakers[0].end:
        return speakers, start
    return [], first


def restricted(reading: Reading, left: int) -> tuple[list[Speaker], int]:
    """The subject that a clause without commas restricts: "The team that inspected the port reported that"."""
    words, kinds, lower = reading.words, reading.words.kinds, reading.words.lower
    clause = next((k for k in range(min(left, _CLAUSE_BEGINS)) if lower[k] in ("who", "that") and kinds[k] == "S"), 0)
    if clause < 1 or kinds[clause - 1] not in "NUX" or clause - 1 in words.forms or "," in kinds[:left]:
        return [], left
    verb = clause + 1 + (kinds[clause + 1] == "B")
    if verb >= left or not (kinds[verb] in "AM" or verbal(words, verb)) or kinds[left] not in "NUX#":
        return [], left
    speakers, first = speakers_ending(words, clause - 1, reading.resolve)
    return (speakers, first) if not kinds[:first].strip("B") else ([], left)


def _is_person(speaker: Speaker) -> bool:
    return speaker.kind == "person" and speaker.confidence > 0.6
