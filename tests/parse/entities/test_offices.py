"""The country of those of whom an office or a body tells."""

from __future__ import annotations

import pytest

from cablerdf.parse import parse_text


def country(body: str, post: str = "LIMA", tags: str = "PREL, PE, CI") -> str | None:
    """The country of Quispe, whatever else the cable names."""
    head = f"C O N F I D E N T I A L {post} 000123\n\nTAGS: {tags}\nSUBJECT: TEST\n\n"
    (person,) = [p for p in parse_text(f"{head}¶1. (C) {body}\n").persons if "Quispe" in p.name]
    return person.country


TOLD = [
    ("Ana Quispe, president of Bolivia's Diamond Guild, left Peru.", "Bolivia"),
    ("Colonel Ana Quispe - a former United Nations Peacekeeping Commander - left Peru.", "Peru"),
    ("He thanked Ana Quispe, UN Special Rapporteur on Torture, in Lima.", "UN"),
    ("Chile voted. Ana Quispe, Prime Minister Merkel's adviser on trade, left.", "Germany"),
    ("Chile voted. Ana Quispe, a member of parliament and banker, left.", "Peru"),
    ("Ana Quispe, from DFID's Water Team, left Peru.", "United Kingdom"),
    ("GOP Summit Sherpa Quispe came to Chile.", "Peru"),
    ("JHA Commissioner Ana Quispe left Peru.", "EU"),
    ("SRSG Ana Quispe left Peru.", "UN"),
    ("They liked what S/P's Ana Quispe told them in Peru.", "US"),
    ("They liked what AF/RSA Ana Quispe told them in Peru.", "US"),
]


@pytest.mark.parametrize(("body", "expected"), TOLD, ids=[b[:40] for b, _ in TOLD])
def test_an_office_tells_the_country(body: str, expected: str | None) -> None:
    assert country(body) == expected


def test_who_is_named_as_the_contact_of_the_department_is_american() -> None:
    text = "Ana Quispe (202-647-1234) is the Department's POC for this cable."
    assert country(text, "SECSTATE WASHDC", "PARM, IR") == "US"
