"""Who met whom: a picture of the people chosen, and the table that it is drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cablerdf.serve.pictures.force import draw
from cablerdf.serve.site import Site
from cablerdf.serve.views.search import short
from cablerdf.store.search.find import Wanted
from cablerdf.store.search.network import Choice, network
from cablerdf.store.search.network_files import edges_csv

SIZES = (30, 60, 120, 300)
ROWS = 200


def read_choice_of(base: str, given: Mapping[str, str]) -> Choice:
    """The meetings that the fields of an address ask for."""

    def year(name: str) -> str:
        text = given.get(name, "").strip()
        return text if len(text) == 4 and text.isdigit() else ""

    def thing(name: str, kind: str) -> str:
        text = given.get(name, "").strip()[:300]
        return text if not text or ":" in text else f"{base}{kind}/{text}"

    return Choice(
        since=year("since"),
        until=year("until"),
        post=thing("post", "post"),
        person=thing("person", "person"),
        country=thing("country", "place"),
    )


def read_choice(site: Site, given: Mapping[str, str]) -> tuple[Choice, int]:
    """The meetings that an address asks for, and how many people to draw."""
    size = given.get("people", "")
    return read_choice_of(site.base, given), int(size) if size.isdigit() and int(size) in SIZES else 60


def network_view(site: Site, given: Mapping[str, str]) -> dict[str, Any]:
    """The values of the network page."""
    choice, size = read_choice(site, given)
    found = network(site.index, choice, limit=size)
    labels = {node.iri: node for node in found.nodes}
    picture = draw(
        [(n.iri, n.label, n.country, n.meetings) for n in found.nodes],
        [(e.a, e.b, e.meetings) for e in found.edges],
    )
    sides = site.index.rows(
        "SELECT side, count(DISTINCT person) AS n FROM attendance WHERE side != ''"
        " GROUP BY side ORDER BY n DESC, side LIMIT 60"
    )
    names = site.labels([side for side, _ in sides])
    return {
        "template": "network.html",
        "title": "Who met whom",
        "choice": choice,
        "given": {
            "post": short(site, "post", choice.post) if choice.post else "",
            "person": short(site, "person", choice.person) if choice.person else "",
            "country": short(site, "place", choice.country) if choice.country else "",
        },
        "person_label": site.label(choice.person) if choice.person else "",
        "size": size,
        "sizes": SIZES,
        "found": found,
        "people": labels,
        "edges": found.edges[:ROWS],
        "picture": picture,
        "posts": sorted(
            ((short(site, "post", c.value), c.label) for c in site.index.facet(Wanted(), "post", 300)),
            key=lambda p: p[1],
        ),
        "countries": sorted(((short(site, "place", side), names[side]) for side, _ in sides), key=lambda c: c[1]),
        "cards": site.index.cards([cable for edge in found.edges[:ROWS] for cable in edge.cables[:3]]),
    }


def network_csv(site: Site, given: Mapping[str, str]) -> str:
    """Every edge of the chosen network as CSV."""
    choice, _size = read_choice(site, given)
    found = network(site.index, choice)
    return edges_csv(found)
