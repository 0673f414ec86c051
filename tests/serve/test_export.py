"""Networks and charts as files."""

from __future__ import annotations

import csv
import importlib
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cablerdf.errors import OptionError
from cablerdf.serve.export import chart_file, network_file
from cablerdf.serve.settings import Settings

nx = pytest.importorskip("networkx", reason="the extra 'network' is not installed")


@pytest.fixture(scope="module")
def settings(store_folder: Path) -> Settings:
    return Settings(location=str(store_folder))


def test_all_formats_hold_the_same_network(settings: Settings, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(network_file(settings, "n.csv", {}).decode())))
    wanted = {frozenset((row["Source"], row["Target"])): int(row["Weight"]) for row in rows}
    assert len(wanted) == len(rows) > 100
    for name, read in (("n.graphml", nx.read_graphml), ("n.gexf", nx.read_gexf)):
        (tmp_path / name).write_bytes(network_file(settings, name, {}))
        graph = read(tmp_path / name)
        assert {frozenset((a, b)): int(data["weight"]) for a, b, data in graph.edges(data=True)} == wanted
        assert all(data["label"] and "country" in data and data["meetings"] > 0 for _, data in graph.nodes(data=True))


@pytest.mark.parametrize("name", ["n.csv", "n.graphml", "n.gexf"])
def test_the_same_bytes_every_time(settings: Settings, name: str) -> None:
    assert network_file(settings, name, {}) == network_file(settings, name, {})


def test_filters(settings: Settings) -> None:
    def people(**given: str) -> set[str]:
        rows = csv.DictReader(io.StringIO(network_file(settings, "n.csv", given).decode()))
        return {row["cables"] for row in rows}

    of_2005 = {cable for cables in people(since="2005", until="2005") for cable in cables.split()}
    assert of_2005 and all(cable.startswith("05") for cable in of_2005)
    assert all("OSLO" in cable for cables in people(post="OSLO") for cable in cables.split())
    assert people(country="nowhere") == set()


def test_an_unknown_ending_is_refused(settings: Settings) -> None:
    with pytest.raises(OptionError, match=r"\.graphml"):
        network_file(settings, "network.xls", {})


@pytest.mark.parametrize("name", ["timeline", "topics"])
def test_charts_are_well_formed_and_complete(settings: Settings, name: str) -> None:
    picture = chart_file(settings, name, "chart.svg")
    root = ElementTree.fromstring(picture)
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "2005" in texts or any("2005" in (t.text or "") for t in root.iter("{http://www.w3.org/2000/svg}title"))
    marks = list(root.iter("{http://www.w3.org/2000/svg}rect")) + list(root.iter("{http://www.w3.org/2000/svg}circle"))
    assert len(marks) > 6
    assert chart_file(settings, name, "chart.svg") == picture


@pytest.mark.parametrize("name", ["timeline", "topics"])
def test_a_chart_as_png_has_the_size_and_the_marks_of_the_svg(settings: Settings, name: str) -> None:
    pytest.importorskip("matplotlib", reason="the extra 'charts' is not installed")
    image = importlib.import_module("PIL.Image")
    svg = ElementTree.fromstring(chart_file(settings, name, "chart.svg"))
    data = chart_file(settings, name, "chart.PNG")
    picture = image.open(io.BytesIO(data)).convert("RGB")
    wanted = (float(svg.attrib["width"]), float(svg.attrib["height"]))
    assert all(abs(pixels / 2 - size) <= 1 for pixels, size in zip(picture.size, wanted, strict=True))
    colours = {colour for _count, colour in picture.getcolors(1 << 24)}
    assert (0x3C, 0x6C, 0x99) in colours and (0xFF, 0xFE, 0xFA) in colours
    assert chart_file(settings, name, "chart.PNG") == data


def test_an_unknown_ending_of_a_chart_is_refused(settings: Settings) -> None:
    with pytest.raises(OptionError, match=r"\.svg or \.png"):
        chart_file(settings, "timeline", "chart.pdf")


def test_gexf_has_the_shape_that_its_schema_asks_for(settings: Settings) -> None:
    """GEXF 1.2: what the schema requires of a static, undirected graph."""
    name = "{http://www.gexf.net/1.2draft}"
    root = ElementTree.fromstring(network_file(settings, "n.gexf", {}))
    assert (root.tag, root.attrib["version"]) == (name + "gexf", "1.2")
    graph = root.find(name + "graph")
    assert graph is not None
    assert (graph.attrib["defaultedgetype"], graph.attrib["mode"]) == ("undirected", "static")
    for kind, things in (("node", f"{name}nodes/{name}node"), ("edge", f"{name}edges/{name}edge")):
        declared = graph.findall(f"{name}attributes[@class='{kind}']/{name}attribute")
        assert all({"id", "title", "type"} <= attribute.keys() for attribute in (a.attrib for a in declared))
        known = {attribute.attrib["id"] for attribute in declared}
        found = graph.findall(things)
        assert len({thing.attrib["id"] for thing in found}) == len(found) > 0
        used = {value.attrib["for"] for thing in found for value in thing.iter(name + "attvalue")}
        assert used and used <= known
    nodes = {node.attrib["id"]: node.attrib["label"] for node in graph.iter(name + "node")}
    assert all(nodes.values())
    for edge in graph.iter(name + "edge"):
        assert {edge.attrib["source"], edge.attrib["target"]} <= nodes.keys()
        assert float(edge.attrib["weight"]) >= 1
