"""The counts of a search: what SQL of one line says, however many cables are found, and without looking twice."""

from __future__ import annotations

import pytest

from cablerdf.serve.site import Site
from cablerdf.serve.views.search import State, search_view
from cablerdf.store.search.find import FACET_KINDS, Count, Index, Wanted

SEVERAL = [
    Wanted(),
    Wanted(words="agreement"),  # in most cables
    Wanted(words="agreement", since="2005", until="2005"),
    Wanted(words="lisbon"),
    Wanted(words="nowhere to be found"),
    Wanted(facets=(("tag", "https://w3id.org/cablerdf/vocab/tag/PREL"),)),
    Wanted(words="agreement", facets=(("year", "2005"),), order="oldest"),
]


def said_by_hand(index: Index, wanted: Wanted, kind: str) -> list[Count]:
    """Every value of a facet among the cables found, each looked up by itself."""
    numbers = {
        number
        for hit in index.cables(wanted, limit=10_000)
        for (number,) in index.rows("SELECT number FROM cable WHERE iri = ?", hit.iri)
    }
    found: dict[str, int] = {}
    for value, cable in index.rows("SELECT value, cable FROM facet WHERE kind = ?", kind):
        if cable in numbers:
            found[value] = found.get(value, 0) + 1
    labels = {value: (label, note) for value, label, note in index.rows("SELECT value, label, note FROM label")}
    ends = {value: (value.rpartition("/")[2], "") for value in found}
    counts = [Count(value, *(labels | {v: e for v, e in ends.items() if v not in labels})[value], n)
              for value, n in found.items()]  # fmt: skip
    if kind == "year":
        return sorted(counts, key=lambda count: count.value, reverse=True)
    return sorted(counts, key=lambda c: (-c.cables, labels[c.value][0] if c.value in labels else c.value))


@pytest.mark.parametrize("wanted", SEVERAL, ids=str)
@pytest.mark.parametrize("kind", FACET_KINDS)
def test_the_values_shown_are_the_first_of_all(site: Site, wanted: Wanted, kind: str) -> None:
    everything = said_by_hand(site.index, wanted, kind)
    for limit in (1, 3, 8, 1_000):
        found = site.index.facet(wanted, kind, limit)
        assert [count.cables for count in found] == [count.cables for count in everything[:limit]]
        assert set(found) <= set(everything)
        assert [count.label for count in found] == [count.label for count in everything[:limit]]


def test_counts_are_of_the_search_asked_for_not_of_one_before(site: Site) -> None:
    index = Index(site.index.path)
    try:
        first = [index.count(wanted) for wanted in SEVERAL * 3]  # more than are kept
        assert first == [len(index.cables(wanted, limit=10_000)) for wanted in SEVERAL * 3]
        assert len(set(first)) > 3
    finally:
        index.close()


def test_a_search_page_looks_for_its_words_twice_in_all(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    rows = Index.rows

    def heard(index: Index, sql: str, *values: object) -> list[object]:
        asked.append(sql)
        return rows(index, sql, *values)

    monkeypatch.setattr(Index, "rows", heard)
    assert search_view(site, State.of([("q", "agreement"), ("since", "2001")]))["facets"]
    assert sum("cable_text MATCH" in sql for sql in asked) == 2  # for the list and for the counts
