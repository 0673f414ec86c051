"""The Reconciliation API, versions 0.1, 0.2 and the draft of 1.0: names in, candidates out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from cablerdf.errors import LinkError
from cablerdf.link.online.cache import Cache
from cablerdf.link.online.client import Client, TooLargeError

WIKIDATA = "https://wikidata.reconci.link/en/api"
BATCH = 10  # queries in one request


class Answer(NamedTuple):
    """One candidate of a service. Its score and its verdict are its own: scales differ, and we decide here."""

    id: str
    name: str
    score: float


class Version(NamedTuple):
    """How one version of the API asks and answers."""

    spoken: tuple[str, ...]  # how a manifest calls it
    query: Callable[[str, str | None, int], dict[str, Any]]
    ask: Callable[[Client, str, list[dict[str, Any]]], list[Any]]


class Service:
    """A reconciliation service; every reply is cached under its name."""

    def __init__(self, url: str, client: Client, cache: Cache, draft: bool = False, limit: int = 8) -> None:
        """A service that is asked by version 0.2, or by the draft of version 1.0."""
        self.url, self.client, self.cache, self.limit = url, client, cache, limit
        self.version = DRAFT if draft else FORMS
        self.size = BATCH

    def manifest(self) -> dict[str, Any]:
        """What the service says of itself.

        Raises:
            LinkError: it is no reconciliation service, or of another version.
        """
        found = self.cache.get(self.url, "manifest")
        if found is None:
            found = self.client.ask("GET", self.url)
            if not isinstance(found, dict) or "name" not in found:
                raise LinkError(f"{self.url} is no reconciliation service")
            self.cache.put(self.url, "manifest", found)
        versions = found.get("versions") or ["0.1"]
        if not set(self.version.spoken) & set(versions):
            raise LinkError(f"{self.url} speaks {', '.join(versions)}; {' or '.join(self.version.spoken)} is needed")
        self.size = min(BATCH, int(found.get("batchSize") or BATCH))
        return dict(found)

    def candidates(self, names: Sequence[str], kind: str | None = None) -> Iterator[tuple[str, tuple[Answer, ...]]]:
        """The candidates for each name, in the order in which they are known: from the cache first.

        Args:
            names: as printed; an empty one is left out.
            kind: the type that is wanted, in the service's own terms (`Q5` for Wikidata's humans).
        """
        asked = [name for name in dict.fromkeys(names) if name.strip()]
        missing = []
        for name in asked:
            found = self.cache.get(self.url, self.query(name, kind))
            if found is None:
                missing.append(name)
            else:
                yield name, tuple(Answer(*one) for one in found)
        for start in range(0, len(missing), self.size):
            yield from self.batch(missing[start : start + self.size], kind)

    def query(self, name: str, kind: str | None) -> dict[str, Any]:
        """One query of the protocol."""
        return self.version.query(name, kind, self.limit)

    def batch(self, names: list[str], kind: str | None) -> Iterator[tuple[str, tuple[Answer, ...]]]:
        """Ask for some names at once; a batch that is refused is halved."""
        try:
            replies = self.version.ask(self.client, self.url, [self.query(name, kind) for name in names])
        except TooLargeError as error:
            if len(names) == 1:
                raise LinkError(f"{self.url} refuses {names[0]!r} as too large") from error
            middle = len(names) // 2
            yield from self.batch(names[:middle], kind)
            yield from self.batch(names[middle:], kind)
            return
        for name, reply in zip(names, replies, strict=True):
            found = answers(reply)
            self.cache.put(self.url, self.query(name, kind), [list(one) for one in found])
            yield name, found


def form_query(name: str, kind: str | None, limit: int) -> dict[str, Any]:
    """A query of version 0.1 and 0.2."""
    return {"query": name, "limit": limit, **({"type": kind} if kind else {})}


def ask_by_form(client: Client, url: str, queries: list[dict[str, Any]]) -> list[Any]:
    """The candidates of each query, by a form with the queries under keys of ours."""
    asked = {f"q{number}": query for number, query in enumerate(queries)}
    reply = client.ask("POST", url, data={"queries": json.dumps(asked, ensure_ascii=False)})
    found = [reply.get(key) if isinstance(reply, dict) else None for key in asked]
    return [one.get("result") if isinstance(one, dict) else None for one in found]


def match_query(name: str, kind: str | None, limit: int) -> dict[str, Any]:
    """A query of the draft of version 1.0: the name is a condition like others."""
    conditions = [{"matchType": "name", "propertyValue": name, "required": True}]
    return {"limit": limit, "conditions": conditions, **({"type": kind} if kind else {})}


def ask_to_match(client: Client, url: str, queries: list[dict[str, Any]]) -> list[Any]:
    """The candidates of each query, by JSON to the match endpoint, which answers in the order of the queries."""
    reply = client.ask("POST", f"{url.rstrip('/')}/match", json={"queries": queries})
    found = reply.get("results") if isinstance(reply, dict) else None
    if not isinstance(found, list) or len(found) != len(queries):
        raise LinkError(f"{url} answers {len(queries)} queries with {len(found or [])} results")
    return [one.get("candidates") if isinstance(one, dict) else None for one in found]


FORMS = Version(("0.1", "0.2"), form_query, ask_by_form)
DRAFT = Version(("1.0-draft", "1.0"), match_query, ask_to_match)


def answers(found: Any) -> tuple[Answer, ...]:
    """The candidates of one query; a candidate without id is left out.

    >>> answers([{"id": "Q17", "name": "Japan", "score": 100, "match": True}, {"name": "?"}])
    (Answer(id='Q17', name='Japan', score=100.0),)
    """
    return tuple(
        Answer(str(one["id"]), str(one.get("name") or ""), float(one.get("score") or 0))
        for one in found or ()
        if isinstance(one, dict) and "id" in one
    )
