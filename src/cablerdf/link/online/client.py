"""Requests that a service need not fear: one at a time, with a contact, no faster than it wants."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from cablerdf.errors import LinkError, MissingExtraError
from cablerdf.http import BUSY, Retry, agent, answer

PAUSE = 0.2  # seconds between requests
BACKOFF = 2.0  # seconds after a failure
FAILURES = 5  # in a row, after which a service counts as down
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
        self.http = httpx.Client(headers={"User-Agent": agent(contact)}, timeout=60.0, follow_redirects=True)
        self.retry = Retry(self.busy, (httpx.TransportError,), BACKOFF, sleep)
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
        try:
            reply = answer(lambda: self.once(method, url, what), self.retry)
        except self.httpx.HTTPError as error:
            raise LinkError(f"{url} does not answer: {str(error) or type(error).__name__}") from error
        if busy := self.busy(reply):
            raise LinkError(f"{url} does not answer: {busy}")
        self.failures = 0
        if reply.status_code == 413:
            raise TooLargeError
        return self.read(reply, url)

    def once(self, method: str, url: str, what: dict[str, Any]) -> Any:
        """What the service answers at once; until that is good it counts as a failure.

        Raises:
            LinkError: too many failures came before.
        """
        if self.failures >= FAILURES:
            raise LinkError(f"{url} does not answer: giving up; what it said so far is kept, run again later")
        self.retry.sleep(PAUSE)
        self.failures += 1
        return self.http.request(method, url, **what)

    def busy(self, reply: Any) -> str | None:
        """Why another try may do better, by the status or by what MediaWiki says within a reply."""
        if reply.status_code in BUSY or reply.status_code == 500:
            return f"status {reply.status_code}"
        try:
            return busy_code(reply.json())
        except ValueError:
            return None

    def read(self, reply: Any, url: str) -> Any:
        """The JSON of a reply.

        Raises:
            LinkError: it is none, or an error stands within it.
        """
        if reply.status_code >= 400:
            raise LinkError(f"{url} answers with status {reply.status_code}")
        try:
            found = reply.json()
        except ValueError as error:
            raise LinkError(f"{url} answers with no JSON") from error
        if isinstance(found, dict) and isinstance(found.get("error"), dict):
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
