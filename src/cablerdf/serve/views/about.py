"""The page about the collection: what it is, how well it was read, where it comes from, what cannot be known."""

from __future__ import annotations

from typing import Any

from cablerdf.serve.site import Site


def about_view(site: Site) -> dict[str, Any]:
    """The values of the page about the collection."""
    return {
        "template": "about.html",
        "title": "About this collection",
        "statements": site.counts["triple"],
        "counts": site.counts,
    }
