"""What the tables know of single words and fixed phrases, ready for look-up."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cablerdf.vocab.tables import mapping, rows, words

_LETTERS = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{1,3})?")


class Entry(NamedTuple):
    """A phrase that a table knows.

    `kind` is `title`, `org`, `country`, `place`, `demonym`, `government`, `figure` (a well-known
    person) or `other`; `name` its plain name, `country` the one it belongs to, `detail` a
    subordinate kind (`city`, `rank`, `party` ...).
    """

    kind: str
    name: str
    country: str | None = None
    detail: str = ""


_NO_PLACES = frozenset({"Palestinian Authority"})  # a body, although people have it as their country
# first word → (all words, the printed form where case decides, what it is)
Phrases = dict[str, list[tuple[tuple[str, ...], str, Entry]]]


def plain_country(name: str) -> str:
    """The name of a country as people's countries have it.

    >>> plain_country("United States")
    'US'
    """
    return "US" if name == "United States" else name


@cache
def classes() -> dict[str, frozenset[str]]:
    """Class of `name_words.csv` → its words, in lower case."""
    found: dict[str, set[str]] = {}
    for row in rows("name_words"):
        found.setdefault(row["class"], set()).add(row["word"].lower())
    return {name: frozenset(members) for name, members in found.items()}


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of one class of `name_words.csv`, in lower case."""
    return classes()[name]


@cache
def common() -> frozenset[str]:
    """English words that are printed in lower case (SCOWL), with those that grammar capitalises."""
    return frozenset(words("common_words")) | words_of("function") | words_of("month") | words_of("foreign_word")


@cache
def given() -> frozenset[str]:
    """Given names, in lower case."""
    names = frozenset(row["name"].lower() for row in rows("given_names")) | words_of("given")
    return names - words_of("function") - words_of("month")


@cache
def doubtful_given() -> frozenset[str]:
    """Given names that are rather words (`Valor`), in lower case."""
    noted = frozenset(row["name"].lower() for row in rows("given_names") if row["note"])
    return noted | words_of("doubtful_given")


@cache
def family() -> frozenset[str]:
    """Family names that are English words too, and the common ones of English speakers, in lower case."""
    return frozenset(row["name"].lower() for row in rows("family_names"))


@cache
def particles() -> frozenset[str]:
    """Articles, patronymics and prepositions within names (`al`, `bin`, `van`), in lower case."""
    return frozenset(word.lower() for word in words_of("particle"))


@cache
def surname_first() -> frozenset[str]:
    """Family names that stand before the given name, in lower case."""
    return words_of("surname_first")


@cache
def titles(kind: str) -> frozenset[str]:
    """The titles of one kind of `titles.csv`, in lower case."""
    return frozenset(row["title"].lower() for row in rows("titles") if row["kind"] == kind)


@cache
def us_titles() -> frozenset[str]:
    """Titles that only people of the United States government bear, in lower case."""
    return frozenset(row["title"].lower() for row in rows("titles") if row["side"] == "US")


@cache
def functions() -> frozenset[str]:
    """What somebody may do at a meeting beside his or her office (`notetaker`), in lower case."""
    return frozenset(row["form"] for row in rows("functions"))


def is_bureau(low: str) -> bool:
    """Whether a word in lower case is the symbol of a bureau of the Department, or of an office of one.

    >>> is_bureau("nea"), is_bureau("isn/mtr"), is_bureau("and/or")
    (True, True, False)
    """
    bureaus = words_of("bureau")
    return low in bureaus or low.partition("/")[0] in bureaus


@cache
def _no_bodies() -> frozenset[str]:
    """Abbreviations of things, TAGS and people, in lower case."""
    return words_of("no_body") | {row["code"].lower() for row in rows("tags")}


@lru_cache(maxsize=1 << 12)
def is_abbreviation(text: str, shortest: int = 3) -> bool:
    """Whether capitals, so many at least, may be the abbreviation of a body that no table knows.

    >>> is_abbreviation("KNZ"), is_abbreviation("WMD"), is_abbreviation("ENERGY"), is_abbreviation("NATO")
    (True, False, False, False)
    """
    low = text.lower()
    if len(text) < shortest or _LETTERS.fullmatch(text) is None or low in _no_bodies() or low in phrases():
        return False
    return low not in common() and low not in given() and low not in family()


@lru_cache(maxsize=1 << 12)
def known_body(name: str) -> Entry | None:
    """What the tables know of the organisation of a name.

    >>> known_body("ministry of defense").name, known_body("Torvel Post")
    ('Ministry of Defense', None)
    """
    words = split_words(name)
    known = phrases().get(words[0], ()) if words else ()
    return next((entry for phrase, _exact, entry in known if phrase == words and entry.kind == "org"), None)


def is_known(word: str, *kinds: str) -> bool:
    """Whether the tables know a word as one of some kinds of `Entry`, however it is printed.

    >>> is_known("Swiss", "demonym"), is_known("Swiss", "country", "org")
    (True, False)
    """
    return any(entry.kind in kinds for _exact, entry in lone_words().get(word.lower(), ()))


