"""What Wikidata's API says: entities by QID (`wbgetentities`, fifty at a time), and by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cablerdf.link.gazetteer.json_dump import JsonDump, name_of
from cablerdf.link.gazetteer.schema import Row
from cablerdf.link.gazetteer.wikidata import LANGUAGES
from cablerdf.link.online.cache import Cache
from cablerdf.link.online.client import Client
from cablerdf.link.online.reconcile import Answer

API = "https://www.wikidata.org/w/api.php"
BATCH = 50  # ids in one request
POLITE = {"format": "json", "maxlag": "5"}  # a lagging server does not answer
LIMIT = 8  # entities by one name
HUMANS = "haswbstatement:P31=Q5"
USED = ("P27", "P31", "P39", "P106", "P279", "P569", "P570")


class Entities:
    """Entities by QID, cached."""

    def __init__(self, client: Client, cache: Cache, url: str = API) -> None:
        self.client, self.cache, self.url = client, cache, url

    def get(self, qids: Iterable[str], props: str) -> Iterator[dict[str, Any]]:
        """The entities that there are, with these of their parts."""
        missing = []
        for qid in dict.fromkeys(qids):
            found = self.cache.get(self.url, [qid, props])
            if found is None:
                missing.append(qid)
            elif found:
                yield found
        for start in range(0, len(missing), BATCH):
            part = missing[start : start + BATCH]
            asked = {
                "action": "wbgetentities", "ids": "|".join(part), "props": props,
                "languages": "|".join(LANGUAGES), "redirects": "yes", **POLITE,
            }  # fmt: skip
            reply = self.client.ask("GET", self.url, params=asked)
            for key, entity in (reply.get("entities") or {}).items():
                qid = (entity.get("redirects") or {}).get("from", key)
                found = {} if "missing" in entity else slim(entity)
                self.cache.put(self.url, [qid, props], found)
                if found:
                    yield found

    def named(self, name: str) -> tuple[Answer, ...]:
        """Whom a name may mean: labels and aliases that begin so, else people in whose item its words stand."""
        found = self.cache.get(self.url, ["named", name])
        if found is None:
            asked = {"action": "wbsearchentities", "search": name, "language": "en", "type": "item", "limit": LIMIT}
            reply = self.client.ask("GET", self.url, params=asked | POLITE)
            found = [[one["id"], one.get("label") or name, 0.0] for one in reply.get("search") or ()]
            found = found or self.searched(name)
            self.cache.put(self.url, ["named", name], found)
        return tuple(Answer(*one) for one in found)

    def searched(self, name: str) -> list[list[Any]]:
        """Items of humans that have the words of a name."""
        asked = {"action": "query", "list": "search", "srsearch": f"{name} {HUMANS}", "srlimit": LIMIT}
        reply = self.client.ask("GET", self.url, params=asked | POLITE)
        return [[one["title"], name, 0.0] for one in (reply.get("query") or {}).get("search") or ()]

    def rows(self, qids: Iterable[str]) -> Iterator[Row]:
        """The gazetteer rows of entities, their positions by name."""
        reader = JsonDump(Path(self.url))
        found = [row for entity in self.get(qids, "labels|aliases|claims") if (row := reader.row(entity)) is not None]
        held = {one.partition("@")[0] for row in found for one in row.positions.split("|") if one}
        labels = {entity["id"]: name_of(entity) for entity in self.get(sorted(held), "labels")}
        for row in found:
            parts = [one.partition("@") for one in row.positions.split("|") if one]
            yield row._replace(positions="|".join(f"{labels[q]}@{dates}" for q, _at, dates in parts if labels.get(q)))


def slim(entity: dict[str, Any]) -> dict[str, Any]:
    """The entity with the claims that are used."""
    claims = {name: value for name, value in (entity.get("claims") or {}).items() if name in USED}
    return {"id": entity["id"], "labels": entity.get("labels"), "aliases": entity.get("aliases"), "claims": claims}
