"""Names that tell that they are no person's: of a paper, a page, a thing with capitals."""

from __future__ import annotations

from cablerdf.parse.lexicon.forms import common, family, given, words_of
from cablerdf.parse.statements.grammar.lexicon import SPEAKERS
from cablerdf.parse.statements.grammar.phrases import Phrase
from cablerdf.parse.statements.grammar.words import Words

_PAGES = (".com", ".net", ".org")


def is_paper(words: Words, phrase: Phrase) -> bool:
    """Whether a name is of a page or a paper: "news.com", "Vetskaya Gazeta", "Harbor Bote of Bergen (12/28)"."""
    at = words.kinds.find("(#)", phrase.end, phrase.stop + 3)
    dated = at > 0 and "/" in words.raw[at + 1]
    lower = words.lower[phrase.start : phrase.end]
    foreign = len(lower) > 1 and lower[-1] in words_of("foreign_word") and not _is_somebody(lower)
    return dated or foreign or lower[-1].rstrip(".").endswith(_PAGES)


def is_thing(words: Words, phrase: Phrase, text: str) -> bool:
    """Whether a name is of a thing: "Climate Change"; "Torture", where the text speaks of "torture" too."""
    lower = words.lower[phrase.start : phrase.end]
    if lower[-1] not in common() or _is_somebody(lower):
        return False
    return len(lower) > 1 or f" {lower[0]} " in text


def _is_somebody(lower: list[str]) -> bool:
    """Whether one of the words is a name or a title."""
    return any(word in family() or word in given() or word in SPEAKERS for word in lower)
