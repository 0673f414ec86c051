"""How well the people of a collection are brought together and told apart, against keys made by hand.

    cablerdf convert CABLES -o cables.nq --no-check
    python benchmarks/identity.py cables.nq [KEYS] [--parts PART,PART] [--errors] [--links]

KEYS is `tests/keys/identity` without it; the README there says how the keys were drawn and judged. Printed are, for
each part of the keys, precision and recall with an interval of 95 % (bootstrap: of pairs, or of family names). Left
out are what is judged `unsure`, and who is not found in the data. `--errors` lists what is wrong in the parts for
development (`development`, `joins`), never in the others; who tunes looks at no others (`--parts development,joins`).
`--links` adds recall over people whom their cables link with one Wikidata item (`convert --link`): as they were
joined, and as they are joined where the links are not told.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

sys.path.insert(0, str(Path(__file__).parent))

from mentions import Collection

from cablerdf.link.identity.people import people_of
from cablerdf.link.identity.roll import Roll
from cablerdf.pipeline.people.gathering import rolls
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.store.access import Access

KEYS = Path(__file__).parents[1] / "tests" / "keys" / "identity"
PARTS = ("development", "joins", "measure", "fresh")
OPEN = PARTS[:2]  # whose errors may be read
RESAMPLED = 1000
T = TypeVar("T")


class Tally(NamedTuple):
    """Pairs that are joined and should be, are joined and should not be, should be joined and are not."""

    right: int = 0
    wrong: int = 0
    missed: int = 0


class Family(NamedTuple):
    """A family name of a key: its pairs, and the mean over its mentions of B-cubed precision and recall."""

    pairs: Tally
    precision: float
    recall: float


class Pair(NamedTuple):
    """A pair of the key: what it is called, whether it is judged one person, and whether it is joined."""

    text: str
    same: bool
    joined: bool

    @property
    def tally(self) -> Tally:
        return Tally(self.same and self.joined, self.joined and not self.same, self.same and not self.joined)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def judged(data: Collection, keys: list[dict[str, str]]) -> tuple[list[Pair], int]:
    """The pairs that are judged and found, and how many of the judged are not found."""
    pairs, lost = [], 0
    for row in keys:
        if row["verdict"] == "unsure":
            continue
        one, other = (data.find(row[f"cable_{side}"], row[f"name_{side}"]) for side in "ab")
        if one is None or other is None:
            lost += 1
            continue
        text = "{cable_a} {name_a} / {cable_b} {name_b}: {why}".format_map(row)
        pairs.append(Pair(text, row["verdict"] == "same", data.who(one) == data.who(other)))
    return pairs, lost


Members = list[tuple[str, str]]  # the person of the key and that of the collection, mention by mention


def families(data: Collection, keys: list[dict[str, str]]) -> tuple[dict[str, Members], int]:
    """The mentions of each family name that are judged and found, and how many of the judged are not found."""
    found: dict[str, Members] = defaultdict(list)
    lost = 0
    for row in keys:
        if row["person"] == "unsure":
            continue
        iri = data.find(row["cable"], row["name"], row["title"])
        if iri is None:
            lost += 1
        else:
            found[row["family"]].append((row["person"], data.who(iri)))
    return found, lost


def score(members: Members) -> Family:
    """How one family name is clustered."""
    tallies = [Pair("", a[0] == b[0], a[1] == b[1]).tally for a, b in combinations(members, 2)]
    both, key, got = Counter(members), Counter(m[0] for m in members), Counter(m[1] for m in members)
    precision = sum(both[m] / got[m[1]] for m in members) / len(members)
    recall = sum(both[m] / key[m[0]] for m in members) / len(members)
    return Family(added(tallies), precision, recall)


def added(tallies: Iterable[Tally]) -> Tally:
    return Tally(*(sum(column) for column in zip(*tallies, strict=True)))


def precision(tallies: Sequence[Tally]) -> float | None:
    """The share of the joined that is rightly so; none where nothing is joined."""
    total = added(tallies)
    return total.right / (total.right + total.wrong) if total.right + total.wrong else None


def recall(tallies: Sequence[Tally]) -> float | None:
    """The share of what should be joined that is."""
    total = added(tallies)
    return total.right / (total.right + total.missed) if total.right + total.missed else None


def printed(items: Sequence[T], figure: Callable[[Sequence[T]], float | None]) -> str:
    """A figure with its interval of 95 %, by drawing as many items again and again."""
    value = figure(items) if items else None
    if value is None:
        return "–"
    chance = Random(1)
    drawn = [figure(chance.choices(items, k=len(items))) for _ in range(RESAMPLED)]
    known = sorted(one for one in drawn if one is not None)
    return f"{value:.3f} ({known[int(len(known) * 0.025)]:.3f}–{known[int(len(known) * 0.975)]:.3f})"


def mean_precision(scored: Sequence[Family]) -> float:
    """B-cubed precision, each family name counted alike, however often it is mentioned."""
    return sum(one.precision for one in scored) / len(scored)


def mean_recall(scored: Sequence[Family]) -> float:
    """B-cubed recall, in the same way."""
    return sum(one.recall for one in scored) / len(scored)


def table(data: Collection, folder: Path, parts: Sequence[str]) -> None:
    """Print precision and recall of these parts."""
    pairs, names = (rows(folder / f"{key}.csv") + rows(folder / f"fresh-{key}.csv") for key in ("pairs", "names"))
    pairs += rows(folder / "joins-pairs.csv")
    print("| part | key | precision | recall | judged | not found |\n|---|---|---:|---:|---:|---:|")
    for part in parts:
        of_pairs, lost = judged(data, [row for row in pairs if row["part"] == part])
        tallies = [pair.tally for pair in of_pairs]
        line = f"{printed(tallies, precision)} | {printed(tallies, recall)} | {len(of_pairs)} pairs | {lost}"
        print(f"| {part} | pairs | {line} |")
        own = [row for row in names if row["part"] == part]
        if not own:
            continue
        of_names, lost = families(data, own)
        scored = [score(members) for members in of_names.values()]
        count = sum(map(len, of_names.values()))
        tallies = [one.pairs for one in scored]
        line = f"{printed(tallies, precision)} | {printed(tallies, recall)} | {count} mentions | {lost}"
        print(f"| {part} | names, pairs of mentions | {line} |")
        line = f"{printed(scored, mean_precision)} | {printed(scored, mean_recall)} | {len(scored)} family names"
        print(f"| {part} | names, B-cubed | {line} | |")


def namesakes(data: Collection, folder: Path) -> None:
    """Print for each group of namesakes which of them are wrongly joined, and how much of each is brought together."""
    found, lost = families(data, rows(folder / "namesakes.csv"))
    print("\n| namesakes | people | mentions | precision | recall | wrongly joined |\n|---|---:|---:|---:|---:|---|")
    for family, members in found.items():
        tallies = [score(members).pairs]
        shares = ("–" if share is None else f"{share:.3f}" for share in (precision(tallies), recall(tallies)))
        line = f"{len({m[0] for m in members})} | {len(members)} | {' | '.join(shares)} | {'; '.join(mixed(members))}"
        print(f"| {family} | {line} |")
    print(f"\n{lost} mentions of namesakes not found")


def mixed(members: Members) -> list[str]:
    """What each person of the collection mixes who is more than one of the key: `obama-1 8 + obama-2 1`."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for person, one in members:
        groups[one][person] += 1
    return [" + ".join(f"{who} {n}" for who, n in group.most_common()) for group in groups.values() if len(group) > 1]


