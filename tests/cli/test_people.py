"""Who the people of a collection are, which pairs are doubtful, and rows to paste."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from math import exp
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]


@pytest.fixture
def data(run: Run, folder: Path, telegram: Callable[[int], str]) -> Path:
    """Four cables; in the last the minister and the ambassador are a consul of his family name and Jane Doe."""
    other = telegram(4).replace("Ambassador Ralph Robinson", "Consul Robinson")
    (folder / "4.txt").write_text(other.replace("UTOPIA", "TOKYO").replace("Hythloday", "Jane Doe"))
    assert run("convert", "in", "-o", "out.nq").returncode in (0, 1)
    return folder.parent / "out.nq"


def test_people_are_listed_those_of_most_cables_first(run: Run, data: Path) -> None:
    lines = run("people", data).stdout.decode().splitlines()
    assert lines[0].split("  ")[-2:] == ["Ralph Robinson (United States)", "person:07UTOPIA1-ralph-robinson"]
    assert lines[1].strip() == "full name and country agree 2"
    assert run("people", data, "--limit", "1").stdout.decode().splitlines() == lines[:2]
    assert max(map(len, lines)) <= 80


def test_a_store_tells_the_same(run: Run, data: Path) -> None:
    assert run("load", data, "--to", "store").returncode == 0
    for more in ((), ("--doubtful",)):
        told = run("people", "store", *more)
        assert told.returncode == 0 and told.stdout == run("people", data, *more).stdout


def test_a_doubtful_pair_has_reasons_and_rows_that_are_obeyed(run: Run, data: Path) -> None:
    done = run("people", data, "--doubtful")
    told = done.stdout.decode()
    assert b"fact,verdict,why,value,curator, for --curated" in done.stderr
    pair, *_others = told.split("\n\n")
    first, *said, same, different = pair.splitlines()
    assert max(map(len, said)) <= 80 and "(one of 3)" in "".join(said)
    assert 0.4 <= float(first.split()[0]) <= 1 and "to begin with" in pair
    assert same.split(",")[1] == "same" and different == same.replace(",same,", ",different,")
    path = data.with_name("told.csv")
    for row in (different, same):
        path.write_text(f"fact,verdict,why,value,curator\n{row}\n")
        assert same not in run("people", data, "--doubtful", "--curated", path).stdout.decode()
    assert b"told by hand 1" in run("people", data, "--curated", path).stdout


def test_the_steps_of_a_doubtful_pair_add_up_to_its_probability(run: Run, data: Path) -> None:
    first, *lines = run("people", data, "--doubtful", "--limit", "1").stdout.decode().splitlines()
    steps, total = re.fullmatch(r".*?(to begin with .*): ([+-].*)", " ".join(" ".join(lines[:-3]).split())).groups()  # type: ignore[union-attr]
    parts = [float(step.split()[-1]) for step in steps.split(", ")]
    assert len(parts) > 3 and round(sum(parts), 2) == float(total)
    assert abs(1 / (1 + exp(-float(total))) - float(first.split()[0])) < 0.01


def test_judgements_are_an_sssom_table(run: Run, data: Path) -> None:
    assert run("people", data, "--sssom", "people.tsv").returncode == 0
    with data.with_name("people.tsv").open(newline="") as stream:
        rows = list(csv.DictReader((line for line in stream if not line.startswith("#")), delimiter="\t"))
    one = next(row for row in rows if row["object_id"] == "id:person/07UTOPIA2-ralph-robinson")
    assert (one["subject_id"], one["predicate_id"]) == ("id:person/07UTOPIA1-ralph-robinson", "owl:sameAs")
    assert {row["predicate_id"] for row in rows} == {"owl:sameAs", "skos:closeMatch"}


def test_where_no_pair_is_doubtful_it_says_so(run: Run, folder: Path) -> None:
    assert run("convert", "in/1.txt", "-o", "one.nq", "--no-check", "-q").returncode == 0
    done = run("people", "one.nq", "--doubtful")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"no pair is doubtful\n")
    assert run("people", "one.nq", "--doubtful", "-q").stderr == b""


def test_data_without_graphs_is_refused(run: Run, data: Path) -> None:
    data.with_name("one.ttl").write_text("<x:a> <x:b> <x:c> .")
    done = run("people", "one.ttl")
    assert (done.returncode, b"stands in a graph of its own" in done.stderr) == (2, True)
