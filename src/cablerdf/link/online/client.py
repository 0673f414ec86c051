"""Requests that a service need not fear: one at a time, with a contact, no faster than it wants."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Any

from cablerdf.errors import LinkError, MissingExtraError

PAUSE = 0.2  # seconds between requests
TRIES = 4  # of one request
FAILURES = 5  # in a row, after which a service counts as down
LONGEST = 120.0  # seconds that a Retry-After may ask for
BUSY = frozenset({429, 500, 502, 503, 504})
# What MediaWiki calls the same within a reply of status 200 (https://www.mediawiki.org/wiki/API:Errors_and_warnings).
BUSY_CODES = frozenset({"maxlag", "ratelimited", "readonly"})


class TooLargeError(Exception):
    """A batch that the service does not take; a smaller one may do."""


class Client:
    """An HTTP client for one service."""

    def __init__(self, contact: str, sleep: Callable[[float], None] = time.sleep) -> None:
        """Make a client.

        Args:
            contact: an address that the service can write to, as the Wikimedia User-Agent policy asks for.
            sleep: waits; for tests.

        Raises:
            MissingExtraError: httpx is not installed.
        """
        try:
            import httpx
        except ImportError as error:
            raise MissingExtraError("httpx", "link") from error
        self.httpx = httpx
        agent = f"cablerdf/{version('cablerdf')} ({contact})"
        self.http = httpx.Client(headers={"User-Agent": agent}, timeout=60.0, follow_redirects=True)
        self.sleep = sleep
        self.failures = 0

    def close(self) -> None:
        """Give the connections back."""
        self.http.close()

    def ask(self, method: str, url: str, **what: Any) -> Any:
        """The JSON that a service answers.

        Raises:
            TooLargeError: the request is too large for the service.
            LinkError: it does not answer, or no JSON.
        """
        for attempt in range(TRIES):
            if self.failures >= FAILURES:
                raise LinkError(f"{url} does not answer: giving up; what it said so far is kept, run again later")
            self.sleep(PAUSE if attempt == 0 else min(2.0**attempt, LONGEST))
            try:
                reply = self.http.request(method, url, **what)
            except self.httpx.HTTPError as error:
                self.failures += 1
                problem = str(error) or type(error).__name__
                continue
            if reply.status_code == 413:
                raise TooLargeError
            busy = f"status {reply.status_code}" if reply.status_code in BUSY else None
            found = None if busy else self.read(reply, url)
            busy = busy or busy_code(found)
            if busy is None:
                self.failures = 0
                return found
            self.failures += 1
            problem = busy
            self.sleep(wanted(reply.headers.get("Retry-After")))
        raise LinkError(f"{url} does not answer: {problem}")

    def read(self, reply: Any, url: str) -> Any:
        """The JSON of a reply; an error that stands within it, and is not for a while, counts as one."""
        if reply.status_code >= 400:
            raise LinkError(f"{url} answers with status {reply.status_code}")
        try:
            found = reply.json()
        except ValueError as error:
            raise LinkError(f"{url} answers with no JSON") from error
        if busy_code(found) is None and isinstance(found, dict) and isinstance(found.get("error"), dict):
            raise LinkError(f"{url}: {found['error'].get('info') or found['error'].get('code')}")
        return found


def busy_code(found: Any) -> str | None:
    """The code of an error that is over after a while.

    >>> busy_code({"error": {"code": "maxlag", "lag": 6.2}}), busy_code({"error": {"code": "badtoken"}}), busy_code([])
    ('maxlag', None, None)
    """
    error = found.get("error") if isinstance(found, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    return code if code in BUSY_CODES else None


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