def errors(data: Collection, folder: Path) -> None:
    """Print what is wrong in the parts for development."""
    files = {"pairs": ("pairs", "joins-pairs"), "names": ("names",)}
    own = {
        key: [row for name in names for row in rows(folder / f"{name}.csv") if row["part"] in OPEN]
        for key, names in files.items()
    }
    print()
    for pair in judged(data, own["pairs"])[0]:
        if pair.same != pair.joined:
            print(f"{'wrongly joined' if pair.joined else 'not joined'}: {pair.text}")
    for members in families(data, own["names"])[0].values():
        for group in mixed(members):
            print(f"wrongly joined: {group}")
        for person in dict.fromkeys(m[0] for m in members):
            pieces = Counter(m[1] for m in members if m[0] == person)
            if len(pieces) > 1:
                most = max(pieces.values())
                print(f"in {len(pieces)} pieces: {person}, {pieces.total()} mentions, {most} in the largest")


def links(data: Collection, path: Path) -> None:
    """Print recall over people of cables who are linked with one item: as they are joined, and without the links."""
    untold = {
        f"{DEFAULT_BASE}person/{local}": person.locals[0]
        for person in people_of(without_links(roll) for roll in rolls((str(path),), Access()))
        for local in person.locals
    }
    print()
    for name, one in (("told", data.one), ("not told", untold)):
        items: dict[str, list[str]] = defaultdict(list)
        linked: dict[str, set[str]] = defaultdict(set)
        for iri, item in data.items.items():
            if iri in one:
                items[item].append(one[iri])
                linked[one[iri]].add(item)
        tallies = [score([(item, who) for who in people]).pairs for item, people in items.items() if len(people) > 1]
        two = sum(len(found) > 1 for found in linked.values())
        print(f"linked with one item, links {name}: recall {printed(tallies, recall)}, {len(tallies)} people", end="; ")
        print(f"{two} people of the collection linked with two")


def without_links(roll: Roll) -> Roll:
    """The people of a cable as they are where nobody was linked."""
    return roll._replace(people=tuple(one._replace(wikidata=None, sure=False) for one in roll.people))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cables", type=Path)
    parser.add_argument("keys", type=Path, nargs="?", default=KEYS)
    parser.add_argument("--parts", default=",".join(PARTS), help="of the keys (%(default)s)")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--links", action="store_true")
    asked = parser.parse_args()
    data = Collection(asked.cables)
    table(data, asked.keys, [part for part in PARTS if part in asked.parts.split(",")])
    namesakes(data, asked.keys)
    if asked.errors:
        errors(data, asked.keys)
    if asked.links:
        links(data, asked.cables)


if __name__ == "__main__":
    main()
