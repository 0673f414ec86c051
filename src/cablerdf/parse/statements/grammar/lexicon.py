"""Verbs of saying by printed form, nouns for speakers, and the classes of English words, from their tables."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.parse.lexicon.nationality import adjectives, nations
from cablerdf.vocab.tables import mapping, rows

POSSESSIVE = ("'s", "’s", "s'", "s’")  # ends of a possessor


class Verb(NamedTuple):
    """A row of `reporting_verbs.csv`: `follow` are the words of which one must come soon after it."""

    name: str
    kind: str  # say, ask, think, judge, agree ...
    follow: frozenset[str]
    never: frozenset[str]  # words that never come next: "(reported septel)"
    absent: frozenset[str]  # words that never come soon either, marked - and ~: "denied the team access"
    inverts: bool  # may stand within or after what is said: "..., Smith added"
    noun: bool  # its present forms are nouns too: "claims", "request"
    object: bool  # always takes an object: "described the talks"
    personal: bool  # of people only: "raised", "briefed"
    clausal: bool  # never of a bare noun: "adds that", not "adds spin"
    later: frozenset[str]  # words of `follow` that may come later, marked ~ in the table
    others: bool  # of others than the embassy: "provided an update"
    aside: bool  # only within or after what is said: "..., Smith continued"


class Form(NamedTuple):
    """One printed form of a verb: `tense` is base, third, past or ing; `state` for an adjective after "was"."""

    tense: str
    verbs: tuple[Verb, ...]
    past: tuple[Verb, ...] = ()  # of a state that is a past form too: "worried"


_VOWELS = frozenset("aeiou")


def _regular(verb: str) -> tuple[str, str, str]:
    """Third person, past and -ing form of a regular verb.

    >>> _regular("deny"), _regular("urge"), _regular("stress")
    (('denies', 'denied', 'denying'), ('urges', 'urged', 'urging'), ('stresses', 'stressed', 'stressing'))
    """
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if verb.endswith("e") and not verb.endswith("ee"):
        return third, verb + "d", verb[:-1] + "ing"
    return third, verb + ("d" if verb.endswith("e") else "ed"), verb + "ing"


def _forms_of(verb: str, pasts: str) -> list[tuple[str, str]]:
    """Every printed form of a verb with its tense; `pasts` are its past forms where the rule does not give them."""
    third, past, ing = _regular(verb)
    given = pasts.split("/") if pasts else [past]
    if given[0].endswith("ed") and given[0][:-2] != verb and len(given[0]) == len(verb) + 3:
        ing = given[0][:-2] + "ing"  # "admitted", "admitting"
    elif pasts and verb in ("begin", "put", "set", "swear"):
        ing = verb + verb[-1] + "ing" if verb != "swear" else ing
    return [(verb, "base"), (third, "third"), (ing, "ing"), *((form, "past") for form in given)]


def _load() -> dict[str, Form]:
    found: dict[str, dict[str, list[Verb]]] = {}
    for row in rows("reporting_verbs"):
        flags = row["flags"]
        verb = Verb(
            row["verb"],
            row["kind"],
            _follow(row["follow"]),
            frozenset(word[1:] for word in row["follow"].split() if word[0] == "-" and word[-1] != "~"),
            frozenset(word[1:-1] for word in row["follow"].split() if word[0] == "-" and word[-1] == "~"),
            "i" in flags,
            "n" in flags,
            "o" in flags,
            "p" in flags,
            "c" in flags,
            frozenset(word[:-1] for word in row["follow"].split() if word[-1] == "~" and word[0] != "-"),
            "e" in flags,
            "a" in flags,
        )
        inflected = [(row["verb"], "state")] if row["kind"] == "state" else _forms_of(row["verb"], row["past"])
        for form, tense in inflected:
            found.setdefault(form, {}).setdefault(tense, []).append(verb)
    forms: dict[str, Form] = {}
    for form, tenses in found.items():
        tense = next(t for t in ("state", "past", "third", "ing", "base") if t in tenses)
        past = tuple(tenses.get("past", ())) if tense == "state" else ()
        forms[form] = Form(tense, tuple(sorted(tenses[tense], key=lambda verb: not verb.follow)), past)
    return forms


_NOUNS = {"@": "speech noun", "@opinion": "opinion noun"}  # "offered praise", "harbored doubts"


def _follow(printed: str) -> frozenset[str]:
    """The words of which one must follow, the sets that the table names by @ filled in."""
    found: set[str] = set()
    for word in printed.split():
        if word in _NOUNS:
            found |= word_set(_NOUNS[word])
        elif word[0] != "-":
            found.add(word)
    return frozenset(found)


def _speakers() -> dict[str, str]:
    """The nouns for those who speak, with the plurals of people and offices."""
    found = dict(mapping("functional_speakers", "word", "kind"))
    for word, kind in list(found.items()):
        if kind == "mission":
            found.setdefault(f"a/{word}", kind)  # acting
        if kind in ("person", "office") and word.isalpha() and len(word) > 4 and word[-1] not in "sy":
            found.setdefault(word + "s", kind)
    return found


def word_set(name: str) -> frozenset[str]:
    """The words of one set of `statement_words.csv`."""
    return frozenset(row["word"] for row in rows("statement_words") if row["set"] == name)


FORMS = _load()
CLASSES = mapping("word_classes", "word", "class")
NATIONAL = adjectives()
NATIONS = nations()
SPEAKERS = _speakers()
DATES = word_set("month") | word_set("day")
