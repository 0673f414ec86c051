"""The ontology is whole, free of contradictions, and has exactly the words that are used."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from cablerdf.link.identity.people import people_of
from cablerdf.model import Cable
from cablerdf.pipeline.people.rolls import roll_of
from cablerdf.rdf.context import COERCED, coercions
from cablerdf.rdf.corrections import corrections_of
from cablerdf.rdf.graph import graph_of, to_graph
from cablerdf.rdf.mapping.whole import mark_nonconforming
from cablerdf.rdf.people import PeopleMapping
from cablerdf.rdf.properties import PROPERTIES
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import CAB, DCTERMS, DEFAULT_BASE, SCHEMA, SCHEMES, prefixes
from cablerdf.rdf.vocabularies import ontology_quads, vocabulary_quads
from cablerdf.vocab.curated import Judgement
from cablerdf.vocab.tables import asset, rows

ONTOLOGY = asset("ontology")
DOMAINS = (RDFS.domain, rdflib.URIRef(SCHEMA + "domainIncludes"))
RANGES = (RDFS.range, rdflib.URIRef(SCHEMA + "rangeIncludes"))


@cache
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "cablerdf.ttl")


@cache
def vocabularies() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "vocabularies.ttl")


def terms(*kinds: rdflib.URIRef) -> list[rdflib.URIRef]:
    return sorted(t for kind in kinds for t in ontology().subjects(RDF.type, kind) if isinstance(t, rdflib.URIRef))


CLASSES = terms(OWL.Class)
OBJECTS, DATA = terms(OWL.ObjectProperty), terms(OWL.DatatypeProperty)
NAMES = [str(term).removeprefix(CAB) for term in (*CLASSES, *OBJECTS, *DATA)]


def test_metadata() -> None:
    (iri,) = ontology().subjects(RDF.type, OWL.Ontology)
    told = {str(predicate) for predicate in ontology().predicates(iri)}
    wanted = ("creator", "created", "modified", "license", "title", "description")
    assert {f"http://purl.org/dc/terms/{name}" for name in wanted} <= told
    created, modified = (ontology().value(iri, rdflib.DCTERMS[name]) for name in ("created", "modified"))
    assert created <= modified


def test_comments_are_definitions() -> None:
    """Who knows no SKOS reads the same in `rdfs:comment`."""
    definitions = set(ontology().subject_objects(SKOS.definition))
    assert len(definitions) > 90 and definitions == set(ontology().subject_objects(RDFS.comment))


def test_size() -> None:
    assert 15 <= len(CLASSES) <= 18
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_every_term_is_explained(name: str) -> None:
    term = rdflib.URIRef(CAB + name)
    for predicate in (RDFS.label, SKOS.definition, SKOS.example, RDFS.isDefinedBy):
        assert len(list(ontology().objects(term, predicate))) == 1, predicate
    definition = str(ontology().value(term, SKOS.definition))
    assert definition[0].isupper()
    assert definition.endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_turtle_of_defined_words(name: str) -> None:
    example = str(ontology().value(rdflib.URIRef(CAB + name), SKOS.example))
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes().items())
    graph = rdflib.Graph().parse(data=head + example, format="turtle")
    words = {str(t) for triple in graph for t in triple if str(t).startswith(CAB)}
    assert words <= {CAB + n for n in NAMES}
    assert len(graph) > 0


def test_every_property_says_what_it_joins() -> None:
    for term in (*OBJECTS, *DATA):
        for choices in (DOMAINS, RANGES):
            assert [p for p in choices if ontology().value(term, p) is not None] != [], term
            assert len(list(ontology().objects(term, choices[0]))) <= 1, "two domains mean both at once"


def test_every_class_is_aligned() -> None:
    for term in CLASSES:
        assert list(ontology().objects(term, RDFS.subClassOf)) != [], term


def test_no_word_is_undefined() -> None:
    used = {str(t) for triple in ontology() for t in triple if str(t).startswith(CAB)}
    assert used - {CAB} - {CAB + name for name in NAMES} == set()
    assert not any(isinstance(t, rdflib.BNode) for triple in ontology() for t in triple)


def test_version_licence_and_changes() -> None:
    iri = rdflib.URIRef(CAB.removesuffix("#"))
    version = str(ontology().value(iri, OWL.versionInfo))
    assert str(ontology().value(iri, OWL.versionIRI)).endswith("/" + version)
    assert ontology().value(iri, rdflib.DCTERMS.license) is not None
    changes = (ONTOLOGY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {version}" in changes
    assert f"{len(CLASSES)} classes, {len(OBJECTS) + len(DATA)} properties, {len(SCHEMES)} concept schemes" in changes


def curated(quads: list[Quad]) -> list[Quad]:
    """The quads with a curator's judgement of the cable's title."""
    told = Judgement(quads[0][0], DCTERMS + "title", "right", "", "", "")
    corrections = corrections_of([told], DEFAULT_BASE, "a table")
    assert corrections is not None
    return corrections.apply(quads).quads


def test_a_full_cable_uses_every_word_and_no_other(quads: list[Quad]) -> None:
    people = PeopleMapping(DEFAULT_BASE).quads(people_of([roll_of(quads, "09LISBON917")]))
    marked = [*mark_nonconforming(curated(quads)), *people]
    used = {t for s, p, o, _ in marked for t in (p, o) if isinstance(t, str) and t.startswith(CAB)}
    assert used == {CAB + name for name in NAMES}


def test_every_row_of_the_mapping_has_its_word() -> None:
    ours = {row.predicate for row in PROPERTIES if row.predicate.startswith(CAB)}
    assert ours <= {CAB + name for name in NAMES}


def test_values_are_of_the_kind_that_is_declared(quads: list[Quad]) -> None:
    data, things = {str(t) for t in DATA}, {str(t) for t in OBJECTS}
    for _s, p, o, _g in quads:
        assert (p not in things) if not isinstance(o, str) else (p not in data), p


def test_coercions_agree_with_the_ontology() -> None:
    declared = coercions()
    for term in OBJECTS:
        assert declared.get(str(term)) == "@id", term
    for term in DATA:
        ranges = [str(r) for p in RANGES for r in ontology().objects(term, p)]
        plain = len(ranges) > 1 or ranges[0].endswith("#string")
        assert declared.get(str(term)) == (None if plain else ranges[0]), term
    words = [name.removeprefix("cab:") for names in COERCED.values() for name in names.split() if name[:4] == "cab:"]
    assert set(words) <= set(NAMES)


def closed(*graphs: rdflib.Graph) -> rdflib.Graph:
    """The OWL RL closure of the graphs."""
    import owlrl

    joined = rdflib.Graph()
    for graph in graphs:
        joined += graph
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(joined)
    return joined


ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")


# Of the reused vocabularies, as published, what could contradict: FOAF 0.99, PROV-O, SKOS, NIF 2.0.
REUSED = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
foaf:Person owl:disjointWith foaf:Organization ; rdfs:subClassOf foaf:Agent .
foaf:Organization rdfs:subClassOf foaf:Agent ; owl:disjointWith foaf:Document .
prov:Entity owl:disjointWith prov:Activity .
prov:wasDerivedFrom rdfs:domain prov:Entity ; rdfs:range prov:Entity .
prov:wasAttributedTo rdfs:domain prov:Entity ; rdfs:range prov:Agent .
prov:Person rdfs:subClassOf prov:Agent .
prov:Organization rdfs:subClassOf prov:Agent .
skos:Concept owl:disjointWith skos:Collection, skos:ConceptScheme .
nif:referenceContext rdfs:range nif:Context .
nif:Context rdfs:subClassOf nif:String .
nif:Phrase rdfs:subClassOf nif:String .
"""


