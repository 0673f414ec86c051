"""Whom the cables of data that is there already name: out of RDF files or a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from cablerdf.errors import OptionError
from cablerdf.link.identity.roll import Roll
from cablerdf.pipeline.links.data import quads
from cablerdf.pipeline.people.rolls import CABLE, KEPT, PERSON, TYPE, Said
from cablerdf.rdf.people import PEOPLE
from cablerdf.store.access import Access
from cablerdf.store.base import holds_store, value
from cablerdf.store.open import is_url, open_store

Statement = tuple[str, str, str, str]
ASKED = f"""SELECT ?s ?p ?o ?g {{
  VALUES ?p {{ <{TYPE}> {" ".join(f"<{one}>" for one in sorted(KEPT))} }}
  GRAPH ?g {{ ?s ?p ?o }} FILTER (?p != <{TYPE}> || ?o IN (<{PERSON}>, <{CABLE}>)) }}"""


def rolls(sources: tuple[str, ...], access: Access) -> list[Roll]:
    """Whom each cable names, in RDF files as `convert` writes them, or in one store.

    Raises:
        InputError, StoreError: it cannot be read.
        OptionError: the data has no named graphs, so that nobody knows which cable says what.
    """
    said: dict[str, Said] = defaultdict(Said)
    graphs = f"{access.base}graph/"
    for subject, predicate, found, graph in statements(sources, access):
        if not graph.startswith(graphs):
            continue
        name = graph.removeprefix(graphs).partition("/")[0]
        if name == "links":  # of all cables
            name = subject.rpartition("/")[2].partition("-")[0]
        if name != PEOPLE:
            said[name].take(subject, predicate, found)
    cables = [one.roll(name) for name, one in said.items() if one.kinds[CABLE]]
    if not cables:
        raise OptionError(
            f"no cable stands in a graph of its own under {graphs}: expected N-Quads or TriG of `convert`, or a store"
        )
    return cables


def statements(sources: tuple[str, ...], access: Access) -> Iterator[Statement]:
    """What files or a store say of people."""
    (first, *others) = sources
    if others or not (is_url(first) or holds_store(Path(first))):
        yield from quads(map(Path, sources))
        return
    with open_store(first, access) as store:
        yield from ((value(row, "s"), value(row, "p"), value(row, "o"), value(row, "g")) for row in store.select(ASKED))
