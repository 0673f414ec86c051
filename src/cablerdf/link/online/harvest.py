"""Names in, a gazetteer out: what services know of them, to be decided here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cablerdf.link.gazetteer.build import build
from cablerdf.link.gazetteer.cache import cache_folder
from cablerdf.link.gazetteer.schema import Row, is_qid
from cablerdf.link.gazetteer.wikidata import HUMAN, LICENCE
from cablerdf.link.online.cache import Cache
from cablerdf.link.online.client import Client
from cablerdf.link.online.entities import API, Entities
from cablerdf.link.online.reconcile import WIKIDATA, Answer, Service


class Online(NamedTuple):
    """Which services to ask, and who asks.

    `service` is None where the API finds names too, `api` where candidates have no more than their names; `draft` asks
    the service by the draft of version 1.0.
    """

    contact: str
    service: str | None = WIKIDATA
    api: str | None = API
    draft: bool = False


def harvest(names: Iterable[str], online: Online, say: Callable[[str], None]) -> Path:
    """A gazetteer of everybody whom the services propose for the names. What is asked stays in the cache.

    Raises:
        LinkError: a service does not answer; another run goes on where this one ended.
    """
    cache = Cache(cache_folder() / "online.sqlite")
    client = Client(online.contact)
    try:
        title, rows = gather(sorted(set(names)), online, client, cache, say)
    finally:
        client.close()
    key = sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()[:24]
    path = cache_folder() / f"online-{key}.sqlite"
    if not path.exists():
        build(rows, path, {"sources": title, "licence": LICENCE, "digest": f"sha256:{key[:16]}"})
    return path


def gather(
    wanted: list[str], online: Online, client: Client, cache: Cache, say: Callable[[str], None]
) -> tuple[str, list[Row]]:
    """What the service is called, and the rows of everybody whom it proposes."""
    title, answers = asked(wanted, online, client, cache)
    say(f"asking {title} about {len(wanted):,} names")
    proposed: dict[str, str] = {}
    for done, (_name, found) in enumerate(answers, 1):
        proposed |= {one.id: one.name for one in found if is_qid(one.id)}
        if done % 100 == 0:
            say(f"{done:,} of {len(wanted):,} names")
    return title, list(rows_of(proposed, online, client, cache))


def asked(
    wanted: list[str], online: Online, client: Client, cache: Cache
) -> tuple[str, Iterable[tuple[str, tuple[Answer, ...]]]]:
    """What is asked is called so, and answers this; by the API alone where there is no service."""
    if online.service is None:
        entities = Entities(client, cache, online.api or API)
        return entities.url, ((name, entities.named(name)) for name in wanted if name.strip())
    service = Service(online.service, client, cache, online.draft)
    title = str(service.manifest()["name"])
    return title, service.candidates(wanted, HUMAN if online.api is not None else None)


def rows_of(proposed: dict[str, str], online: Online, client: Client, cache: Cache) -> Iterable[Row]:
    """The rows of the entities that were proposed, sorted."""
    if online.api is None:
        return [Row(qid, name, source=online.service or API) for qid, name in sorted(proposed.items())]
    return sorted(Entities(client, cache, online.api).rows(sorted(proposed)))
