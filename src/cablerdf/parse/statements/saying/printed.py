"""The verb of saying as it is to be printed, particles and nouns of feeling included."""

from __future__ import annotations

from cablerdf.parse.statements.grammar.lexicon import Verb, word_set
from cablerdf.parse.statements.grammar.words import Words

_FEELINGS = word_set("feeling")
_PARTICLES = word_set("particle")
_PHRASAL = word_set("phrasal")


def verb_end(words: Words, at: int, verb: Verb) -> int:
    """Past the last word of the verb as it is to be printed: "pointed out", "expressed concern"."""
    following = words.lower[at + 1] if at + 1 < len(words.lower) else ""
    if following in _PARTICLES and not verb.follow.isdisjoint((following, following + "..", following + "!")):
        return at + 2
    if verb.name in _PHRASAL:
        for k in range(at + 1, min(at + 4, len(words.kinds))):
            if words.kinds[k] not in "DGNBRO":
                break
            if words.kinds[k] == "N" and (words.lower[k] in _FEELINGS or words.lower[k] in verb.follow):
                return k + 1
    return at + 1
