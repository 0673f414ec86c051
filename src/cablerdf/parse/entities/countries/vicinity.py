"""Whether somebody of whose country nothing is said may be taken for one of the host country."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.forms import words_of
from cablerdf.parse.lexicon.nationality import forms
from cablerdf.vocab.tables import rows

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][\w'’]*")
_STOP = re.compile(r"[.?!]\s")
# who belongs to no side of its own, and the home of all cables
_TELLING = frozenset(("country", "demonym", "government", "place", "org"))
_NO_SIDE = frozenset(("US", "UN", "EU"))
# "told us", "met with Poloff": somebody whom the post can meet lives there, as a rule
_MEETS_POST = re.compile(
    r"\s+(?:also |then |later )?(?:told|assured|informed|confided to|said to|admitted to)\s+"
    r"(?:us\b|the Ambassador|the Charge|(?:the )?(?:DCM|CDA|PAO|ADCM)\b|(?:the )?[A-Z][a-z]*[Oo]ffs?\b|[Ee]mboffs?\b"
    r"|(?:the )?[Pp]ost\b|[Ee]mbassy [Oo]ffi)"
)
# offices that a country has: without a country's name, those of the host country
_OFFICE = re.compile(
    r"\b(?:Minister|Ministry|MFA|MOFA|MEA|MOD|MOI|MOJ|D?FM|DefMin|Mayor|Governor|Senator|Congressman|Parliament|Cabinet|Speaker|Attorney|Prosecutor"
    r"|Presidency|Presidential)\b",
    re.IGNORECASE,
)
# "RC-South Commander", "ISAF spokesman": commands of forces that are not the host's
FORCES = re.compile(r"\b(?:RC-[A-Z]\w*|ISAF|COMISAF|PRT|MNF-I|MNC-I|CJTF|CSTC-A|EULEX)\b")
# "X, head of the Division of the Ministry": what is told of somebody, up to the next stop
_TOLD = re.compile(r",\s((?:the |an? |another )?[a-z][^,.;()]{5,90})[,.;)]")
_SAYS = re.compile(r"\s+(?:also |then |further )?([a-z]+)")
_SHORTLY = 90  # characters before a name
_FEW = 4  # mentions of a body that are looked around
_AROUND = 400  # characters on each side of a name that stands in no paragraph


@cache
def _names() -> dict[str, frozenset[str]]:
    """Country, demonym, government, city or body in one to three words → country; an acronym as it is printed.

    Letters like `GOB` may mean several governments.
    """
    found: dict[str, set[str]] = {}
    for bucket in lexicon.phrases().values():
        for words, exact, entry in bucket:
            party = entry.detail == "party" and len(words) > 1  # many countries have a Social Democratic Party
            sided = entry.country not in _NO_SIDE and entry.detail != "international" and not party
            if entry.kind in _TELLING and entry.country and sided:
                found.setdefault(exact or " ".join(words), {entry.country})
    for row in rows("countries"):
        for form in filter(None, row["governments"].split(";")):
            found.setdefault(form, set()).add(row["name"])
    return {form: frozenset(countries) for form, countries in found.items()}


@cache
def _no_offices() -> frozenset[str]:
    """What is told of somebody and is no office of a country, in lower case."""
    return lexicon.titles("kin") | words_of("no_office")


@cache
def _first_words() -> frozenset[str]:
    """The first words of the names of `_names`."""
    return frozenset(name.partition(" ")[0] for name in _names())


@cache
def _tags() -> dict[str, str]:
    """TAGS code → its country."""
    found = {}
    for row in rows("tags"):
        if row["kind"] == "country":
            last, comma, first = row["label"].partition(", ")
            label = f"{first} {last}".removeprefix("The ") if comma else last
            country = forms().get(label.lower())
            found[row["code"]] = country or label
    return found


def tagged_countries(draft: Draft) -> set[str]:
    """The foreign countries that the TAGS line names."""
    return {_tags()[tag] for tag in draft.tags if tag in _tags()} - {"US"}


class Vicinity:
    """Looks around names; each paragraph is read once, and only where a name in it asks for it.

    `host` is the country of the post (`posted`) or, for a cable from Washington, the other side of its meetings.
    `names` are those of people: `Medina Mora` is no place.
    """

    def __init__(self, draft: Draft, host: str | None, posted: bool, names: list[Span]) -> None:
        self.clean, self.host = draft.clean, host
        self.names, self.posted = names, posted
        tagged = tagged_countries(draft)
        self.domestic = posted and tagged == {host}
        self.subject = next(iter(tagged)) if len(tagged) == 1 else None  # the one foreign country that a cable is about
        self.paragraphs = [p.span for p in draft.paragraphs]
        self.starts = [span.start for span in self.paragraphs]
        self._read: dict[int, list[tuple[int, str]]] = {}

    def at_home(self, mentions: list[Span], titles: list[str]) -> bool:
        """Whether a person may be taken for one of the host country.

        So are holders of an office; who speaks to the post, or again and again; and all whom a cable names whose TAGS
        name no other country. For others it must not be that the first paragraph that names them names other
        countries: but the sentence may name the host alone and, for the bearer of a title, the paragraph the host.
        Nobody without a title is if another country, and not the host, is named shortly before.
        """
        if self.host is None:
            return False
        offices = [title for title in titles if title.lower().rstrip(".") not in _no_offices()]
        if offices and (self.domestic or any(_OFFICE.search(title) for title in offices)):
            return True
        first = self._first(mentions)
        if self._speaks(mentions) or self._in_office(first):
            return True
        around = self._paragraph(first)
        sentence = self._sentence(around, first)
        if not offices and self._elsewhere(sentence, first):
            return False
        if self.domestic:
            return True
        here = {country for _at, country in self._countries(around)}
        if not here - {self.host}:
            return True
        return self.host in here if offices else self._named(sentence) == {self.host}

    def _elsewhere(self, sentence: Span, mention: Span) -> bool:
        """Whether another country is named shortly before, and the host not in the sentence."""
        before = Span(max(sentence.start, mention.start - _SHORTLY), mention.start)
        return bool(self._named(before)) and self.host not in self._named(sentence)

    def _in_office(self, mention: Span) -> bool:
        """Whether an office of the host country is told behind a name: `X, head of a division of the Ministry`."""
        addressed = _TOLD.match(self.clean, mention.end, mention.end + 110)
        if addressed is None or not _OFFICE.search(addressed[1]):
            return False
        found = self._countries(self._paragraph(mention))
        return all(country == self.host for at, country in found if addressed.start() <= at < addressed.end())

    def abroad(self, mentions: list[Span]) -> str | None:
        """The country that a cable is about, not the host: where the paragraph around somebody names it most often.

        The TAGS name it alone, and the paragraph names the host nowhere.
        """
        if self.subject is None or self.subject == self.host:
            return None
        times = Counter(country for _at, country in self._countries(self._paragraph(self._first(mentions))))
        often = times[self.subject] > 1 or len(times) == 1
        most = often and times[self.subject] == max(times.values()) and not times[self.host or ""]
        return self.subject if most else None

    def of_the_state(self, mentions: list[Span]) -> tuple[str | None, str]:
        """The country of a body of some state, and how it is known: the host's where no other may be meant."""
        abroad = self.abroad(mentions)
        if abroad is not None:
            return abroad, "the sentence is about one other country"
        at_home = self.domestic or any(self._may_be_host(mention) for mention in mentions[:_FEW])
        return (self.host, "the country of the post") if at_home else (None, "")

    def _may_be_host(self, mention: Span) -> bool:
        """Whether the sentence of a mention names no other country than the host, or the host as well."""
        here = self._named(self._sentence(self._paragraph(mention), mention))
        return self.host in here or not here

    def ruled(self, mentions: list[Span], choices: set[str]) -> str | None:
        """The one of several countries that the sentences, or else the paragraphs, of a name have to do with."""
        named = [m for m in mentions if self.starts and m.start >= self.starts[0]][:3] or mentions[:1]
        for whole in (False, True):
            for mention in named:
                around = self._paragraph(mention)
                here = self._named(around if whole else self._sentence(around, mention))
                if len(here & choices) == 1:
                    return next(iter(here & choices))
        return None

    def _first(self, mentions: list[Span]) -> Span:
        """The first mention in a paragraph, or the first of all."""
        return min((m for m in mentions if self.starts and m.start >= self.starts[0]), default=min(mentions))

    def _speaks(self, mentions: list[Span]) -> bool:
        """Whether somebody tells the post something, or says something more than twice."""
        said, times = words_of("said"), 0
        for mention in mentions:
            if _MEETS_POST.match(self.clean, mention.end, mention.end + 60):
                return True
            verb = _SAYS.match(self.clean, mention.end, mention.end + 30)
            times += verb is not None and verb[1] in said
        return times > 2

    def _paragraph(self, mention: Span) -> Span:
        at = bisect_right(self.starts, mention.start) - 1
        if at >= 0 and mention.start < self.paragraphs[at].end:
            return self.paragraphs[at]
        return Span(max(0, mention.start - _AROUND), min(len(self.clean), mention.end + _AROUND))

    def _sentence(self, around: Span, mention: Span) -> Span:
        """The sentence of a mention."""
        start = around.start
        for stop in _STOP.finditer(self.clean, start, mention.start):
            start = stop.end()
        ending = _STOP.search(self.clean, mention.end, around.end)
        return Span(start, ending.start() if ending is not None else around.end)

    def _named(self, sentence: Span) -> set[str]:
        """The countries that a sentence names."""
        return {country for _at, country in self._search(sentence)}

    def _countries(self, around: Span) -> list[tuple[int, str]]:
        """Where a stretch of text names which country, by the country itself, its people, cities or bodies."""
        known = self._read.get(around.start)
        if known is None:
            known = self._read[around.start] = self._search(around)
        return known

    def _search(self, around: Span) -> list[tuple[int, str]]:
        names, first, found = _names(), _first_words(), []
        within = (span for span in self.names if span.start < around.end and around.start < span.end)
        named = {m.start() for span in within for m in _WORD.finditer(self.clean, span.start, span.end)}
        words = [
            (m.start(), m.group().removesuffix("'s").removesuffix("’s"))
            for m in _WORD.finditer(self.clean, around.start, around.end)
            if m.start() not in named
        ]
        at = 0
        while at < len(words):
            word = words[at][1]
            for size in (3, 2, 1) if word in first or word.lower() in first else ():
                text = " ".join([word for _start, word in words[at : at + size]])
                countries = names.get(text) or names.get(text.lower())
                if countries is not None:
                    if len(countries) == 1:
                        found.append((words[at][0], next(iter(countries))))
                    elif self.host in countries:
                        found.append((words[at][0], self.host))
                    at += size - 1
                    break
            at += 1
        return found
