"""A field of a cable crosses every room: here the test names the row that was forgotten."""

from __future__ import annotations

from dataclasses import fields

import pytest
import rdflib

from cablerdf.model import Cable, SourceDocument
from cablerdf.parse.draft import Draft
from cablerdf.rdf.properties import PROPERTIES, UNMAPPED, Property
from cablerdf.rdf.terms import CAB, SCHEMES, SKOS_CONCEPT
from cablerdf.vocab.tables import asset, rows

FIELDS = sorted(field.name for field in fields(Cable))
each_field = pytest.mark.parametrize("name", FIELDS)


@each_field
def test_the_draft_has_it(name: str) -> None:
    assert name in {field.name for field in fields(Draft)}, "parse/draft.py: Draft has no such attribute"


@each_field
def test_the_json_has_it(name: str) -> None:
    keys = Cable(id=None, document=SourceDocument(name="x", text="", format="text")).to_dict().keys()
    assert {"document": "source"}.get(name, name) in keys, "model/to_dict.py: no such key"


@each_field
def test_the_mapping_has_it(name: str) -> None:
    mapped = {row.field for row in PROPERTIES} | UNMAPPED
    assert name in mapped, "rdf/properties.py: PROPERTIES has no such row"


@pytest.mark.parametrize("row", PROPERTIES, ids=lambda row: row.field)
def test_the_row_is_of_a_field_and_has_its_word(row: Property) -> None:
    assert row.field in FIELDS
    assert row.kind != "concept" or row.scheme in SCHEMES
    if row.predicate.startswith(CAB):
        graph = rdflib.Graph().parse(asset("ontology/cablerdf.ttl"))
        term = rdflib.URIRef(row.predicate)
        assert graph.value(term, rdflib.RDF.type) is not None, "ontology/cablerdf.ttl: no such term"
        concept = (term, rdflib.RDFS.range, rdflib.URIRef(SKOS_CONCEPT)) in graph
        assert concept == (row.kind == "concept"), "the term's range and the row's kind do not agree"


@pytest.mark.parametrize("field", sorted({row["field"] for row in rows("header_labels")}))
def test_a_label_leads_to_a_field(field: str) -> None:
    assert field in FIELDS, "model/cable.py: Cable has no such attribute"
