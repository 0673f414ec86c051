"""Search: words and facets in, cables out; the whole state is in the address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlencode

from cablerdf.rdf.terms import KINDS
from cablerdf.serve.parts.behind import search_query
from cablerdf.serve.parts.segments import excerpt
from cablerdf.serve.site import Site
from cablerdf.serve.views.destination import cables_called
from cablerdf.store.answers import sheet
from cablerdf.store.base import value
from cablerdf.store.search.find import FACET_KINDS, ORDERS, Count, Hit, Wanted
from cablerdf.store.search.misspelt import FEW, meant
from cablerdf.store.search.words import TOO_MUCH, terms, words_to_mark

PAGE = 20
FIELDS = ("q", *FACET_KINDS, "country", "since", "until", "order")
HEADINGS = {
    "year": "Year", "post": "Post", "classification": "Classification", "tag": "Topic (TAGS)",
    "meeting": "Meetings", "person": "Person",
    "organization": "Organisation", "place": "Place", "country": "Country", "since": "From", "until": "Until",
}  # fmt: skip
PLAIN = {"year", "meeting", "order"}  # facets whose values are no things
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
# Sorted here: the store takes as long for it as for all else of the question.
TEXTS = """SELECT ?cable ?n (COALESCE(?readable, ?printed) AS ?text) WHERE {
  VALUES ?cable { $cables } ?cable dcterms:hasPart ?par . ?par nif:isString ?printed .
  OPTIONAL { ?par schema:text ?readable } OPTIONAL { ?par cab:position ?n } }"""


class State(NamedTuple):
    """A search as its address has it: pairs of field and value, in the order of FIELDS."""

    pairs: tuple[tuple[str, str], ...]
    page: int

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], page: int = 1) -> State:
        """A search for these, each once."""
        return cls(tuple(sorted(set(pairs), key=lambda p: (FIELDS.index(p[0]), p[1]))), page)

    @property
    def words(self) -> str:
        return dict(self.pairs).get("q", "")

    def query(self, *, page: int | None = None) -> str:
        """The address's query string."""
        pairs = [*self.pairs, *([("page", str(page))] if page and page > 1 else [])]
        return urlencode(pairs)

    def with_(self, field: str, value: str) -> str:
        """The query string of this search with one more facet value."""
        return State.of([*self.pairs, (field, value)]).query()

    def without(self, field: str, value: str) -> str:
        """The query string of this search without a value."""
        return State(tuple(pair for pair in self.pairs if pair != (field, value)), 1).query()


def read_state(site: Site, given: Iterable[tuple[str, str]]) -> State:
    """The search that an address asks for; facet values may be written short (`tag=PREL`)."""
    pairs: set[tuple[str, str]] = set()
    page = 1
    for field, raw in given:
        text = raw.strip()[:1_000]
        if field == "page" and text.isdigit():
            page = max(1, min(int(text), 100_000))
        elif (field == "order" and text in ORDERS and text != "best") or (
            field in {"since", "until"} and DAY.fullmatch(text)
        ):
            pairs.add((field, text))
        elif field in FACET_KINDS and text:
            pairs.add((field, full(site, field, text)))
        elif field == "q" and text:
            pairs.add(("q", text))
    return State.of(pairs, page)


def full(site: Site, field: str, text: str) -> str:
    """The IRI that a short facet value stands for; one of another kind has it before its name: `post/LISBON`."""
    if field in PLAIN or ":" in text:
        return text
    return site.iri(text if text.partition("/")[0] in KINDS else f"{folder(field)}/{text}")


def short(site: Site, field: str, value: str) -> str:
    """A facet value as addresses have it."""
    path = site.path(value)
    return value if field in PLAIN or path is None else path.removeprefix(f"{folder(field)}/")


def folder(field: str) -> str:
    """Where the pages of the values of a facet lie."""
    kind = {"country": "place"}.get(field, field)
    return f"vocab/{kind}" if kind in {"tag", "classification"} else kind


def wanted_of(state: State) -> Wanted:
    """What to look for."""
    single = dict(state.pairs)
    facets = tuple((field, value) for field, value in state.pairs if field in FACET_KINDS)
    return Wanted(
        words=state.words,
        facets=facets,
        since=single.get("since", ""),
        until=single.get("until", ""),
        order=single.get("order", ""),
    )


def shortened(site: Site, state: State) -> State:
    """The state with facet values as addresses have them."""
    pairs = [(f, short(site, f, v) if f in FACET_KINDS else v) for f, v in state.pairs]
    return State(tuple(pairs), state.page)


