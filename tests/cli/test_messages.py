"""What a user is told when something is not as it should be: one plain sentence each."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]
SHOPPING = "Milk\nBread\n2 apples\n"


def test_what_is_no_cable_is_counted_named_and_not_written(
    tmp_path: Path, telegram: Callable[[int], str], run: Run
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.txt").write_text(telegram(1))
    (tmp_path / "in" / "list.txt").write_text(SHOPPING)
    done = run("parse", "in", "--report", "report.jsonl")
    assert done.returncode == 3
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["07UTOPIA1"]
    assert b"2 documents: 1 written, 1 not a cable\n" in done.stderr
    assert b"  in/list.txt: none of a telegram's marks" in done.stderr
    last = json.loads((tmp_path / "report.jsonl").read_text().splitlines()[-1])
    assert (last["source"], last["code"], last["severity"]) == ("in/list.txt", "not-a-cable", "error")
    assert run("parse", "in", "--input-format", "text", "-q").stdout.count(b"\n") == 2


def test_an_empty_folder_says_so(tmp_path: Path, run: Run) -> None:
    (tmp_path / "in").mkdir()
    done = run("convert", "in")
    assert done.returncode == 3
    assert (
        done.stderr
        == b"""1 document: 0 written, 1 could not be read
problems, most frequent first:
         1  error      nothing-there
not written:
  in: there is no document in it [nothing-there]
"""
    )


def test_a_url_is_to_be_fetched_first(run: Run) -> None:
    done = run("parse", "https://127.0.0.1/cables.zip", "-q")
    assert done.returncode == 3
    assert done.stderr == b"https://127.0.0.1/cables.zip: a URL: fetch it first, and name the file [unreadable]\n"


@pytest.mark.parametrize(
    "command",
    [
        ["convert", "gone"],
        ["convert", "in", "--gazetteer", "gone"],
        ["convert", "in", "--since", "gone", "-o", "x.nq"],
        ["parse", "gone"],
        ["inspect", "gone"],
        ["link", "gone"],
        ["link", "in/1.txt", "--curated", "gone"],
        ["load", "gone", "--to", "store"],
        ["load", "--manifest", "gone", "--to", "store"],
        ["validate", "gone.nq"],
        ["query", "store", "-f", "gone"],
        ["gazetteer", "build", "gone", "-o", "x.db"],
        ["gazetteer", "info", "gone"],
    ],
    ids=" ".join,
)
def test_a_file_that_is_not_there_is_status_3(run: Run, folder: Path, command: list[str]) -> None:
    done = run(*command)
    assert done.returncode == 3
    assert b"gone" in done.stderr and b"No such file or directory" in done.stderr


def test_a_url_is_never_read(run: Run, folder: Path) -> None:
    url = "https://127.0.0.1/x.nq"
    for command in (["load", url, "--to", "store"], ["link", url], ["validate", url]):
        done = run(*command)
        assert done.returncode == 3
        assert done.stderr.endswith(f"{url}: a URL: fetch it first, and name the file\n".encode())


def test_a_zip_that_is_cut_off(run: Run, archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:5000])
    done = run("parse", archive, "-q")
    assert done.returncode == 3
    assert b"in.zip: the zip archive is cut off or damaged" in done.stderr and b"[archive-broken]" in done.stderr


def test_the_target_is_looked_at_before_the_data(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "data.nq").write_text("not read")
    (tmp_path / "file").write_text("")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("")
    for target, told in (
        ("file", b"file is a file: name a folder to keep the store in"),
        ("full", b"full is a folder of something else: name a new or empty one"),
        ("http://127.0.0.1:9/", b"cannot reach http://127.0.0.1:9/"),
    ):
        done = run("load", "data.nq", "--to", target)
        assert done.returncode == 3
        assert told in done.stderr, done.stderr


@pytest.fixture
def store(run: Run, folder: Path) -> str:
    """A store with three cables."""
    assert run("convert", "in", "-o", "cables.nq", "--no-check", "-q").returncode == 0
    assert run("load", "cables.nq", "--to", "store", "-q").returncode == 0
    return "store"


def test_queries_only_read(run: Run, store: str) -> None:
    for update in (
        "DELETE WHERE { ?s ?p ?o }",
        "PREFIX a: <http://a/> # DROP\ninsert data { a:b a:c a:d }",
        "DROP ALL",
    ):
        done = run("query", store, update)
        assert done.returncode == 3
        assert b"is an update, and queries only read: `cablerdf load` changes a store" in done.stderr
    assert run("query", store, "ASK { ?drop ?delete ?insert }").stdout == b"yes\n"


def test_a_name_that_nobody_has(run: Run, store: str) -> None:
    done = run("query", store, "-e", "network-of-a-person", "--set", "person=person:nobody")
    assert (done.returncode, done.stderr) == (0, b"nothing in the store is called person:nobody\n")
    name = run(
        "query", store, "SELECT ?name { ?p a cab:Person ; foaf:name ?name } ORDER BY ?name LIMIT 1", "--format", "csv"
    )
    printed = name.stdout.decode().splitlines()[1]
    done = run("query", store, "-e", "network-of-a-person", "--set", f"person={printed}")
    assert f"'{printed}' is a name; the question asks for an IRI: person:".encode() in done.stderr


def test_explain_and_vocabulary(run: Run) -> None:
    assert run("explain", "redaction").stdout.startswith(b"redaction (info)\n  Words of the body")
    assert run("explain").stdout.count(b"What to do:") > 50
    assert max(map(len, run("explain").stdout.decode().splitlines())) <= 80
    done = run("explain", "nonsense")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"sh:NodeShape" in run("vocabulary", "shapes").stdout
    assert json.loads(run("vocabulary", "context").stdout)["@context"]


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_whoever_stops_a_run_is_told_how_it_goes_on(tmp_path: Path, archive: Path, number: int, status: int) -> None:
    command = [sys.executable, "-m", "cablerdf", "convert", str(archive), "-o", "out.nq", "-j", "1"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE)
    journal = tmp_path / "out.nq.part" / "journal.jsonl"
    while process.poll() is None and not (journal.exists() and journal.read_bytes().count(b"\n") > 2):
        time.sleep(0.02)
    process.send_signal(number)
    _out, told = process.communicate(timeout=60)
    assert process.returncode == status
    assert told == b"stopped in out.nq.part: the same command with --resume goes on from there\n\ninterrupted\n"
    done = subprocess.run([*command, "--resume"], cwd=tmp_path, capture_output=True, timeout=120)
    assert done.returncode == 0 and b"cables that are finished" in done.stderr


def test_a_table_fits_the_terminal(run: Run, store: str, tmp_path: Path) -> None:
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 70, 0, 0))
    query = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY DESC(STRLEN(STR(?o))) LIMIT 3"
    command = [sys.executable, "-m", "cablerdf", "query", store, query]
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    process = subprocess.Popen(command, cwd=tmp_path, stdin=theirs, stdout=theirs, env=environment)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # the terminal is gone when the program is
        while part := os.read(ours, 4096):
            shown += part
    process.wait(60)
    os.close(ours)
    lines = shown.decode().split("\r\n")
    assert len(lines) == 7 and "…" in lines[2]
    assert max(map(len, lines)) <= 70
    assert max(map(len, run("query", store, query).stdout.decode().splitlines())) > 70
