"""Which words the offices that a text tells are made of: their nouns, what stands before those, what ends them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.nationality import adjectives
from cablerdf.vocab.tables import rows

_SMALL = frozenset(("of", "for", "and", "the", "to", "in", "d"))
_CAPITALS = re.compile(r"(?<![/A-Z])[A-Z]{2,}(?![/A-Z])|\bD(?=['’])")
_WORD = re.compile(r"[A-Za-z]+")
_OURS = re.compile(r"^(?:(?:acting|u\.?s\.?|american|the|our)\s+)+|[.,;].*$", re.IGNORECASE | re.DOTALL)
_LONGEST = 4  # letters of an abbreviation that no table has
_JOINTS = (" of ", " for ", " on ", " to ", " with ", " in ", " at ", " from ")  # what an office is of, behind its noun


@cache
def heads() -> frozenset[str]:
    """The nouns that an office may have, in lower case."""
    nouns = {noun for noun in lexicon.titles("lower") | lexicon.titles("office") if " " not in noun}
    nouns -= {noun for noun in nouns if noun.endswith("men") or (noun.endswith("s") and noun[:-1] in nouns)}
    return frozenset(nouns - lexicon.titles("standing") - lexicon.titles("kin"))


@cache
def never() -> frozenset[str]:
    """Words that no office has within."""
    return (lexicon.words_of("function") | lexicon.words_of("said")) - heads() - {"post", "second", "first", "key"}


@cache
def bodies() -> frozenset[str]:
    """Words that end what an office is of, in lower case."""
    of_bodies = {word for word in lexicon.words_of("org_head") if not word.endswith("'s")}
    return frozenset(of_bodies | {"intelligence", "commerce", "affairs", "deputies", "representatives", "parliament"})


@lru_cache(maxsize=1 << 13)
def within(word: str) -> bool:
    """Whether a word may stand in an office before its noun."""
    low = word.lower()
    if low in never() or word[0].isdigit():
        return False
    return not (low.endswith(("ing", "ed")) and word[0].islower()) or low in lexicon.words_of("title_word")


@lru_cache(maxsize=1 << 13)
def is_head(word: str) -> bool:
    """Whether a word is the noun of an office: `president`, `vice-president`, `Governor-elect`."""
    low = bare(word)
    return low in heads() or low.rpartition("-")[2] in heads()


@lru_cache(maxsize=1 << 13)
def is_person_noun(word: str) -> bool:
    """Whether a word is a noun for somebody, in office or not: `Director`, `neighbor`, `A/S-equivalent`."""
    return is_head(word) or bare(word) in nouns() or word.lower().endswith("-equivalent")


@lru_cache(maxsize=1 << 13)
def bare(word: str) -> str:
    """A word as the tables have it: case, possessive, final stop, "ex-" and "-elect" taken off."""
    low = word.casefold().replace("’", "'").removesuffix("'s").rstrip(".'")
    return low.removeprefix("ex-").removesuffix("-elect").removesuffix("-designate") if "-" in low else low


@cache
def officer_forms() -> dict[str, str]:
    """Every short name of an officer of a post, in lower case → the office in full: `dcm`, `poloff`."""
    return {row["form"]: row["office"] for row in rows("officers")}


@cache
def chiefs() -> dict[str, str]:
    """Every form of the offices that one alone holds at a post → `ambassador`, `charge`, `cg` or `dcm`."""
    return {row["form"]: row["chief"] for row in rows("officers") if row["chief"]}


@lru_cache(maxsize=4096)  # the titles of many cables are the same
def office_of(title: str) -> str | None:
    """The office of a post that a title means, None for another's.

    >>> office_of("Acting DCM"), office_of("Ambassador, U.S. Embassy Tripoli"), office_of("Minister")
    ('dcm', 'ambassador', None)
    """
    return chiefs().get(" ".join(_OURS.sub("", title.strip().replace("’", "'").lower()).split()))


@cache
def american() -> frozenset[str]:
    """The offices that alone are an American's in a cable of the United States, in lower case: `ambassador`, `dcm`."""
    return frozenset(row["word"] for row in rows("statement_words") if row["set"] == "american")


@cache
def _principals() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("principals"))


