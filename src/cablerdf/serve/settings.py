"""What the owner of a site decides."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.store.access import Access


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The store and its limits. Bound to loopback unless the owner says otherwise."""

    location: str
    base: str = DEFAULT_BASE
    host: str = "127.0.0.1"
    port: int = 8000
    title: str = "Diplomatic cables"
    query_seconds: float = 20.0
    query_rows: int = 10_000
    query_bytes: int = 1_000_000_000  # of memory that a process which answers queries may take
    body_bytes: int = 200_000
    cached_bytes: int = 128_000_000
    kept_bytes: int = 0  # of pages on disk, beside the search index
    workers: int = 0  # processes that make pages; 0: threads of the server's own
    warm: bool = False
    root_path: str = ""  # the path prefix that a proxy leaves on
    cors: bool = True  # whether pages of other sites may read data and answers
    public_url: str = ""  # where readers reach the site, without a slash at its end; "": it is not public
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    layout: str | None = None

    @property
    def access(self) -> Access:
        """How the store is reached."""
        return Access(
            base=self.base, user=self.user, password=self.password, token=self.token, layout=self.layout,
            timeout=self.query_seconds,
        )  # fmt: skip
