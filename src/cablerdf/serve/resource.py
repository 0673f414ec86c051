"""Every IRI under the base answers: which document, in which form (W3C, Cool URIs for the Semantic Web)."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote
from zlib import crc32

from starlette.requests import Request
from starlette.responses import Response

from cablerdf.rdf.iris import MENTIONS
from cablerdf.rdf.terms import KINDS, VOCAB
from cablerdf.serve.describe import describe, describe_graphs, serialize
from cablerdf.serve.negotiate import FORMS, HTML, Form, choose, split_extension
from cablerdf.serve.parts.text import anchor
from cablerdf.serve.problems import problem_page
from cablerdf.serve.programs.citation import CITATIONS, source_of
from cablerdf.serve.render import page
from cablerdf.serve.site import ONTOLOGY, Site, tail
from cablerdf.serve.views.cable import cable_view
from cablerdf.serve.views.generic import generic_view
from cablerdf.serve.views.meeting import meeting_view
from cablerdf.serve.views.ontology import ontology_view, scheme_view
from cablerdf.serve.views.person import person_view
from cablerdf.serve.views.search import neighbours, read_state
from cablerdf.serve.views.statement import statement_view
from cablerdf.serve.views.things import KINDS as THING_KINDS
from cablerdf.serve.views.things import thing_view
from cablerdf.store.search.words import words_to_mark

# Documents are sent as they are; everything else is a thing in the world, and its IRI leads on to a document.
DOCUMENTS = {"cable", "paragraph", "heading", "passage", "source", "graph"}
PARTS = {
    "paragraph", "mention", "passage", "problem", "reference", "heading", "addressing", "participation",
    "graph",
}  # fmt: skip
NO_LONGER = "SELECT ?now { $thing owl:deprecated true OPTIONAL { $thing dcterms:isReplacedBy ?now } } LIMIT 1"
BEYOND_ASCII = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")  # how clients send an IRI's other letters (RFC 3987 §3.1)
SAFE = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})+")


def resource(site: Site, request: Request) -> Response:
    """The answer to a request for an IRI of ours."""
    raw = request.scope.get("raw_path") or request.url.path.encode()
    path = raw.decode("ascii", "replace").lstrip("/")
    for extension in CITATIONS:
        if path.startswith("cable/") and path.endswith(extension) and is_ours(path):
            return citation(site, path, extension)
    stem, form = split_extension(path)
    if not is_ours(stem):
        return not_found(site, path)
    iri = site.iri(stem)
    if BEYOND_ASCII.search(stem) and not exists(site, iri):
        iri = site.iri(BEYOND_ASCII.sub(lambda match: unquote(match[0]), stem))
        if not is_iri(iri):
            return not_found(site, path)
    if site.kind(iri) and not exists(site, iri):
        return not_found(site, path)
    if site.kind(iri) == "person" and (found := no_longer(site, request, iri, form)):
        return found
    if form is not None:
        return document(site, request, stem, iri, form)
    wanted = choose(request.headers.get("accept"))
    if wanted is None:
        return not_acceptable(stem)
    if site.kind(iri) in DOCUMENTS or iri == ONTOLOGY or not site.kind(iri):
        found = document(site, request, stem, iri, wanted)
        if found.status_code == 200:
            found.headers["content-location"] = f"{stem.rpartition('/')[2]}.{wanted.extension}"
        return found
    target = f"{stem.rpartition('/')[2]}.{wanted.extension}{query_of(request)}"
    return Response(status_code=303, headers={"location": target, "vary": "Accept", "link": alternates(stem)})


def no_longer(site: Site, request: Request, iri: str, form: Form | None) -> Response | None:
    """Where a person's IRI leads that is nobody's any more, or that it is withdrawn; None of one that is somebody's."""
    rows = site.select(NO_LONGER, iri)
    if not rows:
        return None
    if "now" not in rows[0]:
        advice = "No cable of the collection names this person any more."
        return problem_page(site, f"person/{tail(iri)}", 410, "Withdrawn", advice)
    extension = f".{form.extension}" if form is not None else ""
    return Response(
        status_code=301, headers={"location": f"{tail(rows[0]['now'].value)}{extension}{query_of(request)}"}
    )


def citation(site: Site, path: str, extension: str) -> Response:
    """A cable for a reference manager."""
    source = source_of(site, site.iri(path.removesuffix(extension)))
    if source is None:
        return not_found(site, path)
    media_type, written = CITATIONS[extension]
    body = written(source).encode()
    name = f'attachment; filename="{path.rpartition("/")[2]}"'
    headers = {"content-type": media_type, "content-disposition": name, "etag": etag_of(site, body)}
    return Response(body, 200, {**headers, "cache-control": "no-cache"})


def is_ours(stem: str) -> bool:
    """Whether a path has the form of an IRI of ours, safe to be written into a query."""
    first, _, rest = stem.partition("/")
    known = (first in KINDS and rest) or (first == "vocab" and rest) or stem == "ontology"
    return bool(known and SAFE.fullmatch(stem) and "//" not in stem and ".." not in stem.split("/"))


