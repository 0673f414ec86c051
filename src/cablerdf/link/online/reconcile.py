"""The Reconciliation API, versions 0.1 and 0.2: names in, candidates out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
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


class Service:
    """A reconciliation service; every reply is cached under its name."""

    def __init__(self, url: str, client: Client, cache: Cache, limit: int = 8) -> None:
        self.url, self.client, self.cache, self.limit = url, client, cache, limit

    def manifest(self) -> dict[str, Any]:
        """What the service says of itself.

        Raises:
            LinkError: it is no reconciliation service of version 0.1 or 0.2.
        """
        found = self.cache.get(self.url, "manifest")
        if found is None:
            found = self.client.ask("GET", self.url)
            if not isinstance(found, dict) or "name" not in found:
                raise LinkError(f"{self.url} is no reconciliation service")
            versions = found.get("versions") or ["0.1"]
            if not {"0.1", "0.2"} & set(versions):
                raise LinkError(f"{self.url} speaks {', '.join(versions)}; 0.1 or 0.2 is needed")
            self.cache.put(self.url, "manifest", found)
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
        for start in range(0, len(missing), BATCH):
            yield from self.batch(missing[start : start + BATCH], kind)

    def query(self, name: str, kind: str | None) -> dict[str, Any]:
        """One query of the protocol."""
        return {"query": name, "limit": self.limit, **({"type": kind} if kind else {})}

    def batch(self, names: list[str], kind: str | None) -> Iterator[tuple[str, tuple[Answer, ...]]]:
        """Ask for some names at once; a batch that is refused is halved."""
        queries = {f"q{n}": self.query(name, kind) for n, name in enumerate(names)}
        try:
            reply = self.client.ask("POST", self.url, data={"queries": json.dumps(queries, ensure_ascii=False)})
        except TooLargeError as error:
            if len(names) == 1:
                raise LinkError(f"{self.url} refuses {names[0]!r} as too large") from error
            middle = len(names) // 2
            yield from self.batch(names[:middle], kind)
            yield from self.batch(names[middle:], kind)
            return
        for n, name in enumerate(names):
            found = answers(reply.get(f"q{n}") if isinstance(reply, dict) else None)
            self.cache.put(self.url, self.query(name, kind), [list(one) for one in found])
            yield name, found


def answers(reply: Any) -> tuple[Answer, ...]:
    """The candidates of one query; a candidate without id is left out.

    >>> answers({"result": [{"id": "Q17", "name": "Japan", "score": 100, "match": True}, {"name": "?"}]})
    (Answer(id='Q17', name='Japan', score=100.0),)
    """
    found = reply.get("result") or [] if isinstance(reply, dict) else []
    return tuple(
        Answer(str(one["id"]), str(one.get("name") or ""), float(one.get("score") or 0)) for one in found if "id" in one
    )
