"""What the statements of a collection are: quads and bytes a cable, by layer, by property, by kind of thing.

    cablerdf convert INPUT -o cables.nq
    python benchmarks/quads.py cables.nq [--rows 25]

Reads N-Quads as `convert` writes them, one line a quad. A layer is what can be left out by itself: the cables, the
mentions in them, the people of the collection, links, vocabularies. Prints tables in Markdown.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CABLE = b"https://w3id.org/cablerdf/ontology#Cable"
OF_ALL = {"people", "links", "vocabulary", "ontology", "dataset"}  # graphs that belong to no cable


@dataclass
class Tally:
    """Quads and bytes by name."""

    quads: Counter[str] = field(default_factory=Counter)
    bytes: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, size: int) -> None:
        self.quads[name] += 1
        self.bytes[name] += size


def layer_of(subject: bytes, graph: bytes) -> str:
    """The layer of a quad, by the end of its graph's IRI; mentions count apart wherever they stand."""
    name = graph.rpartition(b"/graph/")[2].decode()
    if name in OF_ALL:
        return name
    return "mentions" if b"/mention/" in subject else "cables"


def short(iri: bytes) -> str:
    """The end of an IRI.

    >>> short(b"<https://w3id.org/cablerdf/ontology#said>")
    'said'
    """
    return iri.strip(b"<>").replace(b"#", b"/").rpartition(b"/")[2].decode()


def kind_of(subject: bytes) -> str:
    """The kind of thing that an IRI names.

    >>> kind_of(b"<https://w3id.org/cablerdf/id/mention/05TOKYO1349-9>")
    'mention'
    """
    parts = subject.strip(b"<>").split(b"/")
    return parts[-2].decode() if len(parts) > 1 else short(subject)


def count(path: Path) -> tuple[int, dict[str, Tally]]:
    """How many cables there are, and the tallies by layer, property and kind."""
    cables, found = 0, {name: Tally() for name in ("layer", "property", "type", "kind")}
    with path.open("rb") as lines:
        for line in lines:
            subject, predicate, rest = line.split(b" ", 2)
            value, graph = rest[: rest.rindex(b" <")], rest[rest.rindex(b" <") + 2 : rest.rindex(b">")]
            found["layer"].add(layer_of(subject, graph), len(line))
            found["property"].add(short(predicate), len(line))
            found["kind"].add(kind_of(subject), len(line))
            if predicate.endswith(b"#type>"):
                found["type"].add(short(value), len(line))
                cables += CABLE in value
    return cables, found


def table(name: str, tally: Tally, cables: int, rows: int) -> Iterator[str]:
    """The names with the most bytes."""
    yield f"\n| {name} | quads a cable | bytes a cable | share of the bytes |"
    yield "|---|---:|---:|---:|"
    total = sum(tally.bytes.values()) or 1
    for one, size in tally.bytes.most_common(rows):
        yield f"| {one} | {tally.quads[one] / cables:,.1f} | {size / cables:,.0f} | {size / total:.1%} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="N-Quads, not packed")
    parser.add_argument("--rows", type=int, default=25)
    asked = parser.parse_args()
    cables, found = count(asked.data)
    quads, size = found["layer"].quads.total(), found["layer"].bytes.total()
    cables = cables or 1
    print(f"{cables:,} cables, {quads / cables:,.0f} quads and {size / cables:,.0f} bytes of N-Quads each")
    for name, tally in found.items():
        print("\n".join(table(name, tally, cables, asked.rows)))


if __name__ == "__main__":
    main()
