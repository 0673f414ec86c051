"""What a curator says of facts: what goes, what comes, what is kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablerdf.errors import InputError
from cablerdf.rdf.corrections import Corrected, Corrections, corrections_of
from cablerdf.rdf.quads import XSD_DECIMAL, XSD_GYEAR, XSD_INTEGER, Literal, Quad
from cablerdf.rdf.terms import CAB, DCTERMS, DEFAULT_BASE, PROV, RDF, RDFS, SCHEMA, prefixes
from cablerdf.vocab.curated import read_judgements

KEY = "09LISBON917"
MEETING = f"{DEFAULT_BASE}meeting/{KEY}-1"


def told(folder: Path, *rows: str) -> Corrections:
    """The corrections of a CSV with these rows: fact, verdict, why, value, curator."""
    path = folder / "curated.csv"
    path.write_text("\n".join(["fact,verdict,why,value,curator", *rows]), encoding="utf-8")
    found = corrections_of(read_judgements(path, prefixes(DEFAULT_BASE)), DEFAULT_BASE, str(path))
    assert found is not None
    return found


def values(quads: list[Quad], subject: str, predicate: str) -> list[object]:
    return [getattr(o, "lexical", o) for s, p, o, _ in quads if (s, p) == (subject, predicate)]


def records(found: Corrected) -> list[dict[str, object]]:
    """What is kept of the judgements, by the ends of the predicates."""
    iris = dict.fromkeys(s for s, p, o, _ in found.quads if o == RDF + "Statement")
    ends = ("subject", "predicate", "object", "verdict", "comment", "wasAttributedTo")
    return [
        {end: getattr(o, "lexical", o) for s, p, o, _ in found.quads if s == iri for end in ends if p.endswith(end)}
        for iri in iris
    ]


def test_a_date_is_replaced_and_both_are_kept_with_the_curator(quads: list[Quad], tmp_path: Path) -> None:
    before = values(quads, MEETING, SCHEMA + "startDate")
    assert len(before) == 1
    row = f"meeting:{KEY}-1 schema:startDate,instead,the letter says so,2009-04-03,A. Reader"
    found = told(tmp_path, row).apply(quads, KEY)
    assert values(found.quads, MEETING, SCHEMA + "startDate") == ["2009-04-03"]
    assert "3 April 2009" in str(values(found.quads, MEETING, RDFS + "label"))
    about = {"subject": MEETING, "predicate": SCHEMA + "startDate", "comment": "the letter says so"}
    about["wasAttributedTo"] = f"{DEFAULT_BASE}curator/a-reader"
    wrong, right = records(found)
    assert wrong == {**about, "object": before[0], "verdict": "wrong"}
    assert right == {**about, "object": "2009-04-03", "verdict": "right"}
    assert any(p == PROV + "wasAttributedTo" for _, p, _, _ in found.quads)


def test_a_meeting_that_was_none_goes_with_its_participations(quads: list[Quad], tmp_path: Path) -> None:
    parts = values(quads, MEETING, CAB + "participation")
    found = told(tmp_path, f"meeting:{KEY}-1,wrong,it was a letter,,")
    after = found.apply(quads, KEY).quads
    named = {thing for s, p, o, _ in after if not p.startswith(RDF) for thing in (s, o)}
    assert parts and named.isdisjoint({MEETING, *parts})
    assert {s for s, _, _, _ in quads} - {s for s, _, _, _ in after} == {MEETING, *parts}


def test_a_person_that_is_none_goes_with_all_that_rests_on_him(quads: list[Quad], tmp_path: Path) -> None:
    person = next(o for s, p, o, _ in quads if p == CAB + "participant" and isinstance(o, str))
    row = f"person:{person.rpartition('/')[2]},wrong,a ship,,"
    after = told(tmp_path, row).apply(quads, KEY).quads
    said = [(s, p, o) for s, p, o, _ in after if person in (s, o)]
    assert [p for _, p, _ in said] == [RDF + "subject"]
    gone = {s for s, _, _, _ in quads} - {s for s, _, _, _ in after}
    assert any("participation/" in thing for thing in gone) and any("mention/" in thing for thing in gone)


def test_one_value_of_several_goes_or_comes(quads: list[Quad], tmp_path: Path) -> None:
    cable = f"{DEFAULT_BASE}cable/{KEY}"
    before = values(quads, cable, DCTERMS + "subject")
    gone = str(before[0])
    rows = (f"cable:{KEY} dcterms:subject,wrong,,{gone},", f"cable:{KEY} dcterms:subject,right,,tag:XX,")
    after = values(told(tmp_path, *rows).apply(quads, KEY).quads, cable, DCTERMS + "subject")
    assert set(after) == {*before, "https://w3id.org/cablerdf/vocab/tag/XX"} - {gone}


def test_what_is_right_is_certain(quads: list[Quad], tmp_path: Path) -> None:
    sure = Literal("1.0", XSD_DECIMAL)
    name = next(s for s, p, o, _ in quads if p == CAB + "certainty" and o != sure)
    found = told(tmp_path, f"{name},right,,,").apply(quads, KEY)
    assert values(found.quads, name, CAB + "certainty") == ["1.0"]
    assert [record["verdict"] for record in records(found)] == ["right"]


def test_what_is_not_there_is_told_and_a_second_time_changes_nothing(quads: list[Quad], tmp_path: Path) -> None:
    rows = (f"meeting:{KEY}-1,wrong,,,", f"meeting:{KEY}-99,wrong,,,", "meeting:06OSLO1-1,wrong,,,")
    corrections = told(tmp_path, *rows)
    once = corrections.apply(quads, KEY)
    assert [one.fact[-3:] for one in once.idle] == ["-99"]
    twice = corrections.apply(once.quads, KEY)
    assert (twice.quads, twice.done) == (once.quads, once.done)


def test_a_value_is_of_the_kind_of_its_property(tmp_path: Path) -> None:
    number, year = f"paragraph:{KEY}-1 cab:paragraphNumber,instead,,7,", f"cable:{KEY} dcterms:issued,right,,2009,"
    found = told(tmp_path, number, year)
    literals = {row.value for rows in found.by_fact.values() for row in rows}
    assert literals == {Literal("7", XSD_INTEGER), Literal("2009", XSD_GYEAR)}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (f"meeting:{KEY}-1 schema:startDate,instead,,June,", "no date"),
        (f"participation:{KEY}-1-1 cab:participant,instead,,Ann Porter,", "no IRI"),
        (f"meeting:{KEY}-1,right,,2009-01-01,", "needs the property"),
        (f"cable:{KEY},wrong,,,", "taking its document out"),
        (f"meeting:{KEY}-1,maybe,,,", "none of wrong, right"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused(tmp_path: Path, row: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        told(tmp_path, row)
