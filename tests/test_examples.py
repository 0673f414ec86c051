"""The examples: what is generated is what the code makes now, and what a reader is shown is true."""

from __future__ import annotations

import csv
import importlib.util
from pathlib import Path

import pytest

import cablerdf

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    pytest.importorskip("pyoxigraph", reason="the answers come from the embedded store: pip install 'cablerdf[store]'")
    spec = importlib.util.spec_from_file_location("examples_build", EXAMPLES / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = module.build()
    assert isinstance(made, dict)
    return made


@pytest.fixture(scope="module")
def cables() -> dict[str | None, cablerdf.Cable]:
    return {cable.id: cable for cable in map(cablerdf.parse, cablerdf.read(EXAMPLES / "cables"))}


def test_generated_files_are_what_the_code_makes(built: dict[str, str]) -> None:
    there = {str(p.relative_to(EXAMPLES)) for kind in ("output", "answers") for p in (EXAMPLES / kind).iterdir()}
    assert there == set(built), "run: python examples/build.py"
    stale = [name for name, text in built.items() if (EXAMPLES / name).read_text(encoding="utf-8") != text]
    assert not stale, "run: python examples/build.py, and read the difference"


def rows(name: str) -> list[dict[str, str]]:
    with (EXAMPLES / "answers" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_ids_are_the_file_names(cables: dict[str | None, cablerdf.Cable]) -> None:
    assert sorted(map(str, cables)) == sorted(path.stem for path in (EXAMPLES / "cables").iterdir())


def test_two_delegations(cables: dict[str | None, cablerdf.Cable]) -> None:
    [meeting] = cables["06LISBON2214"].meetings
    assert (meeting.date, meeting.time) == ("2006-10-12", "10:30")
    assert [(p.name, p.side, p.note) for p in meeting.participants] == [
        ("Margaret E. Hartley", "US", None),
        ("Paul Whitcombe", "US", None),
        ("Thomas Ferrand", "US", None),
        ("Susan Okafor", "US", "notetaker"),
        ("Joao Vasconcelos de Almeida", "Portugal", None),
        ("Helena Brito Camacho", "Portugal", None),
        ("Rui Teles", "Portugal", None),
        ("Ana Lucia Prates", "Portugal", "interpreter"),
    ]


def test_a_scene_setter_reports_no_meeting(cables: dict[str | None, cablerdf.Cable]) -> None:
    assert cables["07NAIROBI3051"].meetings == ()


def test_damage_is_repaired_and_told(cables: dict[str | None, cablerdf.Cable]) -> None:
    cable = cables["04SEOUL913"]
    assert [p.number for p in cable.paragraphs] == [1, 2, 3, 4]
    assert "paragraph-number-repaired" in {problem.code for problem in cable.problems}
    assert "SEOUL 00000913" not in " ".join(p.text for p in cable.paragraphs)


def test_references(cables: dict[str | None, cablerdf.Cable]) -> None:
    found = [(r.label, r.id, r.kind) for r in cables["06STATE171190"].references if not r.inline]
    assert found == [
        ("A", "06STATE168402", "cable"),
        ("B", "06LISBON2107", "cable"),
        ("B", "06LISBON2113", "cable"),
        ("C", "05LUANDA1180", "cable"),
        ("D", "06HARARE1190", "cable"),
        ("E", "06LONDON7221", "cable"),
        ("F", None, "email"),
        ("G", "06USEUBRUSSELS3391", "cable"),
    ]


def test_everything_found_is_where_it_says(cables: dict[str | None, cablerdf.Cable]) -> None:
    for cable in cables.values():
        text = cable.document.text
        lists = {"person": cable.persons, "organization": cable.orgs, "place": cable.places}
        for mention in cable.mentions:
            assert mention.span.of(text).strip() == mention.span.of(text) != ""
            assert mention.entity < len(lists[mention.kind])
        for statement in cable.statements:
            assert statement.speaker_kind == "post" or statement.sentence.contains(statement.said)
