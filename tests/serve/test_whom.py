"""Whom somebody met, and who is who: over the real pages of the shared corpus where it is there, else the examples."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from httpx import Client
from tests.serve.conftest import running

from cablerdf.serve.app import create_app
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import Site, open_site
from cablerdf.store.oxigraph import OxigraphStore
from cablerdf.store.questions import question

MOST_NAMED = 20
REAL = Path(__file__).parents[3] / "shared" / "corpus" / "cablegate-dev.zip"
EVERY = 8  # of the real pages, so that the test stays short


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """A site of real pages, and its address."""
    if not REAL.exists():
        pytest.skip("no shared corpus beside this checkout")
    folder = tmp_path_factory.mktemp("real")
    with ZipFile(REAL) as archive:
        for name in archive.namelist()[::EVERY]:
            (folder / Path(name).name).write_bytes(archive.read(name))
    converted = [sys.executable, "-m", "cablerdf", "convert", *map(str, folder.glob("*.html")), "--link", "-q"]
    subprocess.run([*converted, "-o", str(folder / "real.nq")], capture_output=True)  # some pages have problems
    with OxigraphStore(folder / "store", read_only=False) as store:
        store.load([folder / "real.nq"])
    site = open_site(Settings(location=str(folder / "store")))
    with running(create_app(site)) as address:
        yield site, address
    site.close()


def test_whom_somebody_met_on_real_pages(real: tuple[Site, str]) -> None:
    site, address = real
    with Client(base_url=address, timeout=60) as client:
        assert pages_agree(client, site) >= 5
    assert items_of_several(site) == []


def test_whom_somebody_met_is_one_click_away_and_what_the_question_answers(client: Client, site: Site) -> None:
    assert pages_agree(client, site) >= 3


def pages_agree(client: Client, site: Site) -> int:
    """How many of the most named have met somebody.

    The list of people leads to the page of each, which has those of another side that the shipped question tells.
    """
    people = site.index.entities("", kind="person", limit=MOST_NAMED)
    listed = client.get("/people").text
    met_somebody = 0
    for person in people:
        path = person.iri.removeprefix(site.base)
        assert f'href="./{path}"' in listed
        page = client.get(f"/{path}.html").text
        section = page.partition('id="met"')[2].partition("</section>")[0]
        section = re.sub(r"<details[^>]*><summary>[^<]*of the same side.*?</details>", "", section, flags=re.DOTALL)
        shown = set(re.findall(r'href="\.\./(person/[^"]+)"', section))
        rows = site.store.select(question("network-of-a-person", {"person": person.iri}))
        assert shown == {row["other"].value.removeprefix(site.base) for row in rows}, path
        met_somebody += bool(shown)
    return met_somebody


def test_no_two_pages_have_one_item_of_wikidata(site: Site) -> None:
    """But for the hostile cable's two, which are the test of how a page tells of that."""
    assert items_of_several(site) == ["Q4242"]


def items_of_several(site: Site) -> list[str]:
    """The items that several people of the collection are linked to."""
    rows = site.select(
        "SELECT ?item (COUNT(DISTINCT ?person) AS ?n) WHERE {"
        " ?person a cab:Person ; owl:sameAs|schema:sameAs|skos:exactMatch ?item ."
        " FILTER NOT EXISTS { ?person cab:person ?one } } GROUP BY ?item HAVING (COUNT(DISTINCT ?person) > 1)"
    )
    return [row["item"].value.rpartition("/")[2] for row in rows]
