"""A curator's CSV is obeyed by `convert` and `load`, in every run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from cablerdf.pipeline.commands import Conversion, convert_to
from cablerdf.pipeline.runs.run import Settings
from cablerdf.pipeline.stores import Access, Loaded, LoadOptions, ask, load

Run = Callable[..., CompletedProcess[bytes]]
Converted = Callable[..., bytes]
WRONG = "statement:07UTOPIA1-1,wrong,a misprint,,A. Reader\n"
LATER = "cable:07UTOPIA2 dcterms:title,instead,,VISIT OF THE FOREIGN MINISTER,A. Reader\n"
FIRST = b"<https://w3id.org/cablerdf/id/statement/07UTOPIA1-1> <https://w3id.org/cablerdf/ontology#verb>"


@pytest.fixture
def curated(folder: Path) -> Path:
    path = folder.parent / "curated.csv"
    path.write_text("fact,verdict,why,value,curator\n" + WRONG)
    return path


@pytest.fixture
def converted(folder: Path) -> Converted:
    """What converting the telegrams writes, into a file of that name."""

    def convert(name: str, settings: Settings = Settings(jobs=1), **asked: Any) -> bytes:  # noqa: B008
        out = folder.parent / name
        convert_to((str(folder),), out, Conversion(check=False, no_describe=True, **asked), settings)
        return out.read_bytes()

    return convert


def loaded(data: Path, store: str, curated: Path | None) -> Loaded:
    return load([data], str(data.parent / store), Access(), LoadOptions(), index=False, curated=curated)


def test_the_commands_obey_it_and_say_so(run: Run, curated: Path) -> None:
    curated.write_text(curated.read_text() + "meeting:07UTOPIA1-88,wrong,,,\n")
    run("convert", "in", "-o", "out.nq", "--curated", curated, "--report", "report.jsonl")
    after = (curated.parent / "out.nq").read_bytes()
    assert FIRST not in after and b"curator/a-reader" in after and b'"a misprint"' in after
    codes = [json.loads(line)["code"] for line in (curated.parent / "report.jsonl").read_text().splitlines()]
    assert {"corrected", "correction-idle"} <= set(codes)
    done = run("load", "out.nq", "--to", "store", "--curated", curated)
    assert (done.returncode, b"1 fact corrected" in done.stderr) == (0, True)
    assert b"meeting:07UTOPIA1-88, which the data do not have" in done.stderr
    curated.write_text("fact,verdict,why\nUtopia,wrong,\n")
    done = run("load", "out.nq", "--to", "store", "--curated", curated)
    assert done.returncode == 3 and b"curated.csv" in done.stderr and b"no IRI" in done.stderr


def test_a_store_that_is_loaded_with_it_holds_what_convert_writes(converted: Converted, curated: Path) -> None:
    before, out = curated.with_name("before.nq"), curated.with_name("out.nq")
    assert FIRST in converted("before.nq") and FIRST not in converted("out.nq", curated=curated)
    assert [loaded(before, "one", curated).corrected, loaded(out, "two", curated).corrected] == [1, 1]

    def held(query: str) -> list[list[str]]:
        stores = [str(curated.with_name(name)) for name in ("one", "two")]
        return [sorted("".join(ask(store, query, "tsv", Access())).splitlines()) for store in stores]

    for query in ("SELECT * { GRAPH ?g { ?s ?p ?o } }", "SELECT * { ?s ?p ?o }"):
        one, two = held(query)
        assert one == two and len(one) > 100
    assert loaded(before, "one", curated).changed == 0


def test_it_outlives_runs_and_a_changed_one_is_seen(converted: Converted, curated: Path) -> None:
    first, second, third = (curated.with_name(f"{number}.jsonl") for number in (1, 2, 3))
    said: list[str] = []
    settings = Settings(jobs=1, say=said.append)
    converted("1.nq", curated=curated, manifest=first)
    assert converted("2.nq", settings, curated=curated, since=first, manifest=second) == b"" and not said
    curated.write_text(curated.read_text() + LATER)
    after = converted("3.nq", settings, curated=curated, since=second, manifest=third)
    assert FIRST not in after and b'"VISIT OF THE FOREIGN MINISTER"' in after
    assert FIRST in converted("4.nq", settings, since=third)
    assert [words.rpartition(": ")[2] for words in said] == ["curated", "curated"]


def test_a_run_that_is_resumed_obeys_it(
    converted: Converted, folder: Path, curated: Path, telegram: Callable[[int], str]
) -> None:
    for number in range(4, 40):
        (folder / f"{number}.txt").write_text(telegram(number))

    def stop(done: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        converted("out.nq", Settings(jobs=1, progress=stop), curated=curated)
    assert json.loads((folder.parent / "out.nq.part" / "run.json").read_text())["curated"]
    resumed = converted("out.nq", Settings(jobs=1, resume=True), curated=curated)
    assert resumed == converted("whole.nq", curated=curated) and FIRST not in resumed
