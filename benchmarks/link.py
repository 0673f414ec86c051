"""How fast gazetteers are built and names decided, and how much linking adds to a conversion.

    python benchmarks/link.py [--rows 1000000] [--cables FOLDER --gazetteer FILE]

The gazetteer of the first two figures is made up: given and family names of the shipped tables, offices and years by
chance with a fixed seed. Times are CPU time of this process, memory its peak.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from cablerdf.link.gazetteer.build import build
from cablerdf.link.gazetteer.cache import gazetteer_file
from cablerdf.link.gazetteer.schema import Row
from cablerdf.link.linker import Linker
from cablerdf.link.people.mention import Mention
from cablerdf.vocab.tables import mapping, rows

OFFICES = (
    "Minister of Foreign Affairs",
    "Minister of Defence",
    "member of the Senate",
    "ambassador to France",
    "mayor",
)


def people(count: int) -> Iterator[Row]:
    """Made-up people."""
    chance = random.Random(7)
    given = [row["name"] for row in rows("given_names")]
    family = [row["name"] for row in rows("family_names")]
    codes = sorted(set(mapping("country_codes", "name", "code").values()))
    for number in range(count):
        start = chance.randint(1950, 2010)
        last = chance.choice(family).title() + chance.choice(("", "ov", "son", "ez", "i"))
        name = f"{chance.choice(given).title()} {last}"
        held = f"{chance.choice(OFFICES)}@{start}/{start + chance.randint(1, 12)}"
        yield Row(f"Q{number + 1}", name, "", "person", chance.choice(codes), held, str(start), "", "made up")


def mentions(count: int) -> list[Mention]:
    """Names to decide, all different: half of them in the gazetteer."""
    chance = random.Random(11)
    found = []
    for row in people(count * 20):
        if chance.random() < 0.05:
            name = row.label if chance.random() < 0.7 else row.label.split()[-1]
            title = ("Foreign Minister",) if chance.random() < 0.5 else ()
            found.append(Mention(name, row.country if chance.random() < 0.9 else None, int(row.start) + 1, title))
    return list(dict.fromkeys(found))[:count]


def made_up(count: int) -> None:
    """Build and look up."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.sqlite"
        begun = time.process_time()
        build(people(count), path, {})
        took = time.process_time() - begun
        print(
            f"built {count:,} rows in {took:.1f} s, {count / took * 60:,.0f} a minute; {path.stat().st_size >> 20} MB"
        )
        begun = time.process_time()
        linker = Linker.open([path])
        print(f"opened in {(time.process_time() - begun) * 1000:.1f} ms")
        asked = mentions(4000)
        begun = time.process_time()
        linked = sum(linker.decide(mention).qid is not None for mention in asked)
        took = time.process_time() - begun
        print(f"decided {len(asked):,} distinct names in {took:.2f} s, {len(asked) / took:,.0f}/s; {linked:,} linked")


def conversion(cables: Path, gazetteer: Path) -> None:
    """Convert with and without links."""
    from cablerdf.parse import parse
    from cablerdf.pipeline.work.linking import quads_of
    from cablerdf.rdf.formats import BY_NAME
    from cablerdf.rdf.mapping.whole import to_quads
    from cablerdf.rdf.terms import DEFAULT_BASE
    from cablerdf.read.documents import read

    linker, writer = Linker.open([gazetteer_file(gazetteer)]), BY_NAME["nquads"].writer(DEFAULT_BASE)
    spent = {"convert": 0.0, "link": 0.0}
    count = 0
    for document in read([str(cables)]):
        begun = time.process_time()
        cable = parse(document)
        writer.body(to_quads(cable, DEFAULT_BASE))
        middle = time.process_time()
        own, shared = quads_of(linker.link(cable), DEFAULT_BASE)
        writer.body([*own, *(quad for link in shared for quad in link)])
        spent["convert"] += middle - begun
        spent["link"] += time.process_time() - middle
        count += 1
    share = spent["link"] / spent["convert"]
    print(f"{count:,} cables: {spent['convert']:.2f} s without links and check")
    print(f"linking adds {spent['link']:.2f} s, {share:.0%}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--cables", type=Path)
    parser.add_argument("--gazetteer", type=Path)
    asked = parser.parse_args()
    if asked.rows:
        made_up(asked.rows)
    if asked.cables and asked.gazetteer:
        conversion(asked.cables, asked.gazetteer)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB")


if __name__ == "__main__":
    main()
