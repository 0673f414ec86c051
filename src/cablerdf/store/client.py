"""HTTP to a SPARQL server: authentication, gzip, another try where that can help, plain errors."""

from __future__ import annotations

import gzip
import re
from collections.abc import Generator, Mapping

from cablerdf.errors import MissingExtraError, StoreError
from cablerdf.http import BUSY, Retry, agent, answer
from cablerdf.store.access import Access
from cablerdf.store.base import malformed

try:
    import httpx
except ImportError as missing:
    raise MissingExtraError("httpx", "store") from missing

PAUSE = 0.5  # seconds after a failure
PASSING = (httpx.NetworkError, httpx.ProtocolError, httpx.ProxyError)  # no timeout: what was sent may be done by now
SMALL = 2_000  # bytes below which gzip is not worth it


def why(error: Exception) -> str:
    """What an error says, without the system's number for it."""
    return re.sub(r"^\[Errno -?\d+\] ", "", str(error))


class AnswerChallenge(httpx.Auth):
    """Basic or digest, whichever the server's 401 asks for (RFC 7617, RFC 7616)."""

    requires_response_body = True

    def __init__(self, user: str, password: str) -> None:
        self.user, self.password = user, password
        self.digest = httpx.DigestAuth(user, password)
        self.scheme = ""

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self.scheme == "basic":
            yield from httpx.BasicAuth(self.user, self.password).auth_flow(request)
            return
        if self.scheme == "digest":
            yield from self.digest.auth_flow(request)
            return
        response = yield request
        if response.status_code != 401:
            return
        asked = response.headers.get("www-authenticate", "").lower()
        self.scheme = "digest" if asked.startswith("digest") else "basic"
        yield from self.auth_flow(request)


class Client:
    """One server's HTTP connection; every failure comes out as a StoreError."""

    def __init__(self, access: Access) -> None:
        headers = {"user-agent": agent(), "accept-encoding": "gzip"}
        auth: httpx.Auth | None = None
        if access.token:
            headers["authorization"] = f"Bearer {access.token}"
        elif access.user is not None:
            auth = AnswerChallenge(access.user, access.password or "")
        self.http = httpx.Client(headers=headers, auth=auth, timeout=access.timeout, follow_redirects=True)
        self.compress = True

    def close(self) -> None:
        self.http.close()

    def server(self, url: str) -> str:
        """What the server calls itself (the `Server` header), "" where it does not say."""
        try:
            return str(self.http.get(url).headers.get("server", ""))
        except httpx.HTTPError as error:
            raise StoreError(f"cannot reach {url}: {why(error)}") from error
        except httpx.InvalidURL as error:
            raise StoreError(f"{url}: {error}") from error

    def send(
        self, method: str, url: str, *, headers: Mapping[str, str], body: bytes = b"", timeout: float | None = None
    ) -> httpx.Response:
        """The server's answer of status 200 to 299, tried again where the failure may pass.

        Raises:
            QueryError: status 400, with the server's own words.
            StoreError: every other failure.
        """
        retry = Retry(lambda found: found.status_code in BUSY, PASSING, PAUSE)
        try:
            response = answer(lambda: self._once(method, url, headers, body, timeout), retry)
        except httpx.TimeoutException as error:
            raise StoreError(f"no answer from {url} in time") from error
        except httpx.TransportError as error:
            raise StoreError(f"cannot reach {url}: {why(error)}") from error
        except (httpx.InvalidURL, httpx.TooManyRedirects) as error:
            raise StoreError(f"{url}: {error}") from error
        return accepted(response, method, url)

    def _once(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes, timeout: float | None
    ) -> httpx.Response:
        extra = {} if timeout is None else {"timeout": timeout}
        if self.compress and len(body) > SMALL:
            packed = gzip.compress(body, 6, mtime=0)
            sent = {**headers, "content-encoding": "gzip"}
            response = self.http.request(method, url, headers=sent, content=packed, **extra)  # type: ignore[arg-type]
            if response.status_code not in {400, 415, 500, 501}:
                return response
            self.compress = False  # not understood: everything goes plain from here on
        return self.http.request(method, url, headers=headers, content=body, **extra)  # type: ignore[arg-type]


def accepted(response: httpx.Response, method: str, url: str) -> httpx.Response:
    """The response itself where it is a success; else an error that says what to do."""
    status = response.status_code
    if response.is_success:
        return response
    page = "html" in response.headers.get("content-type", "")  # for browsers
    words = "" if page else " ".join(response.text.split())[:300]
    advice = {
        401: "the server wants a name and password (or token), or refused the ones given",
        403: "the server does not allow this: is it read-only?",
        404: "no such service there: check the URL or name the layout",
        405: "the server does not take writes there: is it read-only, or is the URL the wrong service?",
        413: "the server refused a request as too large: use a smaller batch",
    }.get(status)
    if status == 400:
        raise malformed(response.text)
    if "SECURITY: No permission" in words:  # Virtuoso's refusal, sent as status 500
        advice = "the server does not allow this: is it read-only, or does its user lack the right?"
    if advice is None:
        advice = words or response.reason_phrase
    raise StoreError(f"{method} {url} answered {status}: {advice}")
