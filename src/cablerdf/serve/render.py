"""Templates filled: escaping is always on, links are relative so that any path prefix works."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

import jinja2

from cablerdf.days import date
from cablerdf.serve.negotiate import RDF_FORMS
from cablerdf.serve.parts import words
from cablerdf.serve.parts.behind import behind
from cablerdf.serve.parts.marked import marked
from cablerdf.serve.parts.structured import structured
from cablerdf.serve.parts.text import anchor, cable_of
from cablerdf.serve.parts.why import in_hundred
from cablerdf.serve.site import Site, tail

SECURITY = {
    "content-security-policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


@cache
def environment() -> jinja2.Environment:
    """The templates of the package."""
    found = jinja2.Environment(
        loader=jinja2.PackageLoader("cablerdf.serve", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
    )
    found.filters |= {
        "anchor": anchor,
        "coded": words.coded,
        "date": date,
        "in_hundred": in_hundred,
        "moment": words.moment,
        "plain": words.plain,
        "sure": words.sure,
        "short": words.short,
        "tail": tail,
        "quote": quote,
        "within": words.within,
    }
    found.filters["n"] = lambda number: f"{number:,}"
    found.globals |= {"count": words.count, "RDF_FORMS": RDF_FORMS, "marked": marked}
    return found


def up(path: str) -> str:
    """The way from a path to the root of the site.

    >>> up("cable/05TOKYO1349"), up("search"), up("vocab/tag/PREL")
    ('../', './', '../../')
    """
    return "../" * path.strip("/").count("/") or "./"


def web(iri: str) -> bool:
    """Whether an IRI is an address of the web, and no script."""
    return iri.startswith(("http://", "https://"))


def page(site: Site, path: str, values: dict[str, Any]) -> str:
    """The HTML of a page at `path`, from the values that its view made."""
    root = up(path)

    def href(iri: str, fragment: str = "") -> str:
        """The address of a thing: on this site where it is ours, else its IRI, where a browser may go there."""
        inside = site.path(iri)
        return f"{root}{inside}{fragment}" if inside is not None else iri if web(iri) else "#"

    def ours(iri: str) -> bool:
        return site.path(iri) is not None

    def part(iri: str) -> str:
        """The address of a part of a cable, such as a paragraph: on the cable's own page."""
        return f"{href(cable_of(site, iri))}#{anchor(iri)}"

    def asked(name: str, iri: str = "") -> str:
        """The address of the query behind a list."""
        return f"{root}sparql?{urlencode({'query': behind(site, name, iri)})}"

    template = environment().get_template(values["template"])
    shared = {
        "root": root,
        "href": href,
        "ours": ours,
        "linked": lambda iri: ours(iri) or web(iri),
        "part": part,
        "asked": asked,
        "site": site,
        "structured": structured(site, values),
        "path": path,
        "words_typed": "",
    }
    return template.render({**shared, **values})
