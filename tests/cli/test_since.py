"""A later run does only what is new or changed, and says what became of each graph."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]
BASE = "https://w3id.org/cablerdf/id/graph/"


def changes(path: Path) -> dict[str, str]:
    _run, *lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert all(line["graph"] == BASE + line["id"] for line in lines)
    return {line["id"]: line["change"] for line in lines}


@pytest.fixture
def first(run: Run, folder: Path) -> Path:
    """The manifest of a first run over three telegrams."""
    done = run("convert", "in", "-o", "out.nq", "--manifest", "first.jsonl")
    assert done.returncode in (0, 1), done.stderr
    return folder.parent / "first.jsonl"


def test_first_manifest(first: Path) -> None:
    assert changes(first) == {"07UTOPIA1": "new", "07UTOPIA2": "new", "07UTOPIA3": "new", "people": "new"}


def test_only_what_is_new_or_changed(run: Run, first: Path, folder: Path, telegram: Callable[[int], str]) -> None:
    (folder / "1.txt").unlink()
    (folder / "2.txt").write_text(telegram(2).replace("ships", "boats"))
    (folder / "4.txt").write_text(telegram(4))
    done = run("convert", "in", "-o", "delta.nq", "--since", first, "--manifest", "second.jsonl")
    assert b"3 documents: 2 written, 1 unchanged, 1 gone since (`load --manifest` drops them)" in done.stderr
    second = folder.parent / "second.jsonl"
    became = {"07UTOPIA1": "gone", "07UTOPIA2": "changed", "07UTOPIA3": "same", "07UTOPIA4": "new"}
    assert changes(second) == {**became, "people": "changed"}
    delta = (folder.parent / "delta.nq").read_text()
    assert f"<{BASE}07UTOPIA2>" in delta
    assert f"<{BASE}07UTOPIA4>" in delta
    assert f"<{BASE}07UTOPIA3>" not in delta
    done = run("convert", "in", "-o", "none.nq", "--since", second, "--manifest", "third.jsonl")
    assert set(changes(folder.parent / "third.jsonl").values()) == {"same"}
    assert (folder.parent / "none.nq").read_bytes() == b""


def test_what_is_changed_is_told_by_content_whatever_the_clock_said(run: Run, first: Path, folder: Path) -> None:
    text = folder / "1.txt"
    text.write_text(text.read_text().replace("ships", "boats"))
    os.utime(text, (0, 0))  # written long before the run that it comes after
    os.utime(folder / "2.txt")
    os.utime(first, (3_786_912_000, 3_786_912_000))  # 2090
    run("convert", "in", "-o", "delta.nq", "--since", first, "--manifest", "second.jsonl")
    became = changes(folder.parent / "second.jsonl")
    assert became == {"07UTOPIA1": "changed", "07UTOPIA2": "same", "07UTOPIA3": "same", "people": "same"}


def test_what_cannot_be_read_any_more_is_not_gone(run: Run, first: Path, folder: Path) -> None:
    (folder / "1.txt").write_bytes(b"")
    done = run("convert", "in", "-o", "delta.nq", "--since", first, "--manifest", "second.jsonl")
    assert done.returncode == 3
    assert changes(folder.parent / "second.jsonl") == {
        "07UTOPIA1": "unread",
        "07UTOPIA2": "same",
        "07UTOPIA3": "same",
        "people": "same",
    }


def test_other_options_make_everything_new(run: Run, first: Path, folder: Path) -> None:
    done = run("convert", "in", "-o", "delta.nq", "--since", first, "--manifest", "second.jsonl", "--no-check")
    assert b"converting everything, since this changed after" in done.stderr
    assert set(changes(folder.parent / "second.jsonl").values()) == {"changed"}


def people(path: Path) -> list[bytes]:
    """The statements of the graph of people, as they stand in a file."""
    return [line for line in path.read_bytes().splitlines() if f"<{BASE}people>".encode() in line]


def test_the_people_are_those_of_a_run_from_scratch(
    run: Run, first: Path, folder: Path, telegram: Callable[[int], str]
) -> None:
    (folder / "1.txt").unlink()
    (folder / "2.txt").write_text(telegram(2).replace("Hythloday", "Raphael Hythloday"))
    (folder / "0.txt").write_text(telegram(9))
    run("convert", "in", "-o", "delta.nq", "--since", first, "--manifest", "second.jsonl")
    run("convert", "in", "-o", "whole.nq", "-j", "2")
    since, whole = (people(folder.parent / name) for name in ("delta.nq", "whole.nq"))
    assert since == whole and any(b"Raphael Hythloday" in line for line in whole)
    (folder / "2.txt").unlink()
    (folder / "0.txt").unlink()
    run("convert", "in", "-o", "alone.nq", "--since", "second.jsonl", "--manifest", "third.jsonl")
    assert people(folder.parent / "alone.nq") == []  # one cable is no collection
    assert changes(folder.parent / "third.jsonl")["people"] == "gone"


def rows(*said: str) -> str:
    """A curator's CSV."""
    return "\n".join(("fact,verdict,why,value,curator", *said)) + "\n"


