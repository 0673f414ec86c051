"""`cablerdf validate` on files of every format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from cablerdf.check.engines import default_engine, slowness

Run = Callable[..., CompletedProcess[bytes]]
BROKEN = """<https://w3id.org/cablerdf/id/cable/07UTOPIA1> a <https://w3id.org/cablerdf/ontology#Cable> .
"""


pytest.importorskip("shacl", reason="the quick engine has no wheel here")


@pytest.mark.parametrize("engine", ["pyshacl", "shacl"])
def test_malformed_lines_are_told_of_their_file(run: Run, tmp_path: Path, engine: str) -> None:
    (tmp_path / "good.nt").write_text("<http://a/> <http://b/> <http://c/> .")  # and no new line after it
    (tmp_path / "bad.nq").write_text("<http://a/> <http://b/> <http://c/> .\nnonsense\n")
    assert run("validate", tmp_path / "good.nt", tmp_path / "good.nt", "--engine", engine).returncode == 0
    done = run("validate", tmp_path / "good.nt", tmp_path / "bad.nq", "--engine", engine)
    assert done.returncode == 3
    assert b"bad.nq: malformed nquads" in done.stderr and b"fault" not in done.stderr


@pytest.mark.parametrize("ending", ["ttl", "nt", "nq", "trig", "rdf", "jsonld", "nq.gz", "nq.zst"])
def test_what_convert_writes_conforms(run: Run, folder: Path, ending: str) -> None:
    assert run("convert", "in/1.txt", "-o", f"out.{ending}").returncode == 0
    done = run("validate", f"out.{ending}", "--engine", "shacl")
    assert done.returncode == 0, done.stdout + done.stderr
    assert b"conforms: 0 violations" in done.stdout


@pytest.mark.parametrize("engine", ["pyshacl", "shacl"])
def test_violations_make_the_status_1(run: Run, tmp_path: Path, engine: str) -> None:
    (tmp_path / "broken.ttl").write_text(BROKEN)
    done = run("validate", "broken.ttl", "-f", "json", "--engine", engine)
    assert done.returncode == 1, done.stderr
    report = json.loads(done.stdout)
    assert not report["conforms"]
    assert all(result["message"] for result in report["results"])
    assert b"sh:conforms false" in run("validate", "broken.ttl", "-f", "turtle", "--engine", engine).stdout


@pytest.mark.parametrize(
    ("name", "text", "status", "told"),
    [
        ("x.ttl", "<a> <b>", 3, "malformed turtle"),
        ("x.jsonld", "{", 3, "malformed jsonld"),
        ("x.docx", "", 3, "does not say which RDF format"),
        ("missing/x.ttl", None, 3, "No such file"),
    ],
)
def test_what_cannot_be_read(run: Run, tmp_path: Path, name: str, text: str | None, status: int, told: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    done = run("validate", name)
    assert done.returncode == status
    assert told in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_unknown_engine_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text(BROKEN)
    assert run("validate", "broken.ttl", "--engine", "nobody").returncode == 2


def test_a_folder_is_all_the_rdf_files_in_it(run: Run, folder: Path, tmp_path: Path) -> None:
    run("convert", "in/1.txt", "-o", "out/1.nq")
    (tmp_path / "out" / "notes.txt").write_text("no RDF")
    done = run("validate", "out")
    assert (done.returncode, done.stdout) == (0, b"conforms: 0 violations, 0 warnings, 0 info\n"), done.stderr
    (tmp_path / "out" / "broken.ttl").write_text(BROKEN.replace("07UTOPIA1", "07UTOPIA99"))
    assert run("validate", "out").returncode == 1


def test_the_quick_engine_is_the_default() -> None:
    assert default_engine() == "shacl" and slowness() is None
