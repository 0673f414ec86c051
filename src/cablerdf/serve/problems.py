"""Pages for what went wrong: they say what and what to do, and show nothing of the inside."""

from __future__ import annotations

from starlette.responses import HTMLResponse

from cablerdf.serve.render import page
from cablerdf.serve.site import Site


def problem_page(site: Site, path: str, status: int, title: str, advice: str, typed: str = "") -> HTMLResponse:
    """A page of a given status with advice and a search box."""
    values = {
        "template": "problem.html",
        "title": title,
        "advice": advice,
        "typed": typed,
        "words_typed": typed,
    }
    return HTMLResponse(page(site, path, values), status, {"vary": "Accept", "cache-control": "no-store"})
