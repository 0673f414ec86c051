"""What a noun phrase tells by its words alone: a participle, two people, a paper, what kind of speaker."""

from __future__ import annotations

from cablerdf.parse.lexicon.forms import common, family, given, phrases, words_of
from cablerdf.parse.statements.grammar.lexicon import DATES, SPEAKERS, word_set
from cablerdf.parse.statements.grammar.phrases import Phrase
from cablerdf.parse.statements.grammar.words import Words

_PRESS = word_set("press")
_PAGES = (".com", ".net", ".org")
ALONE = frozenset(("others", "another"))


def head_of_press(words: Words, phrase: Phrase) -> bool:
    """Whether a noun that is no speaker stands for those who publish it: "press reports", "media coverage"."""
    return phrase.end - phrase.start > 1 and words.lower[phrase.end - 2] in _PRESS


def is_participle(words: Words, phrase: Phrase) -> bool:
    """Whether it is no noun phrase but a participle with its object: "killing 58 workers"."""
    first = phrase.start
    form = words.forms.get(first)
    if form is not None and form.tense == "ing" and words.kinds[first + 1 : first + 2] in ("U", "X"):
        return True  # "Describing Smith as a hero"
    return (
        words.kinds[first] == "N"
        and words.kinds[first + 1 : first + 2] in ("#", "D", "G")
        and words.lower[first].endswith("ing")
    )


def kind_of(words: Words, phrase: Phrase, low: str) -> str:
    """What kind of speaker a noun of the table is here, `thing` where it is none."""
    kind = SPEAKERS.get(low, "person")
    tail = words.lower[phrase.stop - 1] if phrase.stop > phrase.end else ""
    if kind == "body" and SPEAKERS.get(tail) == "thing" and tail not in DATES:
        return "thing"  # "Department of Energy statistics", not "the court in late May"
    if kind == "quantifier" and low == "group" and words.kinds[phrase.start] == "D":
        return "person"  # "the group agreed"
    if kind == "quantifier" and low not in ALONE:
        return "thing"
    return "body" if kind == "thing" and head_of_press(words, phrase) else kind  # "press reports said"


def are_two(words: Words, phrase: Phrase, kind: str) -> bool:
    """Whether a noun of people can be of two who have been named: "both ministers", "the Ambassadors"."""
    lower = words.lower[phrase.start : phrase.end]
    two = "both" in words.lower[max(0, phrase.start - 1) : phrase.start + 1] or lower[:2] == ["the", "two"]
    named = lower[0] == "the" and len(lower) == 2 and kind == "mission" and words.kinds[phrase.end - 1] == "U"
    plural = lower[-1][-1] in "sn" and len(lower[-1]) > 4  # no "A/S"
    return (two or named) and plural and phrase.stop == phrase.end


def is_paper(words: Words, phrase: Phrase) -> bool:
    """Whether a name is of a page or a paper: "news.com", "Vetskaya Gazeta", "Harbor Bote of Bergen (12/28)"."""
    at = words.kinds.find("(#)", phrase.end, phrase.stop + 3)
    dated = at > 0 and "/" in words.raw[at + 1]
    lower = words.lower[phrase.start : phrase.end]
    foreign = len(lower) > 1 and lower[-1] in words_of("foreign_word") and not _is_somebody(lower)
    return dated or foreign or lower[-1].rstrip(".").endswith(_PAGES)


def is_thing(words: Words, phrase: Phrase, text: str) -> bool:
    """Whether a name is of a thing: "Climate Change", "Central America"; "Torture", where the text has "torture"."""
    lower = words.lower[phrase.start : phrase.end]
    if len(lower) > 1 and any(
        known == tuple(lower) and entry.kind == "place" for known, _exact, entry in phrases().get(lower[0], ())
    ):
        return True
    if lower[-1] not in common() or _is_somebody(lower):
        return False
    return len(lower) > 1 or f" {lower[0]} " in text


def _is_somebody(lower: list[str]) -> bool:
    """Whether one of the words is a name or a title."""
    return any(word in family() or word in given() or word in SPEAKERS for word in lower)
