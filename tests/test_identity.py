"""The scorer of identity, on invented people; and that the keys it scores with are whole.

Three people of five cables: one is joined over two cables and left alone in a third, two namesakes are wrongly joined.
"""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from cablerdf.rdf.terms import CAB, DEFAULT_BASE, FOAF, OWL, RDF_TYPE, SCHEMA, WIKIDATA

ROOT = Path(__file__).parents[1]
KEYS = ROOT / "tests" / "keys" / "identity"
NAMED = """
07LISBON1 ana-reis  Ana_Reis  Minister  ana   Q1
08LISBON2 ana-reis  Ana_Reis  Minister  ana   Q1
09LISBON3 reis      Reis      Minister  reis  Q1
08LISBON2 rui-costa Rui_Costa Admiral   costa Q2
09LISBON3 rui-costa Rui_Costa singer    costa -
09LISBON4 lima      Lima      Secretary lima  -
09LISBON4 lima-2    Lima      President lima2 -
"""
PAIRS = """part,stratum,cable_a,name_a,cable_b,name_b,verdict,why
development,x,07LISBON1,Ana Reis,08LISBON2,ANA REIS,same,one minister
development,x,08LISBON2,Ana Reis,09LISBON3,Dr. Ana Reis,same,one minister still
development,x,08LISBON2,Rui Costa,09LISBON3,Rui Costa,different,admiral and singer
development,x,08LISBON2,Rui Costa,07LISBON1,Ana Reis,unsure,left out
development,x,07LISBON1,Nobody,08LISBON2,Ana Reis,same,not there
measure,x,08LISBON2,Rui Costa,09LISBON3,Costa,different,hidden
"""
JOINS = """part,stratum,cable_a,name_a,cable_b,name_b,verdict,why
joins,x,08LISBON2,Rui Costa,09LISBON3,Rui Costa,different,no admiral sings
joins,x,07LISBON1,Ana Reis,08LISBON2,Ana Reis,same,one minister
"""
FRESH_PAIRS = """part,stratum,cable_a,name_a,cable_b,name_b,verdict,why
fresh,x,08LISBON2,Rui Costa,09LISBON3,Costa,different,hidden
fresh,x,07LISBON1,Ana Reis,08LISBON2,Ana Reis,same,hidden
"""
NAMES = """part,family,person,cable,name,title
development,reis,reis-ana,07LISBON1,Ana Reis,
development,reis,reis-ana,08LISBON2,Ana Reis,
development,reis,reis-ana,09LISBON3,Reis,
measure,lima,lima-he,09LISBON4,Lima,President
measure,lima,lima-she,09LISBON4,Lima,secretary
measure,lima,unsure,09LISBON3,Lima,
measure,lima,lima-he,09LISBON4,Lima,
"""
FRESH_NAMES = """part,family,person,cable,name,title
fresh,lima,lima-he,09LISBON4,Lima,President
fresh,lima,lima-she,09LISBON4,Lima,secretary
"""
NAMESAKES = """part,family,person,cable,name,title
development,costa,costa-admiral,08LISBON2,Rui Costa,
development,costa,costa-singer,09LISBON3,Rui Costa,
"""


