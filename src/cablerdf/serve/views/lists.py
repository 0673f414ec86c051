"""Meetings and statements over the whole collection: one list for both, narrowed by its address, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from cablerdf.serve.parts.behind import listed_query
from cablerdf.serve.parts.said import said_in
from cablerdf.serve.parts.text import cable_of
from cablerdf.serve.site import Site
from cablerdf.serve.views.meeting import meetings_by_iri
from cablerdf.serve.views.search import HEADINGS, State, full, pages_of, short
from cablerdf.store.search.find import Count
from cablerdf.store.search.listed import LISTS, count, listed, values_of

PAGE = 25
OFFERED = 10  # values of a field; of the years all


class Listing(NamedTuple):
    """A list: the table that it shows, its heading, what one, many, and the people of it are called."""

    table: str
    title: str
    one: str
    many: str
    person: str


LISTINGS = {
    "meetings": Listing("meeting", "Meetings", "meeting", "meetings", "Person"),
    "statements": Listing("statement", "Who said what", "statement", "statements", "Speaker"),
}


def read_list(site: Site, name: str, given: Iterable[tuple[str, str]]) -> State:
    """The page of a list that an address asks for; values may be written short (`post=LISBON`)."""
    fields = LISTS[LISTINGS[name].table]
    pairs: set[tuple[str, str]] = set()
    page = 1
    for field, raw in given:
        text = raw.strip()[:1_000]
        if field == "page" and text.isdigit():
            page = max(1, min(int(text), 1_000_000))
        elif field == "order" and text == "oldest":
            pairs.add((field, text))
        elif field in fields and text:
            pairs.add((field, full(site, field, text)))
    return State.of(pairs, page)


def list_view(site: Site, name: str, state: State) -> dict[str, Any]:
    """The values of a page of the list."""
    listing = LISTINGS[name]
    chosen = tuple(pair for pair in state.pairs if pair[0] != "order")
    oldest_first = ("order", "oldest") in state.pairs
    total = count(site.index, listing.table, chosen)
    pages = pages_of(total, PAGE)
    page = min(state.page, pages)
    iris = listed(site.index, listing.table, chosen, limit=PAGE, offset=(page - 1) * PAGE, oldest_first=oldest_first)
    brief = State(tuple((field, short(site, field, value)) for field, value in state.pairs), page)
    headings = HEADINGS | {"person": listing.person}
    labels = site.labels([value for field, value in chosen if field != "year"])
    cards = site.index.cards({cable_of(site, iri) for iri in iris})
    return {
        "template": "listed.html",
        "title": listing.title,
        "name": name,
        "listing": listing,
        "state": brief,
        "query": brief.query(),
        "oldest_first": oldest_first,
        "other_order": brief.without("order", "oldest") if oldest_first else brief.with_("order", "oldest"),
        "chips": [
            (headings[field], labels.get(value, value), brief.without(*pair), value if field != "year" else "")
            for (field, value), pair in zip(state.pairs, brief.pairs, strict=True)
            if field != "order"
        ],
        "total": total,
        "page": page,
        "pages": pages,
        "first": (page - 1) * PAGE + 1,
        "fields": fields_of(site, listing, chosen, brief),
        "behind_it": listed_query(site, listing.table, list(chosen)),
        "meetings": meetings_by_iri(site, iris) if name == "meetings" else [],
        "statements": said_in(site, iris) if name == "statements" else [],
        "cards": cards,
        "posts": site.labels({card.post for card in cards.values() if card.post}),
        "shown": len(iris),
    }


def fields_of(
    site: Site, listing: Listing, chosen: tuple[tuple[str, str], ...], brief: State
) -> list[tuple[str, str, list[tuple[Count, str]]]]:
    """The filters on offer: field, heading, and values with the query string that has them too."""
    found = []
    for field in LISTS[listing.table]:
        counts = values_of(site.index, listing.table, chosen, field, 60 if field == "year" else OFFERED)
        rows = [
            (count, brief.with_(field, short(site, field, count.value)))
            for count in counts
            if (field, count.value) not in chosen
        ]
        found += [(field, listing.person if field == "person" else HEADINGS[field], rows)] if rows else []
    return found
