"""`load`, `query`, `serve` and `export`, as a user runs them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pyoxigraph", reason="the extra 'store' is not installed")

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def loaded(run: Run, folder: Path) -> Path:
    """A store with three telegrams."""
    assert run("convert", folder, "-o", "cables.nq", "-q").returncode == 0
    done = run("load", "cables.nq", "--to", "store")
    assert done.returncode == 0, done.stderr
    assert b"3 new or changed" in done.stderr or b"new or changed" in done.stderr
    return folder.parent / "store"


def test_loading_again_changes_nothing(run: Run, loaded: Path) -> None:
    done = run("load", "cables.nq", "--to", "store")
    assert done.returncode == 0
    assert b": 0 new or changed, 0 statements added, 0 removed" in done.stderr


def test_data_of_another_base_are_loaded_and_that_is_said(run: Run, loaded: Path) -> None:
    done = run("load", "cables.nq", "--to", "other", "--base", "https://example.org/id/")
    assert done.returncode == 0
    assert b"warning: no graph of a cable begins with https://example.org/id/" in done.stderr
    assert b"give --base https://w3id.org/cablerdf/id/" in done.stderr
    assert b"warning" not in run("load", "cables.nq", "--to", "store").stderr


def test_no_cell_of_csv_is_a_formula(run: Run, loaded: Path) -> None:
    query = "SELECT * { VALUES (?a ?b ?c) { ('=cmd()' '+1' '@x') ('-2.5e3' '-x' 'a\\n=b') } }"
    done = run("query", "store", query, "--format", "csv")
    assert done.stdout.decode() == "a,b,c\n'=cmd(),+1,'@x\n-2.5e3,'-x,\"a\n=b\"\n"


def test_questions_and_formats(run: Run, loaded: Path) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?c a cab:Cable }"
    assert run("query", "store", count, "--format", "csv").stdout == b"n\n3\n"
    rows = json.loads(run("query", "store", count, "--format", "json").stdout)
    assert rows["results"]["bindings"][0]["n"]["value"] == "3"
    assert b"1 row\n" in run("query", "store", count).stdout
    turtle = run("query", "store", "CONSTRUCT { ?c a cab:Cable } WHERE { ?c a cab:Cable }", "--format", "turtle").stdout
    assert turtle.count(b"cab:Cable") == 3
    (loaded.parent / "q.rq").write_text(count)
    assert run("query", "store", "-f", "q.rq", "--format", "csv").stdout == b"n\n3\n"
    assert run("query", "store", "-f", "-", "--format", "csv", stdin=count.encode()).stdout == b"n\n3\n"
    example = run("query", "store", "--example", "distribution", "--format", "csv")
    assert example.stdout.startswith(b"addressee,forAction,forInformation\n")
    assert b"SECSTATE WASHDC,3,0" in example.stdout
    assert b"who-met-whom" in run("query", "--examples").stdout


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["query", "nowhere", "ASK {}"], 3, b"no store in nowhere"),
        (
            ["query", "cables.nq", "ASK {}"],
            3,
            b"is a file, and no store: `cablerdf load cables.nq --to FOLDER` makes one",
        ),
        (["query", "store", "SELECT"], 3, b"malformed at line 1"),
        (["query", "store", "who met"], 3, b"expected SELECT, ASK, CONSTRUCT or DESCRIBE"),
        (["query", "store", "ASK { ?s a foo:Bar }"], 3, b"the prefix before it is not declared"),
        (["query", "store", "who-met-whom"], 2, b"ask it with --example who-met-whom"),
        (["query", "store", "--example", "nonsense"], 2, b"choose from"),
        (["query", "store", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"], 3, b"the query failed"),
        (["query", "store"], 2, b"give one of"),
        (["query", "store", "ASK {}", "--format", "turtle"], 3, b"gives rows"),
        (["load", "absent.nq", "--to", "store"], 3, b"No such file"),
        (["load", "cables.nq"], 2, b"--to"),
        (
            ["load", "cables.nq", "--to", "http://127.0.0.1:9"],
            3,
            b"cannot reach http://127.0.0.1:9: Connection refused",
        ),
        (["export", "network", "store", "-o", "n.xls"], 2, b".graphml"),
        (["serve", "nowhere"], 3, b"no store in nowhere"),
    ],
)
def test_what_goes_wrong_is_said(run: Run, loaded: Path, arguments: list[str], status: int, words: bytes) -> None:
    done = run(*arguments)
    assert (done.returncode, b"Traceback" in done.stderr) == (status, False)
    assert words in done.stderr
    assert done.stdout == b""


def test_a_malformed_file_is_named_with_its_line(run: Run, loaded: Path) -> None:
    (loaded.parent / "bad.nq").write_text("<http://a/> <http://b/> <http://c/> <http://g/> .\nnonsense\n")
    done = run("load", "bad.nq", "--to", "store")
    assert done.returncode == 3
    assert b"N-Quads" in done.stderr and b"line 2" in done.stderr


def test_charts_and_networks_become_files(run: Run, loaded: Path) -> None:
    assert run("export", "chart", "timeline", "store", "-o", "t.svg").returncode == 0
    assert (loaded.parent / "t.svg").read_text().startswith("<svg")
    assert run("export", "network", "store", "-o", "n.csv").returncode == 0
    assert (loaded.parent / "n.csv").read_text().startswith("Source,Target")


def test_serve_answers_until_it_is_stopped(loaded: Path) -> None:
    pytest.importorskip("starlette", reason="the extra 'serve' is not installed")
    command = [sys.executable, "-m", "cablerdf", "serve", str(loaded), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:
        assert process.stderr is not None
        address = re.search(rb"http://127\.0\.0\.1:\d+/", process.stderr.readline())
        assert address is not None
        with urllib.request.urlopen(address[0].decode(), timeout=30) as page:
            assert b"3 cables" in page.read()
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        if process.stderr is not None:
            assert b"Traceback" not in process.stderr.read()
            process.stderr.close()
