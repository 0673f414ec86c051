"""The only mint of IRIs.

A kind of thing is a path segment under the base, and what follows is plain ASCII:
`cable/05TOKYO1349`, `paragraph/05TOKYO1349-12`, `person/05TOKYO1349-nishida`, and `person/tsuneo-nishida` for
the person of a whole collection.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from cablerdf.latin import ascii_letters
from cablerdf.model import Cable, SourceDocument
from cablerdf.rdf import gazetteer
from cablerdf.rdf.terms import VOCAB
from cablerdf.vocab.bodies import bare, is_generic, one_form

# RFC 3987: what no IRI may hold; and of the rest we make no use of anything beyond ASCII.
FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|\\^`]')
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\U0010ffff]*[/#]")
MENTIONS = "/mentions"  # behind the IRI of a cable's graph: the graph of the mentions in it
DOTTED = re.compile(r"\b([A-Za-z])\.(?=[A-Za-z]\b)")
NOT_SLUG = re.compile(r"[^a-z0-9]+")
NOT_NOTATION = re.compile(r"[^A-Za-z0-9._]+")


def check_base(base: str) -> str:
    """The base itself, where it is an absolute ASCII IRI that ends with `/` or `#`.

    Raises:
        ValueError: it is not.
    """
    if not ABSOLUTE.fullmatch(base):
        raise ValueError(f"base {base!r}: expected an absolute IRI that ends with '/' or '#'")
    return base


@lru_cache(maxsize=16_384)
def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; a text without Latin letters or digits gives a hash of it.

    >>> slug("Núñez de O'Brien"), slug("U.S. Navy")
    ('nunez-de-obrien', 'us-navy')
    >>> slug("Владимир")
    'x-3e3fb0c6'
    """
    text = DOTTED.sub(r"\1", text)
    found = NOT_SLUG.sub("-", ascii_letters(text.replace("'", "").replace("’", ""))).strip("-")
    return found or f"x-{digest(text)[:8]}"


@lru_cache(maxsize=16_384)
def local(text: str) -> str:
    """A text as one path segment: letters, digits and `-._~` as they are, the rest percent-encoded.

    >>> local("05TOKYO1349"), local("05 TOKYO/1")
    ('05TOKYO1349', '05%20TOKYO%2F1')
    """
    return quote(text, safe="", errors="replace")


@lru_cache(maxsize=4096)
def concept(scheme: str, notation: str) -> str:
    """The IRI of a concept of a controlled vocabulary.

    >>> concept("reason", "1.4(b)"), concept("portion-marking", "S//NF")
    ('https://w3id.org/cablerdf/vocab/reason/1.4-b', 'https://w3id.org/cablerdf/vocab/portion-marking/S-NF')
    """
    name = NOT_NOTATION.sub("-", notation).strip("-.") or f"x-{digest(notation)[:8]}"
    return f"{VOCAB}{scheme}/{name}"


def digest(text: str) -> str:
    """SHA-256 of a text, in hex."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint(document: SourceDocument) -> str:
    """SHA-256 of a document's own bytes; of its text where those are not known."""
    return document.sha256 or digest(document.text)


def key_of(name: str) -> str:
    """An id as the key of a cable: without a hyphen, so that the parts of two cables never share an IRI.

    An underscore takes its place, which no client writes otherwise; one in the id itself is encoded.

    >>> key_of("05TOKYO1349"), key_of("frus1958-60v11d5"), key_of("a_b")
    ('05TOKYO1349', 'frus1958_60v11d5', 'a%5Fb')
    """
    return local(name).replace("_", "%5F").replace("-", "_")


def cable_key(cable: Cable) -> str:
    """What stands for the cable in every IRI of its own: its id, else a part of its document's hash."""
    name = cable.id.strip() if cable.id is not None else ""
    if name.strip("."):
        return key_of(name)
    return f"unidentified-{fingerprint(cable.document)[:12]}"


