"""Who is linked, who is not, and why."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from cablerdf.link.gazetteer.cache import gazetteer_file, shipped
from cablerdf.link.linker import Linker
from cablerdf.link.names.fold import plain
from cablerdf.link.people.decide import decide
from cablerdf.link.people.mention import Mention, mentioned

LINKED = [
    (Mention("Aldo Ferrando", "it", 2008, ("Foreign Minister",)), "Q100001"),
    (Mention("Ferrando", "it", 2008, ("FM",)), "Q100001"),
    (Mention("KELLER", "de", 2007, ("Defense Minister",)), "Q100003"),
    (Mention("Ivan Petrenko", "ua", 2008, ()), "Q100004"),
    (Mention("Petrenko", "ua", 2008, ("President",)), "Q100004"),
    (Mention("Petrenko", "ua", 2008, ("PM",)), "Q100005"),
    (Mention("Al Hadi", "iq", 2007, ("Prime Minister",)), "Q100009"),
    (Mention("Hale", "us", 2006, ("Secretary",)), "Q100006"),
    (Mention("HALE", "us", 2006, (), None, True), "Q100006"),
    (Mention("Ferrando", "it", 2015, ("former Foreign Minister",)), "Q100001"),  # an office of another time
    (Mention("Vandermolen", "nl", 2006, ()), "Q100010"),  # nobody else of the gazetteer bears the name
    (Mention("Otto", "be", 2006, ("King",)), "Q100011"),  # rulers are known by their first names
    (Mention("Aranda", "es", 2008, ("General",)), "Q100012"),  # a rank that goes with the command
    (Mention("Whitlock", None, 2008, ("Ambassador",), "portugal"), "Q100014"),  # who is sent there
    (Mention("Whitlock", "us", 2008, ("US Ambassador to Portugal",), "france"), "Q100014"),
    (Mention("Nasir", "ae", 2008, ("UAE President Sheikh",)), "Q100021"),  # a ruler by the first name
    (Mention("Haddadin", "jo", 2010, ("former Justice Minister",)), "Q100016"),
    (Mention("Ida E. Brandt", "dk", 2009, ()), "Q100022"),
    (Mention("Michael Thornbury", "gb", 2006, ("Chairman of the Committee",)), "Q100018"),
    (Mention("Michael Thornbury", "gb", 2006, ("MP",)), "Q100018"),  # the earl is called Elmet
]
LEFT_ALONE = [
    Mention("Ferrando", "it", 2008, ()),  # a family name without office
    Mention("Ferrando", None, 2008, ("FM",)),  # or without country
    Mention("Keller", "de", 1985, ("Defense Minister",)),  # at another time
    Mention("Keller", "ch", 2007, ("Defense Minister",)),  # of another country
    Mention("Olga Petrenko", "ua", 2008, ()),  # another given name
    Mention("Petrenko", "ua", 2008, ()),  # two bear it in first offices
    Mention("Whitlock", None, 2008, ("Ambassador",), "france"),
    Mention("Vandermolen", "nl", 2006, ("Rector", "Mayor")),  # in an office that was never held
    Mention("Robert K. Hale", "us", 2006, ()),  # another initial
    Mention("Robert Karl Hale", "us", 2006, ("Secretary",)),  # or another middle name
    Mention("Faris", "ae", 2008, ("President",)),  # the father's name of him who rules
    Mention("Patronko", "ua", 2008, ()),  # two letters differ
    Mention("Ida K. Brandt", "dk", 2009, ()),  # E is an initial, no particle
    Mention("Michael Thornbury", "gb", 2012, ("DCM",)),  # members of parliament are no diplomats
    Mention("Faris bin Nasir", "ae", 2008, ()),  # the son of him who is known
    Mention("Marcia Keller", "de", 2007, ()),  # another short given name
    Mention("Carl Nobody", "us", 2008, ("Poloff",)),
]


@pytest.mark.parametrize(("mention", "qid"), LINKED, ids=[f"{m.name} {m.titles}" for m, _q in LINKED])
def test_linked(linker: Linker, mention: Mention, qid: str) -> None:
    decision = linker.decide(mention)
    assert decision.qid == qid, decision.reason
    assert decision.confidence is not None and decision.confidence >= 0.45


@pytest.mark.parametrize("mention", LEFT_ALONE, ids=str)
def test_left_alone(linker: Linker, mention: Mention) -> None:
    assert linker.decide(mention).qid is None


def test_the_shipped_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CABLERDF_CACHE", str(tmp_path))
    shipped_only = Linker.open([gazetteer_file(shipped())])
    decided = {
        name: shipped_only.decide(Mention(name, code, year, titles)).qid
        for name, code, year, titles in (
            ("Brezinski", "us", 1978, ("President",)),
            ("Carter", "us", 1978, ("President",)),
            ("Qadhafi", "ly", 1979, ("Libyan leader",)),
            ("Gandhi", "in", 1975, ("Prime Minister",)),
            ("Fernandez", "ar", 2009, ("Cabinet Chief",)),  # a common name, and another office
            ("Brown", "gb", 2004, ()),
        )
    }
    assert {name: qid for name, qid in decided.items() if qid} == {
        "Carter": "Q23685",
        "Qadhafi": "Q19878",
        "Gandhi": "Q1149",
    }


def test_a_decision_tells_who_was_considered(linker: Linker) -> None:
    decision = decide(Mention("Petrenko", "ua", 2008, ()), linker.gazetteers)
    assert {one.entity.qid for one in decision.considered} == {"Q100004", "Q100005"}
    assert "too" in decision.reason
    assert decision.considered[0].features()["country"] == 1.0


def test_the_documented_calibration_is_that_of_the_weights() -> None:
    data = json.loads((files("cablerdf.vocab") / "data" / "link_weights.json").read_text(encoding="utf-8"))
    told = (Path(__file__).parents[2] / "docs" / "linking.md").read_text(encoding="utf-8")
    for one in data["bins"]:
        assert f"| from {one['from']:.2f} | {one['mean']:.3f} | {one['right']:.3f} | {one['count']:,} |" in told


def test_the_host_of_an_ambassador_is_named_as_titles_are_folded() -> None:
    abidjan = mentioned("Alma Hale", "US", 2008, ("Ambassador",), "ABIDJAN", False)
    assert abidjan.host is not None and abidjan.host in plain("Ambassador of the United States to Côte d'Ivoire")
