"""One person in the making, with the name and titles as they are written: `Gordon Brown`, `Senator`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cablerdf.model import Span
from cablerdf.parse.lexicon.offices import in_words, singular

RULERS = ("president", "pm", "prime minister", "premier", "chancellor", "king")


@dataclass(slots=True)
class Someone:
    """A person in the making."""

    tokens: tuple[str, ...]
    span: Span
    rule: str  # of `register.CERTAINTY`: how the name was found
    certainty: float
    titles: list[str] = field(default_factory=list)
    title_rules: list[str] = field(default_factory=list)  # of each title, how it was found
    plain_titles: set[str] = field(default_factory=set)  # in lower case, without the stop of an abbreviation
    country: str | None = None
    country_rule: str = ""
    mentions: list[Span] = field(default_factory=list)
    title_spans: list[Span] = field(default_factory=list)
    initials: set[str] = field(default_factory=set)  # "HBJ", printed in parentheses after the name

    def add_title(self, title: str, rule: str = "beside the name") -> None:
        """Notes a title once, whatever its case."""
        title = in_words(singular(" ".join(title.split()).strip(" ,;:-")))
        low = title.lower()
        plain = low.rstrip(".")
        if not title or plain in ("mr", "mrs", "ms", "miss", "messrs"):
            return
        if plain not in self.plain_titles or all(low != known.lower() for known in self.titles):
            self.titles.append(title)
            self.title_rules.append(rule)
            self.plain_titles.add(plain)

    def last_before(self, position: int) -> int:
        """Where the person was last named before a place, or there; -1 where nowhere."""
        return max((mention.start for mention in self.mentions if mention.start <= position), default=-1)


def printed(tokens: tuple[str, ...]) -> str:
    """A name as it is written, natural case for one that is printed in capitals.

    >>> printed(("GORDON", "BROWN")), printed(("Robert", "H", "Tuttle"))
    ('Gordon Brown', 'Robert H. Tuttle')
    """
    words = [f"{t}." if len(t) == 1 and t.isupper() else t for t in tokens]
    if all(w.isupper() for w in words):
        words = [_natural(w) for w in words]
    return " ".join(words)


_JOINTS = re.compile(r"([-'’])")


def _natural(word: str) -> str:
    if word in ("II", "III", "IV", "VI") or "." in word:
        return word
    parts = _JOINTS.split(word)
    return "".join(f"Mc{p[2:].capitalize()}" if p.startswith("MC") and len(p) > 4 else p.capitalize() for p in parts)