def test_consistent_with_a_cable_and_the_reused_vocabularies(cable: Cable) -> None:
    reused = rdflib.Graph().parse(data=REUSED, format="turtle")
    whole = closed(ontology(), reused, to_graph(cable))
    assert list(whole.subjects(RDF.type, ERROR)) == []
    ambassador = rdflib.URIRef("https://w3id.org/cablerdf/id/person/09LISBON917-jane-doe")
    assert (ambassador, RDF.type, rdflib.FOAF.Agent) in whole


def test_the_reasoner_would_find_a_contradiction(cable: Cable) -> None:
    wrong = rdflib.Graph()
    wrong.add((rdflib.URIRef("https://x.org/1"), RDF.type, rdflib.URIRef(CAB + "Person")))
    wrong.add((rdflib.URIRef("https://x.org/1"), RDF.type, rdflib.URIRef(CAB + "Place")))
    assert list(closed(ontology(), wrong).subjects(RDF.type, ERROR)) != []


def test_domains_and_ranges_infer_nothing_that_is_not_said(cable: Cable) -> None:
    """What a cable's things are, by our classes, is the same before and after reasoning, superclasses apart."""
    before = to_graph(cable)
    after = closed(ontology(), before)
    said = {(s, o) for s, o in before.subject_objects(RDF.type) if str(o).startswith(CAB)}
    types = [(s, o) for s, o in after.subject_objects(RDF.type) if str(o).startswith(CAB)]
    found = {(s, o) for s, o in types if not str(s).startswith(CAB)}
    posts = {(s, rdflib.URIRef(CAB + "Organization")) for s, o in said if str(o) == CAB + "Post"}
    others = [*before.objects(None, rdflib.URIRef(CAB + "cites")), *before.objects(None, OWL.sameAs)]
    cited = {(other, rdflib.URIRef(CAB + "Cable")) for other in others}
    assert found - said - posts - cited == set()


