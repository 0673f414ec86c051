"""A curator's corrections made in a store that is being filled, before anything else sees it."""

from __future__ import annotations

from cablerdf.errors import MissingExtraError
from cablerdf.rdf.corrections import Corrections
from cablerdf.rdf.iris import MENTIONS
from cablerdf.rdf.quads import Literal, Quad
from cablerdf.store.base import LoadOptions

try:
    import pyoxigraph as ox
except ImportError as missing:
    raise MissingExtraError("pyoxigraph", "store") from missing

PLAIN = ox.Literal("")


def amend(store: ox.Store, options: LoadOptions, *, merged: bool) -> None:
    """Correct every named graph that holds a fact judged; the default graph too, where it is the merge of them."""
    corrections = options.corrections
    if corrections is None:
        return
    for home in sorted(homes(store, corrections)):
        graphs = [ox.NamedNode(home), ox.NamedNode(home + MENTIONS)]
        before = {quad: ours(quad) for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph)}
        known = [quad for quad in before.values() if quad is not None]
        corrected = corrections.apply(sorted(known, key=repr), home.rpartition("/")[2])
        options.corrected(corrected)
        after = {theirs(quad) for quad in corrected.quads}
        kept = {quad for quad, same in before.items() if same is None} | after
        replace(store, before.keys() - kept, kept - before.keys(), merged=merged)


def homes(store: ox.Store, corrections: Corrections) -> set[str]:
    """The names of the graphs that hold something that is told of."""
    found = set()
    for fact in (*corrections.by_fact, *corrections.records):
        for quad in store.quads_for_pattern(ox.NamedNode(fact), None, None, None):
            if isinstance(quad.graph_name, ox.NamedNode):
                found.add(quad.graph_name.value.removesuffix(MENTIONS))
    return found


def replace(store: ox.Store, old: set[ox.Quad], new: set[ox.Quad], *, merged: bool) -> None:
    """Some quads in the place of others; in a merge of all graphs a triple stays while one graph says it."""
    for quad in old:
        store.remove(quad)
    store.extend(new)
    if not merged:
        return
    for quad in old:
        bare = ox.Quad(quad.subject, quad.predicate, quad.object)
        said = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if all(one == bare for one in said):
            store.remove(bare)
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in new)


def ours(quad: ox.Quad) -> Quad | None:
    """A quad as the mapping has it; None for one with a blank node or a triple in it."""
    subject, value, graph = quad.subject, quad.object, quad.graph_name
    if not isinstance(subject, ox.NamedNode) or not isinstance(graph, ox.NamedNode):
        return None
    if isinstance(value, ox.NamedNode):
        return subject.value, quad.predicate.value, value.value, graph.value
    if isinstance(value, ox.Literal):
        datatype = None if value.language or value.datatype == PLAIN.datatype else value.datatype.value
        return subject.value, quad.predicate.value, Literal(value.value, datatype, value.language), graph.value
    return None


def theirs(quad: Quad) -> ox.Quad:
    """A quad of the mapping as Oxigraph has it."""
    subject, predicate, value, graph = quad
    if isinstance(value, str):
        node: ox.NamedNode | ox.Literal = ox.NamedNode(value)
    elif value.datatype is not None:
        node = ox.Literal(value.lexical, datatype=ox.NamedNode(value.datatype))
    else:
        node = ox.Literal(value.lexical, language=value.lang)
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), node, ox.NamedNode(graph))
