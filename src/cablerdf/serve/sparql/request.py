"""What a request asks of the endpoint, however the client sent it (SPARQL 1.1 Protocol §2.1)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from cablerdf.serve.negotiate import choose
from cablerdf.serve.sparql.results import FORMS
from cablerdf.store.base import Dataset

FIELDS = 200  # of a form: a dataset may have many graphs
KINDS = ("application/x-www-form-urlencoded", "application/sparql-query")
READ_ONLY = "This endpoint is read-only: updates are refused."


class Refused(Exception):
    """A request that is answered at once; the text says why."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """A request: its query, None where there is none, the graphs it is asked of, and how the answer is wanted."""

    query: str | None
    dataset: Dataset | None
    form: str
    download: bool
    example: str
    accept: str

    @property
    def of_a_person(self) -> bool:
        """Whether a person asks with a browser, not a program."""
        if self.form == "html":
            return True
        if any(form.is_called(self.form.lower()) for form in FORMS):
            return False
        best = choose(self.accept)
        return "text/html" in self.accept and best is not None and best.extension == "html"


async def read_fields(request: Request, limit: int) -> Fields:
    """The fields of a request.

    Raises:
        Refused: it is no query, more than one, or too long.
    """
    pairs = request.query_params.multi_items()
    if request.method == "POST":
        kind, text = await read_body(request, limit)
        if kind == "application/sparql-query":
            pairs.append(("query", text))
        else:
            try:
                pairs += parse_qsl(text, keep_blank_values=True, max_num_fields=FIELDS, errors="strict")
            except ValueError as error:
                raise Refused(400, f"The form is malformed, or has more than {FIELDS} fields.") from error
    last = dict(pairs)
    if "update" in last:
        raise Refused(403, READ_ONLY)
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) > 1:
        raise Refused(400, "There is more than one query.")
    default = tuple(value for name, value in pairs if name == "default-graph-uri")
    named = tuple(value for name, value in pairs if name == "named-graph-uri")
    return Fields(
        query=queries[0] if queries else None,
        dataset=Dataset(default, named) if default or named else None,
        form=last.get("format") or last.get("output") or last.get("results") or "",
        download=bool(last.get("download")),
        example=last.get("example", ""),
        accept=request.headers.get("accept", ""),
    )


async def read_body(request: Request, limit: int, kinds: tuple[str, ...] = KINDS) -> tuple[str, str]:
    """The media type of a body, which is one of `kinds`, and its text.

    Raises:
        Refused: it is of another type than a query has, too long, or no UTF-8.
    """
    kind, _, rest = request.headers.get("content-type", "").lower().partition(";")
    kind = kind.strip()
    if kind == "application/sparql-update":
        raise Refused(403, READ_ONLY)
    if kind not in kinds:
        raise Refused(415, f"Send a body of type {' or '.join(kinds)}.")
    _, _, charset = rest.partition("charset=")
    if charset.strip(' "') not in {"", "utf-8", "us-ascii"}:
        raise Refused(415, "Send it in UTF-8.")
    pieces: list[bytes] = []
    size = 0
    async for piece in request.stream():
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise Refused(413, f"The request is too long: at most {limit:,} bytes.")
    try:
        return kind, b"".join(pieces).decode()
    except UnicodeDecodeError as error:
        raise Refused(400, "The body is no text in UTF-8.") from error
