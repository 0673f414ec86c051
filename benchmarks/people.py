"""How long it takes to bring the people of a collection together, and in how much memory, as collections grow.

    python benchmarks/people.py [--sizes 1000,10000,30000]

The cables are made up: each names a dozen of the people of its post, its country and the world, by full name, family
name or a misspelling, with their titles; there is a person for every three cables. Printed are for each size the
people named and found, CPU seconds, seconds for 1,000 names, and the most memory, each size in a process of its own.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from random import Random
from tempfile import TemporaryFile

from cablerdf.link.identity.people import people_of
from cablerdf.link.identity.roll import Named, Roll

SYLLABLES = tuple(one + other for one in "bdfghklmnprstv" for other in "aeio")
TITLES = ("Minister of Finance", "Foreign Minister", "Ambassador", "Director", "Deputy Chief of Mission", "Mayor", "")
COUNTRIES = ("Portugal", "Japan", "Kenya", "Brazil", "Turkey", "Norway", "Chile", "India")
NAMED, SHARE = 12, 3  # names in a cable, cables for a person


def person(number: int, seed: int) -> tuple[str, str, str]:
    """Given name, family name and title of somebody."""
    chance = Random(seed * 1_000_003 + number)
    given = "".join(chance.choices(SYLLABLES, k=2)).title() + chance.choice(("", "n", "r"))
    return given, "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3)))).title(), chance.choice(TITLES)


def rolls(cables: int, seed: int = 1) -> Iterator[Roll]:
    """The rolls of a collection; who is named often is named everywhere."""
    chance = Random(seed)
    people = max(cables // SHARE, 50)
    for number in range(cables):
        country = chance.randrange(len(COUNTRIES))
        key, year = f"{number % 10:02}POST{number}", 2000 + number % 10
        found = {}
        for _name in range(NAMED):
            one = int(people * chance.random() ** 3) // len(COUNTRIES) * len(COUNTRIES) + country
            given, family, title = person(one, seed)
            name = chance.choice((f"{given} {family}", f"{given} {family}", family, f"{given[:-1]}h {family}"))
            titles = (title,) if title and chance.random() < 0.6 else ()
            local = f"{key}-{name.lower().replace(' ', '-')}"
            found[local] = Named(local, name, COUNTRIES[country], titles)
        yield Roll(key, f"{year}-{number % 12 + 1:02}-01", f"POST{country}", tuple(found.values()))


def measure(cables: int) -> str:
    """The row of one size."""
    named = 0
    with TemporaryFile() as file:
        for roll in rolls(cables):
            named += len(roll.people)
            file.write(roll.to_json())
        file.seek(0)
        begun = time.process_time()
        found = sum(1 for _person in people_of(map(Roll.from_json, file)))
        seconds = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"| {cables:,} | {named:,} | {found:,} | {seconds:.1f} s | {1000 * seconds / named:.2f} s | {memory:,} MB |"


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,30000")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(measure(asked.one))
        return
    print("| cables | names | people | CPU | for 1,000 names | memory |\n|---|---|---|---|---|---|", flush=True)
    for size in asked.sizes.split(","):
        subprocess.run([sys.executable, __file__, "--one", size], check=True)


if __name__ == "__main__":
    main()