def ones(path: Path) -> dict[str, str]:
    """The person of the collection of each person of a cable, by the ends of their IRIs."""
    steps = (line.split() for line in people(path) if b"ontology#person> " in line)
    return {step[0].decode().rpartition("/")[2][:-1]: step[2].decode().rpartition("/")[2][:-1] for step in steps}


def test_what_is_told_by_hand_is_obeyed_and_outlives_every_run(run: Run, first: Path, folder: Path) -> None:
    two, minister = ("07UTOPIA1-ralph-robinson", "07UTOPIA3-ralph-robinson"), "07UTOPIA2-hythloday"
    told = folder.parent / "told.csv"
    told.write_text(
        rows(
            f"person:{two[0]},different,his son,person:{two[1]},A. Reader",
            f"person:{minister},same,a pen name,person:{two[1]},A. Reader",
            "cable:07UTOPIA1 dcterms:title,wrong,that is no matter of people,,A. Reader",
        )
    )
    run("convert", "in", "-o", "told.nq", "--curated", "told.csv")
    run("convert", "in", "-o", "since.nq", "--curated", "told.csv", "--since", first, "--manifest", "second.jsonl")
    before, after = ones(folder.parent / "out.nq"), ones(folder.parent / "told.nq")
    assert before[two[0]] == before[two[1]] != before[minister]
    assert after[two[0]] != after[two[1]] == after[minister]
    assert people(folder.parent / "since.nq") == people(folder.parent / "told.nq")
    assert changes(folder.parent / "second.jsonl")["people"] == "changed"
    run("convert", "in", "-o", "none.nq", "--curated", "told.csv", "--since", "second.jsonl")
    assert (folder.parent / "none.nq").read_bytes() == b""


@pytest.mark.parametrize(
    "row",
    [
        "person:jane-doe,same,x,person:07UTOPIA1-hythloday,",
        "cable:07UTOPIA1,same,x,person:07UTOPIA1-hythloday,",
    ],
)
def test_a_row_about_nobody_of_a_cable_is_refused(run: Run, folder: Path, row: str) -> None:
    (folder.parent / "told.csv").write_text(rows(row))
    done = run("convert", "in", "-o", "told.nq", "--curated", "told.csv")
    assert (done.returncode, b"expected a person as a cable names one" in done.stderr) == (3, True)


def register(path: Path) -> list[dict[str, str]]:
    """The rows of a file of the register."""
    with path.open(newline="") as stream:
        return list(csv.DictReader(stream))


