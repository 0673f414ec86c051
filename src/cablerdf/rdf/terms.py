"""The namespaces, the prefixes and the words that the mapping uses."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CAB = "https://w3id.org/cablerdf/ontology#"
VOCAB = "https://w3id.org/cablerdf/vocab/"
DEFAULT_BASE = "https://w3id.org/cablerdf/id/"

DCAT = "http://www.w3.org/ns/dcat#"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SEMAPV = "https://w3id.org/semapv/vocab/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SSSOM = "https://w3id.org/sssom/"
VANN = "http://purl.org/vocab/vann/"
VOID = "http://rdfs.org/ns/void#"
WIKIDATA = "http://www.wikidata.org/entity/"
XSD = "http://www.w3.org/2001/XMLSchema#"

REUSED: Mapping[str, str] = MappingProxyType(
    {
        "cab": CAB, "dcat": DCAT, "dcterms": DCTERMS, "foaf": FOAF, "itsrdf": ITSRDF, "nif": NIF, "org": ORG,
        "owl": OWL, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "schema": SCHEMA, "semapv": SEMAPV, "skos": SKOS,
        "sssom": SSSOM, "vann": VANN, "void": VOID, "wd": WIKIDATA, "xsd": XSD,
    }
)  # fmt: skip

# The kinds of instances: each is a path segment under the base, and a prefix.
KINDS = (
    "addressing", "cable", "curator", "graph", "heading", "judgement", "link", "meeting", "mention", "organization",
    "paragraph", "participation", "passage", "person", "place", "post", "problem", "reference", "source", "statement",
    "title",
)  # fmt: skip

# The concept schemes: each is a path segment under VOCAB, and a prefix.
SCHEMES = (
    "caveat", "classification", "function", "method", "paragraph-kind", "place-kind", "portion-marking",
    "precedence", "reason", "reference-kind", "severity", "speaker-kind", "tag",
)  # fmt: skip

# Prefixes that no cable's own statements use, and those that only its links do.
NEVER_IN_CABLES = frozenset({"curator", "dcat", "judgement", "org", "rdf", "vann", "void"})
ONLY_IN_LINKS = frozenset({"link", "owl", "semapv", "sssom", "wd"})

RDF_TYPE = RDF + "type"
SKOS_CONCEPT = SKOS + "Concept"


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Every prefix and its namespace, sorted by prefix; the instances lie under `base`.

    >>> prefixes()["paragraph"]
    'https://w3id.org/cablerdf/id/paragraph/'
    """
    kinds = {kind: f"{base}{kind}/" for kind in KINDS}
    schemes = {scheme: f"{VOCAB}{scheme}/" for scheme in SCHEMES}
    return dict(sorted({**REUSED, **kinds, **schemes}.items()))


def shortened(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI by the longest prefix that fits: `cable:05TOKYO1349`."""
    best = max(
        ((name, namespace) for name, namespace in prefixes.items() if iri.startswith(namespace)),
        key=lambda item: len(item[1]),
        default=None,
    )
    return iri if best is None or len(iri) == len(best[1]) else f"{best[0]}:{iri[len(best[1]) :]}"
