"""The verbs of saying in a sentence, each with the words that name its speaker."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cablerdf.parse.statements.lexicon import SPEAKERS, Form, Verb, word_set
from cablerdf.parse.statements.subjects import (
    Phrase,
    before_aside,
    phrase_ending,
    phrase_starting,
    verb_group,
)
from cablerdf.parse.statements.words import Words


class Speaker(NamedTuple):
    """Who speaks: `start` and `end` are offsets of the printed form, -1 where none is printed."""

    name: str
    kind: str  # person, function, body, post
    start: int
    end: int
    person: int | None = None
    plural: bool = False
    inferred: bool = False
    confidence: float = 0.95
    more: tuple[Speaker, ...] = ()  # the others behind "they"


class Attribution(NamedTuple):
    """A verb of saying with its speaker; `first` to `last` are the words of it, `verb` those of the verb.

    `place` is where it stands: main, aside (within or after what is said), joined (a clause
    tied on with a conjunction), subordinate ("While Smith said ..."), relative, participle.
    """

    place: str
    verb: tuple[int, int]
    kind: str
    speaker: Speaker
    first: int


Who = Callable[[Phrase], "Speaker | None"]

_OPINIONS = frozenset(("think", "want", "agree", "deny", "state"))
_AGENTS = frozenset(("say", "ask", "warn", "propose", "praise", "criticize"))
_CATENATIVES = word_set("catenative")
_ELSEWHERE = word_set("elsewhere")  # "(reported septel)"
_FEELINGS = word_set("feeling")
_PARTICLES = word_set("particle")
_PHRASAL = word_set("phrasal")
_TOLD = word_set("told")
_SEEMING = word_set("seeming")
_VIEWS = word_set("opinion")
_BE = word_set("be")
_CONCESSIVE = frozenset(("while", "although", "though", "whereas"))


def attributions(words: Words, who: Who, found: list[Attribution]) -> list[Attribution]:
    """Every attribution of the sentence, put into `found`, before it is settled which of them count."""
    for at, form in words.forms.items():
        if words.quoted[at]:
            continue
        verb = _fitting(words, at, form)
        if verb is not None:
            found += _attribution(words, at, form, verb, who, found)
    lower = words.lower
    if "according" in lower:
        found += _according(words, who)
    if not _VIEWS.isdisjoint(lower):
        found += _views(words, who)
    return found


def _fitting(words: Words, at: int, form: Form) -> Verb | None:
    """The verb that the form at `at` stands for here, None where what follows does not fit."""
    kinds, lower = words.kinds, words.lower
    following = kinds[at + 1 : at + 2] or "."
    for verb in form.verbs:
        if verb.follow and not _followed(words, at, verb.follow):
            continue
        if verb.never and not verb.never.isdisjoint(lower[at + 1 : at + 2]):
            continue
        if verb.name == "report" and not _ELSEWHERE.isdisjoint(lower[at + 1 : at + 3]):
            continue
        if verb.object and not verb.inverts and following in ".,;:)":
            continue
        present = form.tense in ("base", "third") and not verb.follow
        infinitive = lower[at + 1 : at + 2] == ["to"] and verb.kind in ("want", "promise", "think", "warn")
        if verb.noun and present and following not in 'DGRSUXB#O":' and not (infinitive or verb.name == "claim"):
            continue
        return verb
    return None


def _followed(words: Words, at: int, follow: frozenset[str]) -> bool:
    """Whether one of the words comes soon, before a preposition; a word with ~ may come later."""
    lower = words.lower
    for k in range(at + 1, min(at + 4, len(lower))):
        if lower[k] in follow:
            return True
        if lower[k] + ".." in follow:  # "called on Smith to resign", not "called on Smith"
            return "to" in lower[k + 2 : k + 15]
        if words.kinds[k] in "P,.;" and lower[k] != "to":
            break
    return any(word + "~" in follow for word in lower[at + 2 : at + 12])


def _attribution(
    words: Words, at: int, form: Form, verb: Verb, who: Who, before: list[Attribution]
) -> list[Attribution]:
    kinds, lower = words.kinds, words.lower
    group = verb_group(words, at)
    if group.modal or (group.negated and verb.kind not in _OPINIONS):
        return []
    left, start = group.left, at
    if form.tense == "ing" and group.passive and verb.kind in ("think", "want", "agree"):
        return []
    if form.tense == "ing" and not group.passive:
        return _participle(words, at, verb, who, before)
    if form.tense == "state":
        if not group.passive and lower[max(left, 0)] not in _SEEMING:
            return []
        start = left + 1
    elif form.tense == "past" and group.passive:
        if not (lower[at] == "quoted" and "as" in lower[at + 1 : at + 6]):
            return _by_agent(words, at, verb, who)
    elif form.tense == "past" and not group.helped:
        k = at + 1
        while kinds[k : k + 1] == "B":
            k += 1
        if lower[k : k + 1] == ["by"] and not "".join(lower[k + 1 : k + 2]).endswith("ing"):
            return _by_agent(words, at, verb, who) if at == 0 or kinds[at - 1] in "S,:" else []
    elif form.tense == "base" and left >= 0 and lower[left] == "to":
        chain = left - 1
        if chain < 0 or lower[chain] not in _CATENATIVES:
            return []
        start = chain - (lower[chain] == "on")
        chained = verb_group(words, start)
        if chained.modal or chained.negated or (chained.left >= 0 and lower[chained.left] == "to"):
            return []
        left = chained.left
    elif form.tense in ("base", "third") and group.helped and form.tense == "third":
        return []
    return _with_subject(words, (start, at), left, verb, form.tense, who, before)


def _with_subject(
    words: Words,
    span: tuple[int, int],
    left: int,
    verb: Verb,
    tense: str,
    who: Who,
    before: list[Attribution],
) -> list[Attribution]:
    at = span[1]
    printed = (span[0], _verb_end(words, at, verb))
    invertible = verb.inverts and (verb.name == "ask" or words.lower[at] not in _TOLD)
    if invertible and (left < 0 or words.kinds[left] in ',"-'):
        found = _inverted(words, at, who)
        if found:
            return [Attribution("aside", printed, verb.kind, s, at) for s in found]
    speakers, first, relative = _subject(words, left, who, before)
    bare = tense == "base" and span[0] == at and "A" not in words.kinds[left + 1 : at]
    if bare and len(speakers) == 1 and not _plural(speakers[0]):
        return []
    speakers = [s for s in speakers if not (verb.personal and s.kind == "body")]
    if any(s.confidence < 0.6 for s in speakers) and not (verb.inverts or verb.kind == "ask"):
        return []
    place = "relative" if relative else _place(words, first, at)
    if place == "aside" and not verb.inverts and words.lower[first - 1] != "as":
        place = "main"
    if place != "aside" and (verb.aside or (verb.object and words.kinds[at + 1 : at + 2] in (",", ".", ";", ""))):
        return []
    return [Attribution(place, printed, verb.kind, s, first) for s in speakers] if place else []


def _plural(speaker: Speaker) -> bool:
    return speaker.plural or (speaker.kind == "body" and speaker.name.endswith("s"))


def _verb_end(words: Words, at: int, verb: Verb) -> int:
    """Past the last word of the verb as it is to be printed: "pointed out", "expressed concern"."""
    if verb.follow and words.lower[at + 1 : at + 2] and words.lower[at + 1] in _PARTICLES:
        return at + 2
    if verb.name in _PHRASAL:
        for k in range(at + 1, min(at + 4, len(words.kinds))):
            if words.kinds[k] not in "DGNBRO":
                break
            if words.kinds[k] == "N" and (words.lower[k] in _FEELINGS or words.lower[k] in verb.follow):
                return k + 1
    return at + 1


def _inverted(words: Words, at: int, who: Who) -> list[Speaker]:
    """The speaker after the verb: "..., said Smith", "... ,' asked Smith, who"."""
    phrase = phrase_starting(words, at + 1)
    if phrase is None:
        return []
    speaker = who(phrase)
    if speaker is None or (speaker.kind == "body" and speaker.confidence > 0.7):
        return []
    after = words.kinds[phrase.end : phrase.end + 1]
    if after and after not in ',.;:"()-PS#':
        return []
    return [speaker]


def _subject(words: Words, left: int, who: Who, before: list[Attribution]) -> tuple[list[Speaker], int, bool]:
    """The speakers named by the subject whose last word is `left`, its first word, and whether that is relative."""
    kinds, lower = words.kinds, words.lower
    relative = False
    if left >= 0 and kinds[left] == "S":
        if lower[left] not in ("who", "which") or left < 1:
            return [], left, False
        which = lower[left] == "which"
        left -= 1 + (kinds[left - 1] == ",")
        speakers, first = _phrase_speakers(words, left, who)
        if not speakers and left > 0:
            tail = max(words.kinds.rfind(k, 0, left + 1) for k in "PN") + 1
            nearest = who(Phrase(tail, left + 1, left + 1)) if 0 < tail <= left else None
            speakers, first = ([nearest], tail) if nearest and nearest.kind == "person" else ([], left)
        return [s for s in speakers if not which or s.kind == "body"], first, True
    if left < 0:
        return [], 0, False
    if kinds[left] == "C" and lower[left] != "nor":
        return _previous(words, left, who, before)
    if kinds[left] in 'NUX#)"RD':
        speakers, first = _phrase_speakers(words, left, who)
        return speakers, first, relative
    if kinds[left] in ",-":
        comma = left
        for _ in range(4):
            ends = before_aside(words, comma)
            if ends is None:
                break
            speakers, first = _phrase_speakers(words, ends, who)
            if speakers and (speakers[0].kind != "body" or first == 0) and _opens_clause(words, first):
                return _named_aside(words, ends + 2, speakers, who), first, False
            comma = ends + 1
            kept = kinds.rfind(kinds[left], 0, comma)
            if kept <= 0:
                break
            comma = ends + 1
        return _previous(words, left, who, before)
    return [], left, False


def _named_aside(words: Words, start: int, speakers: list[Speaker], who: Who) -> list[Speaker]:
    """The person whom an aside names: "The manager of the campaign, Jane Smith, said"."""
    if len(speakers) == 1 and speakers[0].kind == "function" and words.kinds[start] in "UX":
        phrase = phrase_starting(words, start)
        named = who(phrase) if phrase else None
        if phrase and named and named.kind == "person" and words.kinds[phrase.end : phrase.end + 1] in (",", "(", "-"):
            return [named]
    return speakers


def _opens_clause(words: Words, first: int) -> bool:
    return first == 0 or words.kinds[first - 1] in ',;:-(."SBC' or words.lower[first - 1] == "as"


def _previous(words: Words, left: int, who: Who, before: list[Attribution]) -> tuple[list[Speaker], int, bool]:
    """The subject of a verb that is tied to an earlier one: "Smith agreed and said"."""
    if before:
        first = before[-1].first
        same = [a.speaker for a in before if a.first == first and a.place != "participle"]
        return same, first, before[-1].place == "relative"
    for k in range(max(0, left - 8), left):  # "laws were respected and observed"
        after = words.lower[k + 1] if words.kinds[k + 1] != "B" else words.lower[min(k + 2, left)]
        if words.lower[k] in _BE and after.endswith(("ed", "en", "wn")):
            return [], left, False
    speakers, first = main_subject(words, who)
    person = bool(speakers) and speakers[0].kind == "person"
    tied = first < left and ("S" not in words.kinds[first:left] or words.kinds[left - 1] == "," or person)
    return (speakers, first, False) if tied else ([], left, False)


def _phrase_speakers(words: Words, last: int, who: Who) -> tuple[list[Speaker], int]:
    """The speakers that the noun phrase or pronoun ending at `last` names, in order, and its first word."""
    kinds = words.kinds
    if last < 0:
        return [], 0
    if kinds[last] in "RD":
        speaker = who(Phrase(last, last + 1, last + 1))
        return ([speaker._replace(more=()), *speaker.more] if speaker else []), last
    phrases = phrase_ending(words, last)
    found = [(p, s) for p in phrases if (s := who(p))]
    if not found and len(phrases) == 1 and phrases[0].stop > phrases[0].end:
        tail = kinds.rfind("P", phrases[0].end, last + 1)
        nearest = Phrase(tail + 1, last + 1, last + 1)
        speaker = who(nearest) if tail > 0 else None
        if speaker and speaker.kind == "person" and speaker.confidence > 0.9 and phrases[0].start == 0:
            return [speaker._replace(confidence=0.6)], tail + 1
    if not found:
        return [], last
    if len(found) == 1 == len(phrases) and phrases[0].stop > phrases[0].end and found[0][1].kind == "function":
        found = [(phrases[0], _titled(words, phrases[0], who) or found[0][1])]
    nearest = phrases[0]
    if len(found) > 1 and found[0][0] is nearest and kinds[nearest.start] not in "DG":
        found = _one_title(words, found)
    if len(found) < len(phrases) and len(found) > 0 and found[0][0].start != phrases[-1].start:
        if found[0][0] is not phrases[0]:
            return [], last
        found = found[:1]
    sure = [(p, s) for p, s in found if s.confidence > 0.6]
    found = (sure or found)[::-1]  # "Pro-reform and opposition politicians" are one
    first = found[0][0].start
    if (
        len(found) == 1
        and found[0][1].kind == "function"
        and kinds[first] in "NU"
        and first > 1
        and kinds[first - 1] == ","
    ):
        apposed, start = _phrase_speakers(words, first - 2, who)  # "Yao Jian, Spokesperson for the Ministry said"
        if len(apposed) == 1 and apposed[0].kind == "person" and _opens_clause(words, start):
            return apposed, start
    return [s for _, s in found], first


def _titled(words: Words, phrase: Phrase, who: Who) -> Speaker | None:
    """The person at the end of a title with "of" or "for": "Minister of Defense Lee", no "adviser to Lee"."""
    kinds = words.kinds
    if kinds[phrase.start] in "DG":
        return None
    tail = kinds.rfind("P", phrase.end, phrase.stop)
    named = who(Phrase(tail + 1, phrase.stop, phrase.stop)) if tail >= phrase.end else None
    if named is None or named.kind != "person" or named.confidence < 0.9:
        return None
    first = SPEAKERS.get(words.lower[tail + 1])
    return named if first is None and phrase.stop - tail > 2 else None


def _one_title(words: Words, found: list[tuple[Phrase, Speaker]]) -> list[tuple[Phrase, Speaker]]:
    """Titles and modifiers that are no speakers of their own taken into the last one.

    "Economic Adviser and Speech Writer Jane Smith", "the UN and EU representatives".
    """
    (nearest, last), others = found[0], found[1:]
    first = others[-1][0].start
    if last.kind == "person" and all(s.kind == "function" and words.kinds[p.start] not in "DG" for p, s in others):
        return [(Phrase(first, nearest.end, nearest.stop), last)]
    if last.kind == "function" and all(s.kind == "body" for _, s in others):
        begin = others[-1][1].start
        gap = " ".join(words.raw[first : nearest.end])
        return [(Phrase(first, nearest.end, nearest.stop), last._replace(name=gap, start=begin))]
    return found


def _place(words: Words, first: int, at: int) -> str:
    """Where the clause stands whose subject begins at `first`; "" where it only belongs to what another says."""
    kinds, lower = words.kinds, words.lower
    b = first - 1
    while b >= 0 and kinds[b] == "B":
        b -= 1
    bare = _bare(words, at)
    if b < 0 or kinds[b] in ";:.":
        return "main"
    kind = kinds[b]
    if kind in ',"-(':
        return "aside" if bare and b > 0 else "main"
    if kind == "S":
        if lower[b] in _CONCESSIVE and (b == 0 or kinds[b - 1] in ",;-"):
            return "subordinate"
        if lower[b] in ("which", "whom", "what") and kinds[b - 1 : b] != "P":
            return "relative"
        return ""
    if kind == "C":
        return "joined"
    if kind == "P":
        return "aside" if lower[b] == "as" and (b == 0 or kinds[b - 1] == ",") else ""
    if bare and kind in "NUX)" and b not in words.forms and at - first < 6:
        return "aside"
    return "main" if kind in "#NUX" and kinds[0] in "PB" and b < 8 else ""


def _bare(words: Words, at: int) -> bool:
    """Whether the verb has nothing after it but whom it was said to: what is said stands before it."""
    kinds, lower = words.kinds, words.lower
    n = len(kinds)
    k = at + 1
    while k < n and kinds[k] == "B":
        k += 1
    if k < n and lower[k] == "to":
        k += 1
    if k < n and kinds[k] == "O":
        k += 1
    elif k < n and kinds[k] in "DGUX" and (k > at + 1 or lower[at] in _TOLD):
        phrase = phrase_starting(words, k)
        k = phrase.end if phrase else k
    if k >= n:
        return True
    if kinds[k] == ",":
        closing = kinds.find(",", k + 1)
        return not (0 < closing < k + 8 and lower[closing + 1 : closing + 2] == ["that"])
    return kinds[k] in '.;")-'


def _participle(words: Words, at: int, verb: Verb, who: Who, before: list[Attribution]) -> list[Attribution]:
    """ "Smith left, saying that ...", "opened by thanking", "with officials rejecting"."""
    kinds, lower = words.kinds, words.lower
    left = at - 1
    while left >= 0 and kinds[left] == "B":
        left -= 1
    printed = (at, _verb_end(words, at, verb))
    if left >= 0 and kinds[left] in "NUX)":
        if "with" not in lower[max(0, left - 12) : left]:
            return []
        first = left - 1 - lower[left - 1 :: -1].index("with") + 1
        speakers = _starting_speakers(words, first, who)
        if not speakers or speakers[-1].end < words.end(left):
            return []
        return [Attribution("participle", printed, verb.kind, s, first) for s in speakers if s.end <= words.start(at)]
    if left >= 0 and not (kinds[left] in ",C-" or lower[left] in ("by", "in")):
        return []
    if lower[max(left, 0)] == "in" and not (left > 0 and kinds[left - 1] == ","):
        return []
    if before:
        return [a._replace(place="participle", verb=printed, kind=verb.kind) for a in before[-1:]]
    speakers, first = main_subject(words, who)
    if first >= at:
        return []
    others = [s for s in speakers if s.confidence > 0.6 and s.kind != "post"]
    return [Attribution("participle", printed, verb.kind, s, first) for s in others]


def _by_agent(words: Words, at: int, verb: Verb, who: Who) -> list[Attribution]:
    """ "When asked by Poloff ..., Smith said": the agent of a passive."""
    if verb.kind not in _AGENTS or verb.personal:
        return []
    kinds, lower = words.kinds, words.lower
    k = at + 1
    while k < len(kinds) and kinds[k] == "B":
        k += 1
    if k >= len(kinds) or lower[k] != "by":
        return []
    phrase = phrase_starting(words, k + 1)
    speaker = who(phrase) if phrase else None
    return [Attribution("agent", (at, at + 1), verb.kind, speaker, k + 1)] if speaker else []


def _according(words: Words, who: Who) -> list[Attribution]:
    found: list[Attribution] = []
    for at, low in enumerate(words.lower):
        if low == "according" and words.lower[at + 1 : at + 2] == ["to"] and not words.quoted[at]:
            for speaker in _starting_speakers(words, at + 2, who):
                found.append(Attribution("aside", (at, at + 2), "say", speaker, at))
    return found


def _starting_speakers(words: Words, first: int, who: Who) -> list[Speaker]:
    kinds, lower = words.kinds, words.lower
    found: list[Speaker] = []
    if lower[first : first + 1] == ["yet"]:
        first += 1
    while True:
        if first < len(kinds) and kinds[first] in "OR":
            phrase: Phrase | None = Phrase(first, first + 1, first + 1)
        else:
            phrase = phrase_starting(words, first)
        speaker = who(phrase) if phrase else None
        if speaker is None or phrase is None:
            return found
        found.append(speaker)
        if lower[phrase.end : phrase.end + 1] != ["and"]:
            return found
        first = phrase.end + 1


def _views(words: Words, who: Who) -> list[Attribution]:
    """ "In Smith's view ...", "in his opinion"."""
    kinds, lower = words.kinds, words.lower
    found: list[Attribution] = []
    for at, low in enumerate(lower):
        if low not in _VIEWS or at < 2 or words.quoted[at]:
            continue
        k = at - 1
        while k > 0 and kinds[k] == "N" and not lower[k].endswith(("'s", "’s")):
            k -= 1
        if kinds[k] == "G":
            begin = k
            speaker = who(Phrase(k, k + 1, k + 1))
        elif lower[k].endswith(("'s", "’s", "s'", "s’")):
            begin = k
            while begin and kinds[begin - 1] in "UXDN":
                begin -= 1
            speaker = who(Phrase(begin, k + 1, k + 1))
        else:
            continue
        if speaker and begin and lower[begin - 1] == "in":
            found.append(Attribution("aside", (begin - 1, at + 1), "think", speaker, begin - 1))
        elif speaker and lower[at + 1 : at + 2] and lower[at + 1] in ("is", "was") and "that" in lower[at + 1 : at + 4]:
            found.append(Attribution("main", (at, at + 1), "think", speaker, begin))
    return found


def main_subject(words: Words, who: Who) -> tuple[list[Speaker], int]:
    """The speakers that the subject of the sentence names, past its opening phrases, and its first word."""
    kinds = words.kinds
    k, n = kinds.find(":", 0, 4) + 1, len(kinds)  # past a label: "Summary:"
    for _ in range(4):
        while k < n and kinds[k] in 'BC"(-':
            k += 1
        if k >= n:
            break
        if kinds[k] in "RDGNUX":
            found = [who(Phrase(k, k + 1, k + 1))] if kinds[k] == "R" else _starting_speakers(words, k, who)
            speakers = [s for s in found if s]
            if speakers:
                return speakers, k
        k = kinds.find(",", k) + 1
        if not k:
            break
    return [], n
