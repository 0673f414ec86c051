"""The pages in a real browser: Debian's Chromium, headless, against the running server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
axe_core = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright  # noqa: E402

from cablerdf.serve.site import Site  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
KINDS = {
    "start": "/",
    "search": "/search?q=agreement",
    "cable": "/cable/06LISBON2214",
    "person": "/person/chen-adler-us.html",
    "meeting": "/meeting/03PARIS17-1.html",
    "post": "/post/LISBON.html",
    "place": "/place/portugal.html",
    "topic": "/vocab/tag/PREL.html",
    "people": "/people",
    "meetings": "/meetings",
    "network": "/network",
    "sparql": "/sparql?query=SELECT+*+%7B+%3Fc+dcterms%3Atitle+%3Ft+%7D+LIMIT+5",
    "ontology": "/ontology",
    "vocabulary": "/vocab/function.html",
    "about": "/about",
    "nothing": "/nope",
    "hostile": "/cable/06EVIL1",
    "missing": "/cable/05GONE7",
}


def follow(link: Locator) -> None:
    """Click, and come back when the page that it leads to is there."""
    with link.page.expect_navigation(timeout=60_000):
        link.click()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium: apt-get install chromium")
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-3d-apis"])
        yield found
        found.close()


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    found = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    yield found
    found.close()


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    return context.new_page()


def test_no_request_leaves_and_nothing_is_reported(context: BrowserContext, address: str) -> None:
    tab = context.new_page()
    trouble: list[str] = []
    tab.on("console", lambda m: trouble.append(m.text) if m.type in {"error", "warning"} else None)
    tab.on("pageerror", lambda e: trouble.append(str(e)))
    tab.on("dialog", lambda d: trouble.append(d.message))
    tab.on("request", lambda r: None if r.url.startswith(address) else trouble.append(r.url))
    for path in KINDS.values():
        tab.goto(path, wait_until="networkidle")
    expected = [text for text in trouble if "404" in text]  # the page that is not there
    assert trouble == expected and len(expected) <= 1


@pytest.mark.parametrize("kind", ["cable", "person", "search", "network", "sparql"])
def test_the_same_rows_without_javascript(browser: Browser, address: str, kind: str) -> None:
    texts = []
    for javascript in (True, False):
        context = browser.new_context(base_url=address, java_script_enabled=javascript)
        tab = context.new_page()
        tab.goto(KINDS[kind], wait_until="networkidle")
        rows = "main table" if kind in {"network", "sparql"} else "main"  # their pictures and editors are enhanced
        shown = tab.locator(rows).first.inner_text().replace("Copy this citation", "")
        texts.append(" ".join(shown.split()))
        context.close()
    assert texts[0] == texts[1] and len(texts[0]) > 200


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (390, False)])
def test_the_query_stands_beside_its_answer_and_below_it_on_a_phone(
    browser: Browser, address: str, width: int, beside: bool
) -> None:
    with browser.new_context(base_url=address, viewport={"width": width, "height": 900}) as context:
        tab = context.new_page()
        tab.goto("/sparql?example=who-met-whom")
        answer, query = (tab.locator(at).bounding_box() for at in (".answered > div", ".answered .editor"))
        assert answer is not None and query is not None
        assert (query["x"] >= answer["x"] + answer["width"]) is beside
        assert (query["y"] >= answer["y"] + answer["height"]) is not beside


def test_sparql_runs_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/sparql")
    tab.get_by_role("textbox", name="Query").fill("SELECT ?c { ?c a cab:Cable } ORDER BY ?c LIMIT 7")
    follow(tab.get_by_role("button", name="Run"))
    assert tab.locator("tbody tr").count() == 7
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_axe_finds_no_violation(browser: Browser, address: str, kind: str, scheme: str) -> None:
    context = browser.new_context(base_url=address, color_scheme=scheme, viewport={"width": 1280, "height": 900})  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto(KINDS[kind], wait_until="networkidle")
    results = axe_core.Axe().run(tab)
    context.close()
    found = [(v["id"], v["nodes"][0]["html"][:200], len(v["nodes"])) for v in results.response["violations"]]
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360])
def test_a_phone_scrolls_one_way_only(browser: Browser, address: str, scheme: str, width: int) -> None:
    context = browser.new_context(base_url=address, color_scheme=scheme, viewport={"width": width, "height": 740})  # type: ignore[arg-type]
    tab = context.new_page()
    wide = {}
    for kind, path in KINDS.items():
        tab.goto(path, wait_until="networkidle")
        wide[kind] = tab.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert {kind: w for kind, w in wide.items() if w > width} == {}


def test_the_first_tab_is_the_skip_link(tab: Page) -> None:
    tab.goto("/cable/06LISBON2214")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_the_query_field_lets_go_and_runs_by_keyboard(tab: Page) -> None:
    tab.goto("/sparql")
    field = editor(tab)
    field.focus()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Run"
    field.fill("ASK { ?c a cab:Cable }")
    field.press("Control+Enter")
    tab.wait_for_selector("#results")
    assert tab.locator("#results").inner_text() == "Yes"
    assert "query=ASK" in tab.url  # to copy, to reload, to come back to
    tab.reload()
    assert tab.locator("#results").inner_text() == "Yes"


def editor(tab: Page) -> Locator:
    """The editor in place of the textarea."""
    tab.wait_for_selector(".editor .cm-content")
    return tab.get_by_role("textbox", name="Query")


def test_the_editor_colours_completes_and_keeps_what_was_typed(tab: Page) -> None:
    tab.goto("/sparql")
    field = editor(tab)
    assert tab.locator("textarea#query").is_hidden()
    colours = field.locator("span").evaluate_all("spans => [...new Set(spans.map(s => getComputedStyle(s).color))]")
    assert len(colours) >= 3
    field.fill("SELECT ?cable { ?cable cab:declassif")
    field.press("End")
    field.press("Control+Space")
    option = tab.get_by_role("option", name="cab:declassifyOn")
    option.wait_for()
    tab.wait_for_timeout(150)  # so long nothing is taken, lest it be by mistake
    field.press("Enter")
    assert field.inner_text().strip() == "SELECT ?cable { ?cable cab:declassifyOn"
    assert tab.locator("textarea#query").input_value().strip() == field.inner_text().strip()
    tab.get_by_role("link", name="Ontology").click()
    tab.go_back()
    assert editor(tab).inner_text().strip() == "SELECT ?cable { ?cable cab:declassifyOn"


def test_text_in_the_document_equals_the_stored_text(tab: Page, site: Site) -> None:
    tab.goto("/cable/06LISBON2214")
    rows = site.store.select("SELECT ?p ?t { cable:06LISBON2214 dcterms:hasPart ?p . ?p nif:isString ?t }")
    shown = tab.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.text')].map(p => [p.dataset.iri, p.textContent]))"
    )
    assert shown == {row["p"].value: row["t"].value for row in rows}
    assert tab.locator("a a").count() == 0
    mentions = tab.evaluate(
        "[...document.querySelectorAll('.text a.m')].map(a => [a.closest('.text').textContent"
        ".slice(+a.dataset.begin, +a.dataset.end), a.textContent])"
    )
    assert mentions and all(sliced == text for sliced, text in mentions)


@pytest.mark.parametrize("kind", [".people .anchors a", ".said .ev", ".meeting .note a", ".small .anchors a"])
def test_an_evidence_link_shows_its_paragraph_and_back_returns(tab: Page, kind: str) -> None:
    tab.goto("/cable/06LISBON2214")
    link = tab.locator(f".side {kind}").last
    link.scroll_into_view_if_needed()
    before = tab.evaluate("scrollY")
    link.click()
    tab.wait_for_timeout(900)
    target = tab.locator(":target")
    assert target.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= -1 && r.top < innerHeight }")
    assert target.evaluate("e => getComputedStyle(e.closest('.sentence') ?? e).outlineStyle") == "solid"
    tab.go_back()
    tab.wait_for_timeout(900)
    assert abs(tab.evaluate("scrollY") - before) < 4


def test_a_citation_is_copied(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    tab = context.new_page()
    tab.goto("/cable/06LISBON2214")
    tab.get_by_role("button", name="Copy this citation").click()
    tab.get_by_text("Copied.").wait_for()
    assert tab.evaluate("navigator.clipboard.readText()") == tab.locator(".cite").inner_text()


def test_markup_in_a_cable_shows_as_text(tab: Page, script: str, hostile_text: str) -> None:
    dialogs: list[str] = []
    tab.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
    tab.goto("/cable/06EVIL1")
    assert tab.locator("h1").text_content() == script
    assert tab.locator(".text").text_content() == hostile_text
    tab.goto("/search?q=reversed")
    assert dialogs == []


def found(tab: Page) -> int:
    heading = re.search(r"[\d,]+", tab.locator("h2.found").inner_text())
    return int(heading[0].replace(",", "")) if heading else 0


def test_a_facet_reload_back_and_a_copied_address(tab: Page, context: BrowserContext) -> None:
    tab.goto("/search?q=agreement")
    everything = found(tab)
    facet = tab.locator("[data-facet=post]").first
    count = int(facet.locator(".num").inner_text().replace(",", ""))
    follow(facet)
    assert found(tab) == count < everything
    listed = tab.locator(".hit-card h3").all_inner_texts()
    tab.reload()
    assert tab.locator(".hit-card h3").all_inner_texts() == listed
    other = context.new_page()
    other.goto(tab.url)
    assert other.locator(".hit-card h3").all_inner_texts() == listed
    tab.go_back()
    assert found(tab) == everything


def test_next_result_and_the_switch_for_highlights(tab: Page) -> None:
    tab.goto("/search?q=agreement&tag=PREL&order=oldest")
    hits = tab.locator(".hit-card h3").all_inner_texts()
    follow(tab.locator(".hit-card h3 a").nth(2))
    assert tab.locator("h1").text_content() == hits[2]
    follow(tab.get_by_role("link", name="Next →"))
    assert tab.locator("h1").text_content() == hits[3]
    background = "e => getComputedStyle(e).backgroundColor"
    assert tab.locator(".text mark").first.evaluate(background) != "rgba(0, 0, 0, 0)"
    tab.get_by_label("Show highlights").uncheck()
    for mark in (tab.locator(".text mark").first, tab.locator(".text .m").first):
        assert mark.evaluate(background) == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("typed", ["06LISBON2214", "Q4242", "https://w3id.org/cablerdf/id/person/ana-reis"])
def test_the_box_lands_in_one_redirect(tab: Page, typed: str) -> None:
    tab.goto("/")
    tab.locator("#q").fill(typed)
    with tab.expect_navigation() as navigation:
        tab.locator("#q").press("Enter")
    response = navigation.value
    assert response is not None and response.status == 200
    before = response.request.redirected_from
    assert before is not None and before.redirected_from is None


def test_an_error_keeps_the_query_and_names_the_line(tab: Page) -> None:
    tab.goto("/sparql")
    bad = "SELECT *\nWHERE {\n  ?s ?p &&\n}"
    editor(tab).fill(bad)
    tab.get_by_role("button", name="Run").click()
    assert "line 3" in tab.get_by_role("alert").inner_text()
    assert editor(tab).inner_text().rstrip() == bad
    assert tab.locator("textarea#query").input_value() == bad
    assert tab.locator(".cm-wrong").inner_text() == "  ?s ?p &&"


GRAPH = "document.querySelector('figure.net').graph"


def network(tab: Page, path: str) -> list[str]:
    """Who stands where in the picture to move about in, once it is ready; it agrees with the plain one."""
    tab.goto(path)
    tab.wait_for_selector(".stage[data-ready] canvas")
    moving = tab.evaluate(f"{GRAPH}.nodes().map(n => [n.data('label'), n.position('x'), n.position('y')].join())")
    plain = tab.evaluate(
        "[...document.querySelectorAll('.net > svg a')].map(a => [a.getAttribute('aria-label'),"
        " ...['cx', 'cy'].map(c => +a.querySelector('circle').getAttribute(c))].join())"
    )
    assert moving == plain and tab.evaluate(f"{GRAPH}.edges().length") == tab.locator("table.edges tbody tr").count()
    return list(moving)


def test_the_network_is_the_same_twice_and_its_table_has_every_line(tab: Page) -> None:
    first = network(tab, "/network?people=300")
    assert network(tab, "/network?people=300") == first and len(first) > 150
    fewer = network(tab, "/network?people=300&since=2005&until=2005")
    assert 1 < len(fewer) < len(first)


def test_the_network_shows_the_cables_behind_a_line_and_a_person(tab: Page) -> None:
    network(tab, "/network")
    first = tab.locator("table.edges tbody tr").first
    told = tab.locator(".told")
    tab.evaluate(f"{GRAPH}.edges()[0].emit('tap')")
    assert first.locator("td").last.get_by_role("link").first.inner_text() in told.inner_text()
    name = first.get_by_role("link").first.inner_text()
    tab.get_by_label("Find a person").fill(name)
    tab.get_by_label("Find a person").press("Enter")
    assert told.locator("h2").inner_text() == name
    tab.get_by_role("button", name="Show the picture as links").click()
    assert tab.locator(".net > svg").is_visible() and tab.locator(".stage").is_hidden()
    tab.get_by_role("button", name="Show the picture to move about in").click()
    follow(told.locator("h2 a"))
    assert tab.locator("h1").inner_text() == name


def test_the_network_has_names_on_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 390, "height": 800})
    tab = context.new_page()
    network(tab, "/network")
    sizes = tab.evaluate(f"{GRAPH}.nodes('.named').map(n => parseFloat(n.style('font-size')) * {GRAPH}.zoom())")
    assert len(sizes) >= 3 and min(sizes) >= 9.9
    context.close()


def test_only_pairs_who_met_often_remain(tab: Page) -> None:
    network(tab, "/network?people=300")
    least = tab.get_by_label("Pairs who met at least")
    least.fill("2")
    weights = tab.evaluate(f"{GRAPH}.edges(':visible').map(e => e.data('weight'))")
    assert weights and min(weights) == 2


def test_text_is_whole_at_twice_the_size(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 640, "height": 450}, device_scale_factor=2)
    tab = context.new_page()
    for path in KINDS.values():
        tab.goto(path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 640, path
    context.close()


def test_every_evidence_of_a_person_contains_its_quote(tab: Page, site: Site) -> None:
    rows = site.store.select(
        "SELECT ?s ?p ?t { ?s cab:speaker ?p ; cab:said ?t ; prov:wasDerivedFrom ?par . ?c dcterms:hasPart ?par ;"
        " dcterms:identifier '06LISBON2214' . ?p a cab:Person } ORDER BY ?s LIMIT 3"
    )
    assert rows
    for row in rows:
        tab.goto("/" + row["p"].value.removeprefix(site.base) + ".html")
        fragment = f"s{row['s'].value.rpartition('-')[2]}"
        tab.locator(f"ol.said .ev[href$='06LISBON2214#{fragment}']").first.click()
        sentence = tab.evaluate("document.querySelector(':target').closest('.sentence, .par').textContent")
        assert " ".join(row["t"].value.split()) in " ".join(sentence.split())


def test_three_hundred_people_are_drawn_within_two_seconds(tab: Page) -> None:
    tab.goto("/network?people=300")
    tab.wait_for_selector(".stage[data-ready]")
    # from when the data is there: how long the server took is another matter
    took = tab.evaluate(
        "document.querySelector('.stage').dataset.ready"
        " - performance.getEntriesByType('resource').find(e => e.name.includes('network.json')).responseEnd"
    )
    assert tab.evaluate(f"{GRAPH}.nodes().length") > 150 and 0 < took < 2000


def test_search_and_facet_without_javascript(browser: Browser, address: str) -> None:
    listed = []
    for javascript in (True, False):
        context = browser.new_context(base_url=address, java_script_enabled=javascript)
        tab = context.new_page()
        tab.goto("/search")
        tab.get_by_label("Words", exact=True).fill("agreement")
        follow(tab.get_by_role("main").get_by_role("button", name="Search"))
        follow(tab.locator("[data-facet=tag]").first)
        listed.append(tab.locator(".hit-card h3").all_inner_texts())
        context.close()
    assert listed[0] == listed[1] and listed[0]
