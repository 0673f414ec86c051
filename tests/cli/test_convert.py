"""`cablerdf convert` as a user runs it: formats, statuses, reports, the same bytes whatever surrounds it."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pyoxigraph
import pytest
import zstandard

Run = Callable[..., CompletedProcess[bytes]]
ENDINGS = {
    "ttl": pyoxigraph.RdfFormat.TURTLE,
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "nq": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "rdf": pyoxigraph.RdfFormat.RDF_XML,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}


def triples(data: bytes, ending: str) -> set[str]:
    quads = pyoxigraph.parse(data, format=ENDINGS[ending])
    return {f"{quad.subject} {quad.predicate} {quad.object}" for quad in quads}


@pytest.mark.parametrize("ending", ENDINGS)
def test_formats_say_the_same(run: Run, folder: Path, tmp_path: Path, ending: str) -> None:
    done = run("convert", "in", "-o", f"out.{ending}", "--no-check")
    assert done.returncode == 0, done.stderr
    assert done.stdout == b""
    stdout = run("convert", "in", "-f", "ntriples", "--no-check").stdout
    found = triples((tmp_path / f"out.{ending}").read_bytes(), ending)
    assert found == triples(stdout, "nt")
    assert len(found) > 100


@pytest.mark.parametrize(("ending", "unpack"), [("gz", gzip.decompress), ("zst", None)])
def test_packed_by_name(run: Run, archive: Path, tmp_path: Path, ending: str, unpack: Callable[[bytes], bytes]) -> None:
    run("convert", archive, "-o", "out.nq", "--no-check")
    run("convert", archive, "-o", f"out.nq.{ending}", "--no-check")
    data = (tmp_path / f"out.nq.{ending}").read_bytes()
    if unpack is None:
        with zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True) as reader:
            assert reader.read() == (tmp_path / "out.nq").read_bytes()
    else:
        assert unpack(data) == (tmp_path / "out.nq").read_bytes()


def test_turtle_on_stdout_by_default(run: Run, folder: Path) -> None:
    done = run("convert", "in")
    assert b"cable:07UTOPIA1" in done.stdout
    assert b"3 documents: 3 written" in done.stderr


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/null"])
def test_devices_are_written_to_and_stay(run: Run, folder: Path, name: str) -> None:
    done = run("convert", "in", "-o", name, "-f", "nquads")
    assert done.returncode == 0, done.stderr
    assert (b"/cable/07UTOPIA1>" in done.stdout) == (name == "/dev/stdout")
    assert not Path(name).is_file() or name == "/dev/stdout"
    assert not list(Path("/dev").glob("*.part"))


def test_base(run: Run, folder: Path) -> None:
    done = run("convert", "in", "-f", "ntriples", "--base", "https://example.org/")
    assert b"<https://example.org/cable/07UTOPIA1>" in done.stdout


def test_the_same_bytes_whatever_surrounds_it(run: Run, archive: Path, tmp_path: Path) -> None:
    seen = set()
    for i, (jobs, seed, zone, language) in enumerate(
        [("1", "0", "UTC", "C.UTF-8"), ("2", "1", "Asia/Tokyo", "C"), ("5", "77", "America/Lima", "tr_TR.UTF-8")]
    ):
        options = ("-o", f"{i}.nq", "--jobs", jobs, "--report", f"{i}.jsonl")
        done = run("convert", archive, *options, PYTHONHASHSEED=seed, TZ=zone, LC_ALL=language)
        assert done.returncode in (0, 1), done.stderr
        seen.add(((tmp_path / f"{i}.nq").read_bytes(), (tmp_path / f"{i}.jsonl").read_bytes(), done.stderr))
    assert len(seen) == 1


def test_order_of_arguments_does_not_matter(run: Run, folder: Path) -> None:
    one = run("convert", "in/1.txt", "in/2.txt", "in/3.txt").stdout
    assert run("convert", "in/3.txt", "in/1.txt", "in/2.txt").stdout == one
    assert len(one) > 1000


def test_a_bad_document_is_named_and_the_rest_written(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "2.txt").write_bytes(b"\x00\x01\x02" * 100)
    done = run("convert", "in", "missing.txt", "-o", "out.nq", "--report", "report.jsonl", "--no-check")
    assert done.returncode == 3
    assert b"in/2.txt" in done.stderr
    assert b"missing.txt: No such file" in done.stderr
    output = (tmp_path / "out.nq").read_text()
    assert "07UTOPIA1>" in output
    assert "07UTOPIA3>" in output
    rows = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text().splitlines()]
    assert all(list(row) == ["source", "id", "code", "severity", "message", "line"] for row in rows)
    errors = [(row["source"], row["code"]) for row in rows if row["severity"] == "error"]
    assert errors == [("in/2.txt", "format-broken"), ("missing.txt", "unreadable")]


def test_the_same_cable_twice_is_written_once(run: Run, folder: Path, telegram: Callable[[int], str]) -> None:
    (folder / "4.txt").write_text(telegram(1))
    (folder / "5.txt").write_text(telegram(2).replace("ships", "boats"))
    done = run("convert", "in", "-f", "nquads", "--report", "/dev/stdout", "-o", "out.nq", "--no-check")
    assert b"5 documents: 3 written, 2 left out as duplicates" in done.stderr
    assert done.returncode == 0
    output = (folder.parent / "out.nq").read_bytes()
    assert b"2 ships had come" in output
    assert b"boats" not in output


@pytest.mark.parametrize(
    "arguments",
    [
        ("convert",),
        ("convert", "in", "-f", "excel"),
        ("convert", "in", "--jobs", "-1"),
        ("convert", "in", "-o", "out.docx"),
        ("convert", "in", "--base", "not an IRI"),
        ("convert", "in", "--input-format", "pdf"),
        ("frobnicate",),
    ],
)
def test_wrong_usage(run: Run, folder: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2, done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_an_output_that_cannot_be_written(run: Run, folder: Path) -> None:
    done = run("convert", "in", "-o", "/dev/null/out.nq")
    assert done.returncode == 3
    assert b"cannot write /dev/null/out.nq" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_under_stdout(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "cablerdf", "convert", "in"]
        done = subprocess.run(command, cwd=folder.parent, stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 3
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_full_disk_under_a_file(archive: Path, run: Run, tmp_path: Path) -> None:
    """A limit on file size stands for the full disk: the run ends, says so, and goes on later."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    command = [sys.executable, "-m", "cablerdf", "convert", str(archive), "-o", "out.nq"]
    done = subprocess.run(command, cwd=tmp_path, preexec_fn=limit, capture_output=True, timeout=60)
    assert done.returncode == 3
    assert b"cannot write out.nq: File too large" in done.stderr
    assert b"--resume" in done.stderr
    assert not (tmp_path / "out.nq").exists()
    assert run("convert", archive, "-o", "out.nq", "--resume").returncode in (0, 1)
    assert run("convert", archive, "-o", "whole.nq").returncode in (0, 1)
    assert (tmp_path / "out.nq").read_bytes() == (tmp_path / "whole.nq").read_bytes()


