"""How a store is reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from cablerdf.errors import OptionError
from cablerdf.rdf.iris import check_base
from cablerdf.rdf.terms import DEFAULT_BASE

Method = Literal["auto", "graph-store", "update"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The base of the IRIs in a store; the rest is for a server, where None and `auto` are found out by asking it.

    One is let in by a name with a password (basic or digest, as the server asks), or by a token. `merge` tells whether
    the default graph must be kept as the merge of the named graphs, `batch` how many graphs go in one request.
    """

    base: str = DEFAULT_BASE
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    layout: str | None = None
    method: Method = "auto"
    merge: bool | None = None
    batch: int = 50
    timeout: float = 120.0

    def __post_init__(self) -> None:
        checked_base(self.base)


def checked_base(base: str) -> str:
    """The base itself.

    Raises:
        OptionError: no IRI can begin with it.
    """
    try:
        return check_base(base)
    except ValueError as error:
        raise OptionError(str(error)) from error
