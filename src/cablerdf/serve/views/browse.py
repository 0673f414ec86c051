"""Lists of people, organisations, places, posts, topics and meetings."""

from __future__ import annotations

from typing import Any

from cablerdf.serve.site import Site
from cablerdf.serve.views.meeting import meetings_of
from cablerdf.serve.views.search import pages_of
from cablerdf.store.search.find import Entity, Wanted

PAGE = 60
LISTS = {
    "people": ("person", "People"),
    "organizations": ("organization", "Organisations"),
    "places": ("place", "Places"),
    "posts": ("post", "Posts"),
}


def entities_view(site: Site, name: str, page: int, words: str) -> dict[str, Any]:
    """A page of a list of named things, those in most cables first, or those that a name finds."""
    kind, title = LISTS[name]
    if words:
        found = site.index.entities(words, kind=kind, limit=PAGE)
        total = len(found)
    else:
        total = site.counts.get(kind, 0)
        found = site.index.top(kind, PAGE, (page - 1) * PAGE)
    return {
        "template": "list.html",
        "title": title,
        "name": name,
        "kind": kind,
        "words": words,
        "entities": found,
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
        "entities": found,
        "total": len(found),
        "page": 1,
        "pages": 1,
    }


def meetings_view(site: Site, page: int) -> dict[str, Any]:
    """Meetings, newest first."""
    total = site.counts["meeting"]
    size = 25
    found = site.index.rows(
        "SELECT meeting, min(year) AS y FROM attendance GROUP BY meeting ORDER BY y DESC, meeting LIMIT ? OFFSET ?",
        size,
        (page - 1) * size,
    )
    names = " ".join(f"<{meeting}>" for meeting, _ in found)
    meetings = meetings_of(site, f"VALUES ?meeting {{ {names} }}") if found else []
    return {
        "template": "meetings.html",
        "title": "Meetings",
        "meetings": sorted(meetings, key=lambda m: m.date, reverse=True),
        "cards": site.index.cards([m.cable for m in meetings]),
        "total": total,
        "page": page,
        "pages": pages_of(total, size),
    }