def is_principal(text: str) -> bool:
    """Whether a phrase is an office that "the" alone singles out: "Deputy Secretary".

    >>> is_principal("Deputy Secretary"), is_principal("Desk")
    (True, False)
    """
    return without_article(text) in _principals()


def without_article(text: str) -> str:
    """A phrase as the tables have it: in lower case, without stops and its article."""
    words = text.casefold().replace("’", "'").replace(".", "").split()
    return " ".join(words[1:] if words[:1] in (["the"], ["an"], ["a"]) else words)


@cache
def nouns() -> frozenset[str]:
    """The nouns for one person, in lower case: those of offices, and `activist`, `banker`, `colleague`."""
    people = {row["word"] for row in rows("functional_speakers") if row["kind"] in ("person", "office")}
    return heads() | people | {row["word"] for row in rows("roster_words") if row["kind"] == "role"}


@lru_cache(maxsize=1 << 12)
def singular(title: str) -> str:
    """The title of one of several who bear it; the same where it is no plural.

    >>> singular("Senators"), singular("Heads of Foreign Affairs"), singular("advisors Ambassador")
    ('Senator', 'Head of Foreign Affairs', 'Ambassador')
    >>> singular("Assistant Secretaries"), singular("Congressmen"), singular("Charge d'Affaires")
    ('Assistant Secretary', 'Congressman', "Charge d'Affaires")
    """
    if " " in title and lexicon.known_body(title.rpartition(", ")[2]) is not None:  # "Joint Chiefs of Staff"
        return title
    end = min((at for joint in _JOINTS if (at := title.find(joint)) > 0), default=len(title))
    words = title[:end].split(" ")
    if len(words) > 1 and words[0].islower() and one_of(words[0]) != words[0]:
        del words[0]  # "advisors Ambassador Poe and ..."
    return " ".join([*words[:-1], one_of(words[-1])]) + title[end:]


@lru_cache(maxsize=1 << 12)
def one_of(word: str) -> str:
    """The noun for one person of a noun for several; the same where it is none.

    >>> one_of("secretaries"), one_of("spokesmen"), one_of("MPs"), one_of("Affairs"), one_of("Operations")
    ('secretary', 'spokesman', 'MP', 'Affairs', 'Operations')
    """
    low = word.lower()
    if low.endswith("men"):
        return word[:-2] + ("AN" if word.isupper() else "an")
    if not low.endswith("s") or len(word) < 3:
        return word
    if word[:-1].isupper() and word.endswith("s") and len(word) < 6:
        return word[:-1]
    forms = [word[:-1]] + ([word[:-3] + ("Y" if word.isupper() else "y")] if low.endswith("ies") else [])
    return next((form for form in forms if form.lower() in nouns() and low not in heads()), word)


@cache
def _spellings() -> dict[str, str]:
    """The words that titles are made of, in capitals → as they are written, an abbreviation in capitals."""
    told = [row["title"] for row in rows("titles")]
    words = {word for title in told if not title.isupper() for word in _WORD.findall(title) if not word.isupper()}
    spelt = {word.upper(): word.capitalize() for word in words | lexicon.words_of("title_word") | adjectives()}
    return spelt | {title: title for title in told if title.isupper()} | {word.upper(): word for word in _SMALL}


@lru_cache(maxsize=1 << 12)
def in_words(title: str) -> str:
    """A title as it is written, natural case for one that is printed in capitals, but for its abbreviations.

    >>> in_words("SPANISH FOREIGN MINISTER"), in_words("CHARGE D'AFFAIRES"), in_words("WHA A/S"), in_words("Deputy FM")
    ('Spanish Foreign Minister', "Charge d'Affaires", 'WHA A/S', 'Deputy FM')
    """

    def written(match: re.Match[str]) -> str:
        word = match.group()
        plain = len(word) > _LONGEST and lexicon.known_body(word) is None
        return _spellings().get(word, word.capitalize() if plain else word)

    return _CAPITALS.sub(written, title) if title.isupper() else title


def is_plural(title: str) -> bool:
    """Whether a title is that of several.

    >>> is_plural("Senators"), is_plural("Charge d'Affaires")
    (True, False)
    """
    return singular(title) != title
