"""Places that the tables of phrases do not have, shown by the words at them and by the table of towns.

A town of `towns.txt` counts after a word that says where (`near |`) or beside another place (`|, Badajoz`), and only
where the cable names its country or comes from there. After `the districts of |`, and before `| and | districts`, any
unknown name is that of a place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from functools import cache

from cablerdf.model import Span
from cablerdf.parse.entities.lexicon import Entry, common, given, lone_words, phrases, plain_country, words_of
from cablerdf.parse.entities.places import PlaceFound
from cablerdf.parse.entities.towns import codes_of, country_of, is_town
from cablerdf.vocab.tables import rows

_WORD = r"(?:(?:al|ad|an|ar|as|ash|at|az|el)-)?[A-Z]\w*(?:[-'’](?!s\b)\w+)*"
_WORDS = re.compile(rf"{_WORD}(?:\s{{1,2}}{_WORD}){{0,2}}")
_LAST = re.compile(rf"(?:(?<=[\s(]){_WORD}\s{{1,2}})?(?<=[\s(/]){_WORD}$")
_HEAD = "city|county|district|governorate|municipality|port|prefecture|province|region|suburb|town|village"
_AREAS = "counties|districts|governorates|municipalities|oblasts|prefectures|provinces|regions|towns|villages"
_OF = re.compile(rf"\b(?:(?P<many>{_AREAS}|cities|islands|ports|suburbs)|{_HEAD}) of\s{{1,2}}(?:the\s)?(?=[A-Za-z])")
_HEADED = re.compile(
    rf"(?<=[\s(/])(?P<name>{_WORD}(?:\s{{1,2}}{_WORD})?)\s{{1,2}}"
    rf"(?:{_HEAD}|governor|mayor|Province|Governorate|Region|District|Division|Prefecture|Oblast|State|Municipality|County|Island)\b"
)
_BASED = re.compile(rf"(?P<name>{_WORD}(?:\.?\s{{1,2}}{_WORD}){{0,2}})-based\b")
_MANY = re.compile(rf"\s{{1,2}}(?:{_AREAS})\b")
_WHERE = re.compile(
    rf"\b(?:(?P<firm>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|(?:{_HEAD}|resident|governor|mayor) of"
    r"|(?:road|trip|visit|travel(?:ed|ing)?) to)|[Ff]rom"
    r"|(?<!according )(?<!addition )[Tt]o|[Bb]etween|[Aa]round|[Tt]owards?|[Vv]ia|[Tt]hrough|[Ii]nto|[a-z] of"
    r"|visit(?:ed|ing)?|reach(?:ed)?)\s{1,2}(?=[A-Za-z])"
)
_JOINT = re.compile(r"(?:,\s{1,2}(?:and\s{1,2})?|\s{1,2}(?:and|or)\s{1,2})(?=[A-Za-z])")
_JOINED = re.compile(r"(?:,\s{1,2}(?:and\s{1,2})?|\s{1,2}(?:and|or)\s{1,2}|\s\()$")
_GOES_ON = re.compile(r"['’]s\b|\s{1,2}(?:[A-Z0-9&]|al-|bin )|[-/]\w")
_REACH = 60  # characters before a name that are looked at
_KNOWN = frozenset(("title", "demonym", "other", "government", "org", "country", "figure"))


def _is_other(word: str) -> bool:
    """Whether the tables know a word as anything but a place or a family name."""
    return any(entry.kind in _KNOWN for _exact, entry in lone_words()[word])


def _is_name(name: str) -> bool:
    """Whether two words may be the name of a place: `Port Korva`, but not `Former Korva`."""
    first, last = name.lower().split()
    return last not in common() and (first not in common() or first in words_of("place_head"))


@cache
def _fixed() -> dict[str, str]:
    """Names of the tables that end in a word in lower case (`Baltic states`) → the name of the place."""
    ends = ((row, row["name"].split()[-1]) for row in rows("places"))
    return {row["name"]: row["same_as"] or row["name"] for row, end in ends if end.isalpha() and end.islower()}


@cache
def _pattern() -> re.Pattern[str]:
    """Any of those names."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _fixed()))})\b".replace(r"\ ", r"\s{1,2}"))


