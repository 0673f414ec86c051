"""Names of people in a text, with the titles that stand at them.

For other steps: `find_names(clean, span)` gives the candidates of any stretch of text.
Who they are is decided in `people`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities.names.compounds import ERA, named_within
from cablerdf.parse.entities.names.extent import NameExtent
from cablerdf.parse.entities.titles.reader import TitleReader
from cablerdf.parse.entities.words.run import Run, RunReader, run_of, word_before
from cablerdf.parse.entities.words.segments import ADJECTIVES, Labeller
from cablerdf.parse.entities.words.tokens import in_capitals, runs, scan
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.offices import is_plural, officer_forms


class NameFound(NamedTuple):
    """A candidate for the name of a person.

    `strength`: `title` (a title stands at it), `full` (a given name begins it), `known` (the whole is
    well known), `maybe` (two or more unknown words), `bare` (one word), `heading`
    (one that makes nobody new, but may be a mention of somebody). `titles` are the spans
    of titles before or after it; `said` tells that a verb of saying follows, `before` is the
    word before it, `plain` that a common word is part of it, `chained` that it
    goes on a list of people.
    """

    span: Span
    tokens: tuple[str, ...]
    strength: str
    titles: tuple[Span, ...] = ()
    said: bool = False
    possessive: bool = False
    before: str = ""
    plain: bool = False
    chained: bool = False


# labels of which one stands in a run that names somebody new; those that open no name; those that open a title
_NAMING, _NAMELESS, _OPENS_TITLE = frozenset("UNnITK"), frozenset("jDTG"), frozenset("TWDCAOPGUnXK")
_NEXT_WORD = re.compile(
    r"\s*+(?:,\s*+)?(?:also |then |later |reportedly |further |himself |again )?([a-z]++|[A-Z]++)\b", re.IGNORECASE
)
# "Civilian Representative (SCR) Diaz"
_SHORT_TITLE = re.compile(
    r"\s*\(\s*[\"“]?(?:[A-Z][A-Za-z/&]{1,7}|reserves?|retired|ret\.|[Rr]etd\.?"
    r"|[A-Za-z/ -]{1,26}[- ][Ee]quivalent)[\"”]?\s*(?:\)\s*)?$"
)
# "Jon Huntsman, Jr."
_SUFFIX = re.compile(r",\s(?:Jr|Sr|JR|SR|III?|IV)\b\.?")
_OWNED = re.compile(
    r"(?:\b(?:his|her|their|its|our|new|current|former|then|outgoing|incoming|appointed)|['’]s?)\s(?:[a-z]+ )?$"
)
_SMALL = re.compile(r"\s{1,3}([a-z]+)\b")
_ENUMERATED = re.compile(r",? (?:and|AND)\b")  # "Secretary X, the Attorney General and the DCM"
_NEXT_OFFICER = re.compile(r",? (?:and|AND)\b|, [A-Z]")  # "CG Soto, RSO, Poloff"
_FOR_NEXT = re.compile(r"\s?\([^()\n]{1,40}\)\s[A-Z][a-z]")  # "Minister X, Chief Minister (Chief of Staff) Y"
_MANY = re.compile(r"\s*+(?:(?:,\s*+)?(?:and|AND|&)|,)\s*+$")
_APPOSITION = re.compile(
    r"\s*(?:,|\(|--?|, the|, currently|, then|, former|, who is|, a|, an| as| as the)\s*(?:the\s+|THE\s+)?"
)
_CROWNS = frozenset(("king", "pope", "prince"))  # that open well-known names: "King Mohammed VI"
_BEHIND_NAMES = frozenset(("MP", "MEP", "MK", "MSP", "QC"))  # "Jo Roe MP"
# "the frigate Admiral Duran"
_VESSELS = frozenset(("carrier", "cruiser", "destroyer", "frigate", "ship", "submarine", "tanker", "trawler", "vessel"))
_OF_SEAT = re.compile(r"\b(?:Members? of Parliament|MPs?|MEPs?)\s+for\s+\S+$", re.IGNORECASE)
# bodies after which unknown words are a name all the same: "Trade Ministry Olga Berzina"
_MANNED = frozenset(("ministry", "committee", "commission", "office", "department", "party", "bureau"))


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
    labeller = Labeller()
    labeller.turn(tokens, capitals)
    reader = NameReader(clean)
    found: list[NameFound] = []
    for first, last in runs(tokens):
        reader.read(run_of(tokens, labeller.run(first, last), capitals), found)
    return found


class NameReader(RunReader):
    """Reads the names of one run."""

    def __init__(self, clean: str) -> None:
        super().__init__(clean)
        self.titles = TitleReader(clean)
        self.extent = NameExtent(clean)
        self.said = self.extent.said
        self.fate = lexicon.words_of("fate")
        self.delegation = lexicon.words_of("delegation")
        self._loose: Span | None = None  # the title read last, where no name follows it at once

    def read(self, run: Run, found: list[NameFound]) -> None:
        """Adds the candidates of a run to `found`."""
        self.turn(run)
        labels = self.labels
        if _NAMING.isdisjoint(labels) and not self.compound and not (labels[0] == "W" and self._one_of_many(0, found)):
            return
        self.extent.turn(run)
        at, last_title = 0, labels.rfind("T")
        if last_title >= 0:
            self.titles.turn(run)
        while at < len(labels):
            title_end = self.titles.at(at) if at <= last_title and labels[at] in _OPENS_TITLE else None
            at = self._untitled(at, found) if title_end is None else self._titled(at, title_end, found)

    def _untitled(self, at: int, found: list[NameFound]) -> int:
        label, low = self.labels[at], self.lows[at]
        if label in _NAMELESS:
            return at + 1
        if "-" in low and (low.endswith(ERA) or label in "UWN"):
            pair = self._in_compound(at, found)
            if pair or low.endswith(ERA):
                return at + 1
        end = self.extent.end(at, False)
        if end is None and label == "W" and self._one_of_many(at, found):
            end = self.extent.end(at, True)
        if end is None:
            return at + 1
        candidate = self._candidate(at, end, (), found)
        weak = end - at == 1 and label != "K"
        weak = weak or (candidate.strength == "maybe" and self._after_word(at))
        if weak and not candidate.titles and self._within_phrase(at):
            candidate = candidate._replace(strength="heading")
        found.append(candidate)
        return end

    def _in_compound(self, at: int, found: list[NameFound]) -> bool:
        """Whether a word with a hyphen names people, who are added."""
        named = named_within(self.clean, self.tokens[self.segments[at].first], self.capitals)
        strength = "full" if len(named) > 1 else "bare"
        found += [NameFound(span, (span.of(self.clean),), strength) for span in named]
        return bool(named)

    def _after_word(self, at: int) -> bool:
        """Whether a word stands before that is no office's: `Partido Socialista | Obrero Espanol`."""
        if at == 0 or self.labels[at - 1] != "W":
            return False
        low = self.lows[at - 1]
        return low not in self.titles.modifier and low not in _MANNED

    def _one_of_many(self, at: int, found: list[NameFound]) -> bool:
        """Whether a word goes on a list of people with one title: `Secretaries Rice and | Gates`."""
        if not found or not found[-1].titles:
            return False
        start = self.tokens[self.segments[at].first].start
        many = _MANY.match(self.clean, found[-1].span.end, start)
        return many is not None and is_plural(found[-1].titles[0].of(self.clean))

    def _within_phrase(self, at: int) -> bool:
        """Whether a lone word stands behind a capitalised one (`Industrial Park`): nobody new by itself."""
        if at == 0:
            return False
        token = self.tokens[self.segments[at].first - 1]
        if token.low in self.delegation or token.low.endswith(ADJECTIVES):
            return False
        return self.labels[at - 1] in "WUnX" and not token.possessive and not token.low.startswith("xxxx")

    def _titled(self, at: int, title_end: int, found: list[NameFound]) -> int:
        segments, tokens = self.segments, self.tokens
        owner = tokens[segments[title_end - 1].last - 1].possessive
        end = None
        if title_end < len(segments) and not owner:
            end = self.extent.end(title_end, True)
        title = Span(tokens[segments[at].first].start, tokens[segments[title_end - 1].last - 1].end)
        if end is not None and segments[end - 1].last - segments[title_end].first == 1 and self._seat(title):
            title, title_end, end = Span(title.start, tokens[segments[end - 1].first].end), end, None
        if end is not None:
            word = word_before(self.clean, title.start, 20)
            if word is None or word[1] not in _VESSELS:
                found.append(self._candidate(title_end, end, self.titles.parted(at, title_end, title), found))
            return end
        if found and not owner:
            between = self.clean[found[-1].span.end : title.start]
            if (
                len(between) < 24
                and (_APPOSITION.fullmatch(between) or (between == " " and title.of(self.clean) in _BEHIND_NAMES))
                and not self._another(found[-1], between, title)
            ):
                found[-1] = found[-1]._replace(titles=(*found[-1].titles, title), strength="title")
                return title_end
        if not owner and (self._loose is None or not self._shortened(self._loose, title.end)):
            self._loose = title
        return title_end

    def _seat(self, title: Span) -> bool:
        """Whether a word behind a title ends the name of a seat: `Member of Parliament for Sheffield | Hallam`."""
        return _OF_SEAT.search(self.clean, max(title.start, title.end - 60), title.end) is not None

    def _another(self, name: NameFound, between: str, title: Span) -> bool:
        """Whether a title after a name is somebody else's: `Minister X, the Director and`, `X, the RSO felt`."""
        end = title.end
        if name.titles and _FOR_NEXT.match(self.clean, end, end + 60):
            return True
        forms = officer_forms()
        if name.titles and {t.of(self.clean).lower() for t in (name.titles[-1], title)} <= forms.keys():
            return between == ", " and _NEXT_OFFICER.match(self.clean, title.end) is not None  # CG Soto, RSO, Poloff
        if not between.endswith("the "):
            return False
        if name.titles and _ENUMERATED.match(self.clean, end, end + 8):
            return True
        following = _SMALL.match(self.clean, end, end + 20)  # a verb, unless it tells more of the office
        if following is None or following[1].endswith("ing"):
            return False
        return following[1] not in lexicon.words_of("after_office")

    def _shortened(self, title: Span, end: int) -> bool:
        """Whether nothing but its own abbreviation stands between a title and a place behind it."""
        if end - title.end < 4 and self.clean[title.start - 1] == "(":  # "(Foreign Minister) Duran"
            return self.clean[title.end : end].rstrip() == ")"
        return 0 < end - title.end < 40 and _SHORT_TITLE.match(self.clean, title.end, end) is not None

    def _apposed(self, name: Span, titles: tuple[Span, ...]) -> bool:
        """Whether a comma alone stands between somebody's title and a name: `his Economy Minister, | Ana Soto,`."""
        title, start = self._loose, min([name.start, *(t.start for t in titles)])
        if title is None or self.clean[title.end : start] not in (", ", ",\n") or len(name.of(self.clean).split()) < 2:
            return False
        return _OWNED.search(self.clean, max(0, title.start - 24), title.start) is not None

    def _candidate(self, at: int, end: int, titles: tuple[Span, ...], found: list[NameFound]) -> NameFound:
        """The candidate made of segments `at` to `end`."""
        tokens, segments, clean = self.tokens, self.segments, self.clean
        begin = segments[at].first
        first, last = tokens[begin], tokens[segments[end - 1].last - 1]
        if self.labels[at] == "K" and first.low in _CROWNS:
            titles, begin = (*titles, Span(first.start, first.end)), begin + 1
            first = tokens[begin]
        parts = tuple([t.text for t in tokens[begin : segments[end - 1].last]])
        end_at = last.end
        if clean[end_at : end_at + 1] == "," and len(parts) > 1:
            suffix = _SUFFIX.match(clean, end_at)
            if suffix is not None:
                parts, end_at = (*parts, suffix.group()[2:]), suffix.end()
        span = Span(first.start, end_at)
        word = word_before(clean, span.start, 30)
        if not titles and self._loose is not None and self._shortened(self._loose, span.start):
            rank = clean.find("quivalent)", self._loose.end, span.start)  # "Director (A/S equivalent)"
            titles = (self._loose if rank < 0 else Span(self._loose.start, rank + 10),)
        if (
            self._loose is not None
            and clean[end_at : end_at + 1] in (",", ".", ";", ")")
            and self._apposed(span, titles)
        ):
            titles = (self._loose, *titles)
        said = not last.possessive and self._says(word, end_at)
        strength = "title" if titles else self._strength(at, end, parts)
        chained = self._chained(span, found)
        shared = chained and not titles and found[-1].titles and is_plural(found[-1].titles[0].of(clean))
        if shared and not self._ended(span, found[-1]):
            titles, strength = (found[-1].titles[0],), "title"
        if strength == "maybe" and chained and found[-1].strength in ("title", "full", "known"):
            strength = "full"
        before = word[1] if word else ""
        if before == "of" and word is not None:  # "the murder of", "the wife of": what befalls people, who has them
            earlier = word_before(clean, word.start(1), 20)
            before = earlier[1] if earlier is not None and earlier[1].lower() in self.fate else before
        if clean[span.start - 1 : span.start] in ('"', "“", "'", "‘"):
            before = '"'
        plain = "W" in self.labels[at:end] or self.labels[at:end] == "n"
        return NameFound(span, parts, strength, titles, said, last.possessive, before, plain, chained)

    def _says(self, word: re.Match[str] | None, end: int) -> bool:
        """Whether a verb of saying follows a name, or stands before it where nothing goes on."""
        following = _NEXT_WORD.match(self.clean, end, end + 60)
        if following is not None and following[1].lower() in self.said:
            return True
        return word is not None and word[1].lower() in self.said and self.clean[end : end + 1] in (".", ",", ";")

    def _chained(self, span: Span, found: list[NameFound]) -> bool:
        return bool(found) and _MANY.match(self.clean, found[-1].span.end, span.start) is not None

    def _ended(self, span: Span, last: NameFound) -> bool:
        """Whether the one before was the last of a list: `with Ambassadors Soto and | Kolar, | Vrba presented`."""
        clean = self.clean
        listed = last.chained and clean[max(0, last.span.start - 5) : last.span.start].split()[-1:] == ["and"]
        return listed and "and" not in clean[last.span.end : span.start].split()

    def _strength(self, at: int, end: int, parts: tuple[str, ...]) -> str:
        label = self.labels[at]
        if label == "K":
            return "known"
        if len(parts) == 1 or (end - at == 1):
            return "bare"
        rest = self.labels[at + 1 : end]
        if label == "n":
            return "full" if rest[-1] in ("UN" if self.capitals else "N") else "maybe"
        if label == "N" or (parts[0].lower() in lexicon.surname_first() and len(parts) <= 3):
            return "full"
        if "N" in rest and not rest.strip("UNp"):
            return "full"
        return "full" if label == "I" and rest[-1] in "UNn" else "maybe"
