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
from cablerdf.parse.entities.places.reader import PlaceFound
from cablerdf.parse.entities.words.tokens import Token
from cablerdf.parse.lexicon.forms import (
    Entry,
    common,
    given,
    is_known,
    lone_words,
    phrases,
    plain_country,
    words_of,
)
from cablerdf.parse.lexicon.towns import codes_of, country_of, first_words, is_town, lower_ended

_WORD = r"(?:(?:al|ad|an|ar|as|ash|at|az|el)-)?[A-Z]\w*(?:[-'’](?!s\b)\w+)*"
_WORDS = re.compile(rf"{_WORD}(?:\s{{1,2}}{_WORD}){{0,2}}")
_LAST = re.compile(rf"(?:(?<=[\s(]){_WORD}\s{{1,2}})?(?<=[\s(/]){_WORD}$")
_MANY, _ONE = words_of("areas"), words_of("area")  # in the districts of |, in the district of |
# X and Y | districts, X | district, the X | mayor, X | Province
_SMALL = _ONE - {"city", "port"}
_HEADS = (
    _SMALL | {word.capitalize() for word in _SMALL} | {"governor", "mayor", "Division", "Island", "Oblast", "State"}
)
_HEAD = re.compile(rf"\s{{1,2}}(?:(?P<many>{'|'.join(sorted(_MANY))})|{'|'.join(sorted(_HEADS))})\b")
_BEGINNINGS = frozenset(word[:4].lower() for word in _MANY | _HEADS)
_PEOPLE = frozenset(("governor", "mayor", "resident"))
_NEAR = frozenset(("at", "in", "near", "outside"))
_ABOUT = words_of("about")
_WAYS, _NO_WAYS = frozenset(("road", "travel", "traveled", "trip", "visit")), frozenset(("according", "addition"))
_CUES = _NEAR | _ABOUT | {"of", "the", "to"}
_JOINT = re.compile(r"(?:,\s{1,2}(?:and\s{1,2})?|\s{1,2}(?:and|or)\s{1,2})(?=[A-Za-z])")
_JOINED = re.compile(r"(?:,\s{1,2}(?:and\s{1,2})?|\s{1,2}(?:and|or)\s{1,2}|\s\()$")
# no town of the tables ends here: "Korva's", "Korva Street", "Korva-Dorf"
_GOES_ON = re.compile(r"['’]s\b|\s{1,2}(?:[A-Z0-9&]|al-|(?:bin|d[aeo]|del) )|[-/]\w")
_BEFORE_NAME = re.compile(r"\s[A-Z][a-z]")
_NOUN = re.compile(r"\s{1,2}([a-z]+)")
_AND = frozenset(("and", "or", ", and"))
_RUNS = re.compile(r"(?:[a-z,]\s{1,2}|\()$")  # what stands before a name in running text
_LAST_OF = re.compile(r"[A-Z][a-z]{3,}(?=[\s,.;:)])(?!['’]s\b|\s{1,2}(?:[A-Z0-9&]|[a-z]-))")
_REACH = 60  # characters before a name that are looked at
_OTHERS = ("title", "demonym", "other", "government", "org", "country", "figure")  # what a word of the tables may be


def _is_inner(text: str, at: int) -> bool:
    """Whether a position lies within a word."""
    around = text[max(0, at - 1) : at + 1]
    return len(around) == 2 and all(c.isalnum() or c == "_" for c in around)


def _is_name(name: str) -> bool:
    """Whether two words may be the name of a place: `Port Korva`, but not `Former Korva`."""
    first, last = name.lower().split()
    return last not in common() and (first not in common() or first in words_of("place_head"))


@cache
def _dull() -> frozenset[str]:
    """Words that begin no name of a place that is not found already, in lower case."""
    return (common() | frozenset(lone_words()) | words_of("connector") | words_of("particle")) - first_words()


