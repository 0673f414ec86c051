"""The SSSOM table goes out and comes in; a curator's table overrides the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablerdf.errors import LinkError
from cablerdf.link.sssom import COLUMNS, curated, read_sssom, to_sssom
from cablerdf.model.link import Link

BASE = "https://example.org/id/"
SAME = "http://www.w3.org/2002/07/owl#sameAs"


def link(subject: str, target: str, **more: object) -> Link:
    values: dict[str, object] = {
        "subject": BASE + subject, "target": target, "predicate": SAME, "confidence": 0.981,
        "justification": "https://w3id.org/semapv/vocab/CompositeMatching", "tool": "cablerdf", "tool_version": "0.1",
        "accepted": True,
    }  # fmt: skip
    return Link(**(values | more))  # type: ignore[arg-type]


LINKS = [
    link("person/b-jp", "Q2", target_label="Bee\tTab"),
    link("person/a-jp", "Q1", comment="why"),
    link("person/c", "Q3"),
]


def test_out(tmp_path: Path) -> None:
    lines = to_sssom(LINKS, BASE).splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert f"#  id: {BASE}" in head
    table = [line.split("\t") for line in lines if not line.startswith("#")]
    assert tuple(table[0]) == COLUMNS
    assert [row[0] for row in table[1:]] == ["id:person/a-jp", "id:person/b-jp", "id:person/c"]
    assert {len(row) for row in table} == {len(COLUMNS)}
    assert table[1][2:8] == ["owl:sameAs", "", "wd:Q1", "", "semapv:CompositeMatching", "0.981"]


def test_in_and_over(tmp_path: Path) -> None:
    path = tmp_path / "curated.tsv"
    path.write_text(
        "#curie_map:\n#  x: https://example.org/id/person/\n"
        "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\n"
        "x:a-jp\towl:sameAs\t\twd:Q9\tsemapv:ManualMappingCuration\n"
        "x:b-jp\towl:sameAs\tNot\twd:Q2\tsemapv:ManualMappingCuration\n"
        "x:c\towl:sameAs\t\tsssom:NoTermFound\tsemapv:ManualMappingCuration\n",
        encoding="utf-8",
    )
    (kept,) = curated(LINKS, read_sssom(path, BASE))
    assert (kept.subject, kept.target, kept.confidence) == (BASE + "person/a-jp", "Q9", 1.0)
    assert kept.justification.endswith("ManualMappingCuration")


def test_what_goes_out_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "links.tsv"
    path.write_text(to_sssom(LINKS, BASE), encoding="utf-8")
    back = read_sssom(path, BASE)
    assert {(one.subject, one.predicate, one.target) for one in back.links} == {
        (one.subject, one.predicate, one.target) for one in LINKS
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\tb\n", "column object_id"),
        ("subject_id\tpredicate_id\tobject_id\nx:a\towl:sameAs\tDBpedia\n", "no Wikidata"),
    ],
)
def test_bad_tables(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LinkError, match=message):
        read_sssom(path, BASE)
