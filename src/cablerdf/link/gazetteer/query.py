"""A query for the Wikidata Query Service whose CSV result is a gazetteer."""

from __future__ import annotations

import re

from cablerdf.errors import OptionError

QID = re.compile(r"Q[1-9][0-9]*")

# Columns of `schema.Row`; one row a person, positions and aliases joined by `|`.
TEMPLATE = """\
# People who held a position, with its dates, in the columns of a cablerdf gazetteer.
# Run it at https://query.wikidata.org/, download the result as CSV, then:
#     cablerdf gazetteer build query.csv -o gazetteer.sqlite
PREFIX bd: <http://www.bigdata.com/rdf#>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?qid (SAMPLE(?name) AS ?label) (GROUP_CONCAT(DISTINCT ?alias; separator="|") AS ?aliases)
  ("person" AS ?type) (SAMPLE(?iso) AS ?country)
  (GROUP_CONCAT(DISTINCT ?held; separator="|") AS ?positions) ("" AS ?start) ("" AS ?end)
  ("wikidata query" AS ?source)
WHERE {
  VALUES ?land { LANDS }
  ?land wdt:P297 ?code .
  BIND (LCASE(?code) AS ?iso)
  ?person wdt:P27 ?land ; wdt:P31 wd:Q5 ; p:P39 ?statement ; rdfs:label ?name .
  FILTER (LANG(?name) = "en")
  ?statement ps:P39 ?position .
  ?position rdfs:label ?title .
  FILTER (LANG(?title) = "en")
  OPTIONAL { ?statement pq:P580 ?from }
  OPTIONAL { ?statement pq:P582 ?to }
  FILTER (!BOUND(?to) || YEAR(?to) >= SINCE)
  FILTER (!BOUND(?from) || YEAR(?from) <= UNTIL)
  OPTIONAL { ?person skos:altLabel ?alias . FILTER (LANG(?alias) = "en") }
  BIND (STRAFTER(STR(?person), "entity/") AS ?qid)
  BIND (CONCAT(STR(?title), "@", COALESCE(STRBEFORE(STR(?from), "T"), ""), "/",
    COALESCE(STRBEFORE(STR(?to), "T"), "")) AS ?held)
}
GROUP BY ?qid
"""


def query(countries: tuple[str, ...], since: int, until: int) -> str:
    """The SPARQL, ready to be run.

    Args:
        countries: their QIDs; one or a few, for the service gives a query a minute.
        since: leave out positions that ended before this year.
        until: and those that began after this one.

    Raises:
        OptionError: a country is no QID.
    """
    for one in countries:
        if not QID.fullmatch(one):
            raise OptionError(f"{one!r} is no QID of a country; Japan is Q17")
    lands = " ".join(f"wd:{one}" for one in countries)
    return TEMPLATE.replace("LANDS", lands).replace("SINCE", str(since)).replace("UNTIL", str(until))