def split_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the token scanner cuts them: final stops and possessives off, in lower case.

    >>> split_words("Ministry of Women's Affairs")
    ('ministry', 'of', 'women', 'affairs')
    """
    found = []
    for word in phrase.replace("’", "'").replace(",", " ").split():
        stripped = word.removesuffix("'s").rstrip("'")
        found.append((stripped if stripped.count(".") > 1 else stripped.rstrip(".")).lower())
    return tuple(found)


def _add(phrases: Phrases, phrase: str, entry: Entry) -> None:
    key = split_words(phrase)
    if not key:
        return
    acronym = phrase.isupper() and (entry.kind != "title" or entry.detail == "abbr")
    exact = phrase if len(key) == 1 and (acronym or not phrase[1:].islower()) and phrase.isalpha() else ""
    bucket = phrases.setdefault(key[0], [])
    if not any(known == key and was in ("", exact) for known, was, _old in bucket):
        bucket.append((key, exact, entry))


def _add_countries(phrases: Phrases) -> None:
    parts = {row["name"] for row in rows("places")}
    for row in rows("countries"):
        country = plain_country(row["name"])
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            if form not in parts and row["name"] not in _NO_PLACES:
                _add(phrases, form, Entry("country", row["name"], country, row["kind"]))
        for form in filter(None, row["adjectives"].split(";")):
            entry = Entry("demonym", form, country)
            _add(phrases, form, entry)
            if form.endswith(("n", "i", "t", "k", "b", "z", "r", "o", "e")):
                _add(phrases, form + "s", entry)
        for form in filter(None, row["governments"].split(";")):
            _add(phrases, form, Entry("government", form, country))


def _add_titles(phrases: Phrases) -> None:
    misspelt = mapping("title_spellings", "printed", "word")
    for row in rows("titles"):
        title, kind = row["title"], row["kind"]
        if kind not in ("office", "abbr", "rank", "honorific", "dignity"):
            continue
        entry = Entry("title", title, row["side"] or None, kind)
        _add(phrases, title, entry)
        if title[-1:].islower() and kind in ("office", "rank", "honorific", "dignity"):
            _add(phrases, title + "s", entry)
            if title.endswith("y"):
                _add(phrases, title[:-1] + "ies", entry)
        for printed, word in misspelt.items():
            if word in title:
                _add(phrases, title.replace(word, printed), entry)


@cache
def country_forms(country: str, *columns: str) -> frozenset[str]:
    """What some columns of `countries.csv` have of a country.

    >>> sorted(country_forms("Switzerland", "adjectives", "governments"))
    ['GOS', 'Swiss']
    """
    return frozenset(
        form
        for row in rows("countries")
        if plain_country(row["name"]) == country
        for column in columns
        for form in row[column].split(";")
        if form
    )


@cache
def national_forms(country: str) -> frozenset[str]:
    """What a text calls a country, its people and its government by, letters of two apart; none for no country.

    >>> "Swiss" in national_forms("Switzerland"), national_forms("NATO")
    (True, frozenset())
    """
    names = country_forms(country, "name", "aliases", "adjectives", "governments")
    return frozenset(form for name in names if len(name) > 2 for form in (name, name.upper()))


@cache
def lone_words() -> dict[str, list[tuple[str, Entry]]]:
    """Phrase of one word → the printed form where case decides, and what it is."""
    found: dict[str, list[tuple[str, Entry]]] = {}
    for first, bucket in phrases().items():
        lone = [(exact, entry) for known, exact, entry in bucket if len(known) == 1]
        if lone:
            found[first] = lone
    return found


@cache
def longer_phrases() -> dict[tuple[str, str], list[tuple[tuple[str, ...], Entry]]]:
    """The first two words of longer phrases → all their words and what they are, the longest first."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], Entry]]] = {}
    for bucket in phrases().values():
        for known, _exact, entry in bucket:
            if len(known) > 1:
                found.setdefault((known[0], known[1]), []).append((known, entry))
    return found


@cache
def phrases() -> Phrases:
    """The phrases of all tables, the longest first under each word.

    Where two tables know one phrase, the first named here wins.
    """
    found: Phrases = {}
    for row in rows("not_names"):
        _add(found, row["phrase"], Entry("other", row["phrase"]))
    _add_countries(found)
    for row in rows("places"):
        name = row["same_as"] or row["name"]
        _add(found, row["name"], Entry("place", name, plain_country(row["country"]) or None, row["kind"]))
    for row in rows("public_figures"):
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            if " " in form:
                _add(found, form, Entry("figure", row["name"], row["country"]))
    _add_titles(found)
    for row in rows("organizations"):
        entry = Entry("org", row["name"], plain_country(row["country"]) or None, row["kind"])
        for form in (row["name"], row["abbreviation"], *row["aliases"].split(";")):
            if form:
                _add(found, form, entry)
    for row in rows("cities"):
        _add(found, row["name"], Entry("place", row["name"], plain_country(row["country"]), "city"))
    for bucket in found.values():
        bucket.sort(key=lambda item: (-len(item[0]), not item[1]))
    return found
