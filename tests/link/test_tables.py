"""The hand-checked tables hold together, and mean what they should at every date."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from cablerdf.link.linker import territory
from cablerdf.link.tables import bodies, territories
from cablerdf.vocab.tables import rows

QID = re.compile(r"Q[1-9][0-9]*")
DATE = re.compile(r"(\d{4}-\d{2}-\d{2})?")
TABLES = {
    "links_states": ("name", "kind", "country", "from", "post"),
    "links_cities": ("name", "country"),
    "links_organizations": ("name",),
    "links_people": ("qid",),
    "links_tags": ("code",),
}


@pytest.mark.parametrize("table", TABLES)
def test_rows(table: str) -> None:
    found = rows(table)
    assert all(QID.fullmatch(row["qid"]) for row in found)
    assert all(row["evidence"] for row in found)
    assert all(DATE.fullmatch(row[name]) for row in found for name in ("from", "to") if name in row)
    keys = Counter(tuple(row[name].casefold() for name in TABLES[table]) for row in found)
    assert not [key for key, count in keys.items() if count > 1]


def test_every_country_is_known_to_the_parser() -> None:
    names = {row["name"] for row in rows("countries")} | {"US", "United States"}
    assert {row["country"] for table in ("links_states", "links_cities") for row in rows(table)} - {""} <= names


STATES = [
    ("Germany", "2009", "Q183"),
    ("Germany", "1975-06-01", None),
    ("West Germany", "1975-06-01", "Q713750"),
    ("FRG", "1975-06-01", "Q713750"),
    ("FRG", "1995-06-01", "Q183"),
    ("GDR", "1979-01-01", "Q16957"),
    ("USSR", "1985-01-01", "Q15180"),
    ("Soviet Union", "2009", "Q15180"),
    ("Russia", "1985-01-01", None),
    ("Russia", "2009-01-01", "Q159"),
    ("Czechoslovakia", "1979-01-01", "Q33946"),
    ("Slovakia", "1979-01-01", None),
    ("Yugoslavia", "1979-01-01", "Q83286"),
    ("Yugoslavia", "1999-01-01", "Q37024"),
    ("Serbia and Montenegro", "2005-01-01", "Q37024"),
    ("Zaire", "1985-01-01", "Q6500954"),
    ("South Vietnam", "1972-01-01", "Q180573"),
    ("Vietnam", "1972-01-01", None),
    ("Vietnam", "2006-01-01", "Q881"),
    ("Upper Volta", "1979-01-01", None),
    ("Rhodesia", "1975-01-01", None),
    ("Zimbabwe", "1975-01-01", None),
    ("Taiwan", "2009", "Q865"),
    ("Hong Kong", "2009", "Q8646"),
    ("Western Sahara", "2008", "Q40362"),
    ("U.S.", "2009", "Q30"),
    ("ROK", "2009", "Q884"),
    ("Congo", "2009", None),
    ("Atlantis", "2009", None),
]


@pytest.mark.parametrize(("name", "date", "qid"), STATES)
def test_states_by_date(name: str, date: str, qid: str | None) -> None:
    found = territories.state(name, date)
    assert (found.qid if found else None) == qid


def test_a_name_that_means_several_states_is_no_identity() -> None:
    for name, date in (("Germany", "2009"), ("FRG", "1975-01-01"), ("Yugoslavia", "1979-01-01")):
        found = territories.state(name, date)
        assert found is not None and found.shared
    japan = territories.state("Japan", "2009")
    assert japan is not None and not japan.shared


def test_kinds_are_kept_apart() -> None:
    assert territory(("Georgia",), "country", None, "2009", None).qid == "Q230"  # type: ignore[union-attr]
    assert territory(("Georgia",), "region", "US", "2009", None) is None
    assert territory(("Tripoli",), "city", "Lebanon", "2009", None) is None


BODIES = [
    (("UNSC",), None, set(), "Q37470"),
    (("International Labour Organisation",), None, set(), "Q54129"),
    (("Ministry of Interior (EU)", "EU"), None, set(), None),
    (("Security Council",), None, {"un"}, "Q37470"),
    (("Security Council",), "Russia", {"un"}, None),
    (("Army",), "US", set(), None),
    (("U.S. Army",), "US", set(), "Q9212"),
    (("Department of Defense",), "Australia", set(), None),
    (("MFA",), None, set(), None),
]


@pytest.mark.parametrize(("names", "country", "others", "qid"), BODIES)
def test_bodies(names: tuple[str, ...], country: str | None, others: set[str], qid: str | None) -> None:
    found = bodies.body(bodies.printed_names(names[0], names[1:]), country, "2009", frozenset(others))
    assert (found.qid if found else None) == qid
