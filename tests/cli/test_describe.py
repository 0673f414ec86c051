"""The description of the dataset: what it counts, and that no way of running changes it."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, VOID

Run = Callable[..., CompletedProcess[bytes]]
BASE = "https://w3id.org/cablerdf/id/"
DATASET = rdflib.URIRef(BASE + "dataset")
pytestmark = [  # rdflib's own
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


def described(path: Path) -> tuple[rdflib.Graph, set[str]]:
    """The triples of the description, and the graphs that they are in."""
    dataset, graph, names = rdflib.Dataset(), rdflib.Graph(), set()
    dataset.parse(data=path.read_bytes(), format={".nq": "nquads", ".ttl": "turtle"}.get(path.suffix, "trig"))
    for s, p, o, name in dataset.quads():
        graph.add((s, p, o))
        names.add(str(name))
    return graph, names


def cables(path: Path) -> int:
    """How many cables the description tells of."""
    graph, _names = described(path)
    part = graph.value(predicate=VOID["class"], object=rdflib.URIRef("https://w3id.org/cablerdf/ontology#Cable"))
    count = graph.value(part, VOID.entities)
    assert isinstance(count, rdflib.Literal)
    return int(count)


def test_what_is_told(run: Run, folder: Path) -> None:
    done = run("convert", "in", "-o", "out.nq", "--describe", "about.trig", "--licence", CC0)
    assert done.returncode in (0, 1), done.stderr
    path = folder.parent / "about.trig"
    graph, names = described(path)
    assert (DATASET, rdflib.RDF.type, DCAT.Dataset) in graph
    assert (DATASET, DCTERMS.license, rdflib.URIRef(CC0)) in graph
    examples = {str(example) for example in graph.objects(DATASET, VOID.exampleResource)}
    assert examples >= {f"{BASE}cable/07UTOPIA{number}" for number in (1, 2, 3)}
    assert names == {BASE + "graph/dataset"}
    assert cables(path) == 3
    assert b"dataset" not in (folder.parent / "out.nq").read_bytes()


def number(graph: rdflib.Graph, name: str) -> int:
    """A count of the dataset."""
    found = graph.value(DATASET, VOID[name])
    assert isinstance(found, rdflib.Literal)
    return int(found)


def test_it_is_beside_the_data_and_counts_what_is_there(run: Run, folder: Path) -> None:
    assert run("convert", "in", "-o", "out.nq.gz", "--licence", CC0).returncode in (0, 1)
    graph, _names = described(folder.parent / "out.void.ttl")
    data = rdflib.Dataset()
    data.parse(data=gzip.decompress((folder.parent / "out.nq.gz").read_bytes()), format="nquads")
    quads = list(data.quads())
    assert number(graph, "triples") == len(quads)
    assert number(graph, "entities") == len({s for s, p, _o, _g in quads if p == rdflib.RDF.type})
    assert number(graph, "properties") == len({p for _s, p, _o, _g in quads})
    assert number(graph, "classes") == len({o for _s, p, o, _g in quads if p == rdflib.RDF.type})
    assert (DATASET, DCTERMS.license, rdflib.URIRef(CC0)) in graph


@pytest.mark.parametrize(
    "arguments", [("-o", "out.ttl", "--no-describe"), ("-f", "turtle"), ("-o", "/dev/null", "-f", "turtle")]
)
def test_where_it_is_not_wanted_or_has_no_place_there_is_none(run: Run, folder: Path, arguments: tuple[str]) -> None:
    assert run("convert", "in", *arguments).returncode in (0, 1)
    assert not list(folder.parent.glob("*.void.ttl"))


def test_no_way_of_running_changes_it(run: Run, archive: Path) -> None:
    for jobs in ("1", "2"):
        run("convert", archive, "-o", "out.ttl", "--no-check", "-j", jobs, "--describe", f"about{jobs}.nq")
    assert cables(archive.parent / "about1.nq") == 300
    assert (archive.parent / "about1.nq").read_bytes() == (archive.parent / "about2.nq").read_bytes()


def test_a_later_run_tells_of_the_whole(run: Run, folder: Path, telegram: Callable[[int], str]) -> None:
    run("convert", "in", "-o", "out.nq", "--manifest", "first.jsonl", "--no-check")
    (folder / "4.txt").write_text(telegram(4))
    run("convert", "in", "-o", "new.nq", "--since", "first.jsonl", "--no-check", "--describe", "about.ttl")
    assert cables(folder.parent / "about.ttl") == 4


def test_what_stood_beside_an_output_stays_whole_where_a_run_fails_at_its_end(
    run: Run, folder: Path, telegram: Callable[[int], str]
) -> None:
    arguments = ("convert", "in", "-o", "out.nq", "--manifest", "made.jsonl", "--no-check")
    run(*arguments)
    before = {path.name: path.read_bytes() for path in folder.parent.iterdir() if path.is_file()}
    assert before.keys() == {"out.nq", "out.void.ttl", "made.jsonl", "made.jsonl.people.gz"}
    (folder / "4.txt").write_text(telegram(4))
    assert run(*arguments, "--report", "out.void.ttl/report.jsonl").returncode == 3
    assert {path.name: path.read_bytes() for path in folder.parent.iterdir() if path.is_file()} == before


def test_wrong_usage_is_told_before_anything_is_read(run: Run, folder: Path) -> None:
    for options, words in (
        (("--describe", "about.txt"), b"does not say which RDF format the description is to have"),
        (("--describe", "about.nq", "--licence", "CC0"), b"the licence 'CC0' is no IRI"),
        (("--licence", CC0, "--no-describe"), b"--licence is told in the description of the dataset"),
    ):
        done = run("convert", "in", "-o", "out.nq", *options)
        assert done.returncode == 2
        assert words in done.stderr
        assert not (folder.parent / "out.nq").exists()
