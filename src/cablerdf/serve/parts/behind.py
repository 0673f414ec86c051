"""The query behind a list: what a page shows, as a question that anybody can change and ask again."""

from __future__ import annotations

import re
from textwrap import dedent

from cablerdf.rdf.writers.base import quoted
from cablerdf.serve.site import Site
from cablerdf.store.questions import questions
from cablerdf.store.search.network import Choice

PLAIN_NAME = re.compile(r"[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*")
QUERIES = {
    "titles": """
        SELECT DISTINCT ?title ?issued ?cable WHERE {
          { ?part cab:participant/cab:person $thing ; cab:roleTitle ?title .
            ?meeting cab:participation ?part . ?cable cab:reports ?meeting }
          UNION { ?form cab:person $thing ; schema:jobTitle ?title . ?cable schema:mentions ?form }
          UNION { ?cable cab:classifiedBy/cab:person $thing ; cab:classifierTitle ?title }
          OPTIONAL { ?cable dcterms:issued ?issued }
        } ORDER BY ?issued ?cable ?title""",
    "met": """
        SELECT ?person ?name (COUNT(DISTINCT ?meeting) AS ?meetings) WHERE {
          { SELECT DISTINCT ?person WHERE {
              ?own cab:participant/cab:person $thing ; cab:delegation ?side . ?m cab:participation ?own, ?other .
              ?other cab:participant/cab:person ?person ; cab:delegation ?otherSide . FILTER (?side != ?otherSide) } }
          ?me cab:participant/cab:person $thing . ?meeting cab:participation ?me, ?part .
          ?part cab:participant/cab:person ?person . FILTER (?person != $thing)
          ?person foaf:name ?name .
        } GROUP BY ?person ?name ORDER BY DESC(?meetings) ?name""",
    "forms": """
        SELECT ?name ?form ?cable ?title WHERE {
          ?form cab:person $thing ; foaf:name ?name . ?cable schema:mentions ?form .
          OPTIONAL { ?cable dcterms:title ?title }
        } ORDER BY ?name ?cable""",
    "people-of-a-cable": """
        SELECT DISTINCT ?person ?name ?title WHERE {
          $thing schema:mentions ?form . ?form cab:person ?person ; foaf:name ?name .
          OPTIONAL { ?form schema:jobTitle ?title }
        } ORDER BY ?name ?title""",
    "meetings-of-a-cable": """
        SELECT ?meeting ?date ?place ?side ?name ?title WHERE {
          $thing cab:reports ?meeting .
          OPTIONAL { ?meeting schema:startDate ?date } OPTIONAL { ?meeting cab:placeName ?place }
          OPTIONAL { ?meeting cab:participation ?part . ?part cab:participantName ?name .
            OPTIONAL { ?part cab:delegation ?side } OPTIONAL { ?part cab:roleTitle ?title } }
        } ORDER BY ?meeting ?side ?name""",
    "said-in-a-cable": """
        SELECT ?name ?verb ?said ?paragraph WHERE {
          GRAPH $graph {
            ?statement cab:speakerName ?name ; cab:verb ?verb ; prov:wasDerivedFrom ?paragraph .
            OPTIONAL { ?statement cab:said ?said } }
        } ORDER BY ?paragraph""",
    "references": """
        SELECT ?label ?printed ?cable WHERE {
          $thing cab:reference ?reference . ?reference cab:printedText ?printed .
          OPTIONAL { ?reference cab:label ?label } OPTIONAL { ?reference cab:cites ?cable }
        } ORDER BY ?label""",
    "cited-by": """
        SELECT ?cable ?title ?issued WHERE {
          ?cable dcterms:references $thing .
          OPTIONAL { ?cable dcterms:title ?title } OPTIONAL { ?cable dcterms:issued ?issued }
        } ORDER BY ?issued""",
    "people": """
        SELECT ?person ?name (COUNT(DISTINCT ?cable) AS ?cables) WHERE {
          ?cable schema:mentions/cab:person ?person . ?person foaf:name ?name .
        } GROUP BY ?person ?name ORDER BY DESC(?cables) ?name LIMIT 500""",
    "organizations": """
        SELECT ?body ?name (COUNT(DISTINCT ?cable) AS ?cables) WHERE {
          ?body a cab:Organization ; skos:prefLabel ?name . ?cable schema:mentions ?body .
        } GROUP BY ?body ?name ORDER BY DESC(?cables) ?name LIMIT 500""",
    "places": """
        SELECT ?place ?name (COUNT(DISTINCT ?cable) AS ?cables) WHERE {
          ?place a cab:Place ; skos:prefLabel ?name . ?cable schema:mentions ?place .
        } GROUP BY ?place ?name ORDER BY DESC(?cables) ?name LIMIT 500""",
    "posts": """
        SELECT ?post ?name (COUNT(?cable) AS ?cables) WHERE {
          ?post a cab:Post ; skos:prefLabel ?name . OPTIONAL { ?cable dcterms:creator ?post }
        } GROUP BY ?post ?name ORDER BY DESC(?cables) ?name""",
    "topics": """
        SELECT ?topic (COUNT(?cable) AS ?cables) WHERE {
          ?cable dcterms:subject ?topic .
        } GROUP BY ?topic ORDER BY DESC(?cables) ?topic""",
}
# Lists of meetings and statements: what they select, how each of their fields narrows them, their order.
LISTED = {
    "meeting": """
        SELECT DISTINCT ?meeting ?date ?place ?cable WHERE {
          ?cable cab:reports ?meeting .
          OPTIONAL { ?cable dcterms:issued ?issued } OPTIONAL { ?meeting schema:startDate ?start }
          BIND (COALESCE(?start, ?issued) AS ?date)
          OPTIONAL { ?meeting cab:placeName ?place }$tests
        } ORDER BY DESC(?date) DESC(?meeting)""",
    "statement": """
        SELECT DISTINCT ?name ?verb ?said ?statement ?cable ?date WHERE {
          ?statement cab:verb ?verb ; prov:wasDerivedFrom ?paragraph . ?cable dcterms:hasPart ?paragraph .
          OPTIONAL { ?cable dcterms:issued ?date }
          OPTIONAL { ?statement cab:speakerName ?name } OPTIONAL { ?statement cab:said ?said }$tests
        } ORDER BY DESC(?date) ?statement""",
}
YEAR, BY_POST = "FILTER (STRSTARTS(STR(?date), $value))", "?cable dcterms:creator $value ."
TOPIC, ABOUT = "?cable dcterms:subject $value .", "?statement schema:about $value ."
NARROWED = {
    "meeting": {
        "year": YEAR,
        "post": BY_POST,
        "tag": TOPIC,
        "country": "FILTER EXISTS { ?meeting cab:participation/cab:delegation $value }",
        "person": "FILTER EXISTS { ?meeting cab:participation/cab:participant/cab:person $value }",
    },
    "statement": {
        "year": YEAR,
        "post": BY_POST,
        "tag": TOPIC,
        "person": "?statement cab:speaker/cab:person $value .",
        "place": ABOUT,
        "organization": ABOUT,
    },
}
# Lists on the pages of things: the table, and the field whose value is the thing.
OF_A_THING = {"meetings": ("meeting", "person"), "said": ("statement", "person"), "said-of": ("statement", "")}
CABLES = """
    SELECT ?cable ?title ?issued WHERE {
      ?cable $property $thing ; a cab:Cable .
      OPTIONAL { ?cable dcterms:title ?title } OPTIONAL { ?cable dcterms:issued ?issued }
    } ORDER BY DESC(?issued)"""
