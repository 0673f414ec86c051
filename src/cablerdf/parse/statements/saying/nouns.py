"""Attributions by other words than a verb of saying: "is of the view", "criticism from Smith", "Smith would like"."""

from __future__ import annotations

from cablerdf.parse.statements.grammar.clauses import place_of
from cablerdf.parse.statements.grammar.lexicon import word_set
from cablerdf.parse.statements.grammar.verbs import verb_group
from cablerdf.parse.statements.grammar.words import Words
from cablerdf.parse.statements.saying.named import speakers_left
from cablerdf.parse.statements.speakers.opening import speakers_starting
from cablerdf.parse.statements.speakers.values import Attribution, Reading

_VIEWS = word_set("opinion")
_RECEIVED = word_set("received noun")
_RECEPTION = word_set("reception")
WISHES = word_set("wish")
_FURTHEST = 5  # words between "drew" and "criticism"


def of_the_view(reading: Reading) -> list[Attribution]:
    """ "Smith is of the view that ...", "in the opinion of Smith, ..."."""
    words, lower = reading.words, reading.words.lower
    found: list[Attribution] = []
    if _VIEWS.isdisjoint(lower):
        return found
    for at, low in enumerate(lower):
        if low not in _VIEWS or at < 2 or words.quoted[at] or words.kinds[at - 1] != "D":
            continue
        if lower[at - 2] == "of" and words.kinds[at - 3 : at - 2] == "A":
            group = verb_group(words, at - 2)
            if group.modal or group.negated or not group.passive:
                continue
            speakers, first, _ = speakers_left(reading, group.left)
            place = place_of(words, first, at) if speakers else ""
            printed = (group.left + 1, at + 1)
            found += [Attribution(place, printed, "think", s, first) for s in speakers if place]
        elif lower[at - 2] == "in" and lower[at + 1 : at + 2] == ["of"]:
            for speaker in speakers_starting(words, at + 2, reading.resolve):
                if speaker.kind != "body" or speaker.confidence > 0.8:
                    found.append(Attribution("aside", (at - 2, at + 2), "think", speaker, at - 2))
    return found


def received(reading: Reading) -> list[Attribution]:
    """ "The plan met with criticism from Smith", "drew praise from the ministry"."""
    words, lower = reading.words, reading.words.lower
    found: list[Attribution] = []
    if "from" not in lower or _RECEIVED.isdisjoint(lower):
        return found
    for at, low in enumerate(lower):
        if low not in _RECEIVED or lower[at + 1 : at + 2] != ["from"] or words.quoted[at] or reading.found:
            continue
        verb = _receiving(words, at)
        if verb < 0:
            continue
        for speaker in speakers_starting(words, at + 2, reading.resolve):
            if speaker.kind != "post":
                found.append(Attribution("agent", (verb, at + 2), "say", speaker, at + 2))
    return found


def _receiving(words: Words, at: int) -> int:
    """Where "met with", "drew" stands before the noun at `at`, -1 where it does not."""
    return next((k for k in range(at - 1, max(-1, at - _FURTHEST), -1) if words.lower[k] in _RECEPTION), -1)


def wishes(reading: Reading) -> list[Attribution]:
    """ "The ministry would like to see the text", "we would appreciate guidance"."""
    words, lower = reading.words, reading.words.lower
    found: list[Attribution] = []
    for at, low in enumerate(lower):
        if low != "would" or words.quoted[at]:
            continue
        verb = at + 1 + (words.kinds[at + 1 : at + 2] == "B")
        if verb >= len(lower) or lower[verb] not in WISHES:
            continue
        group = verb_group(words, verb)
        speakers, first, relative = speakers_left(reading, group.left)
        if group.negated or relative or not speakers or place_of(words, first, verb) != "main":
            continue
        found += [Attribution("main", (at, verb + 1), "want", s, first) for s in speakers]
    return found