def search_view(site: Site, state: State) -> dict[str, Any]:
    """The values of the search page."""
    wanted, brief = wanted_of(state), shortened(site, state)
    total = site.index.count(wanted)
    pages = pages_of(total, PAGE)
    page = min(state.page, pages)
    offset = (page - 1) * PAGE
    hits = site.index.cables(wanted, limit=PAGE, offset=offset)
    marks = words_to_mark(state.words)
    entities = site.index.entities(state.words, limit=8) if state.words and page == 1 else []
    return {
        "template": "search.html",
        "title": f"Search: {state.words}" if state.words else "All cables",
        "state": brief,
        "single": dict(brief.pairs),
        "order": wanted.order or ("best" if state.words else "newest"),
        "left_out": TOO_MUCH if terms(state.words)[1] else "",
        "total": total,
        "pages": pages,
        "page": page,
        "first": offset + 1,
        "hits": with_context(site, hits, marks),
        "labels": site.labels([v for hit in hits for v in (hit.post, hit.classification) if v]),
        "facets": facets_of(site, wanted, brief),
        "chips": chips_of(site, state, brief),
        "query": search_query(site, marks, list(wanted.facets), wanted.since, wanted.until),
        "called": cables_called(site, state.words) if page == 1 else [],
        "entities": entities,
        "meant": meant(site.index, state.words) if total <= FEW and not entities else [],
    }


def pages_of(total: int, size: int) -> int:
    """How many pages of a size a list takes, one at least."""
    return max(1, -(-total // size))


def chips_of(site: Site, state: State, brief: State) -> list[tuple[str, str, str]]:
    """The filters in force: heading, value in words, and the query string without it."""
    labels = site.labels([value for field, value in state.pairs if field in FACET_KINDS])
    labels |= {value: value for field, value in state.pairs if field == "year"}
    return [
        (HEADINGS[field], labels.get(value, value), brief.without(*pair))
        for (field, value), pair in zip(state.pairs, brief.pairs, strict=True)
        if field not in {"q", "order"}
    ]


def facets_of(site: Site, wanted: Wanted, brief: State) -> list[tuple[str, str, list[tuple[Count, str]]]]:
    """The filters on offer: kind, heading, and values with the query string that has them too."""
    found = []
    for kind in FACET_KINDS:
        counts = site.index.facet(wanted, kind, 40 if kind == "year" else 8)
        rows = [(count, brief.with_(kind, short(site, kind, count.value))) for count in counts]
        fresh = [(count, query) for count, query in rows if (kind, count.value) not in wanted.facets]
        found += [(kind, HEADINGS[kind], fresh)] if fresh else []
    return found


def with_context(site: Site, hits: list[Hit], marks: list[str]) -> list[tuple[Hit, list[Any]]]:
    """Each hit with the piece of its text that shows the words best."""
    if not hits:
        return []
    texts: dict[str, list[str]] = {}
    rows = site.select(TEXTS, cables=" ".join(f"<{hit.iri}>" for hit in hits))
    for row in sorted(rows, key=lambda row: int(value(row, "n") or 0)):
        texts.setdefault(row["cable"].value, []).append(row["text"].value)
    found = []
    for hit in hits:
        paragraphs = texts.get(hit.iri, [])
        lowered = [word.lower() for word in marks]
        best = max(paragraphs, key=lambda text: sum(word in text.lower() for word in lowered), default="")
        found.append((hit, excerpt(best, marks)))
    return found


def neighbours(site: Site, state: State, number: int) -> dict[str, Any] | None:
    """The results before and after result `number` (from 1) of a search."""
    wanted, brief = wanted_of(state), shortened(site, state)
    if number < 1:
        return None
    offset = max(0, number - 2)
    around = site.index.cables(wanted, limit=number + 1 - offset, offset=offset)
    before = around[0] if number > 1 and around else None
    after = around[number - offset] if len(around) > number - offset else None
    return {
        "number": number,
        "total": site.index.count(wanted),
        "query": brief.query(),
        "back": brief.query(page=-(-number // PAGE)),
        "before": before,
        "after": after,
    }


def to_csv(site: Site, state: State) -> str:
    """All results of a search as CSV."""
    wanted = wanted_of(state)
    hits = site.index.cables(wanted, limit=1_000_000)
    labels = site.labels({v for hit in hits for v in (hit.post, hit.classification) if v})
    rows = (
        [hit.id, hit.iri, hit.issued, labels.get(hit.post, ""), labels.get(hit.classification, ""), hit.title]
        for hit in hits
    )
    return sheet(["id", "iri", "issued", "post", "classification", "title"], rows)
