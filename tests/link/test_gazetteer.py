"""A gazetteer is made of CSV, of Wikidata's dumps and of the result of a query, and found in again."""

from __future__ import annotations

import bz2
import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cablerdf.errors import LinkError, OptionError
from cablerdf.link.gazetteer.build import build
from cablerdf.link.gazetteer.cache import gazetteer_file
from cablerdf.link.gazetteer.query import query
from cablerdf.link.gazetteer.reader import Gazetteer
from cablerdf.link.gazetteer.sources import Reading
from cablerdf.link.linker import Linker
from cablerdf.link.people.mention import Mention
from cablerdf.pipeline.gazetteers import build_gazetteer, describe


def snak(value: object) -> dict[str, object]:
    return {"mainsnak": {"datavalue": {"value": value}}, "rank": "normal"}


def item(qid: str) -> dict[str, object]:
    return snak({"id": qid})


def time(text: str, precision: int = 11) -> dict[str, object]:
    return {"datavalue": {"value": {"time": text, "precision": precision}}}


PERSON = {
    "id": "Q900001",
    "labels": {"en": {"value": "Nils Halvorsen"}},
    "aliases": {"en": [{"value": "Nils P. Halvorsen"}]},
    "claims": {
        "P31": [item("Q5")],
        "P27": [item("Q20")],
        "P569": [{"mainsnak": time("+1950-03-04T00:00:00Z"), "rank": "normal"}],
        "P39": [
            item("Q900002")
            | {"qualifiers": {"P580": [time("+2005-10-17T00:00:00Z")], "P582": [time("+2009-00-00T00:00:00Z", 9)]}}
        ],
    },
}
POSITION = {
    "id": "Q900002",
    "labels": {"en": {"value": "Minister of Defence"}},
    "claims": {"P31": [item("Q4164871")], "P279": [item("Q83307")]},
}
SINGER = {"id": "Q900003", "labels": {"en": {"value": "Nils Halvorsen"}}, "claims": {"P31": [item("Q5")]}}
DUMP = "[\n" + ",\n".join(json.dumps(one) for one in (PERSON, SINGER, POSITION)) + "\n]\n"

W, D = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/direct/"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
TRIPLES = f"""\
<{W}Q900001> <{D}P31> <{W}Q5> .
<{W}Q900001> <{D}P27> <{W}Q20> .
<{W}Q900001> <{D}P39> <{W}Q900002> .
<{W}Q900001> {LABEL} "Nils Halvorsen"@en .
<{W}Q900001> <http://www.w3.org/2004/02/skos/core#altLabel> "N\\u00EDls Halvorsen"@es .
<{W}Q900002> <{D}P279> <{W}Q83307> .
<{W}Q900002> {LABEL} "Minister of Defence"@en .
"""


@pytest.mark.parametrize(
    ("tail", "words"), [(b"\xff\n", "no text in UTF-8"), (b'"' + b"A" * 200_000, "is no CSV")], ids=["bytes", "a quote"]
)
def test_what_is_wrong_far_down_a_csv_is_said(tmp_path: Path, tail: bytes, words: str) -> None:
    source = tmp_path / "people.csv"
    source.write_bytes(b"qid,label\n" + b"Q17,Japan\n" * 20_000 + tail)
    with pytest.raises(LinkError, match=words):
        build(Reading([source]), tmp_path / "g.sqlite", {})
    assert not (tmp_path / "g.sqlite").exists()


