"""The members of a subject that "and" or commas join: who of them speaks, what only describes another."""

from __future__ import annotations

from cablerdf.parse.statements.grammar.lexicon import NATIONAL, word_set
from cablerdf.parse.statements.grammar.phrases import Phrase, phrase_ending
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.speakers.values import Resolve, Speaker

_BEFORE_LIST = frozenset(",;:-(.S")  # kinds of words after which a list of speakers may begin
_INDEFINITE = frozenset(("a", "an", "another", "one"))
_OWNED = ("'s ", "’s ", "s' ", "s’ ")
_KINDS = word_set("kind of source")

Member = tuple[Phrase, Speaker]  # of a subject


def listed_before(words: Words, first: int, resolve: Resolve, serial: bool) -> tuple[list[Speaker], int]:
    """The speakers before the last of a list with commas, and its first word: "Peru, Chile, and Bolivia asked".

    `serial` says that a comma and "and" stand before the phrase at `first`, else a comma alone.
    """
    kinds, lower = words.kinds, words.lower
    if serial and lower[first - 1] != "and":
        return [], first
    found: list[Member] = []
    comma, skipped = first - 1 - serial, not serial
    while comma > 0 and kinds[comma] == ",":
        opened = kinds.rfind(",", 0, comma)
        if lower[opened + 1] == "including":
            comma, skipped = opened, True
            continue  # "officers, including Smith, and others"
        phrases = phrase_ending(words, comma - 1)
        start = phrases[-1].start if len(phrases) == 1 else comma
        speaker = resolve(phrases[0]) if start < comma and (not start or kinds[start - 1] in _BEFORE_LIST) else None
        if speaker is None or speaker.confidence <= 0.7:
            return [], first
        found.insert(0, (phrases[0], speaker))
        comma = start - 1
    if not found or not (skipped or len(found) > 1) or _begins_within(words, *found[0]):
        return [], first
    listed = [s for k, (p, s) in enumerate(found) if not (k and _describes(words, p, s, found[k - 1][1]))]
    return [one for s in listed for one in each(s)], found[0][0].start


def _begins_within(words: Words, phrase: Phrase, speaker: Speaker) -> bool:
    """Whether a list begins in what hangs on a noun: "Leaders in Peru, Chile, and ...", "Minister of Trade, ..."."""
    if phrase.stop == phrase.end or speaker.kind == "person":
        return False
    return speaker.plural or words.kinds[phrase.start] != "D"


def _describes(words: Words, phrase: Phrase, speaker: Speaker, before: Speaker) -> bool:
    """Whether a member of a list only says who the one before is: "Smith, head of the bureau, and Jones"."""
    title = speaker.kind == "function" and not speaker.plural and words.lower[phrase.start] not in _INDEFINITE
    return title and before.kind == "person"


def two_titles(words: Words, phrase: Phrase, resolve: Resolve) -> list[Phrase]:
    """The phrases of two people who stand with long titles: "Head of Trade Ana Lee and Deputy Head Bo Kim"."""
    joint = words.kinds.rfind("C", phrase.end, phrase.stop)
    later = Phrase(joint + 1, phrase.stop, phrase.stop)
    named = resolve(later) if joint + 1 < phrase.stop else None
    if named is None or named.kind != "person" or named.confidence < 0.9:
        return []
    first = phrase._replace(stop=joint)
    other = resolve(first)
    return [later, first] if other is not None and other.kind == "person" else [later]


def each(speaker: Speaker) -> list[Speaker]:
    """The speaker, and the others behind "they"."""
    return [speaker._replace(more=()), *speaker.more] if speaker.more else [speaker]