class ContextReader:
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
        self.body = Span(0, 0)

    def read(self, stretches: list[list[Token]]) -> list[PlaceFound]:
        """The places that the tokens of the stretches of text leave, in no order."""
        if not any(stretches):
            return []
        self.body = Span(min(t[0].start for t in stretches if t), max(t[-1].end for t in stretches if t))
        telling = {token.low for tokens in stretches for token in tokens} - _dull()
        for tokens in stretches:
            for token in [token for token in tokens if token.low in telling]:
                self._around(token)
        self._fixed()
        for anchor in [*self.anchors, *(place.span for place in self.found)]:
            self._beside(anchor)
        for place in list({place.name: place for place in self.found}.values()):
            self._again(place)
        return self.found

    def _around(self, token: Token) -> None:
        """Adds what the word before a token, or the word after it, shows to be places."""
        before = self.clean[max(0, token.start - 12) : token.start].rsplit(None, 1)
        after = self.clean[token.end : token.end + 6]
        if before and before[-1].lower() in _CUES:
            before = self.clean[max(0, token.start - _REACH) : token.start].lower().split()
            self._after(before[-3:], token.start)
        if after[:1].isspace() and after.lstrip()[:4].lower() in _BEGINNINGS:
            head = _HEAD.match(self.clean, token.end)
            if head is not None:
                self._before(head)

    def _after(self, before: list[str], at: int) -> None:
        """Adds what stands at a position, after words that say where: `in |`, `the districts of |`."""
        last, second = before[-1], before[-2] if len(before) > 1 else ""
        area = second in _MANY or second in _ONE
        if last == "of":
            if area:
                self._list_from(at, many=second in _MANY)
            if area or second in _PEOPLE or (second.isalpha() and not self._thing(at)):
                self._town(at, firm=area or second in _PEOPLE)
        elif last == "to":
            if second not in _NO_WAYS:
                self._town(at, firm=second in _WAYS)
        elif last in _NEAR or last in _ABOUT:
            self._town(at, firm=last in _NEAR)

    def _thing(self, at: int) -> bool:
        """Whether a noun follows the word at a position: `exports of Korva | aircraft`."""
        word = _WORDS.match(self.clean, at)
        following = _NOUN.match(self.clean, word.end()) if word is not None else None
        return following is not None and following[1] not in words_of("function")

    def _before(self, head: re.Match[str]) -> None:
        """Adds the names before a head word: `X and Y | districts`, `X | Province`."""
        if head["many"] is not None:
            self._list_to(head.start())
        else:
            name = _LAST.search(self.clean, max(0, head.start() - _REACH), head.start())
            if name is not None:
                self._headed(Span(*name.span()))

    def _fixed(self) -> None:
        """Adds what the tables know by a name that ends in a word in lower case: `Baltic states`."""
        for (first, last), name in lower_ended().items():
            for at in self._all(first):
                match = _NOUN.match(self.clean, at + len(first))
                if match is not None and match[1] == last and not self._is_taken(Span(at, match.end())):
                    self._add(Span(at, match.end()), Entry("place", name, None, "region"))

    def _all(self, name: str) -> list[int]:
        """Where a name stands in the body as whole words."""
        found: list[int] = []
        at = self.clean.find(name, *self.body)
        while at >= 0:
            end = at + len(name)
            whole = not (_is_inner(self.clean, at) or _is_inner(self.clean, end))
            found += [at] if whole else []
            at = self.clean.find(name, end if whole else at + 1, self.body.end)
        return found

    def _headed(self, span: Span) -> None:
        """Adds a town or region before `Province` and the like; of two words it may be unknown to the tables."""
        if self._is_known(span, firm=True):
            self._add_town(span)
        elif " " in span.of(self.clean) and self._unknown(span) and _is_name(span.of(self.clean)):
            self._add(span, None)

    def _again(self, place: PlaceFound) -> None:
        """Adds the other places where a name stands."""
        for at in self._all(place.name):
            span = Span(at, at + len(place.name))
            if not self._is_taken(span) and not _BEFORE_NAME.match(self.clean, span.end):
                self._add(span, place.entry)

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
        return not any(is_known(part, *_OTHERS) for part in parts)

    def _town(self, at: int, firm: bool) -> bool:
        """Adds the town whose name stands at a position, if one does."""
        match = _WORDS.match(self.clean, at) if self.codes else None
        if match is None or self._is_taken(Span(at, at + 1)):
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
        """Whether a town of a name lies in a country of the cable, and no palace has that name.

        A given name is that of a town only where a word is `firm`.
        """
        name = span.of(self.clean)
        low = name.lower()
        if not is_town(name, self.codes) or f"{name} Palace" in self.clean:
            return False
        if low in common() or (low in given() and not firm) or low in words_of("function"):
            return False
        return not self._is_taken(span)

    def _beside(self, anchor: Span) -> None:
        """Adds the towns of the list that a place stands in (`Hatay, | and Bodrum`), and the unknown one at its end."""
        joint = _JOINT.match(self.clean, anchor.end)
        while joint is not None and (self._town(joint.end(), firm=False) or self._last(anchor, joint)):
            joint = _JOINT.match(self.clean, self.found[-1].span.end)
        joint = _JOINED.search(self.clean, max(0, anchor.start - 8), anchor.start)
        while joint is not None:
            match = _LAST.search(self.clean, max(0, joint.start() - _REACH), joint.start())
            if match is None or not self._is_town(Span(*match.span()), firm=False):
                return
            self._add_town(Span(*match.span()))
            joint = _JOINED.search(self.clean, max(0, match.start() - 8), match.start())

    def _last(self, anchor: Span, joint: re.Match[str]) -> bool:
        """Adds the unknown name that `and` joins to a place in running text: `between Torvel and | Korva`."""
        if joint[0].strip() not in _AND or not _RUNS.search(self.clean, max(0, anchor.start - 12), anchor.start):
            return False
        match = _LAST_OF.match(self.clean, joint.end())
        if match is None or self._thing(joint.end()) or not self._unknown(Span(*match.span())):
            return False
        self._add(Span(*match.span()), None)
        return True

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
