"""The reconciliation service, asked through the real server."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from httpx import Client

from cablerdf.link.online.cache import Cache
from cablerdf.link.online.client import Client as OnlineClient
from cablerdf.link.online.reconcile import Service
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.serve.site import Site
from cablerdf.store.search.find import Entity


def asked(client: Client, **queries: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Name of a query to its candidates."""
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    return {name: found["result"] for name, found in answer.json().items()}


@pytest.fixture(scope="module")
def person(site: Site) -> Entity:
    """The most named person whose full name nobody else has."""
    people = site.index.entities("", kind="person", limit=500)
    return next(
        p for p in people if " " in p.label and p.note and site.index.count_entities(p.label, kind="person") == 1
    )


def test_the_manifest_tells_what_there_is_and_every_address_in_it_answers(client: Client, site: Site) -> None:
    told = client.get("/reconcile")
    manifest = told.json()
    assert manifest["versions"] == ["0.2"] and manifest["identifierSpace"] == site.base
    assert [kind["id"] for kind in manifest["defaultTypes"]] == ["Person", "Organization", "Place"]
    assert told.headers["access-control-allow-origin"] == "*"
    assert client.get(manifest["view"]["url"].replace("{{id}}", "person/ana-reis")).status_code == 303
    assert client.get(manifest["preview"]["url"].replace("{{id}}", "person/ana-reis")).status_code == 200
    assert set(manifest["suggest"]) == {"entity", "property", "type"}
    for (what, service), prefix in zip(manifest["suggest"].items(), ("p", "", "pl"), strict=True):
        at = service["service_url"] + service["service_path"]
        assert at.endswith(f"/{what}")
        found = client.get(at, params={"prefix": prefix}).json()["result"]
        assert found and all(one["id"] and one["name"] for one in found)


def test_one_exact_name_matches_and_the_id_leads_to_the_page(client: Client, site: Site, person: Entity) -> None:
    family = person.label.split()[-1]
    turned = f"{family}, {person.label.removesuffix(family).strip()}"
    found = asked(client, a={"query": person.label, "type": "Person"}, b={"query": turned}, c={"query": family})
    first = found["a"][0]
    assert site.base + first["id"] == person.iri and first["score"] == 100 and first["match"] is True
    assert first["type"] == [{"id": "Person", "name": "Person"}] and person.note in first["description"]
    assert found["b"][0]["id"] == first["id"] and found["b"][0]["match"] is True
    assert not any(one["match"] for one in found["c"])  # a family name alone is nobody's exact name
    assert client.get(f"/{first['id']}.html").status_code == 200


def test_namesakes_and_misspellings_do_not_match(client: Client, person: Entity) -> None:
    misspelt = person.label[:-1] + ("x" if person.label[-1] != "x" else "y")
    found = asked(client, a={"query": misspelt, "limit": 3}, b={"query": "nobody of that name zzzz"}, c={"query": "…"})
    assert found["b"] == found["c"] == []
    assert len(found["a"]) <= 3 and all(0 <= one["score"] < 100 and not one["match"] for one in found["a"])
    assert person.label in [one["name"] for one in found["a"]]


def test_a_country_decides_between_namesakes(client: Client, person: Entity) -> None:
    own, other = (
        {"query": person.label, "type": ["Person"], "properties": [{"pid": "country", "v": value}]}
        for value in ({"id": "place/" + person.note.lower().replace(" ", "-")}, ["Nowhere"])
    )
    found = asked(client, own=own, other=other)
    assert found["own"][0]["match"] is True and found["own"][0]["score"] == 100
    assert not any(one["match"] for one in found["other"]) and found["other"][0]["score"] < 100
    features = [{one["id"]: one["value"] for one in found[name][0]["features"]} for name in ("own", "other")]
    assert features == [{"name": 100, "cables": person.cables}] * 2  # what the score is made of, country aside


def test_a_batch_is_answered_by_get_too_in_its_order(client: Client, person: Entity) -> None:
    queries = {f"q{n}": {"query": person.label, "limit": 1} for n in range(30)}
    answer = client.get("/reconcile", params={"queries": json.dumps(queries)}).json()
    assert list(answer) == list(queries) and len({json.dumps(one) for one in answer.values()}) == 1


@pytest.mark.parametrize(
    ("queries", "status", "says"),
    [
        ("{", 400, "no JSON"),
        ("[" * 5_000, 400, "no JSON"),
        ("[1]", 400, "an object of queries"),
        ('{"q": 1}', 400, "an object of queries"),
        ('{"q": {}}', 400, "q: `query`"),
        ('{"q": {"query": ["x"]}}', 400, "q: `query`"),
        ('{"q": {"query": "x", "limit": 0}}', 400, "q: `limit`"),
        ('{"q": {"query": "x", "type": "Q5"}}', 400, "Person, Organization, Place"),
        ('{"q": {"query": "x", "properties": {"pid": "country"}}}', 400, "q: `properties`"),
        (json.dumps({f"q{n}": {"query": "x"} for n in range(51)}), 413, "at most 50"),
        (json.dumps({"q": {"query": "x" * 30_000}}), 413, "at most 20,000 bytes"),
    ],
)
def test_what_makes_no_sense_is_said(client: Client, queries: str, status: int, says: str) -> None:
    answer = client.post("/reconcile", data={"queries": queries})
    assert answer.status_code == status and says in answer.json()["message"]


def test_a_body_of_another_type_is_refused(client: Client) -> None:
    assert client.post("/reconcile", json={"queries": {}}).status_code == 415
    assert client.put("/reconcile").status_code == 405
    assert client.get("/reconcile/suggest/nothing").status_code == 404


@pytest.mark.parametrize("typed", ["", "  ", '"', "a* b* c* d*", "x" * 5_000, "\x00", "<script>"])
def test_odd_letters_suggest_nothing_bad(client: Client, typed: str) -> None:
    for what in ("entity", "type", "property"):
        assert client.get(f"/reconcile/suggest/{what}", params={"prefix": typed}).status_code == 200
    assert asked(client, q={"query": typed})["q"] is not None


def test_beginnings_are_suggested(client: Client, person: Entity) -> None:
    answer = client.get("/reconcile/suggest/entity", params={"prefix": person.label[:-2]}).json()["result"]
    assert person.label in [one["name"] for one in answer]


def test_a_preview_may_be_framed_by_others_and_shows_names_as_text(client: Client) -> None:
    preview = client.get("/reconcile/preview", params={"id": "place/side-a"})
    assert "frame-ancestors *" in preview.headers["content-security-policy"]
    assert "default-src 'none'" in preview.headers["content-security-policy"]
    assert "Side &lt;u&gt;A" in preview.text and 'href="../place/side-a"' in preview.text
    assert preview.headers["x-content-type-options"] == "nosniff"
    assert client.get("/reconcile/preview", params={"id": "place/none"}).status_code == 404
    assert "frame-ancestors 'none'" in client.get("/reconcile").headers["content-security-policy"]


def test_the_client_of_link_online_understands_the_service(address: str, person: Entity, tmp_path: Path) -> None:
    with closing(OnlineClient("a@example.org")) as online:
        service = Service(f"{address}/reconcile", online, Cache(tmp_path / "cache.sqlite"))
        found = dict(service.candidates([person.label, "nobody of that name zzzz"], "Person"))
    assert found["nobody of that name zzzz"] == ()
    assert DEFAULT_BASE + found[person.label][0].id == person.iri