# How a cable reaches the values of a facet.
REACHED_BY = {
    "post": "dcterms:creator", "classification": "cab:classification", "tag": "dcterms:subject",
    "person": "schema:mentions/cab:person", "organization": "schema:mentions", "place": "schema:mentions",
}  # fmt: skip


def behind(site: Site, name: str, iri: str = "") -> str:
    """The query behind a list, of a thing where it is the list of one; `cables` are those of the thing."""
    if name in OF_A_THING:
        table, field = OF_A_THING[name]
        return listed_query(site, table, [(field or site.kind(iri), iri)])
    text = CABLES.replace("$property", REACHED_BY[site.kind(iri)]) if name == "cables" else QUERIES[name]
    query = dedent(text).strip()
    return query.replace("$thing", term(site, iri)).replace("$graph", term(site, site.graph(iri))) + "\n"


def term(site: Site, iri: str) -> str:
    """An IRI as a query has it, short where that is possible: `person:ana-reis`."""
    space, _, name = iri.rpartition("/")
    prefix = next((p for p, at in site.prefixes.items() if at == f"{space}/"), None)
    return f"{prefix}:{name}" if prefix and PLAIN_NAME.fullmatch(name) else f"<{iri}>"


def search_query(site: Site, words: list[str], facets: list[tuple[str, str]], since: str, until: str) -> str:
    """A search as a query. Its words are looked for as they stand; the search of the site knows word from part."""
    lines = ["SELECT ?cable ?title ?issued WHERE {", "  ?cable a cab:Cable ."]
    for kind, value in facets:
        if kind == "year":
            lines.append(f"  FILTER (STRSTARTS(STR(?issued), {quoted(value)}))")
        elif kind == "meeting":
            lines.append("  FILTER EXISTS { ?cable cab:reports/cab:participation/cab:participant ?anybody }")
        elif kind in REACHED_BY:
            lines.append(f"  ?cable {REACHED_BY[kind]} {term(site, value)} .")
    lines += [f"  FILTER (STR(?issued) >= {quoted(since)})"] if since else []
    lines += [f"  FILTER (STR(?issued) <= {quoted(until + '~')})"] if until else []
    for word in words:
        text = quoted(word.lower())
        lines.append("  FILTER EXISTS { ?cable dcterms:title|(dcterms:hasPart/nif:isString) ?text")
        lines.append(f"    FILTER (CONTAINS(LCASE(STR(?text)), {text})) }}")
    lines.append("  OPTIONAL { ?cable dcterms:title ?title } OPTIONAL { ?cable dcterms:issued ?issued }")
    return "\n".join([*lines, "} ORDER BY DESC(?issued)", ""])