def is_iri(text: str) -> bool:
    """Whether a text is an IRI: not every character is one's, and bytes that are no UTF-8 give none."""
    from pyoxigraph import NamedNode

    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def exists(site: Site, iri: str) -> bool:
    """Whether the store, or a shipped vocabulary, says anything of a thing."""
    if iri.startswith(VOCAB):
        return bool(describe(site, iri))
    if site.index.knows(iri):
        return True
    return bool(site.query("ASK { { $thing ?p ?o } UNION { ?s ?q $thing } UNION { GRAPH $thing { ?x ?y ?z } } }", iri))


def alternates(stem: str) -> str:
    """The Link header that names the other forms."""
    name = stem.rpartition("/")[2]
    return ", ".join(f'<{name}.{form.extension}>; rel="alternate"; type="{form.media_type}"' for form in FORMS)


def document(site: Site, request: Request, stem: str, iri: str, form: Form) -> Response:
    """One form of what there is to say about a thing; for a part of a cable, the way to the cable's page."""
    headers = {"vary": "Accept", "link": alternates(stem)}
    if form is HTML and site.kind(iri) in PARTS and (target := cable_part(site, iri)):
        return Response(status_code=303, headers={"location": target, **headers})
    if form is HTML and (one := site.index.people([iri]).get(iri)):  # a person of a cable
        return Response(status_code=303, headers={"location": f"{tail(one)}.html{query_of(request)}", **headers})
    body = html(site, request, stem, iri) if form is HTML else data(site, iri, form)
    if body is None:
        return not_found(site, stem)
    headers |= {"etag": etag_of(site, body), "cache-control": "no-cache", "content-type": form.content_type}
    return Response(body, 200, headers)


def query_of(request: Request) -> str:
    """The query of a request with its question mark; "" where there is none."""
    return f"?{request.url.query}" if request.url.query else ""


def html(site: Site, request: Request, stem: str, iri: str) -> bytes | None:
    """The page of a thing; None where nothing is known of it."""
    values = view_of(site, request, iri)
    return None if values is None else page(site, stem, {**values, "stem": stem}).encode()


def data(site: Site, iri: str, form: Form) -> bytes | None:
    """The statements about a thing; None where there are none."""
    statements = describe_graphs(site, iri) if form.graphs else describe(site, iri)
    return serialize(site, statements, form) if statements else None


def etag_of(site: Site, body: bytes) -> str:
    """A tag that changes with the content (RFC 9110 §8.8.3)."""
    return f'W/"{site.version}-{crc32(body):08x}"'


def view_of(site: Site, request: Request, iri: str) -> dict[str, Any] | None:
    """The values of the page of a thing, by its kind."""
    kind = site.kind(iri)
    query = request.query_params
    if kind == "cable":
        state = read_state(site, (pair for pair in query.multi_items() if pair[0] != "n"))
        values = cable_view(site, iri, words_to_mark(state.words))
        number = query.get("n", "")
        if values is not None:
            values["result"] = neighbours(site, state, int(number)) if number.isdigit() and len(number) < 8 else None
        return values
    if kind == "person":
        return person_view(site, iri, query)
    if iri == ONTOLOGY:
        return ontology_view(site)
    if iri.startswith(VOCAB) and "/" not in iri[len(VOCAB) :]:
        return scheme_view(site, iri)
    if kind in {"meeting", "statement"}:
        return meeting_view(site, iri) if kind == "meeting" else statement_view(site, iri)
    return thing_view(site, iri) if kind in THING_KINDS else generic_view(site, iri)


def cable_part(site: Site, iri: str) -> str | None:
    """Where the page of its cable shows a paragraph, statement or mention, relative to the part's own address.

    That of its graph, or of the graph of its mentions, is the page itself.
    """
    fragment, name, up = f"#{anchor(iri)}", iri.rpartition("/")[2], "../"
    if site.kind(iri) == "graph":
        fragment, up = "", "../../" if iri.endswith(MENTIONS) else "../"
        name = iri.removesuffix(MENTIONS).rpartition("/")[2]
    for cut in range(1, 5):
        key = name.rsplit("-", cut)[0]
        if site.index.cards([f"{site.base}cable/{key}"]):
            return f"{up}cable/{key}{fragment}"
    return None


def not_found(site: Site, path: str) -> Response:
    """A page that says what to do."""
    advice = "There is no page at this address, or the collection says nothing of such a thing."
    return problem_page(site, path, 404, "Nothing here", advice)


def not_acceptable(stem: str) -> Response:
    """What there is, for a client that wants something else."""
    lines = "".join(f"{stem.rpartition('/')[2]}.{form.extension}  {form.media_type}\n" for form in FORMS)
    headers = {"vary": "Accept", "link": alternates(stem), "content-type": "text/plain; charset=utf-8"}
    return Response(f"Not available in any form that you accept. There is:\n{lines}", 406, headers)