class Iris:
    """The IRIs of one cable and of what it names, none of them twice.

    `base` is checked by `check_base` where it comes from a user.
    """

    def __init__(self, cable: Cable, base: str) -> None:
        self.base = base
        self.key = cable_key(cable)
        self.cable = f"{base}cable/{self.key}"
        self.graph = f"{base}graph/{self.key}"
        self.mentions = self.graph + MENTIONS
        self.source = f"{base}source/{fingerprint(cable.document)[:16]}"
        self._people: set[str] = set()

    def part(self, kind: str, suffix: object) -> str:
        """A thing of this cable alone: `part("meeting", 1)` is `meeting/05TOKYO1349-1`."""
        return f"{self.base}{kind}/{self.key}-{suffix}"

    def other_cable(self, name: str) -> str:
        """Another cable, by its canonical id."""
        return f"{self.base}cable/{key_of(name)}"

    def paragraphs(self, cable: Cable) -> list[str]:
        """One IRI a paragraph: by its number, `...-12`; `...-12-2` for a second 12; `...-u1` without number."""
        seen: dict[int | None, int] = {}
        found = []
        for paragraph in cable.paragraphs:
            number = paragraph.number
            seen[number] = seen.get(number, 0) + 1
            again = "" if seen[number] == 1 else f"-{seen[number]}"
            found.append(self.part("paragraph", f"u{seen[None]}" if number is None else f"{number}{again}"))
        return found

    def person(self, name: str) -> str:
        """A person of this cable; somebody else of the same name in it gets a number.

        Who is the same person in other cables is no matter of an IRI: a collection knows that (`Collection`).
        """
        found = wanted = self.part("person", slug(name))
        again = 1
        while found in self._people:
            again += 1
            found = f"{wanted}-{again}"
        self._people.add(found)
        return found

    def organization(self, name: str, country: str | None) -> str:
        """A body: one for the whole corpus by its name, and its country where that is known.

        Of those that many countries have one of whom nobody knows whose it is stays with its cable.
        """
        home = bare(name) if country is None else gazetteer.at_home(name, country)
        known = gazetteer.body(home)
        if known is not None and not is_generic(known):
            return f"{self.base}organization/{slug(known)}"
        named = slug(one_form(known or home))
        if country is not None:
            return f"{self.base}organization/{named}-{_country_slug(country)}"
        return self.part("organization", named) if is_generic(known or home) else f"{self.base}organization/{named}"

    def office(self, name: str) -> str:
        """An addressee that is no post: its name means one office everywhere."""
        return f"{self.base}organization/{slug(gazetteer.office(name))}"

    def place(self, name: str, country: str | None = None) -> str:
        """A place, one for the whole corpus, by name and the country that it lies in; a country by its usual name."""
        known = gazetteer.country(name)
        if known is not None or country is None:
            return f"{self.base}place/{slug(known or name)}"
        return f"{self.base}place/{slug(name)}-{_country_slug(country)}"

    def post(self, code: str) -> str:
        """A diplomatic post by its code: `post/TOKYO`."""
        return f"{self.base}post/{local(code)}"


class Collection:
    """The IRIs of the people of a collection: `person/tsuneo-nishida`, with a number where it is taken.

    `taken` are ends of IRIs that earlier runs gave, to whomever.
    """

    def __init__(self, base: str, taken: Iterable[str] = ()) -> None:
        self.base = base
        self.graph = f"{base}graph/people"
        self._last: dict[str, int] = dict.fromkeys(taken, 1)  # the number given last to a name

    def person(self, name: str) -> str:
        """The IRI of one more person of a name.

        >>> people = Collection("id/")
        >>> people.person("Jane Doe"), people.person("Jane Doe"), people.person("Doe")
        ('id/person/jane-doe', 'id/person/jane-doe-2', 'id/person/doe')
        """
        wanted = slug(name)
        found, number = wanted, self._last.get(wanted, 0)
        while not number or found in self._last:
            number += 1
            found = wanted if number == 1 else f"{wanted}-{number}"
        self._last[wanted] = number
        self._last.setdefault(found, 1)
        return f"{self.base}person/{found}"

    def country(self, name: str) -> str:
        """The IRI of a country by its usual name."""
        return f"{self.base}place/{slug(gazetteer.country(name) or name)}"


def _country_slug(name: str) -> str:
    known = gazetteer.country(name) or name
    return gazetteer.country_code(known) or slug(known)