def listed_query(site: Site, table: str, chosen: list[tuple[str, str]]) -> str:
    """A list of meetings or statements as a query."""
    tests = ""
    for field, value in chosen:
        term_ = quoted(value) if field == "year" else term(site, value)
        tests += "\n          " + NARROWED[table][field].replace("$value", term_)
    return dedent(LISTED[table].replace("$tests", tests)).strip() + "\n"


def network_query(site: Site, choice: Choice) -> str:
    """The shipped question about who met whom, of the meetings chosen."""
    where = []
    if choice.post:
        where.append(f"?meeting ^cab:reports/dcterms:creator {term(site, choice.post)} .")
    if choice.person:
        where.append(f"?meeting cab:participation/cab:participant/cab:person {term(site, choice.person)} .")
    if choice.country:
        where.append(f"?meeting cab:participation/cab:delegation {term(site, choice.country)} .")
    if choice.since or choice.until:
        where.append(
            "OPTIONAL { ?meeting schema:startDate ?day } OPTIONAL { ?meeting ^cab:reports/dcterms:issued ?issued }"
        )
        where.append("BIND (SUBSTR(STR(COALESCE(?day, ?issued)), 1, 4) AS ?year)")
    where += [f"FILTER (?year >= {quoted(choice.since)})"] if choice.since else []
    where += [f"FILTER (?year <= {quoted(choice.until)})"] if choice.until else []
    asked = questions()["who-met-whom"].asked({}, choice.within, where)
    return asked[asked.index("SELECT") :]
