"""How damaged headers are read: the share right and the share false, by kind of damage.

    python benchmarks/damage.py [--shared ../shared] [--each 350] [--seed 1] [--show KIND] [--json]

Clean headers, those of the made-up cables and of the keys, are damaged in every way that archives have shown, and
bare lines are written in every form; the truth is known, so the reading is judged. A false fact is an id, name, date,
tag, reason or signer that is not so; what is not read is no false fact. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from damages import beside, citations, marks, moments, offices, pages, signing, whole
from damages.cases import Case, headers, judge, read

ROOT = Path(__file__).parents[1]
LINES = (citations, beside, signing, offices, marks, moments)  # bare lines, made up


class Share(NamedTuple):
    """How many cases of a kind there are, how many are right, how many tell something false."""

    cases: int
    right: int
    false: int

    def line(self, kind: str) -> str:
        return f"| {kind} | {self.cases:,} | {self.right / self.cases:.3f} | {self.false / self.cases:.4f} |"


def all_cases(seed: int, each: int, shared: Path | None) -> list[Case]:
    """The cases that a seed draws: `each` of every kind; without a seed's luck in what is damaged."""
    clean = headers(ROOT / "examples" / "cables", shared)
    made = [part.cases(Random(f"{seed} {part.__name__}"), clean, each) for part in (whole, pages)]
    made += [part.cases(Random(f"{seed} {part.__name__}"), each) for part in LINES]
    return [case for part in made for case in part]


def shares(cases: list[Case], show: str | None = None) -> dict[str, Share]:
    """Kind → how it is read."""
    found: dict[str, Share] = {}
    for case in cases:
        right, false = judge(case)
        before = found.get(case.kind, Share(0, 0, 0))
        found[case.kind] = Share(before.cases + 1, before.right + right, before.false + bool(false))
        if show and not right and show in case.kind:
            tell(case, false)
    return found


def tell(case: Case, false: list[str]) -> None:
    got = read(case.text, case.id)
    print(f"--- {case.kind}{' FALSE ' + ','.join(false) if false else ''}\n{case.text[:900]}")
    for key, told in case.truth.items():
        if got[key] != told:
            print(f"  {key}: {got[key]!r}\n    for {told!r}")


def total(found: dict[str, Share]) -> Share:
    return Share(*(sum(column) for column in zip(*found.values(), strict=True)))


def table(found: dict[str, Share]) -> Iterator[str]:
    """The report, line by line."""
    yield "| damage | cases | right | false |"
    yield "|---|---:|---:|---:|"
    for kind, share in found.items():
        yield share.line(kind)
    yield total(found).line("**all**")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--each", type=int, default=350)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", help="print the cases of kinds that hold this text and are not right")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = shares(all_cases(asked.seed, asked.each, asked.shared), asked.show)
    print(json.dumps(found) if asked.json else "\n".join(table(found)))


if __name__ == "__main__":
    main()
