from __future__ import annotations

from dataclasses import replace

from cablerdf.model.link import Link
from cablerdf.rdf.dataset import Dataset, dataset_iri, dataset_quads
from cablerdf.rdf.links import link_iri, link_quads, links_graph
from cablerdf.rdf.quads import Literal, integer
from cablerdf.rdf.terms import CAB, DEFAULT_BASE, OWL, SEMAPV, SSSOM, VOID, WIKIDATA

LINK = Link(
    subject=DEFAULT_BASE + "place/portugal",
    target="Q45",
    predicate=OWL + "sameAs",
    confidence=0.99,
    justification=SEMAPV + "CompositeMatching",
    tool="cablerdf",
    tool_version="0.1.0",
    subject_label="Portugal",
)


def test_a_link_is_a_mapping_with_its_confidence() -> None:
    quads = link_quads([LINK])
    said = {p: o for _, p, o, _ in quads}
    assert said[SSSOM + "object_id"] == WIKIDATA + "Q45"
    assert said[SSSOM + "confidence"] == Literal("0.99", "http://www.w3.org/2001/XMLSchema#decimal")
    assert {g for *_, g in quads} == {links_graph()}


def test_the_plain_triple_only_where_accepted() -> None:
    plain = (LINK.subject, LINK.predicate, WIKIDATA + "Q45", links_graph())
    assert plain not in link_quads([LINK])
    assert plain in link_quads([replace(LINK, accepted=True)])


def test_a_link_keeps_its_iri_and_rivals_differ() -> None:
    assert link_iri(LINK) == link_iri(replace(LINK, confidence=0.1))
    assert link_iri(LINK) != link_iri(replace(LINK, target="Q46"))
    assert link_iri(LINK) != link_iri(replace(LINK, predicate=OWL + "differentFrom"))


def test_a_dataset_tells_its_counts() -> None:
    quads = dataset_quads(Dataset(triples=12, classes={CAB + "Person": 3, CAB + "Cable": 2}))
    graph = DEFAULT_BASE + "graph/dataset"
    assert (dataset_iri(), VOID + "triples", integer(12), graph) in quads
    parts = [o for _, p, o, _ in quads if p == VOID + "class"]
    assert parts == [CAB + "Cable", CAB + "Person"]
    assert len(quads) == len(set(quads))
