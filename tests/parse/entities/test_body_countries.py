"""Whose body one is of which many countries have one."""

from __future__ import annotations

import pytest

from cablerdf.parse import parse_text

NAME, BESIDE, POST, OURS = (
    "its name tells the country",
    "the country stands beside it",
    "the country of the post",
    "the United States have one of that name",
)
TOLD = [
    ("Ana Quispe of the MFA told us so.", "MFA", "Peru", POST),
    ("The Chilean Foreign Ministry was told.", "Chilean Foreign Ministry", "Chile", NAME),
    ("The Supreme Court of Ecuador ruled.", "Supreme Court", "Ecuador", BESIDE),
    ("Chile's Ministry of Energy wrote.", "Ministry of Energy", "Chile", BESIDE),
    ("The Socialist Party lost.", "Socialist Party", "Peru", POST),
    ("Chile voted after the Socialist Party had lost.", "Socialist Party", None, ""),
    ("Chile voted. The Socialist Party lost Peru and Chile.", "Socialist Party", "Peru", POST),
    ("The Democratic Party lost.", "Democratic Party", None, ""),  # of which country?
    ("The Congress adjourned.", "Congress", None, ""),  # ours or theirs
    ("The Department of Justice wrote.", "Department of Justice", "US", OURS),
    ("The Harbour Growth Corporation wrote.", "Harbour Growth Corporation", None, ""),  # there is one
]


@pytest.mark.parametrize(("body", "name", "country", "rule"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_the_country_of_a_body(body: str, name: str, country: str | None, rule: str) -> None:
    head = "C O N F I D E N T I A L LIMA 000123\n\nTAGS: PREL, PE, CI\nSUBJECT: TEST\n\n"
    found = {org.name: org for org in parse_text(f"{head}¶1. (C) {body}\n").orgs}
    assert (found[name].country, found[name].country_rule) == (country, rule)


def test_a_department_in_manila_may_be_theirs() -> None:
    head = "C O N F I D E N T I A L MANILA 000123\n\nTAGS: PREL, RP\nSUBJECT: TEST\n\n"
    (found,) = parse_text(f"{head}¶1. (C) The Department of Justice wrote.\n").orgs
    assert found.country is None