def quads() -> str:
    """The invented people as `convert --link` writes them."""
    lines = []
    for cable, slug, name, title, one, item in map(str.split, NAMED.strip().splitlines()):
        iri, graph = f"<{DEFAULT_BASE}person/{cable}-{slug}>", f"<{DEFAULT_BASE}graph/"
        lines.append(f"<{DEFAULT_BASE}cable/{cable}> <{RDF_TYPE}> <{CAB}Cable> {graph}{cable}> .")
        lines.append(f"{iri} <{RDF_TYPE}> <{CAB}Person> {graph}{cable}> .")
        lines.append(f'{iri} <{FOAF}name> "{name.replace("_", " ")}" {graph}{cable}> .')
        lines.append(f'{iri} <{SCHEMA}jobTitle> "{title}" {graph}{cable}> .')
        lines.append(f"{iri} <{CAB}person> <{DEFAULT_BASE}person/{one}> {graph}people> .")
        if item != "-":
            lines.append(f"{iri} <{OWL}sameAs> <{WIKIDATA}{item}> {graph}links> .")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the scorer prints of them."""
    folder = tmp_path_factory.mktemp("identity")
    data = {"cables.nq": quads(), "pairs.csv": PAIRS, "names.csv": NAMES, "namesakes.csv": NAMESAKES}
    data |= {"joins-pairs.csv": JOINS, "fresh-pairs.csv": FRESH_PAIRS, "fresh-names.csv": FRESH_NAMES}
    for name, text in data.items():
        (folder / name).write_text(text, encoding="utf-8")
    script = str(ROOT / "benchmarks" / "identity.py")
    command = [sys.executable, script, str(folder / "cables.nq"), str(folder), "--errors", "--links"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    "line",
    [
        r"\| development \| pairs \| 0\.500 \(.*\) \| 0\.500 \(.*\) \| 3 pairs \| 1 \|",
        r"\| development \| names, pairs of mentions \| 1\.000 \(.*\) \| 0\.333 \(.*\) \| 3 mentions \| 0 \|",
        r"\| development \| names, B-cubed \| 1\.000 \(.*\) \| 0\.556 \(.*\) \| 1 family names \| \|",
        r"\| joins \| pairs \| 0\.500 \(.*\) \| 1\.000 \(.*\) \| 2 pairs \| 0 \|",
        r"\| measure \| pairs \| 0\.000 \(.*\) \| – \| 1 pairs \| 0 \|",
        r"\| measure \| names, pairs of mentions \| – \| – \| 2 mentions \| 1 \|",
        r"\| fresh \| pairs \| 0\.500 \(.*\) \| 1\.000 \(.*\) \| 2 pairs \| 0 \|",
        r"\| fresh \| names, B-cubed \| 1\.000 \(.*\) \| 1\.000 \(.*\) \| 1 family names \| \|",
        r"\| costa \| 2 \| 2 \| 0\.000 \| – \| costa-admiral 1 \+ costa-singer 1 \|",
        r"not joined: 08LISBON2 Ana Reis / 09LISBON3 Dr\. Ana Reis: one minister still",
        r"wrongly joined: 08LISBON2 Rui Costa / 09LISBON3 Rui Costa: admiral and singer",
        r"wrongly joined: 08LISBON2 Rui Costa / 09LISBON3 Rui Costa: no admiral sings",
        r"in 2 pieces: reis-ana, 3 mentions, 2 in the largest",
        r"linked with one item, links told: recall 0\.333 \(.*\), 1 people; 0 people of the collection linked with two",
        r"linked with one item, links not told: recall 1\.000 \(.*\), 1 people; 0 people of the collection .*",
    ],
)
def test_it_counts(told: str, line: str) -> None:
    assert re.search(f"^{line}$", told, re.MULTILINE), told


def test_errors_are_shown_of_development_only(told: str) -> None:
    assert "hidden" not in told


def rows(name: str) -> list[dict[str, str]]:
    with (KEYS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_pairs_are_whole_and_halved() -> None:
    pairs = rows("pairs")
    assert {row["verdict"] for row in pairs} == {"same", "different", "unsure"}
    assert all(row["why"] and row["cable_a"] != row["cable_b"] for row in pairs)
    halves = Counter((row["stratum"], row["part"]) for row in pairs)
    assert halves.total() == 200
    assert all(abs(halves[s, "development"] - halves[s, "measure"]) <= 1 for s, _ in halves)


def test_fresh_pairs_are_whole_and_of_other_names() -> None:
    fresh = rows("fresh-pairs")
    assert {row["part"] for row in fresh} == {"fresh"}
    assert {row["stratum"] for row in fresh} == {row["stratum"] for row in rows("pairs")}
    assert all(row["verdict"] in ("same", "different", "unsure") and row["why"] for row in fresh)
    assert all(row["cable_a"] != row["cable_b"] for row in fresh)
    known = {row[f"name_{side}"].casefold() for row in rows("pairs") for side in "ab"}
    assert known.isdisjoint(row[f"name_{side}"].casefold() for row in fresh for side in "ab")


def test_joins_are_whole_and_of_nobody_whose_errors_are_hidden() -> None:
    joins = rows("joins-pairs")
    assert {row["part"] for row in joins} == {"joins"} and len(joins) == 146
    assert all(row["why"] and row["cable_a"] != row["cable_b"] for row in joins)
    judged = rows("pairs") + rows("fresh-pairs")
    hidden = {row[f"name_{side}"].casefold() for row in judged if row["part"] != "development" for side in "ab"}
    assert hidden.isdisjoint(row[f"name_{side}"].casefold() for row in joins for side in "ab")


def test_two_readers_judged_the_fresh_pairs() -> None:
    """What both say holds; the README tells how many they judged alike, and how many verdicts the second changed."""
    fresh = rows("fresh-pairs")
    alike = [row for row in fresh if row["first"] == row["second"]]
    assert all(row[reader] in ("same", "different", "unsure") for row in fresh for reader in ("first", "second"))
    assert all(row["verdict"] == row["first"] for row in alike)
    changed = sum(row["verdict"] != row["first"] for row in fresh)
    told = (ROOT / "tests" / "keys" / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"\| all \| {len(fresh)} \| {len(alike)} \| 0\.\d\d \| {changed} \|", told)


def test_a_second_reader_judged_a_third_of_the_joins() -> None:
    """The README tells how many are judged alike, and kappa."""
    pairs = [(row["verdict"], row["second"]) for row in rows("joins-pairs") if row["second"]]
    alike = sum(one == other for one, other in pairs) / len(pairs)
    firsts, seconds = (Counter(judged) for judged in zip(*pairs, strict=True))
    chance = sum(firsts[verdict] * seconds[verdict] for verdict in firsts) / len(pairs) ** 2
    told = (KEYS.parent / "README.md").read_text(encoding="utf-8")
    kappa = (alike - chance) / (1 - chance)
    assert f"{alike * len(pairs):.0f} of {len(pairs)} are judged alike, kappa\n  {kappa:.2f}" in told


@pytest.mark.parametrize("name", ["names", "namesakes", "fresh-names"])
def test_each_mention_is_judged_once(name: str) -> None:
    mentions = [(row["family"], row["cable"], row["name"], row["title"]) for row in rows(name)]
    assert len(mentions) == len(set(mentions))
    assert all(row["person"] == "unsure" or row["person"].startswith(row["family"] + "-") for row in rows(name))


def test_a_family_name_is_in_one_half() -> None:
    parts = defaultdict(set)
    for row in rows("names"):
        parts[row["family"]].add(row["part"])
    assert Counter(map(tuple, parts.values())) == {("development",): 15, ("measure",): 15}


def test_fresh_family_names_are_others() -> None:
    fresh = {row["family"] for row in rows("fresh-names")}
    assert len(fresh) == 20
    assert fresh.isdisjoint(row["family"] for name in ("names", "namesakes") for row in rows(name))


def test_the_files_do_not_contradict_each_other() -> None:
    """A pair of mentions that two files judge is judged alike."""
    people: dict[frozenset[tuple[str, str]], bool] = {}
    for name in ("names", "namesakes", "fresh-names"):
        for one, other in combinations(rows(name), 2):
            if one["family"] == other["family"] and "unsure" not in (one["person"], other["person"]):
                pair = frozenset(((one["cable"], one["name"]), (other["cable"], other["name"])))
                people[pair] = one["person"] == other["person"]
    for row in rows("pairs") + rows("fresh-pairs") + rows("joins-pairs"):
        pair = frozenset(((row["cable_a"], row["name_a"]), (row["cable_b"], row["name_b"])))
        if pair in people and row["verdict"] != "unsure":
            assert people[pair] == (row["verdict"] == "same"), row
