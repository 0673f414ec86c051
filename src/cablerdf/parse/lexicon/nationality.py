"""The countries that words name: in titles, as demonyms, by the names of well-known people."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.vocab.tables import mapping, rows

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_](?:[\w'’/-]*[^\W_])?")
_SYMBOL = re.compile(
    r"(?:eur|nea|sca|wha|eap|af|io|isn|vci|pm|inr|drl|inl|oes|eeb|eb|prm|s|p|l|h|t|d|ds|ca)/[a-z/]+"
)  # EUR/PRA
_TO = re.compile(r"\b(?:to|in|at|for|on|with)\s+(?:the\s+)?$", re.IGNORECASE)
# "Embassy Singapore Treasury Attache": posts without a demonym are American
_AT_A_POST = re.compile(r"^(?:U\.?S\.? )?(?:Am)?(?:Embassy|Consulate|Con[Gg]en)\s+(?!General)[A-Z]")
# "Iraq Coordinator", "Iran Watcher": whom a country is the business of
_CONCERNED = frozenset(
    ("coordinator", "watcher", "expert", "analyst", "specialist", "envoy", "team", "hand", "office", "desk")
)


@cache
def adjectives() -> frozenset[str]:
    """Adjectives of nations, in small letters: `british`."""
    return frozenset(a.lower() for row in rows("countries") for a in row["adjectives"].split(";") if a)


@cache
def nations() -> dict[str, str]:
    """Name, adjective or other form of a country, in small letters → the country as people have it: `british`, `uk`."""
    return {
        word.lower(): lexicon.plain_country(row["name"])
        for row in rows("countries")
        for word in f"{row['name']};{row['aliases']};{row['adjectives']}".split(";")
        if word
    }


@cache
def figures() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Last word of a well-known name → (all its words, country), in lower case."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("public_figures"):
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            words = tuple(form.split())
            for short in {words[-1].lower(), words[0].lower()}:
                found.setdefault(short, []).append((words, row["country"]))
    return found


@cache
def countries_with(custom: str) -> frozenset[str]:
    """The countries that have a custom of country_customs.csv: `monarchy`, `no senate`.

    >>> "Belgium" in countries_with("monarchy"), "France" in countries_with("monarchy")
    (True, False)
    """
    return frozenset(row["country"] for row in rows("country_customs") if row["custom"] == custom)


@cache
def forms() -> dict[str, str]:
    """Printed form of a country, demonym or nationality in one to three words → country."""
    found: dict[str, str] = {}
    for bucket in lexicon.phrases().values():
        for words, _exact, entry in bucket:
            if entry.detail == "party" and len(words) > 1:
                continue  # many countries have a Social Democratic Party
            if entry.kind in ("country", "demonym", "place", "org") and entry.country:
                found.setdefault(" ".join(words), entry.country)
    found.pop("federal district", None)  # Russia has seven
    for row in rows("titles"):
        if row["side"] not in ("", "US"):
            found[row["title"].lower()] = row["side"]
    found["eu"] = found["european union"] = "EU"
    found["un"] = found["u.n."] = found["united nations"] = "UN"
    return found


def concerned_with(title: str) -> bool:
    """Whether a title names the country that is the business of its bearer.

    >>> concerned_with("Iraq Coordinator"), concerned_with("Iraqi Coordinator")
    (True, False)
    """
    words = title.lower().split()
    return any(after in _CONCERNED and before in _country_names() for before, after in pairwise(words))


@lru_cache(maxsize=1 << 13)
def country_in(title: str) -> str | None:
    """The country that a title names as the bearer's own.

    The country after `to`, `in` or `at` is where an ambassador serves, not whence.

    >>> country_in("French Foreign Minister"), country_in("Saudi ambassador to the Philippines")
    ('France', 'Saudi Arabia')
    >>> country_in("Ambassador to the United States") is None
    True
    """
    if _AT_A_POST.match(title):
        return "US"
    known, subjects = forms(), lexicon.words_of("subject_noun")
    words = list(_WORD.finditer(title))
    at = 0
    while at < len(words):
        for size in (4, 3, 2, 1):
            if at + size > len(words):
                continue
            text = " ".join(lexicon.split_words(" ".join(w.group() for w in words[at : at + size])))
            country = known.get(text)
            after = words[at + size].group().lower() if at + size < len(words) else ""
            if country is not None and words[at].group()[0].isupper() and after not in subjects and text != "america":
                if after in _CONCERNED and text in _country_names():
                    break
                if _TO.search(title[: words[at].start()]):
                    at += size - 1
                    break
                return country
        at += 1
    return None


@cache
def _country_names() -> dict[str, str]:
    return {
        " ".join(words): entry.country
        for bucket in lexicon.phrases().values()
        for words, _exact, entry in bucket
        if entry.kind == "country" and entry.country
    }


def country_named(text: str) -> str | None:
    """The country that a text is the name of, nothing more.

    >>> country_named("UK"), country_named("Ohio")
    ('United Kingdom', None)
    """
    return _country_names().get(" ".join(lexicon.split_words(text)))


def city_country(city: str) -> str | None:
    """The country of a city or country by its name: `Kabul`."""
    return forms().get(" ".join(lexicon.split_words(city)))


@cache
def _demonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for bucket in lexicon.phrases().values():
        for words, _exact, entry in bucket:
            if entry.kind == "demonym" and entry.country:
                found.setdefault(" ".join(words), entry.country)
    return found


def demonym_in(words: str) -> str | None:
    """The country of the last demonym, or possessive of a country, among a few capitalised words.

    >>> demonym_in("Iranian "), demonym_in("Israel's Prime "), demonym_in("Paris ")
    ('Iran', 'Israel', None)
    """
    parts = words.split()
    for at in range(len(parts) - 1, -1, -1):
        low = parts[at].lower()
        for size in (2, 1):
            text = " ".join(lexicon.split_words(" ".join(parts[max(0, at - size + 1) : at + 1])))
            country = _demonyms().get(text)
            if country is None and low.endswith(("'s", "’s")):
                country = forms().get(text)
            if country is not None:
                return country
    return None


def demonym_before(title: str) -> str | None:
    """The country that the demonym at the head of a title tells.

    >>> demonym_before("French DCM"), demonym_before("Papua New Guinean MP"), demonym_before("Iran Desk Officer")
    ('France', 'Papua New Guinea', None)
    """
    words = title.split()
    if not words or not words[0][0].isupper():
        return None
    forms_of = (" ".join(lexicon.split_words(" ".join(words[:size]))) for size in (3, 2, 1))
    return next((country for form in forms_of if (country := _demonyms().get(form)) is not None), None)


@lru_cache(maxsize=1 << 13)
def is_us_title(title: str) -> bool:
    """Whether only people of the United States government bear the title.

    >>> is_us_title("Poloff"), is_us_title("EUR A/S"), is_us_title("Foreign Minister")
    (True, True, False)
    """
    known = lexicon.us_titles()
    low = " ".join(title.lower().replace("’", "'").split())
    if low in known or low in ("department spokesman", "department spokesperson"):
        return True
    if _AT_A_POST.match(title):
        return True
    words = low.replace(",", " ").split()
    offices = mapping("us_offices", "form", "office")
    if any(word in offices or _SYMBOL.fullmatch(word) for word in words):
        return True
    return any(
        " ".join(words[i:j]) in known for i in range(len(words)) for j in range(i + 1, min(i + 4, len(words)) + 1)
    )
