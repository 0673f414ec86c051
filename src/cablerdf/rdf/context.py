"""The JSON-LD context: the prefixes, and how the plain value of a property is read.

Keys are prefixed names, the same words as in Turtle (`cab:speaker`); a kind of thing and a
property may have the same name, so shorter keys would clash with the prefixes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cablerdf.rdf.quads import XSD_BOOLEAN, XSD_DATE, XSD_DECIMAL, XSD_INDEX, XSD_INTEGER
from cablerdf.rdf.terms import DEFAULT_BASE, REUSED, prefixes

# Datatype, or "@id" for things, and the properties whose plain values are of it. Not here: texts and mixed values.
COERCED: Mapping[str, str] = MappingProxyType(
    {
        "@id": """
            cab:addressee cab:caveat cab:cites cab:classification cab:classificationReason cab:classifiedBy
            cab:country cab:delegation cab:function cab:hostCountry cab:kind cab:method cab:participant
            cab:participation cab:person cab:placeKind cab:portionMarking cab:precedence cab:problem cab:recipient
            cab:reference cab:referenceKind cab:reports cab:severity cab:signedBy cab:speaker cab:speakerKind
            cab:spokenTo cab:subjectMarking cab:title cab:underHeading dcat:distribution dcterms:creator dcterms:hasPart
            dcterms:license dcterms:references dcterms:subject itsrdf:taIdentRef
            nif:referenceContext prov:wasDerivedFrom schema:about schema:location schema:mentions skos:broader
            skos:hasTopConcept skos:inScheme skos:topConceptOf sssom:mapping_justification sssom:object_id
            sssom:predicate_id sssom:subject_id void:exampleResource void:sparqlEndpoint void:vocabulary""",
        XSD_BOOLEAN: """
            cab:collective cab:conforms cab:correctedCopy cab:derivativelyClassified cab:forAction cab:inline cab:notal
            cab:partial cab:quoted cab:redacted""",
        XSD_INTEGER: """
            cab:cables cab:line cab:paragraphNumber cab:position cab:sectionCount cab:sectionNumber
            void:distinctSubjects void:entities void:triples""",
        XSD_INDEX: "cab:sourceEnd cab:sourceStart nif:beginIndex nif:endIndex",
        XSD_DECIMAL: "cab:certainty sssom:confidence",
        XSD_DATE: "sssom:mapping_date",
    }
)


def coercions() -> dict[str, str]:
    """Predicate IRI to what a plain value of it means: `@id` or a datatype."""
    found = {}
    for coercion, names in COERCED.items():
        for name in names.split():
            prefix, _, word = name.partition(":")
            found[REUSED[prefix] + word] = coercion
    return found


def context(base: str = DEFAULT_BASE) -> dict[str, object]:
    """The context of the collection whose instances lie under `base`."""
    found: dict[str, object] = {"@version": 1.1, **prefixes(base)}
    keys = {name: coercion for coercion, names in COERCED.items() for name in names.split()}
    for name in sorted(keys):
        found[name] = {"@type": keys[name]}
    return found
