"""Who met whom: a picture of the people chosen, and the table that it is drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from cablerdf.serve.parts.behind import network_query
from cablerdf.serve.pictures.force import TIES, Drawing, draw
from cablerdf.serve.site import Site, tail
from cablerdf.serve.views.search import short
from cablerdf.store.search.find import Wanted
from cablerdf.store.search.network import Choice, Network, network
from cablerdf.store.search.network_files import edges_csv

SIZES = (30, 60, 120, 300)
FIELDS = ("since", "until", "post", "country", "person", "within", "people")
NAMED = 12  # cables of a pair that the picture names


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
        within=bool(given.get("within", "").strip()),
    )


def read_choice(site: Site, given: Mapping[str, str]) -> tuple[Choice, int]:
    """The meetings that an address asks for, and how many people to draw."""
    size = given.get("people", "")
    return read_choice_of(site.base, given), int(size) if size.isdigit() and int(size) in SIZES else 60


def network_view(site: Site, given: Mapping[str, str]) -> dict[str, Any]:
    """The values of the network page."""
    choice, size = read_choice(site, given)
    found, picture = drawn(site, choice, size)
    labels = {node.iri: node for node in found.nodes}
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
        "query": urlencode(
            {name: value for name, value in {**given, "people": str(size)}.items() if name in FIELDS and value}
        ),
        "behind_it": network_query(site, choice),
        "sizes": SIZES,
        "found": found,
        "people": labels,
        # pairs of the person chosen come first
        "edges": sorted(found.edges, key=lambda edge: choice.person not in {edge.a, edge.b})[:TIES],
        "picture": picture,
        "posts": sorted(
            ((short(site, "post", c.value), c.label) for c in site.index.facet(Wanted(), "post", 300)),
            key=lambda p: p[1],
        ),
        "countries": sorted(((short(site, "place", side), names[side]) for side, _ in sides), key=lambda c: c[1]),
    }


def drawn(site: Site, choice: Choice, size: int) -> tuple[Network, Drawing]:
    """The network of so many people and its picture; the same each time."""
    found = network(site.index, choice, limit=size)
    nodes = [(node.iri, node.label, node.country, node.meetings) for node in found.nodes]
    return found, draw(nodes, [(edge.a, edge.b, edge.meetings) for edge in found.edges])


def network_json(site: Site, given: Mapping[str, str]) -> dict[str, Any]:
    """The elements of the picture for Cytoscape, in the places that the picture gives them."""
    found, picture = drawn(site, *read_choice(site, given))
    numbers = {person.iri: str(number) for number, person in enumerate(picture.people)}
    nodes = [
        {
            "data": {
                "id": numbers[person.iri],
                "label": person.label,
                "country": person.country,
                "meetings": person.meetings,
                "page": site.path(person.iri) or person.iri,
                "size": 2 * person.radius,
                "colour": person.colour,
            },
            "position": {"x": person.x, "y": person.y},
        }
        for person in picture.people
    ]
    edges = [
        {
            "data": {
                "source": numbers[edge.a],
                "target": numbers[edge.b],
                "weight": edge.meetings,
                "cables": [tail(cable) for cable in edge.cables[:NAMED]],
                "more": max(0, len(edge.cables) - NAMED),
            }
        }
        for edge in found.edges
    ]
    return {"nodes": nodes, "edges": edges}


def network_csv(site: Site, given: Mapping[str, str]) -> str:
    """Every edge of the chosen network as CSV."""
    choice, _size = read_choice(site, given)
    found = network(site.index, choice)
    return edges_csv(found)