class CueReader:
    """Reads the places of one cable that its other places, people and bodies leave."""

    def __init__(self, clean: str, found: list[PlaceFound], taken: Iterable[Span], host: str | None) -> None:
        self.clean = clean
        self.taken = sorted([*taken, *(place.span for place in found)])
        self.anchors = [place.span for place in found if place.entry is None or place.entry.kind == "place"]
        entries = [place.entry for place in found if place.entry is not None]
        named = {entry.name if entry.kind == "country" else entry.country for entry in entries} | {host}
        self.countries = {plain_country(country) for country in named if country}
        self.codes = codes_of(self.countries)
        self.found: list[PlaceFound] = []

    def read(self, stretches: list[Span]) -> list[PlaceFound]:
        """The places that are left, in no order."""
        for stretch in stretches:
            for match in _OF.finditer(self.clean, *stretch):
                self._list_from(match.end(), many=match["many"] is not None)
            for match in _MANY.finditer(self.clean, *stretch):
                self._list_to(match.start())
            for match in _WHERE.finditer(self.clean, *stretch):
                self._town(match.end(), firm=match["firm"] is not None)
            for match in (*_HEADED.finditer(self.clean, *stretch), *_BASED.finditer(self.clean, *stretch)):
                self._headed(Span(*match.span("name")))
            for match in _pattern().finditer(self.clean, *stretch):
                if not self._is_taken(Span(*match.span())):
                    name = " ".join(match.group().split())
                    self._add(Span(*match.span()), Entry("place", _fixed()[name], None, "region"))
        for anchor in self.anchors:
            self._beside(anchor)
        for place in list({place.name: place for place in self.found}.values()):
            self._again(place, stretches)
        return self.found

    def _headed(self, span: Span) -> None:
        """Adds a town or region before `Province` and the like; of two words it may be unknown to the tables."""
        if self._is_known(span, firm=True):
            self._add_town(span)
        elif " " in span.of(self.clean) and self._unknown(span) and _is_name(span.of(self.clean)):
            self._add(span, None)

    def _again(self, place: PlaceFound, stretches: list[Span]) -> None:
        """Adds the other places where a name stands."""
        pattern = re.compile(rf"\b{re.escape(place.name)}\b(?!\s[A-Z][a-z])")
        for stretch in stretches:
            for match in pattern.finditer(self.clean, *stretch):
                if not self._is_taken(Span(*match.span())):
                    self._add(Span(*match.span()), place.entry)

    def _list_from(self, at: int, many: bool) -> None:
        """The name at a position, after `the district of`; all of a list where there are many."""
        while True:
            match = _WORDS.match(self.clean, at)
            if match is None or _GOES_ON.match(self.clean, match.end()) or not self._unknown(Span(*match.span())):
                return
            self._add(Span(*match.span()), None)
            joint = _JOINT.match(self.clean, match.end()) if many else None
            if joint is None:
                return
            at = joint.end()

    def _list_to(self, at: int) -> None:
        """The names of a list of two and more that ends at a position, before `districts`."""
        names: list[Span] = []
        end: int | None = at
        while end is not None:
            match = _LAST.search(self.clean, max(0, end - _REACH), end)
            if match is None or not self._unknown(Span(*match.span())):
                break
            names.append(Span(*match.span()))
            joint = _JOINED.search(self.clean, max(0, match.start() - 8), match.start())
            end = joint.start() if joint is not None else None
        if len(names) > 1:
            for name in names:
                self._add(name, None)

    def _unknown(self, span: Span) -> bool:
        """Whether no table knows the words of a name as anything else, and they are not all common words."""
        parts = span.of(self.clean).lower().split()
        if self._is_taken(span) or all(part in common() or part in words_of("month") for part in parts):
            return False
        if any(known == tuple(parts) for known, _exact, _entry in phrases().get(parts[0], ())):
            return False
        return not any(part in lone_words() and _is_other(part) for part in parts)

    def _town(self, at: int, firm: bool) -> bool:
        """Adds the town whose name stands at a position, if one does."""
        match = _WORDS.match(self.clean, at) if self.codes else None
        if match is None:
            return False
        ends = [match.start() + m.end() for m in re.finditer(r"\S+", match.group())]
        for end in reversed(ends):
            span = Span(match.start(), end)
            if self._is_town(span, firm):
                self._add_town(span)
                return True
        return False

    def _is_town(self, span: Span, firm: bool) -> bool:
        """Whether a town's name stands at a span and ends there."""
        goes_on = _GOES_ON.match(self.clean, span.end) and not _JOINT.match(self.clean, span.end)
        return not goes_on and self._is_known(span, firm)

    def _is_known(self, span: Span, firm: bool) -> bool:
        """Whether a town of a name lies in a country of the cable; a given name is one only where a word is `firm`."""
        name = span.of(self.clean)
        low = name.lower()
        if not is_town(name, self.codes) or re.search(rf"\b{re.escape(name)}\s+Palace\b", self.clean):
            return False
        if low in common() or (low in given() and not firm) or low in words_of("function"):
            return False
        return not self._is_taken(span)

    def _beside(self, anchor: Span) -> None:
        """Adds the towns of the list that a place stands in: `Hatay, | and Bodrum`."""
        joint = _JOINT.match(self.clean, anchor.end)
        while joint is not None and self._town(joint.end(), firm=False):
            joint = _JOINT.match(self.clean, self.found[-1].span.end)
        joint = _JOINED.search(self.clean, max(0, anchor.start - 8), anchor.start)
        while joint is not None:
            match = _LAST.search(self.clean, max(0, joint.start() - _REACH), joint.start())
            if match is None or not self._is_town(Span(*match.span()), firm=False):
                return
            self._add_town(Span(*match.span()))
            joint = _JOINED.search(self.clean, max(0, match.start() - 8), match.start())

    def _add_town(self, span: Span) -> None:
        name = " ".join(span.of(self.clean).split())
        self._add(span, Entry("place", name, country_of(name, self.countries), "city"))

    def _add(self, span: Span, entry: Entry | None) -> None:
        self.found.append(PlaceFound(span, " ".join(span.of(self.clean).split()), entry))
        insort(self.taken, span)

    def _is_taken(self, span: Span) -> bool:
        at = bisect_left(self.taken, span)
        before, after = self.taken[max(0, at - 1) : at], self.taken[at : at + 1]
        return any(other.start < span.end and span.start < other.end for other in (*before, *after))
