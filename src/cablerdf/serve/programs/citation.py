"""A cable as something to cite: for reference managers (CSL-JSON, BibTeX, `citation_` tags of its page)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import NamedTuple

from cablerdf.days import MONTHS
from cablerdf.serve.site import Site

SENDER = "SELECT ?name WHERE { $thing cab:postName ?name } ORDER BY ?name LIMIT 1"
SPECIAL = re.compile(r"[\\{}$&#^_~%]")
WRITTEN = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


class Source(NamedTuple):
    """What a citation says of a cable."""

    iri: str
    id: str
    title: str
    issued: str
    sender: str

    @property
    def day(self) -> list[int]:
        """Year, month and day, as far as they are known."""
        return [int(part) for part in self.issued[:10].split("-") if part.isdigit()]


def source_of(site: Site, iri: str) -> Source | None:
    """The cable as a source; None where the store has no such cable."""
    card = site.index.cards([iri]).get(iri)
    if card is None:
        return None
    rows = [] if card.post else site.select(SENDER, iri)
    sender = site.label(card.post) if card.post else rows[0]["name"].value if rows else "US Department of State"
    return Source(iri, card.id, card.title, card.issued, sender)


def csl(source: Source) -> str:
    """The source as an item of CSL-JSON, in a list as reference managers import it."""
    item = {
        "id": source.id,
        "type": "report",
        "genre": "Diplomatic cable",
        "title": source.title or source.id,
        "author": [{"literal": source.sender}],
        "number": source.id,
        **({"issued": {"date-parts": [source.day]}} if source.day else {}),
        "URL": source.iri,
    }
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def bibtex(source: Source) -> str:
    """The source as an entry of BibTeX.

    >>> print(bibtex(Source("https://example.org/1", "05A1", "TALKS & FISH", "2005-03", "Embassy Oslo")).split(",")[1])
    <BLANKLINE>
      author = {{Embassy Oslo}}
    """
    day = source.day
    fields = {
        "author": f"{{{escaped(source.sender)}}}",
        "title": f"{{{escaped(source.title or source.id)}}}",
        "howpublished": f"Diplomatic cable {escaped(source.id)}",
        **({"year": str(day[0])} if day else {}),
        **({"month": MONTHS[day[1] - 1][:3].lower()} if len(day) > 1 and 1 <= day[1] <= 12 else {}),
        **({"day": str(day[2])} if len(day) > 2 else {}),
        "url": source.iri,
    }
    lines = [f"  {name} = " + (value if name == "month" else f"{{{value}}}") for name, value in fields.items()]
    return f"@misc{{cable-{source.id},\n" + ",\n".join(lines) + "\n}\n"


def citation_tags(source: Source, keywords: list[str]) -> list[tuple[str, str]]:
    """Names and contents of the `meta` elements that Zotero and others read: a report, whose institution is the sender.

    There is no `citation_author`: readers of it take every author for a person with a family name.
    """
    day = "/".join(f"{part:02d}" for part in source.day)
    found = [
        ("citation_title", source.title or source.id),
        ("citation_publication_date", day),
        ("citation_technical_report_institution", source.sender),
        ("citation_technical_report_number", source.id),
        ("citation_public_url", source.iri),
        *(("citation_keywords", keyword) for keyword in keywords),
    ]
    return [(name, content) for name, content in found if content]


def escaped(text: str) -> str:
    """A text in which TeX's own characters stand for themselves."""
    return SPECIAL.sub(lambda match: WRITTEN.get(match[0], f"\\{match[0]}"), text)


# Extension → media type and writer.
CITATIONS: dict[str, tuple[str, Callable[[Source], str]]] = {
    ".bib": ("application/x-bibtex; charset=utf-8", bibtex),
    ".csl.json": ("application/vnd.citationstyles.csl+json", csl),
}
