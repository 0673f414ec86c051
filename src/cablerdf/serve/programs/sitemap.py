"""What programs that walk the web are told: which pages there are, and whether they may read them."""

from __future__ import annotations

from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from cablerdf.serve.problems import problem_page
from cablerdf.serve.site import Site

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
PART = 25_000  # addresses in a part; the protocol allows 50,000
ASIDE = ("/search", "/sparql", "/network")  # what costs much and is asked by people, not walked
PAGES = ("", "about", "ontology", "people", "posts", "topics", "places", "organizations", "meetings")
# Kind of page → how many there are, and their IRIs in a lasting order.
NUMBERS = {
    "cable": "SELECT count(*) FROM cable",
    **dict.fromkeys(
        ("post", "person", "organization", "place"), "SELECT count(*) FROM entity WHERE kind = ? AND cables > 0"
    ),
}
THINGS = "SELECT iri FROM entity WHERE kind = ? AND cables > 0 ORDER BY number LIMIT ? OFFSET ?"
CABLES = "SELECT iri FROM cable ORDER BY number LIMIT ? OFFSET ?"


def robots(site: Site, _request: Request) -> Response:
    """Who may walk: nobody, until the owner says at which address the site is public."""
    public = site.settings.public_url
    if not public:
        return PlainTextResponse("# Public with --public-url.\nUser-agent: *\nDisallow: /\n")
    prefix = urlsplit(public).path
    lines = ["User-agent: *", *(f"Disallow: {prefix}{path}" for path in ASIDE), f"Sitemap: {public}/sitemap.xml"]
    return PlainTextResponse("\n".join(lines) + "\n")


def sitemap(site: Site, request: Request) -> Response:
    """The list of the parts, or with `?part=cable-2` the addresses of one part."""
    part = request.query_params.get("part", "")
    found = addresses(site, part) if part else [f"sitemap.xml?part={name}" for name in parts(site)]
    if not site.settings.public_url or not found:
        return problem_page(site, "sitemap.xml", 404, "Nothing here", "This site has no such list of pages.")
    outer, inner = ("urlset", "url") if part else ("sitemapindex", "sitemap")
    entries = (f"<{inner}><loc>{escape(f'{site.settings.public_url}/{path}')}</loc></{inner}>\n" for path in found)
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<{outer} xmlns="{SITEMAPS}">\n{"".join(entries)}</{outer}>\n'
    return Response(body, 200, {"cache-control": "no-cache"}, "application/xml")


def parts(site: Site, size: int = PART) -> list[str]:
    """The names of the parts: `pages`, and `cable-1`, `cable-2`, ... of each kind."""
    found = ["pages"]
    for kind, query in NUMBERS.items():
        ((number,),) = site.index.rows(query, *([] if kind == "cable" else [kind]))
        found += [f"{kind}-{n}" for n in range(1, -(-number // size) + 1)]
    return found


def addresses(site: Site, part: str, size: int = PART) -> list[str]:
    """The addresses in a part, relative to the site's root; none where there is no such part."""
    if part == "pages":
        return list(PAGES)
    kind, _, number = part.rpartition("-")
    if kind not in NUMBERS or not number.isdecimal() or not 1 <= int(number) <= 1_000_000:
        return []
    window = (size, size * (int(number) - 1))
    rows = site.index.rows(CABLES, *window) if kind == "cable" else site.index.rows(THINGS, kind, *window)
    paths = (site.path(iri) for (iri,) in rows)
    end = "" if kind == "cable" else ".html"
    return [quote(path, safe="/%~!$&'()*+,;=:@") + end for path in paths if path is not None]
