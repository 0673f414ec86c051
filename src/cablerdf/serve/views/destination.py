"""Where what was typed into the box leads straight: a cable by id or reftel, an address, an IRI, a Wikidata item."""

from __future__ import annotations

import re

from cablerdf.serve.site import Site
from cablerdf.store.search.find import Hit
from cablerdf.vocab.posts import guessed_code, id_of, post_code

CABLE_ID = re.compile(r"\d{2}[A-Za-z]{2}[A-Za-z0-9]*\d[A-Z]?")
QID = re.compile(r"Q[1-9]\d*")
SAME_AS = """SELECT DISTINCT ?thing WHERE {
  ?thing skos:exactMatch|owl:sameAs|schema:sameAs <http://www.wikidata.org/entity/$qid> } ORDER BY ?thing LIMIT 500"""
# `09BRASILIA49`, `09BRASILIA49_a.html` and `1973STATE012345_b.html`: as sites of cables end their addresses.
AT_ADDRESS_END = re.compile(
    r"(?<![A-Za-z\d])(?:19|20)?(\d\d)([A-Z]{2,40})0{0,9}([1-9]\d{0,8}[A-Z]?)(?:_[a-z])?(?:\.html?)?/?$"
)
TOKEN = re.compile(r"[^\W\d_]+|\d+")
REFTEL_WORDS = 8  # a reftel is short
YEARS = range(1960, 2030)  # a number that may be a year is not taken for a cable's without a look
CITED = "SELECT DISTINCT ?cable WHERE { VALUES ?cable { $cables } ?by dcterms:references ?cable }"


def destination(site: Site, typed: str) -> str | None:
    """The path of the one thing that was typed; None for words, and for what several things are called.

    Raises:
        LookupError: it has the form of one of these, but there is no such thing; the text says so.
    """
    text = typed.strip().strip("<>")
    if text.startswith(("http://", "https://")):
        return of_address(site, text)
    if QID.fullmatch(text):
        return of_qid(site, text)
    name = text.replace(" ", "").upper()
    if CABLE_ID.fullmatch(name):
        return of_id(site, name)
    called = cables_called(site, text)
    return f"cable/{called[0].id}" if len(called) == 1 and not may_be_a_year(text) else None


def may_be_a_year(typed: str) -> bool:
    """Whether the number of what was typed as a post and a number may be a year: `Paris 2005`."""
    read = reftel_of(typed)
    return read is not None and not read[2] and int(read[1]) in YEARS


def of_address(site: Site, address: str) -> str:
    """The path of what an address of the web tells of: an item of Wikidata, a cable at a site of cables, ours."""
    last = address.rstrip("/").rpartition("/")[2]
    path = site.path(address)
    if path is not None:
        return path
    if "wikidata.org/" in address and QID.fullmatch(last):
        return of_qid(site, last)
    cable = AT_ADDRESS_END.search(address)
    if cable is not None:
        return of_id(site, "".join(cable.groups()))
    raise LookupError(f"The address {address} does not belong to this collection, whose things begin with {site.base}")


def of_id(site: Site, name: str) -> str:
    """The path of a cable that the collection has or refers to."""
    if not known_cables(site, [name]):
        raise LookupError(f"There is no cable {name} in this collection, and none of its cables refers to it.")
    return f"cable/{name}"


def known_cables(site: Site, names: list[str]) -> list[Hit]:
    """Those of some ids that the collection has, or refers to; the latter with nothing but the id."""
    iris = [f"{site.base}cable/{name}" for name in names]
    cards = site.index.cards(iris)
    rows = site.select(CITED, cables=" ".join(f"<{iri}>" for iri in iris if iri not in cards))
    cited = {row["cable"].value for row in rows}
    bare = {iri: Hit(iri, iri.rpartition("/")[2], "", "", "", "") for iri in cited}
    return [(cards | bare)[iri] for iri in iris if iri in cards or iri in cited]


def cables_called(site: Site, typed: str) -> list[Hit]:
    """The cables that may be meant by a post and a number, with or without a year: `BRASILIA 49`."""
    read = reftel_of(typed)
    if read is None:
        return []
    post, number, year = read
    codes = dict.fromkeys(code for code in (post_code(post), guessed_code(post)) if code)
    years = [int(year)] if year else range(100)
    return known_cables(site, [id_of(year, code, number) for code in codes for year in years])


def reftel_of(typed: str) -> tuple[str, str, str] | None:
    """The post's name, the number and the year ("" where none is given) of a cable as others refer to it.

    >>> reftel_of("Brasilia 0049"), reftel_of("09 ABU DHABI 12"), reftel_of("Tokyo 1349 of 2005")
    (('Brasilia', '49', ''), ('ABU DHABI', '12', '09'), ('Tokyo', '1349', '2005'))
    >>> reftel_of("fish and 3 ships"), reftel_of("2005")
    (None, None)
    """
    found = [token for token in TOKEN.findall(typed[:200]) if token.lower() != "of"]
    numbers = [n for n, token in enumerate(found) if token.isdigit()]
    words = [token for token in found if not token.isdigit()]
    if not 2 <= len(found) <= REFTEL_WORDS or not words or not 1 <= len(numbers) <= 2:
        return None
    before, after = found[: numbers[0]], found[numbers[-1] + 1 :]
    if after or (before and len(numbers) == 2 and numbers[1] != numbers[0] + 1) or (not before and len(numbers) == 1):
        return None
    number = found[numbers[0] if before else numbers[1]]
    year = "" if len(numbers) == 1 else found[numbers[1] if before else numbers[0]]
    if len(number) > 8 or (year and len(year) not in {2, 4}):
        return None
    return " ".join(words), number.lstrip("0") or "0", year


def of_qid(site: Site, qid: str) -> str:
    """The path of what is linked to an item: of several, the one in most cables."""
    found = [row["thing"].value for row in site.select(SAME_AS, qid=qid)]
    ranked = site.index.rows_among("SELECT iri, cables FROM entity WHERE iri IN", found)
    known = [iri for iri, _ in sorted(ranked, key=lambda row: (-row[1], row[0]))]
    path = next((path for iri in (*known, *found) if (path := site.path(iri)) is not None), None)
    if path is None:
        raise LookupError(f"Nothing in this collection is linked to the Wikidata item {qid}.")
    return path
