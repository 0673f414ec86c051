"""The site of the documents: built strictly, whole, and of itself alone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mkdocs", reason="the extra 'docs' is not installed")
ROOT = Path(__file__).parents[1]
REACHED = re.compile(r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(\S+?)["'\s>]|<link\b([^>]*)>""")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_there(built: Path) -> None:
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")}
    assert pages - {path.stem for path in built.glob("*.html")} == set()


def test_pages_load_nothing_from_elsewhere(built: Path) -> None:
    """No script, picture, font or style sheet has an address on another host."""
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 8
    for page in pages:
        loaded = [source or link for source, link in REACHED.findall(page.read_text(encoding="utf-8"))]
        assert loaded and [address for address in loaded if "//" in address and "canonical" not in address] == []
    for sheet in built.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//|@import", sheet.read_text(encoding="utf-8")), sheet


def test_links_into_the_repository_reach_what_they_name(built: Path) -> None:
    text = (ROOT / "examples/cables/09HALIFAX44.txt").read_bytes()
    assert (built / "repository/examples/cables/09HALIFAX44.txt").read_bytes() == text
    page = (built / "repository/examples/index.html").read_text(encoding="utf-8")
    assert 'href="cables/09HALIFAX44.txt"' in page and 'href="../../questions.html"' in page


def test_the_notebook_ran_and_its_pictures_are_shown(built: Path) -> None:
    page = (built / "notebook.html").read_text(encoding="utf-8")
    assert "4 of 4 meetings have a date" in page and "Kathleen O" in page
    pictures = re.findall(r'<img[^>]* src="(notebook-\d\.png)"', page)
    assert len(pictures) == 2
    assert all((built / name).read_bytes().startswith(b"\x89PNG") for name in pictures)


def test_the_notebook_has_no_outputs_in_the_repository() -> None:
    """So that a change of it can be read."""
    cells = json.loads((ROOT / "examples" / "network.ipynb").read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) > 4 and all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real browser."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_pages_are_as_wide_as_the_screen_and_ask_nobody(built: Path, browser: Any, width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    for page in sorted(built.glob("*.html")):
        tab.goto(page.as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, page.name
    assert [address for address in asked if not address.startswith(("file:", "data:", "blob:"))] == []


def test_the_search_works_from_the_disk(built: Path, browser: Any) -> None:
    tab = browser.new_page()
    tab.goto((built / "index.html").as_uri())
    tab.get_by_role("textbox", name="Search").fill("withdraw a cable")
    found = tab.locator(".md-search-result__link").first
    found.wait_for()
    assert "living.html" in found.get_attribute("href")
