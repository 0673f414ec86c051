"""`parse --link`, `convert --link`, `link` and `gazetteer`, as a user runs them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cablerdf.cli.common.group import cli

pytest.importorskip("pyoxigraph")

CABLE = """\
C O N F I D E N T I A L LISBON 000812

E.O. 12958: DECL: 03/04/2018
TAGS: PREL, PO
SUBJECT: FOREIGN MINISTER TAVARES ON NATO AND GERMANY

Classified By: Ambassador Alma Whitfield for reasons 1.4 (b) and (d).

1. (C) SUMMARY: Portuguese Foreign Minister Rui Tavares told the Ambassador on March 3 that Portugal
would send more troops to Afghanistan under NATO. END SUMMARY.

2. (C) Tavares said that Germany and the UN should do more.
WHITFIELD
"""
GAZETTEER = (
    "qid,label,aliases,type,country,positions,start,end,source\n"
    "Q700001,Rui Tavares,,person,pt,Minister of Foreign Affairs@2006-07-01/2011-06-21,2006,2011,test\n"
)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    monkeypatch.setenv("CABLERDF_CACHE", str(tmp_path / "cache"))
    cable, gazetteer = tmp_path / "08LISBON812.txt", tmp_path / "people.csv"
    cable.write_text(CABLE, encoding="utf-8")
    gazetteer.write_text(GAZETTEER, encoding="utf-8")
    return cable, gazetteer


def run(*words: object) -> str:
    found = CliRunner().invoke(cli, [str(word) for word in words])
    assert found.exit_code == 0, found.output
    return found.stdout


def test_cables_that_are_not_equally_sure_of_a_place_conform(tmp_path: Path) -> None:
    for year in ("08", "85"):
        head = f"R 041200Z MAR {year}\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\n\n"
        text = CABLE.replace("Germany and the UN", "the Soviet Union").replace("GERMANY", "THE PAST")
        (tmp_path / f"{year}LISBON812.txt").write_text(head + text, encoding="utf-8")
    lines = run("convert", tmp_path, "--link", "-f", "nquads", "-j", 1).splitlines()
    sure = [line for line in lines if "sssom/confidence" in line and "/link/Q15180-" in line]
    assert sorted(line.split()[2][1:5] for line in sure) == ["0.97", "0.99"]
    assert len({line.split()[0] for line in sure}) == 2


def test_parse(files: tuple[Path, Path]) -> None:
    cable, gazetteer = files
    found = json.loads(run("parse", cable, "--gazetteer", gazetteer, "-j", 1, "-q"))
    people = {one["name"]: one["wikidata"] for one in found["persons"]}
    assert people["Rui Tavares"] == "Q700001" and set(people.values()) == {"Q700001", None}
    assert {one["name"]: one["wikidata"] for one in found["places"]}["Germany"] == "Q183"
    assert {one["name"]: one["wikidata"] for one in found["orgs"]}["NATO"] == "Q7184"
    plain = json.loads(run("parse", cable, "-j", 1, "-q"))
    assert {one["wikidata"] for one in plain["persons"] + plain["places"]} == {None}


def test_convert_and_link(files: tuple[Path, Path], tmp_path: Path) -> None:
    cable, gazetteer = files
    linked, data, links = tmp_path / "linked.nq", tmp_path / "data.nq", tmp_path / "links.nq"
    table = tmp_path / "links.tsv"
    run("convert", cable, "--link", "--gazetteer", gazetteer, "-o", linked, "-q")
    run("convert", cable, "-o", data, "-q")
    run("link", data, "-o", links, "--gazetteer", gazetteer, "--sssom", table, "-q")
    same = (
        f"<https://w3id.org/cablerdf/id/person/08LISBON812-rui-tavares> <http://www.w3.org/2002/07/owl#sameAs> <{QID}>"
    )
    for path in (linked, links):
        text = path.read_text(encoding="utf-8")
        assert f"{same} <https://w3id.org/cablerdf/id/graph/links> ." in text
    run("validate", linked)
    run("validate", links)
    assert "wd:Q700001" in table.read_text(encoding="utf-8")
    again = tmp_path / "again.nq"
    run("link", data, "-o", again, "--gazetteer", gazetteer, "-q")
    assert again.read_bytes() == links.read_bytes()


def test_the_order_of_statements_changes_nothing(files: tuple[Path, Path], tmp_path: Path) -> None:
    cable, gazetteer = files
    second = cable.with_name("08LISBON813.txt")
    second.write_text(CABLE.replace("000812", "000813").replace("Rui Tavares", "Tavares"), encoding="utf-8")
    data, scattered = tmp_path / "data.nq", tmp_path / "scattered.nq"
    run("convert", cable, second, "-o", data, "-q")
    lines = data.read_text(encoding="utf-8").splitlines(keepends=True)
    scattered.write_text("".join(sorted(lines, reverse=True)), encoding="utf-8")  # graphs begin again
    links = []
    for path in (data, scattered):
        run("link", path, "-o", tmp_path / "links.nq", "--gazetteer", gazetteer, "-q")
        links.append(sorted((tmp_path / "links.nq").read_text(encoding="utf-8").splitlines()))
        assert any("/id/person/rui-tavares> " in line for line in links[-1])
    assert links[0] == links[1] and len(links[0]) > 20


QID = "http://www.wikidata.org/entity/Q700001"


def test_explain_and_info(files: tuple[Path, Path], tmp_path: Path) -> None:
    _cable, gazetteer = files
    shown = run(
        "link",
        "--explain",
        "Tavares",
        "--country",
        "Portugal",
        "--year",
        2008,
        "--title",
        "FM",
        "--gazetteer",
        gazetteer,
    )
    assert "link" in shown and "Q700001" in shown and "office=1" in shown
    assert "Q183" in run("link", "--explain", "Germany", "--year", 2008)
    built = tmp_path / "people.sqlite"
    run("gazetteer", "build", gazetteer, "-o", built, "--licence", "CC0 1.0", "--retrieved", "2026-01-01", "-q")
    told = run("gazetteer", "info", built)
    assert "CC0 1.0" in told and "2026-01-01" in told and "type person" in told
    assert "wd:Q45" in run("gazetteer", "query", "Q45")


@pytest.mark.usefixtures("files")
def test_what_a_name_alone_tells_is_linked_once_for_all_cables(tmp_path: Path) -> None:
    """In any format, packed or not, whatever the workers; the description counts it once."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(812, 836):
        (folder / f"{number}.txt").write_text(CABLE.replace("000812", f"000{number}"), encoding="utf-8")
    outs = [tmp_path / name for name in ("one.nq", "two.nq", "packed.nq.gz")]
    for jobs, out in zip((1, 2, 2), outs, strict=True):
        run("convert", folder, "--link", "-o", out, "-j", jobs, "-q", "--no-check")
    data = outs[0].read_bytes()
    assert data == outs[1].read_bytes() == gzip.decompress(outs[2].read_bytes())
    lines = data.decode().splitlines()
    links = [line for line in lines if line.endswith("/graph/links> .")]
    assert len(links) == len(set(links)) > 20
    assert sum("/link/Q7184-" in line and "sssom/Mapping>" in line for line in links) == 1
    said = (tmp_path / "one.void.ttl").read_text(encoding="utf-8")
    assert f"void:triples {len(lines)} ;" in said


def test_a_later_run_has_the_links_of_all_cables(files: tuple[Path, Path], tmp_path: Path) -> None:
    """They are one graph, which is replaced as a whole when it is loaded."""
    cable, _gazetteer = files
    first, later = tmp_path / "first.nq", tmp_path / "later.nq"
    run("convert", cable, "--link", "-o", first, "--manifest", tmp_path / "first.jsonl", "-q")
    run("convert", cable, "--link", "-o", later, "--since", tmp_path / "first.jsonl", "-q")
    assert later.read_bytes() == first.read_bytes() != b""