def those_who_speak(words: Words, phrases: list[Phrase], found: list[Member]) -> list[Member]:
    """The members of a subject that speak, nearest first; titles and modifiers among them taken into the others."""
    kinds, nearest = words.kinds, phrases[0]
    if len(found) == 1 == len(phrases):
        return found
    unknown = len(found) < len(phrases)
    if len(found) > 1 and found[0][0] is nearest and kinds[nearest.start] not in "DG":
        found = _one_title(words, found)
    if len(found) > 1 and found[-1][1].kind == "person":
        phrase, title = found[-2]
        described = kinds[phrase.start - 1] == "," and kinds[phrase.start] not in "DG"
        described = described or (kinds[phrase.start - 1] == "C" and kinds[phrase.start] == "N")  # "and head of trade"
        if described and title.kind == "function" and not title.plural:
            return found[-1:]  # "Li Min, Head of Trade and Energy" is one
    others = phrases[1:]
    nations = all(p.stop - p.start == 1 and words.lower[p.start] in NATIONAL for p in others)
    modified = len(found) == 1 and found[0][0] is nearest and (len(others) == 1 or (others and nations))
    if modified and _shares_head(words, others[-1].start, *found[0]):
        begun = others[-1].start
        while begun > 1 and kinds[begun - 1] == "," and words.lower[begun - 2] in NATIONAL:
            begun -= 2  # "Peruvian, Danish and Swedish diplomats"
        modifier = " ".join(words.raw[begun : nearest.start]).replace(" ,", ",")
        last = found[0][1]
        whole = last._replace(name=f"{modifier} {last.name}", start=words.start(begun))
        return [(nearest._replace(start=begun), whole)]
    if unknown and found[0][0].start != phrases[-1].start:
        return found[:1] if found[0][0].stop == nearest.stop else []
    return [(p, s) for p, s in found if s.confidence > 0.6] or found  # "Pro-reform and opposition politicians" are one


def _is_title(words: Words, phrase: Phrase, speaker: Speaker) -> bool:
    """Whether a member of a subject can be a title of the one named after it, with an article or without."""
    owned = speaker.kind == "person" and speaker.confidence <= 0.7 and any(p in speaker.name for p in _OWNED)
    titled = speaker.kind == "function" and not speaker.plural
    return (owned or titled) and (words.kinds[phrase.start] not in "DG" or words.lower[phrase.start] in ("a", "an"))


def _shares_head(words: Words, begun: int, phrase: Phrase, speaker: Speaker) -> bool:
    """Whether what begins at `begun` only modifies the noun of the last member: "Danish and Swedish diplomats"."""
    kinds = words.kinds
    within = (
        begun > 0 and kinds[begun - 1] == "P" and words.lower[begun - 1] != "as"
    )  # "near the town and soldiers said"
    bare = kinds[phrase.start] not in "DG" and kinds[phrase.start - 1] == "C"
    return bare and not within and speaker.kind == "function" and speaker.plural


def _modifies(words: Words, phrase: Phrase, speaker: Speaker) -> bool:
    """Whether a member only tells of what kind the next is: "official and private sources", "the German and ..."."""
    low = words.lower[phrase.end - 1]
    alone = phrase.end - phrase.start == 1 + (words.kinds[phrase.start] == "D")
    kind = low in NATIONAL or low in _KINDS or (speaker.kind == "person" and speaker.confidence <= 0.7)
    return alone and kind and (words.kinds[phrase.start] == "D" or speaker.kind != "person" or not speaker.inferred)


def _one_title(words: Words, found: list[Member]) -> list[Member]:
    """Titles and modifiers that are no speakers of their own taken into the last one.

    "Economic Adviser and Speech Writer Jane Smith", "the UN and EU representatives".
    """
    (nearest, last), others = found[0], found[1:]
    (described, first_of) = others[-1]
    functions = len(others) == 1 and last.kind == first_of.kind == "function"
    if functions and words.lower[described.start] in ("a", "an") and not last.plural:
        return others  # "An MP and close adviser to Smith" is one
    begun = nearest.start
    if last.kind == "person":
        titled = nearest.stop - nearest.start > len(last.name.split()) or words.kinds[nearest.end - 1] == "X"
        while titled and others and _is_title(words, *others[0]):
            begun = others.pop(0)[0].start
        return [(nearest._replace(start=begun), last), *others]
    while others and (last.kind == "function" or last.plural) and _modifies(words, *others[0]):
        begun = others.pop(0)[0].start
    if last.kind == "function" and all(s.kind == "body" for _, s in others):
        begun, others = described.start, []
    if begun < nearest.start:
        name = " ".join(words.raw[begun : nearest.end]).replace("( ", "(").replace(" )", ")")
        last = last._replace(name=name, start=words.start(begun))
    return [(nearest._replace(start=begun), last), *others]
