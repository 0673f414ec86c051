"""What pages say to search engines and reference managers: JSON-LD of schema.org, `citation_` tags."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from httpx import Client
from pyoxigraph import RdfFormat, parse
from rdflib.namespace import SDO

from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.serve.pages import answer, page_request
from cablerdf.serve.parts.structured import structured
from cablerdf.serve.site import Site
from cablerdf.serve.views.meeting import meeting_view

PAGES = {
    "/": "WebSite",
    "/about": "Dataset",
    "/cable/06LISBON2214": "Message",
    "/person/ana-reis.html": "Person",
    "/meeting/06LISBON2214-1.html": "Event",
    "/post/LISBON.html": "GovernmentOrganization",
    "/place/portugal.html": "Place",
    "/vocab/tag/PREL.html": "DefinedTerm",
}


class Head(HTMLParser):
    """The JSON-LD and the named `meta` elements of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.meta: list[tuple[str, str]] = []
        self.within = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.within = tag == "script" and given.get("type") == "application/ld+json"
        if tag == "meta" and "name" in given:
            self.meta.append((given["name"], given["content"]))

    def handle_endtag(self, tag: str) -> None:
        self.within = False

    def handle_data(self, data: str) -> None:
        if self.within:
            self.scripts.append(data)


def head(client: Client, path: str) -> Head:
    return Head(client.get(path, headers={"accept": "text/html"}).text)


def said(client: Client, path: str) -> dict[str, Any]:
    """The JSON-LD of a page."""
    (script,) = head(client, path).scripts
    found: dict[str, Any] = json.loads(script)
    return found


def terms(value: Any) -> Iterator[str]:
    """Every type and property in JSON-LD, at any depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from [inner] if name == "@type" else [] if name.startswith("@") else [name]
            yield from terms(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from terms(inner)


@pytest.mark.parametrize(("path", "kind"), PAGES.items())
def test_pages_speak_the_words_of_schema_org(client: Client, path: str, kind: str) -> None:
    found = said(client, path)
    assert (found["@context"], found["@type"]) == ("https://schema.org", kind)
    assert [term for term in terms(found) if term not in SDO] == []
    assert all(found.values())


def test_a_cable_is_a_message_with_sender_date_and_what_it_names(client: Client) -> None:
    found = said(client, "/cable/06LISBON2214")
    text = json.dumps(found | {"@context": {"@vocab": str(SDO)}})
    said_of: dict[tuple[str, str], list[str]] = {}
    for triple in parse(text, RdfFormat.JSON_LD):
        key = (triple.subject.value, triple.predicate.value.removeprefix(str(SDO)))
        said_of.setdefault(key, []).append(triple.object.value)
    iri = f"{DEFAULT_BASE}cable/06LISBON2214"
    assert said_of[iri, "sender"] == [f"{DEFAULT_BASE}post/LISBON"]
    assert said_of[iri, "dateSent"][0].startswith("2006-")
    assert {"Margaret E. Hartley", "Portugal"} <= {said_of[who, "name"][0] for who in said_of[iri, "mentions"]}
    assert all(cited.startswith(f"{DEFAULT_BASE}cable/") for cited in said_of[iri, "citation"])


def test_a_meeting_is_an_event_with_those_who_took_part(client: Client) -> None:
    found = said(client, "/meeting/06LISBON2214-1.html")
    assert found["startDate"].startswith("2006-") and found["recordedIn"]["@id"].endswith("/cable/06LISBON2214")
    assert "Margaret Hartley" in {person["name"] for person in found["attendee"]}


def test_what_is_doubtful_is_not_said(site: Site) -> None:
    values = meeting_view(site, f"{DEFAULT_BASE}meeting/06LISBON2214-1")
    assert values is not None and "Margaret Hartley" in structured(site, values)
    for participant in values["meeting"].participants:
        participant.certainty = "0.6" if participant.name == "Margaret Hartley" else participant.certainty
    assert structured(site, values) and "Margaret Hartley" not in structured(site, values)
    values["meeting"].certainty = "0.6"
    assert structured(site, values) == ""


def test_no_text_of_a_cable_ends_the_element(client: Client, script: str) -> None:
    page = client.get("/cable/06EVIL1").text
    assert said(client, "/cable/06EVIL1")["name"] == script
    assert page.count("<script") == page.count("</script>") == 2


def test_a_reference_manager_is_told_of_a_report(client: Client) -> None:
    """The names that Zotero's translator for embedded metadata reads; with them it makes a report of a page."""
    tags = dict(head(client, "/cable/06LISBON2214").meta)
    assert tags["citation_technical_report_institution"] == "Embassy Lisbon"
    assert tags["citation_technical_report_number"] == "06LISBON2214"
    assert tags["citation_publication_date"].startswith("2006/")
    assert tags["citation_public_url"] == f"{DEFAULT_BASE}cable/06LISBON2214"
    assert "citation_author" not in tags
    assert tags["citation_title"] in client.get("/cable/06LISBON2214.bib").text


def test_only_a_public_site_tells_how_it_is_searched_and_wants_to_be_found(site: Site, client: Client) -> None:
    assert "potentialAction" not in said(client, "/")
    assert ("robots", "noindex") in head(client, "/").meta
    public = Site(replace(site.settings, public_url="https://example.org/cables"), site.store, site.index)
    page = Head(bytes(answer(public, page_request("")).body).decode())
    target = json.loads(page.scripts[0])["potentialAction"]["target"]["urlTemplate"]
    assert target == "https://example.org/cables/search?q={words}"
    assert "robots" not in dict(page.meta)
