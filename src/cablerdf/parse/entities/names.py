"""Names of people in a text, with the titles that stand at them.

For other steps: `find_names(clean, span)` gives the candidates of any stretch of text.
Who they are is decided in `people`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities import lexicon
from cablerdf.parse.entities.segments import Labeller, Segment
from cablerdf.parse.entities.titles import TitleReader
from cablerdf.parse.entities.tokens import Token, runs, scan


class NameFound(NamedTuple):
    """A candidate for the name of a person.

    `strength`: `title` (a title stands at it), `full` (a given name begins it), `maybe`
    (two or more unknown words), `bare` (one word). `titles` are the spans of titles before
    or after it; `apposition` tells that one of them follows it.
    """

    span: Span
    tokens: tuple[str, ...]
    strength: str
    titles: tuple[Span, ...] = ()
    said: bool = False
    possessive: bool = False
    before: str = ""


_LAST_WORD = re.compile(r"([A-Za-z'-]+)\W*$")
_NEXT_WORD = re.compile(r"\s*,?\s*(?:also |then |later |reportedly |further |himself |again )?([a-z]+)")
_MANY = re.compile(r"^\W*(?:and|,|, and|&)\W*$")
LONGEST = 7


class NameReader:
    """Reads names in the segments of one run."""

    def __init__(self, clean: str, tokens: list[Token], segments: list[Segment], capitals: bool) -> None:
        self.clean, self.tokens, self.segments, self.capitals = clean, tokens, segments, capitals
        self.titles = TitleReader(tokens, segments)
        self.org_head = lexicon.words_of("org_head")
        self.thing = lexicon.words_of("not_org_head")
        self.place_head = lexicon.words_of("place_head")
        self.said = lexicon.words_of("said")
        self.surname_first = lexicon.surname_first()
        self.modifier = lexicon.titles("modifier")

    def low(self, at: int) -> str:
        return self.tokens[self.segments[at].first].low

    def glued(self, at: int) -> bool:
        return at < len(self.segments) and self.tokens[self.segments[at].first].glue > 0

    def end_of_name(self, at: int, titled: bool) -> int | None:
        """Index past the name that begins at a segment, None where none does."""
        segments = self.segments
        if at >= len(segments) or not self._opens(at, titled):
            return None
        end = at + 1
        while end < len(segments) and end - at < LONGEST and self.glued(end):
            if self.tokens[segments[end - 1].last - 1].possessive or not self._goes_on(at, end, titled):
                break
            end += 1
        while end > at + 1 and segments[end - 1].label in "pj":
            end -= 1
        if segments[end - 1].label == "I" and end - at == 1:
            return None
        if not titled and self._is_thing(end):
            return None
        return end

    def _opens(self, at: int, titled: bool) -> bool:
        label, low = self.segments[at].label, self.low(at)
        if label in "NnU":
            return low not in self.org_head or (titled and label != "U")
        if label == "I":
            return at + 1 < len(self.segments) and self.glued(at + 1) and self.segments[at + 1].label in "UNnIW"
        if label == "p":
            return titled and at + 1 < len(self.segments) and self.segments[at + 1].label in "UNn"
        following = self.segments[at + 1].label if at + 1 < len(self.segments) and self.glued(at + 1) else ""
        if label in "FWA" and low in self.surname_first and following in ("U", "N"):
            return label != "F" or titled or self._mid_sentence(at)
        if label == "P":
            entry = self.segments[at].entry
            assert entry is not None
            single = self.segments[at].last - self.segments[at].first == 1
            given = low in lexicon.given() and following in ("U", "N")
            return single and (given or (titled and (entry.ambiguous or following == "U")))
        if label in "CX":
            return low in lexicon.given() and following in ("U", "N") and titled
        if not titled:
            return False
        if label == "A":
            return len(low) > 3 and low.isalpha() and low not in self.modifier
        return label == "W" and self._surname_word(low)

    def _mid_sentence(self, at: int) -> bool:
        start = self.tokens[self.segments[at].first].start
        before = self.clean[max(0, start - 3) : start].rstrip()
        return bool(before) and (before[-1].isalpha() or before[-1] in ",(")

    def _surname_word(self, low: str) -> bool:
        return (
            low not in self.modifier
            and low not in self.org_head
            and low not in self.thing
            and low not in self.said
            and len(low) > 2
        )

    def _goes_on(self, first: int, at: int, titled: bool) -> bool:
        """Whether the segment at an index continues the name begun at `first`."""
        label, low = self.segments[at].label, self.low(at)
        if label in "UN":
            return low not in self.org_head or label == "N"
        if label == "n":
            return not (self.capitals and low in self.said)
        if label == "I":
            return True
        if label == "p":
            ahead = self.segments[at + 1] if at + 1 < len(self.segments) else None
            return ahead is not None and ahead.label in "UNnpWPT" and self.glued(at + 1) and low not in ("to",)
        if low in lexicon.words_of("suffix"):
            return True
        previous = self.segments[at - 1].label
        if label == "W":
            if not self._surname_word(low) or self._many_of(low):
                return False
            if self.capitals:
                return previous in "NnI" and at - first == 1
            return previous in "NnIpUP" and (at - first == 1 or previous in "NnIp")
        if label in "PC":
            entry = self.segments[at].entry
            single = self.segments[at].last - self.segments[at].first == 1
            return bool(
                single and entry and label == "P" and previous in "NnI" and (entry.ambiguous or previous == "I")
            )
        if label == "T":  # Khalid bin Sultan, Hussein Shah
            return (
                previous == "p"
                or low
                in (
                    "shah",
                    "king",
                    "sultan",
                    "prince",
                    "bishop",
                    "pope",
                    "major",
                    "justice",
                    "marshal",
                    "dean",
                    "judge",
                    "sheikh",
                )
            ) and (self.segments[at].last - self.segments[at].first == 1 and not self._name_after(at + 1))
        if label == "A":
            return low.isalpha() and len(low) > 3 and previous in "NnI" and not self.capitals
        return False

    def _many_of(self, low: str) -> bool:
        return False

    def _name_after(self, at: int) -> bool:
        return at < len(self.segments) and self.glued(at) and self.segments[at].label in "NnU"

    def _is_thing(self, end: int) -> bool:
        """Whether what follows makes the words before the name of a body, place, plan or ship."""
        if end >= len(self.segments) or not self.glued(end):
            return False
        following = self.segments[end]
        if following.label in "WX" and following.last - following.first == 1:
            low = self.low(end)
            return low in self.org_head or low in self.thing or low in self.place_head
        return False


def find_names(clean: str, span: Span, capitals: bool | None = None) -> list[NameFound]:
    """The candidates for names of people in a stretch of text, in order.

    Args:
        clean: the text (offsets are into it).
        span: the stretch to search.
        capitals: whether it is printed in capitals throughout; looked up where None.

    >>> text = "French President Sarkozy and Under Secretary Nicholas Burns met."
    >>> [(f.span.of(text), [t.of(text) for t in f.titles]) for f in find_names(text, Span(0, len(text)))]
    [('Sarkozy', ['French President']), ('Nicholas Burns', ['Under Secretary'])]
    """
    if capitals is None:
        capitals = in_capitals(clean[span.start : span.end])
    tokens = scan(clean, span)
    labeller = Labeller(tokens, capitals)
    found: list[NameFound] = []
    for first, last in runs(tokens):
        segments = labeller.run(first, last)
        names_in_run(clean, tokens, segments, capitals, found)
    return found


def in_capitals(text: str) -> bool:
    """Whether a text is printed in capitals throughout.

    >>> in_capitals("THE SHAH TOLD HELMS"), in_capitals("The GOI told NATO")
    (True, False)
    """
    small = sum(map(text.count, "etaoinsr"))
    return small * 10 < sum(map(text.count, "ETAOINSR"))


def names_in_run(
    clean: str, tokens: list[Token], segments: list[Segment], capitals: bool, found: list[NameFound]
) -> None:
    """Adds the candidates of one run to `found`."""
    if not any(segment.label in "UNnIWTA" for segment in segments):
        return
    reader = NameReader(clean, tokens, segments, capitals)
    at = 0
    while at < len(segments):
        title_end = reader.titles.at(at) if segments[at].label in "TWDCAOPGUnX" else None
        if title_end is not None:
            end = reader.end_of_name(title_end, True) if reader.glued(title_end) else None
            if end is not None and not _closed(tokens, segments[title_end - 1]):
                title = Span(tokens[segments[at].first].start, tokens[segments[title_end - 1].last - 1].end)
                found.append(_candidate(reader, title_end, end, (title,), found))
                at = end
                continue
            if end is None:
                _after_name(clean, tokens, segments, at, title_end, found)
            at = title_end
            continue
        end = reader.end_of_name(at, False)
        if end is not None:
            found.append(_candidate(reader, at, end, (), found))
            at = end
        else:
            at += 1


def _closed(tokens: list[Token], segment: Segment) -> bool:
    return tokens[segment.last - 1].possessive


def _after_name(
    clean: str, tokens: list[Token], segments: list[Segment], at: int, end: int, found: list[NameFound]
) -> None:
    """Gives a title that stands alone to the name just before it: `Nishida, the Deputy Vice Minister`."""
    if not found:
        return
    start = tokens[segments[at].first].start
    between = clean[found[-1].span.end : start]
    if len(between) < 24 and _APPOSITION.fullmatch(between):
        title = Span(start, tokens[segments[end - 1].last - 1].end)
        found[-1] = found[-1]._replace(titles=(*found[-1].titles, title), strength="title")


_APPOSITION = re.compile(r"\s*(?:,|\(|, the|, currently|, then|, former|, who is|, a|, as)\s*(?:the\s+)?")


def _candidate(reader: NameReader, at: int, end: int, titles: tuple[Span, ...], found: list[NameFound]) -> NameFound:
    """The candidate made of segments `at` to `end`."""
    tokens, segments, clean = reader.tokens, reader.segments, reader.clean
    first, last = tokens[segments[at].first], tokens[segments[end - 1].last - 1]
    parts = tuple(t.text for t in tokens[segments[at].first : segments[end - 1].last])
    span = Span(first.start, last.end)
    before = clean[max(0, span.start - 30) : span.start]
    word = _LAST_WORD.search(before)
    following = _NEXT_WORD.match(clean, last.end + (2 if last.possessive else 0), last.end + 60)
    said = bool(following and following[1] in reader.said and not last.possessive)
    if titles:
        strength = "title"
    elif (
        found
        and found[-1].titles
        and _plural(clean, found[-1].titles[0])
        and _MANY.match(clean[found[-1].span.end : span.start])
    ):
        titles, strength = (found[-1].titles[0],), "title"
    elif end - at == 1:
        strength = "bare"
    elif (
        segments[at].label in "Nn"
        or (parts[0].lower() in reader.surname_first and len(parts) <= 3)
        or segments[at].label == "I"
    ):
        strength = "full"
    else:
        strength = "maybe"
    return NameFound(span, parts, strength, titles, said, last.possessive, word[1] if word else "")


def _plural(clean: str, title: Span) -> bool:
    text = title.of(clean)
    return text.endswith(("s", "S")) and not text.lower().endswith(("affairs", "ss", "relations", "states"))
