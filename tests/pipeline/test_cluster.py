"""A real scheduler and two worker processes; one of them is killed in the middle."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cablerdf.link.identity.carrying import Member
from cablerdf.pipeline.people.register import lines

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")

TELEGRAM = """FM AMEMBASSY UTOPIA
TO SECSTATE WASHDC

UNCLAS UTOPIA {number:06}

E.O. 12958: N/A
TAGS: PREL, SP
SUBJECT: VISIT NUMBER {number}

1. (U) The minister told the Ambassador on May 3, 2007 that {number} ships had come.

ROBINSON
"""

BEFORE = (  # who had which IRI in a run before: one is there still, one is withdrawn
    Member("robinson-of-old", "07UTOPIA7", "Robinson", "", "before"),
    Member("nobody-now", "06UTOPIA1", "Somebody", "", "before"),
)


def telegram(number: int) -> str:
    return TELEGRAM.format(number=number).replace("FM AMEM", f"O {number % 28 + 1:02}1530Z MAY 07\nFM AMEM")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive of 1,200 telegrams, files, one cable twice, and what cannot be read."""
    root = tmp_path_factory.mktemp("cluster")
    (root / "in").mkdir()
    with zipfile.ZipFile(root / "in" / "many.zip", "w") as archive:
        for number in range(1, 1201):
            archive.writestr(f"{number:04}.txt", telegram(number))
    for number in (7, 5000, 5001):
        (root / "in" / f"z{number}.txt").write_text(telegram(number))
    (root / "in" / "bad.txt").write_bytes(bytes(100))
    return root


def start(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def cluster(corpus: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The file that says where the scheduler is, and the processes of two workers."""
    where = corpus / "scheduler.json"
    where.unlink(missing_ok=True)
    quiet = ("--no-dashboard",)
    address = ("--host", "127.0.0.1")
    scheduler = start("scheduler", "--scheduler-file", str(where), "--port", "0", *quiet, *address, folder=corpus)
    processes = [scheduler]
    try:
        url = address_in(where, scheduler)
        options = ("--nthreads", "1", "--no-nanny", *quiet, *address)
        processes += [start("worker", url, *options, folder=corpus) for _ in range(2)]
        yield url, processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def address_in(file: Path, scheduler: subprocess.Popen[bytes]) -> str:
    """What the scheduler writes of its address: the file is there before its text is."""
    while scheduler.poll() is None:
        with contextlib.suppress(OSError, ValueError):
            return str(json.loads(file.read_text())["address"])
        time.sleep(0.05)
    raise RuntimeError(f"the scheduler has ended with status {scheduler.returncode}")


def convert(corpus: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "cablerdf", "convert", "in", *arguments]
    return subprocess.Popen(command, cwd=corpus, stderr=subprocess.PIPE)


def test_the_bytes_and_the_summary_are_those_of_one_machine(
    corpus: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    url, workers = cluster
    licence = ("--licence", "https://creativecommons.org/publicdomain/zero/1.0/")
    for name in ("kept-local", "kept-remote"):
        (corpus / name).mkdir()
        (corpus / name / "iris.csv").write_bytes(lines([Member._fields, *BEFORE]))
    local = convert(corpus, "-o", "one/parts.nq", "--report", "local.jsonl", "--register", "kept-local", *licence)
    told_locally = local.communicate()[1]
    remote = convert(
        corpus, "-o", "parts.nq", "--report", "remote.jsonl", "--register", "kept-remote", *licence, "--cluster", url
    )
    while not list((corpus / "parts.nq").glob("part-*.nq")) and remote.poll() is None:
        time.sleep(0.02)
    os.kill(workers[0].pid, signal.SIGKILL)
    told = remote.communicate(timeout=120)[1]
    assert remote.returncode == local.returncode == 3
    assert told == told_locally
    assert b"1,204 documents: 1,202 written, 1 left out as duplicates, 1 could not be read" in told
    parts = sorted((corpus / "parts.nq").glob("part-*.nq"))
    written = b"".join(part.read_bytes() for part in (*parts, corpus / "parts.nq" / "people.nq"))
    assert written == (corpus / "one" / "parts.nq").read_bytes()
    assert b"/person/robinson-of-old>" in written and b"/person/nobody-now>" in written
    for name in ("iris.csv", "judgements.csv"):
        assert (corpus / "kept-remote" / name).read_bytes() == (corpus / "kept-local" / name).read_bytes()
    assert (corpus / "remote.jsonl").read_bytes() == (corpus / "local.jsonl").read_bytes()
    described = (corpus / "parts.nq" / "parts.void.ttl").read_bytes()
    assert described == (corpus / "one" / "parts.void.ttl").read_bytes()
    statements = len(written.splitlines())
    assert f"void:triples {statements} ;".encode() in described
    manifest = json.loads((corpus / "parts.nq" / "_manifest.json").read_text())
    assert [part["name"] for part in manifest["parts"]] == [*(part.name for part in parts), "people.nq"]
    assert sum(part["cables"] for part in manifest["parts"]) == 1202


def test_no_scheduler(corpus: Path) -> None:
    process = convert(corpus, "-o", "none.nq", "--cluster", "not-an-address")
    told = process.communicate(timeout=60)[1]
    assert process.returncode == 3
    assert b"no Dask scheduler at not-an-address" in told
    assert b"Traceback" not in told
