"""How another's server is asked: under which name, and again where a failure may pass, no sooner than it wants.

Two clients use it, and stay two: `store/client.py` logs in, sends gzip, has the timeout that its user gives, tries none
again after it, as a write may be done by then, and raises StoreError; `link/online/client.py` only reads, without a
login, has a minute, pauses before each request, asks again after a timeout too, and raises LinkError.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import httpx

TRIES = 4  # of one request
LONGEST = 120.0  # seconds that a Retry-After may ask for
BUSY = frozenset({429, 502, 503, 504})


class Retry(NamedTuple):
    """When a server is asked again, and how soon."""

    busy: Callable[[httpx.Response], object]  # true of an answer that may be another in a while
    passing: tuple[type[Exception], ...]  # what the connection raises that may pass
    pause: float  # seconds after the first failure; after each further one twice as many
    sleep: Callable[[float], None] = time.sleep


def answer(ask: Callable[[], httpx.Response], retry: Retry) -> httpx.Response:
    """The server's answer; where it stays busy or away, the last answer or the last failure."""
    for number in range(TRIES - 1):
        wait = retry.pause * 2**number
        try:
            found = ask()
        except retry.passing:
            retry.sleep(wait)
            continue
        if not retry.busy(found):
            return found
        retry.sleep(max(wait, wanted(found.headers.get("retry-after"))))
    return ask()


def agent(contact: str = "") -> str:
    """The User-Agent of every request, with an address that the server's people can write to."""
    return f"cablerdf/{version('cablerdf')} ({contact})" if contact else f"cablerdf/{version('cablerdf')}"


def wanted(header: str | None, now: float | None = None) -> float:
    """The seconds that Retry-After asks for, as a number or a date.

    >>> wanted("3"), wanted(None), wanted("99999"), wanted("Thu, 01 Jan 1970 00:00:09 GMT", now=2.0), wanted("soon")
    (3.0, 0.0, 120.0, 7.0, 0.0)
    """
    if not header or header.isdigit():
        return min(float(header or 0), LONGEST)
    try:
        at = parsedate_to_datetime(header).timestamp()
    except ValueError:
        return 0.0
    return min(max(at - (time.time() if now is None else now), 0.0), LONGEST)
