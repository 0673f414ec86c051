"""What the pages show."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from httpx import Client
from markupsafe import escape
from pyoxigraph import RdfFormat, parse
from starlette.requests import Request

from cablerdf.rdf.terms import DEFAULT_BASE, VOCAB, prefixes
from cablerdf.serve.programs.dataset import dataset
from cablerdf.serve.render import page as render
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import Site, open_site
from cablerdf.serve.views.about import about_view
from cablerdf.store import vocabulary
from cablerdf.store.oxigraph import OxigraphStore
from cablerdf.store.search.find import Wanted
from cablerdf.vocab.curated import read_judgements
from cablerdf.vocab.tables import rows

BROWSER = {"accept": "text/html,*/*;q=0.5"}
PATHS = [
    "/", "/search", "/search?q=agreement&year=2005", "/people", "/posts", "/topics", "/places", "/organizations",
    "/meetings", "/meetings?year=2005&order=oldest", "/statements", "/statements?post=LISBON",
    "/people?country=portugal", "/network", "/sparql", "/sparql?example=answers", "/ontology", "/about",
    "/cable/06LISBON2214",
    "/cable/06EVIL1", "/cable/05GONE7", "/person/ana-reis.html", "/post/LISBON.html", "/vocab/tag/PREL.html",
    "/vocab/tag.html",
    "/vocab/function/notetaker.html", "/place/portugal.html", "/source/none", "/search?q=zzzz",
]  # fmt: skip


class Outline(HTMLParser):
    """Collects what a well-made page must have, and refuses what it must not."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.headings: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert not any(name.startswith("on") or name == "style" for name in given), (tag, given)
        assert tag not in {"style", "iframe", "object", "embed"}
        if tag == "a":
            assert "a" not in self.open, "a link within a link"
            target = given.get("href") or ""
            assert not target.lower().startswith(("javascript:", "data:"))
            self.targets += [target.removeprefix("#")] if target.startswith("#") else []
        if tag == "script":
            self.scripts.append(given)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)
        if tag == "label":
            self.labelled.add(given.get("for") or "")
        if tag in {"input", "select", "textarea"} and given.get("type") != "hidden":
            self.fields.append(given)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag not in {"meta", "link", "input", "br", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()


def outline(client: Client, path: str) -> Outline:
    parser = Outline()
    parser.feed(re.sub(r"<(rect|circle|line|path)([^>]*)/>", r"<\1\2></\1>", client.get(path, headers=BROWSER).text))
    assert parser.open == []
    return parser


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_well_made(client: Client, path: str) -> None:
    page = outline(client, path)
    assert page.headings.count("h1") == 1 and page.headings[0] == "h1"
    assert len(page.ids) == len(set(page.ids)), sorted(i for i in page.ids if page.ids.count(i) > 1)
    assert set(page.targets) <= set(page.ids)
    assert all((field.get("id") or "") in page.labelled for field in page.fields)
    assert all(
        re.fullmatch(r"[./]+static/(site|editor|network)\.js", script.get("src") or "")
        for script in page.scripts
        if script != {"type": "application/ld+json"}
    )


@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_the_security_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == (
        "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    )
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", [path for path in PATHS if not path.startswith("/source")])
def test_every_link_of_a_page_leads_somewhere(client: Client, path: str) -> None:
    page = client.get(path, headers=BROWSER)
    links = {link.replace("&amp;", "&") for link in re.findall(r'href="([^"#]+)', page.text)}
    for link in sorted(links)[:40]:
        if not link.startswith(("http://www.wikidata.org", "https://w3id.org", "http://")):
            answer = client.get(page.url.join(link))
            assert answer.status_code in {200, 303}, (path, link)


def paragraphs(page: str) -> dict[str, str]:
    """Paragraph IRI to the text that a reader sees."""

    class Texts(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found: dict[str, str] = {}
            self.at: str | None = None

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "p":
                self.at = dict(attrs).get("data-iri")
                if self.at:
                    self.found[self.at] = ""

        def handle_endtag(self, tag: str) -> None:
            self.at = None if tag == "p" else self.at

        def handle_data(self, data: str) -> None:
            if self.at:
                self.found[self.at] += data

    parser = Texts()
    parser.feed(page)
    return parser.found


@pytest.mark.parametrize("cable", ["06LISBON2214", "07NAIROBI3051", "06STATE171190", "06EVIL1"])
def test_the_text_of_a_cable_is_shown_exactly(client: Client, site: Site, cable: str) -> None:
    page = client.get(f"/cable/{cable}").text
    rows = site.store.select(f"SELECT ?p ?t {{ cable:{cable} dcterms:hasPart ?p . ?p nif:isString ?t }}")
    assert rows
    assert paragraphs(page) == {row["p"].value: row["t"].value for row in rows}


def test_each_mention_is_a_link_over_its_own_text(client: Client) -> None:
    page = client.get("/cable/06LISBON2214").text
    texts = paragraphs(page)
    for block in re.findall(r'<p class="text" data-iri="([^"]+)">(.*?)</p>', page, re.DOTALL):
        iri, inside = block
        for begin, end, shown in re.findall(r'data-begin="(\d+)" data-end="(\d+)">(.*?)</a>', inside, re.DOTALL):
            plain = re.sub(r"<[^>]+>", "", shown).replace("&#39;", "'").replace("&amp;", "&")
            assert texts[iri][int(begin) : int(end)] == plain
    assert page.count('class="m m-') > 5


def test_nothing_from_a_cable_becomes_markup(client: Client, script: str, hostile_text: str) -> None:
    for path in ("/cable/06EVIL1", "/search?q=reversed", "/", "/post/EVIL.html", "/search?q=<script>alert(1)</script>"):
        page = client.get(path).text
        assert script not in page and "<img" not in page and "<b>Ministry" not in page and "<i>Evil" not in page
    assert "&lt;script&gt;alert(&#39;subject&#39;)&lt;/script&gt;" in client.get("/cable/06EVIL1").text


def test_a_person_s_title_on_a_date(client: Client, site: Site) -> None:
    row = site.store.select(
        "SELECT ?p ?t ?i { ?c cab:reports ?m ; dcterms:issued ?i . ?m cab:participation ?x ."
        " ?x cab:participant/cab:person ?p ; cab:roleTitle ?t } ORDER BY ?i ?p LIMIT 1"
    )[0]
    person = row["p"].value.removeprefix(site.base)
    held = client.get(f"/{person}.html", params={"on": row["i"].value[:10]}).text
    assert re.search(r'class="then">On [^<]+: <b>' + re.escape(row["t"].value), held)
    assert re.search(r'class="office">' + re.escape(row["t"].value) + r' <span class="note">on ', held)
    early = client.get(f"/{person}.html?on=1950-01-01").text
    assert "have 1 January 1950 between them. First after: <b>" in early and "Last before" not in early
    assert client.get(f"/{person}.html?on=%3Cb%3E").status_code == 200


def test_figures_of_the_start_page_are_those_of_the_store(client: Client, site: Site) -> None:
    page = client.get("/").text
    for kind, name in (("Cable", "cables"), ("Place", "places"), ("Organization", "organisations")):
        count = site.store.select(f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a cab:{kind} }}")[0]["n"].value
        assert f"<b>{int(count):,}</b> {name}" in page


def test_a_link_to_wikidata_is_told_in_words_with_its_evidence_and_rivals(client: Client) -> None:
    page = client.get("/person/ana-reis.html").text
    plain = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "Very likely Ana Maria Reis Q4242 Wikidata : title and date agree (confidence 0.93)" in plain
    assert "1 rival in Wikidata, not accepted" in plain and "A. Reis, singer" in plain
    assert re.search(r'href="\.\./person/reis">Reis</a>', page)


def test_people_among_the_tags_are_shown(client: Client) -> None:
    assert '<span class="chip">REIS, ANA &lt;u&gt;</span>' in client.get("/cable/06EVIL1").text


@pytest.mark.parametrize("path", ["/cable/06LISBON2214", "/cable/06EVIL1"])
def test_a_cable_can_be_cited(client: Client, site: Site, path: str) -> None:
    page = client.get(path).text
    name = path.rpartition("/")[2]
    assert f'href="{name}.bib"' in page and f'href="{name}.csl.json"' in page
    item = client.get(f"{path}.csl.json").json()[0]
    card = site.index.cards([site.base + path.strip("/")])[site.base + path.strip("/")]
    assert (item["title"], item["number"], item["URL"]) == (card.title, name, card.iri)
    assert item["issued"]["date-parts"] == [[int(part) for part in card.issued[:10].split("-")]]
    entry = client.get(f"{path}.bib")
    assert entry.headers["content-type"] == "application/x-bibtex; charset=utf-8"
    assert f"year = {{{card.issued[:4]}}}" in entry.text and entry.text.count("{") == entry.text.count("}")
    assert client.get("/cable/99NO1.bib").status_code == 404


def test_a_meeting_shows_who_is_doubtful_and_whose_name_is_removed(client: Client) -> None:
    page = client.get("/meeting/06EVIL1-1.html").text
    removed = 'name removed, Third &lt;u&gt;Minister&lt;/u&gt; <span class="tag">doubtful</span>'
    assert removed in page
    assert "<mark>Ana Reis</mark>" in page and "Side &lt;u&gt;A" in page
    assert "Third &lt;u&gt;Minister&lt;/u&gt; (name removed)" in client.get("/cable/06EVIL1").text


def test_a_person_of_a_cable_leads_to_the_one_of_the_collection(client: Client, site: Site) -> None:
    form = "person/06EVIL1-ana-reis"
    leads = client.get(f"/{form}", headers=BROWSER, follow_redirects=True)
    assert leads.url.path == "/person/ana-reis.html" and "<h1>Ana Reis</h1>" in leads.text
    assert client.get(f"/{form}.html?on=2006-05").headers["location"] == "ana-reis.html?on=2006-05"
    data = client.get(f"/{form}.ttl").text
    assert "cab:person person:ana-reis" in data
    assert "person:06EVIL1-ana-reis cab:person person:ana-reis" in client.get("/person/ana-reis.ttl").text


BEHIND = re.compile(r'class="behind" href="([^"]+)" aria-label="The query behind ([^"]+)"')


@pytest.mark.parametrize(
    "path",
    [
        "/cable/06LISBON2214", "/person/ana-reis.html", "/person/chen-adler-us.html", "/post/LISBON.html",
        "/place/portugal.html", "/vocab/tag/PREL.html", "/people", "/posts", "/topics", "/places", "/organizations",
        "/meetings", "/network?since=2004&until=2006", "/search?q=agreement&year=2005&tag=PREL",
    ],
)  # fmt: skip
def test_the_query_behind_a_list_runs(client: Client, path: str) -> None:
    page = client.get(path, headers=BROWSER)
    found = BEHIND.findall(page.text)
    assert found
    for address, what in found:
        answer = client.get(page.url.join(address.replace("&amp;", "&")), headers=BROWSER)
        assert answer.status_code == 200, (what, answer.text)
        assert "nothing matches it" not in answer.text, what


@pytest.mark.parametrize("query", ["tag=PREL&year=2005&since=2005-03", "meeting=reported&until=2006"])
def test_the_query_behind_a_search_gives_its_cables(client: Client, query: str) -> None:
    page = client.get(f"/search?{query}").text
    address = BEHIND.findall(page)[0][0].replace("&amp;", "&")
    answer = client.get("/" + address.removeprefix("./"), headers={"accept": "text/csv"})
    total = re.search(r'class="found">([\d,]+) cable', page)
    assert total is not None and len(answer.text.splitlines()) - 1 == int(total[1])


def test_every_title_leads_to_the_paragraph_that_has_it(client: Client, site: Site) -> None:
    rows = site.select("SELECT DISTINCT ?p { ?form schema:jobTitle ?t ; cab:person ?p } ORDER BY ?p LIMIT 150")
    followed = 0
    for row in rows:
        page = client.get(f"/{row['p'].value.removeprefix(site.base)}.html")
        table = page.text.partition('id="titles"')[2].partition("</table>")[0]
        for title, cells in re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', table):
            for cable, fragment in re.findall(r'class="ev" href="\.\./cable/([^"#]+)#p([^"]+)"', cells):
                text = site.select(
                    "SELECT ?t { $par nif:isString ?t }", par=f"<{site.base}paragraph/{cable}-{fragment}>"
                )
                shown = " ".join(title.split()).casefold()
                assert shown in " ".join(escape(text[0]["t"].value).split()).casefold()
                followed += 1
    assert followed > 7


def number(text: str) -> int:
    """The first number in a text, in words too: `no cables`."""
    found = re.search(r"[\d,]+", text)
    return int(found[0].replace(",", "")) if found else 0


LINK = re.compile(r'<a (?:class="num" )?href="([^"#]+)"[^>]*>(.*?)</a>', re.DOTALL)
LISTED = re.compile(r"(?:[./]*(?:search|meetings|statements|people|organizations|places|posts|topics))?(?:\?.*)?")
COUNT = re.compile(
    r"(?:^|[ :])([\d,]+)(?: (?:cable|meeting|statement|person|organisation|place|post|topic)s?| people)?$"
)
ROOMS = [
    "/", "/place/portugal.html", "/post/LISBON.html", "/vocab/tag/PREL.html", "/person/chen-adler-us.html",
    "/person/ana-reis.html", "/meetings", "/statements", "/meetings?year=2005", "/statements?tag=PREL",
]  # fmt: skip


def counts_of(page: str) -> dict[str, int]:
    """The addresses of the lists that a page leads to, each with the count beside it."""
    links = ((address, " ".join(re.sub(r"<[^>]+>", " ", inner).split())) for address, inner in LINK.findall(page))
    return {
        address.replace("&amp;", "&"): number(counted[1])
        for address, text in links
        if LISTED.fullmatch(address) and (counted := COUNT.search(text))
    }


def in_list(client: Client, address: str) -> int:
    """How many a list says that it has, having looked that its pages show as many."""
    page = client.get(address).text
    heading = re.search(r'class="found">(.*?)</h2>', page, re.DOTALL) or re.search(r'class="lead">(.*?)</p>', page)
    assert heading is not None, address
    return number(re.sub(r"<[^>]+>", "", heading[1]))


@pytest.mark.parametrize("path", ROOMS)
def test_every_count_is_that_of_the_list_it_leads_to(client: Client, path: str) -> None:
    page = client.get(path, headers=BROWSER)
    counts = counts_of(page.text)
    assert len(counts) >= 3
    assert {address: in_list(client, str(page.url.join(address))) for address in counts} == counts


NAMED = """SELECT DISTINCT ?meeting ?label ?post ?person ?topic ?side WHERE {
  ?cable cab:reports ?meeting ; dcterms:creator ?post ; dcterms:subject ?topic . ?meeting rdfs:label ?label ;
  cab:participation ?part . ?part cab:participant/cab:person ?person ; cab:delegation ?side }
  ORDER BY ?meeting ?topic ?person ?side"""


def test_a_meeting_is_called_by_its_name_wherever_it_is_listed(client: Client, site: Site) -> None:
    seldom = {c.value: c.cables for c in site.index.facet(Wanted(), "tag", 1_000)}
    row = min(site.select(NAMED), key=lambda row: seldom[row["topic"].value])  # its page shows the latest few
    meeting, label = site.path(row["meeting"].value), str(escape(row["label"].value))
    things = {name: row[name].value for name in ("post", "person", "topic", "side")}
    key = {name: (site.path(iri) or "").rpartition("/")[2] for name, iri in things.items()}
    lists = [f"/meetings?{field}={key[name]}" for field, name in
             (("post", "post"), ("person", "person"), ("tag", "topic"), ("country", "side"))]  # fmt: skip
    cable = (meeting or "").rpartition("/")[2].rpartition("-")[0]
    for path in [*lists, f"/cable/{cable}", *(f"/{site.path(iri)}.html" for iri in things.values())]:
        page = client.get(path).text
        called = re.findall(r'<a href="(?:\.\./|\./)*(meeting/[^"]+)">([^<]+)</a>', page)
        assert (meeting, label) in called, path
    post = re.search(rf'href="\./{meeting}">.*?</tr>', client.get(lists[0]).text, re.DOTALL)
    assert post and f'href="./post/{key["post"]}">{escape(site.label(things["post"]))}</a>' in post[0]


@pytest.mark.parametrize("path", ["/meetings?country=portugal", "/statements?post=LISBON", "/meetings?order=oldest"])
def test_a_list_shows_what_it_counts_each_once_and_in_order(client: Client, path: str) -> None:
    item = (
        r'<tr><th scope="row"><a href="\./(meeting/[^"]+)"' if "meetings" in path else r'class="ev" href="\./([^"]+)"'
    )
    total = in_list(client, path)
    found: list[str] = []
    for page in range(1, -(-total // 25) + 1):
        found += re.findall(item, client.get(f"{path}&page={page}").text)
    assert len(found) == len(set(found)) == total > 0
    if "meetings" in path:
        days = [re.sub(r"\D", "", name.partition("/")[2])[:2] for name in found]  # of its cable, the year
        assert "order" not in path or days == sorted(days)


@pytest.mark.parametrize(
    "path",
    ["/meetings?country=portugal", "/meetings?person=chen-adler-us", "/statements?post=LISBON",
     "/statements?place=portugal", "/statements?person=chen-adler-us"],
)  # fmt: skip
def test_the_query_behind_a_list_gives_as_many(client: Client, path: str) -> None:
    page = client.get(path).text
    address = BEHIND.findall(page)[0][0].replace("&amp;", "&")
    answer = client.get("/" + address.removeprefix("./"), headers={"accept": "text/csv"})
    assert len(list(csv.DictReader(io.StringIO(answer.text)))) == in_list(client, path) > 0


def test_nothing_ends_in_more_that_is_nowhere(client: Client) -> None:
    for path in PATHS:
        assert "more in the data" not in client.get(path, headers=BROWSER).text


def test_one_of_a_cable_may_be_told_to_be_another(client: Client, site: Site, tmp_path: Path) -> None:
    """The rows that a page offers are what `convert --curated` reads."""
    person = next(
        entity for entity in site.index.entities("", kind="person", limit=60) if len(site.index.forms(entity.iri)) > 2
    )
    path = "/" + person.iri.removeprefix(site.base) + ".html"
    page = client.get(path).text
    offered = re.findall(r'href="[^"]*\?apart=([^"#]+)#row"', page)
    assert sorted(f"{site.base}person/{key}" for key in offered) == site.index.forms(person.iri)
    shown = client.get(f"{path}?apart={offered[0]}").text
    (tmp_path / "told.csv").write_text(re.search(r"<pre[^>]*>(.*?)</pre>", shown, re.DOTALL)[1].replace("&#34;", '"'))
    told = read_judgements(tmp_path / "told.csv", site.prefixes)
    assert told and {(row.fact, row.verdict) for row in told} == {(f"{site.base}person/{offered[0]}", "different")}
    assert {row.value for row in told} <= set(site.index.forms(person.iri)) - {told[0].fact}
    for odd in ("06EVIL1-nobody", "%3Cb%3E", "06EVIL1-ana-reis%20%3E"):
        assert "<pre" not in client.get(f"{path}?apart={odd}").text


def test_two_may_be_told_to_be_one(client: Client) -> None:
    shown = client.get("/person/ana-reis.html?same=reis").text
    assert "person:06EVIL1-ana-reis,same,,person:06EVIL1-reis," in shown
    assert "<pre" not in client.get("/person/ana-reis.html?same=ana-reis").text


def test_a_person_has_the_forms_of_the_name_with_their_cables(client: Client) -> None:
    page = client.get("/person/ana-reis.html").text
    forms = page.partition('id="forms"')[2].partition("</section>")[0]
    assert re.search(r"<summary>Ana Reis <span[^>]*>1 cable</span></summary>.*?06EVIL1</a>", forms, re.DOTALL)


def test_the_sentence_that_states_a_meeting_is_marked(client: Client, site: Site) -> None:
    rows = site.select(
        "SELECT ?m ?text ?begin ?end { ?m a cab:Meeting ; nif:referenceContext ?par ; nif:beginIndex ?begin ;"
        " nif:endIndex ?end . ?par nif:isString ?text } ORDER BY ?m LIMIT 6"
    )
    assert rows
    for row in rows:
        cable, _, number_ = row["m"].value.rpartition("/")[2].partition("-")
        page = client.get(f"/cable/{cable}").text
        stated = " ".join(row["text"].value[int(row["begin"].value) : int(row["end"].value)].split())
        marked = re.search(
            rf'<span class="sentence of-meeting" id="[^"]+">(?:<i id="[^"]+"></i>)*(?s:.*)id="t{number_}"', page
        )
        assert marked or f'<span class="sentence of-meeting" id="t{number_}"' in page
        assert f'href="#t{number_}">the sentence</a>' in page and len(stated) > 10


def test_the_dataset_describes_itself(client: Client, site: Site) -> None:
    response = client.get("/dataset.ttl")
    said = {
        str(quad.predicate): quad.object for quad in parse(response.content, RdfFormat.TURTLE, base_iri="http://a/")
    }
    assert int(said["<http://rdfs.org/ns/void#triples>"].value) == site.counts["triple"]
    assert said["<http://rdfs.org/ns/void#sparqlEndpoint>"].value == "http://a/sparql"
    assert client.get("/.well-known/void").status_code == 303


def test_a_topic_has_its_name_where_the_store_holds_no_vocabulary(client: Client, site: Site) -> None:
    used = {row["t"].value for row in site.select("SELECT DISTINCT ?t { ?c dcterms:subject ?t }")}
    named = {row["t"].value for row in site.select("SELECT DISTINCT ?t { ?t skos:prefLabel ?l }")}
    shipped = vocabulary.select(
        f"SELECT ?t ?n ?l {{ ?t skos:inScheme <{VOCAB}tag> ; skos:notation ?n ; skos:prefLabel ?l }}"
    )
    row = next(row for row in shipped if row["t"].value not in used | named and row["l"].value != row["n"].value)
    code, name = row["n"].value, escape(row["l"].value)
    page = client.get(f"/vocab/tag/{code}.html").text
    assert f"<title>{code}: {name} ·" in page and f'<h1>{code} <span class="meaning">{name}</span></h1>' in page


def test_the_dataset_tells_what_its_description_says_and_counts_what_is_there(tmp_path: Path) -> None:
    said = (
        '<{0}dataset> a dcat:Dataset ; dcterms:title "Ours" ; void:triples 7 ;'
        " dcterms:license <https://example.org/licence> ; dcat:distribution <{0}dataset/distribution/nquads> ;"
        " void:propertyPartition <{0}dataset/property/x> ."
        " <{0}dataset/property/x> a void:Dataset ; void:triples 3 ."
        ' <{0}dataset/distribution/nquads> a dcat:Distribution ; dcterms:title "ours.nq" .'
    )
    declared = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes().items())
    (tmp_path / "about.ttl").write_text(declared + said.format(DEFAULT_BASE))
    with OxigraphStore(tmp_path / "store", read_only=False) as store:
        store.load([tmp_path / "about.ttl"])
    site = open_site(Settings(location=str(tmp_path / "store")))
    answer = bytes(dataset(site, Request({"type": "http"})).body).decode()
    page = render(site, "about", about_view(site))
    site.close()
    assert 'dcterms:title "Ours"' in answer and "void:triples 10 ;" in answer
    assert "property" not in answer and "void:sparqlEndpoint <sparql>" in answer
    assert "<dt>Title</dt><dd>Ours</dd>" in page and "<dt>Data loaded from</dt><dd>ours.nq</dd>" in page
    assert '<dt>Licence</dt><dd><a href="https://example.org/licence">https://example.org/licence</a></dd>' in page
    assert "No licence is stated" not in page


def test_nothing_is_put_between_quotation_marks_that_the_text_does_not_quote(client: Client, site: Site) -> None:
    quoting = (
        "SELECT ?s ?said ?cable { ?s cab:quoted true ; cab:said ?said ; prov:wasDerivedFrom/^dcterms:hasPart ?cable }"
    )
    rows_ = site.select(quoting)
    assert rows_
    pages = {row["cable"].value for row in rows_}
    shown = {iri: re.sub(r"<[^>]+>", "", client.get(f"/{site.path(iri)}").text) for iri in pages}
    for row in rows_:
        said = str(escape(" ".join(row["said"].value.split())[:150]))
        assert f": {said}" in shown[row["cable"].value]


def test_a_topic_says_what_it_stands_for_once(client: Client) -> None:
    page = client.get("/vocab/tag/PTER.html").text.partition("<main")[2]
    assert re.sub(r"<[^>]+>", "", page).lower().count("terrorists and terrorism") == 1


def test_every_door_of_the_start_page_leads_to_something_that_is_there(client: Client) -> None:
    doors = re.search(r'<section class="doors".*?</section>', client.get("/", headers=BROWSER).text, re.DOTALL)
    assert doors is not None
    addresses = re.findall(r'<a href="([^"]+)"', doors[0])
    assert len(addresses) == 4
    for address in addresses:
        page = client.get(client.base_url.join(address), headers=BROWSER, follow_redirects=True)
        assert page.status_code == 200, address
        assert re.search(r"<tr><t[dh]|<svg|<h2 id=\"meetings\"", page.text), address
        assert "sparql" not in address or re.search(r'<h2 id="results">[1-9][\d,]* row', page.text), address


def test_the_page_about_the_collection_tells_accuracy_sources_and_limits(client: Client) -> None:
    page = client.get("/about", headers=BROWSER).text
    found = re.findall(r'<th scope="row">(.*?)</th><td class="num">(.*?)</td><td class="num">(.*?)</td>', page)
    told = [(row["what"], row["set_aside"], row["fresh"].replace("–", "not measured")) for row in rows("accuracy")]
    assert found == told and "Measured on" in page
    assert "The store holds no description" in page and "No licence is stated" in page
    for limit in ("Living people", "Markings", "Meetings overlooked", "Names alone"):
        assert f"<b>{limit}.</b>" in page
