"""Accept headers."""

from __future__ import annotations

import pytest

from cablerdf.serve.negotiate import choose, split_extension

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
RAPPER = (
    "application/rdf+xml, text/rdf;q=0.6, application/n-triples;q=0.9, text/turtle, application/turtle;q=0.9,"
    " application/x-turtle;q=0.9, text/n3;q=0.3, */*;q=0.1"
)


@pytest.mark.parametrize(
    ("accept", "extension"),
    [
        (None, "html"),
        ("", "html"),
        ("*/*", "html"),
        (BROWSER, "html"),
        ("text/turtle", "ttl"),
        ("text/turtle;q=0.5, application/ld+json", "jsonld"),
        ("application/json", "jsonld"),
        ("application/n-triples, text/html;q=0.2", "nt"),
        ("application/rdf+xml", "rdf"),
        (RAPPER, "ttl"),
        ("text/*", "html"),
        ("text/html;q=0, */*;q=0.5", "ttl"),
        ("text/html;q=junk, text/turtle;q=0.1", "ttl"),
        ("image/png", None),
        ("text/html;q=0", None),
    ],
)
def test_choose(accept: str | None, extension: str | None) -> None:
    found = choose(accept)
    assert (found.extension if found else None) == extension


def test_only_known_extensions_are_cut_off() -> None:
    assert split_extension("person/j.r.ttl")[0] == "person/j.r"
    assert split_extension("vocab/reason/1.4-b") == ("vocab/reason/1.4-b", None)