def test_iris_and_judgements_are_kept(run: Run, folder: Path, telegram: Callable[[int], str]) -> None:
    """Two come together, and the elder IRI stays; they come apart, and the larger part keeps it; one is withdrawn."""
    root = folder.parent
    mate, told = "07UTOPIA1-hythloday", root / "told.csv"
    apart = [f"person:07UTOPIA{n}-ralph-robinson,different,x,person:07UTOPIA3-ralph-robinson," for n in (1, 2)]
    told.write_text(rows(*apart))

    def made(name: str, *more: object) -> dict[str, str]:
        done = run("convert", "in", "-o", name, "--register", "register", "--curated", "told.csv", *more)
        assert done.returncode in (0, 1), done.stderr
        return ones(root / name)

    first = made("first.nq", "--manifest", "first.jsonl")
    elder, younger = first["07UTOPIA1-ralph-robinson"], first["07UTOPIA3-ralph-robinson"]
    assert (elder, younger) == ("ralph-robinson", "ralph-robinson-2")
    told.write_text(rows("person:07UTOPIA1-ralph-robinson,same,x,person:07UTOPIA3-ralph-robinson,"))
    shutil.copytree(root / "register", root / "before")
    second = made("second.nq", "--manifest", "second.jsonl", "--since", "first.jsonl")
    shutil.rmtree(root / "register")
    (root / "before").rename(root / "register")
    assert made("scratch.nq") == second and people(root / "scratch.nq") == people(root / "second.nq")
    assert second["07UTOPIA3-ralph-robinson"] == elder
    said = b"\n".join(people(root / "second.nq"))
    gone = f"<https://w3id.org/cablerdf/id/person/{younger}>"
    assert (
        f"{gone} <http://purl.org/dc/terms/isReplacedBy> <https://w3id.org/cablerdf/id/person/{elder}>".encode() in said
    )
    told.write_text(rows(*apart))
    third = made("third.nq")
    assert third["07UTOPIA1-ralph-robinson"] == elder and third["07UTOPIA3-ralph-robinson"] not in (elder, younger)
    (folder / "1.txt").unlink()
    fourth = made("fourth.nq")
    assert first[mate] not in fourth.values()
    withdrawn = f"<https://w3id.org/cablerdf/id/person/{first[mate]}> <http://www.w3.org/2002/07/owl#deprecated>"
    assert any(line.startswith(withdrawn.encode()) for line in people(root / "fourth.nq"))
    judged = register(root / "register" / "judgements.csv")
    assert {row["verdict"] for row in judged} >= {"same", "different"}
    assert [row for row in judged if row["ended"]] and len({row["made"] for row in judged}) > 1
    assert {row["iri"] for row in register(root / "register" / "iris.csv")} >= {elder, younger, first[mate]}


def test_without_the_people_of_the_run_before_everything_is_made_anew(run: Run, first: Path, folder: Path) -> None:
    first.with_name("first.jsonl.people.gz").unlink()
    done = run("convert", "in", "-o", "delta.nq", "--since", first)
    assert b"converting everything, since first.jsonl.people.gz is not" in done.stderr.replace(
        str(folder.parent).encode() + b"/", b""
    )
    assert b"3 documents: 3 written" in done.stderr


def test_what_is_no_manifest_is_refused(run: Run, folder: Path) -> None:
    done = run("convert", "in", "-o", "delta.nq", "--since", "in/1.txt")
    assert done.returncode == 3
    assert b"is no manifest" in done.stderr


@pytest.mark.parametrize("kind", ["folder", "server"])
def test_a_store_follows(
    run: Run, first: Path, folder: Path, telegram: Callable[[int], str], kind: str, request: pytest.FixtureRequest
) -> None:
    """What a later run made, loaded with its manifest, leaves what a whole run over the same leaves."""
    pytest.importorskip("pyoxigraph", reason="the extra 'store' is not installed")
    store = "store" if kind == "folder" else request.getfixturevalue("server")
    assert run("load", "out.nq", "--to", store, "--manifest", first).returncode == 0
    (folder / "1.txt").unlink()
    (folder / "2.txt").write_text(telegram(2).replace("ships", "boats"))
    (folder / "4.txt").write_text(telegram(4))
    run("convert", "in", "-o", "delta.nq", "--since", first, "--manifest", "second.jsonl")
    wrong = run("load", "out.nq", "--to", store, "--manifest", "second.jsonl")
    assert (wrong.returncode, b"graph/07UTOPIA4, which the data do not have" in wrong.stderr) == (3, True)
    done = run("load", "delta.nq", "--to", store, "--manifest", "second.jsonl")
    assert done.returncode == 0, done.stderr
    assert b"4 new or changed, 2 dropped" in done.stderr
    again = run("load", "delta.nq", "--to", store, "--manifest", "second.jsonl")
    assert b": 0 new or changed, 0 statements added, 0 removed" in again.stderr
    run("convert", "in", "-o", "whole.nq")
    run("load", "whole.nq", "--to", "whole")
    for question in ("SELECT * { GRAPH ?g { ?s ?p ?o } }", "SELECT * { ?s ?p ?o }"):
        rows = [run("query", where, question, "--format", "csv").stdout.splitlines() for where in (store, "whole")]
        assert len(rows[0]) > 100 and sorted(rows[0]) == sorted(rows[1])
