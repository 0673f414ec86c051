"""What is true of the folder alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event

import pyoxigraph as ox
import pytest

from cablerdf.errors import StoreError
from cablerdf.store.base import LoadOptions
from cablerdf.store.bulk import merge_files
from cablerdf.store.oxigraph import OxigraphStore

LINE = '<http://example.org/s> <http://example.org/p> "o" <http://example.org/g> .\n'


def test_a_first_load_that_fails_leaves_no_store(tmp_path: Path) -> None:
    bad = tmp_path / "bad.nq"
    bad.write_text(LINE + "<oops\n")
    with OxigraphStore(tmp_path / "store", read_only=False) as store, pytest.raises(Exception, match="not valid"):
        store.load([bad])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.nq"]


def test_what_is_no_store_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cablerdf load"):
        OxigraphStore(tmp_path / "absent")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("dear all")
    data = tmp_path / "a.nq"
    data.write_text(LINE)
    with (
        OxigraphStore(tmp_path / "letters", read_only=False) as store,
        pytest.raises(StoreError, match="something else"),
    ):
        store.load([data])
    assert (tmp_path / "letters" / "a.txt").exists()


def test_readers_may_look_while_another_process_reads(tmp_path: Path) -> None:
    data = tmp_path / "a.nq"
    data.write_text(LINE)
    with OxigraphStore(tmp_path / "store", read_only=False) as store:
        store.load([data])
    with OxigraphStore(tmp_path / "store") as one, OxigraphStore(tmp_path / "store") as two:
        assert one.count() == two.count() == 1
        with pytest.raises(StoreError, match="reading only"):
            one.load([data])
    with OxigraphStore(tmp_path / "store", read_only=False) as one:
        assert one.count() == 1
        with (
            OxigraphStore(tmp_path / "store", read_only=False) as two,
            pytest.raises(StoreError, match="writing to it"),
        ):
            two.count()


def test_blank_nodes_are_the_same_in_their_graph_and_in_the_merge(tmp_path: Path) -> None:
    data = tmp_path / "a.nq"
    data.write_text(
        LINE + '_:b <http://example.org/p> _:c <http://example.org/g> .\n_:c <http://example.org/p> "_:d" .\n'
    )
    with OxigraphStore(tmp_path / "store", read_only=False) as store:
        store.load([data])
        query = "SELECT ?s { GRAPH ?g { ?s ?p ?o } ?s ?p ?o . FILTER (ISBLANK(?s)) }"
        assert len(store.select(query)) == 2
        assert len(store.store) == 2 * store.count() == 6


def test_a_text_that_looks_like_the_end_of_a_line_stays(tmp_path: Path) -> None:
    data = tmp_path / "a.nq"
    data.write_text(
        '<http://example.org/s> <http://example.org/p> "a <http://example.org/x> ." <http://example.org/g> .\n'
    )
    with OxigraphStore(tmp_path / "store", read_only=False) as store:
        store.load([data])
        assert [row["o"].value for row in store.select("SELECT ?o { ?s ?p ?o }")] == ["a <http://example.org/x> ."]


@pytest.mark.parametrize(
    "lines",
    [
        '<a:s> <a:p> "1" <a:g> .\n<a:s> <a:p> "2" <a:h> .\n<a:s> <a:p> "3" <a:g> .\n',
        '# a comment <a:x> .\n\n<a:s> <a:p> "1"\t<a:g>.\n<a:s> <a:p> "2" <a:g>\t. # said <a:b> .\n',
        '<a:s> <a:p> "1" <a:g> .\r\n<a:s> <a:p> <a:g> <a:g> .',
        '<a:s> <a:p> "a <a:g> ." <a:g> .\n' * 3,
    ],
)
def test_the_merge_has_what_the_graphs_have_however_lines_are_written(tmp_path: Path, lines: str) -> None:
    data = tmp_path / "a.nq"
    data.write_bytes(lines.encode())
    with OxigraphStore(tmp_path / "store", read_only=False) as store:
        store.load([data])
        named = {row["o"] for row in store.select("SELECT ?o { GRAPH ?g { ?s ?p ?o } }")}
        assert named and named == {row["o"] for row in store.select("SELECT ?o { ?s ?p ?o }")}


@pytest.mark.parametrize("bare", ['<a:s> <a:p> "bare" .\n', "<a:s> <a:p> <a:bare> .\n", "_:b <a:p> <a:bare> .\n"])
def test_quads_among_which_triples_stand_are_in_their_graphs_and_in_the_merge(tmp_path: Path, bare: str) -> None:
    first, second = tmp_path / "a.nq", tmp_path / "b.nq"
    first.write_text('<a:s> <a:p> "1" <a:g> .\n' + bare)
    second.write_text('<a:s> <a:p> "2" <a:h> .\n')
    with OxigraphStore(tmp_path / "store", read_only=False) as store:
        assert store.load([first, second]).statements == 3
        graphs = [row["g"].value for row in store.select("SELECT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")]
        assert graphs == ["a:g", "a:h", "urn:cablerdf:file:a.nq"]
        assert len(store.select("SELECT ?o { ?s ?p ?o }")) == 3


def test_a_merge_that_nobody_waits_for_stops(tmp_path: Path) -> None:
    data = tmp_path / "a.nq"
    data.write_text(LINE)
    stop = Event()
    stop.set()
    store = ox.Store()
    assert not merge_files(store, [(data, LoadOptions())], stop)
    assert len(store) == 0


HELD = """
import sys, time
from pathlib import Path
from cablerdf.store.scratch import scratch_folder
with scratch_folder(Path(sys.argv[1]), ".store."):
    print("made", flush=True)
    time.sleep(600)
"""


def load(folder: Path, name: str) -> None:
    with OxigraphStore(folder / name, read_only=False) as store:
        store.load([folder / "a.nq"])


@pytest.mark.skipif(sys.platform == "win32", reason="nothing tells there whether a folder is still in use")
def test_a_second_load_is_refused_and_what_a_killed_one_left_goes_with_the_next(tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text(LINE)
    with subprocess.Popen([sys.executable, "-c", HELD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "made\n"
        try:
            with pytest.raises(StoreError, match="another process is loading into it"):
                load(tmp_path, "store")
            load(tmp_path, "store.2")  # somebody else's
            assert len(list(tmp_path.glob(".store.*"))) == 1
        finally:
            process.kill()
    load(tmp_path, "store")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.nq", "store", "store.2"]