def test_a_reader_that_has_enough(archive: Path, tmp_path: Path) -> None:
    command = f"{sys.executable} -m cablerdf convert {archive} -q | head -1"
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, timeout=60)
    assert done.stdout.startswith(b"@prefix")
    assert done.stderr == b""


def test_no_progress_off_a_terminal(run: Run, archive: Path) -> None:
    assert b"\r" not in run("convert", archive, "-o", "out.nq").stderr


VOLUME = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><publicationStmt>
<idno type="frus">frus1961-63v99</idno></publicationStmt></fileDesc></teiHeader><text><body>
<div type="document" xml:id="d7" n="7"><head>7. Telegram From the <gloss type="from">Embassy in Lebanon</gloss> to the
<gloss type="to">Department of State</gloss><note type="source">Source: Central Files. Confidential.</note></head>
<dateline>Beirut, <date when="1962-01-03T19:00:00+02:00">January 3, 1962—7 p.m.</date></dateline>
<p>1234. Foreign Minister Hythloday told me that all was well.</p></div></body></text></TEI>"""


def test_a_volume_of_frus_conforms(run: Run, tmp_path: Path) -> None:
    (tmp_path / "volume.xml").write_text(VOLUME, encoding="utf-8")
    done = run("convert", "volume.xml", "-o", "out.ttl")
    assert done.returncode == 0, done.stderr
    assert b'dcterms:identifier "frus1961-63v99-d7"' in (tmp_path / "out.ttl").read_bytes()


def test_without_mentions_all_else_is_there(run: Run, folder: Path, tmp_path: Path) -> None:
    """What is left out stands in graphs of its own, and every statement still shows its sentence."""
    run("convert", "in", "-o", "whole.nq")
    done = run("convert", "in", "-o", "lean.nq", "--no-mentions")
    assert done.returncode == 0, done.stderr
    lines = {name: (tmp_path / name).read_text().splitlines() for name in ("whole.nq", "lean.nq")}
    apart = [line for line in lines["whole.nq"] if line.endswith("/mentions> .")]
    assert lines["lean.nq"] == [line for line in lines["whole.nq"] if line not in set(apart)]
    assert apart != [] and all("/id/mention/" in line for line in apart)
    quads = list(pyoxigraph.parse(path=tmp_path / "lean.nq", format=pyoxigraph.RdfFormat.N_QUADS))
    said: dict[str, dict[str, str]] = {}
    for quad in quads:
        said.setdefault(quad.subject.value, {})[quad.predicate.value.rpartition("#")[2]] = quad.object.value
    statements = [one for iri, one in said.items() if "/statement/" in iri]
    assert len(statements) >= 3
    for one in statements:
        text = said[one["wasDerivedFrom"]]["isString"]
        assert text[int(one["beginIndex"]) : int(one["endIndex"])] == one["anchorOf"]
    assert run("validate", "lean.nq").returncode == 0