@pytest.mark.parametrize("pack", [None, gzip.compress, bz2.compress], ids=["plain", "gz", "bz2"])
@pytest.mark.parametrize(("text", "dated"), [(DUMP, True), (TRIPLES, False)], ids=["json", "ntriples"])
def test_dumps(tmp_path: Path, text: str, dated: bool, pack: object) -> None:
    source = tmp_path / "dump"
    source.write_bytes(pack(text.encode()) if callable(pack) else text.encode())
    assert build(Reading([source]), tmp_path / "g.sqlite", {}) == 1  # the singer held nothing
    found = Gazetteer(tmp_path / "g.sqlite").entity(1)
    assert found.qid == "Q900001" and found.country == "no" and ("nils", "halvorsen") in found.names
    (tenure,) = found.tenures
    assert tenure.office[:2] == ("minister", "defense")
    assert (tenure.start, tenure.end) == ((2005, 2009) if dated else (0, 0))


def test_a_person_of_a_dump_is_linked(tmp_path: Path) -> None:
    source = tmp_path / "dump.json"
    source.write_text(DUMP, encoding="utf-8")
    build(Reading([source]), tmp_path / "g.sqlite", {})
    linker = Linker.open([tmp_path / "g.sqlite"])
    assert linker.decide(Mention("Halvorsen", "no", 2008, ("Defense Minister",))).qid == "Q900001"
    assert linker.decide(Mention("Halvorsen", "no", 1989, ("Defense Minister",))).qid is None


def test_the_licence_of_a_dump_is_known(gazetteer_csv: Path, tmp_path: Path) -> None:
    source = tmp_path / "dump.json"
    source.write_text(DUMP, encoding="utf-8")
    build_gazetteer((source,), tmp_path / "g.sqlite")
    assert dict(describe(tmp_path / "g.sqlite"))["licence"] == "CC0 1.0"
    build_gazetteer((source, gazetteer_csv), tmp_path / "g.sqlite")  # whose is the CSV?
    assert "licence" not in dict(describe(tmp_path / "g.sqlite"))


def test_a_csv_is_built_once(gazetteer_csv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CABLERDF_CACHE", str(tmp_path))
    first = gazetteer_file(gazetteer_csv)
    before = first.stat().st_mtime_ns
    assert gazetteer_file(gazetteer_csv) == first and first.stat().st_mtime_ns == before
    assert Gazetteer(first).meta["type person"] == "21"


def test_the_same_rows_give_the_same_answers_from_two_files(gazetteer_csv: Path, tmp_path: Path) -> None:
    for name in ("a.sqlite", "b.sqlite"):
        build(Reading([gazetteer_csv]), tmp_path / name, {})
    tables = []
    for name in ("a.sqlite", "b.sqlite"):
        with closing(sqlite3.connect(tmp_path / name)) as base:
            tables.append(base.execute("SELECT * FROM name ORDER BY 1, 2, 3").fetchall())
    assert tables[0] == tables[1] and len(tables[0]) > 20


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,qid\nX,Q1\n", "expected a header"),
        ("qid,label\nX1,Somebody\n", "line 2: 'X1' is no QID"),
        ("qid,label,aliases\nQ1\n", "line 2: 1 cells"),
        ("", "is empty"),
        ('{"id": ', "line 1: no JSON"),
    ],
)
def test_bad_sources(tmp_path: Path, text: str, message: str) -> None:
    source = tmp_path / "source"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(LinkError, match=message):
        build(Reading([source]), tmp_path / "g.sqlite", {})
    assert not list(tmp_path.glob("*g.sqlite*"))


def test_no_gazetteer(tmp_path: Path) -> None:
    (tmp_path / "other.sqlite").write_text("hello", encoding="utf-8")
    with pytest.raises(LinkError, match=r"cannot read|no gazetteer"):
        Gazetteer(tmp_path / "other.sqlite")


def test_the_query_is_sparql() -> None:
    pyoxigraph = pytest.importorskip("pyoxigraph")
    found = pyoxigraph.Store().query(query(("Q17", "Q843"), 1966, 2010))
    names = [variable.value for variable in found.variables]
    assert names == ["qid", "label", "aliases", "type", "country", "positions", "start", "end", "source"]
    with pytest.raises(OptionError, match="no QID"):
        query(("Japan",), 1966, 2010)
