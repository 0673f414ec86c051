"""The ontology and the vocabularies come along: into a store, and before the cables of a file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pyoxigraph as ox
import pytest

Run = Callable[..., CompletedProcess[bytes]]
LABELS = "SELECT ?notation ?label { ?c dcterms:subject ?t . ?t skos:notation ?notation ; skos:prefLabel ?label }"
GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s a ?kind } FILTER REGEX(STR(?g), '/graph/[ov]') }"


def test_a_store_knows_the_labels_of_codes(run: Run, folder: Path) -> None:
    run("convert", "in/1.txt", "-o", "1.nq", "--no-check", "-q")
    assert run("load", "1.nq", "--to", "store", "--base", "https://w3id.org/cablerdf/id/").returncode == 0
    assert b"PREL,External Political Relations\n" in run("query", "store", LABELS, "--format", "csv").stdout
    graphs = run("query", "store", GRAPHS, "--format", "csv").stdout.split()
    assert sorted(graphs[1:]) == [
        f"https://w3id.org/cablerdf/id/graph/{name}".encode() for name in ("ontology", "vocabulary")
    ]
    again = run("load", "1.nq", "--to", "store")
    assert b"0 new or changed, 0 statements added, 0 removed" in again.stderr
    run("load", "1.nq", "--to", "bare", "--no-vocabulary")
    assert run("query", "bare", LABELS, "--format", "csv").stdout == b"notation,label\n"


def test_a_server_gets_them_too(run: Run, folder: Path, server: str) -> None:
    run("convert", "in/1.txt", "-o", "1.ttl", "--no-check", "-q")
    assert run("load", "1.ttl", "--to", server, "--input-format", "ttl").returncode == 0
    assert b"PREL,External Political Relations\n" in run("query", server, LABELS, "--format", "csv").stdout


@pytest.mark.parametrize("ending", ["ttl", "nt", "nq", "trig", "rdf", "jsonld"])
def test_a_file_may_have_them(run: Run, folder: Path, tmp_path: Path, ending: str) -> None:
    assert run("convert", "in", "-o", f"out.{ending}", "--with-vocabulary").returncode == 0
    run("convert", "in", "-o", "bare.nt", "--no-check")
    data, bare = (tmp_path / f"out.{ending}").read_bytes(), (tmp_path / "bare.nt").read_bytes()
    kind = ox.RdfFormat.from_extension(ending)
    found = {f"{q.subject} {q.predicate} {q.object}" for q in ox.parse(data, format=kind)}
    extra = found - {f"{q.subject} {q.predicate} {q.object}" for q in ox.parse(bare, format=ox.RdfFormat.N_TRIPLES)}
    shipped = [run("vocabulary", name).stdout for name in ("ontology", "vocabularies")]
    expected = {
        f"{q.subject} {q.predicate} {q.object}" for text in shipped for q in ox.parse(text, ox.RdfFormat.TURTLE)
    }
    assert extra == expected
    void = (tmp_path / "out.void.ttl").read_text()
    quads = (
        len(list(ox.parse((tmp_path / "out.nq").read_bytes(), format=ox.RdfFormat.N_QUADS))) if ending == "nq" else 0
    )
    assert ending != "nq" or f"void:triples {quads} " in void


def test_plain_pyshacl_says_that_it_conforms(run: Run, folder: Path, tmp_path: Path) -> None:
    """As docs/vocabulary.md has it, without a line of cablerdf."""
    run("convert", "in/1.txt", "-o", "cable.ttl", "--with-vocabulary", "--no-check")
    for name in ("shapes", "ontology"):
        run("vocabulary", name, "-o", f"{name}.ttl")
    command = [str(Path(sys.executable).parent / "pyshacl"), "-s", "shapes.ttl", "-e", "ontology.ttl", "cable.ttl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout.splitlines()[1]) == (0, "Conforms: True")
    bare = (tmp_path / "cable.ttl").read_text().replace('dcterms:identifier "07UTOPIA1"', 'dcterms:identifier "no id"')
    (tmp_path / "cable.ttl").write_text(bare)
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120).returncode == 1
