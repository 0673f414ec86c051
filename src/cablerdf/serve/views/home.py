"""The start page: the collection in figures."""

from __future__ import annotations

from typing import Any

from cablerdf.serve.pictures.bars import by_year
from cablerdf.serve.site import Site
from cablerdf.store.search.find import Wanted


def home_view(site: Site) -> dict[str, Any]:
    """Figures, the timeline, the most active posts, topics and people."""
    everything = Wanted()
    met = site.index.rows(
        "SELECT iri, label, note, cables, meetings FROM entity WHERE kind = 'person' AND meetings > 0"
        " ORDER BY meetings DESC, cables DESC, label LIMIT 10"
    )
    return {
        "template": "home.html",
        "title": site.settings.title,
        "counts": site.counts,
        "years": by_year(site.index.years(everything)),
        "posts": site.index.facet(everything, "post", 10),
        "tags": site.index.facet(everything, "tag", 14),
        "people": met,
        "places": site.index.entities("", kind="place"),
        "bodies": site.index.entities("", kind="organization"),
        "newest": site.index.cables(Wanted(order="newest"), limit=6),
    }
