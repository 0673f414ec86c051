"""What a cable's own graph says, read at once: one scan of the store in place of a query for each part of the page."""

from __future__ import annotations

from collections import defaultdict

from cablerdf.serve.site import Site, tail
from cablerdf.store.base import Row

# Properties that the page of a cable shows. The rest of a graph (types, printed forms, spans of the source) is half.
SHOWN = """
  dcterms:title dcterms:issued dcterms:creator dcterms:identifier dcterms:subject dcterms:references dcterms:description
  cab:dateTimeGroup cab:messageNumber cab:classification cab:caveat cab:caption cab:executiveOrder cab:declassifyOn
  cab:classifiedBy cab:classifierTitle cab:classificationReason cab:signedBy cab:signature cab:partial cab:correctedCopy
  cab:precedence cab:postName cab:personalTag
  cab:addressee cab:addresseeName cab:forAction cab:recipient
  cab:reference cab:label cab:cites cab:inline cab:printedText
  nif:isString cab:position cab:paragraphNumber cab:portionMarking cab:kind cab:underHeading
  nif:referenceContext nif:beginIndex nif:endIndex itsrdf:taIdentRef foaf:name schema:jobTitle
  rdfs:label cab:reports cab:participation cab:participant cab:participantName cab:delegation cab:roleTitle cab:function
  cab:redacted cab:rule schema:startDate schema:location cab:placeName cab:method cab:certainty prov:wasDerivedFrom
  cab:speaker cab:speakerName cab:verb cab:said cab:spokenTo cab:spokenToName
  cab:problem cab:code cab:line"""
OWN = f"SELECT ?s ?p ?o WHERE {{ VALUES ?p {{ {SHOWN} }} VALUES ?g {{ $graphs }} GRAPH ?g {{ ?s ?p ?o }} }}"
# For data that came without a graph for each cable: the cable, its parts, and what rests on them.
REACHED = f"""SELECT DISTINCT ?s ?p ?o WHERE {{
  {{ BIND ($thing AS ?s) }}
  UNION {{ $thing dcterms:hasPart|cab:reports|cab:addressee|cab:reference|cab:problem|prov:wasDerivedFrom ?s }}
  UNION {{ $thing schema:mentions ?s . ?s a cab:Person }}
  UNION {{ $thing cab:reports/cab:participation ?s }}
  UNION {{ $thing dcterms:hasPart ?par . ?s nif:referenceContext ?par }}
  UNION {{ $thing dcterms:hasPart ?par . ?s prov:wasDerivedFrom ?par ; a cab:Statement }}
  VALUES ?p {{ {SHOWN} }} ?s ?p ?o }}"""  # constants  # nosec B608


class Facts:
    """Subject → property (by the last part of its name) → values, all as texts.

    People of a cable stand in it as those of the collection that they are.
    """

    def __init__(self, site: Site, rows: list[Row]) -> None:
        self.said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        names: dict[str, str] = {}
        triples = [(row["s"].value, row["p"].value, row["o"].value) for row in rows]
        person = site.iri("person/")
        one = site.index.people({iri for s, _, o in triples for iri in (s, o) if iri.startswith(person)})
        for subject, full, object in triples:
            name = names.get(full) or names.setdefault(full, tail(full))
            self.said[one.get(subject, subject)][name].append(one.get(object, object))

    def all(self, subject: str, name: str) -> list[str]:
        """The values of a property, sorted."""
        return sorted(self.said.get(subject, {}).get(name, ()))

    def of(self, subject: str) -> dict[str, list[str]]:
        """All properties of a subject with their values, sorted."""
        return {name: sorted(values) for name, values in self.said[subject].items()}

    def numbered(self, subject: str, name: str) -> list[str]:
        """The values of a property that are IRIs, in the order of the numbers in them."""
        return sorted(self.all(subject, name), key=order)

    def one(self, subject: str, name: str) -> str:
        """The first value of a property, "" where there is none."""
        return next(iter(self.all(subject, name)), "")

    def of_kind(self, kind: str) -> list[str]:
        """The subjects of a kind, in the order of the numbers in their IRIs."""
        return sorted((subject for subject in self.said if f"/{kind}/" in subject), key=order)


def order(iri: str) -> tuple[tuple[int, ...], str]:
    """The numbers at the end of an IRI, for sorting: `mention/05TOKYO1349-10` comes after `-9`.

    >>> order("https://w3id.org/cablerdf/id/participation/05TOKYO1349-1-10")[0]
    (1, 10)
    """
    parts = iri.rpartition("/")[2].split("-")[1:]
    return tuple(int(part) if part.isdigit() else 0 for part in parts), iri


def facts_of(site: Site, iri: str) -> Facts:
    """What the cable's named graph says; where it has none of its own, what can be reached from it."""
    found = Facts(site, site.select(OWN, iri))
    return found if iri in found.said else Facts(site, site.select(REACHED, iri))
