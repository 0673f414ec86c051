"""Lists of people, organisations, places, posts and topics."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from cablerdf.serve.site import Site
from cablerdf.serve.views.search import pages_of, short
from cablerdf.store.search.find import Entity, Wanted
from cablerdf.store.search.misspelt import meant

PAGE = 60
LISTS = {
    "people": ("person", "People"),
    "organizations": ("organization", "Organisations"),
    "places": ("place", "Places"),
    "posts": ("post", "Posts"),
}


def entities_view(site: Site, name: str, page: int, words: str, country: str = "") -> dict[str, Any]:
    """A page of a list of named things, those in most cables first: all, those of a country, or those of a name."""
    kind, title = LISTS[name]
    total = site.index.count_entities(words, kind=kind, country=country)
    page = min(page, pages_of(total, PAGE))
    found = site.index.entities(words, kind=kind, country=country, limit=PAGE, offset=(page - 1) * PAGE)
    given = {"name": words, "country": short(site, "country", country) if country else ""}
    return {
        "template": "list.html",
        "title": title,
        "name": name,
        "kind": kind,
        "words": words,
        "country": (country, given["country"], site.label(country)) if country else None,
        "query": urlencode({field: value for field, value in given.items() if value}),
        "entities": found,
        "meant": [] if found else meant(site.index, words, kind=kind),
        "total": total,
        "page": page,
        "pages": pages_of(total, PAGE),
    }


def topics_view(site: Site) -> dict[str, Any]:
    """Every TAGS subject in use."""
    rows = site.index.facet(Wanted(), "tag", 5_000)
    found = [Entity(row.value, "tag", row.label, row.note, row.cables, 0) for row in rows]
    return {
        "template": "list.html",
        "title": "Topics",
        "name": "topics",
        "kind": "tag",
        "words": "",
        "country": None,
        "query": "",
        "entities": found,
        "meant": [],
        "total": len(found),
        "page": 1,
        "pages": 1,
    }