def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ontology_build", ONTOLOGY / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_files_are_fresh() -> None:
    for name, content in build().files().items():
        assert (ONTOLOGY / name).read_bytes() == content, f"run ontology/build.py: {name} is stale"


def test_check_tells_what_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = build()
    monkeypatch.setattr(module, "HERE", tmp_path)
    assert module.main(["--check"]) == 1
    assert module.main([]) == 0
    assert module.main(["--check"]) == 0


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own
def test_the_published_context_reads_our_json() -> None:
    published = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    document = {
        "@context": published,
        "@id": "statement:05TOKYO1349-7",
        "@type": "cab:Statement",
        "cab:speaker": "person:tsuneo-nishida-jp",
        "cab:certainty": "0.9",
        "cab:quoted": True,
    }
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    expected = """
        @prefix cab: <https://w3id.org/cablerdf/ontology#> . @prefix id: <https://w3id.org/cablerdf/id/> .
        <https://w3id.org/cablerdf/id/statement/05TOKYO1349-7> a cab:Statement ; cab:certainty 0.9 ; cab:quoted true ;
            cab:speaker <https://w3id.org/cablerdf/id/person/tsuneo-nishida-jp> ."""
    assert set(graph) == set(rdflib.Graph().parse(data=expected, format="turtle"))


def test_schemes_are_those_that_have_prefixes() -> None:
    assert tuple(row["scheme"] for row in rows("schemes")) == SCHEMES


def test_concepts_are_whole_and_of_one_scheme() -> None:
    graph = vocabularies()
    concepts = list(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) > 600
    for concept in concepts:
        for predicate in (SKOS.prefLabel, SKOS.definition, SKOS.inScheme):
            assert len(list(graph.objects(concept, predicate))) == 1, (concept, predicate)
        assert (graph.value(concept, SKOS.inScheme), RDF.type, SKOS.ConceptScheme) in graph


def test_notations_are_one_a_concept() -> None:
    """Two notations of a scheme never share an IRI."""
    pairs = [(row["scheme"], row["notation"]) for row in rows("concepts")] + [("tag", r["code"]) for r in rows("tags")]
    assert len(pairs) == len(set(pairs))
    graph = vocabularies()
    assert len(list(graph.subject_objects(SKOS.notation))) == len(pairs)
    assert all(len(list(graph.objects(s, SKOS.notation))) == 1 for s in graph.subjects(SKOS.notation))


@pytest.mark.parametrize(
    ("table", "column", "scheme"),
    [
        ("caveats", "caveat", "caveat"),
        ("classification_levels", "level", "classification"),
        ("markings", "marking", "portion-marking"),
        ("precedences", "precedence", "precedence"),
        ("functions", "function", "function"),
        ("reference_kinds", "kind", "reference-kind"),
    ],
)
def test_whatever_the_parser_may_read_has_a_concept(table: str, column: str, scheme: str) -> None:
    known = {row["notation"] for row in rows("concepts") if row["scheme"] == scheme}
    assert {row[column] for row in rows(table)} - known == set()


def test_the_values_of_the_model_have_concepts() -> None:
    from typing import get_args

    from cablerdf.model.cable import ParagraphKind, ReferenceKind
    from cablerdf.model.entity import Method
    from cablerdf.model.problem import Severity
    from cablerdf.model.statement import SpeakerKind

    known = {(row["scheme"], row["notation"]) for row in rows("concepts")}
    for scheme, values in (
        ("paragraph-kind", ParagraphKind),
        ("reference-kind", ReferenceKind),
        ("method", Method),
        ("severity", Severity),
        ("speaker-kind", SpeakerKind),
    ):
        assert {(scheme, value) for value in get_args(values)} <= known


def test_both_have_named_graphs_of_their_own() -> None:
    graphs = {g for *_, g in (*ontology_quads(), *vocabulary_quads())}
    assert graphs == {f"https://w3id.org/cablerdf/id/graph/{name}" for name in ("ontology", "vocabulary")}
    assert set(graph_of(ontology_quads())) == set(ontology())


def test_a_hierarchy_has_tops_and_no_circle() -> None:
    graph = vocabularies()
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        above = list(graph.transitive_objects(concept, SKOS.broader))[1:]
        assert concept not in above
        top = above[-1] if above else concept
        assert (top, SKOS.topConceptOf, graph.value(concept, SKOS.inScheme)) in graph
